package pdf

import (
	"math"
	"slices"
)

// letterForm is a character of a font.
type letterForm struct {
	face uint16
	r    rune
}

// trimOverhang makes glyphs as wide as their advance. PDFium gives the box of the ink: a slanted f reaches over its
// neighbours, and a gap between words would seem to be none. The advance is what lies between a character and the next
// one most of the time. Arabic letters have a width for each of their forms and are left alone.
func trimOverhang(sheets []sheet) {
	steps := map[letterForm]*[]float32{}
	for _, s := range sheets {
		for i := 1; i < len(s.glyphs); i++ {
			g, next := s.glyphs[i-1], s.glyphs[i]
			if g.Y != next.Y || g.Size != next.Size || g.Size <= 0 || isArabic(g.Rune) || g.more[0] != 0 {
				continue
			}
			if step := (next.X - g.X) / g.Size; step > 0.05 && step < 1.5 {
				of := steps[letterForm{g.Face, g.Rune}]
				if of == nil {
					of = new([]float32)
					steps[letterForm{g.Face, g.Rune}] = of
				}
				*of = append(*of, step)
			}
		}
	}
	widths := map[letterForm]float32{}
	for form, of := range steps {
		if s := *of; len(s) >= 3 {
			slices.Sort(s)
			widths[form] = s[len(s)/2]
		}
	}
	for _, s := range sheets {
		for i := range s.glyphs {
			g := &s.glyphs[i]
			if isArabic(g.Rune) || g.more[0] != 0 {
				continue
			}
			wide := float32(math.Inf(1))
			if w, ok := widths[letterForm{g.Face, g.Rune}]; ok {
				wide = w * g.Size
			}
			g.Left = max(g.Left, min(g.X, g.Right))
			g.Right = max(g.Left, min(g.Right, g.X+wide))
		}
	}
}
