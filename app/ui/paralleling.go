package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// paralleling draws two language versions of a text side by side, with what they do not both say under each row.
type paralleling struct {
	ui          *UI
	tab         *app.Paralleling
	shown       [2]int64 // the texts that are drawn
	only        bool
	chosen      int // line
	lines       []parallelLine
	looks       map[int]*pairTexts // by row
	cells       [2][]resolution.Cell
	list        *list
	left, right *picker
	differing   *widget.Check
	counts      *sentence
	quiet       bool
	root        *fyne.Container
}

// parallelLine is a row, or rows without a difference that are not shown.
type parallelLine struct{ row, many int }

func newParalleling(u *UI) *paralleling {
	v := &paralleling{ui: u, chosen: -1}
	v.list = newList(func() int { return len(v.lines) }, func() widgets.Row { return newPair(u) },
		func(i int, o widgets.Row) { v.update(i, o.(*pair)) }, v.estimate)
	pick := func(show func(t app.Text)) *picker {
		return newPicker(u, func(i int) {
			t := v.tab.Versions[i]
			show(t)
			u.app.LookedAt(t.Language)
		})
	}
	v.left = pick(func(t app.Text) { u.show(u.app.ShowParallel(t.ID, v.tab.Right.Text.ID)) })
	v.right = pick(func(t app.Text) { u.show(u.app.ShowParallel(v.tab.Left.Text.ID, t.ID)) })
	v.differing = widget.NewCheck(u.app.Say("parallel.differences-only"), func(bool) {
		if !v.quiet {
			u.do("compare.changes-only")
			u.focusView()
		}
	})
	v.counts = newSentence(u)
	tool := func(id string, icon fyne.ThemeIconName) *widget.Button {
		return widget.NewButtonWithIcon("", theme.Icon(icon), func() { u.do(id); u.focusView() })
	}
	v.root = container.New(stacked{}, container.NewGridWithColumns(2, v.left, v.right),
		newHeadRow(v.differing, v.counts, tool("compare.previous", theme.IconNameMoveUp), tool("compare.next", theme.IconNameMoveDown)),
		onPaper(v.list))
	return v
}

func (v *paralleling) object() fyne.CanvasObject { return v.root }

func (v *paralleling) refresh(t app.Tab) {
	v.tab = t.(*app.Paralleling)
	v.refreshHead()
	if shown := [2]int64{v.tab.Left.Text.ID, v.tab.Right.Text.ID}; v.shown != shown || v.only != v.tab.DifferencesOnly {
		v.shown, v.only, v.chosen = shown, v.tab.DifferencesOnly, -1
		v.looks = map[int]*pairTexts{}
		for i, s := range []app.Stored{v.tab.Left, v.tab.Right} {
			v.cells[i] = app.Cells(s.Draft, nil)
		}
		v.lines = parallelLines(v.tab.Parallel, v.only)
		v.list.redraw()
		v.list.ShowFrom(0)
	}
	restack(v.root)
	if at := v.at(v.tab.Selected); at != v.chosen {
		was := v.chosen
		v.chosen = at
		v.list.RefreshRow(was)
		v.list.RefreshRow(at)
		v.list.ScrollTo(at)
	}
}

func (v *paralleling) refreshHead() {
	v.quiet = true
	defer func() { v.quiet = false }()
	var names []string
	for _, t := range v.tab.Versions {
		names = append(names, languageName(v.ui.app.Words, t.Language)+" — "+caption(v.ui.app.Words, t))
	}
	at := func(s app.Stored) int {
		return slices.IndexFunc(v.tab.Versions, func(t app.Text) bool { return t.ID == s.Text.ID })
	}
	v.left.offer(names, at(v.tab.Left))
	v.right.offer(names, at(v.tab.Right))
	v.differing.SetChecked(v.tab.DifferencesOnly)
	v.counts.SetWords(v.summary())
}

// summary counts the differences and says those of the text as a whole.
func (v *paralleling) summary() string {
	say := v.ui.app.Say
	var parts []string
	switch n := len(v.tab.Differences); n {
	case 0:
		return say("parallel.agree")
	case 1:
		parts = append(parts, say("parallel.found-one"))
	default:
		parts = append(parts, say("parallel.found", n))
	}
	for _, d := range v.tab.At(-1) {
		parts = append(parts, v.ui.app.DifferenceWords(v.tab.Parallel, d))
	}
	return strings.Join(parts, " · ")
}

