package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/pdf"
	"mutatis/app/resolution"
)

// TestMain lets the test program be its own reader of PDFs, too.
func TestMain(m *testing.M) {
	pdf.Serve()
	os.Setenv("LANG", "en_GB.UTF-8")
	os.Exit(m.Run())
}

// noon is when everything in these tests happens.
var noon = time.Date(2025, 11, 20, 12, 0, 0, 0, time.UTC)

// opened is a window on a library of its own.
func opened(t testing.TB, sample bool) *UI {
	t.Helper()
	test.NewTempApp(t)
	a, err := app.Open(filepath.Join(t.TempDir(), "library.mutatis"), app.Options{Now: func() time.Time { return noon }, Who: "A. Delegate"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	if sample {
		if err := a.AddSample(); err != nil {
			t.Fatal(err)
		}
	}
	w := test.NewTempWindow(t, nil)
	u := New(a, w, Options{Version: "test", Language: "en"})
	w.Resize(fyne.NewSize(1400, 860))
	u.held = func() fyne.KeyModifier { return 0 }
	a.Hooks.Failed = func(err error) { t.Errorf("an error was shown: %v", err) }
	return u
}

// text finds a text of the sample.
func text(t testing.TB, u *UI, symbol, language string) app.Text {
	t.Helper()
	for _, found := range u.app.BySymbol(symbol) {
		if string(found.Language) == language {
			return found
		}
	}
	t.Fatalf("the sample has no %s in %s", symbol, language)
	return app.Text{}
}

// compare shows the comparison of two texts of the sample.
func compare(t testing.TB, u *UI, older, newer, language string) *comparing {
	t.Helper()
	if err := u.app.CompareTexts(text(t, u, older, language).ID, text(t, u, newer, language).ID); err != nil {
		t.Fatal(err)
	}
	return u.front().(*comparing)
}

// key presses a key while no field has the keyboard.
func key(u *UI, name fyne.KeyName, held ...fyne.KeyModifier) {
	u.held = func() (all fyne.KeyModifier) {
		for _, h := range held {
			all |= h
		}
		return all
	}
	u.typedAnywhere(&fyne.KeyEvent{Name: name})
	u.held = func() fyne.KeyModifier { return 0 }
}

const (
	tabled   = "A/C.2/80/L.901"
	revised  = "A/C.2/80/L.901/Rev.1"
	lastYear = "A/RES/79/908"
)

func TestFirstStartShowsWhatIsNewInTheSample(t *testing.T) {
	u := opened(t, false)
	u.Start(nil)
	c, ok := u.app.Current().(*app.Comparing)
	if !ok || c.Comparison == nil {
		t.Fatalf("in front is %T", u.app.Current())
	}
	if c.Newer.Text.Symbol != revised || c.Older.Text.Symbol != tabled {
		t.Errorf("%s is compared with %s", c.Newer.Text.Symbol, c.Older.Text.Symbol)
	}
}

// A library that a person asked for where one was missing is empty, as the button says, and stays so when it is opened again.
func TestALibraryThatWasAskedForIsEmpty(t *testing.T) {
	test.NewTempApp(t)
	path := filepath.Join(t.TempDir(), "library.mutatis")
	for _, bare := range []bool{true, false} {
		a, err := app.Open(path, app.Options{Bare: bare})
		if err != nil {
			t.Fatal(err)
		}
		u := New(a, test.NewTempWindow(t, nil), Options{Language: "en"})
		u.Start(nil)
		if n := len(a.Texts()); n != 0 || a.Current() != nil {
			t.Errorf("bare %v: %d texts, in front is %T", bare, n, a.Current())
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEmptyLibrarySaysWhatToDo(t *testing.T) {
	u := opened(t, false)
	if u.app.Current() != nil || len(u.place.Objects) != 1 {
		t.Fatal("something stands in front of the welcome")
	}
	found := false
	for _, o := range test.LaidOutObjects(u.place) {
		if b, ok := o.(interface{ Tapped(*fyne.PointEvent) }); ok && b != nil {
			found = true
		}
	}
	if !found {
		t.Error("the welcome has nothing to tap")
	}
}

func TestLibraryFindsAsOneTypes(t *testing.T) {
	u := opened(t, true)
	cases := []struct {
		typed string
		texts int
	}{{"", 7}, {"rev.1", 1}, {"55/901", 1}, {"school GARDEN", 7}, {"no such words", 0}}
	for _, c := range cases {
		u.library.search.SetText(c.typed)
		n := 0
		for _, node := range u.library.nodes {
			if node.texts != nil {
				n++
			}
		}
		if n != c.texts {
			t.Errorf("%q leaves %d texts, want %d", c.typed, n, c.texts)
		}
		if u.library.none.Visible() != (c.texts == 0) {
			t.Errorf("%q: the sentence that nothing was found is wrong", c.typed)
		}
	}
}

func TestReturnInTheSearchOpensTheFirstFind(t *testing.T) {
	u := opened(t, true)
	u.library.search.SetText("rev.1")
	u.library.search.OnSubmitted(u.library.search.Text)
	r, ok := u.app.Current().(*app.Reading)
	if !ok || r.Stored.Text.Symbol != revised {
		t.Errorf("in front is %v", u.app.Current())
	}
}

func TestKeysStepThroughChangesAndSetStatuses(t *testing.T) {
	u := opened(t, true)
	compare(t, u, tabled, revised, "en")
	c := u.app.Current().(*app.Comparing)
	changes := c.Changes()
	if len(changes) < 5 || c.Selected != changes[0] {
		t.Fatalf("%d changes, chosen is row %d", len(changes), c.Selected)
	}
	key(u, fyne.KeyF8)
	if c.Selected != changes[1] {
		t.Errorf("F8 chose row %d, want %d", c.Selected, changes[1])
	}
	key(u, fyne.KeyF8, fyne.KeyModifierShift)
	if c.Selected != changes[0] {
		t.Errorf("Shift+F8 chose row %d, want %d", c.Selected, changes[0])
	}
	key(u, fyne.Key3)
	now := u.app.Current().(*app.Comparing)
	if got := now.Redline.Rows[now.Selected].Newer[0].Standing.Status; got != resolution.AgreedAdRef {
		t.Errorf("3 set the status to %q", got)
	}
	u.do("edit.undo")
	now = u.app.Current().(*app.Comparing)
	if got := now.Redline.Rows[now.Selected].Newer[0].Standing.Status; got == resolution.AgreedAdRef {
		t.Error("undo left the status")
	}
}

func TestDigitsInAFieldSetNoStatus(t *testing.T) {
	u := opened(t, true)
	compare(t, u, tabled, revised, "en")
	u.focus("search")
	test.Type(u.library.search, "4")
	c := u.app.Current().(*app.Comparing)
	if got := c.Redline.Rows[c.Selected].Newer[0].Standing.Status; got == resolution.Agreed || u.library.search.Text != "4" {
		t.Errorf("the status is %q, the field holds %q", got, u.library.search.Text)
	}
}

func TestADraftStandsBeforeWhatItWasMadeFrom(t *testing.T) {
	text := func(id, parent int64) []app.Text { return []app.Text{{ID: id, Parent: parent}} }
	groups := [][]app.Text{text(1, 0), text(2, 99), text(3, 4), text(4, 2), text(5, 2)}
	var order []int64
	for _, g := range childrenFirst(groups) {
		order = append(order, g[0].ID)
	}
	if want := []int64{1, 3, 4, 5, 2}; !slices.Equal(order, want) {
		t.Errorf("the order is %v, want %v", order, want)
	}
}

func TestKeysAreTheViewsAfterATapInTheLibrary(t *testing.T) {
	u := opened(t, true)
	u.window.Canvas().Capture()
	for uid, n := range u.library.nodes {
		if n.texts != nil && n.texts[0].Symbol == tabled {
			u.library.tapped(uid)
		}
	}
	r, ok := u.app.Current().(*app.Reading)
	if !ok || u.window.Canvas().Focused() != nil {
		t.Fatalf("in front is %T, the keyboard is with %T", u.app.Current(), u.window.Canvas().Focused())
	}
	u.app.Choose(3)
	u.window.Canvas().Focus(u.library.tree)
	u.library.tree.TypedKey(&fyne.KeyEvent{Name: fyne.Key4})
	if got := r.Standings[3].Status; got != resolution.Agreed {
		t.Errorf("4 in the tree set %q", got)
	}
}

// strange is a tab of a kind that the window does not know.
type strange struct{}

func (strange) Key() string             { return "strange" }
func (strange) Name(_ app.Words) string { return "Strange" }

func TestATabWithoutAViewSaysSo(t *testing.T) {
	u := opened(t, false)
	u.app.Show(strange{})
	v, ok := u.front().(*nameless)
	if !ok || !strings.Contains(v.root.Text, "Strange") {
		t.Errorf("in front is %T", u.front())
	}
}
