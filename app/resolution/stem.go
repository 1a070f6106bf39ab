package resolution

import (
	"strings"
	"sync"
	"unicode"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"golang.org/x/text/unicode/norm"
)

// TermsVersion changes whenever Terms or Shingles would answer otherwise for some text: what was indexed with another
// version is indexed anew.
const TermsVersion = 2

// Term is a piece of a text by which it is found: a word folded and reduced to its stem, or two neighbouring Chinese
// characters. From and To are the code points of the text it stands at.
type Term struct {
	Stem     string
	From, To int
}

// Terms cuts a text into the terms by which it is searched, in order. Case, accents, Arabic vowel signs, typography and
// inflection make no difference to a term; a stem is a help for finding and never shown. A Chinese character that stands
// alone is a term by itself.
func Terms(text string, lang Language) []Term {
	return cutTerms(text, true, func(word string) string { return stemOf(word, lang) })
}

// Units is Terms with every Chinese character a term by itself: what two texts are compared by, where Terms is what they
// are found by.
func Units(text string, lang Language) []Term {
	return cutTerms(text, false, func(word string) string { return stemOf(word, lang) })
}

// FoldedTerms is Terms without the stems: words as they are written but for case, accents and typography.
func FoldedTerms(text string) []Term { return cutTerms(text, true, foldTerm) }

// Stems is the bare stems of terms.
func Stems(terms []Term) []string {
	stems := make([]string, len(terms))
	for i, t := range terms {
		stems[i] = t.Stem
	}
	return stems
}

func cutTerms(text string, inPairs bool, reduce func(word string) string) []Term {
	c := termCutter{inPairs: inPairs, reduce: reduce, terms: make([]Term, 0, len(text)/6+1)}
	at := 0
	for i, r := range text {
		c.take(text, r, i, at)
		at++
	}
	c.end(text, len(text), at)
	return c.terms
}

// termCutter walks along a text. start is the byte and from the code point at which the word began that is open.
type termCutter struct {
	inPairs     bool // Chinese characters are taken in pairs
	reduce      func(word string) string
	terms       []Term
	open        bool
	start, from int
	han         rune // the Chinese character before, 0 where there is none
	hanAt       int
	paired      bool // it is in a pair already
}

func (c *termCutter) take(text string, r rune, i, at int) {
	switch {
	case unicode.Is(unicode.Han, r):
		c.endWord(text, i, at)
		if c.han != 0 && c.inPairs {
			c.terms = append(c.terms, Term{string([]rune{c.han, r}), c.hanAt, at + 1})
		}
		if c.han != 0 && !c.inPairs {
			c.endHan()
		}
		c.paired = c.han != 0
		c.han, c.hanAt = r, at
	case unicode.IsLetter(r) && r != 'ـ', unicode.IsDigit(r):
		c.endHan()
		if !c.open {
			c.open, c.start, c.from = true, i, at
		}
	case isInside(r): // a vowel sign or a soft hyphen stands inside a word
	default:
		c.end(text, i, at)
	}
}

func (c *termCutter) end(text string, i, at int) {
	c.endWord(text, i, at)
	c.endHan()
}

func (c *termCutter) endWord(text string, i, at int) {
	if c.open {
		if word := c.reduce(text[c.start:i]); word != "" {
			c.terms = append(c.terms, Term{word, c.from, at})
		}
		c.open = false
	}
}

func (c *termCutter) endHan() {
	if c.han != 0 && !c.paired {
		c.terms = append(c.terms, Term{string(c.han), c.hanAt, c.hanAt + 1})
	}
	c.han, c.paired = 0, false
}

// isInside reports whether a rune may stand inside a word without being a letter of it.
func isInside(r rune) bool {
	return r >= 0x80 && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ـ')
}

