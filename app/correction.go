package app

import (
	"context"
	"fmt"
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
	"mutatis/storage"
)

// A person may correct a pairing: these two belong together, these two do not. What is kept speaks of the words of the
// two paragraphs, so it holds wherever these wordings meet: in the comparison, in what a text inherits of agreements, in
// the history, in texts that are imported later.

// View is what the library adds to a comparison of two texts: how far their paragraphs are agreed, and what people said
// of their pairing. A text that is in no library has no statuses.
func (a *App) View(older, newer Stored) (v View, err error) {
	v.Words = a.Words
	if v.Corrections, err = a.Corrections(older, newer); err != nil {
		return v, err
	}
	if v.Standings.Older, err = a.standingsOf(older); err != nil {
		return v, err
	}
	v.Standings.Newer, err = a.standingsOf(newer)
	return v, err
}

func (a *App) standingsOf(s Stored) ([]resolution.Standing, error) {
	if s.Text.ID == 0 {
		return nil, nil
	}
	return a.Standings(s)
}

// Corrections are what people said of the paragraphs of two texts.
func (a *App) Corrections(older, newer Stored) (Corrections, error) {
	said, err := a.corrections()
	if err != nil {
		return Corrections{}, err
	}
	return said.between(older.Words, newer.Words), nil
}

// corrections are the last words on every two wordings, those taken back left out.
type corrections []storage.Pairing

func (a *App) corrections() (corrections, error) {
	all, err := a.library.Pairings()
	if err != nil {
		return nil, fmt.Errorf("reading the corrections of pairings: %w", err)
	}
	undone := map[storage.UID]bool{}
	for _, p := range all {
		undone[p.Undoes] = true
	}
	said := map[[2]storage.Hash]bool{}
	var last corrections
	for _, p := range slices.Backward(all) {
		words := [2]storage.Hash{p.One, p.Other}
		if p.Verdict != "" && !undone[p.UID] && !said[words] {
			said[words] = true
			last = append(last, p)
		}
	}
	slices.Reverse(last)
	return last, nil
}

// between finds the paragraphs of two texts that corrections speak of.
func (c corrections) between(older, newer []storage.Hash) (out Corrections) {
	if len(c) == 0 {
		return out
	}
	a, b := whereWords(older), whereWords(newer)
	for _, p := range c {
		for _, w := range [][2]storage.Hash{{p.One, p.Other}, {p.Other, p.One}} {
			if p.Verdict == storage.Apart {
				out.Apart = append(out.Apart, all(a[w[0]], b[w[1]])...)
			} else {
				out.Together = append(out.Together, inTurn(a[w[0]], b[w[1]])...)
			}
		}
	}
	return out
}

// whereWords says where in a text each wording stands.
func whereWords(words []storage.Hash) map[storage.Hash][]int {
	at := map[storage.Hash][]int{}
	for i, w := range words {
		at[w] = append(at[w], i)
	}
	return at
}

