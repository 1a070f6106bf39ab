package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
)

// sign is how a standing is shown in the margin: by a sign and by a colour, never by the colour alone.
type sign struct {
	words string
	color fyne.ThemeColorName
}

var signs = map[resolution.Status]sign{
	resolution.Agreed:      {"✓", ColorAgreed},
	resolution.AgreedAdRef: {"ad ref", ColorAgreedAdRef},
	resolution.Bracketed:   {"[ ]", ColorBracketed},
}

func signOf(s resolution.Standing) sign {
	if s.Lost {
		return sign{"!", ColorLost}
	}
	return signs[s.Status]
}

// StandingColor names the colour of a standing; "" for an open paragraph.
func StandingColor(s resolution.Standing) fyne.ThemeColorName { return signOf(s).color }

// MarginMark shows beside a paragraph how far it is agreed: ✓ agreed, "ad ref" agreed ad referendum, [ ] bracketed,
// ! words changed since agreed, nothing for an open one.
type MarginMark struct{ Label }

// NewMarginMark makes a mark that shows nothing.
func NewMarginMark() *MarginMark {
	m := &MarginMark{}
	m.init("", LabelLook{Bold: true, Size: 12})
	m.ExtendBaseWidget(m)
	return m
}

// SetStanding shows another standing.
func (m *MarginMark) SetStanding(s resolution.Standing) {
	sign := signOf(s)
	m.SetWords(sign.words)
	if sign.color != "" {
		m.SetColor(sign.color)
	}
}

// Badge is a few words in a rounded frame of their colour: "✓ agreed", "! words changed since agreed", "5 edits".
type Badge struct {
	widget.BaseWidget
	label *Label
	color fyne.ThemeColorName
}

// NewBadge makes a badge.
func NewBadge(words string, color fyne.ThemeColorName) *Badge {
	b := &Badge{label: NewLabel(words, LabelLook{Color: color}), color: color}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows other words in another colour.
func (b *Badge) Set(words string, color fyne.ThemeColorName) {
	b.color = color
	b.label.SetWords(words)
	b.label.SetColor(color)
	b.Refresh()
}

// SetStanding shows a standing by its sign and its name in the interface's language. "Ad ref" needs no sign beside
// its name.
func (b *Badge) SetStanding(s resolution.Standing, name string) {
	sign := signOf(s)
	if s.Status == resolution.AgreedAdRef && !s.Lost {
		sign.words = ""
	}
	if sign.color == "" {
		sign.color = ColorMuted
	}
	b.Set(strings.TrimSpace(sign.words+" "+name), sign.color)
}

const badgeSide = 5 // between words and frame

// CreateRenderer is the toolkit's hook.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	frame := canvas.NewRectangle(color.Transparent)
	frame.CornerRadius, frame.StrokeWidth = 3, 1
	r := &badgeRenderer{b, frame}
	r.Refresh()
	return r
}

type badgeRenderer struct {
	badge *Badge
	frame *canvas.Rectangle
}

func (r *badgeRenderer) Destroy() {}

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.badge.label.Move(fyne.NewPos(badgeSide, 0))
	r.badge.label.Resize(fyne.NewSize(size.Width-2*badgeSide, size.Height))
}

func (r *badgeRenderer) MinSize() fyne.Size {
	return r.badge.label.MinSize().AddWidthHeight(2*badgeSide, 0)
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.badge.label}
}

func (r *badgeRenderer) Refresh() {
	r.frame.StrokeColor = colorNamed(r.badge.color)
	r.frame.Refresh()
	r.badge.label.Refresh()
}
