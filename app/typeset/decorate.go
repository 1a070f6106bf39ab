package typeset

// Decoration is a line or a bar to be filled with the colour of its span.
type Decoration struct {
	Rect
	Span int
	Kind Style // Underline, DoubleUnderline or Strike; 0 for the frame of a character that no font has
}

// Where decorations stand, in parts of the size: below the baseline, and how thick. Under Arabic letters the line
// passes below their tails.
const (
	thickness      = 0.062
	underlineAt    = 0.125
	underlineAtRTL = 0.26
	doubleGap      = 0.125
	strikeAt       = -0.27
	strikeAtWide   = -0.36 // Chinese characters stand higher and are taller
	strikeAtRTL    = -0.20
)

// Decorations are the underlines, double underlines and strikes of all spans, and the frames of missing characters.
// Painters round them to whole pixels.
func (b Block) Decorations() []Decoration {
	if b.Paragraph == nil {
		return nil
	}
	var out []Decoration
	for _, l := range b.Lines {
		out = b.Paragraph.decorate(out, l)
	}
	return out
}

// Decorate gives the decorations of one line, for whoever sets lines on pages.
func (p *Paragraph) Decorate(l Line) []Decoration { return p.decorate(nil, l) }

func (p *Paragraph) decorate(out []Decoration, l Line) []Decoration {
	pieces := l.pieces
	for i := 0; i < len(pieces); {
		j, from := i, pieces[i]
		width := float32(0)
		for j < len(pieces) && pieces[j].span == from.span && !pieces[j].missing {
			width = pieces[j].x + pieces[j].width - from.x
			j++
		}
		if width > 0 {
			out = p.rule(out, l, from, width)
		}
		if j < len(pieces) && pieces[j].missing {
			out = p.frame(out, l, pieces[j])
			j++
		}
		i = max(j, i+1)
	}
	return out
}

// rule draws what the style of a span asks for along a stretch of a line.
func (p *Paragraph) rule(out []Decoration, l Line, from piece, width float32) []Decoration {
	size := p.setting.Size
	bar := func(at float32, kind Style) {
		out = append(out, Decoration{Rect{from.x, l.Baseline + at*size, width, thickness * size}, from.span, kind})
	}
	style := p.spans[from.span].Style
	under := float32(underlineAt)
	if p.setting.RightToLeft {
		under = underlineAtRTL
	}
	if style&DoubleUnderline != 0 {
		bar(under-0.03, DoubleUnderline)
		bar(under-0.03+doubleGap, DoubleUnderline)
	} else if style&Underline != 0 {
		bar(under, Underline)
	}
	if style&Strike != 0 {
		bar(p.strikeAt(from), Strike)
	}
	return out
}

func (p *Paragraph) strikeAt(from piece) float32 {
	at := float32(strikeAt)
	switch {
	case p.setting.RightToLeft:
		at = strikeAtRTL
	case isWide(p.text[from.start]):
		at = strikeAtWide
	}
	if p.spans[from.span].Style&Raised != 0 {
		at = at*raisedSize - raisedRise
	}
	return at
}

// frame draws the box around the number of a missing character.
func (p *Paragraph) frame(out []Decoration, l Line, at piece) []Decoration {
	size, rise := p.sizeOf(at.span)
	line := thickness * size * 0.8
	top, height := l.Baseline-rise-size*0.66, size*0.86
	x, width := at.x+size*0.03, at.width-size*0.06
	for _, r := range []Rect{
		{x, top, width, line}, {x, top + height - line, width, line},
		{x, top, line, height}, {x + width - line, top, line, height},
	} {
		out = append(out, Decoration{r, at.span, 0})
	}
	if style := p.spans[at.span].Style; style&(Underline|DoubleUnderline|Strike) != 0 {
		out = p.rule(out, l, at, at.width)
	}
	return out
}
