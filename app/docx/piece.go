package docx

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mutatis/app/resolution"
)

// piece is one line of a paragraph, up to a line break: its text with blanks made one, and what stands in it.
type piece struct {
	text     []rune
	notes    []resolution.NoteCall
	italic   []span
	raised   []span
	bold     bool  // all of it
	tabs     []int // code points before each tab
	comments []string
}

// span is a stretch of a text in code points.
type span struct{ from, to int }

// assembler makes pieces out of runs.
type assembler struct {
	numbers *noteNumbers
	pieces  []piece
	hidden  []string // words that are not shown
	blank   bool     // a blank is due before the next letter
	called  bool     // a call was the last thing
	apart   bool     // and a blank stood before it
	letters int      // of the piece
	bold    int
}

// assemble makes the pieces of a paragraph, and the words of it that are hidden.
func assemble(runs []run, numbers *noteNumbers) (pieces []piece, hidden []string) {
	a := &assembler{numbers: numbers}
	a.begin()
	for i, r := range runs {
		switch {
		case r.comment != "":
			a.last().comments = append(a.last().comments, r.comment)
		case r.hidden:
			if words := trim(r.text); words != "" {
				a.hidden = append(a.hidden, words)
			}
		case r.call != nil:
			a.call(r.call)
		case a.called && r.raised && isBetween(r.text) && callFollows(runs[i+1:]):
		default:
			a.run(r)
		}
	}
	a.end()
	return a.pieces, a.hidden
}

func (a *assembler) last() *piece { return &a.pieces[len(a.pieces)-1] }

func (a *assembler) begin() {
	a.pieces = append(a.pieces, piece{})
	a.blank, a.called, a.apart, a.letters, a.bold = false, false, false, 0, 0
}

func (a *assembler) end() { a.last().bold = a.letters > 0 && a.bold == a.letters }

// isBetween reports what may stand raised between two calls: "1, 2".
func isBetween(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",،、;", r) }) == ""
}

func callFollows(runs []run) bool {
	for _, r := range runs {
		if r.call != nil || r.comment == "" && r.text != "" {
			return r.call != nil
		}
	}
	return false
}

func (a *assembler) call(c *call) {
	number := a.numbers.number(c)
	if number == "" {
		return
	}
	p := a.last()
	p.notes = append(p.notes, resolution.NoteCall{Number: number, Offset: len(p.text)})
	a.apart = a.blank && !a.called || a.apart && a.called
	a.called, a.blank = true, a.blank && a.apart
}

func (a *assembler) run(r run) {
	for _, c := range norm.NFC.String(r.text) {
		switch {
		case c == '\n':
			a.end()
			a.begin()
		case c == '\t':
			if p := a.last(); len(p.text) > 0 {
				p.tabs = append(p.tabs, len(p.text))
			}
			a.blank, a.apart = true, false
		case unicode.IsSpace(c):
			a.blank, a.apart = true, false
		case c >= 0xf000 && c <= 0xf0ff: // typed in a symbol font
			a.letters += a.write([]rune(symbol("Symbol", fmt.Sprintf("%x", c))), r)
		case isPresentation(c):
			a.letters += a.write([]rune(norm.NFKC.String(string(c))), r)
		case !isStray(c):
			a.letters += a.write([]rune{c}, r)
		}
	}
}

// write adds letters and answers how many there were.
func (a *assembler) write(letters []rune, r run) int {
	p := a.last()
	first := letters[0]
	if a.blank && len(p.text) > 0 && !(a.called && a.apart && strings.ContainsRune(closers, first)) {
		p.text = append(p.text, ' ')
	}
	from := len(p.text)
	if unicode.Is(unicode.Mn, first) && from > 0 && !a.blank {
		if one := []rune(norm.NFC.String(string(p.text[from-1]) + string(first))); len(one) == 1 {
			p.text, letters, from = p.text[:from-1], append(one, letters[1:]...), from-1
		}
	}
	p.text = append(p.text, letters...)
	a.blank, a.called, a.apart = false, false, false
	if r.italic {
		p.italic = p.extend(p.italic, span{from, len(p.text)})
	}
	if r.raised {
		p.raised = p.extend(p.raised, span{from, len(p.text)})
	}
	if r.bold {
		a.bold += len(letters)
	}
	return len(letters)
}

