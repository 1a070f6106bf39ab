package app

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mutatis/app/docx"
	"mutatis/app/resolution"
)

func wordFile(t testing.TB, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, write(&b))
	return b.Bytes()
}

func readAs(t testing.TB, data []byte, v docx.View) resolution.Draft {
	t.Helper()
	d, err := docx.Read(context.Background(), data, docx.Options{View: v})
	must(t, err)
	return d.Draft
}

// wholeDraft is everything of a draft in a form that is easy to compare.
func wholeDraft(d resolution.Draft) []string {
	lines := []string{d.Symbol, d.Number, fmt.Sprintf("%q", d.Header), fmt.Sprintf("%q", d.Closing)}
	for _, p := range d.Paragraphs {
		lines = append(lines, fmt.Sprintf("%s|%s|%d|%s|%d|%v", p.Kind, p.Number, p.Level, p.Text, p.Opening, p.Notes))
	}
	for _, f := range d.Footnotes {
		lines = append(lines, "note "+f.Number+"|"+f.Text)
	}
	return lines
}

// trackedFault says how a Word file with tracked changes fails its promise: all changes accepted it is the newer text, all
// rejected the older, as their clean files have them.
func trackedFault(t testing.TB, older, newer Stored) string {
	t.Helper()
	c, err := Compare(context.Background(), older, newer, View{})
	must(t, err)
	changes := wordFile(t, func(b *bytes.Buffer) error { return WriteComparison(b, c, "docx", Printing{Now: clock()()}) })
	for _, side := range []struct {
		name string
		text Stored
		view docx.View
	}{{"rejected", older, docx.Original}, {"accepted", newer, docx.Accepted}} {
		clean := wordFile(t, func(b *bytes.Buffer) error { return WriteText(b, side.text, "docx", Printing{Now: clock()()}) })
		got, want := wholeDraft(readAs(t, changes, side.view)), wholeDraft(readAs(t, clean, docx.Accepted))
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				return fmt.Sprintf("%s, line %d is\n  %s\nnot\n  %s", side.name, i, got[i], want[i])
			}
		}
		if len(got) != len(want) {
			return fmt.Sprintf("%s, there are %d lines, not %d", side.name, len(got), len(want))
		}
	}
	return ""
}

// TestWordChangesOfRealTexts writes real texts against those before them.
func TestWordChangesOfRealTexts(t *testing.T) {
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	pairs, faults := 0, 0
	check := func(name string, older, newer Stored) {
		pairs++
		if fault := trackedFault(t, older, newer); fault != "" {
			faults++
			t.Errorf("%s: %.1500s", name, fault)
		}
	}
	folders, err := filepath.Glob(filepath.Join(folder, "texts", "*"))
	must(t, err)
	chains, err := filepath.Glob(filepath.Join(folder, "texts", "chains", "*"))
	must(t, err)
	for _, dir := range slices.Concat(folders, chains) {
		var texts []Stored
		files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		must(t, err)
		for _, file := range files {
			s, _, err := FileText(file)
			if err == nil && len(s.Draft.Paragraphs) > 0 {
				texts = append(texts, s)
			}
		}
		for i := 1; i < len(texts); i++ {
			check(filepath.Base(dir)+fmt.Sprint(" ", i), texts[i-1], texts[i])
		}
	}
	if cases, _ := filepath.Glob(filepath.Join(folder, "realpairs", "cases", "*")); len(cases) > 0 {
		for _, l := range labels(t) {
			check(l.name, Stored{Draft: l.older}, Stored{Draft: l.newer})
		}
	}
	t.Logf("%d pairs, %d faults", pairs, faults)
}

// TestASavedFileCanBeReadByColleagues: what is saved has the rights that the system gives to a new file, and keeps those of
// the file that it takes the place of.
func TestASavedFileCanBeReadByColleagues(t *testing.T) {
	folder := t.TempDir()
	usual := filepath.Join(folder, "usual")
	f, err := os.Create(usual)
	must(t, err)
	must(t, f.Close())
	shared := filepath.Join(folder, "shared.docx")
	must(t, os.WriteFile(shared, []byte("old"), 0o600))
	must(t, os.Chmod(shared, 0o660))
	for path, like := range map[string]os.FileMode{filepath.Join(folder, "new.docx"): rightsOf(t, usual), shared: 0o660} {
		must(t, WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }))
		if got := rightsOf(t, path); got != like {
			t.Errorf("%s has the rights %v, not %v", filepath.Base(path), got, like)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".mutatis-*")); len(left) > 0 {
		t.Errorf("%v are left", left)
	}
}

func rightsOf(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	must(t, err)
	return info.Mode().Perm()
}

// TestWhatCannotBeSavedIsSaidInTheirLanguage: the file is named that the person named, and none of the program's own.
func TestWhatCannotBeSavedIsSaidInTheirLanguage(t *testing.T) {
	for language, words := range map[string]string{"en": "was not saved", "ru": "не сохранён"} {
		a, _ := comparedSample(t)
		a.Words = LoadWords(language)
		folder := t.TempDir()
		for command, place := range map[string]string{
			"file.export.docx":    filepath.Join(folder, "no", "text.docx"),
			"file.export.changes": filepath.Join(folder, "neither", "changes.docx"),
			"file.export.pdf":     folder,
		} {
			shown := ""
			a.Hooks.Failed = func(err error) { shown = a.Words.Trouble(err).Error() }
			a.Hooks.PickPlace = func(_ string, then func(string)) { then(place) }
			a.Do(command)
			if !strings.Contains(shown, place) || !strings.Contains(shown, words) || strings.Contains(shown, ".mutatis-") {
				t.Errorf("%s, %s: %q", language, command, shown)
			}
		}
	}
}

// TestLanguageVersionsAreSavedUnderTheirOwnNames: the Arabic text must not ask to replace the English one.
func TestLanguageVersionsAreSavedUnderTheirOwnNames(t *testing.T) {
	a, _ := comparedSample(t)
	offered := map[string]bool{}
	a.Hooks.PickPlace = func(name string, _ func(string)) { offered[name] = true }
	texts := a.Texts()
	for _, text := range texts {
		must(t, a.OpenText(text.ID))
		a.Do("file.export.docx")
	}
	if len(offered) != len(texts) {
		t.Errorf("%d texts are offered %d names: %v", len(texts), len(offered), offered)
	}
}
