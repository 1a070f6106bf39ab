package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
)

// tools are the commands of the toolbar from left to right; "" is a gap, "|" pushes the rest to the right.
var tools = []string{"file.import", "", "compare.base", "draft.new", "agree.play", "", "file.preview", "file.print", "|", "edit.undo", "edit.palette"}

// toolbar is a row of the commands that are used most.
type toolbar struct {
	object  fyne.CanvasObject
	buttons []tool
}

type tool struct {
	command app.Command
	button  *widget.Button
}

func newToolbar(u *UI) *toolbar {
	t := &toolbar{}
	row := container.New(layout.NewCustomPaddedHBoxLayout(2))
	for _, id := range tools {
		switch id {
		case "":
			row.Add(widget.NewSeparator())
		case "|":
			row.Add(layout.NewSpacer())
		default:
			b := t.add(u, id)
			row.Add(b)
		}
	}
	t.object = container.New(layout.NewCustomPaddedLayout(2, 2, 6, 6), row)
	return t
}

func (t *toolbar) add(u *UI, id string) *widget.Button {
	b := widget.NewButton(u.app.Say("tool."+id), func() { u.do(id); u.focusView() })
	b.Importance = widget.LowImportance
	if icon := actions[id].icon; icon != "" {
		b.Icon = theme.Icon(icon)
	}
	c, _ := u.command(id)
	t.buttons = append(t.buttons, tool{c, b})
	return b
}

func (t *toolbar) refresh() {
	for _, b := range t.buttons {
		if enabled := b.command.Enabled(); enabled == b.button.Disabled() {
			if enabled {
				b.button.Enable()
			} else {
				b.button.Disable()
			}
		}
	}
}
