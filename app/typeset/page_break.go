package typeset

// Paginate breaks a flow into pages. Every line of the flow and of every called note is placed once and in order. A
// note begins on the page of its call; one that does not fit there goes on at the foot of the next page. A paragraph
// leaves at least two lines on either side of a break, a heading stays with what it heads, unless they are taller than
// a page. A flow without rows has no pages.
func Paginate(d Pages) []Page {
	b := breaker{Pages: d, rows: piecesRows(d.Flow), called: map[int]bool{}}
	for _, note := range d.Notes {
		b.notes = append(b.notes, piecesRows([]Piece{note}))
	}
	for start := b.skipSpare(0); start < len(b.rows) || len(b.carry) > 0; {
		start = b.skipSpare(b.page(start))
	}
	return b.finish()
}

func (b *breaker) skipSpare(start int) int {
	for start < len(b.rows) && b.rows[start].piece.Spare {
		start++
	}
	return start
}

// mostFoot is the share of a page that a note begun before it may take, mostGap the share that may stay empty before a
// note is broken to fill it.
const (
	mostFoot = 0.6
	mostGap  = 0.25
)

type breaker struct {
	Pages
	rows   []row
	notes  [][]row
	called map[int]bool // notes that stand on a page or in carry
	carry  []noteRow    // what is left of notes begun before, in order
	sheets []sheet
}

// A noteRow is a row of a note.
type noteRow struct {
	row
	note int
}

// A sheet is the rows that go on one page.
type sheet struct {
	body []row
	foot []noteRow
}

// page fills one page from row start on and answers where the next begins.
func (b *breaker) page(start int) int {
	room := b.room(start)
	whole := b.reach(start, room, false)
	end := whole
	if b.gap(start, whole, room) > mostGap*room {
		end = max(whole, b.reach(start, room, true))
	}
	if end == start && len(b.carry) == 0 {
		end = start + 1
	}
	queue := append(b.carry, b.calledIn(start, end)...)
	fit := b.footFit(queue, room-b.bodyHeight(start, end))
	if end == start && fit == 0 {
		fit = 1
	}
	b.sheets = append(b.sheets, sheet{b.rows[start:end], queue[:fit:fit]})
	b.carry = queue[fit:]
	return end
}

// room is how much height a page that begins at row start has for text and notes.
func (b *breaker) room(start int) float32 {
	room := b.Bottom - b.Top
	if len(b.sheets) == 0 && b.FirstTop > 0 {
		room = b.Bottom - b.FirstTop
	}
	if again := b.again(start); again != nil {
		room -= pieceHeight(again)
	}
	return room
}

// again is the piece that is repeated above row start if a page begins there.
func (b *breaker) again(start int) *Piece {
	if len(b.sheets) == 0 || start >= len(b.rows) {
		return nil
	}
	return b.rows[start].piece.Again
}

func pieceHeight(p *Piece) float32 {
	rows := pieceRows(p, 0)
	return rows[len(rows)-1].bottom
}

// reach finds the last place at which a page from row start on may end so that the notes called on it fit: all of
// each or, where parted is true, the beginning of the last.
func (b *breaker) reach(start int, room float32, parted bool) int {
	body, legal, forced := float32(0), start, start
	foot := b.newFoot(room)
	for i := start; i < len(b.rows); i++ {
		if i > start && b.rows[i].newPage() {
			return i
		}
		body += b.rows[i].height(i == start)
		foot.call(b, b.rows[i].notes)
		if foot.stuck || body+foot.height(b, parted) > room {
			break
		}
		forced = i + 1
		if forced == len(b.rows) || !b.rows[forced].glued {
			legal = forced
		}
	}
	if legal == start {
		return forced
	}
	return legal
}

func (r row) newPage() bool { return r.first && r.piece.NewPage }

// footing adds up the notes of a page while it is being filled.
type footing struct {
	done  float32 // height of all notes but the last
	last  []row
	full  bool // what was carried here leaves no room for a new note
	stuck bool // … and one was called
	seen  map[int]bool
}

func (b *breaker) newFoot(room float32) *footing {
	carried := noteHeight(b.carry)
	limit := room * mostFoot
	return &footing{done: min(carried, limit), full: carried > limit, seen: map[int]bool{}}
}

func (f *footing) call(b *breaker, notes []int) {
	for _, n := range notes {
		if b.called[n] || f.seen[n] || n < 0 || n >= len(b.notes) {
			continue
		}
		f.seen[n] = true
		f.stuck = f.stuck || f.full
		f.done += rowsHeight(f.last)
		f.last = b.notes[n]
	}
}

func (f *footing) height(b *breaker, parted bool) float32 {
	last := f.last
	if parted {
		last = last[:beginning(len(last))]
	}
	height := f.done + rowsHeight(last)
	if height > 0 {
		height += b.NoteGap
	}
	return height
}

// beginning is how many of a note's rows must stand on the page of its call.
func beginning(rows int) int {
	if rows <= 3 {
		return rows
	}
	return 2
}

func rowsHeight(rows []row) (height float32) {
	for i := range rows {
		height += rows[i].height(false)
	}
	return height
}

func noteHeight(rows []noteRow) (height float32) {
	for i := range rows {
		height += rows[i].height(false)
	}
	return height
}

func (b *breaker) bodyHeight(start, end int) (height float32) {
	for i := start; i < end; i++ {
		height += b.rows[i].height(i == start)
	}
	return height
}

// gap is the height that stays empty if a page from start ends before end with all its notes whole. There is none
// where the flow or the page was meant to end.
func (b *breaker) gap(start, end int, room float32) float32 {
	if end == len(b.rows) || b.rows[end].newPage() && end > start {
		return 0
	}
	foot := b.newFoot(room)
	for i := start; i < end; i++ {
		foot.call(b, b.rows[i].notes)
	}
	return room - b.bodyHeight(start, end) - foot.height(b, false)
}

// calledIn lists the rows of the notes called in rows start to end for the first time.
func (b *breaker) calledIn(start, end int) []noteRow {
	var rows []noteRow
	for i := start; i < end; i++ {
		for _, n := range b.rows[i].notes {
			if n < 0 || n >= len(b.notes) || b.called[n] {
				continue
			}
			b.called[n] = true
			for _, r := range b.notes[n] {
				rows = append(rows, noteRow{r, n})
			}
		}
	}
	return rows
}

// footFit counts how many rows of the queue fit into height. It leaves no single last line of a note for the next
// page if the line before it can go along.
func (b *breaker) footFit(queue []noteRow, height float32) int {
	height -= b.NoteGap
	fit := 0
	for fit < len(queue) && queue[fit].height(false) <= height+0.01 {
		height -= queue[fit].height(false)
		fit++
	}
	widow := fit < len(queue) && fit > 0 && !queue[fit].first && (fit+1 == len(queue) || queue[fit+1].first)
	if widow && fit > 2 && !queue[fit-1].first && !queue[fit-2].first {
		fit--
	}
	return fit
}
