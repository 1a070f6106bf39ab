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

// look is what a row of one column shows.
type look struct {
	label       string
	was         string // what it was before, under the label
	texts       []*widgets.Text
	indents     []float32
	tag         string               // small words under the text
	tagInk      fyne.ThemeColorName  //
	agreement   agreement            // small words behind the tag
	bar         fyne.ThemeColorName  // "" for no bar
	standing    *resolution.Standing // nil for no mark
	chosen      bool
	ruled       bool // a line under the row
	lined       bool // a short line above it: the first footnote
	rightToLeft bool
	most        float32                                    // the widest measure, 0 for any
	years       bool                                       // its raised numbers are years, and call no notes
	linked      func(target string, at fyne.Position) bool // takes a link that cites no document
}

// row shows a paragraph with its label in the margin: in the reading view, the import check, the editor, a comparison
// in one column.
type row struct {
	widget.BaseWidget
	ui     *UI
	look   look
	block  block
	tapped func()
	menu   func(*fyne.PointEvent)

	ground, bar, rule       *canvas.Rectangle
	label, tag, agreed, was *canvas.Text
	mark                    *widgets.MarginMark
}

var (
	_ fyne.Tappable          = (*row)(nil)
	_ fyne.SecondaryTappable = (*row)(nil)
)

const (
	marginWidth = 64 // of labels
	barWidth    = 4
	above       = 8 // the text, and below it
	tagHeight   = 17
	endWidth    = 28 // behind the text
	leading     = 1.4
)

func newRow(u *UI) *row {
	r := &row{
		ui: u, ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		rule: canvas.NewRectangle(color.Transparent), label: muted(""), tag: muted(""), agreed: muted(""), was: muted(""), mark: widgets.NewMarginMark(),
	}
	r.bar.CornerRadius = 2
	r.block.make = func() *widgets.Paragraph {
		p := widgets.NewParagraph(u.selection)
		p.OnTapped = func() { r.Tapped(nil) }
		p.OnMenu = func(ev *fyne.PointEvent) { r.TappedSecondary(ev) }
		p.OnLink = func(symbol string) {
			if r.look.linked == nil || !r.look.linked(symbol, below(p)) {
				u.linkMenu(symbol, below(p))
			}
		}
		p.OnNote = func(number string) {
			if !r.look.years {
				u.showNote(number, below(p))
			}
		}
		return p
	}
	r.ExtendBaseWidget(r)
	return r
}

// below is the place in the window under an object's beginning.
func below(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height)
}

// set shows something else.
func (r *row) set(l look) {
	r.look = l
	grown := r.block.set(l.texts, l.indents)
	r.ground.FillColor = groundOf(l.chosen)
	r.bar.FillColor = inkOf(l.bar)
	r.rule.FillColor = color.Transparent
	if l.ruled || l.lined {
		r.rule.FillColor = theme.Color(widgets.ColorRule)
	}
	setLabels(r.label, r.was, l.label, l.was, marginWidth-8)
	setMark(r.mark, l.standing)
	setTag(r.tag, l.tag, l.tagInk)
	setTag(r.agreed, l.agreement.words, l.agreement.ink)
	if grown {
		r.Refresh()
		return
	}
	r.layout(r.Size())
	for _, o := range []fyne.CanvasObject{r.ground, r.bar, r.rule, r.label, r.tag, r.agreed, r.was, r.mark} {
		o.Refresh()
	}
}

func groundOf(chosen bool) color.Color {
	if chosen {
		return theme.Color(widgets.ColorChosen)
	}
	return color.Transparent
}

func inkOf(n fyne.ThemeColorName) color.Color {
	if n == "" {
		return color.Transparent
	}
	return theme.Color(n)
}

// measure is the width of the text and how far it stands from the row's left edge.
func (r *row) measure(width float32) (left, measure float32) {
	measure = width - marginWidth - barWidth - endWidth - 14
	if r.look.most > 0 {
		measure = min(measure, r.look.most)
	}
	whole := marginWidth + barWidth + 14 + measure + endWidth
	return (width - whole) / 2, max(measure, 60)
}

// HeightFor is the row's height at a width.
func (r *row) HeightFor(width float32) float32 {
	_, measure := r.measure(width)
	height := r.block.heightFor(measure) + 2*above
	if r.look.tag != "" || r.look.agreement.words != "" {
		height += tagHeight
	}
	return max(height, labelsHeight(r.label, r.was, r.mark, r.look.standing)+2*above) + r.lead()
}

// lead is the space above the text that the line of the first footnote takes.
func (r *row) lead() float32 {
	if r.look.lined {
		return 2 * above
	}
	return 0
}

// MinSize is the row's height at its present width.
func (r *row) MinSize() fyne.Size {
	return fyne.NewSize(240, r.HeightFor(max(r.Size().Width, 240)))
}

func (r *row) layout(size fyne.Size) {
	if size.Width < 100 {
		return
	}
	r.tag.Text, r.agreed.Text = r.look.tag, r.look.agreement.words
	left, measure := r.measure(size.Width)
	label := r.label.MinSize()
	text := left + marginWidth + barWidth + 14
	bar, labelAt := left+marginWidth, left+marginWidth-8 // the edge of the labels that is beside the bar
	if r.look.rightToLeft {
		text = left + endWidth
		bar = text + measure + 14
		labelAt = bar + barWidth + 8
	}
	top := above + r.lead()
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.bar, bar, above/2, barWidth, size.Height-above)
	place(r.rule, 0, size.Height-1, size.Width, 1)
	if r.look.lined {
		start := text
		if r.look.rightToLeft {
			start += measure - 160
		}
		place(r.rule, start, above, 160, 1)
	}
	placeLabels(labelAt, toEnd(r.look.rightToLeft), top+r.ui.letters*leading/2-label.Height/2, r.label, r.was, r.mark)
	placeTags(r.tag, r.agreed, text, size.Height-above-tagHeight+3, measure, r.look.rightToLeft)
	r.block.layout(text, top, measure, r.look.rightToLeft)
}

// toEnd is how labels beside the bar are aligned: to the side of the text.
func toEnd(rightToLeft bool) float32 {
	if rightToLeft {
		return 0
	}
	return 1
}

// Tapped chooses the row.
func (r *row) Tapped(*fyne.PointEvent) {
	if r.tapped != nil {
		r.tapped()
	}
}

// TappedSecondary shows what can be done with the row.
func (r *row) TappedSecondary(ev *fyne.PointEvent) {
	if r.menu != nil {
		r.menu(ev)
	}
}

// CreateRenderer is the toolkit's hook.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &blockRenderer{r} }

func (r *row) fixed() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.rule, r.label, r.tag, r.agreed, r.was, r.mark}
}

func (r *row) texts() []*block { return []*block{&r.block} }
