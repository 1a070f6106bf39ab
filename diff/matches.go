package diff

import (
	"cmp"
	"slices"
)

// matches turns the links into matches and marks those that have moved.
func (x *alignment) matches() []Match {
	var out []Match
	for i, j := range x.toB {
		switch {
		case j == none:
			out = append(out, Match{A: []int{i}})
		case x.arePair(i, j):
			out = append(out, x.match(i, j))
		}
	}
	for j, i := range x.toA {
		if i == none {
			out = append(out, Match{B: []int{j}})
		}
	}
	markMoved(out)
	return out
}

// match is the pair i, j with its further sources or parts.
func (x *alignment) match(i, j int) Match {
	m := Match{A: x.sources(j), B: x.parts(i)}
	switch {
	case len(m.A) > 1 || len(m.B) > 1:
		a, b := inOrder(x.a, m.A), inOrder(x.b, m.B)
		both := x.compare.overlap(a, b)
		m.Similarity = both.similarity(a, b)
	case haveSameSigns(x.a[i], x.b[j]):
		m.Similarity = 1
	default:
		m.Similarity = min(x.overlap(i, j).similarity(x.a[i].words, x.b[j].words), .99) // 1 is for the same words
	}
	return m
}

// similarity is the share of words of two paragraphs that stand in both, in the same order.
func (o *overlap) similarity(a, b []int32) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 1 - float64(len(o.restA)+len(o.restB))/float64(len(a)+len(b))
}

// markMoved finds the longest order that the matches of both texts share; what stands outside it has moved. It looks at
// all pairs, verbatim or not: otherwise one verbatim paragraph that moved past three reworded ones would seem to stand
// and the three to have moved. Of two equally long orders the one with more equal words stands.
func markMoved(matches []Match) {
	var paired []*Match
	for n := range matches {
		if m := &matches[n]; len(m.A) > 0 && len(m.B) > 0 {
			paired = append(paired, m)
		}
	}
	slices.SortFunc(paired, func(m, n *Match) int { return cmp.Compare(m.A[0], n.A[0]) })
	order, weight := make([]int, len(paired)), make([]int, len(paired))
	for n, m := range paired {
		order[n], weight[n] = m.B[0], 100*(len(paired)+1)+int(100*m.Similarity)
	}
	for n, stands := range longestIncreasing(order, weight) {
		paired[n].Moved = !stands
	}
}
