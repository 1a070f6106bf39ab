package app

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// A delegate looks for a paragraph of a draft, narrows the search, puts a wording into the basket and copies it.
func TestFindingTab(t *testing.T) {
	a := orchards(t)
	copied := ""
	a.Hooks.Copy = func(words string) { copied = words }
	must(t, a.OpenText(4))
	a.Choose(2)
	a.Do("search.precedents")
	tab := a.finding()
	if tab == nil || tab.Precedents == nil || tab.Found != 3 || tab.Variants[0].First.Text.Symbol != "A/C.2/79/L.5" {
		t.Fatalf("the tab holds %+v", tab)
	}
	if got := tab.Name(a.Words); got != "Earlier uses: OP1 · A/RES/79/911" {
		t.Error(got)
	}
	a.Do("search.adopted")
	if tab = a.finding(); tab.Found != 2 {
		t.Errorf("%d adopted wordings, want 2", tab.Found)
	}
	a.Do("search.later")
	if tab = a.finding(); tab.Found != 3 || tab.Variants[0].Tier != ExactWords {
		t.Errorf("with later texts %d wordings, want 3 and its own first", tab.Found)
	}
	a.Choose(1)
	a.Do("search.copy")
	if !strings.HasSuffix(copied, "(resolution 76/911, para. 1)") {
		t.Errorf("copied %q", copied)
	}
	a.Do("basket.add")
	a.Do("basket.show")
	a.Choose(0)
	copied = ""
	a.Do("basket.copy")
	if !strings.HasPrefix(copied, "“Invites schools to plant trees with") {
		t.Errorf("copied %q", copied)
	}
	a.Do("basket.remove")
	if n := len(a.basketing().All); n != 0 {
		t.Errorf("%d are left", n)
	}
	a.Do("edit.undo")
	if n := len(a.basketing().All); n != 1 {
		t.Errorf("%d after undo", n)
	}
}

func TestFindWords(t *testing.T) {
	a := orchards(t)
	must(t, a.FindWords("school gardens"))
	tab := a.finding()
	if tab.Precedents == nil || tab.Found != 1 || len(tab.Variants[0].Uses) != 4 {
		t.Fatalf("found %+v", tab.Precedents)
	}
	a.Choose(0)
	a.Do("search.last")
	reading, ok := a.Current().(*Reading)
	if !ok || reading.Stored.Text.Symbol != "A/RES/79/911" || reading.Selected != 1 {
		t.Errorf("shown is %+v", a.Current())
	}
	must(t, a.FindWords("AND"))
	if tab := a.finding(); tab.Failed != "" || tab.Found != 1 {
		t.Errorf("a word that is an operator elsewhere: %q, %d", tab.Failed, tab.Found)
	}
	must(t, a.FindWords("NOT gardens"))
	if tab := a.finding(); tab.Failed == "" || tab.Precedents != nil {
		t.Error("a search for nothing says nothing")
	}
}

func TestProvenance(t *testing.T) {
	a := orchards(t)
	s, err := a.Stored(4)
	must(t, err)
	for i, want := range []string{"", "adapted from 77/911 PP1, 2 words", "verbatim A/C.2/79/L.5 OP1", "verbatim A/C.2/79/L.5 OP2"} {
		if got := a.Origin(s, i); got != want {
			t.Errorf("paragraph %d: %q, want %q", i, got, want)
		}
	}
	first, err := a.Stored(1)
	must(t, err)
	if got := a.Origin(first, 1); got != "no earlier text to compare with" {
		t.Error(got)
	}
	second, err := a.Stored(2)
	must(t, err)
	if got := []string{a.Origin(second, 1), a.Origin(second, 2)}; got[0] != "verbatim 76/911 PP1" || got[1] != "adapted from 76/911 OP1, 2 words" {
		t.Error(got)
	}
	fresh := Stored{Text: Text{Language: resolution.English, Session: 80}, Draft: draft("", 80, resolution.Working, "Quite other words on lighthouses,", "1. Decides to meet.")}
	if got := []string{a.Origin(fresh, 1), a.Origin(fresh, 2)}; got[0] != "new" || !strings.HasPrefix(got[1], "verbatim 79/911") {
		t.Error(got)
	}
}

// All uses of the chosen wording have labels; what filters and time leave out is said.
func TestUsesAndWhatIsLeftOut(t *testing.T) {
	a := orchards(t)
	must(t, a.FindWords("school gardens"))
	a.Choose(0)
	tab := a.finding()
	if v := tab.Variants[0]; !v.Labelled() || v.Uses[2].Label != "PP1" {
		t.Errorf("the uses are %+v", v.Uses)
	}
	a.ChooseUse(2)
	if text, at, ok := a.spot(); !ok || text != tab.Variants[0].Uses[2].Text.ID || at != 1 {
		t.Errorf("chosen is %d in %d", at, text)
	}
	must(t, a.SetScope(Scope{From: 77, Adopted: true, Kind: resolution.Preambular}))
	honest := a.HonestWords(a.finding())
	for _, want := range []string{"Searched 3 texts, sessions 77–79", "left out by the filters: 2", "from session 77; preambular paragraphs alone; adopted texts alone"} {
		if !strings.Contains(honest, want) {
			t.Errorf("%q does not say %q", honest, want)
		}
	}
	must(t, a.FindWords("trees")) // other words of the same search keep its filters
	if !a.finding().Filtered() {
		t.Error("the filters are gone")
	}
	must(t, a.ResetScope())
	if a.finding().Filtered() {
		t.Error("the filters are still there")
	}
	second, err := a.Stored(2)
	must(t, err)
	must(t, a.FindParagraph(second, 1))
	if honest := a.HonestWords(a.finding()); !strings.Contains(honest, "later texts, not searched: 3") {
		t.Errorf("nothing is said of later texts: %q", honest)
	}
	if got := a.OriginHead(second); !strings.HasPrefix(got, "Verbatim: 1 · adapted: 1 · new: 0 · Searched one text, of session 76") {
		t.Errorf("above the text stands %q", got)
	}
}
