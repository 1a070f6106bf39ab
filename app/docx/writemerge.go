package docx

import (
	"unicode"

	"mutatis/app/resolution"
)

// line is a paragraph of the file: of the older text, of the newer, or of both. A row of a table has cells instead of
// pieces; each is a line.
type line struct {
	older, newer *face // how it looks in each text; nil where it is not in it
	pieces       []markedRun
	end          resolution.Mark // of its end, or of the whole row
	cells        []line
	remarks      []string
}

// markedRun is a stretch of a line with one mark and one look, or a call.
type markedRun struct {
	text         []rune
	mark         resolution.Mark
	older, newer appearance // the same but where a kept stretch looks otherwise now
	call         *writtenNote
	again        bool // the note was called before
}

// side is one of the two texts that are made one.
type side struct {
	draft   resolution.Draft
	own     int             // paragraphs that are the draft's own; behind them stands the tail
	mark    resolution.Mark // of what this side alone has
	calls   map[callPlace]*writtenCall
	signed  map[string]bool // notes that the masthead calls, as far as it is written
	keys    []noteName      // of its footnotes
	pending []*writtenCall  // called here, not yet written
	written map[noteName]*writtenNote
	twins   map[noteName]noteName // the same notes on the other side
	remarks map[int][]string      // comments by paragraph
}

// merger makes one text of two.
type merger struct {
	older, newer side
	words        Words
	clean        bool // both texts are one
	first        int  // the number with which Word counts the notes
	head         masthead
	lines        []line
	current      line
	notes        []*writtenNote
}

func newMerger(older, newer resolution.Draft, words Words) *merger {
	first := firstNote(newer, older)
	return &merger{older: newSide(older, resolution.Deleted, first), newer: newSide(newer, resolution.Inserted, first), words: words, first: first}
}

func newSide(d resolution.Draft, mark resolution.Mark, first int) side {
	s := side{draft: d, own: len(d.Paragraphs), mark: mark, signed: map[string]bool{}, written: map[noteName]*writtenNote{}, remarks: map[int][]string{}}
	s.nameNotes()
	s.planCalls(first)
	s.addTail()
	return s
}

// both makes lines of paragraphs that belong together.
func (m *merger) both(a, b content) {
	w := &walk{merger: m, a: a, b: b}
	w.collect()
	for _, pair := range m.words(string(a.text), string(b.text)) {
		x, y := []rune(pair[0]), []rune(pair[1])
		switch {
		case len(y) == 0:
			w.delete(len(x))
		case len(x) == 0:
			w.insert(len(y))
		default:
			w.same(x, y)
		}
	}
	w.finish(resolution.Kept)
}

// alone makes lines of paragraphs that one side alone has.
func (m *merger) alone(s *side, c content) {
	w := &walk{merger: m}
	step := w.delete
	if s.mark == resolution.Inserted {
		w.b, step = c, w.insert
	} else {
		w.a = c
	}
	w.collect()
	step(len(c.text))
	w.finish(s.mark)
}

// walk goes through two contents at once.
type walk struct {
	*merger
	a, b     content
	i, j     int // code points behind us
	ca, cb   int // calls behind us
	ends, to int // paragraphs behind us
}

// same goes through stretches of the same words, whose signs may differ.
func (w *walk) same(x, y []rune) {
	for len(x) > 0 && len(y) > 0 {
		if x[0] == y[0] {
			w.keep()
			x, y = x[1:], y[1:]
			continue
		}
		da, db := meet(x, y)
		w.delete(da)
		w.insert(db)
		x, y = x[da:], y[db:]
	}
	w.delete(len(x))
	w.insert(len(y))
}

// nearby is how far apart two stretches of the same words may drift before they meet again.
const nearby = 24

// meet finds where two stretches go on alike, all of both where they do not nearby.
func meet(x, y []rune) (int, int) {
	for d := 1; d <= nearby; d++ {
		for da := 0; da <= d; da++ {
			if db := d - da; da <= len(x) && db <= len(y) && goOnAlike(x[da:], y[db:]) {
				return da, db
			}
		}
	}
	return len(x), len(y)
}

