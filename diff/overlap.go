package diff

// overlap is what a pair of paragraphs have in common and what they leave over. It is asked for several times.
type overlap struct {
	j               int // the newer paragraph of the pair
	common, longest int // words in the same order, and the longest run of them; unknown (0) of two giants
	restA, restB    []int32
}

// overlap finds what i and j have in common. The last answer for i is kept.
func (x *alignment) overlap(i, j int) *overlap {
	o := &x.overlaps[i]
	if o.j != j {
		*o = x.compare.overlap(x.a[i].words, x.b[j].words)
		o.j = j
	}
	return o
}

func (c *comparer) overlap(a, b []int32) overlap {
	var o overlap
	if len(a) > longWords && len(b) > longWords {
		for _, h := range shortestEdit(a, b) {
			o.restA, o.restB = append(o.restA, a[h.a0:h.a1]...), append(o.restB, b[h.b0:h.b1]...)
		}
		return o
	}
	c.loaded = none
	c.order.load(a)
	path := c.order.path(b)
	return overlap{common: len(path), longest: path.longestRun(), restA: path.leftOver(a, 0), restB: path.leftOver(b, 1)}
}
