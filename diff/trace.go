package diff

import (
	"cmp"
	"context"
	"slices"
)

// Place is a paragraph of one of several texts, both counted from 0.
type Place struct{ Text, Paragraph int }

// Step is a lineage in one text.
type Step struct {
	Place
	From     []Place // what it was made of: none where it is first seen, several where paragraphs were merged
	Into     []Place // what it became: none where it ends, several where it was split
	Moved    bool    // it stands outside the order of the others, seen from the text before
	Restored int     // the last text that had these very words before others took their place; -1 for none
}

// Lineage is one paragraph through several texts: its steps in the order of the texts, at most one a text. Where a text
// between two steps has none, the paragraph was dropped and restored. A paragraph that was split goes on in the part
// that kept most of its words, one that was merged in what has most of its words; the other parts and sources are
// lineages of their own, tied to this one by From and Into.
type Lineage []Step

// TraceHints is what a caller knows beyond the words.
type TraceHints struct {
	// Weigh multiplies the likeness of two paragraphs, see Hints; nil weighs nothing.
	Weigh func(older, newer Place) float64
	// Together and Apart are binding pairs {older, newer} of paragraphs of different texts: a person said so.
	Together, Apart [][2]Place
}

// Trace follows every paragraph through the texts, the oldest first. Each text is compared with the one before; what has
// no partner there is compared with what earlier texts had dropped (see restore). Every paragraph of every text is one
// step of one lineage; lineages stand in the order of their first steps. Reading the texts from the last to the first
// gives the same lineages, turned round. The error is the context's.
func Trace(ctx context.Context, texts [][]string, h TraceHints) ([]Lineage, error) {
	t := newTracer(texts, h)
	for n := 1; n < len(texts); n++ {
		if err := t.compare(ctx, n); err != nil {
			return nil, err
		}
	}
	t.cutWeak()
	t.bindAcross()
	t.restoreVerbatim()
	if err := t.restoreSimilar(ctx); err != nil {
		return nil, err
	}
	return t.lineages(), nil
}

// tracer is one Trace at work.
type tracer struct {
	texts     [][]string
	canonical [][]string
	hints     TraceHints
	apart     map[[2]Place]bool
	ties      map[[2]Place]tie
	from      map[Place][]Place
	into      map[Place][]Place
}

// tie is what is known of a link between two paragraphs.
type tie struct {
	similarity float64
	moved      bool
	bound      bool // a person said so
}

func newTracer(texts [][]string, h TraceHints) *tracer {
	t := &tracer{texts: texts, hints: h, apart: map[[2]Place]bool{}, ties: map[[2]Place]tie{},
		from: map[Place][]Place{}, into: map[Place][]Place{}}
	for _, text := range texts {
		list := make([]string, len(text))
		for i, p := range text {
			list[i] = Canonical(p)
		}
		t.canonical = append(t.canonical, list)
	}
	for _, pair := range h.Apart {
		t.apart[pair] = true
	}
	return t
}

// wording is the canonical words at a place.
func (t *tracer) wording(p Place) string { return t.canonical[p.Text][p.Paragraph] }

func (t *tracer) isPlace(p Place) bool {
	return 0 <= p.Text && p.Text < len(t.texts) && 0 <= p.Paragraph && p.Paragraph < len(t.texts[p.Text])
}

func (t *tracer) link(older, newer Place, with tie) {
	pair := [2]Place{older, newer}
	if _, known := t.ties[pair]; known {
		return
	}
	t.ties[pair] = with
	t.from[newer] = append(t.from[newer], older)
	t.into[older] = append(t.into[older], newer)
}

func (t *tracer) cut(older, newer Place) {
	delete(t.ties, [2]Place{older, newer})
	t.from[newer] = without(t.from[newer], older)
	t.into[older] = without(t.into[older], newer)
}

func without(list []Place, p Place) []Place {
	return slices.DeleteFunc(list, func(q Place) bool { return q == p })
}

// compare links the n-th text with the one before.
func (t *tracer) compare(ctx context.Context, n int) error {
	h := t.between(n)
	matches, err := AlignFunc(ctx, t.texts[n-1], t.texts[n], h)
	if err != nil {
		return err
	}
	bound := map[[2]int]bool{}
	for _, p := range h.Together {
		bound[p] = true
	}
	for _, m := range matches {
		for _, i := range m.A {
			for _, j := range m.B {
				t.link(Place{n - 1, i}, Place{n, j}, tie{m.Similarity, m.Moved, bound[[2]int{i, j}]})
			}
		}
	}
	return nil
}

