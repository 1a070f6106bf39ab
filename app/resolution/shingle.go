package resolution

import (
	"hash/fnv"
	"slices"
)

// Shingles are hashes by which nearly the same texts are found, those that every such text is kept under: of every two
// neighbouring terms, about half. A Chinese text, whose terms are pairs already, is kept under single terms, too: where two
// characters in five are others, few threes are left.
func Shingles(stems []string, lang Language) []uint64 {
	kept := winnow(neighbours(stems, lang))
	if lang == Chinese {
		kept = append(kept, winnow(singles(stems, lang))...)
	}
	return kept
}

// mostAsked is how many shingles a text is looked for by.
const mostAsked = 96

// Asked are the shingles by which a text is looked for: all of it, for another text keeps others of the same; of a long
// one the smallest, which are the likeliest to be kept.
func Asked(stems []string, lang Language) []uint64 {
	hashes := neighbours(stems, lang)
	if lang == Chinese {
		hashes = append(hashes, singles(stems, lang)...)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return hashes[:min(len(hashes), mostAsked)]
}

func singles(stems []string, lang Language) []uint64 {
	var hashes []uint64
	for _, s := range stems {
		hashes = append(hashes, shingle(lang, s, ""))
	}
	return hashes
}

// neighbours are the shingles of every two neighbouring terms. A text of one term has that as its only one.
func neighbours(stems []string, lang Language) []uint64 {
	if len(stems) == 1 {
		return singles(stems, lang)
	}
	var hashes []uint64
	for i := 1; i < len(stems); i++ {
		hashes = append(hashes, shingle(lang, stems[i-1], stems[i]))
	}
	return hashes
}

func shingle(lang Language, first, second string) uint64 {
	h := fnv.New64a()
	for _, s := range []string{string(lang), first, second} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	x := h.Sum64() // the last bytes have not reached all bits: stir
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return x
}

// window is how many neighbouring shingles one is kept of; shortText is how many are kept all.
const (
	window    = 3
	shortText = 16
)

// winnow keeps about half of the shingles, the same ones wherever the same words stand: the smallest of every window
// (Schleimer, Wilkerson and Aiken 2003). Of a short text all are kept, since a few changed words leave it few.
func winnow(hashes []uint64) []uint64 {
	if len(hashes) <= shortText {
		return hashes
	}
	var kept []uint64
	last := -1
	for i := 0; i+window <= len(hashes); i++ {
		least := i
		for j := i; j < i+window; j++ {
			if hashes[j] <= hashes[least] {
				least = j
			}
		}
		if least != last {
			kept = append(kept, hashes[least])
			last = least
		}
	}
	return kept
}

// Likeness says how nearly two texts are the same by their stems, from 0 to 1: half by the words they share, half by the
// pairs of neighbours. Word order counts, inflection does not.
func Likeness(a, b []string) float64 {
	return (dice(a, b) + dice(pairs(a), pairs(b))) / 2
}

func pairs(stems []string) []string {
	if len(stems) < 2 {
		return stems
	}
	var all []string
	for i := 1; i < len(stems); i++ {
		all = append(all, stems[i-1]+" "+stems[i])
	}
	return all
}

// dice is Dice's coefficient of two bags.
func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	left := make(map[string]int, len(a))
	for _, s := range a {
		left[s]++
	}
	shared := 0
	for _, s := range b {
		if left[s] > 0 {
			left[s]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// FindPhrase finds the stretch of a text that is nearest to a phrase, both by their stems: the terms from…to-1, and their
// likeness to the phrase. An exact occurrence has 1; where no word is shared the stretch is empty.
func FindPhrase(phrase, text []string) (from, to int, likeness float64) {
	if at := indexOf(text, phrase); at >= 0 {
		return at, at + len(phrase), 1
	}
	from, to = densest(phrase, text)
	if from == to {
		return 0, 0, 0
	}
	return from, to, Likeness(phrase, text[from:to])
}

// indexOf is where the terms of a phrase stand one after another, -1 where they do not.
func indexOf(text, phrase []string) int {
	if len(phrase) == 0 {
		return -1
	}
	for i := 0; i+len(phrase) <= len(text); i++ {
		if slices.Equal(text[i:i+len(phrase)], phrase) {
			return i
		}
	}
	return -1
}

// densest is the stretch, half as long again as the phrase at most, that holds most of its terms; its ends are such terms.
func densest(phrase, text []string) (from, to int) {
	wanted := map[string]int{}
	for _, s := range phrase {
		wanted[s]++
	}
	longest := len(phrase) + (len(phrase)+1)/2
	best := 0
	for i := range text {
		if wanted[text[i]] == 0 {
			continue
		}
		left := make(map[string]int, len(wanted))
		for s, n := range wanted {
			left[s] = n
		}
		held := 0
		for j := i; j < min(len(text), i+longest); j++ {
			if left[text[j]] == 0 {
				continue
			}
			left[text[j]]--
			held++
			if held > best || held == best && j+1-i < to-from {
				best, from, to = held, i, j+1
			}
		}
	}
	return from, to
}
