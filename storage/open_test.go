package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// storedLibrary makes a closed library with a few texts and answers its path.
func storedLibrary(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "texts.mutatis")
	b, err := storedBytes()
	must(t, err)
	must(t, os.WriteFile(path, b, 0o600))
	return path
}

var storedBytes = sync.OnceValues(func() ([]byte, error) {
	return libraryBytes(func(l *Library) error {
		for i := range 20 {
			d := sample(fmt.Sprintf("A/RES/59/%d", 900+i), "en", wells...)
			for k := range d.Paragraphs {
				d.Paragraphs[k].Text += strings.Repeat(fmt.Sprintf(" and again %d", i), 20)
			}
			id, _, err := l.AddDraft(d, &Source{Name: "a.txt", MediaType: "text/plain", Bytes: []byte(strings.Repeat("wells ", 300+i))})
			if err == nil {
				err = l.AddEvents([]Event{{Draft: id, Paragraph: 1, Status: "agreed", Who: "the chair"}})
			}
			if err != nil {
				return err
			}
		}
		said, err := l.AddPairing(Pairing{One: Hash{2}, Other: Hash{1}, Verdict: Apart, Who: "the chair"})
		if err == nil {
			_, err = l.AddPairing(Pairing{One: Hash{2}, Other: Hash{1}, Undoes: said.UID})
		}
		if err == nil {
			_, err = l.AddPairing(Pairing{One: Hash{2}, Other: Hash{3}, Verdict: Together})
		}
		return err
	})
})

// libraryBytes is the file of a library that fill has filled.
func libraryBytes(fill func(l *Library) error) ([]byte, error) {
	folder, err := os.MkdirTemp("", "mutatis")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "texts.mutatis")
	l, err := Open(path, testOptions)
	if err != nil {
		return nil, err
	}
	err = fill(l)
	if e := l.Close(); err == nil {
		err = e
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// edit changes a stored library's bytes.
func edit(t testing.TB, path string, f func(b []byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path, f(b), 0o600))
}

const pageSize = 4096

func TestOpenNamesWhatIsWrong(t *testing.T) {
	sqlFile := func(t *testing.T, statements string) string {
		path := filepath.Join(t.TempDir(), "x.mutatis")
		_, err := outside(t, path).Exec(statements)
		must(t, err)
		return path
	}
	bytesFile := func(t *testing.T, b []byte) string {
		path := filepath.Join(t.TempDir(), "x.mutatis")
		must(t, os.WriteFile(path, b, 0o600))
		return path
	}
	damaged := func(f func(b []byte) []byte) func(t *testing.T) string {
		return func(t *testing.T) string {
			path := storedLibrary(t)
			edit(t, path, f)
			return path
		}
	}
	for _, c := range []struct {
		name string
		make func(t *testing.T) string
		want error
	}{
		{"newer", func(t *testing.T) string {
			return sqlFile(t, fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=99; CREATE TABLE x(a)", applicationID))
		}, ErrNewer},
		{"another program's database", func(t *testing.T) string { return sqlFile(t, "CREATE TABLE x(a)") }, ErrForeign},
		{"a text", func(t *testing.T) string { return bytesFile(t, bytes.Repeat([]byte("The General Assembly, "), 100)) }, ErrForeign},
		{"a short text", func(t *testing.T) string { return bytesFile(t, []byte("hello")) }, ErrForeign},
		{"empty", func(t *testing.T) string { return bytesFile(t, nil) }, ErrEmpty},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, ErrFolder},
		{"a device", func(t *testing.T) string { return os.DevNull }, ErrForeign},
		{"a folder that is a file", func(t *testing.T) string { return filepath.Join(bytesFile(t, []byte("x")), "y.mutatis") }, ErrNoAccess},
		{"damaged at its very beginning", damaged(func(b []byte) []byte { copy(b, "SQLOTE"); return b }), ErrDamaged},
		{"without a version", damaged(func(b []byte) []byte { clear(b[60:64]); return b }), ErrDamaged},
		{"with a version below zero", damaged(func(b []byte) []byte { b[60] = 0xff; return b }), ErrDamaged},
		{"truncated", damaged(func(b []byte) []byte { return b[:len(b)/2] }), ErrDamaged},
		{"truncated to one page", damaged(func(b []byte) []byte { return b[:pageSize] }), ErrDamaged},
		{"first page zeroed but for its header", damaged(func(b []byte) []byte { clear(b[100:pageSize]); return b }), ErrDamaged},
		{"schema unreadable", damaged(func(b []byte) []byte {
			return bytes.ReplaceAll(b, []byte("CREATE TABLE draft"), []byte("CREATE TOBLE draft"))
		}), ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := Open(c.make(t), testOptions)
			if err == nil {
				l.Close()
			}
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if m := meaning(err); strings.Contains(err.Error(), "SQL") || !strings.Contains(m.Error(), ":") {
				t.Errorf("%q is no sentence for a person", err)
			}
		})
	}
}

