package diff

import "slices"

// findDoubles finds the older paragraphs that seem to have moved word for word, while one side's words stand in a longer
// paragraph at that side's place: a clause split off elsewhere, or merged there, may be only a double of what was
// reworded in its place. For them other partners are looked for, too.
func (x *alignment) findDoubles(keeps []bool) {
	x.doubles = make([]bool, len(x.toB))
	after := x.standingBefore(keeps)
	for i, keep := range keeps {
		if !keep && x.isVerbatim(i) {
			x.doubles[i] = x.isInNewer(i) || x.isInOlder(x.toB[i], after)
		}
	}
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
		if !x.isVerbatim(x.toA[j]) && holdsRun(x.b.words[j], x.a.words[i]) {
			return true
		}
	}
	return false
}

// isInOlder reports whether an older paragraph that belongs where j stands holds all the words of j.
func (x *alignment) isInOlder(j int, after []int) bool {
	for i := after[j] + 1; i < min(len(x.toB), after[j]+1+nearby); i++ {
		if !x.isVerbatim(i) && holdsRun(x.a.words[i], x.b.words[j]) {
			return true
		}
	}
	return false
}

// holdsRun reports whether a longer list holds a run of words.
func holdsRun(list, run []int32) bool {
	for k := 0; k+len(run) < len(list)+1 && len(run) > 0 && len(run) < len(list); k++ {
		if slices.Equal(list[k:k+len(run)], run) {
			return true
		}
	}
	return false
}
