package resolution

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// line is one line of extracted text on its way through the stages.
type line struct {
	no     int    // its place in the source
	raw    string // as it stood, for what is left out
	text   string // trimmed; runs of blanks inside are kept, they betray raised numbers
	flat   string // plain, with single blanks: what the patterns see
	indent int    // blanks before it
	blanks int    // empty lines before it
	page   int    // how many pages ended before it
	gap    bool   // a page ended, or something was lifted out, between the line before and this one
	width  int    // columns; a Han character takes two
	label  label  // the number or label at its start, if it looks like one
	cells  []cell // of a row of a table: what wide blanks or tabs part; nil for every other line
	tabbed bool   // tabs part them
}

// Stage 1 of Repair: normalise cuts text into lines. It relies on nothing; afterwards letters are composed (NFC),
// Arabic letters have no presentation forms, and blanks, line ends, bidirectional controls and soft hyphens mean one
// thing each: a soft hyphen stays at the end of a line only, where it says that the word goes on.
func normalise(text string) []line {
	text = lineEnds.Replace(norm.NFC.String(text))
	if strings.ContainsRune(text, rightToLeft) {
		text = logical(text)
	} else if isVisual(text) {
		text = fromVisual(text)
	}
	text = unemphasised(unquoteMail(strings.Map(stray, text)))
	if strings.Contains(text, " __________") {
		text = ruleBehind.ReplaceAllString(text, "$1\n$2\n")
	}
	var lines []line
	blanks, page := 0, 0
	for raw := range strings.SplitSeq(text, "\n") {
		fed := strings.Count(raw, "\f")
		raw = strings.ReplaceAll(raw, "\f", "")
		page += fed
		l := newLine(untyped(raw))
		if l.text == "" {
			blanks++
			continue
		}
		l.no, l.blanks, l.page, l.gap = len(lines), blanks, page, len(lines) > 0 && page > lines[len(lines)-1].page
		lines = append(lines, l)
		blanks = 0
	}
	return lines
}

// ruleBehind is the rule over the notes where extraction put it behind the last line of the text.
var ruleBehind = regexp.MustCompile(`(?m)(\S) +(_{10,}) *$`)

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// stray maps blanks to one and drops what has no meaning in a line.
func stray(r rune) rune {
	switch {
	case r == '\n', r == '\f', r == '\t', r == '\u00ad':
		return r
	case r < 0x80:
		if r < 0x20 || r == 0x7f {
			return -1
		}
		return r
	case r == '\u200b', r == '\ufeff', r == '\u2060', r >= '\u200e' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return -1
	case unicode.IsSpace(r):
		return ' '
	case r == utf8.RuneError:
		return r
	}
	return r
}

func newLine(raw string) line {
	printed := raw
	raw = strings.ReplaceAll(raw, "\t", " ")
	text := strings.TrimRight(raw, " ")
	body := strings.TrimLeft(text, " ")
	l := line{raw: strings.TrimSpace(raw), indent: len(text) - len(body)}
	l.setText(unpresent(softHyphens(body)))
	l.cells = cellsOf(unpresent(strings.TrimLeft(printed, " \t")), l.indent)
	l.tabbed = l.cells != nil && strings.Contains(printed, "\t")
	return l
}

// setText gives the line other words.
func (l *line) setText(text string) {
	l.text, l.cells, l.tabbed = text, nil, false
	l.flat = collapse(plain(text))
	l.width = columns(text)
	if l.label = parseLabel(l.flat); l.label.text != "" {
		l.label.text = strings.TrimSpace(text[:len(text)-len(cutFlat(text, l.label.end))])
	}
}

// softHyphens takes soft hyphens out of a line, but for one at its end.
func softHyphens(text string) string {
	if !strings.ContainsRune(text, '\u00ad') {
		return text
	}
	ends := strings.HasSuffix(text, "\u00ad")
	if text = strings.ReplaceAll(text, "\u00ad", ""); ends && text != "" {
		text += "\u00ad"
	}
	return text
}

// unpresent turns Arabic presentation forms into letters.
func unpresent(text string) string {
	if !strings.ContainsFunc(text, isPresentation) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if isPresentation(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

func isPresentation(r rune) bool {
	return r >= 0xfb50 && r <= 0xfdff && r != 0xfd3e && r != 0xfd3f || r >= 0xfe70 && r <= 0xfefc
}

// collapse makes every run of blanks one and trims the ends.
func collapse(text string) string {
	if !strings.Contains(text, "  ") {
		return strings.TrimSpace(text)
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " ")
}

// columns is the width of a text in a font of one width.
func columns(text string) int {
	n := 0
	for _, r := range text {
		if n++; isHan(r) {
			n++
		}
	}
	return n
}
