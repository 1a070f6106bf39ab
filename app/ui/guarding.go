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

// guarding draws what a Word file changes without marking it: a card a change with its words in both texts, then what is
// marked by hand.
type guarding struct {
	ui    *UI
	tab   *app.Guarding
	shown *app.Guard // what the cards were made of
	cards []guardCard
	list  *list
	title *widgets.Label
	told  *sentence
	root  *fyne.Container
}

// guardCard is a card, and what of the list it is: a finding, -1 for a heading or a mark by hand.
type guardCard struct {
	look
	finding int
}

func newGuarding(u *UI) *guarding {
	v := &guarding{ui: u}
	v.list = newList(func() int { return len(v.cards) }, func() widgets.Row { return newRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*row)) }, v.estimate)
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
	if v.shown != v.tab.Guard {
		v.shown, v.cards = v.tab.Guard, nil
		v.build()
	}
	v.list.redraw()
	v.list.ScrollTo(v.tab.Chosen)
}

// build makes the cards of what was found.
func (v *guarding) build() {
	if v.shown == nil {
		return
	}
	w := v.ui.app.Words
	for i, f := range v.shown.In(w).Findings() {
		v.cards = append(v.cards, guardCard{v.finding(f), i})
	}
	if len(v.shown.ByHand) == 0 {
		return
	}
	v.cards = append(v.cards, guardCard{v.heading(w.Say("guard.hand-marks"), w.Say("guard.hand-about")), -1})
	for _, m := range v.shown.ByHand {
		v.cards = append(v.cards, guardCard{v.byHand(m), -1})
	}
}

// classBars are the colours of the bars beside the cards; the words in them say the same.
var classBars = map[resolution.Class]fyne.ThemeColorName{
	resolution.New: widgets.ColorBarNew, resolution.Gone: widgets.ColorBarDeleted, resolution.MovedOnly: widgets.ColorBarMoved,
}

func (v *guarding) finding(f app.Unmarked) look {
	w := v.ui.app.Words
	l := v.card(f.Called(w), f.What(w), f.Row.Inline, kindOf(f.Row))
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
	return v.card(m.Label, v.ui.app.Say(said), []resolution.Run{{Text: m.Words, Mark: mark}}, resolution.Unknown)
}

// card is a change: where it is and what became of the place above the words.
func (v *guarding) card(called, what string, runs []resolution.Run, kind resolution.Kind) look {
	head := []resolution.Run{{Text: capital(called), Style: resolution.Bold}, {Text: " · " + what}}
	if called == "" {
		head = []resolution.Run{{Text: capital(what), Style: resolution.Bold}}
	}
	return look{
		ruled: true, rightToLeft: v.language().RightToLeft(), most: v.most(), indents: []float32{0, 0},
		texts: []*widgets.Text{v.line(head...), widgets.NewText(drawn(runs, kind), widgets.Look{Language: v.language(), Size: v.ui.letters})},
	}
}

func (v *guarding) heading(words, about string) look {
	return look{
		ruled: true, rightToLeft: v.language().RightToLeft(), most: v.most(), indents: []float32{0, 0},
		texts: []*widgets.Text{v.line(resolution.Run{Text: words, Style: resolution.Bold}), v.line(resolution.Run{Text: about})},
	}
}

// line is words of the interface.
func (v *guarding) line(runs ...resolution.Run) *widgets.Text {
	l := widgets.Look{Sans: true, Size: smallLetters + 1.5, Language: resolution.Language(v.ui.app.Words.Language)}
	if v.language().RightToLeft() {
		l.Align = typeset.End
	}
	return widgets.NewText(runs, l)
}

func (v *guarding) language() resolution.Language { return v.shown.Newer.Draft.Language }

func (v *guarding) most() float32 { return v.ui.letters * inlineMeasure }

func (v *guarding) estimate(i int, width float32) float32 {
	height := float32(2 * above)
	for _, t := range v.cards[i].texts {
		height += t.Estimate(min(width-marginWidth-endWidth, v.most())) + between
	}
	return height
}

func (v *guarding) update(i int, r *row) {
	l := v.cards[i].look
	l.chosen = i == v.tab.Chosen
	r.tapped = func() { v.choose(i) }
	r.menu = nil
	r.set(l)
}

// choose marks a card; what is chosen already opens in the base text.
func (v *guarding) choose(i int) {
	v.ui.focusView()
	if v.tab.Chosen == i {
		v.open(i)
		return
	}
	v.ui.app.Choose(i)
}

func (v *guarding) open(i int) {
	if i >= 0 && i < len(v.cards) && v.cards[i].finding >= 0 {
		v.ui.show(v.ui.app.OpenFinding(v.tab, v.cards[i].finding))
	}
}

func (v *guarding) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.open(v.tab.Chosen)
		return
	}
	if to, ok := v.list.step(ev, v.tab.Chosen, len(v.cards)); ok && to != v.tab.Chosen {
		v.ui.app.Choose(to)
	}
}

func (v *guarding) copied() string {
	i := v.tab.Chosen
	if v.shown == nil || i < 0 || i >= len(v.cards) {
		return ""
	}
	var lines []string
	for _, t := range v.cards[i].texts {
		lines = append(lines, plain(t.Runs()))
	}
	return strings.Join(lines, "\n")
}

func (v *guarding) leave() {}
