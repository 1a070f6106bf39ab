package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"mutatis/app/typeset"
)

// brush paints lengths of the screen's units onto pixels.
type brush struct {
	onto  *image.RGBA
	scale float32 // pixels for a unit
}

func newBrush(width, height int, scale float32) *brush {
	return &brush{image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1))), scale}
}

// fill covers a rectangle, its edges rounded to pixels.
func (b *brush) fill(r typeset.Rect, c color.Color) {
	x0, x1 := b.pixel(r.X), b.pixel(r.X+r.Width)
	y0, y1 := b.pixel(r.Y), b.pixel(r.Y+r.Height)
	draw.Draw(b.onto, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Over)
}

// rule draws a line: never thinner than a pixel, equally thick wherever it stands.
func (b *brush) rule(r typeset.Rect, c color.Color) {
	x0, x1 := b.pixel(r.X), b.pixel(r.X+r.Width)
	y0, thick := b.pixel(r.Y), max(1, b.pixel(r.Height))
	draw.Draw(b.onto, image.Rect(x0, y0, max(x1, x0+1), y0+thick), image.NewUniform(c), image.Point{}, draw.Over)
}

// dots draws a dotted horizontal line.
func (b *brush) dots(r typeset.Rect, c color.Color) {
	x0, x1 := b.pixel(r.X), b.pixel(r.X+r.Width)
	y0, size := b.pixel(r.Y), max(1, b.pixel(r.Height))
	source := image.NewUniform(c)
	for x := x0; x+size <= x1; x += 2 * size {
		draw.Draw(b.onto, image.Rect(x, y0, x+size, y0+size), source, image.Point{}, draw.Over)
	}
}

// glyph paints one glyph; x and y move it from where its block puts it.
func (b *brush) glyph(g *typeset.Glyph, x, y float32, source *image.Uniform) {
	px := float64((x + g.X) * b.scale)
	whole := math.Floor(px)
	quarter := uint8((px - whole) * quarters)
	m := maskOf(g.Font, g.ID, g.Size*b.scale, quarter)
	if m.image == nil {
		return
	}
	at := m.image.Rect.Add(image.Pt(int(whole)+m.x, b.pixel(y+g.Y)+m.y))
	draw.DrawMask(b.onto, at, source, image.Point{}, m.image, image.Point{}, draw.Over)
}

func (b *brush) pixel(v float32) int { return int(math.Round(float64(v * b.scale))) }
