package diff

// text is one of the two texts prepared. Paragraphs that are equal byte for byte are one and the same, in both texts.
type text []*paragraph

// paragraph is a list of words as numbers, signs left out and case folded: neither says which paragraph this is.
type paragraph struct {
	spelled string
	words   []int32
	phrases []int32 // each two neighbouring words, as a number
	key     int32   // equal for the same words
	copies  int32   // how often it stands in the texts

	info, rare float64 // the weight of its words and of its phrases, see newComparer
}

// haveSameSigns reports whether two paragraphs are canonically equal.
func haveSameSigns(p, q *paragraph) bool {
	return p == q || Canonical(p.spelled) == Canonical(q.spelled)
}

// reader reads texts with one numbering of words, of phrases and of lists of words. What it has read, byte for byte, it
// does not read again: most paragraphs of a text stand in the other, too.
type reader struct {
	words   *vocabulary
	phrases phrasebook
	keys    map[uint64]int32 // by hash of a list of words
	known   map[string]*paragraph
	read    []paragraph // all of them
	store   numbers
	tokens  []token
}

// newReader makes room for the texts that will be read.
func newReader(texts ...[]string) *reader {
	paragraphs, size := 0, 0
	for _, t := range texts {
		paragraphs += len(t)
		for _, p := range t {
			size += len(p)
		}
	}
	return &reader{
		words: newVocabulary(1024, true), phrases: newPhrasebook(size / bytesPerPhrase), keys: make(map[uint64]int32, paragraphs),
		known: make(map[string]*paragraph, paragraphs), read: make([]paragraph, 0, paragraphs),
	}
}

// bytesPerPhrase is about how much text has one phrase that was not there before: two words, one of three of them new.
const bytesPerPhrase = 36

func (r *reader) text(paragraphs []string) text {
	t := make(text, len(paragraphs))
	for i, p := range paragraphs {
		t[i] = r.paragraph(p)
		t[i].copies++
	}
	return t
}

func (r *reader) paragraph(spelled string) *paragraph {
	if p, ok := r.known[spelled]; ok {
		return p
	}
	r.tokens = appendTokens(r.tokens[:0], spelled)
	words := r.store.take(len(r.tokens))
	for _, k := range r.tokens {
		if k.kind == word || k.kind == han {
			words = append(words, r.words.number(spelled[k.start:k.end]))
		}
	}
	r.read = append(r.read, paragraph{
		spelled: spelled, words: words, phrases: r.phrases.read(words, r.store.take(len(words))), key: r.key(words, spelled),
	})
	p := &r.read[len(r.read)-1]
	r.known[spelled] = p
	return p
}

// key numbers a list of words by its hash (FNV-1a); a paragraph of signs alone is known by its signs.
func (r *reader) key(words []int32, spelled string) int32 {
	const offset, prime = 14695981039346656037, 1099511628211
	hash := uint64(offset)
	for _, w := range words {
		hash = (hash ^ uint64(w+1)) * prime
		hash ^= hash >> 32
	}
	if len(words) == 0 {
		for _, c := range []byte(Canonical(spelled)) {
			hash = (hash ^ uint64(c)) * prime
		}
	}
	key, ok := r.keys[hash]
	if !ok {
		key = int32(len(r.keys))
		r.keys[hash] = key
	}
	return key
}

// numbers hands out room for many short lists from few large ones.
type numbers []int32

// take answers an empty list with room for n.
func (s *numbers) take(n int) []int32 {
	if n > cap(*s)-len(*s) {
		*s = make([]int32, 0, max(n, 1<<14))
	}
	from := len(*s)
	*s = (*s)[:from+n]
	return (*s)[from : from : from+n]
}
