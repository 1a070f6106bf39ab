package app

import (
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
	"mutatis/storage"
)

// playRow fills in how far a paragraph is agreed and, where its words changed since, what changed.
func (a *App) playRow(row PlayRow, x standing, s Stored) PlayRow {
	row.Standing, row.Since, row.Who = x.Standing, x.at, x.who
	if !x.Lost {
		return row
	}
	if x.wording == "" {
		x.wording, x.in = a.wordingOf(x.words, s)
	}
	if x.wording != "" {
		row.Agreed, row.AgreedIn, row.Changes = x.wording, x.in, wordRuns(x.wording, row.Words)
	}
	return row
}

// wordingOf looks for agreed words in the drafts before a text: what was said of a paragraph in another library can be of
// words that stood in an earlier draft.
func (a *App) wordingOf(words storage.Hash, s Stored) (string, Text) {
	seen := map[int64]bool{s.Text.ID: true}
	for before, ok := a.predecessor(s.Text); ok && !seen[before.ID]; before, ok = a.predecessor(before) {
		seen[before.ID] = true
		older, err := a.Stored(before.ID)
		if err != nil {
			return "", Text{}
		}
		if i := slices.Index(older.Words, words); i >= 0 {
			return older.Draft.Paragraphs[i].Text, before
		}
	}
	return "", Text{}
}

// markOf is how a word that was kept, deleted or inserted is drawn.
var markOf = map[diff.Op]resolution.Mark{diff.Equal: resolution.Kept, diff.Delete: resolution.Deleted, diff.Insert: resolution.Inserted}

// wordRuns draws two wordings of a paragraph in one: what was kept as it stands now.
func wordRuns(older, newer string) (runs []resolution.Run) {
	for _, s := range diff.Words(older, newer) {
		words := s.B
		if s.Op == diff.Delete {
			words = s.A
		}
		runs = append(runs, resolution.Run{Text: words, Mark: markOf[s.Op]})
	}
	return runs
}
