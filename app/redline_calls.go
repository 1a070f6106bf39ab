package app

import (
	"unicode"

	"mutatis/app/resolution"
)

// call is a note call in a joined text. It stands behind a word: signs between the two do not matter. Where that word was
// kept the call is marked only if the other side lacks it: that a note bears another number is no change.
type call struct {
	at     int // code points of the joined text before it
	number string
	both   bool // the other side has it too
	alone  bool // in kept text, and the other side has no call here
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

// matchCalls finds which calls both sides have, and which of kept text stand on one side only, and gives those of the
// older text a place in the newer. It reports whether there are any on one side only.
func matchCalls(a, b *joined, changes []change) bool {
	a.marks, b.marks = a.calls(), b.calls()
	for _, p := range twinCalls(*a, *b, changes) {
		a.marks[p[0]].both, b.marks[p[1]].both = true, true
	}
	alone := false
	var ghosts []call
	for i := range a.marks {
		if c := keptAt(a.marks[i].at, changes, olderText); c >= 0 && !a.marks[i].both {
			alone, a.marks[i].alone = true, true
			place := solid(a.text[changes[c].older.from:a.marks[i].at])
			ghosts = append(ghosts, call{at: b.place(changes[c].newer, place), number: a.marks[i].number, ghost: true})
		}
	}
	for j := range b.marks {
		if keptAt(b.marks[j].at, changes, newerText) >= 0 && !b.marks[j].both {
			alone, b.marks[j].alone = true, true
		}
	}
	b.marks = append(b.marks, ghosts...)
	return alone
}

// twinCalls pairs the calls of both sides that stand at the same place of kept text, then those behind the same kept word,
// whatever signs follow it, then those behind words of which one took the place of the other. The pairs are indexes of
// their calls.
func twinCalls(a, b joined, changes []change) (pairs [][2]int) {
	older, newer := a.calls(), b.calls()
	usedA, usedB := make([]bool, len(older)), make([]bool, len(newer))
	for _, rule := range []spotRule{atPlace, behindWord, inHunk} {
		at := b.spots(newer, usedB, changes, newerText, rule)
		for place, i := range a.spots(older, usedA, changes, olderText, rule) {
			if j, ok := at[place]; ok {
				usedA[i], usedB[j] = true, true
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

// spot is a place that both sides may have: a change, how many letters and digits of it stand before, and the how-manieth
// call there.
type spot struct{ change, solid, nth int }

// spotRule finds the spot of a call at a place of a joined text; a change below 0 is none.
type spotRule func(j joined, at int, changes []change, pick func(change) stretch) spot

func atPlace(j joined, at int, changes []change, pick func(change) stretch) spot {
	k := keptAt(at, changes, pick)
	if k < 0 {
		return spot{change: -1}
	}
	return spot{change: k, solid: solid(j.text[pick(changes[k]).from:at])}
}

func behindWord(j joined, at int, changes []change, pick func(change) stretch) spot {
	return atPlace(j, j.wordBefore(at), changes, pick)
}

// inHunk is the spot of a word that was deleted or inserted: a hunk is known by the change before it.
func inHunk(j joined, at int, changes []change, pick func(change) stretch) spot {
	at = j.wordBefore(at)
	before := 0
	for k, c := range changes {
		if !c.older.empty() && !c.newer.empty() {
			before = k + 1
			continue
		}
		if s := pick(c); s.from < at && at <= s.to {
			return spot{change: before}
		}
	}
	return spot{change: -1}
}

// wordBefore is where the last letter or digit before a place ends.
func (j joined) wordBefore(at int) int {
	for at > 0 && solid(j.text[at-1:at]) == 0 {
		at--
	}
	return at
}

// spots says where the calls that are not used yet stand by a rule.
func (j joined) spots(calls []call, used []bool, changes []change, pick func(change) stretch, rule spotRule) map[spot]int {
	found := map[spot]int{}
	for i, c := range calls {
		if used[i] {
			continue
		}
		s := rule(j, c.at, changes, pick)
		for _, taken := found[s]; taken; _, taken = found[s] {
			s.nth++
		}
		if s.change >= 0 {
			found[s] = i
		}
	}
	return found
}

// keptAt is the change of kept text that holds the code point before a place, or the first where nothing stands before
// it; -1 where that text was not kept.
func keptAt(at int, changes []change, pick func(change) stretch) int {
	for k, c := range changes {
		if s := pick(c); !c.older.empty() && !c.newer.empty() && (s.from < at || at == 0 && s.from == 0) && at <= s.to {
			return k
		}
	}
	return -1
}

// place is where the n-th letter or digit of a stretch ends.
func (j *joined) place(s stretch, n int) int {
	at := s.from
	for ; n > 0 && at < s.to; at++ {
		n -= solid(j.text[at : at+1])
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
	case c.both && m != resolution.Moved:
		return resolution.Kept
	case c.ghost:
		return resolution.Deleted
	case c.alone && newer:
		return resolution.Inserted
	case c.alone:
		return resolution.Deleted
	}
	return m
}
