package resolution

import (
	"slices"
	"strconv"
	"strings"
)

// zone is a block of notes being read.
type zone struct {
	numbers []string   // every number that was seen, in the order in which it stands
	texts   []zoneText // every text
	last    int        // the highest number so far
	used    int        // lines
	page    int
	before  int      // the last note of the zones before
	spare   []string // numbers that call no note of the zone
}

// zoneText is one note: its number, where that stands before it, and its lines.
type zoneText struct {
	number string
	lines  []line
	slash  bool
}

func (t zoneText) text() string {
	var j joint
	for _, l := range t.lines {
		j.add(l.text)
	}
	return collapse(j.text())
}

// width is that of the last line.
func (t zoneText) width() int { return t.lines[len(t.lines)-1].width }

func (t zoneText) complete() bool {
	if len(t.lines) == 0 {
		return false
	}
	flat := t.lines[len(t.lines)-1].flat
	last := flat[strings.LastIndexAny(flat, " (")+1:]
	return endsSentence(flat) && !abbreviated[strings.ToLower(strings.TrimSuffix(last, "."))]
}

// takeNumbers takes a line of numbers that lost their texts, the page's number perhaps among them.
func (z *zone) takeNumbers(flat string) bool {
	var numbers, spare []string
	last := z.last
	for digits := range strings.FieldsFuncSeq(flat, func(r rune) bool { return r < '0' || r > '9' }) {
		n, seen := number(digits), slices.Contains(z.numbers, digits) || slices.Contains(numbers, digits)
		switch {
		case n == z.page+1 && (seen || n <= z.before):
			spare = append(spare, digits)
		case n == 0 || seen || n > last+40 && last > 0:
			return false
		default:
			numbers = append(numbers, digits)
			last = max(last, n)
		}
	}
	z.numbers, z.spare, z.last = append(z.numbers, numbers...), append(z.spare, spare...), last
	z.used++
	return true
}

// slashed reports whether the notes of the zone are written with a sign after their number.
func (z *zone) slashed(sign string) bool {
	for _, t := range z.texts {
		if strings.HasPrefix(strings.TrimLeft(t.lines[0].raw, "0123456789 "), sign) {
			return true
		}
	}
	return false
}

// outOfOrder reports a number that was passed over, behind a note that is complete: notes may stand in any order.
func (z *zone) outOfOrder(n int) bool {
	return n < z.last && len(z.texts) > 0 && z.texts[len(z.texts)-1].complete() && !slices.Contains(z.numbers, strconv.Itoa(n))
}

// add begins a note whose words stand after the first runes of the flat line.
func (z *zone) add(number string, l line, runes int) {
	l.setText(cutFlat(l.text, runes))
	z.numbers = append(z.numbers, number)
	z.texts = append(z.texts, zoneText{number: number, lines: []line{l}})
}

// goesOn reports whether a line continues the last note.
func (z *zone) goesOn(l line, r *reader) bool {
	if len(z.texts) == 0 {
		return false
	}
	t := z.texts[len(z.texts)-1]
	last := t.lines[len(t.lines)-1]
	switch {
	case l.gap:
		return false
	case r.opensLine(l.text, "") && (l.indent > last.indent || l.blanks > last.blanks || !r.capitals()):
		return false
	case !t.complete():
		return l.blanks < 2
	case l.blanks > 0 || l.indent > last.indent:
		return false
	}
	return last.width*100 > r.measure.full*85 && !r.opensLine(l.text, "")
}

// numberFollows reports whether lone numbers of notes still come, so that this line may be the text of one.
func (z *zone) numberFollows(lines []line) bool {
	for i := z.used + 1; i < len(lines) && i < z.used+14 && lines[i].page == z.page; i++ {
		if noteNumbers.MatchString(lines[i].flat) {
			n := number(lines[i].flat)
			return n > 0 && n <= z.last+3 && !slices.Contains(z.numbers, strconv.Itoa(n))
		}
	}
	return false
}

// notes gives numbers to texts. Notes are printed in the order of their numbers, so the n-th text has the n-th number;
// notes called by stars keep theirs.
func (z *zone) notes() ([]note, bool) {
	var stars []zoneText
	var numbers []string
	z.texts = slices.DeleteFunc(z.texts, func(t zoneText) bool {
		star := strings.HasPrefix(t.number, "*")
		if star {
			stars = append(stars, t)
		}
		return star
	})
	for _, n := range z.numbers {
		if !strings.HasPrefix(n, "*") {
			numbers = append(numbers, n)
		}
	}
	slices.SortStableFunc(numbers, func(a, b string) int { return number(a) - number(b) })
	numbers = z.level(numbers)
	if len(z.texts) != len(numbers) || len(z.texts)+len(stars) == 0 {
		return nil, false
	}
	if !slices.ContainsFunc(z.texts, func(t zoneText) bool { return t.number == "" }) {
		slices.SortStableFunc(z.texts, func(a, b zoneText) int { return number(a.number) - number(b.number) })
	}
	var notes []note
	for _, t := range stars {
		notes = append(notes, note{Footnote: Footnote{t.number, t.text()}})
	}
	for i, t := range z.texts {
		if t.number != "" && t.number != numbers[i] {
			return nil, false
		}
		notes = append(notes, note{Footnote: Footnote{numbers[i], t.text()}, slash: t.slash})
	}
	return notes, !slices.ContainsFunc(notes, func(n note) bool { return n.Text == "" })
}

// level makes as many texts as numbers. A number too many is the page's, or one of a note that was read before; a text
// too many goes on with the one before it: the one after the widest line.
func (z *zone) level(numbers []string) []string {
	for len(numbers) > len(z.texts) {
		i := slices.IndexFunc(numbers, func(s string) bool { return number(s) <= z.before })
		if i < 0 {
			i = slices.Index(numbers, strconv.Itoa(z.page+1))
		}
		if i < 0 {
			break
		}
		z.spare = append(z.spare, numbers[i])
		numbers = slices.Delete(numbers, i, i+1)
	}
	for len(z.texts) > len(numbers) {
		widest := 0
		for i := 1; i < len(z.texts); i++ {
			if z.texts[i].number == "" && (widest == 0 || z.texts[i-1].width() > z.texts[widest-1].width()) {
				widest = i
			}
		}
		if widest == 0 {
			break
		}
		z.texts[widest-1].lines = append(z.texts[widest-1].lines, z.texts[widest].lines...)
		z.texts = slices.Delete(z.texts, widest, widest+1)
	}
	return numbers
}
