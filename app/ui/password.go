package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// askPassword asks for the password of a file; what is written is not shown. again says that the last one was wrong.
// Whoever cancels gives the file up: then is called with no password.
func (u *UI) askPassword(name string, again bool, then func(password string)) {
	f := newField(u)
	f.Password = true
	f.SetPlaceHolder(u.app.Say("password.hint"))
	parts := []fyne.CanvasObject{wrapped(u.app.Say("password.ask", name))}
	if again {
		wrong := widget.NewLabel(u.app.Say("password.wrong"))
		wrong.Importance, wrong.Wrapping = widget.DangerImportance, fyne.TextWrapWord
		parts = append(parts, container.NewBorder(nil, nil, widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon())), nil, wrong))
	}
	d := u.newDialog(u.app.Say("password.title"), container.NewVBox(append(parts, f)...))
	f.onEscape = func() { d.press(func() { then("") }) }
	answer := func() {
		if f.Text != "" {
			d.press(func() { then(f.Text) })
		}
	}
	f.OnSubmitted = func(string) { answer() }
	d.addButton(u.app.Say("cancel"), false, func() { then("") })
	d.addButton(u.app.Say("ok"), true, func() { then(f.Text) })
	d.focus = f
	d.open()
}

// enterSecret asks for words that nobody may read over a shoulder.
func (u *UI) enterSecret(title string, then func(words string)) {
	f := newField(u)
	f.Password = true
	d := u.newDialog(title, f)
	f.onEscape = func() { d.press(func() {}) }
	f.OnSubmitted = func(string) { d.press(func() { then(f.Text) }) }
	d.addButton(u.app.Say("cancel"), false, func() {})
	d.addButton(u.app.Say("ok"), true, func() { then(f.Text) })
	d.focus = f
	d.open()
}
