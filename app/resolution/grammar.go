package resolution

import (
	"regexp"
	"strings"
	"sync"
)

// grammar is how one language writes the lines of a resolution that are not paragraphs. The patterns look at a whole
// line made plain, its blanks collapsed.
type grammar struct {
	organs    map[string]string // the organ's line, made small, to the body of its symbols: "the general assembly" → "A"
	anyOrgan  *regexp.Regexp    // the line of an organ not in the list
	names     *regexp.Regexp    // names in the masthead: "United Nations", "General Assembly"
	adopted   *regexp.Regexp    // "Resolution adopted by the General Assembly on 23 December 2004": begins so
	basis     *regexp.Regexp    // "[on the report of …": begins so
	date      *regexp.Regexp    // a date, wherever it stands; groups: day, month, year in the order of dateOrder
	meeting   *regexp.Regexp    // "76th plenary meeting"
	meetingIn *regexp.Regexp    // the same inside a line
	vote      *regexp.Regexp    // a line of the closing about the adoption or the vote
	session   *regexp.Regexp
	agenda    *regexp.Regexp // begins so
	committee *regexp.Regexp
	sponsors  *regexp.Regexp // the end of the sponsors' line: ": draft resolution"
	submitted *regexp.Regexp // "Draft resolution submitted by …": begins so
	annex     *regexp.Regexp
	part      *regexp.Regexp
	original  *regexp.Regexp   // "Original: English", "Distr.: General"
	decision  *regexp.Regexp   // the organ followed by its verb in one line: "The General Assembly decides"
	months    []*regexp.Regexp // of the twelve months' names
	yearFirst bool
	and       string // the word between the last two names of a list
}

// source is a grammar as it is written down below.
type source struct {
	organs, anyOrgan, names, adopted, basis, date, meeting, vote, session, agenda, committee, sponsors, submitted string
	annex, part, original, months, and, decided                                                                   string
	yearFirst                                                                                                     bool
}

// bodies are the organs in the order in which every language lists them.
var bodies = []string{"A", "S", "E", "A/HRC", "E/CN.4"}

// grammars are compiled on first use and kept.
var grammars = func() map[Language]func() *grammar {
	all := map[Language]func() *grammar{}
	for l, s := range sources {
		all[l] = sync.OnceValue(func() *grammar { return s.compile() })
	}
	return all
}()

// grammarOf is the grammar of a language; English serves where it is not known.
func grammarOf(l Language) *grammar {
	if compiled, ok := grammars[l]; ok {
		return compiled()
	}
	return grammars[English]()
}

func (s source) compile() *grammar {
	whole := func(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)\s*\**\s*$`) }
	begins := func(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)`) }
	months := strings.Split(s.months, " | ")
	var monthPatterns []*regexp.Regexp
	for _, m := range months {
		monthPatterns = append(monthPatterns, regexp.MustCompile(`^(?:`+m+`)$`))
	}
	date := strings.ReplaceAll(s.date, "MONTH", "("+strings.Join(months, "|")+")")
	g := &grammar{
		organs: map[string]string{}, months: monthPatterns, yearFirst: s.yearFirst, and: s.and,
		anyOrgan: whole(s.anyOrgan), names: whole(s.names), adopted: begins(s.adopted), basis: begins(s.basis),
		date: regexp.MustCompile(date), meeting: begins(s.meeting), meetingIn: regexp.MustCompile(s.meeting), vote: begins(s.vote), session: whole(s.session),
		agenda: begins(s.agenda), committee: whole(s.committee), sponsors: regexp.MustCompile(`(?:` + s.sponsors + `)`),
		submitted: begins(s.submitted), annex: whole(s.annex), part: whole(s.part), original: begins(s.original),
	}
	var names []string
	for i, name := range strings.Split(s.organs, " | ") {
		g.organs[organKey(name)] = bodies[i]
		names = append(names, regexp.QuoteMeta(name))
	}
	verb := `[,،，]?\s*[\p{Ll}\p{Arabic}]`
	if s.yearFirst {
		verb = `[,，]?[^\s,，主第的\p{Latin}]` // 安全理事会主席 is somebody else
	}
	g.decision = regexp.MustCompile(`^["“”«„]? ?(?:(?:` + strings.Join(names, "|") + `)` + verb + `|` + s.decided + `)`)
	return g
}

// organKey is an organ's line as it is looked up: small, without blanks and the comma.
func organKey(line string) string {
	return strings.Map(func(r rune) rune {
		switch r = openingRune(r); r {
		case 0, ' ', ',', '،', '，', '*':
			return -1
		}
		return r
	}, line)
}
