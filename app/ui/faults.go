package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
)

// tell shows something that is no failure.
func (u *UI) tell(title, words string) {
	d := u.newDialog(title, breaking(words))
	d.addButton(u.app.Say("ok"), true, func() {})
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
		addFaulty(list, t.Name(w), w.Lines(t.Findings), w)
	}
	if len(f.File) > 0 {
		addFaulty(list, w.Say("faults.file"), w.Lines(f.File), w)
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
func addFaulty(list *fyne.Container, name string, lines []string, w app.Words) {
	list.Add(bold(name))
	for i, line := range lines {
		if i == linesOfOne && len(lines) > linesOfOne+1 {
			list.Add(wrapped(w.Say("faults.more", len(lines)-i)))
			return
		}
		l := wrapped(line)
		l.Importance = widget.LowImportance
		list.Add(l)
	}
}
