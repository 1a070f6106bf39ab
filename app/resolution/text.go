package resolution

import (
	"strings"
)

// Text is the draft as plain text: masthead, title, paragraphs each on one line with empty lines between, notes under a
// rule. Raised digits call the notes. A heading that could be taken for a paragraph stands far below what is before it.
// ReadText reads it back into the same draft.
func Text(d Draft) string {
	var b strings.Builder
	w := writer{b: &b, lang: d.Language}
	w.masthead(d.Header)
	for i, p := range d.Paragraphs {
		if i > 0 && p.Kind == Closing && d.Paragraphs[i-1].Kind == Closing {
			w.line(p.printed(w.lang))
			continue
		}
		if p.Kind == Table {
			w.row(p, i == 0 || d.Paragraphs[i-1].Kind != Table)
			continue
		}
		w.paragraph(p)
	}
	w.footnotes(d.Footnotes)
	return b.String()
}

// writer writes plain text line by line.
type writer struct {
	b    *strings.Builder
	lang Language
}

func (w writer) line(text string) {
	if text != "" {
		w.b.WriteString(text)
		w.b.WriteByte('\n')
	}
}

func (w writer) gap() {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
}

func (w writer) masthead(h Header) {
	for _, group := range [][]string{
		append([]string{h.Organization, h.Symbol}, h.Other...), {h.Distribution, h.Date, h.Original},
		{h.Session, h.Committee, h.AgendaItem}, {h.Adoption, h.Basis, h.Sponsors},
	} {
		text := strings.Join(group, "")
		if text == "" {
			continue
		}
		w.gap()
		for _, l := range group {
			w.line(l)
		}
	}
}

// farAbove is how many empty lines tell a heading that looks like a paragraph, nearHeading how wide one is that does not.
const (
	farAbove    = 3
	nearHeading = 60
)

// far reports a heading that could be taken for a paragraph: a long one, or one that opens or ends like one.
func (w writer) far(p Paragraph) bool {
	if p.Kind != Heading {
		return false
	}
	_, opens := LookUp(p.Text, w.lang)
	return opens || columns(p.Text) > nearHeading || terminator(plain(p.Text)) != 0
}

func (w writer) paragraph(p Paragraph) {
	if w.far(p) {
		for range farAbove - 1 {
			w.gap()
		}
	}
	w.gap()
	if p.Kind == Part {
		w.line(p.Number)
		if p.Text != "" {
			w.gap()
		}
		p.Number = ""
	}
	w.line(p.printed(w.lang))
}

// row writes a row of a table, its cells parted by tabs: one at the end tells a row of one cell from a paragraph.
func (w writer) row(p Paragraph, first bool) {
	if first {
		w.gap()
	}
	text := p.printed(w.lang)
	if !strings.Contains(text, "\t") {
		text += "\t"
	}
	w.line(text)
}

// printed is the paragraph as it is printed, its number before it and its calls as raised digits.
func (p Paragraph) printed(l Language) string {
	text := p.marked(raise)
	numeral := p.Numeral(l)
	if p.Kind == Title && l == Arabic && numeral != "" {
		numeral = p.Number + " -"
	}
	switch {
	case numeral == "":
		return text
	case text == "":
		return numeral
	}
	return numeral + " " + text
}

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// raise writes a note's number so that it can be told from the text.
func raise(number string) string {
	if isNumber(number) {
		return raisedDigits.Replace(number)
	}
	return number
}

func (w writer) footnotes(notes []Footnote) {
	if len(notes) == 0 {
		return
	}
	w.gap()
	w.line("_______________")
	for _, n := range notes {
		w.line(raise(n.Number) + " " + n.Text)
	}
}
