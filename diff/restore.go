package diff

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// What a text lacks and a later one has again was dropped and restored. A lineage that ends before the last text and one
// that begins after the first are joined if their words are the same, or if more than half of them are: over a gap
// nothing else speaks for the pair, and boilerplate speaks against it.

// known is the share of words by which a paragraph is known again after it was away.
const known = .5

// away is what each text in the gap takes from the likeness.
const away = .99

// ends lists the paragraphs that have no successor although texts with room for a gap follow; begins those that have no
// predecessor although such texts come before.
func (t *tracer) ends() []Place {
	return t.places(func(p Place) bool { return len(t.into[p]) == 0 && p.Text < len(t.texts)-2 })
}

func (t *tracer) begins() []Place {
	return t.places(func(p Place) bool { return len(t.from[p]) == 0 && p.Text > 1 })
}

func (t *tracer) places(where func(Place) bool) (all []Place) {
	for n, text := range t.texts {
		for i := range text {
			if p := (Place{n, i}); where(p) {
				all = append(all, p)
			}
		}
	}
	return all
}

// mayReturn reports whether a paragraph that was dropped after one text may be restored in another.
func (t *tracer) mayReturn(end, begin Place) bool {
	return begin.Text-end.Text > 1 && !t.apart[[2]Place{end, begin}]
}

// cutWeak takes back the links by which a paragraph went on as something else although the very same words return later,
// or came from something else although the very same words had been dropped earlier.
func (t *tracer) cutWeak() {
	ends, begins := t.byWording(t.ends()), t.byWording(t.begins())
	var weak [][2]Place
	for pair, with := range t.ties {
		if with.bound || with.similarity >= known || len(t.into[pair[0]]) > 1 || len(t.from[pair[1]]) > 1 {
			continue
		}
		dropped := slices.ContainsFunc(ends[t.wording(pair[1])], func(p Place) bool { return t.mayReturn(p, pair[1]) })
		returns := slices.ContainsFunc(begins[t.wording(pair[0])], func(p Place) bool { return t.mayReturn(pair[0], p) })
		if dropped || returns {
			weak = append(weak, pair)
		}
	}
	for _, pair := range weak {
		t.cut(pair[0], pair[1])
	}
}

// byWording groups places by their words; those that have no words at all are left out.
func (t *tracer) byWording(places []Place) map[string][]Place {
	groups := map[string][]Place{}
	for _, p := range places {
		if w := t.wording(p); hasWords(w) {
			groups[w] = append(groups[w], p)
		}
	}
	return groups
}

func hasWords(text string) bool {
	return slices.ContainsFunc(appendTokens(nil, text), func(k token) bool { return k.kind == word || k.kind == han })
}

// restoreVerbatim joins ends and beginnings with the same words like brackets: each beginning with the last open end
// before it.
func (t *tracer) restoreVerbatim() {
	ends := t.byWording(t.ends())
	for wording, begins := range t.byWording(t.begins()) {
		open := ends[wording]
		used := make([]bool, len(open))
		for _, begin := range lastFirst(begins) {
			for k := len(open) - 1; k >= 0; k-- {
				if !used[k] && t.mayReturn(open[k], begin) {
					used[k] = true
					t.link(open[k], begin, tie{similarity: 1})
					break
				}
			}
		}
	}
}

// lastFirst orders places by text, within a text from the last to the first.
func lastFirst(places []Place) []Place {
	places = slices.Clone(places)
	slices.SortFunc(places, func(p, q Place) int {
		return cmp.Or(cmp.Compare(p.Text, q.Text), cmp.Compare(q.Paragraph, p.Paragraph))
	})
	return places
}

// restoreSimilar compares all ends with all beginnings at once, each list in the order of places within their texts.
func (t *tracer) restoreSimilar(ctx context.Context) error {
	ends, begins := t.inTexts(t.ends()), t.inTexts(t.begins())
	if len(ends) == 0 || len(begins) == 0 {
		return ctx.Err()
	}
	matches, err := AlignFunc(ctx, t.spelled(ends), t.spelled(begins), t.across(ends, begins))
	if err != nil {
		return err
	}
	for _, m := range matches {
		if m.Similarity >= known {
			t.linkAcross(ends, begins, m)
		}
	}
	return nil
}

