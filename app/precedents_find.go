package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"mutatis/app/resolution"
	"mutatis/diff"
	"mutatis/storage"
)

// finder searches one state of the library. It shares nothing with the App that may change, so it may work anywhere.
type finder struct {
	library *storage.Library
	texts   []Text
	byID    map[int64]Text
	series  map[int64]string
}

// finder is made anew where the lists of the library were.
func (a *App) finder() *finder {
	f := a.found
	if f != nil && len(f.texts) == len(a.texts) && (len(f.texts) == 0 || &f.texts[0] == &a.texts[0]) {
		return f
	}
	f = &finder{library: a.library, texts: a.texts, byID: make(map[int64]Text, len(a.texts)), series: map[int64]string{}}
	for _, t := range a.texts {
		f.byID[t.ID] = t
	}
	for _, s := range a.series {
		f.series[s.ID] = s.Title
	}
	a.found = f
	return f
}

// analyzer tells the library by what texts are found.
var analyzer = storage.Analyzer{Version: resolution.TermsVersion, Terms: func(language, text string) ([]string, []uint64) {
	l := resolution.Language(language)
	stems := resolution.Stems(resolution.Terms(text, l))
	return stems, resolution.Shingles(stems, l)
}}

// hit is a wording that answers, with the stretch of it that does, in code points.
type hit struct {
	wording  storage.Wording
	tier     Tier
	likeness float64
	from, to int
	whole    bool // it answers as a paragraph, whatever stretch is shown
	uses     []Use
}

func (f *finder) find(ctx context.Context, q Query) (Precedents, error) {
	began := time.Now()
	if q.Most == 0 {
		q.Most = mostVariants
	}
	p := Precedents{Query: q}
	languages := q.languages()
	if len(languages) == 1 {
		p.Language = languages[0]
	}
	var hits []hit
	for _, l := range languages {
		found, cut, err := f.hits(ctx, q, l)
		if err != nil {
			return Precedents{}, fmt.Errorf("looking for precedents: %w", err)
		}
		hits, p.Cut = append(hits, found...), p.Cut || cut
	}
	p.Variants = variants(q, hits)
	p.Timeline = timeline(p.Variants)
	p.Found = len(p.Variants)
	p.Variants = p.Variants[:min(q.Most, len(p.Variants))]
	if err := f.complete(q, p.Variants); err != nil {
		return Precedents{}, fmt.Errorf("looking for precedents: %w", err)
	}
	state, err := f.library.SearchState()
	p.Searched = f.searched(q.Scope, languages)
	p.Searched.Unindexed = state.All - state.Indexed
	p.Took = time.Since(began)
	return p, err
}

// languages are those in which the words may be. Short words of the Latin script may be in any of three.
func (q Query) languages() []resolution.Language {
	if q.Language != "" {
		return []resolution.Language{q.Language}
	}
	if l := resolution.DetectLanguage(q.Words); l != "" {
		return []resolution.Language{l}
	}
	return []resolution.Language{resolution.English, resolution.French, resolution.Spanish}
}

func (f *finder) hits(ctx context.Context, q Query, l resolution.Language) ([]hit, bool, error) {
	stems := resolution.Stems(resolution.Terms(q.Words, l))
	if len(stems) == 0 {
		return nil, false, storage.ErrNothingAsked
	}
	if q.Whole {
		hits, err := f.whole(ctx, q, l, stems)
		return hits, false, err
	}
	if e, is := parseExpression(q.Words); is {
		return f.expression(ctx, q, l, e)
	}
	return f.phrase(ctx, q, l, stems)
}

// candidates is how many texts are compared for nearness; where a scope leaves some out, more are.
func (q Query) candidates() int {
	if q.Scope == (Scope{Before: q.Scope.Before}) {
		return 200
	}
	return 1000
}

// leastLikeness is how near a paragraph must come to be shown at all: two in five words changed leave more.
const leastLikeness = 0.3

// whole finds the wordings of a whole paragraph.
func (f *finder) whole(ctx context.Context, q Query, l resolution.Language, stems []string) ([]hit, error) {
	words := WordsHash(q.Words)
	same, err := f.library.SameWords(words)
	if err != nil {
		return nil, err
	}
	near, err := f.library.Near(resolution.Asked(stems, l), q.candidates())
	if err != nil {
		return nil, err
	}
	var hits []hit
	seen := map[int64]bool{}
	units := resolution.Stems(resolution.Units(q.Words, l))
	for _, w := range append(same, near...) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if seen[w.ID] || w.Language != string(l) {
			continue
		}
		seen[w.ID] = true
		h := hit{wording: w, whole: true, tier: NearWords, likeness: resolution.Likeness(units, resolution.Stems(resolution.Units(w.Text, l)))}
		h.to = len([]rune(w.Text))
		if w.Words == words {
			h.tier, h.likeness = ExactWords, 1
		}
		if h.likeness >= leastLikeness {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(b.likeness, a.likeness)) })
	return f.used(q, hits, q.Most)
}

// used keeps the hits that stand in a text of the scope, the first ones, until there are enough.
func (f *finder) used(q Query, hits []hit, enough int) (kept []hit, err error) {
	for chunk := range slices.Chunk(hits, 64) {
		if len(kept) >= enough {
			break
		}
		found, err := f.place(q, chunk)
		if err != nil {
			return nil, err
		}
		kept = append(kept, found...)
	}
	return kept, nil
}

