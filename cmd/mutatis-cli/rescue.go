package main

import (
	"errors"
	"fmt"
	"os"

	"mutatis/app"
	"mutatis/storage"
)

// rescue makes a new library of what can be read of a damaged one, which is only read.
func rescue(c *call) error {
	damaged, to := c.names[0], c.output
	info, err := os.Stat(damaged)
	switch {
	case err != nil:
		return fmt.Errorf("there is no file %s: check the name", damaged)
	case info.IsDir():
		return fmt.Errorf("%s: %w", damaged, storage.ErrFolder)
	case to == "":
		return fmt.Errorf("rescue makes a new library and leaves the damaged one as it is: name it, mutatis-cli rescue %s -o NEW.mutatis", damaged)
	}
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("%s is there already: choose another name for the new library", to)
	}
	t, err := app.RescueTo(damaged, to)
	if err != nil {
		return err
	}
	if c.json {
		return c.print(rescueJSON(t, to))
	}
	r := t.List(app.LoadWords("en"))
	fmt.Fprintf(c.out, "%s: what could be read of %s\n", to, damaged)
	r.Title = r.Subtitle
	printReport(c.out, r)
	return nil
}

// rescuedJSON is a text of a damaged library.
type rescuedJSON struct {
	ID       int64  `json:"id"`
	Name     string `json:"name"`
	Language string `json:"language"`
	File     string `json:"file"` // of a lost text: where the file it was read from is now; "" where it was lost too
}

func rescueJSON(t *app.Rescued, to string) map[string]any {
	list := func(texts []storage.RescuedText) []rescuedJSON {
		all := []rescuedJSON{}
		for _, x := range texts {
			all = append(all, rescuedJSON{x.Draft, x.Name, x.Language, x.File})
		}
		return all
	}
	r := t.Report
	incomplete := r.Incomplete
	if incomplete == nil {
		incomplete = []string{}
	}
	return map[string]any{
		"damaged": t.Kept, "library": to, "saved": list(r.Saved), "lost": list(r.Lost), "gone": r.Gone, "incomplete": incomplete,
		"series": r.Series, "events": r.Events, "pairings": r.Pairings, "notes": r.Notes, "basket": r.Basket, "works": r.Works,
	}
}

// rescuable says beside the trouble of a damaged library how to save what can be read of it.
func rescuable(path string, err error) error {
	if errors.Is(err, storage.ErrDamaged) || errors.Is(err, storage.ErrAltered) {
		return fmt.Errorf("%w; where there is no copy, mutatis-cli rescue %s -o NEW.mutatis makes a new library of what can be read", err, path)
	}
	return err
}
