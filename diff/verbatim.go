package diff

// linkVerbatim makes the first order: paragraphs with the same words that stand once in each text, and their equal
// neighbours. These links tell where everything else belongs; they are offered again with all candidates (see
// findCandidates), when it is clear which of several equals is in its place.
func (x *alignment) linkVerbatim() {
	inA, inB := x.groups(x.a, x.toB), x.groups(x.b, x.toA)
	for i, p := range x.a {
		if len(inA.of(p.key)) == 1 && len(inB.of(p.key)) == 1 {
			x.linkEqual(i, int(inB.of(p.key)[0]))
		}
	}
	for i := 1; i < len(x.toB); i++ {
		x.linkNeighbour(i, i-1, 1)
	}
	for i := len(x.toB) - 2; i >= 0; i-- {
		x.linkNeighbour(i, i+1, -1)
	}
}

// linkEquals links what is left of each group of equals in its order: in a group too large to be offered pair by pair,
// what stands far from its place was not looked at.
func (x *alignment) linkEquals() {
	inA, inB := x.groups(x.a, x.toB), x.groups(x.b, x.toA)
	for key := range int32(x.keys) {
		x.linkInOrder(inA.of(key), inB.of(key))
	}
}

// linkInOrder links two lists of equals, the first with the first.
func (x *alignment) linkInOrder(groupA, groupB []int32) {
	for n := range min(len(groupA), len(groupB)) {
		x.linkEqual(int(groupA[n]), int(groupB[n]))
	}
}

// linkNeighbour links i with what stands step after the partner of its neighbour.
func (x *alignment) linkNeighbour(i, neighbour, step int) {
	if j := x.toB[neighbour]; j != none {
		x.linkEqual(i, j+step)
	}
}

// linkEqual links i and j if both are free and have the same words.
func (x *alignment) linkEqual(i, j int) {
	if 0 <= j && j < len(x.toA) && x.areFree(i, j) && x.a[i].key == x.b[j].key && !x.apart[[2]int{i, j}] {
		x.pair(i, j)
	}
}

// isVerbatim reports whether i has a partner with the same words.
func (x *alignment) isVerbatim(i int) bool {
	return i != none && x.arePair(i, x.toB[i]) && x.a[i].key == x.b[x.toB[i]].key
}

// groups lists for each key where it stands without a partner, or wherever it stands if partner is nil.
func (x *alignment) groups(t text, partner []int) postings {
	count := make([]int32, x.keys)
	for i, p := range t {
		if partner == nil || partner[i] == none {
			count[p.key]++
		}
	}
	groups, next := newPostings(count)
	for i, p := range t {
		if partner == nil || partner[i] == none {
			groups.at[next[p.key]] = int32(i)
			next[p.key]++
		}
	}
	return groups
}

// linkLast links the one older and the one newer paragraph that are left over, if they are: with nothing else to choose
// from, place speaks no longer against a short paragraph that has moved.
func (x *alignment) linkLast() {
	freeA, freeB := free(x.toB), free(x.toA)
	if len(freeA) != 1 || len(freeB) != 1 {
		return
	}
	if c := x.candidate(freeA[0], freeB[0]); c != nil && c.like >= leastLast {
		x.pair(c.i, c.j)
	}
}

// leastLast is more than two paragraphs of one resolution have in common by chance.
const leastLast = .3
