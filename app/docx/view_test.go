package docx

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mutatis/app/resolution"
)

var twoLevels = Kind(1, Lvl(0, "decimal", "%1."), Lvl(1, "lowerLetter", "(%2)")) + List(1, 1) + List(2, 1)

// TestViews reads tracked changes in three ways. Both is written with {+inserted+} {-deleted-} {>moved<}, ¶ at the end of
// a paragraph, marked where that was inserted or deleted, and the automatic numbers before and after.
func TestViews(t *testing.T) {
	first := P(Num(1, 0), T("Welcomes the ferry;"))
	last := P(Num(1, 0), T("Decides to go on."))
	cases := []struct {
		name                     string
		body                     string
		original, accepted, both string
	}{
		{"nothing", first, "1 Welcomes the ferry;", "1 Welcomes the ferry;", "1.>1. Welcomes the ferry;¶"},
		{"words", P(Num(1, 0), T("Welcomes the "), Del("B", Gone("old ")), Ins("A", T("new and fast ")), T("ferry;")),
			"1 Welcomes the old ferry;", "1 Welcomes the new and fast ferry;", "1.>1. Welcomes the {-old -}{+new and fast +}ferry;¶"},
		{"inserted and deleted again", P(Num(1, 0), T("Welcomes "), Ins("A", Del("B", Gone("all "))), T("ferries;")),
			"1 Welcomes ferries;", "1 Welcomes ferries;", "1.>1. Welcomes {-all -}ferries;¶"},
		{"a new paragraph", first + P(strings.Replace(Num(1, 0), "</w:pPr>", EndMark("ins", "A")+"</w:pPr>", 1), Ins("A", T("Thanks the captain;"))) + last,
			"1 Welcomes the ferry;\n2 Decides to go on.", "1 Welcomes the ferry;\n2 Thanks the captain;\n3 Decides to go on.",
			"1.>1. Welcomes the ferry;¶\n>2. {+Thanks the captain;+}{+¶+}\n2.>3. Decides to go on.¶"},
		{"a deleted paragraph", first + P(strings.Replace(Num(1, 0), "</w:pPr>", EndMark("del", "B")+"</w:pPr>", 1), Del("B", Gone("Thanks the captain;"))) + last,
			"1 Welcomes the ferry;\n2 Thanks the captain;\n3 Decides to go on.", "1 Welcomes the ferry;\n2 Decides to go on.",
			"1.>1. Welcomes the ferry;¶\n2.> {-Thanks the captain;-}{-¶-}\n3.>2. Decides to go on.¶"},
		{"two made one", P(strings.Replace(Num(1, 0), "</w:pPr>", EndMark("del", "B")+"</w:pPr>", 1), T("Welcomes the ferry"), Del("B", Gone(";"))) +
			P(Num(1, 0), Ins("B", T(" and ")), Del("B", Gone("Thanks ")), T("the captain;")) + last,
			"1 Welcomes the ferry;\n2 Thanks the captain;\n3 Decides to go on.", "1 Welcomes the ferry and the captain;\n2 Decides to go on.",
			"1.>1. Welcomes the ferry{-;-}{-¶-}\n2.> {+ and +}{-Thanks -}the captain;¶\n3.>2. Decides to go on.¶"},
		{"one made two", P(strings.Replace(Num(1, 0), "</w:pPr>", EndMark("ins", "A")+"</w:pPr>", 1), T("Welcomes the ferry"), Ins("A", T(";"))) +
			P(Num(1, 0), Del("A", Gone(" and ")), Ins("A", T("Thanks ")), T("the captain;")),
			"1 Welcomes the ferry and the captain;", "1 Welcomes the ferry;\n2 Thanks the captain;",
			"1.>1. Welcomes the ferry{+;+}{+¶+}\n>2. {- and -}{+Thanks +}the captain;¶"},
		{"a moved paragraph", P(strings.Replace(Num(1, 0), "</w:pPr>", EndMark("moveFrom", "B")+"</w:pPr>", 1), Change("moveFrom", "B", 4, T("Thanks the captain;"))) + first +
			P(strings.Replace(Num(1, 0), "</w:pPr>", EndMark("moveTo", "B")+"</w:pPr>", 1), Change("moveTo", "B", 4, T("Thanks the captain;"))) + last,
			"1 Thanks the captain;\n2 Welcomes the ferry;\n3 Decides to go on.", "1 Welcomes the ferry;\n2 Thanks the captain;\n3 Decides to go on.",
			"1.> {>Thanks the captain;<}{>¶<}\n2.>1. Welcomes the ferry;¶\n>2. {>Thanks the captain;<}{>¶<}\n3.>3. Decides to go on.¶"},
		{"a number added", P(Pr(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>`+Change("ins", "A", 5)+`</w:numPr>`), T("Welcomes the ferry;")),
			" Welcomes the ferry;", "1 Welcomes the ferry;", ">1. Welcomes the ferry;¶"},
		{"another level", first + P(Pr(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`+Change("pPrChange", "A", 5, Num(1, 0))), T("Thanks the captain;")),
			"1 Welcomes the ferry;\n2 Thanks the captain;", "1 Welcomes the ferry;\n(a) Thanks the captain;", "1.>1. Welcomes the ferry;¶\n2.>(a) Thanks the captain;¶"},
		{"everything deleted but the end", first + P(Num(1, 0), Del("B", Gone("Thanks the captain;"))) + last,
			"1 Welcomes the ferry;\n2 Thanks the captain;\n3 Decides to go on.", "1 Welcomes the ferry;\n3 Decides to go on.",
			"1.>1. Welcomes the ferry;¶\n2.>2. {-Thanks the captain;-}¶\n3.>3. Decides to go on.¶"},
		{"a formula inserted whole", Change("ins", "A", 1, P(Num(1, 0), T("Thanks the captain;"))) + last, "1 Decides to go on.", "1 Thanks the captain;\n2 Decides to go on.",
			">1. {+Thanks the captain;+}{+¶+}\n1.>2. Decides to go on.¶"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data := build(parts{"body": organ + c.body, "numbering": twoLevels})
			original, accepted, both := mustRead(t, data, Original), mustRead(t, data, Accepted), mustRead(t, data, Both)
			compare(t, numbered(original), c.original)
			compare(t, numbered(accepted), c.accepted)
			compare(t, strings.Join(written(both.Marked)[1:], "\n"), c.both)
			if outline(both) != outline(accepted) {
				t.Errorf("the draft beside the marks is not the accepted one:\n%s", outline(both))
			}
		})
	}
}

