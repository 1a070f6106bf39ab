package storage

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// AddDraft stores a text with its paragraphs, notes and citations and, where src is not nil, the file it was read from:
// all of it or nothing. It reads the draft back and compares before it commits. A text with the same content that is
// there already is not stored again: its id comes back with already set, and if it was in the bin it is out of it.
func (l *Library) AddDraft(d Draft, src *Source) (id int64, already bool, err error) {
	d.Content = contentHash(d)
	copy(d.UID[:], d.Content[:])
	d.Created = l.now().UTC()
	err = l.write("store the text", func(tx *sql.Tx) (err error) {
		err = tx.QueryRow("SELECT id FROM draft WHERE uid = ?", d.UID[:]).Scan(&id)
		if !errors.Is(err, sql.ErrNoRows) {
			already = err == nil
			if already {
				err = l.setTrashed(tx, id, false)
			}
			return err
		}
		var purged sql.NullString
		if err := tx.QueryRow("SELECT max(at) FROM purged WHERE draft = ?", d.UID[:]).Scan(&purged); err != nil {
			return err
		}
		if d.Created, err = after(d.Created, purged); err != nil { // it is there again, after the purge
			return err
		}
		id, err = l.addDraft(tx, d, src)
		return err
	})
	if err != nil {
		return 0, false, err
	}
	return id, already, nil
}

func (l *Library) addDraft(tx *sql.Tx, d Draft, src *Source) (int64, error) {
	if err := mustExist(tx, d.Series); err != nil {
		return 0, err
	}
	o, err := originOf(tx, d, src)
	if err != nil {
		return 0, err
	}
	source, err := addSource(tx, o, src)
	if err != nil {
		return 0, err
	}
	indexed, err := l.indexedSoFar(tx)
	if err != nil {
		return 0, err
	}
	id, err := addWhole(tx, d, o, source, d.Created)
	if err != nil {
		return 0, err
	}
	return id, l.keepIndexed(tx, indexed)
}

// addWhole stores a draft with all that hangs on it, tells the ledger and reads it back.
func addWhole(tx *sql.Tx, d Draft, o origin, source sql.NullInt64, at time.Time) (id int64, err error) {
	sum := recordHash(d, o)
	d.ID, err = addHead(tx, d, o, source, sum)
	if err != nil {
		return 0, err
	}
	if err := addParts(tx, d); err != nil {
		return 0, err
	}
	document, err := documentFor(tx, d.Series, d.Symbol)
	if err != nil {
		return 0, err
	}
	for _, s := range []struct {
		query string
		args  []any
	}{
		{"INSERT INTO place(draft, series, document, moved) VALUES (?, ?, ?, ?)", []any{d.ID, nullID(d.Series), document, timeText(d.Created)}},
		{"UPDATE draft SET sealed = 1 WHERE id = ?", []any{d.ID}},
	} {
		if _, err := tx.Exec(s.query, s.args...); err != nil {
			return 0, err
		}
	}
	if err := record(tx, at, entryDraft, d.UID, sum); err != nil {
		return 0, err
	}
	return d.ID, selfCheck(tx, d, sum)
}

// selfCheck reads back what was written: nothing is called stored that cannot be read.
func selfCheck(tx *sql.Tx, d Draft, sum Hash) error {
	stored, err := loadDraft(tx, d.ID)
	if err != nil {
		return err
	}
	o, err := loadOrigin(tx, d.ID)
	if err != nil {
		return err
	}
	if stored.Content != d.Content || contentHash(stored) != d.Content || recordHash(stored, o) != sum {
		return fmt.Errorf("%w (it differs when read back, so it was not stored)", ErrAltered)
	}
	if o.source == (Hash{}) {
		return nil
	}
	s, err := loadSource(tx, d.ID)
	if err != nil || s == nil { // left out of the library that it came from
		return err
	}
	if sha256.Sum256(s.Bytes) != o.source {
		return fmt.Errorf("%w (its source differs when read back, so it was not stored)", ErrAltered)
	}
	return nil
}

func originOf(tx *sql.Tx, d Draft, src *Source) (o origin, err error) {
	if src != nil {
		o.source, o.name, o.media = sha256.Sum256(src.Bytes), src.Name, src.MediaType
	}
	if d.Parent != 0 {
		err = tx.QueryRow("SELECT uid FROM draft WHERE id = ?", d.Parent).Scan(fixed(o.parent[:]))
	}
	return o, err
}

