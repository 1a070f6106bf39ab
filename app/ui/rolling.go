package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// rolling draws what became of a text that was rolled on: a card a paragraph with its words in both texts, those that a
// person must look at first.
type rolling struct {
	*cards
	tab    *app.Rolling
	rolled []app.RolledCard
	title  *widgets.Label
	told   *sentence
	root   *fyne.Container
}

func newRolling(u *UI) *rolling {
	v := &rolling{}
	v.cards = newCards(u, v.write)
	v.title, v.told = newHeading(), newSentence(u)
	write := button(u.app.Say("roll.write"), theme.IconNameDocumentCreate, func() { v.write(v.item()) })
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
	v.language = v.tab.Draft.Language
	if v.outdated() {
		v.rolled = v.tab.Cards(w)
		for i, c := range v.rolled {
			v.add(i, look{texts: v.draw(c)})
		}
	}
	v.show(v.tab.Chosen)
}

// draw is a card: what the place is called and what became of it above the words.
func (v *rolling) draw(c app.RolledCard) []*widgets.Text {
	if c.Heading != "" {
		return []*widgets.Text{v.line(resolution.Run{Text: c.Heading, Style: resolution.Bold})}
	}
	texts := []*widgets.Text{v.line(resolution.Run{Text: capital(c.Called), Style: resolution.Bold})}
	for _, reason := range c.Reasons {
		texts = append(texts, v.line(resolution.Run{Text: sentenceOf(reason)}))
	}
	if len(c.Runs) > 0 {
		texts = append(texts, v.words(c.Runs, c.Kind))
	}
	return texts
}

// sentenceOf is a reason as a sentence.
func sentenceOf(reason string) string {
	if strings.HasSuffix(reason, "?") {
		return capital(reason)
	}
	return capital(reason) + "."
}

// write opens the draft at a card.
func (v *rolling) write(item int) {
	card := app.RolledCard{Paragraph: -1}
	if item >= 0 {
		card = v.rolled[item]
	}
	v.ui.show(v.ui.app.OpenRolled(v.tab, card))
}
