package storage

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
)

// Draft reads a whole text. Where its words are not those that were stored, the text comes back with ErrAltered.
func (l *Library) Draft(id int64) (d Draft, err error) {
	err = l.read("read the text", func(tx *sql.Tx) (err error) {
		d, err = loadDraft(tx, id)
		return err
	})
	if err == nil && contentHash(d) != d.Content {
		err = explain("read the text", ErrAltered)
	}
	return d, err
}

// Drafts lists the heads of all texts, those in the bin among them: drafts without paragraphs, footnotes and left-out
// lines, by series, session and date, and as they were added.
func (l *Library) Drafts() ([]Draft, error) {
	all, err := l.heads("list the texts", headColumns+" ORDER BY d.id")
	slices.SortStableFunc(all, func(a, b Draft) int { // quicker here: SQLite would sort the whole rows on the side
		return cmp.Or(cmp.Compare(a.Series, b.Series), cmp.Compare(a.Session, b.Session), cmp.Compare(a.Date, b.Date))
	})
	return all, err
}

// DraftBySymbol lists the heads of the texts that bear a symbol, as they were added: its languages and revisions of the
// import. Those in the bin are left out.
func (l *Library) DraftBySymbol(symbol string) ([]Draft, error) {
	return l.heads("find a symbol", headColumns+` WHERE d.symbol = ? AND d.symbol <> '' AND p.trashed = 0 ORDER BY d.id`, symbol)
}

func (l *Library) heads(doing, query string, args ...any) (all []Draft, err error) {
	err = l.read(doing, func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (Draft, error) { return scanHead(r) }, query, args...)
		return err
	})
	return all, err
}

// Source is the file a draft was read from, nil where none was kept or it was left out of this copy of the library.
func (l *Library) Source(draft int64) (s *Source, err error) {
	err = l.read("read the source", func(tx *sql.Tx) (err error) {
		s, err = loadSource(tx, draft)
		return err
	})
	return s, err
}

// Citing lists the paragraphs that name a document, those in the bin left out.
func (l *Library) Citing(symbol string) (all []Citing, err error) {
	err = l.read("look for citations", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (c Citing, err error) {
			err = r.Scan(&c.Draft, &c.Paragraph)
			return c, err
		}, `SELECT DISTINCT c.draft, c.paragraph FROM citation c JOIN place p ON p.draft = c.draft
			WHERE c.symbol = ? AND p.trashed = 0 ORDER BY c.draft, c.paragraph`, symbol)
		return err
	})
	return all, err
}

// Trash puts a draft into the bin: nothing of it is lost, but it is in no list of what there is.
func (l *Library) Trash(draft int64) error {
	return l.write("put the text into the bin", func(tx *sql.Tx) error { return l.setTrashed(tx, draft, true) })
}

// Restore takes a draft out of the bin.
func (l *Library) Restore(draft int64) error {
	return l.write("take the text out of the bin", func(tx *sql.Tx) error { return l.setTrashed(tx, draft, false) })
}

func (l *Library) setTrashed(tx *sql.Tx, draft int64, trashed bool) error {
	var was bool
	var uid UID
	var sum Hash
	var last sql.NullString
	err := tx.QueryRow(`SELECT p.trashed, d.uid, d.record, max(p.binned, d.created, ifnull((SELECT at FROM purged WHERE draft = d.uid), ''))
		FROM draft d JOIN place p ON p.draft = d.id WHERE d.id = ?`, draft).Scan(&was, fixed(uid[:]), fixed(sum[:]), &last)
	if err != nil || was == trashed {
		return err
	}
	at, err := after(l.now(), last)
	if err != nil {
		return err
	}
	if _, err := tx.Exec("UPDATE place SET trashed = ?, binned = ? WHERE draft = ?", integer(trashed), timeText(at), draft); err != nil {
		return err
	}
	kind := map[bool]string{true: entryTrash, false: entryRestore}[trashed]
	return record(tx, at, kind, uid, sum)
}

const (
	headColumns = headFields + headTables
	headTables  = " FROM draft d JOIN place p ON p.draft = d.id"
	headFields  = `SELECT d.id, ifnull(p.series, 0), p.document,
	CASE WHEN d.parent IS NULL THEN 0 ELSE ifnull((SELECT o.id FROM draft o WHERE o.uid = d.parent), 0) END,
	d.symbol, d.number, d.language, d.session, d.stage, d.date, d.label, d.title, d.header, d.sample, p.trashed, d.created, d.content`
)

