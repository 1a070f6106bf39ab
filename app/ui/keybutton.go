package ui

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// keyButton is a small button that names the key beside its words: a row of them is learnt by using it.
type keyButton struct {
	widget.BaseWidget
	tapped        func()
	disabled      bool
	over, on      bool
	words, key    *canvas.Text
	ground, frame *canvas.Rectangle
}

var (
	_ fyne.Tappable     = (*keyButton)(nil)
	_ desktop.Hoverable = (*keyButton)(nil)
)

func newKeyButton(words, key string, tapped func()) *keyButton {
	b := &keyButton{tapped: tapped, words: muted(words), key: muted(key),
		ground: canvas.NewRectangle(color.Transparent), frame: canvas.NewRectangle(color.Transparent)}
	b.words.TextSize, b.key.TextSize = smallLetters+1, tinyLetters
	b.ground.CornerRadius, b.frame.CornerRadius, b.frame.StrokeWidth = 4, 3, 1
	b.frame.Hidden, b.key.Hidden = key == "", key == ""
	b.ExtendBaseWidget(b)
	b.paint()
	return b
}

// setEnabled greys the button out or not.
func (b *keyButton) setEnabled(enabled bool) {
	if b.disabled == !enabled {
		return
	}
	b.disabled = !enabled
	b.paint()
	b.Refresh()
}

// setOn shows whether the button is the one of several that holds.
func (b *keyButton) setOn(on bool) {
	if b.on != on {
		b.on = on
		b.paint()
		b.Refresh()
	}
}

// setCount shows a number in the place of a key.
func (b *keyButton) setCount(n int) {
	if words := strconv.Itoa(n); b.key.Text != words {
		b.key.Text = words
		b.Refresh()
		b.layout(b.Size())
	}
}

func (b *keyButton) paint() {
	ink, ground := theme.ColorNameForeground, theme.ColorNameButton
	keyInk := widgets.ColorMuted
	if b.disabled {
		ink, ground, keyInk = theme.ColorNameDisabled, theme.ColorNameDisabledButton, theme.ColorNameDisabled
	}
	b.words.Color, b.key.Color = theme.Color(ink), theme.Color(keyInk)
	b.ground.FillColor = theme.Color(ground)
	b.frame.StrokeColor, b.frame.FillColor = theme.Color(theme.ColorNameInputBorder), theme.Color(theme.ColorNameInputBackground)
	b.words.TextStyle.Bold = b.on
	if (b.over || b.on) && !b.disabled {
		b.ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
}

const (
	keyButtonEdge   = 8
	keyButtonHeight = 25
)

// MinSize is that of the words and the key.
func (b *keyButton) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	width := b.words.MinSize().Width + 2*keyButtonEdge
	if !b.key.Hidden {
		width += b.key.MinSize().Width + 14
	}
	return fyne.NewSize(width, keyButtonHeight)
}

func (b *keyButton) layout(size fyne.Size) {
	words, key := b.words.MinSize(), b.key.MinSize()
	place(b.ground, 0, 0, size.Width, size.Height)
	place(b.words, keyButtonEdge, (size.Height-words.Height)/2, words.Width, words.Height)
	left := size.Width - keyButtonEdge - key.Width - 2
	place(b.key, left, (size.Height-key.Height)/2, key.Width, key.Height)
	place(b.frame, left-4, (size.Height-key.Height)/2-1, key.Width+8, key.Height+2)
}

// Tapped does what the button is for.
func (b *keyButton) Tapped(*fyne.PointEvent) {
	if !b.disabled {
		b.tapped()
	}
}

// MouseIn, MouseMoved and MouseOut show which button a tap would meet.
func (b *keyButton) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved does nothing more.
func (b *keyButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hovering.
func (b *keyButton) MouseOut() { b.hover(false) }

func (b *keyButton) hover(on bool) {
	b.over = on
	b.paint()
	b.Refresh()
}

// CreateRenderer is the toolkit's hook.
func (b *keyButton) CreateRenderer() fyne.WidgetRenderer { return &keyButtonRenderer{b} }

type keyButtonRenderer struct{ button *keyButton }

func (r *keyButtonRenderer) Destroy()              {}
func (r *keyButtonRenderer) Layout(size fyne.Size) { r.button.layout(size) }
func (r *keyButtonRenderer) MinSize() fyne.Size    { return r.button.MinSize() }
func (r *keyButtonRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r *keyButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.button.ground, r.button.words, r.button.frame, r.button.key}
}
