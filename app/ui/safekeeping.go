package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
)

// safekeepingView lists the backups that were made and the texts that lie in the bin.
type safekeepingView struct {
	ui           *UI
	tab          *app.Safekeeping
	backups, bin *fyne.Container
	root         fyne.CanvasObject
}

func newSafekeeping(u *UI) *safekeepingView {
	v := &safekeepingView{ui: u, backups: entries(), bin: entries()}
	say := u.app.Say
	tool := func(id string, icon fyne.ThemeIconName) *widget.Button {
		return button(say(id), icon, func() { u.do(id); u.focusView() })
	}
	now := tool("file.backup", theme.IconNameDocumentSave)
	now.Importance = widget.HighImportance
	copies := container.NewGridWithColumns(2, tool("file.copy", theme.IconNameContentCopy), tool("file.copy-without-sources", theme.IconNameContentCopy),
		tool("file.copy-encrypted", theme.IconNameVisibilityOff), tool("file.open-encrypted", theme.IconNameVisibility),
		tool("file.copy-for-others", theme.IconNameMailSend), tool("file.merge", theme.IconNameContentAdd))
	left := container.NewVBox(part(say("safe.backups"), say("safe.backups-about")), v.backups,
		container.NewHBox(now, tool("file.restore", theme.IconNameFolderOpen)), part(say("safe.copies"), say("safe.copies-about")), copies)
	right := container.NewVBox(part(say("safe.bin"), say("safe.bin-about")), v.bin)
	v.root = container.NewVScroll(container.New(&besideOrUnder{}, roomy(left), roomy(right)))
	return v
}

// besideOrUnder sets two things beside each other where there is room for both, and else one under the other.
type besideOrUnder struct{ beside bool }

// secondNeeds is the width without which the second is not set beside the first.
const secondNeeds = 380

// MinSize is as wide as the wider of the two, so that a narrow window cuts off neither.
func (l *besideOrUnder) MinSize(two []fyne.CanvasObject) fyne.Size {
	a, b := two[0].MinSize(), two[1].MinSize()
	if l.beside {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (l *besideOrUnder) Layout(two []fyne.CanvasObject, size fyne.Size) {
	first := max(two[0].MinSize().Width, size.Width*0.54)
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
}

// plainButton is a button that does not draw the eye.
func plainButton(words string, run func()) *widget.Button {
	b := widget.NewButton(words, run)
	b.Importance = widget.LowImportance
	return b
}

// add puts a line with its buttons under the others; what more there is to say stands beside the buttons on a second line.
func (v *safekeepingView) add(to *fyne.Container, words, more string, buttons ...*widget.Button) {
	line := widget.NewLabel(words)
	line.Truncation = fyne.TextTruncateEllipsis
	end := container.NewHBox()
	for _, b := range buttons {
		if v.ui.app.ReadOnly() {
			b.Disable()
		}
		end.Add(b)
	}
	entry := container.NewBorder(nil, nil, nil, end, line)
	if more != "" {
		entry = container.New(layout.NewCustomPaddedVBoxLayout(-6), line, container.NewBorder(nil, nil, padded(aside(more)), end))
	}
	to.Add(container.NewBorder(nil, widget.NewSeparator(), nil, nil, entry))
}

func (v *safekeepingView) typedKey(*fyne.KeyEvent) {}
func (v *safekeepingView) copied() string          { return "" }
func (v *safekeepingView) leave()                  {}
