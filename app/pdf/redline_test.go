package pdf

import "mutatis/app/resolution"

// sampleRedline shows every class of row, every mark, notes, statuses and reasons.
func sampleRedline() resolution.Redline {
	run := func(text string, m resolution.Mark) resolution.Run { return resolution.Run{Text: text, Mark: m} }
	style := func(text string, m resolution.Mark, s resolution.Style) resolution.Run {
		return resolution.Run{Text: text, Mark: m, Style: s}
	}
	cell := func(label string, k resolution.Kind, s resolution.Standing) []resolution.Cell {
		return []resolution.Cell{{Label: label, Kind: k, Standing: s}}
	}
	agreed := resolution.Standing{Status: resolution.AgreedAdRef}
	return resolution.Redline{
		Older: resolution.Caption{Name: "A/RES/79/908", Detail: "adopted, 19 December 2024", Language: "en"},
		Newer: resolution.Caption{Name: "A/C.2/80/L.901", Detail: "tabled, 4 November 2025", Title: "Keepers of lighthouses", Language: "en"},
		Counts: resolution.Counts{resolution.Same: 1, resolution.Changed: 1, resolution.MovedOnly: 1, resolution.Split: 1,
			resolution.New: 1, resolution.Gone: 1},
		Rows: []resolution.Row{
			{Class: resolution.Same, Older: cell("", resolution.Title, resolution.Standing{}), Newer: cell("", resolution.Title, resolution.Standing{}),
				Inline: []resolution.Run{style("Keepers of lighthouses", resolution.Kept, resolution.Bold)}},
			{Class: resolution.Same, Older: cell("PP1", resolution.Preambular, agreed), Newer: cell("PP1", resolution.Preambular, agreed),
				Inline: []resolution.Run{style("Recalling", resolution.Kept, resolution.Italic), run(" its resolution 75/901 of 18 December 2020,", resolution.Kept), style("1", resolution.Kept, resolution.Call)}},
			{Class: resolution.Changed, Older: cell("OP1", resolution.Operative, agreed), Newer: cell("OP1", resolution.Operative, resolution.Standing{Status: resolution.Agreed, Lost: true}),
				Weight: resolution.Substantive, Reason: "a duty became an invitation",
				Inline: []resolution.Run{style("1.", resolution.Kept, resolution.Numeral), run(" ", resolution.Kept), style("Requests", resolution.Deleted, resolution.Italic),
					style("Invites", resolution.Inserted, resolution.Italic), run(" Member States that have coasts, in cooperation with those that have none, and with due regard to fishing fleets", resolution.Kept),
					run(", ferries and pilots", resolution.Inserted), run(", to keep the lights on the outer islands burning", resolution.Kept), run(" in winter", resolution.Deleted), run(";", resolution.Kept)}},
			{Class: resolution.MovedOnly, From: "OP5", Older: cell("OP5", resolution.Operative, resolution.Standing{}), Newer: cell("OP2", resolution.Operative, resolution.Standing{}),
				Weight: resolution.Editorial, Inline: []resolution.Run{style("2.", resolution.Moved, resolution.Numeral), run(" ", resolution.Moved), style("Welcomes", resolution.Moved, resolution.Italic), run(" the report of the Secretary-General;", resolution.Moved), style("2", resolution.Moved, resolution.Call)}},
			{Class: resolution.Split, Older: cell("OP3", resolution.Operative, resolution.Standing{}),
				Newer:  append(cell("OP3", resolution.Operative, resolution.Standing{}), cell("OP4", resolution.Operative, resolution.Standing{})...),
				Inline: []resolution.Run{style("3.", resolution.Kept, resolution.Numeral), run(" ", resolution.Kept), style("Decides", resolution.Kept, resolution.Italic), run(" to proclaim the first Friday of November Day of the Lamp", resolution.Kept), run(", and", resolution.Deleted), run(";", resolution.Inserted), run("\n", resolution.Inserted), style("4.", resolution.Inserted, resolution.Numeral), run(" Also decides", resolution.Inserted), run(" to observe it each year;", resolution.Kept)}},
			{Class: resolution.New, Newer: cell("OP4 (a)", resolution.Subparagraph, resolution.Standing{Status: resolution.Bracketed}), Weight: resolution.Technical,
				Inline: []resolution.Run{style("(a)", resolution.Inserted, resolution.Numeral), run(" [To pay those who write down what keepers know;]", resolution.Inserted)}},
			{Class: resolution.Gone, Older: cell("OP6", resolution.Operative, resolution.Standing{}), Weight: resolution.Substantive,
				Inline: []resolution.Run{style("6.", resolution.Deleted, resolution.Numeral), run(" ", resolution.Deleted), style("Calls upon", resolution.Deleted, resolution.Italic), run(" all States to keep the logs of lights that have gone out.", resolution.Deleted)}},
		},
		Footnotes: []resolution.Row{{Class: resolution.Changed, Older: cell("", resolution.Unknown, resolution.Standing{}), Newer: cell("", resolution.Unknown, resolution.Standing{}),
			Inline: []resolution.Run{style("1.", resolution.Kept, resolution.Numeral), run(" Resolution 75/901, para. ", resolution.Kept), run("3", resolution.Deleted), run("4", resolution.Inserted), run(".", resolution.Kept)}}},
	}
}

// sampleReport has text, a table longer than a page, and a redline.
func sampleReport() resolution.Report {
	cell := func(texts ...string) (row [][]resolution.Run) {
		for _, text := range texts {
			row = append(row, []resolution.Run{{Text: text}})
		}
		return row
	}
	r := resolution.Report{Title: "State of play: A/C.2/80/L.901", Subtitle: "Keepers of lighthouses", Language: "en"}
	table := resolution.ReportTable{Columns: []string{"Paragraph", "Status", "Since", "Words"}}
	for i := range 40 {
		status := []string{"agreed", "agreed ad ref", "open", "[ ] bracketed"}[i%4]
		table.Rows = append(table.Rows, cell("OP"+string(rune('A'+i%26)), status, "3 November 2025",
			"Requests Member States that have coasts, in cooperation with those that have none, to keep the lights burning"))
	}
	r.Sections = []resolution.Section{
		{Text: []string{"agreed: 10 · agreed ad ref: 10 · open: 10 · [ ] bracketed: 10"}},
		{Heading: "Paragraph by paragraph", Table: table},
		{Heading: "Changed since", Redline: sampleRedline().Rows},
	}
	return r
}
