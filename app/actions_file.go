package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func (a *App) closeKey(key string) {
	for i, t := range a.tabs {
		if t.Key() == key {
			a.CloseTab(i)
			return
		}
	}
}

func (a *App) closeCurrent() error {
	a.CloseTab(a.current)
	return nil
}

func (a *App) stepTab(by int) func() error {
	return func() error {
		a.Select((a.current + by + len(a.tabs)) % len(a.tabs))
		return nil
	}
}

func (a *App) focus(part string) func() error {
	return func() error {
		if a.Hooks.Focus != nil {
			a.Hooks.Focus(part)
		}
		return nil
	}
}

// export asks for a place and writes what is in front there.
func (a *App) export(format string) func() error {
	return func() error {
		write, name, err := a.exporter(format)
		if err != nil || a.Hooks.PickPlace == nil {
			return err
		}
		a.saveAs(fileName(name, format), write)
		return nil
	}
}

// fileName makes a file's name of a text's name: symbols hold slashes.
func fileName(name, format string) string {
	return strings.NewReplacer("/", "_", "\\", "_", ":", "_").Replace(name) + "." + cmp.Or(endings[format], format)
}

// endings of files are named as their formats are, but for these.
var endings = map[string]string{"akn": "akn.xml"}

// WriteFile writes a whole file or none: it is written beside its place and then moved there. Whoever may read what the
// user writes in that folder, or the file that stood there, may read it.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := createBeside(path)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err = write(f); err != nil {
		f.Close()
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// createBeside makes a new file in the folder of another one, with its rights where it is there already.
func createBeside(path string) (*os.File, error) {
	for try := 0; ; try++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".mutatis-%d-%d", os.Getpid(), try))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666) // less what the system takes off
		if errors.Is(err, os.ErrExist) && try < 100 {
			continue
		}
		if before, missing := os.Stat(path); err == nil && missing == nil && before.Mode().IsRegular() {
			_ = f.Chmod(before.Mode().Perm()) // where a disk knows no rights there are none to keep
		}
		return f, err
	}
}

func (a *App) askCopy() error {
	if a.Hooks.PickPlace == nil {
		return nil
	}
	a.Hooks.PickPlace("library.mutatis", func(path string) {
		a.work(func() error { return a.library.SaveCopy(context.Background(), path) }, func() { a.tell("status.copied", path) })
	})
	return nil
}
