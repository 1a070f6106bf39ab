package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// Found is a wording that a person put into the basket, with where it stands. It keeps its own words, so that it outlives
// the text it came from.
type Found struct {
	Words    string              `json:"words"` // the whole paragraph
	From     int                 `json:"from,omitempty"`
	To       int                 `json:"to,omitempty"`    // the stretch of Words that a phrase was found in, in code points; none where equal
	Alone    bool                `json:"alone,omitempty"` // the person wants that stretch alone
	Language resolution.Language `json:"language"`
	Text     int64               `json:"text"` // in this library; 0 where it came from a file
	Symbol   string              `json:"symbol"`
	Name     string              `json:"name"` // of a text without a symbol
	Date     string              `json:"date"`
	Kind     resolution.Kind     `json:"kind"`
	Label    string              `json:"label"` // what a delegate calls the paragraph
}

// basketSetting is where an older program kept the basket. A library that is opened has it in the basket's table; what
// cannot be read there is left for the person to empty.
const basketSetting = "basket"

// wording is a Found as it is kept: where two libraries of a person meet, what says the same is the same.
type wording struct {
	Words    string              `json:"words"`
	From     int                 `json:"from,omitempty"`
	To       int                 `json:"to,omitempty"`
	Language resolution.Language `json:"language"`
	Symbol   string              `json:"symbol"`
	Name     string              `json:"name"`
	Date     string              `json:"date"`
	Kind     resolution.Kind     `json:"kind"`
	Label    string              `json:"label"`
}

func (f Found) kept() (storage.BasketItem, error) {
	what, err := json.Marshal(wording{f.Words, f.From, f.To, f.Language, f.Symbol, f.Name, f.Date, f.Kind, f.Label})
	return storage.BasketItem{What: string(what), Alone: f.Alone, Draft: f.Text}, err
}

func foundIn(b storage.BasketItem) (Found, error) {
	var w wording
	err := json.Unmarshal([]byte(b.What), &w)
	return Found{Words: w.Words, From: w.From, To: w.To, Alone: b.Alone, Language: w.Language, Text: b.Draft, Symbol: w.Symbol,
		Name: w.Name, Date: w.Date, Kind: w.Kind, Label: w.Label}, err
}

// Basket lists the wordings that were found and kept, in the person's order. It is kept with the library.
func (a *App) Basket() ([]Found, error) {
	all, err := a.olderBasket()
	if err != nil {
		return nil, fmt.Errorf("reading the basket: %w; empty it to begin anew", err)
	}
	items, err := a.library.Basket()
	if err != nil {
		return nil, err
	}
	for _, b := range items {
		f, err := foundIn(b)
		if err != nil {
			return nil, fmt.Errorf("reading the basket: %w; empty it to begin anew", err)
		}
		all = append(all, f)
	}
	return all, nil
}

// olderBasket is what an older program kept and is not in the basket's table yet.
func (a *App) olderBasket() (all []Found, err error) {
	kept, err := a.library.Setting(basketSetting)
	if err != nil || kept == "" {
		return nil, err
	}
	return all, json.Unmarshal([]byte(kept), &all)
}

// FoundIn is a use of a variant as it goes into the basket: the whole paragraph, with the stretch that was found.
func FoundIn(v Variant, u Use) Found {
	f := Found{Words: v.Words, Language: u.Text.Language, Text: u.Text.ID, Symbol: u.Text.Symbol, Name: u.Text.Name(), Date: u.Text.Date, Kind: u.Kind, Label: u.Label}
	if u.Context != "" {
		f.Words = u.Context
		if u.From > 0 || u.To < len([]rune(u.Context)) {
			f.From, f.To = u.From, u.To
		}
	}
	return f
}

// HasPhrase reports whether a phrase was found in the paragraph, so that it can be taken alone.
func (f Found) HasPhrase() bool { return f.From >= 0 && f.To > f.From && f.To <= len([]rune(f.Words)) }

// Taken is what the person wants of the wording: the whole paragraph, or the phrase alone.
func (f Found) Taken() string {
	if f.Alone && f.HasPhrase() {
		return slice(f.Words, f.From, f.To)
	}
	return f.Words
}

// PhraseAlone is the wording reduced to the phrase that was found.
func (f Found) PhraseAlone() Found {
	f.Alone = f.HasPhrase()
	return f
}

