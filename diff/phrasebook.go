package diff

import "math/bits"

// phrasebook numbers phrases of two words. It is a hash table of its own, half of it empty, because to look phrases up is
// the greater part of reading.
type phrasebook struct {
	pairs [][2]int32 // by number
	slots []int32    // by hash: a number + 1, or 0; of equal hashes the later goes to the next empty slot
}

// newPhrasebook makes room for about so many phrases.
func newPhrasebook(size int) phrasebook {
	return phrasebook{pairs: make([][2]int32, 0, size), slots: make([]int32, 1<<bits.Len(uint(2*size+16)))}
}

// slot answers where a phrase is, or belongs.
func (b *phrasebook) slot(pair [2]int32) int {
	hash := (uint64(pair[0])<<32 | uint64(pair[1])) * 0x9E3779B97F4A7C15 // 2⁶⁴ over the golden ratio spreads neighbours
	at := int(hash>>32) & (len(b.slots) - 1)
	for b.slots[at] != 0 && b.pairs[b.slots[at]-1] != pair {
		at = (at + 1) & (len(b.slots) - 1)
	}
	return at
}

// number answers the number of a phrase, a new one if it is new.
func (b *phrasebook) number(pair [2]int32) int32 {
	at := b.slot(pair)
	if b.slots[at] == 0 {
		b.pairs = append(b.pairs, pair)
		b.slots[at] = int32(len(b.pairs))
		if 2*len(b.pairs) > len(b.slots) {
			b.grow()
			return int32(len(b.pairs)) - 1
		}
	}
	return b.slots[at] - 1
}

func (b *phrasebook) grow() {
	b.slots = make([]int32, 2*len(b.slots))
	for n, pair := range b.pairs {
		b.slots[b.slot(pair)] = int32(n) + 1
	}
}

// read appends the phrases of a paragraph to out.
func (b *phrasebook) read(words, out []int32) []int32 {
	for k := 1; k < len(words); k++ {
		out = append(out, b.number([2]int32{words[k-1], words[k]}))
	}
	return out
}

// known lists the phrases of a list of words that the book has.
func (b *phrasebook) known(words []int32) []int32 {
	var out []int32
	for k := 1; k < len(words); k++ {
		if n := b.slots[b.slot([2]int32{words[k-1], words[k]})]; n > 0 {
			out = append(out, n-1)
		}
	}
	return out
}
