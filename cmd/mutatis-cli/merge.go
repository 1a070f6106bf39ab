package main

import (
	"fmt"
	"io"
	"os"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/storage"
)

// merge takes over what another library has that this one lacks, and says what that was.
func merge(c *call) error {
	if err := isLibrary(c.names[0]); err != nil { // before a library is made for it
		return err
	}
	a, err := c.openOrMake()
	if err != nil {
		return err
	}
	defer a.Close()
	r, err := a.Merge(c.names[0])
	if err != nil {
		return err
	}
	if c.json {
		return c.print(mergeJSON(a, c.names[0], r))
	}
	printReport(c.out, (&app.Merged{Path: c.names[0], Report: r}).List(a.Words))
	return nil
}

// isLibrary refuses a file that cannot be a library by its beginning.
func isLibrary(path string) error {
	_, err := os.Stat(path)
	switch {
	case err != nil:
		return fmt.Errorf("there is no library %s to merge: check the name", path)
	case isFolder(path):
		return fmt.Errorf("%s: %w", path, storage.ErrFolder)
	case isEncrypted(path):
		return fmt.Errorf("%s is an encrypted copy: open it first, mutatis-cli decrypt %s NEW, and merge that", path, path)
	case !begins(path, "SQLite format 3\x00"):
		return fmt.Errorf("%s: %w", path, storage.ErrForeign)
	}
	return nil
}

func mergeJSON(a *app.App, other string, r app.MergeReport) map[string]any {
	conflicts := []map[string]any{}
	for _, x := range r.Conflicts {
		conflicts = append(conflicts, map[string]any{
			"kind": x.Kind, "name": x.Name, "paragraph": x.Paragraph, "ours": x.Ours, "theirs": x.Theirs, "kept": x.Kept,
		})
	}
	return map[string]any{
		"library": a.Path(), "other": other, "texts": r.Texts, "series": r.Series, "events": r.Events, "pairings": r.Pairings,
		"notes": r.Notes, "basket": r.Basket, "sources": r.Sources, "binned": r.Binned, "left": r.Left, "conflicts": conflicts, "backup": r.Backup.Path,
	}
}

// printReport prints the texts and tables of a report.
func printReport(w io.Writer, r resolution.Report) {
	fmt.Fprintln(w, r.Title)
	for _, s := range r.Sections {
		if s.Heading != "" {
			fmt.Fprintf(w, "\n%s\n", s.Heading)
		}
		for _, line := range s.Text {
			fmt.Fprintln(w, line)
		}
		var rows [][]string
		if len(s.Table.Columns) > 0 {
			rows = append(rows, s.Table.Columns)
		}
		for _, row := range s.Table.Rows {
			rows = append(rows, cellTexts(row))
		}
		fmt.Fprint(w, table(rows, ""))
	}
}

func cellTexts(row [][]resolution.Run) (texts []string) {
	for _, cell := range row {
		text := ""
		for _, run := range cell {
			text += run.Text
		}
		texts = append(texts, text)
	}
	return texts
}

// keeping holds the flags of the commands that copy a library.
type keeping struct{ withoutSources, forOthers, encrypt bool }

// copying are the flags of backup.
var copying = []option{
	{"without-sources", "", nil, "leaves out the imported files", func(c *call) any { return &c.withoutSources }},
	{"for-others", "", nil, "leaves out what is private: notes, positions, instructions, the basket", func(c *call) any { return &c.forOthers }},
	{"encrypt", "", nil, "encrypted by age, with the passphrase in $MUTATIS_PASSPHRASE", func(c *call) any { return &c.encrypt }},
}
