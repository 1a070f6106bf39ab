package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Canonical is the one meaning of "the same words": two texts are the same if and only if their canonical forms are
// equal. It folds what typesetting, keyboards and converters do to a text and nothing a delegate would call a change:
//
//   - composed and decomposed letters (NFC);
//   - soft hyphens, zero-width and direction marks, Arabic tatweel and vowel signs are dropped;
//   - curly, low and angle quotation marks become straight, the hyphens and the minus sign become "-";
//   - every run of white space becomes one space, none at either end.
//
// Case, dashes, commas and full stops are kept. Bytes that are not UTF-8 become U+FFFD. Canonical is idempotent.
func Canonical(text string) string {
	if isPlain(text) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	space, inert := false, true
	for _, r := range text { // ranges over bad bytes as U+FFFD
		r = foldRune(r)
		switch {
		case r == dropped:
			continue
		case r == ' ':
			space = out.Len() > 0
			continue
		case space:
			out.WriteByte(' ')
			space = false
		}
		inert = inert && (r < utf8.RuneSelf || isInert(r))
		out.WriteRune(r)
	}
	if inert {
		return out.String()
	}
	return norm.NFC.String(out.String())
}

// isPlain reports whether the text is canonical as it stands and made of runes that never combine: the common case.
func isPlain(text string) bool {
	before := rune(' ')
	for _, r := range text {
		if r < utf8.RuneSelf {
			if r < ' ' || r == ' ' && before == ' ' {
				return false
			}
		} else if !isInert(r) {
			return false
		}
		before = r
	}
	return text == "" || before != ' '
}

// isInert reports whether a rune is one of those that NFC and foldRune leave alone, wherever they stand: letters of our
// six languages, Han characters, common dashes and full-width signs.
func isInert(r rune) bool {
	switch {
	case 0x0400 <= r && r <= 0x0481, 0x4E00 <= r && r <= 0x9FFF:
		return true
	case 0x00BF <= r && r <= 0x00FF, isArabicLetter(r):
		return true
	}
	return r == 0x060C || r == 0x061B || r == 0x2013 || r == 0x2014 || r == 0x3001 || r == 0x3002 || 0xFF01 <= r && r <= 0xFF1F
}

// isArabicLetter reports whether a rune is a letter of the Arabic language.
func isArabicLetter(r rune) bool { return 0x0621 <= r && r <= 0x063A || 0x0641 <= r && r <= 0x064A }

// dropped is what foldRune answers for a rune that is no part of the words.
const dropped = rune(-1)

// foldRune maps one rune to its canonical form, white space to ' '.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r <= ' ' && (r == ' ' || '\t' <= r && r <= '\r' || 0x1C <= r && r <= 0x1F) {
			return ' '
		}
		return r
	case isInert(r):
		return r
	case isIgnored(r):
		return dropped
	}
	if to, ok := folded[r]; ok {
		return to
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) {
		return ' '
	}
	return r
}

// folded holds the typographic spellings of a sign on every keyboard.
var folded = map[rune]rune{
	'‘': '\'', '’': '\'', 'ʼ': '\'', '‛': '\'',
	'“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"',
	'\u2010': '-', '\u2011': '-', '\u2212': '-', // hyphen, non-breaking hyphen, minus; dashes are punctuation and stay
}

// isIgnored reports whether a rune is no part of the words: it may stand inside one without changing it.
func isIgnored(r rune) bool {
	switch {
	case r < 0x00AD:
		return false
	case 0x064B <= r && r <= 0x0652: // fathatan … sukun
		return true
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069: // zero width, direction
		return true
	}
	return r == 0x00AD || r == 0x0640 || r == 0x0670 || r == 0x061C || r == 0xFEFF
}
