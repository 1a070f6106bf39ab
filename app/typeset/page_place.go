package typeset

// barWidth is the width of a change bar.
const barWidth = 1.5

// A placer puts rows on a page.
type placer struct {
	Page
	left float32
	bars []level
}

// finish places the rows of all sheets.
func (b *breaker) finish() []Page {
	pages := make([]Page, len(b.sheets))
	for i, sheet := range b.sheets {
		p := placer{Page: Page{Width: b.Width, Height: b.Height, Inks: b.Inks}, left: b.Left}
		p.placeBody(sheet.body, b.top(i), i > 0)
		if len(sheet.foot) > 0 {
			p.placeFoot(sheet.foot, b.Bottom, b.NoteGap, b.NoteRule)
		}
		p.placeBars([]float32{b.OddBar, b.EvenBar}[i%2])
		if b.Furniture != nil {
			p.placeFurniture(b.Furniture(i+1, len(pages)))
		}
		pages[i] = p.Page
	}
	return pages
}

func (b *breaker) top(page int) float32 {
	if page == 0 && b.FirstTop > 0 {
		return b.FirstTop
	}
	return b.Top
}

func (p *placer) placeBody(body []row, y float32, continued bool) {
	if len(body) == 0 {
		return
	}
	if again := body[0].piece.Again; continued && again != nil {
		y = p.placeRows(pieceRows(again, body[0].index), y, Body)
	}
	p.placeRows(body, y, Body)
}

// placeFoot places notes so that the last ends at bottom.
func (p *placer) placeFoot(foot []noteRow, bottom, gap float32, rule Rule) {
	y := bottom - noteHeight(foot)
	if rule.Width > 0 {
		rule.X, rule.Y = rule.X+p.left, rule.Y+y-gap
		p.Rules = append(p.Rules, rule)
	}
	y += foot[0].gap
	rows := make([]row, len(foot))
	for i, r := range foot {
		rows[i] = r.row
		rows[i].index = r.note
	}
	p.placeRows(rows, y, Foot)
}

func (p *placer) placeFurniture(texts []Text, rules []Rule) {
	for _, text := range texts {
		text.Role = Furniture
		p.Texts = append(p.Texts, text)
	}
	p.Rules = append(p.Rules, rules...)
}

// placeRows places rows from y down and answers where they end. The first row has no gap above it.
func (p *placer) placeRows(rows []row, y float32, role Role) float32 {
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && !rows[end].first && rows[end].index == rows[i].index {
			end++
		}
		if i > 0 {
			y += rows[i].gap
		}
		p.placePiece(rows[i:end], y, role)
		y += rows[end-1].bottom - rows[i].top
		i = end
	}
	return y
}

// placePiece places consecutive rows of one piece, the first at y.
func (p *placer) placePiece(rows []row, y float32, role Role) {
	piece := rows[0].piece
	origin := y - rows[0].top
	if rows[0].first {
		p.placeMarks(piece, origin)
	}
	lines := make([][]Line, len(piece.Cells))
	for _, r := range rows {
		for _, at := range r.parts {
			lines[at.cell] = append(lines[at.cell], piece.Cells[at.cell].Block.Lines[at.line])
		}
		if r.bar {
			p.addBar(level{origin + r.top, origin + r.bottom})
		}
	}
	for c, cell := range piece.Cells {
		if len(lines[c]) == 0 {
			continue
		}
		block := cell.Block
		block.Lines = lines[c]
		p.Texts = append(p.Texts, Text{Block: block, X: p.left + cell.X, Y: origin + cell.Y, Role: role, Piece: rows[0].index, Cell: c})
	}
}

func (p *placer) placeMarks(piece *Piece, origin float32) {
	for _, rule := range piece.Rules {
		rule.X, rule.Y = rule.X+p.left, rule.Y+origin
		p.Rules = append(p.Rules, rule)
	}
	if piece.Bookmark != "" {
		p.Bookmarks = append(p.Bookmarks, Bookmark{piece.Bookmark, piece.Level, origin})
	}
}

// addBar marks the height of a changed row; bars of rows that touch are one.
func (p *placer) addBar(bar level) {
	if n := len(p.bars); n > 0 && bar.top-p.bars[n-1].bottom < 0.5 && bar.top >= p.bars[n-1].top {
		p.bars[n-1].bottom = bar.bottom
		return
	}
	p.bars = append(p.bars, bar)
}

func (p *placer) placeBars(x float32) {
	for _, bar := range p.bars {
		p.Rules = append(p.Rules, Rule{X: x, Y: bar.top, Width: barWidth, Height: bar.bottom - bar.top})
	}
}
