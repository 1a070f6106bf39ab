package html

import (
	"regexp"
	"strings"

	"mutatis/app/resolution"
)

// A fixture is written as text with marks: {+inserted+}, {-deleted-}, {~moved~}, *opening*, ^note call^, <cited>.
var fixtureMarks = map[string]resolution.Mark{"+": resolution.Inserted, "-": resolution.Deleted, "~": resolution.Moved}

var fixturePiece = regexp.MustCompile(`\*[^*]+\*|\^[^^]+\^|<[^<>]+>|[^*^<>]+`)

func runs(s string) []resolution.Run {
	var out []resolution.Run
	for s != "" {
		before, rest, found := strings.Cut(s, "{")
		out = append(out, styled(before, resolution.Kept)...)
		if !found {
			break
		}
		sign := rest[:1]
		inside, after, _ := strings.Cut(rest[1:], sign+"}")
		out = append(out, styled(inside, fixtureMarks[sign])...)
		s = after
	}
	return out
}

func styled(s string, m resolution.Mark) []resolution.Run {
	var out []resolution.Run
	for _, piece := range fixturePiece.FindAllString(s, -1) {
		r := resolution.Run{Text: piece, Mark: m}
		switch piece[0] {
		case '*':
			r.Text, r.Style = strings.Trim(piece, "*"), resolution.Italic
		case '^':
			r.Text, r.Style = strings.Trim(piece, "^"), resolution.Call
		case '<':
			r.Text = strings.Trim(piece, "<>")
			r.Link = "A/RES/" + r.Text
		}
		out = append(out, r)
	}
	return out
}

// cell is a paragraph; the kind follows from its label.
func cell(label, text string) resolution.Cell {
	c := resolution.Cell{Label: label, Kind: resolution.Unknown, Runs: runs(text)}
	switch {
	case strings.Contains(label, "("):
		c.Kind, c.Level = resolution.Subparagraph, 1
	case strings.HasPrefix(label, "PP"):
		c.Kind = resolution.Preambular
	case strings.HasPrefix(label, "OP"):
		c.Kind = resolution.Operative
	}
	return c
}

func cells(c ...resolution.Cell) []resolution.Cell { return c }

func kind(k resolution.Kind, text string) resolution.Cell {
	return resolution.Cell{Kind: k, Runs: runs(text)}
}

func standing(c resolution.Cell, s resolution.Status, lost bool) resolution.Cell {
	c.Standing = resolution.Standing{Status: s, Lost: lost}
	return c
}

// row fills what a fixture left out: the text in one, where one side has it all.
func row(r resolution.Row, inline string) resolution.Row {
	r.Inline = runs(inline)
	if inline == "" {
		for _, c := range append(r.Newer, r.Older...)[:1] {
			r.Inline = c.Runs
		}
	}
	return r
}

func counted(r resolution.Redline) resolution.Redline {
	r.Counts = resolution.Counts{}
	for _, row := range r.Rows {
		r.Counts[row.Class]++
	}
	return r
}

