package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// gatherLook is what a row of the folder view shows.
type gatherLook struct {
	name, outcome string
	ink           fyne.ThemeColorName
	words         *widgets.Text // the sentence
	chosen, opens bool
}

// gatherRow is a file that was read or refused: its name, what became of it, and why.
type gatherRow struct {
	widget.BaseWidget
	look         gatherLook
	tapped       func()
	ground, rule *canvas.Rectangle
	outcome      *canvas.Text
	name         *widgets.Label
	words        *widgets.Paragraph
}

var _ fyne.Tappable = (*gatherRow)(nil)

const (
	outcomeWidth = 130
	nameHeight   = 20
	gatherEdge   = 14
)

func newGatherRow(u *UI) *gatherRow {
	r := &gatherRow{ground: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(theme.Color(widgets.ColorRule)), outcome: muted("")}
	r.name = widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Shortens: true})
	r.words = widgets.NewParagraph(u.selection)
	r.words.OnTapped = func() { r.Tapped(nil) }
	r.ExtendBaseWidget(r)
	return r
}

// gatherWords is the width of the sentence in a row of a width.
func gatherWords(width float32) float32 { return max(width-outcomeWidth-2*gatherEdge, 60) }

func gatherHeight(words float32) float32 { return nameHeight + words + 12 }

func (r *gatherRow) set(l gatherLook) {
	r.look = l
	r.ground.FillColor = groundOf(l.chosen)
	setTag(r.outcome, l.outcome, l.ink)
	r.outcome.TextStyle.Bold = true
	ink := theme.ColorNameForeground
	if l.opens {
		ink = widgets.ColorLink
	}
	r.name.SetColor(ink)
	r.name.SetWords(l.name)
	r.words.SetText(l.words)
	r.layout(r.Size())
	r.Refresh()
}

// HeightFor is the row's height at a width.
func (r *gatherRow) HeightFor(width float32) float32 {
	if r.look.words.Len() == 0 {
		return gatherHeight(0)
	}
	return gatherHeight(r.look.words.Height(gatherWords(width)))
}

func (r *gatherRow) layout(size fyne.Size) {
	if size.Width < 100 || r.look.words == nil {
		return
	}
	left, width := float32(gatherEdge+outcomeWidth), gatherWords(size.Width)
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.rule, 0, size.Height-1, size.Width, 1)
	outcome := r.outcome.MinSize()
	place(r.outcome, gatherEdge, 6+(nameHeight-outcome.Height)/2, outcomeWidth-8, outcome.Height)
	place(r.name, left, 6, width, nameHeight)
	place(r.words, left, 6+nameHeight, width, size.Height-nameHeight-12)
}

// Tapped shows what there is to see of the file.
func (r *gatherRow) Tapped(*fyne.PointEvent) { r.tapped() }

// CreateRenderer is the toolkit's hook.
func (r *gatherRow) CreateRenderer() fyne.WidgetRenderer { return &gatherRowRenderer{r} }

type gatherRowRenderer struct{ row *gatherRow }

func (r *gatherRowRenderer) Destroy()              {}
func (r *gatherRowRenderer) Layout(size fyne.Size) { r.row.layout(size) }
func (r *gatherRowRenderer) MinSize() fyne.Size    { return fyne.NewSize(240, 40) }
func (r *gatherRowRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r *gatherRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.row.ground, r.row.rule, r.row.outcome, r.row.name, r.row.words}
}
