package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mutatis/storage"
)

// safekeeping is what the App does by itself so that nothing is lost.
type safekeeping struct {
	on    bool
	ctx   context.Context // ends when the App is closed
	stop  context.CancelFunc
	after time.Time // no backup is made by itself before
	busy  bool
	seen  int64 // the version of the library that is shown
}

const (
	backupEvery = time.Hour
	sliceSize   = 20                    // texts verified at a time
	slicePause  = 20 * time.Millisecond // between two slices, for others who want the library
	closeLimit  = 20 * time.Second      // how long closing waits for a backup
)

// KeepSafe begins what guards the library by itself: a backup when something was changed, at most every hour and when the
// App is closed; every text verified in the background; and what has been in the bin for thirty days deleted, once there is
// a backup. The window asks for it; a terminal does not.
func (a *App) KeepSafe() {
	if a.safe.on || a.ReadOnly() {
		return
	}
	a.safe.on = true
	a.safe.ctx, a.safe.stop = context.WithCancel(context.Background())
	library := a.library
	a.backUpSoon(func(ctx context.Context) error {
		if err := a.emptyBin(ctx, library); err != nil {
			return err
		}
		return a.verifySlowly(ctx, library)
	})
}

// backUpIfDue is called after each action of the person.
func (a *App) backUpIfDue() {
	if a.safe.on && !a.safe.busy && !a.o.Now().Before(a.safe.after) {
		a.backUpSoon(nil)
	}
}

// backUpSoon makes a backup in the background if something was changed, then does more.
func (a *App) backUpSoon(more func(context.Context) error) {
	a.safe.busy, a.safe.after = true, a.o.Now().Add(backupEvery)
	ctx, library := a.safe.ctx, a.library
	a.o.Go(func() {
		err := backUp(ctx, library, a.o.Now())
		if err == nil && more != nil {
			err = more(ctx)
		}
		a.o.Post(func() {
			a.safe.busy = false
			if ctx.Err() == nil {
				a.report(err)
			}
		})
	})
}

// backUp makes a backup unless the last one is young enough. Another window that is at it does for both.
func backUp(ctx context.Context, library *storage.Library, now time.Time) error {
	if last, ok := storage.LastBackup(library.Path()); ok && now.Sub(last.At) < backupEvery {
		return nil
	}
	_, _, err := library.Backup(ctx, "")
	if errors.Is(err, storage.ErrBackupRunning) {
		return nil
	}
	return err
}

// lastBackup makes a backup before the library is closed, if one is due.
func (a *App) lastBackup() error {
	if !a.safe.on {
		return nil
	}
	a.safe.stop()
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	err := backUp(ctx, a.library, a.o.Now())
	if ctx.Err() != nil {
		return nil // too large to wait for: it is made at the next start
	}
	return err
}

// verifySlowly reads every text again and compares it with what was stored, a few at a time.
func (a *App) verifySlowly(ctx context.Context, library *storage.Library) error {
	var found []storage.Finding
	checked := 0
	for after := int64(0); ; {
		last, findings, err := library.VerifySome(ctx, after, sliceSize)
		if err != nil {
			return err
		}
		found = append(found, findings...)
		if after = last; last == 0 {
			break
		}
		checked++
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(slicePause):
		}
	}
	if checked > 0 {
		a.o.Post(func() { a.tellVerified(found) })
	}
	return nil
}

// Look shows what another window changed since the last look. The window asks for it when it comes to the front and now and
// then.
func (a *App) Look() error {
	version, err := a.library.Version()
	if err != nil {
		return fmt.Errorf("looking for changes of another window: %w", err)
	}
	was := a.safe.seen
	if a.safe.seen = version; was == version || was == 0 {
		return nil
	}
	err = a.refresh()
	a.forgetGone()
	return err
}

// ShowChanges looks for changes of another window and shows them, or what went wrong, and whether a library that could not
// be written now can.
func (a *App) ShowChanges() {
	a.Regain()
	a.report(a.Look())
}

// forgetGone forgets what was read of texts that are not in the lists: one may have been deleted for good.
func (a *App) forgetGone() {
	for id := range a.drafts {
		if _, ok := a.Text(id); !ok {
			delete(a.drafts, id)
		}
	}
}

// Backup is a copy of the library that was made without being asked for.
type Backup = storage.Backup

// Backups lists the backups of the library, the newest first.
func (a *App) Backups() ([]Backup, error) { return storage.Backups(a.Path()) }

// BackupsOf lists the backups of a library that cannot be opened, or is not there.
func BackupsOf(library string) ([]Backup, error) { return storage.Backups(library) }

// BackUp makes a backup now.
func (a *App) BackUp() error {
	a.tell("status.backing-up")
	var b Backup
	var made bool
	a.workOr(func() (err error) {
		b, made, err = a.library.Backup(context.Background(), "")
		return err
	}, func() {
		if made {
			a.tell("status.backed-up", b.Path)
		} else {
			a.tell("status.backed-up-already", later(func(w Words) string { return w.Moment(b.At) }))
		}
		a.report(a.refreshSafekeeping())
	}, func() { a.tell("status.not-backed-up") })
	return nil
}

// Restore puts a backup in the place of the library. It can be undone: what stood there is kept first.
func (a *App) Restore(path string) { a.restoreFrom(path, "") }

func (a *App) restoreFrom(path, passphrase string) {
	a.restore(path, passphrase, func(kept Backup) {
		if kept.Why == storage.Damaged {
			a.tell("status.restored-damaged", kept.Path)
			return
		}
		if kept.Path != "" {
			a.did("undo.restore", func() error { a.restore(kept.Path, "", func(Backup) {}); return nil })
		}
		a.tell("status.restored", later(func(Words) string { return a.backupName(path) }))
	})
}

func (a *App) restore(path, passphrase string, then func(kept Backup)) {
	var kept Backup
	a.work(func() (err error) {
		plain, done, err := plainOf(a.Path(), path, passphrase)
		if err != nil {
			return err
		}
		defer done()
		kept, err = storage.Restore(context.Background(), a.Path(), plain, storage.Options{Now: a.o.Now})
		return err
	}, func() {
		_, wasOpen := a.find((&Safekeeping{}).Key()).(*Safekeeping)
		if err := a.reopen(); err != nil {
			a.report(err)
			return
		}
		if wasOpen {
			a.report(a.showSafekeeping())
		}
		then(kept)
	})
}

// reopen reads the library anew, as if the program had just been started: what was read before may be of another library now.
func (a *App) reopen() error {
	fresh, err := Open(a.Path(), a.o)
	if err != nil {
		return err
	}
	old := *a
	*a = *fresh
	a.Words, a.Hooks, a.HideChanges, a.ShowOrigins, a.safe = old.Words, old.Hooks, old.HideChanges, old.ShowOrigins, old.safe
	a.commands = commandTable(a)
	if err := old.library.Close(); err != nil {
		return err
	}
	if err := a.Resume(); err != nil {
		return err
	}
	a.changed()
	return nil
}
