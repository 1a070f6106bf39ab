package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

func compare(c *call) error {
	if c.json && c.format == "" {
		c.format = "json"
	}
	if named := formatOf[strings.ToLower(filepath.Ext(c.output))]; c.format == "" && slices.Contains(c.command.options[0].choices, named) {
		c.format = named
	}
	if err := c.ready(); err != nil {
		return err
	}
	older, newer, view, err := c.both()
	if err != nil {
		return err
	}
	result, err := app.Compare(context.Background(), older, newer, view)
	if err != nil {
		return err
	}
	if err := c.write(func(w io.Writer) error { return c.writeComparison(w, result) }); err != nil {
		return err
	}
	if len(result.Changes()) > 0 {
		return errDiffers
	}
	return nil
}

func (c *call) writeComparison(w io.Writer, result *app.Comparison) error {
	switch c.format {
	case "", "text":
		printComparison(w, result)
		return nil
	case "json":
		return (&call{streams: streams{out: w}}).print(result.JSON())
	}
	return app.WriteComparison(w, result, c.format, app.Printing{Author: c.author, Comments: c.comments})
}

// both finds the two texts of a comparison and what the library adds to it, opened only where one of them is in it.
func (c *call) both() (older, newer app.Stored, v app.View, err error) {
	if c.isFile(c.names[0]) && c.isFile(c.names[1]) {
		if older, _, err = c.fileText(c.names[0]); err == nil {
			newer, _, err = c.fileText(c.names[1])
		}
		return older, newer, v, err
	}
	for _, name := range c.names {
		if err := c.noFolder(name); err != nil {
			return older, newer, v, err
		}
	}
	a, err := c.open()
	if err != nil {
		return older, newer, v, err
	}
	defer a.Close()
	if older, err = c.side(a, c.names[0]); err != nil {
		return older, newer, v, err
	}
	if newer, err = c.side(a, c.names[1]); err == nil {
		v, err = a.View(older, newer)
	}
	return older, newer, v, err
}

func align(c *call) error {
	var lists [2][]byte
	for i, name := range c.names {
		if err := c.noFolder(name); err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		if os.IsNotExist(err) {
			return fmt.Errorf("there is no file %s: check the name", name)
		}
		if err != nil {
			return fmt.Errorf("reading the paragraphs: %w", err)
		}
		lists[i] = data
	}
	answer, err := app.AlignJSON(context.Background(), lists[0], lists[1])
	if err != nil {
		return c.blame(lists, err)
	}
	_, err = fmt.Fprintf(c.out, "%s\n", answer)
	return err
}

// blame names the file whose paragraphs could not be read.
func (c *call) blame(lists [2][]byte, otherwise error) error {
	for i, data := range lists {
		if _, err := resolution.ParseParagraphs(data); err != nil {
			return fmt.Errorf("%s: %w", c.names[i], err)
		}
	}
	return otherwise
}
