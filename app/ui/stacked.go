package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// stacked sets objects one under another, each as high as it is at the width there is; the last one takes the rest.
type stacked struct{}

const stackedSide = 12

// tall is what is higher where it is narrower.
type tall interface {
	HeightFor(width float32) float32
}

// Layout places what is not hidden.
func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, last := float32(0), len(objects)-1
	for i, o := range objects {
		if i == last {
			place(o, 0, y, size.Width, max(size.Height-y, 10))
			return
		}
		height := heightAt(o, size.Width-2*stackedSide)
		if !o.Visible() || height == 0 {
			continue
		}
		if height <= 1 { // a line goes from edge to edge
			place(o, 0, y, size.Width, height)
			y += height
			continue
		}
		if isEdged(o) {
			place(o, 0, y+3, size.Width, height)
			y += height + 6
			continue
		}
		place(o, stackedSide, y+3, size.Width-2*stackedSide, height)
		y += height + 6
	}
}

// restack lays a column out anew, and what in it is laid out by its width: something in it takes more room, or less.
func restack(c *fyne.Container) {
	c.Layout.Layout(c.Objects, c.Size())
	for _, o := range c.Objects {
		if inner, ok := o.(*fyne.Container); ok {
			if _, ok := inner.Layout.(tallLayout); ok {
				restack(inner)
			}
		}
	}
}

// tallLayout is a layout that needs more height where it is narrower.
type tallLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// isEdged reports whether an object goes from edge to edge: it stands above columns that do.
func isEdged(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(interface{ edged() })
	return ok
}

func heightAt(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(tall); ok {
		return t.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(tallLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// MinSize is narrow.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }

// sentence is a line about what is shown, in as many lines as it needs: nothing of it may be cut off.
type sentence struct {
	widget.BaseWidget
	painted  *widgets.Paragraph
	language resolution.Language
	words    string
}

func newSentence(u *UI) *sentence {
	s := &sentence{painted: widgets.NewParagraph(nil), language: resolution.Language(u.app.Words.Language)}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// SetWords shows other words; without any it takes no room.
func (s *sentence) SetWords(words string) {
	s.words, s.Hidden = words, words == ""
	s.painted.SetText(widgets.Plain(words, widgets.Look{Sans: true, Size: smallLetters + 1, Color: widgets.ColorMuted, Language: s.language}))
	s.Refresh()
}

// Words are what it says.
func (s *sentence) Words() string { return s.words }

// HeightFor is its height at a width.
func (s *sentence) HeightFor(width float32) float32 { return s.painted.HeightFor(width) }

// MinSize is narrow.
func (s *sentence) MinSize() fyne.Size { s.ExtendBaseWidget(s); return fyne.NewSize(60, 16) }

// CreateRenderer is the toolkit's hook.
func (s *sentence) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.painted) }
