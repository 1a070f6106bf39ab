package typeset

import "math"

// lineOf is a line being made: a stretch of clusters and what is known about it.
type lineOf struct {
	first, end int     // clusters
	width      float32 // without the spaces that hang at its end
	hyphen     bool
	last       bool // of the paragraph, or before a forced break: never justified
}

// Break breaks the paragraph to a measure. A word wider than the measure is broken where its letters allow.
func (p *Paragraph) Break(width float32) Block {
	b := Block{Width: width, Paragraph: p}
	indent := p.setting.FirstIndent
	for first := 0; first < len(p.clusters); {
		l := p.fill(first, width-indent)
		b.Lines = append(b.Lines, p.place(l, width, indent, b.Height))
		b.Height += p.setting.LineHeight()
		first, indent = l.end, 0
	}
	if len(b.Lines) == 0 { // an empty paragraph still has the height of a line
		b.Lines = []Line{p.place(lineOf{last: true}, width, indent, 0)}
		b.Height = p.setting.LineHeight()
	}
	return b
}

// fill takes as many clusters as the measure holds.
func (p *Paragraph) fill(first int, measure float32) lineOf {
	best := lineOf{first: first, end: first}
	var width, spaces float32
	for i := first; i < len(p.clusters); i++ {
		c := &p.clusters[i]
		if c.space {
			spaces += c.advance
		} else {
			if width+spaces+c.advance > measure+slack && i > first {
				return p.orEmergency(best, i, width)
			}
			width += spaces + c.advance
			spaces = 0
		}
		switch {
		case c.after == mustBreak || i == len(p.clusters)-1:
			return lineOf{first: first, end: i + 1, width: width, last: true}
		case c.after == mayBreak:
			best = lineOf{first: first, end: i + 1, width: width}
		case c.after == mayHyphenate && width+p.hyphenWidth(c) <= measure+slack:
			best = lineOf{first: first, end: i + 1, width: width + p.hyphenWidth(c), hyphen: true}
		}
	}
	return best
}

// slack forgives what is lost in adding small numbers.
const slack = 0.01

// orEmergency is the best line found, or a word cut before cluster i where there is none.
func (p *Paragraph) orEmergency(best lineOf, i int, width float32) lineOf {
	if best.end > best.first {
		return best
	}
	return lineOf{first: best.first, end: i, width: width}
}

func (p *Paragraph) hyphenWidth(c *cluster) float32 {
	g := hyphenGlyph(c)
	return g.advance
}

func hyphenGlyph(c *cluster) placed {
	id, _ := c.font.Glyph('-')
	size := c.size * c.font.Scale
	return placed{id: id, advance: c.font.Advance(id) * size / c.font.UnitsPerEm(), size: size, font: c.font}
}

// leadings are the distances from baseline to baseline a script asks for, as multiples of the size.
var leadings = map[string]float32{"": 1.4, "ar": 1.75, "zh": 1.6}

func (s Setting) leading() float32 {
	if s.Leading > 0 {
		return s.Leading
	}
	if l, ok := leadings[s.Language]; ok {
		return l
	}
	return leadings[""]
}

// LineHeight is the distance from baseline to baseline.
func (s Setting) LineHeight() float32 { return s.leading() * s.Size }

// baseline is where letters stand in a line, from its top: their body is centred in the line.
func (s Setting) baseline() float32 {
	ascent, descent := float32(0.98), float32(0.30) // of the serif's own marks and descenders
	if s.RightToLeft {
		ascent, descent = 1.02, 0.52
	}
	return (s.LineHeight()-(ascent+descent)*s.Size)/2 + ascent*s.Size
}

// EstimateHeight guesses the height of a text of so many code points without shaping it: good enough for a scroll
// bar, usually within a line of the truth.
func EstimateHeight(codePoints int, s Setting, width float32) float32 {
	letter, ok := letterWidths[s.Language]
	if !ok {
		letter = 0.5
	}
	lost := float32(2.5) // letters' room at the end of a line, where the next word did not fit
	if s.Language == "zh" {
		lost = 0.5
	}
	perLine := max(width/(letter*s.Size)-lost, 1)
	lines := math.Ceil(float64(float32(codePoints) / perLine))
	return float32(max(lines, 1)) * s.LineHeight()
}

// letterWidths is the mean width of a letter in em, spaces and digits among them.
var letterWidths = map[string]float32{"ar": 0.46, "es": 0.485, "fr": 0.485, "ru": 0.56, "zh": 0.86}
