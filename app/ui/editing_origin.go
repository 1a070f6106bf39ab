package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// pause is how long a person must have written nothing before it is looked for where the words come from.
var pause = 600 * time.Millisecond

// settle looks where the words come from when the person pauses.
func (v *editing) settle() {
	v.typed++
	typed := v.typed
	v.ui.app.Work(func() error { time.Sleep(pause); return nil }, func() {
		if typed == v.typed && v.ui.front() == view(v) {
			v.refreshOrigins()
		}
	})
}

// refreshOrigins says above the draft and under its paragraphs where its words come from, where that is wanted. Only rows
// that say something else are drawn anew.
func (v *editing) refreshOrigins() {
	var now []app.Provenance
	words := ""
	if v.ui.app.ShowOrigins {
		now, words = v.ui.app.DraftOrigins(v.tab), v.ui.app.DraftOriginHead(v.tab)
	}
	if v.source.Words() != words {
		v.source.SetWords(words)
		restack(v.root)
	}
	was := v.origins
	v.origins = slices.Clone(now)
	for i := range max(len(was), len(now)) {
		if i >= len(was) || i >= len(now) || was[i] != now[i] {
			if i == v.chosen {
				v.editor.showOrigin()
			}
			v.list.RefreshRow(i)
		}
	}
}

// origin is the line under a paragraph that says where its words come from; nil where nothing is said.
func (v *editing) origin(i int) *widgets.Text {
	if i < 0 || i >= len(v.origins) {
		return nil
	}
	return v.ui.originText(v.origins[i], v.draft.Language)
}

// linked follows the words under the i-th paragraph.
func (v *editing) linked(i int) func(string, fyne.Position) bool {
	return func(target string, at fyne.Position) bool {
		if target != originLink || i >= len(v.origins) {
			return false
		}
		v.leave()
		v.ui.followOrigin(v.ui.app.DraftStored(v.tab), i, v.origins[i], at)
		return true
	}
}
