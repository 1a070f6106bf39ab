package resolution

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// masthead sorts the lines before the body into the fields of a Header and the title.
type masthead struct {
	grammar  *grammar
	lines    []line
	tags     []tag // what each line is
	header   Header
	numbered int   // the last line that begins with the number of a resolution, -1 = none
	title    []int // lines of the title
	shifts   []int // how many code points further on a place in such a line is in the title
	repeated []int // lines of a title that stands there twice
}

// tag is what a line of the masthead is.
type tag uint8

const (
	untagged tag = iota
	tagOther
	tagOrganization
	tagSymbol
	tagDistribution
	tagOriginal
	tagDate
	tagSession
	tagCommittee
	tagAgenda
	tagAdoption
	tagBasis
	tagSponsors
	tagTitle
)

var (
	titleNumber  = regexp.MustCompile(`^((?:S-|ES-)?\d{1,4} ?/ ?(?:\d{1,4}|\.{2,3}|…|_{2,}|\[[.…_ ]*\])(?: ?[A-ZА-Я]{1,2}(?: ?[-–] ?[A-Z])?)?|\d{1,4}(?: [A-ZА-Я])? \((?:S-|ES-)?[IVXLCХ]+\)(?: ?[A-Z])?) ?(?:\.|(?: |^)[-–—]|$|:)\s*(.*)$`)
	titleBare    = regexp.MustCompile(`^((?:S-|ES-)?\d{1,4}/\d{1,4}) (\p{Lu}.*|\p{Han}.*|\p{Arabic}.*)$`)
	titleArabic  = regexp.MustCompile(`^- ?((?:S-|ES-)?\d{1,4}/\d{1,4}) ?(.*)$`)
	unitedNation = regexp.MustCompile(`(?i:united|nations|unies|naciones|unidas|организация|объединенных|наций|联|المتحدة)`)
)

func readMasthead(g *grammar, lines []line) *masthead {
	m := &masthead{grammar: g, lines: lines, tags: make([]tag, len(lines))}
	m.numbered = -1
	for i := range lines {
		if m.isTitleNumber(i) {
			m.numbered = i
		}
	}
	for i := range lines {
		if m.tags[i] == untagged {
			m.tags[i] = m.tagOf(i)
			m.absorb(i)
		}
	}
	m.settleSubmitted()
	m.settleAgenda()
	m.settleTitle()
	m.fill()
	return m
}

// tagOf decides what a line is by its own words.
func (m *masthead) tagOf(i int) tag {
	g, flat := m.grammar, m.lines[i].flat
	english := grammarOf(English)
	switch {
	case isSymbolLine(flat) && !m.has(tagSymbol):
		return tagSymbol
	case m.isTitleNumber(i):
		return tagTitle
	case i > 0 && len(flat) < longestHeadline && recordLine.MatchString(flat) && m.has(tagTitle):
		return tagAdoption
	case isMailLine(flat), m.isDraftLine(i), correction.MatchString(flat):
		return tagOther
	case g.adopted.MatchString(flat):
		return tagAdoption
	case g.basis.MatchString(flat):
		return tagBasis
	case g.sponsors.MatchString(flat), g.submitted.MatchString(flat):
		return tagSponsors
	case m.numbered >= 0 && i > m.numbered:
		return untagged
	case m.has(tagSession) || m.has(tagAgenda):
		return m.lowerTag(flat)
	case g.names.MatchString(flat), english.names.MatchString(flat):
		if unitedNation.MatchString(flat) {
			return tagOrganization
		}
		return tagOther
	}
	return m.lowerTag(flat)
}

// lowerTag decides about lines that may stand anywhere above the title.
func (m *masthead) lowerTag(flat string) tag {
	g, english := m.grammar, grammarOf(English)
	switch {
	case g.original.MatchString(flat), english.original.MatchString(flat):
		if strings.HasPrefix(strings.ToLower(flat), "distr") || upperOnly(flat) && !strings.Contains(flat, ":") {
			return tagDistribution
		}
		return tagOriginal
	case (g.isDate(flat) || english.isDate(flat)) && !m.has(tagDate):
		return tagDate
	case g.session.MatchString(flat) && !m.has(tagSession):
		return tagSession
	case g.committee.MatchString(flat) && !m.has(tagCommittee):
		return tagCommittee
	case g.agenda.MatchString(flat):
		return tagAgenda
	}
	return untagged
}

func upperOnly(text string) bool { return !strings.ContainsFunc(text, unicode.IsLower) }

func (m *masthead) has(t tag) bool { return slices.Contains(m.tags, t) }

