package ui

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// place moves and sizes an object.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// aside is a line of words beside the point; it ends in … where there is no room for it.
func aside(words string) *widgets.Label {
	return widgets.NewLabel(words, widgets.LabelLook{Size: smallLetters + 1, Shortens: true})
}

// setTag sets small words under a text; without a colour of their own they are muted.
func setTag(t *canvas.Text, words string, ink fyne.ThemeColorName) {
	if ink == "" {
		ink = widgets.ColorMuted
	}
	t.Text, t.Color = words, theme.Color(ink)
}

// setMark shows how far a paragraph is agreed; nil for one of which that is not said.
func setMark(m *widgets.MarginMark, s *resolution.Standing) {
	if s == nil {
		s = &resolution.Standing{}
	}
	m.SetStanding(*s)
}

// labelsHeight is the height of what stands beside a paragraph.
func labelsHeight(label, was *canvas.Text, mark *widgets.MarginMark, standing *resolution.Standing) float32 {
	height := label.MinSize().Height
	if was.Text != "" {
		height += was.MinSize().Height
	}
	if standing != nil && widgets.StandingColor(*standing) != "" {
		height += mark.MinSize().Height
	}
	return height
}

// setLabels sets a label and what it was, the label smaller where it is wider than the margin.
func setLabels(label, was *canvas.Text, words, before string, room float32) {
	label.Text, label.TextSize, label.Color = words, smallLetters, theme.Color(widgets.ColorMuted)
	if width := label.MinSize().Width; width > room {
		label.TextSize = max(smallLetters*room/width, 7)
	}
	was.Text, was.TextSize, was.Color = before, tinyLetters, theme.Color(widgets.ColorMuted)
}

// placeLabels sets what stands beside a paragraph one under the other: its label, what the label was, its mark. The part
// says where x lies in each: 0 at its left edge, 1 at its right.
func placeLabels(x, part, y float32, label, was *canvas.Text, mark *widgets.MarginMark) {
	for _, o := range []fyne.CanvasObject{label, was, mark} {
		size := o.MinSize()
		place(o, x-size.Width*part, y, size.Width, size.Height)
		if t, ok := o.(*canvas.Text); !ok || t.Text != "" {
			y += size.Height
		}
	}
}

// fitting is as much of a line as has room, with … for the rest.
func fitting(words string, width, size float32) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width <= width }
	if words == "" || fits(words) {
		return words
	}
	letters := []rune(words)
	n := sort.Search(len(letters), func(n int) bool { return !fits(string(letters[:n+1]) + "…") })
	return strings.TrimSpace(string(letters[:n])) + "…"
}

// placeTags sets two tags one behind the other, from the side on which the text begins.
func placeTags(first, second *canvas.Text, x, y, width float32, rightToLeft bool) {
	second.Text = fitting(second.Text, width, second.TextSize)
	b := second.MinSize()
	first.Text = fitting(first.Text, width-b.Width-10, first.TextSize)
	a := first.MinSize()
	gap := float32(10)
	if first.Text == "" {
		gap = 0
	}
	at, next := x, x+a.Width+gap
	if rightToLeft {
		at = x + width - a.Width
		next = at - gap - b.Width
	}
	place(first, at, y, a.Width, a.Height)
	place(second, next, y, b.Width, b.Height)
}
