package ui

import (
	"slices"

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

// importing draws the import check: the source beside what was recognised in it, the doubtful places first. Nothing is
// kept before it is accepted.
type importing struct {
	ui     *UI
	tab    *app.Importing
	now    *app.Import
	touch  []app.Touch
	drawn  []resolution.Paragraph // what the list was made of
	doubt  []resolution.Problem   //
	chosen int                    // as drawn
	caret  int
	ready  bool // the lists have a size and show the chosen paragraph

	form   *importForm
	source *importSource
	doubts *doubtList
	strip  *importStrip
	cells  []resolution.Cell
	texts  []*widgets.Text
	list   *list
	tabs   *container.AppTabs
	result *fyne.Container // the doubts and what was recognised
	notes  *sideList       // the footnotes
	left   *sideList       // what was left out
	count  *widget.Label
	accept *widget.Button
	root   *fyne.Container
	short  bool // there is little height
}

func newImporting(u *UI) *importing {
	v := &importing{ui: u, chosen: -1, form: newImportForm(u)}
	v.source = newImportSource(v)
	v.doubts = newDoubtList(v)
	v.strip = newImportStrip(v)
	v.list = newList(func() int { return len(v.cells) }, func() widgets.Row { return newImportRow(v) },
		func(i int, o widgets.Row) { v.update(i, o.(*importRow)) },
		func(i int, width float32) float32 {
			return v.text(i).Estimate(width-marginWidth-endWidth) + 2*above + tagHeight
		})
	v.notes, v.left = newNoteList(v), newLeftList(v)
	v.lay()
	return v
}

// lay puts the parts of the view together.
func (v *importing) lay() {
	say := v.ui.app.Say
	v.tabs = container.NewAppTabs(
		container.NewTabItem("", container.New(settled{v.settle}, onPaper(v.list))),
		container.NewTabItem("", v.notes.object),
		container.NewTabItem("", v.left.object))
	v.count = widget.NewLabel("")
	v.accept = button(say("import.accept"), theme.IconNameConfirm, func() { v.ui.do("file.accept") })
	v.accept.Importance = widget.HighImportance
	skip := button(say("import.skip"), theme.IconNameCancel, func() { v.ui.do("file.skip") })
	foot := container.New(piled{side: 8, gap: 4}, newTitleRow(v.strip.fields, 300, v.count, skip, v.accept))
	v.result = container.New(headed{}, v.doubts.object, v.tabs)
	split := container.NewHSplit(v.source.object, v.result)
	split.Offset = 0.45
	v.root = container.New(checkLayout{v}, v.form.object, split, v.strip.object, foot)
	v.tabs.OnSelected = func(*container.TabItem) { v.strip.show(v.tabs.SelectedIndex() == 0) }
	v.form.resized = v.relay
}

// relay lays the view out anew: a part of it takes more room, or less.
func (v *importing) relay() { v.root.Layout.Layout(v.root.Objects, v.root.Size()) }

// setShort is told whether there is little height: then the texts have it, and the head and the doubts do with less.
func (v *importing) setShort(short bool) {
	if v.short == short {
		return
	}
	v.short = short
	v.form.setShort(short)
	v.result.Layout.Layout(v.result.Objects, v.result.Size())
}

// onPaper gives a list of a document's words the ground of documents.
func onPaper(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(canvas.NewRectangle(theme.Color(widgets.ColorPaper)), o)
}

func padded(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(4, 4, 8, 8), o)
}

func (v *importing) object() fyne.CanvasObject { return v.root }

func (v *importing) refresh(t app.Tab) {
	v.tab = t.(*app.Importing)
	if len(v.tab.Imports) == 0 {
		return
	}
	setLabel(v.count, v.ui.app.Say("import.count", v.tab.Current+1, len(v.tab.Imports)))
	v.count.Hidden = len(v.tab.Imports) < 2
	now := v.tab.Imports[v.tab.Current]
	v.nameAccept(now)
	switch {
	case now != v.now:
		v.begin(now)
	case !v.same():
		v.redraw()
	case v.chosen != v.tab.Selected || v.caret != v.tab.Caret:
		v.mark()
	}
}

// nameAccept says what becomes of the text: one that is there already is not kept twice.
func (v *importing) nameAccept(now *app.Import) {
	key := "import.accept"
	if now.Place.Twin != 0 && !now.Place.Again {
		key = "import.accept-twin"
	}
	if words := v.ui.app.Say(key); v.accept.Text != words {
		v.accept.SetText(words)
	}
}

