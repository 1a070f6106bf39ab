package app

import (
	"slices"

	"mutatis/app/resolution"
)

// notesBeside are the private notes on the paragraphs of texts that are compared, the older ones first. They stay out of
// comparisons: what is printed or saved of one never holds them.
type notesBeside [][][]PrivateNote

// notesOf reads the private notes of texts.
func (a *App) notesOf(texts ...Stored) (notesBeside, error) {
	var all notesBeside
	for _, s := range texts {
		notes, err := a.PrivateNotes(s)
		if err != nil {
			return nil, err
		}
		all = append(all, notes)
	}
	return all, nil
}

// at lists the notes on the paragraphs of one text that stand in a row.
func (n notesBeside) at(text int, cells []resolution.Cell) (found []PrivateNote) {
	if text < 0 || text >= len(n) {
		return nil
	}
	for _, c := range cells {
		if c.Index < len(n[text]) {
			found = append(found, n[text][c.Index]...)
		}
	}
	return found
}

// under are the notes of a row: those on what stands now, then those on what stood before, each once.
func (n notesBeside) under(now []resolution.Cell, before ...[]resolution.Cell) []PrivateNote {
	newest := len(n) - 1
	found := n.at(newest, now)
	for text := len(before) - 1; text >= 0; text-- {
		for _, note := range n.at(text, before[text]) {
			if slices.ContainsFunc(found, func(one PrivateNote) bool { return one.UID == note.UID }) {
				continue
			}
			note.Older = note.Older || len(now) > 0 // had the words been the same, it would be among those on what stands now
			found = append(found, note)
		}
	}
	return found
}

// NotesAt lists the private notes on a row of the comparison.
func (t *Comparing) NotesAt(row int) []PrivateNote {
	if t.Comparison == nil || row < 0 || row >= len(t.Redline.Rows) {
		return nil
	}
	r := t.Redline.Rows[row]
	return t.notes.under(r.Newer, r.Older)
}

// NotedRows lists the rows of the comparison on which something is noted.
func (t *Comparing) NotedRows() []int {
	if t.Comparison == nil {
		return nil
	}
	return notedRows(len(t.Redline.Rows), t.NotesAt)
}

// NotedRows lists the rows on which something is noted.
func (t *ComparingThree) NotedRows() []int {
	if t.ThreeWay == nil {
		return nil
	}
	return notedRows(len(t.Rows), t.NotesAt)
}

func notedRows(rows int, notes func(row int) []PrivateNote) (noted []int) {
	for i := range rows {
		if len(notes(i)) > 0 {
			noted = append(noted, i)
		}
	}
	return noted
}

// NotesAt lists the private notes on a row of a draft against two bases.
func (t *ComparingThree) NotesAt(row int) []PrivateNote {
	if t.ThreeWay == nil || row < 0 || row >= len(t.Rows) {
		return nil
	}
	r := t.Rows[row]
	return t.notes.under(r.Draft, r.Bases[0].Older, r.Bases[1].Older)
}

// noted is the paragraph that a note would be about: the chosen one; where a comparison shows one that is gone, that.
func (a *App) noted() (s Stored, at int, ok bool) {
	if chosen := a.chosen(); len(chosen) > 0 {
		return *a.shown(), chosen[0], true
	}
	gone := func(s Stored, cells []resolution.Cell) (Stored, int, bool) {
		if len(cells) == 0 {
			return Stored{}, 0, false
		}
		return s, cells[0].Index, true
	}
	switch t := a.Current().(type) {
	case *Comparing:
		if t.Comparison != nil && t.Selected >= 0 && t.Selected < len(t.Redline.Rows) {
			return gone(t.Older, t.Redline.Rows[t.Selected].Older)
		}
	case *ComparingThree:
		if t.ThreeWay == nil || t.Selected < 0 || t.Selected >= len(t.Rows) {
			return Stored{}, 0, false
		}
		for k := len(t.Bases) - 1; k >= 0; k-- {
			if s, at, ok = gone(t.Bases[k], t.Rows[t.Selected].Bases[k].Older); ok {
				return s, at, true
			}
		}
	}
	return Stored{}, 0, false
}

// notable reports whether something can be noted of what is chosen.
func (a *App) notable() bool {
	_, _, ok := a.noted()
	return ok && a.writable()
}
