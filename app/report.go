package app

import (
	"fmt"
	"strings"

	"mutatis/app/resolution"
)

// statusKey is the translation key of a standing.
func statusKey(s resolution.Standing) string {
	if s.Lost {
		return "status.lost"
	}
	return "agreement." + string(s.Status)
}

// StandingWords says in words how far a paragraph is agreed.
func (w Words) StandingWords(s resolution.Standing) string { return w.Say(statusKey(s)) }

// Report draws the state of play as a table that can be printed.
func (p Play) Report(w Words) resolution.Report {
	r := resolution.Report{
		Title: w.Say("play.title", p.Text.Name()), Subtitle: p.Text.Title, Language: resolution.Language(w.Language),
	}
	r.Sections = append(r.Sections, resolution.Section{Text: []string{p.Summary(w)}}, p.table(w))
	if len(p.Gone) > 0 {
		r.Sections = append(r.Sections, p.goneSection(w))
	}
	return r
}

// Summary counts the statuses in one line.
func (p Play) Summary(w Words) string {
	var parts []string
	for _, s := range []resolution.Status{resolution.Agreed, resolution.AgreedAdRef, resolution.Bracketed, resolution.Open} {
		parts = append(parts, fmt.Sprintf("%s: %d", w.Say("agreement."+string(s)), p.Totals[s]))
	}
	if p.Lost > 0 {
		parts = append(parts, fmt.Sprintf("%s: %d", w.Say("status.lost"), p.Lost))
	}
	return strings.Join(parts, " · ")
}

func (p Play) table(w Words) resolution.Section {
	s := resolution.Section{Table: resolution.ReportTable{Columns: []string{
		w.Say("play.paragraph"), w.Say("play.status"), w.Say("play.since"), w.Say("play.words"),
	}}}
	for _, row := range p.Rows {
		since := ""
		if !row.Since.IsZero() {
			since = w.Moment(row.Since)
		}
		line := cells(row.Label, w.playStatus(row), since, row.Words)
		if row.Changes != nil {
			line[len(line)-1] = row.Changes
		}
		s.Table.Rows = append(s.Table.Rows, line)
	}
	return s
}

// playStatus says how far a paragraph is agreed, and of one whose words changed since what it was.
func (w Words) playStatus(row PlayRow) string {
	said := w.StandingWords(row.Standing)
	if row.Standing.Lost {
		said += " (" + w.WasAgreed(row) + ")"
	}
	return said
}

// WasAgreed says of a paragraph whose words changed what it was, and in which text.
func (w Words) WasAgreed(row PlayRow) string {
	status := w.Say("agreement." + string(row.Standing.Status))
	if row.Agreed == "" || row.AgreedIn.Name() == "" {
		return w.Say("play.was", status)
	}
	return w.Say("play.was-in", status, row.AgreedIn.Name())
}

func (p Play) goneSection(w Words) resolution.Section {
	s := resolution.Section{Heading: w.Say("play.gone"), Table: resolution.ReportTable{Columns: []string{
		w.Say("play.paragraph"), w.Say("play.status"), w.Say("play.words"),
	}}}
	for _, g := range p.Gone {
		s.Table.Rows = append(s.Table.Rows, cells(g.Label, w.Say("agreement."+string(g.Status)), g.Words))
	}
	return s
}

// cells makes plain cells of a report's table.
func cells(texts ...string) [][]resolution.Run {
	var row [][]resolution.Run
	for _, t := range texts {
		row = append(row, []resolution.Run{{Text: t}})
	}
	return row
}
