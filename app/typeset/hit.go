package typeset

// Rect is a rectangle of a block: X, Y is its top left corner.
type Rect struct{ X, Y, Width, Height float32 }

// piece is a cluster as it stands in a line.
type piece struct {
	x, width    float32
	start, end  int
	span        int
	rightToLeft bool
	missing     bool
}

// join makes pieces of the glyphs of a line, from left to right.
func join(glyphs []Glyph) []piece {
	out := make([]piece, 0, len(glyphs))
	for i := range glyphs {
		g := &glyphs[i]
		if last := len(out) - 1; last >= 0 && out[last].start == g.Start && out[last].x == g.pen {
			continue
		}
		out = append(out, piece{g.pen, g.extent, g.Start, g.End, g.Span, g.RightToLeft, g.missing})
	}
	return out
}

// Hit finds the place in the text that is nearest to a point: the code point before which a caret would stand. Above
// the block it is 0, below it the end of the text.
func (b Block) Hit(x, y float32) int {
	for i, l := range b.Lines {
		if y < l.Top && i == 0 {
			return l.Start
		}
		if y < l.Top+l.Height {
			return l.hit(x)
		}
	}
	if len(b.Lines) == 0 {
		return 0
	}
	return b.Lines[len(b.Lines)-1].End
}

func (l Line) hit(x float32) int {
	pieces := l.pieces
	if len(pieces) == 0 {
		return l.Start
	}
	for _, p := range pieces {
		if x < p.x+p.width {
			return p.hit(x)
		}
	}
	return pieces[len(pieces)-1].hit(x)
}

// hit finds the place within a cluster. Letters of a ligature share its width evenly.
func (p piece) hit(x float32) int {
	n := p.end - p.start
	if p.width <= 0 {
		if x > p.x != p.rightToLeft {
			return p.end
		}
		return p.start
	}
	part := int((x-p.x)/p.width*float32(n) + 0.5)
	part = min(max(part, 0), n)
	if p.rightToLeft {
		part = n - part
	}
	return p.start + part
}

// Rects covers the code points from start up to end: a rectangle for every stretch that stands together in a line, as
// high as the line. In a text of two directions a stretch of the text may be several on the page.
func (b Block) Rects(start, end int) []Rect {
	var out []Rect
	for _, l := range b.Lines {
		if l.Start < end && start < l.End {
			out = append(out, l.Rects(start, end)...)
		}
	}
	return out
}

// Rects covers what of the line lies between two code points, as Block.Rects does.
func (l Line) Rects(start, end int) []Rect {
	var out []Rect
	for _, p := range l.pieces {
		x, width := p.part(start, end)
		if width <= 0 {
			continue
		}
		if last := len(out) - 1; last >= 0 && x-(out[last].X+out[last].Width) < 0.05 {
			out[last].Width = x + width - out[last].X
			continue
		}
		out = append(out, Rect{x, l.Top, width, l.Height})
	}
	return out
}

// part is the share of a cluster that a range of the text covers.
func (p piece) part(start, end int) (x, width float32) {
	from, to := max(start, p.start), min(end, p.end)
	if from >= to {
		return 0, 0
	}
	each := p.width / float32(p.end-p.start)
	width = each * float32(to-from)
	if p.rightToLeft {
		return p.x + each*float32(p.end-to), width
	}
	return p.x + each*float32(from-p.start), width
}

// WordAt is the word that a code point belongs to, by the Unicode rules (UAX 29); a single mark or space where it
// belongs to none. It is what a double click selects.
func (p *Paragraph) WordAt(offset int) (start, end int) {
	if len(p.text) == 0 {
		return 0, 0
	}
	offset = min(max(offset, 0), len(p.text)-1)
	for _, w := range wordsOf(p.text) {
		if offset < w.end {
			return w.start, w.end
		}
	}
	return offset, offset + 1
}
