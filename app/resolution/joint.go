package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joint joins the lines of one paragraph. A hyphen at a line's end stays («трудящихся-мигрантов»); a soft hyphen goes;
// Han characters are joined without a blank.
type joint struct {
	b     strings.Builder
	last  rune
	runes int
	soft  func(before, after string) bool // whether a hyphen between two pieces of a word is the layout's; nil = never
}

// add puts a line behind the others and answers the code points before its first.
func (j *joint) add(text string) int {
	if text == "" {
		return j.runes
	}
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case j.runes == 0:
	case j.last == '\u00ad' || j.last == '-' && j.soft != nil && unicode.IsLower(first) && j.soft(lastWord(j.b.String()), firstWord(text)):
		whole := j.b.String()
		j.b.Reset()
		j.b.WriteString(whole[:len(whole)-utf8.RuneLen(j.last)])
		j.runes--
	case !j.glued(first, text):
		j.b.WriteByte(' ')
		j.runes++
	}
	at := j.runes
	j.b.WriteString(text)
	j.runes += utf8.RuneCountInString(text)
	j.last, _ = utf8.DecodeLastRuneInString(text)
	return at
}

// glued reports whether the next line goes on without a blank.
func (j *joint) glued(first rune, next string) bool {
	switch {
	case isHan(j.last) || isHan(first):
		return true
	case j.last == '-' || j.last == '\u2010' || j.last == '\u2011':
		return unicode.IsLetter(first) && j.beforeHyphen() && !isAnd(next) || unicode.IsDigit(first) && j.beforeHyphen()
	case j.last == '–':
		return unicode.IsDigit(first) && j.beforeHyphen()
	case j.last == '/':
		return true
	}
	return false
}

// beforeHyphen reports whether a letter or digit stands before the hyphen at the end.
func (j *joint) beforeHyphen() bool {
	text := j.b.String()
	text = text[:len(text)-utf8.RuneLen(j.last)]
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isAnd reports "and", "or" after a hanging hyphen: "short- and long-term".
func isAnd(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	switch word {
	case "and", "or", "to", "et", "ou", "y", "o", "e", "и", "или":
		return true
	}
	return false
}

func (j *joint) text() string { return strings.TrimSuffix(j.b.String(), "\u00ad") }

// lastWord is the piece of a word before the hyphen at a text's end, firstWord the piece a text begins with.
func lastWord(text string) string {
	text = strings.TrimSuffix(text, "-")
	at := strings.LastIndexFunc(text, func(r rune) bool { return !isLetter(r) && r != '-' })
	return strings.TrimLeftFunc(text[at+1:], func(r rune) bool { return !isLetter(r) })
}

func firstWord(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !isLetter(r) && r != '-' })
	if end < 0 {
		end = len(text)
	}
	return strings.TrimRight(text[:end], "-")
}