func (t *tracer) linkAcross(ends, begins []Place, m Match) {
	for _, i := range m.A {
		for _, j := range m.B {
			if t.mayReturn(ends[i], begins[j]) {
				t.link(ends[i], begins[j], tie{similarity: m.Similarity})
			}
		}
	}
}

// inTexts orders places by how far down their texts they stand.
func (t *tracer) inTexts(places []Place) []Place {
	depth := func(p Place) float64 { return float64(p.Paragraph) / float64(len(t.texts[p.Text])) }
	slices.SortFunc(places, func(p, q Place) int {
		return cmp.Or(cmp.Compare(depth(p), depth(q)), cmp.Compare(t.wording(p), t.wording(q)), comparePlaces(p, q))
	})
	return places
}

func (t *tracer) spelled(places []Place) []string {
	out := make([]string, len(places))
	for n, p := range places {
		out[n] = t.texts[p.Text][p.Paragraph]
	}
	return out
}

// across are the hints for comparing ends with beginnings.
func (t *tracer) across(ends, begins []Place) Hints {
	weigh := func(i, j int) float64 {
		older, newer := ends[i], begins[j]
		if !t.mayReturn(older, newer) {
			return 0
		}
		weight := math.Pow(away, float64(newer.Text-older.Text))
		if t.hints.Weigh != nil {
			weight *= t.hints.Weigh(older, newer)
		}
		return weight
	}
	return Hints{Weigh: weigh, Apart: t.impossible(ends, begins)}
}

// impossible lists the pairs of the same words of which the one cannot have returned as the other: the same words are
// linked without asking how much they weigh.
func (t *tracer) impossible(ends, begins []Place) (pairs [][2]int) {
	ended, begun := t.spelled(ends), t.spelled(begins)
	read := newReader(ended, begun)
	a, b := read.text(ended), read.text(begun)
	at := map[int32][]int{}
	for j, p := range b {
		at[p.key] = append(at[p.key], j)
	}
	for i, p := range a {
		for _, j := range at[p.key] {
			if !t.mayReturn(ends[i], begins[j]) {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

// bindAcross joins the lineages of two paragraphs of which a person said that they belong together although other texts
// stand between: where the one ends, the other goes on.
func (t *tracer) bindAcross() {
	for _, p := range t.hints.Together {
		older, newer := p[0], p[1]
		if newer.Text-older.Text < 2 || !t.isPlace(older) || !t.isPlace(newer) || t.isMadeOf(newer, older) {
			continue
		}
		end, begin := t.lastBefore(older, newer.Text), t.firstAfter(newer, older.Text)
		if end.Text >= begin.Text { // both are there in the texts between
			end, begin = older, newer
		}
		t.link(end, begin, tie{bound: true})
	}
}

// lastBefore follows the lineage of p forward as long as it stays before a text.
func (t *tracer) lastBefore(p Place, text int) Place {
	for {
		next, ok := t.after(p)
		if !ok || next.Text >= text {
			return p
		}
		p = next
	}
}

// firstAfter follows the lineage of p back as long as it stays after a text.
func (t *tracer) firstAfter(p Place, text int) Place {
	for {
		prior, ok := t.before(p)
		if !ok || prior.Text <= text {
			return p
		}
		p = prior
	}
}

// isMadeOf reports whether a place goes back to another.
func (t *tracer) isMadeOf(newer, older Place) bool {
	seen, open := map[Place]bool{}, []Place{newer}
	for len(open) > 0 {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		if p == older {
			return true
		}
		if !seen[p] && p.Text > older.Text {
			seen[p] = true
			open = append(open, t.from[p]...)
		}
	}
	return false
}
