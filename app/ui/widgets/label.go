package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/typeset"
)

// LabelLook says how a label is shown. The zero look is small, muted, and as wide as its words.
type LabelLook struct {
	Size     float32             // 0 means LabelSize
	Color    fyne.ThemeColorName // "" means ColorMuted
	Bold     bool
	Shortens bool // takes what it is given and ends in … where that is too little
	Align    typeset.Alignment
}

// Label is a line of words in any script: the name of a text, a date, "moved from PP7". A line that begins with Arabic
// runs from right to left.
type Label struct {
	widget.BaseWidget
	look   LabelLook
	words  string
	raster *canvas.Raster
	whole  *typeset.Paragraph
	line   typeset.Line
	width  float32 // for which the line was made
}

// NewLabel makes a label.
func NewLabel(words string, look LabelLook) *Label {
	l := &Label{}
	l.init(words, look)
	l.ExtendBaseWidget(l)
	return l
}

func (l *Label) init(words string, look LabelLook) {
	if look.Size == 0 {
		look.Size = LabelSize
	}
	if look.Color == "" {
		look.Color = ColorMuted
	}
	l.look = look
	l.raster = canvas.NewRaster(l.paint)
	l.SetWords(words)
}

// SetWords shows other words.
func (l *Label) SetWords(words string) {
	if l.whole != nil && l.words == words {
		return
	}
	l.words, l.width = words, 0
	l.whole = typeset.Shape(l.spans(words), l.setting())
	l.raster.Refresh()
}

// SetColor shows the words in another colour.
func (l *Label) SetColor(c fyne.ThemeColorName) {
	if l.look.Color != c {
		l.look.Color = c
		l.raster.Refresh()
	}
}

// Words are what the label says, whole.
func (l *Label) Words() string { return l.words }

func (l *Label) spans(words string) []typeset.Span {
	style := typeset.Sans
	if l.look.Bold {
		style |= typeset.Bold
	}
	return []typeset.Span{{Text: words, Style: style}}
}

func (l *Label) setting() typeset.Setting {
	return typeset.Setting{Size: l.look.Size, Leading: 1.4, RightToLeft: typeset.RunsLeft(l.words), Align: l.look.Align}
}

// unbounded is a measure that no label fills.
const unbounded = 100000

// MinSize is the size of the words, or narrow for a label that shortens them.
func (l *Label) MinSize() fyne.Size {
	setting := l.whole.Setting()
	if l.look.Shortens {
		return fyne.NewSize(2*l.look.Size, setting.LineHeight())
	}
	return fyne.NewSize(l.natural(), setting.LineHeight())
}

func (l *Label) natural() float32 { return widthOf(l.whole) }

func widthOf(p *typeset.Paragraph) float32 {
	var width float32
	for _, r := range p.Break(unbounded).Rects(0, len(p.Text())) {
		width += r.Width
	}
	return width
}

// CreateRenderer is the toolkit's hook.
func (l *Label) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.raster) }

func (l *Label) paint(width, height int) image.Image {
	b := newBrush(width, height, pixelScale(l.raster, width, height))
	source := image.NewUniform(colorNamed(l.look.Color))
	line := l.fitting(l.Size().Width)
	down := (l.Size().Height - line.Height) / 2
	for i := range line.Glyphs {
		b.glyph(&line.Glyphs[i], 0, down, source)
	}
	return b.onto
}

// fitting is the line for a width, shortened where it must be.
func (l *Label) fitting(width float32) typeset.Line {
	if l.width == width {
		return l.line
	}
	shaped := l.whole
	if l.look.Shortens && l.natural() > width {
		shaped = l.shortened(width)
	}
	block := shaped.Break(max(width, widthOf(shaped)))
	l.line, l.width = block.Lines[0], width
	return l.line
}

// shortened cuts the words where they still leave room for an ellipsis.
func (l *Label) shortened(width float32) *typeset.Paragraph {
	words := []rune(l.words)
	low, high := 0, len(words)
	for low < high {
		middle := (low + high + 1) / 2
		if widthOf(typeset.Shape(l.spans(string(words[:middle])+"…"), l.setting())) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return typeset.Shape(l.spans(string(words[:low])+"…"), l.setting())
}
