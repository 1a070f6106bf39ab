package resolution

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Stage 3 of Repair: liftFootnotes takes out the blocks of notes, wherever a page puts them. It relies on furniture
// being gone and on page ends being known; afterwards the lines of a paragraph that went on across the notes follow one
// another, and every note has its number and its text.
func (r *reader) liftFootnotes(lines []line) []line {
	kept := make([]line, 0, len(lines))
	lifted := false
	keep := func(l line) {
		l.gap = l.gap || lifted
		kept = append(kept, l)
		lifted = false
	}
	for i := 0; i < len(lines); {
		rule := isRule(lines[i].flat)
		start := i
		if rule || isNotesHeading(lines[i].flat) && lines[i].no > r.body {
			start++
		}
		zone, used := r.readZone(lines[start:], kept, start > i)
		switch {
		case used > 0:
			if start > i && !rule {
				r.leave(lines[i])
			}
			r.lift(zone)
			i, lifted = start+used, true
		case rule:
			i, lifted = i+1, true // a rule alone says nothing
		default:
			keep(lines[i])
			i++
		}
	}
	return kept
}

var (
	ruleLine     = regexp.MustCompile(`^[_﹍＿]{4,}$|^[-—–─━‐]{5,}$`)
	notesHeading = regexp.MustCompile(`^(?i:notes|footnotes|примечания|сноски|notas|注|الحواشي)$`)
	noteNumbers  = regexp.MustCompile(`^\d{1,3}/?(?:[ ,/]+\d{1,3}/?)*$`)
	noteStart    = regexp.MustCompile(`^(?:(\d{1,3})(/|\)|\.)?|\[\^?(\d{1,3})\]:?|\((\d{1,3})\))(?: +|([^\s\d.,:;/)\]-]))`)
	starStart    = regexp.MustCompile(`^(\*{1,4})(?: +|([^\s\d*]))`)
	raised       = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
)

func isRule(flat string) bool {
	return strings.ContainsAny(flat[:min(len(flat), 3)], "_﹍＿-—–─━‐") && ruleLine.MatchString(flat)
}

func isNotesHeading(flat string) bool { return len(flat) < 24 && notesHeading.MatchString(flat) }

// longestZone is how many lines a block of notes may have that has no rule over it.
const longestZone = 150

// readZone reads a block of notes that begins with the first line. Without a rule before it a block must begin with the
// number that is due, reach to the end of its page and be called on it.
func (r *reader) readZone(lines, before []line, ruled bool) ([]note, int) {
	if len(lines) == 0 || len(lines[0].flat) > 0 && !ruled && !startsLikeNote(lines[0].flat) {
		return nil, 0
	}
	z := &zone{last: r.highest, before: r.highest}
	longest := longestZone
	if ruled {
		longest = len(lines)
	}
	for z.used < min(len(lines), longest) {
		if !r.readNoteLine(z, lines, ruled) {
			break
		}
	}
	notes, ok := z.notes()
	if !ok || !ruled && !r.standsAlone(z, notes, lines, before) {
		return nil, 0
	}
	page := 0
	if len(before) > 0 {
		page = before[len(before)-1].page
	}
	for i := range notes {
		notes[i].page = page
	}
	for _, number := range z.spare {
		r.leave(line{no: lines[z.used-1].no, raw: number})
	}
	return notes, z.used
}

func startsLikeNote(flat string) bool {
	first, _ := utf8.DecodeRuneInString(flat)
	return unicode.IsDigit(first) || strings.ContainsRune("*[(⁰¹²³⁴⁵⁶⁷⁸⁹", first) || unicode.Is(unicode.Arabic, first) || first >= 'A' && first <= 'E'
}

// lift adds notes to those of the text.
func (r *reader) lift(notes []note) {
	r.notes = append(r.notes, notes...)
	for _, n := range notes {
		r.highest = max(r.highest, number(n.Number))
	}
}

