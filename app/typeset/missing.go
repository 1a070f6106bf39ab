package typeset

import "fmt"

// A character without a glyph is drawn as "U+1E900", small, in a frame (see Decorations): never silence.
const missingSize = 0.6

func (p *Paragraph) shapeMissing(r run) {
	size, rise := p.sizeOf(r.span)
	small := size * missingSize
	for i := r.start; i < r.end; i++ {
		c := cluster{start: i, end: i + 1, size: size, font: r.font, span: r.span, level: r.level, missing: true}
		unit := small / r.font.UnitsPerEm()
		pad := small * 0.2
		for _, digit := range fmt.Sprintf("U+%04X", p.text[i]) {
			id, _ := r.font.Glyph(digit)
			advance := r.font.Advance(id) * unit
			c.glyphs = append(c.glyphs, placed{id: id, dx: pad, dy: rise + size*0.08, advance: advance, size: small, font: r.font})
			c.advance += advance
		}
		last := &c.glyphs[len(c.glyphs)-1]
		last.advance += 2 * pad
		c.advance += 2 * pad
		p.clusters = append(p.clusters, c)
		p.missing = append(p.missing, p.text[i])
	}
}
