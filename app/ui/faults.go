package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
)

// tell shows something that is no failure.
func (u *UI) tell(title, words string) {
	d := u.newDialog(title, breaking(words))
	d.addButton(u.app.Say("ok"), true, func() {})
	d.open()
}

// sure asks before something that no undo brings back: Return does not do it.
func (u *UI) sure(question, yes, no string, then func()) {
	d := u.newDialog(u.app.Say("confirm.title"), wrapped(question))
	d.addButton(yes, false, then)
	d.buttons[0].(*dialogButton).Importance = widget.DangerImportance
	d.addButton(no, true, func() {})
	d.open()
}

// mostFaulty is how many texts are named in the dialog; linesOfOne how many lines one of them has.
const (
	mostFaulty = 50
	linesOfOne = 4
)

// showFaults says what a check of the library found, text by text, and leads to the backups.
func (u *UI) showFaults(f app.Faults) {
	w := u.app.Words
	about := "faults.about"
	if len(f.Texts) == 0 {
		about = "faults.about-file"
	}
	list := container.NewVBox()
	for i, t := range f.Texts {
		if i == mostFaulty {
			list.Add(wrapped(w.Say("faults.more", len(f.Texts)-i)))
			break
		}
		u.addFaulty(list, faultyName(w, t), w.Lines(t.Findings))
	}
	if len(f.File) > 0 {
		u.addFaulty(list, w.Say("faults.file"), w.Lines(f.File))
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(0, 220))
	d := u.newDialog(w.Say("faults.title"), container.NewBorder(wrapped(w.Say(about)), wrapped(w.Say("faults.rescue-about")), nil, nil, scroll))
	d.width = 620
	d.addButton(w.Say("ok"), false, func() {})
	d.addButton(w.Say("faults.backups"), true, func() { u.do("file.safekeeping") })
	d.open()
}

// addFaulty adds what is wrong with one text.
func (u *UI) addFaulty(list *fyne.Container, name string, lines []string) {
	w := u.app.Words
	if len(lines) > linesOfOne+1 {
		lines = append(lines[:linesOfOne:linesOfOne], w.Say("faults.more", len(lines)-linesOfOne))
	}
	list.Add(container.New(layout.NewCustomPaddedVBoxLayout(-10), prose(u, name, resolution.Bold), wrapped(strings.Join(lines, "\n"))))
}

// faultyName is what a text is known by: its language versions bear one symbol.
func faultyName(w app.Words, t app.FaultyText) string {
	if t.Text.Language == "" {
		return t.Name(w)
	}
	return t.Name(w) + " — " + languageName(w, t.Text.Language)
}
