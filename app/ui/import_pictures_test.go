package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

// TestImportPictures paints the import check of printed texts and of real ones into the folder that -pictures names.
func TestImportPictures(t *testing.T) {
	if *pictures == "" || !*dialogs {
		t.Skip("-pictures names no folder, or -dialogs is not given")
	}
	real := os.Getenv("MUTATIS_SHARED")
	cases := []struct {
		name     string
		language string // of the sample that is printed
		file     string // of the real texts
		dark     bool
		ui       string
		show     func(u *UI, v *importing)
	}{
		{name: "check-pdf-en", language: "en"},
		{name: "check-pdf-ar", language: "ar", ui: "ru"},
		{name: "check-pdf-zh-dark", language: "zh", dark: true},
		{name: "check-pdf-ru-text", language: "ru", ui: "ru", show: func(u *UI, v *importing) { key(u, "V") }},
		{name: "check-real", file: "texts/pdf/A_RES_79_163.en.pdf"},
		{name: "check-real-dark", file: "texts/pdf/A_C.3_80_L.45.en.pdf", dark: true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.file != "" && real == "" {
				t.Skip("MUTATIS_SHARED names no folder")
			}
			u := opened(t, true)
			if c.dark {
				u.setShade(widgets.Dark)
			}
			if c.ui != "" {
				if err := u.app.SetLanguage(c.ui); err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(real, c.file)
			if c.language != "" {
				path = printed(t, u, c.language)
			}
			u.app.ImportFiles([]string{path})
			v := u.front().(*importing)
			if c.show != nil {
				c.show(u, v)
			}
			u.window.Canvas().Capture() // pages are painted when they are first looked at
			paint(t, u, filepath.Join(*pictures, c.name+".png"))
		})
	}
}

// TestFolderPictures paints the view of a folder and the dialogs of importing.
func TestFolderPictures(t *testing.T) {
	if *pictures == "" || !*dialogs {
		t.Skip("-pictures names no folder, or -dialogs is not given")
	}
	cases := []struct {
		name string
		dark bool
		show func(u *UI)
	}{
		{"folder-running", false, func(u *UI) { gathered(u, 40, true) }},
		{"folder-done-dark", true, func(u *UI) { gathered(u, 40, false); key(u, fyne.KeyDown) }},
		{"password", false, func(u *UI) { u.askPassword("A_C.3_80_L.45.pdf", true, func(string) {}) }},
		{"folder-picker", false, func(u *UI) { u.pickFolder(func(string) {}) }},
		{"check-caret", false, func(u *UI) {
			u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
			v := u.front().(*importing)
			v.now.Problems = []resolution.Problem{{Paragraph: 2, Message: "the paragraph ends without a mark: look whether it goes on below"}, {Paragraph: 4, Message: "and here"}}
			v.choose(2, -1)
			key(u, fyne.KeyH)
			v.choose(3, 12)
			u.refresh()
			key(u, fyne.KeyRight)
		}},
		{"check-menu", true, func(u *UI) {
			u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
			v := u.front().(*importing)
			v.choose(3, 12)
			u.popUpMenu(v.menu(), fyne.NewPos(900, 300))
		}},
		{"check-left-out", false, func(u *UI) {
			u.app.ImportFiles([]string{printed(t, u, "en")})
			v := u.front().(*importing)
			v.tabs.SelectIndex(2)
			key(u, fyne.KeyDown)
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			u := opened(t, true)
			if c.dark {
				u.setShade(widgets.Dark)
			}
			c.show(u)
			u.window.Canvas().Capture()
			paint(t, u, filepath.Join(*pictures, c.name+".png"))
		})
	}
}

// printed is a file with the sample printed in a language.
func printed(t testing.TB, u *UI, language string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), language+".pdf")
	read(t, u, "A/RES/55/901", language)
	u.app.Hooks.PickPlace = func(_ string, then func(string)) { then(path) }
	u.do("file.export.pdf")
	return path
}

// TestFolderStoppedPictures paints a folder that was stopped and text that is here already, in Russian and in a narrow
// window too.
func TestFolderStoppedPictures(t *testing.T) {
	if *pictures == "" || !*dialogs {
		t.Skip("-pictures names no folder, or -dialogs is not given")
	}
	for _, c := range []struct {
		name, ui string
		dark     bool
		width    float32
	}{{"stopped", "en", false, 1400}, {"stopped-ru-1024", "ru", false, 1024}, {"stopped-dark", "en", true, 1400}} {
		t.Run(c.name, func(t *testing.T) {
			u := opened(t, false)
			if c.dark {
				u.setShade(widgets.Dark)
			}
			if err := u.app.SetLanguage(c.ui); err != nil {
				t.Fatal(err)
			}
			u.window.Resize(fyne.NewSize(c.width, 768))
			v := gathered(u, 20, true)
			for i := range v.tab.Results {
				v.tab.Results[i].Name = "A/C.3/80/L.45 · Protection of migrants and of those who travel with them"
			}
			for _, path := range v.tab.Files[20:] {
				v.tab.Results = append(v.tab.Results, app.Gathered{Path: path, Outcome: app.GatheredMissed, Sentence: u.app.Say("gather.missed")})
			}
			v.tab.Running = false
			u.refresh()
			u.window.Canvas().Capture()
			paint(t, u, filepath.Join(*pictures, c.name+".png"))

			u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
			u.do("file.accept")
			again := filepath.Join(t.TempDir(), "again.txt")
			if err := os.WriteFile(again, []byte("\n"+draft), 0o600); err != nil {
				t.Fatal(err)
			}
			u.app.ImportFiles([]string{again})
			u.window.Canvas().Capture()
			paint(t, u, filepath.Join(*pictures, "twin-"+c.name+".png"))
		})
	}
}
