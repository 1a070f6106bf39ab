package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// saidList lists what people said of the pairing of two texts; each saying can be taken back.
type saidList struct {
	ui   *UI
	rows *fyne.Container
	in   *container.Scroll // what the rows scroll in
	root *fyne.Container
}

func newSaidList(u *UI) *saidList {
	s := &saidList{ui: u, rows: container.NewVBox()}
	s.in = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 6, 8, 4), s.rows))
	s.root = container.NewBorder(widget.NewSeparator(), nil, nil, nil, s.in)
	s.root.Hide()
	return s
}

func (s *saidList) refresh(t *app.Comparing) {
	said, err := s.ui.app.Said(t.Older, t.Newer)
	s.ui.show(err)
	s.root.Hidden = len(said) == 0
	s.rows.Objects = nil
	if len(said) > 0 {
		s.rows.Add(widgets.NewLabel(s.ui.app.Say("changes.said", len(said)), widgets.LabelLook{Bold: true, Shortens: true}))
	}
	for _, c := range said {
		key := "changes.together"
		if c.Apart {
			key = "changes.apart"
		}
		words := s.ui.app.Say(key, s.ui.app.ParagraphName(t.Older, c.Older), s.ui.app.ParagraphName(t.Newer, c.Newer))
		back := newCross(func() { s.ui.show(s.ui.app.TakeBack(c)); s.ui.focusView() })
		if s.ui.app.ReadOnly() {
			back.Hide()
		}
		s.rows.Add(container.NewBorder(nil, nil, nil, container.NewCenter(back), widgets.NewLabel(words, widgets.LabelLook{Shortens: true})))
	}
	least := float32(0)
	if len(said) > 0 {
		least = min(s.rows.MinSize().Height+14, 150)
	}
	s.in.SetMinSize(fyne.NewSize(0, least))
	s.root.Refresh()
}
