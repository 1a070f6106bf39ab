package app

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"mutatis/app/html"
	"mutatis/app/pdf"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// WriteText writes a clean text in a format: "pdf", "txt", "json", "html".
func (a *App) WriteText(w io.Writer, s Stored, format string) error {
	switch format {
	case "pdf":
		return pdf.Write(w, s.Draft, a.pageOptions(s))
	case "html":
		return html.Write(w, s.Draft, html.Options{Language: a.Words.Language})
	case "txt":
		_, err := io.WriteString(w, resolution.Text(s.Draft))
		return err
	case "json":
		data, err := resolution.MarshalRead(s.Draft, nil)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}
	return fmt.Errorf("there is no format %q: use pdf, txt, json or html", format)
}

// WriteComparison writes a comparison in a format: "html", "pdf".
func (a *App) WriteComparison(w io.Writer, c *Comparison, format string) error {
	switch format {
	case "html":
		return html.WriteRedline(w, c.Redline, html.Options{Language: a.Words.Language})
	case "pdf":
		return pdf.WriteRedline(w, c.Redline, a.pageOptions(c.Newer))
	}
	return fmt.Errorf("there is no format %q for a comparison: use html or pdf", format)
}

func (a *App) pageOptions(s Stored) pdf.Options {
	o := pdf.Options{Now: a.o.Now()}
	if s.Text.Sample {
		o.Label = a.Say("label.sample")
	} else if s.Draft.Stage == resolution.Working {
		o.Label = s.Text.Label
	}
	return o
}

// exporter says how what is in front is written in a format, and under what name.
func (a *App) exporter(format string) (func(*os.File) error, string, error) {
	switch t := a.Current().(type) {
	case *Comparing:
		if format == "html" {
			c := t.Comparison
			return func(f *os.File) error { return a.WriteComparison(f, c, format) }, t.Name(a.Words), nil
		}
	case *Playing:
		if format == "pdf" {
			r := t.Play.Report(a.Words)
			return func(f *os.File) error { return pdf.WriteReport(f, r, pdf.Options{Now: a.o.Now()}) }, t.Name(a.Words), nil
		}
	}
	s := a.shown()
	if s == nil {
		return nil, "", fmt.Errorf("there is no text in front to save")
	}
	return func(f *os.File) error { return a.WriteText(f, *s, format) }, s.Text.Name(), nil
}

// Print is something to print: its pages, and the same pages as a PDF.
type Print struct {
	Pages []typeset.Page
	write func(io.Writer) error
}

// printed lays out what is in front.
func (a *App) printed() (string, Print, error) {
	switch t := a.Current().(type) {
	case *Previewing:
		return t.Title, t.Print, nil
	case *Comparing:
		o := a.pageOptions(t.Newer)
		pages, err := pdf.LayOutRedline(t.Redline, o)
		r := t.Redline
		return t.Name(a.Words), Print{pages, func(w io.Writer) error { return pdf.WriteRedline(w, r, o) }}, err
	case *Playing:
		o, r := pdf.Options{Now: a.o.Now()}, t.Play.Report(a.Words)
		pages, err := pdf.LayOutReport(r, o)
		return t.Name(a.Words), Print{pages, func(w io.Writer) error { return pdf.WriteReport(w, r, o) }}, err
	case *Editing:
		return a.printedText(Stored{Text: Text{Label: t.Label}, Draft: t.Draft})
	}
	return a.printedText(*a.shown())
}

func (a *App) printedText(s Stored) (string, Print, error) {
	o := a.pageOptions(s)
	pages, err := pdf.LayOut(s.Draft, o)
	return s.Text.Name(), Print{pages, func(w io.Writer) error { return pdf.Write(w, s.Draft, o) }}, err
}

func (a *App) preview() error {
	title, p, err := a.printed()
	if err != nil {
		return fmt.Errorf("laying out the pages: %w", err)
	}
	a.Show(&Previewing{Title: title, Print: p})
	return nil
}

// print writes the pages as a PDF and hands it to the system's printing command.
func (a *App) print() error {
	title, p, err := a.printed()
	if err != nil {
		return fmt.Errorf("laying out the pages: %w", err)
	}
	a.work(func() error { return a.send(title, p) }, func() { a.tell("status.printed", title) })
	return nil
}

func (a *App) send(title string, p Print) error {
	folder, err := os.MkdirTemp("", "mutatis-print-*")
	if err != nil {
		return fmt.Errorf("printing %s: %w", title, err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, fileName(title, "pdf"))
	if err := writeFile(path, func(f *os.File) error { return p.write(f) }); err != nil {
		return fmt.Errorf("printing %s: %w", title, err)
	}
	command := a.o.Printer
	if len(command) == 0 {
		command = []string{"lp"}
	}
	out, err := exec.Command(command[0], append(command[1:], path)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("printing %s: the command %s failed (%s): save it as PDF and print that", title, command[0], strings.TrimSpace(string(out)+" "+err.Error()))
	}
	return nil
}
