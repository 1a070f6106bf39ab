package resolution

import (
	"strings"
	"unicode"
)

// plain is text as the patterns see it: one kind of blank, hyphen, apostrophe, digit and bracket. Rune for rune it is as
// long as the text it was made from, so a place found in one is a place in the other.
func plain(text string) string {
	for _, r := range text {
		if plainRune(r) != r {
			return strings.Map(plainRune, text)
		}
	}
	return text
}

// plainRunes are the runes that plain replaces, but for blanks and digits.
var plainRunes = map[rune]rune{
	'\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2212': '-', '\ufe63': '-', '\uff0d': '-',
	'\u2018': '\'', '\u2019': '\'', '\u02bc': '\'', '\u201b': '\'', '\u00b4': '\'', '`': '\'',
	'（': '(', '）': ')', '［': '[', '］': ']', '．': '.', '／': '/', '：': ':', '＊': '*', '∗': '*', '﹡': '*',
}

func plainRune(r rune) rune {
	switch {
	case r < 0x80:
		if r == '`' {
			return '\''
		}
		return r
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	case unicode.IsSpace(r):
		return ' '
	}
	if p, ok := plainRunes[r]; ok {
		return p
	}
	return r
}

// homoglyphs are Cyrillic capitals and their Latin twins: what a symbol, a part or a letter may be typed with.
var homoglyphs = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'У': 'Y', 'І': 'I',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'і': 'i', 'Ѕ': 'S', 'ѕ': 's',
}

// latin folds homoglyphs, rune for rune.
func latin(text string) string {
	return strings.Map(func(r rune) rune {
		if l, ok := homoglyphs[r]; ok {
			return l
		}
		return r
	}, text)
}

// isLetter reports letters and the marks that belong to them.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// isHan reports characters that are written without blanks between them.
func isHan(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3ffff
}
