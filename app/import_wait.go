package app

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// What waits in the import check is kept in the library as unfinished work, so that a crash loses no correction: what a
// person set right under one key for each window, the sources under keys of their own, written once.
const (
	waitingKey = "import "
	sourceKey  = "import-source "
)

// mostWaiting is how many bytes of sources are kept; of what waits beyond that only the files' names are.
const mostWaiting = 48 << 20

// waiting is what is kept of one text that is checked.
type waiting struct {
	Name, Path, Source string // Source is the key of the bytes, "" where they are not kept
	Locked             bool   // its password is not kept
	Corrections        []ImportCorrection
	Symbol, Date       string
	Session            int
	Language           resolution.Language
	Stage              resolution.Stage
	Place              Place
}

// waitingList is what one window checks.
type waitingList struct {
	Current int
	Texts   []waiting
}

// keptCheck is what was kept last of the check of this window.
type keptCheck struct {
	key     string
	last    string          // as it was written, or was to be
	sources map[string]bool // that were written
}

// KeepCheck keeps what waits in the import check, where anything of it changed.
func (a *App) KeepCheck() { a.report(a.keepCheck()) }

func (a *App) keepCheck() error {
	if a.library == nil || a.ReadOnly() {
		return nil
	}
	tab, _ := a.find((&Importing{}).Key()).(*Importing)
	if tab == nil || len(tab.Imports) == 0 {
		return a.dropCheck(nil)
	}
	list, sources, kept := waitingList{Current: tab.Current}, map[string]bool{}, 0
	for _, i := range tab.Imports {
		w := i.waiting()
		if kept += len(i.Bytes); !w.Locked && kept <= mostWaiting {
			w.Source = i.sourceKey()
			if err := a.keepSource(w.Source, i.Bytes); err != nil {
				return err
			}
			sources[w.Source] = true
		}
		list.Texts = append(list.Texts, w)
	}
	data, err := json.Marshal(list)
	if err != nil {
		return fmt.Errorf("keeping what is being checked: %w", err)
	}
	if string(data) == a.waits.last {
		return nil
	}
	a.waits.last = string(data) // what cannot be kept is told of once
	if a.waits.key == "" {
		a.waits.key = waitingKey + rand.Text()
	}
	if err := a.library.SaveWork(storage.Work{Key: a.waits.key, Data: data, Saved: a.o.Now()}); err != nil {
		return fmt.Errorf("keeping what is being checked: %w", err)
	}
	return a.dropSources(sources)
}

func (a *App) keepSource(key string, source []byte) error {
	if a.waits.sources[key] {
		return nil
	}
	if err := a.library.SaveWork(storage.Work{Key: key, Data: source, Saved: a.o.Now()}); err != nil {
		return fmt.Errorf("keeping what is being checked: %w", err)
	}
	if a.waits.sources == nil {
		a.waits.sources = map[string]bool{}
	}
	a.waits.sources[key] = true
	return nil
}

// dropCheck forgets what was kept of a check that has come to its end.
func (a *App) dropCheck(but map[string]bool) error {
	if a.waits.key != "" {
		if err := a.library.DropWork(a.waits.key); err != nil {
			return fmt.Errorf("forgetting what was checked: %w", err)
		}
	}
	a.waits.key, a.waits.last = "", ""
	return a.dropSources(but)
}

// dropSources forgets the sources of what does not wait any more.
func (a *App) dropSources(but map[string]bool) error {
	for key := range a.waits.sources {
		if but[key] {
			continue
		}
		if err := a.library.DropWork(key); err != nil {
			return fmt.Errorf("forgetting what was checked: %w", err)
		}
		delete(a.waits.sources, key)
	}
	return nil
}

func (i *Import) waiting() waiting {
	d := i.Draft
	return waiting{
		Name: i.Name, Path: i.Path, Locked: i.password != "", Corrections: i.Corrections,
		Symbol: d.Symbol, Date: d.Date, Session: d.Session, Language: d.Language, Stage: d.Stage, Place: i.Place,
	}
}

// sourceKey is the key of its bytes. It is made once.
func (i *Import) sourceKey() string {
	if i.source == "" {
		sum := sha256.Sum256(i.Bytes)
		i.source = sourceKey + hex.EncodeToString(sum[:12])
	}
	return i.source
}

