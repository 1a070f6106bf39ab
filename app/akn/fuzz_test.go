package akn

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// FuzzRead: whatever is read, nothing breaks, and no word of the file is lost.
func FuzzRead(f *testing.F) {
	for _, data := range foreignFiles(f) {
		f.Add(data)
	}
	for _, d := range sampleDrafts(f) {
		f.Add(written(f, d))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(t.Context(), data)
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" {
				t.Error("it was refused without a word")
			}
			return
		}
		for i, p := range doc.Draft.Paragraphs {
			runes := utf8.RuneCountInString(p.Text)
			if p.Opening < 0 || p.Opening > runes {
				t.Fatalf("paragraph %d opens with %d of %d", i, p.Opening, runes)
			}
			for _, n := range p.Notes {
				if n.Offset < 0 || n.Offset > runes {
					t.Fatalf("paragraph %d calls at %d of %d", i, n.Offset, runes)
				}
			}
		}
		for _, word := range lost(t, data, doc) {
			t.Fatalf("%q is lost", word)
		}
		if f := fault(mustRead(t, written(t, doc.Draft)).Draft, ordered(doc.Draft)); f != "" && len(doc.Draft.Paragraphs) > 0 {
			t.Fatal(f)
		}
	})
}

// FuzzRoundTrip: any draft that XML can hold comes back as it was.
func FuzzRoundTrip(f *testing.F) {
	f.Add("Recalling its resolution 45/158,", "1", "A note.", "operative", 9, 9, 0)
	f.Add("إذ تشير إلى قرارها 45/158،", "(أ)", "A/55/9214.", "subparagraph", 3, 5, 1)
	f.Add("回顾其决议，\tx", "一", " b ", "table", 2, 7, 2)
	f.Fuzz(func(t *testing.T, text, number, note, kind string, opening, offset, level int) {
		for _, s := range []string{text, number, note} {
			if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return !isXML(r) }) {
				return
			}
		}
		k := kindNamed(kind)
		if k == "" {
			k = resolution.Kinds[len(kind)%len(resolution.Kinds)]
		}
		p := resolution.Paragraph{Kind: k, Number: number, Level: level % 10, Text: text, Opening: opening, Notes: []resolution.NoteCall{{Number: number, Offset: offset}}}
		q := p
		q.Kind, q.Level, q.Notes = resolution.Kinds[(len(text)+len(kind))%len(resolution.Kinds)], (level+1)%10, nil
		d := ordered(resolution.Draft{
			Symbol: text, Number: number, Language: resolution.Languages[len(note)%6], Date: note, Stage: resolution.Tabled,
			Header: resolution.Header{Symbol: text, Other: []string{note + "x"}, Sponsors: text + note, Session: number}, Sponsors: []string{note},
			Paragraphs: []resolution.Paragraph{q, p, q, p}, Footnotes: []resolution.Footnote{{Number: number, Text: note}, {Number: "*", Text: text}},
			Closing: resolution.Closed{Meeting: text, Date: note, Vote: number}, LeftOut: []string{text},
		})
		if f := fault(mustRead(t, written(t, d)).Draft, d); f != "" {
			t.Fatal(f)
		}
	})
}

// isXML reports a character that XML can hold.
func isXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000
}

// randomForeign is a file of elements in any order, every word in it another one.
func randomForeign(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 5))
	names := strings.Fields(`p p p i b span ref ins authorialNote noteRef eol num heading subheading crossHeading content intro wrapUp list point item blockList paragraph section part
		chapter article recital recitals formula container hcontainer preamble preface coverPage mainBody body conclusions attachments attachment doc statement meta notes note table
		tr td th caption ul li quotedStructure embeddedStructure docTitle docNumber docDate location session longTitle block odd stranger del foreign toc tocItem tblock component`)
	words := 0
	var grow func(depth int) string
	grow = func(depth int) string {
		var b strings.Builder
		for range r.IntN(4) {
			if depth > 7 || r.IntN(3) == 0 {
				words++
				fmt.Fprintf(&b, "w%dx%s", words, []string{"", " ", "\n", ", "}[r.IntN(4)])
				continue
			}
			name := names[r.IntN(len(names))]
			attrs := ""
			switch r.IntN(6) {
			case 0:
				attrs = fmt.Sprintf(` eId="e%d" marker="%d"`, r.IntN(5), r.IntN(5))
			case 1:
				attrs = fmt.Sprintf(` href="#e%d" class="italic" name="%s"`, r.IntN(5), resolution.Kinds[r.IntN(len(resolution.Kinds))])
			case 2:
				attrs = ` m:kind="none" xml:space="preserve" class="sponsors"`
			}
			b.WriteString("<" + name + attrs + ">" + grow(depth+1) + "</" + name + ">")
		}
		return b.String()
	}
	ours := ""
	if r.IntN(3) == 0 {
		ours = `<meta><proprietary source="#m"><m:draft version="1"/></proprietary></meta>`
	}
	root := []string{"akomaNtoso", "akomaNtoso", "strange"}[r.IntN(3)]
	return "<" + root + ` xmlns:m="` + own + `"><statement>` + ours + grow(0) + grow(0) + grow(0) + "</statement></" + root + ">"
}

// FuzzForeign: of files of elements in any order no word is lost, and none comes twice.
func FuzzForeign(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		file := randomForeign(seed)
		r, err := readAll(t.Context(), []byte(file))
		if err != nil {
			if len(everyWord(t, []byte(file))) > 0 {
				t.Fatalf("%v\n%s", err, file)
			}
			return
		}
		var doc *Document
		if r.ourFile() {
			doc = r.ours()
		} else {
			doc = r.foreign()
		}
		draft, err := resolution.MarshalRead(resolution.Draft{Header: doc.Draft.Header, Paragraphs: doc.Draft.Paragraphs, Footnotes: doc.Draft.Footnotes, LeftOut: doc.Draft.LeftOut}, nil)
		if err != nil {
			t.Fatal(err)
		}
		counted := regexp.MustCompile(`"text_marked".*`).ReplaceAllString(string(draft), "")
		counted = regexp.MustCompile(`(?m)^ "(title|organ)".*`).ReplaceAllString(counted, "")
		for _, word := range everyWord(t, []byte(file)) {
			if n := strings.Count(counted, word); n != 1 {
				t.Fatalf("%s comes %d times\n%s\n%s", word, n, file, counted)
			}
		}
	})
}
