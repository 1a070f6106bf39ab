package storage

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"
)

// ErrNoBackup says that a file to be restored is not whole. The library is left as it is.
var ErrNoBackup = errors.New("this backup cannot be used, it is not whole: choose another one; the library was left as it is")

// Restore puts a backup, or any copy of a library, in the place of the library at path, after what stands there was kept
// among the backups; that one comes back. It works where the library is damaged or missing too, and on any error the
// library is as it was. Windows in which the library is open see the restored texts; it must not be open where it is damaged.
func Restore(ctx context.Context, path, backup string, o Options) (kept Backup, err error) {
	doing := "restore the library"
	if path, err = filepath.Abs(path); err != nil {
		return kept, explain(doing, err)
	}
	kept, err = restore(ctx, path, backup, o)
	return kept, explain(doing, err)
}

func restore(ctx context.Context, path, backup string, o Options) (kept Backup, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return kept, err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".restore-*.mutatis") // mode 0600
	if err != nil {
		return kept, err
	}
	temp.Close()
	defer os.Remove(temp.Name())
	defer os.Remove(temp.Name() + "-journal")
	if err := copyFile(backup, temp.Name()); err != nil {
		return kept, err
	}
	if err := checkCopy(ctx, temp.Name()); err != nil {
		if ctx.Err() != nil {
			return kept, err
		}
		return kept, fmt.Errorf("%w (%w)", ErrNoBackup, err)
	}
	if !exists(path) {
		return kept, publish(temp.Name(), path)
	}
	l, err := Open(path, o)
	if err != nil {
		return replaceDamaged(path, temp.Name(), err, o)
	}
	defer l.Close()
	kept, _, err = l.Backup(ctx, BeforeRestore)
	if errors.Is(err, ErrDamaged) { // it opens, but is not whole
		l.Close()
		return replaceDamaged(path, temp.Name(), err, o)
	}
	if err != nil {
		return kept, err
	}
	return kept, l.overwrite(ctx, temp.Name())
}

// replaceable are the faults of a file that something whole may take the place of.
var replaceable = []error{ErrDamaged, ErrForeign, ErrEmpty, ErrNewer}

// replaceDamaged keeps a damaged file with its journal among the backups, byte for byte, and gives its name to a whole one.
func replaceDamaged(path, whole string, fault error, o Options) (kept Backup, err error) {
	may := false
	for _, r := range replaceable {
		may = may || errors.Is(fault, r)
	}
	if !may {
		return kept, fault
	}
	folder := BackupFolder(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return kept, err
	}
	now := time.Now
	if o.Now != nil {
		now = o.Now
	}
	kept = Backup{At: now().UTC().Truncate(time.Millisecond), Why: Damaged, print: "00000000"}
	for kept.Path = filepath.Join(folder, kept.name()); exists(kept.Path); kept.Path = filepath.Join(folder, kept.name()) {
		kept.At = kept.At.Add(time.Millisecond)
	}
	if err := keepBytes(path, kept.Path); err != nil {
		return kept, err
	}
	if exists(path + "-journal") {
		if err := keepBytes(path+"-journal", kept.Path+"-journal"); err != nil {
			return kept, err
		}
		if err := os.Remove(path + "-journal"); err != nil { // else it would be played back into the restored file
			return kept, err
		}
	}
	if err := os.Rename(whole, path); err != nil {
		return kept, err
	}
	return kept, syncFolder(path)
}

func keepBytes(from, to string) error {
	return replace(to, func(temp string) error { return copyFile(from, temp) })
}

// overwrite puts the content of another library in the place of this one's, in one transaction.
func (l *Library) overwrite(ctx context.Context, from string) error {
	if l.ReadOnly() {
		return ErrReadOnly
	}
	conn, err := l.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	source := (&url.URL{Scheme: "file", Path: slashed(from), RawQuery: "mode=ro"}).String()
	return conn.Raw(func(c any) error {
		restorer, ok := c.(interface {
			NewRestore(string) (*sqlite.Backup, error)
		})
		if !ok {
			return fmt.Errorf("the database driver cannot restore (%T)", c.(driver.Conn))
		}
		b, err := restorer.NewRestore(source)
		if err != nil {
			return err
		}
		for until := time.Now().Add(l.wait); ; time.Sleep(10 * time.Millisecond) {
			_, err = b.Step(-1)
			if resultCode(err)&0xff != 5 || time.Now().After(until) || ctx.Err() != nil {
				return errors.Join(err, b.Finish())
			}
		}
	})
}
