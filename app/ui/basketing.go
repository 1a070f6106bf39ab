package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// basketing draws the basket: a card a wording with where it stands.
type basketing struct {
	ui     *UI
	tab    *app.Basketing
	list   *list
	counts *sentence
	root   *fyne.Container
}

func newBasketing(u *UI) *basketing {
	v := &basketing{ui: u}
	v.list = newList(v.length, func() widgets.Row { return newRow(u) }, func(i int, o widgets.Row) { v.update(i, o.(*row)) }, v.estimate)
	v.counts = newSentence(u)
	var tools []fyne.CanvasObject
	for _, id := range []string{"basket.up", "basket.down", "basket.phrase", "basket.remove", "basket.copy", "file.preview"} {
		tools = append(tools, widget.NewButton(u.app.Say("tool."+id), func() { u.do(id); u.focusView() }))
	}
	v.root = container.New(stacked{}, newHeadRow(nil, v.counts, tools...), widget.NewSeparator(), onPaper(v.list))
	return v
}

func (v *basketing) object() fyne.CanvasObject { return v.root }

func (v *basketing) length() int {
	if v.tab == nil {
		return 0
	}
	return len(v.tab.All)
}

func (v *basketing) refresh(t app.Tab) {
	v.tab = t.(*app.Basketing)
	words := v.ui.app.Say("basket.none")
	if n := len(v.tab.All); n > 0 {
		words = v.ui.app.Say("basket.count", n)
	}
	v.counts.SetWords(words)
	v.list.redraw()
	restack(v.root)
	v.list.ScrollTo(v.tab.Selected)
}

// texts are where a wording stands, and its words.
func (v *basketing) texts(f app.Found) []*widgets.Text {
	source := widgets.Look{Sans: true, Size: smallLetters + 1.5, Language: f.Language}
	if f.Language.RightToLeft() {
		source.Align = typeset.Start
	}
	return []*widgets.Text{
		widgets.NewText([]resolution.Run{{Text: f.Source(), Style: resolution.Bold}}, source),
		widgets.NewText(foundRuns(f), widgets.Look{Language: f.Language, Size: v.ui.letters}),
	}
}

// foundRuns are the words that are taken; the phrase that was looked for is bold in its paragraph.
func foundRuns(f app.Found) []resolution.Run {
	if !f.HasPhrase() || f.Alone {
		return []resolution.Run{{Text: f.Taken()}}
	}
	letters := []rune(f.Words)
	return []resolution.Run{{Text: string(letters[:f.From])}, {Text: string(letters[f.From:f.To]), Style: resolution.Bold}, {Text: string(letters[f.To:])}}
}

func (v *basketing) estimate(i int, width float32) float32 {
	height := float32(2 * above)
	for _, t := range v.texts(v.tab.All[i]) {
		height += t.Estimate(min(width-marginWidth-endWidth, v.most())) + between
	}
	return height
}

func (v *basketing) most() float32 { return v.ui.letters * readingMeasure }

func (v *basketing) update(i int, r *row) {
	f := v.tab.All[i]
	r.tapped = func() { v.choose(i) }
	r.menu = func(ev *fyne.PointEvent) {
		v.choose(i)
		v.ui.popUpMenu(fyne.NewMenu("", v.ui.menuItems("basket.phrase", "basket.up", "basket.down", "basket.remove", "basket.copy")...), ev.AbsolutePosition)
	}
	tag := ""
	if f.Alone {
		tag = v.ui.app.Say("basket.alone")
	}
	r.set(look{
		tag: tag, label: f.Label, texts: v.texts(f), indents: []float32{0, 0}, ruled: true, most: v.most(),
		rightToLeft: f.Language.RightToLeft(), chosen: i == v.tab.Selected,
	})
}

func (v *basketing) choose(i int) {
	v.ui.focusView()
	v.ui.app.Choose(i)
}

func (v *basketing) typedKey(ev *fyne.KeyEvent) {
	if to, ok := v.list.step(ev, v.tab.Selected, len(v.tab.All)); ok {
		v.ui.app.Choose(to)
	}
}

func (v *basketing) copied() string {
	if i := v.tab.Selected; i >= 0 && i < len(v.tab.All) {
		return v.tab.All[i].Cite()
	}
	return ""
}

func (v *basketing) leave() {}
