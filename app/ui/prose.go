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
	p := widgets.NewParagraph(u.selection)
	look := widgets.Look{Sans: true, Size: theme.TextSize(), Color: theme.ColorNameForeground, Language: resolution.Language(u.app.Words.Language)}
	p.SetText(widgets.NewText([]resolution.Run{{Text: words, Style: style}}, look))
	edge := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(edge-2, edge-2, edge, edge), p)
}
