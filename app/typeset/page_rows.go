package typeset

import "slices"

// A row is what cannot be cut: one line of a paragraph with whatever stands beside it.
type row struct {
	piece       *Piece
	index       int // of the piece
	parts       []part
	top, bottom float32 // within the piece
	gap         float32 // above the row, none at the head of a page
	glued       bool    // stays with the row before
	first       bool    // of its piece
	bar         bool
	notes       []int
}

// A part is a line of one of a piece's cells.
type part struct{ cell, line int }

func (r row) height(head bool) float32 {
	if head {
		return r.bottom - r.top
	}
	return r.bottom - r.top + r.gap
}

// piecesRows cuts a flow into rows and glues those that must not be parted: the first two and the last two lines of a
// paragraph, a heading and what it heads.
func piecesRows(flow []Piece) []row {
	var rows []row
	keep := false
	for i := range flow {
		cut := pieceRows(&flow[i], i)
		cut[0].gap, cut[0].glued = flow[i].Before, keep && !flow[i].NewPage
		keep = flow[i].WithNext
		rows = append(rows, cut...)
	}
	return rows
}

func pieceRows(p *Piece, index int) []row {
	rows := cutLines(p)
	for i := range rows {
		rows[i].piece, rows[i].index, rows[i].first = p, index, i == 0
		if i > 0 {
			rows[i].gap = rows[i].top - rows[i-1].bottom
			rows[i].glued = p.Together || i < 2 || i == len(rows)-1
		}
		addCallsAndBars(p, &rows[i])
	}
	return rows
}

// cutLines finds the levels at which a straight cut through all cells of a piece meets no line. It answers at least
// one row.
func cutLines(p *Piece) []row {
	var parts []part
	for c, cell := range p.Cells {
		for l := range cell.Block.Lines {
			parts = append(parts, part{c, l})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return order(p.span(a).top, p.span(b).top) })
	rows := []row{}
	for _, at := range parts {
		extent := p.span(at)
		last := len(rows) - 1
		if last < 0 || extent.top > rows[last].bottom-0.01 {
			rows = append(rows, row{parts: []part{at}, top: extent.top, bottom: extent.bottom})
			continue
		}
		rows[last].parts = append(rows[last].parts, at)
		rows[last].bottom = max(rows[last].bottom, extent.bottom)
	}
	if len(rows) == 0 {
		rows = append(rows, row{})
	}
	rows[0].top = min(rows[0].top, 0)
	last := &rows[len(rows)-1]
	last.bottom = max(last.bottom, p.Height)
	return rows
}

type level struct{ top, bottom float32 }

func (p *Piece) span(at part) level {
	cell := &p.Cells[at.cell]
	line := &cell.Block.Lines[at.line]
	return level{cell.Y + line.Top, cell.Y + line.Top + line.Height}
}

func order(a, b float32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func addCallsAndBars(p *Piece, r *row) {
	for _, at := range r.parts {
		cell := &p.Cells[at.cell]
		line := &cell.Block.Lines[at.line]
		for _, call := range cell.Calls {
			if cell.Block.lineAt(call.Offset) == at.line {
				r.notes = append(r.notes, call.Note)
			}
		}
		for _, bar := range cell.Bars {
			r.bar = r.bar || bar.Start < line.End && bar.End > line.Start
		}
	}
}

// lineAt finds the line that shows a code point; spaces dropped at a line's end belong to that line.
func (b Block) lineAt(offset int) int {
	for l := len(b.Lines) - 1; l > 0; l-- {
		if offset >= b.Lines[l].Start {
			return l
		}
	}
	return 0
}
