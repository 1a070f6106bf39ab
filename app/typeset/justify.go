package typeset

// widestGap is how far a justified line may be stretched in one place, as a multiple of the size: beyond it the line
// is left ragged, which looks better than holes.
const widestGap = 1.2

// stretchOf is what each gap of a line takes to fill the measure; 0 where the line is not to be filled.
func (p *Paragraph) stretchOf(l lineOf, inked int, measure float32) float32 {
	if p.setting.Align != Justified || l.last {
		return 0
	}
	gaps := p.gaps(l.first, inked)
	rest := measure - l.width
	if gaps == 0 || rest <= 0 {
		return 0
	}
	each := rest / float32(gaps)
	if each > widestGap*p.setting.Size {
		return 0
	}
	return each
}

func (p *Paragraph) gaps(first, inked int) int {
	n := 0
	for i := first; i < inked; i++ {
		if p.stretches(i, first, inked) {
			n++
		}
	}
	return n
}

// stretches reports whether a justified line may grow after cluster i: at spaces, and between Chinese characters.
func (p *Paragraph) stretches(i, first, inked int) bool {
	if p.setting.Align != Justified || i >= inked-1 {
		return false
	}
	c := &p.clusters[i]
	return c.space && i > first || c.wide && p.clusters[i+1].wide
}
