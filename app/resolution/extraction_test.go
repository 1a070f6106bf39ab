package resolution

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mutatis/assets"
)

// TestExtractions prints the texts of the sample library the way different programs extract them from a PDF, page
// furniture, notes and all, and reads them back into the same paragraphs.
func TestExtractions(t *testing.T) {
	for _, s := range assets.SampleTexts() {
		draft, _ := ReadText(s.Text)
		for name, style := range extractions {
			t.Run(s.File+" "+name, func(t *testing.T) {
				text := style.print(draft)
				got, _ := ReadText(text)
				if bad := compareReading(draft, got); bad != "" {
					t.Errorf("%s\n--- from\n%s", bad, text)
				}
				if lost, doubled := unaccounted(text, got); lost != "" || doubled != "" {
					t.Errorf("lost %s, doubled %s", lost, doubled)
				}
			})
		}
	}
}

// compareReading names the first difference between what was printed and what was read.
func compareReading(want, got Draft) string {
	a, b := want.Paragraphs, got.Paragraphs
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("too much: %+v", b[i])
		case i >= len(b):
			return fmt.Sprintf("missing: %+v", a[i])
		case fmt.Sprint(a[i]) != fmt.Sprint(b[i]):
			return fmt.Sprintf("printed %+v\nread    %+v", a[i], b[i])
		}
	}
	if byNumber(want.Footnotes) != byNumber(got.Footnotes) {
		return fmt.Sprintf("notes printed %v\nread %v", want.Footnotes, got.Footnotes)
	}
	if want.Symbol != got.Symbol || want.Closing != got.Closing || want.Date != got.Date {
		return fmt.Sprintf("%s %v %s became %s %v %s", want.Symbol, want.Closing, want.Date, got.Symbol, got.Closing, got.Date)
	}
	return ""
}

// byNumber lists notes in the order of their numbers: stars may stand on another page.
func byNumber(notes []Footnote) string {
	notes = slices.Clone(notes)
	slices.SortFunc(notes, func(a, b Footnote) int {
		return cmp.Or(number(a.Number)-number(b.Number), strings.Compare(a.Number, b.Number))
	})
	return fmt.Sprint(notes)
}

// extraction is how a program writes the text of a PDF.
type extraction struct {
	width      int  // columns of a full line
	height     int  // lines of a page
	blank      bool // an empty line between paragraphs
	fed        bool // a form feed between pages
	alone      bool // small numbers and labels alone on a line
	afterFirst bool // numbers after the first line of their paragraph
	indent     bool // the first line is set in
	spaced     bool // a blank before the calls of notes
	symbolLast bool // the running head has the title before the symbol
	unruled    bool // no rule over the notes
}

var extractions = map[string]extraction{
	"blank lines":           {width: 84, height: 30, blank: true, alone: true},
	"blank lines, spaced":   {width: 78, height: 24, blank: true, alone: true, spaced: true, symbolLast: true},
	"form feeds":            {width: 80, height: 34, fed: true},
	"numbers alone":         {width: 80, height: 28, fed: true, alone: true, spaced: true},
	"numbers after":         {width: 80, height: 28, fed: true, alone: true, afterFirst: true, spaced: true},
	"set in":                {width: 72, height: 26, blank: true, indent: true},
	"one line a paragraph":  {width: 100000, height: 100000, blank: true},
	"notes without a rule":  {width: 84, height: 30, fed: true, unruled: true},
	"short pages, unruled":  {width: 70, height: 16, fed: true, unruled: true, symbolLast: true},
	"short pages, set in":   {width: 66, height: 14, blank: true, indent: true, symbolLast: true},
	"short lines, no blank": {width: 48, height: 40, fed: true, spaced: true},
}

// print writes a draft page by page.
func (e extraction) print(d Draft) string {
	p := &printing{extraction: e, draft: d, notes: map[string]string{}}
	for _, n := range d.Footnotes {
		p.notes[n.Number] = n.Text
	}
	var head strings.Builder
	writer{&head, d.Language}.masthead(d.Header)
	p.page = strings.Split(strings.TrimRight(head.String(), "\n"), "\n")
	p.masthead = 1000 // the first page is not turned before the body begins
	for i, q := range d.Paragraphs {
		p.paragraph(q, i > 0 && q.Kind == Closing && d.Paragraphs[i-1].Kind == Closing)
	}
	p.foot(true)
	return p.out.String()
}

type printing struct {
	extraction
	draft    Draft
	notes    map[string]string
	page     []string
	due      []string // notes called on the page
	number   int
	masthead int // lines of the first page before the body
	out      strings.Builder
}

