package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// added is what became of one file.
type added struct {
	File   string       `json:"file"`
	Text   app.TextJSON `json:"text"`
	Status string       `json:"status"` // "added", "already there", "refused"
	Error  string       `json:"error,omitempty"`
	Doubts int          `json:"problems"`
}

// add imports files. One that is refused is told of and the others go on; the program then ends with 2.
func add(c *call, o choice) error {
	files, err := expand(c.names)
	if err != nil {
		return err
	}
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	results := []added{}
	refused := 0
	for i, file := range files {
		progress(c, i+1, len(files), file)
		r := addFile(a, c, o, file)
		if r.Status == "refused" {
			refused++
		}
		results = append(results, r)
	}
	return tellAdded(c, results, refused)
}

func tellAdded(c *call, results []added, refused int) error {
	if c.json {
		if err := c.print(map[string]any{"files": results}); err != nil {
			return err
		}
	} else {
		for _, r := range results {
			printAdded(c, r)
		}
	}
	if refused > 0 {
		return fmt.Errorf("%d of %d files were not added: see above", refused, len(results))
	}
	return nil
}

func printAdded(c *call, r added) {
	switch {
	case r.Status == "refused":
		fmt.Fprintln(c.err, r.Error)
	case r.Doubts > 0:
		fmt.Fprintf(c.out, "%s: %s as %d %s, %d places to look at: mutatis-cli read %s\n", r.File, r.Status, r.Text.ID, r.Text.Symbol, r.Doubts, r.File)
	default:
		fmt.Fprintf(c.out, "%s: %s as %d %s\n", r.File, r.Status, r.Text.ID, r.Text.Symbol)
	}
}

func addFile(a *app.App, c *call, o choice, file string) added {
	refuse := func(err error) added { return added{File: file, Status: "refused", Error: err.Error()} }
	i, err := app.ReadFile(file)
	if err != nil {
		return refuse(err)
	}
	if err := o.apply(i, c.language); err != nil {
		return refuse(fmt.Errorf("%s: %w", file, err))
	}
	if err := a.Propose(i); err != nil {
		return refuse(err)
	}
	o.place(a, i)
	t, already, err := a.Add(i)
	if err != nil {
		return refuse(err)
	}
	r := added{File: file, Text: a.TextJSON(t), Status: "added", Doubts: len(i.Problems)}
	if already {
		r.Status = "already there"
	}
	return r
}

// apply sets what the person knows better than the reader.
func (o choice) apply(i *app.Import, language string) error {
	d := &i.Draft
	if o.symbol != "" {
		s, err := resolution.ParseSymbol(o.symbol)
		if err != nil {
			return fmt.Errorf("--symbol: %w", err)
		}
		d.Symbol = s.String()
	}
	if language != "" {
		if !slices.Contains(resolution.Languages, resolution.Language(language)) {
			return fmt.Errorf("--language wants ar, zh, en, fr, ru or es, not %q", language)
		}
		d.Language = resolution.Language(language)
	}
	if o.stage != "" {
		stages := []resolution.Stage{resolution.Working, resolution.Tabled, resolution.Revised, resolution.Adopted}
		if !slices.Contains(stages, resolution.Stage(o.stage)) {
			return fmt.Errorf("--stage wants working, tabled, revised or adopted, not %q", o.stage)
		}
		d.Stage = resolution.Stage(o.stage)
	}
	if o.date != "" {
		if !app.IsDate(o.date) {
			return fmt.Errorf("--date wants a date like 2004-12-23, not %q", o.date)
		}
		d.Date = o.date
	}
	if o.session != 0 {
		d.Session = o.session
	}
	return nil
}

// place puts the text into the series that was named, made if it is not there.
func (o choice) place(a *app.App, i *app.Import) {
	i.Place.Label = o.label
	if o.series == "" {
		return
	}
	i.Place.Series, i.Place.Title = 0, o.series
	for _, s := range a.SeriesList() {
		if resolution.Fold(s.Title) == resolution.Fold(o.series) {
			i.Place.Series = s.ID
		}
	}
}

// expand takes folders whole: every readable file in them, in order of names.
func expand(names []string) ([]string, error) {
	var files []string
	for _, n := range names {
		info, err := os.Stat(n)
		if err != nil || !info.IsDir() {
			files = append(files, n) // a missing file is told of when it is its turn
			continue
		}
		err = filepath.WalkDir(n, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && slices.Contains(app.Readable(), strings.ToLower(filepath.Ext(path))) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("reading the folder %s: %w", n, err)
		}
	}
	if len(files) == 0 {
		return nil, errors.New("there is no readable file in that folder: " + strings.Join(app.Readable(), ", ") + " can be read")
	}
	return files, nil
}

// progress shows how far a long import is, on a terminal only.
func progress(c *call, n, of int, file string) {
	f, ok := c.err.(*os.File)
	if !ok || of < 5 {
		return
	}
	if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		fmt.Fprintf(f, "\r\x1b[K%d/%d %s", n, of, filepath.Base(file))
		if n == of {
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}
