package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// statusLine is the line at the foot of the window: what happened last, and what is in front.
type statusLine struct {
	ui       *UI
	happened *canvas.Text
	where    *canvas.Text
	object   *fyne.Container
}

const (
	smallLetters = 11
	tinyLetters  = 9.5
)

func newStatusLine(u *UI) *statusLine {
	s := &statusLine{ui: u, happened: muted(""), where: muted("")}
	s.object = container.NewVBox(widget.NewSeparator(), container.New(layout.NewCustomPaddedLayout(1, 4, 10, 10),
		container.NewBorder(nil, nil, nil, s.where, container.NewHScroll(s.happened))))
	return s
}

// muted is a small line of text beside the point.
func muted(words string) *canvas.Text {
	t := canvas.NewText(words, theme.Color(widgets.ColorMuted))
	t.TextSize = smallLetters
	return t
}

func (s *statusLine) refresh() {
	one, other := setText(s.happened, s.ui.app.Status()), setText(s.where, strings.Join(s.facts(), "     "))
	if one || other {
		s.object.Refresh()
	}
}

// setText reports whether the words are other ones.
func setText(t *canvas.Text, words string) bool {
	if t.Text == words {
		return false
	}
	t.Text = words
	t.Refresh()
	return true
}

// facts says what is in front, in which language, and in which library.
func (s *statusLine) facts() []string {
	a := s.ui.app
	var facts []string
	switch t := a.Current().(type) {
	case *app.Reading:
		facts = append(facts, a.Say("status.paragraphs", len(t.Stored.Draft.Paragraphs)), languageName(a.Words, t.Stored.Draft.Language))
	case *app.Comparing:
		if t.Comparison != nil {
			if rows := t.Redline.Rows; t.Selected >= 0 && t.Selected < len(rows) {
				facts = append(facts, rows[t.Selected].Reason)
			}
			facts = append(facts, languageName(a.Words, t.Newer.Draft.Language))
		}
	case *app.Editing:
		facts = append(facts, a.Say("status.paragraphs", len(t.Draft.Paragraphs)), languageName(a.Words, t.Draft.Language))
	case *app.Previewing:
		facts = append(facts, a.Say("status.pages", len(t.Print.Pages)))
	}
	facts = append(facts, filepath.Base(a.Path()))
	if a.ReadOnly() {
		facts = append(facts, a.Say("status.read-only"))
	}
	return facts
}
