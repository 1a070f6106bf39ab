package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// functionWords are the articles, prepositions and conjunctions that carry no meaning of their own: equal ones between
// two changes do not part them. The lists are short on purpose; a word that can be an issue between delegations
// (or, not, all, should) is not among them. Chinese needs none: there a single character joins.
var functionWords = wordSet(
	"a an the of to in on at by for from with and as that which its their",                                         // English
	"le la les l' un une des du de d' à au aux en par pour sur dans et que qu' qui ce cette son sa ses leur leurs", // French
	"el la los las un una unos unas de del al a en por para con y e que su sus lo",                                 // Spanish
	"и в во на с со о об к ко от до для из по при за что их его ее её",                                             // Russian
	"من في على إلى الى عن مع و أن ان التي الذي ما هذا هذه",                                                         // Arabic
)

func wordSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
	}
	return set
}

func isFunctionWord(spelled string) bool {
	return functionWords[strings.ToLower(Canonical(spelled))] // a closed list, all of it in lower case
}

// isClauseSign reports whether a sign parts clauses: changes on its two sides stay two.
func isClauseSign(spelled string) bool {
	r, _ := utf8.DecodeRuneInString(spelled)
	return strings.ContainsRune(",;:.?!،؛؟，；：。、", r)
}

func hasDigit(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) >= 0 }
