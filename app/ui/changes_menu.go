package ui

import "fyne.io/fyne/v2"

// rowMenu is what can be done with the chosen row of a comparison: what can be done with its paragraph, and what a
// person can say of its pairing.
func (u *UI) rowMenu() *fyne.Menu {
	m := u.paragraphMenu()
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	m.Items = append(m.Items, u.menuItems("view.in-text")...)
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	m.Items = append(m.Items, u.menuItems("compare.hold", "compare.together", "compare.also", "compare.apart", "compare.retract")...)
	return m
}

// menuItems makes commands into items of a menu, greyed out where they cannot be run.
func (u *UI) menuItems(ids ...string) (items []*fyne.MenuItem) {
	for _, id := range ids {
		c, _ := u.command(id)
		item := fyne.NewMenuItem(u.app.Say(c.Label), func() { u.do(id) })
		item.Disabled, item.Shortcut = !c.Enabled(), actions[id].keys.shortcut()
		item.Checked = c.Checked != nil && c.Checked()
		items = append(items, item)
	}
	return items
}
