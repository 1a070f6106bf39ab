package resolution

import (
	"slices"
	"strings"
)

// measure is what the layout of a text says about where its paragraphs end.
type measure struct {
	full    int  // columns of a line that fills the page
	wrapped bool // paragraphs are broken into lines; otherwise every line is a paragraph
	spaced  bool // blank lines stand between paragraphs and nowhere else
	indents bool // the first line of a paragraph is set in
}

// measureOf looks at the lines of the body.
func measureOf(lines []line) measure {
	var widths []int
	open, blankOpen, blankEnded, ended, in, inOpen := 0, 0, 0, 0, 0, 0
	stops, blankStops := 0, 0 // lines that end in a stop or a semicolon, and those with a blank line below
	for i := 1; i < len(lines); i++ {
		before, l := lines[i-1], lines[i]
		widths = append(widths, before.width)
		done := terminator(before.flat) != 0
		if !done {
			open++
		} else {
			ended++
		}
		if l.gap || l.label.alone || before.label.alone {
			continue
		}
		if t := terminator(before.flat); t == ';' || t == '.' {
			stops++
			if l.blanks > 0 {
				blankStops++
			}
		}
		switch {
		case l.blanks > 0 && done:
			blankEnded++
		case l.blanks > 0:
			blankOpen++
		}
		switch {
		case l.indent > before.indent && done:
			in++
		case l.indent > before.indent:
			inOpen++
		}
	}
	if len(widths) == 0 {
		return measure{full: 80, wrapped: true}
	}
	slices.Sort(widths)
	m := measure{full: widths[len(widths)*9/10]}
	m.wrapped = !(open*4 < len(widths) && widths[len(widths)-1] > 110) && m.full < 400 && !beyondPages(widths)
	m.spaced = blankEnded > 2*blankOpen && (blankEnded*3 > ended || stops > 1 && blankStops*10 > stops*7)
	m.indents = in*3 > ended || in > 2 && in > 4*inOpen && in*8 > ended
	return m
}

// beyondPages reports that more than one line, and one in fifty, is wider than a printed page can be: then none was broken
// to fit one, however many rows of tables and headings stand beside them. The widths rise.
func beyondPages(widths []int) bool {
	n := max(2, len(widths)/50)
	return len(widths) >= n && widths[len(widths)-n] > 300
}

// short reports whether a line stops before the page does: the next line's first word would have found room on it.
func (m measure) short(before, next line) bool {
	word, _, _ := strings.Cut(next.flat, " ")
	room := m.full - before.width - 1 - columns(word)
	if isHan([]rune(next.flat + " ")[0]) {
		room = m.full - before.width - 4
	}
	return room > m.full/14
}
