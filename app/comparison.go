package app

import (
	"context"
	"fmt"
	"slices"
	"time"

	"mutatis/app/resolution"
)

// Comparison is what changed between two texts. It is computed once from immutable drafts and never changes.
type Comparison struct {
	Older, Newer Stored
	Redline      resolution.Redline
	Took         time.Duration
	rows, notes  []Judgement // of Redline.Rows and Redline.Footnotes
	corrections  Corrections // that were heeded
}

// Standings are the statuses of both sides of a comparison, by paragraph; nil where nothing is known.
type Standings struct{ Older, Newer []resolution.Standing }

// View is what a comparison is made and drawn with. The zero value corrects nothing, draws no statuses and says everything
// in English.
type View struct {
	Standings   Standings
	Corrections Corrections
	Words       Words
	declared    bool // the newer text says that it is the older: nothing in it passes with the year
}

// Compare finds what changed from the older text to the newer, weighs every change and says why it weighs what it does.
func Compare(ctx context.Context, older, newer Stored, v View) (*Comparison, error) {
	start := time.Now()
	if len(older.Draft.Paragraphs) == 0 || len(newer.Draft.Paragraphs) == 0 {
		return nil, fmt.Errorf("comparing %s with %s: one of them has no paragraphs", older.Text.Name(), newer.Text.Name())
	}
	pairs, err := Pair(ctx, older.Draft.Paragraphs, newer.Draft.Paragraphs, v.Corrections)
	if err != nil {
		return nil, fmt.Errorf("comparing %s with %s: %w", older.Text.Name(), newer.Text.Name(), err)
	}
	c := Comparison{Older: older, Newer: newer, corrections: v.Corrections}
	r := roundOf(older.Draft, newer.Draft)
	r.rolled = r.rolled && !v.declared
	a, b := newSide(older.Draft, v.Standings.Older), newSide(newer.Draft, v.Standings.Newer)
	c.Redline.Rows, c.rows = redlineRows(a, b, pairs, r)
	if c.Redline.Footnotes, c.notes, err = footnoteRows(ctx, a, b, pairs, r); err != nil {
		return nil, fmt.Errorf("comparing the notes of %s and %s: %w", older.Text.Name(), newer.Text.Name(), err)
	}
	c.Redline.Counts = resolution.Counts{}
	for _, row := range c.Redline.Rows {
		c.Redline.Counts[row.Class]++
	}
	said := c.In(v.Words)
	said.Took = time.Since(start)
	return said, nil
}

// In is the comparison with its captions and reasons in another language of the interface.
func (c *Comparison) In(w Words) *Comparison {
	if w.english == nil {
		w = LoadWords("en")
	}
	said := *c
	said.Redline.Older, said.Redline.Newer = caption(c.Older, w), caption(c.Newer, w)
	said.Redline.Rows = reasoned(c.Redline.Rows, c.rows, w)
	said.Redline.Footnotes = reasoned(c.Redline.Footnotes, c.notes, w)
	return &said
}

// reasoned is rows with the reasons of their judgements in words.
func reasoned(rows []resolution.Row, judged []Judgement, w Words) []resolution.Row {
	out := slices.Clone(rows)
	for i := range out {
		out[i].Reason = judged[i].Say(w)
	}
	return out
}

func caption(s Stored, w Words) resolution.Caption {
	return resolution.Caption{
		Name: s.Text.Name(), Detail: detail(s, w), Title: s.Draft.Title(), Language: s.Draft.Language,
	}
}

// detail says what a text is and of when: "adopted, 23 December 2004".
func detail(s Stored, w Words) string {
	date := w.Day(s.Text.Date)
	if s.Text.Stage == "" {
		return date
	}
	if date == "" {
		return w.Say("stage." + string(s.Text.Stage))
	}
	return w.Say("detail."+string(s.Text.Stage), date)
}

// Changes lists the indexes of the rows that a person steps through: every row that is not the same.
func (c *Comparison) Changes() []int {
	var at []int
	for i, row := range c.Redline.Rows {
		if row.Class != resolution.Same {
			at = append(at, i)
		}
	}
	return at
}
