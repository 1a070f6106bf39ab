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
	if inflected(a, b, lang) || inflected(b, a, lang) {
		return true
	}
	if one := stemOf(a, lang); lang != "" && one == stemOf(b, lang) && len([]rune(one)) >= shortestStem {
		return true
	}
	root, other := rootOf(a, lang), rootOf(b, lang)
	return root == other && len([]rune(root)) >= shortestRoot
}

// kinArabic compares words with and without what may be a particle before them: in «برنامج» the first letter is of the
// word, in «بالأمم» it is not.
func kinArabic(a, b string) bool {
	return meet(formsArabic(a), formsArabic(b)) || meet(verbArabic(a), nounArabic(b)) || meet(nounArabic(a), verbArabic(b))
}

// inflected reports a word with a short ending put behind it: «объем», «объема».
func inflected(word, longer string, lang Language) bool {
	rest, ok := strings.CutPrefix(longer, word)
	return ok && len([]rune(word)) >= shortestRoot && len([]rune(rest)) <= 2 && slices.Contains(endings[lang], rest)
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(form string) bool { return slices.Contains(b, form) })
}

// verbArabic is an imperfect verb without its person, and the same with no long vowel: «يقدم», «تتخذ».
func verbArabic(word string) []string {
	word = strings.TrimPrefix(word, "و")
	for _, person := range []string{"ي", "ت", "ن"} {
		if bare, ok := strings.CutPrefix(word, person); ok && len([]rune(bare)) >= shortestStem {
			return []string{bare, short(bare)}
		}
	}
	return nil
}

// nounArabic is the noun of an action as the verb is written: «تقديم» قدم, «مكافحة» كافح, «اتخاذ» تخذ, «تناقص» itself.
func nounArabic(word string) []string {
	var all []string
	for _, form := range formsArabic(word) {
		r := []rune(form)
		n := len(r)
		if n == 3 || n == 5 && r[0] == 'ت' { // فعل, تفاعل
			all = append(all, form)
		}
		switch {
		case n == 5 && r[0] == 'ت' && r[3] == 'ي': // تفعيل
			all = append(all, string([]rune{r[1], r[2], r[4]}))
		case n == 5 && r[0] == 'م' && r[2] == 'ا': // مفاعل(ة)
			all = append(all, string(r[1:]))
		case n >= 5 && r[0] == 'ا' && r[n-2] == 'ا': // افتعال, انفعال, استفعال
			all = append(all, short(form))
		}
	}
	return all
}

// short drops the long vowels that come and go: «اتخاذ» and «تتخذ».
func short(word string) string { return strings.ReplaceAll(word, "ا", "") }

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
	Spanish: {{"comunidad", "comun"}, {"pueblo", "pobla"}, {"puerto", "porta"}, {"nacional", "naci"}, {"general", "gener"}},
	Russian: {{"государств", "государ"}, {"правительств", "прав"}, {"обществ", "общ"}, {"средств", "сред"}, {"общин", "общ"}},
}

var brokenVowels = strings.NewReplacer("ie", "e", "ue", "o")

func rootOf(word string, lang Language) string {
	s := foldTerm(stem(word, lang))
	if lang == Spanish { // verbs whose vowel breaks: "se adhieran", "adherirse"
		s = brokenVowels.Replace(s)
	}
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

// Slip reports two spellings of one word: a letter doubled or not, two neighbours in the wrong order, a letter left out
// of a long word. The first letter and the last two say too much for that; where a letter more makes another word of the
// language, «предоставить» and «представить», none may be left out.
func Slip(a, b string, lang Language) bool {
	older, newer := []rune(foldTerm(a)), []rune(foldTerm(b))
	if len(older) > len(newer) {
		older, newer = newer, older
	}
	at := 0
	for at < len(older) && older[at] == newer[at] {
		at++
	}
	if at == 0 || at >= len(older)-2 || len(older) < 5 || lang == Arabic || lang == Chinese {
		return false
	}
	switch len(newer) - len(older) {
	case 0:
		return len(older) > 6 && older[at] == newer[at+1] && older[at+1] == newer[at] && slices.Equal(older[at+2:], newer[at+2:])
	case 1:
		double := newer[at] == newer[at-1] || newer[at] == newer[at+1]
		long := lang != Russian && len(older) > 9
		return (double || long) && slices.Equal(older[at:], newer[at+1:])
	}
	return false
}
