package ui

import "fyne.io/fyne/v2"

// settled gives its object all there is and then does something: a list can be scrolled only once it has a size.
type settled struct{ then func() }

// Layout gives the object its size.
func (s settled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	s.then()
}

// MinSize is that of the object.
func (s settled) MinSize(objects []fyne.CanvasObject) (least fyne.Size) {
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// shares lays objects out beside each other, each as wide as its share of the whole.
type shares []float32

const betweenShares = 4

// Layout gives every object its share.
func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room, sum, x := size.Width-betweenShares*float32(len(objects)-1), s.sum(), float32(0)
	for i, o := range objects {
		width := room * s[i] / sum
		place(o, x, 0, width, size.Height)
		x += width + betweenShares
	}
}

func (s shares) sum() (sum float32) {
	for _, part := range s {
		sum += part
	}
	return sum
}

// MinSize is as high as the highest of them and does not ask for width.
func (s shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(60, height)
}
