package resolution

import "strings"

// Markdown is the draft in Markdown: the title as a heading, openings and the organ's line in italics, subparagraphs set
// in, notes as footnotes. Printed by any reader of Markdown it shows the words and numbers of the draft and no other.
func Markdown(d Draft) string {
	m := markdown{lang: d.Language}
	for _, l := range d.Header.lines() {
		m.block(escaped(l))
	}
	for i, p := range d.Paragraphs {
		if p.Kind == Table {
			m.row(p, i == 0 || d.Paragraphs[i-1].Kind != Table)
			continue
		}
		m.paragraph(d, p)
	}
	for _, n := range d.Footnotes {
		m.block("[^" + n.Number + "]: " + escaped(n.Text))
	}
	return m.b.String()
}

// lines are the printed lines of a masthead in the order of the page.
func (h Header) lines() (lines []string) {
	all := append([]string{h.Organization, h.Symbol}, h.Other...)
	all = append(all, h.Distribution, h.Date, h.Original, h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors)
	for _, l := range all {
		if l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

type markdown struct {
	b    strings.Builder
	lang Language
}

func (m *markdown) block(text string) {
	if m.b.Len() > 0 {
		m.b.WriteByte('\n')
	}
	m.b.WriteString(text + "\n")
}

// headings of Markdown by kind.
var hashes = map[Kind]string{Title: "# ", Part: "## ", Annex: "## ", Heading: "### "}

func (m *markdown) paragraph(d Draft, p Paragraph) {
	numeral := p.Numeral(m.lang)
	if p.Kind == Title && numeral == "" && d.Number != "" {
		numeral = Paragraph{Kind: Operative, Number: d.Number}.Numeral(m.lang)
	}
	text := joinWords(escaped(numeral), m.noted(d, p))
	if p.Kind == Title || hashes[p.Kind] != "" {
		m.block(hashes[p.Kind] + text)
		return
	}
	m.block(strings.Repeat("> ", min(max(p.Level, 0), 4)) + text)
}

// joinWords puts a blank between two texts, if neither is empty.
func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// noted is a paragraph's text with its opening in italics and its calls as footnotes.
func (m *markdown) noted(d Draft, p Paragraph) string {
	runes := []rune(p.Text)
	opening := min(max(p.Opening, 0), len(runes))
	if p.Kind == Organ {
		opening = len(runes)
	}
	var b strings.Builder
	at := 0
	to := func(end int) {
		if at < opening {
			stop := min(end, opening)
			b.WriteString(italics(string(runes[at:stop])))
			at = stop
		}
		b.WriteString(escaped(string(runes[at:end])))
		at = end
	}
	for _, n := range p.Notes {
		to(min(max(n.Offset, at), len(runes)))
		if _, ok := d.Footnote(n.Number); ok {
			b.WriteString("[^" + n.Number + "]")
		} else {
			b.WriteString("<sup>" + escaped(n.Number) + "</sup>")
		}
	}
	to(len(runes))
	return b.String()
}

// italics sets words in stars; blanks and commas at the end stay outside, where Markdown would not see the star.
func italics(text string) string {
	bare := strings.TrimRight(text, " ,،，")
	if strings.TrimSpace(bare) == "" {
		return escaped(text)
	}
	return "*" + escaped(bare) + "*" + escaped(text[len(bare):])
}

// markdownSigns are what Markdown would take for its own.
var markdownSigns = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, "`", "\\`", `[`, `\[`, `]`, `\]`, `<`, `\<`, `|`, `\|`, `~`, `\~`, `&`, `\&`)

// escaped is text that Markdown shows as it stands. A number at the start makes no list: it would be counted anew.
func escaped(text string) string {
	text = markdownSigns.Replace(text)
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch rest := text[digits:]; {
	case digits > 0 && rest != "" && (rest[0] == '.' || rest[0] == ')'):
		return text[:digits] + `\` + rest
	case digits == 0 && rest != "" && strings.ContainsRune("#+->=", rune(rest[0])):
		return `\` + rest
	}
	return text
}

func (m *markdown) row(p Paragraph, first bool) {
	cells := strings.Split(escaped(p.Text), "\t")
	line := "| " + strings.Join(cells, " | ") + " |\n"
	if first {
		m.block(line + "|" + strings.Repeat(" --- |", len(cells)))
		return
	}
	m.b.WriteString(line)
}
