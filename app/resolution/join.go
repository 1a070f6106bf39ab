package resolution

import (
	"regexp"
	"strings"
)

// Stage 4 of Repair: join makes passages out of lines. It relies on furniture and notes being gone; afterwards every
// passage is one paragraph, heading or line of the masthead, and a number that was torn off stands before its own words.
func (r *reader) join(lines []line) []*passage {
	j := &joiner{reader: r}
	for i, l := range lines {
		if l.no >= r.body {
			j.lines = lines[i:]
			break
		}
		j.passages = append(j.passages, r.headPassage(l))
	}
	j.first = len(j.passages)
	j.measure = r.measure
	j.count.open()
	for j.at = 0; j.at < len(j.lines); {
		j.step()
	}
	j.flush()
	return j.mend()
}

// headPassage is a line of the masthead: Classify joins what belongs together.
func (r *reader) headPassage(l line) *passage {
	p := &passage{kind: Masthead}
	p.add(l)
	return p
}

// joiner is the state of stage 4.
type joiner struct {
	*reader
	measure  measure
	lines    []line // the body
	at       int    // the line that is looked at
	passages []*passage
	first    int // passages before it are masthead
	count    counter
	parts    parts
	waiting  []label // labels that stand before the words they belong to
	since    int     // passages there were when the first of them came
	annexed  bool
	organed  bool // an organ's line was seen
}

// current is the passage that lines are added to, nil where a new one must begin.
func (j *joiner) current() *passage {
	if len(j.passages) == j.first {
		return nil
	}
	return j.passages[len(j.passages)-1]
}

func (j *joiner) begin(kind Kind) *passage {
	p := &passage{kind: kind, joint: joint{soft: j.softHyphen()}}
	j.passages = append(j.passages, p)
	return p
}

// step deals with the line at hand and moves on.
func (j *joiner) step() {
	l := j.lines[j.at]
	switch {
	case j.table(l):
	case j.structure(l):
	case j.labelled(l):
	case j.looseTable(l):
	case j.heading(l):
	case j.breaks(l):
		j.paragraph(l)
	default:
		j.current().add(l)
		j.at++
	}
}

// structure takes lines that are known by their form: organ, part, annex, closing.
func (j *joiner) structure(l line) bool {
	kind := j.form(l)
	if kind == "" {
		return false
	}
	j.flush()
	p := j.begin(kind)
	p.add(l)
	j.at++
	if kind == Part && !j.grammar.part.MatchString(l.flat) {
		j.restOfTitle(p)
	}
	switch kind {
	case Organ:
		j.count.open()
		j.organed = true
	case Part:
		number, _ := j.grammar.splitPart(l.flat)
		j.parts.take(number)
		j.count.openPart()
	case Annex:
		j.count.open()
		j.annexed = true
	}
	return true
}

// form is the kind of a line that its form alone tells, "" for every other.
func (j *joiner) form(l line) Kind {
	g := j.grammar
	if l.width > 260 {
		return ""
	}
	before := j.current()
	fresh := before == nil || before.kind != "" || before.ended() || l.blanks > 0
	if _, ok := g.organ(l.flat); ok && (l.no == j.body || endsInComma(l.flat) && fresh) || l.no == j.body && g.anyOrgan.MatchString(l.flat) {
		return Organ
	}
	switch {
	case !fresh:
		return ""
	case j.isPart(l):
		return Part
	case g.annex.MatchString(l.flat) && l.label.text == "" && (before == nil || before.kind != "" || terminator(before.last().flat) != ',' || l.blanks > 0):
		return Annex
	case j.isClosing(l):
		return Closing
	}
	return ""
}

// isPart reports a line that is a part's number or letter and the one that is due, alone or with the part's title.
func (j *joiner) isPart(l line) bool {
	number, title := j.grammar.splitPart(l.flat)
	return number != "" && j.parts.follows(number) && (title == "" || terminator(title) == 0 && !j.opensLine(title, "") && !startsLower(title))
}

// restOfTitle adds the lines that go on with the title of a part.
func (j *joiner) restOfTitle(p *passage) {
	for ; j.at < len(j.lines); j.at++ {
		l := j.lines[j.at]
		if l.blanks > 0 || l.label.text != "" || terminator(l.flat) != 0 || j.opensLine(l.text, "") || j.form(l) != "" || j.measure.short(p.last(), l) {
			return
		}
		p.add(l)
	}
}

