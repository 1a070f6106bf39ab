package storage

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Wording is a distinct wording of a paragraph.
type Wording struct {
	ID       int64
	Language string
	Words    Hash
	Text     string
}

// Use is a place where a wording stands, those in the bin left out.
type Use struct {
	Wording   int64
	Draft     int64
	Paragraph int // index in Draft.Paragraphs
	Kind      string
}

// Match is what a wording must hold, by stems. One field is filled, or All and None together.
type Match struct {
	Phrase []string // stems one after another
	Prefix bool     // of the last of Phrase only the beginning is given
	All    []Match
	Any    []Match
	None   []Match // beside All
}

// ErrNothingAsked says that a search names nothing that a text must hold.
var ErrNothingAsked = errors.New("the search names nothing to look for: give at least one word that the text must hold")

// Matching lists wordings in the order in which they were stored, those after a given id and at most so many; of all
// languages where language is "".
func (l *Library) Matching(m Match, language string, after int64, most int) (all []Wording, err error) {
	expression, err := m.expression()
	if err != nil {
		return nil, explain("search", err)
	}
	err = l.read("search", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (Wording, error) { return scanWording(r) },
			`SELECT w.id, w.language, w.words, w.text FROM search_stem JOIN wording w ON w.id = search_stem.rowid
			WHERE search_stem MATCH ?1 AND search_stem.rowid > ?2 AND (?3 = '' OR w.language = ?3)
			ORDER BY search_stem.rowid LIMIT ?4`, expression, after, language, most)
		return err
	})
	return all, err
}

func scanWording(row scanner) (w Wording, err error) {
	err = row.Scan(&w.ID, &w.Language, fixed(w.Words[:]), &w.Text)
	return w, err
}

// expression writes a match in the language of FTS5.
func (m Match) expression() (string, error) {
	switch {
	case len(m.Phrase) > 0:
		words := `"` + strings.ReplaceAll(strings.Join(m.Phrase, " "), `"`, "") + `"`
		if m.Prefix {
			words += " *"
		}
		return words, nil
	case len(m.Any) > 0:
		return joinMatches(m.Any, " OR ")
	case len(m.All) == 0:
		return "", ErrNothingAsked
	}
	all, err := joinMatches(m.All, " AND ")
	if err != nil || len(m.None) == 0 {
		return all, err
	}
	none, err := joinMatches(m.None, " OR ")
	return "(" + all + " NOT " + none + ")", err
}

func joinMatches(matches []Match, between string) (string, error) {
	var parts []string
	for _, m := range matches {
		part, err := m.expression()
		if err != nil {
			return "", err
		}
		parts = append(parts, part)
	}
	return "(" + strings.Join(parts, between) + ")", nil
}

// SameWords lists the wordings whose canonical words have a hash: one word for word, however it is typeset.
func (l *Library) SameWords(words Hash) (all []Wording, err error) {
	err = l.read("look for the same words", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (Wording, error) { return scanWording(r) },
			"SELECT id, language, words, text FROM wording WHERE words = ? ORDER BY id", words[:])
		return err
	})
	return all, err
}

// common is in how many wordings a shingle stands at most to say anything about one of them, and enough is how many
// places are looked at for all shingles of a text together.
const (
	common = 2000
	enough = 20000
)

// Near lists the wordings that share most with a text by its shingles, the likeliest first: rare ones count more. They
// are candidates: the caller compares the texts.
func (l *Library) Near(shingles []uint64, most int) (all []Wording, err error) {
	err = l.read("look for nearly the same words", func(tx *sql.Tx) error {
		places, err := standing(tx, shingles)
		if err != nil {
			return err
		}
		all, err = loadWordings(tx, likeliest(places, most))
		return err
	})
	return all, err
}

