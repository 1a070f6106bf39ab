package typeset

// Paragraph is a shaped text: everything about it that does not depend on the measure. It is immutable, may be kept
// and broken as often as wanted, from any goroutine.
type Paragraph struct {
	setting  Setting
	spans    []Span
	text     []rune
	ends     []int // code point after each span
	clusters []cluster
	minWidth float32
	missing  []rune
}

// A cluster is the least that can stand on a line of its own: glyphs that belong together, in logical order.
type cluster struct {
	start, end int // code points of the text
	glyphs     []placed
	advance    float32
	size       float32
	font       *Font
	span       int
	level      int8 // bidi embedding level: odd runs right to left
	space      bool // hangs at the end of a line, stretches in a justified one
	wide       bool // a Han character or its punctuation: a justified line may stretch after it
	missing    bool // stands for a character without a glyph
	after      opportunity
}

// placed is one glyph of a cluster; offsets are from the pen, dy upwards.
type placed struct {
	id              uint32
	dx, dy, advance float32
	size            float32
	font            *Font
}

// An opportunity says whether a line may end after a cluster.
type opportunity uint8

const (
	noBreak opportunity = iota
	mayBreak
	mayHyphenate // a soft hyphen: breaks and shows a hyphen
	mustBreak
)

// Text is the whole text by code points: what Glyph.Start and Line.Start count in. It must not be changed.
func (p *Paragraph) Text() []rune { return p.text }

// Spans are the spans the paragraph was shaped from. They must not be changed.
func (p *Paragraph) Spans() []Span { return p.spans }

// Setting is the setting the paragraph was shaped with.
func (p *Paragraph) Setting() Setting { return p.setting }

// SpanRange says which code points of the text a span holds.
func (p *Paragraph) SpanRange(span int) (start, end int) {
	if span > 0 {
		start = p.ends[span-1]
	}
	return start, p.ends[span]
}

// MinWidth is the width of the widest part that cannot be broken: no measure below it keeps words whole.
func (p *Paragraph) MinWidth() float32 { return p.minWidth }

// Missing lists the characters that no font has, in the order of the text. They are drawn as their number in a frame.
// Once the fonts of the system are known (OnSystemFonts), shaping again may find some.
func (p *Paragraph) Missing() []rune { return p.missing }
