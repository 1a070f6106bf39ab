package diff

import (
	"math/bits"
	"slices"
)

// sequence is a paragraph's words in their order, ready to be compared with many others: for each word a row of bits, one
// for each place where it stands. Comparing costs one step for each word of the other paragraph and each 64 words of this
// (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
type sequence struct {
	words  []int32
	row    []int32  // by word: its row in places, 0 for none
	places []uint64 // rows of blocks; row 0 is empty
	blocks int
	state  []uint64 // a zero bit: the common subsequence grows at this place
	rows   []uint64 // the states after each word of the other, for unmatched
}

func newSequence(words int) sequence { return sequence{row: make([]int32, words)} }

func (s *sequence) load(words []int32) {
	for _, w := range s.words {
		s.row[w] = 0
	}
	s.words, s.blocks = words, (len(words)+63)/64
	s.places = grow(s.places[:0], s.blocks)
	rows := int32(1)
	for k, w := range words {
		if s.row[w] == 0 {
			s.row[w] = rows
			rows++
			s.places = grow(s.places, s.blocks)
		}
		s.places[int(s.row[w])*s.blocks+k/64] |= 1 << (k % 64)
	}
}

// grow appends n zeros.
func grow(list []uint64, n int) []uint64 {
	for range n {
		list = append(list, 0)
	}
	return list
}

// common is the length of the longest common subsequence.
func (s *sequence) common(other []int32) int {
	s.begin()
	for _, w := range other {
		s.step(w)
	}
	n := 0
	for k, v := range s.state {
		if rest := len(s.words) - 64*k; rest < 64 {
			v |= ^uint64(0) << rest
		}
		n += 64 - bits.OnesCount64(v)
	}
	return n
}

func (s *sequence) begin() {
	s.state = s.state[:0]
	for range s.blocks {
		s.state = append(s.state, ^uint64(0))
	}
}

// step takes one word of the other paragraph.
func (s *sequence) step(w int32) {
	row := int(s.row[w]) * s.blocks
	if row == 0 {
		return
	}
	var carry uint64
	for k, v := range s.state {
		u := v & s.places[row+k]
		var sum uint64
		sum, carry = bits.Add64(v, u, carry)
		s.state[k] = sum | v&^u
	}
}

// unmatched answers the words of this paragraph and of the other that a longest common subsequence leaves out.
func (s *sequence) unmatched(other []int32) (restA, restB []int32) {
	i, j := len(s.words), len(other)
	s.walk(other, func(p, q int) {
		restA, restB = appendBackwards(restA, s.words[p+1:i]), appendBackwards(restB, other[q+1:j])
		i, j = p, q
	})
	restA, restB = appendBackwards(restA, s.words[:i]), appendBackwards(restB, other[:j])
	slices.Reverse(restA)
	slices.Reverse(restB)
	return restA, restB
}

func appendBackwards(list, words []int32) []int32 {
	for k := len(words) - 1; k >= 0; k-- {
		list = append(list, words[k])
	}
	return list
}

// longestRun is the length of a longest common subsequence, and of the longest run in it.
func (s *sequence) longestRun(other []int32) (common, longest int) {
	run, i, j := 0, -1, -1
	s.walk(other, func(p, q int) {
		if p+1 != i || q+1 != j {
			run = 0
		}
		i, j = p, q
		common, run = common+1, run+1
		longest = max(longest, run)
	})
	return common, longest
}

// walk visits the pairs of a longest common subsequence, back through the states from the last word.
func (s *sequence) walk(other []int32, visit func(i, j int)) {
	s.begin()
	s.rows = s.rows[:0]
	for _, w := range other {
		s.step(w)
		s.rows = append(s.rows, s.state...)
	}
	i, j := len(s.words)-1, len(other)-1
	for i >= 0 && j >= 0 {
		switch {
		case !s.grows(j, i): // this paragraph's word is not needed
			i--
		case j > 0 && s.grows(j-1, i): // it was found before the other's word
			j--
		default:
			visit(i, j)
			i, j = i-1, j-1
		}
	}
}

// grows reports whether place i adds to the common subsequence with the other's words up to j.
func (s *sequence) grows(j, i int) bool { return s.rows[j*s.blocks+i/64]>>(i%64)&1 == 0 }
