package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/bidi"
)

// levels gives every character its embedding level: even runs left to right, odd right to left. The base direction
// is the paragraph's, never guessed from its first letter.
func levels(text []rune, rightToLeft bool) []int8 {
	out := make([]int8, len(text))
	base := bidi.LeftToRight
	if rightToLeft {
		base = bidi.RightToLeft
	}
	var segmenter bidi.Paragraph
	runs := segmenter.Segment(text, base)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for j := r.Start; j < r.End; j++ {
			out[j] = int8(r.Level)
		}
		if r.Level == 2 && !rightToLeft {
			lowerAfterNumber(text[r.Start:r.End], out[r.Start:r.End])
		}
	}
	return out
}

// lowerAfterNumber undoes a merger: the segmenter joins a number that belongs to the right-to-left words before it
// (level 2) with the left-to-right words after it (level 0), since both run the same way.
func lowerAfterNumber(text []rune, levels []int8) {
	digit := -1
	for i, r := range text {
		if unicode.IsDigit(r) {
			digit = i
		}
		if unicode.IsLetter(r) {
			break
		}
	}
	for i := digit + 1; i < len(levels); i++ {
		levels[i] = 0
	}
}
