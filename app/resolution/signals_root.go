package resolution

import (
	"slices"
	"strings"
	"unicode"
)

// derivations are what stands between a root and its ending where a noun was made from a verb or an adjective, and
// spellings of the end of a root that are one and the same. A stem is taken to its root by all that apply, in turn.
var derivations = map[Language][][2]string{
	English: {{"ness", ""}, {"at", ""}, {"anc", ""}, {"enc", ""}, {"ic", ""}, {"i", "y"}},
	French:  {{"ibilit", "ibl"}, {"it", ""}, {"air", ""}, {"at", ""}, {"but", "bu"}, {"qu", "c"}},
	Spanish: {{"idad", ""}, {"bilidad", "bl"}, {"qu", "c"}, {"gu", "g"}, {"zc", "c"}, {"z", "c"}, {"j", "g"}, {"bu", "b"}, {"buc", "b"}, {"ec", ""}},
	Russian: {{"еств", ""}, {"ств", ""}, {"ност", ""}, {"ащ", "ат"}, {"щ", "т"}, {"вл", "в"}, {"пл", "п"}, {"бл", "б"}, {"мл", "м"}, {"жд", "д"},
		{"енн", ""}, {"анн", ""}, {"яем", ""}, {"аем", ""}, {"ующ", ""}, {"ающ", ""}, {"к", ""}},
}

// shortestRoot is the fewest runes by which two words are held to be kin.
const shortestRoot = 4

// Kin reports whether two words of a language are forms of one: of the verb and of the noun or adjective made from it,
// "la coopération" and "coopèrent", «сокращение» and «сократить». It is asked of words that may have taken each other's
// place, and never of any two.
func Kin(a, b string, lang Language) bool {
	a, b = foldWord([]rune(a), lang), foldWord([]rune(b), lang)
	if slices.ContainsFunc(strangers[lang], func(s [2]string) bool {
		return strings.HasPrefix(a, s[0]) && strings.HasPrefix(b, s[1]) || strings.HasPrefix(a, s[1]) && strings.HasPrefix(b, s[0])
	}) {
		return false
	}
	if lang == Arabic {
		return kinArabic(a, b)
	}
	root, other := rootOf(a, lang), rootOf(b, lang)
	return root == other && len([]rune(root)) >= shortestRoot
}

// kinArabic compares words with and without what may be a particle before them: in «برنامج» the first letter is of the
// word, in «بالأمم» it is not.
func kinArabic(a, b string) bool {
	other := formsArabic(b)
	return slices.ContainsFunc(formsArabic(a), func(form string) bool { return slices.Contains(other, form) })
}

func formsArabic(word string) []string {
	all := []string{word}
	for _, p := range prefixes {
		if cut, ok := strings.CutPrefix(word, p); ok && len([]rune(cut)) >= shortestStem {
			all = append(all, cut)
		}
	}
	for _, w := range all {
		for _, e := range endings[Arabic] {
			if cut, ok := strings.CutSuffix(w, e); ok && len([]rune(cut)) >= shortestStem {
				all = append(all, cut)
				break
			}
		}
	}
	return all
}

// strangers begin alike and mean something else.
var strangers = map[Language][][2]string{
	English: {{"producer", "product"}, {"employer", "employ"}, {"governance", "government"}, {"national", "nation"}, {"organic", "organi"},
		{"generic", "general"}, {"economical", "economic"}, {"politic", "polic"}, {"communicat", "communit"}, {"trainer", "trainin"}},
	French:  {{"communaut", "commun"}, {"généra", "génér"}, {"national", "nation"}, {"volontaire", "volont"}},
	Spanish: {{"comunidad", "comun"}, {"nacional", "naci"}, {"general", "gener"}},
	Russian: {{"государств", "государ"}, {"правительств", "прав"}, {"обществ", "общ"}, {"средств", "сред"}, {"общин", "общ"}},
}

func rootOf(word string, lang Language) string {
	s := foldTerm(stem(word, lang))
	for _, d := range derivations[lang] {
		if cut, ok := strings.CutSuffix(s, d[0]); ok && len([]rune(cut+d[1])) >= shortestRoot {
			s = cut + d[1]
		}
	}
	return s
}

// Initials reports whether a short name is made of the first letters of a full one, small words left out: "OMS" of
// "l'Organisation mondiale de la Santé". A letter of the full name may be passed over, none of the short one.
func Initials(short, full string, lang Language) bool {
	letters := []rune(short)
	if len(letters) < 3 || slices.ContainsFunc(letters, func(r rune) bool { return !unicode.IsUpper(r) }) {
		return false
	}
	runes, list, at, passed := []rune(full), signalsOf(lang), 0, 0
	r := signReader{runes: runes, lang: lang, list: list, tokens: cutTokens(runes, lang)}
	for i, t := range r.tokens {
		switch {
		case t.kind == pointToken:
		case at < len(letters) && unicode.ToUpper(runes[t.from]) == letters[at]:
			at++
		case !r.isLight(i):
			passed++
		}
	}
	return at == len(letters) && passed <= len(letters)/2
}
