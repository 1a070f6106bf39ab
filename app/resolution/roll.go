package resolution

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// RollWhat says what of a text a Rolled is about.
type RollWhat string

// What is rolled on, or left for a person.
const (
	RollMasthead RollWhat = "masthead" // session, agenda item, symbol, number, what stood of the adoption
	RollSession  RollWhat = "session"  // a session named in the text
	RollYear     RollWhat = "year"     // a year that goes with the sessions
	RollRecall   RollWhat = "recall"   // a resolution recalled or reported on
	RollReport   RollWhat = "report"   // the symbol of a report
	RollDate     RollWhat = "date"     // a date or an anniversary that will be past
	RollClosing  RollWhat = "closing"  // meeting, date and vote
)

// Rolled is one place of a text that was rolled on to the next session, or that was left and wants a person's eye.
type Rolled struct {
	Paragraph int      // index in the new draft's Paragraphs; -1 for the masthead, the closing and notes
	Note      string   // the number of the note the place is in; "" else
	Label     string   // "OP3 (a)", "note 4"; "" for the text as a whole
	What      RollWhat //
	Why       string   // the rule, as the end of a key of the translations: "session", "report-blank"
	Look      bool     // a person must look at it: it was left, or a blank is to be filled
	Advice    string   // words that a person may want to put in, or the session the text asks for; "" where there are none
	Was, Now  string   // the words before and after; the same where the place was left
	Offset    int      // code points of the new text before the place
	Length    int      // code points of Now; 0 where it is no stretch of the text
}

// Done reports whether the place was rolled on.
func (r Rolled) Done() bool { return r.Was != r.Now }

// Rolling says to what a text is rolled on.
type Rolling struct {
	Session int      // of the new draft
	Earlier []string // symbols of earlier texts of the same series, where they are known
}

// roller rolls one draft.
type roller struct {
	d       Draft // as it was; Paragraphs and Footnotes without the closing
	lang    Language
	body    string // "A" or "A/HRC"
	own, to int    // sessions
	number  string // "59/262"; "" where the text was not adopted
	date    string // ISO 8601 date of adoption, "" where it is not known
	earlier map[string]bool
	asks    []bool // of every paragraph: it says what is to be done
	edits   []edit
	labels  []string
}

// Roll makes the working draft for a coming session of an adopted text, as a drafter of the secretariat would: the
// sessions, the years and the recalls that are sure to move on do, what came with the adoption goes, and all that cannot
// be known is put into square brackets or left. It lists every place it changed and every one a person must look at, in
// the order of the text; nothing outside those places changes.
func Roll(d Draft, r Rolling) (Draft, []Rolled, error) {
	w := &roller{d: withoutClosing(d), lang: d.Language, own: d.Session, to: r.Session, earlier: map[string]bool{}}
	w.body = cmp.Or(bodyOfOrgan(d), "A")
	if err := w.possible(); err != nil {
		return Draft{}, nil, err
	}
	for _, symbol := range r.Earlier {
		w.earlier[symbol] = true
	}
	w.adoption(d)
	w.prepare()
	for _, rule := range []func(){w.sessions, w.reports, w.records, w.years, w.recalls, w.dates} {
		rule()
	}
	if step := w.step(); step > 0 && step != w.delta() {
		w.edits = append(w.edits, edit{paragraph: -1, note: -1, what: RollSession, why: "step", look: true, advice: fmt.Sprint(w.own + step)})
	}
	rolled, list := w.apply()
	head := w.masthead(&rolled, d)
	return rolled, append(head, list...), nil
}

// What cannot be rolled on.
var (
	ErrRollOrgan   = errors.New("only texts of the General Assembly and of the Human Rights Council have numbered sessions")
	ErrRollUnknown = errors.New("the session of the text is not known: set it when the text is added")
	ErrRollBack    = errors.New("the session to roll on to does not come after that of the text")
	ErrRollFar     = errors.New("the session to roll on to is too far away to be named")
)

// possible refuses what has no next session.
func (w *roller) possible() error {
	switch {
	case w.body != "A" && w.body != "A/HRC":
		return fmt.Errorf("rolling on: %w", ErrRollOrgan)
	case w.own <= 0:
		return fmt.Errorf("rolling on: %w", ErrRollUnknown)
	case w.to <= w.own:
		return fmt.Errorf("rolling on from session %d to session %d: %w", w.own, w.to, ErrRollBack)
	case w.to > lastSession():
		return fmt.Errorf("rolling on to session %d: %w", w.to, ErrRollFar)
	}
	return nil
}

// NextSession is the session in which a text is to be taken up again: the one it asks for itself, else the next of the
// Assembly, or the Council's a year later; 0 where its own is not known.
func NextSession(d Draft) int {
	if d.Session <= 0 {
		return 0
	}
	w := &roller{d: withoutClosing(d), lang: d.Language, own: d.Session, body: cmp.Or(bodyOfOrgan(d), "A")}
	w.prepare()
	if step := w.step(); step > 0 {
		return d.Session + step
	}
	if w.body == "A/HRC" {
		return d.Session + 3
	}
	return d.Session + 1
}

