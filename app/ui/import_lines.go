package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// sourceList shows the source as it came, line by line.
type sourceList struct {
	view     *importing
	now      *app.Import
	lines    []string
	texts    []*widgets.Text
	from, to int // the lines of the chosen paragraph, the last excluded
	list     *list
}

func newSourceList(v *importing) *sourceList {
	s := &sourceList{view: v}
	s.list = newList(func() int { return len(s.lines) }, func() widgets.Row { return newSourceRow(v.ui) },
		func(i int, o widgets.Row) {
			r := o.(*sourceRow)
			r.tapped = func() { v.chooseLine(i) }
			r.set(s.text(i), i >= s.from && i < s.to)
		},
		func(i int, width float32) float32 { return s.text(i).Estimate(width - 2*besides) })
	return s
}

func (s *sourceList) show(i *app.Import) {
	s.now, s.from, s.to = i, 0, 0
	s.lines = strings.Split(strings.ReplaceAll(i.Source, "\f", "\n"), "\n")
	s.texts = make([]*widgets.Text, len(s.lines))
	s.list.redraw()
	s.list.ShowFrom(0)
}

func (s *sourceList) text(i int) *widgets.Text {
	if s.texts[i] == nil {
		words := strings.TrimRight(strings.ReplaceAll(s.lines[i], "\t", "    "), " \r")
		if words == "" {
			words = " "
		}
		s.texts[i] = widgets.Plain(words, widgets.Look{Language: s.now.Draft.Language, Size: s.view.ui.letters * noteSize})
	}
	return s.texts[i]
}

// mark shows the lines of a paragraph.
func (s *sourceList) mark(paragraph int) {
	from, to := s.from, s.to
	s.from, s.to = 0, 0
	if paragraph >= 0 && paragraph < len(s.now.Draft.Paragraphs) {
		s.from, s.to = s.now.Lines(paragraph)
	}
	for i := min(from, s.from); i < max(to, s.to); i++ {
		s.list.RefreshRow(i)
	}
	if s.from < s.to {
		s.list.ScrollTo(s.to - 1)
		s.list.ScrollTo(s.from)
	}
}

// chooseLine chooses the paragraph or the footnote that holds a line of the source.
func (v *importing) chooseLine(line int) {
	if at := v.now.ParagraphAt(line); at >= 0 {
		v.choose(at, -1)
		return
	}
	if note := v.now.NoteAt(line); note >= 0 {
		v.tabs.SelectIndex(1)
		v.notes.choose(note)
	}
}

// sourceRow is a line of the source.
type sourceRow struct {
	widget.BaseWidget
	text   *widgets.Text
	tapped func()
	ground *canvas.Rectangle
	words  *widgets.Paragraph
}

func newSourceRow(u *UI) *sourceRow {
	r := &sourceRow{ground: canvas.NewRectangle(groundOf(false)), words: widgets.NewParagraph(u.selection)}
	r.words.OnTapped = func() { r.Tapped(nil) }
	r.ExtendBaseWidget(r)
	return r
}

func (r *sourceRow) set(t *widgets.Text, found bool) {
	r.text = t
	r.ground.FillColor = groundOf(false)
	if found {
		r.ground.FillColor = theme.Color(widgets.ColorHit)
	}
	r.ground.Refresh()
	r.words.SetText(t)
}

// Tapped chooses what the line belongs to.
func (r *sourceRow) Tapped(*fyne.PointEvent) {
	if r.tapped != nil {
		r.tapped()
	}
}

// HeightFor is the row's height at a width.
func (r *sourceRow) HeightFor(width float32) float32 { return r.text.Height(width - 2*besides) }

// CreateRenderer is the toolkit's hook.
func (r *sourceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, container.New(layout.NewCustomPaddedLayout(0, 0, besides, besides), r.words)))
}
