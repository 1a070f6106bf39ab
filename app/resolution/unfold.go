package resolution

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// foldedWidth is the width from which a line may be a whole text pasted from the web.
const foldedWidth = 500

// unfoldPaste cuts a text that was pasted as one line, or as a few, where its paragraphs begin: at the organ's line, at the
// openings behind a comma, at the numbers that are due. It leaves lines alone that hold no two such places.
func unfoldPaste(lines []line) []line {
	if !hasFolded(lines) {
		return lines
	}
	r := newReader(lines, languageOf(lines))
	var unfolded []line
	for _, l := range lines {
		if l.width < foldedWidth {
			unfolded = append(unfolded, l)
			continue
		}
		cuts := r.cuts(l.text)
		if len(cuts) < 2 {
			unfolded = append(unfolded, l)
			continue
		}
		at := 0
		for _, cut := range append(cuts, len(l.text)) {
			if piece := newLine(l.text[at:cut]); piece.text != "" {
				piece.page, piece.blanks = l.page, 1
				unfolded = append(unfolded, piece)
			}
			at = cut
		}
	}
	for i := range unfolded {
		unfolded[i].no = i
	}
	return unfolded
}

func hasFolded(lines []line) bool {
	for _, l := range lines {
		if l.width >= foldedWidth {
			return true
		}
	}
	return false
}

var titleInside = regexp.MustCompile(`^(?:S-|ES-)?\d{1,4}/\d{1,4}\. ?\p{Lu}`)

var numberInside = regexp.MustCompile(`^(\d{1,3})(?:[.．、]| ?[-–](?: |$)) ?(?:\p{L}|["“«\[])`)

// cuts lists the bytes of a text before which a paragraph begins.
func (r *reader) cuts(text string) []int {
	var cuts []int
	due, body := 1, false
	previous := rune(0) // the last sign but blanks
	for i, c := range text {
		if c == ' ' {
			continue
		}
		fresh := i > 0 && (text[i-1] == ' ' || terminators[previous] != 0)
		switch {
		case !fresh:
		case !body:
			if n := r.organAt(text[i:]); n > 0 {
				cuts, body = append(cuts, i, i+n), true
			} else if titleInside.MatchString(text[i:min(len(text), i+24)]) {
				cuts = append(cuts, i)
			}
		case r.dateAndMeeting(text[i:], previous) > 0:
			cuts = append(cuts, i, i+r.dateAndMeeting(text[i:], previous))
		case c >= '0' && c <= '9':
			if m := numberInside.FindStringSubmatch(text[i:min(len(text), i+24)]); m != nil && number(m[1]) == due && terminators[previous] != 0 {
				cuts = append(cuts, i)
				due++
			} else if r.meetsAt(text[i:], previous) {
				cuts = append(cuts, i)
			}
		case r.meetsAt(text[i:], previous):
			cuts = append(cuts, i)
		case terminators[previous] == ',' && due == 1 && (utf8.RuneLen(c) > 1 || text[i-1] == ' ') && r.opensLine(text[i:], Preambular) && len(cuts) > 0 && cuts[len(cuts)-1] != i:
			cuts = append(cuts, i)
		}
		previous = c
	}
	return cuts
}

// meetsAt reports the line of the meeting behind the end of a sentence.
func (r *reader) meetsAt(text string, previous rune) bool {
	if t := terminators[previous]; t != '.' && t != ';' {
		return false
	}
	return r.grammar.meeting.MatchString(plain(strings.ToValidUTF8(text[:min(len(text), 90)], "")))
}

// dateAndMeeting is the length of the date that stands before the line of the meeting in Chinese, 0 where none does.
func (r *reader) dateAndMeeting(text string, previous rune) int {
	if !r.grammar.yearFirst || terminators[previous] != '.' {
		return 0
	}
	start := strings.ToValidUTF8(text[:min(len(text), 120)], "")
	_, printed := r.grammar.dateIn(start)
	rest, ok := strings.CutPrefix(start, printed)
	if printed == "" || !ok || !r.grammar.meeting.MatchString(strings.TrimLeft(rest, " ")) {
		return 0
	}
	return len(printed)
}

// longestOrgan is how many bytes an organ's line may have.
const longestOrgan = 120

// organAt is the length of the organ's line at the start of a text, its comma included; 0 where there is none.
func (r *reader) organAt(text string) int {
	end := strings.IndexAny(text[:min(len(text), longestOrgan)], ",،，") // a comma far off says nothing, and looking for it takes time
	if end < 0 {
		return 0
	}
	if _, ok := r.grammar.organ(collapse(plain(text[:end]))); !ok {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[end:])
	return end + size
}
