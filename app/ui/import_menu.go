package ui

import (
	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
)

// menu is what can be done with the chosen paragraph: every correction there is.
func (v *importing) menu() *fyne.Menu {
	say := v.ui.app.Say
	var items []*fyne.MenuItem
	for i, k := range importKeys {
		c, ok := v.ui.command(k.id)
		item := fyne.NewMenuItem(say(k.id), func() { v.do(k.id) })
		item.Disabled, item.Shortcut = !ok || !c.Enabled(), shortcutOf(k.key)
		items = append(items, item)
		if i == 0 {
			items = append(items, fyne.NewMenuItemSeparator(), v.kindItem(), v.numberItem())
		}
	}
	return fyne.NewMenu("", append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say("edit.copy"), v.ui.copyChosen))...)
}

// kindItem holds the kinds in a menu of their own.
func (v *importing) kindItem() *fyne.MenuItem {
	say := v.ui.app.Say
	p, _ := v.chosenParagraph()
	var kinds []*fyne.MenuItem
	for _, k := range resolution.Kinds {
		item := fyne.NewMenuItem(say("kind."+string(k)), func() { v.setKind(k) })
		item.Checked, item.Shortcut = k == p.Kind, shortcutOf(keyOf(k))
		kinds = append(kinds, item)
	}
	whole := fyne.NewMenuItem(say("import.kind"), nil)
	whole.ChildMenu = fyne.NewMenu("", kinds...)
	return whole
}

func (v *importing) numberItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(v.ui.app.Say("import.number-change"), v.strip.editNumber)
	item.Shortcut = shortcutOf(fyne.KeyN)
	return item
}