// isClosing reports a line of the closing: the meeting, the date beside it, the vote and what goes on after them.
func (j *joiner) isClosing(l line) bool {
	g, before := j.grammar, j.current()
	closing := before != nil && before.kind == Closing
	meets := func(l line) bool { return l.width < 90 && g.meeting.MatchString(l.flat) }
	switch {
	case meets(l), g.vote.MatchString(l.flat) && l.label.text == "":
		return l.no > j.body
	case g.isDate(l.flat):
		return closing || j.at+1 < len(j.lines) && meets(j.lines[j.at+1])
	case closing && !j.annexed && j.bracketOpen():
		return l.blanks < 3
	case closing && !j.annexed:
		return l.blanks < 2 && !j.opensLine(l.text, "") && l.label.text == "" && g.vote.MatchString(before.last().flat) && terminator(before.last().flat) != '.'
	}
	return false
}

// longestVote is how many lines the record of a vote may have.
const longestVote = 300

// bracketOpen reports a bracket in the closing lines that is not closed yet: the record of a vote.
func (j *joiner) bracketOpen() bool {
	open := 0
	for i := len(j.passages) - 1; i >= max(j.first, len(j.passages)-longestVote) && j.passages[i].kind == Closing; i-- {
		for _, l := range j.passages[i].lines {
			open += strings.Count(l.flat, "[") - strings.Count(l.flat, "]")
		}
	}
	return open > 0
}

// labelled takes a line that begins with the number or label that is due.
func (j *joiner) labelled(l line) bool {
	if l.label.text == "" {
		l.label = j.bareNumber(l)
	}
	if l.label.text == "" {
		return false
	}
	before := j.current()
	fresh := before == nil || before.kind != "" || before.ended()
	words := cutFlat(l.text, l.label.end)
	j.count.colon = before != nil && before.kind == "" && len(before.lines) > 0 && terminator(before.last().flat) == ':'
	sure := fresh && (l.label.alone || l.blanks > 0 || j.opensLine(words, "") || j.annexed)
	if !j.count.follows(l.label, sure) && !j.isLater(l.label) {
		return false
	}
	if l.label.alone {
		return j.lonely(l, before, fresh)
	}
	if !fresh && !(l.label.main > 0 && j.opensLine(words, Operative)) && !l.gap && l.blanks == 0 {
		return false
	}
	if !fresh && l.label.main == 0 && !startsList(before) && (l.gap || j.measure.wrapped && l.blanks == 0) {
		return false
	}
	j.flush()
	j.count.take(l.label)
	p := j.begin("")
	p.label = l.label
	l.text = words
	p.add(l)
	j.at++
	return true
}

// bareNumber takes a number without its stop for the one that is due, where an operative paragraph follows it.
func (j *joiner) bareNumber(l line) label {
	m := bareNumber.FindStringSubmatch(l.flat)
	before := j.current()
	if m == nil || number(m[1]) != j.count.main+1 || before == nil || before.kind == "" && !before.ended() {
		return label{}
	}
	words := m[2]
	if words == "" && j.at+1 < len(j.lines) {
		words = j.lines[j.at+1].text
	}
	if !j.opensLine(words, Operative) {
		return label{}
	}
	return label{text: m[1] + ".", end: len(m[0]) - len(m[2]), alone: m[2] == "", main: number(m[1])}
}

var bareNumber = regexp.MustCompile(`^(\d{1,3})(?: |$)(.*)$`)

// startsList reports a passage that a list may interrupt though it does not end like one.
func startsList(p *passage) bool { return p.label.text == "" || p.last().label.alone }

// isLater reports a label that follows one that still waits for its words.
func (j *joiner) isLater(l label) bool {
	if len(j.waiting) == 0 || l.main == 0 {
		return false
	}
	return l.main == j.count.main+1
}

// lonely takes a label alone on its line. Where the words before it stand without the number they must have, it is
// theirs (the number came after the first line); else it waits for the words after it.
func (j *joiner) lonely(l line, before *passage, fresh bool) bool {
	if before != nil && before.kind == "" && before.label.text == "" && j.owes(before, l, fresh) {
		before.label = l.label
		j.count.take(l.label)
		j.at++
		return true
	}
	if !fresh && !(l.label.main > 0 && j.at+1 < len(j.lines) && j.opensLine(j.lines[j.at+1].text, Operative)) && l.blanks == 0 {
		return false
	}
	j.count.take(l.label)
	if len(j.waiting) == 0 {
		j.since = len(j.passages)
	}
	j.waiting = append(j.waiting, l.label)
	j.at++
	return true
}

