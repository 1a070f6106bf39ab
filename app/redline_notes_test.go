package app

import (
	"fmt"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// noted is a draft of one paragraph that calls notes behind the words before each caret.
func noted(text string, notes ...string) resolution.Draft {
	d := resolution.Draft{Language: resolution.English}
	p := resolution.Paragraph{Kind: resolution.Operative, Number: "1"}
	for i, part := range strings.Split(text, "^") {
		if i > 0 {
			p.Notes = append(p.Notes, resolution.NoteCall{Number: fmt.Sprint(i), Offset: len([]rune(p.Text))})
		}
		p.Text += part
	}
	d.Paragraphs = []resolution.Paragraph{p}
	for i, n := range notes {
		d.Footnotes = append(d.Footnotes, resolution.Footnote{Number: fmt.Sprint(i + 1), Text: n})
	}
	return d
}

func TestNotesArePairedByTheirCalls(t *testing.T) {
	for _, c := range []struct {
		name         string
		older, newer resolution.Draft
		want         string
	}{
		{"the next report at the same place", noted("Takes note of the report;^", "A/58/287."), noted("Takes note of the report;^", "A/59/302 (Parts I and II)."),
			"#1. [-A/58/287-]{+A/59/302+}{+ (Parts I and II)+}."},
		{"the same words elsewhere go before", noted("Takes note of one^ and of another^;", "A/58/1.", "A/58/2."),
			noted("Takes note of another^ and of one^;", "A/58/2.", "A/58/1."), "#1. A/58/2.|#2. A/58/1."},
		{"a note is added before it", noted("Takes note of the report^;", "A/58/287."),
			noted("Takes note of the Covenant^ and of the report^;", "Resolution 2200 A (XXI), annex.", "A/59/302."),
			"#1. Resolution 2200 A (XXI), annex.|#2. [-A/58/287-]{+A/59/302+}."},
		{"notes are not merged", noted("Takes note of it^ and of this^;", "On behalf of the schools of the valley, resolution 10/23.", "Resolution 69/313, annex."),
			noted("Takes note of this^;", "The schools' resolution 69/313, annex."),
			"[-#1.-][- -][-On behalf of the schools of the valley, resolution -][-10/23-][-.-]|#1. [-Resolution-]{+The schools' resolution+} 69/313, annex."},
	} {
		var got []string
		for _, row := range compared(t, c.older, c.newer).Redline.Footnotes {
			text := drawn(row.Inline)
			if row.Class == resolution.New {
				text = strings.NewReplacer("{+", "", "+}", "").Replace(text)
			}
			got = append(got, strings.NewReplacer("<", "", ">", "").Replace(text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

// TestClosingLinesArePaired: of two dates nothing need be the same.
func TestClosingLinesArePaired(t *testing.T) {
	year := func(meeting, date string) resolution.Draft {
		d := one("Decides to meet.")
		d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Closing, Text: meeting}, resolution.Paragraph{Kind: resolution.Closing, Text: date})
		return d
	}
	c := compared(t, year("48th plenary meeting", "1 November 2004"), year("41st plenary meeting", "31 October 2005"))
	if got := classesOf(c); got != "same changed changed" {
		t.Errorf("closed as %s", got)
	}
}
