package resolution

import (
	"fmt"
	"strings"
	"testing"
)

// TestAnnexesReadBack: headings that look like paragraphs, and what stands between rows of a table, read back as they were
// written: in an annex, between parts, in a text that has nothing else.
func TestAnnexesReadBack(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("We keep the gardens of all schools as well as the valley can and let the children water them in turn. ", 4))
	for name, c := range map[string][]Paragraph{
		"a heading that opens like a paragraph": {
			{Kind: Annex, Text: "Annex"}, {Kind: Annex, Number: "1", Text: long}, {Kind: Annex, Number: "2", Text: long},
			{Kind: Heading, Text: "Welcoming children to the gardens"},
			{Kind: Annex, Number: "3", Text: long}, {Kind: Annex, Number: "4", Text: long},
		},
		"a heading that ends in a colon": {
			{Kind: Annex, Text: "Annex"}, {Kind: Annex, Number: "1", Text: long}, {Kind: Annex, Number: "2", Text: long},
			{Kind: Heading, Text: "A gardener hands the seeds of the garden over to another one:"},
			{Kind: Annex, Number: "(a)", Level: 1, Text: "By hand; or"}, {Kind: Annex, Number: "(b)", Level: 1, Text: "By post."},
		},
		"a long heading between rows": {
			{Kind: Annex, Text: "Annex"}, {Kind: Annex, Number: "1", Text: long}, {Kind: Annex, Number: "2", Text: long},
			{Kind: Table, Text: "Seeds\t12"}, {Kind: Table, Text: "Spades"},
			{Kind: Heading, Text: "Tools and seeds of the gardens " + strings.Repeat("58/101, 59/102, 60/103, ", 7) + "61/104"},
			{Kind: Table, Text: "Water\t7"}, {Kind: Table, Text: "Issued"},
		},
		"headings below a part, amid many short lines": append(append([]Paragraph{
			{Kind: Operative, Number: "1", Opening: 10, Text: "Takes note of the report;"}}, rows(40)...),
			Paragraph{Kind: Heading, Text: "Gardens and law"}, Paragraph{Kind: Heading, Text: "Section 7"}, Paragraph{Kind: Heading, Text: "Court of the Gardens"},
			Paragraph{Kind: Operative, Number: "2", Opening: 10, Text: "Takes note " + long[:320] + ";"},
			Paragraph{Kind: Operative, Number: "3", Opening: 10, Text: "Takes note " + long[:340] + ";"},
			Paragraph{Kind: Operative, Number: "4", Opening: 10, Text: "Takes note " + long[:330] + "."},
		),
	} {
		d := Draft{Language: English, Stage: Working, Paragraphs: append([]Paragraph{
			{Kind: Organ, Text: "The General Assembly,"}, {Kind: Preambular, Opening: 9, Text: "Recalling its resolution 59/101 of 2 December 2004 on gardens,"},
			{Kind: Operative, Number: "1", Opening: 7, Text: "Decides " + long[:300] + "."},
		}, c...)}
		if c[0].Kind == Operative {
			d.Paragraphs = append(d.Paragraphs[:2], c...)
		}
		again, _ := ReadText(Text(d))
		if got, want := kindLines(again), kindLines(d); got != want {
			t.Errorf("%s:\n%s\nwas\n%s\n%s", name, got, want, Text(d))
		}
	}
}

// rows are so many rows of a table.
func rows(n int) (all []Paragraph) {
	for i := range n {
		all = append(all, Paragraph{Kind: Table, Text: fmt.Sprintf("Garden %d\t%d", i, 3*i)})
	}
	return all
}

// kindLines are the paragraphs of a draft with their kinds.
func kindLines(d Draft) string {
	var b strings.Builder
	for _, p := range d.Paragraphs {
		fmt.Fprintf(&b, "%s|%s|%d|%s\n", p.Kind, p.Number, p.Level, p.Text)
	}
	return b.String()
}
