package app

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// Rescued shows what was saved of a damaged library and what was not.
type Rescued struct {
	Kept   string // where the damaged file is
	Report storage.Salvaged
}

// Key of the one tab there is.
func (t *Rescued) Key() string { return "rescued" }

// Name of the tab.
func (t *Rescued) Name(w Words) string { return w.Say("tab.rescued") }

// List draws up what was saved and what was not.
func (t *Rescued) List(w Words) resolution.Report {
	r := resolution.Report{Title: t.Name(w), Subtitle: w.Say("rescued.kept", t.Kept), Language: resolution.Language(w.Language)}
	r.Sections = append(r.Sections, resolution.Section{Text: t.lines(w)})
	for _, part := range []struct {
		heading string
		texts   []storage.RescuedText
	}{{"rescued.lost", t.Report.Lost}, {"rescued.saved", t.Report.Saved}} {
		if len(part.texts) == 0 {
			continue
		}
		s := resolution.Section{Heading: w.Say(part.heading, len(part.texts))}
		for _, x := range part.texts {
			s.Text = append(s.Text, rescuedLine(x, w))
		}
		r.Sections = append(r.Sections, s)
	}
	return r
}

// lines count what was saved besides texts and name what could not be read to its end.
func (t *Rescued) lines(w Words) (lines []string) {
	for _, x := range []struct {
		key string
		n   int
	}{
		{"rescued.texts", len(t.Report.Saved)}, {"rescued.series", t.Report.Series}, {"rescued.events", t.Report.Events},
		{"rescued.pairings", t.Report.Pairings}, {"rescued.notes", t.Report.Notes}, {"rescued.basket", t.Report.Basket}, {"rescued.works", t.Report.Works}, {"rescued.gone", t.Report.Gone},
	} {
		if x.n > 0 {
			lines = append(lines, w.Say(x.key, x.n))
		}
	}
	var parts []string
	for _, table := range t.Report.Incomplete {
		parts = append(parts, w.Say("rescued.table."+table))
	}
	if len(parts) > 0 {
		lines = append(lines, w.Say("rescued.incomplete", strings.Join(parts, ", ")))
	}
	if len(t.Report.Lost) == 0 && t.Report.Gone == 0 {
		lines = append(lines, w.Say("rescued.all"))
	}
	return lines
}

func rescuedLine(x storage.RescuedText, w Words) string {
	name := versionName(x.Name, x.Language, w)
	if x.File != "" {
		return w.Say("rescued.file", name, x.File)
	}
	var but []string
	if x.Words && !x.Source {
		but = append(but, w.Say("rescued.no-source"))
	}
	if x.Words && !x.Beside {
		but = append(but, w.Say("rescued.not-beside"))
	}
	if len(but) > 0 {
		name += " — " + strings.Join(but, "; ")
	}
	return name
}

// WriteList writes the list as a text file beside the damaged library, so that it outlives the tab, and answers its name.
func (t *Rescued) WriteList(w Words) (path string, err error) {
	path = strings.TrimSuffix(t.Kept, filepath.Ext(t.Kept)) + ".txt"
	return path, WriteFile(path, func(out io.Writer) error {
		r := t.List(w)
		lines := []string{r.Title, r.Subtitle}
		for _, s := range r.Sections {
			lines = append(lines, "")
			if s.Heading != "" {
				lines = append(lines, s.Heading)
			}
			lines = append(lines, s.Text...)
		}
		_, err := fmt.Fprintln(out, strings.Join(lines, "\n"))
		return err
	})
}

// ShowRescued shows the list of what was saved of a damaged library that this one has taken the place of.
func (a *App) ShowRescued(t *Rescued) {
	path, err := t.WriteList(a.Words)
	a.Show(t)
	if err == nil {
		a.tell("status.rescued", len(t.Report.Saved), path)
	}
	a.report(err)
}

// TellKept says where the file is kept that this library has taken the place of.
func (a *App) TellKept(path string) {
	if path != "" {
		a.tell("status.kept", path)
		a.inform(a.Say("kept.title"), a.Say("kept.where", path))
	}
}

// inform tells the person something that is no failure.
func (a *App) inform(title, words string) {
	if a.Hooks.Tell != nil {
		a.Hooks.Tell(title, words)
	}
}
