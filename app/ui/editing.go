package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// editing draws a draft that is being made: its paragraphs, the chosen one as a field of text.
type editing struct {
	ui     *UI
	tab    *app.Editing
	draft  resolution.Draft // what is drawn
	chosen int

	cells  []resolution.Cell
	texts  []*widgets.Text
	list   *list
	editor *editor
	name   *field
	from   *widgets.Label
	root   *fyne.Container

	source  *sentence        // where the words come from, where that is shown
	origins []app.Provenance // what is drawn of it; none for words that are being looked for
	typed   int              // how often something was written
}

func newEditing(u *UI) *editing {
	v := &editing{ui: u, chosen: -1}
	v.editor = newEditor(v)
	v.list = newList(v.length, func() widgets.Row { return newEditRow(v) }, func(i int, o widgets.Row) { o.(*editRow).set(i) }, v.estimate)
	v.name = newField(u)
	v.name.OnChanged = func(s string) {
		if v.tab != nil && s != "" {
			v.tab.Label = s
		}
	}
	v.from = aside("")
	save := v.tool("draft.save", u.app.Say("editing.save"))
	save.Importance = widget.HighImportance
	v.source = newSentence(u)
	name := container.NewBorder(nil, nil, widget.NewLabel(u.app.Say("editing.name")), nil, container.NewGridWithColumns(2, v.name, v.from))
	v.root = container.New(stacked{}, newTitleRow(name, 2*titleRoom, v.tool("draft.renumber", u.app.Say("draft.renumber")),
		button(u.app.Say("editing.discard"), theme.IconNameDelete, func() { u.do("draft.discard") }), save), v.source, widget.NewSeparator(), onPaper(v.list))
	return v
}

// tool is a button for a command; what is being written is kept first.
func (v *editing) tool(id, label string) *widget.Button {
	return button(label, actions[id].icon, func() { v.leave(); v.ui.do(id) })
}

func (v *editing) object() fyne.CanvasObject { return v.root }

func (v *editing) refresh(t app.Tab) {
	tab := t.(*app.Editing)
	defer v.refreshOrigins()
	if v.tab != tab {
		v.tab = tab
		v.name.SetText(tab.Label)
		v.from.SetWords("")
		if base, ok := v.ui.app.Text(tab.Base); ok {
			v.from.SetWords(v.ui.app.Say("editing.from", caption(v.ui.app.Words, base)))
		}
		v.redraw()
	} else if !sameDraft(v.draft, tab.Draft) {
		v.redraw()
	}
	if v.chosen != tab.Selected {
		was := v.chosen
		v.chosen = tab.Selected
		v.editor.edit(v.chosen)
		v.list.RefreshRow(was)
		v.list.RefreshRow(v.chosen)
		v.list.ScrollTo(v.chosen)
	}
}

// sameDraft reports whether two drafts share their paragraphs and notes: every change makes new ones.
func sameDraft(a, b resolution.Draft) bool {
	if len(a.Paragraphs) != len(b.Paragraphs) || len(a.Footnotes) != len(b.Footnotes) {
		return false
	}
	return (len(a.Paragraphs) == 0 || &a.Paragraphs[0] == &b.Paragraphs[0]) && (len(a.Footnotes) == 0 || &a.Footnotes[0] == &b.Footnotes[0])
}

// redraw draws the draft anew. The texts of paragraphs that did not change stay as they are.
func (v *editing) redraw() {
	v.draft = v.tab.Draft
	v.origins = nil
	v.cells = app.Cells(v.draft, nil)
	v.texts = make([]*widgets.Text, v.length())
	v.chosen = v.tab.Selected
	v.editor.edit(v.chosen)
	v.list.redraw()
	v.list.ScrollTo(v.chosen)
}

func (v *editing) length() int {
	if v.tab == nil {
		return 0
	}
	return len(v.cells) + len(v.draft.Footnotes)
}

