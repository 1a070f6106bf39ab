package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
	"mutatis/assets"
)

// showAbout says what the program is, which version, and whose work it contains.
func (u *UI) showAbout() {
	say := u.app.Say
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("mutatis.png", assets.Icon))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSize(64, 64))
	what := widget.NewLabel(say("about.what") + "\n" + say("about.version", u.version) + "\n" + say("about.library", u.app.Path()))
	what.Wrapping = fyne.TextWrapWord
	top := container.NewBorder(nil, nil, icon, nil, what)
	d := u.newDialog("Mutatis", container.NewBorder(top, nil, nil, nil, u.noticesList()))
	d.width, d.height = 720, 560
	d.addButton(say("ok"), true, func() {})
	d.open()
}

// noticesList shows the licences line by line: a label of all of them would take seconds to lay out.
func (u *UI) noticesList() fyne.CanvasObject {
	lines := strings.Split(assets.Notices, "\n")
	text := func(i int) *widgets.Text {
		words, style := lines[i], resolution.Plain
		if title, ok := strings.CutPrefix(words, "======== "); ok {
			words, style = title, resolution.Bold
		}
		return widgets.NewText([]resolution.Run{{Text: words + " ", Style: style}}, widgets.Look{Sans: true, Size: smallLetters})
	}
	return newList(func() int { return len(lines) }, func() widgets.Row { return newSourceRow(u) },
		func(i int, r widgets.Row) { r.(*sourceRow).set(text(i), false) },
		func(int, float32) float32 { return smallLetters * leading })
}

// showTour names the few things one has to know.
func (u *UI) showTour() {
	d := u.newDialog(u.app.Say("tour.title"), container.NewVBox(wrapped(u.app.Say("tour.text"))))
	d.width = 640
	d.addButton(u.app.Say("ok"), true, func() {})
	d.open()
}
