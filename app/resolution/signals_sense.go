package resolution

import (
	"slices"
	"strings"
)

// Akin reports words that have a sense in common.
func (s Sign) Akin(other Sign) bool {
	return slices.ContainsFunc(s.Senses, func(sense string) bool { return slices.Contains(other.Senses, sense) })
}

// sensesOf gathers what the phrases of some length can mean.
func sensesOf(found []*signal, length int) (senses []string, support bool) {
	for _, p := range found {
		if p.length == length && p.sense != "" && !slices.Contains(senses, p.sense) {
			senses = append(senses, p.sense)
		}
		support = support || p.length == length && p.support
	}
	return senses, support
}

// plainKey is what tokens from i say where the lists say only what they can mean: a word its stem, a phrase its words.
func (r *signReader) plainKey(i, length int) string {
	if length == 1 {
		return stem(r.tokens[i].folded, r.lang)
	}
	words := make([]string, length)
	for k := range words {
		words[k] = r.tokens[i+k].folded
	}
	return strings.Join(words, " ")
}

// romanPart reports the number of a part of a text: "section XIX".
func (r *signReader) romanPart(i int) bool {
	t := r.tokens[i]
	return i > 0 && r.taken[i-1] && r.signs[r.owner[i-1]].Kind == SignReference && romanNumeral.MatchString(string(r.runes[t.from:t.to]))
}
