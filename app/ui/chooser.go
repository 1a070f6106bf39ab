package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// choice is one line of a chooser.
type choice struct {
	label, detail string
	pick          func()
}

// chooser is a list that is narrowed by typing: texts, series, commands.
type chooser struct {
	ui      *UI
	all     []choice
	found   []choice
	at      int
	list    *widget.List
	popup   *widget.PopUp
	quiet   bool
	heading string
}

// choose lets a person pick one of several.
func (u *UI) choose(heading string, choices []choice) {
	c := &chooser{ui: u, all: choices, found: choices, heading: heading}
	search := newField(u)
	search.SetPlaceHolder(u.app.Say("choose.search"))
	search.OnChanged = c.find
	search.OnSubmitted = func(string) { c.pick(c.at) }
	search.onDown, search.onUp = func() { c.move(1) }, func() { c.move(-1) }
	search.onEscape = c.close
	c.list = widget.NewList(func() int { return len(c.found) }, newChoiceRow, c.update)
	c.list.OnSelected = func(i int) {
		if !c.quiet {
			c.pick(i)
		}
	}
	title := widget.NewLabelWithStyle(heading, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	cancel := widget.NewButton(u.app.Say("cancel"), c.close)
	body := container.NewBorder(container.NewVBox(title, search), container.NewHBox(cancel), nil, nil, c.list)
	c.popup = widget.NewModalPopUp(inset(body), u.window.Canvas())
	c.popup.Resize(fyne.NewSize(min(620, u.window.Canvas().Size().Width-40), min(440, u.window.Canvas().Size().Height-40)))
	c.popup.Show()
	c.mark()
	u.window.Canvas().Focus(search)
}

func newChoiceRow() fyne.CanvasObject {
	label := widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Shortens: true})
	detail := widgets.NewLabel("", widgets.LabelLook{Size: smallLetters + 1})
	return container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 12), detail),
		container.New(layout.NewCustomPaddedLayout(7, 7, 8, 0), label))
}

func (c *chooser) update(i int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	parts[0].(*fyne.Container).Objects[0].(*widgets.Label).SetWords(c.found[i].label)
	parts[1].(*fyne.Container).Objects[0].(*widgets.Label).SetWords(c.found[i].detail)
	o.Refresh()
}

// find leaves the lines that hold every word.
func (c *chooser) find(query string) {
	c.found, c.at = nil, 0
	words := strings.Fields(resolution.Fold(query))
	for _, one := range c.all {
		if holds(resolution.Fold(one.label+" "+one.detail), words) {
			c.found = append(c.found, one)
		}
	}
	c.list.Refresh()
	c.mark()
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (c *chooser) move(by int) {
	c.at = max(0, min(c.at+by, len(c.found)-1))
	c.mark()
}

// mark shows which line Return would pick.
func (c *chooser) mark() {
	c.quiet = true
	c.list.UnselectAll()
	if len(c.found) > 0 {
		c.list.Select(c.at)
	}
	c.quiet = false
}

func (c *chooser) pick(i int) {
	if i >= len(c.found) {
		return
	}
	c.close()
	c.found[i].pick()
	c.ui.refresh()
}

func (c *chooser) close() {
	c.popup.Hide()
	c.ui.focusView()
}

// pickText lets a person pick one of several texts.
func (u *UI) pickText(heading string, texts []app.Text, then func(app.Text)) {
	var choices []choice
	for _, t := range texts {
		choices = append(choices, choice{caption(u.app.Words, t), detail(u.app.Words, t), func() { then(t) }})
	}
	u.choose(heading, choices)
}

// showPalette lists every command that can be run now.
func (u *UI) showPalette() {
	var choices []choice
	for _, c := range u.commands() {
		if c.Enabled() && c.ID != "edit.palette" {
			choices = append(choices, choice{u.app.Say(c.Label), keysName(actions[c.ID].keys), func() { u.do(c.ID) }})
		}
	}
	u.choose(u.app.Say("palette.title"), choices)
}
