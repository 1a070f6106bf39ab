package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// pageList shows the pages of a PDF as they are printed, the chosen paragraph marked on them.
type pageList struct {
	view   *importing
	now    *app.Import
	images *pageImages
	scale  float32 // of a page that is as wide as the list
	marks  map[int][]app.PagePlace
	list   *list
	object fyne.CanvasObject
	wide   *fyne.Container // as wide as the pages
}

const (
	smallestFit = 0.5
	largestFit  = 4
	usualRatio  = 1.414 // height to width, of a page that was not painted yet
)

func newPageList(v *importing) *pageList {
	l := &pageList{view: v, scale: 1}
	l.images = newPageImages(v.ui, func(page int) { l.list.RefreshRow(page) })
	l.list = newList(func() int { return l.count() }, func() widgets.Row { return newImportPage(l) },
		func(i int, o widgets.Row) { o.(*importPage).set(i) },
		func(i int, width float32) float32 { return l.height(i, width) })
	l.list.OnVisible = func(first, last int) { l.images.keep(first-1, last+1) }
	l.wide = container.New(pageWidth{l}, l.list)
	scroll := container.NewHScroll(l.wide)
	l.object = container.NewStack(canvas.NewRectangle(theme.Color(widgets.ColorAbsent)), scroll)
	return l
}

// pageWidth makes the list so much wider than there is room as its pages are enlarged.
type pageWidth struct{ pages *pageList }

// Layout gives the list all there is.
func (p pageWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is the width of an enlarged page.
func (p pageWidth) MinSize([]fyne.CanvasObject) fyne.Size {
	room := p.pages.object
	if room == nil || p.pages.scale <= 1 {
		return fyne.NewSize(100, 60)
	}
	return fyne.NewSize(room.Size().Width*p.pages.scale, 60)
}

func (l *pageList) count() int {
	if l.now == nil {
		return 0
	}
	return l.now.Pages
}

func (l *pageList) show(now *app.Import) {
	l.now, l.marks = now, nil
	l.images.show(now)
	l.list.redraw()
	l.list.ShowFrom(0)
}

// width of a page in a list of a width.
func (l *pageList) width(list float32) float32 { return max(list*min(l.scale, 1)-2*besides, 60) }

func (l *pageList) height(page int, list float32) float32 {
	return l.width(list)*l.images.ratio(page) + betweenPages
}

// zoom makes the pages larger or smaller; 0 makes them as wide as the list.
func (l *pageList) zoom(by int) {
	switch {
	case by > 0:
		l.scale = min(l.scale*pageStep, largestFit)
	case by < 0:
		l.scale = max(l.scale/pageStep, smallestFit)
	default:
		l.scale = 1
	}
	first, _ := l.list.InView()
	l.object.Refresh()
	l.wide.Refresh()
	l.list.redraw()
	l.list.ShowFrom(first)
}

// mark shows where a paragraph stands, and brings its page into view.
func (l *pageList) mark(paragraph int) {
	was := l.marks
	l.marks = map[int][]app.PagePlace{}
	if l.count() == 0 {
		return
	}
	first := -1
	if paragraph >= 0 && paragraph < len(l.now.Draft.Paragraphs) {
		for _, p := range l.now.Places(paragraph) {
			l.marks[p.Page] = append(l.marks[p.Page], p)
			if first < 0 {
				first = p.Page
			}
		}
	}
	for _, marks := range []map[int][]app.PagePlace{was, l.marks} {
		for page := range marks {
			l.list.RefreshRow(page)
		}
	}
	if first >= 0 {
		l.reveal(l.marks[first][0])
	}
}

// reveal scrolls to a place of a page, a little of what stands before it included.
func (l *pageList) reveal(p app.PagePlace) {
	l.list.ShowPart(p.Page, float32(p.Top), float32(p.Bottom))
}

func (l *pageList) forgetMarks() { l.marks = nil }

// importPage is one page.
type importPage struct {
	widget.BaseWidget
	pages         *pageList
	page          int
	paper, shadow *canvas.Rectangle
	picture       *canvas.Raster
	trouble       *widget.Label
	marks         []*canvas.Rectangle
}

var _ fyne.Tappable = (*importPage)(nil)

func newImportPage(l *pageList) *importPage {
	r := &importPage{pages: l, page: -1, paper: canvas.NewRectangle(color.White), shadow: canvas.NewRectangle(theme.Color(theme.ColorNameShadow))}
	r.picture = canvas.NewRaster(r.paint)
	r.trouble = widget.NewLabel("")
	r.trouble.Wrapping, r.trouble.Alignment = fyne.TextWrapWord, fyne.TextAlignCenter
	r.ExtendBaseWidget(r)
	return r
}

func (r *importPage) set(page int) {
	r.page = page
	places := r.pages.marks[page]
	for len(r.marks) < len(places) {
		m := canvas.NewRectangle(theme.Color(widgets.ColorPageMark))
		m.StrokeColor, m.StrokeWidth, m.CornerRadius = theme.Color(widgets.ColorBarChanged), 1.5, 2
		r.marks = append(r.marks, m)
	}
	for i, m := range r.marks {
		m.Hidden = i >= len(places)
	}
	said := r.pages.images.trouble(page)
	r.trouble.Hidden = said == ""
	setLabel(r.trouble, said)
	r.layout(r.Size())
	r.Refresh()
}

// HeightFor is the row's height.
func (r *importPage) HeightFor(width float32) float32 { return r.pages.height(r.page, width) }

// sheet is where the page stands in the row.
func (r *importPage) sheet() (x, y, width, height float32) {
	width = r.pages.width(r.Size().Width)
	return (r.Size().Width - width) / 2, betweenPages / 2, width, width * r.pages.images.ratio(r.page)
}

func (r *importPage) layout(size fyne.Size) {
	if size.Width < 60 || r.page < 0 {
		return
	}
	x, y, width, height := r.sheet()
	place(r.shadow, x+2, y+2, width, height)
	place(r.paper, x, y, width, height)
	place(r.picture, x, y, width, height)
	place(r.trouble, x, y+height/4, width, height/2)
	for i, p := range r.pages.marks[r.page] {
		if i < len(r.marks) {
			const edge = 3
			place(r.marks[i], x+float32(p.Left)*width-edge, y+float32(p.Top)*height-edge,
				float32(p.Right-p.Left)*width+2*edge, float32(p.Bottom-p.Top)*height+2*edge)
		}
	}
}

// Tapped chooses the paragraph that is under the point.
func (r *importPage) Tapped(ev *fyne.PointEvent) {
	x, y, width, height := r.sheet()
	v := r.pages.view
	if at := v.now.ParagraphOn(r.page, float64((ev.Position.X-x)/width), float64((ev.Position.Y-y)/height)); at >= 0 {
		v.choose(at, -1)
	}
}

// CreateRenderer is the toolkit's hook.
func (r *importPage) CreateRenderer() fyne.WidgetRenderer { return &importPageRenderer{r} }

type importPageRenderer struct{ page *importPage }

func (r *importPageRenderer) Destroy()              {}
func (r *importPageRenderer) Layout(size fyne.Size) { r.page.layout(size) }
func (r *importPageRenderer) MinSize() fyne.Size    { return fyne.NewSize(60, 40) }
func (r *importPageRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r *importPageRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.page.shadow, r.page.paper, r.page.picture, r.page.trouble}
	for _, m := range r.page.marks {
		all = append(all, m)
	}
	return all
}
