package ui

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
	"mutatis/storage"
)

// broken is a library of the sample that cannot be opened, and why.
func broken(t testing.TB, folder, kind string) (path string, err error) {
	t.Helper()
	path = filepath.Join(folder, "library.mutatis")
	o := app.Options{Now: func() time.Time { return noon }}
	a, err := app.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.AddSample(); err != nil {
		t.Fatal(err)
	}
	if kind == "backups" {
		if err := a.BackUp(); err != nil {
			t.Fatal(err)
		}
	}
	a.Close()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	switch kind {
	case "missing":
		path = filepath.Join(folder, "a folder that was mistyped", "library.mutatis")
	case "empty":
		file = nil
	case "newer":
		file[63] = 99
	case "hole":
		clear(file[:100])
		clear(file[len(file)/2 : len(file)/2+4096])
	case "headless":
		clear(file[:4096])
	default:
		file = file[:len(file)/2]
	}
	if kind != "missing" {
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o.Existing = true
	_, err = app.Open(path, o)
	if err == nil {
		t.Fatal("it was opened")
	}
	return path, err
}

// refused is a window that has no library to show; opens is what it opened in the end.
func refused(t testing.TB, path string, fault error, language string, shade widgets.Shade) (w fyne.Window, opens *app.App) {
	t.Helper()
	program := test.NewTempApp(t)
	program.Preferences().SetFloat("shade", float64(shade))
	w = test.NewTempWindow(t, nil)
	opens = new(app.App)
	Refuse(w, Refusal{Path: path, Err: fault, Language: language, Preferences: program.Preferences(),
		Open: func(path string, made bool, then func(*app.App)) error {
			a, err := app.Open(path, app.Options{Existing: !made})
			if err != nil {
				return err
			}
			t.Cleanup(func() { a.Close() })
			if then != nil {
				then(a)
			}
			*opens = *a
			return nil
		}})
	w.Resize(fyne.NewSize(840, 680))
	return w, opens
}

// press presses a button by what stands on it.
func press(t testing.TB, w fyne.Window, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Content()) {
		b, ok := o.(*widget.Button)
		if d, isOurs := o.(*dialogButton); isOurs {
			b, ok = &d.Button, true
		}
		if ok && b.Text == label {
			b.OnTapped()
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

// What is offered where a library cannot be opened works, and the file that was there is never lost.
func TestRefusedLibraryGoesOn(t *testing.T) {
	for _, c := range []struct {
		kind, press string
		texts       bool // are there afterwards
		kept        bool // the file is kept beside
	}{
		{"missing", "Make a new library there", false, false},
		{"empty", "Begin a new library here", false, true},
		{"damaged", "Begin a new library here", false, true},
		{"headless", "Save what can be read", true, true},
		{"backups", "Restore…", true, true},
	} {
		t.Run(c.kind, func(t *testing.T) {
			folder := t.TempDir()
			path, err := broken(t, folder, c.kind)
			before, _ := os.ReadFile(path)
			w, opens := refused(t, path, err, "en", widgets.Light)
			press(t, w, c.press)
			if opens.Commands() == nil {
				t.Fatal("no library was opened")
			}
			if there := len(opens.Texts()) > 0; there != c.texts {
				t.Errorf("%d texts are there", len(opens.Texts()))
			}
			if kept := keptBeside(folder, path, before); kept != c.kept {
				t.Errorf("the file is kept beside: %v", kept)
			}
		})
	}
}

// keptBeside reports whether a file of these bytes is anywhere under the folder, but at the path itself.
func keptBeside(folder, path string, bytes []byte) (kept bool) {
	_ = filepath.WalkDir(folder, func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && p != path {
			b, err := os.ReadFile(p)
			kept = kept || err == nil && string(b) == string(bytes) && strings.HasSuffix(p, ".mutatis")
		}
		return nil
	})
	return kept
}

// The window that refuses looks as the person chose: light or dark.
func TestRefusedLooksAsChosen(t *testing.T) {
	path, err := broken(t, t.TempDir(), "damaged")
	for _, shade := range []widgets.Shade{widgets.Light, widgets.Dark} {
		refused(t, path, err, "ru", shade)
		if isDark() != (shade == widgets.Dark) {
			t.Errorf("chosen %v, it is dark: %v", shade, isDark())
		}
	}
}

// TestRefusedPictures paints the window of every fault into the folder that -pictures names.
func TestRefusedPictures(t *testing.T) {
	if *pictures == "" || !*dialogs {
		t.Skip("-pictures names no folder, or -dialogs is not set")
	}
	for i, kind := range []string{"damaged", "backups", "headless", "missing", "newer", "empty"} {
		language, shade := []string{"en", "ru"}[i%2], []widgets.Shade{widgets.Light, widgets.Dark}[i/2%2]
		path, err := broken(t, t.TempDir(), kind)
		w, _ := refused(t, path, err, language, shade)
		out, err := os.Create(filepath.Join(*pictures, fmt.Sprintf("refused-%s-%s.png", kind, language)))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(out, w.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		out.Close()
	}
}

// TestKeepingPictures paints the views of keeping in narrow windows and their dialogs into the folder that -pictures names.
func TestKeepingPictures(t *testing.T) {
	if *pictures == "" || !*dialogs {
		t.Skip("-pictures names no folder, or -dialogs is not set")
	}
	for _, c := range []struct {
		name, language string
		dark           bool
		width          float32
		show           func(testing.TB, *UI)
	}{
		{"safekeeping", "en", false, 1400, showSafekeeping},
		{"safekeeping", "ru", false, 1400, showSafekeeping},
		{"safekeeping", "ru", true, 1024, showSafekeeping},
		{"safekeeping", "ru", false, 800, showSafekeeping},
		{"safekeeping", "en", true, 800, showSafekeeping},
		{"faults", "en", false, 1400, showFaulty},
		{"faults", "ru", true, 800, showFaulty},
		{"merged", "ru", false, 1024, showMerged},
		{"merged", "en", true, 1400, showMerged},
		{"rescued", "ru", true, 1024, showRescued},
		{"rescued", "en", false, 1400, showRescued},
		{"pick-library", "ru", false, 1024, func(_ testing.TB, u *UI) { u.do("file.merge") }},
		{"changes", "ru", false, 1024, func(t testing.TB, u *UI) { compare(t, u, lastYear, tabled, "en") }},
		{"changes", "ru", false, 1400, func(t testing.TB, u *UI) { compare(t, u, lastYear, tabled, "en") }},
		{"purge", "ru", false, 1024, func(t testing.TB, u *UI) {
			id := text(t, u, "A/RES/77/905", "en").ID
			if err := u.app.Remove(id); err != nil {
				t.Fatal(err)
			}
			u.app.AskPurge(id)
		}},
	} {
		u := opened(t, true)
		if c.dark {
			u.setShade(widgets.Dark)
		}
		if err := u.app.SetLanguage(c.language); err != nil {
			t.Fatal(err)
		}
		u.window.Resize(fyne.NewSize(c.width, 860))
		c.show(t, u)
		paintAt(t, u, filepath.Join(*pictures, fmt.Sprintf("%s-%s-%.0f.png", c.name, c.language, c.width)), c.width)
	}
}

func showFaulty(t testing.TB, u *UI) {
	f := app.Faults{File: []storage.Finding{{Kind: storage.FoundFile}, {Kind: storage.FoundLedger}}}
	for i, x := range u.app.Texts()[:6] {
		y := app.FaultyText{Text: x}
		for n := range 2 * (i + 1) {
			y.Findings = append(y.Findings, storage.Finding{Kind: storage.FoundWords, Draft: x.ID, Paragraph: n + 1})
		}
		f.Texts = append(f.Texts, y)
	}
	u.showFaults(f)
}

func showMerged(t testing.TB, u *UI) {
	folder := t.TempDir()
	copied := filepath.Join(folder, "присланная библиотека.mutatis")
	if err := u.app.SaveCopy(copied, storage.CopyOptions{}); err != nil {
		t.Fatal(err)
	}
	other, err := app.Open(copied, app.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	for symbol, language := range map[string]string{"A/RES/55/901": "ar", "A/C.2/55/L.901": "zh", tabled: "en"} {
		s, err := other.Stored(text(t, u, symbol, language).ID)
		if err != nil {
			t.Fatal(err)
		}
		if err := other.SetStatus(s, []int{3, 4}, "agreed"); err != nil {
			t.Fatal(err)
		}
		if err := u.app.SetStatus(s, []int{3}, "bracketed"); err != nil {
			t.Fatal(err)
		}
	}
	if err := other.RenameSeries(u.app.Texts()[0].Series, "حدائق المدارس 学校花园"); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	u.app.MergeLibrary(copied)
}

func showRescued(t testing.TB, u *UI) {
	path, err := broken(t, t.TempDir(), "hole")
	if err == nil {
		t.Fatal("it is whole")
	}
	list, err := app.Rescue(path)
	if err != nil {
		t.Fatal(err)
	}
	u.app.ShowRescued(list)
}
