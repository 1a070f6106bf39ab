package diff

// writer collects a result. It walks both texts at once: equalTo and changeTo say what became of everything from here to
// there, so that no byte can be lost. A change is always one deletion, then one insertion.
type writer struct {
	a, b     string
	list     []Segment
	changed  bool // what the texts hold between done and at
	doneA    int
	doneB    int
	atA, atB int
}

func (w *writer) equalTo(a, b int)  { w.to(a, b, false) }
func (w *writer) changeTo(a, b int) { w.to(a, b, true) }

func (w *writer) to(a, b int, changed bool) {
	if a == w.atA && b == w.atB {
		return
	}
	if changed != w.changed {
		w.flush()
		w.changed = changed
	}
	w.atA, w.atB = a, b
}

// flush writes what lies between done and at.
func (w *writer) flush() {
	a, b := w.a[w.doneA:w.atA], w.b[w.doneB:w.atB]
	w.doneA, w.doneB = w.atA, w.atB
	if !w.changed {
		if a != "" || b != "" {
			w.list = append(w.list, Segment{Equal, a, b})
		}
		return
	}
	if a != "" {
		w.list = append(w.list, Segment{Op: Delete, A: a})
	}
	if b != "" {
		w.list = append(w.list, Segment{Op: Insert, B: b})
	}
}

// render turns hunks of tokens into segments of text. The white space around a change goes where it changes least:
// "foo bar" → "foo new bar" inserts "new ", "foo." → "foo new." inserts " new".
func render(older, newer side, hunks []hunk) []Segment {
	w := writer{a: older.text, b: newer.text}
	a, b := 0, 0
	for _, h := range hunks {
		renderEqual(&w, older, newer, a, b, h.a0-a)
		renderHunk(&w, older, newer, h)
		a, b = h.a1, h.b1
	}
	renderEqual(&w, older, newer, a, b, len(older.tokens)-a)
	w.equalTo(len(older.text), len(newer.text))
	w.flush()
	return w.list
}

// renderEqual writes n equal tokens from a and b on. White space between them that only one text has is a change.
func renderEqual(w *writer, older, newer side, a, b, n int) {
	for k := 1; k < n; k++ {
		if sameGap(older, newer, a+k, b+k) {
			continue
		}
		w.equalTo(older.end(a+k), newer.end(b+k))
		w.changeTo(older.start(a+k), newer.start(b+k))
	}
	if n > 0 {
		w.equalTo(older.end(a+n), newer.end(b+n))
	}
}

// renderHunk writes a change with the gaps before and after it. A side without tokens has one gap, which is both: it is
// given to the equal words before, if it may.
func renderHunk(w *writer, older, newer side, h hunk) {
	before, after := sameGap(older, newer, h.a0, h.b0), sameGap(older, newer, h.a1, h.b1)
	if before {
		w.equalTo(older.start(h.a0), newer.start(h.b0))
	}
	if oneSided := h.a0 == h.a1 || h.b0 == h.b1; after && !(oneSided && before) {
		w.changeTo(older.end(h.a1), newer.end(h.b1))
		w.equalTo(older.start(h.a1), newer.start(h.b1))
	} else {
		w.changeTo(older.start(h.a1), newer.start(h.b1))
	}
}

// sameGap reports whether the white space before two tokens is the same: some, or none.
func sameGap(older, newer side, a, b int) bool {
	return older.gap(a) == newer.gap(b) && older.isInside(a) == newer.isInside(b) || older.isSpaced(a) == newer.isSpaced(b)
}
