package resolution

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type tokenKind uint8

const (
	letterToken tokenKind = iota
	numberToken
	hanToken
	pointToken
)

// wordToken is a word, a figure, a Han character or a punctuation mark of a text.
type wordToken struct {
	kind     tokenKind
	from, to int    // code points
	folded   string // as words are compared
}

// cutTokens cuts a text into words. The parts of a compound with a hyphen are words of their own, and so is an elided
// article.
func cutTokens(runes []rune, lang Language) []wordToken {
	var tokens []wordToken
	for i := 0; i < len(runes); {
		r := plainRune(runes[i])
		end := i + 1
		kind := pointToken
		switch {
		case unicode.IsSpace(r) || foldable(runes[i]):
			i++
			continue
		case isHan(r) && unicode.IsLetter(r):
			kind = hanToken
		case unicode.IsLetter(r):
			kind, end = letterToken, wordEnd(runes, i, lang)
		case r >= '0' && r <= '9':
			end = figureEnd(runes, i, lang)
			if kind = numberToken; end < len(runes) && isLetter(runes[end]) && !isHan(runes[end]) {
				kind, end = letterToken, wordEnd(runes, end, lang) // 61st
			} else if end+1 < len(runes) && plainRune(runes[end]) == '-' && isLetter(runes[end+1]) {
				kind, end = letterToken, wordEnd(runes, end+1, lang) // 61-я
			}
		}
		tokens = append(tokens, wordToken{kind, i, end, foldWord(runes[i:end], lang)})
		i = end
	}
	return tokens
}

// Caseless reports a language whose script has no capitals, so that nothing shows a name.
func (l Language) Caseless() bool { return l == Arabic || l == Chinese }

// foldable reports runes that do not count between words.
func foldable(r rune) bool { return openingRune(r) == 0 }

