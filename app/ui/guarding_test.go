package ui

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
)

// silentFile writes a Word file with tracked changes from one text of the sample to another, in which words of the former
// are taken out, a paragraph is put in, and words are struck through by hand.
func silentFile(t testing.TB, u *UI, older, newer, language string) string {
	t.Helper()
	a, err := u.app.Stored(text(t, u, older, language).ID)
	if err != nil {
		t.Fatal(err)
	}
	b, err := u.app.Stored(text(t, u, newer, language).ID)
	if err != nil {
		t.Fatal(err)
	}
	changed := a
	changed.Draft.Paragraphs = nil
	for i, p := range a.Draft.Paragraphs {
		if words := strings.Fields(p.Text); p.Number == "2" && p.Level == 0 {
			p.Text = strings.Join(append(words[:4:4], words[7:]...), " ")
		}
		changed.Draft.Paragraphs = append(changed.Draft.Paragraphs, p)
		if p.Kind == resolution.Preambular && a.Draft.Paragraphs[i-1].Kind == resolution.Organ {
			changed.Draft.Paragraphs = append(changed.Draft.Paragraphs, resolution.Paragraph{Kind: resolution.Preambular, Text: silentWords[language]})
		}
	}
	c, err := app.Compare(context.Background(), changed, b, app.View{})
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := app.WriteComparison(&file, c, "docx", app.Printing{Author: "Perez"}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "mailed on Monday.docx")
	if err := os.WriteFile(path, struckThrough(t, file.Bytes()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var silentWords = map[string]string{
	"en": "Alarmed by the number of schools whose gardens were built over,",
	"ar": "وإذ يثير جزعها عدد المدارس التي بُنيت فوق حدائقها،",
	"ru": "будучи встревожена числом школ, сады которых были застроены,",
}

// struckThrough strikes the words of one run through by hand.
func struckThrough(t testing.TB, file []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			const run = `<w:r><w:t xml:space="preserve"> `
			at := strings.LastIndex(string(content), run)
			if at >= 0 { // in Arabic every run has properties: there nothing is struck
				content = []byte(string(content[:at]) + `<w:r><w:rPr><w:strike/></w:rPr>` + string(content[at+len(`<w:r>`):]))
			}
		}
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// showUnmarked is the list of what a file does not mark, opened from its import check.
func showUnmarked(t testing.TB, u *UI, older, newer, language string) *guarding {
	t.Helper()
	u.app.ImportFiles([]string{silentFile(t, u, older, newer, language)})
	u.do("compare.unmarked")
	return u.front().(*guarding)
}

// TestUnmarked: an import check warns of changes that are not marked, a tap on the warning shows them, and a second one on
// a change opens the base text.
func TestUnmarked(t *testing.T) {
	u := opened(t, true)
	u.app.ImportFiles([]string{silentFile(t, u, lastYear, tabled, "en")})
	v := u.front().(*importing)
	if len(v.doubts.problems) == 0 || !app.IsUnmarked(v.doubts.problems[0]) {
		t.Fatalf("the check warns of %v", v.doubts.problems)
	}
	r := newRow(u)
	v.doubts.update(0, r)
	r.Tapped(&fyne.PointEvent{})
	g, ok := u.front().(*guarding)
	if !ok {
		t.Fatalf("%T is in front", u.front())
	}
	if n := len(g.shown.Findings()); n != 2 || g.tab.Struck() != 1 {
		t.Errorf("%d findings and %d words struck", n, g.tab.Struck())
	}
	if want := text(t, u, lastYear, "en").ID; g.tab.BaseID != want {
		t.Errorf("held against %d, not %d", g.tab.BaseID, want)
	}
	g.choose(1)
	if !strings.Contains(g.copied(), "OP2") {
		t.Errorf("copied: %q", g.copied())
	}
	g.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	read, ok := u.front().(*reading)
	if !ok || read.tab.Stored.Text.Symbol != lastYear || read.tab.Stored.Draft.Paragraphs[read.tab.Selected].Number != "2" {
		t.Errorf("the base is not in front where it was changed")
	}
}

// TestUnmarkedOfAKeptText: of a text of the library its file is looked through; one that came from no Word file is told so.
func TestUnmarkedOfAKeptText(t *testing.T) {
	u := opened(t, true)
	var told error
	u.app.Hooks.Failed = func(err error) { told = err }
	read(t, u, tabled, "en")
	if u.do("compare.unmarked"); told == nil || !strings.Contains(told.Error(), "Word") {
		t.Errorf("told: %v", told)
	}
	u.app.ImportFiles([]string{silentFile(t, u, lastYear, tabled, "en")})
	u.app.Current().(*app.Importing).Imports[0].Place.Again = true
	u.do("file.accept")
	told = nil
	u.do("compare.unmarked")
	g, ok := u.front().(*guarding)
	if !ok || told != nil {
		t.Fatalf("%T is in front: %v", u.front(), told)
	}
	if len(g.tab.Findings()) != 2 || g.tab.TextID == 0 {
		t.Errorf("%d findings of text %d", len(g.tab.Findings()), g.tab.TextID)
	}
}
