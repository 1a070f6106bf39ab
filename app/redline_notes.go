package app

import (
	"context"
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// footnoteRows compares the notes of two drafts like paragraphs. What is called behind the same word is the same note,
// however its words changed: two reports have nothing in common but their place. Of the rest, symbols of one form are
// paired in turn where there are as many.
func footnoteRows(ctx context.Context, older, newer side, pairs []Pairing, r round) ([]resolution.Row, []Judgement, error) {
	a, b := notesAsDraft(older.draft), notesAsDraft(newer.draft)
	hints := diff.Hints{Together: calledTogether(older, newer, pairs)}
	hints.Weigh = func(i, j int) float64 { return citesAlike(a.Paragraphs[i].Text, b.Paragraphs[j].Text) }
	hints.Together = append(hints.Together, symbolNotesOf(older.draft, newer.draft, hints.Together)...)
	matches, err := diff.AlignFunc(ctx, texts(a.Paragraphs), texts(b.Paragraphs), hints)
	if err != nil {
		return nil, nil, err
	}
	var notes []Pairing
	for _, m := range matches {
		for _, one := range unmerged(m, hints.Together) {
			notes = append(notes, Pairing{Older: one.A, Newer: one.B, Similarity: one.Similarity, Class: noteClass(a, b, one)})
		}
	}
	rows, judged := redlineRows(newSide(a, nil), newSide(b, nil), notes, r)
	for i := range rows {
		judged[i] = asNote(judged[i], rows[i].Class)
		rows[i].Weight = judged[i].Weight
	}
	return rows, judged, nil
}

// calledTogether pairs the notes that are called behind the same words, by their places in the lists of notes. A note
// whose very words stand on the other side needs no help.
func calledTogether(older, newer side, pairs []Pairing) (together [][2]int) {
	a, b := openNotes(older.draft, newer.draft), openNotes(newer.draft, older.draft)
	for _, p := range pairs {
		if len(a) == 0 || len(b) == 0 || !older.callsNotes(p.Older) || !newer.callsNotes(p.Newer) {
			continue
		}
		x, y := older.join(p.Older), newer.join(p.Newer)
		calls, others := x.calls(), y.calls()
		if len(calls) == 0 || len(others) == 0 {
			continue
		}
		twins := twinCalls(x, y, rowChanges(x, y, p))
		slices.SortFunc(twins, func(s, t [2]int) int { return s[0] - t[0] })
		for _, twin := range twins {
			i, known := a[calls[twin[0]].number]
			j, also := b[others[twin[1]].number]
			if known && also {
				together = append(together, [2]int{i, j})
				delete(a, calls[twin[0]].number) // a note that is called twice is paired once
				delete(b, others[twin[1]].number)
			}
		}
	}
	return together
}

// callsNotes reports whether one of the paragraphs calls a note.
func (s side) callsNotes(paragraphs []int) bool {
	return slices.ContainsFunc(paragraphs, func(i int) bool { return len(s.draft.Paragraphs[i].Notes) > 0 })
}

// openNotes are the notes of a draft by number whose words are not among those of another.
func openNotes(d, other resolution.Draft) map[string]int {
	words := map[string]bool{}
	for _, f := range other.Footnotes {
		words[diff.Canonical(f.Text)] = true
	}
	at := map[string]int{}
	for i, f := range d.Footnotes {
		if _, twice := at[f.Number]; !twice && !words[diff.Canonical(f.Text)] {
			at[f.Number] = i
		}
	}
	return at
}

// unmerged takes a merger or a split of notes apart: notes are not merged. The pair that stands is the one that is called
// together, else the first.
func unmerged(m diff.Match, together [][2]int) []diff.Match {
	if len(m.A) < 2 && len(m.B) < 2 {
		return []diff.Match{m}
	}
	pair := [2]int{m.A[0], m.B[0]}
	for _, t := range together {
		if slices.Contains(m.A, t[0]) && slices.Contains(m.B, t[1]) {
			pair = t
		}
	}
	var out []diff.Match
	for _, i := range m.A {
		if i != pair[0] {
			out = append(out, diff.Match{A: []int{i}})
		}
	}
	out = append(out, diff.Match{A: pair[:1], B: pair[1:], Similarity: m.Similarity})
	for _, j := range m.B {
		if j != pair[1] {
			out = append(out, diff.Match{B: []int{j}})
		}
	}
	return out
}

// noteClass leaves moves out: a note stands where its call stands.
func noteClass(a, b resolution.Draft, m diff.Match) resolution.Class {
	text := func(d resolution.Draft, at []int) string { return diff.Canonical(joinedText(d.Paragraphs, at)) }
	switch {
	case len(m.A) == 0:
		return resolution.New
	case len(m.B) == 0:
		return resolution.Gone
	case text(a, m.A) == text(b, m.B):
		return resolution.Same
	}
	return resolution.Changed
}

func notesAsDraft(d resolution.Draft) resolution.Draft {
	notes := resolution.Draft{Language: d.Language}
	for _, f := range d.Footnotes {
		notes.Paragraphs = append(notes.Paragraphs, resolution.Paragraph{Kind: resolution.Unknown, Number: f.Number, Text: f.Text})
	}
	return notes
}
