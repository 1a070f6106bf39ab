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

// masthead writes the head of the first page: two rows between rules, and the lines below.
func (w *writer) masthead(h masthead) {
	if len(h.left[0])+len(h.right[0])+len(h.left[1])+len(h.right[1]) > 0 {
		w.raw("<w:tbl><w:tblPr>")
		if w.file.language.RightToLeft() {
			w.raw("<w:bidiVisual/>")
		}
		w.raw(`<w:tblW w:w="`, strconv.Itoa(textWidth+2*frame), `" w:type="dxa"/><w:tblInd w:w="`, strconv.Itoa(-frame), `" w:type="dxa"/>`,
			`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
		left := (textWidth + 2*frame) * 3 / 5
		widths := [2]int{left, textWidth + 2*frame - left}
		w.raw(`<w:gridCol w:w="`, strconv.Itoa(widths[0]), `"/><w:gridCol w:w="`, strconv.Itoa(widths[1]), `"/></w:tblGrid>`, "\n")
		for row, rule := range [2]string{"6", "24"} {
			if row == 1 && len(h.left[1])+len(h.right[1]) == 0 {
				break
			}
			w.raw("<w:tr>")
			for side, lines := range [2][]line{h.left[row], h.right[row]} {
				w.raw(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(widths[side]), `" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="`, rule,
					`" w:space="0" w:color="auto"/></w:tcBorders>`)
				if row == 0 {
					w.raw(`<w:vAlign w:val="bottom"/>`)
				}
				w.raw("</w:tcPr>")
				w.cellLines(lines)
				w.raw("</w:tc>")
			}
			w.raw("</w:tr>\n")
		}
		w.raw("</w:tbl>\n")
	}
	w.lines(h.below)
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
