package resolution

import (
	"iter"
	"regexp"
	"unicode/utf8"
)

// matches goes through the places of a pattern in a plain text: the number in its first group that is not empty, and
// where the match stands, in code points: offset and length.
func matches(pattern *regexp.Regexp, flat string) iter.Seq2[int, [2]int] {
	return func(yield func(int, [2]int) bool) {
		for _, m := range pattern.FindAllStringSubmatchIndex(flat, -1) {
			n := 0
			for g := 2; g+1 < len(m); g += 2 {
				if m[g] >= 0 {
					n = number(flat[m[g]:m[g+1]])
					break
				}
			}
			at := [2]int{utf8.RuneCountInString(flat[:m[0]]), utf8.RuneCountInString(flat[m[0]:m[1]])}
			if !yield(n, at) {
				return
			}
		}
	}
}
