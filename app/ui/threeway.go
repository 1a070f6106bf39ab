package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// threeway draws a draft against two bases at once: a row a paragraph, a column a text.
type threeway struct {
	ui     *UI
	tab    *app.ComparingThree
	shown  *app.ThreeWay // what the list was made of
	only   bool
	noted  []int // the rows on which something is noted
	chosen int
	head   *threewayHead
	lines  []line
	opened map[line]bool
	looks  map[int]tripleLook
	list   *list
	place  *fyne.Container
	strip  *fyne.Container
	root   *fyne.Container
}

func newThreeway(u *UI) *threeway {
	v := &threeway{ui: u, chosen: -1, head: newThreewayHead(u), opened: map[line]bool{}}
	v.strip, v.place = container.New(widthOf(stripWidth)), container.NewStack()
	v.root = container.New(stacked{}, append(v.head.rows, widget.NewSeparator(), container.NewBorder(nil, nil, nil, v.strip, onPaper(v.place)))...)
	return v
}

func (v *threeway) object() fyne.CanvasObject { return v.root }

func (v *threeway) refresh(t app.Tab) {
	v.tab = t.(*app.ComparingThree)
	if v.head.refresh(v.tab) {
		restack(v.root)
	}
	if v.tab.ThreeWay == nil {
		return
	}
	if v.shown != v.tab.ThreeWay || v.only != v.tab.ChangesOnly || v.only && !slices.Equal(v.noted, v.tab.NotedRows()) {
		if v.shown == nil || v.shown.Draft.Text.ID != v.tab.ThreeWay.Draft.Text.ID || v.only != v.tab.ChangesOnly {
			v.opened = map[line]bool{}
		}
		v.rebuild()
	}
	if was := v.chosen; was != v.tab.Selected {
		v.chosen = v.tab.Selected
		v.list.RefreshRow(v.at(was))
		v.list.RefreshRow(v.at(v.chosen))
		v.list.ScrollTo(v.at(v.chosen))
	}
}

func (v *threeway) rebuild() {
	v.shown, v.only, v.looks = v.tab.ThreeWay, v.tab.ChangesOnly, map[int]tripleLook{}
	v.noted = v.tab.NotedRows()
	v.lines = v.linesShown()
	v.list = newList(func() int { return len(v.lines) }, func() widgets.Row { return newTriple(v.ui) },
		func(i int, o widgets.Row) { v.update(i, o.(*triple)) }, v.estimate)
	strip := widgets.NewStrip(v.list.VirtualList)
	var marks []widgets.StripMark
	for i, l := range v.lines {
		if l.kind == paragraphLine {
			marks = append(marks, widgets.StripMark{Row: i, Class: originClasses[v.shown.Rows[l.row].Origin]})
		}
	}
	strip.SetMarks(marks)
	v.place.Objects, v.strip.Objects = []fyne.CanvasObject{v.list}, []fyne.CanvasObject{strip}
	v.place.Refresh()
	v.strip.Refresh()
	v.chosen = v.tab.Selected
	v.list.ScrollTo(v.at(v.chosen))
}

// linesShown lists the rows; runs of paragraphs that are as in both bases and on which nothing is noted become one line
// where only changes are asked for.
func (v *threeway) linesShown() []line {
	shows := func(i int) bool {
		return !v.only || v.shown.Rows[i].Origin != app.AsBoth || slices.Contains(v.noted, i)
	}
	return section(len(v.shown.Rows), paragraphLine, hiddenLine, shows, v.opened)
}

// originClasses are the classes by which the overview and the bars show what became of a row.
var originClasses = map[app.Origin]resolution.Class{
	app.AsFirst: resolution.Changed, app.AsSecond: resolution.Changed, app.Combined: resolution.Changed, app.OwnWords: resolution.Changed,
	app.InNoBase: resolution.New, app.GoneBoth: resolution.Gone, app.GoneFirst: resolution.Gone, app.GoneSecond: resolution.Gone,
}

func (v *threeway) at(row int) int {
	return lineOf(v.lines, row)
}

func (v *threeway) look(row int) tripleLook {
	if l, ok := v.looks[row]; ok {
		return l
	}
	r, w := v.shown.Rows[row], v.ui.app.Words
	l := tripleLook{label: r.Label(), rightToLeft: v.shown.Draft.Draft.Language.RightToLeft()}
	class := originClasses[r.Origin]
	l.bar, l.tagInk = widgets.ClassColor(class), tagInks[class]
	for k, b := range r.Bases {
		l.sides[k].texts, l.sides[k].indents = v.ui.cellTexts(b.Older, v.shown.Bases[k].Draft.Language)
		if len(b.Older) > 0 && b.Older[0].Label != l.label && b.Older[0].Label != "" {
			l.tags[k] = b.Older[0].Label
		}
		if b.Reason != "" && len(b.Older) > 0 {
			l.tags[k] = joinWords(l.tags[k], b.Reason)
		}
	}
	if len(r.Draft) > 0 {
		text := widgets.NewText(drawn(sourcedRuns(r.Words), r.Draft[0].Kind), widgets.Look{Language: v.shown.Draft.Draft.Language, Size: v.ui.letters})
		l.sides[2] = side{texts: []*widgets.Text{text}, indents: []float32{float32(r.Draft[0].Level) * indent}}
	}
	if r.Origin != app.AsBoth {
		l.tags[2] = v.shown.OriginWords(r.Origin, w)
	}
	v.looks[row] = l
	return l
}

