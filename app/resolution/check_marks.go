package resolution

import (
	"slices"
	"strings"
	"unicode"
)

// closers are the brackets and quotation marks that close what another opens.
var closers = map[rune]rune{'(': ')', '[': ']', '（': '）', '［': '］', '«': '»', '“': '”', '《': '》', '〈': '〉', '【': '】', '「': '」'}

// quotations may run over several paragraphs: what stands in them is told only where nothing later closes it.
var quotations = map[rune]bool{'«': true, '“': true, '”': true, '»': true}

// brackets looks for brackets and quotation marks that are not closed, or close nothing, in paragraphs and notes.
func (c *checker) brackets() {
	for i, p := range c.d.Paragraphs {
		if p.Kind == Masthead || p.Kind == Closing || p.Kind == Table {
			continue
		}
		for _, at := range unpaired([]rune(p.Text), c.d.Language) {
			r := []rune(p.Text)[at]
			switch {
			case c.pairedElsewhere(i, r):
			case closers[r] != 0:
				c.add(i, CheckBrackets, Wrong, at, 1, "not-closed", r)
			default:
				c.add(i, CheckBrackets, Wrong, at, 1, "not-opened", r)
			}
		}
	}
	for _, f := range c.d.Footnotes {
		c.noteBrackets(f)
	}
}

// noteBrackets does the same for a note, which has no neighbour to share a quotation with.
func (c *checker) noteBrackets(f Footnote) {
	runes := []rune(f.Text)
	if alone := unpaired(runes, c.d.Language); len(alone) == 1 { // more are of words that run together
		c.addNote(f.Number, CheckBrackets, Wrong, "alone", runes[alone[0]], string(runes[max(0, alone[0]-20):min(len(runes), alone[0]+20)]))
	}
}

// pairedElsewhere reports a mark that another paragraph pairs: a quotation or a bracket round several paragraphs.
func (c *checker) pairedElsewhere(i int, r rune) bool {
	others := c.d.Paragraphs[i+1:]
	want := closers[r]
	if want == 0 {
		others = c.d.Paragraphs[:i]
		for open, closing := range closers {
			if closing == r {
				want = open
			}
		}
	}
	if !quotations[r] && r != '[' && r != ']' {
		return false
	}
	return slices.ContainsFunc(others, func(p Paragraph) bool {
		runes := []rune(p.Text)
		return slices.ContainsFunc(unpaired(runes, c.d.Language), func(at int) bool { return runes[at] == want })
	})
}

// unpaired are the places of the marks in a text that stand alone.
func unpaired(text []rune, l Language) (alone []int) {
	var open []int
	for i, r := range text {
		switch {
		case l == Arabic && quotations[r], // they are typed both ways round
			r == ')' && !slices.ContainsFunc(open, func(at int) bool { return plainRune(text[at]) == '(' }) && labels(text[:i]):
		case closers[r] != 0:
			open = append(open, i)
		case closes(r):
			n := len(open) - 1
			if n >= 0 && same(closers[text[open[n]]], r) {
				open = open[:n]
				continue
			}
			alone = append(alone, i)
		}
	}
	alone = append(alone, open...)
	slices.Sort(alone)
	return alone
}

func closes(r rune) bool {
	for _, c := range closers {
		if c == r {
			return true
		}
	}
	return false
}

// same reports closing brackets that may stand for each other: a full-width one for a narrow one.
func same(a, b rune) bool { return a == b || plainRune(a) == plainRune(b) }

// labels reports whether a bracket that closes nothing ends a label behind this text: "a)", "ii)", "3)".
func labels(before []rune) bool {
	from := len(before)
	for from > 0 && (unicode.IsLetter(before[from-1]) || unicode.IsDigit(before[from-1])) {
		from--
	}
	if n := len(before) - from; n == 0 || n > 4 {
		return false
	}
	return from == 0 || unicode.IsSpace(before[from-1]) || before[from-1] == '\''
}

// The signs that may end a paragraph, made plain.
const (
	commas = ",،，、"
	semis  = ";；؛"
	stops  = ".。"
	colons = ":：–—-"
)

// punctuation looks at the sign at the end of every paragraph: a comma after a preambular one, a semicolon after an
// operative one, a full stop after the last.
func (c *checker) punctuation() {
	if c.isDeclaration() {
		return
	}
	for i, p := range c.body() {
		end := lastSign(p.Text)
		next, more := c.next(i)
		switch {
		case p.Kind == Preambular && more && next.Kind == Subparagraph, p.Kind == Operative && more && next.Kind == Subparagraph:
		case p.Kind == Preambular && !strings.ContainsRune(commas+colons, end):
			c.ends(i, "ends-preambular")
		case p.Kind == Operative && more && next.Kind == Operative && !strings.ContainsRune(semis+colons, end):
			c.ends(i, "ends-operative")
		case p.Kind == Operative && !more && !strings.ContainsRune(stops, end):
			c.ends(i, "ends-last")
		}
	}
}

func (c *checker) ends(i int, key string) {
	runes := []rune(c.d.Paragraphs[i].Text)
	at := max(0, len(runes)-1)
	c.add(i, CheckPunctuation, Doubtful, at, len(runes)-at, key, string(runes[at:]))
}

// next is the paragraph of the body that follows another; there is none before closing lines.
func (c *checker) next(i int) (Paragraph, bool) {
	for _, p := range c.body()[i+1:] {
		if p.Kind != Closing && p.Kind != Table {
			return p, true
		}
	}
	return Paragraph{}, false
}

// isDeclaration reports a text whose paragraphs are sentences and have no openings, so that a full stop ends each.
func (c *checker) isDeclaration() bool {
	all, full := 0, 0
	for _, p := range c.body() {
		if p.Kind == Operative {
			all++
			if strings.ContainsRune(stops, lastSign(p.Text)) {
				full++
			}
		}
	}
	return full > 2 && 3*full > all
}

// lastSign is the last rune of a text that is no quotation mark, bracket or blank; 0 where there is none.
func lastSign(text string) rune {
	runes := []rune(strings.TrimRight(text, " \u00a0*"))
	for i := len(runes) - 1; i >= 0; i-- {
		if !strings.ContainsRune(`"”“»'’)]）］》`, runes[i]) {
			if unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]) {
				if i+1 < len(runes) {
					return runes[i+1]
				}
			}
			return runes[i]
		}
	}
	return 0
}
