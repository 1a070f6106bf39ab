package pdf

import (
	"slices"

	"mutatis/app/resolution"
)

const (
	looseGap  = 1.5 // sizes between the cells of a table without rules
	bandGap   = 5   // points between two columns that no row bridges
	tableRows = 3   // lines that make a table without rules
)

// tableAt reads the table that begins at a line of the body, if one does, and answers how many lines it takes. Tables
// are ruled between their rows, or have cells that stand below one another. A row is a block, tabs between its cells.
func (b *rebuilder) tableAt(lines []inkLine) ([]resolution.Block, int) {
	rules := b.tableRules(&lines[0])
	if len(rules) > 1 {
		n := 0
		for n < len(lines) && lines[n].page == lines[0].page && lines[n].base > rules[len(rules)-1] {
			n++
		}
		if columns := columnsOf(lines[:n]); n > 0 && len(columns) > 1 {
			return b.tableRows(ruledRows(lines[:n], rules), columns), n
		}
	}
	n := b.looseTable(lines)
	columns := columnsOf(lines[:n])
	if n < tableRows || len(columns) < 2 {
		return nil, 0
	}
	return b.tableRows(looseRows(lines[:n], columns), columns), n
}

// tableRules lists the heights of the rules of one length that begin above a line and go on below it, from above.
func (b *rebuilder) tableRules(l *inkLine) []float32 {
	var rules []ruling
	for _, r := range joinRules(b.sheets[l.page].Rules) {
		if r.Right-r.Left > 0.3*b.width(l) && r.Left < l.right && r.Right > l.left {
			rules = append(rules, r)
		}
	}
	first := slices.IndexFunc(rules, func(r ruling) bool { return r.Bottom > l.base && r.Bottom < l.base+2.5*l.size })
	if first < 0 {
		return nil
	}
	for first+1 < len(rules) && rules[first+1].Bottom > l.base {
		first++
	}
	heights := []float32{rules[first].Bottom}
	for _, r := range rules[first+1:] {
		if near(r.Left, rules[first].Left, 6) && near(r.Right, rules[first].Right, 6) {
			heights = append(heights, r.Bottom)
		}
	}
	return heights
}

// columnsOf finds the columns of lines: the places between which no line has ink.
func columnsOf(lines []inkLine) []edge {
	var inks []edge
	for _, l := range lines {
		for _, i := range l.inks {
			if !blank(i.Rune) {
				inks = append(inks, edge{i.Left, i.Right})
			}
		}
	}
	slices.SortFunc(inks, func(a, b edge) int { return int(a.start*100) - int(b.start*100) })
	var columns []edge
	for _, i := range inks {
		if n := len(columns); n > 0 && i.start < columns[n-1].end+bandGap {
			columns[n-1].end = max(columns[n-1].end, i.end)
			continue
		}
		columns = append(columns, i)
	}
	return columns
}

// ruledRows parts lines by the rules between them.
func ruledRows(lines []inkLine, rules []float32) [][]inkLine {
	var rows [][]inkLine
	for _, below := range rules[1:] {
		n := 0
		for n < len(lines) && lines[n].base > below {
			n++
		}
		if n > 0 {
			rows = append(rows, lines[:n])
		}
		lines = lines[n:]
	}
	return rows
}

// looseTable counts the lines at the start that have cells, each beginning where a cell of the line before begins.
func (b *rebuilder) looseTable(lines []inkLine) int {
	var before []inkLine
	for n := range lines {
		l := &lines[n]
		cells := b.cells(l, looseGap)
		if l.page != lines[0].page || n > 0 && lines[n-1].base-l.base > 3*l.size {
			return n
		}
		if len(cells) < 2 {
			return n
		}
		if label, _ := resolution.SplitLabel(string(l.text)); label != "" && len(cells) < 3 {
			return n
		}
		if n > 0 && !aligned(before, cells) {
			return n
		}
		before = cells
	}
	return len(lines)
}

// aligned reports rows all of whose cells but one stand below one another, by their beginnings or their ends.
func aligned(above, below []inkLine) bool {
	hits := 0
	for _, c := range below {
		if slices.ContainsFunc(above, func(a inkLine) bool { return near(a.left, c.left, 4) || near(a.right, c.right, 4) }) {
			hits++
		}
	}
	return hits >= 2 && hits >= len(below)-1
}

// looseRows makes a row of every line, but for one that begins behind the first column: it goes on with the row before.
func looseRows(lines []inkLine, columns []edge) [][]inkLine {
	var rows [][]inkLine
	from := 0
	for n := 1; n <= len(lines); n++ {
		if n == len(lines) || lines[n].left < columns[0].end {
			rows = append(rows, lines[from:n])
			from = n
		}
	}
	return rows
}

// tableRows makes blocks of rows.
func (b *rebuilder) tableRows(rows [][]inkLine, columns []edge) []resolution.Block {
	if b.arabic {
		columns = slices.Clone(columns)
		slices.Reverse(columns)
	}
	var blocks []resolution.Block
	for _, row := range rows {
		block := resolution.Block{Kind: resolution.Table}
		var text []rune
		for n, column := range columns {
			if n > 0 {
				text = append(text, '\t')
			}
			cell, calls := b.cell(row, column)
			for _, c := range calls {
				c.Offset += len(text)
				block.Notes = append(block.Notes, c)
			}
			text = append(text, cell...)
		}
		block.Notes = b.trueCalls(&block, text, block.Notes)
		blocks = append(blocks, block)
	}
	return blocks
}

// cell joins what the lines of a row have in a column.
func (b *rebuilder) cell(row []inkLine, column edge) ([]rune, []resolution.NoteCall) {
	j := b.joiner()
	for i := range row {
		l := &row[i]
		from := slices.IndexFunc(l.inks, func(i ink) bool { return i.Left >= column.start-0.1 })
		if from < 0 {
			continue
		}
		to := from
		for to < len(l.inks) && l.inks[to].Left <= column.end {
			to++
		}
		if part, ok := b.newLine(l.inks[from:to], l.page); ok {
			part.base = l.base
			b.spell(&part)
			j.add(&part)
		}
	}
	return j.done()
}
