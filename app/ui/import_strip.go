package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// importStrip is what stands below the texts: a button for each correction of the chosen paragraph and, in the line of
// the foot, its kind and its number.
type importStrip struct {
	view    *importing
	label   *widgets.Label
	kind    *picker
	number  *field
	buttons []*keyButton
	fields  *fyne.Container // of the kind and the number
	object  *fyne.Container
}

func newImportStrip(v *importing) *importStrip {
	s := &importStrip{view: v}
	say := v.ui.app.Say
	s.label = widgets.NewLabel("", widgets.LabelLook{Size: theme.TextSize(), Color: theme.ColorNameForeground, Bold: true, Shortens: true})
	s.kind = newPicker(v.ui, func(i int) { v.setKind(resolution.Kinds[i]) })
	s.number = newField(v.ui)
	s.number.OnSubmitted = func(string) { s.keepNumber(); v.ui.focusView() }
	s.number.onUnfocus = s.keepNumber
	s.number.onEscape = func() { s.fill(); v.ui.focusView() }
	var row []fyne.CanvasObject
	for _, k := range importKeys {
		b := newKeyButton(say(k.short()), keysName(keys{key: k.key}), func() { v.do(k.id) })
		s.buttons = append(s.buttons, b)
		row = append(row, b)
	}
	s.fields = container.New(called{s.label}, s.label, container.NewHBox(
		container.New(widthOf(200), s.kind), muted(say("import.number")), container.New(widthOf(64), s.number)))
	s.object = container.New(piled{side: 8, gap: 4}, widget.NewSeparator(), flowing(4, row...))
	return s
}

// show shows the corrections beside the paragraphs, and not beside the notes and what was left out.
func (s *importStrip) show(shown bool) {
	s.object.Hidden, s.fields.Hidden = !shown, !shown
	s.view.relay()
}

// keepNumber takes over the number that was written.
func (s *importStrip) keepNumber() {
	if p, ok := s.view.chosenParagraph(); ok && p.Number != s.number.Text {
		s.view.correct(func() error { return s.view.now.SetNumber(s.view.chosen, s.number.Text) })
	}
}

func (s *importStrip) editNumber() {
	if _, ok := s.view.chosenParagraph(); ok {
		s.view.ui.window.Canvas().Focus(s.number)
		s.number.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// fill shows what is known of the chosen paragraph, and what can be done with it.
func (s *importStrip) fill() {
	v := s.view
	for i, k := range importKeys {
		c, ok := v.ui.command(k.id)
		enabled := ok && c.Enabled()
		s.buttons[i].setEnabled(enabled)
		if k.id == "import.word" && s.buttons[i].Hidden == enabled { // few texts have such a doubt: it shows where one is
			s.buttons[i].Hidden = !enabled
			v.relay()
		}
	}
	p, ok := v.chosenParagraph()
	if !ok {
		s.call(v.ui.app.Say("import.choose"))
		s.kind.offer(s.kinds(), -1)
		s.kind.Disable()
		s.number.SetText("")
		s.number.Disable()
		return
	}
	label := v.cells[v.chosen].Label
	if label == "" {
		label = v.ui.app.Say("kind." + string(p.Kind))
	}
	s.call(label)
	s.kind.Enable()
	s.number.Enable()
	s.kind.offer(s.kinds(), slices.Index(resolution.Kinds, p.Kind))
	s.number.SetText(p.Number)
}

// call names the chosen paragraph.
func (s *importStrip) call(name string) {
	s.label.SetWords(name)
	s.fields.Layout.Layout(s.fields.Objects, s.fields.Size())
}

// kinds are the names of the kinds, each with its key.
func (s *importStrip) kinds() []string {
	var names []string
	for _, k := range resolution.Kinds {
		name := s.view.ui.app.Say("kind." + string(k))
		if key := keyOf(k); key != "" {
			name += " (" + string(key) + ")"
		}
		names = append(names, name)
	}
	return names
}
