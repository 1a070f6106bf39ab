package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// added is what became of one file.
type added struct {
	File    string       `json:"file"`
	Text    app.TextJSON `json:"text"`
	Status  string       `json:"status"`  // "added", "already there", "refused", "not reached"
	Outcome string       `json:"outcome"` // "read", "doubtful", "already", "refused", "missed"
	Error   string       `json:"error,omitempty"`
	Doubts  int          `json:"problems"`
	Like    int64        `json:"like,omitempty"`    // another text of the library with its symbol, kept beside this one
	Differs int          `json:"differs,omitempty"` // words by which the two differ
}

// becameOf say what became of a file's text, by the outcome of its reading: a doubtful one is kept as it was read.
var becameOf = map[string]string{
	app.GatheredRead: "added", app.GatheredDoubtful: "added", app.GatheredAlready: "already there",
	app.GatheredRefused: "refused", app.GatheredMissed: "not reached",
}

// add imports files, folders whole. One that is refused is told of and the others go on. The program ends with 2 where a
// file that was named was refused, or nothing of a folder could be read.
func add(c *call) error {
	o := c.choice
	if err := o.valid(c.language); err != nil {
		return err
	}
	if err := c.someThere(); err != nil {
		return err
	}
	a, err := c.openOrMake()
	if err != nil {
		return err
	}
	defer a.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	results, err := a.Gather(ctx, c.names, app.GatherOptions{
		Password: c.password, Series: o.series, KeepDoubtful: true, Progress: c.gathered,
		Prepare: func(i *app.Import) error {
			i.Place.Label = o.label
			return o.apply(i, c.language)
		},
	})
	if err != nil {
		return err
	}
	return tellAdded(c, a, results)
}

func tellAdded(c *call, a *app.App, results []app.Gathered) error {
	if len(results) == 0 {
		return errors.New("there is no readable file in that folder: " + strings.Join(app.Readable(), ", ") + " can be read")
	}
	list := []added{}
	read := 0
	for _, g := range results {
		r := added{File: g.Path, Outcome: g.Outcome, Status: becameOf[g.Outcome], Doubts: g.Problems, Like: g.Like, Differs: g.Differs}
		if t, ok := a.Text(g.Text); ok {
			r.Text = a.TextJSON(t)
			read++
		} else {
			r.Error = g.Sentence
		}
		list = append(list, r)
	}
	if c.json {
		if err := c.print(map[string]any{"files": list}); err != nil {
			return err
		}
	} else {
		for _, r := range list {
			printAdded(c, r)
		}
	}
	return c.refused(len(list)-read, len(list))
}

// someThere refuses a call none of whose files is there, before a library is made for them.
func (c *call) someThere() error {
	for _, name := range c.names {
		if name == "-" {
			return errors.New("add takes files and folders: save the text as a file first")
		}
		if _, err := os.Stat(name); err == nil {
			return nil
		}
	}
	return fmt.Errorf("there is no file %s: check the name", strings.Join(c.names, ", "))
}

// refused is the trouble that some files made: all of it where they were named, none where others of a folder were read.
func (c *call) refused(n, of int) error {
	folder := slices.ContainsFunc(c.names, isFolder)
	if n == 0 || folder && n < of {
		return nil
	}
	if of == 1 {
		return errors.New("the file was not added: see above")
	}
	return fmt.Errorf("%d of %d files were not added: see above", n, of)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

func printAdded(c *call, r added) {
	switch {
	case r.Error != "":
		fmt.Fprintln(c.err, named(r.File, r.Error))
	case r.Doubts > 0 && r.Outcome != app.GatheredAlready:
		fmt.Fprintf(c.out, "%s: %s as %d %s, %d places to look at: mutatis-cli read %s\n", r.File, r.Status, r.Text.ID, r.Text.Symbol, r.Doubts, r.File)
	default:
		fmt.Fprintf(c.out, "%s: %s as %d %s\n", r.File, r.Status, r.Text.ID, r.Text.Symbol)
	}
	if r.Like != 0 {
		fmt.Fprintf(c.out, "  the same symbol as %d, words that differ: %d: mutatis-cli compare %d %d\n", r.Like, r.Differs, r.Like, r.Text.ID)
	}
}

// named puts a file before a sentence that does not name it.
func named(file, sentence string) string {
	if strings.Contains(sentence, filepath.Base(file)) {
		return sentence
	}
	return file + ": " + sentence
}

// valid reports flags that no text could have, before anything is read.
func (o choice) valid(language string) error { return o.apply(&app.Import{}, language) }

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
		d.Language = resolution.Language(language)
	}
	if o.stage != "" {
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

// gathered shows how far a long import is.
func (c *call) gathered(n, of int, file string) {
	c.progress.say("%d of %d %s", n, of, strings.TrimPrefix(filepath.Base(file), "."))
}
