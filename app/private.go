package app

import (
	"fmt"
	"slices"

	"mutatis/storage"
)

// PrivateNote is what a person notes for himself of a paragraph. It comes along where his libraries are merged, and
// never stands in a copy for others.
type PrivateNote struct {
	storage.PrivateNote
	Older bool // the words of the paragraph were others when it was noted
}

// PrivateNotes gives the notes on every paragraph of a text: those of its own words, in whatever text they were made, and
// those of the paragraph it continues in the draft before.
func (a *App) PrivateNotes(s Stored) ([][]PrivateNote, error) {
	all, err := a.library.PrivateNotes()
	if err != nil {
		return nil, fmt.Errorf("reading the private notes: %w", err)
	}
	out := make([][]PrivateNote, len(s.Draft.Paragraphs))
	if len(all) == 0 {
		return out, nil
	}
	return out, a.noteParagraphs(out, s, all, map[int64]bool{})
}

func (a *App) noteParagraphs(out [][]PrivateNote, s Stored, all []storage.PrivateNote, seen map[int64]bool) error {
	seen[s.Text.ID] = true
	byWords := map[storage.Hash][]storage.PrivateNote{}
	for _, n := range all {
		byWords[n.Words] = append(byWords[n.Words], n)
	}
	for i, words := range s.Words {
		for _, n := range byWords[words] {
			out[i] = append(out[i], PrivateNote{PrivateNote: n})
		}
	}
	before, ok := a.predecessor(s.Text)
	if !ok || seen[before.ID] {
		return nil
	}
	return a.inheritNotes(out, s, before, all, seen)
}

// inheritNotes brings over the notes on the paragraphs that these continue, marked where the words are others now.
func (a *App) inheritNotes(out [][]PrivateNote, s Stored, before Text, all []storage.PrivateNote, seen map[int64]bool) error {
	older, err := a.Stored(before.ID)
	if err != nil {
		return err
	}
	old := make([][]PrivateNote, len(older.Draft.Paragraphs))
	if err := a.noteParagraphs(old, older, all, seen); err != nil {
		return err
	}
	if !slices.ContainsFunc(old, func(notes []PrivateNote) bool { return len(notes) > 0 }) {
		return nil // nothing to bring over: no need to pair
	}
	return a.bringOver(older, s, func(i, j int) { out[j] = withNotes(out[j], old[i], s.Words[j]) })
}

func withNotes(notes, more []PrivateNote, words storage.Hash) []PrivateNote {
	for _, n := range more {
		if slices.ContainsFunc(notes, func(o PrivateNote) bool { return o.UID == n.UID }) {
			continue
		}
		n.Older = n.Words != words
		notes = append(notes, n)
	}
	return notes
}

// AddPrivateNote notes something of a paragraph: a note, a position or an instruction. It can be undone.
func (a *App) AddPrivateNote(s Stored, paragraph int, kind, text string) (PrivateNote, error) {
	if paragraph < 0 || paragraph >= len(s.Words) {
		return PrivateNote{}, fmt.Errorf("choose a paragraph to note something of it")
	}
	d, err := a.library.Draft(s.Text.ID)
	if err != nil {
		return PrivateNote{}, err
	}
	n, err := a.library.PutPrivateNote(storage.PrivateNote{
		Draft: d.UID, Paragraph: paragraph, Words: s.Words[paragraph], Kind: kind, Text: text,
	})
	if err != nil {
		return PrivateNote{}, err
	}
	a.did("undo.note", func() error { return a.library.RemovePrivateNote(n.UID) })
	return PrivateNote{PrivateNote: n}, nil
}

// EditPrivateNote gives a note other words. It can be undone.
func (a *App) EditPrivateNote(n PrivateNote, text string) error {
	now := n.PrivateNote
	now.Text = text
	if _, err := a.library.PutPrivateNote(now); err != nil {
		return err
	}
	a.did("undo.note-edit", func() error { _, err := a.library.PutPrivateNote(n.PrivateNote); return err })
	return nil
}

// RemovePrivateNote removes a note. It can be undone while the program runs; then its bytes are gone.
func (a *App) RemovePrivateNote(n PrivateNote) error {
	if err := a.library.RemovePrivateNote(n.UID); err != nil {
		return err
	}
	a.did("undo.note-remove", func() error { _, err := a.library.PutPrivateNote(n.PrivateNote); return err })
	return nil
}
