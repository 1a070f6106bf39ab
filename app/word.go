package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"mutatis/app/docx"
	"mutatis/diff"
)

// word says how a Word file is written.
func (p Printing) word() docx.Writing {
	o := docx.Writing{Author: p.Author, Now: p.Now, Language: p.Words.Language, Comments: p.Comments}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	return o
}

// wordChanges is a comparison as a Word file with tracked changes has it.
func wordChanges(c *Comparison) docx.Changes {
	return docx.Changes{Older: c.Older.Draft, Newer: c.Newer.Draft, Redline: c.Redline, Words: wordPairs}
}

// wordPairs is what changed between two texts, what stood beside what stands.
func wordPairs(older, newer string) [][2]string {
	segments := diff.Words(older, newer)
	pairs := make([][2]string, len(segments))
	for i, s := range segments {
		pairs[i] = [2]string{s.A, s.B}
	}
	return pairs
}

// savedAsWord reports whether a text is in front, or a draft that is being written.
func (a *App) savedAsWord() bool { return a.textShown() || a.editing() }

// exportChanges asks for a place and writes the comparison in front there as a Word file with tracked changes.
func (a *App) exportChanges() error {
	t := a.comparing()
	if t == nil || t.Comparison == nil || a.Hooks.PickPlace == nil {
		return nil
	}
	c, p := t.Comparison, a.printing(t.Newer)
	name := inLanguage(t.Name(a.Words), c.Newer.Text.Language)
	a.saveAs(fileName(name, "docx"), func(w io.Writer) error { return WriteComparison(w, c, "docx", p) })
	return nil
}

// saveAs asks for a place and writes there.
func (a *App) saveAs(name string, write func(io.Writer) error) {
	a.Hooks.PickPlace(name, func(path string) {
		if err := WriteFile(path, write); err != nil {
			a.report(a.unsaved(path, err))
			return
		}
		a.tell("status.saved", path)
	})
}

// unsaved is why a file could not be written, in the interface's language where the place is to blame: the system's own
// words name a file that nobody asked for.
func (a *App) unsaved(path string, err error) error {
	cause := fmt.Errorf("saving %s: %w", path, err)
	var place *os.PathError
	var moved *os.LinkError
	if errors.As(err, &place) || errors.As(err, &moved) {
		return &trouble{a.Say("trouble.unsaved", path), cause}
	}
	return cause
}
