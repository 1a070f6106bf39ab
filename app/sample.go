package app

import (
	"fmt"
	"slices"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// offered is the library's setting that says the sample was put into it once: one who removes it is not given it again.
const offered = "sample offered"

// Start readies the program for a person: a new library gets the sample texts, unless it was asked to be empty, and shows
// what changed between the last two of them, and drafts that were not saved are opened again.
func (a *App) Start() error {
	if a.Empty() && a.writable() {
		given, err := a.library.Setting(offered)
		if err != nil {
			return fmt.Errorf("opening the library: %w", err)
		}
		if given == "" {
			if err := a.firstStart(); err != nil {
				return err
			}
		}
	}
	return a.Resume()
}

// firstStart gives the sample once. A library that was asked to be empty is never given it unasked.
func (a *App) firstStart() error {
	if a.o.Bare {
		return a.keepOffered()
	}
	if err := a.AddSample(); err != nil {
		return err
	}
	a.undo = nil // what the program gives by itself is no action of the person
	if err := a.keepOffered(); err != nil {
		return err
	}
	if newest, ok := a.newestPair(); ok {
		return a.CompareTexts(newest[0].ID, newest[1].ID)
	}
	return nil
}

func (a *App) keepOffered() error {
	if err := a.library.SetSetting(offered, "yes"); err != nil {
		return fmt.Errorf("keeping that the sample was offered: %w", err)
	}
	return nil
}

// newestPair is the last text that follows another of its session, and that other.
func (a *App) newestPair() ([2]Text, bool) {
	for i := len(a.texts) - 1; i >= 0; i-- {
		if before, ok := a.predecessor(a.texts[i]); ok {
			return [2]Text{before, a.texts[i]}, true
		}
	}
	return [2]Text{}, false
}

// AddSample puts the sample texts that come with the program into the library. What is there already is left alone. It can
// be undone.
func (a *App) AddSample() error {
	before := len(a.undo)
	series, ids := map[string]int64{}, map[string]int64{}
	for _, s := range assets.SampleTexts() {
		i, err := ReadBytes(s.File, []byte(s.Text))
		if err != nil {
			return fmt.Errorf("reading the sample: %w", err)
		}
		d := &i.Draft
		d.Symbol, d.Session, d.Stage, d.Date = s.Symbol, s.Session, resolution.Stage(s.Stage), s.Date
		d.Language = resolution.Language(s.Language)
		i.Place = Place{Series: series[s.Series], Title: s.Series, Parent: ids[s.Parent], Sample: true}
		t, _, err := a.Add(i)
		if err != nil {
			return fmt.Errorf("adding the sample: %w", err)
		}
		series[s.Series], ids[s.File] = t.Series, t.ID
	}
	added := a.undo[before:] // one action, however many texts
	a.undo = a.undo[:before:before]
	a.did("undo.add-sample", func() error { return takeBackAll(added) })
	a.changed()
	return nil
}

// RemoveSample takes the sample texts out of the lists. It can be undone.
func (a *App) RemoveSample() error {
	var ids []int64
	for _, t := range a.texts {
		if t.Sample {
			ids = append(ids, t.ID)
		}
	}
	if err := a.trash(ids, a.library.Trash); err != nil {
		return fmt.Errorf("removing the sample: %w", err)
	}
	a.did("undo.sample", func() error { return a.trash(ids, a.library.Restore) })
	return a.refresh()
}

// takeBackAll takes back several actions, the last one first.
func takeBackAll(actions []undoable) error {
	for _, u := range slices.Backward(actions) {
		if err := u.back(); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) trash(ids []int64, do func(int64) error) error {
	for _, id := range ids {
		if err := do(id); err != nil {
			return err
		}
	}
	return nil
}

// HasSample reports whether sample texts are in the lists.
func (a *App) HasSample() bool {
	for _, t := range a.texts {
		if t.Sample {
			return true
		}
	}
	return false
}

// Empty reports whether the library holds no text.
func (a *App) Empty() bool { return len(a.texts) == 0 }
