package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// importRow is a paragraph of the import check: a row with a caret in its words, where it would be split.
type importRow struct {
	widget.BaseWidget
	row    *row
	caret  *canvas.Rectangle
	at     int // code points of the drawn text before the caret; -1 for none
	placed func(at int)
}

func newImportRow(v *importing) *importRow {
	r := &importRow{row: newRow(v.ui), caret: canvas.NewRectangle(color.Transparent), at: -1}
	whole := r.row.block.make
	r.row.block.make = func() *widgets.Paragraph {
		p := whole()
		p.OnLink = nil // a tap on a citation sets the caret like any other
		p.OnPlaced = func(at int) { r.placed(at) }
		return p
	}
	r.ExtendBaseWidget(r)
	return r
}

// HeightFor is the row's height at a width.
func (r *importRow) HeightFor(width float32) float32 { return r.row.HeightFor(width) }

func (r *importRow) set(l look, caret int) {
	r.row.set(l)
	r.at = caret
	r.caret.FillColor = color.Transparent
	if caret >= 0 {
		r.caret.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	r.place()
	r.caret.Refresh()
}

// place puts the caret where it stands in the words.
func (r *importRow) place() {
	if r.at < 0 || len(r.row.look.texts) == 0 || len(r.row.block.shown) == 0 {
		return
	}
	p := r.row.block.shown[0]
	if p.Size().Width <= 0 {
		return
	}
	at, height := r.row.look.texts[0].Caret(p.Size().Width, r.at)
	corner := p.Position()
	place(r.caret, corner.X+at.X-caretWidth/2, corner.Y+at.Y, caretWidth, height)
}

const caretWidth = 2

// CreateRenderer is the toolkit's hook.
func (r *importRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(importRowPlace{r}, r.row, r.caret))
}

// importRowPlace lays a row out before the caret in it.
type importRowPlace struct{ row *importRow }

// Layout gives the row all there is.
func (p importRowPlace) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p.row.row.Resize(size)
	p.row.place()
}

// MinSize is small: the list gives the row its height.
func (p importRowPlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 20) }

func (v *importing) update(i int, r *importRow) {
	c := v.cells[i]
	say := v.ui.app.Say
	l := look{
		label: c.Label, texts: []*widgets.Text{v.text(i)}, indents: []float32{float32(c.Level) * indent}, ruled: true,
		chosen: i == v.chosen, rightToLeft: v.now.Draft.Language.RightToLeft(), tag: say("kind." + string(c.Kind)),
	}
	if v.doubtful(i) { // what is doubtful stands above, whole
		l.tag, l.tagInk, l.bar = l.tag+" · "+say("import.doubtful"), widgets.ColorWordsChanged, widgets.ColorBarChanged
	}
	switch v.touch[i] {
	case app.Mended:
		l.agreement, l.bar = agreement{say("import.corrected"), widgets.ColorLink}, widgets.ColorBarMoved
	case app.Confirmed:
		l.agreement = agreement{say("import.confirmed"), widgets.ColorAgreed}
	}
	caret := -1
	if i == v.chosen && v.caret >= 0 {
		caret = drawnAt(c.Runs, v.caret)
	}
	r.row.tapped = func() { v.choose(i, -1) }
	r.placed = func(at int) { v.choose(i, spokenAt(c.Runs, at)) }
	r.row.menu = func(ev *fyne.PointEvent) {
		if i != v.chosen {
			v.choose(i, -1)
		}
		v.ui.popUpMenu(v.menu(), ev.AbsolutePosition)
	}
	r.set(l, caret)
}

func (v *importing) doubtful(i int) bool {
	return slices.ContainsFunc(v.now.Problems, func(p resolution.Problem) bool { return p.Paragraph == i })
}

// lengths says of each run of a drawn paragraph how long it is, and whether it is of the paragraph's text: its number, the
// blank behind it and the calls of notes are not.
func lengths(runs []resolution.Run) (long []int, own []bool) {
	for i, r := range runs {
		behind := i > 0 && runs[i-1].Style == resolution.Numeral && r.Text == " "
		long = append(long, len([]rune(r.Text)))
		own = append(own, !behind && r.Style != resolution.Numeral && r.Style != resolution.Call)
	}
	return long, own
}

// spokenAt is the place in a paragraph's text of a place in the text that is drawn.
func spokenAt(runs []resolution.Run, drawn int) int {
	at := 0
	long, own := lengths(runs)
	for i, n := range long {
		if own[i] {
			at += max(0, min(n, drawn))
		}
		drawn -= n
	}
	return at
}

// drawnAt is the place in the text that is drawn of a place in a paragraph's text.
func drawnAt(runs []resolution.Run, spoken int) int {
	at := 0
	long, own := lengths(runs)
	for i, n := range long {
		if own[i] && spoken <= n {
			return at + spoken
		}
		if own[i] {
			spoken -= n
		}
		at += n
	}
	return at
}
