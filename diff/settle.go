package diff

import (
	"context"
	"sort"
)

// settle chooses among the candidates, the most certain first.
func (x *alignment) settle(ctx context.Context) error {
	for round := range 3 {
		if round > 0 {
			x.release()
		}
		x.assign(.62, .45)
		x.findParts(.8)
		x.assign(.52, .30)
		x.findParts(.6)
		x.assign(.45, .22)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// release takes back every choice; the order found so far stays known through spine.
func (x *alignment) release() {
	x.window = x.windows()
	for i, j := range x.toB {
		for _, i := range x.moreA[max(j, 0)] {
			x.toB[i] = none
		}
		for _, j := range x.moreB[i] {
			x.toA[j] = none
		}
		x.moreB[i] = nil
		if j != none {
			x.moreA[j] = nil
		}
	}
	for i, j := range x.toB {
		if j != none && !x.verbatim[i] && !x.bound[[2]int{i, j}] {
			x.unlink(i, j)
		}
	}
}

// assign links free candidates, the most alike first: those in place from likeness here on, others from anywhere on.
func (x *alignment) assign(anywhere, here float64) {
	if x.window == nil {
		x.window = x.windows()
	}
	type scored struct {
		candidate
		score float64
	}
	var list []scored
	for _, c := range x.candidates {
		if !x.isFree(c.i, c.j) {
			continue
		}
		in := x.inPlace(c.i, c.j)
		if c.like >= anywhere || in && c.like >= here {
			s := c.like
			if in {
				s += .15
			}
			list = append(list, scored{c, s})
		}
	}
	sort.Slice(list, func(p, q int) bool {
		if list[p].score != list[q].score {
			return list[p].score > list[q].score
		}
		if list[p].i != list[q].i {
			return list[p].i < list[q].i
		}
		return list[p].j < list[q].j
	})
	for _, c := range list {
		if x.isFree(c.i, c.j) {
			x.link(c.i, c.j)
		}
	}
	x.window = x.windows()
}

// inPlace reports whether j stands where the paragraphs around i say it should.
func (x *alignment) inPlace(i, j int) bool {
	w := x.window[i]
	return w[0] < j && j < w[1]
}

// windows answers for each older paragraph between which newer ones its partner belongs: the partners of the nearest
// paragraphs before and after it that keep the common order.
func (x *alignment) windows() [][2]int {
	in := x.spine()
	out := make([][2]int, len(x.toB))
	before := none
	for i, j := range x.toB {
		out[i][0] = before
		if in[i] {
			before = j
		}
	}
	after := len(x.toA)
	for i := len(x.toB) - 1; i >= 0; i-- {
		out[i][1] = after
		if in[i] {
			after = x.toB[i]
		}
	}
	return out
}

// spine reports which older paragraphs keep the common order.
func (x *alignment) spine() []bool {
	var at, values, weights []int
	for i, j := range x.toB {
		if j != none && x.toA[j] == i {
			at, values, weights = append(at, i), append(values, j), append(weights, 1)
		}
	}
	in := make([]bool, len(x.toB))
	for n, kept := range longestIncreasing(values, weights) {
		in[at[n]] = kept
	}
	return in
}
