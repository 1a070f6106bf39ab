package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mutatis/app/resolution"
)

// mouse is what a paragraph remembers between events.
type mouse struct {
	pressed time.Time // when the button last went down: twice in a short time selects a word, thrice all
	where   fyne.Position
	clicks  int
	anchor  int
	over    bool // something that can be tapped
}

const betweenClicks = 400 * time.Millisecond

// MouseDown begins a selection, or selects a word or the whole.
func (p *Paragraph) MouseDown(e *desktop.MouseEvent) {
	if p.selection == nil || p.text == nil || e.Button != desktop.MouseButtonPrimary {
		return
	}
	p.countClick(time.Now(), e.Position)
	at := p.offset(e.Position)
	switch p.mouse.clicks {
	case 1:
		p.press(at, e.Modifier&fyne.KeyModifierShift != 0)
	case 2:
		start, end := p.text.paragraph().WordAt(p.under(e.Position))
		p.selection.span(p, start, end)
	default:
		p.selection.span(p, 0, p.text.Len())
	}
}

func (p *Paragraph) press(at int, extend bool) {
	p.mouse.anchor = at
	if began, ok := p.selection.anchorIn(p.text); ok && extend {
		p.mouse.anchor = began
		p.selection.span(p, began, at)
		return
	}
	p.selection.Clear()
}

func (p *Paragraph) countClick(now time.Time, at fyne.Position) {
	far := at.Subtract(p.mouse.where)
	if now.Sub(p.mouse.pressed) > betweenClicks || far.X*far.X+far.Y*far.Y > 25 {
		p.mouse.clicks = 0
	}
	p.mouse.pressed, p.mouse.where = now, at
	p.mouse.clicks++
}

// MouseUp is the toolkit's hook; a tap is Tapped.
func (p *Paragraph) MouseUp(*desktop.MouseEvent) {}

// Dragged stretches the selection, into other paragraphs too.
func (p *Paragraph) Dragged(e *fyne.DragEvent) {
	if p.selection != nil && p.text != nil {
		p.selection.reach(p, p.mouse.anchor, e.Position)
	}
}

// DragEnd is the toolkit's hook.
func (p *Paragraph) DragEnd() {}

// Tapped follows a link, shows a note, or says that the paragraph was tapped.
func (p *Paragraph) Tapped(e *fyne.PointEvent) {
	if r, ok := p.runUnder(e.Position); ok {
		switch {
		case r.Link != "" && p.OnLink != nil:
			p.OnLink(r.Link)
			return
		case r.Style == resolution.Call && p.OnNote != nil:
			p.OnNote(r.Text)
			return
		}
	}
	switch {
	case p.OnPlaced != nil && p.text != nil:
		p.OnPlaced(p.offset(e.Position))
	case p.OnTapped != nil:
		p.OnTapped()
	}
}

// TappedSecondary asks for a menu.
func (p *Paragraph) TappedSecondary(e *fyne.PointEvent) {
	if p.OnMenu != nil {
		p.OnMenu(e)
	}
}

// MouseIn is the toolkit's hook.
func (p *Paragraph) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved notes whether the pointer is over something that can be tapped.
func (p *Paragraph) MouseMoved(e *desktop.MouseEvent) {
	r, ok := p.runUnder(e.Position)
	p.mouse.over = ok && (r.Link != "" && p.OnLink != nil || r.Style == resolution.Call && p.OnNote != nil)
}

// MouseOut is the toolkit's hook.
func (p *Paragraph) MouseOut() { p.mouse.over = false }

// Cursor is a hand over links and notes, a bar over words that can be selected.
func (p *Paragraph) Cursor() desktop.Cursor {
	switch {
	case p.mouse.over:
		return desktop.PointerCursor
	case p.selection != nil:
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// offset is the place in the text nearest to a point.
func (p *Paragraph) offset(at fyne.Position) int {
	return p.text.broken(p.Size().Width).Hit(at.X, at.Y)
}

// under is the code point that lies under a point, as far as there is one.
func (p *Paragraph) under(at fyne.Position) int {
	block := p.text.broken(p.Size().Width)
	near := block.Hit(at.X, at.Y)
	for _, i := range []int{near, near - 1} {
		for _, r := range block.Rects(i, i+1) {
			if at.X >= r.X && at.X <= r.X+r.Width && at.Y >= r.Y && at.Y <= r.Y+r.Height {
				return i
			}
		}
	}
	return near
}

// runUnder is the run whose letters lie under a point.
func (p *Paragraph) runUnder(at fyne.Position) (resolution.Run, bool) {
	if p.text == nil {
		return resolution.Run{}, false
	}
	block := p.text.broken(p.Size().Width)
	i := p.under(at)
	for _, r := range block.Rects(i, i+1) {
		if at.X >= r.X && at.X <= r.X+r.Width && at.Y >= r.Y && at.Y <= r.Y+r.Height {
			return p.text.runAt(i)
		}
	}
	return resolution.Run{}, false
}
