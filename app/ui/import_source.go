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
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// sourceList shows the source as it came, line by line.
type sourceList struct {
	ui    *UI
	now   *app.Import
	lines []string
	texts []*widgets.Text
	found int // the line at which the chosen paragraph begins
	list  *list
}

func newSourceList(u *UI) *sourceList {
	s := &sourceList{ui: u, found: -1}
	s.list = newList(func() int { return len(s.lines) }, func() widgets.Row { return newSourceRow(u) },
		func(i int, o widgets.Row) { o.(*sourceRow).set(s.text(i), i == s.found, s.rightToLeft()) },
		func(i int, width float32) float32 { return s.text(i).Estimate(width - 2*besides) })
	return s
}

func (s *sourceList) rightToLeft() bool { return s.now != nil && s.now.Draft.Language.RightToLeft() }

func (s *sourceList) show(i *app.Import) {
	s.now, s.found = i, -1
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
		s.texts[i] = widgets.Plain(words, widgets.Look{Language: s.now.Draft.Language, Size: s.ui.letters * noteSize})
	}
	return s.texts[i]
}

// find marks the line at which a paragraph begins: the one that shares the longest beginning with it.
func (s *sourceList) find(p resolution.Paragraph) {
	was := s.found
	s.found = -1
	head := []rune(letters(p.Text))
	for n := min(len(head), 24); n >= 6 && s.found < 0; n /= 2 {
		for i, l := range s.lines {
			if strings.Contains(letters(l), string(head[:n])) {
				s.found = i
				break
			}
		}
	}
	s.list.RefreshRow(was)
	if s.found >= 0 {
		s.list.RefreshRow(s.found)
		s.list.ScrollTo(s.found)
	}
}

// letters is a line without its blanks: a source spreads and joins them.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }

// sourceRow is a line of the source.
type sourceRow struct {
	widget.BaseWidget
	text        *widgets.Text
	rightToLeft bool
	ground      *canvas.Rectangle
	words       *widgets.Paragraph
}

func newSourceRow(u *UI) *sourceRow {
	r := &sourceRow{ground: canvas.NewRectangle(groundOf(false)), words: widgets.NewParagraph(u.selection)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *sourceRow) set(t *widgets.Text, found, rightToLeft bool) {
	r.text, r.rightToLeft = t, rightToLeft
	r.ground.FillColor = groundOf(found)
	if found {
		r.ground.FillColor = theme.Color(widgets.ColorHit)
	}
	r.ground.Refresh()
	r.words.SetText(t)
}

// HeightFor is the row's height at a width.
func (r *sourceRow) HeightFor(width float32) float32 { return r.text.Height(width - 2*besides) }

// CreateRenderer is the toolkit's hook.
func (r *sourceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, container.New(layout.NewCustomPaddedLayout(0, 0, besides, besides), r.words)))
}

// problemList names what a person should look at.
type problemList struct {
	ui     *UI
	choose func(int)
	object *fyne.Container
}

// mostProblems is how many are named one by one; further ones are counted.
const mostProblems = 4

func newProblemList(u *UI, choose func(int)) *problemList {
	return &problemList{ui: u, choose: choose, object: container.New(layout.NewCustomPaddedVBoxLayout(0))}
}

func (l *problemList) show(i *app.Import) {
	l.object.Objects = nil
	labels := i.Draft.Labels()
	for n, p := range i.Problems {
		if n == mostProblems {
			l.object.Add(padded(aside(l.ui.app.Say("import.more-problems", len(i.Problems)-n))))
			break
		}
		words := p.Message
		if p.Paragraph >= 0 && p.Paragraph < len(labels) && labels[p.Paragraph] != "" {
			words = labels[p.Paragraph] + ": " + words
		}
		link := widget.NewHyperlink(words, nil)
		link.Wrapping, link.OnTapped = fyne.TextWrapWord, func() { l.choose(p.Paragraph) }
		l.object.Add(container.NewBorder(nil, nil, container.NewCenter(widget.NewIcon(theme.WarningIcon())), nil, link))
	}
	if len(i.Problems) == 0 {
		l.object.Add(padded(aside(l.ui.app.Say("import.no-problems"))))
	}
	l.object.Refresh()
}
