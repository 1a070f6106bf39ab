package app

import (
	"strings"

	"mutatis/app/resolution"
)

// Touch says what a person did to a paragraph of a reading.
type Touch uint8

// What a person can have done.
const (
	Untouched Touch = iota
	Confirmed       // it was looked at and is right as it was read
	Mended          // it is another than the one that was read
)

// Touches says of every paragraph what a person did to it.
func (i *Import) Touches() []Touch {
	touches := make([]Touch, len(i.Draft.Paragraphs))
	if len(i.past) == 0 {
		return touches
	}
	read, confirmed := map[string]int{}, map[string]bool{}
	for _, p := range i.past[0].draft.Paragraphs {
		read[asRead(p)]++
	}
	for _, c := range i.Corrections {
		confirmed[c.Words] = confirmed[c.Words] || c.What == CorrectConfirm
	}
	for at, p := range i.Draft.Paragraphs {
		key := asRead(p)
		switch {
		case read[key] <= 0:
			touches[at] = Mended
		case confirmed[p.Text]:
			touches[at] = Confirmed
		}
		read[key]--
	}
	return touches
}

// asRead tells paragraphs of a reading apart.
func asRead(p resolution.Paragraph) string {
	return strings.Join([]string{string(p.Kind), p.Number, p.Text}, "\x00")
}
