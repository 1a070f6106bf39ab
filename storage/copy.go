package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// SaveCopy writes a whole, compact copy of the library, unsaved work included, and takes the place of what stood at path.
// The copy is checked before it gets its name; where anything fails, nothing is left behind and path is as it was.
func (l *Library) SaveCopy(ctx context.Context, path string) error {
	return explain("save a copy to "+path, l.saveCopy(ctx, path))
}

func (l *Library) saveCopy(ctx context.Context, path string) error {
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
		if _, err := db.ExecContext(ctx, "VACUUM INTO ?", temp); err != nil {
			return err
		}
		return checkCopy(ctx, temp)
	})
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
	c, err := Open(path, Options{})
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
