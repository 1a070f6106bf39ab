package pdf

import (
	"math"
	"strings"
)

// glyph is one character as the page shows it, in points from the foot of the page. Left and Right are its advance
// along the line.
type glyph struct {
	Rune        rune
	X, Y        float32 // the origin: Y is the baseline
	Left, Right float32
	Size        float32 // of the type as it is shown
	Face        uint16
	Turn        uint8  // quarters of a circle against the clock; 4 = another angle
	more        []rune // what follows Rune in a ligature
}

// face is what the name and the descriptor of a font say.
type face struct {
	Name         string
	Bold, Italic bool
}

// ruling is a thin rectangle or a line: what a table or a footnote is ruled off with.
type ruling struct{ Left, Bottom, Right, Top float32 }

// sheet is one page.
type sheet struct {
	Left, Bottom, Right, Top float32
	Glyphs                   []glyph
	Rules                    []ruling
	Pictures                 float32 // square points covered by pictures; those that overlap count twice
	Unreadable               bool
}

func hypotenuse(a, b float32) float32 { return float32(math.Hypot(float64(a), float64(b))) }

func float32bits(word uint64) float32 { return math.Float32frombits(uint32(word)) }

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

// barcode reports the fonts that job numbers are set in for machines.
func (f face) barcode() bool {
	name := strings.ToLower(f.Name)
	return strings.Contains(name, "barcode") || strings.Contains(name, "3 of 9") || strings.Contains(name, "code39") || strings.Contains(name, "code 39") || strings.Contains(name, "3of9")
}
