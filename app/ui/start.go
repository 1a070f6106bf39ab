package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
	"mutatis/assets"
)

// Start opens what a person finds in the window: the texts of the last time, what the app starts with, and the import
// check of the files that were named.
func (u *UI) Start(files []string) {
	u.reopen()
	u.show(u.app.Start())
	u.rememberTabs()
	if len(files) > 0 {
		u.app.ImportFiles(files)
	}
	u.focusView()
}

func (u *UI) reopen() {
	for _, t := range u.remembered.tabs(u.app.Path()) {
		_, there := u.app.Text(t.text)
		_, olderThere := u.app.Text(t.older)
		switch {
		case there && olderThere:
			u.show(u.app.CompareTexts(t.older, t.text))
		case there:
			u.show(u.app.OpenText(t.text))
		}
	}
	u.started = true
}

// openSample puts the sample into the library and shows what changed in its newest text.
func (u *UI) openSample() error {
	if err := u.app.AddSample(); err != nil {
		return err
	}
	texts := u.app.Texts()
	newest := slices.IndexFunc(texts, func(t app.Text) bool { return t.Stage == resolution.Revised && t.Sample })
	if newest < 0 {
		newest = len(texts) - 1
	}
	if newest < 0 {
		return nil
	}
	return u.compareWithBase(texts[newest])
}

// Warm parses the fonts that every window needs. It may run beside everything else, so that nobody waits for it.
func Warm() {
	for _, s := range []typeset.Style{typeset.Sans, 0, typeset.Italic, typeset.Bold, typeset.Sans | typeset.Bold} {
		typeset.Shape([]typeset.Span{{Text: "Mutatis", Style: s}}, typeset.Setting{Size: normalLetters, Language: "en"})
	}
}

// warmStock has the toolkit parse the theme's fonts, which it does when it first measures a text.
func warmStock() {
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText("Mutatis", theme.TextSize(), style)
	}
}

// systemLanguage is the interface language that is nearest to the system's.
func systemLanguage() string {
	code, _, _ := strings.Cut(string(lang.SystemLocale()), "-")
	if slices.Contains(assets.Translations(), code) {
		return code
	}
	return "en"
}
