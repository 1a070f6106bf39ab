package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// importing draws the import check: the source beside what was recognised in it. Nothing is kept before it is accepted.
type importing struct {
	ui     *UI
	tab    *app.Importing
	now    *app.Import
	chosen int // paragraph

	form     *importForm
	source   *sourceList
	problems *problemList
	cells    []resolution.Cell
	texts    []*widgets.Text
	list     *list
	kind     *picker
	number   *field
	label    *widgets.Label
	tabs     *container.AppTabs
	notes    *list
	left     *list
	count    *widget.Label
	accept   *widget.Button
	root     fyne.CanvasObject
}

func newImporting(u *UI) *importing {
	v := &importing{ui: u, chosen: -1, form: newImportForm(u), source: newSourceList(u)}
	v.problems = newProblemList(u, v.choose)
	v.list = newList(func() int { return len(v.cells) }, func() widgets.Row { return newRow(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*row)) },
		func(i int, width float32) float32 { return v.text(i).Estimate(width-marginWidth-endWidth) + 2*above })
	v.notes = v.plainList(func() int { return len(v.now.Draft.Footnotes) }, func(i int) *widgets.Text {
		return u.noteText(v.now.Draft.Footnotes[i], v.now.Draft.Language)
	})
	v.left = v.plainList(func() int { return len(v.now.Draft.LeftOut) }, func(i int) *widgets.Text {
		return widgets.Plain(v.now.Draft.LeftOut[i], widgets.Look{Language: v.now.Draft.Language, Size: u.letters * noteSize})
	})
	v.root = v.lay()
	return v
}

// lay puts the parts of the view together.
func (v *importing) lay() fyne.CanvasObject {
	say := v.ui.app.Say
	v.tabs = container.NewAppTabs(
		container.NewTabItem("", container.NewBorder(nil, v.strip(), nil, nil, onPaper(v.list))),
		container.NewTabItem("", onPaper(v.notes)),
		container.NewTabItem("", onPaper(v.left)))
	v.count = widget.NewLabel("")
	v.accept = button(say("import.accept"), theme.IconNameConfirm, func() { v.ui.do("file.accept") })
	v.accept.Importance = widget.HighImportance
	foot := container.NewHBox(v.count, layout.NewSpacer(),
		button(say("import.skip"), theme.IconNameCancel, func() { v.ui.do("file.skip") }), v.accept)
	right := container.NewBorder(container.NewVBox(padded(v.form.object), v.problems.object), nil, nil, nil, v.tabs)
	left := container.NewBorder(padded(widget.NewLabelWithStyle(say("import.source"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})),
		nil, nil, nil, onPaper(v.source.list))
	split := container.NewHSplit(left, right)
	split.Offset = 0.42
	return container.NewBorder(nil, container.NewVBox(widget.NewSeparator(), padded(foot)), nil, nil, split)
}

// onPaper gives a list of a document's words the ground of documents.
func onPaper(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(canvas.NewRectangle(theme.Color(widgets.ColorPaper)), o)
}

func padded(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(4, 4, 8, 8), o)
}

// strip is the row below the paragraphs in which the chosen one is corrected.
func (v *importing) strip() fyne.CanvasObject {
	say := v.ui.app.Say
	v.label = widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Bold: true, Shortens: true})
	v.kind = newPicker(v.ui, func(i int) { v.correct(func() { v.now.SetKind(v.chosen, resolution.Kinds[i]) }) })
	v.number = newField(v.ui)
	v.number.OnSubmitted = func(s string) { v.correct(func() { v.now.SetNumber(v.chosen, s) }); v.ui.focusView() }
	v.number.onUnfocus = func() {
		if v.chosen >= 0 && v.number.Text != v.now.Draft.Paragraphs[v.chosen].Number {
			v.correct(func() { v.now.SetNumber(v.chosen, v.number.Text) })
		}
	}
	return container.NewVBox(widget.NewSeparator(), padded(container.NewBorder(nil, nil, nil, container.NewHBox(
		widget.NewLabel(say("import.kind")), container.New(widthOf(230), v.kind),
		widget.NewLabel(say("import.number")), container.New(widthOf(80), v.number)), v.label)))
}

// correct changes the chosen paragraph and draws what depends on it.
func (v *importing) correct(change func()) {
	if v.chosen < 0 || v.now == nil {
		return
	}
	change()
	v.redraw()
}

func (v *importing) object() fyne.CanvasObject { return v.root }

