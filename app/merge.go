package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// MergeReport says what a merge did.
type MergeReport = storage.MergeReport

// Merged shows what a merge did and where the libraries differed.
type Merged struct {
	Path   string // the other library
	Report MergeReport
	stamp  storage.Hash // of this library when the merge was done
}

// Key of the tab: one for each library that was merged.
func (t *Merged) Key() string { return "merged " + t.Path }

// Name of the tab.
func (t *Merged) Name(w Words) string { return w.Say("tab.merged", filepath.Base(t.Path)) }

func (a *App) askMerge() error {
	if a.Hooks.PickLibrary != nil {
		a.Hooks.PickLibrary(a.Say("pick.merge"), func(path string) {
			a.askOpening(path, func(passphrase string) { a.mergeFrom(path, passphrase) })
		})
	}
	return nil
}

// MergeLibrary takes over what another library has, in the background, and shows what that was. It can be undone as long
// as nothing else was changed.
func (a *App) MergeLibrary(path string) { a.mergeFrom(path, "") }

func (a *App) mergeFrom(path, passphrase string) {
	a.tell("status.merging", path)
	t := &Merged{Path: path}
	a.workOr(func() (err error) {
		plain, done, err := plainOf(a.Path(), path, passphrase)
		if err != nil {
			return err
		}
		defer done()
		if t.Report, err = a.library.Merge(context.Background(), plain); err == nil {
			t.stamp, err = a.library.Stamp()
		}
		return err
	}, func() {
		a.tell("status.merged", t.Report.Texts, len(t.Report.Conflicts))
		if t.Undoable() {
			a.did("undo.merge", func() error { return a.undoMerge(t) })
		}
		a.report(a.refresh())
		a.Show(t)
	}, func() { a.tell("status.not-merged", path) })
}

// Undoable reports whether the merge changed anything, so that it can be taken back.
func (t *Merged) Undoable() bool { return t.Report.Changed() && t.Report.Backup.Path != "" }

// TakeBackMerge undoes a merge from its report. Where other actions came after it they are taken back first, one by one, by
// Undo: so it says whether this is the last one.
func (a *App) TakeBackMerge(t *Merged) {
	err := a.undoMerge(t)
	if errors.Is(err, errOutdated) {
		a.forgetUndo("undo.merge")
	}
	a.report(err)
}

// forgetUndo drops the last action of a kind from what can be taken back.
func (a *App) forgetUndo(label string) {
	for i := len(a.undo) - 1; i >= 0; i-- {
		if a.undo[i].label == label {
			a.undo = append(a.undo[:i:i], a.undo[i+1:]...)
			return
		}
	}
}

// errOutdated says that an action cannot be taken back any more because of what was done since.
var errOutdated = errors.New("the library was changed since, in this window or another one")

// undoMerge puts the backup that was made before a merge in the place of the library, if nothing was changed since.
func (a *App) undoMerge(t *Merged) error {
	now, err := a.library.Stamp()
	if err != nil {
		return err
	}
	when := a.Words.Moment(t.Report.Backup.At)
	if now != t.stamp {
		return &trouble{a.Say("merge.outdated", when), errOutdated}
	}
	if _, err := os.Stat(t.Report.Backup.Path); err != nil {
		return &trouble{a.Say("merge.no-backup", when), errOutdated}
	}
	tabs, current, undo := a.tabs, a.current, a.undo
	a.restore(t.Report.Backup.Path, "", func(Backup) {
		a.keepTabs(tabs, current, t.Key())
		a.undo = undo
		a.forgetUndo("undo.merge")
		a.tell("status.merge-undone", when)
		a.report(a.refresh())
	})
	return nil
}

// keepTabs opens the tabs again that were open before the library was read anew, but for one: its texts have the ids that
// they had.
func (a *App) keepTabs(tabs []Tab, current int, without string) {
	for i, t := range tabs {
		if t.Key() == without {
			continue
		}
		if _, ok := t.(*Editing); ok {
			continue // it was read anew with the library
		}
		a.put(t)
		if i == current {
			defer func() { a.Select(a.indexOf(t.Key())) }()
		}
	}
}

func (a *App) indexOf(key string) int {
	return slices.IndexFunc(a.tabs, func(t Tab) bool { return t.Key() == key })
}

// Merge takes over what another library has, at once: for the terminal.
func (a *App) Merge(path string) (MergeReport, error) {
	r, err := a.library.Merge(context.Background(), path)
	if err != nil {
		return r, err
	}
	return r, a.refresh()
}

// List draws up what a merge did, for the screen, the terminal and the printer.
func (t *Merged) List(w Words) resolution.Report {
	r := resolution.Report{Title: t.Name(w), Subtitle: t.Path, Language: resolution.Language(w.Language)}
	r.Sections = append(r.Sections, resolution.Section{Text: mergeLines(t.Report, w)})
	if len(t.Report.Conflicts) > 0 {
		r.Sections = append(r.Sections, conflictSection(t.Report.Conflicts, w))
	}
	return r
}

// mergeLines says what was taken over, leaving out what there was none of.
func mergeLines(r MergeReport, w Words) (lines []string) {
	for _, x := range []struct {
		key string
		n   int
	}{
		{"merge.texts", r.Texts}, {"merge.series", r.Series}, {"merge.events", r.Events}, {"merge.pairings", r.Pairings},
		{"merge.notes", r.Notes}, {"merge.basket", r.Basket}, {"merge.sources", r.Sources}, {"merge.binned", r.Binned}, {"merge.left", r.Left},
	} {
		if x.n > 0 {
			lines = append(lines, w.Say(x.key, x.n))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, w.Say("merge.nothing"))
	}
	return lines
}

func conflictSection(all []storage.Conflict, w Words) resolution.Section {
	s := resolution.Section{Heading: w.Say("merge.conflicts", len(all)), Table: resolution.ReportTable{Columns: []string{
		w.Say("merge.what"), w.Say("merge.here"), w.Say("merge.there"), w.Say("merge.kept"),
	}}}
	for _, c := range all {
		var row [][]resolution.Run
		for _, text := range []string{conflictName(c, w), conflictValue(c, c.Ours, w), conflictValue(c, c.Theirs, w), conflictValue(c, c.Kept, w)} {
			row = append(row, []resolution.Run{{Text: text}})
		}
		s.Table.Rows = append(s.Table.Rows, row)
	}
	return s
}

func conflictName(c storage.Conflict, w Words) string {
	name := w.Say("conflict." + c.Kind)
	if c.Name != "" {
		name += ": " + versionName(c.Name, c.Language, w)
	}
	if c.Kind == storage.ConflictStatus {
		name += fmt.Sprintf(", %s", w.Say("conflict.paragraph", c.Paragraph+1))
	}
	return name
}

// versionName is what a text is known by where its language versions bear one symbol.
func versionName(name, language string, w Words) string {
	if language == "" {
		return name
	}
	return name + " (" + w.Say("language."+language) + ")"
}

// conflictValue says a value in words: those of people stand as they are.
func conflictValue(c storage.Conflict, value string, w Words) string {
	switch {
	case value == "":
		return w.Say("conflict.none")
	case c.Kind == storage.ConflictStatus:
		return w.Say("agreement." + value)
	case c.Kind == storage.ConflictBin || c.Kind == storage.ConflictPairing:
		return w.Say("conflict." + value)
	}
	return value
}