func scanHead(row scanner) (d Draft, err error) {
	err = row.Scan(&d.ID, &d.Series, &d.Document, &d.Parent,
		&d.Symbol, &d.Number, &d.Language, &d.Session, &d.Stage, &d.Date, &d.Label, &d.Title, &d.Header, &d.Sample, &d.Trashed,
		moment{&d.Created}, fixed(d.Content[:]))
	copy(d.UID[:], d.Content[:])
	return d, err
}

// loadDraft reads a whole draft and judges nothing.
func loadDraft(db queryer, id int64) (d Draft, err error) {
	if d, err = scanHead(db.QueryRow(headColumns+" WHERE d.id = ?", id)); err != nil {
		return Draft{}, err
	}
	for _, load := range []func(queryer, *Draft) error{loadParagraphs, loadNotes, loadCitations, loadFootnotes, loadLeftOut} {
		if err := load(db, &d); err != nil {
			return Draft{}, err
		}
	}
	return d, nil
}

func loadParagraphs(db queryer, d *Draft) (err error) {
	d.Paragraphs, err = collect(db, func(r *sql.Rows) (p Paragraph, err error) {
		err = r.Scan(&p.Kind, &p.Number, &p.Level, &p.Opening, fixed(p.Words[:]), &p.Text)
		return p, err
	}, `SELECT p.kind, p.number, p.level, p.opening, w.words, w.text FROM paragraph p JOIN wording w ON w.id = p.wording
		WHERE p.draft = ? ORDER BY p.position`, d.ID)
	return err
}

// placed is a value that belongs to a paragraph.
type placed[T any] struct {
	paragraph int
	value     T
}

func loadNotes(db queryer, d *Draft) error {
	notes, err := collect(db, func(r *sql.Rows) (n placed[NoteCall], err error) {
		err = r.Scan(&n.paragraph, &n.value.Number, &n.value.Offset)
		return n, err
	}, "SELECT paragraph, number, offset FROM note_call WHERE draft = ? ORDER BY paragraph, position", d.ID)
	if err != nil {
		return err
	}
	return hang(d, notes, func(p *Paragraph, n NoteCall) { p.Notes = append(p.Notes, n) })
}

func loadCitations(db queryer, d *Draft) error {
	citations, err := collect(db, func(r *sql.Rows) (c placed[Citation], err error) {
		err = r.Scan(&c.paragraph, &c.value.Symbol, &c.value.Offset, &c.value.Length)
		return c, err
	}, "SELECT paragraph, symbol, offset, length FROM citation WHERE draft = ? ORDER BY paragraph, position", d.ID)
	if err != nil {
		return err
	}
	return hang(d, citations, func(p *Paragraph, c Citation) { p.Citations = append(p.Citations, c) })
}

// hang gives each value to its paragraph.
func hang[T any](d *Draft, values []placed[T], add func(*Paragraph, T)) error {
	for _, v := range values {
		if v.paragraph < 0 || v.paragraph >= len(d.Paragraphs) {
			return fmt.Errorf("%w (a note or citation belongs to no paragraph)", ErrDamaged)
		}
		add(&d.Paragraphs[v.paragraph], v.value)
	}
	return nil
}

func loadFootnotes(db queryer, d *Draft) (err error) {
	d.Footnotes, err = collect(db, func(r *sql.Rows) (f Footnote, err error) {
		err = r.Scan(&f.Number, &f.Text)
		return f, err
	}, "SELECT number, text FROM footnote WHERE draft = ? ORDER BY position", d.ID)
	return err
}

func loadLeftOut(db queryer, d *Draft) (err error) {
	d.LeftOut, err = collect(db, func(r *sql.Rows) (line string, err error) {
		err = r.Scan(&line)
		return line, err
	}, "SELECT text FROM left_out WHERE draft = ? ORDER BY position", d.ID)
	return err
}

func loadOrigin(db queryer, draft int64) (o origin, err error) {
	err = db.QueryRow(`SELECT d.parent, s.hash, d.source_name, d.source_type FROM draft d LEFT JOIN source s ON s.id = d.source
		WHERE d.id = ?`, draft).Scan(fixed(o.parent[:]), fixed(o.source[:]), &o.name, &o.media)
	return o, err
}

func loadSource(db queryer, draft int64) (*Source, error) {
	var s Source
	var id sql.NullInt64
	err := db.QueryRow(`SELECT s.id, d.source_name, d.source_type, s.bytes FROM draft d
		LEFT JOIN source s ON s.id = d.source AND s.id NOT IN (SELECT source FROM source_left_out) WHERE d.id = ?`, draft).Scan(&id, &s.Name, &s.MediaType, &s.Bytes)
	if err != nil || !id.Valid {
		return nil, err
	}
	return &s, nil
}