func (v *editing) text(i int) *widgets.Text {
	if v.texts[i] == nil {
		if n := i - len(v.cells); n >= 0 {
			v.texts[i] = v.ui.noteText(v.draft.Footnotes[n], v.draft.Language)
		} else {
			texts, _ := v.ui.cellTexts(v.cells[i:i+1], v.draft.Language)
			v.texts[i] = texts[0]
		}
	}
	return v.texts[i]
}

func (v *editing) most() float32 { return v.ui.letters * readingMeasure }

func (v *editing) estimate(i int, width float32) float32 {
	if i == v.chosen {
		return v.editor.HeightFor(width)
	}
	height := v.text(i).Estimate(min(width-marginWidth-endWidth, v.most())) + 2*above
	if v.origin(i) != nil {
		height += smallLetters*leading + between
	}
	return height
}

func (v *editing) look(i int) look {
	l := look{texts: []*widgets.Text{v.text(i)}, indents: []float32{0}, most: v.most(), rightToLeft: v.draft.Language.RightToLeft()}
	if n := i - len(v.cells); n >= 0 {
		l.lined = n == 0
		return l
	}
	c := v.cells[i]
	l.label, l.indents[0] = c.Label, float32(c.Level)*indent
	if from := v.origin(i); from != nil {
		l.texts, l.indents = append(l.texts, from), append(l.indents, l.indents[0])
		l.linked = v.linked(i)
	}
	if len(v.draft.Paragraphs[i].Text) == 0 {
		l.tag = v.ui.app.Say("editing.empty")
	}
	return l
}

// choose makes the i-th paragraph the one that is written in.
func (v *editing) choose(i int) {
	v.leave()
	v.ui.app.Choose(i)
	v.editor.focus()
}

// typedKey steps from paragraph to paragraph; Return begins to write.
func (v *editing) typedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.editor.focus()
		return
	}
	if to, ok := v.list.step(ev, v.tab.Selected, len(v.cells)); ok {
		v.leave()
		v.ui.app.Choose(to)
	}
}

func (v *editing) copied() string {
	if i := v.tab.Selected; i >= 0 && i < len(v.cells) {
		return plain(v.cells[i].Runs)
	}
	return ""
}

// leave keeps the words that are being written.
func (v *editing) leave() { v.editor.keep() }

// took notes that the editor itself put words into the draft: they are drawn already.
func (v *editing) took(i int) {
	v.draft = v.tab.Draft
	if i >= len(v.cells) {
		return
	}
	if i < len(v.origins) && plain(v.cells[i].Runs) != v.draft.Paragraphs[i].Text {
		v.origins[i] = app.Provenance{} // of other words
		v.editor.showOrigin()
		v.settle()
	}
	one := app.Cells(resolution.Draft{Language: v.draft.Language, Paragraphs: v.draft.Paragraphs[i : i+1]}, nil)[0]
	one.Index, one.Label = i, v.cells[i].Label // words change no label
	v.cells[i], v.texts[i] = one, nil
}

// editRow is a paragraph of the draft: painted, or the editor where it is chosen.
type editRow struct {
	widget.BaseWidget
	view  *editing
	at    int
	row   *row
	place *fyne.Container
}

func newEditRow(v *editing) *editRow {
	r := &editRow{view: v, row: newRow(v.ui), place: container.New(layout.NewStackLayout())}
	r.row.tapped = func() {
		if r.at < len(v.cells) {
			v.choose(r.at)
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *editRow) set(i int) {
	r.at = i
	var o fyne.CanvasObject = r.row
	if i == r.view.chosen && i < len(r.view.cells) {
		o = r.view.editor
	} else {
		r.row.set(r.view.look(i))
	}
	if len(r.place.Objects) != 1 || r.place.Objects[0] != o {
		r.place.Objects = []fyne.CanvasObject{o}
		r.place.Refresh()
	}
}

// HeightFor is the row's height at a width.
func (r *editRow) HeightFor(width float32) float32 {
	if r.at == r.view.chosen && r.at < len(r.view.cells) {
		return r.view.editor.HeightFor(width)
	}
	return r.row.HeightFor(width)
}

// CreateRenderer is the toolkit's hook.
func (r *editRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.place) }
