package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// statuses by what a person types.
var statuses = map[string]resolution.Status{
	"open": resolution.Open, "bracketed": resolution.Bracketed, "ad-ref": resolution.AgreedAdRef,
	"agreed ad ref": resolution.AgreedAdRef, "agreed": resolution.Agreed,
}

func status(c *call) error {
	a, s, err := c.stored()
	if err != nil {
		return err
	}
	defer a.Close()
	if len(c.names) > 1 {
		if err := setStatus(a, s, c.names[1:]); err != nil {
			return err
		}
	}
	return c.printPlay(a, s)
}

func setStatus(a *app.App, s app.Stored, names []string) error {
	last := len(names) - 1
	status, ok := statuses[strings.ToLower(names[last])]
	if !ok {
		return noStatus(s, names[last])
	}
	if last == 0 {
		return fmt.Errorf("of which paragraphs is it to be said that they are %s? mutatis-cli status TEXT OP3 PP2 %s", names[0], names[0])
	}
	var at []int
	for _, label := range names[:last] {
		i, err := app.ParagraphNamed(s, label)
		if err != nil {
			return err
		}
		at = append(at, i)
	}
	return a.SetStatus(s, at, status)
}

// noStatus says of the last word of a call that it is no status, and which there are.
func noStatus(s app.Stored, word string) error {
	const allowed = "open, bracketed, ad-ref or agreed"
	if _, err := app.ParagraphNamed(s, word); err == nil {
		return fmt.Errorf("after the paragraphs say what they are: %s, as in mutatis-cli status TEXT %s agreed", allowed, word)
	}
	known := slices.Sorted(maps.Keys(statuses))
	return fmt.Errorf("%q is no status: say %s%s", word, allowed, didYouMean("", word, known))
}

func (c *call) printPlay(a *app.App, s app.Stored) error {
	p, err := a.Play(s)
	if err != nil {
		return err
	}
	if c.json {
		return c.print(a.PlayJSON(p))
	}
	printPlay(c.out, a.Words, p)
	return nil
}

func play(c *call) error {
	if err := c.ready(); err != nil {
		return err
	}
	a, s, err := c.stored()
	if err != nil {
		return err
	}
	defer a.Close()
	if c.format == "" {
		return c.printPlay(a, s)
	}
	p, err := a.Play(s)
	if err != nil {
		return err
	}
	return c.write(func(w io.Writer) error { return app.WriteReport(w, p.Report(a.Words), c.format, app.Printing{}) })
}
