package pdf

import "slices"

const (
	columnRows = 6 // lines on either side that make columns
	gutterHalf = 4 // points that are free on either side of a gutter's middle
)

// gutter is a region of a page that is set in two columns: the lines from..to and the middle between the columns.
type gutter struct {
	from, to int
	middle   float32
}

// orderColumns puts the lines of a page that is set in two columns in the order in which they are read.
func (b *rebuilder) orderColumns(lines []inkLine, s sheet) []inkLine {
	g, ok := findGutter(lines, s.Right*0.3, s.Right*0.7, columnRows)
	known := false
	if !ok && b.gutter > 0 { // the last page of columns may have a few lines only
		g, ok = findGutter(lines, b.gutter, b.gutter, 1)
		known = true
	}
	if !ok {
		return lines
	}
	var first, second []inkLine
	for _, l := range lines[g.from:g.to] {
		left, right := b.split(l, g.middle)
		first, second = append(first, left...), append(second, right...)
	}
	if apart := unaligned(lines[g.from:g.to], g.middle); !known && (!b.columned(first, apart) || !b.columned(second, apart)) {
		return lines
	}
	b.gutter = g.middle
	if b.arabic {
		first, second = second, first
	}
	b.frame(first, 1)
	b.frame(second, 2)
	ordered := slices.Concat(lines[:g.from], first, second)
	if known {
		return append(ordered, lines[g.to:]...)
	}
	return append(ordered, b.orderColumns(lines[g.to:], s)...)
}

// findGutter looks for the longest run of lines that leave the same place in the middle of the page free and stand on
// both sides of it, so many of them at least.
func findGutter(lines []inkLine, first, last float32, rows int) (best gutter, ok bool) {
	free := make([][]edge, len(lines))
	for i := range lines {
		free[i] = lines[i].gaps(first-3*gutterHalf, last+3*gutterHalf)
	}
	for x := first; x <= last; x += 3 {
		for from := 0; from < len(lines); {
			to, left, right := from, 0, 0
			for to < len(lines) && isFree(free[to], x) {
				if lines[to].left < x {
					left++
				}
				if lines[to].right > x {
					right++
				}
				to++
			}
			if left >= rows && right >= rows && to-from > best.to-best.from {
				best, ok = gutter{from, to, x}, true
			}
			from = to + 1
		}
	}
	return best, ok
}

// gaps lists the places between two others where a line has no ink, blanks between words among them.
func (l *inkLine) gaps(from, to float32) []edge {
	var gaps []edge
	end := from
	for _, i := range l.inks {
		if blank(i.Rune) || i.Right < from {
			continue
		}
		if i.Left-end > 2*gutterHalf {
			gaps = append(gaps, edge{end, min(i.Left, to)})
		}
		if end = max(end, i.Right); end >= to {
			return gaps
		}
	}
	return append(gaps, edge{end, to + 2*gutterHalf})
}

func isFree(gaps []edge, x float32) bool {
	for _, g := range gaps {
		if x >= g.start+gutterHalf && x <= g.end-gutterHalf {
			return true
		}
	}
	return false
}

func (b *rebuilder) split(l inkLine, middle float32) (left, right []inkLine) {
	at := slices.IndexFunc(l.inks, func(i ink) bool { return i.Left > middle })
	if at < 0 {
		at = len(l.inks)
	}
	if part, ok := b.newLine(l.inks[:at], l.page); ok {
		left = append(left, part)
	}
	if part, ok := b.newLine(l.inks[at:], l.page); ok {
		right = append(right, part)
	}
	return left, right
}

// unaligned reports columns whose lines do not stand beside one another: no rows of a table.
func unaligned(lines []inkLine, middle float32) bool {
	both := 0
	for _, l := range lines {
		if l.left < middle && l.right > middle {
			both++
		}
	}
	return both*3 < len(lines) && len(lines) > 4*columnRows
}

// columned reports lines that run on: most of them fill the column. The cells of a table do not.
func (b *rebuilder) columned(lines []inkLine, apart bool) bool {
	e := b.frameOf(lines)
	if apart {
		return e.end-e.start > 80
	}
	full := 0
	for i := range lines {
		if b.end(&lines[i])-b.start(&lines[i]) > 0.75*(e.end-e.start) {
			full++
		}
	}
	return full*5 > 2*len(lines) && e.end-e.start > 80
}

func (b *rebuilder) frameOf(lines []inkLine) edge {
	var all []*inkLine
	for i := range lines {
		all = append(all, &lines[i])
	}
	return b.edgesOf(all)
}

func (b *rebuilder) frame(lines []inkLine, column int) {
	e := b.frameOf(lines)
	for i := range lines {
		lines[i].column, lines[i].frame = column, &e
	}
}
