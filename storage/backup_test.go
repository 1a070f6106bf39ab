package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// ticking is a clock that goes on by a minute at each look.
func ticking() Options {
	o := testOptions
	now := clock
	var lock sync.Mutex
	o.Now = func() time.Time {
		lock.Lock()
		defer lock.Unlock()
		now = now.Add(time.Minute)
		return now
	}
	return o
}

// A year of work, four backups on each working day: what is kept on any day is the three latest, seven days, four weeks,
// and never less than there was to keep.
func TestRotationThroughAYear(t *testing.T) {
	var all []Backup
	for day := range 366 {
		date := time.Date(2004, 1, 1, 9, 0, 0, 0, time.UTC).AddDate(0, 0, day)
		if date.Weekday() == time.Saturday || date.Weekday() == time.Sunday {
			continue
		}
		for hour := range 4 {
			b := Backup{At: date.Add(time.Duration(hour) * time.Hour), print: fmt.Sprintf("%08x", len(all))}
			if date.Weekday() == time.Monday && hour == 2 {
				b.Why = []string{BeforeMerge, BeforeMigration}[day/7%2]
			}
			b.Path = b.name()
			all = append(all, b)
			drop := outdated(all)
			all = slices.DeleteFunc(all, func(b Backup) bool {
				return slices.ContainsFunc(drop, func(d Backup) bool { return d.Path == b.Path })
			})
			checkKept(t, all, day)
		}
	}
	if len(all) > 3+7+4+2 {
		t.Errorf("%d backups are kept", len(all))
	}
}

func checkKept(t *testing.T, kept []Backup, day int) {
	days, weeks, reasons := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, b := range kept {
		days[b.At.Format(time.DateOnly)] = true
		weeks[monday(b.At).Format(time.DateOnly)] = true
		reasons[b.Why] = true
	}
	if want := min(7, day*5/7); len(days) < want {
		t.Errorf("day %d: backups of %d days are kept, want %d", day, len(days), want)
	}
	if want := min(4, day/7); len(weeks) < want {
		t.Errorf("day %d: backups of %d weeks are kept, want %d", day, len(weeks), want)
	}
	if day > 35 && (!reasons[BeforeMerge] || !reasons[BeforeMigration]) {
		t.Errorf("day %d: no backup from before a merge or a migration: %v", day, reasons)
	}
}

func TestRotation(t *testing.T) {
	at := func(day, hour int, why string) Backup {
		b := Backup{At: time.Date(2004, 12, day, hour, 0, 0, 0, time.UTC), print: "00000000", Why: why}
		b.Path = b.name()
		return b
	}
	for _, c := range []struct {
		name       string
		all, drops []Backup
	}{
		{"nothing", nil, nil},
		{"three of one hour", []Backup{at(1, 9, ""), at(1, 10, ""), at(1, 11, "")}, nil},
		{"the fourth of a day goes", []Backup{at(1, 9, ""), at(1, 10, ""), at(1, 11, ""), at(1, 12, "")}, []Backup{at(1, 9, "")}},
		{"the last of its day stays", []Backup{at(1, 9, ""), at(2, 10, ""), at(2, 11, ""), at(2, 12, "")}, nil},
		{"one before a merge stays, an earlier one goes",
			[]Backup{at(1, 8, "merge"), at(1, 9, "merge"), at(1, 10, ""), at(1, 11, ""), at(1, 12, "")}, []Backup{at(1, 8, "merge")}},
		{"a damaged file counts for no day", []Backup{at(1, 9, ""), at(1, 10, "damaged"), at(2, 9, ""), at(2, 10, ""), at(2, 11, "")}, nil},
	} {
		drop := outdated(c.all)
		if !slices.Equal(drop, c.drops) {
			t.Errorf("%s: dropped %v, want %v", c.name, drop, c.drops)
		}
	}
}

func TestBackup(t *testing.T) {
	path := storedLibrary(t)
	l, err := Open(path, ticking())
	must(t, err)
	defer l.Close()
	first, made, err := l.Backup(context.Background(), "")
	if err != nil || !made {
		t.Fatal(made, err)
	}
	if again, made, err := l.Backup(context.Background(), ""); err != nil || made || again.Path != first.Path {
		t.Error("a backup of what was not changed:", again, made, err)
	}
	must(t, l.Trash(1))
	if _, made, err := l.Backup(context.Background(), ""); err != nil || !made {
		t.Error(made, err)
	}
	if _, made, err := l.Backup(context.Background(), BeforeMerge); err != nil || !made {
		t.Error("none before a merge:", made, err)
	}
	all, err := Backups(path)
	if err != nil || len(all) != 3 || all[0].Why != BeforeMerge || all[0].Texts != 19 || all[2].Texts != 20 || all[2].Size < 1000 || !all[0].At.After(all[2].At) {
		t.Errorf("the list is %+v, %v", all, err)
	}
}

