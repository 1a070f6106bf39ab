package diff

// bind links what a person said belongs together.
func (x *alignment) bind() {
	for _, p := range x.hints.Together {
		i, j := p[0], p[1]
		if i < 0 || i >= len(x.toB) || j < 0 || j >= len(x.toA) || x.bound[p] {
			continue
		}
		x.bound[p] = true
		switch {
		case x.toB[i] == none && x.toA[j] == none:
			x.link(i, j)
		case x.toB[i] == none:
			x.moreA[j] = append(x.moreA[j], i)
		case x.toA[j] == none:
			x.moreB[i] = append(x.moreB[i], j)
		}
	}
}

// matchVerbatim links paragraphs with the same words: those that stand once in each text first, then their neighbours,
// then what is left of each group in its order.
func (x *alignment) matchVerbatim() {
	inA, inB := places(x.a.canonical, x.toB), places(x.b.canonical, x.toA)
	for i, text := range x.a.canonical {
		if one, other := inA[text], inB[text]; len(one) == 1 && len(other) == 1 && x.isFree(i, other[0]) {
			x.linkVerbatim(i, other[0])
		}
	}
	for i := range x.a.canonical { // forward, then backward
		if i > 0 && x.verbatim[i-1] {
			x.tryVerbatim(i, x.toB[i-1]+1)
		}
	}
	for i := len(x.a.canonical) - 2; i >= 0; i-- {
		if x.verbatim[i+1] {
			x.tryVerbatim(i, x.toB[i+1]-1)
		}
	}
	for i, text := range x.a.canonical {
		if x.toB[i] != none {
			continue
		}
		for n, j := range inB[text] {
			if x.isFree(i, j) {
				x.linkVerbatim(i, j)
				inB[text] = inB[text][n+1:]
				break
			}
		}
	}
}

func (x *alignment) linkVerbatim(i, j int) {
	x.link(i, j)
	x.verbatim[i] = true
}

// tryVerbatim links i and j if both are free and have the same words.
func (x *alignment) tryVerbatim(i, j int) {
	if j >= 0 && j < len(x.toA) && x.isFree(i, j) && x.a.canonical[i] == x.b.canonical[j] {
		x.linkVerbatim(i, j)
	}
}

func (x *alignment) isFree(i, j int) bool {
	return x.toB[i] == none && x.toA[j] == none && !x.apart[[2]int{i, j}]
}

// places maps each text to the places where it stands without a partner.
func places(texts []string, partner []int) map[string][]int {
	at := make(map[string][]int, len(texts))
	for i, text := range texts {
		if partner[i] == none {
			at[text] = append(at[text], i)
		}
	}
	return at
}