// absorb gives the lines that go on with line i, or lead to it, the same tag.
func (m *masthead) absorb(i int) {
	switch m.tags[i] {
	case tagAdoption:
		if _, date := m.grammar.dateIn(m.lines[i].flat); date == "" && i+1 < len(m.lines) {
			if _, date := m.grammar.dateIn(m.lines[i].flat + " " + m.lines[i+1].flat); date != "" {
				m.tags[i+1] = tagAdoption
			}
		}
	case tagBasis:
		for k := i; k < len(m.lines) && k < i+9; k++ {
			m.tags[k] = tagBasis
			if strings.Contains(m.lines[k].flat, "]") {
				break
			}
		}
	case tagSponsors:
		if m.grammar.sponsors.MatchString(m.lines[i].flat) {
			m.sponsorsBefore(i)
			m.goOnSmall(i)
		} else {
			if i > 0 && endsInColon(m.lines[i-1].flat) { // the colon stands at the end of the line before
				m.sponsorsBefore(i)
			}
			m.goOn(i)
		}
	case tagAgenda:
		m.goOn(i)
	case tagCommittee:
		if i+1 < len(m.lines) && strings.HasPrefix(m.lines[i+1].flat, "(") {
			m.tags[i+1] = tagCommittee // "(Fourth Committee)"
		}
	}
}

// goOn tags the lines that follow without a blank line and are nothing else.
func (m *masthead) goOn(i int) {
	for k := i + 1; k < len(m.lines) && m.lines[k].blanks == 0 && m.tagOf(k) == untagged; k++ {
		m.tags[k] = m.tags[i]
	}
}

// goOnSmall tags the lines that go on with line i as only the same sentence can: with a small letter.
func (m *masthead) goOnSmall(i int) {
	for k := i + 1; k < len(m.lines) && m.lines[k].blanks == 0 && startsLower(m.lines[k].text) && m.tagOf(k) == untagged; k++ {
		m.tags[k] = m.tags[i]
	}
}

func endsInColon(flat string) bool {
	return strings.HasSuffix(strings.TrimRight(flat, " *0123456789"), ":")
}

// sponsorsBefore tags the lines of a list of sponsors that ends on line i. The agenda item's title may stand right
// before it: a line belongs to the list if it ends in the middle of it.
func (m *masthead) sponsorsBefore(i int) {
	for k := i - 1; k >= 0 && m.lines[k+1].blanks == 0; k-- {
		if t := m.tags[k]; t != untagged && t != tagAgenda || m.agendaLine(k) || !m.namesStates(k) {
			return
		}
		m.tags[k] = tagSponsors
	}
}

func (m *masthead) agendaLine(k int) bool { return m.grammar.agenda.MatchString(m.lines[k].flat) }

// namesStates reports a line of a list of names: it breaks off in the list, and each of its items has a capital.
func (m *masthead) namesStates(k int) bool {
	flat := m.lines[k].flat
	breaksOff := endsInComma(flat) || endsInColon(flat) || strings.HasSuffix(flat, " "+m.grammar.and) || startsLower(m.lines[k+1].text)
	items := strings.FieldsFunc(flat, func(r rune) bool { return r == ',' || r == '،' || r == '、' || r == '，' })
	if !breaksOff && len(items) < 2 {
		return false
	}
	for _, item := range items {
		if item = strings.TrimSpace(item); len(strings.Fields(item)) > 7 || startsLower(strings.TrimPrefix(item, m.grammar.and+" ")) {
			return false
		}
	}
	return true
}

// settleSubmitted gives back the title that stands right after "Draft resolution submitted by …" without a blank line.
func (m *masthead) settleSubmitted() {
	n := len(m.lines)
	if n == 0 || m.numbered >= 0 || m.tags[n-1] != tagSponsors {
		return
	}
	for i := 1; i < n; i++ {
		if m.tags[i] == tagSponsors && m.tags[i-1] == tagSponsors && !startsLower(m.lines[i].text) && submissionEnd.MatchString(latin(m.lines[i-1].flat)) {
			for ; i < n; i++ {
				m.tags[i] = untagged
			}
			return
		}
	}
}

// submissionEnd is how a line about who submitted a draft ends.
var submissionEnd = regexp.MustCompile(`(?:\)|/L\.\d+(?:/Rev\.\d+)?|consultations|consultas(?: oficiosas)?|officieuses|консультаций|磋商|غير رسمية|draft resolution|projet de résolution|proyecto de resolución|проект резолюции|决议草案|مشروع قرار)\**$`)

// settleAgenda gives lines between the agenda item and the lines about adoption or sponsors to the agenda item.
func (m *masthead) settleAgenda() {
	agenda := slices.Index(m.tags, tagAgenda)
	if agenda < 0 {
		return
	}
	last := -1
	for i, t := range m.tags {
		if t == tagAdoption || t == tagBasis || t == tagSponsors {
			last = i
		}
	}
	for i := agenda; i < last && m.lines[i].blanks < Elsewhere; i++ {
		if m.tags[i] == untagged {
			m.tags[i] = tagAgenda
		}
	}
}

