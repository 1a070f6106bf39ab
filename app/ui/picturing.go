package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// picturing draws a whole series: paragraphs by texts, and below what became of the chosen paragraph in the chosen text.
type picturing struct {
	ui     *UI
	tab    *app.Picturing
	shown  *app.Picture // what is drawn
	at     [2]int       // row and column of what is told below
	title  *widgets.Label
	counts *sentence
	over   *widgets.Label // what the pointer is over
	series *widgets.Series
	told   look
	below  *list
	root   *fyne.Container
}

// toldHeight is the height of what is told below the picture.
const toldHeight = 140

func newPicturing(u *UI) *picturing {
	v := &picturing{ui: u, at: [2]int{-2, -2}, series: widgets.NewSeries()}
	v.series.OnChosen = func(row, column int) { u.focusView(); u.app.Point(row, column) }
	v.series.OnOpened = func() { u.do("view.history") }
	v.series.OnHover = v.hover
	v.series.OnMenu = func(ev *fyne.PointEvent) {
		u.popUpMenu(fyne.NewMenu("", u.menuItems("view.history", "view.in-text")...), ev.AbsolutePosition)
	}
	v.below = newList(func() int { return 1 }, func() widgets.Row { return newRow(u) }, func(_ int, o widgets.Row) { o.(*row).set(v.told) },
		func(int, float32) float32 { return toldHeight })
	v.title = newHeading()
	v.counts, v.over = newSentence(u), aside("")
	told := container.NewBorder(container.NewVBox(widget.NewSeparator(), container.New(layout.NewCustomPaddedLayout(2, 2, 14, 8), v.over)),
		nil, nil, nil, container.New(heightOf(toldHeight), onPaper(v.below)))
	v.root = container.New(stacked{}, newTitleRow(v.title, titleRoom, u.printTools("view.history", "view.in-text")...), v.counts,
		u.pictureLegend(), widget.NewSeparator(), container.NewBorder(nil, told, nil, nil, onPaper(v.series)))
	return v
}

// pictureInks are the colours of a picture; every sign has a shape of its own besides.
var pictureInks = map[app.PictureInk]fyne.ThemeColorName{
	app.InkRibbon: widgets.ColorRibbon, app.InkNew: widgets.ColorBarNew, app.InkChanged: widgets.ColorBarChanged,
	app.InkBack: widgets.ColorBarNew, app.InkGone: widgets.ColorBarDeleted, app.InkMoved: widgets.ColorBarMoved, app.InkTie: widgets.ColorMuted,
}

func seriesRects(rects []app.PictureRect) []widgets.SeriesRect {
	out := make([]widgets.SeriesRect, len(rects))
	for i, r := range rects {
		out[i] = widgets.SeriesRect{Rect: typeset.Rect{X: r.X, Y: r.Y, Width: r.Width, Height: r.Height}, Color: pictureInks[r.Ink]}
	}
	return out
}

func (u *UI) pictureLegend() fyne.CanvasObject {
	row := flowing(16)
	for _, sign := range app.PictureSigns(u.app.Words) {
		mark := widgets.NewSeriesSign(func(in typeset.Rect) []widgets.SeriesRect {
			if !sign.Cell.There() {
				in.X += in.Width * .7 // the bar stands at the left edge of a cell
			}
			return seriesRects(app.CellRects(sign.Cell, in.X, in.Y, in.Width, in.Height))
		})
		row.Add(container.New(layout.NewCustomPaddedHBoxLayout(5), container.NewCenter(mark), widgets.NewLabel(sign.Words, widgets.LabelLook{})))
	}
	return row
}

func (v *picturing) object() fyne.CanvasObject { return v.root }

func (v *picturing) refresh(t app.Tab) {
	v.tab = t.(*app.Picturing)
	w := v.ui.app.Words
	v.title.SetWords(v.tab.Name(w))
	if v.tab.Picture == nil {
		return
	}
	if v.shown != v.tab.Picture {
		v.shown, v.at = v.tab.Picture, [2]int{-2, -2}
		v.counts.SetWords(v.shown.Counts(w))
		restack(v.root)
		v.series.SetPicture(v.picture())
	}
	if at := [2]int{v.tab.Row, v.tab.Column}; at != v.at {
		v.at = at
		v.series.Choose(at[0], at[1])
		v.told = v.tell(at[0], at[1])
		v.below.redraw()
		v.below.ShowFrom(0)
	}
}

func (v *picturing) picture() widgets.SeriesPicture {
	p := v.shown
	out := widgets.SeriesPicture{Language: p.Language}
	for _, t := range p.Texts {
		out.Columns = append(out.Columns, [2]string{t.Short(), t.Year()})
	}
	for _, r := range p.Rows {
		out.Rows = append(out.Rows, widgets.SeriesRow{Label: r.Label, Words: r.Words, Faded: r.Last < len(p.Texts)-1})
	}
	out.Cell = func(row, column int, in typeset.Rect) []widgets.SeriesRect {
		return seriesRects(app.CellRects(p.Rows[row].Cells[column], in.X, in.Y, in.Width, in.Height))
	}
	out.Ties = func(width float32, column, middle func(int) float32) (rects []widgets.SeriesRect) {
		for _, t := range p.Ties {
			rects = append(rects, seriesRects(app.TieRects(column(t.ToText), width, middle(t.FromRow), middle(t.ToRow)))...)
		}
		return rects
	}
	return out
}

