package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// showNote shows the footnote that a raised number calls, where the number stands.
func (u *UI) showNote(number string, at fyne.Position) {
	const width = 380
	words := []resolution.Run{{Text: u.app.Say("note.missing", number)}}
	look := widgets.Look{Sans: true, Size: smallLetters + 1}
	for _, d := range u.frontDrafts() {
		if f, ok := d.Footnote(number); ok {
			words = []resolution.Run{{Text: f.Number, Style: resolution.Call}, {Text: " " + f.Text}}
			look = widgets.Look{Language: d.Language, Size: u.letters * noteSize}
			break
		}
	}
	p := widgets.NewParagraph(nil)
	p.SetText(widgets.NewText(words, look))
	p.Resize(fyne.NewSize(width, 10))
	popup := widget.NewPopUp(container.New(widthOf(width), p), u.window.Canvas())
	popup.ShowAtPosition(at)
}

// frontDrafts are the texts in front, the newer of a comparison first.
func (u *UI) frontDrafts() []resolution.Draft {
	switch t := u.app.Current().(type) {
	case *app.Reading:
		return []resolution.Draft{t.Stored.Draft}
	case *app.Comparing:
		if t.Comparison != nil {
			return []resolution.Draft{t.Newer.Draft, t.Older.Draft}
		}
	case *app.Editing:
		return []resolution.Draft{t.Draft}
	case *app.ComparingThree:
		if t.ThreeWay != nil {
			return []resolution.Draft{t.Draft.Draft, t.Bases[0].Draft, t.Bases[1].Draft}
		}
	case *app.Tracing:
		return u.tracedDrafts(t)
	}
	return nil
}
