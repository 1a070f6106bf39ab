package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// originLink is the target of the link under a paragraph that leads to where its words come from.
const originLink = "origin"

// originText is the quiet line under a paragraph that says where its words come from; nil where nothing is said. What can
// be followed is a link.
func (u *UI) originText(p app.Provenance, l resolution.Language) *widgets.Text {
	words := p.Say(u.app.Words)
	if words == "" {
		return nil
	}
	look := widgets.Look{Sans: true, Size: smallLetters + 1, Color: originInks[p.Origin], Language: resolution.Language(u.app.Words.Language)}
	if l.RightToLeft() {
		look.Align = typeset.End
	}
	runs := []resolution.Run{{Text: originSigns[p.Origin] + " " + words}}
	if before, after, ok := strings.Cut(words, p.Source()); ok && p.Source() != "" {
		runs = []resolution.Run{{Text: originSigns[p.Origin] + " " + before}, {Text: p.Source(), Link: originLink}, {Text: after}}
	}
	return widgets.NewText(runs, look)
}

// originSigns stand before the words, so that a glance down the page tells what is new.
var originSigns = map[app.Descent]string{app.Verbatim: "=", app.Adapted: "≈", app.Original: "+", app.Unknown: "–"}

var originInks = map[app.Descent]fyne.ThemeColorName{
	app.Verbatim: widgets.ColorMuted, app.Adapted: widgets.ColorMuted, app.Original: widgets.ColorInserted, app.Unknown: widgets.ColorMuted,
}

// showOrigin shows the paragraph that another comes from, or where words are other ones, which.
func (u *UI) showOrigin(s app.Stored, paragraph int, p app.Provenance) {
	u.followOrigin(s, paragraph, p, fyne.NewPos(u.window.Canvas().Size().Width/3, u.window.Canvas().Size().Height/4))
}

// popUpOrigin shows which words were changed, and leads to the source.
func (u *UI) popUpOrigin(s app.Stored, paragraph int, p app.Provenance, at fyne.Position) {
	width := min(620, u.window.Canvas().Size().Width-60)
	look := widgets.Look{Language: s.Text.Language, Size: u.letters}
	diff := widgets.NewParagraph(nil)
	diff.SetText(widgets.NewText(p.Redline(s.Draft.Paragraphs[paragraph].Text), look))
	diff.Resize(fyne.NewSize(width, 10))
	var pop *widget.PopUp
	lead := func(key string, run func() error) *widget.Button {
		return widget.NewButton(u.app.Say(key), func() { pop.Hide(); u.focusView(); u.show(run()) })
	}
	tools := container.NewHBox(lead("provenance.open", func() error { return u.app.OpenOrigin(p) }))
	if s.Text.ID != 0 { // a draft that is being written is in no comparison yet
		tools.Add(lead("provenance.compare", func() error { return u.app.CompareTexts(p.From.Text.ID, s.Text.ID) }))
		tools.Add(lead("provenance.earlier", func() error { return u.app.FindParagraph(s, paragraph) }))
	}
	head := newSentence(u)
	head.SetWords(u.originWords(p))
	scroll := container.NewVScroll(container.New(widthOf(width), diff))
	scroll.SetMinSize(fyne.NewSize(width, min(diff.HeightFor(width), u.window.Canvas().Size().Height*.6)))
	pop = widget.NewPopUp(inset(container.NewVBox(head, scroll, tools)), u.window.Canvas())
	size := pop.MinSize()
	room := u.window.Canvas().Size()
	pop.ShowAtPosition(fyne.NewPos(max(4, min(at.X, room.Width-size.Width-8)), max(4, min(at.Y, room.Height-size.Height-8))))
}

// originWords names the source, and where its words were first used if that was elsewhere.
func (u *UI) originWords(p app.Provenance) string {
	w := u.app.Words
	words := w.Say("provenance.to-here", p.From.Named(w))
	if p.First.Text.ID != p.From.Text.ID {
		words += " · " + w.Say("provenance.first", p.First.Named(w))
	}
	return words
}

// followOrigin leads to the source of a paragraph; where words are other ones, it shows at a place which.
func (u *UI) followOrigin(s app.Stored, paragraph int, p app.Provenance, at fyne.Position) {
	if p.Origin == app.Verbatim {
		u.show(u.app.OpenOrigin(p))
		return
	}
	u.popUpOrigin(s, paragraph, p, at)
}

// refreshOrigins says above a text and under its paragraphs where its words come from, where that is wanted, and reports
// whether anything is other than it was.
func (v *reading) refreshOrigins(t *app.Reading) bool {
	v.ui.remembered.setWord("provenance", map[bool]string{true: "yes"}[v.ui.app.ShowOrigins])
	var now []app.Provenance
	words := ""
	if v.ui.app.ShowOrigins {
		now, words = v.ui.app.Provenances(t.Stored), v.ui.app.OriginHead(t.Stored)
	}
	if v.source.Words() != words {
		v.source.SetWords(words)
		restack(v.root)
	}
	same := len(now) == len(v.origins) && (len(now) == 0 || &now[0] == &v.origins[0])
	v.origins = now
	return !same
}

// linked follows the words under the i-th paragraph.
func (v *reading) linked(i int) func(string, fyne.Position) bool {
	return func(target string, at fyne.Position) bool {
		if target != originLink || i >= len(v.origins) {
			return false
		}
		v.choose(i)
		v.ui.followOrigin(v.tab.Stored, i, v.origins[i], at)
		return true
	}
}
