package app

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// Descent says where the words of a paragraph come from.
type Descent string

// The descents.
const (
	Verbatim Descent = "verbatim" // word for word in an earlier text
	Adapted  Descent = "adapted"  // from an earlier text, some words changed
	Original Descent = "new"      // no earlier text of the library comes near
	Unknown  Descent = "unknown"  // the library has no earlier text in this language: nothing can be said
)

// Provenance is where a paragraph comes from: of all earlier texts that have its words, the one nearest to it. That is one
// of its own series before others, an adopted one before drafts, a later one before earlier ones.
type Provenance struct {
	Origin Descent
	From   Use // of an Original the zero Use
	First  Use // where its words, or those it was adapted from, were first used
	Words  int // of an adapted paragraph: how many words are others
	Kind   resolution.Kind
}

// adaptedLikeness is how near a paragraph must come to another to be called adapted from it: about half of its words in
// their order.
const adaptedLikeness = 0.5

// Provenance tells for every paragraph of a text where its words come from: from texts of the library that are earlier.
// Paragraphs in which nobody looks for agreed language have none. It takes seconds for a long text in a large library:
// call it in the background; a.Provenances does.
func (a *App) Provenance(ctx context.Context, s Stored) ([]Provenance, error) {
	return a.finder().provenance(ctx, s)
}

func (f *finder) provenance(ctx context.Context, s Stored) ([]Provenance, error) {
	all := make([]Provenance, len(s.Draft.Paragraphs))
	searched := f.searched(Scope{Before: s.Text}, []resolution.Language{s.Text.Language}).Texts
	for i, p := range s.Draft.Paragraphs {
		if !hasOrigin(p) {
			continue
		}
		if searched == 0 {
			all[i] = Provenance{Origin: Unknown, Kind: p.Kind}
			continue
		}
		var err error
		if all[i], err = f.comesFrom(ctx, s.Text, Scope{Before: s.Text}, p); err != nil {
			return nil, fmt.Errorf("looking where paragraph %d comes from: %w", i+1, err)
		}
	}
	return all, nil
}

// hasOrigin reports whether somebody would ask where the words of a paragraph come from.
func hasOrigin(p resolution.Paragraph) bool {
	return !notSearched[p.Kind] && p.Kind != resolution.Unknown && len(resolution.FoldedTerms(p.Text)) > 0
}

func (f *finder) comesFrom(ctx context.Context, t Text, among Scope, p resolution.Paragraph) (Provenance, error) {
	q := Query{Words: p.Text, Whole: true, Language: t.Language, Scope: among, Most: 20}
	stems := resolution.Stems(resolution.Terms(p.Text, t.Language))
	hits, err := f.whole(ctx, q, t.Language, stems)
	if err != nil {
		return Provenance{}, err
	}
	all := variants(q, hits)
	from := Provenance{Origin: Original, Kind: p.Kind}
	if len(all) == 0 || all[0].Likeness < adaptedLikeness {
		return from, nil
	}
	best := nearestOf(all, t)
	from.Origin, from.First, from.From = Adapted, best.First, closest(best.Uses, t)
	if best.Tier == ExactWords {
		from.Origin = Verbatim
	} else if from.Words = wordsBetween(best.Words, p.Text); from.Words == 0 {
		from.Origin = Verbatim // punctuation is no word
	}
	return from, f.label(&from.From, &from.First)
}

// nearestOf is the first variant; or, among those that are as near but for a trifle, one of the text's own series.
func nearestOf(all []Variant, t Text) Variant {
	const trifle = 0.02
	for _, v := range all {
		if all[0].Tier == ExactWords && v.Tier != ExactWords || v.Likeness < all[0].Likeness-trifle {
			break
		}
		if closest(v.Uses, t).Text.Series == t.Series {
			return v
		}
	}
	return all[0]
}

// closest is the use a delegate would name: in the same series, adopted, the latest.
func closest(uses []Use, t Text) Use {
	rank := func(u Use) int {
		n := 0
		if t.Series != 0 && u.Text.Series == t.Series {
			n += 2
		}
		if u.Text.Stage == resolution.Adopted {
			n++
		}
		return n
	}
	best := uses[0]
	for _, u := range uses[1:] {
		if rank(u) >= rank(best) {
			best = u
		}
	}
	return best
}

func (f *finder) label(uses ...*Use) error {
	for _, u := range uses {
		outline, err := f.library.Outline(u.Text.ID)
		if err != nil {
			return err
		}
		u.Label = labelIn(outline, u.Index)
	}
	return nil
}

// wordsBetween counts the words in which two wordings differ: a word that took another's place counts once.
func wordsBetween(older, newer string) int {
	sum, deleted := 0, 0
	for _, s := range diff.Edits(older, newer) {
		switch s.Op {
		case diff.Equal:
			sum, deleted = sum+deleted, 0
		case diff.Delete:
			deleted += countWords(s.A)
		case diff.Insert:
			sum += max(deleted, countWords(s.B))
			deleted = 0
		}
	}
	return sum + deleted
}

// countWords counts words; each Chinese character is one.
func countWords(text string) int {
	n, inside := 0, false
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			n, inside = n+1, false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inside {
				n++
			}
			inside = true
		case unicode.Is(unicode.Mn, r) || strings.ContainsRune("'’-./\u00adـ", r): // stands inside a word
		default:
			inside = false
		}
	}
	return n
}

// Say is a provenance in words: "verbatim 58/166 OP4", "adapted from 57/218 PP7, 2 words", "new"; "" for none.
func (p Provenance) Say(w Words) string {
	switch {
	case p.Origin == "":
		return ""
	case p.Origin == Original || p.Origin == Unknown:
		return w.Say("provenance." + string(p.Origin))
	case p.Origin == Verbatim:
		return w.Say("provenance.verbatim", shortName(p.From.Text), p.From.Label)
	case p.Words == 1:
		return w.Say("provenance.adapted-one", shortName(p.From.Text), p.From.Label)
	}
	return w.Say("provenance.adapted", shortName(p.From.Text), p.From.Label, p.Words)
}

// Source is the paragraph that another comes from as delegates call it: "58/166 OP4"; "" for none.
func (p Provenance) Source() string {
	if p.From.Text.ID == 0 {
		return ""
	}
	return shortName(p.From.Text) + " " + p.From.Label
}

// shortName is what a delegate calls a resolution among others: "58/166".
func shortName(t Text) string {
	if s, err := resolution.ParseSymbol(t.Symbol); err == nil && s.Adopted() && s.Body == "A/RES" {
		return strings.TrimPrefix(s.String(), "A/RES/")
	}
	return t.Name()
}
