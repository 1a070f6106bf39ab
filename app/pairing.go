package app

import (
	"context"
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// Pairing says that the paragraphs Older of a base text became the paragraphs Newer of a draft, as indexes in
// Draft.Paragraphs, ascending. A new paragraph has no Older, a deleted one no Newer.
type Pairing struct {
	Older, Newer []int
	Class        resolution.Class
	Similarity   float64 // 0…1; 1 for the same words
}

// Corrections are a person's word on a pairing, as pairs {older, newer}. They bind.
type Corrections struct {
	Together, Apart [][2]int
}

// Pair finds which paragraphs belong together and what became of each. Pairings stand in the order of the newer text, a
// deleted paragraph after its older neighbour. The number of a paragraph is no text: renumbering is no change.
func Pair(ctx context.Context, older, newer []resolution.Paragraph, corrections Corrections) ([]Pairing, error) {
	matches, _, err := align(ctx, older, newer, corrections)
	if err != nil {
		return nil, err
	}
	pairings := make([]Pairing, len(matches))
	for n, m := range matches {
		pairings[n] = Pairing{m.A, m.B, classOf(m, older, newer), m.Similarity}
	}
	return pairings, nil
}

// align matches the paragraphs of two texts. Where a person put two together, each leaves the partners that it had
// before, and these are answered too: what belongs to several a person says of each.
func align(ctx context.Context, older, newer []resolution.Paragraph, said Corrections) (matches []diff.Match, left [][2]int, err error) {
	hints := diff.Hints{
		Weigh:    newField(older, newer).weigh,
		Together: slices.Concat(closings(older, newer, said), symbolNotes(older, newer, said), said.Together),
		Apart:    said.Apart,
	}
	a, b := texts(older), texts(newer)
	if matches, err = diff.AlignFunc(ctx, a, b, hints); err != nil || len(said.Together) == 0 {
		return matches, nil, err
	}
	if left = strangers(matches, a, b, said.Together); len(left) > 0 {
		hints.Apart = slices.Concat(hints.Apart, left)
		matches, err = diff.AlignFunc(ctx, a, b, hints)
	}
	return matches, left, err
}

// strangers are the pairs that stand in one match with a pair of which a person spoke, and of which nobody spoke. The
// same words are never strangers: a person cannot say of them that they belong together.
func strangers(matches []diff.Match, older, newer []string, said [][2]int) (out [][2]int) {
	for _, m := range matches {
		if !slices.ContainsFunc(said, func(p [2]int) bool { return slices.Contains(m.A, p[0]) && slices.Contains(m.B, p[1]) }) {
			continue
		}
		for _, p := range all(m.A, m.B) {
			if !slices.Contains(said, p) && diff.Canonical(older[p[0]]) != diff.Canonical(newer[p[1]]) {
				out = append(out, p)
			}
		}
	}
	return out
}

// mostClosings is how many closing lines a text has: meeting, date, vote, and one for a corrigendum.
const mostClosings = 4

// closings pairs the closing lines of two texts in turn where there are as many: of two dates nothing need be the same.
// A person's word goes before.
func closings(older, newer []resolution.Paragraph, said Corrections) [][2]int {
	a, b := ofKind(older, resolution.Closing), ofKind(newer, resolution.Closing)
	if len(a) != len(b) || len(a) > mostClosings {
		return nil
	}
	return slices.DeleteFunc(inTurn(a, b), func(p [2]int) bool {
		return slices.ContainsFunc(slices.Concat(said.Together, said.Apart), func(q [2]int) bool { return p[0] == q[0] || p[1] == q[1] })
	})
}

func ofKind(paragraphs []resolution.Paragraph, k resolution.Kind) (at []int) {
	for i, p := range paragraphs {
		if p.Kind == k {
			at = append(at, i)
		}
	}
	return at
}

func texts(paragraphs []resolution.Paragraph) []string {
	out := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		out[i] = p.Text
	}
	return out
}

// classOf names what became of a match. The same words are the same paragraph, whatever its number.
func classOf(m diff.Match, older, newer []resolution.Paragraph) resolution.Class {
	switch {
	case len(m.A) == 0:
		return resolution.New
	case len(m.B) == 0:
		return resolution.Gone
	case len(m.B) > 1:
		return resolution.Split
	case len(m.A) > 1:
		return resolution.Merged
	}
	same := diff.Canonical(older[m.A[0]].Text) == diff.Canonical(newer[m.B[0]].Text)
	return classes[same][m.Moved]
}

var classes = map[bool]map[bool]resolution.Class{ // same words, moved
	true:  {false: resolution.Same, true: resolution.MovedOnly},
	false: {false: resolution.Changed, true: resolution.MovedChanged},
}

// What a difference of kind takes from the likeness of two paragraphs. Within the body it weighs and never forbids: a
// spent decision becomes a recall, an operative paragraph a subparagraph.
const (
	otherBody = .9 // between preambular, operative and subparagraph
	otherKind = .6 // a heading is hardly ever a paragraph
	never     = 0  // the date of adoption is no paragraph, whatever day it names
)

// kinship says how much the kinds of two paragraphs speak for a pair, 1 for the same kind.
func kinship(older, newer resolution.Kind) float64 {
	switch {
	case older == newer:
		return 1
	case inBody[older] && inBody[newer], older == resolution.Unknown, newer == resolution.Unknown:
		return otherBody
	case inBody[older] && aroundBody[newer], aroundBody[older] && inBody[newer]:
		return never
	}
	return otherKind
}

// aroundBody holds the kinds that stand around the body and never in it.
var aroundBody = map[resolution.Kind]bool{
	resolution.Masthead: true, resolution.Title: true, resolution.Organ: true, resolution.Closing: true,
}

// inBody holds the kinds that make up the body of a text.
var inBody = map[resolution.Kind]bool{resolution.Preambular: true, resolution.Operative: true, resolution.Subparagraph: true}
