package app

import (
	"testing"

	"mutatis/app/resolution"
)

// tabled and revised are a draft and its revision: PP1 stands, OP1 has one letter more, OP2 differs in layout alone.
func tabledAndRevised(t *testing.T) (*App, Stored, Stored) {
	a := newApp(t)
	l := add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled,
		"Recalling its resolution on the garden,", "1. Requests the school to report;", "2. Decides to meet “in spring”."))
	rev := add(t, a, draft("A/C.2/80/L.1/Rev.1", 80, resolution.Revised,
		"Recalling its resolution on the garden,", "1. Requests the schools to report;", "2. Decides to meet \"in spring\"."))
	return a, l, rev
}

func standings(t *testing.T, a *App, s Stored) []resolution.Standing {
	t.Helper()
	all, err := a.Standings(s)
	must(t, err)
	return all
}

func TestAgreementFollowsTheWords(t *testing.T) {
	a, l, rev := tabledAndRevised(t)
	must(t, a.SetStatus(l, []int{1, 2, 3}, resolution.AgreedAdRef))
	want := []resolution.Standing{
		{Status: resolution.Open},
		{Status: resolution.AgreedAdRef},             // the same words
		{Status: resolution.AgreedAdRef, Lost: true}, // a letter more
		{Status: resolution.AgreedAdRef},             // other quotation marks are no change
	}
	for i, got := range standings(t, a, rev) {
		if got != want[i] {
			t.Errorf("paragraph %d stands as %+v, want %+v", i, got, want[i])
		}
	}
	play, err := a.Play(rev)
	must(t, err)
	if play.Lost != 1 || play.Totals[resolution.AgreedAdRef] != 2 || play.Totals[resolution.Open] != 1 {
		t.Errorf("the state of play counts %+v, lost %d", play.Totals, play.Lost)
	}
}

func TestAgreementComesBackWithTheWords(t *testing.T) {
	a, l, _ := tabledAndRevised(t)
	must(t, a.SetStatus(l, []int{2}, resolution.Agreed))
	again := add(t, a, draft("A/C.2/80/L.1/Rev.2", 80, resolution.Revised,
		"Recalling also the other garden,", "1. Requests the school to report;"))
	if got := standings(t, a, again)[2]; got != (resolution.Standing{Status: resolution.Agreed}) {
		t.Errorf("the restored words stand as %+v", got)
	}
}

func TestSayingItAnewRules(t *testing.T) {
	a, l, rev := tabledAndRevised(t)
	must(t, a.SetStatus(l, []int{2}, resolution.Agreed))
	must(t, a.SetStatus(rev, []int{2}, resolution.Agreed))
	if got := standings(t, a, rev)[2]; got != (resolution.Standing{Status: resolution.Agreed}) {
		t.Errorf("agreed anew, it stands as %+v", got)
	}
	must(t, a.Undo())
	if got := standings(t, a, rev)[2]; !got.Lost {
		t.Errorf("after undo it stands as %+v, want its agreement lost", got)
	}
	must(t, a.Undo())
	if got := standings(t, a, rev)[2]; got != (resolution.Standing{Status: resolution.Open}) {
		t.Errorf("after both are undone it stands as %+v", got)
	}
}

func TestAgreedAndGone(t *testing.T) {
	a, l, _ := tabledAndRevised(t)
	must(t, a.SetStatus(l, []int{3}, resolution.Agreed))
	short := add(t, a, draft("A/C.2/80/L.1/Rev.2", 80, resolution.Revised, "Recalling its resolution on the garden,"))
	short.Text.Parent = l.Text.ID
	play, err := a.Play(short)
	must(t, err)
	if len(play.Gone) != 1 || play.Gone[0].Label != "OP2" {
		t.Errorf("gone are %+v", play.Gone)
	}
}

func TestBracketsAreNotAgreed(t *testing.T) {
	a := newApp(t)
	s := add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled, "1. Decides to meet [in spring];"))
	if got := standings(t, a, s)[1].Status; got != resolution.Bracketed {
		t.Errorf("it stands as %s", got)
	}
}

// TestNextYearOwesNothing: last year's resolution agreed nothing of this year's draft.
func TestNextYearOwesNothing(t *testing.T) {
	a := newApp(t)
	old := add(t, a, draft("A/RES/79/1", 79, resolution.Adopted, "1. Decides to meet in spring."))
	next := add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled, "1. Decides to meet in spring.", "2. Decides to eat."))
	must(t, a.SetStatus(old, []int{1}, resolution.Agreed))
	if got := standings(t, a, next)[1].Status; got != resolution.Open {
		t.Errorf("it stands as %s", got)
	}
}
