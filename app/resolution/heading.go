package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// heading takes lines that stand between paragraphs and neither open nor end like one.
func (j *joiner) heading(l line) bool {
	before := j.current()
	if len(j.waiting) > 0 || before != nil && before.kind == "" && !j.admitsHeading(before, l) {
		return false
	}
	n := j.headingLines()
	if n == 0 || j.grammar.decision.MatchString(l.flat) {
		return false
	}
	p := j.begin(Heading)
	for range n {
		p.add(j.lines[j.at])
		j.at++
	}
	j.count.restart = true
	return true
}

// admitsHeading reports whether a heading may follow a passage: one that is over.
func (j *joiner) admitsHeading(before *passage, l line) bool {
	if len(before.lines) == 0 {
		return true
	}
	if j.measure.spaced && l.blanks == 0 && !l.gap {
		return false
	}
	apart := l.blanks > 0 && j.measure.spaced && !l.gap
	switch terminator(before.last().flat) {
	case 0:
		return apart
	case ',':
		return apart || !j.count.operates && l.blanks > 0
	}
	return true
}

// headingLines counts the lines of the heading that begins here, 0 where none does.
func (j *joiner) headingLines() int {
	for n := 0; n < 5 && j.at+n < len(j.lines); n++ {
		l := j.lines[j.at+n]
		if n > 0 && (l.blanks > 0 || j.stepsDown(j.lines[j.at+n-1], l) || l.label.text != "" && j.count.follows(l.label, true) || j.form(l) != "" || j.opensLine(l.text, "") && (j.capitals() || j.measure.short(j.lines[j.at+n-1], l))) {
			return j.headingEnds(n)
		}
		if j.isNoHeading(l, n) {
			return 0
		}
		if j.at+n+1 == len(j.lines) && l.blanks+j.lines[j.at].blanks > 0 {
			return n + 1
		}
	}
	return 0
}

// isNoHeading reports a line that cannot be the n-th of a heading: it ends or opens like a paragraph. A colon may stand
// in the middle, and a heading far from everything else may open as it likes.
func (j *joiner) isNoHeading(l line, n int) bool {
	sign := terminator(l.flat)
	if sign == ':' && (n > 0 || j.goesOnHeading() || j.standsFar(l)) {
		sign = 0
	}
	return sign != 0 || j.opensLine(l.text, "") && l.blanks < 3 && (n == 0 || j.lines[j.at].blanks < 3) || n == 0 && !j.mayHead(l)
}

// goesOnHeading reports that the line after the one at hand is of a heading too: right below, and no paragraph.
func (j *joiner) goesOnHeading() bool {
	if j.at+1 >= len(j.lines) {
		return false
	}
	next := j.lines[j.at+1]
	return next.blanks == 0 && next.label.text == "" && terminator(next.flat) == 0 && j.mayHead(next) && !j.opensLine(next.text, "") && j.measure.short(next, next)
}

// stepsDown reports a new heading after a short line of the one before.
func (j *joiner) stepsDown(before, l line) bool {
	last := before.flat[strings.LastIndexByte(before.flat, ' ')+1:]
	if utf8.RuneCountInString(last) <= 3 && startsLower(last) {
		return false // "of the": the heading goes on
	}
	return before.width*10 < j.measure.full*6 && j.mayHead(l) && !startsLower(l.text) && unicode.IsUpper([]rune(l.text)[0])
}

// mayHead reports whether a line may be the first of a heading.
func (j *joiner) mayHead(l line) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "\"'“«„”’("))
	return (unicode.IsUpper(first) || !unicode.IsLower(first) && isLetter(first)) && (j.measure.wrapped || l.width < 160 || j.standsFar(l))
}

// standsFar reports a line far below what is before it in a text of which no line was broken.
func (j *joiner) standsFar(l line) bool { return !j.measure.wrapped && l.blanks >= farAbove }

// headingEnds looks at what follows n lines of a heading.
func (j *joiner) headingEnds(n int) int {
	next := j.lines[j.at+n]
	switch {
	case j.form(next) != "":
		return n
	case next.label.alone && next.label.main > 0 && next.blanks == 0:
		after := j.at + n + 1 // a number after the first line of its paragraph looks like this too
		if after < len(j.lines) && (n > 1 || j.opensLine(j.lines[after].text, "") || j.measure.short(j.lines[j.at+n-1], j.lines[after])) {
			return n
		}
		return 0
	case n > 0 && j.stepsDown(j.lines[j.at+n-1], next):
		return n
	case next.label.text != "" && j.count.follows(next.label, true), j.opensLine(next.text, ""):
		return n
	case j.capitals() && startsLower(next.text):
		return 0
	case next.gap:
		return 0 // the blank is the page's
	case next.blanks > 0 && (j.measure.spaced || j.annexed || !j.measure.wrapped || next.blanks > 1):
		return n
	}
	return 0
}
