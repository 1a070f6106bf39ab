package docx

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"mutatis/app/resolution"
)

var update = flag.Bool("update", false, "write the goldens in testdata anew")

// The samples in testdata are texts of our own in a notation that sample makes Word files of:
//
//	| cell | cell      a row of a table, ¶ between paragraphs of a cell
//	#1 words           the second level of an automatic list; % is a list that begins again
//	= words            in the middle, bold        ! words   bold
//	_words_            italics                    →         a tab
//	[^2]               a call of note 2           [^2]: words   the note
//	header: words      a running head; "first header:" and "footer:" likewise

// sampleLists are the automatic lists of a language.
var sampleLists = map[string][3]string{
	"fr": {"%1.", "%2)", "%3)"}, "ru": {"%1.", "%2)", "%3)"}, "ar": {"%1 -", "(%2)", "’%3‘"}, "": {"%1.", "(%2)", "(%3)"},
}

var sampleFormats = map[string][3]string{
	"ar": {"decimal", "arabicAbjad", "decimal"}, "zh": {"decimal", "lowerLetter", "chineseCounting"}, "": {"decimal", "lowerLetter", "lowerRoman"},
}

func sampleNumbering(lang string) string {
	texts, formats := sampleLists[lang], sampleFormats[lang]
	if texts[0] == "" {
		texts = sampleLists[""]
	}
	if formats[0] == "" {
		formats = sampleFormats[""]
	}
	levels := ""
	for at := range texts {
		levels += Lvl(at, formats[at], texts[at])
	}
	return Kind(1, levels) + List(1, 1) + List(2, 1, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`)
}

// sample makes a Word file of a sample.
func sample(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	made := parts{"numbering": sampleNumbering(name), "footnotes": ""}
	body, rows, section := "", "", ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if cells, ok := strings.CutPrefix(line, "| "); ok {
			rows += sampleRow(cells)
			continue
		}
		if rows != "" {
			body, rows = body+"<w:tbl>"+rows+"</w:tbl>", ""
		}
		if part, words, ok := sampleMargin(line); ok {
			made[part[:7]] = P(sampleRuns(words))
			section += part[7:]
			continue
		}
		if m := sampleNote.FindStringSubmatch(line); m != nil {
			made["footnotes"] += strings.Replace(Note(2, sampleRuns(m[2])), `w:id="2"`, `w:id="`+m[1]+`"`, 1)
			continue
		}
		body += sampleParagraph(line)
	}
	made["body"] = body + "<w:sectPr>" + section + "<w:titlePg/></w:sectPr>"
	return build(made)
}

var (
	sampleNote = regexp.MustCompile(`^\[\^(\d+)\]: (.*)$`)
	sampleSpan = regexp.MustCompile(`_[^_]+_|\[\^\d+\]|[^_[]+|.`)
)

func sampleMargin(line string) (part, words string, ok bool) {
	for _, m := range [][3]string{{"first header: ", "header2", "header first"}, {"header: ", "header1", "header default"}, {"footer: ", "footer1", "footer default"}} {
		if words, ok := strings.CutPrefix(line, m[0]); ok {
			kind, side, _ := strings.Cut(m[2], " ")
			return m[1] + fmt.Sprintf(`<w:%sReference w:type="%s" r:id="%s"/>`, kind, side, m[1]), words, true
		}
	}
	return "", "", false
}

func sampleRow(cells string) string {
	var made []string
	for cell := range strings.SplitSeq(cells, " | ") {
		inside := ""
		for paragraph := range strings.SplitSeq(cell, "¶") {
			inside += P(sampleRuns(paragraph))
		}
		made = append(made, inside)
	}
	return Row(made...)
}

func sampleParagraph(line string) string {
	sign, words := "", line
	if len(line) > 2 && strings.ContainsRune("#%=!", rune(line[0])) {
		sign, words, _ = strings.Cut(line, " ")
	}
	switch {
	case strings.HasPrefix(sign, "#"):
		return P(Num(1, int(sign[1]-'0')), sampleRuns(words))
	case strings.HasPrefix(sign, "%"):
		return P(Num(2, int(sign[1]-'0')), sampleRuns(words))
	case sign == "=":
		return P(Pr(centred), B(words))
	case sign == "!":
		return P(B(strings.ReplaceAll(words, "→", "\t")))
	}
	return P(sampleRuns(words))
}

func sampleRuns(words string) string {
	made := ""
	for _, part := range sampleSpan.FindAllString(words, -1) {
		var id int
		switch {
		case len(part) > 2 && part[0] == '_':
			made += I(strings.Trim(part, "_"))
		case strings.HasPrefix(part, "[^"):
			_, _ = fmt.Sscanf(part, "[^%d]", &id)
			made += Ref(id)
		default:
			made += T(strings.ReplaceAll(part, "→", "\t"))
		}
	}
	return made
}

func samples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/??.txt")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d samples, %v", len(files), err)
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(f), ".txt"))
	}
	return names
}

// TestSamples reads texts in six languages. What is expected stands in testdata, to be read by people.
func TestSamples(t *testing.T) {
	for _, name := range samples(t) {
		t.Run(name, func(t *testing.T) {
			d := mustRead(t, sample(t, name), Accepted)
			got := readout(d)
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got, string(want))
			if string(d.Draft.Language) != name {
				t.Errorf("it was taken for %q", d.Draft.Language)
			}
		})
	}
}

// readout is everything that was recognised, in a form for people. Openings are in italics, written _so_.
func readout(d *Document) string {
	var b strings.Builder
	h := d.Draft.Header
	for _, field := range [][2]string{
		{"symbol", d.Draft.Symbol}, {"number", d.Draft.Number}, {"stage", string(d.Draft.Stage)}, {"organization", h.Organization}, {"distribution", h.Distribution},
		{"date", h.Date}, {"original", h.Original}, {"session", h.Session}, {"committee", h.Committee}, {"agenda item", h.AgendaItem}, {"adoption", h.Adoption},
		{"basis", h.Basis}, {"sponsors", h.Sponsors}, {"other", strings.Join(h.Other, " / ")}, {"meeting", d.Draft.Closing.Meeting}, {"closing date", d.Draft.Closing.Date},
	} {
		if field[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
		}
	}
	for _, p := range d.Draft.Paragraphs {
		opening := string([]rune(p.Text)[:p.Opening])
		if opening != "" {
			opening = " _" + opening + "_"
		}
		fmt.Fprintf(&b, "%s%s|%s|%s%s\n", strings.Repeat("  ", p.Level), p.Kind, p.Number, withCalls(p), opening)
	}
	for _, n := range d.Draft.Footnotes {
		fmt.Fprintf(&b, "[^%s] %s\n", n.Number, n.Text)
	}
	for _, l := range d.Draft.LeftOut {
		fmt.Fprintf(&b, "left out: %s\n", l)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem at %d: %s\n", p.Paragraph, p.Message)
	}
	return b.String()
}

// TestNoWordIsLost: every letter and digit of a sample is somewhere in what was read, and none twice as often.
func TestNoWordIsLost(t *testing.T) {
	for _, name := range samples(t) {
		text, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		source := regexp.MustCompile(`\[\^\d+\]:?|(?m)^(?:first header|header|footer): |^[#%]\d`).ReplaceAllString(string(text), "")
		d := mustRead(t, sample(t, name), Accepted)
		draft, err := resolution.MarshalRead(d.Draft, nil)
		if err != nil {
			t.Fatal(err)
		}
		all := string(draft)
		for word := range strings.FieldsFuncSeq(source, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			if !strings.Contains(all, word) {
				t.Errorf("%s: %q is lost", name, word)
			}
		}
		body := 0
		for _, p := range d.Draft.Paragraphs {
			body += len([]rune(p.Text))
		}
		if limit := len([]rune(source)); body > limit {
			t.Errorf("%s: %d characters came out of %d", name, body, limit)
		}
	}
}
