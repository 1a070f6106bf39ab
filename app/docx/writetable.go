package docx

import (
	"strconv"

	"mutatis/app/resolution"
)

// Widths of the page in twentieths of a point: A4 with the margins of a resolution.
const (
	pageWidth  = 11906
	pageHeight = 16838
	sideMargin = 1840
	textWidth  = pageWidth - 2*sideMargin
	frame      = 640 // by which the masthead stands out on either side
)

// table writes rows that follow one another, each with its cells in columns of one width.
func (w *writer) table(rows []line) {
	columns := 0
	for _, r := range rows {
		columns = max(columns, len(r.cells))
	}
	w.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="ResolutionTable"/>`)
	if w.rightToLeft(rows[0].cells[0]) {
		w.raw("<w:bidiVisual/>")
	}
	w.raw(`<w:tblW w:w="`, strconv.Itoa(textWidth), `" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for range columns {
		w.raw(`<w:gridCol w:w="`, strconv.Itoa(textWidth/columns), `"/>`)
	}
	w.raw("</w:tblGrid>\n")
	for _, r := range rows {
		w.raw("<w:tr><w:trPr><w:cantSplit/>")
		if e := markElement[r.end]; e != "" {
			w.raw("<", e, w.by(), "/>")
		}
		w.raw("</w:trPr>")
		for k, cell := range r.cells {
			span := 1
			if k == len(r.cells)-1 {
				span = columns - k
			}
			w.raw(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(textWidth/columns*span), `" w:type="dxa"/>`)
			if span > 1 {
				w.raw(`<w:gridSpan w:val="`, strconv.Itoa(span), `"/>`)
			}
			w.raw("</w:tcPr>")
			w.line(cell)
			w.raw("</w:tc>")
		}
		w.raw("</w:tr>\n")
	}
	w.raw("</w:tbl>\n")
}

func (w *writer) rightToLeft(l line) bool {
	for _, f := range []*face{l.newer, l.older} {
		if f != nil {
			return f.language.RightToLeft()
		}
	}
	return false
}

// headColumns are the widths of the three columns of the masthead: in the upper row the symbol has the last two, in the
// lower the organ the first two.
var headColumns = [3]int{(textWidth + 2*frame) * 9 / 20, (textWidth + 2*frame) * 3 / 20, (textWidth + 2*frame) * 8 / 20}

// masthead writes the head of the first page: two rows between rules, and the lines below.
func (w *writer) masthead(h masthead) {
	if len(h.left[0])+len(h.right[0])+len(h.left[1])+len(h.right[1]) > 0 {
		w.raw("<w:tbl><w:tblPr>")
		if w.file.language.RightToLeft() {
			w.raw("<w:bidiVisual/>")
		}
		w.raw(`<w:tblW w:w="`, strconv.Itoa(textWidth+2*frame), `" w:type="dxa"/><w:tblInd w:w="`, strconv.Itoa(-frame), `" w:type="dxa"/>`,
			`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
		for _, width := range headColumns {
			w.raw(`<w:gridCol w:w="`, strconv.Itoa(width), `"/>`)
		}
		w.raw("</w:tblGrid>\n<w:tr>")
		w.headCell(h.left[0], headColumns[0], 1, thinRule)
		w.headCell(h.right[0], headColumns[1]+headColumns[2], 2, thinRule)
		w.raw("</w:tr>\n")
		if len(h.left[1])+len(h.right[1]) > 0 {
			w.raw("<w:tr>")
			w.headCell(h.left[1], headColumns[0]+headColumns[1], 2, thickRule)
			w.headCell(h.right[1], headColumns[2], 1, thickRule)
			w.raw("</w:tr>\n")
		}
		w.raw("</w:tbl>\n")
	}
	w.lines(h.below)
}

// The rules below the rows of the masthead, in eighths of a point, and where the words stand above them.
const (
	thinRule  = `6" w:space="0" w:color="auto"/></w:tcBorders><w:vAlign w:val="bottom"/>`
	thickRule = `24" w:space="0" w:color="auto"/></w:tcBorders>`
)

func (w *writer) headCell(lines []line, width, columns int, rule string) {
	w.raw(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(width), `" w:type="dxa"/>`)
	if columns > 1 {
		w.raw(`<w:gridSpan w:val="`, strconv.Itoa(columns), `"/>`)
	}
	w.raw(`<w:tcBorders><w:bottom w:val="single" w:sz="`, rule, "</w:tcPr>")
	w.cellLines(lines)
	w.raw("</w:tc>")
}

// cellLines writes the lines of a cell, which has always a last one.
func (w *writer) cellLines(lines []line) {
	if len(lines) == 0 {
		w.raw(`<w:p/>`)
		return
	}
	last := len(lines) - 1
	for i, l := range lines {
		if i == last {
			l.end = resolution.Kept
		}
		w.line(l)
	}
}
