package app

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// gardenYears are two years of a text in which the second paragraph was written anew, so that no machine sees it.
func gardenYears(t *testing.T) (a *App, older, newer Stored) {
	a = newApp(t)
	older = add(t, a, draft("A/RES/78/911", 78, resolution.Adopted,
		"Recalling its resolution on school gardens,", "1. Urges all villages to dig wells beside their schools;", "2. Decides to meet in spring."))
	newer = add(t, a, draft("A/RES/79/908", 79, resolution.Adopted,
		"Recalling its resolution on school gardens,", "1. Appeals for water wherever children plant beans;", "2. Decides to meet in spring."))
	return a, older, newer
}

// classes lists what a comparison says of its rows: "same changed new deleted".
func classesOf(c *Comparison) string {
	var out []string
	for _, row := range c.Redline.Rows {
		out = append(out, string(row.Class))
	}
	return strings.Join(out, " ")
}

func TestCorrectionBindsAndIsUndone(t *testing.T) {
	a, older, newer := gardenYears(t)
	must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
	front := func() string { return classesOf(a.comparing().Comparison) }
	const apart, together = "same same deleted new same", "same same changed same"
	if got := front(); got != apart {
		t.Fatalf("uncorrected: %s", got)
	}
	must(t, a.BelongTogether(older, newer, 2, 2))
	if got := front(); got != together {
		t.Errorf("put together: %s", got)
	}
	if at := 2; !a.comparing().ByHand(at) || a.comparing().ByHand(0) {
		t.Error("the row does not show whose word it is")
	}
	must(t, a.BelongApart(older, newer, 2, 2))
	if got := front(); got != apart {
		t.Errorf("parted: %s", got)
	}
	if a.CanUndo() != "undo.pairing" {
		t.Errorf("the last action is %q", a.CanUndo())
	}
	must(t, a.Undo())
	if got := front(); got != together {
		t.Errorf("the parting undone: %s", got)
	}
	must(t, a.Undo())
	if got := front(); got != apart {
		t.Errorf("both undone: %s", got)
	}
}

// TestCorrectionParts parts two paragraphs that look alike.
func TestCorrectionParts(t *testing.T) {
	a := newApp(t)
	older := add(t, a, draft("A/RES/78/1", 78, resolution.Adopted, "1. Requests the school to report on its garden in spring;", "2. Decides to meet."))
	newer := add(t, a, draft("A/RES/79/1", 79, resolution.Adopted, "1. Requests the school to report on its kitchen in spring;", "2. Decides to meet."))
	must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
	must(t, a.BelongApart(older, newer, 1, 1))
	if got := classesOf(a.comparing().Comparison); got != "same deleted new same" {
		t.Errorf("parted: %s", got)
	}
}

// TestCorrectionOutlivesTheProgram: what was said binds after a restart, in later texts with the same words, and when
// the texts are swapped.
func TestCorrectionOutlivesTheProgram(t *testing.T) {
	a, older, newer := gardenYears(t)
	must(t, a.BelongTogether(older, newer, 2, 2))
	path := a.Path()
	must(t, a.library.Close())
	b, err := Open(path, a.o)
	must(t, err)
	a.library = b.library // closed with a
	later := add(t, b, draft("A/RES/80/1", 80, resolution.Adopted,
		"Recalling its resolutions,", "1. Appeals for water wherever children plant beans;"))
	found, err := b.Corrections(older, later)
	must(t, err)
	if len(found.Together) != 1 || found.Together[0] != [2]int{2, 2} {
		t.Errorf("in a later text: %+v", found)
	}
	found, err = b.Corrections(newer, older)
	must(t, err)
	if len(found.Together) != 1 || found.Together[0] != [2]int{2, 2} {
		t.Errorf("swapped: %+v", found)
	}
}

// TestCorrectionReachesAgreements: what a text inherits follows the corrected pairing.
func TestCorrectionReachesAgreements(t *testing.T) {
	a := newApp(t)
	l := add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled, "1. Urges all villages to dig wells beside their schools;", "2. Decides to meet."))
	rev := add(t, a, draft("A/C.2/80/L.1/Rev.1", 80, resolution.Revised, "1. Appeals for water wherever children plant beans;", "2. Decides to meet."))
	must(t, a.SetStatus(l, []int{1}, resolution.Agreed))
	if got := standings(t, a, rev)[1]; got.Lost {
		t.Fatalf("uncorrected it stands as %+v", got)
	}
	must(t, a.BelongTogether(l, rev, 1, 1))
	if got := standings(t, a, rev)[1]; got != (resolution.Standing{Status: resolution.Agreed, Lost: true}) {
		t.Errorf("corrected it stands as %+v", got)
	}
}

func TestCorrectionOfEqualsIsRefused(t *testing.T) {
	a, older, newer := gardenYears(t)
	if err := a.BelongApart(older, newer, 3, 3); err == nil || !strings.Contains(err.Error(), "same words") {
		t.Errorf("refused with %v", err)
	}
	if a.CanUndo() == "undo.pairing" {
		t.Error("there is something to undo")
	}
}

// TestWordingTwiceIsNotMerged: a wording that stands twice in one text is paired once.
func TestWordingTwiceIsNotMerged(t *testing.T) {
	a := newApp(t)
	older := add(t, a, draft("A/RES/78/1", 78, resolution.Adopted, "1. Digs wells;", "2. Decides to meet;", "3. Digs wells;"))
	newer := add(t, a, draft("A/RES/79/1", 79, resolution.Adopted, "1. Plants beans;", "2. Decides to meet;"))
	must(t, a.BelongTogether(older, newer, 1, 1))
	must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
	if got := classesOf(a.comparing().Comparison); got != "same changed same deleted" {
		t.Errorf("paired as %s", got)
	}
}

// TestCorrectingByCommands does it as a person does: hold the row that is gone, go to the new one, put them together.
func TestCorrectingByCommands(t *testing.T) {
	a, older, newer := gardenYears(t)
	commands := map[string]Command{}
	for _, c := range a.CorrectionCommands() {
		commands[c.ID] = c
	}
	must(t, a.CompareTexts(older.Text.ID, newer.Text.ID))
	do := func(id string) {
		t.Helper()
		if !commands[id].Enabled() {
			t.Fatalf("%s cannot be done", id)
		}
		must(t, commands[id].Run())
	}
	a.Choose(2)
	if commands["compare.together"].Enabled() {
		t.Error("nothing is held, and yet it can be put together")
	}
	do("compare.hold")
	if !commands["compare.hold"].Checked() {
		t.Error("the held row is not shown as held")
	}
	a.Choose(3)
	do("compare.together")
	if got := classesOf(a.comparing().Comparison); got != "same same changed same" || a.comparing().Held != nil {
		t.Fatalf("put together: %s, held %v", got, a.comparing().Held)
	}
	if a.comparing().Selected != 2 {
		t.Errorf("row %d is chosen, not the one that was made", a.comparing().Selected)
	}
	do("compare.apart")
	if got := classesOf(a.comparing().Comparison); got != "same same deleted new same" {
		t.Errorf("parted: %s", got)
	}
	a.Choose(0)
	if commands["compare.apart"].Enabled() {
		t.Error("equal words can be parted")
	}
}
