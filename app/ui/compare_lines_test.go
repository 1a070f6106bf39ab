package ui

import (
	"reflect"
	"testing"

	"mutatis/app"
	"mutatis/app/resolution"
)

func rows(classes ...resolution.Class) []resolution.Row {
	var out []resolution.Row
	for _, c := range classes {
		out = append(out, resolution.Row{Class: c})
	}
	return out
}

func TestLinesHideNothingWithoutACount(t *testing.T) {
	const same, changed, gone = resolution.Same, resolution.Changed, resolution.Gone
	r := resolution.Redline{Rows: rows(same, same, changed, same, gone), Footnotes: rows(same, changed)}
	whole := []line{
		{kind: paragraphLine, row: 0}, {kind: paragraphLine, row: 1}, {kind: paragraphLine, row: 2}, {kind: paragraphLine, row: 3},
		{kind: paragraphLine, row: 4}, {kind: noteHeading}, {kind: noteLine, row: 0}, {kind: noteLine, row: 1},
	}
	short := []line{
		{kind: hiddenLine, row: 0, many: 2}, {kind: paragraphLine, row: 2}, {kind: hiddenLine, row: 3, many: 1},
		{kind: paragraphLine, row: 4}, {kind: noteHeading}, {kind: hiddenNotes, row: 0, many: 1}, {kind: noteLine, row: 1},
	}
	if got := lines(r, false, 0, nil, nil); !reflect.DeepEqual(got, whole) {
		t.Errorf("everything: %v", got)
	}
	if got := lines(r, true, 0, nil, nil); !reflect.DeepEqual(got, short) {
		t.Errorf("changes only: %v", got)
	}
	opened := map[line]bool{{kind: hiddenLine, row: 0, many: 2}: true}
	if got := lines(r, true, 0, opened, nil); len(got) != len(short)+1 || got[1] != (line{kind: paragraphLine, row: 1}) {
		t.Errorf("with the first run opened: %v", got)
	}
	for _, only := range []bool{false, true} {
		shown := 0
		for _, l := range lines(r, only, 0, nil, nil) {
			shown += max(l.many, map[bool]int{true: 1}[l.kind == paragraphLine || l.kind == noteLine])
		}
		if shown != len(r.Rows)+len(r.Footnotes) {
			t.Errorf("changes only %v: %d rows are shown or counted of %d", only, shown, len(r.Rows)+len(r.Footnotes))
		}
	}
}

func TestTag(t *testing.T) {
	w := app.LoadWords("en")
	cell := func(label string) []resolution.Cell { return []resolution.Cell{{Label: label}} }
	ins, del, kept := resolution.Inserted, resolution.Deleted, resolution.Kept
	cases := []struct {
		name string
		row  resolution.Row
		want string
	}{
		{"the same", resolution.Row{Class: resolution.Same, Older: cell("OP1"), Newer: cell("OP1")}, ""},
		{"renumbered is said elsewhere", resolution.Row{Class: resolution.Same, Older: cell("OP4"), Newer: cell("OP5")}, ""},
		{"a reason says itself that a paragraph is new", resolution.Row{Class: resolution.New, Reason: "a new request"}, "a new request"},
		{"new", resolution.Row{Class: resolution.New, Newer: cell("OP1")}, "new"},
		{"moved", resolution.Row{Class: resolution.MovedOnly, Older: cell("PP7"), Newer: cell("PP3"), From: "PP7"}, "moved from PP7"},
		{"a replacement is one edit", resolution.Row{Class: resolution.Changed, Inline: []resolution.Run{
			{Text: "a ", Mark: kept}, {Text: "old", Mark: del}, {Text: "new", Mark: ins}, {Text: " c", Mark: kept},
		}}, "1 edit"},
		{"two edits and a reason", resolution.Row{Class: resolution.Changed, Reason: "weaker", Inline: []resolution.Run{
			{Text: "old", Mark: del}, {Text: " word ", Mark: kept}, {Text: "new", Mark: ins},
		}}, "2 edits · weaker"},
		{"a blank between two edits joins them", resolution.Row{Class: resolution.Changed, Inline: []resolution.Run{
			{Text: "one", Mark: del}, {Text: " ", Mark: kept}, {Text: "two", Mark: ins},
		}}, "1 edit"},
		{"split", resolution.Row{Class: resolution.Split, Newer: make([]resolution.Cell, 2)}, "split into 2"},
	}
	for _, c := range cases {
		if got := tag(w, c.row); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