// addSource keeps the bytes once, whatever number of drafts was read from them. Its id is NULL where there is no source.
func addSource(tx *sql.Tx, o origin, src *Source) (id sql.NullInt64, err error) {
	if src == nil {
		return id, nil
	}
	bytes := src.Bytes
	if bytes == nil {
		bytes = []byte{}
	}
	err = tx.QueryRow("SELECT id FROM source WHERE hash = ?", o.source[:]).Scan(&id)
	if err == nil {
		return id, fillIn(tx, id.Int64, bytes)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	r, err := tx.Exec("INSERT INTO source(hash, bytes) VALUES (?, ?)", o.source[:], bytes)
	if err != nil {
		return id, err
	}
	id.Int64, err = r.LastInsertId()
	id.Valid = err == nil
	return id, err
}

// fillIn gives a source its bytes where they were left out of this copy of the library.
func fillIn(tx *sql.Tx, source int64, bytes []byte) error {
	r, err := tx.Exec("UPDATE source SET bytes = ?1 WHERE id = ?2 AND id IN (SELECT source FROM source_left_out)", bytes, source)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return err
	}
	_, err = tx.Exec("DELETE FROM source_left_out WHERE source = ?", source)
	return err
}

// nextDraft is an id that no draft had, the purged ones among them: what someone still knows by its id is never another.
const nextDraft = "SELECT 1 + max(ifnull((SELECT max(id) FROM draft), 0), ifnull((SELECT max(id) FROM purged), 0))"

func addHead(tx *sql.Tx, d Draft, o origin, source sql.NullInt64, sum Hash) (int64, error) {
	r, err := tx.Exec(`INSERT INTO draft(id, uid, symbol, number, language, session, stage, date, label, title, sample, created,
		parent, source, source_name, source_type, paragraphs, content, record, header)
		VALUES (coalesce(nullif(?, 0), (`+nextDraft+`)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		o.id, d.UID[:], d.Symbol, d.Number, d.Language, d.Session, d.Stage, d.Date, d.Label, d.Title, integer(d.Sample),
		timeText(d.Created), null(o.parent), source, o.name, o.media, len(d.Paragraphs), d.Content[:], sum[:], d.Header)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// addParts writes everything that hangs on a draft.
func addParts(tx *sql.Tx, d Draft) error {
	w := inserter{tx: tx, ready: map[string]*sql.Stmt{}}
	for i, p := range d.Paragraphs {
		wording := w.wording(d.Language, p)
		w.exec("INSERT INTO paragraph(draft, position, kind, number, level, opening, wording) VALUES (?, ?, ?, ?, ?, ?, ?)",
			d.ID, i, p.Kind, p.Number, p.Level, p.Opening, wording)
		for k, n := range p.Notes {
			w.exec("INSERT INTO note_call(draft, paragraph, position, number, offset) VALUES (?, ?, ?, ?, ?)",
				d.ID, i, k, n.Number, n.Offset)
		}
		for k, c := range p.Citations {
			w.exec("INSERT INTO citation(draft, paragraph, position, symbol, offset, length) VALUES (?, ?, ?, ?, ?, ?)",
				d.ID, i, k, c.Symbol, c.Offset, c.Length)
		}
	}
	for i, f := range d.Footnotes {
		w.exec("INSERT INTO footnote(draft, position, number, text) VALUES (?, ?, ?, ?)", d.ID, i, f.Number, f.Text)
	}
	for i, line := range d.LeftOut {
		w.exec("INSERT INTO left_out(draft, position, text) VALUES (?, ?, ?)", d.ID, i, line)
	}
	return w.err
}

// inserter runs each statement prepared once, and nothing more after the first error, which it keeps.
type inserter struct {
	tx    *sql.Tx
	ready map[string]*sql.Stmt
	err   error
}

func (w *inserter) prepare(query string) *sql.Stmt {
	if s := w.ready[query]; s != nil || w.err != nil {
		return s
	}
	w.ready[query], w.err = w.tx.Prepare(query)
	return w.ready[query]
}

func (w *inserter) exec(query string, args ...any) (id int64) {
	s := w.prepare(query)
	if w.err != nil {
		return 0
	}
	r, err := s.Exec(args...)
	if err != nil {
		w.err = err
		return 0
	}
	id, w.err = r.LastInsertId()
	return id
}

// wording finds a paragraph's words among those that are there, or adds them.
func (w *inserter) wording(language string, p Paragraph) (id int64) {
	sum := wordingHash(language, p.Text, p.Words)
	s := w.prepare("SELECT id FROM wording WHERE hash = ?")
	if w.err != nil {
		return 0
	}
	switch err := s.QueryRow(sum[:]).Scan(&id); {
	case err == nil:
		return id
	case !errors.Is(err, sql.ErrNoRows):
		w.err = err
		return 0
	}
	return w.exec("INSERT INTO wording(hash, language, words, text) VALUES (?, ?, ?, ?)", sum[:], language, p.Words[:], p.Text)
}