func withoutClosing(d Draft) Draft {
	d.Paragraphs = slices.Clone(d.Paragraphs)
	d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(p Paragraph) bool { return p.Kind == Closing })
	d.Footnotes = slices.Clone(d.Footnotes)
	return d
}

// adoption finds the number and the date under which the text will be recalled.
func (w *roller) adoption(d Draft) {
	s, err := ParseSymbol(cmp.Or(d.Symbol, d.Number))
	if err != nil || !s.Adopted() || s.bracketed() {
		return
	}
	w.number = s.Session + "/" + s.Number
	g := grammarOf(d.Language)
	for _, line := range []string{d.Closing.Date, d.Header.Adoption} {
		if iso, _ := g.dateIn(plain(line)); iso != "" && w.date == "" {
			w.date = iso
		}
	}
	if w.date == "" && d.Header.Date == "" {
		w.date = d.Date // not the date of distribution
	}
}

func (w *roller) prepare() {
	w.labels = w.d.Labels()
	c := checker{d: w.d}
	w.asks = make([]bool, len(w.d.Paragraphs))
	for i, p := range w.d.Paragraphs {
		w.asks[i] = (p.Kind == Operative || p.Kind == Subparagraph) && c.asks(i)
	}
}

// delta is how many sessions on the text is rolled.
func (w *roller) delta() int { return w.to - w.own }

// yearsOn is how many years later the new text is, 0 where sessions do not tell years.
func (w *roller) yearsOn() int {
	if w.body == "A" {
		return w.delta()
	}
	return 0
}

// opened is the year in which the Assembly's session of the text opened.
func (w *roller) opened() int { return 1945 + w.own }

// masthead makes the head of a working draft and says what went.
func (w *roller) masthead(d *Draft, old Draft) []Rolled {
	var list []Rolled
	line := func(what RollWhat, why, was, now string, look bool) {
		if was != "" {
			list = append(list, Rolled{Paragraph: -1, What: what, Why: why, Was: was, Now: now, Look: look})
		}
	}
	h := old.Header
	session := w.inLine(h.Session)
	if h.Session == "" {
		session = sessionLine(w.to, w.lang)
		list = append(list, Rolled{Paragraph: -1, What: RollMasthead, Why: "masthead-session", Now: session})
	}
	line(RollMasthead, "masthead-session", h.Session, session, session == h.Session)
	agenda := blankNumbers(h.AgendaItem)
	line(RollMasthead, "masthead-agenda", h.AgendaItem, agenda, true)
	line(RollMasthead, "masthead-symbol", cmp.Or(h.Symbol, old.Symbol), "", false)
	for _, gone := range []string{h.Adoption, h.Basis, h.Sponsors, h.Distribution, h.Date} {
		line(RollMasthead, "masthead-gone", gone, "", false)
	}
	for _, p := range old.Paragraphs {
		if p.Kind == Closing {
			line(RollClosing, "closing", p.Text, "", false)
		}
	}
	h.Session, h.AgendaItem = session, agenda
	h.Symbol, h.Adoption, h.Basis, h.Sponsors, h.Distribution, h.Date = "", "", "", "", "", ""
	d.Header, d.Session, d.Stage = h, w.to, Working
	d.Symbol, d.Number, d.Date, d.Closing, d.Sponsors, d.LeftOut = "", "", "", Closed{}, nil, nil
	for i := range d.Paragraphs {
		if d.Paragraphs[i].Kind == Title {
			d.Paragraphs[i].Number = ""
		}
	}
	return list
}

// inLine rolls the session in a line of the masthead.
func (w *roller) inLine(text string) string {
	for _, s := range spokenSessions(text, w.lang) {
		if s.n == w.own {
			return splice(text, s.from, s.to, s.write(w.to))
		}
	}
	return text
}

// sessionLines are the line of a masthead that names the session: the column of the ordinal, and what stands round it.
var sessionLines = map[Language]struct {
	column         int
	before, behind string
}{
	English: {0, "", " session"}, French: {1, "", " session"}, Spanish: {2, "", " período de sesiones"},
	Russian: {3, "", " сессия"}, Chinese: {5, "", "届会议"}, Arabic: {6, "الدورة ", ""},
}

// sessionLine is the line of a masthead for a session: "Sixtieth session".
func sessionLine(n int, l Language) string {
	form, ok := sessionLines[l]
	if !ok {
		form = sessionLines[English]
	}
	return form.before + namedSession{column: form.column, capital: true}.write(n) + form.behind
}

// blankNumbers puts the number of an agenda item into the brackets of what is not known yet: "Agenda item [105 (a)]".
func blankNumbers(line string) string {
	m := agendaNumber.FindStringIndex(line)
	if m == nil || strings.Contains(line[:m[0]], "[") {
		return line
	}
	return line[:m[0]] + "[" + line[m[0]:m[1]] + "]" + line[m[1]:]
}
