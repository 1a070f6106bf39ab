package storage

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"
)

// Share says which of the wordings that were asked for stand in a draft.
type Share struct {
	Draft    int64
	Wordings []int // their indices, rising
}

// Sharing lists the drafts of a language, those in the bin left out, in which some wordings stand, and which of them do.
// The wordings are given by the hashes of their canonical words.
func (l *Library) Sharing(language string, words []Hash) (shares []Share, err error) {
	err = l.read("look for texts with the same paragraphs", func(tx *sql.Tx) error {
		places, err := sharePlaces(tx, language, words)
		for draft, at := range places {
			shares = append(shares, Share{draft, at})
		}
		slices.SortFunc(shares, func(a, b Share) int { return cmp.Compare(a.Draft, b.Draft) })
		return err
	})
	return shares, err
}

func sharePlaces(tx *sql.Tx, language string, words []Hash) (map[int64][]int, error) {
	find, err := tx.Prepare(`SELECT DISTINCT p.draft FROM wording w JOIN paragraph p ON p.wording = w.id
		JOIN place ON place.draft = p.draft AND place.trashed = 0 WHERE w.words = ? AND w.language = ?`)
	if err != nil {
		return nil, err
	}
	defer find.Close()
	places := map[int64][]int{}
	for at, h := range words {
		drafts, err := draftsOf(find, h[:], language)
		if err != nil {
			return nil, err
		}
		for _, draft := range drafts {
			places[draft] = append(places[draft], at)
		}
	}
	return places, nil
}

func draftsOf(find *sql.Stmt, args ...any) (drafts []int64, err error) {
	rows, err := find.Query(args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		id, err := scanID(rows)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, id)
	}
	return drafts, rows.Err()
}

// ReadFrom finds the draft that was read from a file with these bytes and is not in the bin, the one stored first; 0
// where there is none. The hash is the file's SHA-256.
func (l *Library) ReadFrom(source Hash) (draft int64, err error) {
	err = l.read("look for the file", func(tx *sql.Tx) error {
		err := tx.QueryRow(`SELECT d.id FROM source s JOIN draft d ON d.source = s.id JOIN place p ON p.draft = d.id
			WHERE s.hash = ?1 AND p.trashed = 0
			UNION SELECT t.draft FROM source s JOIN twin t ON t.source = s.id JOIN place p ON p.draft = t.draft
			WHERE s.hash = ?1 AND p.trashed = 0 ORDER BY 1 LIMIT 1`, source[:]).Scan(&draft)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return draft, err
}

// Wordings lists the wordings that were stored after a given one, at most so many, in the order in which they were stored.
func (l *Library) Wordings(after int64, most int) (all []Wording, err error) {
	err = l.read("read the wordings", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (Wording, error) { return scanWording(r) },
			"SELECT id, language, words, text FROM wording WHERE id > ? ORDER BY id LIMIT ?", after, most)
		return err
	})
	return all, err
}
