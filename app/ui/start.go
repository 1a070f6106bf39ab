package ui

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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

// Refuse fills a window that has no library to show: what is wrong and what to do. The backups of the library at path are
// offered in its place; again opens the library anew once one of them stands there.
func Refuse(window fyne.Window, path string, err error, again func() error) {
	w := app.LoadWords(systemLanguage())
	quit := widget.NewButton(w.Say("file.quit"), window.Close)
	quit.Importance = widget.HighImportance
	sentence := wrapped(sentences(err))
	column := container.NewVBox(heading(w.Say("refuse.title")), sentence)
	height := float32(320)
	if backups, err := app.BackupsOf(path); err == nil && len(backups) > 0 {
		column.Add(wrapped(w.Say("refuse.backups")))
		column.Add(offered(w, backups, func(b app.Backup) {
			err := app.RestoreTo(path, b.Path)
			if err == nil {
				err = again()
			}
			if err != nil {
				sentence.SetText(sentences(err))
			}
		}))
		height = 520
	}
	column.Add(container.NewCenter(quit))
	window.SetContent(container.NewCenter(container.New(widthOf(560), column)))
	window.Resize(fyne.NewSize(720, height))
	fmt.Fprintln(os.Stderr, err)
}

// offered lists backups, each with a button that puts it in the library's place.
func offered(w app.Words, backups []app.Backup, restore func(app.Backup)) fyne.CanvasObject {
	list := container.NewVBox()
	for _, b := range backups {
		list.Add(container.NewBorder(nil, nil, nil, widget.NewButton(w.Say("safe.restore"), func() { restore(b) }), widget.NewLabel(w.BackupWords(b))))
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(0, 160))
	return scroll
}

// systemLanguage is the interface language that is nearest to the system's.
func systemLanguage() string {
	code, _, _ := strings.Cut(string(lang.SystemLocale()), "-")
	if slices.Contains(assets.Translations(), code) {
		return code
	}
	return "en"
}
