package storage

import (
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// current is the version of a library that this program makes.
func current() int { return len(scriptNames(schemaFiles())) }

// copyOf is where the copy stands that is made before a library of this program's version is brought up to date.
func copyOf(path string) string { return fmt.Sprintf("%s.schema%d", path, current()) }

// grown are options with schemas to come: the real ones and then these.
func grown(t testing.TB, more ...string) Options {
	t.Helper()
	all := fstest.MapFS{}
	for _, name := range scriptNames(schemaFiles()) {
		b, err := fs.ReadFile(schemaFiles(), name)
		must(t, err)
		all[name] = &fstest.MapFile{Data: b}
	}
	for _, s := range more {
		all[fmt.Sprintf("%04d_more.sql", len(all)+1)] = &fstest.MapFile{Data: []byte(s)}
	}
	o := testOptions
	o.scripts = all
	return o
}

func TestScriptsAreNumbered(t *testing.T) {
	for i, name := range scriptNames(schemaFiles()) {
		if !strings.HasPrefix(name, fmt.Sprintf("%04d_", i+1)) {
			t.Errorf("script %d is called %s", i+1, name)
		}
	}
}

func TestMigrate(t *testing.T) {
	const rebuild = `CREATE TABLE series2 (id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, title TEXT NOT NULL, agenda TEXT NOT NULL DEFAULT '') STRICT;
		INSERT INTO series2(id, uid, title) SELECT id, uid, title FROM series; DROP TABLE series; ALTER TABLE series2 RENAME TO series;`
	for _, c := range []struct {
		name  string
		more  []string
		works bool
	}{
		{"one step", []string{"CREATE TABLE private (id INTEGER PRIMARY KEY) STRICT"}, true},
		{"two steps, a table that others refer to rebuilt", []string{"CREATE TABLE private (id INTEGER PRIMARY KEY) STRICT", rebuild}, true},
		{"a script that fails in its midst", []string{"CREATE TABLE private (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE series (id)"}, false},
		{"a second script that fails", []string{"CREATE TABLE private (id INTEGER PRIMARY KEY) STRICT", "CREATE TABLE private (id)"}, false},
		{"a script that leaves references to nothing", []string{"DELETE FROM series"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := storedLibrary(t)
			l := mustOpenAt(t, path)
			s, err := l.AddSeries("Wells")
			must(t, err)
			must(t, l.MoveDraft(1, s.ID))
			must(t, l.Close())
			before := everything(t, path)

			o := grown(t, c.more...)
			newer, err := Open(path, o)
			if (err == nil) != c.works {
				t.Fatal(err)
			}
			want := current()
			if c.works {
				must(t, newer.Close())
				want += len(c.more)
			}
			if got := mustVersion(t, path); got != want {
				t.Errorf("version %d, want %d", got, want)
			}
			if !c.works {
				if got := everything(t, path); got != before {
					t.Error("a failing script left something behind")
				}
			}
			if got := everything(t, copyOf(path)); got != before {
				t.Error("the copy made before is not what was there")
			}
		})
	}
}

// oldLibrary is a library that an earlier version of this program made: two texts, one of them in the bin, a status and,
// from schema 2 on, a correction.
func oldLibrary(t testing.TB, schema int) string {
	t.Helper()
	f, err := os.Open(fmt.Sprintf("testdata/schema%d.mutatis.gz", schema))
	must(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	must(t, err)
	b, err := io.ReadAll(z)
	must(t, err)
	path := filepath.Join(t.TempDir(), "texts.mutatis")
	must(t, os.WriteFile(path, b, 0o600))
	return path
}

// A library of each earlier version is brought up to date: what was in it stays, a copy is made first, and what the newer
// schema adds works.
func TestMigrateFromEachSchema(t *testing.T) {
	for schema := 1; schema < current() && schema <= 2; schema++ {
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) {
			path := oldLibrary(t, schema)
			before, err := os.ReadFile(path)
			must(t, err)
			l := mustOpenAt(t, path)
			d, err := l.Draft(1)
			must(t, err)
			if len(d.Paragraphs) != len(wells) || d.Paragraphs[2].Text != wells[2] || d.Series != 1 || mustVersion(t, path) != current() {
				t.Errorf("version %d holds %+v", mustVersion(t, path), d)
			}
			if events, err := l.Events(1); err != nil || len(events) != 1 || events[0].Status != "agreed" {
				t.Error(events, err)
			}
			if bin, err := l.Bin(); err != nil || len(bin) != 1 || !bin[0].At.Equal(clock) {
				t.Errorf("in the bin: %+v %v", bin, err)
			}
			_, err = l.AddPairing(Pairing{One: Hash{3}, Other: Hash{4}, Verdict: Together})
			must(t, err)
			must(t, verifyClean(l))
			kept := fmt.Sprintf("%s.schema%d", path, schema)
			was := sha256.Sum256(before)
			if mustVersion(t, kept) != schema {
				t.Errorf("the copy has schema %d", mustVersion(t, kept))
			}
			if now, err := os.ReadFile(path); err != nil || sha256.Sum256(now) == was {
				t.Error("nothing was changed", err)
			}
		})
	}
}

func mustVersion(t testing.TB, path string) int {
	t.Helper()
	n, err := version(outside(t, path))
	must(t, err)
	return n
}

// A library that is up to date is neither copied nor changed.
func TestNothingToMigrate(t *testing.T) {
	path := storedLibrary(t)
	before, err := os.ReadFile(path)
	must(t, err)
	must(t, mustOpenAt(t, path).Close())
	after, err := os.ReadFile(path)
	if err != nil || !slices.Equal(before, after) || len(listFolder(t, path)) != 1 {
		t.Error("it was changed", listFolder(t, path), err)
	}
}

// Two windows that bring one library up to date: the steps run once.
func TestTwoWindowsMigrate(t *testing.T) {
	path := storedLibrary(t)
	o := grown(t, "CREATE TABLE private (id INTEGER PRIMARY KEY) STRICT; INSERT INTO private DEFAULT VALUES")
	o.Wait = defaultWait
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			l, err := Open(path, o)
			if err != nil {
				t.Error(err)
				return
			}
			l.Close()
		})
	}
	group.Wait()
	var n int
	must(t, outside(t, path).QueryRow("SELECT count(*) FROM private").Scan(&n))
	if n != 1 || mustVersion(t, path) != current()+1 {
		t.Errorf("%d rows, version %d", n, mustVersion(t, path))
	}
}

// Where no copy can be made first, nothing is migrated.
func TestNoMigrationWithoutACopy(t *testing.T) {
	path := storedLibrary(t)
	must(t, os.MkdirAll(filepath.Join(copyOf(path), "in the way"), 0o700))
	if _, err := Open(path, grown(t, "CREATE TABLE private (id)")); err == nil || mustVersion(t, path) != current() {
		t.Error(err, mustVersion(t, path))
	}
}

// A library of an older schema on a disk that cannot be written is named, not half opened.
func TestOlderLibraryOnAReadOnlyDisk(t *testing.T) {
	path := storedLibrary(t)
	readOnlyFolder(t, filepath.Dir(path))
	_, err := Open(path, grown(t, "CREATE TABLE private (id)"))
	if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), "older version") {
		t.Error(err)
	}
}
