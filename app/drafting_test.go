package app

import (
	"reflect"
	"testing"

	"mutatis/app/resolution"
)

func editing(t *testing.T) (*App, *Editing) {
	t.Helper()
	a := newApp(t)
	d := draft("A/RES/79/1", 79, resolution.Adopted,
		"Recalling the report of the school,", "1. Decides to meet in spring;", "2. Requests a report.")
	d.Paragraphs[1].Notes = []resolution.NoteCall{{Number: "1", Offset: 20}} // behind "report"
	d.Footnotes = []resolution.Footnote{{Number: "1", Text: "A/79/1."}}
	e, err := a.Edit(add(t, a, d))
	must(t, err)
	return a, e
}

func numbered(d resolution.Draft) []string {
	var all []string
	for _, p := range d.Paragraphs {
		all = append(all, p.Numeral(d.Language)+p.Text)
	}
	return all
}

func TestCallStaysWithItsWord(t *testing.T) {
	cases := []struct{ name, text, before string }{
		{"words before", "Recalling also the fine report of the school,", "Recalling also the fine report"},
		{"words behind", "Recalling the report of both schools,", "Recalling the report"},
		{"its word replaced", "Recalling the study of the school,", "Recalling the study"},
		{"its word gone", "Recalling the school,", "Recalling"},
		{"all gone", "", ""},
	}
	for _, c := range cases {
		_, e := editing(t)
		must(t, e.SetText(1, c.text))
		p := e.Draft.Paragraphs[1]
		if len(p.Notes) != 1 || string([]rune(p.Text)[:p.Notes[0].Offset]) != c.before {
			t.Errorf("%s: %q calls %+v", c.name, p.Text, p.Notes)
		}
	}
}

func TestEditSteps(t *testing.T) {
	_, e := editing(t)
	start := numbered(e.Draft)
	must(t, e.Move(2, 1))
	must(t, e.Insert(1, resolution.Preambular))
	must(t, e.SetText(1, "Noting  the\nspring,"))
	must(t, e.Renumber())
	must(t, e.Delete(2))
	want := []string{"School gardens", "Noting the spring,", "1.Requests a report.", "2.Decides to meet in spring;"}
	if got := numbered(e.Draft); !reflect.DeepEqual(got, want) {
		t.Errorf("edited to %q", got)
	}
	for e.CanUndo() {
		must(t, e.Undo())
	}
	if got := numbered(e.Draft); !reflect.DeepEqual(got, start) {
		t.Errorf("undone to %q", got)
	}
}

// TestUnfinishedDraftSurvives opens the library again as after a crash: nothing was closed or saved.
func TestUnfinishedDraftSurvives(t *testing.T) {
	a, e := editing(t)
	must(t, e.SetText(2, "Decides to meet in autumn;"))
	b, err := Open(a.Path(), Options{Now: clock()})
	must(t, err)
	defer b.Close()
	found, err := b.Unfinished()
	must(t, err)
	if len(found) != 1 || !reflect.DeepEqual(found[0].Draft, e.Draft) || found[0].Base != e.Base {
		t.Errorf("found %+v", found)
	}
}

func TestSavedDraftFollowsItsBase(t *testing.T) {
	a, e := editing(t)
	must(t, e.Delete(1))
	saved, err := a.Save(e)
	must(t, err)
	s, err := a.Stored(saved.ID)
	must(t, err)
	if saved.Parent != e.Base || saved.Symbol != "" || s.Draft.Stage != resolution.Working {
		t.Errorf("saved as %+v", saved)
	}
	if len(s.Draft.Footnotes) != 0 {
		t.Errorf("the note of the deleted paragraph is still there: %+v", s.Draft.Footnotes)
	}
	if found, err := a.Unfinished(); err != nil || len(found) != 0 {
		t.Errorf("unfinished: %v, %v", found, err)
	}
	base, err := a.Stored(e.Base)
	must(t, err)
	if len(base.Draft.Footnotes) != 1 || base.Draft.Symbol != "A/RES/79/1" {
		t.Errorf("the base changed: %+v", base.Draft)
	}
}
