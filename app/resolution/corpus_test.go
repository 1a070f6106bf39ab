package resolution

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// shared is the folder with real resolutions, which are read where they lie and never kept here.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	return filepath.Join(append([]string{folder}, parts...)...)
}

// TestCorpus reads every extracted text there is and asks what must hold of each.
func TestCorpus(t *testing.T) {
	var files []string
	err := filepath.WalkDir(shared(t, "texts"), func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".txt") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if more := os.Getenv("MUTATIS_TEXTS"); more != "" { // another folder of extracted texts
		found, _ := filepath.Glob(filepath.Join(more, "*.txt"))
		files = append(files, found...)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, err := Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			d, problems := ReadText(text)
			for _, fault := range faults(text, d) {
				t.Error(fault)
			}
			if testing.Verbose() {
				for _, p := range problems {
					t.Logf("problem at %d: %s", p.Paragraph, p.Message)
				}
			}
		})
	}
}

var (
	furnitureInside = regexp.MustCompile(`(?:^| )(?:\d{2}-\d{5}(?: \([A-Z]\))?|\*\d{7}\*|/\.\.\.|_{15,})(?: |$)`)
	noteInside      = regexp.MustCompile(`[,;.] \d{1,2} (?:Resolution \d+/\d+[.,]|A/\d+/\d+\.|See |Ibid\.,|United Nations, Treaty Series)`)
)

// faults lists what is wrong with a reading, whatever the text.
func faults(text string, d Draft) []string {
	var found []string
	add := func(s string) { found = append(found, s) }
	if lost, doubled := unaccounted(text, d); lost != "" || doubled != "" {
		add("lost " + lost + ", doubled " + doubled)
	}
	last := 0
	for i, p := range d.Paragraphs {
		switch p.Kind {
		case Operative:
			n := number(p.Number)
			if n != last+1 && n != 1 && !(n == last && strings.Contains(p.Number, " ")) && p.Number != "" {
				add("paragraph " + p.Number + " follows " + d.Paragraphs[i-1].Number + ": " + p.Text[:min(60, len(p.Text))])
			}
			last = n
		case Unknown:
			add("unknown: " + p.Number + " " + p.Text)
		}
		if p.Kind == Annex || p.Kind == Heading {
			continue
		}
		if furnitureInside.MatchString(p.Text) || noteInside.MatchString(p.Text) || d.Symbol != "" && strings.Contains(p.Text, d.Symbol+" ") {
			add("furniture inside: " + p.Text)
		}
	}
	for i, n := range d.Footnotes {
		if isNumber(n.Number) && i > 0 && isNumber(d.Footnotes[i-1].Number) && number(n.Number) != number(d.Footnotes[i-1].Number)+1 {
			add("note " + n.Number + " follows " + d.Footnotes[i-1].Number)
		}
	}
	return found
}

// unaccounted lists the letters and digits of a text that are nowhere in the draft, and those that are there too often.
func unaccounted(text string, d Draft) (lost, doubled string) {
	count := map[rune]int{}
	tally(count, text, 1)
	h := d.Header
	for _, s := range append([]string{h.Organization, h.Symbol, h.Distribution, h.Date, h.Original, h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors}, h.Other...) {
		tally(count, s, -1)
	}
	for _, p := range d.Paragraphs {
		tally(count, p.Number+p.Text, -1)
		for _, n := range p.Notes {
			tally(count, n.Number, -1)
		}
	}
	for _, n := range d.Footnotes {
		tally(count, n.Number+n.Text, -1)
	}
	for _, l := range d.LeftOut {
		tally(count, l, -1)
	}
	for r, n := range count {
		if n > 0 {
			lost += strings.Repeat(string(r), n)
		}
		if n < 0 {
			doubled += strings.Repeat(string(r), -n)
		}
	}
	return lost, doubled
}

func tally(count map[rune]int, text string, by int) {
	for _, r := range raised.Replace(unpresent(norm.NFC.String(text))) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count[r] += by
		}
	}
}

// TestCorpusExtractions prints the real texts as every kind of extraction and reads them back: of a hundred texts at
// least ninety come out alike to the last word and note call.
func TestCorpusExtractions(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "texts"), "*", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if more := os.Getenv("MUTATIS_TEXTS"); more != "" {
		found, _ := filepath.Glob(filepath.Join(more, "*.txt"))
		files = append(files, found...)
	}
	texts, alike := 0, map[string]int{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		draft, problems := ReadText(string(data))
		if len(problems) > 0 || len(data) > 60000 {
			continue
		}
		texts++
		for name, style := range extractions {
			got, _ := ReadText(style.print(draft))
			if compareReading(draft, got) == "" {
				alike[name]++
			}
		}
	}
	for name := range extractions {
		t.Logf("%s: %d of %d", name, alike[name], texts)
		if alike[name]*10 < texts*9 {
			t.Errorf("%s: only %d of %d texts read back alike", name, alike[name], texts)
		}
	}
}
