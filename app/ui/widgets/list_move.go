package widgets

import "fyne.io/fyne/v2"

// ScrollTo brings a row into view, with a little of what stands before it. A row that is in view whole stays.
func (l *VirtualList) ScrollTo(row int) {
	if row < 0 || row >= l.count || l.width <= 0 {
		return
	}
	y, view := l.scroll.Offset.Y, l.scroll.Size().Height
	if l.heights.exact[row] && l.heights.tops[row] >= y && l.heights.tops[row+1] <= y+view {
		return
	}
	l.update(anchor{row: row, at: view / 5})
}

// scrollBy moves the view; beyond either end it stops there.
func (l *VirtualList) scrollBy(distance float32) {
	l.scroll.ScrollToOffset(fyne.NewPos(0, l.scroll.Offset.Y+distance))
}

// Chosen is the row that is chosen; -1 for none.
func (l *VirtualList) Chosen() int { return l.chosen }

// Choose marks a row as the chosen one, without calling OnChosen, and brings it into view; -1 chooses none.
func (l *VirtualList) Choose(row int) {
	if row >= l.count {
		return
	}
	before := l.chosen
	l.chosen = row
	l.showChosen(before, false)
	l.showChosen(row, true)
	l.ScrollTo(row)
}

func (l *VirtualList) showChosen(row int, chosen bool) {
	if c, ok := l.rows[row].(Choosable); ok {
		c.SetChosen(chosen)
	}
}

// Touch is what a row does when it was tapped: it becomes the chosen one and the list takes the keyboard.
func (l *VirtualList) Touch(row int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.choose(row)
}

func (l *VirtualList) choose(row int) {
	if l.count == 0 {
		return
	}
	l.Choose(max(0, min(row, l.count-1)))
	if l.OnChosen != nil {
		l.OnChosen(l.chosen)
	}
}

// FocusGained is the toolkit's hook.
func (l *VirtualList) FocusGained() {}

// FocusLost is the toolkit's hook.
func (l *VirtualList) FocusLost() {}

// TypedRune is the toolkit's hook.
func (l *VirtualList) TypedRune(rune) {}

// TypedKey moves with the keys: up and down to the next row (or a little way in a list that chooses nothing), page up
// and down, home and end, enter.
func (l *VirtualList) TypedKey(e *fyne.KeyEvent) {
	if move, ok := keys[e.Name]; ok {
		move(l)
	}
}

const (
	littleWay = 60
	pagePart  = 0.9 // of the view: a line or two stay as a bridge
)

var keys = map[fyne.KeyName]func(*VirtualList){
	fyne.KeyUp:       func(l *VirtualList) { l.step(-1) },
	fyne.KeyDown:     func(l *VirtualList) { l.step(1) },
	fyne.KeyPageUp:   func(l *VirtualList) { l.scrollBy(-pagePart * l.scroll.Size().Height) },
	fyne.KeyPageDown: func(l *VirtualList) { l.scrollBy(pagePart * l.scroll.Size().Height) },
	fyne.KeyHome:     func(l *VirtualList) { l.update(anchor{}) },
	fyne.KeyEnd:      func(l *VirtualList) { l.update(anchor{row: max(l.count-1, 0), atEnd: true}) },
	fyne.KeyReturn:   (*VirtualList).activate,
	fyne.KeyEnter:    (*VirtualList).activate,
}

func (l *VirtualList) step(by int) {
	if l.OnChosen == nil {
		l.scrollBy(float32(by) * littleWay)
		return
	}
	if l.chosen < 0 {
		first, _ := l.InView()
		l.choose(first)
		return
	}
	l.choose(l.chosen + by)
}

func (l *VirtualList) activate() {
	if l.OnActivated != nil && l.chosen >= 0 {
		l.OnActivated(l.chosen)
	}
}
