package storage

import (
	"crypto/rand"
	"database/sql"
	"strings"
)

// newUID is random: what people add is told apart by it when libraries meet.
func newUID() (u UID) {
	rand.Read(u[:]) // never fails
	return u
}

// AddSeries makes a series. Two series may have one title.
func (l *Library) AddSeries(title string) (Series, error) {
	s := Series{UID: newUID(), Title: strings.TrimSpace(title)}
	err := l.write("add a series", func(tx *sql.Tx) error {
		if s.Title == "" {
			return ErrNoTitle
		}
		r, err := tx.Exec("INSERT INTO series(uid, title, titled) VALUES (?, ?, ?)", s.UID[:], s.Title, timeText(l.now()))
		if err != nil {
			return err
		}
		s.ID, err = r.LastInsertId()
		return err
	})
	if err != nil {
		return Series{}, err
	}
	return s, nil
}

// Series lists all series in the order in which they were made.
func (l *Library) Series() (all []Series, err error) {
	err = l.read("list the series", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (s Series, err error) {
			err = r.Scan(&s.ID, fixed(s.UID[:]), &s.Title)
			return s, err
		}, "SELECT id, uid, title FROM series WHERE "+seriesThere+" ORDER BY id")
		return err
	})
	return all, err
}

// RenameSeries gives a series another title.
func (l *Library) RenameSeries(id int64, title string) error {
	return l.write("rename a series", func(tx *sql.Tx) error {
		if title = strings.TrimSpace(title); title == "" {
			return ErrNoTitle
		}
		if err := mustExist(tx, id); err != nil {
			return err
		}
		at, err := l.nextTime(tx, "SELECT titled FROM series WHERE id = ?", id)
		if err != nil {
			return err
		}
		return mustChange(tx.Exec("UPDATE series SET title = ?, titled = ? WHERE id = ?", title, at, id))
	})
}

// RemoveSeries removes a series that holds no texts. What of it is in the bin stays there, in no series.
func (l *Library) RemoveSeries(id int64) error {
	return l.write("remove a series", func(tx *sql.Tx) error {
		var texts int
		if err := tx.QueryRow("SELECT count(*) FROM place WHERE series = ? AND trashed = 0", id).Scan(&texts); err != nil {
			return err
		}
		if texts > 0 {
			return ErrNotEmpty
		}
		if err := mustExist(tx, id); err != nil {
			return err
		}
		trashed, err := collect(tx, scanID, "SELECT draft FROM place WHERE series = ? ORDER BY draft", id)
		if err != nil {
			return err
		}
		for _, draft := range trashed {
			if err := l.move(tx, draft, 0); err != nil {
				return err
			}
		}
		_, err = tx.Exec("UPDATE series SET removed = ? WHERE id = ?", timeText(l.now()), id)
		return err
	})
}

// MoveDraft puts a draft into another series, or into none where series is 0. Its text is not touched.
func (l *Library) MoveDraft(draft, series int64) error {
	return l.write("move a text to another series", func(tx *sql.Tx) error { return l.move(tx, draft, series) })
}

func (l *Library) move(tx *sql.Tx, draft, series int64) error {
	var symbol string
	var old sql.NullInt64
	err := tx.QueryRow("SELECT d.symbol, p.series FROM draft d JOIN place p ON p.draft = d.id WHERE d.id = ?", draft).Scan(&symbol, &old)
	if err != nil || old.Int64 == series {
		return err
	}
	if err := mustExist(tx, series); err != nil {
		return err
	}
	document, err := documentFor(tx, series, symbol)
	if err != nil {
		return err
	}
	at, err := l.nextTime(tx, "SELECT moved FROM place WHERE draft = ?", draft)
	if err != nil {
		return err
	}
	_, err = tx.Exec("UPDATE place SET series = ?, document = ?, moved = ? WHERE draft = ?", nullID(series), document, at, draft)
	return err
}

// nextTime is now, or a moment after the time that the query finds where the clock was set back since: the later word rules
// when libraries meet.
func (l *Library) nextTime(tx *sql.Tx, query string, id int64) (string, error) {
	var last sql.NullString
	if err := tx.QueryRow(query, id).Scan(&last); err != nil {
		return "", err
	}
	last.Valid = last.String != ""
	at, err := after(l.now(), last)
	return timeText(at), err
}

// seriesThere holds for the series that a person sees: a removed one shows again when a merge puts texts into it.
const seriesThere = `(removed = '' OR EXISTS (SELECT 1 FROM place WHERE place.series = series.id AND place.trashed = 0))`

// mustExist answers ErrNotThere for a series that is not there. 0, no series, is always there.
func mustExist(tx *sql.Tx, series int64) error {
	if series == 0 {
		return nil
	}
	return tx.QueryRow("SELECT id FROM series WHERE id = ? AND "+seriesThere, series).Scan(&series)
}

// documentFor finds the document that a text with this symbol belongs to within a series, or makes one.
func documentFor(tx *sql.Tx, series int64, symbol string) (id int64, err error) {
	err = sql.ErrNoRows
	if symbol != "" {
		err = tx.QueryRow(`SELECT p.document FROM draft d JOIN place p ON p.draft = d.id
			WHERE d.symbol = ? AND d.symbol <> '' AND p.series IS ? ORDER BY d.id LIMIT 1`, symbol, nullID(series)).Scan(&id)
	}
	if err != sql.ErrNoRows {
		return id, err
	}
	r, err := tx.Exec("INSERT INTO document DEFAULT VALUES")
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// mustChange answers ErrNotThere for a statement that found nothing to change.
func mustChange(r sql.Result, err error) error {
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return ErrNotThere
}
