package diff

import (
	"math"
	"sort"
)

// window is where a paragraph belongs in the newer text: between the partners of its nearest neighbours that keep the
// common order.
type window struct{ after, before int }

// findPlaces finds the window of each older paragraph from the pairs that stand.
func (x *alignment) findPlaces() {
	keeps := x.keepOrder()
	x.window = make([]window, len(x.toB))
	after, before := none, len(x.toA)
	for i, j := range x.toB {
		x.window[i].after = after
		if keeps[i] {
			after = j
		}
	}
	for i := len(x.toB) - 1; i >= 0; i-- {
		x.window[i].before = before
		if keeps[i] {
			before = x.toB[i]
		}
	}
	x.findDoubles(keeps)
}

// keepOrder reports which older paragraphs keep the longest common order. Of two equally long ones it is the one that
// steps less aside: what jumped over three paragraphs has moved rather than the one it jumped over.
func (x *alignment) keepOrder() []bool {
	var paired, order []int
	for i, j := range x.toB {
		if x.arePair(i, j) {
			paired, order = append(paired, i), append(order, j)
		}
	}
	weight := steps(paired, order)
	for n, aside := range weight {
		weight[n] = (maxStep+1)*(len(order)+1) - aside
	}
	keeps := make([]bool, len(x.toB))
	for n, in := range longestIncreasing(order, weight) {
		keeps[paired[n]] = in
	}
	return keeps
}

// What a place out of the ordinary costs, in likeness. The costs are logarithms of odds: a paragraph is one of n in its
// window, moves once in about twenty times, and rather near than far.
const (
	logOdds   = .06 // likeness that outweighs odds of e to 1
	moveOdds  = 3.0 // ln 20
	shareOdds = 3.8 // ln 45: to be split or merged
)

// misplaced says how much the place of j speaks against its being the partner of i.
func (x *alignment) misplaced(i, j int) float64 {
	w := x.window[i]
	switch {
	case j <= w.after:
		return logOdds * (moveOdds + math.Log(float64(2+w.after-j)))
	case j >= w.before:
		return logOdds * (moveOdds + math.Log(float64(2+j-w.before)))
	}
	return logOdds * math.Log(float64(w.before-w.after-1))
}

// awayFrom is how many paragraphs away the nearest of the others stands.
func awayFrom(n int, others []int) int {
	nearest := math.MaxInt
	for _, o := range others {
		nearest = min(nearest, max(n-o, o-n))
	}
	return max(1, nearest)
}

// farOff says how much it speaks against a further part (or source) that it stands so far away from the others.
func farOff(away int) float64 {
	return logOdds * (shareOdds + math.Log(float64(away)))
}

// firstAfter is the index of the first number above n in an ascending list.
func firstAfter(list []int, n int) int { return sort.SearchInts(list, n+1) }
