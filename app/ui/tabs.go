package ui

import (
	"slices"
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

// tabBar shows the open tabs.
type tabBar struct {
	ui     *UI
	row    *fyne.Container
	scroll *container.Scroll
	shown  []tabLook
}

// tabLook is all a tab's button shows.
type tabLook struct {
	key, name string
	front     bool
}

func newTabBar(u *UI) *tabBar {
	b := &tabBar{ui: u, row: container.New(layout.NewCustomPaddedHBoxLayout(0))}
	b.scroll = container.NewHScroll(b.row)
	return b
}

// refresh draws the tabs anew where one of them is another, has another name or came to the front.
func (b *tabBar) refresh() {
	var now []tabLook
	front := b.ui.app.Current()
	for _, t := range b.ui.app.Tabs() {
		now = append(now, tabLook{t.Key(), t.Name(b.ui.app.Words), t == front})
	}
	if slices.Equal(now, b.shown) {
		return
	}
	b.shown = now
	b.row.Objects = nil
	for i, look := range now {
		b.row.Add(newTabButton(b, i, look))
	}
	b.row.Refresh()
	b.reveal()
}

// reveal scrolls the tab in front into view.
func (b *tabBar) reveal() {
	b.row.Resize(b.row.MinSize().Max(b.scroll.Size()))
	for i, look := range b.shown {
		if !look.front {
			continue
		}
		o := b.row.Objects[i]
		left, right := o.Position().X, o.Position().X+o.Size().Width
		if left < b.scroll.Offset.X {
			b.scroll.Offset.X = left
		} else if right > b.scroll.Offset.X+b.scroll.Size().Width {
			b.scroll.Offset.X = max(0, right-b.scroll.Size().Width)
		}
	}
	b.scroll.Refresh()
}

// tabButton is one tab: its name, a line under the one in front, a cross to close it.
type tabButton struct {
	widget.BaseWidget
	bar    *tabBar
	at     int
	look   tabLook
	ground *canvas.Rectangle
}

var (
	_ fyne.Tappable     = (*tabButton)(nil)
	_ desktop.Hoverable = (*tabButton)(nil)
	_ desktop.Mouseable = (*tabButton)(nil)
)

func newTabButton(b *tabBar, at int, look tabLook) *tabButton {
	t := &tabButton{bar: b, at: at, look: look}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the tab.
func (t *tabButton) CreateRenderer() fyne.WidgetRenderer {
	t.ground = canvas.NewRectangle(theme.Color(theme.ColorNameHover))
	t.ground.Hide()
	look := widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground}
	line := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	line.SetMinSize(fyne.NewSize(0, 2))
	if t.look.front {
		look.Color, look.Bold = theme.ColorNamePrimary, true
	} else {
		line.FillColor = theme.Color(theme.ColorNameSeparator)
		line.SetMinSize(fyne.NewSize(0, 1))
	}
	name := widgets.NewLabel(cut(brief(t.look.name), 44), look)
	row := container.New(layout.NewCustomPaddedHBoxLayout(6), container.NewCenter(name), container.NewCenter(newCross(func() { t.bar.ui.app.CloseTab(t.at) })))
	return widget.NewSimpleRenderer(container.NewStack(t.ground,
		container.NewBorder(nil, line, nil, nil, container.New(layout.NewCustomPaddedLayout(5, 4, 12, 8), row))))
}

// brief shortens the symbols in a tab's name to what tells them apart: "79/908 – L.901/Rev.1".
func brief(name string) string {
	words := strings.Split(name, " ")
	for i, w := range words {
		if _, rest, ok := strings.Cut(w, "/L."); ok && strings.HasPrefix(w, "A/") {
			words[i] = "L." + rest
		}
		words[i] = strings.TrimPrefix(words[i], "A/RES/")
	}
	return strings.Join(words, " ")
}

// Tapped brings the tab to the front.
func (t *tabButton) Tapped(*fyne.PointEvent) {
	t.bar.ui.app.Select(t.at)
	t.bar.ui.focusView()
}

// MouseDown closes the tab where it is the middle button's.
func (t *tabButton) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonTertiary {
		t.bar.ui.app.CloseTab(t.at)
	}
}

// MouseUp does nothing.
func (t *tabButton) MouseUp(*desktop.MouseEvent) {}

// MouseIn, MouseMoved and MouseOut show which tab a tap would meet.
func (t *tabButton) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved does nothing more.
func (t *tabButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hovering.
func (t *tabButton) MouseOut() { t.hover(false) }

func (t *tabButton) hover(on bool) {
	if t.ground != nil {
		t.ground.Hidden = !on
		t.ground.Refresh()
	}
}

// cross is the small × that closes a tab.
type cross struct {
	widget.BaseWidget
	tapped func()
	ground *canvas.Rectangle
}

func newCross(tapped func()) *cross {
	c := &cross{tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws the cross.
func (c *cross) CreateRenderer() fyne.WidgetRenderer {
	c.ground = canvas.NewRectangle(theme.Color(theme.ColorNameButton))
	c.ground.CornerRadius = 3
	c.ground.Hide()
	icon := canvas.NewImageFromResource(theme.NewThemedResource(theme.CancelIcon()))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSize(12, 12))
	return widget.NewSimpleRenderer(container.NewStack(c.ground, container.New(layout.NewCustomPaddedLayout(2, 2, 2, 2), icon)))
}

// Tapped closes.
func (c *cross) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn, MouseMoved and MouseOut show the cross's ground.
func (c *cross) MouseIn(*desktop.MouseEvent) { c.ground.Show() }

// MouseMoved does nothing more.
func (c *cross) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hovering.
func (c *cross) MouseOut() { c.ground.Hide() }
