package ui

import (
	"slices"
	"strings"
	"unicode"

	"mutatis/app/typeset"
)

// visual is a line in the order in which the toolkit must be given it to show it as it is read: its menus and selects paint
// the runs of a line from left to right as they stand, and mirror no brackets. A line without Arabic stays as it is.
func visual(line string) string {
	if !strings.ContainsFunc(line, isArabic) {
		return line
	}
	var out strings.Builder
	for _, r := range ordered(runsOf([]rune(line), typeset.Levels(line))) {
		if r.level%2 == 0 {
			out.WriteString(r.text)
		} else {
			out.WriteString(turned(r.text))
		}
	}
	return out.String()
}

// levelRun is a stretch of a line that runs one way.
type levelRun struct {
	text  string
	level int8
}

func runsOf(line []rune, levels []int8) (runs []levelRun) {
	for from := 0; from < len(line); {
		to := from + 1
		for to < len(line) && levels[to] == levels[from] {
			to++
		}
		runs = append(runs, levelRun{string(line[from:to]), levels[from]})
		from = to
	}
	return runs
}

// ordered sets runs in the order in which they stand from the left: from the highest level to the lowest odd one, what
// stands together on that level or above is turned around.
func ordered(runs []levelRun) []levelRun {
	highest := int8(0)
	for _, r := range runs {
		highest = max(highest, r.level)
	}
	for level := highest; level >= 1; level-- {
		for from := 0; from < len(runs); from++ {
			to := from
			for to < len(runs) && runs[to].level >= level {
				to++
			}
			slices.Reverse(runs[from:to])
			from = max(from, to-1)
		}
	}
	return runs
}

// turned is a run from right to left with what stands at its ends exchanged and mirrored. Marks at its words' ends, which
// are not seen, keep the toolkit from turning that, too.
func turned(run string) string {
	const mark = "\u200e"
	head := run[:len(run)-len(strings.TrimLeftFunc(run, outer))]
	words := strings.TrimFunc(run, outer)
	tail := run[len(head)+len(words):]
	if words == "" {
		return mirror(run)
	}
	return mirror(tail) + mark + mirrored.Replace(words) + mark + mirror(head)
}

// outer reports what stands at the ends of a run and belongs to its other side.
func outer(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// mirror is what stands between two runs, read from the other side.
func mirror(s string) string {
	letters := []rune(mirrored.Replace(s))
	slices.Reverse(letters)
	return string(letters)
}

var mirrored = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "«", "»", "»", "«")

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }
