package diff

import "sort"

// matches turns the links into matches and decides, over all of them, which stand outside the common order.
func (x *alignment) matches() []Match {
	var out []Match
	for i, j := range x.toB {
		switch {
		case j == none:
			out = append(out, Match{A: []int{i}})
		case x.toA[j] == i:
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

// match is the main pair i, j with its further sources or parts.
func (x *alignment) match(i, j int) Match {
	m := Match{A: append([]int{i}, x.moreA[j]...), B: append([]int{j}, x.moreB[i]...), Similarity: 1}
	sort.Ints(m.A)
	sort.Ints(m.B)
	if len(m.A) > 1 || len(m.B) > 1 || x.a.canonical[i] != x.b.canonical[j] {
		m.Similarity = x.similarity(m)
	}
	return m
}

func (x *alignment) similarity(m Match) float64 {
	var a, b []int32
	for _, i := range m.A {
		a = append(a, x.a.words[i]...)
	}
	for _, j := range m.B {
		b = append(b, x.b.words[j]...)
	}
	if len(a)+len(b) == 0 {
		return 0
	}
	p := newPattern(x.weight)
	p.load(a)
	return 2 * float64(p.commonLength(b)) / float64(len(a)+len(b))
}

// markMoved finds the longest order that both texts share; what stands outside it has moved.
func markMoved(matches []Match) {
	var paired []int
	for n, m := range matches {
		if len(m.A) > 0 && len(m.B) > 0 {
			paired = append(paired, n)
		}
	}
	sort.SliceStable(paired, func(p, q int) bool { return matches[paired[p]].A[0] < matches[paired[q]].A[0] })
	order := make([]int, len(paired))
	for k, n := range paired {
		order[k] = matches[n].B[0]
	}
	for k, kept := range longestIncreasing(order, nil) {
		matches[paired[k]].Moved = !kept
	}
}
