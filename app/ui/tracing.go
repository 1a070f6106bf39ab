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

// tracing draws the life of a paragraph: its words as they stand, by the year in which each was first seen; then a card
// a text, with what changed since the text before.
type tracing struct {
	ui       *UI
	tab      *app.Tracing
	shown    *app.Lives // what the cards were made of
	chosen   int
	cards    []look
	list     *list
	title    *widgets.Label
	searched *sentence
	root     *fyne.Container
}

func newTracing(u *UI) *tracing {
	v := &tracing{ui: u, chosen: -1}
	v.list = newList(func() int { return len(v.cards) }, func() widgets.Row { return newRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*row)) }, v.estimate)
	v.title = newHeading()
	v.searched = newSentence(u)
	v.root = container.New(stacked{}, newTitleRow(v.title, titleRoom, u.printTools("view.in-text", "view.picture")...), v.searched,
		widget.NewSeparator(), onPaper(v.list))
	return v
}

// printTools are buttons for commands of a view, and those that print and save it.
func (u *UI) printTools(ids ...string) (buttons []fyne.CanvasObject) {
	for _, id := range ids {
		buttons = append(buttons, widget.NewButton(u.app.Say("tool."+id), func() { u.do(id); u.focusView() }))
	}
	for _, id := range []string{"file.preview", "file.export.pdf", "file.print"} {
		label := u.app.Say("tool." + id)
		b := widget.NewButtonWithIcon(label, theme.Icon(actions[id].icon), func() { u.do(id); u.focusView() })
		if id == "file.print" {
			b.Importance = widget.HighImportance
		}
		buttons = append(buttons, b)
	}
	return buttons
}

func (v *tracing) object() fyne.CanvasObject { return v.root }

func (v *tracing) refresh(t app.Tab) {
	v.tab = t.(*app.Tracing)
	w := v.ui.app.Words
	v.title.SetWords(v.tab.Name(w))
	if v.tab.Lives == nil {
		return
	}
	if v.shown != v.tab.Lives {
		v.shown, v.chosen = v.tab.Lives, v.tab.Selected
		v.searched.SetWords(v.tab.History.SearchedWords(w))
		v.cards = []look{v.births()}
		for _, s := range v.tab.History.Steps {
			v.cards = append(v.cards, v.card(s))
		}
		v.list.redraw()
		restack(v.root)
	}
	if was := v.chosen; was != v.tab.Selected {
		v.chosen = v.tab.Selected
		v.list.RefreshRow(was + 1)
		v.list.RefreshRow(v.chosen + 1)
		v.list.ScrollTo(v.chosen + 1)
	}
}

func (v *tracing) language() resolution.Language { return v.tab.History.Text.Language }

// line is words of the interface above or below a paragraph.
func (v *tracing) line(ink fyne.ThemeColorName, runs ...resolution.Run) *widgets.Text {
	l := widgets.Look{Sans: true, Size: smallLetters + 1.5, Color: ink, Language: resolution.Language(v.ui.app.Words.Language)}
	if v.language().RightToLeft() {
		l.Align = typeset.End
	}
	return widgets.NewText(runs, l)
}

// births is the paragraph as it stands with the year in which its words were first seen, and a legend that names the
// texts. The year stands before each stretch, so that nothing hangs on the shade.
func (v *tracing) births() look {
	h, w := v.tab.History, v.ui.app.Words
	order, marks, names := ages(h)
	l := look{label: h.Label, ruled: true, years: true, rightToLeft: v.language().RightToLeft(), most: v.most()}
	add := func(t *widgets.Text) { l.texts, l.indents = append(l.texts, t), append(l.indents, 0) }
	add(v.line("", resolution.Run{Text: w.Say("history.now", h.Text.Name()), Style: resolution.Bold}))
	var runs []resolution.Run
	words := map[int64]int{}
	for _, b := range h.Births {
		mark := marks[b.Text.ID]
		if len(order) > 1 {
			runs = append(runs, resolution.Run{Text: names[b.Text.ID] + "\u00a0", Style: resolution.Call, Mark: mark})
		}
		runs = append(runs, resolution.Run{Text: b.Words, Mark: mark})
		words[b.Text.ID] += app.CountWords(b.Words)
	}
	add(widgets.NewText(runs, widgets.Look{Language: v.language(), Size: v.ui.letters}))
	add(v.line(widgets.ColorMuted, resolution.Run{Text: w.Say("history.legend")}))
	for _, t := range order {
		add(v.line("", resolution.Run{Text: " " + names[t.ID] + " ", Mark: marks[t.ID]},
			resolution.Run{Text: "  " + t.Name() + " · " + bornWords(w, words[t.ID])}))
	}
	return l
}

func bornWords(w app.Words, n int) string {
	if n == 1 {
		return w.Say("history.born-one")
	}
	return w.Say("history.born", n)
}

