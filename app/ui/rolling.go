package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// rolling draws what became of a text that was rolled on: a card a paragraph with its words in both texts, those that a
// person must look at first.
type rolling struct {
	ui    *UI
	tab   *app.Rolling
	said  string // the language of the interface the cards were made in
	size  float32
	cards []rolledCard
	list  *list
	title *widgets.Label
	told  *sentence
	root  *fyne.Container
}

type rolledCard struct {
	look
	card app.RolledCard
}

func newRolling(u *UI) *rolling {
	v := &rolling{ui: u}
	v.list = newList(func() int { return len(v.cards) }, func() widgets.Row { return newRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*row)) }, v.estimate)
	v.title, v.told = newHeading(), newSentence(u)
	write := button(u.app.Say("roll.write"), theme.IconNameDocumentCreate, v.write)
	v.root = container.New(stacked{}, newTitleRow(v.title, titleRoom, append([]fyne.CanvasObject{write}, u.printTools()...)...), v.told,
		widget.NewSeparator(), onPaper(v.list))
	return v
}

func (v *rolling) object() fyne.CanvasObject { return v.root }

func (v *rolling) refresh(t app.Tab) {
	v.tab = t.(*app.Rolling)
	w := v.ui.app.Words
	v.title.SetWords(v.tab.Name(w))
	told := w.Say("roll.counts", len(v.tab.ToLook()), len(v.tab.Done())) + " " + w.Say("roll.compared", v.tab.Base.Text.Name())
	if v.told.Words() != told {
		v.told.SetWords(told)
		restack(v.root)
	}
	if v.cards == nil || v.said != w.Language || v.size != v.ui.letters {
		v.said, v.size, v.cards = w.Language, v.ui.letters, nil
		for _, c := range v.tab.Cards(w) {
			v.cards = append(v.cards, rolledCard{v.draw(c), c})
		}
	}
	v.list.redraw()
	v.list.ScrollTo(v.tab.Chosen)
}

// draw is a card: what the place is called and what became of it above the words.
func (v *rolling) draw(c app.RolledCard) look {
	l := look{ruled: true, rightToLeft: v.language().RightToLeft(), most: v.most()}
	if c.Heading != "" {
		l.texts = []*widgets.Text{v.line(resolution.Run{Text: c.Heading, Style: resolution.Bold})}
	} else {
		l.texts = append(l.texts, v.line(resolution.Run{Text: capital(c.Called), Style: resolution.Bold}))
		for _, reason := range c.Reasons {
			l.texts = append(l.texts, v.line(resolution.Run{Text: sentenceOf(reason)}))
		}
		if len(c.Runs) > 0 {
			l.texts = append(l.texts, widgets.NewText(drawn(c.Runs, c.Kind), widgets.Look{Language: v.language(), Size: v.ui.letters}))
		}
	}
	l.indents = make([]float32, len(l.texts))
	return l
}

// sentenceOf is a reason as a sentence.
func sentenceOf(reason string) string {
	if strings.HasSuffix(reason, "?") {
		return capital(reason)
	}
	return capital(reason) + "."
}

// line is words of the interface.
func (v *rolling) line(runs ...resolution.Run) *widgets.Text {
	l := widgets.Look{Sans: true, Size: smallLetters + 1.5, Language: resolution.Language(v.ui.app.Words.Language)}
	if v.language().RightToLeft() {
		l.Align = typeset.End
	}
	return widgets.NewText(runs, l)
}

func (v *rolling) language() resolution.Language { return v.tab.Draft.Language }

func (v *rolling) most() float32 { return v.ui.letters * inlineMeasure }

func (v *rolling) estimate(i int, width float32) float32 {
	height := float32(2 * above)
	for _, t := range v.cards[i].texts {
		height += t.Estimate(min(width-marginWidth-endWidth, v.most())) + between
	}
	return height
}

func (v *rolling) update(i int, r *row) {
	l := v.cards[i].look
	l.chosen = i == v.tab.Chosen
	r.tapped = func() { v.choose(i) }
	r.menu = nil
	r.set(l)
}

// choose marks a card; what is chosen already opens in the draft.
func (v *rolling) choose(i int) {
	v.ui.focusView()
	if v.tab.Chosen == i {
		v.write()
		return
	}
	v.ui.app.Choose(i)
}

// write opens the draft at what is chosen.
func (v *rolling) write() {
	card := app.RolledCard{Paragraph: -1}
	if i := v.tab.Chosen; i >= 0 && i < len(v.cards) {
		card = v.cards[i].card
	}
	v.ui.show(v.ui.app.OpenRolled(v.tab, card))
}

func (v *rolling) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.write()
		return
	}
	if to, ok := v.list.step(ev, v.tab.Chosen, len(v.cards)); ok && to != v.tab.Chosen {
		v.ui.app.Choose(to)
	}
}

func (v *rolling) copied() string {
	i := v.tab.Chosen
	if i < 0 || i >= len(v.cards) {
		return ""
	}
	var lines []string
	for _, t := range v.cards[i].texts {
		lines = append(lines, plain(t.Runs()))
	}
	return strings.Join(lines, "\n")
}

func (v *rolling) leave() {}