// begin shows another text. Its first doubtful place is chosen already.
func (v *importing) begin(now *app.Import) {
	v.now, v.chosen = now, -1
	v.source.show(now)
	v.list.ShowFrom(0)
	v.redraw()
	v.form.fill(now) // last: it lays out what stands below it
}

// same reports whether what is drawn is the text as it is now: every correction makes other paragraphs or settles a doubt.
func (v *importing) same() bool {
	return slices.EqualFunc(v.drawn, v.now.Draft.Paragraphs, sameParagraph) && slices.EqualFunc(v.doubt, v.now.Problems, resolution.Problem.Same) &&
		v.notes.length() == v.notes.drawn && v.left.length() == v.left.drawn
}

func sameParagraph(a, b resolution.Paragraph) bool {
	return a.Kind == b.Kind && a.Number == b.Number && a.Level == b.Level && a.Text == b.Text && slices.Equal(a.Notes, b.Notes)
}

// redraw draws the paragraphs and what is doubtful in them.
func (v *importing) redraw() {
	v.drawn, v.doubt = slices.Clone(v.now.Draft.Paragraphs), slices.Clone(v.now.Problems)
	v.cells, v.touch = app.Cells(v.now.Draft, nil), v.now.Touches()
	v.texts = make([]*widgets.Text, len(v.cells))
	v.tab.Selected = min(v.tab.Selected, len(v.cells)-1)
	v.chosen, v.caret = v.tab.Selected, v.tab.Caret
	v.list.redraw()
	v.notes.redraw()
	v.left.redraw()
	v.source.changed()
	say := v.ui.app.Say
	for i, words := range []string{
		say("import.paragraphs", len(v.cells)), say("import.footnotes", len(v.now.Draft.Footnotes)), say("import.left-out", len(v.now.Draft.LeftOut)),
	} {
		v.tabs.Items[i].Text = words
	}
	v.tabs.Refresh()
	v.doubts.show() // last: it lays out what stands below it
	v.reveal()
}

// mark shows which paragraph is chosen now, and where its caret stands.
func (v *importing) mark() {
	was := v.chosen
	v.chosen, v.caret = v.tab.Selected, v.tab.Caret
	v.list.RefreshRow(was)
	v.list.RefreshRow(v.chosen)
	v.doubts.mark()
	if was != v.chosen {
		v.reveal()
	} else {
		v.strip.fill()
	}
}

// reveal brings the chosen paragraph into view, beside its place in the source.
func (v *importing) reveal() {
	v.list.ScrollTo(v.chosen)
	v.source.mark(v.chosen)
	v.strip.fill()
}

// settle brings the chosen paragraph into view as soon as there is a view.
func (v *importing) settle() {
	if !v.ready && v.now != nil && v.list.Size().Width > 0 {
		v.ready = true
		v.reveal()
	}
}

func (v *importing) text(i int) *widgets.Text {
	if v.texts[i] == nil {
		texts, _ := v.ui.cellTexts(v.cells[i:i+1], v.now.Draft.Language)
		v.texts[i] = texts[0]
	}
	return v.texts[i]
}

// choose makes a paragraph the chosen one, its caret before a code point of its text.
func (v *importing) choose(i, caret int) {
	v.ui.focusView()
	if i < 0 || i >= len(v.cells) {
		return
	}
	v.tabs.SelectIndex(0)
	v.tab.Selected, v.tab.Caret = i, caret
	v.mark()
}

// chosenParagraph is the paragraph that is corrected; false where none is chosen.
func (v *importing) chosenParagraph() (resolution.Paragraph, bool) {
	if v.now == nil || v.chosen < 0 || v.chosen >= len(v.now.Draft.Paragraphs) {
		return resolution.Paragraph{}, false
	}
	return v.now.Draft.Paragraphs[v.chosen], true
}

// correct changes the text and draws what depends on it.
func (v *importing) correct(change func() error) {
	if v.now == nil {
		return
	}
	v.ui.show(change())
	v.ui.app.KeepCheck()
	v.ui.refresh()
}

func (v *importing) copied() string {
	if v.chosen < 0 || v.chosen >= len(v.cells) {
		return ""
	}
	return plain(v.cells[v.chosen].Runs)
}

func (v *importing) leave() {}
