package app

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"mutatis/storage"
)

// Safekeeping shows the backups and the bin.
type Safekeeping struct {
	Backups []Backup
	Bin     []Binned
}

// Key of the one tab there is.
func (t *Safekeeping) Key() string { return "safekeeping" }

// Name of the tab.
func (t *Safekeeping) Name(w Words) string { return w.Say("tab.safekeeping") }

// SafetyCommands are the commands that keep the library, copy it and bring libraries together.
func (a *App) SafetyCommands() []Command {
	file := func(id string, enabled func() bool, run func() error) Command {
		return Command{ID: id, Label: id, Menu: "file", Enabled: enabled, Run: run}
	}
	return []Command{
		file("file.safekeeping", always, a.showSafekeeping),
		file("file.backup", a.writable, a.BackUp),
		file("file.restore", a.writable, a.askRestore),
		file("file.merge", a.writable, a.askMerge),
		file("file.copy-without-sources", always, func() error { return a.askSpecialCopy("library.mutatis", storage.CopyOptions{WithoutSources: true}) }),
		file("file.copy-encrypted", always, a.askEncrypted),
		file("file.copy-for-others", always, a.askForOthers),
		file("file.open-encrypted", always, a.askOpenEncrypted),
	}
}

func (a *App) showSafekeeping() error {
	t := &Safekeeping{}
	if err := t.read(a); err != nil {
		return err
	}
	a.Show(t)
	return nil
}

func (t *Safekeeping) read(a *App) (err error) {
	if t.Backups, err = a.Backups(); err != nil {
		return err
	}
	t.Bin, err = a.Bin()
	return err
}

// refreshSafekeeping reads the open list anew.
func (a *App) refreshSafekeeping() error {
	t, ok := a.find((&Safekeeping{}).Key()).(*Safekeeping)
	if !ok {
		return nil
	}
	err := t.read(a)
	a.changed()
	return err
}

func (a *App) askRestore() error {
	if a.Hooks.PickLibrary != nil && a.Hooks.Confirm != nil {
		a.Hooks.PickLibrary(a.Say("pick.restore"), a.AskRestore)
	}
	return nil
}

// AskRestore restores a backup, or any copy, if the person means it. An encrypted one is asked its passphrase.
func (a *App) AskRestore(path string) {
	if a.Hooks.Confirm == nil {
		return
	}
	a.askOpening(path, func(passphrase string) {
		a.Hooks.Confirm(a.Say("restore.sure", a.backupName(path)), func() { a.restoreFrom(path, passphrase) })
	})
}

// backupName is what a person knows a copy by: when a backup was made, the name of any other file.
func (a *App) backupName(path string) string {
	if all, err := a.Backups(); err == nil {
		for _, b := range all {
			if b.Path == path {
				return a.Words.BackupWords(b)
			}
		}
	}
	return filepath.Base(path)
}

// askSpecialCopy asks for a place and saves a copy there.
func (a *App) askSpecialCopy(name string, o storage.CopyOptions) error {
	return a.askPlace(name, func(path string) error { return a.library.SaveCopyWith(context.Background(), path, o) })
}

func (a *App) askForOthers() error {
	return a.askPlace("library-for-others.mutatis", func(path string) error {
		return a.library.SaveForOthers(context.Background(), path, false)
	})
}

func (a *App) askPlace(name string, save func(path string) error) error {
	if a.Hooks.PickPlace == nil {
		return nil
	}
	a.Hooks.PickPlace(name, func(path string) {
		a.tell("status.copying", path)
		a.workOr(func() error { return save(path) }, func() { a.tell("status.copied", path) }, func() { a.tell("status.not-copied", path) })
	})
	return nil
}

// askEncrypted asks for the passphrase twice: it cannot be read while it is written, and a copy with a slip in it is lost.
func (a *App) askEncrypted() error {
	a.askPassphrase("enter.passphrase", func(first string) error {
		a.askPassphrase("enter.passphrase-again", func(second string) error {
			if first != second {
				return errors.New("the passphrases are not the same: begin again")
			}
			return a.askSpecialCopy("library.mutatis.age", storage.CopyOptions{Passphrase: first})
		})
		return nil
	})
	return nil
}

func (a *App) askPassphrase(title string, then func(passphrase string) error) {
	if a.Hooks.EnterSecret == nil {
		return
	}
	a.Hooks.EnterSecret(a.Say(title), func(words string) {
		if strings.TrimSpace(words) == "" {
			a.report(storage.ErrNoPassphrase)
			return
		}
		a.report(then(words))
	})
}

// askOpenEncrypted decrypts a copy into a file that the person names. The library that is open stays open.
func (a *App) askOpenEncrypted() error {
	if a.Hooks.PickLibrary == nil {
		return nil
	}
	a.Hooks.PickLibrary(a.Say("pick.encrypted"), func(from string) {
		a.askPassphrase("enter.passphrase", func(passphrase string) error {
			name := strings.TrimSuffix(filepath.Base(from), ".age")
			return a.askPlace(name, func(path string) error {
				return storage.OpenEncrypted(context.Background(), from, passphrase, path)
			})
		})
	})
	return nil
}

// SaveCopy saves a copy of the library, at once: for the terminal.
func (a *App) SaveCopy(path string, o storage.CopyOptions) error {
	return a.library.SaveCopyWith(context.Background(), path, o)
}

// SaveForOthers saves a copy without anything private, at once.
func (a *App) SaveForOthers(path string, withoutSources bool) error {
	return a.library.SaveForOthers(context.Background(), path, withoutSources)
}

// BackupWords says what a backup is, in a line.
func (w Words) BackupWords(b Backup) string {
	line := w.Moment(b.At)
	if b.Texts >= 0 {
		line += " · " + w.Say("backup.texts", b.Texts)
	} else {
		line += " · " + w.Say("backup.unreadable")
	}
	if b.Why != "" {
		line += " · " + w.Say("backup."+b.Why)
	}
	return line + " · " + w.Megabytes(b.Size)
}
