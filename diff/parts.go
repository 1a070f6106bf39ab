package diff

// findParts looks for second sources and second parts among free paragraphs.
func (x *alignment) findParts(least float64) {
	for _, c := range x.candidates {
		j, i := c.j, c.i
		switch {
		case x.toB[i] == none && x.toA[j] != none && !x.verbatim[x.toA[j]] && !x.isPart(i, j):
			i0 := x.toA[j]
			if x.gain(x.a.words[i0], x.b.words[j], x.a.words[i]) >= least {
				x.moreA[j] = append(x.moreA[j], i)
				x.toB[i] = j
			}
		case x.toA[j] == none && x.toB[i] != none && !x.verbatim[i]:
			j0 := x.toB[i]
			if x.gain(x.b.words[j0], x.a.words[i], x.b.words[j]) >= least {
				x.moreB[i] = append(x.moreB[i], j)
				x.toA[j] = i
			}
		}
	}
}
func (x *alignment) isPart(i, j int) bool { return false }

// gain is the share of part's information found in the words of whole that first leaves unexplained.
func (x *alignment) gain(first, whole, part []int32) float64 {
	left := map[int32]int{}
	for _, h := range shortestEdit(first, whole) {
		for _, w := range whole[h.b0:h.b1] {
			left[w]++
		}
	}
	found, all := 0.0, 0.0
	for _, w := range part {
		all += x.weight[w]
		if left[w] > 0 {
			left[w]--
			found += x.weight[w]
		}
	}
	return found / all
}