// standing lists where each shingle stands, the rarest first, and gives up the common ones once enough is known.
func standing(tx *sql.Tx, shingles []uint64) (places [][]int64, err error) {
	read, err := tx.Prepare("SELECT group_concat(rowid) FROM (SELECT rowid FROM search_shingle WHERE search_shingle MATCH ? LIMIT ?)")
	if err != nil {
		return nil, err
	}
	defer read.Close()
	seen := map[string]bool{}
	for _, h := range shingles {
		token := shingleToken(h)
		if seen[token] {
			continue
		}
		seen[token] = true
		var ids sql.NullString
		if err := read.QueryRow(`"`+token+`"`, common+1).Scan(&ids); err != nil {
			return nil, err
		}
		if ids.String != "" {
			places = append(places, parseIDs(ids.String))
		}
	}
	slices.SortStableFunc(places, func(a, b []int64) int { return cmp.Compare(len(a), len(b)) })
	sum := 0
	for i, p := range places {
		if sum += len(p); i > 0 && (sum > enough || len(p) > common) {
			return places[:i], nil
		}
	}
	return places, nil
}

// parseIDs reads numbers with commas between them.
func parseIDs(list string) []int64 {
	ids := make([]int64, 0, strings.Count(list, ",")+1)
	n := int64(0)
	for i := range len(list) {
		if list[i] == ',' {
			ids = append(ids, n)
			n = 0
			continue
		}
		n = n*10 + int64(list[i]-'0')
	}
	return append(ids, n)
}

// likeliest are the ids that stand in most lists, one in a short list counting more.
func likeliest(places [][]int64, most int) []int64 {
	weight := map[int64]float64{}
	for _, list := range places {
		w := 1 / (1 + float64(len(list))/50)
		for _, id := range list {
			weight[id] += w
		}
	}
	ids := make([]int64, 0, len(weight))
	for id := range weight {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return ids[:min(most, len(ids))]
}

// loadWordings reads wordings in the order of their ids' list. One that is not there is left out: the index is about to
// be made anew.
func loadWordings(tx *sql.Tx, ids []int64) ([]Wording, error) {
	found, err := collect(tx, func(r *sql.Rows) (Wording, error) { return scanWording(r) },
		"SELECT id, language, words, text FROM wording WHERE id IN ("+idList(ids)+")")
	if err != nil {
		return nil, err
	}
	byID := make(map[int64]Wording, len(found))
	for _, w := range found {
		byID[w.ID] = w
	}
	var all []Wording
	for _, id := range ids {
		if w, ok := byID[id]; ok {
			all = append(all, w)
		}
	}
	return all, nil
}

// idList writes ids with commas between them: one statement for all is quicker than one each.
func idList(ids []int64) string {
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(id, 10))
	}
	return b.String()
}

// Uses lists where wordings stand, those of one wording in the order of the drafts.
func (l *Library) Uses(wordings []int64) (all []Use, err error) {
	err = l.read("look where the words stand", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (u Use, err error) {
			err = r.Scan(&u.Wording, &u.Draft, &u.Paragraph, &u.Kind)
			return u, err
		}, `SELECT p.wording, p.draft, p.position, p.kind FROM paragraph p CROSS JOIN place b ON b.draft = p.draft
			WHERE p.wording IN (`+idList(wordings)+`) AND b.trashed = 0`)
		return err
	})
	slices.SortStableFunc(all, func(u, v Use) int {
		return cmp.Or(cmp.Compare(u.Draft, v.Draft), cmp.Compare(u.Paragraph, v.Paragraph))
	})
	return all, err
}

// Outline is a draft's paragraphs without their texts: kind, number and level, as the paragraphs are called by them.
func (l *Library) Outline(draft int64) (all []Paragraph, err error) {
	err = l.read("read the text's outline", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (p Paragraph, err error) {
			err = r.Scan(&p.Kind, &p.Number, &p.Level)
			return p, err
		}, "SELECT kind, number, level FROM paragraph WHERE draft = ? ORDER BY position", draft)
		return err
	})
	return all, err
}
