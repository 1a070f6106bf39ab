package widgets

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paragraph shows a text with its marks: inserted words on a ground and underlined, deleted ones struck, moved ones
// underlined twice, citations as links, raised note calls, finds of a search. It is painted whole, in any script.
type Paragraph struct {
	widget.BaseWidget
	// OnLink is called with the symbol of a citation that was tapped, OnNote with the number of a note call.
	OnLink func(symbol string)
	OnNote func(number string)
	// OnTapped is called for a tap on anything else; OnMenu for a tap with the other button anywhere.
	OnTapped func()
	OnMenu   func(*fyne.PointEvent)
	// OnPlaced is called instead of OnTapped, with the code point before which a caret would stand.
	OnPlaced func(at int)

	selection *Selection
	text      *Text
	raster    *canvas.Raster
	mouse     mouse
}

// NewParagraph makes an empty paragraph. Words can be selected if it is given a selection.
func NewParagraph(s *Selection) *Paragraph {
	p := &Paragraph{selection: s}
	p.raster = canvas.NewRaster(p.paint)
	p.ExtendBaseWidget(p)
	if s != nil {
		s.join(p)
	}
	return p
}

// SetText shows another text.
func (p *Paragraph) SetText(t *Text) {
	if p.text == t {
		return
	}
	p.text = t
	p.raster.Refresh()
}

// Text is what is shown; nil at first.
func (p *Paragraph) Text() *Text { return p.text }

// HeightFor is the height the text takes at a width.
func (p *Paragraph) HeightFor(width float32) float32 {
	if p.text == nil {
		return 0
	}
	return p.text.Height(width)
}

// MinSize is narrow, and as high as the text is at the present width.
func (p *Paragraph) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	width := p.Size().Width
	if width <= 0 {
		width = narrowest
	}
	return fyne.NewSize(narrowest, p.HeightFor(width))
}

const narrowest = 60

// CreateRenderer is the toolkit's hook.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.raster) }

func (p *Paragraph) paint(width, height int) image.Image {
	b := newBrush(width, height, pixelScale(p.raster, width, height))
	if p.text != nil && p.Size().Width > 0 {
		p.text.paint(b, p.text.broken(p.Size().Width), p.selection.within(p.text))
	}
	return b.onto
}

// pixelScale is how many pixels a unit of the screen has. The toolkit rounds sizes to pixels, so their quotient is
// nearly right only, and letters would be drawn at as many sizes as there are widths. The densities are those by which
// systems enlarge a window beyond the toolkit's own scale.
func pixelScale(o fyne.CanvasObject, width, height int) float32 {
	size := o.Size()
	rough := float32(width) / size.Width
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Scale() <= 0 {
		return rough
	}
	best, off := rough, 1.01
	for _, density := range []float32{1, 2, 1.5, 3} {
		exact := c.Scale() * density
		wrong := max(math.Abs(float64(exact*size.Width)-float64(width)), math.Abs(float64(exact*size.Height)-float64(height)))
		if wrong < off {
			best, off = exact, wrong
		}
	}
	return best
}
