package ui

import (
	"strings"

	"mutatis/app/resolution"
)

// setShort is told whether there is little height: then the fields are folded into a line that says what they hold.
func (f *importForm) setShort(short bool) {
	f.short = short
	if f.now != nil {
		f.say()
	}
}

// folded reports whether the fields are a line.
func (f *importForm) folded() bool { return f.short && !f.opened }

// turn shows the fields, or folds them away.
func (f *importForm) turn() {
	if f.short && f.now != nil {
		f.opened = !f.opened
		f.say()
		f.ui.focusView()
	}
}

// fold shows the fields or the line of what they hold, beside a sentence of a width.
func (f *importForm) fold(sentence float32) {
	folded := f.folded()
	f.facts.Hidden, f.summary.Hidden, f.more.Hidden = folded, !folded, !f.short
	f.more.setOn(f.short && f.opened)
	f.row.least, f.row.whole = sentence, 0
	if folded {
		f.row.least, f.row.whole = 0, sentence
		f.summary.SetWords(f.inShort())
	}
}

// inShort is what the fields hold in one line.
func (f *importForm) inShort() string {
	d, w := f.now.Draft, f.ui.app.Words
	parts := []string{d.Symbol, cut(f.now.Place.Label, 40)}
	if d.Symbol == "" && f.now.Place.Label == "" {
		parts = []string{w.Say("import.no-symbol")}
	}
	if d.Session != 0 {
		parts = append(parts, w.Say("library.session-short", ordinal(w.Language, d.Session)))
	}
	parts = append(parts, dateName(w, d.Date), languageName(w, d.Language), w.Say("stage."+string(knownStage(d.Stage))))
	var said []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}

// knownStage is a stage that has a name.
func knownStage(s resolution.Stage) resolution.Stage {
	if s == "" {
		return resolution.Working
	}
	return s
}
