package ui

import (
	"slices"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// privateMark stands in the margin of a row on which something is noted, where there is no room for a word.
const privateMark = "•"

// privateText is a private note as it stands under its paragraph, in letters that no document has, and on the side where
// a text in that language begins.
func (u *UI) privateText(n app.PrivateNote, of resolution.Language) *widgets.Text {
	label := u.app.Say("private." + n.Kind)
	if n.Older {
		label += ", " + u.app.Say("private.older")
	}
	look := widgets.Look{Sans: true, Size: smallLetters + 1, Color: widgets.ColorMoved, Language: resolution.Language(u.app.Words.Language)}
	if of.RightToLeft() {
		look.Align = typeset.End
	}
	return widgets.NewText([]resolution.Run{{Text: "▸ " + label + ": ", Style: resolution.Bold}, {Text: n.Text}}, look)
}

// withNotes is a side of a row with the private notes on it under its paragraphs.
func (u *UI) withNotes(s side, notes []app.PrivateNote, of resolution.Language) side {
	s.texts, s.indents = slices.Clip(s.texts), slices.Clip(s.indents) // what is kept for the row stays without notes
	for _, n := range notes {
		s.texts, s.indents = append(s.texts, u.privateText(n, of)), append(s.indents, 0)
	}
	return s
}

// marked adds to what stands under a row's label that something is noted: in words where there is room.
func (u *UI) marked(was string, notes []app.PrivateNote) string {
	switch {
	case len(notes) == 0:
		return was
	case was == "":
		return u.app.Say("private.margin")
	}
	return was + " " + privateMark
}