// owes reports whether a passage without a label must have the one that stands alone after its first line.
func (j *joiner) owes(p *passage, l line, fresh bool) bool {
	if l.label.main == 0 {
		return !fresh && len(p.lines) == 1 && j.count.operates
	}
	if n := len(j.passages); n > j.first+1 && j.isTail(j.passages[n-2], p) {
		return false // its number stands before its last line
	}
	opens := j.opensLine(p.lines[0].text, Operative)
	if fresh {
		next := j.at + 1
		if !opens || next >= len(j.lines) {
			return false
		}
		sign := terminator(p.last().flat)
		if len(p.lines) == 1 && (sign == ',' || sign == ';') && j.count.follows(l.label, false) && !j.opensLine(j.lines[next].text, Operative) && j.lines[next].label.text == "" {
			return true // the first line happens to end in a sign
		}
		return len(p.lines) <= 2 && j.count.operates && sign == ';' && j.lines[next].label.alone
	}
	return len(p.lines) <= 2 && (opens || !j.opensLine(p.lines[0].text, Preambular))
}

// paragraph begins a passage with a line, and gives it the label that waits.
func (j *joiner) paragraph(l line) {
	p := j.begin("")
	if len(j.waiting) > 0 {
		p.label, p.queued = j.waiting[0], true
		j.waiting = j.waiting[1:]
	}
	p.add(l)
	j.at++
}

// flush gives the labels that found no words passages of their own.
func (j *joiner) flush() {
	for _, l := range j.waiting {
		j.begin("").label = l
	}
	j.waiting = nil
}

// breaks reports whether a line without a label begins a paragraph.
func (j *joiner) breaks(l line) bool {
	before := j.current()
	if before == nil || before.kind != "" || len(before.lines) == 0 {
		return true
	}
	last := before.last()
	sign := terminator(last.flat)
	lower := j.capitals() && startsLower(l.text)
	switch {
	case len(j.waiting) > 0: // several labels may wait for several paragraphs
		return len(j.passages) == j.since || sign != 0 || l.blanks > 0 && j.measure.spaced
	case !j.measure.wrapped:
		return sign != 0 || !lower
	case sign == 0 && l.blanks > 0 && !l.gap && j.capitals() && !j.count.operates && j.opensLine(l.text, Preambular):
		return true // the comma was forgotten
	case l.gap:
		return sign != 0 && !lower && (j.opensLine(l.text, "") && (sign != ',' || !j.count.operates) || sign != ',' && j.measure.short(last, l) || sign == ',' && j.capitals() && !j.count.operates && j.maybeOpens(l))
	case sign != 0 && j.numberComes() && j.opensLine(l.text, Operative):
		return true
	case sign != 0 && j.opensLine(l.text, "") && (sign != ',' || !j.count.operates):
		return j.capitals() || l.blanks > 0 || l.indent > last.indent || j.measure.short(last, l) || sign != ',' || j.opensLine(l.text, Preambular)
	case l.blanks > 0 && j.measure.spaced:
		return sign != 0 && !(sign == ',' && lower) || sign == 0 && !lower
	case sign == ',' && endsInMark(last.flat):
		return false // extraction may break a line at a raised number
	case sign == ',':
		return !lower && !j.count.operates && (j.measure.short(last, l) && j.maybeOpens(l) || j.measure.indents && l.indent > last.indent)
	case l.blanks == 0 && (j.measure.spaced || j.measure.indents && l.indent <= last.indent):
		return false // a list set in one paragraph
	case sign != 0:
		return !lower && (l.blanks > 0 || j.measure.short(last, l) || j.measure.indents && l.indent > last.indent)
	}
	return false
}

// numberComes reports that the number that is due stands alone below the line at hand.
func (j *joiner) numberComes() bool {
	if j.at+1 >= len(j.lines) {
		return false
	}
	next := j.lines[j.at+1].label
	return next.alone && next.main == j.count.main+1
}

// endsInMark reports a line that ends in a number behind a sign: a raised one, most likely.
func endsInMark(flat string) bool {
	rest := strings.TrimRightFunc(flat, isDigit)
	return rest != flat && terminator(rest) != 0
}

// participles are endings of the first word of a preambular paragraph, by which one is known whose opening is not in
// the lexicon.
var participles = map[Language][]string{
	English: {"ing", "ed", "ful", "ous", "ware"},
	French:  {"ant", "ée", "é", "ente", "ent", "te"},
	Spanish: {"ando", "iendo", "ada", "ado", "ida", "ido", "ente", "yendo"},
}

// noParticiple are names and dates that end like a participle.
var noParticiple = map[string]bool{"United": true, "July": true, "Italy": true, "Assembly": true, "Family": true, "Beijing": true, "Limited": true, "Supply": true}

// maybeOpens reports a line that may begin a preambular paragraph.
func (j *joiner) maybeOpens(l line) bool {
	if !j.capitals() {
		return true
	}
	word, rest, _ := strings.Cut(l.text, " ")
	if strings.HasSuffix(word, "ly") && j.lang == English { // "Deeply concerned", not "Especially women"
		word, _, _ = strings.Cut(rest, " ")
	}
	if noParticiple[word] {
		return false
	}
	for _, ending := range participles[j.lang] {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
