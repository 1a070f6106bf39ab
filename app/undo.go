package app

import (
	"errors"

	"mutatis/storage"
)

// undoable is one action of a person that can be taken back.
type undoable struct {
	label string // translation key: "undo.status"
	back  func() error
}

func (a *App) did(label string, back func() error) {
	a.undo = append(a.undo, undoable{label, back})
	a.backUpIfDue()
}

// CanUndo names the action that Undo takes back, "" where there is none.
func (a *App) CanUndo() string {
	if len(a.undo) == 0 {
		return ""
	}
	return a.undo[len(a.undo)-1].label
}

// Undo takes back the last action. If that fails nothing is changed and it stays on the list, unless what it
// is about was deleted for good or too much was done since.
func (a *App) Undo() error {
	n := len(a.undo)
	if n == 0 {
		return nil
	}
	last := a.undo[n-1]
	err := last.back()
	if err != nil && !errors.Is(err, storage.ErrNotThere) && !errors.Is(err, errOutdated) {
		return err
	}
	if n <= len(a.undo) { // restoring a backup begins a new list
		a.undo = a.undo[:n-1]
	}
	if err != nil { // it would stand in the way of all before it
		return err
	}
	return a.refresh()
}
