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
	natural float32 // the width of all with their words
}

type tool struct {
	command app.Command
	button  *widget.Button
	label   string
	spared  float32 // the width that its icon alone saves; 0 where it has none
}

// silenced are the tools that lose their words first where there is no room for all, from the one whose icon says most.
var silenced = []string{"file.print", "file.preview", "edit.undo", "file.import", "draft.new", "agree.play", "compare.base"}

// toolRow sets the tools in one line. Where they have no room, one after the other is its icon alone.
type toolRow struct {
	bar *toolbar
	row fyne.Layout
}

// Layout gives the words to as many tools as there is room for.
func (l toolRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	over := l.bar.natural - size.Width
	for _, id := range silenced {
		for _, t := range l.bar.buttons {
			if t.command.ID != id || t.spared == 0 {
				continue
			}
			words := t.label
			if over > 0 {
				words, over = "", over-t.spared
			}
			if t.button.Text != words {
				t.button.SetText(words)
			}
		}
	}
	l.row.Layout(objects, size)
}

// MinSize is what the icons alone need.
func (l toolRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(l.bar.natural, l.row.MinSize(objects).Height)
	for _, t := range l.bar.buttons {
		least.Width -= t.spared
	}
	return least
}

func newToolbar(u *UI) *toolbar {
	t := &toolbar{}
	line := layout.NewCustomPaddedHBoxLayout(2)
	row := container.New(line)
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
	t.natural = row.MinSize().Width
	row.Layout = toolRow{t, line}
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
	one := tool{command: c, button: b, label: b.Text}
	if b.Icon != nil {
		whole := b.MinSize().Width
		b.SetText("")
		one.spared = whole - b.MinSize().Width
		b.SetText(one.label)
	}
	t.buttons = append(t.buttons, one)
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
