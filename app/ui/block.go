package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// block is the paragraphs of one side of a row, one under the other.
type block struct {
	shown   []*widgets.Paragraph // as many as were ever needed; those without a text are hidden
	texts   []*widgets.Text
	indents []float32
	make    func() *widgets.Paragraph
}

const (
	between = 8  // paragraphs of one block
	indent  = 26 // a level of subparagraphs
)

// set shows texts. It reports whether a paragraph was added to the block's objects.
func (b *block) set(texts []*widgets.Text, indents []float32) bool {
	b.texts, b.indents = texts, indents
	grown := false
	for len(b.shown) < len(texts) {
		b.shown, grown = append(b.shown, b.make()), true
	}
	for i, p := range b.shown {
		if i < len(texts) {
			p.SetText(texts[i])
			p.Show()
		} else {
			p.Hide()
		}
	}
	return grown
}

// heightFor is the block's height at a width.
func (b *block) heightFor(width float32) float32 {
	var height float32
	for i, t := range b.texts {
		if i > 0 {
			height += between
		}
		height += t.Height(width - b.indents[i])
	}
	return height
}

// layout places the paragraphs.
func (b *block) layout(x, y, width float32, rightToLeft bool) {
	for i, t := range b.texts {
		w := width - b.indents[i]
		left := x + b.indents[i]
		if rightToLeft {
			left = x
		}
		h := t.Height(w)
		b.shown[i].Move(fyne.NewPos(left, y))
		b.shown[i].Resize(fyne.NewSize(w, h))
		y += h + between
	}
}

func (b *block) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range b.shown {
		out = append(out, p)
	}
	return out
}

// refresh paints the paragraphs anew: a theme or a selection changed.
func (b *block) refresh() {
	for _, p := range b.shown {
		p.Refresh()
	}
}

// boldKinds are the kinds of paragraph whose number is as bold as their words: «59/262. International Convention …».
var boldKinds = map[resolution.Kind]bool{resolution.Title: true, resolution.Heading: true, resolution.Part: true}

// drawn is the runs of a paragraph as they are drawn.
func drawn(runs []resolution.Run, kind resolution.Kind) []resolution.Run {
	if !boldKinds[kind] {
		return runs
	}
	out := slices.Clone(runs)
	for i := range out {
		if out[i].Style == resolution.Numeral {
			out[i].Style = resolution.Bold
		}
	}
	return out
}

// cellTexts makes the texts of cells, and how far each is set in.
func (u *UI) cellTexts(cells []resolution.Cell, language resolution.Language) (texts []*widgets.Text, indents []float32) {
	for _, c := range cells {
		texts = append(texts, widgets.NewText(drawn(c.Runs, c.Kind), widgets.Look{Language: language, Size: u.letters}))
		indents = append(indents, float32(c.Level)*indent)
	}
	return texts, indents
}

// blockRow is a row that shows blocks of text among objects that are always there.
type blockRow interface {
	fyne.Widget
	layout(fyne.Size)
	fixed() []fyne.CanvasObject
	texts() []*block
}

// blockRenderer is the toolkit's view of such a row: how many paragraphs its blocks have changes with what it shows.
type blockRenderer struct{ row blockRow }

func (r *blockRenderer) Destroy()              {}
func (r *blockRenderer) Layout(size fyne.Size) { r.row.layout(size) }
func (r *blockRenderer) MinSize() fyne.Size    { return r.row.MinSize() }
func (r *blockRenderer) Refresh() {
	r.row.layout(r.row.Size())
	for _, b := range r.row.texts() {
		b.refresh()
	}
}
func (r *blockRenderer) Objects() []fyne.CanvasObject {
	all := r.row.fixed()
	for _, b := range r.row.texts() {
		all = append(all, b.objects()...)
	}
	return all
}
