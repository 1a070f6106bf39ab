package docx

import (
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// masthead is the head of the first page: between rules the organization with the symbol and the organ with the
// distribution, below them lines.
type masthead struct {
	left, right [2][]line // of both rows
	below       []line
	running     []line // the symbol, at the head of further pages
}

// headPart is where a field of the masthead stands.
type headPart struct {
	style string
	text  func(d resolution.Draft) string
}

func headField(pick func(resolution.Header) string) func(resolution.Draft) string {
	return func(d resolution.Draft) string { return pick(d.Header) }
}

// The parts of a masthead in the order in which they are written.
var (
	headTopLeft  = []headPart{{"MastheadOrganization", headField(func(h resolution.Header) string { return h.Organization })}}
	headTopRight = []headPart{{"MastheadSymbol", symbolOf}}
	headLowLeft  = []headPart{{"MastheadOrgan", func(d resolution.Draft) string { name, _ := organName(d); return name }}}
	headLowRight = []headPart{
		{"MastheadDistribution", distributionOf},
		{"MastheadDistribution", headField(func(h resolution.Header) string { return h.Date })},
		{"MastheadDistribution", originalOf},
	}
	headBelow = []headPart{
		{"MastheadSession", headField(func(h resolution.Header) string { return h.Session })},
		{"MastheadCommittee", headField(func(h resolution.Header) string { return h.Committee })},
		{"MastheadSession", headField(func(h resolution.Header) string { return h.AgendaItem })},
		{"MastheadOther", func(d resolution.Draft) string { _, rest := organName(d); return strings.Join(rest, "\n") }},
		{"Sponsors", headField(func(h resolution.Header) string { return h.Sponsors })},
		{"Adoption", headField(func(h resolution.Header) string { return h.Adoption })},
		{"Basis", headField(func(h resolution.Header) string { return h.Basis })},
	}
)

// headFields are all fields of a masthead in that order.
func headFields(d resolution.Draft) []string {
	var fields []string
	for _, part := range slices.Concat(headTopLeft, headTopRight, headLowLeft, headLowRight, headBelow) {
		fields = append(fields, part.text(d))
	}
	return fields
}

func symbolOf(d resolution.Draft) string { return firstOf(d.Header.Symbol, d.Symbol) }

// organName finds the organ's name among the lines of the header that are in no other field, and answers the rest.
func organName(d resolution.Draft) (string, []string) {
	bare := func(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }
	organ := bare(d.Organ())
	for i, l := range d.Header.Other {
		if organ != "" && bare(l) != "" && strings.Contains(organ, bare(l)) {
			return l, slices.Concat(d.Header.Other[:i], d.Header.Other[i+1:])
		}
	}
	return "", d.Header.Other
}

// Words before the fields of the distribution where the draft holds the fields alone.
var (
	distributionWord = map[resolution.Language]string{resolution.French: "Distr. ", resolution.Spanish: "Distr. "}
	originalWord     = map[resolution.Language]string{resolution.French: "Original : "}
)

func distributionOf(d resolution.Draft) string {
	return withWord(d.Header.Distribution, "distr", firstOf(distributionWord[d.Language], "Distr.: "))
}

func originalOf(d resolution.Draft) string {
	return withWord(d.Header.Original, "original", firstOf(originalWord[d.Language], "Original: "))
}

func withWord(text, known, word string) string {
	if text == "" || strings.Contains(strings.ToLower(text), known) {
		return text
	}
	return word + text
}

// writeHead makes the lines of the masthead.
func (m *merger) writeHead() {
	m.head.left[0], m.head.right[0] = m.fields(headTopLeft), m.fields(headTopRight)
	m.head.left[1], m.head.right[1] = m.fields(headLowLeft), m.fields(headLowRight)
	m.head.below = m.fields(headBelow)
	m.head.running = m.fields([]headPart{{"Header", func(d resolution.Draft) string { return sign.ReplaceAllString(symbolOf(d), "") }}})
}

// fields makes a line of every part that one of the texts has.
func (m *merger) fields(parts []headPart) []line {
	above := m.lines
	m.lines = nil
	for _, part := range parts {
		older, newer := part.text(m.older.draft), part.text(m.newer.draft)
		switch {
		case older != "" && newer != "":
			m.both(m.older.fieldContent(part.style, older), m.newer.fieldContent(part.style, newer))
		case older != "":
			m.alone(&m.older, m.older.fieldContent(part.style, older))
		case newer != "":
			m.alone(&m.newer, m.newer.fieldContent(part.style, newer))
		}
	}
	made := m.lines
	m.lines = above
	return made
}
