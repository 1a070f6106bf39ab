package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
)

func TestStateOfPlayShowsWhatWasLost(t *testing.T) {
	u := opened(t, true)
	showAgreed(t, u)
	u.do("agree.play")
	v := u.front().(*playing)
	lost := 0
	for i, r := range v.tab.Play.Rows {
		if r.Standing.Lost {
			lost++
			if v.rows[i].mark == "" || !strings.Contains(v.rows[i].status, "changed") {
				t.Errorf("%s: the row says %q, %q", r.Label, v.rows[i].status, v.rows[i].mark)
			}
			if !slices.ContainsFunc(v.rows[i].words.Runs(), func(r resolution.Run) bool { return r.Mark == resolution.Inserted || r.Mark == resolution.Deleted }) {
				t.Errorf("%s: the row does not show which words changed", r.Label)
			}
		}
	}
	if lost == 0 || lost != v.tab.Play.Lost {
		t.Errorf("%d rows are lost, the total says %d", lost, v.tab.Play.Lost)
	}
	v.choose(0)
	key(u, fyne.KeyReturn)
	r, ok := u.app.Current().(*app.Reading)
	if !ok || r.Selected != v.rows[0].index {
		t.Error("Return does not show the paragraph in its text")
	}
}

func TestPreviewTurnsItsPages(t *testing.T) {
	u := opened(t, true)
	read(t, u, lastYear, "en")
	u.do("file.preview")
	v := u.front().(*previewing)
	if v.length() < 2 {
		t.Fatalf("the preview has %d pages", v.length())
	}
	key(u, fyne.KeyPageDown)
	if v.page != 1 || !strings.Contains(v.count.Text, "2") {
		t.Errorf("in view is page %d, it says %q", v.page, v.count.Text)
	}
	before := v.scale
	u.do("view.larger")
	if v.scale <= before || u.letters != normalLetters {
		t.Error("the zoom of a preview is not that of its pages")
	}
}

func TestArrowsChooseInTheReadingView(t *testing.T) {
	u := opened(t, true)
	v := read(t, u, lastYear, "en")
	key(u, fyne.KeyDown)
	first := v.tab.Selected
	key(u, fyne.KeyDown)
	if first < 0 || v.tab.Selected != first+1 {
		t.Errorf("chosen was %d, then %d", first, v.tab.Selected)
	}
	for range 100 {
		key(u, fyne.KeyDown)
	}
	if v.tab.Selected != len(v.cells)-1 {
		t.Errorf("at the end %d of %d is chosen", v.tab.Selected, len(v.cells))
	}
	key(u, fyne.Key4)
	if v.tab.Standings[v.tab.Selected].Status != resolution.Agreed {
		t.Error("4 does not set agreed")
	}
	u.trigger("edit.copy")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, v.tab.Stored.Draft.Paragraphs[v.tab.Selected].Text) {
		t.Errorf("copied is %q", got)
	}
}

func TestArrowsStepOverWhatIsNotShown(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	u.do("compare.changes-only")
	c := u.app.Current().(*app.Comparing)
	for _, want := range c.Changes()[1:] {
		key(u, fyne.KeyDown)
		if now := u.app.Current().(*app.Comparing).Selected; now != want {
			t.Fatalf("chosen is row %d, want %d", now, want)
		}
	}
	hidden := v.lines[0]
	if hidden.kind != hiddenLine {
		t.Fatalf("the first line is %+v", hidden)
	}
	many := len(v.lines)
	v.open(hidden)
	if len(v.lines) != many+hidden.many-1 {
		t.Errorf("opened, %d lines became %d", many, len(v.lines))
	}
}

func TestSwapAndPickersStayInOneTab(t *testing.T) {
	u := opened(t, true)
	compare(t, u, lastYear, tabled, "en")
	u.do("compare.swap")
	c := u.app.Current().(*app.Comparing)
	if c.Older.Text.Symbol != tabled || c.Newer.Text.Symbol != lastYear || len(u.app.Tabs()) != 1 {
		t.Errorf("%d tabs, %s to %s", len(u.app.Tabs()), c.Older.Text.Symbol, c.Newer.Text.Symbol)
	}
	u.do("compare.swap")
	v := u.front().(*comparing)
	for i, b := range v.tab.Bases {
		if b.Text.Symbol == "A/RES/55/901" && b.Text.Language == "en" {
			v.head.older.SetSelectedIndex(i)
			break
		}
	}
	c = u.app.Current().(*app.Comparing)
	if c.Older.Text.Symbol != "A/RES/55/901" || c.Newer.Text.Symbol != tabled || len(u.app.Tabs()) != 1 {
		t.Errorf("%d tabs, %s to %s", len(u.app.Tabs()), c.Older.Text.Symbol, c.Newer.Text.Symbol)
	}
}

