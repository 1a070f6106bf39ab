package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
)

// safekeepingView lists the backups that were made and the texts that lie in the bin.
type safekeepingView struct {
	ui           *UI
	tab          *app.Safekeeping
	backups, bin *fyne.Container
	tools        map[string]*widget.Button // by the commands they run
	root         fyne.CanvasObject
}

func newSafekeeping(u *UI) *safekeepingView {
	v := &safekeepingView{ui: u, backups: entries(), bin: entries(), tools: map[string]*widget.Button{}}
	say := u.app.Say
	tool := func(id string, icon fyne.ThemeIconName) *widget.Button {
		b := button(say(id), icon, func() { u.do(id); u.focusView() })
		v.tools[id] = b
		return b
	}
	now := tool("file.backup", theme.IconNameDocumentSave)
	now.Importance = widget.HighImportance
	copies := container.New(&pairs{}, tool("file.copy", theme.IconNameContentCopy), tool("file.copy-without-sources", theme.IconNameContentCopy),
		tool("file.copy-encrypted", theme.IconNameVisibilityOff), tool("file.open-encrypted", theme.IconNameVisibility),
		tool("file.copy-for-others", theme.IconNameMailSend), tool("file.merge", theme.IconNameContentAdd))
	left := container.NewVBox(part(say("safe.backups"), say("safe.backups-about")), v.backups,
		container.New(&pairs{}, now, tool("file.restore", theme.IconNameFolderOpen)), part(say("safe.copies"), say("safe.copies-about")), copies)
	right := container.NewVBox(part(say("safe.bin"), say("safe.bin-about")), v.bin)
	v.root = container.NewVScroll(container.New(&besideOrUnder{}, roomy(left), roomy(right)))
	return v
}

// besideOrUnder sets two things beside each other where there is room for both, and else one under the other.
type besideOrUnder struct{ beside bool }

// secondNeeds is the width without which the second is not set beside the first.
const secondNeeds = 380

// firstWants is the width that the first gets where that leaves the second what it needs.
const firstWants = 700

// MinSize is as wide as the wider of the two, so that a narrow window cuts off neither.
func (l *besideOrUnder) MinSize(two []fyne.CanvasObject) fyne.Size {
	a, b := two[0].MinSize(), two[1].MinSize()
	if l.beside {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (l *besideOrUnder) Layout(two []fyne.CanvasObject, size fyne.Size) {
	first := max(two[0].MinSize().Width, size.Width*0.54, min(size.Width-secondNeeds, firstWants))
	l.beside = size.Width-first >= secondNeeds
	if l.beside {
		place(two[0], 0, 0, first, size.Height)
		place(two[1], first, 0, size.Width-first, size.Height)
		return
	}
	two[0].Resize(fyne.NewSize(size.Width, two[0].MinSize().Height)) // wrapped text knows its height when it has its width
	height := two[0].MinSize().Height
	place(two[0], 0, 0, size.Width, height)
	place(two[1], 0, height, size.Width, max(two[1].MinSize().Height, size.Height-height))
}

// pairs sets buttons in two columns, or in one where there is no room for two.
type pairs struct{ width float32 }

const pairGap = 4

func (l *pairs) columns(all []fyne.CanvasObject, width float32) int {
	if widest := widestOf(all); width > 0 && 2*widest+pairGap > width {
		return 1
	}
	return 2
}

func widestOf(all []fyne.CanvasObject) (width float32) {
	for _, o := range all {
		width = max(width, o.MinSize().Width)
	}
	return width
}

// Layout places the buttons row by row.
func (l *pairs) Layout(all []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	n := l.columns(all, size.Width)
	width := (size.Width - pairGap*float32(n-1)) / float32(n)
	for i, o := range all {
		high := o.MinSize().Height
		place(o, float32(i%n)*(width+pairGap), float32(i/n)*(high+pairGap), width, high)
	}
}

// MinSize is as wide as one of them.
func (l *pairs) MinSize(all []fyne.CanvasObject) fyne.Size {
	n := l.columns(all, l.width)
	rows := float32((len(all) + n - 1) / n)
	return fyne.NewSize(widestOf(all), rows*(all[0].MinSize().Height+pairGap)-pairGap)
}

func entries() *fyne.Container { return container.New(layout.NewCustomPaddedVBoxLayout(0)) }

func roomy(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(8, 14, 12, 12), o)
}

// part is the heading of a part of a view, with what it is for.
func part(title, about string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(-6),
		widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), wrapped(about))
}

