package resolution

import (
	"strings"
	"testing"

	"mutatis/assets"
)

func TestMarkdown(t *testing.T) {
	d := Draft{Number: "59/901", Language: English, Header: Header{Symbol: "A/RES/59/901"}, Paragraphs: []Paragraph{
		{Kind: Title, Text: "School gardens"},
		{Kind: Organ, Text: "The General Assembly,"},
		{Kind: Preambular, Text: "Recalling its work on gardens,", Opening: 9, Notes: []NoteCall{{"1", 29}, {"2", 29}}},
		{Kind: Operative, Number: "1", Text: "Requests [the * Office]:", Opening: 8},
		{Kind: Subparagraph, Number: "(a)", Level: 1, Text: "To dig_deep;"},
		{Kind: Table, Text: "Seeds\t3 | 4"},
		{Kind: Table, Text: "Spades\t5"},
		{Kind: Unknown, Text: "2004. A year"},
	}, Footnotes: []Footnote{{"1", "Resolution 1*."}}}
	want := `A/RES/59/901

# 59/901. School gardens

*The General Assembly*,

*Recalling* its work on gardens[^1]<sup>2</sup>,

1\. *Requests* \[the \* Office\]:

> (a) To dig\_deep;

| Seeds | 3 \| 4 |
| --- | --- |
| Spades | 5 |

2004\. A year

[^1]: Resolution 1\*.
`
	if got := Markdown(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestMarkdownLosesNothing: the words of every sample are in its Markdown, in their order.
func TestMarkdownLosesNothing(t *testing.T) {
	signs := strings.NewReplacer(`\`, "", "*", "")
	for _, s := range assets.SampleTexts() {
		d, _ := ReadText(s.Text)
		rest := signs.Replace(Markdown(d))
		for _, p := range d.Paragraphs {
			text := signs.Replace(p.marked(func(n string) string { return "[^" + n + "]" }))
			_, after, found := strings.Cut(rest, text)
			if !found {
				t.Fatalf("%s: %q is not in\n%s", s.File, text, rest)
			}
			rest = after
		}
	}
}
