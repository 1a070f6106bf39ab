package typeset

import "golang.org/x/text/unicode/bidi"

// RunsLeft reports whether the first letter of a text belongs to a script that runs from right to left.
func RunsLeft(text string) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}
