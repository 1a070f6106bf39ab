package pdf

import (
	"math"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// report sets a list: title, then every section with its text, table and redline.
func (c *composer) report(r resolution.Report) {
	c.heading(r.Title, c.letters.text*1.45, 0)
	if r.Subtitle != "" {
		c.mastheadText(r.Subtitle, c.letters.text, 0, 3)
	}
	for _, section := range r.Sections {
		if section.Heading != "" {
			c.heading(section.Heading, c.letters.text*1.15, 16)
		}
		for _, text := range section.Text {
			s := c.setting()
			s.Align, s.RightToLeft = typeset.Start, s.RightToLeft || typeset.RunsLeft(text) // a list may quote any language
			b := c.block([]typeset.Span{{Text: text}}, s, c.measure)
			c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(b, 0, 0)}, Before: c.lineHeight() * 0.5})
		}
		c.table(section.Table)
		c.rows(section.Redline, c.language, c.language)
	}
}

// cellGap is the space between the columns of a table.
const cellGap = 9

// table sets a table in columns as wide as their words ask for. Its head is repeated on every page.
func (c *composer) table(t resolution.ReportTable) {
	columns := len(t.Columns)
	for _, row := range t.Rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return
	}
	head := make([]*typeset.Paragraph, columns)
	body := make([][]*typeset.Paragraph, len(t.Rows))
	headSetting := typeset.Setting{Size: labelFont, Leading: 1.3, RightToLeft: c.rightToLeft(), Language: string(c.language)}
	for i, text := range t.Columns {
		head[i] = c.shape([]typeset.Span{{Text: text, Style: typeset.Bold | typeset.Sans}}, headSetting)
	}
	s := c.setting()
	s.Size, s.Align = c.letters.text*0.92, typeset.Start
	for i, row := range t.Rows {
		body[i] = make([]*typeset.Paragraph, columns)
		for k, runs := range row {
			spans, _ := marked(runs)
			body[i][k] = c.shape(spans, s)
		}
	}
	widths := columnWidths(append([][]*typeset.Paragraph{head}, body...), c.measure-cellGap*float32(columns-1))
	c.tableRows(head, body, widths)
}

func (c *composer) tableRows(head []*typeset.Paragraph, body [][]*typeset.Paragraph, widths []float32) {
	top := c.tableRow(head, widths)
	top.Before, top.WithNext = 10, true
	c.add(top)
	for i, row := range body {
		piece := c.tableRow(row, widths)
		piece.Again = &top
		thickness := float32(0.25)
		if i == 0 {
			thickness = 0.75
		}
		piece.Rules = append(piece.Rules, c.rule(0, 0, c.measure, thickness))
		c.add(piece)
	}
	c.add(typeset.Piece{Height: 1, Rules: []typeset.Rule{c.rule(0, 0, c.measure, 0.25)}, Spare: true})
}

// tableRow breaks the cells of a row to their columns.
func (c *composer) tableRow(row []*typeset.Paragraph, widths []float32) typeset.Piece {
	const padding = 2.5
	piece := typeset.Piece{Together: true}
	x := float32(0)
	for i, p := range row {
		if p != nil {
			b := p.Break(widths[i])
			piece.Cells = append(piece.Cells, c.cell(b, x, padding))
			piece.Height = max(piece.Height, b.Height+2*padding)
		}
		x += widths[i] + cellGap
	}
	return piece
}

// columnWidths shares the room among columns: those that would not fill an equal share get what they wish, the others
// share the rest by the root of how much stands in them; none gets less than its widest word needs while there is room.
func columnWidths(rows [][]*typeset.Paragraph, room float32) []float32 {
	columns := len(rows[0])
	least, wish, holds := make([]float32, columns), make([]float32, columns), make([]float32, columns)
	for _, row := range rows {
		for i, p := range row {
			if p != nil {
				least[i] = max(least[i], p.MinWidth()+0.5)
				ink := inkWidth(p.Break(endless)) + 0.5
				wish[i], holds[i] = max(wish[i], ink), holds[i]+ink
			}
		}
	}
	return share(least, wish, holds, room)
}

func share(least, wish, holds []float32, room float32) []float32 {
	widths := make([]float32, len(least))
	var needed float32
	for _, l := range least {
		needed += l
	}
	if needed >= room {
		wish = least // the narrow columns keep their words whole, the wide ones break theirs
	}
	done := make([]bool, len(widths))
	settle := func(fits func(i int, fair float32) bool, width []float32) bool {
		for i := range widths {
			if open := undone(done); !done[i] && fits(i, room/float32(open)) {
				widths[i], done[i] = width[i], true
				room -= width[i]
				return true
			}
		}
		return false
	}
	for needed < room && settle(func(i int, fair float32) bool { return least[i] > fair }, least) {
	}
	for settle(func(i int, fair float32) bool { return wish[i] <= fair }, wish) {
	}
	if needed >= room {
		least = make([]float32, len(widths))
	}
	shareRest(widths, done, least, holds, room)
	return widths
}

// shareRest divides what is left of the room among the columns that are open still.
func shareRest(widths []float32, done []bool, least, holds []float32, room float32) {
	for again := true; again; {
		again = false
		var all float32
		for i, h := range holds {
			if !done[i] {
				all += root(h)
			}
		}
		for i, h := range holds {
			if done[i] {
				continue
			}
			widths[i] = room * root(h) / all
			if widths[i] < least[i] && undone(done) > 1 {
				widths[i], done[i], again = least[i], true, true
				room -= least[i]
				break
			}
		}
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func undone(done []bool) int {
	n := 0
	for _, d := range done {
		if !d {
			n++
		}
	}
	return n
}