// Two windows on one library make one backup, not two.
func TestTwoWindowsBackUp(t *testing.T) {
	path := storedLibrary(t)
	var group sync.WaitGroup
	var lock sync.Mutex
	count := 0
	for range 4 {
		l := mustOpenAt(t, path)
		group.Go(func() {
			_, made, err := l.Backup(context.Background(), "")
			if err != nil && !errors.Is(err, ErrBackupRunning) {
				t.Error(err)
			}
			lock.Lock()
			defer lock.Unlock()
			if made {
				count++
			}
		})
	}
	group.Wait()
	if all, err := Backups(path); err != nil || len(all) != 1 || count != 1 {
		t.Error(count, all, err)
	}
}

// A damaged library pushes no good backup out.
func TestNoBackupOfADamagedLibrary(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	_, _, err := l.Backup(context.Background(), "")
	must(t, err)
	must(t, l.Close())
	edit(t, path, func(b []byte) []byte {
		return []byte(strings.ReplaceAll(string(b), "wells clean and", "walls clean and"))
	})
	l = mustOpenAt(t, path)
	if _, made, err := l.Backup(context.Background(), ""); !errors.Is(err, ErrDamaged) || made {
		t.Error(made, err)
	}
	if all, err := Backups(path); err != nil || len(all) != 1 {
		t.Error(all, err)
	}
}

func TestRestore(t *testing.T) {
	for _, c := range []struct {
		name string
		harm func(t *testing.T, path string)
		kept string // why what stood there is kept
	}{
		{"a whole library", func(t *testing.T, path string) {}, BeforeRestore},
		{"a missing one", func(t *testing.T, path string) { must(t, os.Remove(path)) }, ""},
		{"an empty file", func(t *testing.T, path string) { must(t, os.Truncate(path, 0)) }, Damaged},
		{"a truncated one", func(t *testing.T, path string) { must(t, os.Truncate(path, 5000)) }, Damaged},
		{"no library at all", func(t *testing.T, path string) { must(t, os.WriteFile(path, []byte("a letter"), 0o600)) }, Damaged},
		{"a damaged header", func(t *testing.T, path string) { edit(t, path, func(b []byte) []byte { b[3] ^= 1; return b }) }, Damaged},
		{"an altered word", func(t *testing.T, path string) {
			edit(t, path, func(b []byte) []byte {
				return []byte(strings.ReplaceAll(string(b), "wells clean and", "walls clean and"))
			})
		}, Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := storedLibrary(t)
			l := mustOpenAt(t, path)
			b, _, err := l.Backup(context.Background(), "")
			must(t, err)
			want := everything(t, path)
			mustAdd(t, l, sample("A/RES/60/1", "en", "Later"), nil)
			must(t, l.Close())
			c.harm(t, path)
			kept, err := Restore(context.Background(), path, b.Path, testOptions)
			must(t, err)
			if kept.Why != c.kept || (c.kept != "") != exists(kept.Path) {
				t.Errorf("kept %+v, want one for %q", kept, c.kept)
			}
			if got := everything(t, path); got != want {
				t.Error("the library is not what the backup was")
			}
			must(t, verifyClean(mustOpenAt(t, path)))
			if names := listFolder(t, path); len(names) != 2 {
				t.Error("left behind:", names)
			}
		})
	}
}

// Windows that are open see the restored texts, and none writes into a file that is no longer there.
func TestRestoreUnderAnOpenWindow(t *testing.T) {
	path := storedLibrary(t)
	l, other := mustOpenAt(t, path), mustOpenAt(t, path)
	b, _, err := l.Backup(context.Background(), "")
	must(t, err)
	mustAdd(t, other, sample("A/RES/60/1", "en", "Later"), nil)
	_, err = Restore(context.Background(), path, b.Path, testOptions)
	must(t, err)
	for _, w := range []*Library{l, other} {
		heads, err := w.Drafts()
		if err != nil || len(heads) != 20 {
			t.Error(len(heads), err)
		}
	}
	mustAdd(t, other, sample("A/RES/60/2", "en", "After"), nil)
	if heads, err := l.Drafts(); err != nil || len(heads) != 21 {
		t.Error(len(heads), err)
	}
	must(t, verifyClean(l))
}

