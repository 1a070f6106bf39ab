package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// libraryRow is a row of the tree: a name and the badges of the languages there are. Where both have no room beside
// each other, one badge counts the languages.
type libraryRow struct {
	widget.BaseWidget
	library *library
	uid     string
	name    *widgets.Label
	badges  *fyne.Container // one for each language
	few     *fyne.Container // one for all
}

var (
	_ fyne.Tappable          = (*libraryRow)(nil)
	_ fyne.SecondaryTappable = (*libraryRow)(nil)
)

func newLibraryRow(l *library) *libraryRow {
	row := func() *fyne.Container { return container.New(layout.NewCustomPaddedHBoxLayout(1.5)) }
	r := &libraryRow{library: l, badges: row(), few: row(), name: rowName("", false)}
	r.ExtendBaseWidget(r)
	return r
}

// rowName is a name that ends in … where it is too long, in any script.
func rowName(name string, bold bool) *widgets.Label {
	return widgets.NewLabel(name, widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Bold: bold, Shortens: true})
}

// CreateRenderer is the toolkit's hook.
func (r *libraryRow) CreateRenderer() fyne.WidgetRenderer { return &libraryRowRenderer{r} }

type libraryRowRenderer struct{ row *libraryRow }

func (r *libraryRowRenderer) Destroy() {}

func (r *libraryRowRenderer) MinSize() fyne.Size { return r.row.name.MinSize().AddWidthHeight(40, 5) }

func (r *libraryRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.row.name, r.row.badges, r.row.few}
}

func (r *libraryRowRenderer) Refresh() {
	r.Layout(r.row.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Layout gives the name what it needs before the badges.
func (r *libraryRowRenderer) Layout(size fyne.Size) {
	const side = 4
	row := r.row
	shown, hidden := row.badges, row.few
	name := widgets.NewLabel(row.name.Words(), widgets.LabelLook{Size: theme.TextSize()}).MinSize().Width
	if len(row.badges.Objects) > 2 && name+row.badges.MinSize().Width+3*side > size.Width {
		shown, hidden = row.few, row.badges
	}
	shown.Show()
	hidden.Hide()
	b := shown.MinSize()
	place(shown, size.Width-b.Width-side, (size.Height-b.Height)/2, b.Width, b.Height)
	place(row.name, side, 0, max(size.Width-b.Width-3*side, 0), size.Height)
}

// set draws a node.
func (r *libraryRow) set(uid string, n node) {
	r.uid = uid
	r.name = rowName(n.label, !strings.Contains(uid, "/"))
	r.badges.Objects, r.few.Objects = nil, nil
	if n.sample {
		b := newBadge(r.library.ui.app.Say("library.sample"), false)
		b.tapped = func() { r.Tapped(nil) }
		r.badges.Add(b)
	}
	for _, t := range n.texts {
		if t.Language != "" {
			r.badges.Add(r.badge(strings.ToUpper(string(t.Language)), t, t.ID == r.library.current))
		}
	}
	if many := len(r.badges.Objects); many > 2 {
		preferred := r.library.preferred(n.texts)
		b := r.badge(strconv.Itoa(many), preferred, slices.ContainsFunc(n.texts, func(t app.Text) bool { return t.ID == r.library.current }))
		b.tapped = func() { r.library.ui.popUpMenu(r.library.languages(n.texts), below(b)) }
		r.few.Add(b)
	}
	r.Refresh()
}

func (r *libraryRow) badge(words string, t app.Text, marked bool) *badge {
	b := newBadge(words, marked)
	b.tapped = func() { r.library.openText(t) }
	b.secondary = func(at fyne.Position) { r.library.ui.popUpMenu(r.library.ui.textMenu(t), at) }
	return b
}

// languages is the menu of a text's language versions.
func (l *library) languages(texts []app.Text) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, t := range texts {
		m.Items = append(m.Items, fyne.NewMenuItem(languageName(l.ui.app.Words, t.Language), func() { l.openText(t) }))
	}
	return m
}

// Tapped opens the text or the branch.
func (r *libraryRow) Tapped(*fyne.PointEvent) {
	r.library.tapped(r.uid)
	if r.library.nodes[r.uid].texts == nil {
		r.library.ui.window.Canvas().Focus(r.library.tree)
	}
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
