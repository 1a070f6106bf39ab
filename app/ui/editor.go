package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// editor is the field in which one paragraph is written, with what else can be done to it. Fyne's field scrambles
// right-to-left text, so that is painted below as it will stand.
type editor struct {
	widget.BaseWidget
	view    *editing
	at      int
	quiet   bool // the fields are being filled in by the program
	slow    bool // keeping takes so long that it would be felt at every letter
	label   *widget.Label
	kind    *picker
	number  *field
	words   *field
	preview *widgets.Paragraph
	painted *widgets.Text
	notes   *canvas.Text
	origin  *widgets.Paragraph // where the words come from, where that is shown
	from    *widgets.Text
	root    *fyne.Container
}

func newEditor(v *editing) *editor {
	u := v.ui
	e := &editor{view: v, at: -1, preview: widgets.NewParagraph(nil), notes: muted("")}
	e.label = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	e.kind = newPicker(u, func(i int) { e.change(func() error { return v.tab.SetKind(e.at, resolution.Kinds[i]) }) })
	e.number = newField(u)
	e.number.OnSubmitted = func(string) { e.keep(); u.refresh() }
	e.words = newTextField(u)
	e.words.OnChanged = e.typed
	e.words.onUnfocus = e.keep
	insert := button(u.app.Say("editing.insert"), theme.IconNameContentAdd, nil)
	insert.OnTapped = func() { e.insertMenu(insert) }
	tools := container.NewHBox(e.label, container.New(widthOf(220), e.kind), widget.NewLabel(u.app.Say("import.number")),
		container.New(widthOf(80), e.number), layout.NewSpacer(), insert,
		v.tool("draft.up", ""), v.tool("draft.down", ""), v.tool("draft.delete", ""))
	e.origin = widgets.NewParagraph(nil)
	e.origin.OnLink = func(target string) { v.linked(e.at)(target, below(e.origin)) }
	e.origin.Hide()
	e.root = container.NewVBox(tools, e.words, e.preview, e.origin, e.notes)
	e.ExtendBaseWidget(e)
	return e
}

// insertMenu offers what can be put behind the paragraph.
func (e *editor) insertMenu(from fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, id := range []string{"draft.insert.preambular", "draft.insert.operative", "draft.insert.subparagraph"} {
		i := fyne.NewMenuItem(e.view.ui.app.Say(id), func() { e.keep(); e.view.ui.do(id); e.focus() })
		i.Shortcut = actions[id].keys.shortcut()
		items = append(items, i)
	}
	e.view.ui.popUpMenu(fyne.NewMenu("", items...), below(from))
}

// edit takes up the i-th paragraph.
func (e *editor) edit(i int) {
	tab := e.view.tab
	if i < 0 || i >= len(tab.Draft.Paragraphs) {
		e.at = -1
		return
	}
	p := tab.Draft.Paragraphs[i]
	e.quiet = true
	defer func() { e.quiet = false }()
	if e.at != i || squeezed(e.words.Text) != p.Text {
		e.words.SetText(p.Text)
		e.words.CursorRow, e.words.CursorColumn = 0, 0
	}
	e.at = i
	label := e.view.cells[i].Label
	if label == "" {
		label = e.view.ui.app.Say("kind." + string(p.Kind))
	}
	setLabel(e.label, label)
	e.kind.offer(e.kinds(), slices.Index(resolution.Kinds, p.Kind))
	e.number.SetText(p.Number)
	setText(e.notes, e.notesOf(p))
	e.notes.Hidden = e.notes.Text == ""
	e.showOrigin()
	e.paint()
}

// showOrigin says where the words come from.
func (e *editor) showOrigin() {
	e.from = e.view.origin(e.at)
	e.origin.Hidden = e.from == nil
	e.origin.SetText(e.from)
}

func (e *editor) kinds() []string {
	var names []string
	for _, k := range resolution.Kinds {
		names = append(names, e.view.ui.app.Say("kind."+string(k)))
	}
	return names
}

func (e *editor) notesOf(p resolution.Paragraph) string {
	var numbers []string
	for _, n := range p.Notes {
		numbers = append(numbers, n.Number)
	}
	if len(numbers) == 0 {
		return ""
	}
	return e.view.ui.app.Say("editing.notes", strings.Join(numbers, ", "))
}

// squeezed is a text as a paragraph keeps it: one line, one blank between words.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// typed shows right-to-left text as it will stand, and keeps what is written, so that a crash loses nothing: letter by
// letter, on a slow disk word by word.
func (e *editor) typed(s string) {
	if e.quiet || e.at < 0 {
		return
	}
	e.paint()
	if kept := e.view.tab.Draft.Paragraphs[e.at].Text; !e.slow || strings.Count(s, " ") != strings.Count(kept, " ") || abs(len(s)-len(kept)) > 8 {
		start := time.Now()
		e.keep()
		e.slow = time.Since(start) > 40*time.Millisecond
	}
	e.view.list.RefreshRow(e.at)
}

func abs(n int) int { return max(n, -n) }

// paint draws the preview of a right-to-left paragraph.
func (e *editor) paint() {
	l := e.view.draft.Language
	e.preview.Hidden = !l.RightToLeft()
	if e.preview.Hidden {
		return
	}
	e.painted = widgets.Plain(squeezed(e.words.Text), widgets.Look{Language: l, Size: e.view.ui.letters})
	e.preview.SetText(e.painted)
}

// keep puts what was written into the draft.
func (e *editor) keep() {
	tab := e.view.tab
	if e.quiet || tab == nil || e.at < 0 || e.at >= len(tab.Draft.Paragraphs) {
		return
	}
	p := tab.Draft.Paragraphs[e.at]
	if squeezed(e.words.Text) != p.Text {
		e.view.ui.show(tab.Type(e.at, e.words.Text))
	}
	e.view.took(e.at)
	if n := strings.TrimSpace(e.number.Text); n != p.Number {
		e.view.ui.show(tab.SetNumber(e.at, n)) // the labels are drawn anew with the next refresh
	}
}

// change does something else to the paragraph, after what was written is kept.
func (e *editor) change(do func() error) {
	e.keep()
	e.view.ui.show(do())
	e.view.ui.refresh()
}

func (e *editor) focus() {
	if e.at >= 0 {
		e.Refresh() // the toolkit finds only what was drawn once
		e.view.ui.window.Canvas().Focus(e.words)
	}
}

// HeightFor is the editor's height at a width: as many lines as the words take.
func (e *editor) HeightFor(width float32) float32 {
	size := theme.TextSize()
	const average = 0.52 // width of a letter, in its size
	lines := int(float32(len([]rune(e.words.Text)))*size*average/max(width-60, 100)) + 2
	e.words.SetMinRowsVisible(min(max(lines, 2), 14))
	height := e.root.MinSize().Height + 2*above
	if !e.preview.Hidden && e.painted != nil {
		height += e.painted.Height(width-2*besides) - e.preview.MinSize().Height
	}
	if e.from != nil {
		height += e.from.Height(width-2*besides) - e.origin.MinSize().Height
	}
	return height
}

// CreateRenderer is the toolkit's hook.
func (e *editor) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(theme.Color(widgets.ColorChosen))
	return widget.NewSimpleRenderer(container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(above, above, besides, besides), e.root)))
}
