package pdf

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// solid is a text without white space and without what is not printed.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// said is the text of a line in the order of reading.
func said(b typeset.Block, line typeset.Line) string {
	return string(b.Paragraph.Text()[line.Start:line.End])
}

// textOf is everything that pages say in a role.
func textOf(pages []typeset.Page, role typeset.Role) string {
	var b strings.Builder
	for _, page := range pages {
		for _, text := range page.Texts {
			if text.Role != role {
				continue
			}
			for _, line := range text.Lines {
				b.WriteString(said(text.Block, line))
			}
		}
	}
	return solid(b.String())
}

// whole is a paragraph as it is printed: number, words, calls.
func whole(d resolution.Draft, p resolution.Paragraph) string {
	text, out := []rune(p.Text), []rune{}
	for i := 0; i <= len(text); i++ {
		for k, n := range p.Notes {
			if n.Offset == i {
				if k > 0 && p.Notes[k-1].Offset == i {
					out = append(out, ',')
				}
				out = append(out, []rune(n.Number)...)
			}
		}
		if i < len(text) {
			out = append(out, text[i])
		}
	}
	numeral := p.Numeral(d.Language)
	switch {
	case p.Kind == resolution.Title && d.Number != "":
		numeral = resolution.Paragraph{Kind: resolution.Operative, Number: d.Number}.Numeral(d.Language)
	case p.Kind == resolution.Part:
		numeral = p.Number
	}
	return solid(numeral + string(out))
}

// TestEveryWordIsOnThePages: paragraphs, numbers, calls and notes stand on the pages once and in order.
func TestEveryWordIsOnThePages(t *testing.T) {
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			d := readDraft(t, language)
			pages, err := LayOut(d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			body, foot := textOf(pages, typeset.Body), textOf(pages, typeset.Foot)
			at := strings.Index(body, whole(d, d.Paragraphs[0]))
			var paragraphs, notes strings.Builder
			for _, p := range d.Paragraphs {
				paragraphs.WriteString(whole(d, p))
			}
			if at < 0 || body[at:] != paragraphs.String() {
				t.Errorf("the pages say\n%s\nthe draft\n%s", body[max(at, 0):], paragraphs.String())
			}
			for _, field := range []string{d.Header.Organization, d.Symbol, d.Header.Session, d.Header.AgendaItem, d.Header.Basis, d.Header.Adoption} {
				if !strings.Contains(body[:max(at, 0)], solid(field)) {
					t.Errorf("the masthead lacks %q", field)
				}
			}
			for _, n := range d.Footnotes {
				notes.WriteString(solid(n.Number + n.Text))
			}
			if foot != notes.String() {
				t.Errorf("the notes say\n%s\nwant\n%s", foot, notes.String())
			}
		})
	}
}

// TestFileSaysWhatThePagesShow: read back from the file alone, every page says what was laid out, each character where
// it was placed.
func TestFileSaysWhatThePagesShow(t *testing.T) {
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			d := readDraft(t, language)
			o := Options{Label: "Sample", Hash: "3f9a 77c1"}
			pages, err := LayOut(d, o)
			if err != nil {
				t.Fatal(err)
			}
			var file bytes.Buffer
			if err := Write(&file, d, o); err != nil {
				t.Fatal(err)
			}
			compareWithFile(t, pages, file.Bytes())
		})
	}
}

func compareWithFile(t *testing.T, pages []typeset.Page, file []byte) {
	t.Helper()
	read := readPages(t, file)
	if len(read) != len(pages) {
		t.Fatalf("%d pages in the file, %d laid out", len(read), len(pages))
	}
	for i, page := range pages {
		rest := read[i]
		for _, text := range page.Texts {
			for _, line := range text.Lines {
				rest = compareLine(t, page, text, line, rest)
			}
		}
		if len(rest) > 0 {
			t.Fatalf("page %d says more: %q", i+1, rest[0].text)
		}
	}
}

// compareLine takes the characters of a line off what was read, spaces and all.
func compareLine(t *testing.T, page typeset.Page, text typeset.Text, line typeset.Line, read []shown) []shown {
	t.Helper()
	want := visible([]rune(said(text.Block, line)))
	if slices.ContainsFunc(line.Glyphs, func(g typeset.Glyph) bool { return g.Start == g.End }) {
		want += "\u00ad" // a hyphen of ours
	}
	have, taken := "", 0
	for len([]rune(have)) < len([]rune(want)) && taken < len(read) {
		have += read[taken].text
		taken++
	}
	if text.Paragraph.Setting().RightToLeft || strings.ContainsFunc(want, isRightToLeft) {
		have, want = sorted(have), sorted(want)
	}
	if have != want {
		t.Fatalf("the file says %q, laid out was %q", have, want)
	}
	comparePlaces(t, page, text, line, read[:taken])
	return read[taken:]
}

func sorted(s string) string {
	runes := []rune(s)
	slices.Sort(runes)
	return string(runes)
}

func isRightToLeft(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }

