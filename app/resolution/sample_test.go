package resolution_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// sampleShape is what each text of the sample library consists of, in every language it is there in.
var sampleShape = map[string]struct{ preambular, operative, subparagraphs, notes int }{
	"A/C.2/55/L.901":       {5, 8, 3, 2},
	"A/RES/55/901":         {6, 7, 3, 2},
	"A/RES/77/905":         {8, 11, 3, 2},
	"A/RES/78/911":         {7, 13, 4, 2},
	"A/RES/79/908":         {8, 12, 4, 2},
	"A/C.2/80/L.901":       {9, 12, 5, 3},
	"A/C.2/80/L.901/Rev.1": {9, 13, 5, 3},
}

func TestSampleTextsReadWithoutProblems(t *testing.T) {
	for _, s := range assets.SampleTexts() {
		t.Run(s.File, func(t *testing.T) {
			d, problems := resolution.ReadText(s.Text)
			for _, p := range problems {
				t.Errorf("problem at paragraph %d: %s", p.Paragraph, p.Message)
			}
			checkSampleHead(t, d, s)
			checkSampleShape(t, d, s.Symbol)
			if t.Failed() {
				t.Log(outline(d))
			}
		})
	}
}

func checkSampleHead(t *testing.T, d resolution.Draft, s assets.SampleText) {
	t.Helper()
	for _, c := range []struct{ what, got, want string }{
		{"symbol", d.Symbol, s.Symbol},
		{"language", string(d.Language), s.Language},
		{"stage", string(d.Stage), s.Stage},
		{"session", fmt.Sprint(d.Session), fmt.Sprint(s.Session)},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	notice, _, _ := strings.Cut(s.Text, "\n")
	if !slices.Contains(d.Header.Other, notice) {
		t.Errorf("the line that calls it a sample is not in the masthead: %q", d.Header.Other)
	}
	if d.Title() == "" || d.Organ() == "" {
		t.Errorf("title %q, organ %q", d.Title(), d.Organ())
	}
	if adopted := s.Stage == "adopted"; adopted && (d.Closing.Meeting == "" || d.Closing.Date == "" || d.Number == "" || d.Date != s.Date) {
		t.Errorf("closing %+v, number %q, date %q, want date %s", d.Closing, d.Number, d.Date, s.Date)
	}
}

func checkSampleShape(t *testing.T, d resolution.Draft, symbol string) {
	t.Helper()
	count := map[resolution.Kind]int{}
	calls := 0
	for _, p := range d.Paragraphs {
		count[p.Kind]++
		calls += len(p.Notes)
		if known := d.Language == resolution.English || d.Language == resolution.Russian; known && opens(p) && p.Opening == 0 {
			t.Errorf("no opening: %s", p.Text)
		}
	}
	want := sampleShape[symbol]
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"preambular paragraphs", count[resolution.Preambular], want.preambular},
		{"operative paragraphs", count[resolution.Operative], want.operative},
		{"subparagraphs", count[resolution.Subparagraph], want.subparagraphs},
		{"unknown paragraphs", count[resolution.Unknown], 0},
		{"footnotes", len(d.Footnotes), want.notes},
		{"note calls", calls, want.notes},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

// opens reports whether a paragraph begins with words set in italics.
func opens(p resolution.Paragraph) bool {
	return p.Kind == resolution.Preambular || p.Kind == resolution.Operative
}

func outline(d resolution.Draft) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", d.Header)
	for i, p := range d.Paragraphs {
		fmt.Fprintf(&b, "%2d %-12s %-6s %d %v %s\n", i, p.Kind, p.Number, p.Opening, p.Notes, p.Text)
	}
	fmt.Fprintf(&b, "%v\nleft out: %q\n", d.Footnotes, d.LeftOut)
	return b.String()
}

// Language versions have the same paragraphs: the same kinds, levels and note calls in the same order.
func TestSampleLanguagesCorrespond(t *testing.T) {
	form := func(d resolution.Draft) string {
		var b strings.Builder
		for _, p := range d.Paragraphs {
			if p.Kind == resolution.Closing { // Chinese prints the date before the meeting
				continue
			}
			fmt.Fprintf(&b, "%s %d %d\n", p.Kind, p.Level, len(p.Notes))
		}
		return b.String()
	}
	english := map[string]string{}
	for _, s := range assets.SampleTexts() {
		d, _ := resolution.ReadText(s.Text)
		if s.Language == "en" {
			english[s.Symbol] = form(d)
		} else if form(d) != english[s.Symbol] {
			t.Errorf("%s differs from English:\n%s", s.File, outline(d))
		}
	}
}

// What docs/sample.md says of agreements that stand from the L-document to its revision, and of those that do not.
func TestSampleRevisionKeepsAndChangesWords(t *testing.T) {
	older, newer := sampleParagraphs("A/C.2/80/L.901"), sampleParagraphs("A/C.2/80/L.901/Rev.1")
	for _, c := range []struct {
		older, newer string
		same         bool
	}{
		{"PP1", "PP1", true}, {"PP2", "PP2", true}, {"PP3", "PP3", true}, {"PP4", "PP4", true}, {"PP5", "PP5", false},
		{"PP6", "PP6", true}, {"PP7", "PP7", true}, {"PP8", "PP8", true}, {"PP9", "PP9", true},
		{"OP1", "OP1", true}, {"OP2", "OP2", false}, {"OP3", "OP3", true}, {"OP4", "OP4", true}, {"OP5", "OP5", true},
		{"OP6", "OP6", true}, {"OP6 (a)", "OP6 (a)", true}, {"OP6 (d)", "OP6 (d)", true}, {"OP6 (e)", "OP6 (e)", false},
		{"OP7", "OP7", false}, {"OP8", "OP8", true}, {"OP9", "OP10", false}, {"OP9 bis", "OP11", false},
		{"OP10", "OP12", false}, {"OP11", "OP13", true},
	} {
		if older[c.older] == "" || newer[c.newer] == "" {
			t.Errorf("there is no %s or no %s", c.older, c.newer)
		} else if same := older[c.older] == newer[c.newer]; same != c.same {
			t.Errorf("%s and %s have the same words: %v, want %v", c.older, c.newer, same, c.same)
		}
	}
}

// A paragraph dropped one year and restored the next has its old words again.
func TestSampleParagraphComesBack(t *testing.T) {
	before, without, after := sampleParagraphs("A/RES/77/905"), sampleParagraphs("A/RES/78/911"), sampleParagraphs("A/RES/79/908")
	text := before["PP7"]
	if text == "" || after["PP7"] != text {
		t.Errorf("PP7 was %q and is %q", text, after["PP7"])
	}
	for label, words := range without {
		if words == text {
			t.Errorf("%s has it in the year between", label)
		}
	}
}

// sampleParagraphs is the English text of a symbol, by what delegates call its paragraphs.
func sampleParagraphs(symbol string) map[string]string {
	texts := map[string]string{}
	for _, s := range assets.SampleTexts() {
		if s.Symbol != symbol || s.Language != "en" {
			continue
		}
		d, _ := resolution.ReadText(s.Text)
		for i, label := range d.Labels() {
			if label != "" {
				texts[label] = d.Paragraphs[i].Text
			}
		}
	}
	return texts
}