// isCheck reports whether a piece of unfinished work is of the import check.
func isCheck(w storage.Work) bool {
	return strings.HasPrefix(w.Key, waitingKey) || strings.HasPrefix(w.Key, sourceKey)
}

// resumeCheck reads what waited in the import check when the program ended, makes the corrections again and shows it.
func (a *App) resumeCheck() error {
	works, err := a.library.Works()
	if err != nil {
		return fmt.Errorf("looking for texts that were being checked: %w", err)
	}
	var lists []waitingList
	var keys []string
	sources := map[string][]byte{}
	for _, w := range works {
		var l waitingList
		switch {
		case strings.HasPrefix(w.Key, sourceKey):
			sources[w.Key] = w.Data
		case strings.HasPrefix(w.Key, waitingKey) && json.Unmarshal(w.Data, &l) == nil:
			lists, keys = append(lists, l), append(keys, w.Key)
		}
	}
	if len(lists) == 0 {
		return nil
	}
	a.resume(lists, sources, func() { a.takeOver(keys, sources) })
	return nil
}

// takeOver makes what was kept by windows that ended that of this one.
func (a *App) takeOver(keys []string, sources map[string][]byte) {
	if a.waits.sources == nil {
		a.waits.sources = map[string]bool{}
	}
	for key := range sources {
		a.waits.sources[key] = true
	}
	a.KeepCheck()
	for _, key := range keys {
		a.report(a.library.DropWork(key))
	}
}

// resume reads the texts of some lists again beside the window and shows them as they were corrected.
func (a *App) resume(lists []waitingList, sources map[string][]byte, then func()) {
	o, p := a.readOptions(""), a.placing()
	a.o.Go(func() {
		var read []*Import
		var locked []string
		var failed []error
		current := 0
		for n, l := range lists {
			for k, w := range l.Texts {
				i, err := p.readWaiting(w, sources[w.Source], o)
				switch {
				case errors.Is(err, ErrLocked):
					locked = append(locked, w.Path)
				case err != nil:
					failed = append(failed, err)
				default:
					if n == 0 && k == l.Current {
						current = len(read)
					}
					read = append(read, i)
				}
			}
		}
		a.o.Post(func() {
			a.check(read)
			if tab, now := a.checking(); now != nil && slices.Contains(tab.Imports, now) && current < len(read) {
				tab.turn(slices.Index(tab.Imports, read[current]))
			}
			if len(read) > 0 {
				a.tell("status.resumed-check", len(read))
			}
			then()
			a.report(errors.Join(failed...))
			if a.Hooks.AskPassword != nil {
				a.unlock(locked, false)
			}
		})
	})
}

// readWaiting reads a text that waited again, from what was kept of it or from its file, and makes what a person set right
// again.
func (p *placing) readWaiting(w waiting, source []byte, o ReadOptions) (*Import, error) {
	i, err := readSource(w, source, o)
	if err != nil {
		return nil, err
	}
	if p.placer == nil {
		p.placer = p.make()
	}
	if err := p.placer.place(i, p.untitled); err != nil {
		return nil, err
	}
	Redo(w.Corrections, i)
	d := &i.Draft
	d.Symbol, d.Date, d.Session, d.Language, d.Stage = w.Symbol, w.Date, w.Session, w.Language, w.Stage
	i.Place.Label, i.Place.Again = w.Place.Label, w.Place.Again
	if w.Place.Series == 0 || p.placer.hasSeries(w.Place.Series) {
		i.Place.Series, i.Place.Title = w.Place.Series, w.Place.Title
	}
	return i, nil
}

// hasSeries reports whether a series of the library has texts.
func (p *placer) hasSeries(id int64) bool {
	for _, t := range p.texts {
		if t.Series == id {
			return true
		}
	}
	return false
}

func readSource(w waiting, source []byte, o ReadOptions) (*Import, error) {
	switch {
	case source == nil && w.Path == "":
		return nil, fmt.Errorf("%s was being checked when the program ended: import it again", w.Name)
	case source == nil:
		return ReadFileWith(context.Background(), w.Path, o)
	case w.Name == "":
		return ReadPasted(string(source))
	}
	i, err := ReadBytesWith(context.Background(), w.Name, source, o)
	if err == nil {
		i.Path = w.Path
	}
	return i, err
}
