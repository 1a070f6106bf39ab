package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"mutatis/app/ui/widgets"
)

// piled sets objects one under another, each as high as it is at the width there is.
type piled struct{ side, gap float32 }

// Layout places what is not hidden.
func (c piled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.each(objects, size.Width, place)
}

func (c piled) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) (height float32) {
	for _, o := range objects {
		side := c.side
		high := heightAt(o, width-2*side)
		if !o.Visible() || high == 0 {
			continue
		}
		if high <= 1 { // a line goes from edge to edge
			side = 0
		}
		do(o, side, height, width-2*side, high)
		height += high + c.gap
	}
	return height
}

// heightFor is the height of all at a width.
func (c piled) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return c.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// MinSize is narrow.
func (c piled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 40) }

// headed gives its first object the height it has at the width there is, and the second one the rest below it.
type headed struct{}

// Layout places the two.
func (headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := heightAt(objects[0], size.Width)
	place(objects[0], 0, 0, size.Width, head)
	place(objects[1], 0, head, size.Width, max(size.Height-head, 10))
}

// MinSize is that of the second object, below a head of one line.
func (headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().Add(fyne.NewSize(0, 40))
}

// called sets fields behind the name of what they are of, which has as much room as it needs and there is.
type called struct{ name *widgets.Label }

// Layout places the two.
func (c called) Layout(o []fyne.CanvasObject, size fyne.Size) {
	fields := o[1].MinSize()
	need := fyne.MeasureText(c.name.Words(), theme.TextSize(), fyne.TextStyle{Bold: true}).Width + 16
	width := max(min(need, size.Width-fields.Width), 0)
	high := o[0].MinSize().Height
	place(o[0], 0, (size.Height-high)/2, width, high)
	place(o[1], width, (size.Height-fields.Height)/2, fields.Width, fields.Height)
}

// MinSize is that of the fields behind a short name.
func (called) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[1].MinSize().Add(fyne.NewSize(30, 0))
}

// checkLayout sets the import check: its head, the source beside what was recognised, the corrections of the chosen
// paragraph, and the foot; the texts take what the others leave.
type checkLayout struct{ view *importing }

// shortCheck is the height below which a check leaves its texts no more than the head that is open does.
const shortCheck = 660

// Layout places the four.
func (c checkLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	c.view.setShort(size.Height < shortCheck)
	head, strip, foot := heightAt(o[0], size.Width), heightAt(o[2], size.Width), heightAt(o[3], size.Width)
	if !o[2].Visible() {
		strip = 0
	}
	texts := max(size.Height-head-strip-foot, 10)
	place(o[0], 0, 0, size.Width, head)
	place(o[1], 0, head, size.Width, texts)
	place(o[2], 0, head+texts, size.Width, strip)
	place(o[3], 0, head+texts+strip, size.Width, foot)
}

// MinSize is that of the texts, between a head of one line and a foot of two.
func (checkLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[1].MinSize().Add(fyne.NewSize(0, 120))
}