// foldTerm is a word in small letters without accents and signs. A single Cyrillic letter that is drawn like a Latin
// one is made that: in «А/59/328» nobody sees which was typed.
func foldTerm(word string) string {
	if isASCII(word) {
		return strings.ToLower(word)
	}
	var b strings.Builder
	letters := 0
	for _, r := range norm.NFKD.String(strings.ReplaceAll(strings.ToLower(norm.NFC.String(word)), "й", "\ue000")) {
		if isInside(r) {
			continue
		}
		b.WriteRune(foldLetter(r))
		letters++
	}
	if letters == 1 {
		return alike.Replace(b.String())
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// oneLetter are letters that are written the one way or the other in the same word.
var oneLetter = map[rune]rune{
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ی': 'ي', 'ک': 'ك',
	'ё': 'е', '\ue000': 'й', 'œ': 'o', 'ß': 's',
}

func foldLetter(r rune) rune {
	r = unicode.ToLower(r)
	if to, ok := oneLetter[r]; ok {
		return to
	}
	if r >= '٠' && r <= '٩' {
		return r - '٠' + '0'
	}
	return r
}

// stemmers reduce a folded word of a language to its stem. Chinese has no inflection.
var stemmers = map[Language]func(string) string{
	English: func(w string) string { return english.Stem(w, true) },
	French:  func(w string) string { return french.Stem(w, true) },
	Russian: func(w string) string { return russian.Stem(w, true) },
	Spanish: stemSpanish,
	Arabic:  stemArabic,
}

// stemSpanish gives the stemmer what it needs to know «escolares» for «escolar» and «resolución» for «resoluciones»: the
// singular, and the accent wherever it was left out.
func stemSpanish(word string) string {
	if bare, ok := strings.CutSuffix(word, "es"); ok && len(bare) > 3 && strings.ContainsRune("lrndsj", rune(bare[len(bare)-1])) {
		word = bare
	}
	for _, ending := range []string{"cion", "sion"} {
		if bare, ok := strings.CutSuffix(word, ending); ok {
			word = bare + ending[:2] + "ón"
		}
	}
	return strings.ReplaceAll(spanish.Stem(word, true), "ó", "o")
}

// stemsKept bounds the memory for words that are known already.
const stemsKept = 1 << 16

var known = struct {
	sync.Mutex
	stems map[Language]map[string]string // by the word as it is written
}{stems: map[Language]map[string]string{}}

func stemOf(word string, lang Language) string {
	known.Lock()
	defer known.Unlock()
	stems := known.stems[lang]
	if s, ok := stems[word]; ok {
		return s
	}
	if stems == nil || len(stems) >= stemsKept {
		stems = map[string]string{}
		known.stems[lang] = stems
	}
	s := reduceWord(foldTerm(word), lang)
	stems[strings.Clone(word)] = s
	return s
}

// reduceWord is the stem of a folded word. Numbers have none, and a stem is never empty.
func reduceWord(word string, lang Language) string {
	f := stemmers[lang]
	if f == nil || word == "" || word[0] < 'A' {
		return word
	}
	if s := f(word); s != "" {
		return s
	}
	return word
}

// Prefixes and endings of Arabic words that are words of their own elsewhere, the longest first; after the "light"
// stemmer of Larkey, Ballesteros and Connell (2002).
var (
	arabicPrefixes = []string{"وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك"}
	arabicEndings  = []string{"ها", "هم", "نا", "ان", "ات", "ون", "ين", "يه", "ه", "ي"}
)

// leastArabic is how many letters are left at least.
const leastArabic = 3

func stemArabic(word string) string {
	w := []rune(word)
	for _, p := range arabicPrefixes {
		if n := len([]rune(p)); len(w)-n >= leastArabic && strings.HasPrefix(string(w), p) {
			w = w[n:]
			break
		}
	}
	for range 2 {
		for _, e := range arabicEndings {
			if n := len([]rune(e)); len(w)-n >= leastArabic && strings.HasSuffix(string(w), e) {
				w = w[:len(w)-n]
				break
			}
		}
	}
	return string(w)
}
