package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// FuzzLayOut lays out drafts made of whatever numbers: nothing is lost, nothing stands outside the paper's margins, no
// page is empty, every note begins on the page of its call, page numbers are right.
func FuzzLayOut(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, letter bool) {
		random := rand.New(rand.NewPCG(seed, 1))
		d := randomDraft(random)
		o := Options{Label: "Sample", Hash: "3f9a"}
		if letter {
			o.Paper = Letter
		}
		pages, err := LayOut(d, o)
		if err != nil {
			t.Fatal(err)
		}
		checkWords(t, d, pages)
		checkPages(t, pages)
		checkNotes(t, pages)
	})
}

// vocabulary has words of every script, long and short, with signs, digits and brackets.
var vocabulary = map[resolution.Language][]string{
	"en": {"light", "keepers", "of", "the", "A/RES/75/901", "lighthouse-keepers", "1,250", "[in winter]", "“offices”", "fi", "Affiliation"},
	"ru": {"огни", "смотрители", "и", "на", "государств-членов", "№", "«Огни»", "взаимодополняемость", "2027", "года"},
	"fr": {"phare", "l’entretien", "à", "« Feux »", "gardiens", "résolution", "n’est", "quatre-vingt-deuxième"},
	"es": {"faro", "luces", "de", "¿quién?", "señal", "período"},
	"zh": {"灯塔", "看守人", "的", "，", "《宪章》", "2027年", "（一）", "记录"},
	"ar": {"المنارات", "في", "75/901", "(د-3)", "الأضواء", "يدوّنون", "إلى", "A/80/9177"},
}

var randomKinds = []resolution.Kind{
	resolution.Preambular, resolution.Preambular, resolution.Operative, resolution.Operative, resolution.Operative,
	resolution.Subparagraph, resolution.Subparagraph, resolution.Heading, resolution.Part, resolution.Annex, resolution.Unknown,
	resolution.Table, resolution.Closing, resolution.Title, resolution.Organ,
}

func randomDraft(r *rand.Rand) resolution.Draft {
	l := resolution.Languages[r.IntN(len(resolution.Languages))]
	d := resolution.Draft{Language: l, Symbol: "A/C.2/80/L.901"}
	d.Header = resolution.Header{Organization: someWords(r, l, 3), Session: someWords(r, l, 2), AgendaItem: someWords(r, l, r.IntN(40)), Sponsors: someWords(r, l, r.IntN(60))}
	for i := range 1 + r.IntN(40) {
		p := resolution.Paragraph{Kind: randomKinds[r.IntN(len(randomKinds))], Text: someWords(r, l, 1+r.IntN(90))}
		length := len([]rune(p.Text))
		p.Opening = r.IntN(length + 1)
		switch p.Kind {
		case resolution.Operative:
			p.Number = fmt.Sprint(i)
		case resolution.Subparagraph:
			p.Number, p.Level = "(viii)", 1+r.IntN(4)
		case resolution.Table:
			p.Text = strings.ReplaceAll(p.Text, " ", "\t")
			if fields := strings.Split(p.Text, "\t"); len(fields) > 4 {
				p.Text = strings.Join(fields[:4], "\t")
			}
		}
		for range r.IntN(3) {
			if p.Kind == resolution.Table {
				break
			}
			number := fmt.Sprint(len(d.Footnotes) + 1)
			p.Notes = append(p.Notes, resolution.NoteCall{Number: number, Offset: r.IntN(length + 1)})
			d.Footnotes = append(d.Footnotes, resolution.Footnote{Number: number, Text: someWords(r, l, 1+r.IntN(1+r.IntN(200)))})
		}
		d.Paragraphs = append(d.Paragraphs, p)
	}
	return d
}

func someWords(r *rand.Rand, l resolution.Language, n int) string {
	var words []string
	for range n {
		words = append(words, vocabulary[l][r.IntN(len(vocabulary[l]))])
	}
	return strings.Join(words, " ")
}

// checkWords: every paragraph and every note is there, whole and once, the notes at the foot of pages.
func checkWords(t *testing.T, d resolution.Draft, pages []typeset.Page) {
	t.Helper()
	checkText(t, d, pages)
	foot := textOf(pages, typeset.Foot)
	want := 0
	for _, n := range d.Footnotes {
		want += len(solid(n.Number + n.Text))
		if !strings.Contains(foot, solid(n.Text)) {
			t.Fatalf("note %s is not at the foot of a page", n.Number)
		}
	}
	if len(foot) != want {
		t.Fatalf("%d bytes of notes on the pages, %d in the draft", len(foot), want)
	}
}

