package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

var standings = []resolution.Standing{
	{Status: resolution.Agreed}, {Status: resolution.AgreedAdRef}, {Status: resolution.Bracketed},
	{Status: resolution.Agreed, Lost: true}, {Status: resolution.Open},
}

// Every standing has a sign of its own: colour alone says nothing.
func TestSignsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range standings {
		if words := signOf(s).words; seen[words] {
			t.Errorf("two standings are shown as %q", words)
		} else {
			seen[words] = true
		}
	}
}

func TestSmallPictures(t *testing.T) {
	for name, shade := range map[string]Shade{"small-light": Light, "small-dark": Dark} {
		t.Run(name, func(t *testing.T) {
			withTheme(t, shade)
			marks, badges := container.NewHBox(), container.NewHBox()
			for _, s := range standings {
				m := NewMarginMark()
				m.SetStanding(s)
				marks.Add(m)
				b := NewBadge("", ColorMuted)
				b.SetStanding(s, string(s.Status))
				badges.Add(b)
			}
			names := container.NewVBox()
			for _, words := range []string{"moved from PP7 · 3 edits", "Конвенция о правах", "养蜂人权利国际公约", "قرار الجمعية العامة 45/158 (A/RES/45/158)"} {
				names.Add(NewLabel(words, LabelLook{Size: 13, Color: ColorInk}))
				short := NewLabel(words, LabelLook{Bold: true, Shortens: true})
				names.Add(container.NewGridWrap(fyne.NewSize(90, 18), short))
			}
			matches(t, name, picture(container.NewVBox(marks, badges, names), 420, 290, 1.5))
		})
	}
}

func TestLabelShortens(t *testing.T) {
	withTheme(t, Light)
	l := NewLabel("International Convention on Bees", LabelLook{Shortens: true})
	for _, width := range []float32{5, 60, 120} {
		line := l.fitting(width)
		right := float32(0)
		for _, r := range line.Rects(0, 1000) {
			right = max(right, r.X+r.Width)
		}
		if width > 20 && right > width+0.1 {
			t.Errorf("at %v the label reaches %v", width, right)
		}
	}
	if l.Words() != "International Convention on Bees" {
		t.Errorf("the words are %q", l.Words())
	}
}

func TestStrip(t *testing.T) {
	l, _ := wall(t, 200, 60, uneven)
	s := NewStrip(l)
	classes := []resolution.Class{resolution.Changed, resolution.New, resolution.Gone, resolution.MovedOnly, resolution.Same}
	var marks []StripMark
	for i, c := range classes {
		marks = append(marks, StripMark{Row: 10 + i*40, Class: c})
	}
	s.SetMarks(marks)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(stripWidth, 300))
	l.ScrollTo(60)
	matches(t, "strip", picture(s, stripWidth, 300, 2))

	from, _ := l.Extent(130)
	test.TapAt(s, fyne.NewPos(5, from*300+1))
	if first, last := l.InView(); first > 130 || last < 130 {
		t.Errorf("a tap on the mark of row 130 shows %d to %d", first, last)
	}
	jumped := -1
	s.OnJump = func(row int) { jumped = row }
	test.TapAt(s, fyne.NewPos(5, 299))
	if jumped < 195 {
		t.Errorf("a tap at the end jumps to row %d", jumped)
	}
}

func TestSheet(t *testing.T) {
	withTheme(t, Dark)
	block := typeset.Shape([]typeset.Span{{Text: "Welcomes", Style: typeset.Italic}, {Text: " bees", Tag: 1, Style: typeset.Underline}},
		typeset.Setting{Size: 12}).Break(160)
	s := NewSheet(typeset.Page{
		Width: 200, Height: 60, Inks: []typeset.Ink{{}, {R: 180}},
		Texts: []typeset.Text{{Block: block, X: 20, Y: 20}},
		Rules: []typeset.Rule{{X: 20, Y: 15, Width: 160, Height: 0.5}, {X: 14, Y: 20, Width: 0.8, Height: 20, Ink: typeset.Ink{B: 200}}},
	})
	if got := s.HeightFor(400); got != 120 {
		t.Errorf("the sheet is %v high", got)
	}
	matches(t, "sheet", picture(s, 300, 90, 1))
}
