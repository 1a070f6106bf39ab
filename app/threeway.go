package app

import (
	"context"
	"time"

	"mutatis/app/resolution"
)

// ThreeWay is a draft against two bases at once: last year's resolution and the tabled text, or any other two. It is
// computed once and never changes.
type ThreeWay struct {
	Bases    [2]Stored
	Draft    Stored
	Captions [2]resolution.Caption
	Caption  resolution.Caption // of the draft
	Rows     []ThreeRow         // in the order of the draft; what is gone stands after its neighbour
	Counts   map[Origin]int
	Took     time.Duration
	against  [2]*Comparison
	between  []Pairing // of the two bases
}

// ThreeRow is one paragraph of the draft, or one that is gone, with what each base contributes to it.
type ThreeRow struct {
	Origin Origin
	Draft  []resolution.Cell // the paragraph as it stands, without marks; none where it is gone
	Words  []Sourced         // its words by where they come from; drawing the runs one after another draws the cell
	Bases  [2]Contribution
}

// Contribution is a row of the comparison with one base. Class is "" where the base has no part in the row at all.
type Contribution struct {
	resolution.Row     // Older: the base's paragraphs, what the draft lacks marked as deleted
	Index          int // of the row in the comparison with this base; -1 where Class is ""
}

// Origin says where a paragraph of the draft comes from.
type Origin string

// The origins of a paragraph. First and second are the two bases in the order in which they were named.
const (
	AsBoth     Origin = "as-both"     // no one changed it
	AsFirst    Origin = "as-first"    // as in the first base; the second had it otherwise or not at all
	AsSecond   Origin = "as-second"   // as in the second base; the first had it otherwise or not at all
	Combined   Origin = "combined"    // words of both, none of its own
	OwnWords   Origin = "own-words"   // a base has it, with other words
	InNoBase   Origin = "new"         //
	GoneBoth   Origin = "gone-both"   // both bases had it
	GoneFirst  Origin = "gone-first"  // only the first had it
	GoneSecond Origin = "gone-second" // only the second had it
)

// Origins lists all of them.
var Origins = []Origin{AsBoth, AsFirst, AsSecond, Combined, OwnWords, InNoBase, GoneBoth, GoneFirst, GoneSecond}

// Source says which of the bases has a word of the draft.
type Source uint8

// The sources of a word; a set of two bits.
const (
	FromNone   Source = 0
	FromFirst  Source = 1
	FromSecond Source = 2
	FromBoth   Source = 3
)

// Sourced is a run of the draft's text with its source.
type Sourced struct {
	resolution.Run
	Source Source
}

// ThreeView is what a three-way comparison is made and drawn with.
type ThreeView struct {
	First, Second View        // the draft against each base
	Between       Corrections // of the first base with the second
}

// CompareThree compares a draft with two bases at once.
func CompareThree(ctx context.Context, first, second, draft Stored, v ThreeView) (*ThreeWay, error) {
	start := time.Now()
	t := ThreeWay{Bases: [2]Stored{first, second}, Draft: draft, Counts: map[Origin]int{}}
	for k, view := range []View{v.First, v.Second} {
		c, err := Compare(ctx, t.Bases[k], draft, view)
		if err != nil {
			return nil, err
		}
		t.against[k], t.Captions[k], t.Caption = c, c.Redline.Older, c.Redline.Newer
	}
	var err error
	if t.between, err = Pair(ctx, first.Draft.Paragraphs, second.Draft.Paragraphs, v.Between); err != nil {
		return nil, err
	}
	t.Rows = t.rows(v.First.Standings.Newer)
	for _, r := range t.Rows {
		t.Counts[r.Origin]++
	}
	t.Took = time.Since(start)
	return &t, nil
}

// In is the comparison with its captions and reasons in another language of the interface.
func (t *ThreeWay) In(w Words) *ThreeWay {
	said := *t
	said.Rows = append([]ThreeRow(nil), t.Rows...)
	for k := range said.against {
		said.against[k] = t.against[k].In(w)
		said.Captions[k], said.Caption = said.against[k].Redline.Older, said.against[k].Redline.Newer
		for n := range said.Rows {
			if b := &said.Rows[n].Bases[k]; b.Index >= 0 {
				b.Reason = said.against[k].Redline.Rows[b.Index].Reason
			}
		}
	}
	return &said
}

// Weight is the heavier of what the draft changed against the two bases.
func (r ThreeRow) Weight() resolution.Weight {
	a, b := r.Bases[0].Weight, r.Bases[1].Weight
	if a == "" || b != "" && heaviness[b] < heaviness[a] {
		return b
	}
	return a
}

// Changes lists the indexes of the rows that differ from a base.
func (t *ThreeWay) Changes() []int {
	var at []int
	for i, r := range t.Rows {
		if r.Origin != AsBoth {
			at = append(at, i)
		}
	}
	return at
}
