package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// prose is a wrapped label that may hold words of any document, or of a person who writes in any language: the toolkit's
// own has no Chinese letters and scrambles Arabic.
func prose(u *UI, words string, style resolution.Style) fyne.CanvasObject {
	return proseOf(u, resolution.Run{Text: words, Style: style}, nil)
}

// pointing is prose that leads somewhere when it is tapped.
func pointing(u *UI, words string, lead func()) fyne.CanvasObject {
	return proseOf(u, resolution.Run{Text: words, Link: words}, func(string) { lead() })
}

func proseOf(u *UI, run resolution.Run, follow func(string)) fyne.CanvasObject {
	p := widgets.NewParagraph(u.selection)
	p.OnLink = follow
	look := widgets.Look{Sans: true, Size: theme.TextSize(), Color: theme.ColorNameForeground, Language: resolution.Language(u.app.Words.Language)}
	p.SetText(widgets.NewText([]resolution.Run{run}, look))
	edge := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(edge-2, edge-2, edge, edge), p)
}