// ages lists the texts in which words of a paragraph were first seen, the oldest first, with the mark and the short name
// of each: its year, where no other has the same.
func ages(h app.History) (order []app.Text, marks map[int64]resolution.Mark, names map[int64]string) {
	born := map[int64]bool{}
	for _, b := range h.Births {
		born[b.Text.ID] = true
	}
	for _, t := range h.Searched {
		if born[t.ID] {
			order = append(order, t)
		}
	}
	marks, names = map[int64]resolution.Mark{}, map[int64]string{}
	years := map[string]int{}
	for n, t := range order {
		marks[t.ID] = widgets.BornMark(n, len(order))
		years[t.Year()]++
	}
	for _, t := range order {
		names[t.ID] = t.Year()
		if t.Year() == "" || years[t.Year()] > 1 {
			names[t.ID] = t.Short()
		}
	}
	return order, marks, names
}

// card is one text of the series. One that left the paragraph as it was is a single line.
func (v *tracing) card(s app.HistoryStep) look {
	w := v.ui.app.Words
	l := look{label: s.Text.Year(), ruled: true, rightToLeft: v.language().RightToLeft(), most: v.most(), bar: eventBars[s.Event]}
	if s.Label != "" {
		l.was = s.Label
	}
	event := resolution.Run{Text: capital(s.EventWords(w)), Style: resolution.Bold}
	if s.Event == app.Unchanged {
		l.texts = []*widgets.Text{v.line(widgets.ColorMuted, resolution.Run{Text: w.Say("history.unchanged") + " · " + v.named(s.Text)})}
		l.indents = []float32{0}
		return l
	}
	l.texts = []*widgets.Text{
		v.line("", event, resolution.Run{Text: " · " + v.named(s.Text)}),
		widgets.NewText(drawn(s.Row.Inline, kindOf(s.Row)), widgets.Look{Language: v.language(), Size: v.ui.letters}),
	}
	l.indents = []float32{0, 0}
	if s.Row.Reason != "" && s.Event != app.FirstSeen {
		l.tag, l.tagInk = w.Say("history.weight."+string(s.Row.Weight))+": "+s.Row.Reason, tagInks[s.Row.Class]
	}
	return l
}

// eventBars are the colours of the bars beside the cards.
var eventBars = map[app.HistoryEvent]fyne.ThemeColorName{
	app.FirstSeen: widgets.ColorBarNew, app.Restored: widgets.ColorBarNew, app.Reworded: widgets.ColorBarChanged,
	app.SplitUp: widgets.ColorBarChanged, app.MergedIn: widgets.ColorBarChanged, app.Dropped: widgets.ColorBarDeleted,
}

// named is a text with its date and how far it has come.
func (v *tracing) named(t app.Text) string {
	w := v.ui.app.Words
	parts := []string{caption(w, t)}
	if t.Stage != "" {
		parts = append(parts, w.Say("stage."+string(t.Stage)))
	}
	return strings.Join(parts, " · ")
}

// capital writes the first letter of a sentence large.
func capital(words string) string {
	letters := []rune(words)
	if len(letters) == 0 {
		return words
	}
	return strings.ToUpper(string(letters[:1])) + string(letters[1:])
}

func (v *tracing) most() float32 { return v.ui.letters * inlineMeasure }

func (v *tracing) estimate(i int, width float32) float32 {
	height := float32(2 * above)
	for _, t := range v.cards[i].texts {
		height += t.Estimate(min(width-marginWidth-endWidth, v.most())) + between
	}
	return height
}

func (v *tracing) update(i int, r *row) {
	l := v.cards[i]
	l.chosen = i > 0 && i-1 == v.tab.Selected
	r.tapped, r.menu = nil, nil
	if i > 0 {
		r.tapped = func() { v.choose(i - 1) }
		r.menu = func(ev *fyne.PointEvent) {
			v.choose(i - 1)
			v.ui.popUpMenu(fyne.NewMenu("", v.ui.menuItems("view.in-text", "view.picture")...), ev.AbsolutePosition)
		}
	}
	r.set(l)
}

// choose chooses a card; one that is chosen already is shown in its text.
func (v *tracing) choose(step int) {
	v.ui.focusView()
	if v.tab.Selected == step {
		v.ui.do("view.in-text")
		return
	}
	v.ui.app.Choose(step)
}

func (v *tracing) typedKey(ev *fyne.KeyEvent) {
	if v.shown == nil {
		return
	}
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.ui.do("view.in-text")
		return
	}
	steps := len(v.tab.History.Steps)
	if v.tab.Selected < 0 && ev.Name == fyne.KeyDown {
		v.ui.app.Choose(0)
		return
	}
	if to, ok := v.list.step(ev, v.tab.Selected, steps); ok {
		v.ui.app.Choose(to)
	}
}

func (v *tracing) copied() string {
	if s := v.tab.Selected; v.shown != nil && s >= 0 && s < len(v.tab.History.Steps) {
		return plain(v.tab.History.Steps[s].Row.Inline)
	}
	return ""
}

func (v *tracing) leave() {}

// tracedDrafts are the texts whose notes a history calls: that of the chosen card first.
func (u *UI) tracedDrafts(t *app.Tracing) (drafts []resolution.Draft) {
	if t.Lives == nil {
		return nil
	}
	at, _ := t.Place()
	for _, s := range t.Lives.Texts {
		if s.Text.ID == at {
			drafts = append([]resolution.Draft{s.Draft}, drafts...)
		} else {
			drafts = append(drafts, s.Draft)
		}
	}
	return drafts
}
