package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/ui/widgets"
)

// libraryRow is a row of the tree: a name and the badges of the languages there are.
type libraryRow struct {
	widget.BaseWidget
	library *library
	uid     string
	label   *fyne.Container
	badges  *fyne.Container
}

var (
	_ fyne.Tappable          = (*libraryRow)(nil)
	_ fyne.SecondaryTappable = (*libraryRow)(nil)
)

func newLibraryRow(l *library) *libraryRow {
	r := &libraryRow{library: l, label: container.NewStack(rowName("", false)), badges: container.New(layout.NewCustomPaddedHBoxLayout(1.5))}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer lays the badges to the right of the name.
func (r *libraryRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, nil, r.badges, container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), r.label)))
}

// set draws a node.
func (r *libraryRow) set(uid string, n node) {
	r.uid = uid
	r.label.Objects = []fyne.CanvasObject{rowName(n.label, !strings.Contains(uid, "/"))}
	r.label.Refresh()
	r.badges.Objects = nil
	if n.sample {
		b := newBadge(r.library.ui.app.Say("library.sample"), false)
		b.tapped = func() { r.Tapped(nil) }
		r.badges.Add(b)
	}
	for _, t := range n.texts {
		b := newBadge(strings.ToUpper(string(t.Language)), t.ID == r.library.current)
		b.tapped = func() { r.library.openText(t) }
		b.secondary = func(at fyne.Position) { r.library.ui.popUpMenu(r.library.ui.textMenu(t), at) }
		if t.Language != "" {
			r.badges.Add(b)
		}
	}
	r.badges.Add(canvas.NewRectangle(color.Transparent))
	r.badges.Refresh()
}

// rowName is a name that ends in … where it is too long, in any script.
func rowName(name string, bold bool) fyne.CanvasObject {
	return widgets.NewLabel(name, widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Bold: bold, Shortens: true})
}

// Tapped opens the text or the branch.
func (r *libraryRow) Tapped(*fyne.PointEvent) {
	r.library.tapped(r.uid)
	r.library.ui.window.Canvas().Focus(r.library.tree)
}

// TappedSecondary shows what can be done with the text or the series.
func (r *libraryRow) TappedSecondary(ev *fyne.PointEvent) {
	r.library.menu(r.uid, ev.AbsolutePosition)
}

// badge is a small word in a frame: a language, or "sample".
type badge struct {
	widget.BaseWidget
	text      string
	marked    bool
	tapped    func()
	secondary func(at fyne.Position)
}

var _ desktop.Cursorable = (*badge)(nil)

func newBadge(text string, marked bool) *badge {
	b := &badge{text: text, marked: marked}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the word in a rounded frame, filled where it stands for the text in front.
func (b *badge) CreateRenderer() fyne.WidgetRenderer {
	ground, ink := theme.Color(theme.ColorNameButton), theme.Color(theme.ColorNamePlaceHolder)
	if b.marked {
		ground, ink = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNameForegroundOnPrimary)
	}
	frame := canvas.NewRectangle(ground)
	frame.CornerRadius = 3
	word := canvas.NewText(b.text, ink)
	word.TextSize = 9.5
	return widget.NewSimpleRenderer(container.NewCenter(container.NewStack(frame,
		container.New(layout.NewCustomPaddedLayout(1, 1, 3, 3), word))))
}

// Cursor shows that a language can be tapped.
func (b *badge) Cursor() desktop.Cursor {
	if b.tapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Tapped opens the text in this language.
func (b *badge) Tapped(*fyne.PointEvent) {
	if b.tapped != nil {
		b.tapped()
	}
}

// TappedSecondary shows what can be done with the text in this language.
func (b *badge) TappedSecondary(ev *fyne.PointEvent) {
	if b.secondary != nil {
		b.secondary(ev.AbsolutePosition)
	}
}
