package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// SeriesRect is a rectangle of a series' picture in a colour of the theme.
type SeriesRect struct {
	typeset.Rect
	Color fyne.ThemeColorName
}

// SeriesRow is what stands before a row.
type SeriesRow struct {
	Label, Words string
	Faded        bool // the newest text no longer has it
}

// SeriesPicture is what a Series shows: a row a paragraph, a column a text.
type SeriesPicture struct {
	Columns  [][2]string // name and year
	Rows     []SeriesRow
	Language resolution.Language
	// Cell draws a cell into a rectangle; Ties draws what joins rows, given the left edge of a column and the middle of
	// a row.
	Cell func(row, column int, in typeset.Rect) []SeriesRect
	Ties func(width float32, column func(int) float32, middle func(int) float32) []SeriesRect
}

// Series shows a whole series of texts at a glance. It is painted whole, however many cells there are; where the rows do
// not fit, an overview at the right shows all of them.
type Series struct {
	widget.BaseWidget
	OnChosen func(row, column int) // for a tap on a cell or a row's words
	OnOpened func()                // for a tap on the cell that is chosen
	OnHover  func(row, column int) // -1, -1 where the pointer is over none
	OnMenu   func(*fyne.PointEvent)

	picture     SeriesPicture
	row, column int     // chosen
	first       float32 // the first row in view, in rows
	left        float32 // the first column in view, in columns
	over        [2]int
	shaped      map[seriesWords]typeset.Block
	raster      *canvas.Raster
}

var (
	_ fyne.Tappable          = (*Series)(nil)
	_ fyne.SecondaryTappable = (*Series)(nil)
	_ fyne.Scrollable        = (*Series)(nil)
	_ fyne.Draggable         = (*Series)(nil)
	_ desktop.Hoverable      = (*Series)(nil)
)

// NewSeries makes an empty picture.
func NewSeries() *Series {
	s := &Series{row: -1, over: [2]int{-1, -1}, shaped: map[seriesWords]typeset.Block{}}
	s.raster = canvas.NewRaster(s.paint)
	s.ExtendBaseWidget(s)
	return s
}

// SetPicture shows another picture.
func (s *Series) SetPicture(p SeriesPicture) {
	s.picture, s.first, s.left, s.shaped = p, 0, 0, map[seriesWords]typeset.Block{}
	s.raster.Refresh()
}

// Choose shows which cell is chosen and brings it into view.
func (s *Series) Choose(row, column int) {
	s.row, s.column = row, column
	g := s.grid()
	if row >= 0 {
		s.first = min(max(s.first, float32(row+1)-g.rows), float32(row))
	}
	s.left = min(max(s.left, float32(column+1)-g.columns), float32(column))
	s.raster.Refresh()
}

const (
	seriesHead  = 36
	seriesRow   = 19 // its height where there is room
	leastRow    = 15
	seriesCell  = 46 // its widest
	leastCell   = 17
	overviewGap = 10
)

// grid is how the picture lies in the widget.
type grid struct {
	labels        float32 // width of what stands before the rows
	cell, row     float32 // width and height of a cell
	rows, columns float32 // how many of them are in view
	overview      typeset.Rect
}

func (s *Series) grid() grid {
	size := s.Size()
	count, texts := float32(max(len(s.picture.Rows), 1)), float32(max(len(s.picture.Columns), 1))
	g := grid{row: min(max((size.Height-seriesHead)/count, leastRow), seriesRow)}
	room := size.Width
	if g.row*count > size.Height-seriesHead+1 {
		width := min(max(texts*4, 40), 120)
		g.overview = typeset.Rect{X: size.Width - width - 6, Y: seriesHead, Width: width, Height: size.Height - seriesHead - 4}
		room -= width + overviewGap + 6
	}
	g.labels = min(max(room*.36, 150), 420)
	g.cell = min(max((room-g.labels)/texts, leastCell), seriesCell)
	g.labels = max(g.labels, min(room-g.cell*texts, room*.7))
	g.rows, g.columns = (size.Height-seriesHead)/g.row, (room-g.labels)/g.cell
	return g
}

