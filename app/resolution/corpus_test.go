package resolution

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
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

// corpus lists every extracted text there is: of the folder of real texts, of the archive in it, and of one more folder.
func corpus(t *testing.T) []string {
	t.Helper()
	root := shared(t, "texts")
	folders := []string{root, os.Getenv("MUTATIS_TEXTS")}
	if archive := filepath.Join(root, "bulk-300.tar.xz"); folders[1] == "" {
		folders[1] = t.TempDir()
		if out, err := exec.Command("tar", "-xJf", archive, "-C", folders[1]).CombinedOutput(); err != nil {
			t.Logf("the archive was not read: %v %s", err, out)
		}
	}
	var files []string
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
			if strings.HasSuffix(path, ".txt") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func readCorpus(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestCorpus reads every extracted text there is and asks what must hold of each.
func TestCorpus(t *testing.T) {
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text := readCorpus(t, file)
			d, problems := ReadText(text)
			for _, fault := range append(faults(text, d), emptyFields(d)...) {
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

// emptyFields lists what a text with a masthead must tell of itself and does not.
func emptyFields(d Draft) []string {
	if d.Header.Distribution == "" {
		return nil
	}
	var empty []string
	for name, value := range map[string]string{
		"symbol": d.Symbol, "language": string(d.Language), "date": d.Date, "stage": string(d.Stage),
		"organization": d.Header.Organization, "session": d.Header.Session + d.Header.Adoption,
	} {
		if value == "" {
			empty = append(empty, "the "+name+" is empty")
		}
	}
	if d.Stage == Adopted && d.Closing.Meeting == "" {
		empty = append(empty, "the meeting is empty")
	}
	if d.Stage != Adopted && d.Header.Sponsors != "" && len(d.Sponsors) == 0 && grammarOf(d.Language).sponsors.MatchString(plain(d.Header.Sponsors)) {
		empty = append(empty, "the sponsors are empty")
	}
	return empty
}

// TestCorpusReadsBack writes every text out and reads it again: all come out alike, to the masthead, tables and annexes.
func TestCorpusReadsBack(t *testing.T) {
	texts := 0
	for _, file := range corpus(t) {
		d, _ := ReadText(readCorpus(t, file))
		again, _ := ReadText(Text(d))
		texts++
		if difference := compareReading(d, again); difference != "" || !reflect.DeepEqual(d.Header, again.Header) {
			t.Errorf("%s: %s\n%+v\n%+v", filepath.Base(file), difference, d.Header, again.Header)
		}
	}
	t.Logf("%d texts read back", texts)
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
		if unicode.IsLetter(r) && r != 'ـ' || unicode.IsDigit(r) { // a stroke of Arabic is no letter
			count[r] += by
		}
	}
}

// TestCorpusExtractions prints the real texts as every kind of extraction and reads them back: of a hundred texts at
// least ninety come out alike to the last word and note call.
func TestCorpusExtractions(t *testing.T) {
	texts, alike := 0, map[string]int{}
	for i, file := range corpus(t) {
		text := readCorpus(t, file)
		draft, problems := ReadText(text)
		if len(problems) > 0 || len(text) > 60000 || i%3 > 0 { // every third, for time
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
