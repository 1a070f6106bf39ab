package diff

import (
	"math"
	"slices"
)

// offerParts puts on offer what could be a further source of j or a further part of i, now that the two are a pair.
func (x *alignment) offerParts(on *queue, i, j int) {
	if x.a[i].key == x.b[j].key {
		return
	}
	restA, restB := x.compare.rest(x.a[i].words, x.b[j].words)
	x.compare.loadRest(restB)
	for _, n := range x.byB[j] {
		if c := x.candidates[n]; x.canMerge(c.i, j) {
			on.offer(choice{score: x.sourceLikeness(c.i, j, []int{i}), i: c.i, j: c.j, part: true})
		}
	}
	x.compare.loadRest(restA)
	for _, n := range x.byA[i] {
		if c := x.candidates[n]; x.canSplit(i, c.j) {
			on.offer(choice{score: x.partLikeness(i, c.j, []int{j}), i: c.i, j: c.j, part: true})
		}
	}
}

// partScore says how well i would do as a further source of j, or j as a further part of i, given all that are linked
// now; false if it cannot be either.
func (x *alignment) partScore(i, j int) (float64, bool) {
	switch {
	case x.canMerge(i, j):
		sources := x.sources(j)
		_, rest := x.compare.rest(inOrder(x.a, sources), x.b[j].words)
		x.compare.loadRest(rest)
		return x.sourceLikeness(i, j, sources), true
	case x.canSplit(i, j):
		parts := x.parts(i)
		_, rest := x.compare.rest(inOrder(x.b, parts), x.a[i].words)
		x.compare.loadRest(rest)
		return x.partLikeness(i, j, parts), true
	}
	return 0, false
}

// sourceLikeness is how far i and the loaded rest of j explain each other, less what speaks against it.
func (x *alignment) sourceLikeness(i, j int, sources []int) float64 {
	away := awayFrom(i, sources)
	return x.compare.explains(x.a[i], x.b[j], away)*x.field(i, j) - x.doubt(x.toA[j], j) - farOff(away)
}

// partLikeness is how far j and the loaded rest of i explain each other, less what speaks against it.
func (x *alignment) partLikeness(i, j int, parts []int) float64 {
	away := awayFrom(j, parts)
	return x.compare.explains(x.b[j], x.a[i], away)*x.field(i, j) - x.doubt(i, x.toB[i]) - farOff(away)
}

// sound is the likeness from which a pair is beyond doubt.
const sound = .6

// doubt is what a pair's own uncertainty takes from the likeness of its parts: who is to join a pair that is a guess?
func (x *alignment) doubt(i, j int) float64 {
	for _, n := range x.byA[i] {
		if c := x.candidates[n]; c.j == j {
			return max(0, sound-c.like) / 2
		}
	}
	return 0 // bound by hand
}

// inOrder joins the words of several paragraphs in the order of their text.
func inOrder(t text, paragraphs []int) []int32 {
	if len(paragraphs) == 1 {
		return t[paragraphs[0]].words
	}
	slices.Sort(paragraphs)
	var out []int32
	for _, i := range paragraphs {
		out = append(out, t[i].words...)
	}
	return out
}

// rest answers the words of a and of b that the other does not explain.
func (c *comparer) rest(a, b []int32) (restA, restB []int32) {
	if len(a) > longWords && len(b) > longWords {
		for _, h := range shortestEdit(a, b) {
			restA, restB = append(restA, a[h.a0:h.a1]...), append(restB, b[h.b0:h.b1]...)
		}
		return restA, restB
	}
	c.loaded = none
	c.order.load(a)
	return c.order.unmatched(b)
}

// loadRest makes rest what explains is asked about.
func (c *comparer) loadRest(rest []int32) {
	c.loaded = none
	c.words.load(rest)
	c.order.load(rest)
	c.restPhrases = c.book.appendKnown(c.restPhrases[:0], rest)
	c.phrases.load(c.restPhrases)
	c.restInfo = sum(rest, c.wordWeight)
}

// explains says 0…1 how far a paragraph and the loaded rest of a pair explain each other: the best of three views. A
// paragraph all of which is in the rest belongs to the pair, whatever else was added. So does one that gives the whole
// rest, if in phrases of its own: a merger may keep ten words of fifty, but "within existing resources" is everywhere.
// And each may be half of the other. The last two are worth less far off, see nearness.
// Whole is the paragraph of the pair that has the rest, away how many paragraphs off the pair stands.
func (c *comparer) explains(p, whole *paragraph, away int) float64 {
	few := fewWords * c.mean
	shared := c.words.shared(p.words, c.wordWeight)
	ofWords := shared / (p.info + few)
	ofRest := shared / (c.restInfo + few)
	if max(ofWords, ofRest) < enough {
		return 0
	}
	near := c.nearness(p.words, away)
	return max(ofWords, near*ofRest*c.own(p.phrases), near*math.Sqrt(ofWords*ofRest)) * c.original(p.words, whole.words, shared)
}

// oneRun is the share of the words common with a rest that makes them one phrase.
const oneRun = .8

// nearness is 1 for a neighbour, and for a part whose words were taken over from all over it. One phrase speaks the less
// the farther off it comes from: phrases of deleted paragraphs turn up anywhere.
func (c *comparer) nearness(words []int32, away int) float64 {
	if away == 1 {
		return 1
	}
	if common, longest := c.order.longestRun(words); float64(longest) < oneRun*float64(common) {
		return 1
	}
	return 1 / math.Sqrt(float64(away))
}

// leftOver is the share of what a part has in common with a pair that must be in the rest.
const leftOver = .4

// original is 1 for a part, less for a copy: a paragraph most of whose common words the pair keeps says the same again,
// though what the pair lost is in it too.
func (c *comparer) original(words, whole []int32, ofRest float64) float64 {
	c.whole.load(whole)
	all := c.whole.shared(words, c.wordWeight)
	return min(1, ratio(ofRest, all)/leftOver)
}

// own is how far the phrases shared with the rest are found nowhere else, 1 if in no third paragraph.
func (c *comparer) own(phrases []int32) float64 {
	weight, n := 0.0, 0
	for _, p := range phrases {
		if c.phrases.count[p] > 0 {
			weight, n = weight+c.phraseWeight[p], n+1
		}
	}
	return weight / float64(max(1, n))
}
