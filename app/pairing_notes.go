package app

import (
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// footnoteKind is the kind of a note in the interchange of align, where notes stand among the paragraphs.
const footnoteKind resolution.Kind = "footnote"

// symbolNotes pairs in turn the notes that are nothing but the symbol of a document, where both texts have as many of one
// form: last year's report and this year's share no word, and the note is the same. A note whose very words stand on the
// other side needs no help, and a person's word goes before.
func symbolNotes(older, newer []resolution.Paragraph, said Corrections) (together [][2]int) {
	spoken := slices.Concat(said.Together, said.Apart)
	a := symbolForms(older, newer, func(i int) bool { return speaksOf(spoken, 0, i) })
	b := symbolForms(newer, older, func(j int) bool { return speaksOf(spoken, 1, j) })
	for form, from := range a {
		if to := b[form]; len(from) == len(to) {
			together = append(together, inTurn(from, to)...)
		}
	}
	slices.SortFunc(together, func(p, q [2]int) int { return p[0] - q[0] })
	return together
}

// speaksOf reports whether one of the pairs has paragraph i on a side, 0 the older.
func speaksOf(pairs [][2]int, side, i int) bool {
	return slices.ContainsFunc(pairs, func(p [2]int) bool { return p[side] == i })
}

// symbolForms lists the notes of a text that are a symbol and are not found in the other, by the form of the symbol, but
// for those that are settled.
func symbolForms(paragraphs, other []resolution.Paragraph, settled func(i int) bool) map[string][]int {
	at, known := map[string][]int{}, notesOf(other)
	for i, p := range paragraphs {
		if p.Kind != footnoteKind || known[diff.Canonical(p.Text)] || settled(i) {
			continue
		}
		symbol := strings.Trim(p.Text, " .。")
		if _, err := resolution.ParseSymbol(symbol); err == nil {
			form := symbolForm(symbol)
			at[form] = append(at[form], i)
		}
	}
	return at
}

// symbolNotesOf is symbolNotes for the notes of two drafts, by their places in the lists of notes.
func symbolNotesOf(older, newer resolution.Draft, settled [][2]int) [][2]int {
	return symbolNotes(noteParagraphs(older), noteParagraphs(newer), Corrections{Together: settled})
}

func noteParagraphs(d resolution.Draft) []resolution.Paragraph {
	out := make([]resolution.Paragraph, len(d.Footnotes))
	for i, f := range d.Footnotes {
		out[i] = resolution.Paragraph{Kind: footnoteKind, Number: f.Number, Text: f.Text}
	}
	return out
}

// notesOf is the set of the notes of a text.
func notesOf(paragraphs []resolution.Paragraph) map[string]bool {
	notes := map[string]bool{}
	for _, p := range paragraphs {
		if p.Kind == footnoteKind {
			notes[diff.Canonical(p.Text)] = true
		}
	}
	return notes
}

// symbolForm is a symbol with # for its numbers: "A/59/1" and "A/61/302" have the form "A/#/#".
func symbolForm(symbol string) string {
	var form strings.Builder
	number := false
	for _, r := range symbol {
		digit := unicode.IsDigit(r)
		switch {
		case !digit:
			form.WriteRune(r)
		case !number:
			form.WriteByte('#')
		}
		number = digit
	}
	return form.String()
}

// otherCitation is what it takes from the likeness of two notes that none of their numbers is the same: a note is what it
// cites, and "General Assembly resolution" stands in every second one.
const otherCitation = .6

// citesAlike weighs a pair of notes by the numbers in them, 1 where one is shared or a note has none.
func citesAlike(older, newer string) float64 {
	a, b := citedNumbers(older), citedNumbers(newer)
	if len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(word string) bool { return slices.Contains(b, word) }) {
		return 1
	}
	return otherCitation
}

// citedNumbers lists the words of a note that have a digit in them.
func citedNumbers(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;，；。", r) })
	return slices.DeleteFunc(words, func(w string) bool { return !strings.ContainsFunc(w, unicode.IsDigit) })
}
