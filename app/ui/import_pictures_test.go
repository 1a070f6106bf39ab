package ui

import (
	"os"
	"path/filepath"
	"testing"

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
