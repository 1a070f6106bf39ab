package diff

import (
	"context"
	"slices"
)

// Align pairs the paragraphs of two texts. It is AlignFunc without hints and without a deadline.
func Align(a, b []string) []Match {
	matches, _ := AlignFunc(context.Background(), a, b, Hints{}) // fails with its context only
	return matches
}

// AlignFunc pairs the paragraphs of an older text a and a newer text b. Every index of a and of b is in exactly one
// Match. Matches stand in the order of the newer text, a removed paragraph after its older neighbour; the indexes of a
// side ascend. Swapping the texts (and the hints) swaps the answer.
//
// The error is the context's: half a comparison is none.
func AlignFunc(ctx context.Context, a, b []string, h Hints) ([]Match, error) {
	swap := isAfter(a, b)
	if swap {
		a, b, h = b, a, h.swapped()
	}
	matches, err := align(ctx, a, b, h)
	if err != nil {
		return nil, err
	}
	older := len(a)
	if swap {
		older = len(b)
		for n, m := range matches {
			matches[n].A, matches[n].B = m.B, m.A
		}
	}
	arrange(matches, older)
	return matches, nil
}

// isAfter puts any two texts in one order, so that the work runs in the same direction whichever is the older.
func isAfter(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return slices.Compare(a, b) > 0
}

func (h Hints) swapped() Hints {
	out := Hints{Together: swapAll(h.Together), Apart: swapAll(h.Apart)}
	if weigh := h.Weigh; weigh != nil {
		out.Weigh = func(i, j int) float64 { return weigh(j, i) }
	}
	return out
}

func swapAll(pairs [][2]int) [][2]int {
	out := make([][2]int, len(pairs))
	for n, p := range pairs {
		out[n] = [2]int{p[1], p[0]}
	}
	return out
}

// align does the work in one direction, a step a line; doc.go tells the whole.
func align(ctx context.Context, a, b []string, h Hints) ([]Match, error) {
	x := newAlignment(a, b, h)
	bound := x.bind()
	x.linkVerbatim()
	if err := x.findCandidates(ctx); err != nil {
		return nil, err
	}
	for range rounds {
		x.lookAround()
		x.links = bound.clone()
		if err := x.choose(ctx); err != nil {
			return nil, err
		}
	}
	x.linkEquals()
	x.linkLast()

	return x.matches(), nil
}

// rounds is how often everything is chosen anew, each time knowing the order found before. The second round repairs what
// the first did not know (docs/comparing.md has the figures); a third changes nothing.
const rounds = 2

// alignment is one comparison at work.
type alignment struct {
	a, b  text
	keys  int // so many different lists of words
	hints Hints
	apart map[[2]int]bool
	links
	candidates []candidate
	lastA      []int32   // by older paragraph: the last of its candidates, none if it has none
	lastB      []int32   // by newer paragraph
	window     []window  // where each older paragraph belongs, see findPlaces
	doubles    []bool    // the older paragraphs whose partner may be only a double, see findDoubles
	overlaps   []overlap // by older paragraph: with the newer one asked for last
	compare    comparer
}

func newAlignment(a, b []string, h Hints) *alignment {
	read := newReader(a, b)
	x := &alignment{a: read.text(a), b: read.text(b), hints: h, apart: map[[2]int]bool{}}
	x.links = newLinks(len(a), len(b))
	x.lastA, x.lastB = slices.Repeat([]int32{none}, len(a)), slices.Repeat([]int32{none}, len(b))
	x.overlaps = slices.Repeat([]overlap{{j: none}}, len(a))
	x.keys = len(read.keys)
	x.compare = newComparer(read, x.a, x.b)
	for _, p := range h.Apart {
		x.apart[p] = true
	}
	return x
}

// arrange puts matches in reading order: by the newer text, what has no newer side after its older neighbour.
func arrange(matches []Match, older int) {
	place := make([]int, older) // of each older paragraph in the newer text
	for i := range place {
		place[i] = none
	}
	for _, m := range matches {
		for _, i := range m.A {
			if len(m.B) > 0 {
				place[i] = m.B[0]
			}
		}
	}
	for i := 1; i < older; i++ {
		if place[i] == none {
			place[i] = place[i-1]
		}
	}
	slices.SortFunc(matches, func(m, n Match) int { return compareKeys(readingKey(m, place), readingKey(n, place)) })
}

// readingKey orders matches: the place in the newer text, then paired before removed, then the older order.
func readingKey(m Match, place []int) [2]int {
	if len(m.B) > 0 {
		return [2]int{m.B[0], none}
	}
	return [2]int{place[m.A[0]], m.A[0]}
}

func compareKeys(k, l [2]int) int { return slices.Compare(k[:], l[:]) }
