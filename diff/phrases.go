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
		for _, p := range x.a[i].phrases {
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

// indexPhrases lists for each phrase the free newer paragraphs that hold it.
func (x *alignment) indexPhrases(free []int) postings {
	holders := newTally(len(x.compare.phraseWeight))
	for _, j := range free {
		holders.add(x.b[j].phrases, 1)
	}
	index, next := newPostings(holders.count)
	for _, j := range free {
		for _, p := range x.b[j].phrases {
			if at := next[p]; at == index.start[p] || index.at[at-1] != int32(j) {
				index.at[at] = int32(j)
				next[p]++
			}
		}
	}
	return index
}
