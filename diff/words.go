package diff

// Words finds what changed between two texts, word by word. All A joined are a, all B joined are b, byte for byte; there
// is no change if and only if Canonical(a) == Canonical(b). No segment cuts inside a word, a number or a symbol, in a
// change the deletion comes first, and changes parted by mere function words are one change. White space that only one
// text has is a change of its own.
//
// The answer depends on nothing but the two texts. It is minimal up to some 20 000 words; beyond that the work, not the
// answer, is bounded (see shortestEdit).
func Words(a, b string) []Segment {
	if Canonical(a) == Canonical(b) {
		return unchanged(a, b)
	}
	older, newer := readPair(a, b)
	hunks := shortestEdit(older.words, newer.words)
	hunks = joinHunks(hunks, older, newer)
	hunks = slide(hunks, older, newer)
	if segments := render(older, newer, hunks); len(segments) > 1 || segments[0].Op != Equal {
		return segments
	}
	return []Segment{{Op: Delete, A: a}, {Op: Insert, B: b}} // no token tells them apart: say so rather than nothing
}

func unchanged(a, b string) []Segment {
	if a == "" && b == "" {
		return nil
	}
	return []Segment{{Equal, a, b}}
}

// side is one of the two texts cut into tokens; words holds each token's number.
type side struct {
	text   string
	tokens []token
	words  []int32
}

func readPair(a, b string) (older, newer side) {
	known := newVocabulary(64, false)
	return readSide(a, known), readSide(b, known)
}

func readSide(text string, known *vocabulary) side {
	s := side{text: text, tokens: appendTokens(make([]token, 0, len(text)/5+4), text)}
	s.words = make([]int32, len(s.tokens))
	for i, t := range s.tokens {
		s.words[i] = known.number(text[t.start:t.end])
	}
	return s
}

// start is where token i starts, end where the token before it ends: between them lies the gap before token i. Both are
// defined for the number of tokens too.
func (s side) start(i int) int {
	if i == len(s.tokens) {
		return len(s.text)
	}
	return s.tokens[i].start
}

func (s side) end(i int) int {
	if i == 0 {
		return 0
	}
	return s.tokens[i-1].end
}

func (s side) gap(i int) string { return s.text[s.end(i):s.start(i)] }

// isInside reports whether the gap before token i has a token on either side.
func (s side) isInside(i int) bool { return 0 < i && i < len(s.tokens) }

// isSpaced reports whether the gap before token i is part of the words: a space, not at either end of the text.
func (s side) isSpaced(i int) bool {
	if !s.isInside(i) {
		return false
	}
	for _, r := range s.gap(i) {
		if kindOf(r) == space {
			return true
		}
	}
	return false
}

// spelled is token i as it stands in the text.
func (s side) spelled(i int) string { return s.text[s.tokens[i].start:s.tokens[i].end] }
