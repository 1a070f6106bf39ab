package app

import "slices"

// UnclosedQuote is the quotation mark of a search that opens and is never closed, "" where there is none. The search itself
// passes over such a mark, so the words behind it are not taken as they stand: a person should hear of it.
func UnclosedQuote(text string) string {
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		end, opens := closingQuote[runes[i]]
		if !opens {
			continue
		}
		n := slices.Index(runes[i+1:], end)
		if n < 0 {
			return string(runes[i])
		}
		i += n + 1
	}
	return ""
}
