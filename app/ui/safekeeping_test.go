package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestBesideOrUnder lays two things out in a wide and in a narrow place: neither may be cut off.
func TestBesideOrUnder(t *testing.T) {
	for _, c := range []struct {
		name   string
		width  float32
		second fyne.Position
	}{
		{"wide: beside each other", 1100, fyne.NewPos(700, 0)},
		{"wider: what the second does not need is shared", 2000, fyne.NewPos(1080, 0)},
		{"just wide enough", 960, fyne.NewPos(580, 0)},
		{"narrow: one under the other", 780, fyne.NewPos(0, 300)},
	} {
		t.Run(c.name, func(t *testing.T) {
			first, second := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
			first.SetMinSize(fyne.NewSize(500, 300))
			second.SetMinSize(fyne.NewSize(100, 200))
			two := []fyne.CanvasObject{first, second}
			(&besideOrUnder{}).Layout(two, fyne.NewSize(c.width, 600))
			if second.Position() != c.second || second.Size().Width < 380 {
				t.Errorf("the second stands at %v and is %v", second.Position(), second.Size())
			}
		})
	}
}

// TestLeftOutIsNotUnchanged leaves every change out: the window must not say that there is none.
func TestLeftOutIsNotUnchanged(t *testing.T) {
	v := compare(t, opened(t, true), lastYear, tabled, "en")
	for _, kind := range []string{"filter.reworded", "filter.moved", "filter.split", "filter.merged", "filter.new", "filter.deleted"} {
		v.ui.do(kind)
	}
	if n := len(v.tab.Changes()); n != 0 {
		t.Fatalf("%d changes are still shown", n)
	}
	if said := v.head.place(); said == v.ui.app.Say("compare.no-changes") {
		t.Errorf("the head says %q", said)
	}
}
