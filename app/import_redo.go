package app

import (
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// Redo makes corrections again on a new reading of the same source, where paragraphs are found by their words, the
// nearest first. Those that no longer fit come back, each with a sentence among the reading's problems.
func Redo(corrections []ImportCorrection, fresh *Import) (lost []ImportCorrection) {
	for _, c := range corrections {
		again, ok := fresh.refit(c)
		if ok && fresh.correct(again) == nil {
			continue
		}
		lost = append(lost, c)
	}
	for _, c := range lost {
		fresh.Problems = append(fresh.Problems, resolution.NewProblem(-1, "lost-correction", c.What, shortened(c.Words)))
	}
	return lost
}

// refit finds the place of a correction in another reading.
func (i *Import) refit(c ImportCorrection) (ImportCorrection, bool) {
	texts := i.paragraphTexts()
	switch {
	case c.What == CorrectParagraph, c.What == CorrectWord && c.Number != "":
		texts = nil
		for _, f := range i.Draft.Footnotes {
			texts = append(texts, f.Text)
		}
	case c.What == CorrectTakeIn:
		if after := nearest(texts, c.After, c.To-1); c.After != "" && after >= 0 {
			c.To = after + 1
		}
		texts = i.Draft.LeftOut
	}
	at := nearest(texts, c.Words, c.At)
	if at < 0 {
		return c, false
	}
	if c.What == CorrectSplit {
		c.Offset = sameOffset(c.Words, c.Offset, texts[at])
	}
	c.At = at
	return c, true
}

func (i *Import) paragraphTexts() []string {
	texts := make([]string, len(i.Draft.Paragraphs))
	for k, p := range i.Draft.Paragraphs {
		texts[k] = p.Text
	}
	return texts
}

// nearest finds the text with the same letters and digits that is nearest to a place; -1 for none.
func nearest(texts []string, words string, at int) int {
	found, key := -1, inked(words)
	for k, t := range texts {
		if inked(t) == key && (found < 0 || distance(k, at) < distance(found, at)) {
			found = k
		}
	}
	return found
}

func distance(a, b int) int { return max(a-b, b-a) }

// inked is a text's letters and digits alone: readers differ in blanks and hyphens.
func inked(text string) string {
	return strings.Map(func(r rune) rune {
		if isInk(r) {
			return r
		}
		return -1
	}, text)
}

func isInk(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// sameOffset is the offset in another text before which there are as many letters and digits.
func sameOffset(text string, offset int, other string) int {
	if text == other {
		return offset
	}
	n := 0
	for k, r := range []rune(text) {
		if k < offset && isInk(r) {
			n++
		}
	}
	runes := []rune(other)
	for k, r := range runes {
		if n == 0 && isInk(r) {
			return k
		}
		if isInk(r) {
			n--
		}
	}
	return len(runes)
}

// shortened is the beginning of a text.
func shortened(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
