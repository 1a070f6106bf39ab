package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// SaveCopy writes a whole, compact copy of the library, unsaved work included, and takes the place of what stood at path.
// The copy is checked before it gets its name; where anything fails, nothing is left behind and path is as it was.
func (l *Library) SaveCopy(ctx context.Context, path string) error {
	return l.SaveCopyWith(ctx, path, CopyOptions{})
}

// CopyOptions say what a copy is like. The zero value is the whole library.
type CopyOptions struct {
	WithoutSources bool   // the imported files are left out; their hashes stay
	Passphrase     string // encrypted with it by age, where it is not ""
}

// SaveCopyWith is SaveCopy of another kind of copy.
func (l *Library) SaveCopyWith(ctx context.Context, path string, o CopyOptions) error {
	return explain("save a copy to "+path, l.saveCopy(ctx, path, o))
}

func (l *Library) saveCopy(ctx context.Context, path string, o CopyOptions) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := l.mayReplace(path); err != nil {
		return err
	}
	a := writing // VACUUM INTO is refused where query_only holds; of the library itself it only reads
	if l.ReadOnly() {
		a = readOnly
	}
	db, err := connect(l.path, a, 1, Options{Wait: defaultWait})
	if err != nil {
		return err
	}
	defer db.Close()
	return replace(path, func(temp string) error {
		if o.Passphrase == "" {
			return copyInto(ctx, db, temp, o)
		}
		return l.encrypted(ctx, temp, o.Passphrase, func(plain string) error { return copyInto(ctx, db, plain, o) })
	})
}

// copyInto fills a file and verifies it.
func copyInto(ctx context.Context, db *sql.DB, temp string, o CopyOptions) error {
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", temp); err != nil {
		return err
	}
	if o.WithoutSources {
		if err := leaveOutSources(ctx, temp); err != nil {
			return err
		}
	}
	return checkCopy(ctx, temp)
}

// leaveOutSources takes the bytes of all sources out of a copy. The guard that forbids it is lifted in the copy alone.
func leaveOutSources(ctx context.Context, path string) error {
	db, err := connect(path, writing, 1, Options{Wait: defaultWait})
	if err != nil {
		return err
	}
	defer db.Close()
	err = transact(db, func(tx *sql.Tx) error {
		var guard string
		if err := tx.QueryRow("SELECT sql FROM sqlite_schema WHERE name = 'source_update'").Scan(&guard); err != nil {
			return err
		}
		for _, query := range []string{
			"DROP TRIGGER source_update", "UPDATE source SET bytes = x''", guard,
			"INSERT INTO source_left_out SELECT id FROM source WHERE id NOT IN (SELECT source FROM source_left_out)",
		} {
			if _, err := tx.ExecContext(ctx, query); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		_, err = db.ExecContext(ctx, "VACUUM")
	}
	return err
}

// mayReplace refuses the library itself and folders.
func (l *Library) mayReplace(path string) error {
	there, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if there.IsDir() {
		return ErrFolder
	}
	own, err := os.Stat(l.path)
	if err == nil && os.SameFile(own, there) {
		return ErrSameFile
	}
	return err
}

// checkCopy finds nothing wrong with a copy, or says what.
func checkCopy(ctx context.Context, path string) error {
	c, err := openCopy(path)
	if err != nil {
		return err
	}
	defer c.Close()
	findings, err := c.Verify(ctx)
	if err != nil {
		return err
	}
	if len(findings) > 0 {
		return fmt.Errorf("%w (in the copy: %s)", ErrDamaged, findings[0].Message)
	}
	return nil
}

// openCopy opens a passing copy: no copy of it is made where it is brought up to date.
func openCopy(path string) (*Library, error) { return Open(path, Options{unkept: true}) }
