package diff

import "math"

// endings tells how much the last word of two paragraphs says about their being one. A redraft works on the middle of a
// paragraph: in real pairs four of five reworded paragraphs keep their last word, of strangers that share as many words
// one in twenty has the same. The rarer an ending, the more it says.
type endings []float64 // by word: the logarithm of the odds against ending in it by chance

const (
	clearEnding = 3.0 // an ending says no more than e to this power
	otherEnding = 1.0 // what another ending says against a pair
	onlyGrew    = .9  // share of the shorter paragraph found in the longer, from which that has only grown at its end
)

func newEndings(words int, texts ...text) endings {
	e, total := make(endings, words), 0.0
	for _, t := range texts {
		for _, p := range t {
			if len(p.words) > 0 {
				e[p.words[len(p.words)-1]]++
				total++
			}
		}
	}
	for w, n := range e {
		if n > 0 {
			e[w] = min(clearEnding, math.Log(total/max(2, n))) // two hold it for certain: the pair itself
		}
	}
	return e
}

// say is what the endings of two paragraphs that have so many words in common add to their likeness, or take from it.
func (e endings) say(a, b []int32, common int) float64 {
	last := a[len(a)-1]
	switch {
	case last == b[len(b)-1]:
		return logOdds * max(0, e[last])
	case float64(common) > onlyGrew*float64(min(len(a), len(b))):
		return 0
	}
	return -logOdds * otherEnding
}
