package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// SetAside gives a file that cannot be opened another name beside its own, unchanged, and answers that name. A journal
// goes with it. Nothing is written over.
func SetAside(path string, now time.Time) (kept string, err error) {
	kept, err = setAside(path, now)
	return kept, explain("set the damaged library aside", err)
}

func setAside(path string, now time.Time) (kept string, err error) {
	extension := filepath.Ext(path)
	stem := strings.TrimSuffix(path, extension) + ".damaged-" + now.Local().Format("20060102-150405")
	kept = stem + extension
	for n := 2; exists(kept) || exists(kept+"-journal"); n++ {
		kept = fmt.Sprintf("%s-%d%s", stem, n, extension)
	}
	if exists(path + "-journal") { // it first: played back into a new file of the old name it would spoil that
		if err := moveTo(path+"-journal", kept+"-journal"); err != nil {
			return "", err
		}
	}
	if err := moveTo(path, kept); err != nil {
		return "", errors.Join(err, restoreJournal(kept, path))
	}
	return kept, syncFolder(path)
}

func restoreJournal(kept, path string) error {
	if !exists(kept + "-journal") {
		return nil
	}
	return os.Rename(kept+"-journal", path+"-journal")
}

// moveTo renames a file and never writes over another one, where the disk has hard links.
func moveTo(from, to string) error {
	switch err := os.Link(from, to); {
	case err == nil:
		return os.Remove(from)
	case exists(to):
		return err
	}
	return os.Rename(from, to)
}

// Rescue puts what can be read of the damaged library at path into a new library in its place. The damaged file is kept
// beside it, unchanged, under the name that comes back. On an error everything is as it was.
func Rescue(ctx context.Context, path string, o Options) (r Salvaged, kept string, err error) {
	doing := "save what is readable of " + filepath.Base(path)
	if path, err = filepath.Abs(path); err != nil {
		return r, "", explain(doing, err)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".rescue-*.mutatis") // mode 0600
	if err != nil {
		return r, "", explain(doing, err)
	}
	temp.Close()
	defer os.Remove(temp.Name())
	defer os.Remove(temp.Name() + "-journal")
	if r, err = salvage(ctx, path, path, temp.Name(), o); err != nil {
		return r, "", explain(doing, err)
	}
	if kept, err = setAside(path, o.filled().Now()); err == nil {
		err = publish(temp.Name(), path)
	}
	return r, kept, explain(doing, err)
}

// CopyFiles copies a library that cannot be opened where it lies, with a journal that stands beside it, to where it can be
// written. Nothing is written over.
func CopyFiles(from, to string) error {
	err := copyFresh(from, to)
	if err == nil && exists(from+"-journal") {
		err = copyFresh(from+"-journal", to+"-journal")
	}
	return explain("copy the library to "+to, err)
}

func copyFresh(from, to string) error {
	return replaceNone(to, func(temp string) error { return copyFile(from, temp) })
}