// note puts the private notes on a row under the draft's paragraph; where that is gone, under the last base that has it.
func (v *threeway) note(l *tripleLook, row int) {
	notes := v.tab.NotesAt(row)
	if len(notes) == 0 {
		return
	}
	at, language := 2, v.shown.Draft.Draft.Language
	for ; at > 0 && len(l.sides[at].texts) == 0; at-- {
		language = v.shown.Bases[at-1].Draft.Language
	}
	l.sides[at] = v.ui.withNotes(l.sides[at], notes, language)
	l.label = strings.TrimSpace(l.label + " " + privateMark)
}

func joinWords(first, second string) string {
	if first == "" {
		return second
	}
	return first + " · " + second
}

// sourceMarks are the marks of the draft's words by the bases that have them.
var sourceMarks = map[app.Source]resolution.Mark{
	app.FromNone: resolution.Inserted, app.FromFirst: widgets.OnlyFirst, app.FromSecond: widgets.OnlySecond, app.FromBoth: resolution.Kept,
}

func sourcedRuns(words []app.Sourced) (runs []resolution.Run) {
	for _, s := range words {
		run := s.Run
		run.Mark = sourceMarks[s.Source]
		runs = append(runs, run)
	}
	return runs
}

func (v *threeway) estimate(i int, width float32) float32 {
	l := v.lines[i]
	if l.kind != paragraphLine {
		return v.ui.letters*leading + 2*above
	}
	_, text := tripleColumn(width)
	height := float32(0)
	for _, s := range v.look(l.row).sides {
		h := float32(tagHeight)
		for _, one := range s.texts {
			h += one.Estimate(text)
		}
		height = max(height, h)
	}
	return height + 2*above
}

func (v *threeway) update(i int, t *triple) {
	l := v.lines[i]
	if l.kind != paragraphLine {
		t.tapped, t.menu = func() { v.open(l) }, nil
		words := v.ui.app.Say("three.hidden", l.many)
		if l.many == 1 {
			words = v.ui.app.Say("three.hidden-one")
		}
		t.set(tripleLook{whole: widgets.Plain(words, widgets.Look{Sans: true, Size: smallLetters + 1, Color: widgets.ColorLink})})
		return
	}
	look := v.look(l.row)
	v.note(&look, l.row)
	look.chosen = l.row == v.tab.Selected
	t.tapped = func() { v.choose(l.row) }
	t.menu = func(ev *fyne.PointEvent) {
		v.choose(l.row)
		m := v.ui.paragraphMenu()
		m.Items = append(m.Items, v.ui.menuItems("view.in-text")...)
		v.ui.popUpMenu(m, ev.AbsolutePosition)
	}
	t.set(look)
}

func (v *threeway) choose(row int) {
	v.ui.focusView()
	v.ui.app.Choose(row)
}

// open shows the paragraphs that a line stands for.
func (v *threeway) open(l line) {
	v.opened[l] = true
	top, _ := v.list.InView()
	v.rebuild()
	v.list.ShowFrom(top)
}

func (v *threeway) typedKey(ev *fyne.KeyEvent) {
	if v.shown == nil {
		return
	}
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		v.ui.do("view.in-text")
		return
	}
	if row, ok := stepRows(v.list, ev, v.lines, v.tab.Selected); ok {
		v.ui.app.Choose(row)
	}
}

func (v *threeway) copied() string {
	if v.shown == nil || v.tab.Selected < 0 || v.tab.Selected >= len(v.shown.Rows) {
		return ""
	}
	r := v.shown.Rows[v.tab.Selected]
	for _, cells := range [][]resolution.Cell{r.Draft, r.Bases[1].Older, r.Bases[0].Older} {
		if len(cells) > 0 {
			return plainWhole(cells[0].Runs)
		}
	}
	return ""
}

// plainWhole is the words of runs, what was deleted included, without note calls.
func plainWhole(runs []resolution.Run) (words string) {
	for _, r := range runs {
		if r.Style != resolution.Call {
			words += r.Text
		}
	}
	return words
}

func (v *threeway) leave() {}
