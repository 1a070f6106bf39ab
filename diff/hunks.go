package diff

import (
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// hunk is one change: tokens a0…a1-1 of the older text became tokens b0…b1-1 of the newer. What stands between two hunks
// is equal.
type hunk struct{ a0, a1, b0, b1 int }

// The limits of the work on one pair of texts, in tokens. Myers' algorithm costs the number of tokens times the number of
// differences; below minimalTokens that is at most some 10⁸ steps, and there are runes enough for every word.
const (
	minimalTokens = 20_000
	manyTokens    = 1_000 // from here on it pays to look first whether there is a common word
	surrogates    = 0xE000 - 0xD800
)

// shortestEdit finds the hunks between two lists of words. Texts too long for the exact answer are first cut at words
// that stand once in each; where there is none, at equal distances.
func shortestEdit(a, b []int32) []hunk {
	var found hunkList
	found.compare(a, b, 0, 0)
	return found
}

type hunkList []hunk

// add appends a hunk and joins it with the one before if nothing stands between them.
func (l *hunkList) add(h hunk) {
	if h.a0 == h.a1 && h.b0 == h.b1 {
		return
	}
	if n := len(*l); n > 0 && (*l)[n-1].a1 == h.a0 && (*l)[n-1].b1 == h.b0 {
		(*l)[n-1].a1, (*l)[n-1].b1 = h.a1, h.b1
		return
	}
	*l = append(*l, h)
}

// compare adds the hunks between a and b, which start at a0 and b0 of the whole.
func (l *hunkList) compare(a, b []int32, a0, b0 int) {
	n := commonPrefix(a, b)
	a, b, a0, b0 = a[n:], b[n:], a0+n, b0+n
	n = commonSuffix(a, b)
	a, b = a[:len(a)-n], b[:len(b)-n]
	switch {
	case len(a) == 0 || len(b) == 0 || len(a)+len(b) > manyTokens && areStrangers(a, b):
		l.add(hunk{a0, a0 + len(a), b0, b0 + len(b)})
	case len(a)+len(b) <= minimalTokens:
		l.minimal(a, b, a0, b0)
	default:
		l.cut(a, b, a0, b0)
	}
}

// minimal asks go-diff, one rune a word. The runes of UTF-16 surrogates would come back as U+FFFD and are stepped over.
// DiffTimeout stays 0: with a timeout the answer would depend on how busy the machine is.
func (l *hunkList) minimal(a, b []int32, a0, b0 int) {
	ra, rb := asRunes(a, b)
	dmp := diffmatchpatch.DiffMatchPatch{}
	for _, d := range dmp.DiffMainRunes(ra, rb, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			a0, b0 = a0+n, b0+n
		case diffmatchpatch.DiffDelete:
			l.add(hunk{a0, a0 + n, b0, b0})
			a0 += n
		case diffmatchpatch.DiffInsert:
			l.add(hunk{a0, a0, b0, b0 + n})
			b0 += n
		}
	}
}

// asRunes writes words as runes, numbered anew from 0 so that there are always runes enough.
func asRunes(a, b []int32) (ra, rb []rune) {
	number := make(map[int32]rune, len(a)+len(b))
	write := func(words []int32) []rune {
		out := make([]rune, len(words))
		for i, w := range words {
			r, ok := number[w]
			if !ok {
				r = rune(len(number))
				number[w] = r
			}
			if r >= 0xD800 {
				r += surrogates
			}
			out[i] = r
		}
		return out
	}
	return write(a), write(b)
}

// cut divides a pair that is too long: at the words that stand once in each and keep their order, or, where there is
// none, into slices of equal length.
func (l *hunkList) cut(a, b []int32, a0, b0 int) {
	anchors := sharedOnce(a, b)
	if len(anchors) == 0 {
		l.slices(a, b, a0, b0)
		return
	}
	fromA, fromB := 0, 0
	for _, p := range anchors {
		l.compare(a[fromA:p[0]], b[fromB:p[1]], a0+fromA, b0+fromB)
		fromA, fromB = p[0]+1, p[1]+1
	}
	l.compare(a[fromA:], b[fromB:], a0+fromA, b0+fromB)
}

// slices compares slice by slice, each short enough for the exact answer.
func (l *hunkList) slices(a, b []int32, a0, b0 int) {
	n := (len(a)+len(b))/minimalTokens + 1
	for i := range n {
		fromA, toA := len(a)*i/n, len(a)*(i+1)/n
		fromB, toB := len(b)*i/n, len(b)*(i+1)/n
		l.compare(a[fromA:toA], b[fromB:toB], a0+fromA, b0+fromB)
	}
}

// areStrangers reports whether two lists have no word in common: the dearest case for an algorithm whose cost grows with
// the differences, and the cheapest to see.
func areStrangers(a, b []int32) bool {
	in := make(map[int32]bool, len(a))
	for _, w := range a {
		in[w] = true
	}
	return !slices.ContainsFunc(b, func(w int32) bool { return in[w] })
}

// sharedOnce lists the places {in a, in b} of words that stand once in each text, in the longest order both share.
func sharedOnce(a, b []int32) [][2]int {
	inB := onceIn(b)
	onceA := onceIn(a)
	var pairs [][2]int
	for i, w := range a {
		if j, ok := inB[w]; ok && j >= 0 && onceA[w] == i {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	order := make([]int, len(pairs))
	for i, p := range pairs {
		order[i] = p[1]
	}
	var kept [][2]int
	for i, in := range longestIncreasing(order, nil) {
		if in {
			kept = append(kept, pairs[i])
		}
	}
	return kept
}

// onceIn maps a word to its place, -1 if it has several.
func onceIn(words []int32) map[int32]int {
	at := make(map[int32]int, len(words))
	for i, w := range words {
		if _, twice := at[w]; twice {
			at[w] = -1
		} else {
			at[w] = i
		}
	}
	return at
}

func commonPrefix(a, b []int32) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []int32) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
