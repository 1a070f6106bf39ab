package app

import (
	"context"
	"fmt"
	"time"

	"mutatis/app/resolution"
)

// Comparison is what changed between two texts. It is computed once from immutable drafts and never changes.
type Comparison struct {
	Older, Newer Stored
	Redline      resolution.Redline
	Took         time.Duration
}

// Standings are the statuses of both sides of a comparison, by paragraph; nil where nothing is known.
type Standings struct{ Older, Newer []resolution.Standing }

// Compare finds what changed from the older text to the newer. Statuses of both sides are drawn where they are known.
func Compare(ctx context.Context, older, newer Stored, standings Standings) (*Comparison, error) {
	start := time.Now()
	if len(older.Draft.Paragraphs) == 0 || len(newer.Draft.Paragraphs) == 0 {
		return nil, fmt.Errorf("comparing %s with %s: one of them has no paragraphs", older.Text.Name(), newer.Text.Name())
	}
	pairs, err := Pair(ctx, older.Draft.Paragraphs, newer.Draft.Paragraphs, Corrections{})
	if err != nil {
		return nil, fmt.Errorf("comparing %s with %s: %w", older.Text.Name(), newer.Text.Name(), err)
	}
	r := resolution.Redline{
		Older: caption(older), Newer: caption(newer),
		Rows:      redlineRows(newSide(older.Draft, standings.Older), newSide(newer.Draft, standings.Newer), pairs),
		Footnotes: footnoteRows(older.Draft, newer.Draft),
		Counts:    resolution.Counts{},
	}
	for _, row := range r.Rows {
		r.Counts[row.Class]++
	}
	return &Comparison{Older: older, Newer: newer, Redline: r, Took: time.Since(start)}, nil
}

func caption(s Stored) resolution.Caption {
	return resolution.Caption{
		Name: s.Text.Name(), Detail: s.Text.Date, Title: s.Draft.Title(), Language: s.Draft.Language,
	}
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
