package app

// undoable is one action of a person that can be taken back.
type undoable struct {
	label string // translation key: "undo.status"
	back  func() error
}

func (a *App) did(label string, back func() error) { a.undo = append(a.undo, undoable{label, back}) }

// CanUndo names the action that Undo takes back, "" where there is none.
func (a *App) CanUndo() string {
	if len(a.undo) == 0 {
		return ""
	}
	return a.undo[len(a.undo)-1].label
}

// Undo takes back the last action. If that fails nothing is changed and it stays on the list.
func (a *App) Undo() error {
	if len(a.undo) == 0 {
		return nil
	}
	last := a.undo[len(a.undo)-1]
	if err := last.back(); err != nil {
		return err
	}
	a.undo = a.undo[:len(a.undo)-1]
	return a.refresh()
}