func (v *importing) refresh(t app.Tab) {
	v.tab = t.(*app.Importing)
	if len(v.tab.Imports) == 0 {
		return
	}
	setLabel(v.count, v.ui.app.Say("import.count", v.tab.Current+1, len(v.tab.Imports)))
	v.count.Hidden = len(v.tab.Imports) < 2
	if now := v.tab.Imports[v.tab.Current]; now != v.now {
		v.now, v.chosen = now, -1
		v.form.fill(now)
		v.source.show(now)
		v.redraw()
		v.notes.redraw()
		v.left.redraw()
		v.list.ShowFrom(0)
		if len(now.Problems) > 0 && now.Problems[0].Paragraph >= 0 {
			v.choose(now.Problems[0].Paragraph)
		}
	}
}

// redraw draws the paragraphs and what is doubtful in them.
func (v *importing) redraw() {
	v.cells = app.Cells(v.now.Draft, nil)
	v.texts = make([]*widgets.Text, len(v.cells))
	v.problems.show(v.now)
	v.list.redraw()
	say := v.ui.app.Say
	for i, words := range []string{
		say("import.paragraphs", len(v.cells)), say("import.footnotes", len(v.now.Draft.Footnotes)), say("import.left-out", len(v.now.Draft.LeftOut)),
	} {
		v.tabs.Items[i].Text = words
	}
	v.tabs.Refresh()
	v.fillStrip()
}

func (v *importing) fillStrip() {
	if v.chosen < 0 || v.chosen >= len(v.cells) {
		v.label.SetWords(v.ui.app.Say("import.choose"))
		v.kind.offer(v.kinds(), -1)
		v.kind.Disable()
		v.number.SetText("")
		v.number.Disable()
		return
	}
	p := v.now.Draft.Paragraphs[v.chosen]
	label := v.cells[v.chosen].Label
	if label == "" {
		label = v.ui.app.Say("kind." + string(p.Kind))
	}
	v.label.SetWords(label)
	v.kind.Enable()
	v.number.Enable()
	v.kind.offer(v.kinds(), slices.Index(resolution.Kinds, p.Kind))
	v.number.SetText(p.Number)
}

func (v *importing) kinds() []string {
	var names []string
	for _, k := range resolution.Kinds {
		names = append(names, v.ui.app.Say("kind."+string(k)))
	}
	return names
}

func (v *importing) text(i int) *widgets.Text {
	if v.texts[i] == nil {
		texts, _ := v.ui.cellTexts(v.cells[i:i+1], v.now.Draft.Language)
		v.texts[i] = texts[0]
	}
	return v.texts[i]
}

func (v *importing) update(i int, r *row) {
	c := v.cells[i]
	l := look{
		label: c.Label, texts: []*widgets.Text{v.text(i)}, indents: []float32{float32(c.Level) * indent}, ruled: true,
		chosen: i == v.chosen, rightToLeft: v.now.Draft.Language.RightToLeft(), tag: v.ui.app.Say("kind." + string(c.Kind)),
	}
	if said := v.problemsOf(i); said != "" {
		l.tag, l.tagInk, l.bar = l.tag+" · "+said, theme.ColorNameWarning, widgets.ColorBarChanged
	}
	r.tapped = func() { v.choose(i) }
	r.set(l)
}

func (v *importing) problemsOf(i int) string {
	var said []string
	for _, p := range v.now.Problems {
		if p.Paragraph == i {
			said = append(said, p.Message)
		}
	}
	return strings.Join(said, " ")
}

// choose brings a paragraph into view, beside the place where it begins in the source.
func (v *importing) choose(i int) {
	v.ui.focusView()
	if i < 0 || i >= len(v.cells) {
		return
	}
	was := v.chosen
	v.chosen = i
	v.list.RefreshRow(was)
	v.list.RefreshRow(i)
	v.list.ScrollTo(i)
	v.source.find(v.now.Draft.Paragraphs[i])
	v.tabs.SelectIndex(0)
	v.fillStrip()
}

func (v *importing) typedKey(ev *fyne.KeyEvent) {
	if to, ok := v.list.step(ev, v.chosen, len(v.cells)); ok {
		v.choose(to)
	}
}

func (v *importing) copied() string {
	if v.chosen < 0 || v.chosen >= len(v.cells) {
		return ""
	}
	return plain(v.cells[v.chosen].Runs)
}

func (v *importing) leave() {}

// plainList is a list of texts without labels.
func (v *importing) plainList(length func() int, text func(int) *widgets.Text) *list {
	safe := func() int {
		if v.now == nil {
			return 0
		}
		return length()
	}
	return newList(safe, func() widgets.Row { return newRow(v.ui) }, func(i int, o widgets.Row) {
		o.(*row).set(look{texts: []*widgets.Text{text(i)}, indents: []float32{0}, ruled: true, rightToLeft: v.now.Draft.Language.RightToLeft()})
	}, func(i int, width float32) float32 { return text(i).Estimate(width-marginWidth-endWidth) + 2*above })
}
