package main

import (
	"strings"
	"unicode"

	textwidth "golang.org/x/text/width"
)

// width counts the columns a text takes on a terminal: Chinese characters take two, marks above and below letters none.
func width(text string) (columns int) {
	for _, r := range text {
		columns += runeWidth(r)
	}
	return columns
}

func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x1100:
		return 1
	}
	switch textwidth.LookupRune(r).Kind() {
	case textwidth.EastAsianWide, textwidth.EastAsianFullwidth:
		return 2
	}
	return 1
}

// pad fills a text up with blanks to so many columns.
func pad(text string, columns int) string {
	return text + strings.Repeat(" ", max(0, columns-width(text)))
}

// cut is as much of a text as fits into so many columns, with … at its end where it goes on.
func cut(text string, columns int) string {
	if width(text) <= columns {
		return text
	}
	taken := 0
	for i, r := range text {
		if taken += runeWidth(r); taken >= columns {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}

// beginning is as much of a paragraph as fits on a line.
func beginning(text string) string { return cut(text, 60) }

// table prints rows with every column but the last as wide as its widest cell.
func table(rows [][]string, indent string) string {
	var wide []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], width(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := indent
		for i, cell := range row {
			line += pad(cell, wide[i])
			if i < len(row)-1 {
				line += "  "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
