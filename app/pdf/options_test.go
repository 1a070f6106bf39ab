package pdf

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

func TestFurniture(t *testing.T) {
	d := readDraft(t, "en")
	pages, err := LayOut(d, Options{Paper: Letter, Label: "Draft of 3 November", Hash: "3f9a 77c1"})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) < 2 {
		t.Fatalf("%d pages, want several", len(pages))
	}
	for i, page := range pages {
		if page.Width != 612 || page.Height != 792 {
			t.Errorf("page %d is %v by %v points", i+1, page.Width, page.Height)
		}
		says := textOf([]typeset.Page{page}, typeset.Furniture)
		for _, want := range []string{solid("Draft of 3 November"), "3f9a77c1", pageNumber(i+1, len(pages))} {
			if !strings.Contains(says, want) {
				t.Errorf("page %d: the furniture says %q and not %q", i+1, says, want)
			}
		}
		if head := strings.Contains(says, "A/RES/80/901"+solid(d.Title())); head != (i > 0) {
			t.Errorf("page %d: running head %v", i+1, head)
		}
	}
}

func TestLongTitleInTheRunningHead(t *testing.T) {
	for _, language := range languages {
		c, err := newComposer(Options{}, resolution.Language(language), cleanMeasure)
		if err != nil {
			t.Fatal(err)
		}
		title := strings.Repeat(strings.Join(vocabulary[resolution.Language(language)], " ")+" ", 12)
		b, width := c.shortened(title, 300)
		text := string(b.Paragraph.Text())
		if len(b.Lines) > 2 || width > 300 || !strings.HasSuffix(text, "…") || !strings.HasPrefix(title, strings.TrimSuffix(text, "…")) {
			t.Errorf("%s: %d lines of %.0f points: %q", language, len(b.Lines), width, text)
		}
	}
}

func TestWithoutMasthead(t *testing.T) {
	d := resolution.Draft{Language: resolution.Russian, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Title, Text: "Смотрители маяков"},
		{Kind: resolution.Operative, Number: "1", Text: "просит хранить огни.", Opening: 6},
	}}
	pages, err := LayOut(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if body := textOf(pages, typeset.Body); body != "Смотрителимаяков1.проситхранитьогни." {
		t.Errorf("the page says %q", body)
	}
}

// TestNotes: a part may count its notes anew; what nothing calls stands below the text; what is not there is only called.
func TestNotes(t *testing.T) {
	call := func(number string, offset int) []resolution.NoteCall {
		return []resolution.NoteCall{{Number: number, Offset: offset}}
	}
	d := resolution.Draft{Language: resolution.English, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Operative, Number: "1", Text: "Light;", Notes: call("1", 6)},
		{Kind: resolution.Operative, Number: "1", Text: "Fog;", Notes: call("1", 4)},
		{Kind: resolution.Operative, Number: "2", Text: "Ice.", Notes: call("9", 99)},
	}, Footnotes: []resolution.Footnote{{Number: "1", Text: "Of light."}, {Number: "1", Text: "Of fog."}, {Number: "*", Text: "Of nothing."}}}
	pages, err := LayOut(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	body, foot := textOf(pages, typeset.Body), textOf(pages, typeset.Foot)
	if body != "1.Light;11.Fog;12.Ice.9*Ofnothing." || foot != "1Oflight.1Offog." {
		t.Errorf("body %q, foot %q", body, foot)
	}
}

func TestColumns(t *testing.T) {
	cases := []struct {
		name               string
		least, wish, holds []float32
		room               float32
		want               []float32
	}{
		{"all fit", []float32{1, 1}, []float32{20, 30}, []float32{1, 1}, 100, []float32{20, 30}},
		{"one takes what is left", []float32{10, 10, 10}, []float32{20, 15, 500}, []float32{1, 1, 1}, 100, []float32{20, 15, 65}},
		{"two share what is left", []float32{10, 10, 10}, []float32{20, 400, 500}, []float32{20, 900, 900}, 100, []float32{20, 40, 40}},
		{"the fuller one takes more", []float32{10, 10, 10}, []float32{20, 400, 500}, []float32{20, 400, 3600}, 100, []float32{20, 20, 60}},
		{"never less than a word", []float32{10, 30, 10}, []float32{20, 400, 500}, []float32{20, 400, 3600}, 100, []float32{20, 30, 50}},
		{"a long word", []float32{1, 80, 10}, []float32{33, 80, 10}, []float32{33, 80, 10}, 100, []float32{10, 80, 10}},
		{"no room", []float32{100, 100}, []float32{100, 300}, []float32{1, 1}, 100, []float32{50, 50}},
		{"no room beside a label", []float32{10, 100, 100}, []float32{12, 100, 300}, []float32{1, 1, 1}, 100, []float32{10, 45, 45}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := share(c.least, c.wish, c.holds, c.room)
			for i := range got {
				if got[i] != c.want[i] {
					t.Fatalf("widths %v, want %v", got, c.want)
				}
			}
		})
	}
}
