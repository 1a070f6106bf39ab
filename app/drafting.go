package app

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
	"mutatis/diff"
	"mutatis/storage"
)

// Editing is a new draft being made from a text. Every step is kept in the library at once, so that a crash loses
// nothing; the draft itself is stored only by Save.
type Editing struct {
	ID       string // one piece of work
	Base     int64  // the text it is made from
	Label    string
	Draft    resolution.Draft
	Selected int
	steps    []resolution.Draft // to go back
	typing   int                // the paragraph that is being written in, plus one
	save     func(*Editing) error
	origins  *draftOrigins // where its paragraphs come from, where that is shown
}

// Key and Name make an editing tab.
func (t *Editing) Key() string { return "edit " + t.ID }

// Name of an editing tab marks that it is not stored yet.
func (t *Editing) Name(w Words) string { return w.Say("tab.editing", t.Label) }

// working is an Editing as it is kept in the library.
type working struct {
	Base  int64
	Label string
	Draft resolution.Draft
}

// Edit begins a new draft from a text.
func (a *App) Edit(base Stored) (*Editing, error) {
	d := base.Draft
	d.Symbol, d.Number, d.Stage, d.Date, d.Closing = "", "", resolution.Working, "", resolution.Closed{}
	d.Header.Adoption, d.Header.Basis, d.Header.Symbol = "", "", ""
	d.Paragraphs = slices.DeleteFunc(slices.Clone(d.Paragraphs), func(p resolution.Paragraph) bool {
		return p.Kind == resolution.Closing
	})
	d.LeftOut = nil
	e := &Editing{
		ID: rand.Text(), Base: base.Text.ID, Draft: d, save: a.keepWork,
		Label: a.Say("draft.from", base.Text.Name()),
	}
	return e, a.keepWork(e)
}

func (a *App) keepWork(e *Editing) error {
	data, err := json.Marshal(working{e.Base, e.Label, e.Draft})
	if err != nil {
		return fmt.Errorf("keeping the unfinished draft: %w", err)
	}
	if err := a.library.SaveWork(storage.Work{Key: e.ID, Data: data, Saved: a.o.Now()}); err != nil {
		return fmt.Errorf("keeping the unfinished draft: %w", err)
	}
	return nil
}

// Unfinished lists the drafts that were being edited when the program ended.
func (a *App) Unfinished() ([]*Editing, error) {
	works, err := a.library.Works()
	if err != nil {
		return nil, fmt.Errorf("looking for unfinished drafts: %w", err)
	}
	var found []*Editing
	for _, w := range works {
		if isCheck(w) {
			continue
		}
		var k working
		if err := json.Unmarshal(w.Data, &k); err != nil {
			return nil, fmt.Errorf("reading an unfinished draft: %w", err)
		}
		found = append(found, &Editing{ID: w.Key, Base: k.Base, Label: k.Label, Draft: k.Draft, save: a.keepWork})
	}
	return found, nil
}

// step does one change that can be taken back, and keeps it.
func (t *Editing) step(change func(d *resolution.Draft)) error {
	before := t.Draft
	t.Draft.Paragraphs = slices.Clone(t.Draft.Paragraphs)
	t.Draft.Footnotes = slices.Clone(t.Draft.Footnotes)
	change(&t.Draft)
	t.steps, t.typing = append(t.steps, before), 0
	return t.save(t)
}

// Undo takes back the last change of this draft.
func (t *Editing) Undo() error {
	if n := len(t.steps); n > 0 {
		t.Draft, t.steps, t.typing = t.steps[n-1], t.steps[:n-1], 0
		t.Selected = min(t.Selected, len(t.Draft.Paragraphs)-1)
		return t.save(t)
	}
	return nil
}

// CanUndo reports whether there is a change to take back.
func (t *Editing) CanUndo() bool { return len(t.steps) > 0 }

// SetText gives a paragraph new words. Its note calls stay with the words they stood at.
func (t *Editing) SetText(at int, text string) error {
	text = strings.Join(strings.Fields(text), " ")
	if text == t.Draft.Paragraphs[at].Text {
		return nil
	}
	return t.step(func(d *resolution.Draft) {
		p := &d.Paragraphs[at]
		p.Notes = moveCalls(p.Notes, p.Text, text)
		p.Text = text
		p.Opening = resolution.Opening(text, p.Kind, d.Language)
	})
}

// Type is SetText while a person is writing: what is written in one paragraph without a break is taken back as one.
func (t *Editing) Type(at int, text string) error {
	going, steps := t.typing == at+1, len(t.steps)
	err := t.SetText(at, text)
	if len(t.steps) > steps {
		if going {
			t.steps = t.steps[:steps]
		}
		t.typing = at + 1
	}
	return err
}

