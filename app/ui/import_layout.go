package ui

import "fyne.io/fyne/v2"

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

// footed gives its second object the height it has at the width there is, at the foot, and the first one the rest.
type footed struct{}

// Layout places the two.
func (footed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := heightAt(objects[1], size.Width)
	place(objects[0], 0, 0, size.Width, max(size.Height-foot, 10))
	place(objects[1], 0, size.Height-foot, size.Width, foot)
}

// MinSize is narrow.
func (footed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 120) }

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
	return objects[1].MinSize().Add(fyne.NewSize(0, 60))
}
