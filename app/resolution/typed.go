package resolution

import (
	"regexp"
	"strconv"
	"strings"
)

// What people type around a text: signs of emphasis, numbers of lines in the margin, a bracket before a number.

// suffixes are what tells inserted paragraphs from the one whose number they bear.
const suffixes = `bis|ter|quater|quinquies|sexies|septies|octies|бис|тер|кватер|квинквиес|сексиес|` +
	`مكرر(?:ا|اً)?(?: (?:ثانيا|ثالثا|رابعا|\([\p{Arabic} ]{2,10}\)))?|之[二三四五六七八九]|\(之[二三四五六七八九]\)`

var (
	suffixTab   = regexp.MustCompile(`^([ \t]*\d{1,3}\.?)[\t ]+(` + suffixes + `)(\.?)[\t ]+`)
	bracketed   = regexp.MustCompile(`^([ \t]*)\[(\d{1,3}[.．、])[ \t]*`)
	emphasised  = regexp.MustCompile(`([_*]{1,3})(\p{L}[^_*\n]{0,100}[\p{L},،，])([_*]{1,3})`)
	emphasisOf  = regexp.MustCompile(`(?m)^[ \t]*(?:\d{1,3}[.)]?[ \t]+)?[_*]{1,3}\p{L}[^_*\n]{0,100}[\p{L},،，][_*]{1,3}`)
	marginLine  = regexp.MustCompile(`^ {0,4}(\d{1,4})(?: |\t|$)(.*)$`)
	suffixGlued = regexp.MustCompile(`^(\p{Nd}{1,3})[ .-]*(\p{L}.*)$`)
)

// untyped takes a line as it would have been printed: no tab inside "9\tbis.", a bracket behind its number.
func untyped(raw string) string {
	raw = suffixTab.ReplaceAllString(raw, "$1 $2$3 ")
	return bracketed.ReplaceAllString(raw, "$1$2 [")
}

// unemphasised takes the signs away that stand for italics in mail: "_Recalling_", "**Requests**". Three paragraphs must
// open with them.
func unemphasised(text string) string {
	if !strings.ContainsAny(text, "_*") || len(emphasisOf.FindAllStringIndex(text, 3)) < 3 {
		return text
	}
	return emphasised.ReplaceAllStringFunc(text, func(all string) string {
		m := emphasised.FindStringSubmatch(all)
		if m[1] != m[3] {
			return all
		}
		return m[2]
	})
}

// leastNumberedLines is how many lines must be numbered one after the other, that the numbers are those of a margin.
const leastNumberedLines = 8

// liftLineNumbers takes the numbers out of the margin of a text whose every line bears one, and answers them too.
func liftLineNumbers(text string) (rest, margin string) {
	var lines, numbers []string
	last := 0
	for raw := range strings.SplitSeq(text, "\n") {
		m := marginLine.FindStringSubmatch(raw)
		if strings.TrimSpace(raw) == "" {
			lines = append(lines, raw)
			continue
		}
		if m == nil {
			return text, ""
		}
		n, _ := strconv.Atoi(m[1])
		if n != last+1 && (n != 1 || last == 0) {
			return text, ""
		}
		last = n
		lines, numbers = append(lines, m[2]), append(numbers, m[1])
	}
	if len(numbers) < leastNumberedLines {
		return text, ""
	}
	return strings.Join(lines, "\n"), strings.Join(numbers, " ")
}

// trimStop takes the stop or dash off a number: "3." → "3"; labels keep their brackets.
func trimStop(printed string) string {
	number := strings.TrimRight(strings.Trim(strings.Trim(printed, " .．、ـ:"), " -–—"), " .．")
	if strings.ContainsAny(number, "(（") {
		return number
	}
	return strings.TrimRight(number, ")）")
}

// spacedSuffix is a number with its suffix as it is printed: "9bis" and "9-bis" are "9 bis". Chinese has no blank there.
func spacedSuffix(number string) string {
	m := suffixGlued.FindStringSubmatch(number)
	if m == nil || strings.ContainsFunc(m[2], isHan) {
		return number
	}
	return m[1] + " " + strings.ReplaceAll(strings.TrimRight(m[2], ". "), "-", " ")
}

// openingNumber reads the label of an operative paragraph where its number is one the count does not know: "1)" for "1.",
// and the first number of a text that begins in the middle.
func (c *classifier) openingNumber(found label, words string) label {
	if found.text == "" || found.slot != "" || found.suffix != "" || c.region == annexed || c.region == closing || c.afterColon() {
		return found
	}
	if !c.opensLine(words, Operative) {
		return found
	}
	first := c.count.main == 0 && c.region == preamble && !c.numbered
	switch {
	case found.main > 1 && first:
		c.count.main = found.main - 1
	case found.main == 0 && found.counts[0].style == "digit" && (c.bracketed || first) && found.counts[0].n == c.count.main+1:
		c.bracketed = true
		found.main = found.counts[0].n
		found.counts = []ordinal{{"number", found.main}}
	}
	return found
}

var hanNumbered = regexp.MustCompile(`^([一二三四五六七八九十]{1,3})、`)

// takeHanNumber takes a number in characters off an operative paragraph: 「一、欢迎……；」.
func (c *classifier) takeHanNumber(p *Paragraph, l *line) {
	m := hanNumbered.FindStringSubmatch(p.Text)
	if m == nil || c.lang != Chinese || c.region == annexed || !c.opensLine(p.Text[len(m[0]):], Operative) {
		return
	}
	p.Number, p.Text = m[1], p.Text[len(m[0]):]
	p.Notes = shift(p.Notes, -len([]rune(m[0])))
	l.setText(p.Text)
}
