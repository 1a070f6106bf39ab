package diff

// Words finds what changed between two texts, word by word. All A joined are a, all B joined are b, byte for byte; there
// is no change if and only if Canonical(a) == Canonical(b). No segment cuts inside a word, a number or a symbol, in a
// change the deletion comes first, and changes parted by mere function words are one change. White space that only one
// text has is a change of its own.
//
// The answer depends on nothing but the two texts. It is minimal up to some 20 000 words; beyond that the work, not the
// answer, is bounded (see shortestEdit).
func Words(a, b string) []Segment {
	return compareWords(a, b, func(hunks []hunk, older, newer side) []hunk {
		return wholeCompounds(slide(joinHunks(hunks, older, newer), older, newer), older, newer)
	})
}

// Edits is Words without regard for the reader: words that both texts have are never repeated in a change. It is for
// counting and judging what changed; Words is for showing it.
func Edits(a, b string) []Segment {
	return compareWords(a, b, func(hunks []hunk, _, _ side) []hunk { return hunks })
}

// Tokens cuts a text into its words and signs, each spelled as it stands there; white space belongs to none.
func Tokens(text string) []string {
	cut := cutText(text)
	out := make([]string, len(cut.tokens))
	for i := range out {
		out[i] = cut.spelled(i)
	}
	return out
}

// compareWords finds the changes, lets tidy arrange them and writes them down.
func compareWords(a, b string, tidy func(hunks []hunk, older, newer side) []hunk) []Segment {
	if Canonical(a) == Canonical(b) {
		return unchanged(a, b)
	}
	older, newer := cutText(a), cutText(b)
	segments := render(older, newer, tidy(changes(older, newer), older, newer))
	if len(segments) > 1 || segments[0].Op != Equal {
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

// side is one of the two texts cut into tokens.
type side struct {
	text   string
	tokens []token
}

func cutText(text string) side {
	return side{text, appendTokens(make([]token, 0, len(text)/5+4), text)}
}

// changes finds the hunks between two texts. What both begin and end with, letter for letter, needs no second look.
func changes(older, newer side) []hunk {
	head := 0
	for head < min(len(older.tokens), len(newer.tokens)) && older.spelled(head) == newer.spelled(head) {
		head++
	}
	endA, endB := len(older.tokens), len(newer.tokens)
	for endA > head && endB > head && older.spelled(endA-1) == newer.spelled(endB-1) {
		endA, endB = endA-1, endB-1
	}
	known := newVocabulary(endA+endB-2*head, false)
	hunks := shortestEdit(older.numbers(known, head, endA), newer.numbers(known, head, endB))
	for n, h := range hunks {
		hunks[n] = hunk{h.a0 + head, h.a1 + head, h.b0 + head, h.b1 + head}
	}
	return hunks
}

// numbers answers tokens from…to-1 as numbers.
func (s side) numbers(known *vocabulary, from, to int) []int32 {
	out := make([]int32, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, known.number(s.spelled(i)))
	}
	return out
}

// same reports whether two tokens of this side are the same word.
func (s side) same(i, j int) bool {
	return s.spelled(i) == s.spelled(j) || Canonical(s.spelled(i)) == Canonical(s.spelled(j))
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
