package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// sideList is a list beside the paragraphs, the footnotes or what was left out, whose lines can become paragraphs.
type sideList struct {
	view   *importing
	count  func() int
	make   func(i int) *widgets.Text
	take   func(i int) error // makes a paragraph of a line
	drawn  int
	texts  []*widgets.Text
	chosen int
	list   *list
	button *keyButton
	object fyne.CanvasObject
}

func newNoteList(v *importing) *sideList {
	s := &sideList{view: v}
	s.count = func() int { return len(v.now.Draft.Footnotes) }
	s.make = func(i int) *widgets.Text { return v.ui.noteText(v.now.Draft.Footnotes[i], v.now.Draft.Language) }
	s.take = func(i int) error { return v.now.MakeParagraph(i) }
	return s.lay()
}

func newLeftList(v *importing) *sideList {
	s := &sideList{view: v}
	s.count = func() int { return len(v.now.Draft.LeftOut) }
	s.make = func(i int) *widgets.Text {
		return widgets.Plain(v.now.Draft.LeftOut[i], widgets.Look{Language: v.now.Draft.Language, Size: v.ui.letters * noteSize})
	}
	s.take = func(i int) error { return v.now.TakeIn(i, v.chosen+1) }
	return s.lay()
}

func (s *sideList) lay() *sideList {
	s.chosen = -1
	s.list = newList(s.length, func() widgets.Row { return newRow(s.view.ui) }, func(i int, o widgets.Row) { s.update(i, o.(*row)) },
		func(i int, width float32) float32 { return s.text(i).Estimate(width-marginWidth-endWidth) + 2*above })
	s.button = newKeyButton(s.view.ui.app.Say("import.do.take-in"), string(fyne.KeyP), s.takeChosen)
	s.button.setEnabled(false)
	strip := container.NewVBox(widget.NewSeparator(),
		container.New(layout.NewCustomPaddedLayout(4, 6, 8, 8), container.NewHBox(s.button)))
	s.object = container.NewBorder(nil, strip, nil, nil, onPaper(s.list))
	return s
}

func (s *sideList) length() int {
	if s.view.now == nil {
		return 0
	}
	return s.count()
}

func (s *sideList) redraw() {
	s.drawn = s.length()
	s.texts = make([]*widgets.Text, s.drawn)
	if s.chosen >= s.drawn {
		s.chosen = -1
	}
	s.button.setEnabled(s.chosen >= 0)
	s.list.redraw()
}

func (s *sideList) text(i int) *widgets.Text {
	if s.texts[i] == nil {
		s.texts[i] = s.make(i)
	}
	return s.texts[i]
}

func (s *sideList) update(i int, r *row) {
	r.tapped = func() { s.choose(i) }
	r.menu = func(ev *fyne.PointEvent) {
		s.choose(i)
		item := fyne.NewMenuItem(s.view.ui.app.Say("import.do.take-in"), s.takeChosen)
		item.Shortcut = shortcutOf(fyne.KeyP)
		s.view.ui.popUpMenu(fyne.NewMenu("", item), ev.AbsolutePosition)
	}
	r.set(look{texts: []*widgets.Text{s.text(i)}, indents: []float32{0}, ruled: true, chosen: i == s.chosen,
		rightToLeft: s.view.now.Draft.Language.RightToLeft()})
}

func (s *sideList) choose(i int) {
	s.view.ui.focusView()
	was := s.chosen
	s.chosen = i
	s.button.setEnabled(i >= 0)
	s.list.RefreshRow(was)
	s.list.RefreshRow(i)
	s.list.ScrollTo(i)
}

// takeChosen makes a paragraph of the chosen line.
func (s *sideList) takeChosen() {
	if s.chosen >= 0 && s.chosen < s.length() {
		s.view.correct(func() error { return s.take(s.chosen) })
	}
}

func (s *sideList) takesKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyP {
		s.takeChosen()
		return true
	}
	to, ok := s.list.step(ev, s.chosen, s.length())
	if ok {
		s.choose(to)
	}
	return true
}
