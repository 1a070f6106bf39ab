package html

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a page without its style with a file of testdata.
func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(b.String(), "<style></style>")
	path := filepath.Join("testdata", name+".html")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs: look at it with -update and git diff\n%s", path, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "want " + a[i] + "\ngot  " + b[i]
		}
	}
	return "one is longer"
}

func TestWriteRedline(t *testing.T) {
	arabic := inLanguage(resolution.Arabic, "1 - *تعلن* يوما دوليا اعتبارا من عام {-2001-}؛", "1 - *تعلن* يوما دوليا اعتبارا من عام {+2002+}؛",
		"1 - *تعلن* يوما دوليا اعتبارا من عام {-2001-}{+2002+}؛")
	chinese := inLanguage(resolution.Chinese, "1. 宣布自{-2001-}年起每年举办纪念活动；", "1. 宣布自{+2002+}年起每年举办纪念活动；", "1. 宣布自{-2001-}{+2002+}年起每年举办纪念活动；")
	russian := inLanguage(resolution.Russian, "1. *провозглашает* день начиная с {-2001-} года;", "1. *провозглашает* день начиная с {+2002+} года;",
		"1. *провозглашает* день начиная с {-2001-}{+2002+} года;")
	for _, c := range []struct {
		name    string
		redline resolution.Redline
		options Options
	}{
		{"redline-every-class", everyClass(), Options{}},
		{"redline-inline-changes-only-ru", everyClass(), Options{Language: "ru", Inline: true, ChangesOnly: true}},
		{"redline-arabic", arabic, Options{}},
		{"redline-chinese", chinese, Options{}},
		{"redline-russian", russian, Options{Language: "ru"}},
		{"redline-empty", resolution.Redline{}, Options{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name, func(w io.Writer) error { return WriteRedline(w, c.redline, c.options) })
		})
	}
}

func draft() resolution.Draft {
	return resolution.Draft{
		Symbol: "A/RES/79/908", Number: "79/908", Language: resolution.English,
		Header: resolution.Header{Organization: "United Nations", Symbol: "A/RES/79/908", Session: "Seventy-ninth session", Other: []string{"Sample text"}},
		Paragraphs: []resolution.Paragraph{
			{Kind: resolution.Title, Text: "School gardens"},
			{Kind: resolution.Organ, Text: "The General Assembly,"},
			{Kind: resolution.Preambular, Text: "Noting the Principles,", Opening: 6, Notes: []resolution.NoteCall{{Number: "1", Offset: 22}}},
			{Kind: resolution.Operative, Number: "1", Text: "Invites States:", Opening: 7},
			{Kind: resolution.Subparagraph, Number: "(a)", Level: 1, Text: "To set aside land;", Notes: []resolution.NoteCall{{Number: "2", Offset: 0}, {Number: "9", Offset: 99}}},
			{Kind: resolution.Closing, Text: "52nd plenary meeting"},
			{Kind: resolution.Closing, Text: "19 December 2024"},
		},
		Footnotes: []resolution.Footnote{{Number: "1", Text: "Resolution 1, annex."}, {Number: "2", Text: "Ibid."}, {Number: "3", Text: "Called by nobody."}},
	}
}

func TestWrite(t *testing.T) {
	arabic := resolution.Draft{Number: "55/901", Language: resolution.Arabic, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Title, Text: "الحدائق المدرسية"},
		{Kind: resolution.Operative, Number: "1", Text: "تعلن يوما دوليا؛", Opening: 4},
	}}
	chinese := resolution.Draft{Language: resolution.Chinese, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Organ, Text: "大会，"},
		{Kind: resolution.Preambular, Text: "注意到菜园的经验，", Opening: 3, Notes: []resolution.NoteCall{{Number: "1", Offset: 9}}},
	}, Footnotes: []resolution.Footnote{{Number: "1", Text: "见A/55/9214，第二节。"}}}
	for _, c := range []struct {
		name    string
		draft   resolution.Draft
		options Options
	}{
		{"draft", draft(), Options{}},
		{"draft-arabic", arabic, Options{}},
		{"draft-chinese-ru", chinese, Options{Language: "ru"}},
		{"draft-empty", resolution.Draft{}, Options{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name, func(w io.Writer) error { return Write(w, c.draft, c.options) })
		})
	}
}

func TestWriteReport(t *testing.T) {
	report := resolution.Report{
		Title: "State of play", Subtitle: "A/C.2/80/L.901", Language: resolution.English,
		Sections: []resolution.Section{
			{Heading: "Totals", Text: []string{"Agreed: 1", "Open: 1"}},
			{Heading: "Paragraphs", Table: resolution.ReportTable{
				Columns: []string{"Paragraph", "Status"},
				Rows:    [][][]resolution.Run{{runs("OP1"), runs("✓ agreed")}, {runs("OP2"), runs("words changed: {-requests-} {+invites+}")}},
			}},
			{Heading: "Changes", Redline: everyClass().Rows[3:5]},
		},
	}
	golden(t, "report", func(w io.Writer) error { return WriteReport(w, report, Options{}) })
}

