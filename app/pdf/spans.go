package pdf

import (
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// A called note in a text that has been cut into spans.
type called struct {
	number string
	offset int // code point of the spans' text
}

// spansOf cuts a paragraph into spans: its opening, the calls of its notes, the rest.
func spansOf(p resolution.Paragraph, base, opening typeset.Style) ([]typeset.Span, []called) {
	text := []rune(p.Text)
	within := func(v int) int { return min(max(v, 0), len(text)) }
	notes := slices.Clone(p.Notes)
	slices.SortStableFunc(notes, func(a, b resolution.NoteCall) int { return within(a.Offset) - within(b.Offset) })
	var b spanner
	at := 0
	for i, n := range notes {
		to := within(n.Offset)
		b.words(text, at, to, within(p.Opening), base, opening)
		if i > 0 && within(notes[i-1].Offset) == to {
			b.add(",", typeset.Raised)
		}
		b.calls = append(b.calls, called{n.Number, b.length})
		b.add(n.Number, typeset.Raised)
		at = to
	}
	b.words(text, at, len(text), within(p.Opening), base, opening)
	return b.spans, b.calls
}

type spanner struct {
	spans  []typeset.Span
	calls  []called
	length int
}

func (b *spanner) add(text string, s typeset.Style) {
	if text == "" {
		return
	}
	b.spans = append(b.spans, typeset.Span{Text: text, Style: s})
	b.length += len([]rune(text))
}

// words adds text[from:to], what lies before cut in the style of openings.
func (b *spanner) words(text []rune, from, to, cut int, base, opening typeset.Style) {
	middle := min(max(cut, from), to)
	b.add(string(text[from:middle]), base|opening)
	b.add(string(text[middle:to]), base)
}

// A column is the spans of one cell of a table's row.
type column struct {
	spans  []typeset.Span
	length int // in code points
}

// splitSpans parts spans at tabs.
func splitSpans(spans []typeset.Span) []column {
	columns := []column{{}}
	for _, span := range spans {
		for i, text := range strings.Split(span.Text, "\t") {
			if i > 0 {
				columns = append(columns, column{})
			}
			last := &columns[len(columns)-1]
			if text != "" {
				last.spans = append(last.spans, typeset.Span{Text: text, Style: span.Style, Tag: span.Tag})
				last.length += len([]rune(text))
			}
		}
	}
	return columns
}

// calledWithin are the calls in [from, to), counted from there.
func calledWithin(calls []called, from, to int) []called {
	var own []called
	for _, call := range calls {
		if call.offset >= from && call.offset < to {
			own = append(own, called{call.number, call.offset - from})
		}
	}
	return own
}

// noteFinder finds for every call the note it calls: the first with its number that has not been called, or the last that
// has, since parts of a resolution may count their notes anew.
type noteFinder struct {
	draft resolution.Draft
	index map[int]int // footnote → index in the composer's notes
	used  map[string]int
}

func newNoteFinder(d resolution.Draft) *noteFinder {
	return &noteFinder{draft: d, index: map[int]int{}, used: map[string]int{}}
}

// find answers the index of a footnote of the draft; false where there is none with that number.
func (f *noteFinder) find(number string) (int, bool) {
	last, seen := -1, 0
	for i, n := range f.draft.Footnotes {
		if n.Number != number {
			continue
		}
		last = i
		if seen == f.used[number] {
			break
		}
		seen++
	}
	if last >= 0 {
		f.used[number]++
	}
	return last, last >= 0
}

// note sets a footnote: its number raised in the margin, its text in small letters.
func (c *composer) note(n resolution.Footnote) typeset.Piece {
	s := c.setting()
	s.Size, s.Align = c.letters.note, typeset.Start
	number, width := c.label(n.Number, s, typeset.Raised, inkText)
	text := c.block([]typeset.Span{{Text: n.Text}}, s, c.measure)
	return typeset.Piece{Cells: []typeset.Cell{c.cell(number, -width-3.4, 0), c.cell(text, 0, 0)}}
}

// calls turns the calls of a cell into those of the page, and sets each note at its first call.
func (c *composer) calls(f *noteFinder, in []called) []typeset.Call {
	var out []typeset.Call
	for _, call := range in {
		footnote, ok := f.find(call.number)
		if !ok {
			continue
		}
		at, known := f.index[footnote]
		if !known {
			at = len(c.notes)
			f.index[footnote] = at
			c.notes = append(c.notes, c.note(f.draft.Footnotes[footnote]))
		}
		out = append(out, typeset.Call{Offset: call.offset, Note: at})
	}
	return out
}

// uncalled sets what no call leads to below the text: no note is lost.
func (c *composer) uncalled(f *noteFinder) {
	for i, n := range f.draft.Footnotes {
		if _, known := f.index[i]; !known {
			piece := c.note(n)
			piece.Before = 4
			c.add(piece)
		}
	}
}

func pageNumber(page, pages int) string { return strconv.Itoa(page) + "/" + strconv.Itoa(pages) }
