package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// chip is a toggle with a count: filled where its changes are shown, struck through where they are left out.
type chip struct {
	widget.BaseWidget
	tapped func()
	words  string
	many   int
	on     bool
	hover  bool
	weight *weightMark
	height int

	ground *canvas.Rectangle
	text   *canvas.Text
}

var (
	_ fyne.Tappable     = (*chip)(nil)
	_ desktop.Hoverable = (*chip)(nil)
)

func newChip(tapped func()) *chip {
	c := &chip{tapped: tapped, weight: newWeightMark(), ground: canvas.NewRectangle(color.Transparent), text: muted("")}
	c.ground.CornerRadius, c.ground.StrokeWidth = 9, 1
	c.ExtendBaseWidget(c)
	return c
}

// set shows the chip on or off; one without a change is not there. Height is how many bars stand before its words.
func (c *chip) set(words string, many int, on bool, height int) {
	c.words, c.many, c.on, c.height = words, many, on, height
	c.Hidden = many == 0 && on
	c.draw()
}

func (c *chip) draw() {
	ink, ground := theme.Color(theme.ColorNameForeground), theme.Color(theme.ColorNameSelection)
	if !c.on {
		ink, ground = theme.Color(widgets.ColorMuted), color.Transparent
	}
	c.text.Text, c.text.Color, c.text.TextStyle.Strikethrough = c.words+" "+itoa(c.many), ink, !c.on
	c.ground.FillColor, c.ground.StrokeColor = ground, theme.Color(theme.ColorNameInputBorder)
	if c.hover {
		c.ground.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	c.weight.set(c.height)
	if !c.on {
		for _, b := range c.weight.bars {
			b.FillColor = color.Transparent
			if c.height > 0 {
				b.FillColor = theme.Color(widgets.ColorRule)
			}
		}
	}
	c.Refresh()
}

func (c *chip) lead() float32 {
	if c.height > 0 {
		return 20
	}
	return 0
}

// MinSize is that of its words.
func (c *chip) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	m := c.text.MinSize()
	return fyne.NewSize(m.Width+16+c.lead(), 21)
}

// Tapped turns the chip on or off.
func (c *chip) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn, MouseMoved and MouseOut show that it can be tapped.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.hover = true; c.draw() }

// MouseMoved does nothing more.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hovering.
func (c *chip) MouseOut() { c.hover = false; c.draw() }

// CreateRenderer is the toolkit's hook.
func (c *chip) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c} }

type chipRenderer struct{ chip *chip }

func (r *chipRenderer) Destroy() {}
func (r *chipRenderer) Layout(size fyne.Size) {
	c := r.chip
	place(c.ground, 0, 0, size.Width, size.Height)
	m := c.text.MinSize()
	place(c.text, 8+c.lead(), (size.Height-m.Height)/2, m.Width, m.Height)
	c.weight.place(8, (size.Height-11)/2)
}
func (r *chipRenderer) MinSize() fyne.Size { return r.chip.MinSize() }
func (r *chipRenderer) Refresh() {
	r.Layout(r.chip.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.chip.ground, r.chip.text}, r.chip.weight.objects()...)
}

// link is a sentence that can be tapped; without words it is not there.
type link struct {
	widget.BaseWidget
	tapped func()
	words  *widgets.Paragraph
}

func newLink(tapped func()) *link {
	l := &link{tapped: tapped, words: widgets.NewParagraph(nil)}
	l.words.OnTapped = tapped
	l.ExtendBaseWidget(l)
	l.Hide()
	return l
}

func (l *link) set(words string) {
	l.words.SetText(widgets.Plain(words, widgets.Look{Sans: true, Size: smallLetters + 1, Color: widgets.ColorLink}))
	l.Hidden = words == ""
	l.Refresh()
}

// HeightFor is the height of its words at a width.
func (l *link) HeightFor(width float32) float32 { return l.words.HeightFor(width) }

// CreateRenderer is the toolkit's hook.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.words) }

// MinSize is narrow.
func (l *link) MinSize() fyne.Size { l.ExtendBaseWidget(l); return fyne.NewSize(60, 16) }

// flow sets objects one after another, in as many lines as the width asks for.
type flow struct{ gap float32 }

// Layout places what is not hidden.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.each(objects, size.Width, func(o fyne.CanvasObject, x, y float32) {
		m := o.MinSize()
		place(o, x, y, m.Width, m.Height)
	})
}

// each goes through the objects line by line; those of a line stand in its middle.
func (f *flow) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y float32)) (height float32) {
	var x, y, high float32
	var line []fyne.CanvasObject
	end := func() {
		x = 0
		for _, o := range line {
			m := o.MinSize()
			do(o, x, y+(high-m.Height)/2)
			x += m.Width + f.gap
		}
		line = nil
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			end()
			x, y, high = 0, y+high+f.gap, 0
		}
		line = append(line, o)
		x += m.Width + f.gap
		high = max(high, m.Height)
	}
	end()
	return y + high
}

// natural is the width of all in one line.
func (f *flow) natural(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		if o.Visible() {
			width += o.MinSize().Width + f.gap
		}
	}
	return max(width-f.gap, 0)
}

// heightFor is the height at a width.
func (f *flow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return f.each(objects, width, func(fyne.CanvasObject, float32, float32) {})
}

// MinSize is narrow.
func (f *flow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 21) }

// panelLayout sets the parts of the list of changes one under another: ground, head, chips, what is left out, a line,
// the list itself, and what people said of the pairing.
type panelLayout struct{}

// Layout gives the list what the others leave.
func (panelLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const side = 8
	width := size.Width - 2*side
	place(o[0], 0, 0, size.Width, size.Height)
	o[1].Resize(fyne.NewSize(size.Width-6, o[1].Size().Height)) // its height hangs on its width
	head := o[1].MinSize().Height
	place(o[1], 2, 4, size.Width-6, head)
	y := head + 8
	chips := o[2].(*fyne.Container)
	tall := chips.Layout.(*flow).heightFor(chips.Objects, width)
	place(chips, side, y, width, tall)
	y += tall + 6
	if left := o[3].(*link); left.Visible() {
		tall := left.HeightFor(width)
		place(left, side, y, width, tall)
		y += tall + 6
	}
	place(o[4], 0, y, size.Width, 1)
	y++
	said := min(o[6].MinSize().Height, (size.Height-y)*.4)
	if !o[6].Visible() {
		said = 0
	}
	place(o[5], 0, y, size.Width, max(size.Height-y-said, 10))
	place(o[6], 0, size.Height-said, size.Width, said)
}

// MinSize is narrow.
func (panelLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(190, 120) }
