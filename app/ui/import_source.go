package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// importSource is the left side of the import check: the text as it came, the lines of it or, for a PDF, its pages.
type importSource struct {
	view    *importing
	now     *app.Import
	lines   *sourceList
	pages   *pageList
	onPages bool
	mode    *radio
	tools   *fyne.Container // what only pages have
	place   *fyne.Container
	paper   *fyne.Container // under the lines
	object  fyne.CanvasObject

	settledOn fyne.CanvasObject // what the place was marked in last
}

func newImportSource(v *importing) *importSource {
	s := &importSource{view: v, lines: newSourceList(v), pages: newPageList(v), onPages: true}
	say := v.ui.app.Say
	s.mode = newRadio(v.ui, []string{say("import.pages"), say("import.lines")}, func(string) { s.turn() })
	tool := func(icon fyne.ThemeIconName, by int) *widget.Button {
		b := button("", icon, func() { s.pages.zoom(by); v.ui.focusView() })
		b.Importance = widget.LowImportance
		return b
	}
	s.tools = container.NewHBox(s.mode, tool(theme.IconNameViewZoomOut, -1), tool(theme.IconNameViewZoomIn, 1))
	title := widget.NewLabelWithStyle(say("import.source"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Truncation = fyne.TextTruncateEllipsis
	s.paper = container.NewStack(canvas.NewRectangle(theme.Color(widgets.ColorPaper)), s.lines.list)
	s.place = container.New(settled{s.settle})
	head := container.New(layout.NewCustomPaddedLayout(2, 2, 8, 8), container.NewBorder(nil, nil, nil, s.tools, title))
	s.object = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, s.place)
	return s
}

// show shows the source of another text: its pages where it has any.
func (s *importSource) show(now *app.Import) {
	s.now = now
	s.lines.show(now)
	s.pages.show(now)
	s.arrange()
}

// arrange puts the lines or the pages into the place.
func (s *importSource) arrange() {
	paged := s.paged()
	s.tools.Hidden = !paged
	mode := 1
	if paged && s.onPages {
		mode = 0
	}
	s.mode.choose(s.mode.Options[mode])
	var shown fyne.CanvasObject = s.paper
	if mode == 0 {
		shown = s.pages.object
	}
	s.place.Objects = []fyne.CanvasObject{shown}
	s.place.Refresh()
}

// paged reports whether pages are shown.
func (s *importSource) paged() bool { return s.now != nil && s.now.Pages > 0 }

// settle brings the chosen paragraph's place into view as soon as there is a view.
func (s *importSource) settle() {
	if s.now != nil && s.settledOn != s.shown() && s.place.Size().Width > 0 {
		s.settledOn = s.shown()
		s.mark(s.view.chosen)
	}
}

// shown is the list that is in the place.
func (s *importSource) shown() fyne.CanvasObject { return s.place.Objects[0] }

// turn changes from the pages to the lines and back.
func (s *importSource) turn() {
	if !s.paged() {
		return
	}
	s.onPages = !s.onPages
	s.arrange()
	s.mark(s.view.chosen)
}

// mark shows where a paragraph stands in the source.
func (s *importSource) mark(paragraph int) {
	s.lines.mark(paragraph)
	s.pages.mark(paragraph)
}

// changed is told that paragraphs were joined, split or left out.
func (s *importSource) changed() { s.pages.forgetMarks() }
