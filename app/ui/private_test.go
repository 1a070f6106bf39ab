package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
)

// Private notes stand under the rows of a comparison with a mark in the margin, and beside the changes in their list.
func TestPrivateNotesInTheRowsOfAComparison(t *testing.T) {
	u := opened(t, true)
	showNoted(t, u)
	v := u.front().(*comparing)
	gone := 0
	for _, l := range v.lines {
		if l.kind != paragraphLine || len(v.tab.NotesAt(l.row)) == 0 {
			continue
		}
		look, r := v.pairLook(l), v.row(l)
		side := look.newer
		if r.Class == resolution.Gone {
			side, gone = look.older, gone+1
		}
		notes := v.tab.NotesAt(l.row)
		if want := len(notes) + len(v.texts(l).newer.texts); r.Class != resolution.Gone && len(side.texts) != want {
			t.Errorf("%s: %d texts, want %d", look.label, len(side.texts), want)
		}
		last := plain(side.texts[len(side.texts)-1].Runs())
		if !strings.Contains(last, notes[len(notes)-1].Text) || !strings.HasSuffix(look.was, privateMark) && look.was != "note" {
			t.Errorf("%s: the last line is %q, under the label stands %q", look.label, last, look.was)
		}
		if at := v.changes.at(l.row); at < 0 || !strings.Contains(v.changes.lines[at].class, "your note") {
			t.Errorf("%s: the list of changes does not say that something is noted", look.label)
		}
	}
	if gone == 0 {
		t.Error("no note stands on what is gone")
	}
	u.do("compare.inline")
	l := v.lines[v.at(v.tab.Selected)]
	if look := v.inlineLook(l); len(look.texts) != 3 || len(look.indents) != 3 || look.was != "note" {
		t.Errorf("in one column: %d texts, under the label stands %q", len(look.texts), look.was)
	}
}

// F10 asks for a note on the chosen row; what is copied of the row stays without it.
func TestF10InAComparison(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	u.app.Choose(v.tab.Changes()[0])
	before := v.copied()
	u.app.Hooks.EnterText = func(_, _ string, then func(string)) { then("Ask the capital.") }
	key(u, fyne.KeyF10)
	if notes := v.tab.NotesAt(v.tab.Selected); len(notes) != 1 || notes[0].Text != "Ask the capital." {
		t.Fatalf("%+v", notes)
	}
	if v.copied() != before {
		t.Errorf("copied is %q", v.copied())
	}
	u.do("compare.three")
	w := u.front().(*threeway)
	for row := range w.shown.Rows {
		if len(w.tab.NotesAt(row)) == 0 {
			continue
		}
		l := w.look(row)
		had := len(l.sides[2].texts)
		w.note(&l, row)
		if len(l.sides[2].texts) != had+1 || !strings.HasSuffix(l.label, privateMark) || len(w.look(row).sides[2].texts) != had {
			t.Errorf("%s: %d texts", l.label, len(l.sides[2].texts))
		}
		return
	}
	t.Error("three ways do not show the note")
}

// A note on a paragraph that did not change is in view where only changes are; one on a change that a filter leaves out is
// counted where that stood.
func TestOnlyChangesHideNoNotes(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	same, editorial := -1, -1
	for i, r := range v.tab.Redline.Rows {
		if r.Class == resolution.Same && len(r.Newer) > 0 && r.Newer[0].Label != "" {
			same = i
		}
		if r.Weight == resolution.Technical {
			editorial = i
		}
	}
	if same < 0 || editorial < 0 {
		t.Fatalf("the sample has no such rows: %d, %d", same, editorial)
	}
	key(u, fyne.KeyF9)
	if v.at(same) >= 0 {
		t.Fatal("an unchanged row is shown among the changes")
	}
	u.app.Hooks.EnterText = func(_, _ string, then func(string)) { then("Ask the capital.") }
	for _, row := range []int{same, editorial} {
		u.app.Choose(row)
		key(u, fyne.KeyF10)
	}
	if v.at(same) < 0 {
		t.Error("the row with the note is hidden")
	}
	u.do("filter.technical")
	said := ""
	for _, l := range v.lines {
		if l.kind == hiddenLine && l.row <= editorial && editorial < l.row+l.many {
			said, _ = v.saying(l)
		}
	}
	if !strings.Contains(said, "your notes: 1") {
		t.Errorf("where the noted change stood it says %q", said)
	}
	u.do("compare.three")
	w := u.front().(*threeway)
	key(u, fyne.KeyF9)
	for _, row := range w.tab.NotedRows() {
		if w.at(row) < 0 {
			t.Errorf("three ways hide the noted row %d", row)
		}
	}
	if len(w.tab.NotedRows()) != 2 {
		t.Errorf("noted are the rows %v", w.tab.NotedRows())
	}
}