// Whatever a text says, nothing of it becomes an element or an attribute.
func TestHostileTextStaysText(t *testing.T) {
	hostile := `<script>alert(1)</script><img src=x onerror=alert(2)>"' onmouseover='alert(3)` + "\x00\x1b\xff" + `</style></title><!--`
	c := resolution.Cell{Label: hostile, Kind: resolution.Kind(hostile), Level: 99, Runs: []resolution.Run{
		{Text: hostile, Link: hostile, Style: 77, Mark: 77}, {Text: hostile, Mark: resolution.Inserted, Style: resolution.Call}},
		Standing: resolution.Standing{Status: resolution.Status(hostile), Lost: true}}
	caption := resolution.Caption{Name: hostile, Detail: hostile, Title: hostile, Language: resolution.Language(hostile)}
	r := resolution.Row{Class: resolution.Class(hostile), Older: cells(c), Newer: cells(c), Inline: c.Runs, From: hostile,
		Weight: resolution.Weight(hostile), Reason: hostile}
	d := resolution.Draft{Symbol: hostile, Number: hostile, Language: resolution.Language(hostile),
		Header: resolution.Header{Symbol: hostile, Other: []string{hostile}}, Footnotes: []resolution.Footnote{{Number: hostile, Text: hostile}},
		Paragraphs: []resolution.Paragraph{{Kind: resolution.Title, Text: hostile}, {Kind: resolution.Kind(hostile), Number: hostile, Level: -1,
			Text: hostile, Opening: 5, Notes: []resolution.NoteCall{{Number: hostile, Offset: -3}}}}}
	report := resolution.Report{Title: hostile, Subtitle: hostile, Sections: []resolution.Section{{Heading: hostile, Text: []string{hostile},
		Redline: []resolution.Row{r}, Table: resolution.ReportTable{Columns: []string{hostile}, Rows: [][][]resolution.Run{{c.Runs}}}}}}
	for name, write := range map[string]func(io.Writer) error{
		"redline": func(w io.Writer) error {
			return WriteRedline(w, resolution.Redline{Older: caption, Newer: caption, Rows: []resolution.Row{r}, Footnotes: []resolution.Row{r}},
				Options{Language: hostile})
		},
		"draft":  func(w io.Writer) error { return Write(w, d, Options{Language: hostile}) },
		"report": func(w io.Writer) error { return WriteReport(w, report, Options{Language: hostile}) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			for _, tag := range tags(b.String()) {
				if !ours.MatchString(tag) {
					t.Errorf("not markup of ours: %s", tag)
				}
			}
			if strings.ContainsAny(b.String(), "\x00\x1b") || !strings.Contains(b.String(), "&lt;script&gt;") {
				t.Error("the text is not there, or control characters are")
			}
		})
	}
}

var (
	anyTag = regexp.MustCompile(`<[^>]*>?`)
	ours   = regexp.MustCompile(`^<(!DOCTYPE html|/?(html|head|meta|title|style|body|header|main|section|article|details|summary|table|thead|tbody|tr|th|td|div|p|h1|h2|h3|ul|li|a|b|i|ins|del|sup|br|span|label|input)( [a-z-]+(="[^"<>]*")?)*)>$`)
)

// tags lists the tags of a page outside its style.
func tags(page string) []string {
	return anyTag.FindAllString(regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(page, ""), -1)
}

// A file that stands on its own names nothing a browser would fetch.
func TestPagesNeedNoNetwork(t *testing.T) {
	var b bytes.Buffer
	if err := WriteRedline(&b, everyClass(), Options{}); err != nil {
		t.Fatal(err)
	}
	for _, needs := range []string{"http:", "https:", "src=", "url(", "@import", "<link", "<script"} {
		if strings.Contains(b.String(), needs) {
			t.Errorf("the page holds %q", needs)
		}
	}
}

// Folding hides rows only where a line with their number stands instead.
func TestEveryRowIsOnThePage(t *testing.T) {
	var b bytes.Buffer
	r := everyClass()
	if err := WriteRedline(&b, r, Options{ChangesOnly: true}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), ` class="row `); n != len(r.Rows)+len(r.Footnotes) {
		t.Errorf("%d rows on the page, want %d", n, len(r.Rows)+len(r.Footnotes))
	}
	for _, folded := range []string{"unchanged: 3 (PP1)", "unchanged: 1 (OP9 (a))"} {
		if !strings.Contains(b.String(), folded) {
			t.Errorf("no line says %q", folded)
		}
	}
}

func TestBothLanguagesHaveTheSameWords(t *testing.T) {
	for key := range tables["en"] {
		if tables["ru"][key] == "" {
			t.Errorf("ru lacks %q", key)
		}
	}
	if len(tables["en"]) != len(tables["ru"]) {
		t.Errorf("%d words in en, %d in ru", len(tables["en"]), len(tables["ru"]))
	}
}

type brokenDisk struct{}

var errFull = errors.New("no space left on device")

func (brokenDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorComesHome(t *testing.T) {
	if err := Write(brokenDisk{}, draft(), Options{}); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("<a href='x'>&\"\x00")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(escape(s), `<>"'`+"\x00") {
			t.Errorf("escape(%q) = %q", s, escape(s))
		}
	})
}
