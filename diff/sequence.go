package diff

import "math/bits"

// sequence is a paragraph's words in their order, ready to be compared with many others: for each word a row of bits, one
// for each place where it stands. Comparing costs one step for each word of the other paragraph and each 64 words of this
// (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
type sequence struct {
	words  []int32
	row    []int32  // by word: its row in places, 0 for none
	places []uint64 // rows of blocks; row 0 is empty
	blocks int
	state  []uint64 // a zero bit: the common subsequence grows at this place
	rows   []uint64 // the states after each word of the other, for path
	found  commonPath
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
	s.begin(0)
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

// begin takes so many words for found that both paragraphs begin with.
func (s *sequence) begin(head int) {
	s.state = s.state[:0]
	for k := range s.blocks {
		s.state = append(s.state, ^uint64(0)<<max(0, head-64*k))
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

// commonPath is a longest common subsequence: its pairs of places, the last first.
type commonPath [][2]int

// path finds a longest common subsequence, back through the states from the last word. What both begin with is part of
// it. It holds until the next one is asked for.
func (s *sequence) path(other []int32) commonPath {
	head := commonPrefix(s.words, other)
	s.begin(head)
	s.rows = s.rows[:0]
	for _, w := range other[head:] {
		s.step(w)
		s.rows = append(s.rows, s.state...)
	}
	s.found = s.found[:0]
	i, j := len(s.words)-1, len(other)-1
	for i >= head && j >= head {
		switch {
		case !s.grows(j-head, i): // this paragraph's word is not needed
			i--
		case j > head && s.grows(j-head-1, i): // it was found before the other's word
			j--
		default:
			s.found = append(s.found, [2]int{i, j})
			i, j = i-1, j-1
		}
	}
	for k := head - 1; k >= 0; k-- {
		s.found = append(s.found, [2]int{k, k})
	}
	return s.found
}

// grows reports whether place i adds to the common subsequence with the other's words up to j.
func (s *sequence) grows(j, i int) bool { return s.rows[j*s.blocks+i/64]>>(i%64)&1 == 0 }

// longestRun is the length of the longest run of words that stand together in both paragraphs.
func (p commonPath) longestRun() int {
	longest, run := 0, 0
	for n, at := range p {
		if n == 0 || at[0]+1 != p[n-1][0] || at[1]+1 != p[n-1][1] {
			run = 0
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// leftOver answers the words of the two paragraphs (side 0 or 1) that are not on the path.
func (p commonPath) leftOver(words []int32, side int) []int32 {
	if len(words) == len(p) {
		return nil
	}
	out := make([]int32, 0, len(words)-len(p))
	from := 0
	for n := len(p) - 1; n >= 0; n-- {
		out = append(out, words[from:p[n][side]]...)
		from = p[n][side] + 1
	}
	return append(out, words[from:]...)
}
