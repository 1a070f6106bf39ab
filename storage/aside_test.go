package storage

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A damaged file is never lost: it gets another name, whatever stands there already, and its journal goes with it.
func TestSetAside(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "texts.mutatis")
	kept := map[string]string{}
	for _, words := range []string{"first", "second", "third"} {
		must(t, os.WriteFile(path, []byte(words), 0o600))
		must(t, os.WriteFile(path+"-journal", []byte("journal of the "+words), 0o600))
		name, err := SetAside(path, clock)
		must(t, err)
		if exists(path) || exists(path+"-journal") || !strings.HasSuffix(name, ".mutatis") || filepath.Dir(name) != folder {
			t.Error("it was not set aside:", name)
		}
		kept[name] = words
	}
	if len(kept) != 3 {
		t.Errorf("three files have the names %v", kept)
	}
	for name, words := range kept {
		b, err := os.ReadFile(name)
		j, journalErr := os.ReadFile(name + "-journal")
		if err != nil || journalErr != nil || string(b) != words || string(j) != "journal of the "+words {
			t.Errorf("%s holds %q and %q", name, b, j)
		}
	}
}

// What is readable takes the place of the damaged library, which is kept; where nothing is, all is as it was.
func TestRescue(t *testing.T) {
	path, _ := wellsLibrary(t, true)
	file, err := os.ReadFile(path)
	must(t, err)
	clear(file[len(file)/2 : len(file)/2+4096])
	must(t, os.WriteFile(path, file, 0o600))
	r, kept, err := Rescue(context.Background(), path, testOptions)
	must(t, err)
	l := mustOpenAt(t, path)
	heads, err := l.Drafts()
	must(t, err)
	if len(heads) != len(r.Saved) || len(r.Lost) == 0 {
		t.Errorf("%d texts are there; saved %d, lost %d", len(heads), len(r.Saved), len(r.Lost))
	}
	if b, err := os.ReadFile(kept); err != nil || !bytes.Equal(b, file) {
		t.Error("the damaged file is not kept as it was", err)
	}

	other := filepath.Join(t.TempDir(), "other.mutatis")
	must(t, os.WriteFile(other, bytes.Repeat([]byte{7}, 50000), 0o600))
	if _, _, err := Rescue(context.Background(), other, testOptions); !errors.Is(err, ErrNothingLeft) {
		t.Error(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(other)); err != nil || len(entries) != 1 {
		t.Error(entries, err)
	}
}

// A library whose name is given by hand is not made by a slip.
func TestExisting(t *testing.T) {
	o := testOptions
	o.Existing = true
	path := filepath.Join(t.TempDir(), "mistyped", "texts.mutatis")
	if _, err := Open(path, o); !errors.Is(err, ErrMissing) || exists(filepath.Dir(path)) {
		t.Error(err)
	}
}

// Every change of a person's is another stamp; what the program does by itself is none.
func TestStamp(t *testing.T) {
	l := mustOpen(t)
	s, err := l.AddSeries("Pumps")
	must(t, err)
	d := sample("A/59/1", "en", wells...)
	d.Series = s.ID
	id := mustAdd(t, l, d, nil)
	stamp := func() Hash {
		t.Helper()
		sum, err := l.Stamp()
		must(t, err)
		return sum
	}
	for _, c := range []struct {
		name string
		do   func() error
		same bool
	}{
		{"nothing", func() error { return nil }, true},
		{"a backup", func() error { _, _, err := l.Backup(context.Background(), ""); return err }, true},
		{"another title", func() error { return l.RenameSeries(s.ID, "Wells") }, false},
		{"out of its series", func() error { return l.MoveDraft(id, 0) }, false},
		{"the bin", func() error { return l.Trash(id) }, false},
		{"out of the bin", func() error { return l.Restore(id) }, false},
		{"a status", func() error { return l.AddEvents([]Event{{Draft: id, Status: "agreed"}}) }, false},
		{"a note", func() error { _, err := l.PutPrivateNote(PrivateNote{Text: "a"}); return err }, false},
		{"an unfinished draft", func() error { return l.SaveWork(Work{Key: "a", Saved: clock}) }, false},
		{"a setting", func() error { return l.SetSetting("a", "b") }, false},
	} {
		before := stamp()
		must(t, c.do())
		if same := stamp() == before; same != c.same {
			t.Errorf("%s: the same stamp %v, it should be %v", c.name, same, c.same)
		}
	}
}
