package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// sessionBars draws how often words stand in the texts of each session: a bar a session, its foot darker by what was
// first used there, with the number of the first and the last session, and of the one with most.
type sessionBars struct {
	widget.BaseWidget
	line []app.SessionUses
}

func newSessionBars() *sessionBars {
	b := &sessionBars{}
	b.ExtendBaseWidget(b)
	return b
}

const (
	barsHeight   = 34
	barsLetters  = 14 // the height of the numbers under the bars
	widestBar    = 22
	leastOfBars  = 3
	spaceOfABar  = 2
	barsMinWidth = 120
)

// set shows other counts. Uses of which nobody knows the session are not drawn: the line above tells of them.
func (b *sessionBars) set(line []app.SessionUses) {
	b.line = nil
	for _, s := range line {
		if s.Session > 0 {
			b.line = append(b.line, s)
		}
	}
	if len(b.line) < 2 {
		b.line = nil
	}
	b.Refresh()
}

// CreateRenderer is the toolkit's hook.
func (b *sessionBars) CreateRenderer() fyne.WidgetRenderer { return &sessionBarsRenderer{bars: b} }

type sessionBarsRenderer struct {
	bars    *sessionBars
	objects []fyne.CanvasObject
}

func (r *sessionBarsRenderer) Destroy()                     {}
func (r *sessionBarsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sessionBarsRenderer) Refresh()                     { r.Layout(r.bars.Size()); canvas.Refresh(r.bars) }
func (r *sessionBarsRenderer) MinSize() fyne.Size {
	if len(r.bars.line) == 0 {
		return fyne.NewSize(0, 0)
	}
	return fyne.NewSize(barsMinWidth, barsHeight+barsLetters)
}

func (r *sessionBarsRenderer) Layout(size fyne.Size) {
	r.objects = nil
	line := r.bars.line
	if len(line) == 0 {
		return
	}
	first, last := line[0].Session, line[len(line)-1].Session
	most := 0
	for _, s := range line {
		most = max(most, s.Uses)
	}
	step := min(float32(widestBar), size.Width/float32(last-first+1))
	for _, s := range line {
		x := float32(s.Session-first) * step
		height := func(uses int) float32 { return max(leastOfBars, barsHeight*float32(uses)/float32(most)) }
		r.bar(x, step, height(s.Uses), widgets.ColorBarChanged)
		if s.First > 0 {
			r.bar(x, step, min(height(s.First), height(s.Uses)), widgets.ColorBarNew)
		}
	}
	r.number(fmt.Sprint(first), 0, size.Width)
	if step*float32(last-first) > 2*widestBar {
		r.number(fmt.Sprint(last), step*float32(last-first), size.Width)
	}
}

func (r *sessionBarsRenderer) bar(x, step, height float32, ink fyne.ThemeColorName) {
	b := canvas.NewRectangle(theme.Color(ink))
	place(b, x, barsHeight-height, max(1, step-spaceOfABar), height)
	r.objects = append(r.objects, b)
}

func (r *sessionBarsRenderer) number(words string, x, width float32) {
	t := muted(words)
	size := t.MinSize()
	place(t, min(x, width-size.Width), barsHeight+1, size.Width, size.Height)
	r.objects = append(r.objects, t)
}
