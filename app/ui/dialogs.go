package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// show tells a person what went wrong. It is the only place that opens an error's dialog; nil is no error.
func (u *UI) show(err error) {
	if err == nil {
		return
	}
	d := u.newDialog(u.app.Say("error.title"), wrapped(sentences(u.app.Words.Trouble(err))))
	d.addButton(u.app.Say("ok"), true, func() {})
	d.open()
}

// sentences writes an error as sentences: a capital letter at the head of each, a stop at its end. A file's name at the
// head stays as it is.
func sentences(err error) string {
	var out []string
	for line := range strings.Lines(err.Error()) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if first, size := utf8.DecodeRuneInString(line); !strings.Contains(strings.TrimRight(strings.Fields(line)[0], ".:,;"), ".") {
			line = string(unicode.ToUpper(first)) + line[size:]
		}
		if !strings.ContainsRune(".?!…؟。？", lastOf(line)) {
			line += "."
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func lastOf(line string) rune {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r
}

// confirm asks a question and does something if the answer is yes.
func (u *UI) confirm(question string, yes func()) {
	d := u.newDialog(u.app.Say("confirm.title"), wrapped(question))
	d.addButton(u.app.Say("cancel"), false, func() {})
	d.addButton(u.app.Say("yes"), true, yes)
	d.open()
}

// enterText asks for a line of text.
func (u *UI) enterText(heading, words string, then func(string)) {
	f := newField(u)
	f.SetText(words)
	d := u.newDialog(heading, f)
	f.onEscape = d.close
	f.OnSubmitted = func(string) { d.press(func() { then(f.Text) }) }
	d.addButton(u.app.Say("cancel"), false, func() {})
	d.addButton(u.app.Say("ok"), true, func() { then(f.Text) })
	d.focus = f
	d.open()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// inset keeps the parts of a dialog from its edges.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(6, 8, 8, 8), o)
}

func wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// modal is a dialog in the window: a heading, something, buttons.
type modal struct {
	ui      *UI
	heading string
	body    fyne.CanvasObject
	width   float32
	height  float32 // 0: as high as its body
	buttons []fyne.CanvasObject
	focus   fyne.Focusable // what has the keyboard at first
	popup   *widget.PopUp
}

func (u *UI) newDialog(heading string, body fyne.CanvasObject) *modal {
	return &modal{ui: u, heading: heading, body: body, width: 480}
}

func (d *modal) addButton(label string, first bool, then func()) {
	b := &dialogButton{escape: d.close}
	b.Text, b.OnTapped = label, func() { d.press(then) }
	b.ExtendBaseWidget(b)
	if first {
		b.Importance, d.focus = widget.HighImportance, b
	}
	d.buttons = append(d.buttons, b)
}

func (d *modal) press(then func()) {
	d.close()
	then()
	d.ui.refresh()
}

func (d *modal) open() {
	title := widget.NewLabelWithStyle(d.heading, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Wrapping = fyne.TextWrapWord // a heading may say how to fill the dialog in
	row := container.NewHBox(append([]fyne.CanvasObject{layout.NewSpacer()}, d.buttons...)...)
	canvas := d.ui.window.Canvas()
	width := min(d.width, canvas.Size().Width-40)
	body := inset(container.NewBorder(title, container.NewPadded(row), nil, nil, d.body))
	body.Resize(fyne.NewSize(width, 10)) // wrapped text knows its height only when it has a width
	d.popup = widget.NewModalPopUp(body, canvas)
	height := max(d.popup.MinSize().Height, d.height)
	d.popup.Resize(fyne.NewSize(width, min(height, canvas.Size().Height-40)))
	d.popup.Show()
	canvas.Focus(d.focus)
}

func (d *modal) close() {
	if d.popup != nil {
		d.popup.Hide()
	}
	d.ui.focusView()
}

// dialogButton is a button that Return presses and Escape leaves.
type dialogButton struct {
	widget.Button
	escape func()
}

// TypedKey presses or leaves.
func (b *dialogButton) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyEscape:
		b.escape()
	default:
		b.Button.TypedKey(ev)
	}
}
