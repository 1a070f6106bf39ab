package resolution

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Stage 5 of Repair: liftCalls finds the raised numbers that call the notes and takes them out of the text. It relies on
// notes having been lifted with the page they stood on; a number is a call only if such a note exists, it stands
// where a call may stand, and the calls of all notes come out in the order of the notes. Afterwards texts hold neither
// note marks nor runs of blanks.
func (r *reader) liftCalls(passages []*passage) {
	texts := make([][]rune, len(passages))
	var found []mark
	numbers := r.noteSet()
	for i, p := range passages {
		texts[i] = []rune(p.joint.text())
	}
	r.pairs = pairsOf(texts, r.notes)
	for i, p := range passages {
		if p.kind != Masthead {
			found = append(found, r.marksIn(i, p, texts[i], numbers)...)
		}
	}
	chosen := r.chooseMarks(found)
	chosen = append(chosen, repeated(found, chosen)...)
	slices.SortStableFunc(chosen, func(a, b mark) int {
		if a.passage != b.passage {
			return a.passage - b.passage
		}
		return a.from - b.from
	})
	for i, p := range passages {
		var own []mark
		for len(chosen) > 0 && chosen[0].passage == i {
			own = append(own, chosen[0])
			chosen = chosen[1:]
		}
		p.final, p.notes = r.cutMarks(texts[i], own)
	}
}

// pairsOf counts the numbers of resolutions in a text: "70/1".
func pairsOf(texts [][]rune, notes []note) map[string]int {
	pairs := map[string]int{}
	for _, n := range notes {
		texts = append(texts, []rune(n.Text))
	}
	for _, text := range texts {
		for i, r := range text {
			if r != '/' || i == 0 || i+1 == len(text) || !isNumeral(text[i-1]) || !isNumeral(text[i+1]) {
				continue
			}
			end := i + 1
			for end < len(text) && isNumeral(text[end]) {
				end++
			}
			pairs[digitsBefore(text, i)+"/"+string(text[i+1:end])]++
		}
	}
	return pairs
}

// mark is a place where a note may be called: the code points from…to of a passage.
type mark struct {
	passage  int
	from, to int
	at       int // where the call stands, if not where the digits do: from…to is cut, the call comes at this point
	number   string
	cost     int // how little it looks like a call: 0 raised digits … 12 hardly
	page     int
}

// noteSet is the numbers of all notes.
func (r *reader) noteSet() map[string]bool {
	set := map[string]bool{}
	for _, n := range r.notes {
		set[n.Number] = true
	}
	return set
}

// missing is the cost of a note that is called nowhere; wrongPage that of a call on another page than its note.
const (
	missing   = 9
	wrongPage = 3
	hopeless  = 12
)

// chooseMarks finds the cheapest way to call every note once, in order: the way of least cost through the marks.
func (r *reader) chooseMarks(found []mark) []mark {
	notes := slices.Clone(r.notes)
	notes = slices.DeleteFunc(notes, func(n note) bool { return n.Number[0] < '0' || n.Number[0] > '9' })
	slices.SortStableFunc(notes, func(a, b note) int { return number(a.Number) - number(b.Number) })
	// best[k] is the least cost of calling the notes so far with the last call at found[k-1] or before (k = 0: none)
	best := make([]int, len(found)+1)
	from := make([][]int32, len(notes)) // from[n][k]: the mark chosen for note n when k marks may be used, -1 = none
	for n, note := range notes {
		next := make([]int, len(found)+1)
		from[n] = make([]int32, len(found)+1)
		next[0], from[n][0] = best[0]+missing, -1
		for k := 1; k <= len(found); k++ {
			next[k], from[n][k] = best[k]+missing, -1
			if next[k-1] <= next[k] {
				next[k], from[n][k] = next[k-1], from[n][k-1]
			}
			if m := found[k-1]; m.number == note.Number && m.cost < hopeless {
				cost := best[k-1] + m.cost + pagePenalty(m.page, note.page)
				if cost < next[k] {
					next[k], from[n][k] = cost, int32(k-1)
				}
			}
		}
		best = next
	}
	return walkBack(found, from)
}

func walkBack(found []mark, from [][]int32) []mark {
	var chosen []mark
	k := len(found)
	for n := len(from) - 1; n >= 0; n-- {
		at := from[n][k]
		if at >= 0 {
			chosen = append(chosen, found[at])
			k = int(at)
		}
	}
	return chosen
}

func pagePenalty(a, b int) int {
	if a == b {
		return 0
	}
	return wrongPage
}

// repeated finds further calls of notes that were called before: only marks that can be nothing else.
func repeated(found, chosen []mark) []mark {
	var more []mark
	for _, m := range found {
		if m.cost > 1 || slices.ContainsFunc(chosen, func(c mark) bool { return c.passage == m.passage && c.from < m.to && m.from < c.to }) {
			continue
		}
		more = append(more, m)
	}
	return more
}

// cutMarks takes the marks out of a text and makes its blanks single.
func (r *reader) cutMarks(text []rune, marks []mark) (string, []NoteCall) {
	var b strings.Builder
	var calls []NoteCall
	var moved []mark // calls that stand further on than their digits
	count, blank := 0, false
	write := func(r rune) {
		if r == ' ' {
			blank = count > 0
			return
		}
		if blank {
			b.WriteByte(' ')
			count++
		}
		blank = false
		b.WriteRune(r)
		count++
	}
	for at := 0; at <= len(text); at++ {
		for len(moved) > 0 && moved[0].at <= at {
			calls = append(calls, NoteCall{moved[0].number, count})
			moved = moved[1:]
		}
		for len(marks) > 0 && marks[0].from == at {
			m := marks[0]
			marks = marks[1:]
			if at = m.to; m.at > m.to {
				moved = append(moved, m)
				continue
			}
			calls = append(calls, NoteCall{m.number, count})
			if next, gap := nextAfter(text, at); gap > 0 && r.closesUpHere(next) {
				at += gap // "года 4 , и" was "года⁴, и"
				blank = false
			} else if gap == 0 && closesUp(next) {
				blank = false
			}
		}
		if at < len(text) {
			write(text[at])
		}
	}
	return b.String(), calls
}

// closesUpHere reports signs that stand close to the word before them; in French some stand apart.
func (r *reader) closesUpHere(sign rune) bool {
	return closesUp(sign) && !(r.lang == French && strings.ContainsRune(";:»", sign))
}

func closesUp(r rune) bool { return strings.ContainsRune(",;.:)]»”，；。،؛", r) }

// mayCall reports whether a line may hold the call of a note.
func mayCall(text, number string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], number)
		if i < 0 {
			return strings.Contains(raised.Replace(text), number) && raised.Replace(text) != text
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(number):])
		if i > 0 && !isNumeral(after) && (!isLetter(after) || isHan(after)) && after != '/' && (isLetter(before) || before == ' ' || closesUp(before) || strings.ContainsRune("》」』”’»", before) || isYear(lastDigits(text[:i]))) {
			return true
		}
		at = i + len(number)
	}
}

func lastDigits(text string) string {
	return text[len(strings.TrimRight(text, "0123456789")):]
}
