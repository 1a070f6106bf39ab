package widgets

import (
	"image"
	"math"
	"sync"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"

	"mutatis/app/typeset"
)

// A glyph is rasterised once for each size and quarter of a pixel at which it is met.
const (
	quarters = 4
	mostKept = 30000 // masks; then the store begins anew
)

type maskKey struct {
	font    *typeset.Font
	glyph   uint32
	size    int32 // of the letters in pixels, times 64
	quarter uint8
}

// mask is the coverage of a glyph and where it stands from the pen.
type mask struct {
	image *image.Alpha // nil for a glyph without ink
	x, y  int
}

var masks = struct {
	sync.Mutex
	kept map[maskKey]mask
}{kept: map[maskKey]mask{}}

func maskOf(f *typeset.Font, glyph uint32, pixels float32, quarter uint8) mask {
	key := maskKey{f, glyph, int32(math.Round(float64(pixels * 64))), quarter}
	masks.Lock()
	defer masks.Unlock()
	m, ok := masks.kept[key]
	if !ok {
		if len(masks.kept) >= mostKept {
			clear(masks.kept)
		}
		m = rasterise(f, glyph, float32(key.size)/64, float32(quarter)/quarters)
		masks.kept[key] = m
	}
	return m
}

// rasterise draws the outline of a glyph. Small letters are stretched a little in height so that their tops meet a row
// of pixels: the baseline does so too, and both edges are sharp.
func rasterise(f *typeset.Font, glyph uint32, pixels, shift float32) mask {
	outline := f.Outline(glyph)
	if len(outline) == 0 {
		return mask{}
	}
	d := drawing{scaleX: pixels / f.UnitsPerEm()}
	d.scaleY = d.scaleX
	if f.Advance(glyph) != f.UnitsPerEm() { // a Chinese character fills its square and has no small letters
		d.scaleY *= fitHeight(f, pixels)
	}
	if f.Bolder {
		d.bolder = pixels * typeset.BolderBy
	}
	d.measure(outline, shift)
	z := vector.NewRasterizer(d.width, d.height)
	for pass := range d.passes() {
		d.trace(z, outline, float32(pass)*d.bolder)
	}
	m := mask{image: image.NewAlpha(image.Rect(0, 0, d.width, d.height)), x: d.left, y: d.top}
	z.Draw(m.image, m.image.Rect, image.Opaque, image.Point{})
	deepen(m.image)
	return m
}

// drawing is an outline on its way to pixels. Pixels run down, outlines run up.
type drawing struct {
	scaleX, scaleY   float32
	bolder           float32
	left, top        int
	width, height    int
	originX, originY float32
}

// passes is how often the outline is drawn: a bold one twice, the second time a little to the right.
func (d *drawing) passes() int {
	if d.bolder > 0 {
		return 2
	}
	return 1
}

func (d *drawing) measure(outline []opentype.Segment, shift float32) {
	x0, y0 := float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 := -x0, -y0
	for i := range outline {
		for _, p := range outline[i].ArgsSlice() {
			x, y := p.X*d.scaleX, -p.Y*d.scaleY
			x0, x1 = min(x0, x), max(x1, x)
			y0, y1 = min(y0, y), max(y1, y)
		}
	}
	d.left, d.top = int(math.Floor(float64(x0))), int(math.Floor(float64(y0)))
	d.width = int(math.Ceil(float64(x1+shift+d.bolder))) - d.left + 1
	d.height = int(math.Ceil(float64(y1))) - d.top + 1
	d.originX, d.originY = shift-float32(d.left), -float32(d.top)
}

func (d *drawing) trace(z *vector.Rasterizer, outline []opentype.Segment, right float32) {
	at := func(p opentype.SegmentPoint) (x, y float32) {
		return p.X*d.scaleX + d.originX + right, -p.Y*d.scaleY + d.originY
	}
	for i := range outline {
		s := &outline[i]
		x0, y0 := at(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x0, y0)
		case opentype.SegmentOpLineTo:
			z.LineTo(x0, y0)
		case opentype.SegmentOpQuadTo:
			x1, y1 := at(s.Args[1])
			z.QuadTo(x0, y0, x1, y1)
		case opentype.SegmentOpCubeTo:
			x1, y1 := at(s.Args[1])
			x2, y2 := at(s.Args[2])
			z.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	z.ClosePath()
}

// fitHeight is the stretch that brings the height of small letters to whole pixels, at sizes where a fraction shows.
func fitHeight(f *typeset.Font, pixels float32) float32 {
	height := f.XHeight() * pixels
	if height < 4 || height > 24 {
		return 1
	}
	return float32(math.Round(float64(height))) / height
}

// deepen makes thin strokes a little darker: coverage alone leaves small letters pale.
func deepen(m *image.Alpha) {
	for i, a := range m.Pix {
		m.Pix[i] = deeper[a]
	}
}

const deepening = 1.18

var deeper = func() (table [256]uint8) {
	for i := range table {
		table[i] = uint8(math.Round(255 * math.Pow(float64(i)/255, 1/deepening)))
	}
	return table
}()
