package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/resolution"
)

// The words of a draft that continues the sample.
const draft = `A/C.2/80/L.902

International cooperation for school gardens

The General Assembly,

Recalling its resolution 55/901 of 20 December 2000, by which it proclaimed the first Monday of April International School Garden Day,

Convinced that a garden tended by pupils teaches patience, observation and respect for nature, and that what is learned there is carried home and from one generation to the next,

1. Welcomes the report of the Secretary-General;

2. Decides to consider the question at its eighty-first session.
`

func draftFile(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(draft), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDroppedFilesAreCheckedBeforeTheyAreKept(t *testing.T) {
	u := opened(t, true)
	texts := len(u.app.Texts())
	u.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(draftFile(t, "one.txt")), storage.NewFileURI(draftFile(t, "two.txt"))})
	v, ok := u.front().(*importing)
	if !ok || len(v.tab.Imports) != 2 {
		t.Fatalf("in front is %T", u.front())
	}
	if len(u.app.Texts()) != texts {
		t.Error("a text was kept before it was accepted")
	}
	u.do("file.accept")
	if len(u.app.Texts()) != texts+1 || len(v.tab.Imports) != 1 {
		t.Errorf("after one is accepted there are %d texts and %d to check", len(u.app.Texts()), len(v.tab.Imports))
	}
	u.do("file.skip")
	if len(u.app.Texts()) != texts+1 {
		t.Error("a text that was skipped was kept")
	}
	if _, still := u.app.Current().(*app.Importing); still {
		t.Error("the check is still open with nothing to check")
	}
}

func TestPasteGoesToTheFieldOrToTheCheck(t *testing.T) {
	u := opened(t, true)
	fyne.CurrentApp().Clipboard().SetContent(draft)
	u.focus("search")
	u.trigger("file.paste")
	if u.app.Current() != nil || !strings.Contains(u.library.search.Text, "School") {
		t.Errorf("with the search in use, in front is %T and the field holds %q", u.app.Current(), u.library.search.Text)
	}
	u.library.search.SetText("")
	u.focusView()
	u.trigger("file.paste")
	if _, ok := u.front().(*importing); !ok {
		t.Errorf("with no field in use, in front is %T", u.front())
	}
}

func TestTheCheckProposesTheSeriesAndTakesCorrections(t *testing.T) {
	u := opened(t, true)
	u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
	v := u.front().(*importing)
	if got := u.app.SeriesTitle(v.now.Place.Series); got != "School gardens (sample)" {
		t.Errorf("the series proposed is %q", got)
	}
	if !strings.Contains(v.form.known.Words(), "% of its paragraphs stand in A/C.2/80/L.901") || v.form.place.Objects[0] != v.form.series {
		t.Errorf("the form says %q", v.form.known.Words())
	}
	if v.form.symbol.Text != "A/C.2/80/L.902" || v.form.session.Text != "80" {
		t.Errorf("the form shows symbol %q, session %q", v.form.symbol.Text, v.form.session.Text)
	}
	v.form.symbol.SetText("А/С.2/80/L.903")
	v.form.date.SetText("2025-11-20")
	v.form.date.SetText("yesterday")
	v.form.where.SetSelected(v.form.where.Options[1])
	v.form.title.SetText("Another series")
	last := len(v.now.Draft.Paragraphs) - 1
	v.choose(last, 0)
	v.strip.kind.SetSelectedIndex(1)
	if v.now.Draft.Paragraphs[last].Kind != resolution.Kinds[1] {
		t.Errorf("the kind is %q", v.now.Draft.Paragraphs[last].Kind)
	}
	v.strip.number.SetText("7 bis")
	v.strip.number.OnSubmitted("7 bis")
	u.do("file.accept")
	r := u.app.Current().(*app.Reading)
	kept, p := r.Stored.Text, r.Stored.Draft.Paragraphs[last]
	if kept.Symbol != "A/C.2/80/L.903" || kept.Date != "2025-11-20" || u.app.SeriesTitle(kept.Series) != "Another series" {
		t.Errorf("kept is %+v in series %q", kept, u.app.SeriesTitle(kept.Series))
	}
	if p.Number != "7 bis" || p.Kind != resolution.Kinds[1] {
		t.Errorf("the corrected paragraph is %+v", p)
	}
}

func TestAChosenParagraphIsFoundInTheSource(t *testing.T) {
	u := opened(t, true)
	u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
	v := u.front().(*importing)
	for i, p := range v.now.Draft.Paragraphs {
		v.choose(i, 0)
		if at := v.source.lines.from; !strings.Contains(v.source.lines.lines[at], p.Text[:10]) {
			t.Errorf("paragraph %d, %.30q…: line %d is marked", i, p.Text, at)
		}
	}
}

func TestAFileThatCannotBeReadIsExplained(t *testing.T) {
	u := opened(t, true)
	var said error
	u.app.Hooks.Failed = func(err error) { said = err }
	path := filepath.Join(t.TempDir(), "plan.xls")
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	u.app.ImportFiles([]string{path, draftFile(t, "good.txt")})
	if said == nil || !strings.Contains(said.Error(), "plan.xls") {
		t.Errorf("said was %v", said)
	}
	if v, ok := u.front().(*importing); !ok || len(v.tab.Imports) != 1 {
		t.Error("the file that could be read is not checked")
	}
}

func TestFilePickerTakesSeveralFilesOrATypedPath(t *testing.T) {
	u := opened(t, false)
	folder := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", "c.xls", ".hidden.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	p := newFilePicker(u, &filePicker{then: func(paths []string) { got = paths }})
	test.Type(p.path, "")
	p.path.SetText(folder)
	p.accept()
	if len(p.entries) != 2 {
		t.Fatalf("%d entries are listed, want the two that can be read", len(p.entries))
	}
	p.tapped(0)
	p.tapped(1)
	p.accept()
	if len(got) != 2 || filepath.Base(got[0]) != "a.txt" {
		t.Errorf("picked were %v", got)
	}
	p = newFilePicker(u, &filePicker{then: func(paths []string) { got = paths }})
	p.path.SetText(filepath.Join(folder, "b.txt"))
	p.accept()
	if len(got) != 1 || filepath.Base(got[0]) != "b.txt" {
		t.Errorf("typed was %v", got)
	}
}

// TestTwinIsSaidAndNotKeptTwice: the check says that the text is here already, what Accept does, and lets a person keep it.
func TestTwinIsSaidAndNotKeptTwice(t *testing.T) {
	u := opened(t, false)
	file := draftFile(t, "draft.txt")
	u.app.ImportFiles([]string{file})
	u.do("file.accept")
	words, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	again := filepath.Join(t.TempDir(), "again.txt")
	if err := os.WriteFile(again, append([]byte("\n\n"), words...), 0o644); err != nil {
		t.Fatal(err)
	}
	u.app.ImportFiles([]string{again})
	v := u.front().(*importing)
	if v.form.again.Hidden || !v.form.belongs.Hidden || v.accept.Text != u.app.Say("import.accept-twin") {
		t.Fatalf("a text that is here already: %q", v.accept.Text)
	}
	v.form.again.SetChecked(true)
	if v.form.belongs.Hidden || v.accept.Text != u.app.Say("import.accept") || !v.now.Place.Again {
		t.Error("a person cannot keep it a second time")
	}
	v.form.again.SetChecked(false)
	if u.do("file.accept"); len(u.app.Texts()) != 1 {
		t.Errorf("%d texts", len(u.app.Texts()))
	}
}
