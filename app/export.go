package app

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"mutatis/app/akn"
	"mutatis/app/docx"
	"mutatis/app/html"
	"mutatis/app/pdf"
	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Printing says how a text is put into a file or on paper. The zero value will do.
type Printing struct {
	Words Words     // the language of headings and notes of the program's own; zero is English
	Label string    // a line that says what the text is: "Sample", "zero draft"
	Now   time.Time // the date on the page; zero is today

	Author   string // of tracked changes in a Word file; "Mutatis" where it is empty
	Comments bool   // moves, weights and reasons of changes as comments of a Word file
}

func (p Printing) pages() pdf.Options {
	o := pdf.Options{Label: p.Label, Now: p.Now, Language: p.Words.Language}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	return o
}

func (p Printing) html() html.Options { return html.Options{Language: p.Words.Language} }

// WriteText writes a clean text in a format: "pdf", "docx", "html", "akn", "txt", "md", "json".
func WriteText(w io.Writer, s Stored, format string, p Printing) error {
	switch format {
	case "pdf":
		return pdf.Write(w, s.Draft, p.pages())
	case "docx":
		return docx.Write(w, s.Draft, p.word())
	case "html":
		return html.Write(w, s.Draft, p.html())
	case "akn":
		return akn.Write(w, s.Draft)
	case "txt":
		_, err := io.WriteString(w, resolution.Text(s.Draft))
		return err
	case "md":
		_, err := io.WriteString(w, resolution.Markdown(s.Draft))
		return err
	case "json":
		data, err := resolution.MarshalRead(s.Draft, nil)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}
	return fmt.Errorf("there is no format %q: use pdf, docx, html, akn, txt, md or json", format)
}

// WriteComparison writes a comparison in a format: "html", "pdf", "docx" with tracked changes.
func WriteComparison(w io.Writer, c *Comparison, format string, p Printing) error {
	switch format {
	case "html":
		return html.WriteRedline(w, c.Redline, p.html())
	case "pdf":
		return pdf.WriteRedline(w, c.Redline, p.pages())
	case "docx":
		return docx.WriteChanges(w, wordChanges(c), p.word())
	}
	return fmt.Errorf("there is no format %q for a comparison: use text, json, html, pdf or docx", format)
}

// WriteReport writes a list in a format: "html", "pdf".
func WriteReport(w io.Writer, r resolution.Report, format string, p Printing) error {
	switch format {
	case "html":
		return html.WriteReport(w, r, p.html())
	case "pdf":
		return pdf.WriteReport(w, r, p.pages())
	}
	return fmt.Errorf("there is no format %q for a list: use pdf or html", format)
}

// printing is how the program itself prints a text.
func (a *App) printing(s Stored) Printing {
	p := Printing{Words: a.Words, Now: a.o.Now()}
	if s.Text.Sample {
		p.Label = a.Say("label.sample")
	} else if s.Draft.Stage == resolution.Working {
		p.Label = s.Text.Label
	}
	return p
}

// exporter says how what is in front is written in a format, and under what name.
func (a *App) exporter(format string) (func(io.Writer) error, string, error) {
	switch t := a.Current().(type) {
	case *Comparing:
		if format == "html" {
			c := t.Comparison
			return func(w io.Writer) error { return WriteComparison(w, c, format, a.printing(c.Newer)) }, inLanguage(t.Name(a.Words), c.Newer.Text.Language), nil
		}
	case *Editing:
		if s := (Stored{Text: Text{Label: t.Label}, Draft: t.Draft}); format == "docx" {
			return func(w io.Writer) error { return WriteText(w, s, format, a.printing(s)) }, t.Name(a.Words), nil
		}
	case *Picturing:
		if t.Picture != nil && format == "pdf" {
			return a.printedPicture(t).write, t.Name(a.Words), nil
		}
	case *Previewing:
		if format == "pdf" && t.Print.write != nil {
			return t.Print.write, t.Title, nil
		}
	case *Basketing:
		if text := BasketText(t.All); format == "txt" {
			return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }, t.Name(a.Words), nil
		}
	}
	if r, ok := a.frontReport(); ok && (format == "pdf" || format == "html") {
		return func(w io.Writer) error { return WriteReport(w, r, format, a.printing(Stored{})) }, a.Current().Name(a.Words), nil
	}
	s := a.shown()
	if s == nil {
		return nil, "", fmt.Errorf("there is no text in front to save")
	}
	return func(w io.Writer) error { return WriteText(w, *s, format, a.printing(*s)) }, inLanguage(s.Text.Name(), s.Text.Language), nil
}

// inLanguage tells the language versions of one text apart, in a file's name.
func inLanguage(name string, l resolution.Language) string {
	if l == "" {
		return name
	}
	return name + "-" + string(l)
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
		o := a.printing(t.Newer).pages()
		pages, err := pdf.LayOutRedline(t.Redline, o)
		r := t.Redline
		return t.Name(a.Words), Print{pages, func(w io.Writer) error { return pdf.WriteRedline(w, r, o) }}, err
	case *Picturing:
		return t.Name(a.Words), a.printedPicture(t), nil
	case *Editing:
		return a.printedText(Stored{Text: Text{Label: t.Label}, Draft: t.Draft})
	}
	if r, ok := a.frontReport(); ok {
		o := a.printing(Stored{}).pages()
		pages, err := pdf.LayOutReport(r, o)
		return a.Current().Name(a.Words), Print{pages, func(w io.Writer) error { return pdf.WriteReport(w, r, o) }}, err
	}
	return a.printedText(*a.shown())
}

func (a *App) printedText(s Stored) (string, Print, error) {
	o := a.printing(s).pages()
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
	if err := WriteFile(path, p.write); err != nil {
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
