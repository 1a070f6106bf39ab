package diff

// Words finds what changed between two texts, word by word. All A joined are a, all B joined are b, byte for byte; there
// is no change if and only if Canonical(a) == Canonical(b). No segment cuts inside a word, a number or a symbol, in a
// change the deletion comes first, and changes parted by mere function words are one change. White space that only one
// text has is a change of its own.
//
// The answer depends on nothing but the two texts. It is minimal up to some 20 000 words; beyond that the work, not the
// answer, is bounded (see shortestEdit).
func Words(a, b string) []Segment {
	var out segments
	if Canonical(a) == Canonical(b) {
		out.equal(a, b)
		return out.list
	}
	older, newer := readPair(a, b)
	hunks := slide(joinHunks(shortestEdit(older.words, newer.words), older, newer), older, newer)
	render(&out, older, newer, hunks)
	if out.unchanged() { // two spellings no token tells apart: say so rather than nothing
		return []Segment{{Op: Delete, A: a}, {Op: Insert, B: b}}
	}
	return out.list
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
		s.words[i] = known.number(text[t.start:t.end], t.kind)
	}
	return s
}

// gap is the white space before token i; i may be the number of tokens.
func (s side) gap(i int) string {
	from, to := 0, len(s.text)
	if i > 0 {
		from = s.tokens[i-1].end
	}
	if i < len(s.tokens) {
		to = s.tokens[i].start
	}
	return s.text[from:to]
}

// spaced reports whether the gap before token i is part of the words: a space, not at either end of the text.
func (s side) spaced(i int) bool {
	if i == 0 || i == len(s.tokens) {
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

// span is the text of tokens from…to-1 with the gaps between them.
func (s side) span(from, to int) string {
	if from >= to {
		return ""
	}
	return s.text[s.tokens[from].start:s.tokens[to-1].end]
}
