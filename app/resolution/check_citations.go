package resolution

import (
	"regexp"
	"strings"
	"time"
)

// otherBody are the words in the names of bodies whose sessions are numbered their own way: beside one of them a number
// and its date are not judged.
var otherBody = regexp.MustCompile(`(?i:commission|committee|conference|congress|council|board|programme|assembly of|world health|comisi[oó]n|comit[eé]|conferencia|congreso|consejo|junta|conf[eé]rence|congr[eè]s|conseil|комисси|комитет|конференци|конгресс|совет|програм|委员会|理事会|لجنة|مؤتمر|مجلس|هيئة|برنامج)`)

// dateBehind is what may stand between a number and its date.
var dateBehind = regexp.MustCompile(`^[\s,]*(?:of|du|de|del|от|المؤرخة?)?\s*$`)

// citations looks at the resolutions of the Assembly that a text cites: none of a later session, none with a date on
// which its session could not adopt it.
func (c *checker) citations() {
	session := c.session()
	for i, p := range c.d.Paragraphs {
		if p.Kind == Masthead || p.Kind == Closing {
			continue
		}
		runes := []rune(p.Text)
		for _, cited := range Citations(p.Text, c.d.Language) {
			s, err := ParseSymbol(cited.Symbol)
			n := s.SessionNumber()
			if err != nil || s.Body != "A/RES" && s.Body != "A/DEC" || s.bracketed() || n < 31 || !isNumber(s.Session) {
				continue
			}
			switch after := string(runes[cited.Offset+cited.Length:]); {
			case session > 0 && n > session:
				c.add(i, CheckCitations, Wrong, cited.Offset, cited.Length, "later-session", cited.Text, n, session)
			case c.d.Language != Chinese:
				c.dated(i, cited, n, head(string(runes[:cited.Offset]), 120), after)
			}
		}
	}
}

// dated compares the date behind a resolution with its session, which runs from September to September.
func (c *checker) dated(i int, cited Citation, session int, before, after string) {
	near := tail(plain(after), 60)
	iso, printed := grammarOf(c.d.Language).dateIn(near)
	if printed == "" || !dateBehind.MatchString(near[:strings.Index(near, printed)]) || otherBody.MatchString(before) {
		return
	}
	at, err := time.Parse(time.DateOnly, iso)
	if err == nil && at.Year() > 2005 && session < 61 {
		return // of a body whose sessions are as many by now
	}
	switch opened := 1945 + session; {
	case err != nil:
		c.add(i, CheckCitations, Wrong, cited.Offset, cited.Length, "no-date", printed, cited.Text)
	case at.Before(day(opened, time.September, 1)) || at.After(day(opened+1, time.October, 1)):
		c.add(i, CheckCitations, Wrong, cited.Offset, cited.Length, "wrong-date", cited.Text, printed, opened, opened+1)
	}
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// session is the session of a text: what its symbol says, else what was read; 0 for a text of no numbered session of the
// Assembly.
func (c *checker) session() int {
	if s, err := ParseSymbol(c.d.Symbol); err == nil {
		if s.Body[0] != 'A' || s.SessionNumber() < 31 {
			return 0
		}
		return s.SessionNumber()
	}
	if bodyOfOrgan(c.d) != "A" || c.d.Session < 31 {
		return 0
	}
	return c.d.Session
}
