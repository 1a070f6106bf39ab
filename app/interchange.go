package app

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// alignment is the answer of AlignJSON: indexes count from 0 in the two lists of paragraphs.
type alignment struct {
	Pairs []alignedPair  `json:"pairs"`
	Words []alignedWords `json:"words"`
}

// alignedPair is one pair; a new paragraph has an empty Old, a deleted one stands in no pair.
type alignedPair struct {
	Old        []int            `json:"old"`
	New        []int            `json:"new"`
	Class      resolution.Class `json:"class"`
	Similarity float64          `json:"similarity"`
}

// alignedWords says what changed in the words of one pair; several paragraphs on a side are joined by a space.
type alignedWords struct {
	New      []int       `json:"new"`
	Inserted []string    `json:"inserted"` // one word or sign each, in the order of the text
	Deleted  []string    `json:"deleted"`
	Ops      [][2]string `json:"ops"` // "=", "-" or "+" and the text; an equal text is spelled as in the newer
}

// AlignJSON aligns two texts given as JSON lists of paragraphs {kind, number, text} and answers in JSON: the pairs of
// paragraphs with their classes, and the words that changed in each. Unknown fields are ignored.
func AlignJSON(ctx context.Context, oldJSON, newJSON []byte) ([]byte, error) {
	older, err := resolution.ParseParagraphs(oldJSON)
	if err != nil {
		return nil, fmt.Errorf("the older text: %w", err)
	}
	newer, err := resolution.ParseParagraphs(newJSON)
	if err != nil {
		return nil, fmt.Errorf("the newer text: %w", err)
	}
	pairings, err := Pair(ctx, older, newer, Corrections{})
	if err != nil {
		return nil, fmt.Errorf("align the two texts: %w", err)
	}
	answer := alignment{Pairs: []alignedPair{}, Words: []alignedWords{}}
	for _, p := range pairings {
		if p.Class == resolution.Gone {
			continue
		}
		answer.Pairs = append(answer.Pairs, alignedPair{append([]int{}, p.Older...), p.Newer, p.Class, p.Similarity})
		if p.Class != resolution.Same && p.Class != resolution.MovedOnly && p.Class != resolution.New {
			answer.Words = append(answer.Words, changedWords(p, older, newer))
		}
	}
	return json.Marshal(answer)
}

var opSigns = map[diff.Op]string{diff.Equal: "=", diff.Delete: "-", diff.Insert: "+"}

// changedWords lists the words that changed, none that did not, and beside them the difference as it is shown.
func changedWords(p Pairing, older, newer []resolution.Paragraph) alignedWords {
	a, b := joinedText(older, p.Older), joinedText(newer, p.Newer)
	out := alignedWords{New: p.Newer, Inserted: []string{}, Deleted: []string{}}
	for _, s := range diff.Edits(a, b) {
		switch s.Op {
		case diff.Delete:
			out.Deleted = append(out.Deleted, diff.Tokens(s.A)...)
		case diff.Insert:
			out.Inserted = append(out.Inserted, diff.Tokens(s.B)...)
		}
	}
	for _, s := range diff.Words(a, b) {
		text := s.B
		if s.Op == diff.Delete {
			text = s.A
		}
		out.Ops = append(out.Ops, [2]string{opSigns[s.Op], text})
	}
	return out
}

// joinedText is the text of several paragraphs read one after the other.
func joinedText(paragraphs []resolution.Paragraph, at []int) string {
	parts := make([]string, len(at))
	for n, i := range at {
		parts[n] = paragraphs[i].Text
	}
	return strings.Join(parts, " ")
}
