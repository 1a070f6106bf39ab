package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// cards is a list of cards: what is said of a place in a document, above its words. One is chosen; Enter or a second tap
// opens it.
type cards struct {
	ui       *UI
	list     *list
	all      []card
	language resolution.Language // of the documents' words
	chosen   int
	open     func(item int)

	said string // the language of the interface the cards were made in
	size float32
}

// card is a card and the number of what it is about, -1 for a heading.
type card struct {
	look
	item int
}

func newCards(u *UI, open func(item int)) *cards {
	c := &cards{ui: u, open: open, chosen: -1}
	c.list = newList(func() int { return len(c.all) }, func() widgets.Row { return newRow(u) },
		func(i int, o widgets.Row) { c.update(i, o.(*row)) }, c.estimate)
	return c
}

// outdated reports whether the cards were made in another language of the interface or for letters of another size, and
// empties the list if so.
func (c *cards) outdated() bool {
	if c.all != nil && c.said == c.ui.app.Words.Language && c.size == c.ui.letters {
		return false
	}
	c.said, c.size, c.all = c.ui.app.Words.Language, c.ui.letters, nil
	return true
}

// add puts a card at the end.
func (c *cards) add(item int, l look) {
	l.ruled, l.rightToLeft, l.most = true, c.language.RightToLeft(), c.most()
	l.indents = make([]float32, len(l.texts))
	c.all = append(c.all, card{l, item})
}

// show draws the list anew with the chosen card in view.
func (c *cards) show(chosen int) {
	c.chosen = chosen
	c.list.redraw()
	c.list.ScrollTo(chosen)
}

// line is words of the interface.
func (c *cards) line(runs ...resolution.Run) *widgets.Text {
	l := widgets.Look{Sans: true, Size: smallLetters + 1.5, Language: resolution.Language(c.ui.app.Words.Language)}
	if c.language.RightToLeft() {
		l.Align = typeset.End
	}
	return widgets.NewText(runs, l)
}

// words are those of a document.
func (c *cards) words(runs []resolution.Run, kind resolution.Kind) *widgets.Text {
	return widgets.NewText(drawn(runs, kind), widgets.Look{Language: c.language, Size: c.ui.letters})
}

func (c *cards) most() float32 { return c.ui.letters * inlineMeasure }

func (c *cards) estimate(i int, width float32) float32 {
	height := float32(2 * above)
	for _, t := range c.all[i].texts {
		height += t.Estimate(min(width-marginWidth-endWidth, c.most())) + between
	}
	return height
}

func (c *cards) update(i int, r *row) {
	l := c.all[i].look
	l.chosen = i == c.chosen
	r.tapped = func() { c.choose(i) }
	r.menu = nil
	r.set(l)
}

// choose marks a card; the one that is chosen already is opened.
func (c *cards) choose(i int) {
	c.ui.focusView()
	if c.chosen == i {
		c.open(c.item())
		return
	}
	c.ui.app.Choose(i)
}

// item is the number of what the chosen card is about, -1 for nothing.
func (c *cards) item() int {
	if c.chosen < 0 || c.chosen >= len(c.all) {
		return -1
	}
	return c.all[c.chosen].item
}

func (c *cards) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		c.open(c.item())
		return
	}
	if to, ok := c.list.step(ev, c.chosen, len(c.all)); ok && to != c.chosen {
		c.ui.app.Choose(to)
	}
}

// copied is the chosen card as lines.
func (c *cards) copied() string {
	if c.chosen < 0 || c.chosen >= len(c.all) {
		return ""
	}
	var lines []string
	for _, t := range c.all[c.chosen].texts {
		lines = append(lines, plain(t.Runs()))
	}
	return strings.Join(lines, "\n")
}

func (c *cards) leave() {}
