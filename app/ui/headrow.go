package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"mutatis/app/ui/widgets"
)

// headRow sets a line of a view's head: what begins it, words behind that, tools at its end. What has no room beside the
// others goes into a line of its own, so that nothing is cut off and no view asks for more width than a small window has.
// It belongs into a stacked column, which gives it the height it has at its width.
type headRow struct {
	start, words, end fyne.CanvasObject // nil for none
	least             float32           // what the words need beside the others; 0: all of their one line
	whole             float32           // how wide that line is, where the words do not say so themselves
}

// newHeadRow is a line of words between what begins it and the tools at its end.
func newHeadRow(start, words fyne.CanvasObject, end ...fyne.CanvasObject) *fyne.Container {
	return headRowOf(&headRow{start: start, words: words}, end)
}

// newTitleRow is a line of a title, or of what is chosen for the whole view, with the tools at its end.
func newTitleRow(title fyne.CanvasObject, least float32, end ...fyne.CanvasObject) *fyne.Container {
	return headRowOf(&headRow{words: title, least: least}, end)
}

func headRowOf(h *headRow, end []fyne.CanvasObject) *fyne.Container {
	if len(end) > 0 {
		h.end = flowing(4, end...)
	}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{h.start, h.words, h.end} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(h, all...)
}

// flowing sets objects one behind the other, in as many lines as they need.
func flowing(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

// newHeading is a title that can hold words of any document: the toolkit's own letters have no bold Chinese.
func newHeading() *widgets.Label {
	return widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Bold: true, Shortens: true})
}

// titleRoom is what a title needs beside its tools.
const titleRoom = 220

// headGap is between the parts of a line.
const headGap = 8

// Layout places the parts.
func (h *headRow) Layout(_ []fyne.CanvasObject, size fyne.Size) { h.lines(size.Width, place) }

// heightFor is the height at a width.
func (h *headRow) heightFor(_ []fyne.CanvasObject, width float32) float32 {
	return h.lines(width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// MinSize is narrow.
func (h *headRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 21) }

// lines places the parts by do and says how high they are together.
func (h *headRow) lines(width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	start, words, end := seen(h.start), seen(h.words), seen(h.end)
	y := float32(0)
	line := func(start, words, end fyne.CanvasObject) {
		if start == nil && words == nil && end == nil {
			return
		}
		if y > 0 {
			y += 2
		}
		y += headLine(start, words, end, y, width, do)
	}
	switch rest := width - natural(start) - natural(end); {
	case rest >= 0 && h.hasRoom(words, rest):
		line(start, words, end)
	case h.least > 0:
		line(nil, words, nil)
		line(start, nil, end)
	case rest >= 0:
		line(start, nil, end)
		line(nil, words, nil)
	default:
		line(start, nil, nil)
		line(nil, nil, end)
		line(nil, words, nil)
	}
	return y
}

// hasRoom reports whether the words can stand beside the others.
func (h *headRow) hasRoom(words fyne.CanvasObject, rest float32) bool {
	const whole = 1e5
	if words == nil || h.least > 0 {
		return words == nil || rest >= h.least
	}
	if h.whole > 0 {
		return rest >= h.whole
	}
	return rest > 60 && heightAt(words, rest-headGap) <= heightAt(words, whole)
}

// headLine sets one line and says how high it is.
func headLine(start, words, end fyne.CanvasObject, y, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	first, last := min(natural(start), width), min(natural(end), width)
	middle := max(width-first-last, 0)
	height := float32(0)
	for _, one := range []struct {
		o     fyne.CanvasObject
		width float32
	}{{start, first}, {words, middle}, {end, last}} {
		if one.o != nil {
			height = max(height, heightAt(one.o, one.width))
		}
	}
	put := func(o fyne.CanvasObject, x, w float32) {
		if o != nil {
			high := heightAt(o, w)
			do(o, x, y+(height-high)/2, w, high)
		}
	}
	put(start, 0, first)
	put(words, first, middle-gapBefore(end))
	put(end, width-last, last)
	return height
}

func gapBefore(end fyne.CanvasObject) float32 {
	if end == nil {
		return 0
	}
	return headGap
}

// seen is an object that is shown; nil for one that is not.
func seen(o fyne.CanvasObject) fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return nil
	}
	return o
}

// natural is the width an object has where there is room enough, with the gap behind it.
func natural(o fyne.CanvasObject) float32 {
	if o == nil {
		return 0
	}
	if c, ok := o.(*fyne.Container); ok {
		if f, ok := c.Layout.(*flow); ok {
			return f.natural(c.Objects) + headGap
		}
	}
	return o.MinSize().Width + headGap
}