// between are the hints for comparing the n-th text with the one before.
func (t *tracer) between(n int) Hints {
	var h Hints
	if weigh := t.hints.Weigh; weigh != nil {
		h.Weigh = func(i, j int) float64 { return weigh(Place{n - 1, i}, Place{n, j}) }
	}
	pick := func(pairs [][2]Place) (out [][2]int) {
		for _, p := range pairs {
			if p[0].Text == n-1 && p[1].Text == n {
				out = append(out, [2]int{p[0].Paragraph, p[1].Paragraph})
			}
		}
		return out
	}
	h.Together, h.Apart = pick(t.hints.Together), pick(t.hints.Apart)
	return h
}

// lineages strings the links together: each paragraph goes on in the one it shares most with, if that comes from it
// more than from any other.
func (t *tracer) lineages() []Lineage {
	var all []Lineage
	for n, text := range t.texts {
		for i := range text {
			p := Place{n, i}
			if _, goesOn := t.before(p); goesOn {
				continue
			}
			var l Lineage
			for more := true; more; p, more = t.after(p) {
				l = append(l, t.step(p))
			}
			t.markRestored(l)
			all = append(all, l)
		}
	}
	return all
}

func (t *tracer) step(p Place) Step {
	s := Step{Place: p, From: sorted(t.from[p]), Into: sorted(t.into[p]), Restored: none}
	for _, f := range s.From {
		s.Moved = s.Moved || t.ties[[2]Place{f, p}].moved
	}
	return s
}

func sorted(list []Place) []Place {
	list = slices.Clone(list)
	slices.SortFunc(list, comparePlaces)
	return list
}

func comparePlaces(p, q Place) int {
	return cmp.Or(cmp.Compare(p.Text, q.Text), cmp.Compare(p.Paragraph, q.Paragraph))
}

// after is the next step of the lineage that p is a step of.
func (t *tracer) after(p Place) (Place, bool) {
	next, ok := t.nearest(p, t.into[p])
	if !ok {
		return Place{}, false
	}
	back, _ := t.nearest(next, t.from[next])
	return next, back == p
}

// before is the step before p, the other way round of after.
func (t *tracer) before(p Place) (Place, bool) {
	prior, ok := t.nearest(p, t.from[p])
	if !ok {
		return Place{}, false
	}
	forth, _ := t.nearest(prior, t.into[prior])
	return prior, forth == p
}

// nearest is the one of several places that has most words in common with p; of equals the one in the nearer text, then
// the first.
func (t *tracer) nearest(p Place, among []Place) (Place, bool) {
	switch len(among) {
	case 0:
		return Place{}, false
	case 1:
		return among[0], true
	}
	best, common := Place{}, none
	for _, q := range among {
		n := commonWords(t.wording(p), t.wording(q))
		if n > common || n == common && t.isNearer(p, q, best) {
			best, common = q, n
		}
	}
	return best, true
}

func (t *tracer) isNearer(p, q, than Place) bool {
	d, e := distance(p, q), distance(p, than)
	return d < e || d == e && q.Paragraph < than.Paragraph
}

func distance(p, q Place) int { return max(p.Text-q.Text, q.Text-p.Text) }

// commonWords counts the words that stand in both, in the same order.
func commonWords(a, b string) int {
	read := newReader()
	t := read.text([]string{a, b})
	s := newSequence(int(read.words.size))
	s.load(t[0].words)
	return s.common(t[1].words)
}

// markRestored finds the steps at which a lineage returns to words it had before.
func (t *tracer) markRestored(l Lineage) {
	last := map[string]int{} // the last text with these words
	for k := range l {
		w := t.wording(l[k].Place)
		if text, had := last[w]; had && t.wording(l[k-1].Place) != w {
			l[k].Restored = text
		}
		last[w] = l[k].Text
	}
}

// Follow is the way of one paragraph through all texts: its lineage; before that, where the lineage was split off
// another, the way of that one; after that, where it was merged into another, the way of that one. At most one step a
// text, in the order of the texts. It is nil for a place that no lineage has.
func Follow(lineages []Lineage, at Place) []Step {
	of := map[Place]Lineage{}
	for _, l := range lineages {
		for _, s := range l {
			of[s.Place] = l
		}
	}
	way := slices.Clone(of[at])
	for len(way) > 0 && len(way[0].From) > 0 {
		source := way[0].From[len(way[0].From)-1]
		way = append(until(of[source], source), way...)
	}
	for len(way) > 0 && len(way[len(way)-1].Into) > 0 {
		target := way[len(way)-1].Into[0]
		way = append(way, since(of[target], target)...)
	}
	return way
}

func until(l Lineage, p Place) []Step {
	k := slices.IndexFunc(l, func(s Step) bool { return s.Place == p })
	return slices.Clone(l[:k+1])
}

func since(l Lineage, p Place) []Step {
	return l[slices.IndexFunc(l, func(s Step) bool { return s.Place == p }):]
}
