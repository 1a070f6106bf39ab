package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// rolling are the flags of rolling on.
var rolling = []option{
	{"session", "N", nil, "the session to roll on to: 60", func(c *call) any { return &c.session }},
	format("pdf", "docx", "html", "txt", "md", "json"), output,
}

// rolledJSON is what rolling on answers.
type rolledJSON struct {
	From    string           `json:"from"`    // what the text is called
	Session int              `json:"session"` // of the new draft
	Draft   json.RawMessage  `json:"draft"`   // as read --json prints a text
	Places  []app.RolledJSON `json:"places"`  // what was rolled on and what a person must look at
	Kept    *app.TextJSON    `json:"kept"`    // the working draft in the library; null where it was written into a file
}

// roll makes next session's zero draft of a text and lists what it did. The draft goes where -o says; without it that of a
// text of the library is kept there, and that of a file is printed.
func roll(c *call) error {
	if c.format == "" {
		c.format = formatOf[strings.ToLower(filepath.Ext(c.output))]
	}
	if c.output != "" && c.format == "" {
		return fmt.Errorf("roll wants a format for the file: --format %s", orList(rolling[1].choices))
	}
	if err := c.ready(); err != nil {
		return err
	}
	z, kept, err := c.rolled()
	if err != nil {
		return err
	}
	words := app.LoadWords("en")
	toFile := c.output != "" && c.output != "-"
	list := c.out
	if c.format != "" {
		if err := c.write(func(w io.Writer) error { return app.WriteText(w, z.Stored(words), c.format, app.Printing{}) }); err != nil {
			return err
		}
		if !toFile {
			list = c.err // the draft alone stands on the output
		}
	}
	if c.json && (toFile || c.format == "") {
		return c.printRolledJSON(z, words, kept)
	}
	if c.format == "" && kept == nil {
		if _, err := io.WriteString(list, resolution.Text(z.Draft)+"\n"); err != nil {
			return err
		}
	}
	return printRolled(list, z, words, kept)
}

// rolled rolls the named text on. A text of the library is kept there as a working draft, unless it goes into a file.
func (c *call) rolled() (z app.ZeroDraft, kept *app.TextJSON, err error) {
	name := c.names[0]
	if c.isFile(name) {
		s, _, err := c.fileText(name)
		if err == nil {
			err = c.nextSession(s)
		}
		if err == nil {
			z, err = app.RollOn(s, c.session, nil)
		}
		return z, nil, err
	}
	if err := c.noFolder(name); err != nil {
		return z, nil, err
	}
	a, err := c.open()
	if err != nil {
		return z, nil, fmt.Errorf("%s is no file, and of the library: %w", name, err)
	}
	defer a.Close()
	s, err := a.Find(name, resolution.Language(c.language))
	if err == nil {
		err = c.nextSession(s)
	}
	if err == nil {
		z, err = a.RollOn(s, c.session)
	}
	if err != nil || c.format != "" {
		return z, nil, err
	}
	t, _, err := a.KeepZeroDraft(z)
	if err != nil {
		return z, nil, err
	}
	j := a.TextJSON(t)
	return z, &j, nil
}

// nextSession asks for the session where none was named, and says which one the text itself names.
func (c *call) nextSession(s app.Stored) error {
	if c.session > 0 {
		return nil
	}
	if n := resolution.NextSession(s.Draft); n > 0 {
		return fmt.Errorf("roll wants the session to roll on to; %s looks on to session %d: --session %d", s.Text.Name(), n, n)
	}
	return errors.New("roll wants the session to roll on to: --session N")
}

func (c *call) printRolledJSON(z app.ZeroDraft, words app.Words, kept *app.TextJSON) error {
	draft, err := resolution.MarshalRead(z.Draft, nil)
	if err != nil {
		return err
	}
	return c.print(rolledJSON{z.Base.Text.Name(), z.Draft.Session, draft, z.JSON(words), kept})
}

// printRolled lists what a person must look at, then what was rolled on.
func printRolled(out io.Writer, z app.ZeroDraft, words app.Words, kept *app.TextJSON) error {
	var b strings.Builder
	if kept != nil {
		fmt.Fprintf(&b, "kept as %d, %s\n", kept.ID, kept.Label)
	}
	for _, part := range []struct {
		title string
		list  []resolution.Rolled
	}{{"To look at", z.ToLook()}, {"Rolled on", z.Done()}} {
		if len(part.list) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s (%d)\n", part.title, len(part.list))
		for _, r := range part.list {
			fmt.Fprintf(&b, "  %s: %s\n", words.RolledPlace(r), words.Rolled(r))
			if words := becameWords(r); words != "" {
				fmt.Fprintf(&b, "      %s\n", words)
			}
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// becameWords are the words of a place before and after.
func becameWords(r resolution.Rolled) string {
	was, now := quotedWords(r.Was), quotedWords(r.Now)
	switch {
	case r.Why == "recall-none":
		return quotedWords(r.Advice)
	case r.Was == r.Now:
		return was
	case now == "":
		return was + " left out"
	case was == "":
		return now + " added"
	}
	return was + " → " + now
}

func quotedWords(words string) string {
	if words = strings.TrimSpace(words); words == "" {
		return ""
	}
	return "“" + words + "”"
}
