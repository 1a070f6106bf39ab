package pdf

import (
	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Lengths of the documents of the United Nations, in points.
const (
	cleanMeasure = 364.6 // a clean text is set in a column of its own
	fullMeasure  = 0     // what the margins leave
	overhang     = 63.4  // how far running head and masthead reach beyond a clean text on both sides
	indent       = 23.76
	topMargin    = 76
	firstTop     = 46 // of the first page, which has no running head
	bottomMargin = 60
)

// Tags of spans; they are also the inks of a page.
const (
	inkText = iota
	inkInserted
	inkDeleted
	inkMoved
	inkQuiet
)

// The inks of marks are dark: printed in black they are still read, and the strokes say the same without colour.
var inks = []typeset.Ink{
	inkInserted: {R: 0, G: 56, B: 150}, inkDeleted: {R: 165, G: 16, B: 16}, inkMoved: {R: 0, G: 98, B: 58}, inkQuiet: {R: 90, G: 90, B: 90},
}

// letters are the sizes in which a language is set, in points.
type letters struct{ text, note, leading float32 }

var lettersOf = map[resolution.Language]letters{
	resolution.Chinese: {10.5, 8.5, 1.55},
	resolution.Arabic:  {11, 9, 1.6},
}

var defaultLetters = letters{9.5, 7.8, 1.3}

// composer collects what is to be broken into pages.
type composer struct {
	options  Options
	words    words
	language resolution.Language
	letters  letters
	width    float32 // of the paper
	height   float32
	left     float32 // of the measure
	measure  float32
	frame    float32 // how far the running head reaches beyond the measure
	flow     []typeset.Piece
	notes    []typeset.Piece
	firstTop float32 // where the first page begins
	waited   bool    // for the fonts of the system
}

func newComposer(o Options, l resolution.Language, measure float32) (*composer, error) {
	size, ok := paperSizes[o.Paper]
	if !ok {
		size = paperSizes[A4]
	}
	o.Margins = o.Margins.orUsual(size[0])
	c := &composer{options: o, words: wordsFor(o.Language), language: l, letters: defaultLetters, width: size[0], height: size[1]}
	if special, ok := lettersOf[l]; ok {
		c.letters = special
	}
	room := c.width - 2*o.Margins.Side
	c.measure = room
	if measure > 0 {
		c.measure = min(measure, room)
	}
	c.frame = (room - c.measure) / 2
	c.left = (c.width - c.measure) / 2
	c.firstTop = firstTop
	if c.measure < 150 || c.height-o.Margins.Top-o.Margins.Bottom < 150 {
		return nil, errNoRoom
	}
	return c, nil
}

func (m Margins) orUsual(width float32) Margins {
	usual := func(v *float32, u float32) {
		if *v <= 0 {
			*v = u
		}
	}
	usual(&m.Top, topMargin)
	usual(&m.Bottom, bottomMargin)
	usual(&m.Side, (width-cleanMeasure)/2-overhang)
	return m
}

// block sets spans to a width.
func (c *composer) block(spans []typeset.Span, s typeset.Setting, width float32) typeset.Block {
	return c.shape(spans, s).Break(width)
}

// shape shapes spans. Characters that no font of ours has are looked for in the fonts of the system.
func (c *composer) shape(spans []typeset.Span, s typeset.Setting) *typeset.Paragraph {
	p := typeset.Shape(spans, s)
	if len(p.Missing()) > 0 && !c.waited {
		typeset.WaitForSystemFonts()
		c.waited = true
		p = typeset.Shape(spans, s)
	}
	return p
}

// balanced sets spans in as few lines as the width allows, and those as even as can be: for what is read at a glance.
func (c *composer) balanced(spans []typeset.Span, s typeset.Setting, width float32) typeset.Block {
	p := c.shape(spans, s)
	b := p.Break(width)
	if len(b.Lines) < 2 {
		return b
	}
	for narrow, wide := width/2, width; wide-narrow > 2; {
		middle := (narrow + wide) / 2
		if try := p.Break(middle); len(try.Lines) == len(b.Lines) && middle > p.MinWidth() {
			b, wide = try, middle
		} else {
			narrow = middle
		}
	}
	return b
}

// setting is that of the text.
func (c *composer) setting() typeset.Setting {
	return typeset.Setting{Size: c.letters.text, Leading: c.letters.leading, Language: string(c.language), RightToLeft: c.rightToLeft(), Align: typeset.Justified}
}

func (c *composer) rightToLeft() bool { return c.language.RightToLeft() }

func (c *composer) lineHeight() float32 { return c.letters.text * c.letters.leading }

// cell places a block in the measure, x from the edge at which lines begin.
func (c *composer) cell(b typeset.Block, x, y float32) typeset.Cell {
	if c.rightToLeft() {
		x = c.measure - x - b.Width
	}
	return typeset.Cell{Block: b, X: x, Y: y}
}

// rule is a rule across part of the measure, x from the edge at which lines begin.
func (c *composer) rule(x, y, width, thickness float32) typeset.Rule {
	if c.rightToLeft() {
		x = c.measure - x - width
	}
	return typeset.Rule{X: x, Y: y, Width: width, Height: thickness}
}

// label sets a short text on one line in a cell as wide as itself, and answers that width.
func (c *composer) label(text string, s typeset.Setting, style typeset.Style, tag int) (typeset.Block, float32) {
	s.Align, s.FirstIndent = typeset.Start, 0
	b := c.block([]typeset.Span{{Text: text, Style: style, Tag: tag}}, s, endless)
	width := inkWidth(b)
	b = b.Paragraph.Break(width + 0.1)
	return b, width
}

const endless = 1e5

// inkWidth is the width of the widest line of a block.
func inkWidth(b typeset.Block) float32 {
	var widest float32
	for _, line := range b.Lines {
		if len(line.Glyphs) == 0 {
			continue
		}
		low, high := line.Glyphs[0].X, line.Glyphs[0].X
		for _, g := range line.Glyphs {
			low, high = min(low, g.X), max(high, g.X+g.Advance)
		}
		widest = max(widest, high-low)
	}
	return widest
}

// add puts a piece of one cell into the flow.
func (c *composer) add(p typeset.Piece) { c.flow = append(c.flow, p) }

func (c *composer) paginate(h head) []typeset.Page {
	m := c.options.Margins
	noteRule := c.rule(-min(indent, c.left/2), 5, 70, 0.5)
	return typeset.Paginate(typeset.Pages{
		Width: c.width, Height: c.height, Left: c.left, Top: m.Top, Bottom: c.height - m.Bottom, FirstTop: min(m.Top, c.firstTop),
		Flow: c.flow, Notes: c.notes, NoteGap: 13, NoteRule: noteRule, Inks: inks,
		EvenBar: c.left - 12, OddBar: c.left + c.measure + 10.5,
		Furniture: func(page, pages int) ([]typeset.Text, []typeset.Rule) { return c.furniture(h, page, pages) },
	})
}