// hover says in one line what the pointer is over.
func (v *picturing) hover(row, column int) {
	if row < 0 || v.shown == nil || row >= len(v.shown.Rows) {
		v.over.SetWords("")
		return
	}
	words := v.shown.Rows[row].Words
	if column >= 0 {
		words = v.cellName(row, column, app.HistoryStep{}) + " — " + words
	}
	v.over.SetWords(words)
}

// cellName says what a cell is: "A/RES/76/9 (2021), OP4: reworded". The step is the cell's where it is known.
func (v *picturing) cellName(row, column int, s app.HistoryStep) string {
	w, t, c := v.ui.app.Words, v.shown.Texts[column], v.shown.Rows[row].Cells[column]
	words := t.Name()
	if year := t.Year(); year != "" {
		words += " (" + year + ")"
	}
	if c.Label != "" {
		words += ", " + c.Label
	}
	switch {
	case c.Event == "":
		return w.Say("picture.absent", words)
	case c.Event == app.Unchanged && c.Moved:
		return words + ": " + w.Say("picture.moved")
	case c.Event == app.Unchanged:
		return words + ": " + w.Say("history.unchanged")
	}
	if s.Event == c.Event {
		return words + ": " + s.EventWords(w)
	}
	return words + ": " + w.Say("history."+string(c.Event))
}

// tell says what became of a paragraph in a text.
func (v *picturing) tell(row, column int) look {
	w := v.ui.app.Words
	l := look{rightToLeft: v.shown.Language.RightToLeft(), most: v.ui.letters * inlineMeasure}
	line := func(words string) *widgets.Text {
		look := widgets.Look{Sans: true, Size: smallLetters + 1.5, Language: resolution.Language(w.Language)}
		if l.rightToLeft {
			look.Align = typeset.End
		}
		return widgets.NewText([]resolution.Run{{Text: words, Style: resolution.Bold}}, look)
	}
	if row < 0 {
		l.texts, l.indents = []*widgets.Text{line(w.Say("picture.choose"))}, []float32{0}
		return l
	}
	c := v.shown.Rows[row].Cells[column]
	l.label = c.Label
	s, ok := v.shown.Step(row, column, w)
	l.texts, l.indents = []*widgets.Text{line(v.cellName(row, column, s))}, []float32{0}
	if !ok {
		return l
	}
	l.bar = eventBars[c.Event]
	l.texts = append(l.texts, widgets.NewText(drawn(s.Row.Inline, kindOf(s.Row)), widgets.Look{Language: v.shown.Language, Size: v.ui.letters}))
	l.indents = append(l.indents, 0)
	if s.Row.Reason != "" && s.Event != app.FirstSeen {
		l.tag, l.tagInk = w.Say("history.weight."+string(s.Row.Weight))+": "+s.Row.Reason, tagInks[s.Row.Class]
	}
	return l
}

// moves are the keys that go to another cell.
var moves = map[fyne.KeyName][2]int{fyne.KeyUp: {-1, 0}, fyne.KeyDown: {1, 0}, fyne.KeyLeft: {0, -1}, fyne.KeyRight: {0, 1}}

func (v *picturing) typedKey(ev *fyne.KeyEvent) {
	if v.shown == nil || len(v.shown.Rows) == 0 {
		return
	}
	by, isMove := moves[ev.Name]
	switch {
	case isMove && v.tab.Row < 0:
		v.ui.app.Point(0, v.tab.Column)
	case isMove:
		v.ui.app.Point(min(max(v.tab.Row+by[0], 0), len(v.shown.Rows)-1), min(max(v.tab.Column+by[1], 0), len(v.shown.Texts)-1))
	case ev.Name == fyne.KeyHome:
		v.ui.app.Point(max(v.tab.Row, 0), 0)
	case ev.Name == fyne.KeyEnd:
		v.ui.app.Point(max(v.tab.Row, 0), len(v.shown.Texts)-1)
	case ev.Name == fyne.KeyPageDown:
		v.series.Page(.9)
	case ev.Name == fyne.KeyPageUp:
		v.series.Page(-.9)
	case ev.Name == fyne.KeyReturn, ev.Name == fyne.KeyEnter:
		v.ui.do("view.history")
	}
}

func (v *picturing) copied() string {
	if v.shown == nil || v.tab.Row < 0 {
		return ""
	}
	if s, ok := v.shown.Step(v.tab.Row, v.tab.Column, v.ui.app.Words); ok {
		return plain(s.Row.Inline)
	}
	return v.shown.Rows[v.tab.Row].Words
}

func (v *picturing) leave() {}

// fixedHeight lays its one object out to a height of its own.
type fixedHeight float32

func heightOf(h float32) fyne.Layout { return fixedHeight(h) }

// Layout gives the object all there is.
func (fixedHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is the height.
func (h fixedHeight) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, float32(h)) }
