package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/typeset"
)

// Sheet shows a printed page, as wide as it is given room: the same glyphs at the same places as on paper, always
// black on white.
type Sheet struct {
	widget.BaseWidget
	page   typeset.Page
	raster *canvas.Raster
}

// NewSheet makes a sheet that shows a page.
func NewSheet(page typeset.Page) *Sheet {
	s := &Sheet{page: page}
	s.raster = canvas.NewRaster(s.paint)
	s.ExtendBaseWidget(s)
	return s
}

// SetPage shows another page.
func (s *Sheet) SetPage(page typeset.Page) {
	s.page = page
	s.raster.Refresh()
}

// HeightFor is the height of the page at a width: a Sheet can be a row of a VirtualList.
func (s *Sheet) HeightFor(width float32) float32 {
	if s.page.Width <= 0 {
		return 0
	}
	return width * s.page.Height / s.page.Width
}

// MinSize is that of a small page.
func (s *Sheet) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(100, s.HeightFor(100))
}

// CreateRenderer is the toolkit's hook.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.raster) }

func (s *Sheet) paint(width, height int) image.Image {
	if s.page.Width <= 0 {
		return newBrush(width, height, 1).onto
	}
	b := newBrush(width, height, float32(width)/s.page.Width)
	PaintPage(b.onto, s.page, b.scale)
	return b.onto
}

// PaintPage paints a page onto an image, so many pixels to a point.
func PaintPage(onto *image.RGBA, page typeset.Page, scale float32) {
	b := &brush{onto, scale}
	b.fill(typeset.Rect{Width: page.Width, Height: page.Height}, color.White)
	for _, r := range page.Rules {
		b.rule(typeset.Rect{X: r.X, Y: r.Y, Width: r.Width, Height: r.Height}, inkColor(r.Ink))
	}
	for i := range page.Texts {
		b.text(page, &page.Texts[i])
	}
}

func (b *brush) text(page typeset.Page, t *typeset.Text) {
	spans := t.Paragraph.Spans()
	for _, d := range t.Decorations() {
		d.X, d.Y = d.X+t.X, d.Y+t.Y
		b.rule(d.Rect, inkColor(page.Ink(spans[d.Span].Tag)))
	}
	for i := range t.Lines {
		glyphs := t.Lines[i].Glyphs
		for j := range glyphs {
			g := &glyphs[j]
			b.glyph(g, t.X, t.Y, image.NewUniform(inkColor(page.Ink(spans[g.Span].Tag))))
		}
	}
}

func inkColor(i typeset.Ink) color.Color { return color.NRGBA{i.R, i.G, i.B, 0xff} }