func TestTabsCloseAndComeForward(t *testing.T) {
	u := opened(t, true)
	read(t, u, tabled, "en")
	read(t, u, lastYear, "en")
	if len(u.tabs.row.Objects) != 2 || len(u.views) != 2 {
		t.Fatalf("%d tabs, %d views", len(u.tabs.row.Objects), len(u.views))
	}
	u.tabs.row.Objects[0].(*tabButton).Tapped(nil)
	if u.app.Current().(*app.Reading).Stored.Text.Symbol != tabled {
		t.Error("a tapped tab does not come forward")
	}
	u.trigger("file.close")
	if len(u.views) != 1 || len(u.tabs.row.Objects) != 1 {
		t.Errorf("after closing: %d tabs, %d views", len(u.tabs.row.Objects), len(u.views))
	}
	u.trigger("file.close")
	if u.front() != nil {
		t.Error("a view is left without a tab")
	}
}

func TestEveryViewIsDrawnInBothLanguagesAndShades(t *testing.T) {
	u := opened(t, true)
	showAgreed(t, u)
	u.do("agree.play")
	read(t, u, "A/RES/55/901", "ar")
	u.do("file.preview")
	editingOf(t, u, lastYear, "en")
	u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
	for _, language := range []string{"ru", "en"} {
		for _, id := range []string{"view.dark", "view.light"} {
			u.do("view.language." + language)
			u.do(id)
			for i := range u.app.Tabs() {
				u.app.Select(i)
				if u.window.Canvas().Capture().Bounds().Empty() {
					t.Error("nothing was drawn")
				}
			}
		}
	}
	if u.menu.menu.Items[0].Label != "File" {
		t.Errorf("the first menu is %q", u.menu.menu.Items[0].Label)
	}
}

func TestPaletteRunsACommand(t *testing.T) {
	u := opened(t, true)
	read(t, u, tabled, "en")
	u.do("edit.palette")
	search := u.window.Canvas().Focused().(*field)
	search.SetText("state play")
	search.OnSubmitted("")
	if _, ok := u.app.Current().(*app.Playing); !ok {
		t.Errorf("in front is %T", u.app.Current())
	}
}

func TestErrorsAreSentences(t *testing.T) {
	got := sentences(errorOf("opening plan.txt: there is no file\n\nчтение прервано."))
	if want := "Opening plan.txt: there is no file.\nЧтение прервано."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

type errorOf string

func (e errorOf) Error() string { return string(e) }

func TestNames(t *testing.T) {
	cases := []struct {
		language string
		n        int
		want     string
	}{{"en", 1, "1st"}, {"en", 11, "11th"}, {"en", 22, "22nd"}, {"en", 73, "73rd"}, {"en", 80, "80th"}, {"en", 112, "112th"}, {"ru", 80, "80-я"}}
	for _, c := range cases {
		if got := ordinal(c.language, c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.language, c.n, got, c.want)
		}
	}
	for _, c := range [][3]string{{"en", "2004-12-23", "23 Dec 2004"}, {"ru", "2004-12-23", "23 дек. 2004"}, {"en", "soon", "soon"}} {
		if got := dateName(app.LoadWords(c[0]), c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

func TestFittingCutsBetweenLetters(t *testing.T) {
	opened(t, false)
	for _, words := range []string{"moved from PP7 · 3 edits", "правок: 3 · добавлено «в рамках имеющихся ресурсов»", "新增"} {
		whole := fyne.MeasureText(words, smallLetters, fyne.TextStyle{}).Width
		if got := fitting(words, whole+1, smallLetters); got != words {
			t.Errorf("with room enough: %q", got)
		}
		got := fitting(words, whole/2, smallLetters)
		if !strings.HasSuffix(got, "…") || fyne.MeasureText(got, smallLetters, fyne.TextStyle{}).Width > whole/2+12 || !strings.HasPrefix(words, strings.TrimSuffix(got, "…")) {
			t.Errorf("with half the room: %q", got)
		}
	}
}
