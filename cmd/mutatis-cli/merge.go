package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// merge takes over what another library has that this one lacks, and says what that was.
func merge(c *call) error {
	a, err := c.open()
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

func mergeJSON(a *app.App, other string, r app.MergeReport) map[string]any {
	conflicts := []map[string]any{}
	for _, x := range r.Conflicts {
		conflicts = append(conflicts, map[string]any{
			"kind": x.Kind, "name": x.Name, "paragraph": x.Paragraph, "ours": x.Ours, "theirs": x.Theirs, "kept": x.Kept,
		})
	}
	return map[string]any{
		"library": a.Path(), "other": other, "texts": r.Texts, "series": r.Series, "events": r.Events, "pairings": r.Pairings,
		"sources": r.Sources, "binned": r.Binned, "left": r.Left, "conflicts": conflicts, "backup": r.Backup.Path,
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
		if len(s.Table.Columns) > 0 {
			fmt.Fprintln(w, strings.Join(s.Table.Columns, " | "))
		}
		for _, row := range s.Table.Rows {
			fmt.Fprintln(w, strings.Join(cellTexts(row), " | "))
		}
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

// keepingCommands bring libraries together, copy them and bring copies back.
func keepingCommands() []command {
	var k keeping
	flags := func(f *flag.FlagSet) {
		f.BoolVar(&k.withoutSources, "without-sources", false, "")
		f.BoolVar(&k.forOthers, "for-others", false, "")
		f.BoolVar(&k.encrypt, "encrypt", false, "")
	}
	return []command{
		{"merge", "OTHER [--json]", "takes over what another library has; where they differ, the later word rules", 1, 1, nil, merge},
		{"backup", "FILE [--without-sources] [--for-others | --encrypt]", "a checked copy of the library; for others without anything private; encrypted with $MUTATIS_PASSPHRASE by age", 1, 1, flags,
			func(c *call) error { return backup(c, k) }},
		{"restore", "[BACKUP]", "lists the backups that were made by themselves; or puts one, or any copy, in the place of the library", 0, 1, nil, restore},
		{"decrypt", "FILE.age NEW", "opens an encrypted copy, with $MUTATIS_PASSPHRASE", 2, 2, nil, decrypt},
	}
}
