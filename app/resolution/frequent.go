package resolution

import (
	"iter"
	"maps"
	"strings"
	"sync"
	"unicode"

	"mutatis/assets"
)

// frequentWords are the words of the lexicon, of the sessions' names and of the sample library in a language, in small
// letters, those with hyphens whole.
var frequentWords = func() map[Language]func() map[string]bool {
	all := map[Language]func() map[string]bool{}
	for _, l := range Languages {
		all[l] = sync.OnceValue(func() map[string]bool { return collectWords(l) })
	}
	return all
}()

func collectWords(l Language) map[string]bool {
	words := map[string]bool{}
	for _, name := range []string{"lexicon/" + string(l) + ".tsv", "lexicon/sessions.tsv"} {
		data, err := assets.Lexicon.ReadFile(name)
		if err != nil {
			continue // a language without a lexicon has no frequent words
		}
		addWords(words, string(data))
	}
	for _, s := range assets.SampleTexts() {
		if s.Language == string(l) {
			addWords(words, s.Text)
		}
	}
	return words
}

func addWords(words map[string]bool, text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		words[strings.ToLower(word)] = true
	}
}

// FrequentWord reports whether a word, in small letters, is one that resolutions in a language use.
func FrequentWord(l Language, word string) bool {
	words, ok := frequentWords[l]
	return ok && words()[word]
}

// frequentOf are the words that FrequentWord knows.
func frequentOf(l Language) iter.Seq[string] {
	words, ok := frequentWords[l]
	if !ok {
		return func(func(string) bool) {}
	}
	return maps.Keys(words())
}