func goOnAlike(x, y []rune) bool {
	const enough = 4
	if len(x) < enough || len(y) < enough {
		return string(x) == string(y)
	}
	return string(x[:enough]) == string(y[:enough])
}

func (w *walk) keep() {
	w.flush(&w.older)
	w.flush(&w.newer)
	r, older, newer := w.b.text[w.j], w.a.looks[w.i], w.b.looks[w.j]
	w.i, w.j = w.i+1, w.j+1
	if unicode.IsSpace(r) {
		older = newer // nobody sees a blank in italics
	}
	w.put(r, resolution.Kept, older, newer)
}

func (w *walk) delete(n int) {
	for range n {
		w.flush(&w.older)
		r, look := w.a.text[w.i], w.a.looks[w.i]
		w.i++
		w.put(r, resolution.Deleted, look, look)
	}
}

func (w *walk) insert(n int) {
	for range n {
		w.flush(&w.newer)
		r, look := w.b.text[w.j], w.b.looks[w.j]
		w.j++
		w.put(r, resolution.Inserted, look, look)
	}
}

// put writes a letter or ends a paragraph, and collects the calls behind it.
func (w *walk) put(r rune, m resolution.Mark, older, newer appearance) {
	if r == paragraphEnd {
		w.close(m)
	} else {
		w.write(r, m, older, newer)
	}
	w.collect()
}

func (w *walk) write(r rune, m resolution.Mark, older, newer appearance) {
	pieces := w.current.pieces
	if n := len(pieces); n > 0 && pieces[n-1].call == nil && pieces[n-1].mark == m && pieces[n-1].older == older && pieces[n-1].newer == newer {
		pieces[n-1].text = append(pieces[n-1].text, r)
		return
	}
	w.current.pieces = append(pieces, markedRun{text: []rune{r}, mark: m, older: older, newer: newer})
}

// close ends the line at hand, in the paragraphs in which both sides are.
func (w *walk) close(m resolution.Mark) {
	if len(w.a.faces) > 0 {
		w.current.older = &w.a.faces[min(w.ends, len(w.a.faces)-1)]
	}
	if len(w.b.faces) > 0 {
		w.current.newer = &w.b.faces[min(w.to, len(w.b.faces)-1)]
	}
	w.current.end = m
	w.lines = append(w.lines, w.current)
	w.current = line{}
	if m != resolution.Inserted {
		w.ends++
	}
	if m != resolution.Deleted {
		w.to++
	}
}

// finish ends the last paragraph.
func (w *walk) finish(m resolution.Mark) {
	w.flush(&w.older)
	w.flush(&w.newer)
	w.close(m)
}

// collect takes the calls at the place at hand, and writes those that both sides have.
func (w *walk) collect() {
	for ; w.ca < len(w.a.calls) && w.a.calls[w.ca].at <= w.i; w.ca++ {
		w.older.pending = append(w.older.pending, w.a.calls[w.ca].call)
	}
	for ; w.cb < len(w.b.calls) && w.b.calls[w.cb].at <= w.j; w.cb++ {
		w.newer.pending = append(w.newer.pending, w.b.calls[w.cb].call)
	}
	for i, x := range w.older.pending {
		for j, y := range w.newer.pending {
			if w.twins(x, y) {
				w.callAlone(&w.older, w.older.pending[:i])
				w.callAlone(&w.newer, w.newer.pending[:j])
				w.callBoth(x, y)
				w.older.pending, w.newer.pending = w.older.pending[i+1:], w.newer.pending[j+1:]
				w.collect()
				return
			}
		}
	}
}

// flush writes the calls of a side that the other one does not have.
func (w *walk) flush(s *side) {
	if len(s.pending) > 0 {
		w.callAlone(s, s.pending)
		s.pending = nil
	}
}
