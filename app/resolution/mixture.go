package resolution

import (
	"strings"
	"unicode"
)

// mixed reports text of which some words cannot have been written so: letters of two scripts in one word («rйsolution»,
// "resoluciÛn" with a capital inside), signs among letters ("r√©solution", «Ассамбле€»), control characters, the remains of
// curly quotation marks. A slip of the keyboard is none: there must be a few such words, and one in a hundred.
func mixed(text string) bool {
	if strings.Count(text, "â€")+strings.Count(text, "вЂ")+strings.Count(text, "‚Ä") > 1 {
		return true
	}
	words, odd := 0, 0
	arabic, emphatic := 0, 0
	previous, inside := ' ', wordScripts{}
	for _, r := range text + " " {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabic++
			if r == 'ط' || r == 'ظ' {
				emphatic++
			}
		case r >= 0x80 && r < 0xa0 && r != 0x85:
			odd++
		}
		switch {
		case isLetter(r):
			inside.add(r, previous)
		case isOddSign(r) && isLetter(previous) && !isHan(previous):
			inside.signs = true
		case inside.letters > 0 && !isOddSign(r):
			words++
			if inside.odd() {
				odd++
			}
			inside = wordScripts{}
		}
		previous = r
	}
	return odd >= fewestMixed && odd*100 > words || arabic > 60 && emphatic*3 > arabic
}

// fewestMixed is how many odd words make a text suspect.
const fewestMixed = 3

// isOddSign reports signs that do not follow a letter: fractions, currencies, what mathematics uses.
func isOddSign(r rune) bool {
	return r >= 0x80 && (unicode.Is(unicode.Sm, r) || unicode.Is(unicode.Sc, r) || unicode.Is(unicode.So, r) && r < 0x2100 && r != '°' || r >= '¼' && r <= '¾' || r == '¶' || r == '†' || r == '‡')
}

// wordScripts is what the letters of one word are of.
type wordScripts struct {
	letters                 int
	latin, cyrillic, arabic bool
	capital, signs          bool // a capital with an accent behind a small letter; a sign among the letters
}

func (w *wordScripts) add(r, previous rune) {
	w.letters++
	switch {
	case unicode.Is(unicode.Latin, r) && (r >= 0x80 || homoglyphOf[r] == 0):
		w.latin = true
		w.capital = w.capital || r >= 0x80 && unicode.IsUpper(r) && unicode.IsLower(previous)
	case unicode.Is(unicode.Cyrillic, r) && homoglyphs[r] == 0:
		w.cyrillic = true
	case unicode.Is(unicode.Arabic, r):
		w.arabic = true
	}
}

func (w *wordScripts) odd() bool {
	return w.latin && (w.cyrillic || w.arabic) || w.cyrillic && w.arabic || w.capital || w.signs
}

// homoglyphOf are Latin letters that look like Cyrillic ones.
var homoglyphOf = func() map[rune]rune {
	all := map[rune]rune{}
	for cyrillic, l := range homoglyphs {
		all[l] = cyrillic
	}
	return all
}()
