package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// playLook is what a row of a state of play shows.
type playLook struct {
	index    int // of the paragraph, -1 for one that is gone
	heading  string
	label    string
	standing resolution.Standing
	status   string
	mark     string // what became of the agreement, under the status
	since    string
	who      string
	ink      fyne.ThemeColorName
	words    *widgets.Text
	chosen   bool
}

// The columns of a state of play from the left; the words take the rest.
const (
	playLabel  = 16
	playStatus = 100
	playSince  = 364 // the longest status stands before it in every language of the interface
	playText   = 498
	playNarrow = 720 // below this width, since when stands under the status
)

// playPlaces are where the last columns begin at a width.
func playPlaces(width float32) (since, text float32) {
	if width < playNarrow {
		return playStatus, playSince
	}
	return playSince, playText
}

func playWords(width float32) float32 {
	_, text := playPlaces(width)
	return max(width-text-20, 120)
}

// playRow is a row of a state of play.
type playRow struct {
	widget.BaseWidget
	look   playLook
	words  *widgets.Paragraph
	tapped func()

	ground, bar, rule                        *canvas.Rectangle
	heading, label, status, mark, since, who *canvas.Text
}

func newPlayRow(u *UI) *playRow {
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r := &playRow{
		ground: clear(), bar: clear(), rule: clear(), words: widgets.NewParagraph(u.selection),
		heading: muted(""), label: muted(""), status: muted(""), mark: muted(""), since: muted(""), who: muted(""),
	}
	r.bar.CornerRadius = 2
	r.words.OnTapped = func() { r.Tapped(nil) }
	r.heading.TextStyle.Bold = true
	r.label.TextSize, r.status.TextSize, r.heading.TextSize = theme.TextSize(), theme.TextSize(), theme.TextSize()
	r.ExtendBaseWidget(r)
	return r
}

func (r *playRow) set(l playLook) {
	r.look = l
	r.words.SetText(l.words)
	r.ground.FillColor, r.rule.FillColor, r.bar.FillColor = groundOf(l.chosen), theme.Color(widgets.ColorRule), color.Transparent
	if l.mark != "" {
		r.bar.FillColor = theme.Color(widgets.ColorLost)
	}
	setTag(r.heading, l.heading, widgets.ColorLost)
	setTag(r.label, l.label, theme.ColorNameForeground)
	setTag(r.status, l.status, l.ink)
	r.status.TextStyle.Bold = l.ink != ""
	setTag(r.mark, fitting(l.mark, playSince-playStatus-12, r.mark.TextSize), widgets.ColorLost)
	setTag(r.since, l.since, "")
	setTag(r.who, l.who, "")
	r.layout(r.Size())
	for _, o := range r.objects() {
		o.Refresh()
	}
}

func (r *playRow) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.rule, r.heading, r.label, r.status, r.mark, r.since, r.who, r.words}
}

// lead is the space that the heading above the row takes.
func (r *playRow) lead() float32 {
	if r.look.heading == "" {
		return 0
	}
	return 34
}

// HeightFor is the row's height at a width.
func (r *playRow) HeightFor(width float32) float32 {
	least := float32(22)
	if r.look.mark != "" || r.look.who != "" {
		least = 38
	}
	if width < playNarrow && r.look.since != "" && r.look.mark != "" {
		least += 17 // since when is a line of its own
	}
	return max(r.look.words.Height(playWords(width)), least) + 2*above + r.lead()
}

func (r *playRow) layout(size fyne.Size) {
	if size.Width < 200 {
		return
	}
	lead := r.lead()
	top := lead + above + 1
	place(r.ground, 0, lead, size.Width, size.Height-lead)
	place(r.bar, 6, lead+above/2, barWidth, size.Height-lead-above)
	place(r.rule, 0, size.Height-1, size.Width, 1)
	at := func(t *canvas.Text, x, y float32) { place(t, x, y, t.MinSize().Width, t.MinSize().Height) }
	at(r.heading, playLabel, 12)
	at(r.label, playLabel, top)
	at(r.status, playStatus, top)
	at(r.mark, playStatus, top+18)
	since, text := playPlaces(size.Width)
	switch under := top + 18; {
	case size.Width >= playNarrow:
		at(r.since, since, top+1)
		at(r.who, since, top+18)
	default:
		if r.look.mark != "" {
			under += 17
		}
		at(r.since, since, under)
		at(r.who, since+r.since.MinSize().Width+8, under)
	}
	width := playWords(size.Width)
	place(r.words, text, lead+above, width, r.look.words.Height(width))
}

// Tapped chooses the row.
func (r *playRow) Tapped(*fyne.PointEvent) {
	if r.tapped != nil {
		r.tapped()
	}
}

// CreateRenderer is the toolkit's hook.
func (r *playRow) CreateRenderer() fyne.WidgetRenderer { return &playRowRenderer{r} }

type playRowRenderer struct{ row *playRow }

func (r *playRowRenderer) Destroy()                     {}
func (r *playRowRenderer) Layout(size fyne.Size)        { r.row.layout(size) }
func (r *playRowRenderer) MinSize() fyne.Size           { return fyne.NewSize(320, 38) }
func (r *playRowRenderer) Refresh()                     { r.row.layout(r.row.Size()) }
func (r *playRowRenderer) Objects() []fyne.CanvasObject { return r.row.objects() }

// newPlayHead names the columns.
func newPlayHead(u *UI) fyne.CanvasObject {
	var words []fyne.CanvasObject
	for _, key := range []string{"play.paragraph", "play.status", "play.since", "play.words"} {
		t := muted(u.app.Say(key))
		t.TextStyle.Bold = true
		words = append(words, t)
	}
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))
	return container.NewStack(ground, container.New(playColumns{}, words...))
}

// playColumns sets the names of the columns above them.
type playColumns struct{}

// Layout places four names.
func (playColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	since, text := playPlaces(size.Width)
	for i, x := range []float32{playLabel, playStatus, since, text} {
		m := objects[i].MinSize()
		if t, ok := objects[i].(*canvas.Text); ok {
			t.Hidden = i == 2 && size.Width < playNarrow
		}
		place(objects[i], x, (size.Height-m.Height)/2, m.Width, m.Height)
	}
}

// MinSize is a line's height.
func (playColumns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(playSince+120, 26) }
