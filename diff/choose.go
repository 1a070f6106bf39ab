package diff

import (
	"cmp"
	"container/heap"
	"context"
)

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
	heap.Init(&on)
	for n := 0; len(on) > 0; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		x.take(heap.Pop(&on).(choice), &on)
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

// queue is a heap of choices, the best on top; its order is total, so that the answer never depends on chance.
type queue []choice

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(m, n int) { q[m], q[n] = q[n], q[m] }
func (q queue) Less(m, n int) bool {
	return cmp.Or(cmp.Compare(q[n].score, q[m].score), cmp.Compare(q[m].i, q[n].i), cmp.Compare(q[m].j, q[n].j)) < 0
}

// offer puts a choice into the queue, if it is worth it.
func (q *queue) offer(c choice) {
	if c.score >= enough {
		heap.Push(q, c)
	}
}

// Push is heap.Interface's.
func (q *queue) Push(c any) { *q = append(*q, c.(choice)) }

// Pop is heap.Interface's.
func (q *queue) Pop() any {
	last := len(*q) - 1
	c := (*q)[last]
	*q = (*q)[:last]
	return c
}
