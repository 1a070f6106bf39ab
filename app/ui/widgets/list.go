package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Row is an object that a VirtualList shows again and again with other contents.
type Row interface {
	fyne.CanvasObject
	// HeightFor is the height the row needs at a width.
	HeightFor(width float32) float32
}

// Choosable is a row that shows that it is the chosen one.
type Choosable interface{ SetChosen(bool) }

// VirtualList shows any number of rows, of which only those in view exist. Heights are estimated until a row is first
// seen; when they turn out otherwise, what the reader is looking at stays where it is.
type VirtualList struct {
	widget.BaseWidget
	// OnVisible is called when other rows came into view, last included. OnChosen and OnActivated (Enter) are called
	// for what a person does with the keyboard or through Touch.
	OnVisible   func(first, last int)
	OnChosen    func(row int)
	OnActivated func(row int)

	newRow   func() Row
	bind     func(i int, r Row)
	estimate func(i int, width float32) float32

	count    int
	chosen   int // -1: none
	heights  heights
	width    float32 // for which the heights stand
	scroll   *container.Scroll
	body     *listBody
	rows     map[int]Row
	pool     []Row
	seen     [2]int // what OnVisible was last called with
	updating bool
	followed []func() // called when heights or the place in the list changed
}

// NewVirtualList makes an empty list. newRow makes a row, bind fills it with the contents of row i, estimate guesses
// the height of row i without measuring it.
func NewVirtualList(newRow func() Row, bind func(i int, r Row), estimate func(i int, width float32) float32) *VirtualList {
	l := &VirtualList{newRow: newRow, bind: bind, estimate: estimate, chosen: -1, rows: map[int]Row{}, seen: [2]int{-1, -1}}
	l.body = &listBody{list: l}
	l.body.ExtendBaseWidget(l.body)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.update(l.anchor()) }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is the toolkit's hook.
func (l *VirtualList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// MinSize is small: a list takes what it is given.
func (l *VirtualList) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(120, 60)
}

// SetCount says how many rows there are, and that all may have changed. The first row in view stays so if it is still
// there.
func (l *VirtualList) SetCount(n int) {
	at := l.anchor()
	l.count = n
	if l.chosen >= n {
		l.chosen = -1
	}
	l.forget()
	l.remeasure(at)
}

// Len is the number of rows.
func (l *VirtualList) Len() int { return l.count }

// Refresh binds the rows in view anew; heights of the others are kept.
func (l *VirtualList) Refresh() {
	for i := range l.rows {
		l.heights.doubt(i)
	}
	l.forget()
	l.update(l.anchor())
	l.BaseWidget.Refresh()
}

// RefreshRow binds one row anew, if it is in view, and measures it again when it comes into view.
func (l *VirtualList) RefreshRow(i int) {
	if i < 0 || i >= l.heights.count() {
		return
	}
	l.heights.doubt(i)
	if r, shown := l.rows[i]; shown {
		l.fill(i, r)
		l.update(l.anchor())
	} else if l.width > 0 {
		l.heights.each[i] = l.estimate(i, l.width)
		l.heights.stale = min(l.heights.stale, i)
		l.update(l.anchor())
	}
}

// forget gives all rows in view back to the pool.
func (l *VirtualList) forget() {
	for i, r := range l.rows {
		l.pool = append(l.pool, r)
		delete(l.rows, i)
	}
}

func (l *VirtualList) fill(i int, r Row) {
	l.bind(i, r)
	if c, ok := r.(Choosable); ok {
		c.SetChosen(i == l.chosen)
	}
}

// remeasure estimates all heights anew and keeps a place in view.
func (l *VirtualList) remeasure(at anchor) {
	if l.width <= 0 {
		return
	}
	l.heights.reset(l.count, func(i int) float32 { return l.estimate(i, l.width) })
	l.update(at)
}

// resized is called by the body, which is as wide as the list shows.
func (l *VirtualList) resized(width float32) {
	if width == l.width || width <= 0 {
		return
	}
	at := l.anchor()
	l.width = width
	l.forget()
	l.remeasure(at)
}

// listBody holds the rows in view inside the scroll.
type listBody struct {
	widget.BaseWidget
	list    *VirtualList
	objects []fyne.CanvasObject
}

func (b *listBody) MinSize() fyne.Size {
	return fyne.NewSize(60, b.list.heights.total())
}

func (b *listBody) Resize(s fyne.Size) {
	b.BaseWidget.Resize(s)
	b.list.resized(s.Width)
	b.list.update(b.list.anchor())
}

func (b *listBody) CreateRenderer() fyne.WidgetRenderer { return listRenderer{b} }

type listRenderer struct{ body *listBody }

func (r listRenderer) Destroy()                     {}
func (r listRenderer) Layout(fyne.Size)             {}
func (r listRenderer) MinSize() fyne.Size           { return r.body.MinSize() }
func (r listRenderer) Objects() []fyne.CanvasObject { return r.body.objects }
func (r listRenderer) Refresh() {
	for _, o := range r.body.objects {
		o.Refresh()
	}
}
