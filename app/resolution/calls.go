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
//
// A way is known by its last mark. Leaving a note out costs the same on every way, so only gains are counted: the way that
// ends with mark k for a note is the best that ends before k, and what that mark gains over leaving the note out.
func (r *reader) chooseMarks(found []mark) []mark {
	notes := slices.Clone(r.notes)
	notes = slices.DeleteFunc(notes, func(n note) bool { return n.Number[0] < '0' || n.Number[0] > '9' })
	slices.SortStableFunc(notes, func(a, b note) int { return number(a.Number) - number(b.Number) })
	places := map[string][]int{} // the marks of each number
	for k, m := range found {
		if m.cost < hopeless {
			places[m.number] = append(places[m.number], k)
		}
	}
	best := make(leastBefore, len(found)+1)
	for _, note := range notes {
		var ways []*way
		for _, k := range places[note.Number] {
			before := best.upTo(k)
			ways = append(ways, &way{before.gain + found[k].cost + pagePenalty(found[k].page, note.page) - missing, k, before})
		}
		for _, w := range ways {
			best.put(w)
		}
	}
	return best.upTo(len(found)).marks(found)
}

// way is a way through the marks up to one of them.
type way struct {
	gain   int // of cost, against calling no note at all: the less the better
	last   int // the mark
	before *way
}

// none is the way that calls no note.
var none = &way{last: -1}

func (w *way) marks(found []mark) []mark {
	var chosen []mark
	for ; w.before != nil; w = w.before {
		chosen = append(chosen, found[w.last])
	}
	return chosen
}

// better reports the cheaper of two ways, of equal ones the one that ends earlier.
func (w *way) better(than *way) bool {
	return than == nil || w.gain < than.gain || w.gain == than.gain && w.last < than.last
}

// leastBefore finds the best way that ends before a mark: a Fenwick tree over the marks.
type leastBefore []*way

// upTo is the best way that ends before mark k.
func (t leastBefore) upTo(k int) *way {
	least := none
	for i := k; i > 0; i -= i & -i {
		if w := t[i]; w != nil && w.better(least) {
			least = w
		}
	}
	return least
}

func (t leastBefore) put(w *way) {
	for i := w.last + 1; i < len(t); i += i & -i {
		if w.better(t[i]) {
			t[i] = w
		}
	}
}

func pagePenalty(a, b int) int {
	if a == b {
		return 0
	}
	return wrongPage
}

// repeated finds further calls of notes that were called before: only marks that can be nothing else.
func repeated(found, chosen []mark) []mark {
	taken := map[int][]mark{} // by their passage
	for _, c := range chosen {
		taken[c.passage] = append(taken[c.passage], c)
	}
	for _, all := range taken {
		slices.SortFunc(all, func(a, b mark) int { return a.from - b.from })
	}
	var more []mark
	for _, m := range found {
		all := taken[m.passage]
		i, _ := slices.BinarySearchFunc(all, m.to, func(c mark, to int) int { return c.from - to })
		if m.cost > 1 || i > 0 && m.from < all[i-1].to {
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
