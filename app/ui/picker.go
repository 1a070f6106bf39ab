package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2/widget"
)

// picker is a select that tells a person's choice from the program's, by its place in the list.
type picker struct {
	widget.Select
	quiet bool
}

func newPicker(u *UI, picked func(i int)) *picker {
	p := &picker{}
	p.OnChanged = func(string) {
		if i := p.SelectedIndex(); !p.quiet && i >= 0 {
			picked(i)
			u.focusView()
		}
	}
	p.PlaceHolder = "—"
	p.ExtendBaseWidget(p)
	return p
}

// offer sets what there is to choose from and what is chosen; -1 is nothing.
func (p *picker) offer(options []string, chosen int) {
	options = distinct(options)
	for i, o := range options {
		options[i] = visual(o)
	}
	if slices.Equal(options, p.Options) && chosen == p.SelectedIndex() {
		return
	}
	p.quiet = true
	defer func() { p.quiet = false }()
	p.SetOptions(options)
	if chosen < 0 || chosen >= len(options) {
		p.ClearSelected()
		return
	}
	p.SetSelectedIndex(chosen)
}

// distinct counts the words that stand in a list more than once: a select tells its options apart by their words.
func distinct(options []string) []string {
	out := slices.Clone(options)
	seen := map[string]int{}
	for i, o := range out {
		if seen[o]++; seen[o] > 1 {
			out[i] = fmt.Sprintf("%s (%d)", o, seen[o])
		}
	}
	return out
}
