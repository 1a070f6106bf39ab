package resolution

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// dateIn finds the first date of a plain text: as ISO 8601 and as it is printed; "" where there is none.
func (g *grammar) dateIn(text string) (iso, printed string) {
	m := g.date.FindStringSubmatch(text)
	if m == nil {
		if g.yearFirst {
			return hanDate(text)
		}
		return "", ""
	}
	year, month, day := m[3], m[2], m[1]
	if g.yearFirst {
		year, day = m[1], m[3]
	}
	return fmt.Sprintf("%s-%02d-%02d", year, g.month(month), number(day)), m[0]
}

var hanDateText = regexp.MustCompile(`([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日`)

// hanDate finds a date written in Han digits: 一九七五年四月十七日.
func hanDate(text string) (iso, printed string) {
	m := hanDateText.FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	year := 0
	for _, r := range m[1] {
		year = year*10 + hanDigits[r]
	}
	return fmt.Sprintf("%d-%02d-%02d", year, hanNumber(m[2]), hanNumber(m[3])), m[0]
}

// isDate reports a line that is a date and nothing else but a stop.
func (g *grammar) isDate(flat string) bool {
	if len(flat) > 80 {
		return false
	}
	_, printed := g.dateIn(flat)
	return printed != "" && strings.HasPrefix(flat, printed) && len(flat)-len(printed) <= 3
}

// beginsWithDate reports a line whose first words are a date.
func (g *grammar) beginsWithDate(flat string) bool {
	at := g.date.FindStringIndex(flat[:min(len(flat), 60)])
	return at != nil && at[0] == 0
}

// month is the number of a month's name, 1 to 12.
func (g *grammar) month(name string) int {
	if n, err := strconv.Atoi(name); err == nil {
		return n
	}
	for i, m := range g.months {
		if m.MatchString(name) {
			return i + 1
		}
	}
	return 0
}

// number reads leading digits: 1 for "1er".
func number(text string) int {
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	n, _ := strconv.Atoi(text[:end])
	return n
}
