package app

import (
	"slices"
	"unicode"
)

// matcher gives the letters of a source to the pieces of a draft. Where the letters go on as in the piece it follows
// them; where they do not, it finds the place by the next few letters: pieces may stand in any order, marks of notes and
// numbers anywhere.
type matcher struct {
	source, draft inkStream
	piece         []int32          // by letter of the source: the piece it stands in, -1 for none
	used          []bool           // by letter of the draft
	k             int              // letters by which a place is found
	heads         map[uint64]int32 // by the hash of k letters: the first place in the draft, from 1
	next          []int32          // the place after it with the same hash
}

// stride is how far apart the places are that are indexed; the letters before a place are taken by going back.
const stride = 3

// mostPlaces is how many places with the same letters are looked at.
const mostPlaces = 64

func newMatcher(source, draft inkStream) *matcher {
	m := &matcher{source: source, draft: draft, k: 10}
	if han := countHan(draft.runes); han*3 > len(draft.runes) {
		m.k = 5
	}
	m.piece = make([]int32, len(source.runes))
	for i := range m.piece {
		m.piece[i] = -1
	}
	m.used = make([]bool, len(draft.runes))
	m.index()
	return m
}

func countHan(runes []rune) (n int) {
	for _, r := range runes {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// index notes places of the draft by their letters: the beginning of every piece, and some within it.
func (m *matcher) index() {
	m.heads = make(map[uint64]int32, len(m.draft.runes)/stride+1)
	m.next = make([]int32, len(m.draft.runes)+1)
	for at := len(m.draft.runes) - m.k; at >= 0; at-- {
		if begins := at == 0 || m.draft.in[at] != m.draft.in[at-1]; begins || at%stride == 0 {
			h := hashOf(m.draft.runes[at : at+m.k])
			m.next[at+1], m.heads[h] = m.heads[h], int32(at+1)
		}
	}
}

func hashOf(runes []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range runes {
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h
}

// match follows the letters of the source.
func (m *matcher) match() {
	to := 0 // where the draft goes on
	for at := 0; at < len(m.source.runes); {
		if to < len(m.draft.runes) && at > 0 && m.piece[at-1] >= 0 && !m.used[to] && m.draft.runes[to] == m.source.runes[at] &&
			(m.draft.in[to] == m.piece[at-1] || m.agree(m.source.runes, at, to) >= min(m.k, m.rest(to))) {
			m.take(at, to)
			at, to = at+1, to+1
			continue
		}
		place, ok := m.find(m.source.runes, at, to)
		if !ok {
			at++
			continue
		}
		m.takeBefore(at, place)
		for n := m.agree(m.source.runes, at, place); n > 0; n-- {
			m.take(at, place)
			at, place = at+1, place+1
		}
		to = place
	}
}

// rest is how many letters of its piece stand from a place on.
func (m *matcher) rest(place int) (n int) {
	for k := place; k < len(m.draft.in) && m.draft.in[k] == m.draft.in[place] && n < m.k; k++ {
		n++
	}
	return n
}

func (m *matcher) take(at, place int) {
	m.piece[at], m.used[place] = m.draft.in[place], true
}

// takeBefore takes the same letters before a place that nothing has taken.
func (m *matcher) takeBefore(at, place int) {
	for at, place = at-1, place-1; at >= 0 && place >= 0; at, place = at-1, place-1 {
		if m.piece[at] >= 0 || m.used[place] || m.source.runes[at] != m.draft.runes[place] || m.draft.in[place] != m.draft.in[place+1] {
			return
		}
		m.take(at, place)
	}
}

// agree counts the letters that are the same from two places on, within one piece.
func (m *matcher) agree(source []rune, at, place int) (n int) {
	for at+n < len(source) && place+n < len(m.draft.runes) && source[at+n] == m.draft.runes[place+n] &&
		m.draft.in[place+n] == m.draft.in[place] && !m.used[place+n] {
		n++
	}
	return n
}

// find looks for the place of the draft that the letters of the source from one on are those of: where most of them
// agree, then the nearest after where the draft would go on.
func (m *matcher) find(source []rune, at, to int) (place int, ok bool) {
	if at+m.k > len(source) {
		return 0, false
	}
	longest := 0
	for p, n := m.heads[hashOf(source[at:at+m.k])], 0; p > 0 && n < mostPlaces; p, n = m.next[p], n+1 {
		here := int(p) - 1
		agree := min(m.agree(source, at, here), 400)
		if agree < m.k {
			continue
		}
		if agree > longest || agree == longest && ahead(here, to) < ahead(place, to) {
			place, longest = here, agree
		}
	}
	return place, longest > 0
}

// ahead is how far a place lies after another; those before it come last.
func ahead(place, to int) int {
	if place < to {
		return to - place + 1<<30
	}
	return place - to
}

// matchReversed looks at lines of which little was found for letters in the order in which they are seen, from right to
// left.
func (m *matcher) matchReversed() {
	for from, to := range m.byLine() {
		if m.found(from, to)*2 > to-from {
			continue
		}
		reversed := slices.Clone(m.source.runes[from:to])
		slices.Reverse(reversed)
		for at := 0; at < len(reversed); {
			place, ok := m.find(reversed, at, 0)
			if !ok {
				at++
				continue
			}
			for n := m.agree(reversed, at, place); n > 0; n-- {
				m.take(to-1-at, place)
				at, place = at+1, place+1
			}
		}
	}
}

// byLine yields the first letter of each line that has any, and the one after its last.
func (m *matcher) byLine() func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for from := 0; from < len(m.source.in); {
			to := from
			for to < len(m.source.in) && m.source.in[to] == m.source.in[from] {
				to++
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}

func (m *matcher) found(from, to int) (n int) {
	for _, p := range m.piece[from:to] {
		if p >= 0 {
			n++
		}
	}
	return n
}

// matchShort gives lines of a few letters to the pieces that are just that, in their order.
func (m *matcher) matchShort() {
	waiting := map[string][]int{} // by letters: the places of the draft
	for from := 0; from < len(m.draft.in); {
		to := from
		for to < len(m.draft.in) && m.draft.in[to] == m.draft.in[from] {
			to++
		}
		if to-from < m.k && !m.used[from] {
			key := string(m.draft.runes[from:to])
			waiting[key] = append(waiting[key], from)
		}
		from = to
	}
	for from, to := range m.byLine() {
		key := string(m.source.runes[from:to])
		places := waiting[key]
		if len(places) == 0 || m.found(from, to) > 0 {
			continue
		}
		waiting[key] = places[1:]
		for at := from; at < to; at++ {
			m.take(at, places[0]+at-from)
		}
	}
}