// closers stand after a call without a blank, whatever was typed before the call.
const closers = ",.;:!?)]»”،؛؟，；。：、）"

// extend adds a span to those before it, which it goes on with over a blank too.
func (p *piece) extend(spans []span, s span) []span {
	if n := len(spans); n > 0 {
		if last := spans[n-1].to; last >= s.from || last == s.from-1 && p.text[last] == ' ' {
			spans[n-1].to = max(s.to, last)
			return spans
		}
	}
	return append(spans, s)
}

// isStray reports what has no meaning in a line: controls of direction, blanks without width, soft hyphens.
func isStray(c rune) bool {
	switch {
	case c < 0x20, c == 0x7f, c == 0xad, c == 0x200b, c == 0xfeff, c == 0x2060:
		return true
	}
	return c >= 0x200e && c <= 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
}

// isPresentation reports Arabic letters in one of their shapes.
func isPresentation(c rune) bool {
	return c >= 0xfb50 && c <= 0xfdff && c != 0xfd3e && c != 0xfd3f || c >= 0xfe70 && c <= 0xfefc
}

// isHan reports characters that are written without blanks between them.
func isHan(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3ffff
}

// trim makes blanks one and drops what is stray.
func trim(text string) string {
	text = strings.Map(func(r rune) rune {
		if isStray(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// empty reports a piece without words and calls.
func (p piece) empty() bool { return len(p.text) == 0 && len(p.notes) == 0 }

// join puts another piece behind this one.
func (p *piece) join(next piece) {
	if len(p.text) > 0 && len(next.text) > 0 && !(isHan(p.text[len(p.text)-1]) && isHan(next.text[0])) {
		p.text = append(p.text, ' ')
	}
	p.bold = p.bold && next.bold
	p.append(next)
}

// append puts another piece right behind this one.
func (p *piece) append(next piece) {
	by := len(p.text)
	p.text = append(p.text, next.text...)
	for _, n := range next.notes {
		n.Offset += by
		p.notes = append(p.notes, n)
	}
	p.italic = append(p.italic, shifted(next.italic, by)...)
	p.raised = append(p.raised, shifted(next.raised, by)...)
	p.comments = append(p.comments, next.comments...)
}

// cells cuts a line at its tabs.
func (p *piece) cells() []piece {
	var cells []piece
	from := 0
	for _, to := range append(slices.Clone(p.tabs), len(p.text)) {
		if to <= from {
			continue
		}
		cell := piece{text: p.text[from:to], bold: p.bold}
		for len(cell.text) > 0 && cell.text[0] == ' ' {
			cell.text, from = cell.text[1:], from+1
		}
		for _, n := range p.notes {
			if n.Offset >= from && n.Offset <= to && (n.Offset > from || from == 0) {
				n.Offset -= from
				cell.notes = append(cell.notes, n)
			}
		}
		cells = append(cells, cell)
		from = to
	}
	return cells
}

func shifted(spans []span, by int) []span {
	var moved []span
	for _, s := range spans {
		if s.to+by > 0 {
			moved = append(moved, span{max(0, s.from+by), s.to + by})
		}
	}
	return moved
}

// cut takes code points off the start.
func (p *piece) cut(n int) {
	p.text = p.text[n:]
	for i := range p.notes {
		p.notes[i].Offset = max(0, p.notes[i].Offset-n)
	}
	p.italic, p.raised, p.tabs = shifted(p.italic, -n), shifted(p.raised, -n), nil
}

// prefix puts words before it.
func (p *piece) prefix(words string) {
	before := piece{text: []rune(words)}
	if last := before.text[len(before.text)-1]; len(p.text) > 0 && !isHan(last) {
		before.text = append(before.text, ' ')
	}
	before.append(*p)
	before.bold = p.bold
	*p = before
}

// opening is how many code points at the start are set in italics; 0 where none are, or all.
func (p *piece) opening() int {
	if len(p.italic) == 0 || p.italic[0].from > 0 {
		return 0
	}
	end := p.italic[0].to
	for end > 0 && strings.ContainsRune(" ,،，:", p.text[end-1]) {
		end--
	}
	if end >= len(p.text)-1 {
		return 0
	}
	return end
}
