package resolution

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The bidirectional controls with which extraction marks lines and runs.
const (
	leftToRight = '\u202a'
	rightToLeft = '\u202b'
	popDirected = '\u202c'
)

// logical puts runs that extraction set from left to right inside lines from right to left into the order in which
// they are read. In such a run blanks and signs stand before the number they follow: « - 1» is "1 - ", « ،2015» is "2015، ".
func logical(text string) string {
	var b strings.Builder
	var run []rune
	inside, lines := false, false // in a run, in a line from right to left
	for _, r := range text {
		switch {
		case r == '\n':
			b.WriteString(turned(run, inside))
			run, inside, lines = nil, false, false
			b.WriteRune(r)
		case r == rightToLeft:
			lines = true
		case r == leftToRight && lines:
			inside = true
		case r == popDirected && inside:
			b.WriteString(turned(run, true))
			run, inside = nil, false
		case inside:
			run = append(run, r)
		case r != popDirected:
			b.WriteRune(r)
		}
	}
	b.WriteString(turned(run, inside))
	return b.String()
}

// turned is a run in the order in which it is read from right to left: its words in reverse, signs behind their words.
func turned(run []rune, inside bool) string {
	if !inside {
		return ""
	}
	var pieces []string
	if from, to := wordsIn(run); to > 0 {
		head, tail := slices.Clone(run[:from]), slices.Clone(run[to:])
		slices.Reverse(head)
		slices.Reverse(tail)
		return string(tail) + string(run[from:to]) + string(head)
	}
	for len(run) > 0 {
		n := 1
		if core(run[0]) {
			for n < len(run) && (core(run[n]) || n+1 < len(run) && strings.ContainsRune("/.-:,_()", run[n]) && core(run[n+1]) && core(run[n-1])) {
				n++
			}
		}
		pieces = append(pieces, rangeInOrder(string(run[:n])))
		run = run[n:]
	}
	slices.Reverse(pieces)
	return strings.Join(pieces, "")
}

// phraseWord is a word of another language in a line of Arabic.
var phraseWord = regexp.MustCompile(`(?:^|[\s(])\p{Latin}{3,}(?:$|[\s.,:;)])`)

// wordsIn finds the words of another language in a run, which are read from left to right; to is 0 where there are none.
func wordsIn(run []rune) (from, to int) {
	if !phraseWord.MatchString(string(run)) {
		return 0, 0
	}
	for to = len(run); !core(run[to-1]); to-- {
	}
	for !core(run[from]) {
		from++
	}
	return from, to
}

func core(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// rangeInOrder turns "2022-2019" round: a range runs upwards.
func rangeInOrder(piece string) string {
	from, to, ok := strings.Cut(piece, "-")
	if !ok || len(from) < 4 || len(to) < 4 || strings.Trim(from+to, "0123456789") != "" || !isYear(to[:4]) {
		return piece
	}
	if isYear(from) && from > to || len(from) > 4 && isYear(from[len(from)-4:]) {
		return to + "-" + from
	}
	return piece
}
