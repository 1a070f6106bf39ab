package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBadFile: every bad file gets a sentence that names it and says what to do.
func TestBadFile(t *testing.T) {
	cases := []struct {
		name string
		data string
		want string // a part of the sentence
	}{
		{"empty.txt", "", "empty"},
		{"binary.txt", "\x00\x01\x02\x7fELF\x00\x00", "text"},
		{"digits.txt", "12 34\n56\n", "text"},
		{"report.pdf", "%PDF-1.7", "damaged"},
		{"report.docx", "PK", "damaged"},
		{"report.doc", "x", ".txt"},
		{"picture.png", "x", ".txt"},
		{"broken.json", "{\"paragraphs\": [", "JSON"},
	}
	for _, c := range cases {
		path := filepath.Join(t.TempDir(), c.name)
		must(t, os.WriteFile(path, []byte(c.data), 0o600))
		_, err := ReadFile(path)
		switch {
		case err == nil:
			t.Errorf("%s was read", c.name)
		case !strings.Contains(err.Error(), c.name) || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := ReadFile(filepath.Join(t.TempDir(), "none.txt")); err == nil || !strings.Contains(err.Error(), "there is no file") {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := ReadFile(t.TempDir()); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("a folder: %v", err)
	}
}

// TestBadFileDoesNotStopTheOthers imports a good file between two bad ones.
func TestBadFileDoesNotStopTheOthers(t *testing.T) {
	a := newApp(t)
	var shown []string
	a.Hooks.Failed = func(err error) { shown = append(shown, err.Error()) }
	folder := t.TempDir()
	good := filepath.Join(folder, "good.txt")
	must(t, os.WriteFile(good, []byte("The General Assembly,\n\nRecalling its work on school gardens,\n\n1. Decides to meet;\n\n2. Requests a report.\n"), 0o600))
	bad := filepath.Join(folder, "plan.xls")
	must(t, os.WriteFile(bad, []byte("x"), 0o600))
	a.ImportFiles([]string{filepath.Join(folder, "none.txt"), good, bad})
	tab, ok := a.Current().(*Importing)
	if !ok || len(tab.Imports) != 1 {
		t.Fatalf("in front is %+v", a.Current())
	}
	if len(shown) != 1 || strings.Count(shown[0], "\n") != 1 {
		t.Errorf("shown: %q", shown)
	}
	if len(a.Texts()) != 0 {
		t.Error("something was stored before the person accepted")
	}
	must(t, a.Accept())
	if len(a.Texts()) != 1 {
		t.Errorf("%d texts after accepting", len(a.Texts()))
	}
}

// TestOpenedTwiceIsCheckedOnce: what was set right in a text that waits is still there when its file is opened again.
func TestOpenedTwiceIsCheckedOnce(t *testing.T) {
	a := newApp(t)
	folder := t.TempDir()
	paths := []string{filepath.Join(folder, "one.txt"), filepath.Join(folder, "two.txt")}
	for n, path := range paths {
		words := []string{"seeds", "tools"}[n]
		must(t, os.WriteFile(path, []byte("The General Assembly,\n\nRecalling its work on "+words+",\n\n1. Decides to meet;\n\n2. Requests a report.\n"), 0o600))
	}
	a.ImportFiles(paths)
	_, first := a.checking()
	must(t, first.LeaveOut(1))
	a.ImportFiles(paths[1:])
	a.ImportFiles(paths[:1])
	tab, now := a.checking()
	if len(tab.Imports) != 2 || now != first || !now.Corrected() {
		t.Fatalf("%d texts wait, the one in front is corrected: %v", len(tab.Imports), now.Corrected())
	}
	must(t, os.WriteFile(paths[0], []byte("The General Assembly,\n\nRecalling its work on water,\n\n1. Decides to meet;\n\n2. Requests a report.\n"), 0o600))
	a.ImportFiles(paths[:1])
	if tab, now = a.checking(); len(tab.Imports) != 3 || now == first {
		t.Errorf("a file with other words is not another text: %d wait", len(tab.Imports))
	}
}

// TestPastedTextHasAName: the tab of a text without a file says what it is.
func TestPastedTextHasAName(t *testing.T) {
	a := newApp(t)
	i, err := ReadPasted("The General Assembly,\n\nRecalling its work,\n\n1. Decides to meet.\n")
	must(t, err)
	tab := &Importing{Imports: []*Import{i}}
	if got := tab.Name(a.Words); got != a.Say("tab.import", a.Say("import.pasted")) {
		t.Errorf("the tab is called %q", got)
	}
}
