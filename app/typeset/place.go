package typeset

// place sets the clusters of a line in visual order on its measure.
func (p *Paragraph) place(l lineOf, width, indent, top float32) Line {
	out := Line{Top: top, Height: p.setting.LineHeight(), Baseline: top + p.setting.baseline()}
	out.Start, out.End = p.lineRange(l)
	inked := l.end
	for inked > l.first && p.clusters[inked-1].space {
		inked--
	}
	stretch := p.stretchOf(l, inked, width-indent)
	lineWidth := l.width + stretch*float32(p.gaps(l.first, inked))
	pen := p.startOf(lineWidth, width, indent)
	out.Glyphs = make([]Glyph, 0, l.end-l.first+4)
	for _, i := range p.visual(l.first, l.end, inked) {
		c := &p.clusters[i]
		if i >= inked { // a space that hangs at the end keeps its place in the text and has no width
			hung := *c
			hung.setHung()
			out.Glyphs = appendGlyphs(out.Glyphs, &hung, pen, out.Baseline)
			continue
		}
		from := len(out.Glyphs)
		out.Glyphs = appendGlyphs(out.Glyphs, c, pen, out.Baseline)
		pen += c.advance
		if p.stretches(i, l.first, inked) {
			pen += stretch
			out.Glyphs[from].Advance += stretch
			out.Glyphs[from].extent += stretch
		}
		if l.hyphen && i == l.end-1 {
			out.Glyphs = append(out.Glyphs, hyphenAfter(c, pen, out.Baseline))
		}
	}
	out.pieces = join(out.Glyphs)
	return out
}

func (p *Paragraph) lineRange(l lineOf) (start, end int) {
	if l.end == l.first {
		return 0, len(p.text)
	}
	return p.clusters[l.first].start, p.clusters[l.end-1].end
}

func (c *cluster) setHung() {
	c.glyphs = append([]placed(nil), c.glyphs...)
	c.setAdvance(0)
}

func appendGlyphs(out []Glyph, c *cluster, pen, baseline float32) []Glyph {
	x := pen
	for _, g := range c.glyphs {
		out = append(out, Glyph{
			Font: g.font, ID: g.id, Size: g.size, X: x + g.dx, Y: baseline - g.dy, Advance: g.advance,
			Span: c.span, Start: c.start, End: c.end, RightToLeft: c.level%2 == 1,
			pen: pen, extent: c.advance, missing: c.missing,
		})
		x += g.advance
	}
	return out
}

func hyphenAfter(c *cluster, pen, baseline float32) Glyph {
	g := hyphenGlyph(c)
	return Glyph{
		Font: g.font, ID: g.id, Size: g.size, X: pen, Y: baseline, Advance: g.advance,
		Span: c.span, Start: c.end, End: c.end, pen: pen, extent: g.advance,
	}
}

// startOf is where the pen begins, from the left edge of the measure.
func (p *Paragraph) startOf(lineWidth, width, indent float32) float32 {
	rest := width - indent - lineWidth
	switch p.setting.Align {
	case Centre:
		rest /= 2
		if p.setting.RightToLeft {
			return rest
		}
		return indent + rest
	case End:
		if p.setting.RightToLeft {
			return 0
		}
		return indent + rest
	}
	if p.setting.RightToLeft {
		return rest
	}
	return indent
}
