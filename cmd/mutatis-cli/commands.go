package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// choice holds the flags that only some commands have.
type choice struct {
	format, output                     string
	series, symbol, stage, date, label string
	session                            int
}

func commands() []command {
	var o choice
	output := func(f *flag.FlagSet) {
		f.StringVar(&o.format, "format", "", "")
		f.StringVar(&o.output, "o", "", "")
	}
	place := func(f *flag.FlagSet) {
		f.StringVar(&o.series, "series", "", "")
		f.StringVar(&o.symbol, "symbol", "", "")
		f.StringVar(&o.stage, "stage", "", "")
		f.StringVar(&o.date, "date", "", "")
		f.StringVar(&o.label, "label", "", "")
		f.IntVar(&o.session, "session", 0, "")
	}
	with := func(run func(*call, choice) error) func(*call) error {
		return func(c *call) error { return run(c, o) }
	}
	return append([]command{
		{"read", "TEXT [--json] [--password P]", "reads and recognises a text", 1, 1, nil, read},
		{"add", "FILE… [--series S --symbol S --session N --language L --stage S --date D --label L --password P]", "imports files, or a folder's, into the library", 1, -1, place, with(add)},
		{"list", "[--json]", "what is in the library", 0, 0, nil, list},
		{"show", "TEXT", "one text, clean", 1, 1, nil, show},
		{"compare", "OLDER NEWER [--format text|json|html|pdf] [-o FILE]", "what changed between two texts", 2, 2, output, with(compare)},
		{"history", "TEXT PARAGRAPH [--json] [--format pdf|html -o FILE]", "that paragraph through its series", 2, -1, output, with(history)},
		precedentsCommand(),
		{"align", "OLD.json NEW.json", "pairs two lists of paragraphs", 2, 2, nil, align},
		{"export", "TEXT --format pdf|txt|json|html -o FILE", "the clean text as a file", 1, 1, output, with(export)},
		{"status", "TEXT [PARAGRAPH… open|bracketed|ad-ref|agreed]", "what is agreed of a text; or says it of paragraphs", 1, -1, nil, status},
		{"play", "TEXT [--json] [--format pdf -o FILE]", "the state of play", 1, 1, output, with(play)},
		{"verify", "", "checks every text of the library", 0, 0, nil, verify},
	}, keepingCommands()...)
}

// text finds a TEXT: a file, or a text of the library. The library is opened only for the latter.
func (c *call) text(name string) (app.Stored, []resolution.Problem, error) {
	if app.IsFile(name) {
		return app.FileTextWith(name, app.ReadOptions{Password: c.password})
	}
	a, err := c.open()
	if err != nil {
		return app.Stored{}, nil, err
	}
	defer a.Close()
	s, err := a.Find(name, resolution.Language(c.language))
	return s, nil, err
}

func (c *call) print(v any) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

func read(c *call) error {
	s, problems, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	if c.json {
		data, err := resolution.MarshalRead(s.Draft, problems)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.out, "%s\n", data)
		return err
	}
	printRead(c.out, s.Draft, problems)
	return nil
}

func show(c *call) error {
	s, _, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	_, err = io.WriteString(c.out, resolution.Text(s.Draft))
	return err
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

func align(c *call) error {
	older, err := os.ReadFile(c.names[0])
	if err != nil {
		return fmt.Errorf("reading the older paragraphs: %w", err)
	}
	newer, err := os.ReadFile(c.names[1])
	if err != nil {
		return fmt.Errorf("reading the newer paragraphs: %w", err)
	}
	answer, err := app.AlignJSON(context.Background(), older, newer)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s\n", answer)
	return err
}

// write puts an answer into the file that was named, whole or not at all, or on the terminal.
func (c *call) write(path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return write(c.out)
	}
	if err := app.WriteFile(path, write); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}

