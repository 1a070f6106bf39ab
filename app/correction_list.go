package app

import (
	"slices"
	"time"

	"mutatis/storage"
)

// Correction is what a person said of two paragraphs of a comparison.
type Correction struct {
	Older, Newer int // indexes of the paragraphs
	Apart        bool
	Who          string
	At           time.Time
	said         storage.Pairing
}

// Said lists what people said of the pairing of two texts, in the order in which they said it. What was said of one
// wording holds for every paragraph that has it, so several may go back to one saying.
func (a *App) Said(older, newer Stored) ([]Correction, error) {
	all, err := a.corrections()
	if err != nil {
		return nil, err
	}
	var list []Correction
	for _, p := range all {
		found := corrections{p}.between(older.Words, newer.Words)
		for _, pair := range slices.Concat(found.Together, found.Apart) {
			list = append(list, Correction{pair[0], pair[1], p.Verdict == storage.Apart, p.Who, p.At, p})
		}
	}
	return list, nil
}

// TakeBack takes a correction back, wherever its wordings meet. That can be undone.
func (a *App) TakeBack(said ...Correction) error {
	var back []storage.Pairing
	for _, c := range said {
		if !slices.ContainsFunc(back, func(p storage.Pairing) bool { return p.UID == c.said.UID }) {
			back = append(back, c.said)
		}
	}
	if err := a.withdraw(back); err != nil {
		return err
	}
	a.did("undo.retract", func() error {
		for _, p := range back {
			if _, err := a.library.AddPairing(storage.Pairing{One: p.One, Other: p.Other, Verdict: p.Verdict, Who: p.Who}); err != nil {
				return err
			}
		}
		return nil
	})
	return a.refresh()
}

// saidOfRow are the corrections that concern the chosen row.
func (a *App) saidOfRow() []Correction {
	row, ok := a.chosenRow()
	if !ok || !a.comparing().ByHand(a.comparing().Selected) {
		return nil
	}
	all, err := a.Said(a.comparing().Older, a.comparing().Newer)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(all, func(c Correction) bool {
		older, newer := hasCell(row.Older, c.Older), hasCell(row.Newer, c.Newer)
		return !(older && newer || c.Apart && (older || newer))
	})
}

func (a *App) canRetract() bool {
	_, ok := a.chosenRow()
	return ok && a.writable() && a.comparing().ByHand(a.comparing().Selected)
}

func (a *App) retract() error { return a.TakeBack(a.saidOfRow()...) }
