package ui

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"mutatis/app"
	"mutatis/app/ui/widgets"
)

// broken is a library of the sample that cannot be opened, and why.
func broken(t testing.TB, folder, kind string) (path string, err error) {
	t.Helper()
	path = filepath.Join(folder, "library.mutatis")
	o := app.Options{Now: nil}
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
		if b, ok := o.(*widget.Button); ok && b.Text == label {
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
