package ui

import (
	"fyne.io/fyne/v2"

	"mutatis/app"
)

// menuBar is the main menu, built from the commands.
type menuBar struct {
	ui      *UI
	menu    *fyne.MainMenu
	entries []menuEntry
}

type menuEntry struct {
	command app.Command
	item    *fyne.MenuItem
}

func newMenuBar(u *UI) *menuBar {
	m := &menuBar{ui: u, menu: &fyne.MainMenu{}}
	for _, name := range menus {
		m.menu.Items = append(m.menu.Items, fyne.NewMenu(u.app.Say("menu."+name), m.items(name)...))
	}
	m.update()
	return m
}

func (m *menuBar) items(menu string) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range m.ui.commands() {
		if c.Menu != menu {
			continue
		}
		a := actions[c.ID]
		item := fyne.NewMenuItem(m.ui.app.Say(c.Label), func() { m.ui.trigger(c.ID) })
		item.Shortcut, item.IsQuit = a.keys.shortcut(), c.ID == "file.quit"
		if a.group && len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, item)
		m.entries = append(m.entries, menuEntry{c, item})
	}
	return items
}

// update greys out and checks what is to be greyed out and checked, and reports whether anything changed.
func (m *menuBar) update() bool {
	changed := false
	for _, e := range m.entries {
		disabled := !e.command.Enabled()
		checked := e.command.Checked != nil && e.command.Checked()
		if e.item.Disabled != disabled || e.item.Checked != checked {
			e.item.Disabled, e.item.Checked, changed = disabled, checked, true
		}
	}
	return changed
}

func (m *menuBar) refresh() {
	if m.update() {
		m.menu.Refresh()
	}
}
