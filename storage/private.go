package storage

import (
	"database/sql"
	"errors"
	"strings"
	"time"
)

// The kinds of private notes.
const (
	Note        = "note"
	Position    = "position"
	Instruction = "instruction"
)

// PrivateNote is what a person notes for himself of a paragraph. It stands in a table of its own, is in no copy for others,
// and is bound to words, so that it follows the paragraph. Where two libraries meet, its later form rules.
type PrivateNote struct {
	UID       UID
	Draft     UID // the draft it was noted in; it need not be here any more
	Paragraph int
	Words     Hash // the words it was noted of
	Kind      string
	Text      string
	At        time.Time
	Changed   time.Time
}

// ErrNoWords refuses an empty note.
var ErrNoWords = errors.New("a note needs words: write some, or remove it")

// PutPrivateNote keeps a note in place of what had its UID. UID and At are filled in where they are zero.
func (l *Library) PutPrivateNote(n PrivateNote) (PrivateNote, error) {
	if n.UID == (UID{}) {
		n.UID = newUID()
	}
	if n.Kind == "" {
		n.Kind = Note
	}
	err := l.write("keep a private note", func(tx *sql.Tx) error {
		if strings.TrimSpace(n.Text) == "" {
			return ErrNoWords
		}
		changed, err := l.noteMoment(tx, n.UID)
		if err != nil {
			return err
		}
		if n.Changed, err = parseTime(changed); err != nil {
			return err
		}
		if n.At.IsZero() {
			n.At = n.Changed
		}
		_, err = tx.Exec(`INSERT INTO private_note(uid, draft, paragraph, words, kind, text, at, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT(uid) DO UPDATE SET kind = excluded.kind, text = excluded.text, changed = excluded.changed`,
			n.UID[:], n.Draft[:], n.Paragraph, n.Words[:], n.Kind, n.Text, timeText(n.At), changed)
		return err
	})
	if err != nil {
		return PrivateNote{}, err
	}
	return n, nil
}

// noteMoment is the time of a change of a note: now, or just after what was said of it last.
func (l *Library) noteMoment(tx *sql.Tx, uid UID) (string, error) {
	var was string
	err := tx.QueryRow("SELECT ifnull((SELECT changed FROM private_note WHERE uid = ?), '')", uid[:]).Scan(&was)
	if err != nil {
		return "", err
	}
	return l.privateMoment(tx, uid, was)
}

// privateMoment is a time after was and after the thing's last removal: now, if the clock was not set back.
func (l *Library) privateMoment(tx *sql.Tx, uid UID, was string) (string, error) {
	now := timeText(l.now())
	var gone string
	err := tx.QueryRow("SELECT ifnull((SELECT at FROM private_gone WHERE uid = ?), '')", uid[:]).Scan(&gone)
	if last := max(was, gone); err == nil && now <= last {
		var t time.Time
		t, err = parseTime(last)
		now = timeText(t.Add(1))
	}
	return now, err
}

// goneNow keeps that something is gone that was last changed at a time.
func (l *Library) goneNow(tx *sql.Tx, uid UID, changed string) error {
	at, err := l.privateMoment(tx, uid, changed)
	if err != nil {
		return err
	}
	return setGone(tx, uid, at)
}

// setGone keeps the later time at which something is gone.
func setGone(tx *sql.Tx, uid UID, at string) error {
	r, err := tx.Exec("UPDATE private_gone SET at = max(at, ?) WHERE uid = ?", at, uid[:])
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); n > 0 || err != nil {
		return err
	}
	_, err = tx.Exec("INSERT INTO private_gone(uid, at) VALUES (?, ?)", uid[:], at)
	return err
}

// RemovePrivateNote deletes a note; its bytes are overwritten. That it is gone is kept, so that no merge brings it back.
func (l *Library) RemovePrivateNote(uid UID) error {
	return l.write("remove a private note", func(tx *sql.Tx) error {
		var changed string
		if err := tx.QueryRow("SELECT changed FROM private_note WHERE uid = ?", uid[:]).Scan(&changed); err != nil {
			return err
		}
		if err := l.goneNow(tx, uid, changed); err != nil {
			return err
		}
		return mustChange(tx.Exec("DELETE FROM private_note WHERE uid = ?", uid[:]))
	})
}

// PrivateNotes lists all notes, in the order in which they were made.
func (l *Library) PrivateNotes() (all []PrivateNote, err error) {
	err = l.read("read the private notes", func(tx *sql.Tx) (err error) {
		all, err = collect(tx, func(r *sql.Rows) (n PrivateNote, err error) {
			err = r.Scan(fixed(n.UID[:]), fixed(n.Draft[:]), &n.Paragraph, fixed(n.Words[:]), &n.Kind, &n.Text, moment{&n.At}, moment{&n.Changed})
			return n, err
		}, "SELECT uid, draft, paragraph, words, kind, text, at, changed FROM private_note ORDER BY at, uid")
		return err
	})
	return all, err
}
