package ui

import (
	"fyne.io/fyne/v2"

	"mutatis/app/ui/widgets"
)

// list is a virtual list whose keys are the window's: the keyboard stays with the window, and every view has one list
// that the arrow keys move in.
type list struct {
	*widgets.VirtualList
	length func() int
}

func newList(length func() int, newRow func() widgets.Row, bind func(i int, r widgets.Row), estimate func(i int, width float32) float32) *list {
	l := &list{widgets.NewVirtualList(newRow, bind, estimate), length}
	l.SetCount(length())
	return l
}

// redraw shows all rows anew: there may be other ones.
func (l *list) redraw() { l.SetCount(l.length()) }

// step finds out which of the first n rows a key goes to from the chosen one. Keys that only scroll do so at once.
func (l *list) step(ev *fyne.KeyEvent, chosen, n int) (to int, ok bool) {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[ev.Name]
	switch {
	case by == 0:
		l.TypedKey(ev)
		return 0, false
	case n == 0:
		return 0, false
	case chosen < 0:
		first, _ := l.InView()
		return min(max(first, 0), n-1), true
	}
	return min(max(chosen+by, 0), n-1), true
}
