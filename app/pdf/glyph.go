package pdf

import (
	"encoding/binary"
	"math"
	"strings"
)

// glyph is one character as the page shows it, in points from the foot of the page. Left and Right are its advance
// along the line. There are a million of them in forty texts, so it holds no pointers.
type glyph struct {
	Rune        rune
	more        ligature
	X, Y        float32 // the origin: Y is the baseline
	Left, Right float32
	Size        float32 // of the type as it is shown
	Face        uint16
	Turn        uint8 // quarters of a circle against the clock; 4 = another angle
}

// ligature is what follows the first character of a glyph that stands for several, and the signs over and under them.
type ligature [ligatureRest + letterSigns]rune

const (
	ligatureRest = 3
	letterSigns  = 2
)

func (l ligature) runes() []rune {
	n := 0
	for n < len(l) && l[n] != 0 {
		n++
	}
	return l[:n]
}

func (l ligature) full() bool { return l[ligatureRest-1] != 0 }

// face is what the name and the descriptor of a font say.
type face struct {
	Name         string
	Bold, Italic bool
	Barcode      bool // job numbers are set in it for machines
}

// ruling is a thin rectangle or a line: what a table or a footnote is ruled off with.
type ruling struct{ Left, Bottom, Right, Top float32 }

// sheet is one page.
type sheet struct {
	Left, Bottom, Right, Top float32
	Packed                   []byte // its glyphs on their way from the worker
	Rules                    []ruling
	Pictures                 float32 // square points covered by pictures; those that overlap count twice
	Unreadable               bool
	Rotation                 uint8 // quarters of a circle with the clock by which the page is shown turned

	glyphs []glyph
	turned uint8 // quarters of a circle with the clock by which the sheet was turned to make its text lie
}

const packedGlyph = 7 * 4 // bytes

// pack writes glyphs down for the way between processes; gob takes longer over them than PDFium.
func pack(glyphs []glyph) []byte {
	data := make([]byte, 0, packedGlyph*len(glyphs))
	for _, g := range glyphs {
		data = binary.LittleEndian.AppendUint32(data, uint32(g.Rune))
		for _, v := range [...]float32{g.X, g.Y, g.Left, g.Right, g.Size} {
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
		}
		data = binary.LittleEndian.AppendUint32(data, uint32(g.Face)|uint32(g.Turn)<<16)
	}
	return data
}

// unpack reads what pack wrote, and leaves out glyphs that stand nowhere.
func unpack(data []byte) []glyph {
	glyphs := make([]glyph, 0, len(data)/packedGlyph)
	for ; len(data) >= packedGlyph; data = data[packedGlyph:] {
		last := binary.LittleEndian.Uint32(data[24:])
		g := glyph{
			Rune: rune(binary.LittleEndian.Uint32(data)), X: float32At(data, 1), Y: float32At(data, 2),
			Left: float32At(data, 3), Right: float32At(data, 4), Size: sizeOf(float32At(data, 5)),
			Face: uint16(last), Turn: min(uint8(last>>16), 4),
		}
		if isPlace(g.X) && isPlace(g.Y) && isPlace(g.Left) && isPlace(g.Right) && isPlace(g.Size) {
			glyphs = append(glyphs, g)
		}
	}
	return glyphs
}

// sizeOf is a size of type that can be measured by: a font may be set upside down, and a broken file says anything.
func sizeOf(v float32) float32 { return max(float32(math.Abs(float64(v))), 0.5) }

// isPlace reports a coordinate that can be on a page.
func isPlace(v float32) bool { return v > -100_000 && v < 100_000 }

func float32At(data []byte, i int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
}

func float64At(data []byte, i int) float32 {
	return float32(math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:])))
}

func float32bits(word uint64) float32 { return math.Float32frombits(uint32(word)) }

func hypotenuse(a, b float32) float32 { return float32(math.Hypot(float64(a), float64(b))) }

// turnOf reads the direction of the baseline off a text matrix.
func turnOf(m [6]float32) uint8 {
	a, b := float64(m[0]), float64(m[1])
	const slack = 0.02
	length := math.Hypot(a, b)
	switch {
	case length == 0 || math.Abs(b) <= slack*length && a > 0:
		return 0
	case math.Abs(a) <= slack*length && b > 0:
		return 1
	case math.Abs(b) <= slack*length:
		return 2
	case math.Abs(a) <= slack*length:
		return 3
	}
	return 4
}

// isBarcode knows the fonts that job numbers are set in for machines by their names.
func isBarcode(name string) bool {
	for _, part := range []string{"barcode", "3 of 9", "3of9", "code39", "code 39"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}
