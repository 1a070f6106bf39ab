package diff

import "math/bits"

// pattern holds one paragraph ready to be compared with many: for each of its words a row of bits, one bit a place.
type pattern struct {
	weight []float64
	row    []int32 // by word: its row in places, 0 for none
	count  []int32 // by word: how often it stands in the paragraph
	places []uint64
	blocks int
	words  []int32
	state  []uint64
}

func newPattern(weight []float64) *pattern {
	return &pattern{weight: weight, row: make([]int32, len(weight)), count: make([]int32, len(weight))}
}

// load makes words the paragraph to compare with.
func (p *pattern) load(words []int32) {
	for _, w := range p.words {
		p.row[w], p.count[w] = 0, 0
	}
	p.words, p.blocks = words, (len(words)+63)/64
	p.places = append(p.places[:0], make([]uint64, p.blocks)...) // row 0: no place
	for i, w := range words {
		if p.row[w] == 0 {
			p.row[w] = int32(len(p.places) / max(p.blocks, 1))
			p.places = append(p.places, make([]uint64, p.blocks)...)
		}
		p.places[int(p.row[w])*p.blocks+i/64] |= 1 << (i % 64)
		p.count[w]++
	}
}

// commonLength is the length of the longest common subsequence (Hyyrö's bit-parallel algorithm: a word of the other
// paragraph costs one step for every 64 words of this).
func (p *pattern) commonLength(other []int32) int {
	p.state = p.state[:0]
	for range p.blocks {
		p.state = append(p.state, ^uint64(0))
	}
	for _, w := range other {
		row := int(p.row[w]) * p.blocks
		if row == 0 {
			continue
		}
		var carry uint64
		for k := range p.state {
			v := p.state[k]
			u := v & p.places[row+k]
			sum, c := bits.Add64(v, u, carry)
			carry = c
			p.state[k] = sum | (v &^ u)
		}
	}
	zeros := 0
	for k, v := range p.state {
		if rest := len(p.words) - 64*k; rest < 64 {
			v |= ^uint64(0) << rest
		}
		zeros += 64 - bits.OnesCount64(v)
	}
	return zeros
}

// sharedInfo is the information in the words both paragraphs hold, in any order.
func (p *pattern) sharedInfo(other []int32) float64 {
	sum := 0.0
	for _, w := range other {
		if p.count[w] > 0 {
			p.count[w]--
			sum += p.weight[w]
		}
	}
	for _, w := range other {
		p.count[w] = 0
	}
	for _, w := range p.words { // restore
		p.count[w] = 0
	}
	for _, w := range p.words {
		p.count[w]++
	}
	return sum
}
