package diff

import "context"

// candidate is a pair of paragraphs that may belong together.
type candidate struct {
	i, j  int
	like  float64 // 0…1, words and field together
	words float64 // 0…1, words alone
}

// The limits of the search for candidates.
const (
	allPairs  = 60_000 // up to so many pairs every pair is a candidate
	perText   = 12     // candidates of one paragraph beyond that
	rareLimit = 24     // a phrase in more paragraphs than this finds nothing
)

// findCandidates collects the pairs worth a look among paragraphs that have no verbatim partner.
func (x *alignment) findCandidates(ctx context.Context) error {
	freeA, freeB := free(x.toB), free(x.toA)
	var pairs [][2]int
	if len(freeA)*len(freeB) <= allPairs {
		for _, i := range freeA {
			for _, j := range freeB {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	} else {
		pairs = x.sharePhrases(freeA, freeB)
	}
	p := newPattern(x.weight)
	loaded := none
	for n, pair := range pairs {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		i, j := pair[0], pair[1]
		if loaded != i {
			p.load(x.a.words[i])
			loaded = i
		}
		if c := x.judge(p, i, j); c.like > .05 {
			x.candidates = append(x.candidates, c)
		}
	}
	return nil
}

// judge compares the words of two paragraphs: half the Dice measure of the longest common subsequence (order counts),
// half that of the shared information (topic words count more than boilerplate).
func (x *alignment) judge(p *pattern, i, j int) candidate {
	a, b := x.a.words[i], x.b.words[j]
	if len(a) == 0 || len(b) == 0 {
		return candidate{i: i, j: j}
	}
	shared := 2 * p.sharedInfo(b) / (x.a.info[i] + x.b.info[j])
	if shared < .1 {
		return candidate{i: i, j: j}
	}
	common := 2 * float64(p.commonLength(b)) / float64(len(a)+len(b))
	words := (shared + common) / 2
	return candidate{i, j, words * x.fieldWeight(i, j), words}
}

func free(partner []int) []int {
	var out []int
	for i, p := range partner {
		if p == none {
			out = append(out, i)
		}
	}
	return out
}
