package diff

// joinHunks joins neighbouring changes that a reader would take for one: "18 декабря 2004 года" → "20 декабря 2005 года"
// is one new date, not two new numbers. Only replacements are joined: pure insertions around a kept "of" stay two.
func joinHunks(hunks []hunk, older, newer side) []hunk {
	out := hunks[:0]
	for _, h := range hunks {
		if n := len(out); n > 0 && readsAsOne(out[n-1], h, older, newer) {
			out[n-1].a1, out[n-1].b1 = h.a1, h.b1
			continue
		}
		out = append(out, h)
	}
	return out
}

// The longest runs of equal words that join two changes.
const (
	joinedWords = 2 // function words
	dateWords   = 3 // between two numbers: "de diciembre de"
)

// readsAsOne reports whether the equal words between two hunks are too slight to part them.
func readsAsOne(h, next hunk, older, newer side) bool {
	if h.a0 == next.a1 || h.b0 == next.b1 { // nothing deleted, or nothing inserted
		return false
	}
	words, content := 0, 0
	for i := h.a1; i < next.a0; i++ {
		switch t := older.tokens[i]; {
		case t.kind == sign && isClauseSign(older.spelled(i)):
			return false
		case t.kind == sign:
		case t.kind == han:
			words, content = words+1, content+1
		default:
			words++
			if !isFunctionWord(older.spelled(i)) {
				content++
			}
		}
	}
	if content == 0 {
		return words <= joinedWords
	}
	if content > 1 {
		return false
	}
	lone := words == 1 && older.tokens[h.a1].kind == han // one character between two others is a part of a word
	return lone || words <= dateWords && numbersTouch(h, next, older, newer)
}

// numbersTouch reports whether both changes are of numbers where they face each other.
func numbersTouch(h, next hunk, older, newer side) bool {
	for _, s := range []struct {
		side
		end, start int
		skip       bool
	}{
		{older, h.a1 - 1, next.a0, h.a0 == h.a1 || next.a0 == next.a1},
		{newer, h.b1 - 1, next.b0, h.b0 == h.b1 || next.b0 == next.b1},
	} {
		if s.skip || !hasDigit(s.spelled(s.end)) || !hasDigit(s.spelled(s.start)) {
			return false
		}
	}
	return true
}

// slide moves pure insertions and deletions to where they read best. "A, B, C" → "A, C" may as well drop "B, " as ", B":
// the words are the same, but a reader wants whole phrases.
func slide(hunks []hunk, older, newer side) []hunk {
	for i := range hunks {
		h := &hunks[i]
		low, high := [2]int{}, [2]int{len(older.tokens), len(newer.tokens)}
		if i > 0 {
			low = [2]int{hunks[i-1].a1, hunks[i-1].b1}
		}
		if i+1 < len(hunks) {
			high = [2]int{hunks[i+1].a0, hunks[i+1].b0}
		}
		switch {
		case h.a0 == h.a1:
			d := bestSlide(newer, h.b0, h.b1, low[1], high[1])
			*h = hunk{h.a0 + d, h.a1 + d, h.b0 + d, h.b1 + d}
		case h.b0 == h.b1:
			d := bestSlide(older, h.a0, h.a1, low[0], high[0])
			*h = hunk{h.a0 + d, h.a1 + d, h.b0 + d, h.b1 + d}
		}
	}
	return hunks
}

// bestSlide answers by how many tokens the run from…to-1 should move within low…high; at least one equal token is left
// to the hunks before and after.
func bestSlide(s side, from, to, low, high int) int {
	best, bestRank := 0, boundaryRank(s, from, to)
	for d := -1; from+d > low && s.same(from+d, to+d); d-- {
		if r := boundaryRank(s, from+d, to+d); r > bestRank {
			best, bestRank = d, r
		}
	}
	for d := 1; to+d < high && s.same(from+d-1, to+d-1); d++ {
		if r := boundaryRank(s, from+d, to+d); r > bestRank {
			best, bestRank = d, r
		}
	}
	return best
}

// boundaryRank says how well the run from…to-1 reads as a unit: it follows a sign or ends in one, and opens with the
// word that joins it ("and of B" rather than "of B and").
func boundaryRank(s side, from, to int) int {
	rank := 0
	if from == 0 || s.tokens[from-1].kind == sign {
		rank += 2
	}
	if s.tokens[to-1].kind == sign {
		rank++
	}
	if s.tokens[from].kind == sign {
		rank--
	}
	if isFunctionWord(s.spelled(from)) {
		rank++
	}
	if isFunctionWord(s.spelled(to - 1)) {
		rank--
	}
	return rank
}
