package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// every change there is
var changes = []struct {
	name string
	do   func(l *Library) error
}{
	{"add a series", func(l *Library) error { _, err := l.AddSeries("Wells"); return err }},
	{"rename a series", func(l *Library) error { return l.RenameSeries(1, "Wells") }},
	{"remove a series", func(l *Library) error { return l.RemoveSeries(1) }},
	{"move a text", func(l *Library) error { return l.MoveDraft(1, 0) }},
	{"add a text", func(l *Library) error { _, _, err := l.AddDraft(longDraft(1), nil); return err }},
	{"trash", func(l *Library) error { return l.Trash(1) }},
	{"restore", func(l *Library) error { return l.Restore(1) }},
	{"add events", func(l *Library) error { return l.AddEvents([]Event{{Draft: 1}}) }},
	{"save work", func(l *Library) error { return l.SaveWork(Work{Key: "a"}) }},
	{"drop work", func(l *Library) error { return l.DropWork("a") }},
	{"set a setting", func(l *Library) error { return l.SetSetting("a", "b") }},
	{"purge", func(l *Library) error { return l.Purge(context.Background(), 1) }},
	{"note something", func(l *Library) error { _, err := l.PutPrivateNote(PrivateNote{Text: "a"}); return err }},
	{"remove a note", func(l *Library) error { return l.RemovePrivateNote(UID{1}) }},
	{"merge", mergeStored},
}

// every question there is
var questions = []struct {
	name string
	ask  func(l *Library) error
}{
	{"series", func(l *Library) error { _, err := l.Series(); return err }},
	{"drafts", func(l *Library) error { _, err := l.Drafts(); return err }},
	{"draft", func(l *Library) error { _, err := l.Draft(1); return err }},
	{"symbol", func(l *Library) error { _, err := l.DraftBySymbol("A/RES/59/900"); return err }},
	{"source", func(l *Library) error { _, err := l.Source(1); return err }},
	{"citing", func(l *Library) error { _, err := l.Citing("A/RES/45/158"); return err }},
	{"events", func(l *Library) error { _, err := l.Events(1); return err }},
	{"events of a series", func(l *Library) error { _, err := l.EventsOfSeries(1); return err }},
	{"works", func(l *Library) error { _, err := l.Works(); return err }},
	{"setting", func(l *Library) error { _, err := l.Setting("a"); return err }},
	{"verify", verifyClean},
	{"pairings", func(l *Library) error { _, err := l.Pairings(); return err }},
	{"bin", func(l *Library) error { _, err := l.Bin(); return err }},
	{"notes", func(l *Library) error { _, err := l.PrivateNotes(); return err }},
	{"version", func(l *Library) error { _, err := l.Version(); return err }},
	{"backups", func(l *Library) error { _, err := Backups(l.Path()); return err }},
}

// mergeStored takes over a library with one text.
func mergeStored(l *Library) error {
	other, err := libraryBytes(func(l *Library) error { _, _, err := l.AddDraft(longDraft(7), nil); return err })
	if err != nil {
		return err
	}
	f, err := os.CreateTemp("", "other-*.mutatis")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(other); err != nil {
		return err
	}
	f.Close()
	_, err = l.Merge(context.Background(), f.Name())
	return err
}

// refused checks that each change answers want and each question an answer.
func refused(t *testing.T, l *Library, want error) {
	t.Helper()
	for _, c := range changes {
		if err := c.do(l); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", c.name, err, want)
		}
	}
	for _, q := range questions {
		if err := q.ask(l); err != nil {
			t.Errorf("%s: %v", q.name, err)
		}
	}
}

func TestAnotherWindowWrites(t *testing.T) {
	path := storedLibrary(t)
	l, other := mustOpenAt(t, path), mustOpenAt(t, path)
	tx, err := other.writer.BeginTx(context.Background(), nil)
	must(t, err)
	defer tx.Rollback()
	refused(t, l, ErrLocked)
	must(t, tx.Rollback())
	must(t, l.SetSetting("a", "b"))
}

func TestAWriterWaits(t *testing.T) {
	path := storedLibrary(t)
	patient := testOptions
	patient.Wait = 5 * time.Second
	l, err := Open(path, patient)
	must(t, err)
	defer l.Close()
	tx, err := mustOpenAt(t, path).writer.BeginTx(context.Background(), nil)
	must(t, err)
	time.AfterFunc(100*time.Millisecond, func() { tx.Rollback() })
	must(t, l.SetSetting("a", "b"))
}