// wordEnd is where the word ends that begins at rune i.
func wordEnd(runes []rune, i int, lang Language) int {
	for i < len(runes) {
		r := plainRune(runes[i])
		switch {
		case r != '-' && r != '\'' && (isLetter(r) && !isHan(r) || foldable(runes[i]) || unicode.IsDigit(r)):
			i++
		case r == '\'' && i+1 < len(runes) && isLetter(runes[i+1]):
			i++
			if lang == French {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// figureEnd is where the number ends that begins at rune i: 10,000; 4.5; 10 000 where a blank groups thousands.
func figureEnd(runes []rune, i int, lang Language) int {
	digit := func(k int) bool { return k < len(runes) && plainRune(runes[k]) >= '0' && plainRune(runes[k]) <= '9' }
	start := i
	for i < len(runes) {
		r := plainRune(runes[i])
		thousands := digit(i+1) && digit(i+2) && digit(i+3) && !digit(i+4)
		switch {
		case digit(i):
			i++
		case (r == ',' || r == '.') && digit(i+1):
			i++
		case r == ' ' && i-start <= 3 && thousands && (lang == Russian || lang == French || lang == Spanish):
			i++
		default:
			return i
		}
	}
	return i
}

// foldWord is a word as it is compared: small, without what comes and goes. An English genitive is the word itself.
func foldWord(runes []rune, lang Language) string {
	word := string(foldOpening(runes))
	if lang == English || lang == "" {
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	}
	if lang == French {
		word = withoutAccent(word)
	}
	return word
}

// withoutAccent takes the accent off the first letter of a French word, where capitals often do without: "Etats".
func withoutAccent(word string) string {
	first, n := utf8.DecodeRuneInString(word)
	if n == len(word) {
		return word
	}
	return string(foldLetter([]rune(norm.NFD.String(string(first)))[0])) + word[n:]
}

// endings are what inflection and the making of nouns from verbs put behind a stem, the longest first.
var endings = map[Language][]string{
	English: {"isations", "izations", "isation", "ization", "ications", "ication", "ations", "ation", "itions", "ments", "ment",
		"ings", "ing", "ions", "ion", "ies", "ied", "es", "ed", "ly", "s", "e", "y"},
	French: {"issements", "issement", "ations", "ation", "ements", "ement", "euses", "euse", "ments", "ment", "aient", "antes", "ante",
		"ants", "ant", "ions", "ion", "ées", "ée", "és", "é", "aux", "ales", "ale", "al", "ives", "ive", "ifs", "if", "es", "er", "ir", "re", "ent", "e", "s"},
	Spanish: {"aciones", "ieron", "aron", "arán", "erán", "irán", "aban", "ará", "erá", "irá", "aba", "ió", "ó", "ación", "iciones", "ición", "amientos", "amiento", "imientos", "imiento", "iones", "ión", "ando", "iendo",
		"adas", "ados", "ada", "ado", "idas", "idos", "ida", "ido", "mente", "ar", "er", "ir", "es", "as", "os", "an", "en", "a", "o", "e", "s"},
	Russian: {"яется", "ается", "уется", "ились", "илось", "илась", "ались", "алось", "алась", "ился", "ался", "иями", "ениями", "ениях", "ением", "ению", "ения", "ение", "ений", "аниями", "аниях", "анием", "анию", "ания", "ание", "аний",
		"ывать", "ивать", "овать", "ировать", "ться", "ыми", "ими", "ого", "его", "ому", "ему", "ами", "ями", "иях", "ией", "ием", "ать", "ять", "ить",
		"еть", "ует", "ают", "яют", "ает", "яет", "ах", "ях", "ов", "ев", "ей", "ой", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю",
		"ом", "ем", "ам", "ям", "ия", "ию", "ии", "ие", "ью", "ся", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й"},
	Arabic: {"اتها", "اتهم", "اته", "يات", "ات", "ون", "ين", "ان", "ها", "هم", "ية", "ته", "تها", "ه", "ة", "ي", "ا"},
}

// prefixes are the particles that Arabic writes together with the next word.
var prefixes = []string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ك", "ل"}

// shortestStem is the fewest runes that an ending may leave.
const shortestStem = 3

// stem cuts inflection off a folded word, so that "reports" and "reporting" meet. It is rough: stems are compared, never
// shown.
func stem(word string, lang Language) string {
	if lang == "" {
		lang = English
	}
	if lang == Arabic {
		for _, p := range prefixes {
			if cut, ok := strings.CutPrefix(word, p); ok && len([]rune(cut)) >= shortestStem {
				word = cut
				break
			}
		}
	}
	for _, e := range endings[lang] {
		if cut, ok := strings.CutSuffix(word, e); ok && len([]rune(cut)) >= shortestStem {
			return cut
		}
	}
	return word
}

// ordinalStem is a word of an ordinal without its ending for gender and case.
func ordinalStem(word string, lang Language) string {
	switch lang {
	case Russian, Spanish:
		for _, e := range []string{"ого", "ому", "ой", "ом", "ый", "ий", "ая", "ое", "ую", "ых", "ья", "ье", "ьей", "ьего", "ьем", "a", "o", "a", "o"} {
			if cut, ok := strings.CutSuffix(word, e); ok && len([]rune(cut)) > 3 {
				return cut
			}
		}
	case Arabic:
		return strings.TrimSuffix(strings.Replace(strings.TrimPrefix(word, "و"), "ون", "ين", 1), "ة")
	}
	return word
}

// sessionStems maps ordinals by the stems of their words to their numbers.
var sessionStems = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for ordinal, n := range sessions() {
		for _, lang := range []Language{English, Russian, Spanish, Arabic} {
			words := strings.Fields(strings.ReplaceAll(ordinal, "-", " "))
			for i, w := range words {
				words[i] = ordinalStem(w, lang)
			}
			joined := strings.Join(words, " ")
			for _, key := range []string{joined, strings.Join(words, ""), strings.ReplaceAll(joined, " et ", " ")} { // "fiftyseventh" lost its hyphen
				if all[key] == 0 {
					all[key] = n
				}
			}
		}
	}
	return all
})

// ordinalBegins holds the first words of ordinals, by their stems.
var ordinalBegins = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for ordinal := range sessionStems() {
		first, _, _ := strings.Cut(ordinal, " ")
		all[first] = true
	}
	return all
})

// anyEnding stands at the end of a word of the lists for whatever may follow. It counts as a letter.
const anyEnding = "ⁿ"

// phraseTokens cuts a phrase of the lists, in which "*" stands for any ending of a word.
func phraseTokens(phrase string, lang Language) []string {
	var out []string
	elided := strings.HasSuffix(phrase, "'") // "qu'" is a word where one follows
	if elided {
		phrase += anyEnding
	}
	for _, t := range cutTokens([]rune(strings.ReplaceAll(phrase, "*", anyEnding)), lang) {
		out = append(out, t.folded)
	}
	if elided && len(out) > 1 {
		out = out[:len(out)-1]
	}
	return out
}
