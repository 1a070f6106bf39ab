package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"mutatis/app/resolution"
)

func (a *App) askImport() error {
	if a.Hooks.PickFiles != nil {
		a.Hooks.PickFiles(a.ImportFiles)
	}
	return nil
}

// ImportFiles reads files and shows their import check; a folder, or more than a handful, become a list. A file that
// cannot be read is told of and the others go on; for one that has a password it is asked.
func (a *App) ImportFiles(paths []string) {
	if gathers(paths) {
		a.gather(paths)
		return
	}
	a.importEach(paths)
}

func (a *App) importEach(paths []string) {
	o, p := a.readOptions(""), a.placing()
	a.o.Go(func() {
		var read []*Import
		var locked []string
		var failed []error
		for _, path := range paths {
			i, err := p.readPlaced(path, o)
			switch {
			case errors.Is(err, ErrLocked) && a.Hooks.AskPassword != nil:
				locked = append(locked, path)
			case err != nil:
				failed = append(failed, err)
			default:
				read = append(read, i)
			}
		}
		a.o.Post(func() {
			a.check(read)
			a.report(errors.Join(failed...))
			a.unlock(locked, false)
		})
	})
}

// placing is what proposes places in the background, made there.
type placing struct {
	make     func() *placer
	untitled string
	placer   *placer
}

func (a *App) placing() *placing {
	library, texts := a.library, a.texts
	return &placing{make: func() *placer { return newPlacer(library, texts) }, untitled: a.Say("series.untitled")}
}

// readPlaced reads a file and proposes its place.
func (p *placing) readPlaced(path string, o ReadOptions) (*Import, error) {
	i, err := ReadFileWith(context.Background(), path, o)
	if err != nil {
		return nil, err
	}
	if p.placer == nil {
		p.placer = p.make()
	}
	if err = p.placer.place(i, p.untitled); err == nil {
		p.warnUnmarked(i)
	}
	return i, err
}

// unlock asks for the password of the first of some files and reads it, then the others. Giving up leaves it out.
func (a *App) unlock(paths []string, again bool) {
	if len(paths) == 0 {
		return
	}
	path := paths[0]
	a.Hooks.AskPassword(filepath.Base(path), again, func(password string) {
		if password == "" {
			a.report(fmt.Errorf("%s was left out: it has a password", filepath.Base(path)))
			a.unlock(paths[1:], false)
			return
		}
		a.openLocked(paths, password)
	})
}

func (a *App) openLocked(paths []string, password string) {
	o, p := a.readOptions(password), a.placing()
	a.o.Go(func() {
		i, err := p.readPlaced(paths[0], o)
		a.o.Post(func() {
			switch {
			case errors.Is(err, ErrLocked):
				a.unlock(paths, true)
				return
			case err != nil:
				a.report(err)
			default:
				a.check([]*Import{i})
			}
			a.unlock(paths[1:], false)
		})
	})
}

func (a *App) paste() error {
	if a.Hooks.Paste == nil {
		return nil
	}
	i, err := ReadPasted(a.Hooks.Paste())
	if err != nil {
		return fmt.Errorf("pasting: %w", err)
	}
	if err := a.Propose(i); err != nil {
		return err
	}
	a.check([]*Import{i})
	return nil
}

// check shows the import check of what was read, behind what is being checked already. A text that waits there is turned
// to as it is: what a person set right in it is not lost because its file was opened again.
func (a *App) check(read []*Import) {
	if len(read) == 0 {
		return
	}
	tab := &Importing{}
	if open, ok := a.find(tab.Key()).(*Importing); ok {
		tab.Imports = slices.Clone(open.Imports)
	}
	first := -1
	for _, i := range read {
		at := slices.IndexFunc(tab.Imports, i.isSameFile)
		if at < 0 {
			at, tab.Imports = len(tab.Imports), append(tab.Imports, i)
		}
		if first < 0 {
			first = at
		}
	}
	tab.turn(first)
	a.Show(tab)
}

// isSameFile reports whether another text was read from the same file, or pasted with the same words.
func (i *Import) isSameFile(o *Import) bool {
	return i.Path == o.Path && i.Name == o.Name && len(i.Bytes) > 0 && bytes.Equal(i.Bytes, o.Bytes)
}

// Accept keeps the text whose import is checked, and goes on to the next or shows what was kept.
func (a *App) Accept() error {
	tab, now := a.checking()
	if now == nil {
		return nil
	}
	t, already, err := a.Add(now)
	if err != nil {
		return err
	}
	a.keptFrom(now.Path, t.ID)
	a.nextImport(tab)
	tab.follow(now, t)
	if already {
		a.tell("status.already", t.Name())
	} else {
		a.tell("status.imported", t.Name())
	}
	if len(tab.Imports) > 0 {
		return nil
	}
	return a.OpenText(t.ID)
}

// follow lets the texts that wait go to the series that was made for one of the same title.
func (t *Importing) follow(kept *Import, text Text) {
	for _, i := range t.Imports {
		if i.Place.Series == 0 && kept.Place.Series == 0 && resolution.Fold(i.Place.Title) == resolution.Fold(kept.Place.Title) {
			i.Place.Series, i.Place.Text, i.Place.Why = text.Series, text.ID, PlacedByTitle
		}
	}
}

// SkipImport leaves the text whose import is checked out.
func (a *App) SkipImport() {
	if tab, ok := a.Current().(*Importing); ok {
		a.nextImport(tab)
		a.changed()
	}
}

func (a *App) skip() error {
	a.SkipImport()
	return nil
}

func (a *App) nextImport(tab *Importing) {
	tab.Imports = append(tab.Imports[:tab.Current:tab.Current], tab.Imports[tab.Current+1:]...)
	if len(tab.Imports) == 0 {
		a.closeKey(tab.Key())
		return
	}
	tab.turn(tab.Current)
}
