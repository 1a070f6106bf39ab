package diff

import "slices"

// findDoubles finds the older paragraphs that stand word for word out of the order of the others, while one side's words
// stand in a longer paragraph at that side's place: a clause split off elsewhere, or merged there, may be only a double of
// what was reworded in its place. For them other partners are looked for, too.
func (x *alignment) findDoubles(keeps []bool) {
	x.doubles = make([]bool, len(x.toB))
	after, crosses := x.standingBefore(keeps), x.crosses()
	for i, keep := range keeps {
		if (!keep || crosses[i]) && x.isVerbatim(i) {
			x.doubles[i] = x.isInNewer(i) || x.isInOlder(x.toB[i], after)
		}
	}
}

// crosses reports which older paragraphs stand after another one in one text and before it in the other.
func (x *alignment) crosses() []bool {
	out := make([]bool, len(x.toB))
	last, first := none, len(x.toA)
	for i, j := range x.toB {
		if j != none {
			out[i] = j < last
			last = max(last, j)
		}
	}
	for i, j := range slices.Backward(x.toB) {
		if j != none {
			out[i] = out[i] || j > first
			first = min(first, j)
		}
	}
	return out
}

// standingBefore answers for each newer paragraph the older partner of the nearest one before it that keeps the order.
func (x *alignment) standingBefore(keeps []bool) []int {
	after, last := make([]int, len(x.toA)), none
	for j, i := range x.toA {
		after[j] = last
		if i != none && keeps[i] && x.toB[i] == j {
			last = i
		}
	}
	return after
}

// isInNewer reports whether a newer paragraph where i belongs holds all the words of i.
func (x *alignment) isInNewer(i int) bool {
	w := x.window[i]
	for j := w.after + 1; j < min(w.before, w.after+1+nearby); j++ {
		if !x.isVerbatim(x.toA[j]) && holdsRun(x.b[j].words, x.a[i].words) {
			return true
		}
	}
	return false
}

// isInOlder reports whether an older paragraph that belongs where j stands holds all the words of j.
func (x *alignment) isInOlder(j int, after []int) bool {
	for i := after[j] + 1; i < min(len(x.toB), after[j]+1+nearby); i++ {
		if !x.isVerbatim(i) && holdsRun(x.a[i].words, x.b[j].words) {
			return true
		}
	}
	return false
}

// holdsRun reports whether a longer list holds a run of words in one piece, or is that run with something put into it.
func holdsRun(list, run []int32) bool {
	if len(run) == 0 || len(run) >= len(list) {
		return false
	}
	for k := range len(list) - len(run) + 1 {
		if slices.Equal(list[k:k+len(run)], run) {
			return true
		}
	}
	head, tail := 0, 0
	for head < len(run) && list[head] == run[head] {
		head++
	}
	for tail < len(run)-head && list[len(list)-1-tail] == run[len(run)-1-tail] {
		tail++
	}
	return head+tail == len(run)
}
