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

// PrivateNote is what a person notes for himself of a paragraph. It stands in a table of its own, is in no merge and no
// copy for others, and is bound to words, so that it follows the paragraph.
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
	n.Changed = l.now().UTC()
	if n.At.IsZero() {
		n.At = n.Changed
	}
	err := l.write("keep a private note", func(tx *sql.Tx) error {
		if strings.TrimSpace(n.Text) == "" {
			return ErrNoWords
		}
		_, err := tx.Exec(`INSERT INTO private_note(uid, draft, paragraph, words, kind, text, at, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT(uid) DO UPDATE SET kind = excluded.kind, text = excluded.text, changed = excluded.changed`,
			n.UID[:], n.Draft[:], n.Paragraph, n.Words[:], n.Kind, n.Text, timeText(n.At), timeText(n.Changed))
		return err
	})
	if err != nil {
		return PrivateNote{}, err
	}
	return n, nil
}

// RemovePrivateNote deletes a note; its bytes are overwritten.
func (l *Library) RemovePrivateNote(uid UID) error {
	return l.write("remove a private note", func(tx *sql.Tx) error {
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
