package app

import (
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
		a.Hooks.PickPlace(fileName(name, format), func(path string) {
			if err := WriteFile(path, write); err != nil {
				a.report(fmt.Errorf("saving %s: %w", path, err))
				return
			}
			a.tell("status.saved", path)
		})
		return nil
	}
}

// fileName makes a file's name of a text's name: symbols hold slashes.
func fileName(name, format string) string {
	return strings.NewReplacer("/", "_", "\\", "_", ":", "_").Replace(name) + "." + format
}

// WriteFile writes a whole file or none: it is written beside its place and then moved there.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".mutatis-*")
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

func (a *App) askCopy() error {
	if a.Hooks.PickPlace == nil {
		return nil
	}
	a.Hooks.PickPlace("library.mutatis", func(path string) {
		a.work(func() error { return a.library.SaveCopy(context.Background(), path) }, func() { a.tell("status.copied", path) })
	})
	return nil
}
