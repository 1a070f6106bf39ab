package typeset

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"mutatis/assets"
)

// Font is one font file, ready to shape with, to paint from and to embed in a page description. Fonts are compared by
// pointer: there is one value for each file and weight. The methods are safe for concurrent use; Face is not, and
// belongs to this package's shaper.
type Font struct {
	Name  string // PostScript name, unique: "NotoSerif-Italic"
	Data  []byte // the whole file, a collection perhaps
	Index int    // of the font within a collection
	Face  *font.Face
	// Bolder asks the painter to thicken the outlines by BolderBy em: this script has no bold file of its own.
	Bolder bool
	Scale  float32 // letters are drawn at Scale times the nominal size, so that scripts stand in balance
}

// BolderBy is how much a thickened outline grows in width, in em.
const BolderBy = 1.0 / 32

// bundled parses a font compiled into the program. A missing or broken one is our own broken promise.
func bundled(name string, scale float32) *Font {
	data, err := assets.Fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		panic(fmt.Sprintf("typeset: %v", err))
	}
	f, err := parseFont(name, data, 0)
	if err != nil {
		panic(fmt.Sprintf("typeset: %v", err))
	}
	f.Scale = scale
	return f
}

func parseFont(name string, data []byte, index int) (*Font, error) {
	loaders, err := ot.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	if index >= len(loaders) {
		return nil, fmt.Errorf("reading font %s: no font number %d in it", name, index)
	}
	parsed, err := font.NewFont(loaders[index])
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	return &Font{Name: name, Data: data, Index: index, Face: font.NewFace(parsed), Scale: 1}, nil
}

// bolder is the font with thickened outlines.
func (f *Font) bolder() *Font {
	thick := *f
	thick.Name += "-Bold"
	thick.Bolder = true
	return &thick
}

// UnitsPerEm is the size of the em square in font units.
func (f *Font) UnitsPerEm() float32 { return float32(f.Face.Font.Upem()) }

// Glyph finds the glyph of a character; false where the font has none.
func (f *Font) Glyph(r rune) (uint32, bool) {
	id, ok := f.Face.Font.NominalGlyph(r)
	return uint32(id), ok
}

// Advance is the width of a glyph in font units.
func (f *Font) Advance(id uint32) float32 { return f.Face.HorizontalAdvance(font.GID(id)) }

// Outline is the contours of a glyph in font units, y upwards; none for a space.
func (f *Font) Outline(id uint32) []ot.Segment {
	outline, _ := f.Face.GlyphDataOutline(font.GID(id))
	return outline.Segments
}

// Ascent and Descent are the font's own line metrics in em, both positive.
func (f *Font) Ascent() float32 { return f.extents().Ascender / f.UnitsPerEm() }

// Descent is how far letters reach below the baseline, in em, positive.
func (f *Font) Descent() float32 { return -f.extents().Descender / f.UnitsPerEm() }

func (f *Font) extents() font.FontExtents {
	e, ok := f.Face.FontHExtents()
	if !ok {
		u := f.UnitsPerEm()
		return font.FontExtents{Ascender: 0.9 * u, Descender: -0.3 * u}
	}
	return e
}

// XHeight is the height of small letters without ascenders in em; 0 where the script has none.
func (f *Font) XHeight() float32 { return f.Face.LineMetric(font.XHeight) / f.UnitsPerEm() }
