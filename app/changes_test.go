package app

import (
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

func TestFilterShows(t *testing.T) {
	row := func(c resolution.Class, w resolution.Weight) resolution.Row {
		return resolution.Row{Class: c, Weight: w}
	}
	for _, c := range []struct {
		without []Facet
		row     resolution.Row
		shown   bool
	}{
		{nil, row(resolution.New, resolution.Substantive), true},
		{[]Facet{EditorialChange}, row(resolution.Changed, resolution.Editorial), false},
		{[]Facet{EditorialChange}, row(resolution.Changed, resolution.Technical), true},
		{[]Facet{EditorialChange}, row(resolution.Changed, ""), true},
		{[]Facet{EditorialChange, TechnicalChange, SubstantiveChange}, row(resolution.Same, ""), true},
		{[]Facet{MovedChange}, row(resolution.MovedOnly, resolution.Editorial), false},
		{[]Facet{MovedChange}, row(resolution.MovedChanged, resolution.Substantive), true},
		{[]Facet{MovedChange, RewordedChange}, row(resolution.MovedChanged, resolution.Substantive), false},
		{[]Facet{NewChange}, row(resolution.Gone, resolution.Substantive), true},
		{[]Facet{DeletedChange}, row(resolution.Gone, resolution.Substantive), false},
		{[]Facet{SplitChange}, row(resolution.Split, resolution.Editorial), false},
		{[]Facet{MergedChange}, row(resolution.Merged, resolution.Editorial), false},
	} {
		var f Filter
		for _, x := range c.without {
			f = f.Toggle(x)
		}
		if got := f.Shows(c.row); got != c.shown {
			t.Errorf("without %v: %s %s is shown: %v", c.without, c.row.Class, c.row.Weight, got)
		}
		for _, x := range c.without {
			f = f.Toggle(x)
		}
		if f != 0 {
			t.Errorf("taken in again, %v leaves %b", c.without, f)
		}
	}
}

// TestFilterIsKept: what is left out stays so when the texts are swapped, and the steps heed it.
func TestFilterIsKept(t *testing.T) {
	a, older, newer := gardenYears(t)
	must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
	all := a.comparing().AllChanges()
	if len(all) != 2 {
		t.Fatalf("%d changes", len(all))
	}
	a.Do("filter.deleted")
	list, left := a.comparing().ChangeList()
	if len(list) != 1 || left != 1 || list[0].What.Class != resolution.New {
		t.Errorf("listed %+v, %d left out", list, left)
	}
	if words, many := a.Words.LeftOut(a.comparing().Redline.Rows, a.comparing().Filter); many != 1 || words != "1 substantive" {
		t.Errorf("left out: %q", words)
	}
	if nth, of := a.comparing().Position(); nth != 1 || of != 1 {
		t.Errorf("%d of %d", nth, of)
	}
	a.Do("compare.swap")
	if !a.comparing().Filter.Without(DeletedChange) {
		t.Error("swapping the texts shows what was left out")
	}
	a.Do("filter.all")
	if c, _ := a.Command("filter.all"); c.Enabled() || len(a.comparing().Changes()) != 2 {
		t.Error("something is still left out")
	}
}

func TestHeaviestFirst(t *testing.T) {
	rows := []resolution.Row{{Class: resolution.Changed, Weight: resolution.Editorial}, {Class: resolution.Same},
		{Class: resolution.New, Weight: resolution.Substantive}, {Class: resolution.Gone, Weight: resolution.Technical}}
	t2 := &Comparing{Comparison: &Comparison{Redline: resolution.Redline{Rows: rows}}, ByWeight: true}
	list, _ := t2.ChangeList()
	var order []int
	for _, c := range list {
		order = append(order, c.Row)
	}
	if !slices.Equal(order, []int{2, 3, 0}) {
		t.Errorf("the order is %v", order)
	}
}

// TestTogetherLeavesPartners: who is put together with another leaves who was its partner, in the comparison and in the
// history; who is added to a row does not.
func TestTogetherLeavesPartners(t *testing.T) {
	wells := "1. Urges all villages to dig deep wells beside their schools before the summer;"
	build := func(t *testing.T) (*App, Stored, Stored) {
		a := newApp(t)
		older := add(t, a, draft("A/RES/78/9", 78, resolution.Adopted, "Recalling its resolutions,", wells, "2. Asks for seeds of beans, peas and old grains;"))
		newer := add(t, a, draft("A/RES/79/9", 79, resolution.Adopted, "Recalling its resolutions,",
			strings.Replace(wells, "deep", "good", 1), "2. Thanks the painters of the harbour for their pictures;"))
		must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
		return a, older, newer
	}
	hold := func(a *App, held, chosen int, id string) {
		a.Choose(held)
		a.Do("compare.hold")
		a.Choose(chosen)
		a.Do(id)
	}
	a, older, newer := build(t)
	rows := a.comparing().Redline.Rows
	pair := slices.IndexFunc(rows, func(r resolution.Row) bool { return r.Class == resolution.Changed })
	added := slices.IndexFunc(rows, func(r resolution.Row) bool { return r.Class == resolution.New })
	if pair < 0 || added < 0 {
		t.Fatalf("uncorrected: %s", classesOf(a.comparing().Comparison))
	}
	hold(a, pair, added, "compare.together") // the wells became the painters
	got := a.comparing().Comparison
	for _, r := range got.Redline.Rows {
		if len(r.Older) > 1 || len(r.Newer) > 1 {
			t.Errorf("put together: %s", classesOf(got))
		}
	}
	h, err := a.History(newer, 2)
	must(t, err)
	if len(h.Steps) == 0 || h.Steps[0].Event != FirstSeen || h.Steps[0].Text.ID != newer.Text.ID {
		t.Errorf("the earlier partner's history is %s", told(h))
	}
	h, err = a.History(newer, 3)
	must(t, err)
	if len(h.Steps) != 2 || h.Steps[0].Text.ID != older.Text.ID {
		t.Errorf("the new partner's history is %s", told(h))
	}
	a, _, _ = build(t)
	hold(a, added, pair, "compare.also")
	if got := classesOf(a.comparing().Comparison); !strings.Contains(got, "split") {
		t.Errorf("added: %s", got)
	}
}

func TestSaidIsListedAndTakenBack(t *testing.T) {
	a, older, newer := gardenYears(t)
	must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
	must(t, a.BelongTogether(older, newer, 2, 2))
	said, err := a.Said(older, newer)
	must(t, err)
	if len(said) != 1 || said[0].Older != 2 || said[0].Newer != 2 || said[0].Apart || said[0].Who != "a delegate" {
		t.Fatalf("said: %+v", said)
	}
	a.Choose(2)
	if c, _ := a.Command("compare.retract"); !c.Enabled() {
		t.Error("what was said of the row cannot be taken back")
	}
	must(t, a.TakeBack(said...))
	if said, err = a.Said(older, newer); err != nil || len(said) != 0 {
		t.Errorf("taken back: %+v, %v", said, err)
	}
	if got := classesOf(a.comparing().Comparison); strings.Contains(got, "changed") {
		t.Errorf("taken back: %s", got)
	}
	must(t, a.Undo())
	if said, err = a.Said(older, newer); err != nil || len(said) != 1 {
		t.Errorf("undone: %+v, %v", said, err)
	}
}
