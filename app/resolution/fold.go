package resolution

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alike maps Cyrillic letters to the Latin letters they are drawn like, so that a symbol is found whichever was typed.
var alike = strings.NewReplacer(
	"а", "a", "в", "b", "е", "e", "ё", "e", "к", "k", "м", "m", "н", "h", "о", "o", "р", "p", "с", "c", "т", "t",
	"у", "y", "х", "x",
)

// Fold reduces text to what a search looks for: small letters without marks, one kind of blank and of hyphen, letters
// drawn alike made one. Folded text is compared, never shown.
func Fold(text string) string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\u00ad', r == 'ـ':
			return -1
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Pd, r):
			return '-'
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
	return alike.Replace(folded)
}