func export(c *call, o choice) error {
	if o.format == "" {
		return fmt.Errorf("export wants --format pdf, txt, json or html")
	}
	s, _, err := c.text(c.names[0])
	if err != nil {
		return err
	}
	if o.format == "pdf" && o.output == "" {
		return fmt.Errorf("export --format pdf wants -o FILE: a PDF is not for the terminal")
	}
	return c.write(o.output, func(w io.Writer) error { return app.WriteText(w, s, o.format, app.Printing{}) })
}

func compare(c *call, o choice) error {
	older, newer, view, err := c.both()
	if err != nil {
		return err
	}
	result, err := app.Compare(context.Background(), older, newer, view)
	if err != nil {
		return err
	}
	if c.json && o.format == "" {
		o.format = "json"
	}
	err = c.write(o.output, func(w io.Writer) error {
		switch o.format {
		case "", "text":
			printComparison(w, result)
			return nil
		case "json":
			return (&call{out: w}).print(result.JSON())
		}
		return app.WriteComparison(w, result, o.format, app.Printing{})
	})
	if err == nil && len(result.Changes()) > 0 {
		return errDiffers
	}
	return err
}

// both finds the two texts of a comparison and what the library adds to it, opened only where one of them is in it.
func (c *call) both() (older, newer app.Stored, v app.View, err error) {
	if app.IsFile(c.names[0]) && app.IsFile(c.names[1]) {
		if older, _, err = app.FileTextWith(c.names[0], app.ReadOptions{Password: c.password}); err == nil {
			newer, _, err = app.FileTextWith(c.names[1], app.ReadOptions{Password: c.password})
		}
		return older, newer, v, err
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

func (c *call) side(a *app.App, name string) (app.Stored, error) {
	if app.IsFile(name) {
		s, _, err := app.FileTextWith(name, app.ReadOptions{Password: c.password})
		return s, err
	}
	return a.Find(name, resolution.Language(c.language))
}

// stored finds a text of the library, for what a file alone does not have.
func (c *call) stored(a *app.App) (app.Stored, error) {
	if app.IsFile(c.names[0]) {
		return app.Stored{}, fmt.Errorf("%s is a file: what is agreed is kept with the texts of the library; add it first", c.names[0])
	}
	return a.Find(c.names[0], resolution.Language(c.language))
}

// statuses by what a person types.
var statuses = map[string]resolution.Status{
	"open": resolution.Open, "bracketed": resolution.Bracketed, "ad-ref": resolution.AgreedAdRef,
	"agreed ad ref": resolution.AgreedAdRef, "agreed": resolution.Agreed,
}

func status(c *call) error {
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	s, err := c.stored(a)
	if err != nil {
		return err
	}
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
	if !ok || last == 0 {
		return fmt.Errorf("say which paragraphs and then open, bracketed, ad-ref or agreed: mutatis-cli status TEXT OP3 agreed")
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

func play(c *call, o choice) error {
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	s, err := c.stored(a)
	if err != nil {
		return err
	}
	if o.format == "" {
		return c.printPlay(a, s)
	}
	p, err := a.Play(s)
	if err != nil {
		return err
	}
	return c.write(o.output, func(w io.Writer) error { return app.WriteReport(w, p.Report(a.Words), o.format, app.Printing{}) })
}

func verify(c *call) error {
	a, err := c.open()
	if err != nil {
		return err
	}
	defer a.Close()
	findings, err := a.Verify(context.Background())
	if err != nil {
		return err
	}
	if c.json {
		if findings == nil {
			findings = []string{}
		}
		err = c.print(map[string]any{"library": a.Path(), "findings": findings})
	} else if len(findings) == 0 {
		fmt.Fprintf(c.out, "%s: every text is as it was stored\n", a.Path())
	}
	if err != nil || len(findings) == 0 {
		return err
	}
	if !c.json {
		fmt.Fprintln(c.out, strings.Join(findings, "\n"))
	}
	return errDiffers
}
