package ui

import (
	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// agreement says in words how far a paragraph is agreed, and in which colour.
type agreement struct {
	words string
	ink   fyne.ThemeColorName
}

// agreementOf is what the mark in the margin does not say: that an agreement was lost.
func (u *UI) agreementOf(s resolution.Standing) agreement {
	if !s.Lost {
		return agreement{}
	}
	return agreement{u.app.Words.StandingWords(s), widgets.StandingColor(s)}
}

// paragraphMenu is what can be done with the chosen paragraph.
func (u *UI) paragraphMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, id := range []string{"agree.open", "agree.bracketed", "agree.ad-ref", "agree.agreed"} {
		c, _ := u.command(id)
		item := fyne.NewMenuItem(u.app.Say(id), func() { u.do(id) })
		item.Disabled, item.Shortcut = !c.Enabled(), actions[id].keys.shortcut()
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	items = append(items, u.menuItems("view.history", "view.picture", "search.precedents", "search.origin", "search.selection", "basket.add")...)
	items = append(items, fyne.NewMenuItemSeparator())
	items = append(items, u.menuItems("note.note", "note.position", "note.instruction")...)
	items = append(items, fyne.NewMenuItemSeparator())
	items = append(items, fyne.NewMenuItem(u.app.Say("edit.copy"), u.copyChosen))
	return fyne.NewMenu("", items...)
}
