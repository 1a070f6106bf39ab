package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/assets"
)

// welcome is what stands where no text is open: what to do next.
func (u *UI) welcome() fyne.CanvasObject {
	say := u.app.Say
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("mutatis.png", assets.Icon))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSize(88, 88))
	hint := "welcome.choose"
	if u.app.Empty() {
		hint = "welcome.empty"
	}
	first := button(say("welcome.import"), theme.IconNameFolderOpen, func() { u.do("file.import") })
	first.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), first,
		button(say("welcome.paste"), theme.IconNameContentPaste, func() { u.do("file.paste") }))
	if u.app.Empty() {
		buttons.Add(button(say("welcome.sample"), theme.IconNameDocument, func() { u.show(u.openSample()) }))
	}
	buttons.Add(layout.NewSpacer())
	column := container.NewVBox(container.NewCenter(icon), heading(say("welcome.title")), centred(say(hint)), buttons,
		centred(say("welcome.drop")))
	return container.NewCenter(container.New(widthOf(560), column))
}

func button(label string, icon fyne.ThemeIconName, tapped func()) *widget.Button {
	return widget.NewButtonWithIcon(label, theme.Icon(icon), tapped)
}

func heading(words string) fyne.CanvasObject {
	t := canvas.NewText(words, theme.Color(theme.ColorNameForeground))
	t.TextSize, t.Alignment = 20, fyne.TextAlignCenter
	t.TextStyle.Bold = true
	return t
}

func centred(words string) *widget.Label {
	l := widget.NewLabelWithStyle(words, fyne.TextAlignCenter, fyne.TextStyle{})
	l.Wrapping = fyne.TextWrapWord
	return l
}

// fixedWidth lays its one object out to a width of its own.
type fixedWidth float32

func widthOf(w float32) fyne.Layout { return fixedWidth(w) }

// Layout gives the object the width and all the height.
func (w fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(float32(w), size.Width), size.Height))
	}
}

// MinSize is the width, and the height that the object has at that width.
func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		if o.Size().Width != float32(w) {
			o.Resize(fyne.NewSize(float32(w), o.Size().Height))
		}
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(float32(w), height)
}
