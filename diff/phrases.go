package diff

import (
	"cmp"
	"context"
	"slices"
)

// commonPhrase is in so many paragraphs that it finds none.
const commonPhrase = 24

// offerPhrases offers each free older paragraph the newer ones with which it shares the rarest phrases.
func (x *alignment) offerPhrases(ctx context.Context, freeA, freeB []int) error {
	index := x.indexPhrases(freeB)
	score := make([]float64, len(x.toA))
	var hits []int
	for n, i := range freeA {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		hits = hits[:0]
		for _, p := range x.a.phrases[i] {
			holders := index.of(p)
			if len(holders) > commonPhrase {
				continue
			}
			for _, j := range holders {
				if score[j] == 0 {
					hits = append(hits, int(j))
				}
				score[j] += 1 / float64(len(holders))
			}
		}
		slices.SortFunc(hits, func(j, k int) int { return cmp.Or(cmp.Compare(score[k], score[j]), cmp.Compare(j, k)) })
		for rank, j := range hits {
			if rank < perPhrases {
				x.offer(i, j)
			}
			score[j] = 0
		}
	}
	return nil
}

// phraseIndex lists for each phrase the paragraphs that hold it: those of phrase p are at[start[p]:start[p+1]].
type phraseIndex struct{ start, at []int32 }

func (x phraseIndex) of(phrase int32) []int32 { return x.at[x.start[phrase]:x.start[phrase+1]] }

func (x *alignment) indexPhrases(free []int) phraseIndex {
	lists := make([][]int32, len(free))
	for n, j := range free {
		lists[n] = x.b.phrases[j]
	}
	count := holders(len(x.compare.phraseWeight), lists)
	index := phraseIndex{start: make([]int32, len(count)+1)}
	for p, n := range count {
		index.start[p+1] = index.start[p] + n
	}
	index.at = make([]int32, index.start[len(count)])
	next := slices.Clone(index.start)
	for n, j := range free {
		for _, p := range lists[n] {
			if at := next[p]; at == index.start[p] || index.at[at-1] != int32(j) {
				index.at[at] = int32(j)
				next[p]++
			}
		}
	}
	return index
}
