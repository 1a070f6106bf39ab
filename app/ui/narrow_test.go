package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// narrowest is the width that a view must be able to do with: what a window of 800 leaves beside the library.
const narrowest = 560

// In Russian, whose words are the longest, no view and no bar takes more room than a small window has: what asks for more
// squeezes the library, or is cut at the window's edge.
func TestNoViewSqueezesTheLibrary(t *testing.T) {
	narrow := []string{"reading", "compare-filtered", "three-ways", "history", "series", "precedents-uses", "basket-phrases", "provenance",
		"editing", "state-of-play", "versions", "print-preview"}
	for _, c := range views {
		if !slices.Contains(narrow, c.name) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			u := opened(t, !c.empty)
			if err := u.app.SetLanguage("ru"); err != nil {
				t.Fatal(err)
			}
			c.show(t, u)
			if width := u.tools.object.MinSize().Width; width > 800 {
				t.Errorf("the toolbar asks for %.0f", width)
			}
			if v := u.front(); v != nil {
				if width := v.object().MinSize().Width; width > narrowest {
					t.Errorf("the view asks for %.0f, %d are there", width, narrowest)
				}
			}
		})
	}
}

// What a head says stands in it whole, and the parts stand beside or below each other, in every width.
func TestPartsOfAHeadDoNotOverlap(t *testing.T) {
	u := opened(t, true)
	if err := u.app.SetLanguage("ru"); err != nil {
		t.Fatal(err)
	}
	compare(t, u, lastYear, tabled, "en")
	h := u.front().(*comparing).head
	for width := float32(1200); width > 400; width -= 37 {
		for k, row := range h.rows {
			c := row.(*fyne.Container)
			height := heightAt(c, width)
			c.Resize(fyne.NewSize(width, height))
			c.Layout.Layout(c.Objects, c.Size())
			for i, a := range c.Objects {
				end := a.Position().Add(a.Size())
				if a.Visible() && (end.X > width+1 || end.Y > height+1 || a.Position().X < 0) {
					t.Errorf("row %d, part %d ends at %v in %.0f by %.0f", k, i, end, width, height)
				}
				for j, b := range c.Objects[:i] {
					if a.Visible() && b.Visible() && overlap(a, b) {
						t.Errorf("row %d: parts %d and %d overlap at %.0f", k, j, i, width)
					}
				}
			}
		}
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	p, q := a.Position(), b.Position()
	return p.X+a.Size().Width > q.X+.5 && q.X+b.Size().Width > p.X+.5 && p.Y+a.Size().Height > q.Y+.5 && q.Y+b.Size().Height > p.Y+.5
}
