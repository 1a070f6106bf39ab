package diff

import "sort"

// sharePhrases finds, for each free older paragraph, the newer ones that share the most information with it in phrases
// of two and three words that are rare in the texts.
func (x *alignment) sharePhrases(freeA, freeB []int) [][2]int {
	postings := map[uint64][]int32{}
	for _, j := range freeB {
		for _, ph := range phrases(x.b.words[j]) {
			if list := postings[ph]; len(list) <= rareLimit && (len(list) == 0 || list[len(list)-1] != int32(j)) {
				postings[ph] = append(list, int32(j))
			}
		}
	}
	var pairs [][2]int
	score := make([]float64, len(x.toA))
	var hits []int
	for _, i := range freeA {
		hits = hits[:0]
		for _, ph := range phrases(x.a.words[i]) {
			list := postings[ph]
			if len(list) > rareLimit {
				continue
			}
			for _, j := range list {
				if score[j] == 0 {
					hits = append(hits, int(j))
				}
				score[j] += 1 / float64(len(list))
			}
		}
		sort.Slice(hits, func(p, q int) bool {
			if score[hits[p]] != score[hits[q]] {
				return score[hits[p]] > score[hits[q]]
			}
			return hits[p] < hits[q]
		})
		for n, j := range hits {
			if n < perText {
				pairs = append(pairs, [2]int{i, j})
			}
			score[j] = 0
		}
	}
	return pairs
}

// phrases lists the pairs of neighbouring words.
func phrases(words []int32) []uint64 {
	out := make([]uint64, 0, len(words))
	for k := 1; k < len(words); k++ {
		out = append(out, uint64(words[k-1])<<32|uint64(uint32(words[k])))
	}
	return out
}
