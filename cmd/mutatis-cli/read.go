package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

func read(c *call) error {
	s, problems, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	if c.json {
		return c.printDraft(s.Draft, problems)
	}
	printRead(c.out, s.Draft, problems)
	return nil
}

func (c *call) printDraft(d resolution.Draft, problems []resolution.Problem) error {
	data, err := resolution.MarshalRead(d, problems)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s\n", data)
	return err
}

func show(c *call) error {
	s, problems, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	if c.json {
		return c.printDraft(s.Draft, problems)
	}
	_, err = io.WriteString(c.out, resolution.Text(s.Draft))
	return err
}

// formatOf are the formats that the end of a file's name stands for.
var formatOf = map[string]string{".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".txt": "txt", ".md": "md", ".json": "json", ".xml": "akn", ".akn": "akn"}

func export(c *call) error {
	if c.format == "" {
		c.format = formatOf[strings.ToLower(filepath.Ext(c.output))]
	}
	if c.format == "" {
		return fmt.Errorf("export wants a format: --format %s", orList(c.command.options[0].choices))
	}
	if err := c.ready(); err != nil {
		return err
	}
	s, _, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	return c.write(func(w io.Writer) error { return app.WriteText(w, s, c.format, app.Printing{}) })
}

func list(c *call) error {
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	if c.json {
		texts := []app.TextJSON{}
		for _, t := range a.Texts() {
			texts = append(texts, a.TextJSON(t))
		}
		return c.print(map[string]any{"library": a.Path(), "texts": texts})
	}
	printTree(c.out, a.Tree(""))
	return nil
}
