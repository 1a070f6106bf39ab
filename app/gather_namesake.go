package app

import (
	"cmp"
	"slices"
	"strings"

	"mutatis/app/resolution"
	"mutatis/diff"
	"mutatis/storage"
)

// namesake is the text of the library of the same symbol, language and stage as one that was just kept; the one that was
// there first, 0 for none.
func (p *placer) namesake(kept Text) (first int64) {
	for id, t := range p.texts {
		if kept.Symbol != "" && id != kept.ID && t.Symbol == kept.Symbol && t.Language == kept.Language && t.Stage == kept.Stage && !t.Trashed &&
			(first == 0 || id < first) {
			first = id
		}
	}
	return first
}

// tellNamesake says of a text that was kept which one of the library bears the same symbol, and by how many words they
// differ: neither is likely to be wanted twice.
func (g *gatherer) tellNamesake(o *outcome, kept resolution.Draft) error {
	like := g.placer.namesake(o.stored.text)
	if like == 0 || o.stored.already {
		return nil
	}
	row, err := g.library.Draft(like)
	if err != nil {
		return err
	}
	there, err := fromRow(row)
	if err != nil {
		return err
	}
	o.Like, o.Differs = like, WordsThatDiffer(there, kept)
	key, args := "gather.namesake", []any{g.name(like), like, o.Differs}
	if o.Differs == 0 {
		key, args = "gather.namesake-same", args[:2]
	}
	o.Sentence = strings.TrimSpace(g.words.Say(key, args...) + " " + o.Sentence)
	return nil
}

// WordsThatDiffer counts the words by which two readings of a text differ, in paragraphs and notes: what was put in the
// place of other words counts once. Mastheads and closing lines are printed in many ways and do not count.
func WordsThatDiffer(a, b resolution.Draft) (n int) {
	older, newer := apart(wordedIn(a), wordedIn(b))
	deleted, inserted := 0, 0
	for _, s := range diff.Edits(strings.Join(older, "\n"), strings.Join(newer, "\n")) {
		if s.Op == diff.Equal {
			n, deleted, inserted = n+max(deleted, inserted), 0, 0
			continue
		}
		deleted, inserted = deleted+CountWords(s.A), inserted+CountWords(s.B)
	}
	return n + max(deleted, inserted)
}

// wordedIn are the words of a draft's paragraphs and notes.
func wordedIn(d resolution.Draft) (all []string) {
	for _, p := range d.Paragraphs {
		if p.Kind != resolution.Masthead && p.Kind != resolution.Closing {
			all = append(all, p.Text)
		}
	}
	notes := slices.Clone(d.Footnotes)
	slices.SortStableFunc(notes, func(x, y resolution.Footnote) int { return cmp.Compare(x.Number, y.Number) })
	for _, f := range notes {
		all = append(all, f.Text)
	}
	return all
}

// apart leaves of two lists what the other has not word for word.
func apart(a, b []string) (onlyA, onlyB []string) {
	there := map[storage.Hash]int{}
	for _, text := range b {
		there[WordsHash(text)]++
	}
	for _, text := range a {
		h := WordsHash(text)
		if there[h]--; there[h] < 0 {
			onlyA = append(onlyA, text)
		}
	}
	for i := len(b) - 1; i >= 0; i-- { // what a took is left out from the front
		h := WordsHash(b[i])
		if there[h] > 0 {
			there[h]--
			onlyB = append(onlyB, b[i])
		}
	}
	slices.Reverse(onlyB)
	return onlyA, onlyB
}
