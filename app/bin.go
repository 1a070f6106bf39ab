package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"mutatis/storage"
)

// binDays is how long a text stays in the bin.
const binDays = 30

// Binned is a text in the bin.
type Binned struct {
	Text Text
	At   time.Time // when it was put there
	Goes time.Time // when it is deleted for good
}

// Bin lists the texts in the bin, what goes first first.
func (a *App) Bin() ([]Binned, error) {
	all, err := a.library.Bin()
	if err != nil {
		return nil, fmt.Errorf("looking into the bin: %w", err)
	}
	var bin []Binned
	for _, b := range all {
		bin = append(bin, Binned{textOf(b.Draft), b.At, b.At.AddDate(0, 0, binDays)})
	}
	return bin, nil
}

// TakeOut takes a text out of the bin. It can be undone.
func (a *App) TakeOut(id int64) error {
	if err := a.library.Restore(id); err != nil {
		return fmt.Errorf("taking the text out of the bin: %w", err)
	}
	a.did("undo.take-out", func() error { return a.library.Trash(id) })
	err := a.refresh()
	if t, ok := a.Text(id); ok {
		a.tell("status.taken-out", t.Name())
	}
	return err
}

// AskPurge deletes texts that are in the bin for good, if the person means it.
func (a *App) AskPurge(ids ...int64) {
	question := a.Say("purge.sure", len(ids))
	if name := a.binnedName(ids); name != "" {
		question = a.Say("purge.sure-one", name)
	}
	a.sure(question, a.Say("purge.yes"), a.Say("cancel"), func() { a.report(a.Purge(ids...)) })
}

// binnedName is what the one text of ids is called that is in the bin; "" where there are several.
func (a *App) binnedName(ids []int64) string {
	bin, err := a.Bin()
	for _, b := range bin {
		if err == nil && len(ids) == 1 && b.Text.ID == ids[0] {
			return b.Text.Name()
		}
	}
	return ""
}

// sure asks before something that no undo brings back.
func (a *App) sure(question, yes, no string, then func()) {
	switch {
	case a.Hooks.Sure != nil:
		a.Hooks.Sure(question, yes, no, then)
	case a.Hooks.Confirm != nil:
		a.Hooks.Confirm(question, then)
	}
}

// Purge deletes texts that are in the bin for good; it cannot be undone. Where backups hold them too, the person is asked
// whether they are to be deleted there as well.
func (a *App) Purge(ids ...int64) error {
	uids, err := a.purgeable(ids)
	if err != nil {
		return err
	}
	if err := a.dropFromBasket(ids); err != nil {
		return err
	}
	if err := a.library.Purge(context.Background(), ids...); err != nil {
		return fmt.Errorf("deleting for good: %w", err)
	}
	for _, id := range ids {
		delete(a.drafts, id)
	}
	a.tell("status.purged", len(ids))
	if err := a.refresh(); err != nil {
		return err
	}
	return a.askPurgeBackups(uids)
}

// dropFromBasket takes the words of texts out of the basket, which else outlive them there.
func (a *App) dropFromBasket(ids []int64) error {
	all, err := a.Basket()
	if err != nil {
		return err
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(f Found) bool { return f.Text != 0 && slices.Contains(ids, f.Text) })
	if len(kept) == len(all) {
		return nil
	}
	if err := a.setBasket(kept); err != nil {
		return fmt.Errorf("taking the words out of the basket: %w", err)
	}
	return a.refreshBaskets()
}

// purgeable finds the uids of texts that may be deleted for good: an unfinished draft that was made from one holds its words.
func (a *App) purgeable(ids []int64) (uids []storage.UID, err error) {
	held, err := heldByWork(a.library)
	if err != nil {
		return nil, err
	}
	bin, err := a.library.Bin()
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if label, ok := held[id]; ok {
			return nil, fmt.Errorf("the unfinished draft “%s” was made from this text and holds its words: save or discard that draft first", label)
		}
		for _, b := range bin {
			if b.Draft.ID == id {
				uids = append(uids, b.Draft.UID)
			}
		}
	}
	return uids, nil
}

// heldByWork are the texts that unfinished drafts were made from, and what these are called.
func heldByWork(library *storage.Library) (map[int64]string, error) {
	works, err := library.Works()
	if err != nil {
		return nil, fmt.Errorf("looking for unfinished drafts: %w", err)
	}
	held := map[int64]string{}
	for _, w := range works {
		var k working
		if json.Unmarshal(w.Data, &k) == nil {
			held[k.Base] = k.Label
		}
	}
	return held, nil
}

func (a *App) askPurgeBackups(uids []storage.UID) error {
	with, err := storage.BackupsWith(a.Path(), uids...)
	if err != nil || len(with) == 0 {
		return err
	}
	a.sure(a.Say("purge.backups", len(with)), a.Say("purge.backups-yes"), a.Say("purge.backups-no"), func() {
		a.work(func() error { return purgeBackups(with, uids) }, func() {
			a.tell("status.purged-backups", len(with))
			a.report(a.refreshSafekeeping())
		})
	})
	return nil
}

func purgeBackups(with []Backup, uids []storage.UID) error {
	var failed []error
	for _, b := range with {
		failed = append(failed, storage.PurgeBackup(context.Background(), b.Path, uids...))
	}
	return errors.Join(failed...)
}

// emptyBin deletes for good what has been in the bin for its thirty days, but for what an unfinished draft was made from.
// There is a backup of it all before.
func (a *App) emptyBin(ctx context.Context, library *storage.Library) error {
	bin, err := library.Bin()
	if err != nil {
		return err
	}
	held, err := heldByWork(library)
	if err != nil {
		return err
	}
	var due []int64
	for _, b := range bin {
		if _, ok := held[b.Draft.ID]; !ok && !a.o.Now().Before(b.At.AddDate(0, 0, binDays)) {
			due = append(due, b.Draft.ID)
		}
	}
	if len(due) == 0 {
		return library.Tidy(ctx)
	}
	if _, _, err := library.Backup(ctx, ""); err != nil {
		return err
	}
	if err := library.Purge(ctx, due...); err != nil {
		return err
	}
	a.o.Post(func() {
		a.forgetGone()
		a.tell("status.purged", len(due))
	})
	return nil
}

// takeUp opens a draft again that was dropped.
func (a *App) takeUp(e *Editing) error {
	if err := a.keepWork(e); err != nil {
		return err
	}
	a.put(e)
	return nil
}