// readNoteLine takes the next line into the zone, or reports that the zone ends before it.
func (r *reader) readNoteLine(z *zone, lines []line, ruled bool) bool {
	l := lines[z.used]
	waiting := len(z.numbers) - len(z.texts)
	flat := raised.Replace(l.flat)
	if z.used == 0 {
		z.page = l.page
	}
	switch {
	case l.page != z.page, isRule(l.flat):
		return false
	case noteNumbers.MatchString(flat):
		return z.takeNumbers(flat)
	case r.takeNote(z, l, flat, ruled):
	case len(z.texts) > 0 && !z.texts[len(z.texts)-1].complete() && z.goesOn(l, r):
		z.texts[len(z.texts)-1].lines = append(z.texts[len(z.texts)-1].lines, l)
	case waiting > 0, (ruled || len(z.texts) > 0) && z.numberFollows(lines):
		z.texts = append(z.texts, zoneText{lines: []line{l}})
	case z.goesOn(l, r):
		z.texts[len(z.texts)-1].lines = append(z.texts[len(z.texts)-1].lines, l)
	default:
		return false
	}
	z.used++
	return true
}

// takeNote takes a line that begins with the number that is due, or with stars.
func (r *reader) takeNote(z *zone, l line, flat string, ruled bool) bool {
	if m := starStart.FindStringSubmatch(flat); m != nil && !isFurniture(flat) {
		z.add(m[1], l, len(m[0])-len(m[2]))
		return true
	}
	m := noteStart.FindStringSubmatch(flat)
	if m == nil {
		return r.takeMirrored(z, l, flat)
	}
	n := number(m[1] + m[3] + m[4])
	due := n == z.last+1 || z.last == 0 && len(z.texts) == 0 && n > 0 || ruled && len(z.texts) == 0 && n > z.last && n < z.last+20
	due = due || ruled && n > z.before && z.outOfOrder(n)
	if !due || l.label.main > 0 && m[2] == "" || r.grammar.beginsWithDate(l.flat) || m[2] == "." && !(ruled && len(z.texts) == 0 || z.slashed(".")) {
		return false
	}
	z.add(strconv.Itoa(n), l, len(m[0])-len(m[5]))
	z.texts[len(z.texts)-1].slash = m[2] == "/"
	z.last = max(z.last, n)
	return true
}

// takeMirrored takes an Arabic note that begins with a symbol: extraction puts the number after it.
func (r *reader) takeMirrored(z *zone, l line, flat string) bool {
	if r.lang != Arabic {
		return false
	}
	fields := strings.Fields(flat)
	due := strconv.Itoa(z.last + 1)
	if len(fields) < 2 || fields[1] != due || !strings.Contains(fields[0], "/") {
		return false
	}
	words := strings.Fields(l.text)
	l.setText(strings.Join(append(words[:1:1], words[2:]...), " "))
	z.numbers = append(z.numbers, due)
	z.texts = append(z.texts, zoneText{number: due, lines: []line{l}})
	z.last++
	return true
}

// standsAlone reports whether a block without a rule is one: it begins with the number that is due, reaches to the end
// of its page, holds whole sentences, and is called by the text before it.
func (r *reader) standsAlone(z *zone, notes []note, lines, before []line) bool {
	if z.used < len(lines) && !lines[z.used].gap {
		return false
	}
	first := notes[0]
	if strings.HasPrefix(first.Number, "*") {
		return true
	}
	if n := number(first.Number); r.highest > 0 && n != r.highest+1 {
		return false
	}
	for _, n := range notes {
		if !endsSentence(plain(n.Text)) || r.capitals() && startsLower(n.Text) {
			return false
		}
	}
	return r.called(first.Number, before)
}

// called reports whether a page's lines may hold the call of a note.
func (r *reader) called(number string, before []line) bool {
	for i := len(before) - 1; i >= 0 && i > len(before)-90; i-- {
		if mayCall(before[i].text, number) {
			return true
		}
	}
	return false
}

// startsLower reports text that begins with a small letter.
func startsLower(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// endsSentence reports text that ends in a full stop, with whatever closes it.
func endsSentence(flat string) bool {
	flat = strings.TrimRight(flat, " \"'”’»)]*⁰¹²³⁴⁵⁶⁷⁸⁹")
	last, _ := utf8.DecodeLastRuneInString(flat)
	return strings.ContainsRune(".。．؟?!", last)
}

// cutFlat takes the first n code points of a line's flat form off its text.
func cutFlat(text string, n int) string {
	blank := false
	for i, r := range text {
		if n == 0 && r != ' ' {
			return text[i:]
		}
		if r == ' ' && blank {
			continue
		}
		blank = r == ' '
		if n > 0 {
			n--
		}
	}
	return ""
}
