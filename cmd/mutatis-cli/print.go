package main

import (
	"fmt"
	"io"
	"strings"

	"mutatis/app"
	"mutatis/app/resolution"
)

// printRead shows what was recognised, a paragraph a line with what it is called.
func printRead(w io.Writer, d resolution.Draft, problems []resolution.Problem) {
	fmt.Fprintf(w, "%s  %s  %s\n", name(d.Symbol, "no symbol"), name(string(d.Language), "language unknown"), d.Stage)
	labels := d.Labels()
	for i, p := range d.Paragraphs {
		fmt.Fprintf(w, "%s %s\n", pad(name(labels[i], string(p.Kind)), 12), marked(p))
	}
	for _, f := range d.Footnotes {
		fmt.Fprintf(w, "%-12s %s\n", "note "+f.Number, f.Text)
	}
	for _, l := range d.LeftOut {
		fmt.Fprintf(w, "%-12s %s\n", "left out", l)
	}
	for _, p := range problems {
		where := "text"
		if p.Paragraph >= 0 && p.Paragraph < len(labels) {
			where = name(labels[p.Paragraph], string(d.Paragraphs[p.Paragraph].Kind))
		}
		fmt.Fprintf(w, "look at %s: %s\n", where, p.Message)
	}
}

func name(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// marked is a paragraph's text with its note calls as [^1].
func marked(p resolution.Paragraph) string {
	text := []rune(p.Text)
	var b strings.Builder
	from := 0
	for _, n := range p.Notes {
		to := min(max(n.Offset, from), len(text))
		b.WriteString(string(text[from:to]) + "[^" + n.Number + "]")
		from = to
	}
	return b.String() + string(text[from:])
}

func printTree(w io.Writer, tree []app.SeriesNode) {
	if len(tree) == 0 {
		fmt.Fprintln(w, "the library is empty: mutatis-cli add FILE… puts texts into it")
	}
	for _, series := range tree {
		fmt.Fprintln(w, series.Title)
		var rows [][]string
		for _, session := range series.Sessions {
			for _, t := range session.Texts {
				rows = append(rows, []string{fmt.Sprintf("%5d", t.ID), sessionName(session.Session), cut(t.Name(), 40), name(string(t.Language), "–"), string(t.Stage), t.Date})
			}
		}
		fmt.Fprint(w, table(rows, "  "))
	}
}

func sessionName(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}

// printComparison shows every row that changed: deleted words in [-…-], inserted ones in {+…+}.
func printComparison(w io.Writer, c *app.Comparison) {
	r := c.Redline
	fmt.Fprintf(w, "%s → %s\n%s\n", r.Older.Name, r.Newer.Name, counts(r.Counts))
	for _, row := range r.Rows {
		kind, _ := row.Kind()
		printRow(w, row, name(row.Label(), string(kind)))
	}
	for _, row := range r.Footnotes {
		printRow(w, row, "note")
	}
}

func printRow(w io.Writer, row resolution.Row, called string) {
	if row.Class == resolution.Same {
		return
	}
	what := string(row.Class)
	if row.From != "" {
		what += " from " + row.From
	}
	if row.Reason != "" {
		what += ": " + row.Reason
	}
	fmt.Fprintf(w, "\n%s (%s)\n%s\n", called, what, inline(row.Inline))
}

// brackets stand round a run of each mark; a moved text is told of in the row's head.
var brackets = map[resolution.Mark][2]string{resolution.Deleted: {"[-", "-]"}, resolution.Inserted: {"{+", "+}"}}

func inline(runs []resolution.Run) string {
	var b strings.Builder
	open := resolution.Kept
	turn := func(to resolution.Mark) {
		if brackets[open] != brackets[to] {
			b.WriteString(brackets[open][1] + brackets[to][0])
			open = to
		}
	}
	for _, r := range runs {
		turn(r.Mark)
		if r.Style == resolution.Call {
			b.WriteString("[^" + r.Text + "]")
			continue
		}
		b.WriteString(r.Text)
	}
	turn(resolution.Kept)
	return b.String()
}

func counts(n resolution.Counts) string {
	var parts []string
	for _, class := range []resolution.Class{
		resolution.Same, resolution.Changed, resolution.MovedOnly, resolution.MovedChanged, resolution.Split,
		resolution.Merged, resolution.New, resolution.Gone,
	} {
		if n[class] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[class], class))
		}
	}
	return strings.Join(parts, ", ")
}

func printPlay(w io.Writer, words app.Words, p app.Play) {
	fmt.Fprintf(w, "%s\n%s\n", p.Text.Name(), p.Summary(words))
	var rows [][]string
	for _, row := range p.Rows {
		rows = append(rows, []string{row.Label, words.StandingWords(row.Standing), beginning(row.Words)})
	}
	for _, g := range p.Gone {
		rows = append(rows, []string{g.Label, string(g.Status) + ", and gone", beginning(g.Words)})
	}
	fmt.Fprint(w, table(rows, ""))
}
