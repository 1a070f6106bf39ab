package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// tripleLook is what a row of three columns shows: two bases and the draft.
type tripleLook struct {
	label       string
	sides       [3]side
	tags        [3]string // small words under the columns
	tagInk      fyne.ThemeColorName
	bar         fyne.ThemeColorName
	chosen      bool
	rightToLeft bool
	whole       *widgets.Text // a line across the columns, instead of everything else
}

// triple shows a paragraph in both bases and in the draft, with its label before them.
type triple struct {
	widget.BaseWidget
	ui     *UI
	look   tripleLook
	blocks [3]block
	whole  block
	tapped func()
	menu   func(*fyne.PointEvent)

	grounds   [3]*canvas.Rectangle
	tags      [3]*canvas.Text
	bar, rule *canvas.Rectangle
	label     *canvas.Text
}

var (
	_ fyne.Tappable          = (*triple)(nil)
	_ fyne.SecondaryTappable = (*triple)(nil)
)

const (
	tripleMargin = 60 // of the labels
	tripleGap    = 2  // between the columns
)

func newTriple(u *UI) *triple {
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	t := &triple{ui: u, bar: clear(), rule: clear(), label: muted("")}
	t.bar.CornerRadius = 2
	paragraph := func() *widgets.Paragraph {
		one := widgets.NewParagraph(u.selection)
		one.OnTapped = func() { t.Tapped(nil) }
		one.OnMenu = func(ev *fyne.PointEvent) { t.TappedSecondary(ev) }
		one.OnLink = func(symbol string) { u.linkMenu(symbol, below(one)) }
		one.OnNote = func(number string) { u.showNote(number, below(one)) }
		return one
	}
	for k := range t.blocks {
		t.blocks[k].make, t.grounds[k], t.tags[k] = paragraph, clear(), muted("")
	}
	t.whole.make = paragraph
	t.ExtendBaseWidget(t)
	return t
}

func (t *triple) set(l tripleLook) {
	t.look = l
	grown := false
	for k, s := range l.sides {
		grown = t.blocks[k].set(s.texts, s.indents) || grown
		t.grounds[k].FillColor = sideGround(s, l.chosen)
		if l.whole != nil {
			t.grounds[k].FillColor = color.Transparent
		}
		ink := fyne.ThemeColorName("")
		if k == 2 {
			ink = l.tagInk
		}
		setTag(t.tags[k], l.tags[k], ink)
	}
	if l.whole != nil {
		grown = t.whole.set([]*widgets.Text{l.whole}, []float32{0}) || grown
	} else {
		grown = t.whole.set(nil, nil) || grown
	}
	t.bar.FillColor, t.rule.FillColor = inkOf(l.bar), theme.Color(widgets.ColorRule)
	setLabels(t.label, muted(""), l.label, "", tripleMargin-barWidth-12)
	if grown {
		t.Refresh()
		return
	}
	t.layout(t.Size())
	for _, o := range t.fixed() {
		o.Refresh()
	}
}

// flat is everything but the paragraphs.
func (t *triple) fixed() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.grounds[0], t.grounds[1], t.grounds[2], t.bar, t.rule, t.label}
	for _, tag := range t.tags {
		out = append(out, tag)
	}
	return out
}

// tripleColumn is the width of a column, and of its text.
func tripleColumn(width float32) (ground, text float32) {
	ground = (width - tripleMargin - 2*tripleGap) / 3
	return ground, max(ground-2*besides, 60)
}

// HeightFor is the row's height at a width.
func (t *triple) HeightFor(width float32) float32 {
	if t.look.whole != nil {
		return t.whole.heightFor(width-2*besides) + 2*above
	}
	_, text := tripleColumn(width)
	height := t.label.MinSize().Height
	for k := range t.blocks {
		h := t.blocks[k].heightFor(text)
		if t.look.tags[k] != "" {
			h += tagHeight
		}
		height = max(height, h)
	}
	return height + 2*above
}

// MinSize is the row's height at its present width.
func (t *triple) MinSize() fyne.Size {
	return fyne.NewSize(360, t.HeightFor(max(t.Size().Width, 360)))
}

func (t *triple) layout(size fyne.Size) {
	if size.Width < 200 {
		return
	}
	ground, text := tripleColumn(size.Width)
	for k := range t.blocks {
		x := tripleMargin + float32(k)*(ground+tripleGap)
		if t.look.rightToLeft {
			x = float32(2-k) * (ground + tripleGap)
		}
		place(t.grounds[k], x, 0, ground, size.Height-1)
		t.tags[k].Text = t.look.tags[k]
		placeTags(t.tags[k], muted(""), x+besides, size.Height-above-tagHeight+2, text, t.look.rightToLeft)
		t.blocks[k].layout(x+besides, above, text, t.look.rightToLeft)
	}
	bar, label := float32(tripleMargin-barWidth-4), float32(tripleMargin-barWidth-10)
	part := float32(1)
	if t.look.rightToLeft {
		bar, label, part = size.Width-tripleMargin+4, size.Width-tripleMargin+barWidth+10, 0
	}
	place(t.bar, bar, above/2, barWidth, size.Height-above-1)
	place(t.rule, 0, size.Height-1, size.Width, 1)
	m := t.label.MinSize()
	place(t.label, label-m.Width*part, above+t.ui.letters*leading/2-m.Height/2, m.Width, m.Height)
	t.whole.layout(besides, above, size.Width-2*besides, t.look.rightToLeft)
}

// Tapped chooses the row.
func (t *triple) Tapped(*fyne.PointEvent) {
	if t.tapped != nil {
		t.tapped()
	}
}

// TappedSecondary shows what can be done with the row.
func (t *triple) TappedSecondary(ev *fyne.PointEvent) {
	if t.menu != nil {
		t.menu(ev)
	}
}

// CreateRenderer is the toolkit's hook.
func (t *triple) CreateRenderer() fyne.WidgetRenderer { return &blockRenderer{t} }

func (t *triple) texts() []*block {
	return []*block{&t.blocks[0], &t.blocks[1], &t.blocks[2], &t.whole}
}
