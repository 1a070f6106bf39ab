package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// menus in their order; the label of each is the key "menu.NAME".
var menus = []string{"file", "edit", "view", "compare", "changes", "agree", "draft", "help"}

// commands is every command there is: the app's, and those that concern the window alone.
func (u *UI) commands() []app.Command {
	all := slices.Clone(u.app.Commands())
	for _, c := range u.own {
		at := slices.IndexFunc(all, func(x app.Command) bool { return x.ID == after[c.ID] }) + 1
		if at == 0 {
			at = len(all)
		}
		all = slices.Insert(all, at, c)
	}
	for i := range all {
		if s, ok := shades[all[i].ID]; ok { // the app does not know how the window looks
			all[i].Checked = func() bool { return u.shade == s }
		}
	}
	return all
}

// after says behind which of the app's commands one of the window's stands in its menu; the others stand at the end.
var after = map[string]string{"view.system": "view.dark", "edit.copy": "edit.undo", "search.selection": "search.phrase"}

// shades are the commands that make the window light or dark.
var shades = map[string]widgets.Shade{"view.light": widgets.Light, "view.dark": widgets.Dark, "view.system": widgets.AsSystem}

// ownCommands is the table of commands that concern the window alone.
func (u *UI) ownCommands() []app.Command {
	own := func(id, menu string, run func()) app.Command {
		return app.Command{ID: id, Label: id, Menu: menu, Enabled: always, Run: func() error { run(); return nil }}
	}
	library := own("view.library", "view", u.toggleLibrary)
	library.Checked = func() bool { return !u.libraryHidden }
	return []app.Command{
		own("edit.copy", "edit", u.copyChosen),
		own("edit.palette", "edit", u.showPalette),
		u.selectionCommand(),
		own("view.system", "view", func() { u.setShade(widgets.AsSystem) }),
		own("view.larger", "view", func() { u.zoom(1) }),
		own("view.smaller", "view", func() { u.zoom(-1) }),
		own("view.normal-size", "view", func() { u.zoom(0) }),
		library,
		own("help.tour", "help", u.showTour),
		own("help.about", "help", u.showAbout),
		own("file.quit", "file", u.quit),
	}
}

func always() bool { return true }

// do runs a command of either table, after the words that are being written were kept.
func (u *UI) do(id string) {
	if v := u.front(); v != nil {
		v.leave()
	}
	for _, c := range u.own {
		if c.ID == id {
			u.show(c.Run())
			u.refresh()
			return
		}
	}
	u.app.Do(id)
}

// trigger runs a command by its keys or its menu. Keys that mean something to a field of text are the field's where a
// person is writing in one.
func (u *UI) trigger(id string) {
	s, isStandard := standard[actions[id].keys]
	if written, ok := u.window.Canvas().Focused().(written); isStandard && ok {
		written.TypedShortcut(withClipboard(s))
		return
	}
	u.do(id)
}

// written is a field of text: what has an undo of its own.
type written interface {
	fyne.Shortcutable
	Undo()
}

// withClipboard gives a shortcut of a text field the clipboard it works with.
func withClipboard(s fyne.Shortcut) fyne.Shortcut {
	clipboard := fyne.CurrentApp().Clipboard()
	switch s.(type) {
	case *fyne.ShortcutPaste:
		return &fyne.ShortcutPaste{Clipboard: clipboard}
	case *fyne.ShortcutCopy:
		return &fyne.ShortcutCopy{Clipboard: clipboard}
	}
	return s
}

// typedKey runs the command of a key that no field of text takes; false where there is none. Of the commands of several
// views that have one key it is the one that can be run.
func (u *UI) typedKey(ev *fyne.KeyEvent) bool {
	held, known := u.held(), false
	for id, a := range actions {
		if a.keys.key != ev.Name || a.keys.mod != held || !a.keys.bare() {
			continue
		}
		known = true
		if c, ok := u.command(id); ok && c.Enabled() {
			u.do(id)
			break
		}
	}
	return known
}

// typedAnywhere takes the keys that are pressed while nothing has the keyboard.
func (u *UI) typedAnywhere(ev *fyne.KeyEvent) {
	if v, ok := u.front().(keyTaker); ok && v.takesKey(ev) {
		return
	}
	if u.typedKey(ev) {
		return
	}
	if id, ok := plainKeys[ev.Name]; ok && u.held() == 0 {
		u.do(id)
		return
	}
	if v := u.front(); v != nil {
		v.typedKey(ev)
	}
}

// keyTaker is a view that takes keys before the commands do.
type keyTaker interface{ takesKey(*fyne.KeyEvent) bool }

// typedRune takes letters that a keyboard without Latin letters writes: the toolkit has no names for its keys.
func (u *UI) typedRune(r rune) {
	if key, ok := sameKey[r]; ok {
		u.typedAnywhere(&fyne.KeyEvent{Name: key})
	}
}

// heldKeys asks the system which modifiers are held down.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
