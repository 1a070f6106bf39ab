package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// MergeReport says what a merge did.
type MergeReport = storage.MergeReport

// Merged shows what a merge did and where the libraries differed.
type Merged struct {
	Path   string // the other library
	Report MergeReport
}

// Key of the tab: one for each library that was merged.
func (t *Merged) Key() string { return "merged " + t.Path }

// Name of the tab.
func (t *Merged) Name(w Words) string { return w.Say("tab.merged", filepath.Base(t.Path)) }

func (a *App) askMerge() error {
	if a.Hooks.PickFiles != nil {
		a.Hooks.PickFiles(func(paths []string) {
			if len(paths) > 0 {
				a.MergeLibrary(paths[0])
			}
		})
	}
	return nil
}

// MergeLibrary takes over what another library has, in the background, and shows what that was.
func (a *App) MergeLibrary(path string) {
	a.tell("status.merging", path)
	t := &Merged{Path: path}
	a.work(func() (err error) {
		t.Report, err = a.library.Merge(context.Background(), path)
		return err
	}, func() {
		a.tell("status.merged", t.Report.Texts, len(t.Report.Conflicts))
		a.report(errors.Join(a.refresh(), a.refreshSafekeeping()))
		a.Show(t)
	})
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
		{"merge.sources", r.Sources}, {"merge.binned", r.Binned}, {"merge.left", r.Left},
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
		name += ": " + c.Name
	}
	if c.Kind == storage.ConflictStatus {
		name += fmt.Sprintf(", %s", w.Say("conflict.paragraph", c.Paragraph+1))
	}
	return name
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