// at finds the cell at a place; a column of -1 is the words before the row.
func (s *Series) at(p fyne.Position) (row, column int, ok bool) {
	g := s.grid()
	if o := g.overview; o.Width > 0 && p.X >= o.X {
		row := int((p.Y - o.Y) / o.Height * float32(len(s.picture.Rows)))
		return row, -1, row >= 0 && row < len(s.picture.Rows)
	}
	row = int((p.Y-seriesHead)/g.row + s.first)
	column = -1
	if p.X >= g.labels {
		column = int((p.X-g.labels)/g.cell + s.left)
	}
	return row, column, p.Y >= seriesHead && row >= 0 && row < len(s.picture.Rows) && column < len(s.picture.Columns)
}

// Tapped chooses a cell. A tap on a row's words chooses the row in the column that is chosen; a tap on the overview goes
// there.
func (s *Series) Tapped(e *fyne.PointEvent) {
	row, column, ok := s.at(e.Position)
	switch o := s.grid().overview; {
	case !ok:
	case o.Width > 0 && e.Position.X >= o.X:
		s.scrollTo(float32(row) - s.grid().rows/2)
	case row == s.row && column == s.column && s.OnOpened != nil:
		s.OnOpened()
	case s.OnChosen != nil:
		if column < 0 {
			column = s.column
		}
		s.OnChosen(row, column)
	}
}

// TappedSecondary chooses a cell and asks for a menu.
func (s *Series) TappedSecondary(e *fyne.PointEvent) {
	if row, column, ok := s.at(e.Position); ok && s.OnChosen != nil && s.OnMenu != nil {
		if column < 0 {
			column = s.column
		}
		s.OnChosen(row, column)
		s.OnMenu(e)
	}
}

// Scrolled moves the rows, or the columns where the wheel is turned sideways.
func (s *Series) Scrolled(e *fyne.ScrollEvent) {
	g := s.grid()
	s.left = min(max(s.left-e.Scrolled.DX/g.cell, 0), max(float32(len(s.picture.Columns))-g.columns, 0))
	s.scrollTo(s.first - e.Scrolled.DY/g.row)
}

// Page moves by so many pages of rows.
func (s *Series) Page(by float32) { s.scrollTo(s.first + by*s.grid().rows) }

func (s *Series) scrollTo(first float32) {
	s.first = min(max(first, 0), max(float32(len(s.picture.Rows))-s.grid().rows, 0))
	s.raster.Refresh()
}

// Dragged moves the frame of the overview.
func (s *Series) Dragged(e *fyne.DragEvent) {
	if o := s.grid().overview; o.Width > 0 && e.Position.X >= o.X {
		s.scrollTo((e.Position.Y-o.Y)/o.Height*float32(len(s.picture.Rows)) - s.grid().rows/2)
	}
}

// DragEnd is the toolkit's hook.
func (s *Series) DragEnd() {}

// MouseIn is the toolkit's hook.
func (s *Series) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved tells what the pointer is over.
func (s *Series) MouseMoved(e *desktop.MouseEvent) {
	row, column, ok := s.at(e.Position)
	if !ok {
		row, column = -1, -1
	}
	s.hover(row, column)
}

// MouseOut ends the hovering.
func (s *Series) MouseOut() { s.hover(-1, -1) }

func (s *Series) hover(row, column int) {
	if s.over == [2]int{row, column} {
		return
	}
	s.over = [2]int{row, column}
	if s.OnHover != nil {
		s.OnHover(row, column)
	}
}

// MinSize is small: the picture takes what it is given.
func (s *Series) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(320, 160)
}

// CreateRenderer is the toolkit's hook.
func (s *Series) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.raster) }

// SeriesSign is a cell of a picture in its legend.
type SeriesSign struct {
	widget.BaseWidget
	draw   func(in typeset.Rect) []SeriesRect
	raster *canvas.Raster
}

// NewSeriesSign makes a sign of what draws a cell.
func NewSeriesSign(draw func(in typeset.Rect) []SeriesRect) *SeriesSign {
	s := &SeriesSign{draw: draw}
	s.raster = canvas.NewRaster(func(width, height int) image.Image {
		b := newBrush(width, height, pixelScale(s.raster, width, height))
		for _, r := range s.draw(typeset.Rect{Width: s.Size().Width, Height: s.Size().Height}) {
			b.fill(r.Rect, colorNamed(r.Color))
		}
		return b.onto
	})
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is that of a cell.
func (s *SeriesSign) MinSize() fyne.Size { s.ExtendBaseWidget(s); return fyne.NewSize(26, 17) }

// CreateRenderer is the toolkit's hook.
func (s *SeriesSign) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.raster) }
