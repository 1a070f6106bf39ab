package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// pairLook is what a row of two columns shows.
type pairLook struct {
	label, was   string // what it is and what it was before
	older, newer side
	tag          string
	tagInk       fyne.ThemeColorName
	bar          fyne.ThemeColorName // of the class; "" for a row without a change
	standing     *resolution.Standing
	agreement    agreement
	chosen       bool
	rightToLeft  bool
	whole        *widgets.Text // a line across both columns, instead of everything else
}

// side is the texts of one column; none where the paragraph is not there.
type side struct {
	texts   []*widgets.Text
	indents []float32
	turned  bool // it is written in the other direction than the row is laid out in
}

// pair shows what stood and what stands beside each other, with the label and the bar of the class between them.
type pair struct {
	widget.BaseWidget
	ui           *UI
	look         pairLook
	older, newer block
	whole        block
	tapped       func()
	menu         func(*fyne.PointEvent)

	olderGround, newerGround, bar, rule *canvas.Rectangle
	label, tag, agreed, was             *canvas.Text
	mark                                *widgets.MarginMark
}

var (
	_ fyne.Tappable          = (*pair)(nil)
	_ fyne.SecondaryTappable = (*pair)(nil)
)

const (
	gutter   = 64 // between the columns
	besides  = 14 // the text of a column
	barSpace = 8  // from the bar to the newer column
)

func newPair(u *UI) *pair {
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	p := &pair{
		ui: u, olderGround: clear(), newerGround: clear(), bar: clear(), rule: clear(), label: muted(""), tag: muted(""), agreed: muted(""), was: muted(""),
		mark: widgets.NewMarginMark(),
	}
	p.bar.CornerRadius = 2
	paragraph := func() *widgets.Paragraph {
		one := widgets.NewParagraph(u.selection)
		one.OnTapped = func() { p.Tapped(nil) }
		one.OnMenu = func(ev *fyne.PointEvent) { p.TappedSecondary(ev) }
		one.OnLink = func(symbol string) { u.linkMenu(symbol, below(one)) }
		one.OnNote = func(number string) { u.showNote(number, below(one)) }
		return one
	}
	p.older.make, p.newer.make, p.whole.make = paragraph, paragraph, paragraph
	p.ExtendBaseWidget(p)
	return p
}

// set shows another row.
func (p *pair) set(l pairLook) {
	p.look = l
	grown := p.older.set(l.older.texts, l.older.indents)
	grown = p.newer.set(l.newer.texts, l.newer.indents) || grown
	p.olderGround.FillColor, p.newerGround.FillColor = sideGround(l.older, l.chosen), sideGround(l.newer, l.chosen)
	if l.whole != nil {
		grown = p.whole.set([]*widgets.Text{l.whole}, []float32{0}) || grown
		p.olderGround.FillColor, p.newerGround.FillColor = color.Transparent, color.Transparent
	} else {
		grown = p.whole.set(nil, nil) || grown
	}
	p.bar.FillColor, p.rule.FillColor = inkOf(l.bar), theme.Color(widgets.ColorRule)
	setLabels(p.label, p.was, l.label, l.was, gutter-barSpace-8)
	setMark(p.mark, l.standing)
	setTag(p.tag, l.tag, l.tagInk)
	setTag(p.agreed, l.agreement.words, l.agreement.ink)
	if grown {
		p.Refresh()
		return
	}
	p.layout(p.Size())
	for _, o := range []fyne.CanvasObject{p.olderGround, p.newerGround, p.bar, p.rule, p.label, p.tag, p.agreed, p.was, p.mark} {
		o.Refresh()
	}
}

func sideGround(s side, chosen bool) color.Color {
	if len(s.texts) == 0 {
		return theme.Color(widgets.ColorAbsent)
	}
	return groundOf(chosen)
}

// column is the width of a column's ground, and of its text.
func column(width float32) (ground, text float32) {
	ground = (width - gutter) / 2
	return ground, max(ground-2*besides, 60)
}

// HeightFor is the row's height at a width.
func (p *pair) HeightFor(width float32) float32 {
	if p.look.whole != nil {
		return p.whole.heightFor(width-2*besides) + 2*above
	}
	_, text := column(width)
	newer := p.newer.heightFor(text)
	if p.look.tag != "" || p.look.agreement.words != "" {
		newer += tagHeight
	}
	labels := labelsHeight(p.label, p.was, p.mark, p.look.standing)
	return max(p.older.heightFor(text), newer, labels) + 2*above
}

// MinSize is the row's height at its present width.
func (p *pair) MinSize() fyne.Size {
	return fyne.NewSize(320, p.HeightFor(max(p.Size().Width, 320)))
}

func (p *pair) layout(size fyne.Size) {
	if size.Width < 160 {
		return
	}
	p.tag.Text, p.agreed.Text = p.look.tag, p.look.agreement.words
	ground, text := column(size.Width)
	left, right := float32(0), ground+gutter
	bar := right - barSpace
	older, newer := left, right
	if p.look.rightToLeft {
		older, newer, bar = right, left, ground+barSpace-barWidth
	}
	label := p.label.MinSize()
	place(p.olderGround, older, 0, ground, size.Height-1)
	place(p.newerGround, newer, 0, ground, size.Height-1)
	place(p.bar, bar, above/2, barWidth, size.Height-above-1)
	place(p.rule, 0, size.Height-1, size.Width, 1)
	placeLabels(p.labelAt(ground), 0.5, above+p.ui.letters*leading/2-label.Height/2, p.label, p.was, p.mark)
	placeTags(p.tag, p.agreed, newer+besides, size.Height-above-tagHeight+2, text, p.look.rightToLeft)
	p.older.layout(older+besides, above, text, p.look.rightToLeft != p.look.older.turned)
	p.newer.layout(newer+besides, above, text, p.look.rightToLeft != p.look.newer.turned)
	p.whole.layout(besides, above, size.Width-2*besides, p.look.rightToLeft)
}

// labelAt is the middle of the labels in the gutter beside the bar.
func (p *pair) labelAt(ground float32) float32 {
	const free = gutter - barSpace
	if p.look.rightToLeft {
		return ground + barSpace + free/2
	}
	return ground + free/2
}

// Tapped chooses the row.
func (p *pair) Tapped(*fyne.PointEvent) {
	if p.tapped != nil {
		p.tapped()
	}
}

// TappedSecondary shows what can be done with the row.
func (p *pair) TappedSecondary(ev *fyne.PointEvent) {
	if p.menu != nil {
		p.menu(ev)
	}
}

// CreateRenderer is the toolkit's hook.
func (p *pair) CreateRenderer() fyne.WidgetRenderer { return &blockRenderer{p} }

func (p *pair) fixed() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.olderGround, p.newerGround, p.bar, p.rule, p.label, p.tag, p.agreed, p.was, p.mark}
}

func (p *pair) texts() []*block { return []*block{&p.older, &p.newer, &p.whole} }
