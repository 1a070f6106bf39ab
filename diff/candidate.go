package diff

import "context"

// candidate is a pair of paragraphs that may belong together. Those of a paragraph are a chain, from the last found on.
type candidate struct {
	i, j           int
	like           float64 // likeness times the field's weight
	priorA, priorB int32   // the one found before for i, for j; none ends the chain
}

// The limits of the search for candidates.
const (
	allPairs   = 2_000 // up to so many pairs, all are looked at
	groupPairs = 64    // so are those of a group of equals
	perPhrases = 12    // beyond that, of one paragraph, so many by rare phrases
	nearby     = 12    // and so many on either side of its place
	faint      = .05   // less likeness is none
)

// findCandidates offers the pairs with the same words, and among the paragraphs without a verbatim partner in its place
// those that share words.
func (x *alignment) findCandidates(ctx context.Context) error {
	x.offerVerbatim()
	x.findPlaces()
	freeA, freeB := x.openOlder(), x.openNewer()
	if len(freeA)*len(freeB) > allPairs {
		return x.offerPhrases(ctx, freeA, freeB)
	}
	for _, i := range freeA {
		for _, j := range freeB {
			x.offer(i, j)
		}
	}
	return ctx.Err()
}

// offerVerbatim offers all pairs of small groups of equals; in large ones lookAround finds the near.
func (x *alignment) offerVerbatim() {
	inA, inB := x.groups(x.a, nil), x.groups(x.b, nil)
	for i, p := range x.a {
		if len(inA.of(p.key))*len(inB.of(p.key)) > groupPairs {
			continue
		}
		for _, j := range inB.of(p.key) {
			x.offer(i, int(j))
		}
	}
}

// lookAround offers what stands near the place where each paragraph belongs. Where every pair was looked at it finds
// nothing new.
func (x *alignment) lookAround() {
	x.findPlaces()
	open := x.unsettledNewer()
	from := 0 // in open: the first in or after the window
	run := 0
	for i, w := range x.window {
		if x.isSettled(i) {
			continue
		}
		if i > 0 && w == x.window[i-1] {
			run++
		} else {
			run = 0
		}
		from = firstAfter(open, w.after)
		for k := max(from, from+run-nearby); k < len(open) && open[k] < w.before && k < from+run+nearby; k++ {
			x.offer(i, open[k])
		}
	}
}

// isSettled reports whether i has a partner with the same words that is not a double.
func (x *alignment) isSettled(i int) bool { return x.isVerbatim(i) && !x.doubles[i] }

func (x *alignment) unsettledNewer() []int {
	var out []int
	for j, i := range x.toA {
		if !x.isSettled(i) || x.toB[i] != j {
			out = append(out, j)
		}
	}
	return out
}

// offer judges a pair and remembers it if there is anything in it.
func (x *alignment) offer(i, j int) {
	if x.apart[[2]int{i, j}] || x.candidate(i, j) != nil {
		return
	}
	like := x.like(i, j)
	if like > faint {
		like *= x.field(i, j)
	}
	if like <= faint {
		return
	}
	n := int32(len(x.candidates))
	x.candidates = append(x.candidates, candidate{i, j, like, x.lastA[i], x.lastB[j]})
	x.lastA[i], x.lastB[j] = n, n
}

// candidate answers what is known of a pair, nil if nothing.
func (x *alignment) candidate(i, j int) *candidate {
	for n := x.lastA[i]; n != none; n = x.candidates[n].priorA {
		if c := &x.candidates[n]; c.j == j {
			return c
		}
	}
	return nil
}

// field is what the caller knows of a pair, as a factor.
func (x *alignment) field(i, j int) float64 {
	if x.hints.Weigh == nil {
		return 1
	}
	return x.hints.Weigh(i, j)
}

// like is the likeness of two paragraphs by their words; the same signs add a little to the same words, so that of two
// equals the one with the same stop comes first.
func (x *alignment) like(i, j int) float64 {
	switch {
	case x.a[i].key != x.b[j].key:
		return x.compare.likeness(i, j)
	case len(x.a[i].words) == 0:
		return .7 // a line of stars, or nothing at all
	case haveSameSigns(x.a[i], x.b[j]):
		return 1.01
	}
	return 1
}

// openOlder lists the older paragraphs without a partner or with a double for one, openNewer the newer ones.
func (x *alignment) openOlder() []int {
	var out []int
	for i, j := range x.toB {
		if j == none || x.doubles[i] {
			out = append(out, i)
		}
	}
	return out
}

func (x *alignment) openNewer() []int {
	var out []int
	for j, i := range x.toA {
		if i == none || x.doubles[i] {
			out = append(out, j)
		}
	}
	return out
}

// free lists the paragraphs without a partner.
func free(partner []int) []int {
	var out []int
	for i, p := range partner {
		if p == none {
			out = append(out, i)
		}
	}
	return out
}
