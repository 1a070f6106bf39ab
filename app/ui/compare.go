package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// comparing draws what changed between two texts.
type comparing struct {
	ui     *UI
	tab    *app.Comparing
	shown  *app.Comparison // what the list was made of
	inline bool            // and how
	only   bool
	filter app.Filter
	held   *resolution.Row
	noted  []int // the rows on which something is noted
	chosen int

	head   *compareHead
	lines  []line
	opened map[line]bool // runs of unchanged paragraphs that a person opened
	pairs  map[line]*pairTexts
	list   *list
	place  *fyne.Container // of the list
	strip  *fyne.Container // of its overview

	changes *changeList
	listed  bool            // the list of changes stands beside
	text    *fyne.Container // everything but that list
	body    *fyne.Container // both
	split   *container.Split
	root    *fyne.Container
}

// pairTexts are the words of a row, made when they are first needed.
type pairTexts struct {
	older, newer side
	inline       []*widgets.Text
}

func newComparing(u *UI) *comparing {
	v := &comparing{ui: u, chosen: -1, head: newCompareHead(u), opened: map[line]bool{}}
	v.strip, v.place = container.New(widthOf(stripWidth)), container.NewStack()
	paper := canvas.NewRectangle(theme.Color(widgets.ColorPaper))
	v.text = container.NewBorder(nil, nil, nil, v.strip, container.NewStack(paper, v.place))
	v.changes = newChangeList(u)
	v.body = container.NewStack(v.text)
	v.root = container.New(stacked{}, append(v.head.rows, widget.NewSeparator(), v.body)...)
	return v
}

// showList puts the list of changes beside the text, or takes it away.
func (v *comparing) showList(listed bool) {
	if v.listed == listed {
		return
	}
	v.listed = listed
	v.ui.remembered.setWord("changes.hidden", map[bool]string{false: "yes"}[listed])
	v.body.Objects = []fyne.CanvasObject{v.text}
	if v.split != nil {
		v.ui.remembered.setNumber("changes.split", v.split.Offset)
	}
	if listed {
		v.split = container.NewHSplit(v.text, v.changes.root)
		v.split.Offset = v.ui.remembered.number("changes.split", listOffset)
		v.body.Objects = []fyne.CanvasObject{v.split}
	}
	v.body.Refresh()
}

// listOffset is where the list of changes begins in the width of a comparison.
const listOffset = 0.76

// stripWidth is the width of the overview.
const stripWidth = 16

func (v *comparing) object() fyne.CanvasObject { return v.root }

func (v *comparing) refresh(t app.Tab) {
	v.tab = t.(*app.Comparing)
	if v.head.refresh(v.tab) {
		restack(v.root)
	}
	if v.tab.Comparison == nil {
		return // the old one stays until the new one is there
	}
	v.showList(!v.ui.app.HideChanges)
	v.redraw()
	v.follow()
	if v.listed {
		v.changes.refresh(v.tab)
	}
}

// redraw lists or draws anew what changed.
func (v *comparing) redraw() {
	switch {
	case v.shown == nil || v.shown.Older.Text.ID != v.tab.Older.Text.ID || v.shown.Newer.Text.ID != v.tab.Newer.Text.ID:
		v.opened = map[line]bool{}
		v.rebuild()
	case v.filter != v.tab.Filter:
		v.opened = map[line]bool{}
		v.rebuild()
	case v.inline != v.tab.Inline || v.only != v.tab.ChangesOnly || !samePairs(v.shown.Redline.Rows, v.tab.Redline.Rows),
		(v.only || v.filter != 0) && !slices.Equal(v.noted, v.tab.NotedRows()):
		v.rebuild()
	case v.shown != v.tab.Comparison || v.held != v.tab.Held: // the statuses were drawn anew, a row was held
		v.shown, v.held = v.tab.Comparison, v.tab.Held
		v.list.redraw()
	}
}

// follow shows the chosen row.
func (v *comparing) follow() {
	if was := v.chosen; was != v.tab.Selected {
		v.chosen = v.tab.Selected
		v.list.RefreshRow(v.at(was))
		v.list.RefreshRow(v.at(v.chosen))
		v.list.ScrollTo(v.at(v.chosen))
	}
}

// samePairs reports whether the same paragraphs stand beside each other in two redlines of the same texts.
func samePairs(a, b []resolution.Row) bool {
	indexes := func(cells []resolution.Cell) (at []int) {
		for _, c := range cells {
			at = append(at, c.Index)
		}
		return at
	}
	return slices.EqualFunc(a, b, func(x, y resolution.Row) bool {
		return x.Class == y.Class && slices.Equal(indexes(x.Older), indexes(y.Older)) && slices.Equal(indexes(x.Newer), indexes(y.Newer))
	})
}

