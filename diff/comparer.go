package diff

import "math"

// comparer measures how much two paragraphs have in common. It keeps the scratch space of all measurements.
type comparer struct {
	a, b         text
	wordWeight   []float64 // information of each word
	phraseWeight []float64 // how far each phrase belongs to one pair alone
	mean         float64   // information of a word on average
	endings      endings
	infoA, infoB []float64 // information of each paragraph
	rareA, rareB []float64 // summed weight of each paragraph's phrases

	book     phrasebook
	restInfo float64 // of the rest loaded last, see loadRest

	loaded  int // the older paragraph in the next three
	order   sequence
	words   bag
	phrases bag
	whole   bag // a paragraph of a pair, see original
}

// newComparer weighs words and phrases by how many paragraphs hold them.
//
// A word has the information ln(1+n/df), so that topic words count more than boilerplate. A phrase weighs 1/(df-1): two
// paragraphs share it for certain, and every further one that holds it divides its testimony.
func newComparer(words int, book phrasebook, a, b text) comparer {
	phrases := len(book)
	c := comparer{a: a, b: b, book: book, loaded: none, order: newSequence(words), words: newBag(words), phrases: newBag(phrases), whole: newBag(words)}
	n := float64(len(a.words) + len(b.words))
	c.wordWeight, c.phraseWeight = make([]float64, words), make([]float64, phrases)
	for w, df := range holders(words, a.words, b.words) {
		c.wordWeight[w] = math.Log(1 + n/float64(df))
	}
	for p, df := range holders(phrases, a.phrases, b.phrases) {
		c.phraseWeight[p] = 1 / float64(max(1, df-1))
	}
	c.infoA, c.infoB = sums(a.words, c.wordWeight), sums(b.words, c.wordWeight)
	c.rareA, c.rareB = sums(a.phrases, c.phraseWeight), sums(b.phrases, c.phraseWeight)
	c.endings = newEndings(words, a.words, b.words)
	c.mean = meanInfo(c.infoA, c.infoB, a.words, b.words)
	return c
}

// holders counts for each of n words (or phrases) the paragraphs that hold it.
func holders(n int, lists ...[][]int32) []int32 {
	count, last := make([]int32, n), make([]int32, n)
	paragraph := int32(0)
	for _, side := range lists {
		for _, list := range side {
			paragraph++
			for _, w := range list {
				if last[w] != paragraph {
					last[w] = paragraph
					count[w]++
				}
			}
		}
	}
	return count
}

func sums(lists [][]int32, weight []float64) []float64 {
	out := make([]float64, len(lists))
	for i, list := range lists {
		out[i] = sum(list, weight)
	}
	return out
}

func sum(list []int32, weight []float64) float64 {
	total := 0.0
	for _, w := range list {
		total += weight[w]
	}
	return total
}

func meanInfo(infoA, infoB []float64, a, b [][]int32) float64 {
	info, words := 0.0, 0
	for i := range infoA {
		info, words = info+infoA[i], words+len(a[i])
	}
	for j := range infoB {
		info, words = info+infoB[j], words+len(b[j])
	}
	return info / float64(max(1, words))
}

// The makings of likeness.
const (
	orderShare  = .45 // the longest common subsequence: the same words in the same order
	wordShare   = .45 // the same words in any order, topic words more than others
	phraseShare = .10 // the same phrases, the more the rarer

	// fewWords is what keeps short paragraphs from being found in every long one.
	fewWords = 3

	// unlike is the shared information below which order is not looked at.
	unlike = .1
)

// likeness answers 0…1 for older paragraph i and newer paragraph j. It is the mean of two views: how far they are the
// same (Dice), and how far the shorter is found in the longer, for a paragraph may double and still be this paragraph. How
// they end adds to it or takes from it.
func (c *comparer) likeness(i, j int) float64 {
	c.load(i)
	a, b := c.a.words[i], c.b.words[j]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	few := fewWords * c.mean
	shared := c.words.shared(b, c.wordWeight)
	if shared < unlike*(min(c.infoA[i], c.infoB[j])+few) {
		return 0
	}
	common := c.commonLength(b, shared, i, j)
	inOrder := float64(common)
	rare := c.phrases.shared(c.b.phrases[j], c.phraseWeight)
	same := orderShare*2*inOrder/float64(len(a)+len(b)) +
		wordShare*2*shared/(c.infoA[i]+c.infoB[j]) +
		phraseShare*2*ratio(rare, c.rareA[i]+c.rareB[j])
	found := orderShare*inOrder/(float64(min(len(a), len(b)))+fewWords) +
		wordShare*shared/(min(c.infoA[i], c.infoB[j])+few) +
		phraseShare*ratio(rare, min(c.rareA[i], c.rareB[j]))
	like := (same + found) / 2
	if like <= faint {
		return 0
	}
	return like + c.endings.say(a, b, common)
}

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// load prepares the older paragraph i to be compared with many newer ones.
func (c *comparer) load(i int) {
	if c.loaded == i {
		return
	}
	c.loaded = i
	c.order.load(c.a.words[i])
	c.words.load(c.a.words[i])
	c.phrases.load(c.a.phrases[i])
}

// longWords bounds the work on order: two longer paragraphs are compared by their words alone.
const longWords = 1024

// commonLength is the length of the longest common subsequence with the loaded paragraph, or for two giants its guess
// from what they share.
func (c *comparer) commonLength(b []int32, shared float64, i, j int) int {
	if len(c.a.words[i]) > longWords && len(b) > longWords {
		return int(shared / max(c.infoA[i], c.infoB[j]) * float64(min(len(c.a.words[i]), len(b))))
	}
	return c.order.common(b)
}