// settleTitle takes the untagged lines behind everything else for the title, from the number on if there is one.
func (m *masthead) settleTitle() {
	number := m.numberLine()
	last := -1
	for i, t := range m.tags {
		if t != untagged && t != tagTitle && t != tagOther && i > last && (number < 0 || i < number) {
			last = i
		}
	}
	from := last + 1
	if number >= 0 {
		from = number
	}
	for i := from; i < len(m.lines); i++ {
		if m.tags[i] == untagged || i == number {
			m.tags[i] = tagTitle
			m.title = append(m.title, i)
		}
	}
}

// numberLine finds the line with the number of the resolution. Where a title stands twice, the first is a repetition.
func (m *masthead) numberLine() int {
	last := -1
	for i, t := range m.tags {
		if t != tagTitle {
			continue
		}
		if last >= 0 {
			if m.key(i) != m.key(last) {
				m.tags[i] = untagged // "2004/12" in a title
				continue
			}
			for k := last; k < i; k++ {
				if m.tags[k] == untagged || k == last {
					m.tags[k] = tagOther
					m.repeated = append(m.repeated, k)
				}
			}
		}
		last = i
	}
	return last
}

func (m *masthead) key(i int) string {
	number, _ := splitNumber(m.lines[i].flat)
	return lettersOf(number)
}

// splitNumber splits "59/262. International Convention" into number and title.
func splitNumber(flat string) (number, title string) {
	if number, title = splitNumbered(flat); number == "" {
		return splitBare(flat)
	}
	return number, title
}

// splitNumbered splits a number with its stop or dash from the title.
func splitNumbered(flat string) (number, title string) {
	if flat == "" || !strings.ContainsRune("0123456789SE-", rune(flat[0])) { // most lines are words
		return "", flat
	}
	for _, pattern := range []*regexp.Regexp{titleNumber, titleArabic} {
		if found := pattern.FindStringSubmatch(flat); found != nil {
			return found[1], found[2]
		}
	}
	return "", flat
}

// splitBare splits a number without a stop from the title. A capital letter before another capital is the resolution's:
// "75/133 A Lamps", but "31/16 A new compact".
func splitBare(flat string) (number, title string) {
	found := titleBare.FindStringSubmatch(flat)
	if found == nil {
		return "", flat
	}
	number, title = found[1], found[2]
	if letter, rest, ok := strings.Cut(title, " "); ok && len(letter) == 1 && !startsLower(rest) {
		return number + " " + letter, rest
	}
	return number, title
}

// isTitleNumber reports a line that begins with the number of a resolution. Without a stop behind it such a number must
// stand below the line of the adoption or begin the text.
func (m *masthead) isTitleNumber(i int) bool {
	flat := m.lines[i].flat
	if titleNumber.MatchString(flat) || titleArabic.MatchString(flat) {
		return true
	}
	if !titleBare.MatchString(flat) || endsInComma(flat) {
		return false
	}
	return i == 0 || m.has(tagAdoption) || m.has(tagBasis)
}

// fill writes the lines into the fields of the header.
func (m *masthead) fill() {
	h := &m.header
	fields := map[tag]*string{
		tagOrganization: &h.Organization, tagSymbol: &h.Symbol, tagDistribution: &h.Distribution, tagOriginal: &h.Original,
		tagDate: &h.Date, tagSession: &h.Session, tagCommittee: &h.Committee, tagAgenda: &h.AgendaItem,
		tagAdoption: &h.Adoption, tagBasis: &h.Basis, tagSponsors: &h.Sponsors,
	}
	for i, l := range m.lines {
		switch field := fields[m.tags[i]]; {
		case slices.Contains(m.repeated, i) || m.tags[i] == tagTitle:
		case field == nil:
			h.Other = append(h.Other, collapse(l.text))
		default:
			var j joint
			j.add(*field)
			j.add(collapse(l.text))
			*field = j.text()
		}
	}
}

// titleText is the title and the number before it.
func (m *masthead) titleText() (number, title string) {
	var j joint
	m.shifts = nil
	for n, i := range m.title {
		text := collapse(m.lines[i].text)
		cut := utf8.RuneCountInString(text)
		if n == 0 {
			var rest string
			if number, rest = splitNumber(m.lines[i].flat); number != "" {
				text = lastRunes(text, rest)
			}
		}
		cut -= utf8.RuneCountInString(text)
		m.shifts = append(m.shifts, j.add(text)-cut)
	}
	return number, j.text()
}

// lastRunes is as much of the end of a text as the plain form of it is long.
func lastRunes(text, plainEnd string) string {
	runes := []rune(text)
	n := len([]rune(plainEnd))
	return string(runes[max(0, len(runes)-n):])
}
