package main

import (
	"fmt"
	"io"
	"strings"

	"mutatis/app"
)

// history follows one paragraph through its series. A paragraph's name may have a blank: OP3 (a).
func history(c *call) error {
	if err := c.ready(); err != nil {
		return err
	}
	a, s, err := c.stored()
	if err != nil {
		return err
	}
	defer a.Close()
	at, err := app.ParagraphNamed(s, strings.Join(c.names[1:], " "))
	if err != nil {
		return err
	}
	h, err := a.History(s, at)
	if err != nil {
		return err
	}
	if c.json && c.format == "" {
		return c.print(a.HistoryJSON(h))
	}
	return c.write(func(w io.Writer) error {
		if c.format == "" {
			printHistory(w, a.Words, h)
			return nil
		}
		return app.WriteReport(w, h.Report(a.Words), c.format, app.Printing{})
	})
}

// printHistory shows every step with the words that changed since the text before, and where the words come from.
func printHistory(w io.Writer, words app.Words, h app.History) {
	fmt.Fprintf(w, "%s\n%s\n", words.Say("history.title", h.Label, h.Text.Name()), h.SearchedWords(words))
	for _, s := range h.Steps {
		if s.Event == app.Unchanged {
			fmt.Fprintf(w, "\n%s: %s\n", s.Named(words), "the same words")
			continue
		}
		what := s.EventWords(words)
		if s.Row.Reason != "" {
			what += ": " + s.Row.Reason
		}
		fmt.Fprintf(w, "\n%s (%s)\n%s\n", s.Named(words), what, inline(s.Row.Inline))
	}
	fmt.Fprintf(w, "\n%s\n", words.Say("history.births", h.Text.Name()))
	for _, b := range h.Births {
		fmt.Fprintf(w, "%-24s %s\n", b.Text.Name(), strings.TrimSpace(b.Words))
	}
}