// place gives hits their uses and drops those without one.
func (f *finder) place(q Query, hits []hit) ([]hit, error) {
	var ids []int64
	for _, h := range hits {
		ids = append(ids, h.wording.ID)
	}
	uses, err := f.library.Uses(ids)
	if err != nil {
		return nil, err
	}
	at := map[int64][]storage.Use{}
	for _, u := range uses {
		at[u.Wording] = append(at[u.Wording], u)
	}
	var kept []hit
	for _, h := range hits {
		for _, u := range at[h.wording.ID] {
			t, ok := f.byID[u.Draft]
			if kind := resolution.Kind(u.Kind); ok && q.Scope.allows(t) && q.Scope.allowsKind(kind) {
				h.uses = append(h.uses, Use{Text: t, Index: u.Paragraph, Kind: kind, Context: h.wording.Text, From: h.from, To: h.to})
			}
		}
		if len(h.uses) > 0 {
			kept = append(kept, h)
		}
	}
	return kept, nil
}

// mostMatches is how many paragraphs with a phrase are looked at, and pages how often so many are asked for where the
// scope leaves most of them out.
const (
	mostMatches = 500
	pages       = 20
)

// phrase finds the paragraphs with a phrase, in its words or in other forms of them, and of a longer one what comes near.
func (f *finder) phrase(ctx context.Context, q Query, l resolution.Language, stems []string) ([]hit, bool, error) {
	asked := diff.Canonical(trimmed(q.Words))
	units := resolution.Stems(resolution.Units(q.Words, l))
	judge := func(w storage.Wording) (h hit, ok bool) {
		terms := resolution.Units(w.Text, l)
		from, to, likeness := resolution.FindPhrase(units, resolution.Stems(terms))
		if from == to || likeness < 1 {
			return h, false
		}
		return stretchHit(w, terms[from:to], asked, StemWords, 1), true
	}
	hits, cut, err := f.matching(ctx, q, l, phraseMatch(stems, l), judge)
	if err != nil || len(units) < shortPhrase || len(hits) >= q.Most {
		return hits, cut, err
	}
	near, err := f.nearPhrase(q, l, stems, units, asked, hits)
	return append(hits, near...), cut, err
}

// phraseMatch is a match of stems one after another. A lone Chinese character is the beginning of a pair.
func phraseMatch(stems []string, l resolution.Language) storage.Match {
	return storage.Match{Phrase: stems, Prefix: l == resolution.Chinese && len(stems) == 1 && len([]rune(stems[0])) == 1}
}

// shortPhrase has too few words for anything to come near it; nearPhraseLikeness is how near the others must come.
const (
	shortPhrase        = 4
	nearPhraseLikeness = 0.55
)

func (f *finder) nearPhrase(q Query, l resolution.Language, stems, units []string, asked string, found []hit) ([]hit, error) {
	candidates, err := f.library.Near(resolution.Asked(stems, l), q.candidates())
	if err != nil {
		return nil, err
	}
	seen := map[int64]bool{}
	for _, h := range found {
		seen[h.wording.ID] = true
	}
	var hits []hit
	for _, w := range candidates {
		if seen[w.ID] || w.Language != string(l) {
			continue
		}
		terms := resolution.Units(w.Text, l)
		from, to, likeness := resolution.FindPhrase(units, resolution.Stems(terms))
		if likeness >= nearPhraseLikeness {
			hits = append(hits, stretchHit(w, terms[from:to], asked, NearWords, likeness))
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.likeness, a.likeness) })
	return f.used(q, hits, q.Most)
}

// stretchHit is a hit of neighbouring terms of a wording. It is exact where its very words were asked for.
func stretchHit(w storage.Wording, terms []resolution.Term, asked string, tier Tier, likeness float64) hit {
	h := hit{wording: w, tier: tier, likeness: likeness, from: terms[0].From, to: terms[len(terms)-1].To}
	if strings.EqualFold(diff.Canonical(slice(w.Text, h.from, h.to)), asked) {
		h.tier, h.likeness = ExactWords, 1
	}
	return h
}

// matching lists the paragraphs that match and that judge keeps, page by page; cut says that there are more.
func (f *finder) matching(ctx context.Context, q Query, l resolution.Language, m storage.Match, judge func(storage.Wording) (hit, bool)) (hits []hit, cut bool, err error) {
	after := int64(0)
	for range pages {
		if err := ctx.Err(); err != nil {
			return nil, false, err
		}
		page, err := f.library.Matching(m, string(l), after, mostMatches)
		if err != nil {
			return nil, false, err
		}
		var kept []hit
		for _, w := range page {
			if h, ok := judge(w); ok {
				kept = append(kept, h)
			}
		}
		if kept, err = f.place(q, kept); err != nil {
			return nil, false, err
		}
		hits = append(hits, kept...)
		if len(page) < mostMatches {
			return hits, false, nil
		}
		if len(hits) >= mostMatches {
			break
		}
		after = page[len(page)-1].ID
	}
	return hits, true, nil
}

// trimmed is a phrase without the signs round it.
func trimmed(words string) string {
	terms := resolution.FoldedTerms(words)
	if len(terms) == 0 {
		return ""
	}
	return slice(words, terms[0].From, terms[len(terms)-1].To)
}

// slice is the code points from…to-1 of a text.
func slice(text string, from, to int) string { return string([]rune(text)[from:to]) }