// A reader that does not let go keeps a writer from committing: nothing of the change is there, and later it works.
func TestAnotherWindowReadsTooLong(t *testing.T) {
	path := storedLibrary(t)
	l, other := mustOpenAt(t, path), mustOpenAt(t, path)
	tx, err := other.reader.BeginTx(context.Background(), nil)
	must(t, err)
	var n int
	must(t, tx.QueryRow("SELECT count(*) FROM draft").Scan(&n))
	if _, _, err := l.AddDraft(longDraft(1), nil); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	must(t, tx.Rollback())
	heads, err := l.Drafts()
	if err != nil || len(heads) != n {
		t.Errorf("%d texts, %v, want %d", len(heads), err, n)
	}
	mustAdd(t, l, longDraft(1), nil)
	must(t, verifyClean(l))
}

func TestAnotherProgramHoldsTheFile(t *testing.T) {
	path := storedLibrary(t)
	db := outside(t, path)
	_, err := db.Exec("BEGIN EXCLUSIVE")
	must(t, err)
	if _, err := Open(path, testOptions); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	_, err = db.Exec("ROLLBACK")
	must(t, err)
	mustOpenAt(t, path)
}

// Opening and closing the file by other means, as a drag-and-drop import does, must not take away the database's locks.
func TestLocksOutliveOtherUseOfTheFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has the locks that allow it")
	}
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	tx, err := l.writer.BeginTx(context.Background(), nil)
	must(t, err)
	defer tx.Rollback()
	_, err = os.ReadFile(path)
	must(t, err)
	a := watch(t, exec.Command(os.Args[0]), path, 600*time.Millisecond)
	if a.drafts != 0 {
		t.Error("another program wrote in the midst of a change")
	}
}

func TestDiskFull(t *testing.T) {
	path := storedLibrary(t)
	full := testOptions
	full.maxPages = 1 // no more pages than there are
	l, err := Open(path, full)
	must(t, err)
	defer l.Close()
	before, err := l.Drafts()
	must(t, err)
	for i := range int64(50) {
		if _, _, err = l.AddDraft(longDraft(i), nil); err != nil {
			break
		}
	}
	if !errors.Is(err, ErrFull) {
		t.Error(err)
	}
	after, err := l.Drafts()
	if err != nil || len(after) > len(before)+2 {
		t.Errorf("%d texts, then %d, %v", len(before), len(after), err)
	}
	if err := mergeStored(l); !errors.Is(err, ErrFull) {
		t.Error("merging:", err)
	}
	if heads, err := l.Drafts(); err != nil || len(heads) != len(after) {
		t.Errorf("half a merge: %d texts, %v, want %d", len(heads), err, len(after))
	}
	must(t, verifyClean(l))
}

// A real disk that is full: a text is there whole or not at all, and a copy leaves nothing behind.
func TestRealDiskFull(t *testing.T) {
	folder := smallDisk(t, 1<<20)
	path := filepath.Join(folder, "texts.mutatis")
	l := mustOpenAt(t, path)
	var err error
	stored := 0
	for i := int64(0); err == nil; i++ {
		if _, _, err = l.AddDraft(longDraft(i), nil); err == nil {
			stored++
		}
	}
	if !errors.Is(err, ErrFull) || stored == 0 {
		t.Error(stored, err)
	}
	if heads, err := l.Drafts(); err != nil || len(heads) != stored {
		t.Errorf("%d texts, %v, want %d", len(heads), err, stored)
	}
	must(t, verifyClean(l))
	if err := l.SaveCopy(context.Background(), filepath.Join(folder, "copy.mutatis")); !errors.Is(err, ErrFull) {
		t.Error(err)
	}
	if names := listFolder(t, path); len(names) != 1 {
		t.Error("left behind:", names)
	}
	if _, _, err := l.Backup(context.Background(), ""); !errors.Is(err, ErrFull) {
		t.Error("a backup:", err)
	}
	if all, err := Backups(path); err != nil || len(all) != 0 {
		t.Error("half a backup:", all, err)
	}
	must(t, l.Close())
	if _, err := Restore(context.Background(), path, storedLibrary(t), testOptions); !errors.Is(err, ErrFull) {
		t.Error("restoring:", err)
	}
	if heads, err := mustOpenAt(t, path).Drafts(); err != nil || len(heads) != stored {
		t.Errorf("after restoring could not be: %d texts, %v, want %d", len(heads), err, stored)
	}
}