// everyClass is a redline with a row of every class.
func everyClass() resolution.Redline {
	same := func(label, text string) resolution.Row {
		return row(resolution.Row{Class: resolution.Same, Older: cells(cell(label, text)), Newer: cells(cell(label, text))}, "")
	}
	title := kind(resolution.Title, "School gardens")
	organ := kind(resolution.Organ, "*The General Assembly,*")
	return counted(resolution.Redline{
		Older: resolution.Caption{Name: "A/RES/78/911", Detail: "adopted, 19 December 2023", Title: "School gardens", Language: resolution.English},
		Newer: resolution.Caption{Name: "A/C.2/80/L.901", Detail: "L-document, 14 October 2025", Title: "School gardens", Language: resolution.English},
		Rows: []resolution.Row{
			row(resolution.Row{Class: resolution.Same, Older: cells(title), Newer: cells(title)}, ""),
			row(resolution.Row{Class: resolution.Same, Older: cells(organ), Newer: cells(organ)}, ""),
			same("PP1", "*Recalling* its resolution <55/901> of 20 December 2000,"),
			row(resolution.Row{Class: resolution.Changed, Weight: resolution.Technical, Reason: "dates rolled on",
				Older: cells(cell("PP2", "*Recalling also* its resolution <77/905> of {-14 December 2022-},")),
				Newer: cells(cell("PP2", "*Recalling also* its resolution <77/905> of {+19 December 2023 and <79/908> of 19 December 2024+},"))},
				"*Recalling also* its resolution <77/905> of {-14 December 2022-}{+19 December 2023 and <79/908> of 19 December 2024+},"),
			row(resolution.Row{Class: resolution.MovedOnly, From: "PP7", Weight: resolution.Editorial,
				Older: cells(cell("PP7", "{~*Stressing* that school gardens supplement adequate meals at school,~}")),
				Newer: cells(cell("PP3", "{~*Stressing* that school gardens supplement adequate meals at school,~}"))}, ""),
			row(resolution.Row{Class: resolution.New, Weight: resolution.Substantive,
				Newer: cells(cell("PP4", "{+*Welcoming* the observance in 2025 of the anniversary,^1^+}"))}, ""),
			row(resolution.Row{Class: resolution.Gone, Weight: resolution.Substantive,
				Older: cells(cell("PP4", "{-*Aware* that many schools have neither land nor water,-}"))}, ""),
			row(resolution.Row{Class: resolution.MovedChanged, From: "OP5", Weight: resolution.Substantive,
				Reason: "“requests” became “invites”: weaker",
				Older:  cells(cell("OP5", "5. {-*Requests*-}{~ the Secretary-General to keep a register;~}")),
				Newer:  cells(standing(cell("OP1", "1. {+*Invites*+}{~ the Secretary-General to keep a register;~}"), resolution.AgreedAdRef, true))},
				"1. {-*Requests*-}{+*Invites*+}{~ the Secretary-General to keep a register;~}"),
			row(resolution.Row{Class: resolution.Split,
				Older: cells(cell("OP3", "3. *Calls upon* Member States to observe the Day{-, and encourages schools to open their gardens-};")),
				Newer: cells(cell("OP3", "3. *Calls upon* Member States to observe the Day;"), cell("OP4", "4. {+*Encourages*+} schools to open their gardens;"))},
				"3. *Calls upon* Member States to observe the Day{-, and encourages-}{+;\n4. *Encourages*+} schools to open their gardens;"),
			row(resolution.Row{Class: resolution.Merged, Weight: resolution.Editorial,
				Older: cells(cell("OP6", "6. *Encourages* Governments to provide tools;"), cell("OP7", "7. {-*Also encourages* Governments to provide-} water;")),
				Newer: cells(cell("OP6", "6. *Encourages* Governments to provide tools{+ and+} water;"))},
				"6. *Encourages* Governments to provide tools{-;-}{+ and+} water;"),
			row(resolution.Row{Class: resolution.Same, Older: cells(cell("OP8 (a)", "(a) To set aside land;")),
				Newer: cells(standing(cell("OP9 (a)", "(a) To set aside land;"), resolution.Agreed, false))}, ""),
		},
		Footnotes: []resolution.Row{row(resolution.Row{Class: resolution.Changed,
			Older: cells(kind(resolution.Unknown, "1. A/{-78/9187-}.")), Newer: cells(kind(resolution.Unknown, "1. A/{+80/9176+}."))},
			"1. A/{-78/9187-}{+80/9176+}.")},
	})
}

// inLanguage is a small redline in one language.
func inLanguage(l resolution.Language, older, newer, both string) resolution.Redline {
	return counted(resolution.Redline{
		Older: resolution.Caption{Name: "A/C.2/55/L.901", Language: l}, Newer: resolution.Caption{Name: "A/RES/55/901", Language: l},
		Rows: []resolution.Row{row(resolution.Row{Class: resolution.Changed,
			Older: cells(cell("OP1", older)), Newer: cells(cell("OP1", newer))}, both)},
	})
}
