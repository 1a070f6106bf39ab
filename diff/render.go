package diff

// segments collects a result: deletions and insertions wait until the next equal words, so that a change is always one
// deletion and one insertion.
type segments struct {
	list              []Segment
	deleted, inserted string
}

func (s *segments) change(deleted, inserted string) {
	s.deleted += deleted
	s.inserted += inserted
}

func (s *segments) equal(a, b string) {
	if a == "" && b == "" {
		return
	}
	s.flush()
	if n := len(s.list); n > 0 && s.list[n-1].Op == Equal {
		s.list[n-1].A += a
		s.list[n-1].B += b
		return
	}
	s.list = append(s.list, Segment{Equal, a, b})
}

func (s *segments) flush() {
	if s.deleted != "" {
		s.list = append(s.list, Segment{Op: Delete, A: s.deleted})
	}
	if s.inserted != "" {
		s.list = append(s.list, Segment{Op: Insert, B: s.inserted})
	}
	s.deleted, s.inserted = "", ""
}

func (s *segments) unchanged() bool {
	for _, one := range s.list {
		if one.Op != Equal {
			return false
		}
	}
	return true
}

// render turns hunks of tokens into segments of text. The white space around a change goes where it changes least:
// "foo bar" → "foo new bar" inserts "new ", "foo." → "foo new." inserts " new".
func render(out *segments, older, newer side, hunks []hunk) {
	a, b := 0, 0
	for _, h := range hunks {
		renderEqual(out, older, newer, a, b, h.a0-a)
		renderHunk(out, older, newer, h)
		a, b = h.a1, h.b1
	}
	renderEqual(out, older, newer, a, b, len(older.tokens)-a)
	if len(hunks) == 0 || a < len(older.tokens) || b < len(newer.tokens) {
		out.equal(older.gap(len(older.tokens)), newer.gap(len(newer.tokens)))
	}
	out.flush()
}

// renderEqual writes n equal tokens from a and b on with the gaps between them; the gap before the first belongs to the
// hunk before it, unless this is the start of both texts.
func renderEqual(out *segments, older, newer side, a, b, n int) {
	for i := range n {
		if i > 0 || a == 0 && b == 0 {
			renderGap(out, older, newer, a+i, b+i)
		}
		out.equal(older.spelled(a+i), newer.spelled(b+i))
	}
}

// renderGap writes the white space before tokens a and b.
func renderGap(out *segments, older, newer side, a, b int) {
	if older.spaced(a) == newer.spaced(b) {
		out.equal(older.gap(a), newer.gap(b))
	} else {
		out.change(older.gap(a), newer.gap(b))
	}
}

// renderHunk writes a change with the gaps before and after it. A side without tokens has one gap, which is both.
func renderHunk(out *segments, older, newer side, h hunk) {
	var (
		deleted, inserted = older.span(h.a0, h.a1), newer.span(h.b0, h.b1)
		before            = older.spaced(h.a0) == newer.spaced(h.b0)
		after             = older.spaced(h.a1) == newer.spaced(h.b1)
		gapA, gapB        = older.gap(h.a0), newer.gap(h.b0)
		endA, endB        = older.gap(h.a1), newer.gap(h.b1)
	)
	if h.a0 == h.a1 && before {
		endA, after = "", false
	} else if h.a0 == h.a1 {
		gapA = ""
	}
	if h.b0 == h.b1 && before {
		endB, after = "", false
	} else if h.b0 == h.b1 {
		gapB = ""
	}
	if before {
		out.equal(gapA, gapB)
	} else {
		deleted, inserted = gapA+deleted, gapB+inserted
	}
	if after {
		out.change(deleted, inserted)
		out.equal(endA, endB)
	} else {
		out.change(deleted+endA, inserted+endB)
	}
}
