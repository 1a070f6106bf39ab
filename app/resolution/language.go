package resolution

import (
	"strings"
	"unicode"
)

// frequent are small words that tell the languages of the Latin script apart; none stands in two lists.
var frequent = func() map[string]Language {
	words := map[string]Language{}
	for l, list := range map[Language]string{
		English: "the of and to by with on for which that its from all as",
		French:  "le les des du et aux dans par sur pour qui une ses leur ainsi",
		Spanish: "el los las del y por para con una su sus sobre así como",
	} {
		for word := range strings.FieldsSeq(list) {
			words[word] = l
		}
	}
	return words
}()

// DetectLanguage says in which official language a text is written, "" where it cannot tell. A text in Russian, Arabic
// or Chinese may hold a good deal of Latin script: symbols, treaty series, sponsors.
func DetectLanguage(text string) Language {
	var arabic, han, cyrillic, latinLetters int
	for _, r := range text {
		switch {
		case r < 0x80:
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				latinLetters++
			}
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Latin, r):
			latinLetters++
		}
	}
	all := arabic + 3*han + cyrillic + latinLetters // a Han character says as much as three letters
	switch {
	case all == 0:
		return ""
	case arabic*3 > all:
		return Arabic
	case han*9 > all:
		return Chinese
	case cyrillic*3 > all:
		return Russian
	}
	return detectLatin(text)
}

func detectLatin(text string) Language {
	count := map[Language]int{}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if l, ok := frequent[strings.ToLower(word)]; ok {
			count[l]++
		}
	}
	best := Language("")
	for _, l := range []Language{English, French, Spanish} {
		if count[l] > count[best] {
			best = l
		}
	}
	return best
}