func TestOpenLeavesAloneWhatItRefuses(t *testing.T) {
	for name, content := range map[string][]byte{"empty": {}, "a text": []byte("The General Assembly,")} {
		path := filepath.Join(t.TempDir(), "x.mutatis")
		must(t, os.WriteFile(path, content, 0o600))
		if _, err := Open(path, testOptions); err == nil {
			t.Errorf("%s: opened", name)
		}
		after, err := os.ReadFile(path)
		must(t, err)
		if !bytes.Equal(after, content) || len(listFolder(t, path)) != 1 {
			t.Errorf("%s: now %q in %v", name, after, listFolder(t, path))
		}
	}
}

// listFolder names the files beside path.
func listFolder(t testing.TB, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestNewLibraryIsPrivateAndWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "deeper", "texts.mutatis")
	l := mustOpenAt(t, path)
	if l.Path() != path || l.ReadOnly() {
		t.Error(l.Path(), l.ReadOnly())
	}
	if runtime.GOOS != "windows" {
		for p, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
			info, err := os.Stat(p)
			must(t, err)
			if got := info.Mode().Perm(); got != want {
				t.Errorf("%s has mode %o, want %o", p, got, want)
			}
		}
	}
	if names := listFolder(t, path); len(names) != 1 {
		t.Error("left beside the library:", names)
	}
	b, err := os.ReadFile(path)
	must(t, err)
	if got := binary.BigEndian.Uint32(b[68:]); got != applicationID || b[18] != 1 {
		t.Errorf("application id %x, journal version %d", got, b[18])
	}
	must(t, verifyClean(l))
}

func TestTwoWindowsMakeOneLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "texts.mutatis")
	errs := make(chan error)
	for i := range 8 {
		go func() {
			o := testOptions
			o.Wait = defaultWait
			l, err := Open(path, o)
			if err == nil {
				_, _, err = l.AddDraft(sample("", "en", fmt.Sprint("text ", i)), nil)
				l.Close()
			}
			errs <- err
		}()
	}
	for range 8 {
		must(t, <-errs)
	}
	l := mustOpenAt(t, path)
	heads, err := l.Drafts()
	if err != nil || len(heads) != 8 {
		t.Error(len(heads), err)
	}
	if names := listFolder(t, path); len(names) != 1 {
		t.Error("left beside the library:", names)
	}
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"дом?а#b%20 é.mutatis", "a&mode=ro.mutatis", "决议 ; '\".mutatis", "%3Fmode=memory", ":memory:"} {
		path := filepath.Join(t.TempDir(), name)
		l, err := Open(path, testOptions)
		if err != nil {
			t.Error(name, err)
			continue
		}
		mustAdd(t, l, sample("", "en", "x"), nil)
		must(t, l.Close())
		if names := listFolder(t, path); len(names) != 1 || names[0] != name {
			t.Errorf("%q made %q", name, names)
		}
	}
}

func TestRelativePath(t *testing.T) {
	t.Chdir(t.TempDir())
	l := mustOpenAt(t, "texts.mutatis")
	mustAdd(t, l, sample("", "en", "x"), nil)
	if _, err := os.Stat("texts.mutatis"); err != nil || !filepath.IsAbs(l.Path()) {
		t.Error(l.Path(), err)
	}
}

// A page that SQLite reads only later cannot be found at Open: Verify finds it, and whoever reads it gets a sentence.
func TestZeroedPages(t *testing.T) {
	whole := storedLibrary(t)
	b, err := os.ReadFile(whole)
	must(t, err)
	step := 1
	if underRace {
		step = 12
	}
	for page := 1; page < len(b)/pageSize; page += step {
		path := filepath.Join(t.TempDir(), "x.mutatis")
		c := bytes.Clone(b)
		clear(c[page*pageSize : (page+1)*pageSize])
		must(t, os.WriteFile(path, c, 0o600))
		if err := noticed(path); err == nil || errors.Is(err, errUnnamed) {
			t.Errorf("page %d of %d zeroed: %v", page+1, len(b)/pageSize, err)
		}
	}
}

// noticed answers an error where Open or Verify find anything wrong with a library, errUnnamed where
// either gives one without a name.
func noticed(path string) error {
	l, err := Open(path, testOptions)
	if err != nil {
		return named(err)
	}
	defer l.Close()
	findings, err := l.Verify(context.Background())
	if err != nil {
		return named(err)
	}
	if len(findings) > 0 {
		return fmt.Errorf("%v", findings)
	}
	return nil
}

// errUnnamed is an error that no person was meant to see.
var errUnnamed = errors.New("no sentence for a person")

func named(err error) error {
	if m := meaning(err); !strings.Contains(m.Error(), ":") || strings.Contains(err.Error(), "SQL") || strings.Contains(err.Error(), "sql") {
		return fmt.Errorf("%w: %w", errUnnamed, err)
	}
	return err
}

func TestClosedLibrary(t *testing.T) {
	l := mustOpen(t)
	must(t, l.Close())
	if _, err := l.Drafts(); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if err := l.SetSetting("a", "b"); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
}
