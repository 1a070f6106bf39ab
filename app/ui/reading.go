package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// reading draws one text: its paragraphs with their labels and marks, its footnotes under a rule.
type reading struct {
	ui    *UI
	tab   *app.Reading
	cells []resolution.Cell
	texts []*widgets.Text // of the paragraphs, then of the notes
	list  *list
	head  *widgets.Label
	root  *fyne.Container

	source  *sentence        // where the words come from, where that is shown
	origins []app.Provenance // what is drawn of it

	standings []resolution.Standing // what is drawn
	notes     [][]app.PrivateNote
	chosen    int
}

// readingMeasure is the widest line that is comfortable to read, in letters' sizes.
const readingMeasure = 50

func newReading(u *UI) *reading {
	v := &reading{ui: u, chosen: -1}
	v.list = newList(v.length, func() widgets.Row { return newRow(u) }, func(i int, o widgets.Row) { v.update(i, o.(*row)) }, v.estimate)
	v.head = aside("")
	head := container.New(layout.NewCustomPaddedLayout(2, 2, 2, 2), v.head)
	v.source = newSentence(u)
	v.root = container.New(stacked{}, head, v.source, widget.NewSeparator(), onPaper(v.list))
	return v
}

func (v *reading) object() fyne.CanvasObject { return v.root }

func (v *reading) refresh(t app.Tab) {
	tab := t.(*app.Reading)
	redrawn := v.refreshOrigins(tab)
	if v.tab == nil || v.tab.Stored.Text.ID != tab.Stored.Text.ID {
		v.cells = app.Cells(tab.Stored.Draft, tab.Standings)
		v.texts = make([]*widgets.Text, v.count(tab))
		v.tab = tab
		v.head.SetWords(v.ui.about(tab.Stored.Text))
		v.standings, v.notes, v.chosen = tab.Standings, tab.Notes, tab.Selected
		v.list.redraw()
		v.list.ScrollTo(tab.Selected)
		return
	}
	v.tab = tab
	if redrawn {
		v.list.redraw()
	}
	if was := v.chosen; was != tab.Selected {
		v.chosen = tab.Selected
		v.list.RefreshRow(was)
		v.list.RefreshRow(tab.Selected)
		v.list.ScrollTo(tab.Selected)
	}
	for i, n := range tab.Notes {
		if i >= len(v.notes) || !slices.Equal(n, v.notes[i]) {
			v.list.RefreshRow(i)
		}
	}
	v.notes = tab.Notes
	for i, s := range tab.Standings {
		if i >= len(v.standings) || v.standings[i] != s {
			v.cells[i].Standing = s
			v.list.RefreshRow(i)
		}
	}
	v.standings = tab.Standings
}

func (v *reading) count(t *app.Reading) int {
	return len(t.Stored.Draft.Paragraphs) + len(t.Stored.Draft.Footnotes)
}

func (v *reading) length() int {
	if v.tab == nil {
		return 0
	}
	return v.count(v.tab)
}

// note is the index of the footnote that stands in the i-th row; negative for a paragraph.
func (v *reading) note(i int) int { return i - len(v.cells) }

// text makes the words of a row when they are first needed.
func (v *reading) text(i int) *widgets.Text {
	if v.texts[i] == nil {
		draft := v.tab.Stored.Draft
		if n := v.note(i); n >= 0 {
			v.texts[i] = v.ui.noteText(draft.Footnotes[n], draft.Language)
		} else {
			texts, _ := v.ui.cellTexts(v.cells[i:i+1], draft.Language)
			v.texts[i] = texts[0]
		}
	}
	return v.texts[i]
}

// noteText is a footnote as it stands at the end: its raised number, then its words, a little smaller.
func (u *UI) noteText(f resolution.Footnote, l resolution.Language) *widgets.Text {
	runs := []resolution.Run{{Text: f.Number, Style: resolution.Call}, {Text: " " + f.Text}}
	return widgets.NewText(runs, widgets.Look{Language: l, Size: u.letters * noteSize})
}

const noteSize = 0.86

func (v *reading) estimate(i int, width float32) float32 {
	height := v.text(i).Estimate(min(width-marginWidth-endWidth, v.most())) + 2*above
	if i < len(v.origins) && v.origins[i].Origin != "" {
		height += smallLetters*leading + between
	}
	return height
}

func (v *reading) most() float32 { return v.ui.letters * readingMeasure }

func (v *reading) update(i int, r *row) {
	l := look{
		texts: v.rowTexts(i), indents: []float32{0}, most: v.most(),
		rightToLeft: v.tab.Stored.Draft.Language.RightToLeft(), chosen: i == v.tab.Selected,
	}
	r.tapped, r.menu = nil, nil
	if n := v.note(i); n >= 0 {
		l.lined = n == 0
	} else {
		c := v.cells[i]
		l.label, l.indents = c.Label, nil
		for range l.texts {
			l.indents = append(l.indents, float32(c.Level)*indent)
		}
		if c.Label != "" {
			l.standing = &c.Standing
			l.agreement = v.ui.agreementOf(c.Standing)
		}
		l.linked = v.linked(i)
		r.tapped = func() { v.choose(i) }
		r.menu = func(ev *fyne.PointEvent) { v.choose(i); v.ui.popUpMenu(v.ui.paragraphMenu(), ev.AbsolutePosition) }
	}
	r.set(l)
}

// rowTexts is the words of a row; the private notes on a paragraph stand under it.
func (v *reading) rowTexts(i int) []*widgets.Text {
	texts := []*widgets.Text{v.text(i)}
	if i < len(v.origins) {
		if t := v.ui.originText(v.origins[i], v.tab.Stored.Text.Language); t != nil {
			texts = append(texts, t)
		}
	}
	if i >= len(v.tab.Notes) {
		return texts
	}
	for _, n := range v.tab.Notes[i] {
		texts = append(texts, v.ui.privateText(n, v.tab.Stored.Text.Language))
	}
	return texts
}

func (v *reading) choose(i int) {
	v.ui.focusView()
	v.ui.app.Choose(i)
}

func (v *reading) typedKey(ev *fyne.KeyEvent) {
	if to, ok := v.list.step(ev, v.tab.Selected, len(v.cells)); ok {
		v.ui.app.Choose(to)
	}
}

func (v *reading) copied() string {
	if i := v.tab.Selected; i >= 0 && i < len(v.cells) {
		return plain(v.cells[i].Runs)
	}
	return ""
}

func (v *reading) leave() {}

// plain is the words of runs as they stand now, without note calls.
func plain(runs []resolution.Run) string {
	var words string
	for _, r := range runs {
		if r.Style != resolution.Call && r.Mark != resolution.Deleted {
			words += r.Text
		}
	}
	return words
}
