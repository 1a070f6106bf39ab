package app

import (
	"errors"
	"fmt"
	"strings"
)

func (a *App) renameSeries() error {
	s := a.shown()
	old := a.SeriesTitle(s.Text.Series)
	if a.Hooks.EnterText == nil {
		return nil
	}
	series := s.Text.Series
	a.Hooks.EnterText(a.Say("enter.series"), old, func(title string) { a.report(a.RenameSeries(series, title)) })
	return nil
}

// SeriesTitle is the title of a series, "" where there is none of that number.
func (a *App) SeriesTitle(id int64) string {
	for _, s := range a.series {
		if s.ID == id {
			return s.Title
		}
	}
	return ""
}

// SeriesList lists every series by title: its number and title.
func (a *App) SeriesList() []SeriesNode {
	var list []SeriesNode
	for _, s := range a.series {
		list = append(list, SeriesNode{ID: s.ID, Title: s.Title})
	}
	return list
}

// RenameSeries gives a series another title. It can be undone.
func (a *App) RenameSeries(id int64, title string) error {
	title = strings.TrimSpace(title)
	if title == "" {
		return fmt.Errorf("a series needs a title")
	}
	old := a.SeriesTitle(id)
	if err := a.library.RenameSeries(id, title); err != nil {
		return fmt.Errorf("renaming the series: %w", err)
	}
	a.did("undo.rename", func() error { return a.library.RenameSeries(id, old) })
	return a.refresh()
}

// MoveText puts a text into another series. It can be undone.
func (a *App) MoveText(id, series int64) error {
	t, ok := a.Text(id)
	if !ok {
		return fmt.Errorf("text %d is not in the library", id)
	}
	if err := a.library.MoveDraft(id, series); err != nil {
		return fmt.Errorf("moving %s: %w", t.Name(), err)
	}
	a.did("undo.move", func() error { return a.library.MoveDraft(id, t.Series) })
	return a.refresh()
}

// remove takes the text in front out of the lists. It stays in the library's bin and can be brought back.
func (a *App) remove() error { return a.Remove(a.shown().Text.ID) }

// Remove takes a text out of the lists. It can be undone.
func (a *App) Remove(id int64) error {
	t, ok := a.Text(id)
	if !ok {
		return fmt.Errorf("text %d is not in the library", id)
	}
	if err := a.library.Trash(id); err != nil {
		return fmt.Errorf("removing %s: %w", t.Name(), err)
	}
	a.did("undo.remove", func() error { return a.library.Restore(id) })
	a.tell("status.removed", t.Name())
	return a.refresh()
}

// undoCurrent takes back the last change of the draft in front, or the last action.
func (a *App) undoCurrent() error {
	if e, ok := a.Current().(*Editing); ok {
		return e.Undo()
	}
	if _, now := a.checking(); now != nil && now.Undo() {
		return nil
	}
	label := a.CanUndo()
	if err := a.Undo(); err != nil {
		return err
	}
	a.tell("status.undone", later(func(w Words) string { return w.Say(label) }))
	return nil
}

// SetLanguage draws the interface in another language.
func (a *App) SetLanguage(language string) error {
	a.Words = LoadWords(language)
	for _, tab := range a.tabs {
		switch t := tab.(type) {
		case *Comparing:
			if t.Comparison != nil {
				t.Comparison = t.Comparison.In(a.Words)
			}
		case *ComparingThree:
			if t.ThreeWay != nil {
				t.ThreeWay = t.ThreeWay.In(a.Words)
			}
		case *Tracing:
			t.History = t.History.In(a.Words)
		}
	}
	if a.Hooks.SwitchTo != nil {
		a.Hooks.SwitchTo(a.Words.Language)
	}
	return nil
}

func (a *App) setVariant(dark bool) error {
	if a.Hooks.SetVariant != nil {
		a.Hooks.SetVariant(dark)
	}
	return nil
}

func (a *App) newDraft() error {
	e, err := a.Edit(*a.shown())
	if err != nil {
		return err
	}
	a.Show(e)
	return nil
}

// edit runs a change on the draft in front.
func (a *App) edit(change func(*Editing) error) func() error {
	return func() error {
		e := a.Current().(*Editing)
		if len(e.Draft.Paragraphs) == 0 {
			e.Selected = -1
		}
		return change(e)
	}
}

// saveDraft stores the draft in front and shows what changed from the text it was made from.
func (a *App) saveDraft() error {
	e := a.Current().(*Editing)
	t, err := a.Save(e)
	if err != nil {
		return err
	}
	a.closeKey(e.Key())
	a.tell("status.draft-saved", t.Name())
	return a.CompareTexts(e.Base, t.ID)
}

// askDiscard drops the draft in front for good, if the person means it.
func (a *App) askDiscard() error {
	e := a.Current().(*Editing)
	if a.Hooks.Confirm == nil {
		return nil
	}
	a.Hooks.Confirm(a.Say("draft.discard.sure", e.Label), func() {
		if err := a.Discard(e); err != nil {
			a.report(fmt.Errorf("dropping the unfinished draft: %w", err))
			return
		}
		a.closeKey(e.Key())
		a.did("undo.discard", func() error { return a.takeUp(e) })
	})
	return nil
}

// Resume opens the drafts that were being edited when the program ended, and the check of the texts that waited in it.
func (a *App) Resume() error {
	found, err := a.Unfinished()
	for _, e := range found {
		a.put(e)
	}
	err = errors.Join(err, a.resumeCheck())
	a.changed()
	return err
}
