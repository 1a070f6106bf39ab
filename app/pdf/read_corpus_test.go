package pdf

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"mutatis/app/resolution"
)

// corpus lists the PDFs of real texts, if there are any.
func corpus(t testing.TB) []string {
	t.Helper()
	shared := os.Getenv("MUTATIS_SHARED")
	if shared == "" {
		t.Skip("MUTATIS_SHARED names no folder of real texts")
	}
	var files []string
	for _, folder := range []string{"texts", "gold"} {
		err := filepath.WalkDir(filepath.Join(shared, folder), func(path string, d fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(path) == ".pdf" {
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

// TestCorpus reads every real PDF and looks for what a reader of resolutions gets wrong.
func TestCorpus(t *testing.T) {
	for _, path := range corpus(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Read(context.Background(), data, ReadOptions{})
			if strings.Contains(path, ".scan.") {
				if err != ErrScan {
					t.Errorf("a scan: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			lookAtNumbers(t, r.Draft)
			lookAtNotes(t, r.Draft)
			lookAtFurniture(t, r)
			lookAtLeftOut(t, r.Draft)
			lookAtWords(t, data, r.Draft)
			lookAtHead(t, r.Draft)
			lookAtLetters(t, data, r)
			for _, p := range r.Problems {
				t.Logf("problem at %d: %s", p.Paragraph, p.Message)
			}
		})
	}
}

// lookAtNumbers: operative numbers run without a gap in each part.
func lookAtNumbers(t *testing.T, d resolution.Draft) {
	t.Helper()
	last, parted := 0, true
	for i, p := range d.Paragraphs {
		if p.Kind != resolution.Operative && p.Kind != resolution.Subparagraph && p.Kind != resolution.Table {
			parted = true
		}
		if p.Kind == resolution.Unknown {
			t.Logf("paragraph %d is unknown: %q", i, p.Text)
		}
		if p.Kind != resolution.Operative || p.Number == "" {
			continue
		}
		n, err := strconv.Atoi(p.Number)
		if err != nil || n != last+1 && !(n == 1 && parted) {
			t.Errorf("operative paragraph %s follows %d: %q", p.Number, last, p.Text)
		}
		last, parted = n, false
	}
}

// lookAtNotes: every note is called once or more, every call has its note, and numbers run on.
func lookAtNotes(t *testing.T, d resolution.Draft) {
	t.Helper()
	called := map[string]int{}
	last := 0
	for i, p := range d.Paragraphs {
		for _, c := range p.Notes {
			called[c.Number]++
			if n, err := strconv.Atoi(c.Number); err == nil {
				if n != last+1 && n != last {
					t.Errorf("call %d follows %d in paragraph %d: %q", n, last, i, p.Text)
				}
				last = n
			}
			if c.Offset > len([]rune(p.Text)) {
				t.Errorf("call %s beyond paragraph %d", c.Number, i)
			}
		}
	}
	for _, f := range d.Footnotes {
		if called[f.Number] == 0 && strings.Trim(f.Number, "*") != "" {
			t.Errorf("note %s is not called: %q", f.Number, f.Text)
		}
		if !isStop([]rune(f.Text)) {
			t.Errorf("note %s does not end: %q", f.Number, f.Text)
		}
	}
	for number := range called {
		if _, ok := d.Footnote(number); !ok {
			t.Errorf("note %s is called but has no text", number)
		}
	}
}

var pageNumbers = regexp.MustCompile(`(?:^|\s)(?:\d{1,2}/\d{1,2}$|\d{2}-\d{5}\b|_{4,})`)

// lookAtFurniture: no page number, job number, rule, running head or note stands inside a paragraph or a note.
func lookAtFurniture(t *testing.T, r Reading) {
	t.Helper()
	d := r.Draft
	var numbers []string
	for page := range r.Pages {
		numbers = append(numbers, fmt.Sprintf("%d/%d", page+1, r.Pages))
	}
	paged := regexp.MustCompile(`(?:^|\s)(?:` + strings.Join(numbers, "|") + `)(?:\s|$)`)
	symbol, title := solidLetters(d.Symbol), solidLetters(d.Title())
	look := func(text string) {
		if m := pageNumbers.FindString(text) + paged.FindString(text); m != "" {
			t.Errorf("%q stands in %q", m, text)
		}
		solid := solidLetters(text)
		if symbol != "" && (strings.Contains(text, d.Symbol+" ") || title != "" && (strings.Contains(solid, symbol+title) || strings.Contains(solid, title+symbol))) {
			t.Errorf("the running head stands in %q", text)
		}
	}
	for _, p := range d.Paragraphs {
		look(p.Text)
		for _, f := range d.Footnotes {
			if note := solidLetters(f.Text); len([]rune(note)) > 20 && strings.Contains(solidLetters(p.Text), note) {
				t.Errorf("note %s stands in %q", f.Number, p.Text)
			}
		}
	}
	for _, f := range d.Footnotes {
		look(f.Text)
	}
}

// lookAtLeftOut: what was left out is furniture: numbers, symbols, the words of the masthead. No sentence of the text.
func lookAtLeftOut(t *testing.T, d resolution.Draft) {
	t.Helper()
	h := d.Header
	masthead := solidLetters(strings.Join(append([]string{h.Organization, h.Symbol, h.Distribution, h.Date, h.Original, h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors, d.Title()}, h.Other...), " "))
	for _, whole := range d.LeftOut {
		line := whole
		if d.Symbol != "" {
			line = strings.ReplaceAll(line, d.Symbol, "")
		}
		words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
		title := solidLetters(d.Title())
		known := strings.Contains(masthead, solidLetters(line)) || title != "" && strings.Contains(solidLetters(line), title)
		if len(words) > 4 && !known && !resolution.IsFurniture(line) {
			t.Errorf("%q was left out", whole)
		}
	}
}

// lookAtWords: the words of the pages, read off the glyphs in the order of the file, are words of the result. A word
// with a hyphen at the end of a line may have been put together; where a blank is too narrow to tell, letters in a row
// are enough.
func lookAtWords(t *testing.T, data []byte, d resolution.Draft) {
	t.Helper()
	if d.Language == "ar" {
		return // the file has its glyphs in the order of the eye
	}
	a, err := ask(context.Background(), job{Data: data, Limit: readLimit})
	if err != nil {
		t.Fatal(err)
	}
	result, run := map[string]int{}, solidLetters(strings.Join(allTexts(d), ""))
	for _, text := range allTexts(d) {
		for word := range strings.FieldsFuncSeq(text, notLetter) {
			result[word]++
		}
	}
	for _, s := range a.Sheets {
		for _, word := range rawWords(unpack(s.Packed)) {
			if result[word]--; result[word] < 0 && len([]rune(word)) > 2 && !strings.Contains(run, strings.ToLower(word)) {
				t.Errorf("the word %q of a page is not in the result", word)
			}
		}
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }

// rawWords reads words off glyphs: they end at blanks, at gaps and at the ends of lines.
func rawWords(glyphs []glyph) []string {
	var words []string
	var word []rune
	divided := false // the line ended in a hyphen
	end := func() {
		if len(word) > 0 && !divided {
			words = append(words, string(word))
		}
		word, divided = word[:0], false
	}
	for i, g := range glyphs {
		if i > 0 {
			before := glyphs[i-1]
			turned := !near(before.Y, g.Y, 0.8*g.Size) || before.Turn != g.Turn
			if turned && (isHyphen(before.Rune) || before.Rune == 2) {
				if n := len(words); n > 0 && before.Rune != ' ' {
					words = words[:n-1] // its other half follows
				}
				word, divided = word[:0], true
				if unicode.IsLetter(g.Rune) {
					continue
				}
			}
			if turned && !divided || g.Left-before.Right > 0.13*g.Size {
				end()
			}
		}
		if notLetter(g.Rune) {
			end()
			continue
		}
		if !divided {
			word = append(word, unpresented(g.Rune)...)
		}
	}
	end()
	return words
}

func lookAtHead(t *testing.T, d resolution.Draft) {
	t.Helper()
	if d.Symbol == "" || d.Title() == "" || d.Organ() == "" || d.Header.Session == "" {
		t.Errorf("symbol %q, title %q, organ %q, header %+v", d.Symbol, d.Title(), d.Organ(), d.Header)
	}
	if len(d.Header.Other) > 1 {
		t.Errorf("other lines of the masthead: %q", d.Header.Other)
	}
	if d.Stage == resolution.Adopted && (d.Closing.Meeting == "" || d.Closing.Date == "") {
		t.Errorf("closing %+v", d.Closing)
	}
}

// lookAtLetters: every letter and digit of the pages is in the result as often as on the pages.
func lookAtLetters(t *testing.T, data []byte, r Reading) {
	t.Helper()
	a, err := ask(context.Background(), job{Data: data, Limit: readLimit})
	if err != nil {
		t.Fatal(err)
	}
	if off := lettersOff(a.Sheets, r.Draft); off != "" {
		t.Errorf("letters: %s", off)
	}
}

// lettersOff says which letters and digits are not in a draft as often as on the pages it was read from.
func lettersOff(sheets []sheet, d resolution.Draft) string {
	page, result := map[rune]int{}, map[rune]int{}
	for _, s := range sheets {
		for _, g := range unpack(s.Packed) {
			countLetter(page, g.Rune)
		}
	}
	for _, text := range allTexts(d) {
		for _, c := range text {
			countLetter(result, c)
		}
	}
	var off []string
	for c := range merge(page, result) {
		if page[c] != result[c] {
			off = append(off, strconv.QuoteRune(c)+": "+strconv.Itoa(page[c])+" on the pages, "+strconv.Itoa(result[c])+" in the result")
		}
	}
	slices.Sort(off)
	return strings.Join(off, "; ")
}

func merge(a, b map[rune]int) map[rune]bool {
	all := map[rune]bool{}
	for c := range a {
		all[c] = true
	}
	for c := range b {
		all[c] = true
	}
	return all
}

func countLetter(count map[rune]int, r rune) {
	for _, c := range unpresented(r) {
		if digit, ok := raisedDigits[c]; ok {
			c = digit
		}
		if unicode.IsLetter(c) && c != 'ـ' || unicode.IsDigit(c) {
			count[c]++
		}
	}
}

// allTexts is every text of a draft once.
func allTexts(d resolution.Draft) []string {
	h := d.Header
	all := []string{h.Organization, h.Symbol, h.Distribution, h.Date, h.Original, h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors}
	all = append(all, h.Other...)
	all = append(all, d.LeftOut...)
	for _, p := range d.Paragraphs {
		all = append(all, p.Number, p.Text)
		for _, c := range p.Notes {
			all = append(all, c.Number)
		}
	}
	for _, f := range d.Footnotes {
		all = append(all, f.Number, f.Text)
	}
	return all
}
