package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// changeList is the list of changes beside a comparison: a line a change, what is left out with its count, and what
// people said of the pairing.
type changeList struct {
	ui       *UI
	tab      *app.Comparing
	shown    *app.Comparison // what the lines were made of
	filter   app.Filter      // and how
	byWeight bool
	chosen   int

	title   *widget.Label
	order   *widget.Button
	chips   map[app.Facet]*chip
	leftOut *link
	said    *saidList
	lines   []changeLook
	list    *list
	root    *fyne.Container
}

func newChangeList(u *UI) *changeList {
	c := &changeList{ui: u, chosen: -1, chips: map[app.Facet]*chip{}}
	c.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	c.title.Wrapping = fyne.TextWrapWord
	c.order = widget.NewButton("", func() { u.do("compare.by-weight"); u.focusView() })
	c.order.Importance = widget.LowImportance
	var chips []fyne.CanvasObject
	for _, f := range slices.Concat(app.WeightFacets, app.ClassFacets) {
		one := newChip(func() { u.do("filter." + string(f)); u.focusView() })
		c.chips[f] = one
		chips = append(chips, one)
	}
	c.leftOut = newLink(func() { u.do("filter.all"); u.focusView() })
	c.said = newSaidList(u)
	c.list = newList(func() int { return len(c.lines) }, func() widgets.Row { return newChangeRow() },
		func(i int, o widgets.Row) { c.update(i, o.(*changeRow)) },
		func(i int, width float32) float32 { return c.lines[i].estimate(width) })
	head := container.New(&apart{}, c.title, c.order) // the count is never cut off
	c.root = container.New(&panelLayout{}, canvas.NewRectangle(theme.Color(theme.ColorNameBackground)),
		head, container.New(&flow{gap: 4}, chips...), c.leftOut, widget.NewSeparator(), c.list, c.said.root)
	return c
}

// refresh shows the changes of a comparison. It reports nothing anew where nothing is new.
func (c *changeList) refresh(t *app.Comparing) {
	c.tab = t
	if c.shown != t.Comparison || c.filter != t.Filter || c.byWeight != t.ByWeight {
		c.shown, c.filter, c.byWeight = t.Comparison, t.Filter, t.ByWeight
		c.rebuild()
	}
	if was := c.at(c.chosen); c.chosen != t.Selected {
		c.chosen = t.Selected
		now := c.at(c.chosen)
		c.list.RefreshRow(was)
		c.list.RefreshRow(now)
		c.list.ScrollTo(now)
	}
}

func (c *changeList) rebuild() {
	say := c.ui.app.Say
	counts := c.shown.FacetCounts()
	for f, one := range c.chips {
		one.set(say("filter."+string(f)), counts[f], !c.filter.Without(f), heights[resolution.Weight(f)])
	}
	shown, leftOut := c.tab.ChangeList()
	title := say("changes.title", len(c.tab.Changes()))
	if notes := len(shown) - len(c.tab.Changes()); notes > 0 {
		title += say("changes.title-notes", notes)
	}
	c.title.SetText(title)
	order := "changes.by-text"
	if c.byWeight {
		order = "changes.by-weight"
	}
	c.order.SetText(say(order))
	c.leftOut.set("")
	if leftOut > 0 {
		words, _ := c.ui.app.Words.LeftOut(rowsOf(c.shown.AllChanges()), c.filter)
		c.leftOut.set(say("changes.left-out", words))
	}
	c.lines = nil
	for i, change := range shown {
		l := c.look(change)
		if c.byWeight && (i == 0 || shown[i-1].What.Weight != change.What.Weight) {
			l.heading = say("filter."+string(change.What.Weight)) + " — " + itoa(countWeight(shown, change.What.Weight))
		}
		c.lines = append(c.lines, l)
	}
	c.said.refresh(c.tab)
	c.list.redraw()
	c.chosen = c.tab.Selected
	c.list.ScrollTo(c.at(c.chosen))
	c.root.Refresh()
}

func rowsOf(changes []app.Change) (rows []resolution.Row) {
	for _, c := range changes {
		rows = append(rows, c.What)
	}
	return rows
}

func countWeight(changes []app.Change, w resolution.Weight) int {
	return len(slices.DeleteFunc(slices.Clone(changes), func(c app.Change) bool { return c.What.Weight != w }))
}

// at is the line of a row of the comparison; -1 where it is in none.
func (c *changeList) at(row int) int {
	return slices.IndexFunc(c.lines, func(l changeLook) bool { return !l.note && l.row == row })
}

func (c *changeList) look(change app.Change) changeLook {
	w, r := c.ui.app.Words, change.What
	l := changeLook{row: change.Row, note: change.Note, label: rowLabel(r), class: w.Say("class." + string(r.Class)),
		ink: tagInks[r.Class], bar: widgets.ClassColor(r.Class), weight: heights[r.Weight]}
	if was := renumbered(r); was != "" && l.label != "" {
		l.class += " · " + w.Say("tag.was", was)
	}
	switch {
	case change.Note:
		l.label = w.Say("changes.note", strings.TrimSpace(rowLabel(r)))
	case l.label == "":
		l.label = w.Say("kind." + string(kindOf(r)))
	}
	if !change.Note && len(c.tab.NotesAt(change.Row)) > 0 {
		l.class += " · " + w.Say("private.marked")
	}
	reason := r.Reason
	if len(r.Older) == 0 || len(r.Newer) == 0 {
		reason = strings.TrimPrefix(reason+": ", ": ") + w.Say("changes.words", c.quoted(cut(opening(r), 56)))
	}
	look := widgets.Look{Sans: true, Size: smallLetters + 1, Leading: 1.25, Language: resolution.Language(w.Language)}
	if c.shown.Newer.Draft.Language.RightToLeft() {
		look.Leading = 1.5 // Arabic reaches further down
	}
	l.reason = widgets.NewText([]resolution.Run{{Text: reason}}, look)
	return l
}

// quoted is words of the texts as they stand in a sentence of the interface: what runs from right to left does so as one,
// the numbers at its ends too.
func (c *changeList) quoted(words string) string {
	const rightToLeft = "\u200f"
	if c.shown.Newer.Draft.Language.RightToLeft() {
		return rightToLeft + words + rightToLeft
	}
	return words
}

// opening is the first words of a row as it stands, or stood.
func opening(r resolution.Row) string {
	if len(r.Face()) == 0 {
		return ""
	}
	var words string
	for _, run := range r.Face()[0].Runs {
		if run.Style != resolution.Call && run.Style != resolution.Numeral {
			words += run.Text
		}
	}
	return strings.TrimSpace(words)
}

func (c *changeList) update(i int, r *changeRow) {
	l := c.lines[i]
	l.chosen = !l.note && l.row == c.tab.Selected
	r.tapped = func() { c.choose(l) }
	r.set(l)
}

func (c *changeList) choose(l changeLook) {
	c.ui.focusView()
	if v, ok := c.ui.front().(*comparing); ok && l.note {
		v.showNote(l.row)
		return
	}
	c.ui.app.Choose(l.row)
}

// heights says how many of three bars stand for a weight.
var heights = map[resolution.Weight]int{resolution.Substantive: 3, resolution.Technical: 2, resolution.Editorial: 1}
