package resolution

import (
	"slices"
	"testing"
)

func TestLabels(t *testing.T) {
	tests := []struct {
		name       string
		paragraphs []Paragraph
		want       []string
	}{
		{"one resolution", []Paragraph{
			{Kind: Title, Number: "59/1", Text: "Lamps"}, {Kind: Organ}, {Kind: Preambular}, {Kind: Preambular}, {Kind: Operative, Number: "1"},
			{Kind: Subparagraph, Number: "(a)", Level: 1}, {Kind: Subparagraph, Number: "(i)", Level: 2}, {Kind: Subparagraph, Number: "(b)", Level: 1},
			{Kind: Operative, Number: "2"}, {Kind: Closing},
		}, []string{"", "", "PP1", "PP2", "OP1", "OP1 (a)", "OP1 (a) (i)", "OP1 (b)", "OP2", ""}},
		{"a single paragraph without a number", []Paragraph{{Kind: Organ}, {Kind: Operative}}, []string{"", "OP1"}},
		{"a list in the preamble", []Paragraph{{Kind: Preambular}, {Kind: Subparagraph, Number: "a)", Level: 1}, {Kind: Preambular}}, []string{"PP1", "PP1 a)", "PP2"}},
		{"numbers that go on through parts", []Paragraph{{Kind: Part, Number: "I"}, {Kind: Operative, Number: "1"}, {Kind: Part, Number: "II"}, {Kind: Operative, Number: "2"}}, []string{"", "OP1", "", "OP2"}},
		{"numbers that begin again", []Paragraph{
			{Kind: Part, Number: "I"}, {Kind: Preambular}, {Kind: Operative, Number: "1"}, {Kind: Part, Number: "II"}, {Kind: Preambular}, {Kind: Operative, Number: "1"},
		}, []string{"", "I.PP1", "I.OP1", "", "II.PP1", "II.OP1"}},
		{"bis", []Paragraph{{Kind: Operative, Number: "3"}, {Kind: Operative, Number: "3 bis"}, {Kind: Preambular, Number: "PP2 alt"}}, []string{"OP3", "OP3 bis", "PP2 alt"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := (Draft{Paragraphs: tt.paragraphs}).Labels(); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
