package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
)

// line is one line of a comparison's list: a row of the redline, or what stands for rows that are not shown.
type line struct {
	kind lineKind
	row  int // index in Redline.Rows, or in Redline.Footnotes for a note
	many int // of hidden: how many rows from row on are not shown
}

type lineKind uint8

const (
	paragraphLine lineKind = iota
	noteLine
	noteHeading // above the footnotes
	hiddenLine  // paragraphs that are not shown: without a change, or left out by the filter
	hiddenNotes // notes that are not shown
)

// lines lists what a comparison shows. Every run of rows that are not shown becomes one line that counts them, unless a
// person opened it: nothing is hidden without a count. Not shown are changes that the filter leaves out and, where only
// changes are asked for, rows without a change on which nothing is noted.
func lines(r resolution.Redline, changesOnly bool, f app.Filter, opened map[line]bool, noted []int) []line {
	shown := func(rows []resolution.Row) func(i int) bool {
		return func(i int) bool { return f.Shows(rows[i]) && !(changesOnly && rows[i].Class == resolution.Same) }
	}
	changed := shown(r.Rows)
	whole := func(i int) bool { return changed(i) || r.Rows[i].Class == resolution.Same && slices.Contains(noted, i) }
	out := section(len(r.Rows), paragraphLine, hiddenLine, whole, opened)
	if len(r.Footnotes) == 0 {
		return out
	}
	out = append(out, line{kind: noteHeading})
	return append(out, section(len(r.Footnotes), noteLine, hiddenNotes, shown(r.Footnotes), opened)...)
}

// section lists rows of one kind: those that are shown, and a line for every run of those that are not.
func section(rows int, shown, hidden lineKind, shows func(i int) bool, opened map[line]bool) []line {
	var out []line
	for i := 0; i < rows; {
		run := 0
		for i+run < rows && !shows(i+run) {
			run++
		}
		if h := (line{kind: hidden, row: i, many: run}); run > 0 && !opened[h] {
			out = append(out, h)
			i += run
			continue
		}
		for range max(1, run) {
			out = append(out, line{kind: shown, row: i})
			i++
		}
	}
	return out
}

// lineOf is the line of a row, -1 where it is not shown.
func lineOf(lines []line, row int) int {
	return slices.IndexFunc(lines, func(l line) bool { return l.kind == paragraphLine && l.row == row })
}

// stepRows says to which row a key leads from one; what is between paragraphs is stepped over.
func stepRows(l *list, ev *fyne.KeyEvent, lines []line, from int) (row int, ok bool) {
	at := lineOf(lines, from)
	to, ok := l.step(ev, at, len(lines))
	for ok && to >= 0 && to < len(lines) && lines[to].kind != paragraphLine {
		if to > at {
			to++
		} else {
			to--
		}
	}
	if !ok || to < 0 || to >= len(lines) {
		return 0, false
	}
	return lines[to].row, true
}

// tag says in words what became of a row: "moved from PP7 · 3 edits".
func tag(w app.Words, r resolution.Row) string {
	if r.Reason != "" && (r.Class == resolution.New || r.Class == resolution.Gone) {
		return r.Reason // which says so itself
	}
	var parts []string
	add := func(key string, args ...any) { parts = append(parts, w.Say(key, args...)) }
	switch r.Class {
	case resolution.New:
		add("tag.new")
	case resolution.Gone:
		add("tag.deleted")
	case resolution.Split:
		add("tag.split", len(r.Newer))
	case resolution.Merged:
		add("tag.merged", len(r.Older))
	case resolution.MovedOnly, resolution.MovedChanged:
		if r.From == "" {
			add("tag.moved")
		} else {
			add("tag.moved-from", r.From)
		}
	}
	if n := edits(r); n == 1 && hasEdits[r.Class] {
		add("tag.edit")
	} else if n > 1 && hasEdits[r.Class] {
		add("tag.edits", n)
	}
	if r.Reason != "" {
		parts = append(parts, r.Reason)
	}
	return strings.Join(parts, " · ")
}

// hasEdits are the classes in which single edits are counted.
var hasEdits = map[resolution.Class]bool{
	resolution.Changed: true, resolution.MovedChanged: true, resolution.Split: true, resolution.Merged: true,
}

// edits counts the places of a row at which words changed: a deletion with what replaced it is one.
func edits(r resolution.Row) int {
	n, inside := 0, false
	for _, run := range r.Inline {
		edit := run.Mark == resolution.Inserted || run.Mark == resolution.Deleted
		if edit && !inside {
			n++
		}
		if edit || strings.TrimSpace(run.Text) != "" {
			inside = edit
		}
	}
	return n
}

// renumbered is the label a paragraph had before, "" where it has kept it or came from elsewhere.
func renumbered(r resolution.Row) string {
	if len(r.Older) != 1 || len(r.Newer) != 1 || (r.Class != resolution.Same && r.Class != resolution.Changed) {
		return ""
	}
	if was := r.Older[0].Label; was != r.Newer[0].Label {
		return was
	}
	return ""
}

// rowLabel is what a delegate calls the row: the newer label, the older where the paragraph is gone.
func rowLabel(r resolution.Row) string {
	cells := r.Newer
	if len(cells) == 0 {
		cells = r.Older
	}
	if len(cells) == 0 {
		return ""
	}
	if last := cells[len(cells)-1].Label; len(cells) > 1 && last != "" && last != cells[0].Label {
		return cells[0].Label + "–" + last
	}
	return cells[0].Label
}
