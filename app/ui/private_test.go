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
