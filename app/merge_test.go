package app

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// mergedApp is a library into which another one was merged: a rename before, a text and a title from there.
func mergedApp(t *testing.T) (a *App, own Stored) {
	t.Helper()
	now := morning
	folder := t.TempDir()
	a = openAt(t, filepath.Join(folder, "a.mutatis"), &now)
	t.Cleanup(func() { a.Close() })
	own = add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	copied := filepath.Join(folder, "b.mutatis")
	must(t, a.SaveCopy(copied, storage.CopyOptions{}))
	b := openAt(t, copied, &now)
	add(t, b, draft("A/RES/79/911", 79, resolution.Adopted, "Recalling its work,", "1. Decides to meet again."))
	must(t, b.SetStatus(own, []int{2}, resolution.Agreed))
	must(t, b.Close())
	must(t, a.SetStatus(own, []int{1}, resolution.Bracketed))
	must(t, a.OpenText(own.Text.ID))
	a.MergeLibrary(copied)
	if len(a.Texts()) != 2 {
		t.Fatalf("%d texts after the merge", len(a.Texts()))
	}
	return a, own
}

func statuses(t *testing.T, a *App, s Stored) (all []string) {
	t.Helper()
	standings, err := a.Standings(s)
	must(t, err)
	for _, x := range standings {
		all = append(all, string(x.Status))
	}
	return all
}

// A merge is taken back like any other action, from its report too, and what was done before it can still be taken back.
func TestUndoOfAMerge(t *testing.T) {
	for _, c := range []struct {
		name string
		back func(a *App)
	}{
		{"by Undo", func(a *App) { a.Do("edit.undo") }},
		{"from its report", func(a *App) { a.TakeBackMerge(a.Current().(*Merged)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, own := mergedApp(t)
			c.back(a)
			if len(a.Texts()) != 1 {
				t.Errorf("%d texts", len(a.Texts()))
			}
			if got := statuses(t, a, own); got[1] != string(resolution.Bracketed) || got[2] != string(resolution.Open) && got[2] != "" {
				t.Errorf("statuses %q", got)
			}
			if len(a.Tabs()) != 1 || a.CanUndo() != "undo.status" {
				t.Errorf("%d tabs are open, %q can be undone", len(a.Tabs()), a.CanUndo())
			}
			must(t, a.Undo())
			if got := statuses(t, a, own); got[1] == string(resolution.Bracketed) {
				t.Errorf("what was done before the merge was not taken back: %q", got)
			}
		})
	}
}

// After another change a merge is not taken back: the person is told what to do, and what came before is not blocked.
func TestUndoOfAMergeTooLate(t *testing.T) {
	a, own := mergedApp(t)
	report := a.Current().(*Merged)
	must(t, a.SetStatus(own, []int{1}, resolution.Agreed))
	var told []string
	a.Hooks.Failed = func(err error) { told = append(told, err.Error()) }
	a.TakeBackMerge(report)
	if len(told) != 1 || !strings.Contains(told[0], "F12") || len(a.Texts()) != 2 {
		t.Errorf("told %q, %d texts", told, len(a.Texts()))
	}
	if slices.ContainsFunc(a.undo, func(u undoable) bool { return u.label == "undo.merge" }) {
		t.Error("it still stands in the way of what was done before")
	}
}

// A merge that brought nothing is nothing to undo.
func TestMergeOfNothing(t *testing.T) {
	now := morning
	a := openAt(t, filepath.Join(t.TempDir(), "a.mutatis"), &now)
	defer a.Close()
	copied := filepath.Join(t.TempDir(), "b.mutatis")
	must(t, a.SaveCopy(copied, storage.CopyOptions{}))
	a.MergeLibrary(copied)
	if a.CanUndo() != "" || a.Current().(*Merged).Undoable() {
		t.Error("nothing can be undone")
	}
}

// TestMergePrivateNotes: what a person noted and kept on another computer is here after a merge, at the same words.
func TestMergePrivateNotes(t *testing.T) {
	office := newApp(t)
	d := draft("A/C.2/80/L.1", 80, resolution.Tabled, "Recalling its resolution,", "1. Requests the school to report;")
	s := add(t, office, d)
	laptop := newApp(t)
	far := add(t, laptop, draft("A/C.2/80/L.2", 80, resolution.Tabled, "Recalling another resolution,"))
	same := add(t, laptop, d)
	_, err := laptop.AddPrivateNote(same, 2, storage.Position, "we can live with it")
	must(t, err)
	must(t, laptop.AddToBasket(FoundParagraph(same, 2)))
	must(t, laptop.AddToBasket(FoundParagraph(far, 1)))
	must(t, office.AddToBasket(FoundParagraph(s, 2)))

	r, err := office.Merge(laptop.Path())
	must(t, err)
	notes, err := office.PrivateNotes(s)
	must(t, err)
	if r.Notes != 1 || r.Basket != 1 || len(notes[2]) != 1 || notes[2][0].Text != "we can live with it" {
		t.Errorf("the report is %+v, the notes are %+v", r, notes)
	}
	basket, err := office.Basket()
	must(t, err)
	if len(basket) != 2 || basket[0].Text != s.Text.ID {
		t.Fatalf("the basket is %+v", basket)
	}
	if other, err := office.Stored(basket[1].Text); err != nil || other.Text.Symbol != "A/C.2/80/L.2" {
		t.Errorf("the second wording is of %+v, %v", other.Text, err)
	}
	if r, err = office.Merge(laptop.Path()); err != nil || r.Changed() {
		t.Errorf("the second time: %+v %v", r, err)
	}
	list := (&Merged{Path: "x", Report: MergeReport{Notes: 2, Basket: 3}}).List(LoadWords("ru"))
	if got := strings.Join(list.Sections[0].Text, " "); !strings.Contains(got, "заметок") || !strings.Contains(got, "подборки") {
		t.Errorf("said: %s", got)
	}
}
