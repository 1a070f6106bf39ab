package ui

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// changeLook is what a line of the list of changes shows.
type changeLook struct {
	row     int // of the comparison
	note    bool
	heading string // above it
	label   string
	class   string
	ink     fyne.ThemeColorName
	bar     fyne.ThemeColorName
	weight  int // how many of three bars
	reason  *widgets.Text
	chosen  bool
}

const (
	changeLeft    = 16 // where the words of a change begin
	changeHeading = 30
	changeFirst   = 19 // its first line
)

func (l changeLook) lead() float32 {
	if l.heading == "" {
		return 0
	}
	return changeHeading
}

func reasonWidth(width float32) float32 { return max(width-changeLeft-12, 60) }

func (l changeLook) estimate(width float32) float32 {
	return l.lead() + changeFirst + l.reason.Estimate(reasonWidth(width)) + 12
}

// changeRow shows one change in the list.
type changeRow struct {
	widget.BaseWidget
	look   changeLook
	reason *widgets.Paragraph
	tapped func()

	ground, bar, rule     *canvas.Rectangle
	heading, label, class *canvas.Text
	weight                *weightMark
}

func newChangeRow() *changeRow {
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r := &changeRow{reason: widgets.NewParagraph(nil), ground: clear(), bar: clear(), rule: clear(),
		heading: muted(""), label: muted(""), class: muted(""), weight: newWeightMark()}
	r.bar.CornerRadius = 2
	r.label.TextStyle.Bold, r.heading.TextStyle.Bold = true, true
	r.reason.OnTapped = func() { r.Tapped(nil) }
	r.ExtendBaseWidget(r)
	return r
}

func (r *changeRow) set(l changeLook) {
	r.look = l
	r.reason.SetText(l.reason)
	r.ground.FillColor, r.bar.FillColor, r.rule.FillColor = groundOf(l.chosen), inkOf(l.bar), theme.Color(widgets.ColorRule)
	setTag(r.heading, l.heading, theme.ColorNameForeground)
	setTag(r.label, l.label, theme.ColorNameForeground)
	setTag(r.class, l.class, l.ink)
	r.weight.set(l.weight)
	r.layout(r.Size())
	for _, o := range r.objects() {
		o.Refresh()
	}
}

func (r *changeRow) objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.ground, r.bar, r.rule, r.heading, r.label, r.class, r.reason}, r.weight.objects()...)
}

// HeightFor is the row's height at a width.
func (r *changeRow) HeightFor(width float32) float32 {
	return r.look.lead() + changeFirst + r.look.reason.Height(reasonWidth(width)) + 12
}

func (r *changeRow) layout(size fyne.Size) {
	if size.Width < 80 || r.look.reason == nil {
		return
	}
	lead := r.look.lead()
	place(r.ground, 0, lead, size.Width, size.Height-lead)
	place(r.bar, 6, lead+4, barWidth, size.Height-lead-8)
	place(r.rule, 0, size.Height-1, size.Width, 1)
	place(r.heading, 8, 9, size.Width-16, 16)
	room := size.Width - changeLeft - 34 // up to the weight
	r.label.Text = fitting(r.look.label, room, r.label.TextSize)
	label := r.label.MinSize()
	r.class.Text = fitting(r.look.class, room-label.Width-8, r.class.TextSize)
	place(r.label, changeLeft, lead+5, label.Width, label.Height)
	place(r.class, changeLeft+label.Width+8, lead+5, r.class.MinSize().Width, label.Height)
	r.weight.place(size.Width-26, lead+6)
	width := reasonWidth(size.Width)
	place(r.reason, changeLeft, lead+changeFirst+4, width, r.look.reason.Height(width))
}

// Tapped goes to the change.
func (r *changeRow) Tapped(*fyne.PointEvent) {
	if r.tapped != nil {
		r.tapped()
	}
}

// CreateRenderer is the toolkit's hook.
func (r *changeRow) CreateRenderer() fyne.WidgetRenderer { return &changeRowRenderer{r} }

type changeRowRenderer struct{ row *changeRow }

func (r *changeRowRenderer) Destroy()                     {}
func (r *changeRowRenderer) Layout(size fyne.Size)        { r.row.layout(size) }
func (r *changeRowRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, 38) }
func (r *changeRowRenderer) Refresh()                     { r.row.layout(r.row.Size()) }
func (r *changeRowRenderer) Objects() []fyne.CanvasObject { return r.row.objects() }

// weightMark is three bars of rising height, as many of them filled as a change is heavy.
type weightMark struct{ bars [3]*canvas.Rectangle }

func newWeightMark() *weightMark {
	m := &weightMark{}
	for i := range m.bars {
		m.bars[i] = canvas.NewRectangle(color.Transparent)
	}
	return m
}

func (m *weightMark) set(weight int) {
	for i, b := range m.bars {
		b.FillColor, b.StrokeWidth = theme.Color(widgets.ColorRule), 0
		switch {
		case weight == 0:
			b.FillColor = color.Transparent
		case i < weight:
			b.FillColor = theme.Color(widgets.ColorInk)
		}
	}
}

func (m *weightMark) place(x, y float32) {
	for i, b := range m.bars {
		height := float32(5 + 3*i)
		place(b, x+float32(i)*5, y+11-height, 3.5, height)
	}
}

func (m *weightMark) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.bars[0], m.bars[1], m.bars[2]}
}

func itoa(n int) string { return strconv.Itoa(n) }
