package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mutatis/app"
)

// guard lists what a Word file changes of a base text without marking it. It ends with 1 where there is anything.
func guard(c *call) error {
	if named := formatOf[strings.ToLower(filepath.Ext(c.output))]; c.format == "" && slices.Contains(c.command.options[0].choices, named) {
		c.format = named
	}
	if err := c.ready(); err != nil {
		return err
	}
	name, data, err := c.marked()
	if err != nil {
		return err
	}
	base, view, err := c.base()
	if err != nil {
		return err
	}
	g, err := app.NewGuard(context.Background(), base, name, data, view)
	if err != nil {
		return err
	}
	if err := c.write(func(w io.Writer) error { return c.writeGuard(w, g) }); err != nil {
		return err
	}
	if len(g.Findings()) > 0 {
		return errDiffers
	}
	return nil
}

// marked loads the file that is looked through: it must be one, the library keeps texts as they were accepted.
func (c *call) marked() (string, []byte, error) {
	name := c.names[1]
	if name == "-" {
		if c.names[0] == "-" {
			return "", nil, errors.New("the standard input holds one text: name a file for the other")
		}
		c.usedIn = true
		data, err := io.ReadAll(c.in)
		return app.KindOf(data, "stdin"), data, err
	}
	if err := c.noFolder(name); err != nil {
		return "", nil, err
	}
	if !app.IsFile(name) {
		return "", nil, fmt.Errorf("there is no file %s: guard wants the Word file itself, with its tracked changes; usage: %s", name, c.command.usage())
	}
	data, err := os.ReadFile(name)
	switch {
	case os.IsNotExist(err):
		return "", nil, fmt.Errorf("there is no file %s: check the name", name)
	case err != nil:
		return "", nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return filepath.Base(name), data, nil
}

// base finds the text that the file says it changes, and how far its paragraphs are agreed.
func (c *call) base() (base app.Stored, v app.View, err error) {
	if c.isFile(c.names[0]) {
		base, _, err = c.fileText(c.names[0])
		return base, v, err
	}
	if err := c.noFolder(c.names[0]); err != nil {
		return base, v, err
	}
	a, err := c.open()
	if err != nil {
		return base, v, err
	}
	defer a.Close()
	if base, err = c.side(a, c.names[0]); err != nil {
		return base, v, err
	}
	v.Standings.Older, err = a.Standings(base)
	return base, v, err
}

func (c *call) writeGuard(w io.Writer, g *app.Guard) error {
	switch {
	case c.json && c.format == "" || c.format == "json":
		return (&call{streams: streams{out: w}}).print(g.JSON())
	case c.format == "" || c.format == "text":
		printGuard(w, g)
		return nil
	}
	return app.WriteReport(w, g.Report(app.LoadWords("en")), c.format, app.Printing{})
}

// printGuard shows in one line what was found, then every change that is not marked as a comparison does.
func printGuard(w io.Writer, g *app.Guard) {
	words := app.LoadWords("en")
	fmt.Fprintf(w, "%s → %s\n", g.Redline.Older.Name, g.Redline.Newer.Name)
	fmt.Fprintln(w, guardHead(g, words))
	if struck, added := g.Struck(), g.Added(); struck+added > 0 {
		fmt.Fprintf(w, "marked by hand, which Word does not know: %d struck through, %d set apart as new\n", struck, added)
		for _, m := range g.ByHand {
			open, end := "{+", "+}"
			if m.Struck {
				open, end = "[-", "-]"
			}
			fmt.Fprintf(w, "  %s %s\n", pad(name(m.Label, "text"), 8), open+m.Words+end)
		}
	}
	for _, u := range g.Findings() {
		fmt.Fprintf(w, "\n%s (%s)\n%s\n", u.Called(words), u.What(words), inline(u.Row.Inline))
	}
}

// guardHead says how many changes are marked by how many people, and how many are not.
func guardHead(g *app.Guard, words app.Words) string {
	said := "no tracked changes are in the file"
	if n := g.Marked(); n > 0 {
		said = fmt.Sprintf("%s marked by %s (%s)", many(n, "change"), many(len(g.Changers), "author"), g.Authors(words))
	}
	switch n := g.Silent(); n {
	case 0:
		said += "; nothing is changed without a mark"
	case 1:
		said += "; 1 is not marked"
	default:
		said += fmt.Sprintf("; %d are not marked", n)
	}
	if n := len(g.Masthead); n > 0 {
		said += fmt.Sprintf("; the masthead differs in %s", many(n, "line"))
	}
	return said
}

func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
