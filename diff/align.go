package diff

import (
	"context"
	"sort"
)

// Align pairs the paragraphs of two texts. It is AlignFunc without hints and without a deadline.
func Align(a, b []string) []Match {
	matches, _ := AlignFunc(context.Background(), a, b, Hints{}) // only a context makes it fail
	return matches
}

// AlignFunc pairs the paragraphs of an older text a and a newer text b. Every index of a and of b is in exactly one
// Match. Matches stand in the order of the newer text, a removed paragraph after its older neighbour; indexes in a Match
// ascend. Swapping the texts (and the hints) swaps the answer.
//
// The error is the context's: half a comparison is none.
func AlignFunc(ctx context.Context, a, b []string, h Hints) ([]Match, error) {
	if isAfter(a, b) {
		matches, err := alignOrdered(ctx, b, a, h.flipped())
		return arrange(flipped(matches), len(a)), err
	}
	matches, err := alignOrdered(ctx, a, b, h)
	return arrange(matches, len(a)), err
}

// isAfter puts any two texts in one order, so that the work is done in the same direction whichever is the older.
func isAfter(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	for i := range a {
		if a[i] != b[i] {
			return a[i] > b[i]
		}
	}
	return false
}

func (h Hints) flipped() Hints {
	out := Hints{Together: swapped(h.Together), Apart: swapped(h.Apart)}
	if h.Weigh != nil {
		out.Weigh = func(i, j int) float64 { return h.Weigh(j, i) }
	}
	return out
}

func swapped(pairs [][2]int) [][2]int {
	out := make([][2]int, len(pairs))
	for i, p := range pairs {
		out[i] = [2]int{p[1], p[0]}
	}
	return out
}

func flipped(matches []Match) []Match {
	for i, m := range matches {
		matches[i].A, matches[i].B = m.B, m.A
	}
	return matches
}

// alignOrdered does the work, a step a line; each step has its own file and the essay in doc.go.
func alignOrdered(ctx context.Context, a, b []string, h Hints) ([]Match, error) {
	x := newAlignment(a, b, h)
	x.bind()
	x.matchVerbatim()
	for _, step := range []func(context.Context) error{x.findCandidates, x.settle} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return x.matches(), nil
}

// arrange puts matches in reading order: by the newer text, what has no newer side after its older neighbour.
func arrange(matches []Match, older int) []Match {
	after := make([]int, older) // the newer place of each older paragraph
	for i := range after {
		after[i] = -1
	}
	for _, m := range matches {
		for _, i := range m.A {
			if len(m.B) > 0 {
				after[i] = m.B[len(m.B)-1]
			}
		}
	}
	for i := 1; i < older; i++ {
		if after[i] < 0 {
			after[i] = after[i-1]
		}
	}
	key := func(m Match) (place, deleted int) {
		if len(m.B) > 0 {
			return m.B[0], -1
		}
		return after[m.A[0]], m.A[0]
	}
	sort.SliceStable(matches, func(p, q int) bool {
		placeP, deletedP := key(matches[p])
		placeQ, deletedQ := key(matches[q])
		if placeP != placeQ {
			return placeP < placeQ
		}
		return deletedP < deletedQ
	})
	return matches
}