// numbered is the body, a paragraph a line.
func numbered(d *Document) string {
	var lines []string
	for _, p := range d.Draft.Paragraphs[1:] {
		lines = append(lines, p.Number+" "+p.Text)
	}
	return strings.Join(lines, "\n")
}

// written is a marked text with the marks in it.
func written(marked []Marked) []string {
	signs := map[resolution.Mark][2]string{resolution.Kept: {"", ""}, resolution.Inserted: {"{+", "+}"}, resolution.Deleted: {"{-", "-}"}, resolution.Moved: {"{>", "<}"}}
	var lines []string
	for _, m := range marked {
		line := m.Older + ">" + m.Newer + " "
		m.End.Text = "¶"
		for _, r := range append(m.Runs, m.End) {
			s := signs[r.Mark()]
			line += s[0] + r.Text + s[1]
		}
		lines = append(lines, line)
	}
	return lines
}

// TestWhoAndWhen: Both says who changed what and when, and the problems say that the file has changes.
func TestWhoAndWhen(t *testing.T) {
	data := build(parts{"body": organ + P(T("Decides to "), Del("Perez", Gone("meet")), Ins("Ivanova", T("wait")), T("."))})
	d := mustRead(t, data, Both)
	runs := d.Marked[1].Runs
	if len(runs) != 4 {
		t.Fatalf("%d runs", len(runs))
	}
	gone, new := runs[1], runs[2]
	if gone.Deleted == nil || gone.Deleted.Author != "Perez" || !gone.Deleted.Date.Equal(time.Date(2031, 3, 2, 10, 0, 0, 0, time.UTC)) || gone.Text != "meet" {
		t.Errorf("deleted: %+v", gone)
	}
	if new.Inserted == nil || new.Inserted.Author != "Ivanova" || new.Text != "wait" {
		t.Errorf("inserted: %+v", new)
	}
	for v, how := range map[View]string{Accepted: "accepted", Original: "rejected"} {
		found := false
		for _, p := range mustRead(t, data, v).Problems {
			found = found || strings.Contains(p.Message, "2 tracked changes by Perez, Ivanova") && strings.Contains(p.Message, how)
		}
		if !found {
			t.Errorf("nothing is said of the changes that were %s", how)
		}
	}
	if d := mustRead(t, build(parts{"body": organ}), Both); len(d.Problems) > 0 {
		t.Errorf("a file without changes: %v", d.Problems)
	}
}

// TestChangedTables: rows and cells are inserted and deleted whole.
func TestChangedTables(t *testing.T) {
	cell := func(text string) string { return P(T(text)) }
	changed := func(kind string) string { return `<w:trPr>` + Change(kind, "A", 1) + `</w:trPr>` }
	body := organ + P(T("Decides to meet.")) + P(Pr(centred), T("Annex")) + Tbl(Row(cell("Ferry"), cell("Captain")),
		strings.Replace(Row(cell("Anna"), cell("Li")), "<w:tr>", "<w:tr>"+changed("ins"), 1),
		strings.Replace(Row(cell("Bela"), cell("Diaz")), "<w:tr>", "<w:tr>"+changed("del"), 1))
	for v, want := range map[View]string{
		Accepted: "table||Ferry\tCaptain\ntable||Anna\tLi\n",
		Original: "table||Ferry\tCaptain\ntable||Bela\tDiaz\n",
	} {
		compare(t, bodyOf(mustRead(t, build(parts{"body": body}), v)), "operative||Decides to meet.\nannex||Annex\n"+want)
	}
}

// TestChangedNotes: notes are numbered as the view shows them, and their words follow the view too.
func TestChangedNotes(t *testing.T) {
	data := build(parts{
		"body":      organ + P(T("Recalling the charter"), Del("B", Ref(2)), T(" and the rules"), Ref(3), T(",")),
		"footnotes": Note(2, T("The charter.")) + Note(3, T("The "), Del("B", Gone("old ")), Ins("A", T("new ")), T("rules.")),
	})
	for v, want := range map[View]string{
		Accepted: "preambular||Recalling the charter and the rules[^1],\n[^1] The new rules.\n",
		Original: "preambular||Recalling the charter[^1] and the rules[^2],\n[^1] The charter.\n[^2] The old rules.\n",
	} {
		compare(t, bodyOf(mustRead(t, data, v)), want)
	}
	var calls []string
	for _, r := range mustRead(t, data, Both).Marked[1].Runs {
		if r.Note != "" {
			calls = append(calls, fmt.Sprintf("%s/%d", r.Note, r.Mark()))
		}
	}
	if got := strings.Join(calls, " "); got != "1/2 1/0" { // the deleted call has its number of before
		t.Errorf("calls and marks %s", got)
	}
}
