package diff

import "slices"

// none stands for a paragraph without a partner.
const none = -1

// links says which paragraphs belong together. A pair points at each other. A further source of a pair's newer side, or
// a further part of its older side, points at its partner, which does not point back: it is listed in more.
type links struct {
	toB, toA []int
	moreA    map[int][]int // by newer paragraph: its further sources
	moreB    map[int][]int // by older paragraph: its further parts
}

func newLinks(a, b int) links {
	l := links{make([]int, a), make([]int, b), map[int][]int{}, map[int][]int{}}
	for i := range l.toB {
		l.toB[i] = none
	}
	for j := range l.toA {
		l.toA[j] = none
	}
	return l
}

func (l links) clone() links {
	c := links{slices.Clone(l.toB), slices.Clone(l.toA), map[int][]int{}, map[int][]int{}}
	for j, more := range l.moreA {
		c.moreA[j] = slices.Clone(more)
	}
	for i, more := range l.moreB {
		c.moreB[i] = slices.Clone(more)
	}
	return c
}

// areFree reports whether neither has a partner.
func (l links) areFree(i, j int) bool { return l.toB[i] == none && l.toA[j] == none }

// arePair reports whether the two point at each other.
func (l links) arePair(i, j int) bool {
	return i != none && j != none && l.toB[i] == j && l.toA[j] == i
}

func (l links) pair(i, j int) { l.toB[i], l.toA[j] = j, i }

// join makes a free i a further source of j, or a free j a further part of i. It reports false where neither is free, or
// the other side already has several partners: a paragraph is split or merged, never both.
func (l links) join(i, j int) bool {
	switch {
	case l.canMerge(i, j):
		l.toB[i] = j
		l.moreA[j] = append(l.moreA[j], i)
	case l.canSplit(i, j):
		l.toA[j] = i
		l.moreB[i] = append(l.moreB[i], j)
	default:
		return false
	}
	return true
}

// canMerge reports whether the free older paragraph i may become a further source of j.
func (l links) canMerge(i, j int) bool {
	first := l.toA[j]
	return l.toB[i] == none && l.arePair(first, j) && len(l.moreB[first]) == 0
}

// canSplit reports whether the free newer paragraph j may become a further part of i.
func (l links) canSplit(i, j int) bool {
	first := l.toB[i]
	return l.toA[j] == none && l.arePair(i, first) && len(l.moreA[first]) == 0
}

// sources lists what j came from, the first the one that points back.
func (l links) sources(j int) []int { return append([]int{l.toA[j]}, l.moreA[j]...) }

// parts lists what i became.
func (l links) parts(i int) []int { return append([]int{l.toB[i]}, l.moreB[i]...) }

// bind links what a person said belongs together and answers these links. Where two of them contradict each other the
// first holds.
func (x *alignment) bind() links {
	for _, p := range x.hints.Together {
		i, j := p[0], p[1]
		if i < 0 || i >= len(x.toB) || j < 0 || j >= len(x.toA) {
			continue
		}
		if x.areFree(i, j) {
			x.pair(i, j)
		} else {
			x.join(i, j)
		}
	}
	return x.clone()
}
