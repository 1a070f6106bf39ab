package app

import (
	"fmt"
	"strings"

	"mutatis/app/resolution"
)

// Report draws the comparison as a table: one row a paragraph, each base in its column with what the draft lacks marked
// as deleted, the draft with its own words marked as inserted, and what became of it. Rows that are as in both bases are
// counted, not shown.
func (t *ThreeWay) Report(w Words) resolution.Report {
	t = t.In(w)
	r := resolution.Report{
		Title: w.Say("three.title", t.Caption.Name, t.Captions[0].Name, t.Captions[1].Name), Subtitle: t.Caption.Title,
		Language: resolution.Language(w.Language),
	}
	table := resolution.ReportTable{Columns: []string{
		w.Say("play.paragraph"), t.Captions[0].Name, t.Captions[1].Name, t.Caption.Name, w.Say("three.what"),
	}}
	for _, i := range t.Changes() {
		table.Rows = append(table.Rows, t.cells(t.Rows[i], w))
	}
	r.Sections = []resolution.Section{{Text: []string{t.CountWords(w)}}, {Table: table}}
	return r
}

// CountWords says how many rows there are of each origin.
func (t *ThreeWay) CountWords(w Words) string {
	var parts []string
	for _, o := range Origins {
		if n := t.Counts[o]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", t.OriginWords(o, w), n))
		}
	}
	return strings.Join(parts, " · ")
}

// OriginWords says where a paragraph comes from, with the names of the two bases.
func (t *ThreeWay) OriginWords(o Origin, w Words) string {
	words := w.Say("three." + string(o))
	return strings.NewReplacer("{1}", t.Captions[0].Name, "{2}", t.Captions[1].Name).Replace(words)
}

func (t *ThreeWay) cells(r ThreeRow, w Words) [][]resolution.Run {
	what := []resolution.Run{{Text: t.OriginWords(r.Origin, w)}}
	for k, b := range r.Bases {
		if b.Reason != "" {
			what = append(what, resolution.Run{Text: "\n" + t.Captions[k].Name + ": " + b.Reason})
		}
	}
	return [][]resolution.Run{{{Text: r.Label()}}, cellRuns(r.Bases[0].Older), cellRuns(r.Bases[1].Older), r.draftRuns(), what}
}

// Label is what a delegate calls the paragraph, in the draft where it stands there, else in the base it is gone from.
func (r ThreeRow) Label() string {
	for _, cells := range [][]resolution.Cell{r.Draft, r.Bases[1].Older, r.Bases[0].Older} {
		if len(cells) > 0 {
			return cells[0].Label
		}
	}
	return ""
}

// cellRuns draws several paragraphs of one column, each on a line of its own.
func cellRuns(cells []resolution.Cell) []resolution.Run {
	var runs []resolution.Run
	for k, c := range cells {
		if k > 0 {
			runs = append(runs, resolution.Run{Text: "\n"})
		}
		runs = append(runs, c.Runs...)
	}
	return runs
}

// draftRuns marks the words that neither base has.
func (r ThreeRow) draftRuns() []resolution.Run {
	var runs []resolution.Run
	for _, s := range r.Words {
		run := s.Run
		if s.Source == FromNone {
			run.Mark = resolution.Inserted
		}
		runs = append(runs, run)
	}
	return runs
}
