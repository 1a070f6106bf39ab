package resolution

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// forward is how a language speaks of a coming session: each pattern ends right before the session's name. What stands
// behind agenda is always to come; what stands behind coming is where the paragraph asks or decides something.
type forward struct {
	agenda, coming *regexp.Regexp
	deadline       *regexp.Regexp // groups: the year
}

var forwards = map[Language]forward{
	English: {
		regexp.MustCompile(`provisional agenda of (?:its|the) `),
		regexp.MustCompile(`(?:report|submit|continue|consider|review|convene|present)[^.;]{0,160} (?:at|to) its `),
		regexp.MustCompile(`(?:by the end of|by|no later than|not later than) (?:\d{1,2} )?(?:\p{Lu}\p{Ll}+ )?((?:19|20)\d\d)`),
	},
	French: {
		regexp.MustCompile(`ordre du jour provisoire de (?:sa|la) `),
		regexp.MustCompile(`(?:rapport|présenter|rendre compte|poursuivre|examiner|reprendre)[^.;]{0,160} (?:à|lors de) sa `),
		regexp.MustCompile(`(?:d'ici à|au plus tard le|au plus tard en|avant le|d'ici) (?:\d{1,2}(?:er)? )?(?:\p{L}+ )?((?:19|20)\d\d)`),
	},
	Spanish: {
		regexp.MustCompile(`programa provisional de su `),
		regexp.MustCompile(`(?:informe|presente|presentar|continuar|examinar|seguir)[^.;]{0,160} en su `),
		regexp.MustCompile(`(?:a más tardar el|a más tardar en|antes del|para el) (?:\d{1,2} de )?(?:\p{L}+ de )?((?:19|20)\d\d)`),
	},
	Russian: {
		regexp.MustCompile(`повестк\p{L}+ дня (?:своей|ее) `),
		regexp.MustCompile(`(?:доклад|представить|продолжить|рассмотреть|доложить)[^.;]{0,160} на (?:ее|своей) `),
		regexp.MustCompile(`(?:не позднее|до конца|к концу) (?:\d{1,2} )?(?:\p{L}+ )?((?:19|20)\d\d) год`),
	},
	Chinese: {
		regexp.MustCompile(`列入(?:其|联合国)?(?:大会)?`),
		regexp.MustCompile(`(?:向|在|提交|供|由)(?:其|联合国)?(?:大会)?`),
		regexp.MustCompile(`((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底)?(?:之前|以前|前)`),
	},
	Arabic: {
		regexp.MustCompile(`جدول الأعمال المؤقت ل(?:ـ)?`),
		regexp.MustCompile(`(?:تقريرا|تقدم|يقدم|مواصلة|النظر)[^.؛]{0,160} في `),
		regexp.MustCompile(`(?:بحلول|في موعد أقصاه|قبل) (?:نهاية )?(?:عام )?(?:\d{1,2} )?(?:[\p{L}/ ]{3,30} )?((?:19|20)\d\d)`),
	},
}

// past are words that tell of what was: a session behind them is none to come.
var past = regexp.MustCompile(`(?i:adopted|held|decided|established|submitted by|considered|contained|concluded|presented by|adoptée|tenue|décid|aprobad|celebrad|принят|состоявш|проведенн|通过|举行|المعقود|اعتمد)`)

// sessions looks at what did not roll on from last year's text: a symbol and a session that differ, sessions and dates to
// come that are over.
func (c *checker) sessions() {
	session := c.session()
	if session == 0 {
		return
	}
	if n := sessionIn(c.d.Header.Session, c.d.Language); n >= 31 && n < 200 && n != session && c.d.Symbol != "" {
		c.add(-1, CheckSessions, Wrong, 0, 0, "masthead", c.d.Header.Session, c.d.Symbol, session)
	}
	f, ok := forwards[c.d.Language]
	if !ok {
		return
	}
	for i, p := range c.body() {
		if p.Kind != Operative && p.Kind != Subparagraph {
			continue
		}
		flat := plain(p.Text)
		if !c.named(i, f.agenda, flat, session) && c.asks(i) {
			c.named(i, f.coming, flat, session)
		}
		if c.asks(i) {
			c.deadlines(i, f.deadline, flat, 1945+session)
		}
	}
}

// asks reports a paragraph that says what is to be done.
func (c *checker) asks(i int) bool {
	for i > 0 && c.d.Paragraphs[i].Kind == Subparagraph {
		i--
	}
	entry, ok := LookUp(c.d.Paragraphs[i].Text, c.d.Language)
	return ok && (entry.Family == "directive" || strings.HasPrefix(entry.English, "Decides"))
}

// named looks for sessions that are over behind a pattern, and reports whether there was one.
func (c *checker) named(i int, pattern *regexp.Regexp, flat string, session int) bool {
	for _, m := range pattern.FindAllStringIndex(flat, -1) {
		name := spokenSession(tail(flat[m[1]:], 90))
		n := sessionIn(name, c.d.Language)
		if name == "" || n < 31 || n >= session || past.MatchString(flat[m[0]:m[1]]) || otherBody.MatchString(head(flat[:m[1]], 60)) {
			continue
		}
		at, length := utf8.RuneCountInString(flat[:m[1]]), utf8.RuneCountInString(name)
		c.add(i, CheckSessions, Wrong, at, length, "session-over", name, session)
		return true
	}
	return false
}

var sessionEnd = regexp.MustCompile(`^.{0,80}?(?:sessions?\b|período de sesiones|сесси\p{L}+|届)`)

// spokenSession is the name of a session with which a text begins: "fifty-ninth session", "59届".
func spokenSession(text string) string {
	if m := sessionEnd.FindString(text); m != "" {
		return m
	}
	if strings.HasPrefix(text, "دورته") {
		words := strings.Fields(text)
		return strings.Join(words[:min(3, len(words))], " ")
	}
	return ""
}

// been are words that tell of a date that was to be kept in the past.
var been = regexp.MustCompile(`\b(?:were|was|had|been|have|has)\b|devaient|avait|étaient|debían|había|eran|был|должны были`)

// deadlines looks for dates by which something is asked that were over when the session opened.
func (c *checker) deadlines(i int, pattern *regexp.Regexp, flat string, opened int) {
	for year, at := range matches(pattern, flat) {
		if year < opened && opened-year < 6 && !been.MatchString(head(string([]rune(flat)[:at[0]]), 50)) {
			c.add(i, CheckSessions, Doubtful, at[0], at[1], "date-over", year, opened)
		}
	}
}
