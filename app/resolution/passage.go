package resolution

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// passage is a paragraph being joined out of lines.
type passage struct {
	kind   Kind // known by its form: Masthead, Organ, Part, Annex, Closing, Heading; "" = a paragraph
	label  label
	lines  []line
	joint  joint
	starts []start // where its lines start, in code points
	notes  []NoteCall
	final  string // the text once calls were lifted
	queued bool   // the label stood before it, apart
}

// start is where a line starts in its passage, and on which page.
type start struct{ offset, page int }

func (p *passage) add(l line) {
	if l.text == "" {
		return
	}
	p.starts = append(p.starts, start{p.joint.add(l.text), l.page})
	p.lines = append(p.lines, l)
}

// dropLast takes the last line off again.
func (p *passage) dropLast() line {
	l := p.last()
	lines := p.lines[:len(p.lines)-1]
	p.lines, p.starts, p.joint = nil, nil, joint{soft: p.joint.soft}
	for _, l := range lines {
		p.add(l)
	}
	return l
}

// pageAt is the page on which a code point of the passage stands.
func (p *passage) pageAt(offset int) int {
	after := sort.Search(len(p.starts), func(i int) bool { return p.starts[i].offset > offset })
	if after == 0 {
		return 0
	}
	return p.starts[after-1].page
}

func (p *passage) last() line {
	if len(p.lines) == 0 {
		return line{}
	}
	return p.lines[len(p.lines)-1]
}

// ended reports whether the last line ends as a paragraph does.
func (p *passage) ended() bool { return len(p.lines) > 0 && terminator(p.last().flat) != 0 }

// block is the passage for Classify.
func (p *passage) block() Block {
	b := Block{Text: p.final, Label: p.label.text, Kind: p.kind, Notes: p.notes}
	if len(p.lines) > 0 {
		b.Space = p.lines[0].blanks
	}
	return b
}

// terminators are the signs a paragraph ends with, by what they are in Latin script.
var terminators = map[rune]rune{
	',': ',', '،': ',', '，': ',', '、': ',', ';': ';', '؛': ';', '；': ';', ':': ':', '：': ':', '.': '.', '。': '.', '．': '.', '?': '.', '؟': '.', '!': '.',
}

// lastWords may follow the semicolon of the last paragraph but one.
var lastWords = []string{" and", " or", " et", " ou", " y", " o", " e", " и", " или", " و", "和", "或"}

// terminator is the sign a text ends with: ',' ';' ':' '.' or 0. Note marks and what closes a quotation do not count.
func terminator(flat string) rune {
	flat = strings.TrimRight(flat, " *")
	for _, w := range lastWords {
		if rest, ok := strings.CutSuffix(flat, w); ok {
			if t := endSign(rest); t == ';' || t == ',' {
				return t
			}
		}
	}
	return endSign(flat)
}

func endSign(flat string) rune {
	flat = strings.TrimRight(flat, " ")
	if t := signOf(flat); t != 0 {
		return t
	}
	rest := strings.TrimRightFunc(flat, isDigit)
	if marks := len([]rune(flat[len(rest):])); marks == 0 || marks > 3 {
		return 0
	}
	rest = strings.TrimRight(rest, " ")
	t := signOf(rest)
	if t == ',' {
		if before := endSign(strings.TrimRight(rest, ", ")); before != 0 { // several marks: "Rights;10, 11"
			return before
		}
	}
	return t
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
}

func signOf(text string) rune {
	text = strings.TrimRight(text, " \"'”’»“)]>")
	r, _ := utf8.DecodeLastRuneInString(text)
	return terminators[r]
}
