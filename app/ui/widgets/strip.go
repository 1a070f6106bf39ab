package widgets

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// StripMark is a row of a list that a strip shows.
type StripMark struct {
	Row   int
	Class resolution.Class
}

// Strip is the overview at the right of a list: a mark for every row that changed, where it stands in the whole, and
// a frame around the part that is in view. A mark's place across the strip says what its colour says: deleted on the
// older side, new on the newer, changed on both, moved apart on both.
type Strip struct {
	widget.BaseWidget
	// OnJump is called with the row at a place that was tapped; without it the list scrolls there.
	OnJump func(row int)

	list   *VirtualList
	marks  []StripMark
	raster *canvas.Raster
	frame  *canvas.Rectangle
	drawn  float32 // the list's whole height when the marks were painted
}

// NewStrip makes the strip of a list.
func NewStrip(l *VirtualList) *Strip {
	s := &Strip{list: l}
	s.raster = canvas.NewRaster(s.paint)
	s.frame = canvas.NewRectangle(nil)
	s.frame.StrokeWidth, s.frame.CornerRadius = 1, 2
	s.ExtendBaseWidget(s)
	l.follow(s.moved)
	return s
}

// SetMarks shows other marks.
func (s *Strip) SetMarks(marks []StripMark) {
	s.marks = marks
	s.raster.Refresh()
}

const stripWidth = 14

// MinSize is narrow.
func (s *Strip) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(stripWidth, 40)
}

// CreateRenderer is the toolkit's hook.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ strip *Strip }

func (r *stripRenderer) Destroy()           {}
func (r *stripRenderer) MinSize() fyne.Size { return r.strip.MinSize() }
func (r *stripRenderer) Layout(size fyne.Size) {
	r.strip.raster.Resize(size)
	r.strip.placeFrame()
}
func (r *stripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.strip.raster, r.strip.frame}
}
func (r *stripRenderer) Refresh() {
	r.strip.raster.Refresh()
	r.strip.placeFrame()
}

// moved follows the list; the marks are painted anew only where heights changed so much that it shows.
func (s *Strip) moved() {
	total := s.list.heights.total()
	if s.Size().Height > 0 && math.Abs(float64(total-s.drawn))/math.Max(float64(total), 1) > 0.002 {
		s.raster.Refresh()
	}
	s.placeFrame()
}

func (s *Strip) placeFrame() {
	from, to := s.list.Viewport()
	height := s.Size().Height
	s.frame.StrokeColor = colorNamed(ColorMuted)
	s.frame.Move(fyne.NewPos(0, from*height))
	s.frame.Resize(fyne.NewSize(s.Size().Width, max((to-from)*height, 8)))
	s.frame.Refresh()
}

// part is the share of the strip's width that a mark takes.
type part struct{ from, to float32 }

var (
	both      = []part{{0, 1}}
	apart     = []part{{0, 0.36}, {0.64, 1}}
	markParts = map[resolution.Class][]part{
		resolution.Gone: {{0, 0.5}}, resolution.New: {{0.5, 1}},
		resolution.MovedOnly: apart, resolution.MovedChanged: apart,
	}
)

const (
	lowestMark = 3 // however short its row
	markGap    = 2.5
)

func (s *Strip) paint(width, height int) image.Image {
	s.drawn = s.list.heights.total()
	size := s.Size()
	b := newBrush(width, height, float32(width)/max(size.Width, 1))
	for _, m := range s.marks {
		color := ClassColor(m.Class)
		if color == "" {
			continue
		}
		from, to := s.list.Extent(m.Row)
		top, tall := from*size.Height, max((to-from)*size.Height-1, lowestMark)
		parts, ok := markParts[m.Class]
		if !ok {
			parts = both
		}
		inner := size.Width - 2*markGap
		for _, p := range parts {
			b.fill(typeset.Rect{X: markGap + p.from*inner, Y: top, Width: (p.to - p.from) * inner, Height: tall}, colorNamed(color))
		}
	}
	return b.onto
}

// Tapped jumps to the place that was tapped.
func (s *Strip) Tapped(e *fyne.PointEvent) { s.jump(e.Position.Y) }

// Dragged jumps along.
func (s *Strip) Dragged(e *fyne.DragEvent) { s.jump(e.Position.Y) }

// DragEnd is the toolkit's hook.
func (s *Strip) DragEnd() {}

// Cursor is a hand.
func (s *Strip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// jump goes to the mark that is near, or else to the row at the place.
func (s *Strip) jump(y float32) {
	height := s.Size().Height
	if height <= 0 {
		return
	}
	row := s.near(y, height)
	if row < 0 {
		row = s.list.RowAt(min(max(y/height, 0), 1))
	}
	switch {
	case row < 0:
	case s.OnJump != nil:
		s.OnJump(row)
	default:
		s.list.ScrollTo(row)
	}
}

// near is the row of a mark within reach of a finger; -1 for none.
func (s *Strip) near(y, height float32) int {
	const reach = 4
	best, row := float32(reach), -1
	for _, m := range s.marks {
		from, to := s.list.Extent(m.Row)
		away := max(from*height-y, y-max(to*height, from*height+lowestMark), 0)
		if away < best {
			best, row = away, m.Row
		}
	}
	return row
}
