package pdf

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// liftNotes takes the footnotes out of the pages: lines of small type at the foot of a page or a column, under a rule or
// a row of underscores, the first of which begins with the sign of a note or goes on with one of the page before.
func (b *rebuilder) liftNotes() {
	n := &noteReader{rebuilder: b}
	kept := b.lines[:0:0]
	for from := 0; from < len(b.lines); {
		to := from
		for to < len(b.lines) && b.lines[to].page == b.lines[from].page && b.lines[to].column == b.lines[from].column {
			to++
		}
		kept = append(kept, n.foot(b.lines[from:to])...)
		from = to
	}
	n.close()
	b.lines = kept
}

// noteReader reads notes page by page.
type noteReader struct {
	*rebuilder
	last    int       // the number of the last numbered note
	raised  bool      // notes begin with a raised number
	current []inkLine // lines of the note that is being read
	number  string
}

// foot reads the notes at the foot of a page or column, and answers the lines above them.
func (n *noteReader) foot(lines []inkLine) []inkLine {
	at, ruled := n.zone(lines)
	if at == len(lines) {
		return lines
	}
	zone := lines[at:]
	if isUnderscores(string(zone[0].text)) {
		n.leftOut = append(n.leftOut, string(zone[0].text))
		zone = zone[1:]
	}
	if len(zone) == 0 {
		return lines[:at]
	}
	if _, _, ok := n.noteStart(zone, 0); !ok && !(ruled && len(n.noted)+len(n.current) > 0) {
		return lines
	}
	for i := range zone {
		if i > 0 && n.apart(&zone[i-1], &zone[i]) { // a stamp of the program that printed it
			for k := i; k < len(zone); k++ {
				n.leftOut = append(n.leftOut, zone[k].whole())
			}
			break
		}
		if number, skip, ok := n.noteStart(zone, i); ok {
			n.close()
			n.open(number, zone[i], skip)
			continue
		}
		n.current = append(n.current, zone[i])
	}
	return lines[:at]
}

// apart reports a line at the very foot of a page with more room above it than there is between notes.
func (n *noteReader) apart(above, l *inkLine) bool {
	return l.base < 0.08*n.sheets[l.page].Top && above.base-l.base > 2*l.size
}

// zone is where the notes begin: below the last rule that has small type below it alone, else with the lowest lines in
// small type.
func (n *noteReader) zone(lines []inkLine) (at int, ruled bool) {
	small := len(lines)
	for small > 0 && n.isSmall(&lines[small-1]) {
		small--
	}
	for i := range lines {
		if isUnderscores(string(lines[i].text)) && i+1 >= small && i+1 < len(lines) {
			return i, true
		}
	}
	if len(lines) == 0 || small == len(lines) {
		return len(lines), false
	}
	for i := small; i < len(lines); i++ {
		if n.ruleAbove(lines, i) {
			return i, true
		}
	}
	for i := small; i < len(lines); i++ {
		if _, _, ok := n.noteStart(lines, i); ok {
			return i, false
		}
	}
	return len(lines), false
}

// isSmall reports type that is smaller than the body's.
func (n *noteReader) isSmall(l *inkLine) bool {
	return l.size <= 0.935*n.measure.size && l.base < 0.85*n.sheets[l.page].Top
}

// ruleAbove reports a short rule between a line and the one above it.
func (n *noteReader) ruleAbove(lines []inkLine, i int) bool {
	s := n.sheets[lines[i].page]
	top := s.Top
	if i > 0 {
		top = lines[i-1].base
	}
	for _, r := range joinRules(s.Rules) {
		wide := r.Right - r.Left
		if wide > 30 && wide < 0.6*s.Right && r.Bottom < top && r.Bottom > lines[i].base && r.Bottom < lines[i].base+4*lines[i].size {
			return true
		}
	}
	return false
}

func isUnderscores(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) >= 4 && strings.Trim(text, "_﹍＿") == ""
}

// noteStart reads the sign at the start of a note's first line: a raised one, a number that is due, stars. It answers
// how many code points of the text it takes.
func (n *noteReader) noteStart(zone []inkLine, i int) (number string, skip int, ok bool) {
	l := &zone[i]
	if len(l.calls) > 0 && l.calls[0].Offset == 0 {
		return l.calls[0].Number, 0, true
	}
	if n.raised && len(l.text) > 0 && unicode.IsDigit(l.text[0]) {
		return "", 0, false // "17 March 2022" goes on with a note
	}
	text := l.text
	at := 0
	if at < len(text) && (text[0] == '(' || text[0] == '[' || text[0] == ')') {
		at++
	}
	from := at
	for at < len(text) && at < from+3 && (unicode.IsDigit(text[at]) || text[at] == '*') {
		at++
	}
	number = string(text[from:at])
	for at < len(text) && strings.ContainsRune(")]([./-", text[at]) && at <= from+5 {
		if (text[at] == '.' || text[at] == '/' || text[at] == '-') && at+1 < len(text) && text[at+1] != ' ' {
			break
		}
		at++
	}
	if number == "" || at < len(text) && unicode.IsDigit(text[at]) {
		return "", 0, false
	}
	for at < len(text) && text[at] == ' ' {
		at++
	}
	if strings.Trim(number, "*") == "" {
		return number, at, true
	}
	return number, at, n.isDue(zone, i, number)
}

// isDue reports the number that comes next, on a line that can begin a note: the one before does not run on.
func (n *noteReader) isDue(zone []inkLine, i int, number string) bool {
	value, err := strconv.Atoi(number)
	if err != nil || value != n.last+1 && !(n.last == 0 && i == 0) {
		return false
	}
	return i == 0 || !n.runsOn(&zone[i-1], &zone[i])
}

// runsOn reports a line that is full and does not end a sentence, so that the next one goes on with it.
func (n *noteReader) runsOn(l, next *inkLine) bool {
	e := n.edgeOf(l)
	full := e.end-n.end(l) < 0.12*(e.end-e.start)
	return full && !isStop(l.text) && near(n.start(l), n.start(next), 2)
}

func (n *noteReader) open(number string, l inkLine, skip int) {
	n.number = number
	if value, err := strconv.Atoi(number); err == nil {
		n.last = value
	}
	if skip == 0 && len(l.calls) > 0 {
		l.calls = l.calls[1:]
		n.raised = n.raised || n.last > 0
	}
	l.text = l.text[skip:]
	l.calls = slices.Clone(l.calls)
	for i := range l.calls {
		l.calls[i].Offset = max(0, l.calls[i].Offset-skip)
	}
	n.current = []inkLine{l}
}

// close puts the lines of the note away that was read.
func (n *noteReader) close() {
	if len(n.current) > 0 {
		n.noted = append(n.noted, notedLines{n.number, n.current})
	}
	n.current, n.number = nil, ""
}

// notedLines are the lines of a note.
type notedLines struct {
	number string
	lines  []inkLine
}

// joinNotes makes notes of their lines, once the words of the text are counted.
func (b *rebuilder) joinNotes() {
	for _, noted := range b.noted {
		j := b.joiner()
		for i := range noted.lines {
			j.add(&noted.lines[i])
		}
		text, calls := j.done()
		text, _ = insertCalls(text, calls) // a note calls no notes
		note := resolution.Footnote{Number: noted.number, Text: strings.TrimSpace(string(text))}
		if note.Number == "" {
			b.leftOut = append(b.leftOut, note.Text)
			continue
		}
		b.notes = append(b.notes, note)
	}
}

// isStop reports text that ends a sentence.
func isStop(text []rune) bool {
	return len(text) > 0 && strings.ContainsRune(".。؟?!)", text[len(text)-1])
}
