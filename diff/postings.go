package diff

import "slices"

// postings lists for each number (a phrase, a key) the paragraphs that have it: those of n are at[start[n]:start[n+1]].
type postings struct{ start, at []int32 }

func (p postings) of(n int32) []int32 { return p.at[p.start[n]:p.start[n+1]] }

// newPostings makes room for so many paragraphs of each number. The next paragraph of n goes to at[next[n]].
func newPostings(count []int32) (p postings, next []int32) {
	p.start = make([]int32, len(count)+1)
	for n, c := range count {
		p.start[n+1] = p.start[n] + c
	}
	p.at = make([]int32, p.start[len(count)])
	return p, slices.Clone(p.start)
}
