package docx

import (
	"strings"

	"mutatis/app/resolution"
)

// tornLines is how many lines a text must have before it is said to be torn.
const tornLines = 15

// isTorn reports a text in which every line is a paragraph of its own, as one that was copied out of a PDF: most of
// them end in the middle of a sentence. Nothing that Word numbers or lays out may be in it.
func (b *body) isTorn() bool {
	if len(b.items) < tornLines || len(b.numbers.order) > 0 {
		return false
	}
	open := 0
	for _, it := range b.items {
		if it.seen.label != "" || it.seen.place.table > 0 || len(it.italic) > 0 {
			return false
		}
		if !endsParagraph(it.text) {
			open++
		}
	}
	return open*100 > len(b.items)*60
}

// mend reads the lines of a torn text as extracted text: they are joined, running heads and notes taken out.
func (b *body) mend() {
	var text strings.Builder
	for _, it := range append(b.head, b.items...) {
		text.WriteString(strings.Repeat("\n", it.space) + string(it.text) + "\n")
	}
	blocks, notes, left := resolution.Repair(text.String())
	b.blocks, b.notes, b.marks = blocks, notes, b.loseMarks()
	b.leftOut = append(b.leftOut, left...)
	b.torn = true
}

// loseMarks keeps the comments though it is not known any more where they stand.
func (b *body) loseMarks() []commentMark {
	var marks []commentMark
	for _, it := range b.items {
		for _, id := range it.comments {
			marks = append(marks, commentMark{id, -1})
		}
	}
	return marks
}
