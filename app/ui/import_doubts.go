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

// doubtList names what a person should look at, a sentence each, above the paragraphs.
type doubtList struct {
	view     *importing
	problems []resolution.Problem
	labels   []string
	texts    []*widgets.Text
	chosen   int
	list     *list
	head     *widget.Label
	icon     *widget.Icon
	steps    *fyne.Container
	place    *fyne.Container
	object   *fyne.Container
}

// mostDoubts is how high the list grows before it scrolls, fewDoubts where there is little height.
const (
	mostDoubts = 112
	fewDoubts  = 58
)

func newDoubtList(v *importing) *doubtList {
	d := &doubtList{view: v, chosen: -1}
	say := v.ui.app.Say
	d.list = newList(func() int { return len(d.problems) }, func() widgets.Row { return newRow(v.ui) },
		func(i int, o widgets.Row) { d.update(i, o.(*row)) },
		func(i int, width float32) float32 { return d.texts[i].Estimate(width-marginWidth-endWidth) + 2*above })
	d.head = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	d.head.Truncation = fyne.TextTruncateEllipsis
	d.icon = widget.NewIcon(nil)
	d.steps = container.New(layout.NewCustomPaddedHBoxLayout(4),
		newKeyButton(say("import.do.previous"), keysName(keys{fyne.KeyF8, shift}), func() { v.step(false) }),
		newKeyButton(say("import.do.next"), keysName(keys{fyne.KeyF8, 0}), func() { v.step(true) }))
	head := container.New(layout.NewCustomPaddedLayout(2, 2, 8, 8),
		container.NewBorder(nil, nil, container.NewCenter(d.icon), container.NewCenter(d.steps), d.head))
	d.place = container.New(doubtRoom{d}, onPaper(d.list))
	d.object = container.New(piled{}, head, d.place, widget.NewSeparator())
	return d
}

// show lists the doubtful places of the text as it is now.
func (d *doubtList) show() {
	v, say := d.view, d.view.ui.app.Say
	d.problems = v.now.Problems
	d.labels = v.now.Draft.Labels()
	d.texts = nil
	look := widgets.Look{Sans: true, Size: smallLetters + 1, Language: resolution.Language(v.ui.app.Words.Language)}
	for _, p := range d.problems {
		d.texts = append(d.texts, widgets.Plain(v.ui.app.Words.Problem(p), look))
	}
	icon, words := theme.IconNameWarning, say("import.doubts", len(d.problems))
	switch len(d.problems) {
	case 0:
		icon, words = theme.IconNameConfirm, say("import.no-problems")
	case 1:
		words = say("import.doubts-one")
	}
	d.icon.SetResource(theme.NewColoredResource(theme.Icon(icon), doubtInk(len(d.problems))))
	setLabel(d.head, words)
	d.steps.Hidden = len(d.problems) == 0
	d.place.Hidden = len(d.problems) == 0
	d.chosen = d.at()
	d.list.redraw()
	layOut(d.view.result)
	d.list.ScrollTo(d.chosen)
}

func doubtInk(doubts int) fyne.ThemeColorName {
	if doubts == 0 {
		return theme.ColorNameSuccess
	}
	return theme.ColorNameWarning
}

// doubtRoom is as high as the sentences of the doubts are, within bounds.
type doubtRoom struct{ doubts *doubtList }

// heightFor is the height at a width.
func (r doubtRoom) heightFor(_ []fyne.CanvasObject, width float32) (height float32) {
	most := float32(mostDoubts)
	if r.doubts.view.short {
		most = fewDoubts
	}
	for _, t := range r.doubts.texts {
		if height += t.Height(width-marginWidth-barWidth-endWidth-14) + 2*above; height > most {
			return most
		}
	}
	return height
}

// Layout gives the list all there is.
func (doubtRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}

// MinSize is narrow.
func (doubtRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 0) }

// at is the line of the chosen paragraph, -1 where it is not doubtful.
func (d *doubtList) at() int {
	for i, p := range d.problems {
		if p.Paragraph >= 0 && p.Paragraph == d.view.chosen {
			return i
		}
	}
	return -1
}

// mark shows which of the places is looked at.
func (d *doubtList) mark() {
	was := d.chosen
	d.chosen = d.at()
	d.list.RefreshRow(was)
	d.list.RefreshRow(d.chosen)
	d.list.ScrollTo(d.chosen)
}

func (d *doubtList) update(i int, r *row) {
	p := d.problems[i]
	label := ""
	if p.Paragraph >= 0 && p.Paragraph < len(d.labels) {
		label = d.labels[p.Paragraph]
	}
	r.tapped = func() { d.view.choose(p.Paragraph, -1) }
	if app.IsUnmarked(p) {
		r.tapped = func() { d.view.ui.do("compare.unmarked") }
	}
	r.set(look{label: label, texts: d.texts[i : i+1], indents: []float32{0}, ruled: true, chosen: i == d.chosen, bar: widgets.ColorBarChanged})
}
