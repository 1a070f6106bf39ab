package pdf

import (
	"strings"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Sizes and places of the masthead, in points.
const (
	organizationSize = 12.5
	organSize        = 17
	smallSize        = 9
	adoptionSize     = 12.5
	distributionAt   = 273.6 // from the edge of the measure
	itemWidth        = 270
)

// masthead sets the head of the first page: organization and symbol, organ and distribution, session and item, sponsors
// or adoption. A draft that has none of it has no masthead.
func (c *composer) masthead(d resolution.Draft) {
	h := d.Header
	symbol := firstOf(h.Symbol, d.Symbol)
	organ, other := organName(d)
	block := []string{h.Session, h.Committee, h.AgendaItem}
	if strings.Join(append(block, h.Organization, symbol, organ, h.Distribution, h.Date, h.Original), "") != "" {
		c.mastheadTop(h.Organization, symbol)
		if lines := distribution(h, d.Language); organ != "" || len(lines) > 0 {
			c.mastheadOrgan(organ, lines)
		}
		c.mastheadItem(h)
	}
	for _, line := range other {
		c.mastheadText(line, smallSize, 0, 6)
	}
	c.mastheadText(h.Sponsors, c.letters.text, typeset.Bold, 14)
	c.mastheadText(h.Adoption, adoptionSize, typeset.Bold, 18)
	c.basis(h.Basis)
}

// mastheadTop stands on the upper rule.
func (c *composer) mastheadTop(organization, symbol string) {
	mark, width := c.line(symbol, organizationSize, 0, c.measure*0.6)
	name, _ := c.line(organization, organizationSize, 0, c.measure+c.frame-width-20)
	height := max(name.Height, mark.Height)
	c.add(typeset.Piece{
		Cells:    []typeset.Cell{c.cell(name, 0, height-name.Height), c.cell(mark, c.measure+c.frame-width-0.1, height-mark.Height)},
		Rules:    []typeset.Rule{c.rule(-c.frame, height+2, c.measure+2*c.frame, 0.5)},
		Together: true, WithNext: true, Height: height + 3,
	})
}

// mastheadOrgan stands between the rules: the organ's name large, the distribution beside it.
func (c *composer) mastheadOrgan(organ string, lines []string) {
	name, _ := c.line(organ, organSize, typeset.Bold, distributionAt-12)
	small, _ := c.line(strings.Join(lines, "\n"), smallSize, 0, c.measure+c.frame-distributionAt)
	height := max(name.Height+14, small.Height+10, 44)
	c.add(typeset.Piece{
		Cells:    []typeset.Cell{c.cell(name, 0, 0), c.cell(small, distributionAt, 4)},
		Rules:    []typeset.Rule{c.rule(-c.frame, height, c.measure+2*c.frame, 1.75)},
		Together: true, WithNext: true, Height: height + 2, Before: 4,
	})
}

// mastheadItem stands below the rules, at the edge of the frame.
func (c *composer) mastheadItem(h resolution.Header) {
	before := float32(4)
	for _, line := range []struct {
		text  string
		size  float32
		style typeset.Style
	}{{h.Session, smallSize, typeset.Bold}, {h.Committee, smallSize + 2, typeset.Bold}, {h.AgendaItem, smallSize, 0}} {
		if line.text == "" {
			continue
		}
		b, _ := c.line(line.text, line.size, line.style, itemWidth)
		c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(b, -c.frame, 0)}, Before: before, Together: true, WithNext: true})
		before = 1
	}
}

// mastheadText sets a line of the head in the column of the text.
func (c *composer) mastheadText(text string, size float32, style typeset.Style, before float32) {
	if text == "" {
		return
	}
	c.mastheadSpans([]typeset.Span{{Text: text, Style: style}}, size, before)
}

func (c *composer) mastheadSpans(spans []typeset.Span, size, before float32) {
	s := c.setting()
	s.Size, s.Align = size, typeset.Start
	c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(c.balanced(spans, s, c.measure), 0, 0)}, Before: before, WithNext: true})
}

// basis says on whose report a text was adopted: in italics, its brackets upright.
func (c *composer) basis(text string) {
	if text == "" {
		return
	}
	spans := []typeset.Span{{Text: text, Style: typeset.Italic}}
	if inner, ok := strings.CutPrefix(text, "["); ok && strings.HasSuffix(inner, "]") {
		inner = strings.TrimSuffix(inner, "]")
		spans = []typeset.Span{{Text: "["}, {Text: inner, Style: typeset.Italic}, {Text: "]"}}
	}
	c.mastheadSpans(spans, c.letters.text, 10)
}

// organName finds the organ's name among the lines of the header that are in no other field, and answers the rest.
func organName(d resolution.Draft) (string, []string) {
	organ := strings.ToLower(d.Organ())
	for i, line := range d.Header.Other {
		if name := strings.ToLower(line); organ != "" && strings.Contains(organ, name) {
			rest := append([]string{}, d.Header.Other[:i]...)
			return line, append(rest, d.Header.Other[i+1:]...)
		}
	}
	return "", d.Header.Other
}

// Words before the fields of the distribution where the draft holds the fields alone.
var (
	distributionWord = map[resolution.Language]string{resolution.French: "Distr. ", resolution.Spanish: "Distr. "}
	originalWord     = map[resolution.Language]string{resolution.French: "Original : "}
)

func distribution(h resolution.Header, l resolution.Language) []string {
	var lines []string
	add := func(text, prefix, word string) {
		if text != "" {
			if !strings.HasPrefix(strings.ToLower(text), prefix) {
				text = word + text
			}
			lines = append(lines, text)
		}
	}
	add(h.Distribution, "distr", firstOf(distributionWord[l], "Distr.: "))
	add(h.Date, "", "")
	add(h.Original, "original", firstOf(originalWord[l], "Original: "))
	return lines
}

// mastheadLine sets a line of the masthead that stands among the paragraphs, unless the header has it.
func (t *textSetter) mastheadLine(p resolution.Paragraph) {
	h := t.draft.Header
	for _, field := range append([]string{h.Organization, h.Symbol, h.Distribution, h.Date, h.Original, h.Session, h.Committee,
		h.AgendaItem, h.Adoption, h.Basis, h.Sponsors}, h.Other...) {
		if strings.TrimSpace(field) == strings.TrimSpace(p.Text) {
			return
		}
	}
	s := t.setting()
	s.Align = typeset.Start
	t.add(typeset.Piece{Cells: []typeset.Cell{t.paragraph(p, 0, s, 0, t.measure)}, Before: 4})
}