// parallelLines lists the rows; of those without a difference, where they are not wanted, how many there are.
func parallelLines(p app.Parallel, only bool) []parallelLine {
	var lines []parallelLine
	for i := range p.Rows {
		n := len(lines)
		switch {
		case !only || len(p.At(i)) > 0:
			lines = append(lines, parallelLine{row: i})
		case n > 0 && lines[n-1].many > 0:
			lines[n-1].many++
		default:
			lines = append(lines, parallelLine{i, 1})
		}
	}
	return lines
}

func (v *paralleling) at(row int) int {
	return slices.IndexFunc(v.lines, func(l parallelLine) bool { return l.row == row && l.many == 0 })
}

func (v *paralleling) texts(row int) *pairTexts {
	if t, ok := v.looks[row]; ok {
		return t
	}
	t := &pairTexts{older: v.side(0, v.tab.Rows[row].Left, v.tab.Left), newer: v.side(1, v.tab.Rows[row].Right, v.tab.Right)}
	v.looks[row] = t
	return t
}

func (v *paralleling) side(which int, at []int, s app.Stored) side {
	var cells []resolution.Cell
	for _, i := range at {
		cells = append(cells, v.cells[which][i])
	}
	texts, indents := v.ui.cellTexts(cells, s.Draft.Language)
	return side{texts: texts, indents: indents, turned: s.Draft.Language.RightToLeft()}
}

func (v *paralleling) estimate(i int, width float32) float32 {
	l := v.lines[i]
	if l.many > 0 {
		return v.ui.letters*leading + 2*above
	}
	_, text := column(width)
	height := float32(0)
	for _, s := range []side{v.texts(l.row).older, v.texts(l.row).newer} {
		h := float32(0)
		for _, one := range s.texts {
			h += one.Estimate(text)
		}
		height = max(height, h)
	}
	return height + 2*above
}

func (v *paralleling) update(i int, p *pair) {
	l := v.lines[i]
	if l.many > 0 {
		p.tapped = func() { v.ui.do("compare.changes-only") }
		p.set(pairLook{whole: v.hidden(l.many)})
		return
	}
	p.tapped = func() { v.choose(i) }
	t := v.texts(l.row)
	look := pairLook{older: t.older, newer: t.newer, chosen: i == v.chosen, label: v.label(l.row)}
	if said := v.said(l.row); said != "" {
		look.tag, look.tagInk, look.bar = said, widgets.ColorBracketed, widgets.ColorBarChanged
	}
	p.set(look)
}

func (v *paralleling) hidden(many int) *widgets.Text {
	words := v.ui.app.Say("parallel.hidden-one")
	if many > 1 {
		words = v.ui.app.Say("parallel.hidden", many)
	}
	look := widgets.Look{Sans: true, Size: smallLetters + 1, Color: widgets.ColorLink, Language: resolution.Language(v.ui.app.Words.Language)}
	return widgets.NewText([]resolution.Run{{Text: words}}, look)
}

// label is what a row is called on the right, else on the left.
func (v *paralleling) label(row int) string {
	r := v.tab.Rows[row]
	for which, at := range [][]int{1: r.Left, 0: r.Right} {
		if len(at) > 0 {
			return v.cells[1-which][at[0]].Label
		}
	}
	return ""
}

// said is what the versions do not both say in a row.
func (v *paralleling) said(row int) string {
	var parts []string
	for _, d := range v.tab.At(row) {
		parts = append(parts, v.ui.app.DifferenceWords(v.tab.Parallel, d))
	}
	return strings.Join(parts, " · ")
}

func (v *paralleling) choose(line int) {
	v.ui.focusView()
	if line >= 0 && line < len(v.lines) && v.lines[line].many == 0 {
		v.ui.app.Choose(v.lines[line].row)
	}
}

func (v *paralleling) typedKey(ev *fyne.KeyEvent) {
	if to, ok := v.list.step(ev, v.chosen, len(v.lines)); ok {
		v.choose(to)
	}
}

// copied is both versions of the chosen row.
func (v *paralleling) copied() string {
	if v.chosen < 0 {
		return ""
	}
	row := v.tab.Rows[v.lines[v.chosen].row]
	var words []string
	for which, at := range [][]int{row.Left, row.Right} {
		for _, i := range at {
			words = append(words, plain(v.cells[which][i].Runs))
		}
	}
	return strings.Join(words, "\n")
}

func (v *paralleling) leave() {}
