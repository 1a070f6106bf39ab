package main

import (
	"fmt"
	"strings"
)

// nearest is the known word that a mistyped one is likeliest to be, "" where none is near: two letters of five may be
// wrong, one of three, or the end may be missing.
func nearest(typed string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		d := distance([]rune(strings.ToLower(typed)), []rune(k))
		if strings.HasPrefix(k, typed) && len(typed) > 1 {
			d = min(d, 1)
		}
		if d < least && 2*d < len([]rune(typed)) {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to put in, take out, replace or swap with the next (Damerau and Levenshtein).
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			other := 1
			if a[i-1] == b[j-1] {
				other = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+other)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// didYouMean is the end of a sentence about a mistyped word, "" where no known one is near.
func didYouMean(before, typed string, known []string) string {
	if near := nearest(typed, known); near != "" {
		return ": did you mean " + before + near + "?"
	}
	return ""
}

func unknownCommand(typed string) error {
	var names []string
	for _, x := range commands {
		names = append(names, x.name)
	}
	if near := nearest(typed, names); near != "" {
		return fmt.Errorf("there is no command %s: did you mean mutatis-cli %s?", typed, near)
	}
	return fmt.Errorf("there is no command %s: mutatis-cli help lists them", typed)
}

// orList is "pdf, txt or html".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
