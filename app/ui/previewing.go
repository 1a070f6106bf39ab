package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/typeset"
	"mutatis/app/ui/widgets"
)

// previewing draws the pages that would be printed.
type previewing struct {
	ui    *UI
	tab   *app.Previewing
	shown *app.Previewing
	scale float32 // pixels for a point
	page  int
	list  *list
	count *widget.Label
	root  fyne.CanvasObject
}

// Sizes of a page on screen, in pixels for a point.
const (
	smallestPage = 0.4
	normalPage   = 1.15
	largestPage  = 3
	pageStep     = 1.2
	betweenPages = 16
)

func newPreviewing(u *UI) *previewing {
	v := &previewing{ui: u, scale: float32(u.remembered.number("page", normalPage))}
	v.list = newList(v.length, func() widgets.Row { return newPageRow(v) }, func(i int, o widgets.Row) { o.(*pageRow).set(i) },
		func(i int, _ float32) float32 { return v.height(i) })
	v.list.OnVisible = func(int, int) { v.updateCount() }
	v.count = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	tool := func(icon fyne.ThemeIconName, run func()) *widget.Button {
		return button("", icon, func() { run(); u.focusView() })
	}
	print := button(u.app.Say("tool.file.print"), theme.IconNameDocumentPrint, func() { u.do("file.print"); u.focusView() })
	print.Importance = widget.HighImportance
	save := button(u.app.Say("preview.save"), theme.IconNameDocumentSave, func() { u.do("file.export.pdf"); u.focusView() })
	head := container.NewBorder(nil, nil,
		container.NewHBox(tool(theme.IconNameMoveUp, func() { v.turn(-1) }), v.count, tool(theme.IconNameMoveDown, func() { v.turn(1) }),
			widget.NewSeparator(), tool(theme.IconNameViewZoomOut, func() { v.zoom(-1) }), tool(theme.IconNameViewZoomIn, func() { v.zoom(1) })),
		container.NewHBox(save, print))
	desk := canvas.NewRectangle(theme.Color(widgets.ColorAbsent))
	v.root = container.NewBorder(container.NewVBox(padded(head), widget.NewSeparator()), nil, nil, nil, container.NewStack(desk, v.list))
	return v
}

func (v *previewing) object() fyne.CanvasObject { return v.root }

func (v *previewing) refresh(t app.Tab) {
	v.tab = t.(*app.Previewing)
	if v.shown != v.tab {
		v.shown = v.tab
		v.list.redraw()
		v.page = min(v.page, max(0, v.length()-1))
		v.updateCount()
	}
}

func (v *previewing) length() int {
	if v.tab == nil {
		return 0
	}
	return len(v.tab.Print.Pages)
}

func (v *previewing) height(i int) float32 { return v.tab.Print.Pages[i].Height*v.scale + betweenPages }

// turn goes to the next or the previous page.
func (v *previewing) turn(by int) {
	v.page = max(0, min(v.page+by, v.length()-1))
	v.list.ShowFrom(v.page)
	v.updateCount()
}

// updateCount says which page is in view.
func (v *previewing) updateCount() {
	if v.length() > 0 {
		v.page, _ = v.list.InView()
		setLabel(v.count, v.ui.app.Say("preview.page", v.page+1, v.length()))
	}
}

// zoom makes the pages larger or smaller; 0 is the normal size.
func (v *previewing) zoom(by int) {
	switch {
	case by > 0:
		v.scale = min(v.scale*pageStep, largestPage)
	case by < 0:
		v.scale = max(v.scale/pageStep, smallestPage)
	default:
		v.scale = normalPage
	}
	v.ui.remembered.setNumber("page", float64(v.scale))
	page := v.page
	v.list.redraw()
	v.list.ShowFrom(page)
}

func (v *previewing) typedKey(ev *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{
		fyne.KeyPageDown: 1, fyne.KeyPageUp: -1, fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeySpace: 1,
		fyne.KeyHome: -v.length(), fyne.KeyEnd: v.length(),
	}
	if by, ok := steps[ev.Name]; ok {
		v.turn(by)
	}
}

func (v *previewing) copied() string { return "" }

func (v *previewing) leave() {}

// pageRow is one page on the desk.
type pageRow struct {
	widget.BaseWidget
	view   *previewing
	at     int
	sheet  *widgets.Sheet
	shadow *canvas.Rectangle
}

func newPageRow(v *previewing) *pageRow {
	r := &pageRow{view: v, sheet: widgets.NewSheet(typeset.Page{}), shadow: canvas.NewRectangle(theme.Color(theme.ColorNameShadow))}
	r.ExtendBaseWidget(r)
	return r
}

func (r *pageRow) set(i int) {
	r.at = i
	r.sheet.SetPage(r.view.tab.Print.Pages[i])
	r.Refresh()
}

// HeightFor is the row's height.
func (r *pageRow) HeightFor(float32) float32 { return r.view.height(r.at) }

// CreateRenderer is the toolkit's hook.
func (r *pageRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(pagePlace{r}, r.shadow, r.sheet))
}

// pagePlace centres a page and its shadow.
type pagePlace struct{ row *pageRow }

// Layout places the page.
func (p pagePlace) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if p.row.at >= p.row.view.length() {
		return
	}
	page := p.row.view.tab.Print.Pages[p.row.at]
	width, height := page.Width*p.row.view.scale, page.Height*p.row.view.scale
	left := max(8, (size.Width-width)/2)
	place(objects[0], left+2, betweenPages/2+2, width, height)
	place(objects[1], left, betweenPages/2, width, height)
}

// MinSize is small: the list gives the row its height.
func (p pagePlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 40) }
