package ui

import "fyne.io/fyne/v2/widget"

// radio is a choice of one that gives the keyboard back to the view, whichever of its words is tapped: the toolkit's own
// keeps it where the chosen one is tapped again, and the keys of the view are dead.
type radio struct {
	widget.RadioGroup
	kept  string // what was chosen last
	quiet bool   // it is being set by the program
}

// newRadio is a line of options. picked is told what a person chose, where it is another than before.
func newRadio(u *UI, options []string, picked func(chosen string)) *radio {
	r := &radio{}
	r.Options, r.Horizontal = options, true
	r.OnChanged = func(chosen string) {
		if r.quiet {
			return
		}
		if chosen == "" { // the chosen one was tapped: it stays chosen
			r.choose(r.kept)
		} else if r.kept = chosen; picked != nil {
			picked(chosen)
		}
		u.focusView()
	}
	r.ExtendBaseWidget(r)
	return r
}

// choose chooses without telling.
func (r *radio) choose(option string) {
	r.quiet = true
	defer func() { r.quiet = false }()
	r.kept = option
	r.SetSelected(option)
}
