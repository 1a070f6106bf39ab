package diff

// text is one of the two texts prepared. A paragraph is a list of words as numbers, signs left out and case folded:
// neither says which paragraph this is.
type text struct {
	canonical []string
	words     [][]int32
	phrases   [][]int32 // each two neighbouring words, as a number
	key       []uint64  // equal for the same words
}

// reader reads texts with one numbering of words and phrases. What it has read, byte for byte, it does not read again:
// most paragraphs of a text stand in the other, too.
type reader struct {
	words   *vocabulary
	phrases phrasebook
	known   map[string]prepared
	store   numbers
	tokens  []token
}

type prepared struct {
	canonical      string
	words, phrases []int32
	key            uint64
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
		words: newVocabulary(1024, true), phrases: make(phrasebook, max(16, size/bytesPerPhrase)), known: make(map[string]prepared, paragraphs),
	}
}

// bytesPerPhrase is about how much text has one phrase that was not there before: two words, one of three of them new.
const bytesPerPhrase = 36

func (r *reader) text(paragraphs []string) text {
	n := len(paragraphs)
	t := text{make([]string, n), make([][]int32, n), make([][]int32, n), make([]uint64, n)}
	for i, p := range paragraphs {
		read := r.paragraph(p)
		t.canonical[i], t.words[i], t.phrases[i], t.key[i] = read.canonical, read.words, read.phrases, read.key
	}
	return t
}

func (r *reader) paragraph(p string) prepared {
	if read, ok := r.known[p]; ok {
		return read
	}
	r.tokens = appendTokens(r.tokens[:0], p)
	list := r.store.take(len(r.tokens))
	for _, k := range r.tokens {
		if k.kind == word || k.kind == han {
			list = append(list, r.words.number(p[k.start:k.end]))
		}
	}
	canonical := Canonical(p)
	read := prepared{canonical, list, r.phrases.read(list, r.store.take(len(list))), keyOf(list, canonical)}
	r.known[p] = read
	return read
}

// keyOf hashes a paragraph's words (FNV-1a); a paragraph of signs alone is known by its signs.
func keyOf(words []int32, canonical string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	key := uint64(offset)
	for _, w := range words {
		key = (key ^ uint64(w+1)) * prime
		key ^= key >> 32
	}
	if len(words) == 0 {
		for _, c := range []byte(canonical) {
			key = (key ^ uint64(c)) * prime
		}
	}
	return key
}

// phrasebook numbers phrases of two words.
type phrasebook map[[2]int32]int32

// read appends the phrases of a paragraph to out.
func (b phrasebook) read(words, out []int32) []int32 {
	for k := 1; k < len(words); k++ {
		pair := [2]int32{words[k-1], words[k]}
		n, ok := b[pair]
		if !ok {
			n = int32(len(b))
			b[pair] = n
		}
		out = append(out, n)
	}
	return out
}

// known lists the phrases of a list of words that the book has.
func (b phrasebook) known(words []int32) []int32 {
	var out []int32
	for k := 1; k < len(words); k++ {
		if n, ok := b[[2]int32{words[k-1], words[k]}]; ok {
			out = append(out, n)
		}
	}
	return out
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