// rebuild lists the comparison anew.
func (v *comparing) rebuild() {
	v.shown, v.inline, v.only = v.tab.Comparison, v.tab.Inline, v.tab.ChangesOnly
	v.filter, v.held = v.tab.Filter, v.tab.Held
	v.pairs = map[line]*pairTexts{}
	v.noted = v.tab.NotedRows()
	v.lines = lines(v.shown.Redline, v.only, v.filter, v.opened, v.noted)
	create := func() widgets.Row { return newPair(v.ui) }
	if v.inline {
		create = func() widgets.Row { return newRow(v.ui) }
	}
	v.list = newList(func() int { return len(v.lines) }, create, v.update, v.estimate)
	strip := widgets.NewStrip(v.list.VirtualList)
	strip.SetMarks(v.marks())
	v.place.Objects, v.strip.Objects = []fyne.CanvasObject{v.list}, []fyne.CanvasObject{strip}
	v.place.Refresh()
	v.strip.Refresh()
	v.chosen = v.tab.Selected
	v.root.Refresh()
	v.list.ScrollTo(v.at(v.chosen))
}

// marks are the lines that the overview shows.
func (v *comparing) marks() []widgets.StripMark {
	var marks []widgets.StripMark
	for i, l := range v.lines {
		if l.kind == paragraphLine || l.kind == noteLine {
			marks = append(marks, widgets.StripMark{Row: i, Class: v.row(l).Class})
		}
	}
	return marks
}

// at is the line of a row, -1 where it is not shown.
func (v *comparing) at(row int) int {
	return lineOf(v.lines, row)
}

func (v *comparing) row(l line) resolution.Row {
	if l.kind == noteLine {
		return v.shown.Redline.Footnotes[l.row]
	}
	return v.shown.Redline.Rows[l.row]
}

func (v *comparing) texts(l line) *pairTexts {
	if t, ok := v.pairs[l]; ok {
		return t
	}
	t := &pairTexts{}
	r, redline := v.row(l), v.shown.Redline
	if v.inline {
		t.inline = []*widgets.Text{widgets.NewText(drawn(r.Inline, kindOf(r)), v.lookOf(l, redline.Newer.Language))}
	} else {
		t.older = v.side(l, r.Older, redline.Older.Language)
		t.newer = v.side(l, r.Newer, redline.Newer.Language)
	}
	v.pairs[l] = t
	return t
}

// kindOf is what the first paragraph of a row is, the newer before the older.
func kindOf(r resolution.Row) resolution.Kind {
	for _, cells := range [][]resolution.Cell{r.Newer, r.Older} {
		if len(cells) > 0 {
			return cells[0].Kind
		}
	}
	return ""
}

func (v *comparing) side(l line, cells []resolution.Cell, language resolution.Language) (s side) {
	for _, c := range cells {
		s.texts = append(s.texts, widgets.NewText(drawn(c.Runs, c.Kind), v.lookOf(l, language)))
		s.indents = append(s.indents, float32(c.Level)*indent)
	}
	return s
}

func (v *comparing) lookOf(l line, language resolution.Language) widgets.Look {
	look := widgets.Look{Language: language, Size: v.ui.letters}
	if l.kind == noteLine {
		look.Size *= noteSize
	}
	return look
}

func (v *comparing) rightToLeft() bool { return v.shown.Redline.Newer.Language.RightToLeft() }

func (v *comparing) choose(l line) {
	v.ui.focusView()
	if l.kind == paragraphLine {
		v.ui.app.Choose(l.row)
	}
}

// open shows the unchanged paragraphs that a line stands for.
func (v *comparing) open(l line) {
	v.opened[l] = true
	top, _ := v.list.InView()
	v.rebuild()
	v.list.ShowFrom(top)
}

func (v *comparing) typedKey(ev *fyne.KeyEvent) {
	if v.shown == nil {
		return
	}
	if row, ok := stepRows(v.list, ev, v.lines, v.tab.Selected); ok {
		v.ui.app.Choose(row)
	}
}

func (v *comparing) copied() string {
	if v.shown == nil || v.tab.Selected < 0 || v.tab.Selected >= len(v.shown.Redline.Rows) {
		return ""
	}
	var words string
	r := v.shown.Redline.Rows[v.tab.Selected]
	cells := r.Newer
	if len(cells) == 0 {
		cells = r.Older
	}
	for i, c := range cells {
		if i > 0 {
			words += "\n"
		}
		for _, run := range c.Runs {
			if run.Style != resolution.Call {
				words += run.Text
			}
		}
	}
	return words
}

func (v *comparing) leave() {
	if v.split != nil && v.listed {
		v.ui.remembered.setNumber("changes.split", v.split.Offset)
	}
}

// showNote brings a footnote into view.
func (v *comparing) showNote(n int) {
	v.list.ScrollTo(slices.IndexFunc(v.lines, func(l line) bool { return l.kind == noteLine && l.row == n }))
}
