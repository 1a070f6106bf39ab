package storage

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// ErrBackupRunning says that another window makes a backup of the same library.
var ErrBackupRunning = errors.New("another window is making a backup of this library: wait a moment and try again")

// Why a backup was made. A backup made in the course of things has no reason.
const (
	BeforeMigration = "migration" // by the program's own update of the file
	BeforeMerge     = "merge"
	BeforeRestore   = "restore"
	Damaged         = "damaged" // what could not be read when another was restored: kept for rescue, byte for byte
)

// Backup is a copy of a library that was made without being asked for.
type Backup struct {
	Path  string
	At    time.Time
	Why   string
	Size  int64  // bytes
	Texts int    // how many texts there are, those in the bin not counted; -1 where that cannot be read
	print string // tells whether the library was changed since
}

// BackupFolder is where the backups of a library lie: beside it, in a folder named for it.
func BackupFolder(library string) string {
	return strings.TrimSuffix(library, filepath.Ext(library)) + ".backups"
}

const backupTime = "20060102-150405.000"

var backupName = regexp.MustCompile(`^(\d{8}-\d{6}\.\d{3})-([0-9a-f]{8})(?:-([a-z]+))?\.mutatis$`)

func (b Backup) name() string {
	name := b.At.UTC().Format(backupTime) + "-" + b.print
	if b.Why != "" {
		name += "-" + b.Why
	}
	return name + ".mutatis"
}

// parseBackup reads a backup's name; what is called otherwise is none and left alone.
func parseBackup(folder, name string) (b Backup, ok bool) {
	m := backupName.FindStringSubmatch(name)
	if m == nil {
		return b, false
	}
	at, err := time.Parse(backupTime, m[1])
	return Backup{Path: filepath.Join(folder, name), At: at, print: m[2], Why: m[3]}, err == nil
}

// Backups lists the backups of the library at path, the newest first. The library itself need not be there.
func Backups(path string) ([]Backup, error) {
	all, err := backups(path)
	if err != nil {
		return nil, explain("list the backups", err)
	}
	for i := range all {
		all[i].Texts = countTexts(all[i].Path)
		if info, err := os.Stat(all[i].Path); err == nil {
			all[i].Size = info.Size()
		}
	}
	return all, nil
}

// backups lists them by their names, the copies made before the library was brought up to date among them.
func backups(path string) (all []Backup, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	folder := BackupFolder(path)
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		if b, ok := parseBackup(folder, e.Name()); ok && e.Type().IsRegular() {
			all = append(all, b)
		}
	}
	old, err := filepath.Glob(escapeGlob(path) + ".schema[0-9]*")
	if err != nil {
		return nil, err
	}
	for _, p := range old {
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
			all = append(all, Backup{Path: p, At: info.ModTime().UTC(), Why: BeforeMigration})
		}
	}
	slices.SortFunc(all, func(a, b Backup) int { return cmp.Or(b.At.Compare(a.At), strings.Compare(b.Path, a.Path)) })
	return all, nil
}

var globSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`)

func escapeGlob(path string) string {
	if filepath.Separator == '\\' {
		return path // there a backslash parts names, and the signs cannot stand in them
	}
	return globSigns.Replace(path)
}

func countTexts(path string) (n int) {
	db, err := connect(path, readOnly, 1, Options{})
	if err == nil {
		defer db.Close()
		err = db.QueryRow("SELECT count(*) FROM place WHERE trashed = 0").Scan(&n)
	}
	if err != nil {
		return -1
	}
	return n
}

// Backup makes a backup of the library, verifies it and lets go of older ones that no longer count. Made is false where
// nothing was changed since the last one, which then comes back. ErrBackupRunning where another window is at it.
func (l *Library) Backup(ctx context.Context, why string) (b Backup, made bool, err error) {
	b, made, err = l.backup(ctx, why)
	return b, made, explain("make a backup", err)
}

func (l *Library) backup(ctx context.Context, why string) (b Backup, made bool, err error) {
	folder := BackupFolder(l.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return b, false, err
	}
	unlock, err := lockFolder(ctx, folder)
	if err != nil {
		return b, false, err
	}
	defer unlock()
	all, err := backups(l.path)
	if err != nil {
		return b, false, err
	}
	b = Backup{At: l.now().UTC().Truncate(time.Millisecond), Why: why}
	if b.print, err = fingerprint(l.path); err != nil {
		return b, false, err
	}
	if i := slices.IndexFunc(all, func(o Backup) bool { return o.print == b.print && o.Why != Damaged }); i >= 0 && why == "" {
		return all[i], false, nil
	}
	for b.Path = filepath.Join(folder, b.name()); exists(b.Path); b.Path = filepath.Join(folder, b.name()) {
		b.At = b.At.Add(time.Millisecond)
	}
	if err := l.saveCopy(ctx, b.Path, CopyOptions{}); err != nil {
		return b, false, err
	}
	return b, true, rotate(append(all, b))
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// fingerprint changes whenever the file is written to: its header counts the changes.
func fingerprint(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	h := encode("mutatis fingerprint 1")
	h.number(int(info.Size()))
	h.text(timeText(info.ModTime()))
	header := make([]byte, 100)
	if _, err := io.ReadFull(f, header); err != nil {
		return "", err
	}
	h.bytes(header)
	sum := h.sum()
	return hex.EncodeToString(sum[:4]), nil
}

// lockFolder lets one window at a time make backups. A program that is killed holds nothing any more: SQLite's own locks
// are used, which every system has.
func lockFolder(ctx context.Context, folder string) (unlock func(), err error) {
	path := filepath.Join(folder, ".lock")
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	f.Close()
	db, err := connect(path, writing, 1, Options{Wait: time.Millisecond})
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err == nil {
		_, err = conn.ExecContext(ctx, "BEGIN EXCLUSIVE")
	}
	if err != nil {
		db.Close()
		if meaning(err) == ErrLocked {
			return nil, ErrBackupRunning
		}
		return nil, err
	}
	return func() { conn.Close(); db.Close() }, nil
}

// rotate deletes the backups that no longer count.
func rotate(all []Backup) error {
	var failed []error
	for _, b := range outdated(all) {
		if err := os.Remove(b.Path); err != nil && !errors.Is(err, os.ErrNotExist) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// keeping is how many backups are kept: the newest of each of so many stretches of time in which any was made.
var keeping = []struct {
	most    int
	stretch func(b Backup) string
}{
	{3, Backup.name},
	{7, func(b Backup) string { return b.At.UTC().Format(time.DateOnly) }},
	{4, func(b Backup) string { return monday(b.At.UTC()).Format(time.DateOnly) }},
}

// monday is the day on which the week of a time began.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// outdated lists the backups that are not kept: neither one of the three latest, nor the newest of one of seven days or of
// one of four weeks, nor the newest of those made for one reason.
func outdated(all []Backup) (drop []Backup) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Backup) int { return b.At.Compare(a.At) })
	kept := map[string]bool{}
	for _, k := range keeping {
		seen := map[string]bool{}
		for _, b := range all {
			if s := k.stretch(b); b.Why != Damaged && !seen[s] && len(seen) < k.most {
				seen[s], kept[b.Path] = true, true
			}
		}
	}
	reasons := map[string]bool{}
	for _, b := range all {
		if b.Why != "" && !reasons[b.Why] {
			reasons[b.Why], kept[b.Path] = true, true
		}
		if !kept[b.Path] {
			drop = append(drop, b)
		}
	}
	return drop
}

// PurgeBackup deletes for good the drafts with these uids from a backup, which else stays as it was. Its name stays too.
func PurgeBackup(ctx context.Context, path string, drafts ...UID) error {
	return explain("delete for good from the backup "+filepath.Base(path), replace(path, func(temp string) error {
		if err := copyFile(path, temp); err != nil {
			return err
		}
		l, err := openCopy(temp)
		if err != nil {
			return err
		}
		defer l.Close()
		var ids []int64
		for _, uid := range drafts {
			id, err := l.draftID(uid)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err == nil {
				err = l.Trash(id)
			}
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return l.Purge(ctx, ids...)
	}))
}

func (l *Library) draftID(uid UID) (id int64, err error) {
	err = l.reader.QueryRow("SELECT id FROM draft WHERE uid = ?", uid[:]).Scan(&id)
	return id, err
}

// BackupsWith lists the backups of the library at path that hold one of these drafts. One that cannot be read is listed: no
// one can say that it holds none.
func BackupsWith(path string, drafts ...UID) (with []Backup, err error) {
	all, err := Backups(path)
	if err != nil {
		return nil, err
	}
	for _, b := range all {
		if b.Texts < 0 || holdsDraft(b.Path, drafts) {
			with = append(with, b)
		}
	}
	return with, nil
}

func holdsDraft(path string, drafts []UID) bool {
	db, err := connect(path, readOnly, 1, Options{})
	if err != nil {
		return true
	}
	defer db.Close()
	for _, uid := range drafts {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM draft WHERE uid = ?", uid[:]).Scan(&n); err != nil || n > 0 {
			return true
		}
	}
	return false
}

// copyFile copies bytes into a file that is there.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// LastBackup is the newest backup of the library at path that can be restored; false where there is none.
func LastBackup(path string) (b Backup, ok bool) {
	all, err := backups(path)
	i := slices.IndexFunc(all, func(b Backup) bool { return b.Why != Damaged && b.Why != BeforeMigration })
	if err != nil || i < 0 {
		return b, false
	}
	return all[i], true
}
