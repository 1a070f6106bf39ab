package storage

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Private notes and the wordings of the basket are registers like titles: each has a time and a value, the later rules, the
// greater value at the same time. What is gone is a time alone: it rules over all that was said until then.

// takePrivate takes over what the other library's person keeps for himself. Nothing of it goes to others.
func (m *merger) takePrivate() error {
	if m.shared {
		return nil
	}
	for _, step := range []func() error{m.takeGone, m.takeNotes, m.takeBasket, m.dropGone} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) takeGone() error {
	type gone struct {
		uid UID
		at  string
	}
	all, err := collect(m.other, func(r *sql.Rows) (g gone, err error) {
		err = r.Scan(fixed(g.uid[:]), &g.at)
		return g, err
	}, "SELECT uid, at FROM private_gone ORDER BY uid")
	for _, g := range all {
		if err == nil {
			err = setGone(m.tx, g.uid, g.at)
		}
	}
	return err
}

// note is a private note as it is merged.
type note struct {
	PrivateNote
	at, changed string
}

const noteFields = "SELECT uid, draft, paragraph, words, kind, text, at, changed FROM private_note"

func scanNote(r scanner) (n note, err error) {
	err = r.Scan(fixed(n.UID[:]), fixed(n.Draft[:]), &n.Paragraph, fixed(n.Words[:]), &n.Kind, &n.Text, &n.at, &n.changed)
	return n, err
}

// after reports a note that rules over another form of it.
func (n note) after(o note) bool {
	return cmp.Or(cmp.Compare(n.changed, o.changed), cmp.Compare(n.Kind, o.Kind), cmp.Compare(n.Text, o.Text)) > 0
}

func (m *merger) takeNotes() error {
	all, err := collect(m.other, func(r *sql.Rows) (note, error) { return scanNote(r) }, noteFields+" ORDER BY at, uid")
	for _, theirs := range all {
		if err == nil && !utf8.ValidString(theirs.Text) {
			err = fmt.Errorf("a private note: %w", ErrOutOfRange)
		}
		if err == nil {
			err = m.takeNote(theirs)
		}
	}
	return err
}

func (m *merger) takeNote(theirs note) error {
	if gone, err := m.isGone(theirs.UID, theirs.changed); gone || err != nil {
		return err
	}
	ours, err := scanNote(m.tx.QueryRow(noteFields+" WHERE uid = ?", theirs.UID[:]))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return m.putNote(theirs)
	case err != nil:
		return err
	}
	if gone, err := m.isGone(ours.UID, ours.changed); gone || err != nil { // what goes is no other word
		return errors.Join(err, m.putNote(theirs))
	}
	kept := ours
	if theirs.after(ours) {
		kept, err = theirs, m.putNote(theirs)
	}
	if err == nil && ours.Text != theirs.Text {
		m.conflict(Conflict{Kind: ConflictNote, Ours: ours.Text, Theirs: theirs.Text, Kept: kept.Text})
	}
	return err
}

// isGone reports what was removed after it was last changed.
func (m *merger) isGone(uid UID, changed string) (gone bool, err error) {
	err = m.tx.QueryRow("SELECT EXISTS (SELECT 1 FROM private_gone WHERE uid = ? AND at >= ?)", uid[:], changed).Scan(&gone)
	return gone, err
}

func (m *merger) putNote(n note) error {
	m.report.Notes++
	_, err := m.tx.Exec(`INSERT INTO private_note(uid, draft, paragraph, words, kind, text, at, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT(uid) DO UPDATE SET kind = excluded.kind, text = excluded.text, changed = excluded.changed`,
		n.UID[:], n.Draft[:], n.Paragraph, n.Words[:], n.Kind, n.Text, n.at, n.changed)
	return err
}

// kept is a wording of the basket as it is merged.
type kept struct {
	what, changed string
	place         int
	alone         bool
	draft         UID
}

const keptFields = "SELECT what, changed, place, alone, draft FROM basket"

func scanKept(r scanner) (k kept, err error) {
	err = r.Scan(&k.what, &k.changed, &k.place, &k.alone, fixed(k.draft[:]))
	return k, err
}

func (k kept) after(o kept) bool {
	return cmp.Or(cmp.Compare(k.changed, o.changed), cmp.Compare(k.place, o.place), cmp.Compare(integer(k.alone), integer(o.alone)),
		cmp.Compare(string(k.draft[:]), string(o.draft[:]))) > 0
}

func (m *merger) takeBasket() error {
	all, err := collect(m.other, func(r *sql.Rows) (kept, error) { return scanKept(r) }, keptFields+" ORDER BY what")
	for _, theirs := range all {
		if err == nil && !utf8.ValidString(theirs.what) {
			err = fmt.Errorf("the basket: %w", ErrOutOfRange)
		}
		if err == nil {
			err = m.takeKept(theirs)
		}
	}
	return err
}

func (m *merger) takeKept(theirs kept) error {
	if gone, err := m.isGone(basketUID(theirs.what), theirs.changed); gone || err != nil {
		return err
	}
	ours, err := scanKept(m.tx.QueryRow(keptFields+" WHERE what = ?", theirs.what))
	there := err == nil
	if err != nil && !errors.Is(err, sql.ErrNoRows) || there && !theirs.after(ours) {
		return ignoreNone(err)
	}
	if !there {
		m.report.Basket++
	}
	_, err = m.tx.Exec(`INSERT INTO basket(what, alone, draft, place, changed) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT(what) DO UPDATE SET alone = excluded.alone, draft = excluded.draft, place = excluded.place, changed = excluded.changed`,
		theirs.what, integer(theirs.alone), null(theirs.draft), theirs.place, theirs.changed)
	return err
}

func ignoreNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// dropGone removes here what was removed there since.
func (m *merger) dropGone() error {
	r, err := m.tx.Exec("DELETE FROM private_note WHERE EXISTS (SELECT 1 FROM private_gone g WHERE g.uid = private_note.uid AND g.at >= changed)")
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err != nil {
		return err
	}
	m.report.Notes += int(n)
	all, err := collect(m.tx, func(r *sql.Rows) (kept, error) { return scanKept(r) }, keptFields)
	for _, k := range all {
		gone, goneErr := m.isGone(basketUID(k.what), k.changed)
		if err = errors.Join(err, goneErr); err != nil || !gone {
			continue
		}
		m.report.Basket++
		_, err = m.tx.Exec("DELETE FROM basket WHERE what = ?", k.what)
	}
	return err
}
