package pdf

import (
	"math"
	"os"
	"testing"

	"github.com/go-text/typesetting/font/cff"
	ot "github.com/go-text/typesetting/font/opentype"
	glyphs "github.com/go-text/typesetting/font/opentype/tables"
)

func writeFile(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// compareShapes reads an embedded font back and compares each shape's ends of lines and curves with what the pen drew.
func compareShapes(t *testing.T, e *embedded) {
	t.Helper()
	parsed, err := cff.Parse(compactFont("AAAAAA+Test", e.shapes, e.box))
	if err != nil {
		t.Fatalf("%s: %v", e.font.Name, err)
	}
	if len(parsed.Charstrings) != len(e.shapes) {
		t.Fatalf("%s: %d shapes, want %d", e.font.Name, len(parsed.Charstrings), len(e.shapes))
	}
	for cid := 1; cid < len(e.shapes); cid++ {
		segments, bounds, err := parsed.LoadGlyph(glyphs.GlyphID(cid))
		if err != nil {
			t.Fatalf("%s, CID %d: %v", e.font.Name, cid, err)
		}
		if len(segments) > 0 && (bounds.Max.X > float64(e.box[2])+1 || bounds.Min.Y < float64(e.box[1])-1) {
			t.Errorf("%s, CID %d for %q: drawn to %v, outside %v", e.font.Name, cid, e.texts[cid], bounds, e.box)
		}
	}
}

// TestPenDraws: lines stay lines, curves of either degree end where they should, everything in thousandths of an em.
func TestPenDraws(t *testing.T) {
	at := func(x, y float32) ot.SegmentPoint { return ot.SegmentPoint{X: x, Y: y} }
	outline := []ot.Segment{
		{Op: ot.SegmentOpMoveTo, Args: [3]ot.SegmentPoint{at(0, 0)}},
		{Op: ot.SegmentOpLineTo, Args: [3]ot.SegmentPoint{at(2048, 0)}},
		{Op: ot.SegmentOpQuadTo, Args: [3]ot.SegmentPoint{at(2048, 1024), at(1024, 1024)}},
		{Op: ot.SegmentOpCubeTo, Args: [3]ot.SegmentPoint{at(512, 1024), at(0, 512), at(0, -4096)}},
	}
	p := newPen(500)
	p.scale, p.dx, p.dy = 1000.0/2048, 10, 20
	p.draw(outline)
	font := compactFont("AAAAAA+Test", []shape{{charstring: newPen(0).end()}, {p.end(), 500}}, p.box)
	parsed, err := cff.Parse(font)
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := parsed.LoadGlyph(1)
	if err != nil {
		t.Fatal(err)
	}
	want := [][2]float32{{10, 20}, {1010, 20}, {510, 520}, {10, -1980}}
	var ends [][2]float32
	for _, s := range got {
		args := s.ArgsSlice()
		last := args[len(args)-1]
		ends = append(ends, [2]float32{last.X, last.Y})
	}
	for i, end := range want {
		if i >= len(ends) || math.Abs(float64(ends[i][0]-end[0])) > 0.5 || math.Abs(float64(ends[i][1]-end[1])) > 0.5 {
			t.Fatalf("ends at %v, want %v", ends, want)
		}
	}
	if control := got[2].Args[0]; control.X != 1010 || math.Abs(float64(control.Y)-(20+1000.0/3)) > 0.51 {
		t.Errorf("the quadratic curve was raised with the control point %v", control)
	}
}
