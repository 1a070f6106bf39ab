package pdf

import (
	"encoding/binary"
	"math"

	ot "github.com/go-text/typesetting/font/opentype"
)

// A pen draws contours as a charstring, in whole thousandths of an em, each point relative to the one before.
type pen struct {
	out    []byte
	x, y   int // where the pen stands, rounded
	fx, fy float64
	box    [4]int
	scale  float64 // thousandths of an em per font unit
	dx, dy float64 // where the glyph stands, in thousandths
	inked  bool
}

func newPen(width int) *pen {
	p := &pen{box: [4]int{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32}}
	p.out = appendInteger(p.out, width)
	return p
}

func (p *pen) draw(outline []ot.Segment) {
	for _, s := range outline {
		a := s.Args
		switch s.Op {
		case ot.SegmentOpMoveTo:
			p.to(opRightMoveTo, a[0])
		case ot.SegmentOpLineTo:
			p.to(opRightLineTo, a[0])
		case ot.SegmentOpQuadTo:
			p.quad(a[0], a[1])
		case ot.SegmentOpCubeTo:
			p.to(opRightCurveTo, a[0], a[1], a[2])
		}
	}
}

// quad raises a quadratic curve to the cubic one that is the same.
func (p *pen) quad(control, end ot.SegmentPoint) {
	from := ot.SegmentPoint{X: float32(p.fx), Y: float32(p.fy)}
	third := func(a, b float32) float32 { return a + (b-a)*2/3 }
	p.to(opRightCurveTo,
		ot.SegmentPoint{X: third(from.X, control.X), Y: third(from.Y, control.Y)},
		ot.SegmentPoint{X: third(end.X, control.X), Y: third(end.Y, control.Y)}, end)
}

func (p *pen) to(op byte, points ...ot.SegmentPoint) {
	for _, point := range points {
		x := int(math.Round(float64(point.X)*p.scale + p.dx))
		y := int(math.Round(float64(point.Y)*p.scale + p.dy))
		p.out = appendInteger(appendInteger(p.out, x-p.x), y-p.y)
		p.x, p.y = x, y
		p.box = [4]int{min(p.box[0], x), min(p.box[1], y), max(p.box[2], x), max(p.box[3], y)}
	}
	last := points[len(points)-1]
	p.fx, p.fy = float64(last.X), float64(last.Y)
	p.inked = true
	p.out = append(p.out, op)
}

func (p *pen) end() []byte { return append(p.out, opEndChar) }

// appendInteger writes a number of a charstring in the fewest bytes.
func appendInteger(b []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(b, byte(v+139))
	case v >= 108 && v <= 1131:
		return append(b, byte((v-108)>>8)+247, byte(v-108))
	case v >= -1131 && v <= -108:
		return append(b, byte((-v-108)>>8)+251, byte(-v-108))
	}
	return binary.BigEndian.AppendUint16(append(b, shortInteger), uint16(int16(v)))
}
