package resolution

import (
	"strings"
	"unicode/utf8"
)

// finish fills the fields of the draft that follow from the others, and looks for what is strange in the whole.
func (c *classifier) finish() {
	d := &c.draft
	c.readClosing()
	c.identify()
	d.Sponsors = c.grammar.splitSponsors(d.Header.Sponsors)
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Opening == 0 || p.Kind != Preambular && p.Kind != Operative { // a reader of a format may have seen the italics
			p.Opening = Opening(p.Text, p.Kind, d.Language)
		}
	}
	c.problems = append(c.problems, noteProblems(*d)...)
	c.unended()
	if d.Organ() == "" && !c.amends && !c.decides() {
		c.problems = append(c.problems, NewProblem(-1, "organ"))
	}
	c.compendium()
	if s, err := ParseSymbol(d.Symbol); err == nil && s.Corr > 0 {
		c.problems = append(c.problems, NewProblem(-1, "corrigendum"))
	}
	if d.Language == "" {
		c.problems = append(c.problems, NewProblem(-1, "language"))
	}
}

// unended tells of paragraphs without a sign at their end: of thousands of printed ones hardly any is, so that words are
// missing or stand there twice. A paragraph whose list follows needs none.
func (c *classifier) unended() {
	all := c.draft.Paragraphs
	for i, p := range all {
		list := i+1 < len(all) && (all[i+1].Kind == Subparagraph || all[i+1].Kind == Table || all[i+1].Kind == Annex)
		if p.Kind != Preambular && p.Kind != Operative || list || Ends(lastWordsOf(p.Text)) {
			continue
		}
		c.problems = append(c.problems, NewProblem(i, "unended"))
	}
}

// lastWordsOf is the last words of a text: enough to see how it ends.
func lastWordsOf(text string) string {
	from := len(text)
	for range 64 {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	return text[from:]
}

// decides reports a text whose organ stands in the first sentence.
func (c *classifier) decides() bool {
	for _, p := range c.draft.Paragraphs {
		if p.Kind == Operative {
			return c.grammar.decision.MatchString(plain(p.Text))
		}
	}
	return false
}

// readClosing reads meeting, date and vote out of the closing lines, and out of the masthead what is missing there.
func (c *classifier) readClosing() {
	d, g := &c.draft, c.grammar
	var votes []string
	for _, p := range d.Paragraphs {
		if p.Kind == Closing && !c.closingLine(p.Text) {
			votes = append(votes, p.Text)
		}
	}
	d.Closing.Vote = strings.Join(votes, " ")
	adoption := plain(d.Header.Adoption)
	_, date := g.dateIn(adoption)
	if d.Closing.Date == "" {
		d.Closing.Date = date
	}
	if d.Closing.Date == "" && d.Header.Distribution == "" && councilNumber.MatchString(latin(adoption)) {
		d.Closing.Date = d.Header.Date // in the Council's volumes the date stands over the number
	}
	if d.Closing.Meeting == "" && d.Closing.Vote == "" {
		d.Closing.Meeting = g.meetingIn.FindString(adoption)
	}
	if d.Closing.Meeting == "" && d.Closing.Vote != "" && strings.ContainsAny(d.Closing.Vote, "0123456789") {
		d.Closing.Meeting = d.Closing.Vote
	}
}

// closingLine reads a line of the closing for the meeting and the date; any other line is of the vote.
func (c *classifier) closingLine(text string) bool {
	d, g := &c.draft, c.grammar
	flat := collapse(plain(text))
	_, date := g.dateIn(flat)
	switch {
	case g.meeting.MatchString(flat):
		meeting := text
		if at := strings.Index(flat, date); date != "" && at > 0 {
			meeting = string([]rune(text)[:utf8.RuneCountInString(flat[:at])])
			d.Closing.Date = date
		}
		d.Closing.Meeting = strings.TrimRight(meeting, " ,،，.")
	case g.isDate(flat):
		d.Closing.Date = strings.TrimRight(text, " ,،，")
	default:
		return false
	}
	return true
}

// identify finds symbol, session, stage and date.
func (c *classifier) identify() {
	d, g := &c.draft, c.grammar
	s, err := ParseSymbol(d.Header.Symbol)
	if d.Header.Symbol == "" || err != nil {
		s, err = c.symbolOfNumber()
	}
	if err == nil {
		d.Symbol, d.Session, d.Stage = s.String(), s.SessionNumber(), s.Stage()
	}
	if d.Session == 0 {
		d.Session = sessionIn(d.Header.Session, d.Language)
	}
	adopted := d.Header.Adoption != "" || d.Closing.Meeting != ""
	switch {
	case d.Stage == Adopted:
	case adopted && d.Stage != Tabled && d.Stage != Revised:
		d.Stage = Adopted
	case d.Stage == "" || d.Stage == Working:
		d.Stage = Working
		if d.Header.Sponsors != "" {
			d.Stage = Tabled
		}
	}
	for _, text := range []string{d.Closing.Date, d.Header.Adoption, d.Header.Date} {
		for _, g := range []*grammar{g, grammarOf(English)} {
			if d.Date == "" {
				d.Date, _ = g.dateIn(plain(text))
			}
		}
	}
}

// symbolOfNumber makes the symbol out of the number before the title, or out of the Security Council's heading.
func (c *classifier) symbolOfNumber() (Symbol, error) {
	d := &c.draft
	if d.Number == "" {
		if m := councilNumber.FindString(latin(plain(d.Header.Adoption))); m != "" {
			d.Number = m
		}
	}
	s, err := ParseSymbol(d.Number)
	if err != nil {
		return s, err
	}
	body := c.grammar.organs[organKey(d.Organ())]
	if (body == "A/HRC" || body == "E") && !s.bracketed() {
		s.Body = body + "/RES"
	}
	return s, nil
}

// noteProblems reports notes without a call and calls without a note.
func noteProblems(d Draft) []Problem {
	var problems []Problem
	called, printed := map[string]bool{}, map[string]bool{}
	for _, f := range d.Footnotes {
		printed[f.Number] = true
	}
	for i, p := range d.Paragraphs {
		for _, n := range p.Notes {
			called[n.Number] = true
			if !printed[n.Number] {
				problems = append(problems, NewProblem(i, "no-note", n.Number))
			}
		}
	}
	for _, f := range d.Footnotes {
		if !called[f.Number] && isNumber(f.Number) {
			problems = append(problems, NewProblem(-1, "no-call", f.Number))
		}
	}
	return problems
}