// all pairs each with each.
func all(a, b []int) (pairs [][2]int) {
	for _, i := range a {
		for _, j := range b {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return pairs
}

// inTurn pairs the first with the first, the second with the second: a wording that stands twice in one text is not
// merged into one of the other.
func inTurn(a, b []int) (pairs [][2]int) {
	for n := range min(len(a), len(b)) {
		pairs = append(pairs, [2]int{a[n], b[n]})
	}
	return pairs
}

// through finds the paragraphs of a series of texts that corrections speak of.
func (c corrections) through(texts []Stored) (h diff.TraceHints) {
	if len(c) == 0 {
		return h
	}
	for m, older := range texts {
		for n := m + 1; n < len(texts); n++ {
			found := c.between(older.Words, texts[n].Words)
			h.Together = append(h.Together, placed(m, n, found.Together)...)
			h.Apart = append(h.Apart, placed(m, n, found.Apart)...)
		}
	}
	return h
}

// leftPartners are the pairs of neighbouring texts that are no longer one, because a person put one of them together with
// another.
func leftPartners(ctx context.Context, texts []Stored, said corrections) (apart [][2]diff.Place, err error) {
	for n := 1; n < len(texts); n++ {
		older, newer := texts[n-1], texts[n]
		found := said.between(older.Words, newer.Words)
		if len(found.Together) == 0 {
			continue
		}
		_, left, err := align(ctx, older.Draft.Paragraphs, newer.Draft.Paragraphs, found)
		if err != nil {
			return nil, err
		}
		apart = append(apart, placed(n-1, n, left)...)
	}
	return apart, nil
}

func placed(older, newer int, pairs [][2]int) (out [][2]diff.Place) {
	for _, p := range pairs {
		out = append(out, [2]diff.Place{{Text: older, Paragraph: p[0]}, {Text: newer, Paragraph: p[1]}})
	}
	return out
}

// BelongTogether says that paragraph i of an older text became paragraph j of a newer one. It can be undone.
func (a *App) BelongTogether(older, newer Stored, i, j int) error {
	return a.correct(older, newer, [][2]int{{i, j}}, storage.Together)
}

// BelongApart says that paragraph j of a newer text did not come from paragraph i of an older one. It can be undone.
func (a *App) BelongApart(older, newer Stored, i, j int) error {
	return a.correct(older, newer, [][2]int{{i, j}}, storage.Apart)
}

// correct keeps a verdict on pairs of paragraphs, all of them or as many as could be kept, and draws anew what is open.
func (a *App) correct(older, newer Stored, pairs [][2]int, verdict storage.Verdict) error {
	if len(pairs) == 0 {
		return fmt.Errorf("choose a paragraph of each text: there is nothing to pair here")
	}
	var kept []storage.Pairing
	var err error
	for _, p := range pairs {
		var said storage.Pairing
		said, err = a.library.AddPairing(storage.Pairing{
			One: older.Words[p[0]], Other: newer.Words[p[1]], Verdict: verdict, Who: a.o.Who,
		})
		if err != nil {
			err = fmt.Errorf("correcting the pairing: %w", err)
			break
		}
		kept = append(kept, said)
	}
	if len(kept) > 0 {
		a.did("undo.pairing", func() error { return a.withdraw(kept) })
		return firstOf(err, a.refresh())
	}
	return err
}

// withdraw takes corrections back.
func (a *App) withdraw(said []storage.Pairing) error {
	for _, p := range said {
		if _, err := a.library.AddPairing(storage.Pairing{One: p.One, Other: p.Other, Undoes: p.UID, Who: a.o.Who}); err != nil {
			return fmt.Errorf("taking the correction back: %w", err)
		}
	}
	return nil
}

// firstOf is the first of several errors that is one.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// ByHand reports whether a person had a say in a row of the comparison: its paragraphs were put together, or one of them
// was parted from another.
func (c *Comparison) ByHand(row int) bool { return c.corrections.concern(c.Redline.Rows[row]) }

// concern reports whether any of the corrections is about the paragraphs of a row.
func (c Corrections) concern(r resolution.Row) bool {
	for _, p := range c.Together {
		if hasCell(r.Older, p[0]) && hasCell(r.Newer, p[1]) {
			return true
		}
	}
	return slices.ContainsFunc(c.Apart, func(p [2]int) bool { return hasCell(r.Older, p[0]) || hasCell(r.Newer, p[1]) })
}

func hasCell(cells []resolution.Cell, index int) bool {
	return slices.ContainsFunc(cells, func(c resolution.Cell) bool { return c.Index == index })
}

// equal reports whether two corrections say the same.
func (c Corrections) equal(d Corrections) bool {
	return slices.Equal(c.Together, d.Together) && slices.Equal(c.Apart, d.Apart)
}

// rowAfter is the row to choose in a comparison that takes the place of another: the one with the paragraphs that were
// chosen, or the first change where none were.
func (c *Comparison) rowAfter(was *Comparison, chosen int) int {
	if was != nil && chosen >= 0 && chosen < len(was.Redline.Rows) {
		old := was.Redline.Rows[chosen]
		for i, row := range c.Redline.Rows {
			if share(old.Newer, row.Newer) || len(old.Newer) == 0 && share(old.Older, row.Older) {
				return i
			}
		}
	}
	if at := c.Changes(); len(at) > 0 {
		return at[0]
	}
	return chosen
}

// share reports whether two rows have a paragraph in common on one side.
func share(a, b []resolution.Cell) bool {
	return slices.ContainsFunc(a, func(x resolution.Cell) bool { return hasCell(b, x.Index) })
}