// moveCalls carries note calls from one wording to the next: a call stays behind the word it stood behind, or behind
// what stands in that word's place.
func moveCalls(calls []resolution.NoteCall, older, newer string) []resolution.NoteCall {
	segments, text := diff.Words(older, newer), []rune(newer)
	moved := make([]resolution.NoteCall, len(calls))
	for k, c := range calls {
		at := carry(segments, c.Offset)
		for at > 0 && text[at-1] == ' ' {
			at-- // a call stands at its word, not behind a blank
		}
		moved[k] = resolution.NoteCall{Number: c.Number, Offset: at}
	}
	return moved
}

// carry finds where an offset of the older text stands in the newer.
func carry(segments []diff.Segment, offset int) int {
	i, j := 0, 0
	for k, s := range segments {
		n, m := len([]rune(s.A)), len([]rune(s.B))
		if offset <= i+n && n > 0 {
			switch {
			case s.Op == diff.Equal && offset == i+n:
				return j + m
			case s.Op == diff.Equal:
				return j + min(offset-i, m)
			case k+1 < len(segments) && segments[k+1].Op == diff.Insert:
				return j + len([]rune(segments[k+1].B)) // behind what replaced the word
			}
			return j
		}
		i, j = i+n, j+m
	}
	return j
}

// Insert puts an empty paragraph of a kind before the at-th and selects it.
func (t *Editing) Insert(at int, kind resolution.Kind) error {
	level := 0
	if kind == resolution.Subparagraph {
		level = 1
	}
	t.Selected = at
	return t.step(func(d *resolution.Draft) {
		d.Paragraphs = slices.Insert(d.Paragraphs, at, resolution.Paragraph{Kind: kind, Level: level})
	})
}

// Delete takes a paragraph out. Its notes go with it where nothing else calls them.
func (t *Editing) Delete(at int) error {
	return t.step(func(d *resolution.Draft) {
		d.Paragraphs = slices.Delete(d.Paragraphs, at, at+1)
		t.Selected = min(at, len(d.Paragraphs)-1)
	})
}

// Move puts a paragraph before or behind its neighbour: by is -1 or 1.
func (t *Editing) Move(at, by int) error {
	to := at + by
	if to < 0 || to >= len(t.Draft.Paragraphs) {
		return nil
	}
	t.Selected = to
	return t.step(func(d *resolution.Draft) {
		d.Paragraphs[at], d.Paragraphs[to] = d.Paragraphs[to], d.Paragraphs[at]
	})
}

// SetKind makes a paragraph preambular, operative, a subparagraph and so on.
func (t *Editing) SetKind(at int, kind resolution.Kind) error {
	return t.step(func(d *resolution.Draft) {
		p := &d.Paragraphs[at]
		p.Kind, p.Level = kind, 0
		if kind == resolution.Subparagraph {
			p.Level = 1
		}
		p.Opening = resolution.Opening(p.Text, kind, d.Language)
	})
}

// SetNumber gives a paragraph a number of its own, such as "3 bis".
func (t *Editing) SetNumber(at int, number string) error {
	return t.step(func(d *resolution.Draft) { d.Paragraphs[at].Number = strings.TrimSpace(number) })
}

// Renumber counts operative paragraphs, subparagraphs and notes through anew.
func (t *Editing) Renumber() error {
	return t.step(func(d *resolution.Draft) { resolution.Renumber(d) })
}

// Save stores the edited text as a new draft of its base's series. The unfinished work is dropped only after that.
func (a *App) Save(e *Editing) (Text, error) {
	base, ok := a.Text(e.Base)
	if !ok {
		return Text{}, fmt.Errorf("the text this draft was made from is no longer in the library: save it as a file instead")
	}
	d := e.Draft
	resolution.DropOrphans(&d)
	row, err := toRow(d)
	if err != nil {
		return Text{}, err
	}
	row.Series, row.Parent, row.Label, row.Sample = base.Series, base.ID, e.Label, false
	id, _, err := a.keep(row, nil, "")
	if err != nil {
		return Text{}, fmt.Errorf("saving the draft: %w", err)
	}
	if err := a.library.DropWork(e.ID); err != nil {
		return Text{}, fmt.Errorf("the draft is saved, but its unfinished form could not be dropped: %w", err)
	}
	t, _ := a.Text(id)
	return t, nil
}

// Discard drops unfinished work for good.
func (a *App) Discard(e *Editing) error { return a.library.DropWork(e.ID) }
