package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// An anchor is what must not move on screen while heights are corrected: the top of a row, so far below the top of
// the view; or its end, so far above the end of the view.
type anchor struct {
	row   int
	at    float32
	atEnd bool
}

// anchor is the first row in view whose height is known, or the end of the list where that is in view. A row that is
// only coming into view from above is not known yet, so that its correction moves what is above it, not what is read.
func (l *VirtualList) anchor() anchor {
	y, view := l.scroll.Offset.Y, l.scroll.Size().Height
	n := l.heights.count()
	switch {
	case n == 0 || y <= 0:
		return anchor{}
	case y >= l.heights.total()-view-0.5:
		return anchor{row: n - 1, atEnd: true}
	}
	first := l.heights.at(y)
	for i := first; i < n && l.heights.tops[i] < y+view; i++ {
		if l.heights.exact[i] {
			return anchor{row: i, at: l.heights.tops[i] - y}
		}
	}
	return anchor{row: first, at: l.heights.tops[first] - y}
}

// offsetFor is where the view must begin for an anchor to be in its place.
func (l *VirtualList) offsetFor(a anchor, view float32) float32 {
	if l.heights.count() == 0 {
		return 0
	}
	row := min(a.row, l.heights.count()-1)
	y := l.heights.tops[row] - a.at
	if a.atEnd {
		y = l.heights.tops[row+1] - view + a.at
	}
	return max(0, min(y, l.heights.total()-view))
}

// mostPasses bounds how often new rows come into view because those before turned out smaller than estimated.
const mostPasses = 12

// update shows the rows that are in view when the anchor stands in its place.
func (l *VirtualList) update(a anchor) {
	view := l.scroll.Size().Height
	if l.updating || l.width <= 0 || view <= 0 {
		return
	}
	l.updating = true
	defer func() { l.updating = false }()
	l.heights.settle()
	offset := l.offsetFor(a, view)
	first, last := 0, -1
	for range mostPasses {
		if l.heights.count() > 0 {
			first, last = l.heights.at(offset), l.heights.at(offset+view)
		}
		if !l.measure(first, last) {
			break
		}
		offset = l.offsetFor(a, view)
	}
	l.place(first, last)
	l.moveTo(offset)
	l.report(first, last)
}

// measure sees to it that the rows of a range exist and their heights are known; it reports whether any was not as
// estimated.
func (l *VirtualList) measure(first, last int) bool {
	l.recycle(first, last)
	for i := first; i <= last; i++ {
		r, shown := l.rows[i]
		if !shown {
			r = l.take()
			l.rows[i] = r
			l.fill(i, r)
		}
		if !l.heights.exact[i] {
			l.heights.set(i, r.HeightFor(l.width))
		}
	}
	return l.heights.settle()
}

func (l *VirtualList) recycle(first, last int) {
	for i, r := range l.rows {
		if i < first || i > last {
			l.pool = append(l.pool, r)
			delete(l.rows, i)
		}
	}
}

func (l *VirtualList) take() Row {
	if n := len(l.pool); n > 0 {
		r := l.pool[n-1]
		l.pool = l.pool[:n-1]
		return r
	}
	return l.newRow()
}

func (l *VirtualList) place(first, last int) {
	l.body.objects = l.body.objects[:0]
	for i := first; i <= last; i++ {
		r := l.rows[i]
		r.Move(fyne.NewPos(0, l.heights.tops[i]))
		if size := fyne.NewSize(l.width, l.heights.each[i]); r.Size() != size {
			r.Resize(size)
		}
		l.body.objects = append(l.body.objects, r)
	}
	canvas.Refresh(l.body)
}

// moveTo tells the scroll where the view begins and how long the whole is.
func (l *VirtualList) moveTo(offset float32) {
	if l.body.Size().Height == max(l.heights.total(), l.scroll.Size().Height) && l.scroll.Offset.Y == offset {
		return
	}
	l.scroll.Offset.Y = offset
	l.scroll.Refresh()
}

func (l *VirtualList) report(first, last int) {
	for _, f := range l.followed {
		f()
	}
	if now := [2]int{first, last}; now != l.seen {
		l.seen = now
		if l.OnVisible != nil && last >= first {
			l.OnVisible(first, last)
		}
	}
}

// follow calls f whenever heights or the place in the list change.
func (l *VirtualList) follow(f func()) { l.followed = append(l.followed, f) }

// InView is the first and the last row in view; 0, -1 for an empty list.
func (l *VirtualList) InView() (first, last int) {
	if l.heights.count() == 0 {
		return 0, -1
	}
	y := l.scroll.Offset.Y
	return l.heights.at(y), l.heights.at(y + l.scroll.Size().Height - 1)
}

// Viewport is the part of the whole list that is in view, both between 0 and 1.
func (l *VirtualList) Viewport() (from, to float32) {
	total := l.heights.total()
	if total <= 0 {
		return 0, 1
	}
	y := l.scroll.Offset.Y
	return y / total, min((y+l.scroll.Size().Height)/total, 1)
}

// Extent is where a row begins and ends in the whole list, both between 0 and 1.
func (l *VirtualList) Extent(row int) (from, to float32) {
	total := l.heights.total()
	if total <= 0 || row < 0 || row >= l.heights.count() {
		return 0, 0
	}
	return l.heights.tops[row] / total, l.heights.tops[row+1] / total
}

// RowAt is the row at a place of the whole list between 0 and 1; -1 for an empty list.
func (l *VirtualList) RowAt(part float32) int {
	if l.heights.count() == 0 {
		return -1
	}
	return l.heights.at(part * l.heights.total())
}