// A limit on the size of files is another way to be full.
func TestFileSizeLimit(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("no shell that limits")
	}
	path := filepath.Join(t.TempDir(), "texts.mutatis")
	a := watch(t, exec.Command("sh", "-c", `ulimit -f 1200; exec "$0"`, os.Args[0]), path, time.Minute)
	if !strings.Contains(a.trouble, ErrFull.Error()) {
		t.Error("said:", a.trouble)
	}
	survived(t, 0, mustOpenAt(t, path), acknowledged{draft: a.draft, events: a.events, work: a.work})
}

func TestReadOnlyDisk(t *testing.T) {
	path := storedLibrary(t)
	must(t, func() error { l := mustOpenAt(t, path); _, err := l.AddSeries("Wells"); l.Close(); return err }())
	readOnlyFolder(t, filepath.Dir(path))
	l := mustOpenAt(t, path)
	if !l.ReadOnly() {
		t.Error("it says that it can be written")
	}
	refused(t, l, ErrReadOnly)
	elsewhere := filepath.Join(t.TempDir(), "copy.mutatis")
	must(t, l.SaveCopy(context.Background(), elsewhere))
	if mustOpenAt(t, elsewhere).ReadOnly() {
		t.Error("the copy cannot be written")
	}
	if err := l.SaveCopy(context.Background(), filepath.Join(filepath.Dir(path), "copy.mutatis")); !errors.Is(err, ErrNoAccess) {
		t.Error(err)
	}
	if _, err := Open(filepath.Join(filepath.Dir(path), "new.mutatis"), testOptions); !errors.Is(err, ErrNoAccess) {
		t.Error(err)
	}
}

// A disk that becomes read-only under an open library.
func TestDiskBecomesReadOnly(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	must(t, l.writer.Close()) // its connection would keep the right it has
	readOnlyFolder(t, filepath.Dir(path))
	var err error
	l.writer, err = connect(path, writing, 1, testOptions)
	must(t, err)
	if err := l.SetSetting("a", "b"); !errors.Is(err, ErrReadOnly) || !l.ReadOnly() {
		t.Error(err, l.ReadOnly())
	}
}

// What a killed program left half done cannot be taken back on a read-only disk: reading it as it is would lie.
func TestUnfinishedChangeOnAReadOnlyDisk(t *testing.T) {
	path := storedLibrary(t)
	leaveHotJournal(t, path)
	readOnlyFolder(t, filepath.Dir(path))
	if _, err := Open(path, testOptions); !errors.Is(err, ErrUnfinished) {
		t.Error(err)
	}
}

// Both a window that is open and one that opens take back what a killed program left half done.
func TestUnfinishedChangeIsTakenBack(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	before, err := l.Drafts()
	must(t, err)
	leaveHotJournal(t, path)
	after, err := l.Drafts()
	if err != nil || len(after) != len(before) {
		t.Errorf("%d texts, %v, want %d", len(after), err, len(before))
	}
	must(t, verifyClean(l))
	if _, err := os.Stat(path + "-journal"); err == nil {
		t.Error("the journal is still there")
	}
}

// leaveHotJournal changes the file as a program does that is killed before it commits.
func leaveHotJournal(t *testing.T, path string) {
	t.Helper()
	twin := filepath.Join(t.TempDir(), "twin")
	b, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(twin, b, 0o600))
	db, err := sql.Open("sqlite", "file:"+twin+"?_pragma=cache_size(2)&_pragma=cache_spill(1)")
	must(t, err)
	defer db.Close()
	tx, err := db.Begin()
	must(t, err)
	defer tx.Rollback()
	for i := range 2000 {
		_, err := tx.Exec("INSERT INTO setting VALUES (?, ?)", fmt.Sprint("half done ", i), strings.Repeat("x", 200))
		must(t, err)
	}
	for _, suffix := range []string{"", "-journal"} {
		b, err := os.ReadFile(twin + suffix)
		must(t, err)
		must(t, os.WriteFile(path+suffix, b, 0o600))
	}
}
