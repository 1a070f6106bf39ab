package typeset

// Style is a set of ways in which a span is set.
type Style uint16

// The styles of a span; they combine.
const (
	Bold Style = 1 << iota
	Italic
	Raised          // a note call: smaller and above the line
	Underline       // inserted
	DoubleUnderline // moved
	Strike          // deleted
	Sans            // the interface's face instead of the document's serif
)

// Span is a stretch of text in one style. Tag is the caller's own: it comes back on every glyph of the span, so that
// a painter knows its colour and a tap its link.
type Span struct {
	Text  string
	Style Style
	Tag   int
}

// Alignment says where a line stands in its measure. Start is left, or right in a right-to-left paragraph.
type Alignment uint8

// The alignments of a paragraph.
const (
	Start Alignment = iota
	Centre
	End
	Justified
)

// Setting says how a paragraph is set. Lengths are in one unit of the caller's choice: pixels on screen, points on paper.
type Setting struct {
	Size        float32 // of the letters
	Leading     float32 // from baseline to baseline, as a multiple of Size; 0 means what the script asks for (1.4)
	RightToLeft bool
	Language    string // ISO 639-1, for shaping and line breaking
	Align       Alignment
	FirstIndent float32
}

// Glyph is one placed glyph. X is measured from the left edge of the measure, Y from the top of the block down to the
// glyph's own baseline.
type Glyph struct {
	Font    *Font
	ID      uint32
	Size    float32 // raised glyphs are smaller
	X, Y    float32
	Advance float32
	Span    int // index of the span it belongs to
	// Start and End are code points of the paragraph's whole text that this glyph stands for. The glyphs of a cluster
	// share them.
	Start, End int
	// RightToLeft says that the text of this glyph runs right to left, whatever the paragraph does.
	RightToLeft bool

	pen, extent float32 // where the glyph's cluster begins, and how wide it is
	missing     bool    // part of the number of a character that no font has
}

// Line is one line of a broken paragraph. Glyphs stand in visual order.
type Line struct {
	Glyphs        []Glyph
	Start, End    int     // code points of the whole text
	Top, Baseline float32 // from the top of the block
	Height        float32

	pieces []piece // the glyphs by clusters
}

// Block is a paragraph broken to a measure.
type Block struct {
	Lines  []Line
	Width  float32 // the measure
	Height float32
	// Paragraph is what was broken: the spans and the text that the glyphs point into.
	Paragraph *Paragraph
}