// FoundParagraph is a whole paragraph of a text as it goes into the basket.
func FoundParagraph(s Stored, at int) Found {
	p := s.Draft.Paragraphs[at]
	return Found{Words: p.Text, Language: s.Text.Language, Text: s.Text.ID, Symbol: s.Text.Symbol, Name: s.Text.Name(), Date: s.Text.Date, Kind: p.Kind, Label: s.Draft.Labels()[at]}
}

// AddToBasket puts a wording at the end of the basket. What is there already stays where it is.
func (a *App) AddToBasket(f Found) error {
	return a.changeBasket("undo.basket-add", func(all []Found) []Found {
		same := func(one Found) bool { one.Alone, one.Text = f.Alone, f.Text; return one == f }
		if slices.ContainsFunc(all, same) {
			return all
		}
		return append(all, f)
	})
}

// TakePhrase takes of the i-th wording the phrase alone, or again the whole paragraph.
func (a *App) TakePhrase(i int, alone bool) error {
	return a.changeBasket("undo.basket-phrase", func(all []Found) []Found {
		if i >= 0 && i < len(all) {
			all[i].Alone = alone && all[i].HasPhrase()
		}
		return all
	})
}

// RemoveFromBasket takes the i-th wording out.
func (a *App) RemoveFromBasket(i int) error {
	return a.changeBasket("undo.basket-remove", func(all []Found) []Found {
		if i < 0 || i >= len(all) {
			return all
		}
		return slices.Delete(all, i, i+1)
	})
}

// MoveInBasket moves the i-th wording up or down by some places.
func (a *App) MoveInBasket(i, by int) error {
	return a.changeBasket("undo.basket-move", func(all []Found) []Found {
		to := i + by
		if i < 0 || i >= len(all) || to < 0 || to >= len(all) {
			return all
		}
		f := all[i]
		return slices.Insert(slices.Delete(all, i, i+1), to, f)
	})
}

// EmptyBasket takes everything out, also where what was kept can no longer be read.
func (a *App) EmptyBasket() error {
	older, err := a.library.Setting(basketSetting)
	if err != nil {
		return err
	}
	before, err := a.library.Basket()
	if err != nil || older == "" && len(before) == 0 {
		return err
	}
	return a.keepBasket("undo.basket-empty", nil, func() error {
		return errors.Join(a.library.SetSetting(basketSetting, older), a.library.SetBasket(before))
	})
}

// changeBasket changes the basket as one action that can be taken back.
func (a *App) changeBasket(label string, change func([]Found) []Found) error {
	all, err := a.Basket()
	if err != nil {
		return err
	}
	now := change(slices.Clone(all))
	if slices.Equal(now, all) {
		return nil
	}
	return a.keepBasket(label, now, func() error { return a.setBasket(all) })
}

func (a *App) keepBasket(label string, now []Found, back func() error) error {
	if err := a.setBasket(now); err != nil {
		return err
	}
	if err := a.refreshBaskets(); err != nil {
		return err
	}
	a.did(label, back)
	return nil
}

// setBasket makes these the wordings that are kept.
func (a *App) setBasket(all []Found) error {
	var items []storage.BasketItem
	for _, f := range all {
		b, err := f.kept()
		if err != nil {
			return fmt.Errorf("keeping the basket: %w", err)
		}
		items = append(items, b)
	}
	if err := errors.Join(a.library.SetBasket(items), a.dropOlderBasket()); err != nil {
		return fmt.Errorf("keeping the basket: %w", err)
	}
	return nil
}

// dropOlderBasket forgets what an older program kept: it is in the basket's table now.
func (a *App) dropOlderBasket() error {
	kept, err := a.library.Setting(basketSetting)
	if err != nil || kept == "" {
		return err
	}
	return a.library.SetSetting(basketSetting, "")
}

// BasketText is the basket as text, a wording with its citation a paragraph.
func BasketText(all []Found) string {
	var b strings.Builder
	for _, f := range all {
		b.WriteString(f.Cite() + "\n\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// BasketReport is the basket as it is printed.
func BasketReport(all []Found, w Words) resolution.Report {
	r := resolution.Report{Title: w.Say("basket.title"), Subtitle: w.Say("basket.count", len(all)), Language: resolution.Language(w.Language)}
	for _, f := range all {
		heading := f.Source()
		if day := w.Day(f.Date); day != "" && f.Language.RightToLeft() {
			heading = day + " · " + heading // behind Arabic words the number of the day would be taken for one of theirs
		} else if day != "" {
			heading += " · " + day
		}
		r.Sections = append(r.Sections, resolution.Section{Heading: heading, Text: []string{f.Taken()}})
	}
	return r
}