func TestRestoreThatCannotBe(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	b, _, err := l.Backup(context.Background(), "")
	must(t, err)
	before := everything(t, path)
	broken := filepath.Join(t.TempDir(), "broken.mutatis")
	whole, err := os.ReadFile(b.Path)
	must(t, err)
	must(t, os.WriteFile(broken, whole[:len(whole)/2], 0o600))
	if _, err := Restore(context.Background(), path, broken, testOptions); !errors.Is(err, ErrNoBackup) {
		t.Error(err)
	}
	if _, err := Restore(context.Background(), path, broken+"x", testOptions); !errors.Is(err, ErrNoAccess) {
		t.Error(err)
	}
	tx, err := l.reader.Begin()
	must(t, err)
	var n int
	must(t, tx.QueryRow("SELECT count(*) FROM draft").Scan(&n))
	if _, err := Restore(context.Background(), path, b.Path, testOptions); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	must(t, tx.Rollback())
	if got := everything(t, path); got != before {
		t.Error("the library was changed")
	}
}

func TestPurgeBackups(t *testing.T) {
	path := storedLibrary(t)
	l, err := Open(path, ticking())
	must(t, err)
	defer l.Close()
	_, _, err = l.Backup(context.Background(), "")
	must(t, err)
	d, src := secret()
	id := mustAdd(t, l, d, src)
	head, err := l.Draft(id)
	must(t, err)
	_, _, err = l.Backup(context.Background(), "")
	must(t, err)
	must(t, l.Trash(id))
	must(t, l.Purge(context.Background(), id))
	with, err := BackupsWith(path, head.UID)
	if err != nil || len(with) != 1 {
		t.Fatal(with, err)
	}
	if found := holds(t, with[0].Path, secretWords...); len(found) != len(secretWords) {
		t.Error("the backup holds only", found)
	}
	must(t, PurgeBackup(context.Background(), with[0].Path, head.UID))
	if found := holds(t, with[0].Path, secretWords...); found != nil {
		t.Error("still in the backup:", found)
	}
	if with, err := BackupsWith(path, head.UID); err != nil || len(with) != 0 {
		t.Error(with, err)
	}
	c := mustOpenAt(t, with[0].Path)
	must(t, verifyClean(c))
	if names := listFolder(t, with[0].Path); len(names) != 3 {
		t.Error("left behind:", names)
	}
}

func TestCopyWithoutSources(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	path := filepath.Join(t.TempDir(), "copy.mutatis")
	must(t, l.SaveCopyWith(context.Background(), path, CopyOptions{WithoutSources: true}))
	if found := holds(t, path, "wells wells wells"); found != nil {
		t.Error("a source is in the copy")
	}
	c := mustOpenAt(t, path)
	must(t, verifyClean(c))
	if s, err := c.Source(1); s != nil || err != nil {
		t.Error(s, err)
	}
	src, err := l.Source(1)
	must(t, err)
	d, err := l.Draft(1)
	must(t, err)
	d.Label, d.Title = "again", "another title"
	mustAdd(t, c, d, src) // the bytes are there again
	if s, err := c.Source(1); err != nil || s == nil || string(s.Bytes) != string(src.Bytes) {
		t.Error(s, err)
	}
	must(t, verifyClean(c))
	if _, err := c.writer.Exec("UPDATE source SET bytes = x'00' WHERE id = 1"); err == nil {
		t.Error("a source was changed")
	}
}

func TestEncryptedCopy(t *testing.T) {
	l := mustOpenAt(t, storedLibrary(t))
	folder := t.TempDir()
	sealed, opened := filepath.Join(folder, "copy.mutatis.age"), filepath.Join(folder, "copy.mutatis")
	const passphrase = "кофе в четверг"
	must(t, l.SaveCopyWith(context.Background(), sealed, CopyOptions{Passphrase: passphrase}))
	if found := holds(t, sealed, "wells", "SQLite"); found != nil {
		t.Error("readable:", found)
	}
	for _, c := range []struct {
		name, path, passphrase string
		want                   error
	}{
		{"another passphrase", sealed, "Кофе в четверг", ErrPassphrase},
		{"none", sealed, "", ErrPassphrase},
		{"not encrypted", l.Path(), passphrase, ErrNotEncrypted},
	} {
		if err := OpenEncrypted(context.Background(), c.path, c.passphrase, opened); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	cut := filepath.Join(folder, "cut.age")
	b, err := os.ReadFile(sealed)
	must(t, err)
	must(t, os.WriteFile(cut, b[:len(b)-100], 0o600))
	if err := OpenEncrypted(context.Background(), cut, passphrase, opened); !errors.Is(err, ErrDamaged) {
		t.Error("cut short:", err)
	}
	if exists(opened) {
		t.Error("half a file was left")
	}
	must(t, OpenEncrypted(context.Background(), sealed, passphrase, opened))
	if everything(t, opened) != everything(t, l.Path()) {
		t.Error("it is not what was encrypted")
	}
	if err := OpenEncrypted(context.Background(), sealed, passphrase, opened); err == nil {
		t.Error("it took the place of a file")
	}
	if names := listFolder(t, l.Path()); len(names) != 1 {
		t.Error("left behind:", names)
	}
}
