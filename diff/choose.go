package diff

import "context"

// enough is the score below which nothing is linked: unrelated paragraphs in the same place have about that much in
// common.
const enough = .18

// choice is a link on offer. A part joins a pair that stands: i as a further source of j, or j as a further part of i.
type choice struct {
	score  float64
	i, j   int
	part   bool
	sifted bool // its one-piece likeness is taken off, see onePiece
}

// choose links candidates, the most certain first. A new pair that is not verbatim at once puts on offer what would
// explain the words it leaves over.
func (x *alignment) choose(ctx context.Context) error {
	var on queue
	for i, j := range x.toB {
		if x.arePair(i, j) {
			x.offerParts(&on, i, j)
		}
	}
	for _, c := range x.candidates {
		if score := c.like - x.misplaced(c.i, c.j); score >= enough && x.areFree(c.i, c.j) {
			on = append(on, choice{score: score, i: c.i, j: c.j})
		}
	}
	on.order()
	for n := 0; len(on) > 0; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		x.take(on.next(), &on)
	}
	return nil
}

// take makes a link if it can still be made. A choice that turns out worth less goes back into the queue.
func (x *alignment) take(c choice, on *queue) {
	if c.part {
		x.takePart(c, on)
		return
	}
	if !x.areFree(c.i, c.j) {
		return
	}
	if !c.sifted {
		c.sifted = true
		if less := x.onePiece(c.i, c.j); less > 0 {
			c.score -= less
			on.offer(c)
			return
		}
	}
	x.pair(c.i, c.j)
	x.offerParts(on, c.i, c.j)
}

func (x *alignment) takePart(c choice, on *queue) {
	score, ok := x.partScore(c.i, c.j)
	switch {
	case !ok:
	case score < c.score:
		on.offer(choice{score: score, i: c.i, j: c.j, part: true})
	default:
		x.join(c.i, c.j)
	}
}

// queue is a heap of choices, the best on top; its order is total, so that the answer never depends on chance. It is
// typed, for with container/heap every choice would be a value of its own in memory.
type queue []choice

// isBefore reports whether a choice is to be taken before another.
func (c choice) isBefore(d choice) bool {
	switch {
	case c.score != d.score:
		return c.score > d.score
	case c.i != d.i:
		return c.i < d.i
	}
	return c.j < d.j
}

// order makes a heap of choices in any order.
func (q queue) order() {
	for k := len(q)/2 - 1; k >= 0; k-- {
		q.sink(k)
	}
}

// offer puts a choice into the queue, if it is worth it.
func (q *queue) offer(c choice) {
	if c.score < enough {
		return
	}
	*q = append(*q, c)
	k := len(*q) - 1
	for parent := (k - 1) / 2; k > 0 && c.isBefore((*q)[parent]); parent = (k - 1) / 2 {
		(*q)[k] = (*q)[parent]
		k = parent
	}
	(*q)[k] = c
}

// next takes the best choice out of the queue.
func (q *queue) next() choice {
	best, last := (*q)[0], len(*q)-1
	(*q)[0] = (*q)[last]
	*q = (*q)[:last]
	q.sink(0)
	return best
}

// sink moves choice k down until none below it comes before it.
func (q queue) sink(k int) {
	for {
		child := 2*k + 1
		if child >= len(q) {
			return
		}
		if right := child + 1; right < len(q) && q[right].isBefore(q[child]) {
			child = right
		}
		if !q[child].isBefore(q[k]) {
			return
		}
		q[k], q[child] = q[child], q[k]
		k = child
	}
}
