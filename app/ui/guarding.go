package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// guarding draws what a Word file changes without marking it: a card a change with its words in both texts, then what is
// marked by hand.
type guarding struct {
	*cards
	tab   *app.Guarding
	shown *app.Guard // what the cards were made of
	title *widgets.Label
	told  *sentence
	root  *fyne.Container
}

func newGuarding(u *UI) *guarding {
	v := &guarding{}
	v.cards = newCards(u, v.openFinding)
	v.title, v.told = newHeading(), newSentence(u)
	v.root = container.New(stacked{}, newTitleRow(v.title, titleRoom, u.printTools()...), v.told, widget.NewSeparator(), onPaper(v.list))
	return v
}

func (v *guarding) object() fyne.CanvasObject { return v.root }

func (v *guarding) refresh(t app.Tab) {
	v.tab = t.(*app.Guarding)
	w := v.ui.app.Words
	title, told := v.tab.Name(w), w.Say("guard.working")
	if v.tab.Guard != nil {
		title += ", " + w.Say("guard.against", v.tab.Older.Text.Name())
		told = strings.Join(v.tab.Lines(w), " ")
	}
	v.title.SetWords(title)
	if v.told.Words() != told {
		v.told.SetWords(told)
		restack(v.root)
	}
	if v.outdated() || v.shown != v.tab.Guard {
		v.shown, v.all = v.tab.Guard, nil
		v.build()
	}
	v.show(v.tab.Chosen)
}

// build makes the cards of what was found.
func (v *guarding) build() {
	if v.shown == nil {
		return
	}
	w := v.ui.app.Words
	v.language = v.shown.Newer.Draft.Language
	for i, f := range v.shown.In(w).Findings() {
		v.add(i, v.finding(f))
	}
	if len(v.shown.ByHand) == 0 {
		return
	}
	v.add(-1, look{texts: []*widgets.Text{
		v.line(resolution.Run{Text: w.Say("guard.hand-marks"), Style: resolution.Bold}), v.line(resolution.Run{Text: w.Say("guard.hand-about")}),
	}})
	for _, m := range v.shown.ByHand {
		v.add(-1, v.byHand(m))
	}
}

// classBars are the colours of the bars beside the cards; the words in them say the same.
var classBars = map[resolution.Class]fyne.ThemeColorName{
	resolution.New: widgets.ColorBarNew, resolution.Gone: widgets.ColorBarDeleted, resolution.MovedOnly: widgets.ColorBarMoved,
}

func (v *guarding) finding(f app.Unmarked) look {
	w := v.ui.app.Words
	l := v.change(f.Called(w), f.What(w), f.Row.Inline, kindOf(f.Row))
	if l.bar = classBars[f.Row.Class]; l.bar == "" {
		l.bar = widgets.ColorBarChanged
	}
	return l
}

func (v *guarding) byHand(m app.HandMark) look {
	said, mark := "guard.added", resolution.Inserted
	if m.Struck {
		said, mark = "guard.struck", resolution.Deleted
	}
	return v.change(m.Label, v.ui.app.Say(said), []resolution.Run{{Text: m.Words, Mark: mark}}, resolution.Unknown)
}

// change is a change: where it is and what became of the place above the words.
func (v *guarding) change(called, what string, runs []resolution.Run, kind resolution.Kind) look {
	head := []resolution.Run{{Text: capital(called), Style: resolution.Bold}, {Text: " · " + what}}
	if called == "" {
		head = []resolution.Run{{Text: capital(what), Style: resolution.Bold}}
	}
	return look{texts: []*widgets.Text{v.line(head...), v.words(runs, kind)}}
}

// openFinding shows a finding in the base text.
func (v *guarding) openFinding(finding int) {
	if finding >= 0 {
		v.ui.show(v.ui.app.OpenFinding(v.tab, finding))
	}
}