func (p *printing) paragraph(q Paragraph, tight bool) {
	numeral := q.Numeral(p.draft.Language)
	switch {
	case q.Kind == Title && p.draft.Language == Arabic && numeral != "":
		numeral = q.Number + " -"
	case q.Kind == Part:
		p.wrapped(q.Number, nil)
		numeral = ""
	}
	if p.blank && !tight || q.Kind == Title || q.Kind == Organ {
		p.page = append(p.page, "")
	}
	var calls []string // each stands in the text as one private character until the lines are broken
	text := q.marked(func(number string) string {
		calls = append(calls, number)
		return string(rune(0xe000 + len(calls) - 1))
	})
	if q.Kind == Heading || q.Kind == Part || q.Kind == Annex && q.Number == "" {
		if text != "" {
			p.wrapped(text, calls)
		}
		return
	}
	if q.Kind == Organ {
		p.masthead = len(p.page)
	}
	lines := wrap(text, p.width)
	switch {
	case numeral == "":
	case p.alone && q.Kind != Title && len(numeral) < 4 && p.afterFirst && len(lines) > 1 && q.Kind == Operative:
		lines = append([]string{lines[0], numeral}, lines[1:]...)
	case p.alone && q.Kind != Title && len(numeral) < 4:
		lines = append([]string{numeral}, lines...)
	default:
		lines = wrap(numeral+" "+text, p.width)
	}
	if p.indent {
		lines[0] = "  " + lines[0]
	}
	for _, l := range lines {
		p.wrapped(l, calls)
	}
}

// wrapped adds a line to the page, with the marks of the calls in it, and turns the page when it is full.
func (p *printing) wrapped(l string, all []string) {
	var calls []string
	var marked strings.Builder
	for _, r := range l {
		if r < 0xe000 || int(r-0xe000) >= len(all) {
			marked.WriteRune(r)
			continue
		}
		number := all[r-0xe000]
		calls = append(calls, number)
		if p.spaced && p.draft.Language != Chinese {
			number = " " + number
		}
		marked.WriteString(number)
	}
	l = marked.String()
	if len(p.page)-p.masthead+2*len(p.due)+2*len(calls) >= p.height {
		p.foot(false)
	}
	p.page = append(p.page, l)
	for _, c := range calls {
		if text, ok := p.notes[c]; ok {
			p.due = append(p.due, c+" "+text)
			delete(p.notes, c)
		}
	}
}

// foot ends the page: notes, page number, and the head of the next.
func (p *printing) foot(last bool) {
	p.number++
	p.out.WriteString(strings.Join(p.page, "\n") + "\n")
	if last {
		for _, n := range p.draft.Footnotes {
			if text, ok := p.notes[n.Number]; ok {
				p.due = append(p.due, n.Number+" "+text)
			}
		}
	}
	if len(p.due) > 0 {
		if !p.unruled {
			p.out.WriteString("_______________\n")
		}
		for _, n := range p.due {
			if p.blank {
				p.out.WriteString(" \n")
			}
			p.out.WriteString(strings.Join(wrap(n, max(p.width, 60)), "\n") + "\n")
		}
	}
	p.page, p.due, p.masthead = nil, nil, 0
	if last {
		return
	}
	feed := ""
	if p.fed {
		p.out.WriteString("\n36-21900\n")
		feed = "\f"
	}
	head := []string{p.draft.Symbol, p.draft.Title()}
	if p.symbolLast {
		head[0], head[1] = head[1], head[0]
	}
	p.out.WriteString(feed + strings.Join(head, "\n") + "\n")
	if !p.fed {
		fmt.Fprintf(&p.out, " \n36-21900\n%d/99\n \n", p.number+1)
	}
}

// wrap breaks a text into lines at blanks, Chinese anywhere.
func wrap(text string, width int) []string {
	var lines []string
	line, columns := "", 0
	flush := func() {
		if s := strings.TrimSpace(line); s != "" {
			lines = append(lines, s)
		}
		line, columns = "", 0
	}
	for _, piece := range pieces(text) {
		n := 0
		for _, r := range piece {
			if n++; isHan(r) {
				n++
			}
		}
		if columns > 0 && columns+n > width && !strings.ContainsAny(piece, "，；。、：”》") {
			flush()
		}
		line += piece
		columns += n
	}
	flush()
	return lines
}

// pieces splits a text where a line may break.
func pieces(text string) []string {
	var all []string
	piece := ""
	for _, r := range text {
		if isHan(r) {
			if piece != "" {
				all = append(all, piece)
			}
			all, piece = append(all, string(r)), ""
			continue
		}
		if piece += string(r); r == ' ' {
			all, piece = append(all, piece), ""
		}
	}
	return append(all, piece)
}
