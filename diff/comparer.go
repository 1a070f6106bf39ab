package diff

import "math"

// comparer measures how much two paragraphs have in common. It keeps the scratch space of all measurements.
type comparer struct {
	a, b         text
	wordWeight   []float64 // information of each word
	phraseWeight []float64 // how far each phrase belongs to one pair alone
	mean         float64   // information of a word on average
	endings      endings

	book phrasebook
	left rest // what was loaded last by loadRest

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
func newComparer(read *reader, a, b text) comparer {
	words, phrases := int(read.words.size), len(read.phrases.pairs)
	c := comparer{a: a, b: b, book: read.phrases, loaded: none, order: newSequence(words), words: newBag(words), phrases: newBag(phrases), whole: newBag(words)}
	c.wordWeight, c.phraseWeight = make([]float64, words), make([]float64, phrases)
	inWords, inPhrases := newTally(words), newTally(phrases)
	for i := range read.read {
		p := &read.read[i]
		inWords.add(p.words, p.copies)
		inPhrases.add(p.phrases, p.copies)
	}
	for w, df := range inWords.count {
		c.wordWeight[w] = math.Log(1 + float64(len(a)+len(b))/float64(df))
	}
	for p, df := range inPhrases.count {
		c.phraseWeight[p] = 1 / float64(max(1, df-1))
	}
	for i := range read.read {
		p := &read.read[i]
		p.info, p.rare = sum(p.words, c.wordWeight), sum(p.phrases, c.phraseWeight)
	}
	c.endings = newEndings(words, a, b)
	c.mean = meanInfo(a, b)
	return c
}

// tally counts for each word (or phrase) the paragraphs that hold it.
type tally struct {
	count, last []int32
	paragraph   int32
}

func newTally(n int) tally { return tally{count: make([]int32, n), last: make([]int32, n)} }

// add counts the words of a paragraph that stands there so many times.
func (t *tally) add(words []int32, times int32) {
	t.paragraph++
	for _, w := range words {
		if t.last[w] != t.paragraph {
			t.last[w] = t.paragraph
			t.count[w] += times
		}
	}
}

func sum(list []int32, weight []float64) float64 {
	total := 0.0
	for _, w := range list {
		total += weight[w]
	}
	return total
}

// meanInfo is the information of a word on average.
func meanInfo(texts ...text) float64 {
	info, words := 0.0, 0
	for _, t := range texts {
		for _, p := range t {
			info, words = info+p.info, words+len(p.words)
		}
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
	a, b := c.a[i], c.b[j]
	if len(a.words) == 0 || len(b.words) == 0 {
		return 0
	}
	few := fewWords * c.mean
	shared := c.words.shared(b.words, c.wordWeight)
	if shared < unlike*(min(a.info, b.info)+few) {
		return 0
	}
	common := c.commonLength(a, b, shared)
	inOrder := float64(common)
	rare := c.phrases.shared(b.phrases, c.phraseWeight)
	same := orderShare*2*inOrder/float64(len(a.words)+len(b.words)) +
		wordShare*2*shared/(a.info+b.info) +
		phraseShare*2*ratio(rare, a.rare+b.rare)
	found := orderShare*inOrder/(float64(min(len(a.words), len(b.words)))+fewWords) +
		wordShare*shared/(min(a.info, b.info)+few) +
		phraseShare*ratio(rare, min(a.rare, b.rare))
	like := (same + found) / 2
	if like <= faint {
		return 0
	}
	return like + c.endings.say(a.words, b.words, common)
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
	c.order.load(c.a[i].words)
	c.words.load(c.a[i].words)
	c.phrases.load(c.a[i].phrases)
}

// longWords bounds the work on order: two longer paragraphs are compared by their words alone.
const longWords = 1024

// commonLength is the length of the longest common subsequence with the loaded paragraph a, or for two giants its guess
// from what they share.
func (c *comparer) commonLength(a, b *paragraph, shared float64) int {
	if len(a.words) > longWords && len(b.words) > longWords {
		return int(shared / max(a.info, b.info) * float64(min(len(a.words), len(b.words))))
	}
	return c.order.common(b.words)
}