// comparePlaces: every character that was read stands where a glyph was placed, to a fiftieth of a point.
func comparePlaces(t *testing.T, page typeset.Page, text typeset.Text, line typeset.Line, read []shown) {
	t.Helper()
	for _, c := range read {
		ok := slices.ContainsFunc(line.Glyphs, func(g typeset.Glyph) bool {
			return math.Abs(float64(text.X+g.X)-c.x) < 0.02 && math.Abs(float64(g.Size)-c.size) < 0.01 &&
				math.Abs(float64(page.Height-text.Y-line.Baseline)-c.y) < float64(g.Size)
		})
		if !ok {
			t.Fatalf("%q stands at %.2f where no glyph was placed, in %q", c.text, c.x, said(text.Block, line))
		}
	}
}

func TestRedlineAndReportFilesSayWhatThePagesShow(t *testing.T) {
	o := Options{Paper: Letter, Language: "ru"}
	var file bytes.Buffer
	pages, err := LayOutRedline(sampleRedline(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteRedline(&file, sampleRedline(), o); err != nil {
		t.Fatal(err)
	}
	compareWithFile(t, pages, file.Bytes())
	file.Reset()
	if pages, err = LayOutReport(sampleReport(), o); err != nil {
		t.Fatal(err)
	}
	if err := WriteReport(&file, sampleReport(), o); err != nil {
		t.Fatal(err)
	}
	compareWithFile(t, pages, file.Bytes())
}

func TestSameInputSameBytes(t *testing.T) {
	d := readDraft(t, "en")
	o := Options{Now: time.Date(2025, 11, 23, 10, 0, 0, 0, time.UTC)}
	var first, second bytes.Buffer
	for _, w := range []io.Writer{&first, &second} {
		if err := Write(w, d, o); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two files of one draft differ")
	}
	for _, want := range []string{"/CreationDate(D:20251123100000Z)", "/Lang(en)", "/Title" + textString("A/RES/80/901 "+d.Title()), "/Outlines"} {
		if !bytes.Contains(first.Bytes(), []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
}

func TestNoRoom(t *testing.T) {
	_, err := LayOut(readDraft(t, "en"), Options{Margins: Margins{Side: 250}})
	if err != errNoRoom {
		t.Errorf("margins of 250 points: %v", err)
	}
}

// TestWithOtherPrograms has qpdf and pdftotext judge our files where they are installed.
func TestWithOtherPrograms(t *testing.T) {
	for _, program := range []string{"qpdf", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			d := readDraft(t, language)
			var file bytes.Buffer
			if err := Write(&file, d, Options{}); err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(t.TempDir(), language+".pdf")
			writeFile(t, name, file.Bytes())
			if out, err := exec.Command("qpdf", "--check", name).CombinedOutput(); err != nil {
				t.Errorf("qpdf: %v\n%s", err, out)
			}
			for _, mode := range []string{"-layout", "-nopgbrk"} {
				out, err := exec.Command("pdftotext", "-enc", "UTF-8", mode, name, "-").Output()
				if err != nil {
					t.Fatal(err)
				}
				findWords(t, d, solid(norm.NFC.String(string(out))))
			}
		})
	}
}

// findWords looks for every word of a draft; a line of Chinese is broken anywhere, so there its characters are counted.
func findWords(t *testing.T, d resolution.Draft, text string) {
	t.Helper()
	for _, p := range d.Paragraphs {
		for _, word := range strings.Fields(p.Text) {
			word = strings.Trim(solid(norm.NFC.String(word)), "[]()،,;.'؛")
			if d.Language == resolution.Chinese {
				word = string([]rune(word)[:1])
			}
			if !strings.Contains(text, word) {
				t.Errorf("pdftotext has no %q", word)
			}
		}
	}
}

func TestCompactFontDrawsTheSame(t *testing.T) {
	d := readDraft(t, "fr")
	pages, err := LayOut(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fonts := &fontSet{byFont: map[*typeset.Font]*embedded{}}
	for _, page := range pages {
		paint(page, fonts)
	}
	for _, e := range fonts.order {
		compareShapes(t, e)
	}
}

func BenchmarkWrite(b *testing.B) {
	d := longDraft(200)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// longDraft has n paragraphs, every fifth with a note.
func longDraft(n int) resolution.Draft {
	d := resolution.Draft{Symbol: "A/RES/80/902", Language: resolution.English}
	d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Title, Text: "Omnibus of lights"},
		resolution.Paragraph{Kind: resolution.Organ, Text: "The General Assembly,"})
	for i := range n {
		text := fmt.Sprintf("Requests the keepers of light %d to write down, in cooperation with the watch and with due regard to fishing "+
			"fleets, ferries and pilots, what was seen between the hour at which the lamp was lit and the hour at which it was put out, "+
			"and to send what they have written to the Office of Coasts before the end of the month;", i)
		p := resolution.Paragraph{Kind: resolution.Operative, Number: fmt.Sprint(i + 1), Text: text, Opening: 8}
		if i%5 == 0 {
			number := fmt.Sprint(i/5 + 1)
			p.Notes = []resolution.NoteCall{{Number: number, Offset: len([]rune(text)) - 1}}
			d.Footnotes = append(d.Footnotes, resolution.Footnote{Number: number, Text: fmt.Sprintf("Log of light %d, vol. II, p. %d.", i, i)})
		}
		d.Paragraphs = append(d.Paragraphs, p)
	}
	return d
}
