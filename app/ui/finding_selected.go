package ui

import (
	"strings"

	"mutatis/app"
)

// selectionCommand looks for the words that are selected in any text.
func (u *UI) selectionCommand() app.Command {
	return app.Command{ID: "search.selection", Label: "search.selection", Menu: "edit",
		Enabled: func() bool { return !u.selection.Empty() }, Run: u.findSelected}
}

func (u *UI) findSelected() error {
	words, language := strings.Join(strings.Fields(u.selection.Words()), " "), u.selection.Language()
	if words == "" {
		return nil
	}
	u.selection.Clear()
	return u.app.FindWordsIn(words, language)
}

// selected tells the menu that there is something to look for, or nothing any more.
func (u *UI) selected() {
	if u.menu != nil && !u.busy {
		u.menu.refresh()
	}
}
