package resolution

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// cell is a cell of a row as it is printed.
type cell struct {
	text string
	at   int // the column where it begins
}

// cellGap is what parts the cells of a row: a tab, or blanks as no text has them.
var cellGap = regexp.MustCompile(`[ ]*\t[ \t]*| {3,}`)

// cellsOf cuts a line into the cells of a row; nil where it has no two of them and does not end in a tab. A number or label
// and the words behind it are one.
func cellsOf(text string, indent int) []cell {
	if !strings.Contains(text, "\t") && !strings.Contains(strings.TrimRight(text, " "), "   ") {
		return nil
	}
	row := strings.HasSuffix(text, "\t")
	text = strings.TrimRight(text, " \t")
	var cells []cell
	from := 0
	for _, gap := range append(cellGap.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		piece := strings.Trim(text[from:gap[0]], " ")
		if n := len(cells); n > 0 && parseLabel(collapse(plain(cells[n-1].text))).alone && n == 1 {
			cells[0].text += " " + piece
		} else {
			cells = append(cells, cell{piece, indent + utf8.RuneCountInString(text[:from])})
		}
		from = gap[1]
	}
	if len(cells) < 2 && !(row && text != "") {
		return nil
	}
	return cells
}

// table takes the rows of a table whose columns stand beside each other, each as a passage of its own; in its text tabs part
// the cells.
func (j *joiner) table(l line) bool {
	before := j.current()
	fresh := before == nil || before.kind != "" || before.ended() || l.blanks > 0
	if l.cells == nil || !fresh || len(j.waiting) > 0 {
		return false
	}
	n := j.rows()
	if n == 0 {
		return false
	}
	var last *passage
	for range n {
		l := j.lines[j.at]
		j.at++
		if last != nil && j.goesOnRow(last, l) {
			continue
		}
		last = j.begin(Table)
		l.text = rowText(l)
		last.add(l)
	}
	j.count.restart = true
	return true
}

func rowText(l line) string {
	if l.cells == nil {
		return l.text
	}
	texts := make([]string, len(l.cells))
	for i, c := range l.cells {
		texts[i] = c.text
	}
	return strings.Join(texts, "\t")
}

// goesOnRow adds a line without cells of its own to the last cell of the row above, where it is set below that.
func (j *joiner) goesOnRow(row *passage, l line) bool {
	above := row.lines[0]
	n := len(above.cells)
	if l.cells != nil || n < 2 || above.tabbed || l.blanks > 0 {
		return false
	}
	if l.indent+2 < above.cells[n-1].at {
		return false
	}
	row.add(l)
	return true
}

// rows counts the lines of the table that begins at the line at hand, 0 where none does: rows with cells, and single lines
// between them. Without tabs the columns must stand below each other, or hold figures.
func (j *joiner) rows() int {
	n, full, aligned, figures := 0, 0, 0, 0
	first := j.lines[j.at]
	for i := j.at; i < len(j.lines); i++ {
		l := j.lines[i]
		if l.cells == nil && (i+1 >= len(j.lines) || j.lines[i+1].cells == nil || terminator(l.flat) != 0 || j.form(l) != "") {
			if i == j.at || l.blanks > 0 || !j.below(j.lines[i-1], l) {
				break
			}
			n++ // the last row goes on
			continue
		}
		if l.blanks > 2 && i > j.at {
			break
		}
		n++
		if l.cells == nil {
			continue
		}
		full++
		if i > j.at && len(l.cells) > 1 && len(first.cells) > 1 && near(l.cells[len(l.cells)-1].at, first.cells[len(first.cells)-1].at) {
			aligned++
		}
		if len(l.cells) > 1 && isFigure(l.cells[len(l.cells)-1].text) {
			figures++
		}
	}
	switch {
	case first.tabbed && (full > 1 || len(first.cells) != 2 || terminator(first.flat) == 0):
		return n
	case full > 1 && (aligned*2 >= full || figures*2 >= full):
		return n
	}
	return 0
}

// below reports a line set below the last cell of the one before.
func (j *joiner) below(before, l line) bool {
	n := len(before.cells)
	return n > 1 && !before.tabbed && l.indent+2 >= before.cells[n-1].at
}

func near(a, b int) bool { return a-b <= 3 && b-a <= 3 }

// isFigure reports a cell that holds a number: "1,204.5", "(10.2)", "–".
func isFigure(text string) bool {
	return strings.Trim(plain(text), "0123456789 .,()%$-–—+*") == "" && text != ""
}

const (
	fewestCells = 8  // lines that a table torn into single cells has at least
	enoughCells = 40 // lines by which such a table is known
	shortCell   = 26 // columns of a line that holds one
)

// looseTable takes a table whose cells extraction has set one below the other, every cell as a row: many lines, none of
// which ends or opens like a paragraph, and many of them short. Between operative paragraphs most must be, and some
// must be figures.
func (j *joiner) looseTable(l line) bool {
	before := j.current()
	if !j.measure.wrapped || len(j.waiting) > 0 || before == nil || before.kind == Closing && !j.annexed || startsLower(l.text) {
		return false
	}
	if sign := terminator(before.last().flat); before.kind == "" && (sign == ',' || sign == 0 && l.blanks == 0) {
		return false
	}
	if before.kind == Annex && j.headingLines() > 0 {
		return false // the annex's title
	}
	n := j.looseRows(j.organed && !j.annexed)
	if n == 0 {
		return false
	}
	var last *passage
	for range n {
		l := j.lines[j.at]
		j.at++
		if last != nil && j.goesOnCell(last.last(), l) {
			last.add(l)
			continue
		}
		last = j.begin(Table)
		last.add(l)
	}
	return true
}

// goesOnCell reports a line that goes on with the cell before it: with a small letter, or behind a full line.
func (j *joiner) goesOnCell(before, l line) bool {
	return l.blanks == 0 && !isFigure(l.flat) && (startsLower(l.text) || l.width >= shortCell && before.width*10 > j.measure.full*7)
}

// looseRows counts the lines of such a table, 0 where the first lines are of none.
func (j *joiner) looseRows(strict bool) int {
	n, short, figures := 0, 0, 0
	enough := func() bool { return short*3 >= n && (!strict || short*4 >= n*3 && figures*10 >= n) }
	for i := j.at; i < len(j.lines); i++ {
		l := j.lines[i]
		if n == enoughCells && !enough() {
			return 0
		}
		if l.label.main > 0 && j.count.follows(l.label, true) || l.label.alone && !isFigure(l.flat) || j.endsLoose(i) || terminator(l.flat) != 0 && j.opensLine(l.text, Operative) {
			break
		}
		n++
		if l.width < shortCell {
			short++
		}
		if fields := strings.Fields(l.flat); len(fields) > 0 && isFigure(fields[len(fields)-1]) {
			figures++
		}
	}
	if n < fewestCells || n <= enoughCells && !enough() {
		return 0
	}
	return n
}

// endsLoose reports a line with which text begins again: a form, or the second of two that end like paragraphs.
func (j *joiner) endsLoose(i int) bool {
	l := j.lines[i]
	if j.grammar.annex.MatchString(l.flat) || j.isPart(l) || l.width < 90 && j.grammar.meeting.MatchString(l.flat) {
		return true
	}
	if sign := terminator(l.flat); sign == 0 || sign == ':' || l.width < shortCell {
		return false
	}
	return i+1 >= len(j.lines) || terminator(j.lines[i+1].flat) != 0 || l.width*10 > j.measure.full*7
}
