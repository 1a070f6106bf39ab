package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Every button of the strip, and the choice of the series, stand whole inside the window at every width, in Russian too.
func TestImportCheckCutsNothingInANarrowWindow(t *testing.T) {
	u, _ := checked(t)
	if err := u.app.SetLanguage("ru"); err != nil {
		t.Fatal(err)
	}
	v := u.front().(*importing)
	for _, width := range []float32{1400, 1270, 1024, 900} {
		u.window.Resize(fyne.NewSize(width, 700))
		strip := v.strip.object
		for i, b := range v.strip.buttons {
			if b.Visible() && (outside(b, strip) || b.Size().Width < b.MinSize().Width) {
				t.Errorf("at %.0f the button %s is cut", width, importKeys[i].id)
			}
		}
		for _, o := range []fyne.CanvasObject{v.strip.kind, v.strip.number, v.accept} {
			if outside(o, v.root) {
				t.Errorf("at %.0f a field of the foot is cut", width)
			}
		}
		if v.form.opened = true; v.form.short {
			v.form.say()
		}
		if outside(v.form.belongs, v.form.object) {
			t.Errorf("at %.0f the choice of the series is cut", width)
		}
		if v.form.known.Size().Width < 250 {
			t.Errorf("at %.0f the sentence has %.0f", width, v.form.known.Size().Width)
		}
		if bottom(v.tabs) > where(strip).Y+1 || bottom(strip) > where(v.accept).Y+1 {
			t.Errorf("at %.0f the strip stands at %.0f, on something else", width, where(strip).Y)
		}
	}
}

// In a window with little height the texts have it: the head is one line, and a key shows its fields.
func TestImportCheckLeavesTheRoomToTheText(t *testing.T) {
	for _, language := range []string{"en", "ru"} {
		u, _ := checked(t)
		if err := u.app.SetLanguage(language); err != nil {
			t.Fatal(err)
		}
		u.window.Resize(fyne.NewSize(1024, 700))
		v := u.front().(*importing)
		if height, all := v.list.Size().Height, v.root.Size().Height; height < all/2 {
			t.Errorf("%s: the paragraphs have %.0f of %.0f", language, height, all)
		}
		if v.form.facts.Visible() || !v.form.summary.Visible() || !strings.Contains(v.form.summary.Words(), v.now.Draft.Symbol) {
			t.Errorf("%s: the head says %q", language, v.form.summary.Words())
		}
		folded := v.form.object.Size().Height
		key(u, fyne.KeyD)
		if !v.form.facts.Visible() || v.form.summary.Visible() || !v.form.belongs.Visible() || v.form.object.Size().Height <= folded {
			t.Errorf("%s: D does not show the fields", language)
		}
		v.form.session.SetText("81")
		key(u, fyne.KeyD)
		if !strings.Contains(v.form.summary.Words(), "81") || v.form.object.Size().Height != folded {
			t.Errorf("%s: folded again, the head says %q", language, v.form.summary.Words())
		}
		u.window.Resize(fyne.NewSize(1400, 900))
		if !v.form.facts.Visible() || v.form.more.Visible() {
			t.Errorf("%s: a high window folds the fields", language)
		}
	}
}

// The corrections of paragraphs do not stand below the notes and what was left out.
func TestCorrectionsStandBesideParagraphsOnly(t *testing.T) {
	u, _ := checked(t)
	v := u.front().(*importing)
	for tab, want := range []bool{true, false, false} {
		v.tabs.SelectIndex(tab)
		if v.strip.object.Visible() != want || v.strip.fields.Visible() != want {
			t.Errorf("in tab %d the corrections are shown: %v", tab, !want)
		}
		if bottom(v.accept) > bottom(v.root)+1 {
			t.Errorf("in tab %d the foot is cut", tab)
		}
	}
}

func where(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

func bottom(o fyne.CanvasObject) float32 { return where(o).Y + o.Size().Height }

func outside(o, in fyne.CanvasObject) bool {
	p, q := where(o), where(in)
	return p.X < q.X-1 || p.Y < q.Y-1 || p.X+o.Size().Width > q.X+in.Size().Width+1 || bottom(o) > bottom(in)+1
}

// Tapping what is chosen already changes nothing and leaves the keys to the view.
func TestTappingWhatIsChosenLeavesTheKeys(t *testing.T) {
	u := opened(t, true)
	u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
	v := u.front().(*importing)
	for _, r := range []*radio{v.form.where, v.source.mode} {
		was, series := r.Selected, v.now.Place.Series
		n := 0
		if was == r.Options[1] {
			n = 1
		}
		item := test.WidgetRenderer(r).Objects()[n]
		test.Tap(item.(fyne.Tappable))
		if r.Selected != was || v.now.Place.Series != series {
			t.Errorf("%q became %q", was, r.Selected)
		}
		if focused := u.window.Canvas().Focused(); focused != nil {
			t.Errorf("%q: the keyboard stays with %T", was, focused)
		}
	}
	test.Tap(test.WidgetRenderer(v.form.where).Objects()[1].(fyne.Tappable))
	if v.now.Place.Series != 0 || u.window.Canvas().Focused() != nil {
		t.Errorf("the new series is not taken: %d", v.now.Place.Series)
	}
}

// The check says that a text of this symbol is here already, though not word for word, in a line that has room for it.
func TestNamesakeIsSaid(t *testing.T) {
	u := opened(t, false)
	u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
	u.do("file.accept")
	other := filepath.Join(t.TempDir(), "other.txt")
	if err := os.WriteFile(other, []byte(strings.Replace(draft, "patience", "kindness", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	u.app.ImportFiles([]string{other})
	v := u.front().(*importing)
	if got, want := v.form.known.Words(), u.app.Say("import.known-namesake", "A/C.2/80/L.902"); got != want {
		t.Errorf("said %q", got)
	}
	u.window.Resize(fyne.NewSize(1024, 700))
	if need := fyne.MeasureText(v.form.known.Words(), theme.TextSize(), fyne.TextStyle{}).Width; v.form.known.Size().Width < need {
		t.Errorf("the sentence needs %.0f and has %.0f", need, v.form.known.Size().Width)
	}
}
