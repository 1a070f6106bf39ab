package resolution

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Misread reports a word that is another one with a letter read wrongly, so that all threes of letters it is in are
// strange to the words of the language and to the text in which the other stands: "oboectives" for "objectives". Of the
// words of real texts hardly any has so many strange ones and is a letter away from another.
func Misread(bad, good string, d Draft) bool {
	bad, good = foldTerm(bad), foldTerm(good)
	collect, ok := threes[d.Language]
	if !ok || d.Language.Caseless() || !oneApart([]rune(bad), []rune(good)) || strange(bad, collect()) < surelyMisread {
		return false
	}
	known := maps.Clone(collect())
	for _, p := range d.Paragraphs {
		for word := range strings.FieldsFuncSeq(p.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			noteThrees(known, word)
		}
	}
	return strange(bad, known) >= surelyMisread && strange(good, known) == 0
}

// surelyMisread is how many threes of letters that stand nowhere else make a word a misreading.
const surelyMisread = 3

// oneApart reports words that differ by one letter in the place of another.
func oneApart(a, b []rune) bool {
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	return len(a) == len(b) && at < len(a) && slices.Equal(a[at+1:], b[at+1:])
}

// strange counts the threes of letters of a word that are not among those that are known.
func strange(word string, known map[string]bool) int {
	n := 0
	for _, three := range threesOf(word) {
		if !known[three] {
			n++
		}
	}
	return n
}

// threes are the letters that stand in a row in the frequent words of a language.
var threes = func() map[Language]func() map[string]bool {
	all := map[Language]func() map[string]bool{}
	for _, l := range Languages {
		all[l] = sync.OnceValue(func() map[string]bool {
			known := map[string]bool{}
			for word := range frequentOf(l) {
				noteThrees(known, word)
			}
			return known
		})
	}
	return all
}()

func noteThrees(known map[string]bool, word string) {
	for _, three := range threesOf(foldTerm(word)) {
		known[three] = true
	}
}

// threesOf lists the threes of letters of a word, its beginning and end counted as letters.
func threesOf(word string) []string {
	runes := []rune(" " + word + " ")
	var all []string
	for i := 0; i+3 <= len(runes); i++ {
		all = append(all, string(runes[i:i+3]))
	}
	return all
}
