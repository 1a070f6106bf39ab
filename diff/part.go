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
	both := x.overlap(i, j)
	x.compare.loadRest(both.restB)
	for n := x.lastB[j]; n != none; n = x.candidates[n].priorB {
		if c := &x.candidates[n]; x.canMerge(c.i, j) {
			on.offer(choice{score: x.sourceLikeness(c.i, j, []int{i}), i: c.i, j: j, part: true})
		}
	}
	x.compare.loadRest(both.restA)
	for n := x.lastA[i]; n != none; n = x.candidates[n].priorA {
		if c := &x.candidates[n]; x.canSplit(i, c.j) {
			on.offer(choice{score: x.partLikeness(i, c.j, []int{j}), i: i, j: c.j, part: true})
		}
	}
}

// partScore says how well i would do as a further source of j, or j as a further part of i, given all that are linked
// now; false if it cannot be either.
func (x *alignment) partScore(i, j int) (float64, bool) {
	switch {
	case x.canMerge(i, j):
		sources := x.sources(j)
		x.compare.loadRest(x.compare.overlap(inOrder(x.a, sources), x.b[j].words).restB)
		return x.sourceLikeness(i, j, sources), true
	case x.canSplit(i, j):
		parts := x.parts(i)
		x.compare.loadRest(x.compare.overlap(inOrder(x.b, parts), x.a[i].words).restB)
		return x.partLikeness(i, j, parts), true
	}
	return 0, false
}

// sourceLikeness is how far i and the loaded rest of j explain each other, less what speaks against it.
func (x *alignment) sourceLikeness(i, j int, sources []int) float64 {
	return x.partScored(i, j, x.a[i], x.b[j], awayFrom(i, sources), x.doubt(x.toA[j], j))
}

// partLikeness is how far j and the loaded rest of i explain each other, less what speaks against it.
func (x *alignment) partLikeness(i, j int, parts []int) float64 {
	return x.partScored(i, j, x.b[j], x.a[i], awayFrom(j, parts), x.doubt(i, x.toB[i]))
}

// sound is the likeness from which a pair is beyond doubt.
const sound = .6

// doubt is what a pair's own uncertainty takes from the likeness of its parts: who is to join a pair that is a guess?
func (x *alignment) doubt(i, j int) float64 {
	if c := x.candidate(i, j); c != nil {
		return max(0, sound-c.like) / 2
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

// rest is what a pair leaves over on one side.
type rest struct {
	words  []int32
	info   float64
	opened bool // its order and its phrases are loaded, too
}

// loadRest makes words the rest that further parts are to explain.
func (c *comparer) loadRest(words []int32) {
	c.loaded = none
	c.words.load(words)
	c.left = rest{words: words, info: sum(words, c.wordWeight)}
}

// openRest loads what few parts are asked about.
func (c *comparer) openRest() {
	if c.left.opened {
		return
	}
	c.left.opened = true
	c.order.load(c.left.words)
	c.phrases.load(c.book.known(c.left.words))
}

// partScored is how far p, a paragraph of the pair i, j, and the loaded rest of whole, a paragraph that is linked already,
// explain each other, less what speaks against it: doubts of that link, and that p stands so many paragraphs away from
// it. Most parts are no good; where that is plain it is 0 at once.
func (x *alignment) partScored(i, j int, p, whole *paragraph, away int, doubt float64) float64 {
	c := &x.compare
	most := c.atMost(p, min(p.info, c.left.info)) + rounding
	if most < enough {
		return 0
	}
	field, far := x.field(i, j), farOff(away)
	least := (enough + doubt + far) / field
	if field <= 0 || most < least {
		return 0
	}
	shared := c.words.shared(p.words, c.wordWeight)
	if most = c.atMost(p, shared); most < enough || most+rounding < least {
		return 0
	}
	return c.explains(p, whole, shared, away)*field - doubt - far
}

// rounding is more than the order in which weights are added up makes of their sum.
const rounding = 1e-9

// atMost is what explains cannot exceed if a paragraph shares so much with the rest.
func (c *comparer) atMost(p *paragraph, shared float64) float64 {
	return shared / (min(p.info, c.left.info) + fewWords*c.mean)
}

// explains says 0…1 how far a paragraph and the loaded rest of a pair explain each other: the best of three views. A
// paragraph all of which is in the rest belongs to the pair, whatever else was added. So does one that gives the whole
// rest, if in phrases of its own: a merger may keep ten words of fifty, but "within existing resources" is everywhere.
// And each may be half of the other. The last two are worth less far off, see nearness.
func (c *comparer) explains(p, whole *paragraph, shared float64, away int) float64 {
	c.openRest()
	few := fewWords * c.mean
	ofWords := shared / (p.info + few)
	ofRest := shared / (c.left.info + few)
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
	if path := c.order.path(words); float64(path.longestRun()) < oneRun*float64(len(path)) {
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
