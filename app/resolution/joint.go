package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joint joins the lines of one paragraph. A hyphen at a line's end stays («трудящихся-мигрантов»); a soft hyphen goes;
// Han characters are joined without a blank.
type joint struct {
	b     []byte
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
	case j.last == '\u00ad' || j.last == '-' && j.soft != nil && unicode.IsLower(first) && j.soft(lastWord(j.ending()), firstWord(text)):
		j.b = j.b[:len(j.b)-utf8.RuneLen(j.last)]
		j.runes--
	case !j.glued(first, text):
		j.b = append(j.b, ' ')
		j.runes++
	}
	at := j.runes
	j.b = append(j.b, text...)
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
	r, _ := utf8.DecodeLastRune(j.b[:len(j.b)-utf8.RuneLen(j.last)])
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

func (j *joint) text() string { return strings.TrimSuffix(string(j.b), "\u00ad") }

// ending is the last bytes, as many as the longest word has.
func (j *joint) ending() string { return string(j.b[max(0, len(j.b)-200):]) }

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
