package app

import (
	"unicode"

	"mutatis/app/resolution"
)

// call is a note call in a joined text. Where its text was kept it is marked only if the other side lacks it: that a
// note bears another number is no change.
type call struct {
	at     int // code points of the joined text before it
	number string
	alone  bool // the other side has no call here
	ghost  bool // it stood in the older text: drawn only where both are drawn in one
}

// calls lists the note calls of a joined text in order.
func (j joined) calls() []call {
	var out []call
	for _, p := range j.parts {
		for _, n := range p.paragraph.Notes {
			out = append(out, call{at: p.at.from + n.Offset, number: n.Number})
		}
	}
	return out
}

// matchCalls finds which calls of kept text stand on one side only, and gives those of the older text a place in the
// newer. It reports whether there are any.
func matchCalls(a, b *joined, changes []change) bool {
	a.marks, b.marks = a.calls(), b.calls()
	alone := false
	var ghosts []call
	for _, c := range changes {
		if c.older.empty() || c.newer.empty() {
			continue
		}
		older, newer := places(a, c.older), places(b, c.newer)
		for place, i := range older {
			if _, ok := newer[place]; !ok {
				alone, a.marks[i].alone = true, true
				ghosts = append(ghosts, call{at: b.place(c.newer, place), number: a.marks[i].number, ghost: true})
			}
		}
		for place, i := range newer {
			if _, ok := older[place]; !ok {
				alone, b.marks[i].alone = true, true
			}
		}
	}
	b.marks = append(b.marks, ghosts...)
	return alone
}

// places finds the calls of a stretch by how many letters and digits of it stand before them: typography does not
// change those.
func places(j *joined, s stretch) map[[2]int]int {
	found := map[[2]int]int{}
	for i, c := range j.marks {
		if c.at <= s.from && !(c.at == 0 && s.from == 0) || c.at > s.to {
			continue
		}
		place := [2]int{solid(j.text[s.from:c.at]), 0}
		for _, taken := found[place]; taken; _, taken = found[place] {
			place[1]++ // several calls at one place
		}
		found[place] = i
	}
	return found
}

// place is where the n-th letter or digit of a stretch ends.
func (j *joined) place(s stretch, place [2]int) int {
	at := s.from
	for n := 0; n < place[0] && at < s.to; at++ {
		n += solid(j.text[at : at+1])
	}
	return at
}

func solid(text []rune) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// mark is how a call is drawn in a stretch that bears the mark m.
func (c call) mark(m resolution.Mark, newer bool) resolution.Mark {
	switch {
	case c.ghost:
		return resolution.Deleted
	case c.alone && newer:
		return resolution.Inserted
	case c.alone:
		return resolution.Deleted
	}
	return m
}