// checkText: paragraphs without calls are there in their order, and all others' words too; so are all notes, those that
// nothing calls among them.
func checkText(t *testing.T, d resolution.Draft, pages []typeset.Page) {
	t.Helper()
	body, foot := textOf(pages, typeset.Body), textOf(pages, typeset.Foot)
	at := 0
	for i, p := range d.Paragraphs {
		if len(p.Notes) > 0 || p.Kind == resolution.Table || p.Kind == resolution.Masthead {
			continue // calls stand between its words, or its cells beside one another; the sum below counts it
		}
		text := solid(p.Text)
		found := strings.Index(body[at:], text)
		if found < 0 {
			t.Fatalf("paragraph %d, %q, is not on the pages in its order", i, p.Text)
		}
		at += found + len(text)
	}
	want := 0
	for _, p := range d.Paragraphs {
		if p.Kind != resolution.Masthead {
			want += len(solid(p.Text))
		}
	}
	for _, n := range d.Footnotes {
		want += len(solid(n.Text))
	}
	if len(body)+len(foot) < want {
		t.Fatalf("%d bytes of text on the pages, %d in the draft", len(body)+len(foot), want)
	}
}

func checkPages(t *testing.T, pages []typeset.Page) {
	t.Helper()
	for i, page := range pages {
		checkPage(t, page, i+1, len(pages))
	}
}

// checkPage: a number n/m, some text, and no ink outside the margins.
func checkPage(t *testing.T, page typeset.Page, number, pages int) {
	t.Helper()
	numbered, filled := false, false
	for _, text := range page.Texts {
		filled = filled || text.Role != typeset.Furniture
		for _, line := range text.Lines {
			numbered = numbered || text.Role == typeset.Furniture && said(text.Block, line) == fmt.Sprintf("%d/%d", number, pages)
			checkLine(t, page, text, line, number)
		}
	}
	if !numbered || !filled {
		t.Fatalf("page %d of %d: numbered %v, filled %v", number, pages, numbered, filled)
	}
	for _, r := range page.Rules {
		if r.X < 30 || r.X+r.Width > page.Width-30 || r.Y < 18 || r.Y+r.Height > page.Height-18 || r.Width < 0 || r.Height < 0 {
			t.Fatalf("page %d: rule %+v", number, r)
		}
	}
}

func checkLine(t *testing.T, page typeset.Page, text typeset.Text, line typeset.Line, number int) {
	t.Helper()
	for _, g := range line.Glyphs {
		x := text.X + g.X
		if x < 30 || x+g.Advance > page.Width-30 {
			t.Fatalf("page %d: %q reaches from %.1f to %.1f", number, said(text.Block, line), x, x+g.Advance)
		}
	}
	top, bottom := text.Y+line.Top, text.Y+line.Top+line.Height
	low := page.Height - bottomMargin
	if text.Role == typeset.Furniture {
		low = page.Height - 18
	}
	if top < 18 || bottom > low+0.01 {
		t.Fatalf("page %d: %q stands between %.1f and %.1f", number, said(text.Block, line), top, bottom)
	}
}

// checkNotes: a note begins on the page of its call or, where those before it fill the foot, on the first page that has
// no more of them; and goes on without a gap.
func checkNotes(t *testing.T, pages []typeset.Page) {
	t.Helper()
	called, begun, next := 0, 0, 0
	for i, page := range pages {
		var foot []typeset.Text
		for _, text := range page.Texts {
			switch text.Role {
			case typeset.Body:
				called += callsIn(text)
			case typeset.Foot:
				foot = append(foot, text)
			}
		}
		for _, text := range foot {
			if text.Piece < next-1 || text.Piece > next {
				t.Fatalf("page %d: note %d stands where note %d was due", i+1, text.Piece, next)
			}
			next = max(next, text.Piece+1)
			begun = max(begun, text.Piece+1)
		}
		if begun > called {
			t.Fatalf("page %d: %d notes stand, %d are called", i+1, begun, called)
		}
		if begun < called && len(foot) == 0 {
			t.Fatalf("page %d: %d notes are called, %d stand, and the foot is empty", i+1, called, begun)
		}
	}
	if begun != called {
		t.Fatalf("%d notes stand, %d are called", begun, called)
	}
}

// callsIn counts the calls in a text: its raised numbers.
func callsIn(text typeset.Text) int {
	n := 0
	for i, span := range text.Paragraph.Spans() {
		if span.Style&typeset.Raised == 0 || span.Text == "," {
			continue
		}
		start, _ := text.Paragraph.SpanRange(i)
		for _, line := range text.Lines {
			if start >= line.Start && start < line.End {
				n++
			}
		}
	}
	return n
}
