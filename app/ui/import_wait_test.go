package ui

import (
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/resolution"
)

// again opens the library of a window in another one, as after a crash: nothing was closed.
func again(t *testing.T, u *UI) *UI {
	t.Helper()
	a, err := app.Open(u.app.Path(), app.Options{Now: func() time.Time { return noon }, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	v := New(a, test.NewTempWindow(t, nil), Options{Language: "en"})
	v.window.Resize(fyne.NewSize(1400, 860))
	v.held = func() fyne.KeyModifier { return 0 }
	a.Hooks.Failed = func(err error) { t.Errorf("an error was shown: %v", err) }
	v.Start(nil)
	return v
}

// A check that was not finished comes back after a crash with everything a person set right, and is forgotten when it is
// done.
func TestUnfinishedCheckSurvives(t *testing.T) {
	for name, bring := range map[string]func(u *UI){
		"a file":       func(u *UI) { u.app.ImportFiles([]string{draftFile(t, "draft.txt")}) },
		"a pasted one": func(u *UI) { fyne.CurrentApp().Clipboard().SetContent(draft); u.trigger("file.paste") },
		"a printed one": func(u *UI) {
			u.app.ImportFiles([]string{printed(t, u, "ru")})
		},
	} {
		t.Run(name, func(t *testing.T) {
			u := opened(t, true)
			u.focusView()
			bring(u)
			v := u.front().(*importing)
			at := slices.IndexFunc(v.now.Draft.Paragraphs, func(p resolution.Paragraph) bool { return p.Kind == resolution.Operative })
			v.choose(at, -1)
			key(u, fyne.KeyH)
			v.choose(at+1, -1)
			v.strip.number.SetText("7 bis")
			v.strip.number.OnSubmitted("7 bis")
			v.form.session.SetText("81")
			v.form.label.SetText("second reading")
			v.form.where.SetSelected(v.form.where.Options[1])
			v.form.title.SetText("Another series")
			if v.now.Path != "" {
				os.Remove(v.now.Path) // the source does not depend on it
			}

			w := again(t, u)
			back, ok := w.front().(*importing)
			if !ok {
				t.Fatalf("in front is %T", w.front())
			}
			if !slices.EqualFunc(back.now.Draft.Paragraphs, v.now.Draft.Paragraphs, sameParagraph) {
				t.Error("the paragraphs are not as they were corrected")
			}
			p, d := back.now.Place, back.now.Draft
			if d.Session != 81 || p.Label != "second reading" || p.Series != 0 || p.Title != "Another series" || d.Symbol != v.now.Draft.Symbol {
				t.Errorf("session %d, label %q, series %d %q", d.Session, p.Label, p.Series, p.Title)
			}
			if back.now.Pages != v.now.Pages || back.now.Source != v.now.Source {
				t.Errorf("%d pages, there were %d", back.now.Pages, v.now.Pages)
			}
			w.do("edit.undo")
			if back.now.Draft.Paragraphs[at+1].Number == "7 bis" {
				t.Error("the last correction cannot be taken back")
			}
			third := again(t, w)
			if last, ok := third.front().(*importing); !ok || last.now.Draft.Paragraphs[at+1].Number == "7 bis" {
				t.Error("a second crash loses what was done after the first")
			}
			third.do("file.skip")
			if _, still := again(t, third).front().(*importing); still {
				t.Error("what was left out comes back")
			}
			if found, err := third.app.Unfinished(); err != nil || len(found) != 0 {
				t.Errorf("unfinished drafts: %v, %v", found, err)
			}
		})
	}
}