func (v *safekeepingView) object() fyne.CanvasObject { return v.root }

func (v *safekeepingView) refresh(t app.Tab) {
	v.tab = t.(*app.Safekeeping)
	a, say := v.ui.app, v.ui.app.Say
	v.backups.Objects, v.bin.Objects = nil, nil
	for _, b := range v.tab.Backups {
		v.add(v.backups, a.Words.BackupWords(b), "", plainButton(say("safe.restore"), func() { a.AskRestore(b.Path) }))
	}
	for _, b := range v.tab.Bin {
		v.add(v.bin, caption(a.Words, b.Text)+"  "+b.Text.Title, say("bin.goes", dateName(a.Words, b.Goes.Local().Format(time.DateOnly))),
			plainButton(say("safe.take-out"), func() { v.ui.show(a.TakeOut(b.Text.ID)); v.ui.refresh() }),
			plainButton(say("safe.purge"), func() { a.AskPurge(b.Text.ID) }))
	}
	if len(v.tab.Backups) == 0 {
		v.backups.Add(padded(aside(say("safe.no-backups"))))
	}
	if len(v.tab.Bin) == 0 {
		v.bin.Add(padded(aside(say("safe.bin-empty"))))
	}
	v.backups.Refresh()
	v.bin.Refresh()
	for id, b := range v.tools {
		if c, ok := v.ui.command(id); ok && c.Enabled() {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// plainButton is a button that does not draw the eye.
func plainButton(words string, run func()) *widget.Button {
	b := widget.NewButton(words, run)
	b.Importance = widget.LowImportance
	return b
}

// add puts a line with its buttons under the others; what more there is to say stands before the buttons on a second line,
// and the buttons on a third where there is no room for both.
func (v *safekeepingView) add(to *fyne.Container, words, more string, buttons ...*widget.Button) {
	end := container.NewHBox()
	for _, b := range buttons {
		if v.ui.app.ReadOnly() {
			b.Disable()
		}
		end.Add(b)
	}
	line := prose(v.ui, words, resolution.Plain)
	entry := container.NewBorder(nil, nil, nil, container.NewVBox(end), line)
	if more != "" {
		entry = container.New(layout.NewCustomPaddedVBoxLayout(-6), line, container.New(&apart{}, wrapped(more), end))
	}
	to.Add(container.NewBorder(nil, widget.NewSeparator(), nil, nil, entry))
}

// apart sets two things at the two ends of a line, or the second under the first where there is no room for both.
type apart struct{ width float32 }

func (l *apart) beside(two []fyne.CanvasObject, width float32) bool {
	label := two[0].(*widget.Label)
	words := fyne.MeasureText(label.Text, theme.TextSize(), label.TextStyle).Width + 2*theme.InnerPadding() + 1
	return words+two[1].MinSize().Width <= width
}

// Layout places the two.
func (l *apart) Layout(two []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	end := two[1].MinSize()
	if l.beside(two, size.Width) {
		place(two[0], 0, 0, size.Width-end.Width, size.Height)
		place(two[1], size.Width-end.Width, 0, end.Width, size.Height)
		return
	}
	place(two[0], 0, 0, size.Width, size.Height-end.Height)
	place(two[1], max(0, size.Width-end.Width), size.Height-end.Height, end.Width, end.Height)
}

// MinSize is that of the width which the two had last.
func (l *apart) MinSize(two []fyne.CanvasObject) fyne.Size {
	first, second := two[0].MinSize(), two[1].MinSize()
	if l.width == 0 || l.beside(two, l.width) {
		return fyne.NewSize(second.Width, max(first.Height, second.Height))
	}
	return fyne.NewSize(second.Width, first.Height+second.Height)
}

func (v *safekeepingView) typedKey(*fyne.KeyEvent) {}
func (v *safekeepingView) copied() string          { return "" }
func (v *safekeepingView) leave()                  {}
