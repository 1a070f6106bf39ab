package akn

import (
	"cmp"
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// span is a stretch of a paragraph's words inside an element.
type span struct {
	from, to int // code points
	name     string
	attrs    []string
}

// spansOf are the elements in a paragraph's words, none across another: its opening, the documents it cites, and fields.
func (x *writer) spansOf(p resolution.Paragraph, runes int) []span {
	var spans []span
	opening := min(max(p.Opening, 0), runes)
	switch {
	case opening > 0:
		spans = append(spans, span{0, opening, "i", nil})
	case p.Kind == resolution.Organ && runes > 0:
		spans = append(spans, span{0, runes, "span", []string{"class", "italic"}}) // printed so, though it has no opening
	}
	spans = append(spans, x.marks...)
	if p.Kind == resolution.Masthead {
		return nested(spans)
	}
	for _, c := range resolution.Citations(p.Text, x.draft.Language) {
		spans = append(spans, span{c.Offset, c.Offset + c.Length, "ref", []string{"href", address(c.Symbol)}})
	}
	return nested(spans)
}

// nested drops spans that cross one that is kept, and sorts them: the outer before the inner.
func nested(spans []span) []span {
	var kept []span
	for _, s := range spans {
		crosses := func(k span) bool {
			apart := s.to <= k.from || k.to <= s.from
			return !apart && !(k.from <= s.from && s.to <= k.to) && !(s.from <= k.from && k.to <= s.to)
		}
		if s.from < s.to && !slices.ContainsFunc(kept, crosses) {
			kept = append(kept, s)
		}
	}
	slices.SortStableFunc(kept, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	return kept
}

// words writes what stands between two places of a paragraph's words, with its elements and note calls.
func (x *writer) words(p resolution.Paragraph, from, to int) {
	runes := []rune(p.Text)
	spans := within(x.spansOf(p, len(runes)), from, to)
	calls := callsWithin(p.Notes, len(runes), from, to)
	cuts := []int{from, to}
	for _, s := range spans {
		cuts = append(cuts, s.from, s.to)
	}
	for _, c := range calls {
		cuts = append(cuts, c.Offset)
	}
	slices.Sort(cuts)
	var open []span
	at := from
	for _, cut := range slices.Compact(cuts) {
		x.text(string(runes[at:cut]))
		at = cut
		for len(open) > 0 && open[len(open)-1].to == at {
			x.close(open[len(open)-1].name)
			open = open[:len(open)-1]
		}
		for len(calls) > 0 && calls[0].Offset == at {
			x.call(calls[0].Number)
			calls = calls[1:]
		}
		for len(spans) > 0 && spans[0].from == at {
			x.open(spans[0].name, spans[0].attrs...)
			open = append(open, spans[0])
			spans = spans[1:]
		}
	}
}

// within cuts spans to what stands between two places.
func within(spans []span, from, to int) []span {
	var cut []span
	for _, s := range spans {
		if s.from, s.to = max(s.from, from), min(s.to, to); s.from < s.to {
			cut = append(cut, s)
		}
	}
	return cut
}

// callsWithin are the calls from one place to another, in their order; places outside the text are moved to its ends.
func callsWithin(notes []resolution.NoteCall, runes, from, to int) []resolution.NoteCall {
	var calls []resolution.NoteCall
	for _, n := range notes {
		if n.Offset = min(max(n.Offset, 0), runes); n.Offset >= from && n.Offset <= to {
			calls = append(calls, n)
		}
	}
	slices.SortStableFunc(calls, func(a, b resolution.NoteCall) int { return cmp.Compare(a.Offset, b.Offset) })
	return calls
}

// whole writes all words of a paragraph.
func (x *writer) whole(p resolution.Paragraph) { x.words(p, 0, len([]rune(p.Text))) }

// line0 writes a paragraph as one element that holds a line. Kind and level are what a reader takes it for.
func (x *writer) line0(name string, p resolution.Paragraph, kind resolution.Kind, level int, attrs ...string) {
	x.open(name, slices.Concat(attrs, x.exactly(p, "", kind, level), exact(p.Text))...)
	x.whole(p)
	x.close(name)
}

// exactly are attributes of ours that say what a reader would take a paragraph for wrongly. Numeral is the number as it was
// written beside it.
func (x *writer) exactly(p resolution.Paragraph, numeral string, kind resolution.Kind, level int) []string {
	var attrs []string
	if p.Kind != kind {
		attrs = append(attrs, "m:kind", string(p.Kind))
	}
	if p.Level != level {
		attrs = append(attrs, "m:level", decimal(p.Level))
	}
	if bare(collapse(numeral), resolution.Paragraph{Kind: p.Kind, Level: p.Level}, x.draft.Language) != p.Number {
		attrs = append(attrs, "m:number", p.Number)
	}
	return attrs
}

// num writes a paragraph's number, where it has one.
func (x *writer) num(p resolution.Paragraph) string {
	numeral := p.Numeral(x.draft.Language)
	if numeral != "" {
		x.leaf("num", numeral)
	}
	return numeral
}

// notebook says which call stands for which note.
type notebook struct {
	notes []resolution.Footnote
	of    map[string][]int // the notes of a number that are still to be called
	last  map[string]int   // the note of a number that was called last

	called map[string]bool // the numbers that paragraphs call
}

func bookNotes(d resolution.Draft) *notebook {
	b := &notebook{notes: d.Footnotes, of: map[string][]int{}, last: map[string]int{}, called: map[string]bool{}}
	for _, p := range d.Paragraphs {
		for _, n := range p.Notes {
			b.called[n.Number] = true
		}
	}
	for i, n := range d.Footnotes {
		b.of[n.Number] = append(b.of[n.Number], i)
	}
	return b
}

// take is the note that the next call of a number stands for, -1 where there is none, and whether it was called before.
func (b *notebook) take(number string) (note int, again bool) {
	if due := b.of[number]; len(due) > 0 {
		b.of[number], b.last[number] = due[1:], due[0]
		return due[0], false
	}
	if last, ok := b.last[number]; ok {
		return last, true
	}
	return -1, false
}

// call writes a call with its note, or with a reference to it where it was written before.
func (x *writer) call(number string) {
	note, again := x.notes.take(number)
	if note < 0 || again {
		x.empty("noteRef", "href", "#"+noteID(note), "marker", number)
		return
	}
	x.open("authorialNote", "eId", noteID(note), "marker", number, "placement", "bottom")
	x.note(x.notes.notes[note])
	x.close("authorialNote")
}

func noteID(note int) string { return "fn_" + decimal(note+1) }

func (x *writer) note(n resolution.Footnote) {
	marks := x.marks
	x.marks = nil
	x.open("p", exact(n.Text)...)
	x.whole(resolution.Paragraph{Kind: resolution.Unknown, Text: n.Text})
	x.close("p")
	x.marks = marks
}

// uncalled are the notes that no call was written for.
func (b *notebook) uncalled() []int {
	var all []int
	for _, due := range b.of {
		all = append(all, due...)
	}
	slices.Sort(all)
	return all
}

// address names a document: a resolution by the naming convention of the standard, any other by the address at which the
// United Nations keep it.
func address(symbol string) string {
	s, err := resolution.ParseSymbol(symbol)
	if err != nil || !s.Adopted() {
		return "https://undocs.org/" + strings.ReplaceAll(symbol, " ", "%20")
	}
	return root + author(s) + "/" + numberIn(s)
}
