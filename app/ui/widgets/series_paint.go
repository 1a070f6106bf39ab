package widgets

import (
	"image"
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app/typeset"
)

func (s *Series) paint(width, height int) image.Image {
	b := newBrush(width, height, pixelScale(s.raster, width, height))
	if len(s.picture.Rows) == 0 || s.Size().Width <= 0 {
		return b.onto
	}
	g := s.grid()
	size := s.Size()
	b.fill(typeset.Rect{Width: size.Width, Height: size.Height}, colorNamed(ColorPaper))
	s.paintGround(b, g)
	for i := int(s.first); i < len(s.picture.Rows) && float32(i) < s.first+g.rows+1; i++ {
		s.paintRow(b, g, i)
	}
	s.fillIn(b, g, s.picture.Ties(g.cell, s.columnAt(g), s.middleOf(g)))
	b.fill(typeset.Rect{Width: size.Width, Height: seriesHead}, colorNamed(ColorPaper))
	s.paintHead(b, g)
	s.paintChosen(b, g)
	if g.overview.Width > 0 {
		s.paintOverview(b, g)
	}
	return b.onto
}

func (s *Series) columnAt(g grid) func(int) float32 {
	return func(column int) float32 { return g.labels + (float32(column)-s.left)*g.cell }
}

func (s *Series) middleOf(g grid) func(int) float32 {
	return func(row int) float32 { return seriesHead + (float32(row)+.5-s.first)*g.row }
}

// fillIn paints rectangles where they lie in the grid.
func (s *Series) fillIn(b *brush, g grid, rects []SeriesRect) {
	right := g.labels + g.columns*g.cell
	for _, r := range rects {
		if r.X+r.Width > g.labels-4 && r.X < right && r.Y+r.Height > seriesHead && r.Y < s.Size().Height {
			b.fill(r.Rect, colorNamed(r.Color))
		}
	}
}

// paintGround draws the lines between columns, and the column and the row that are chosen.
func (s *Series) paintGround(b *brush, g grid) {
	at := s.columnAt(g)
	tall := min(float32(len(s.picture.Rows))-s.first, g.rows) * g.row
	if x := at(s.column); x >= g.labels-1 {
		b.fill(typeset.Rect{X: x, Y: 0, Width: g.cell, Height: seriesHead + tall}, colorNamed(ColorChosen))
	}
	if y := seriesHead + (float32(s.row)-s.first)*g.row; s.row >= 0 {
		b.fill(typeset.Rect{X: 0, Y: y, Width: g.labels + g.columns*g.cell, Height: g.row}, colorNamed(ColorChosen))
	}
	for n := int(s.left); n <= len(s.picture.Columns) && float32(n) <= s.left+g.columns+.01; n++ {
		b.fill(typeset.Rect{X: at(n), Y: seriesHead, Width: .6, Height: tall}, colorNamed(ColorRule))
	}
}

func (s *Series) paintRow(b *brush, g grid, i int) {
	r := s.picture.Rows[i]
	y := seriesHead + (float32(i)-s.first)*g.row
	b.rule(typeset.Rect{X: 0, Y: y + g.row, Width: g.labels + g.columns*g.cell, Height: .5}, colorNamed(ColorRule))
	ink := ColorInk
	if r.Faded {
		ink = ColorMuted
	}
	const size = 11.5
	s.words(b, r.Label, typeset.Rect{X: 8, Y: y, Width: 58, Height: g.row}, size, typeset.Bold, ink)
	s.words(b, r.Words, typeset.Rect{X: 66, Y: y, Width: g.labels - 74, Height: g.row}, size, 0, ink)
	at := s.columnAt(g)
	for n := max(int(s.left), 0); n < len(s.picture.Columns) && float32(n) < s.left+g.columns; n++ {
		s.fillIn(b, g, s.picture.Cell(i, n, typeset.Rect{X: at(n), Y: y, Width: g.cell, Height: g.row}))
	}
}

// paintHead names the texts; where columns are narrow, every second or third.
func (s *Series) paintHead(b *brush, g grid) {
	at := s.columnAt(g)
	every := 1
	for g.cell*float32(every) < 38 {
		every++
	}
	for n := int(s.left); n < len(s.picture.Columns) && float32(n) < s.left+g.columns; n++ {
		if x := at(n); (n%every == 0 || n == s.column) && x >= g.labels-1 {
			if n == s.column {
				b.fill(typeset.Rect{X: x - 1, Y: 0, Width: g.cell*float32(every) + 2, Height: seriesHead}, colorNamed(ColorChosen))
			} else if s.column > n && s.column < n+every {
				continue // its name stands here
			}
			room := max(g.cell*float32(every), 40) - 2
			s.words(b, s.picture.Columns[n][0], typeset.Rect{X: x + 1, Y: 3, Width: room, Height: 15}, 10.5, typeset.Bold, ColorInk)
			s.words(b, s.picture.Columns[n][1], typeset.Rect{X: x + 1, Y: 17, Width: room, Height: 15}, 10, 0, ColorMuted)
		}
	}
	b.rule(typeset.Rect{X: 0, Y: seriesHead - 1, Width: g.labels + g.columns*g.cell, Height: 1}, colorNamed(ColorRule))
}

// paintChosen frames the chosen cell.
func (s *Series) paintChosen(b *brush, g grid) {
	x, y := s.columnAt(g)(s.column), seriesHead+(float32(s.row)-s.first)*g.row
	if s.row < 0 || y < seriesHead-1 || x < g.labels-1 {
		return
	}
	const line = 1.5
	for _, r := range []typeset.Rect{
		{X: x, Y: y, Width: g.cell, Height: line}, {X: x, Y: y + g.row - line, Width: g.cell, Height: line},
		{X: x, Y: y, Width: line, Height: g.row}, {X: x + g.cell - line, Y: y, Width: line, Height: g.row},
	} {
		b.fill(r, colorNamed(ColorLink))
	}
}

// paintOverview draws the whole picture small, and a frame around what is in view.
func (s *Series) paintOverview(b *brush, g grid) {
	o := g.overview
	b.fill(typeset.Rect{X: o.X - overviewGap/2, Y: 0, Width: o.Width + overviewGap/2 + 6, Height: s.Size().Height}, colorNamed(ColorAbsent))
	row, cell := o.Height/float32(len(s.picture.Rows)), o.Width/float32(len(s.picture.Columns))
	for i := range s.picture.Rows {
		for n := range s.picture.Columns {
			in := typeset.Rect{X: o.X + float32(n)*cell, Y: o.Y + float32(i)*row, Width: cell, Height: row}
			for _, r := range s.picture.Cell(i, n, in) {
				r.Height = max(r.Height, min(1, row))
				b.fill(r.Rect, colorNamed(r.Color))
			}
		}
	}
	top, tall := o.Y+s.first*row, max(g.rows*row, 8)
	for _, r := range []typeset.Rect{
		{X: o.X - 3, Y: top, Width: o.Width + 6, Height: 1}, {X: o.X - 3, Y: top + tall - 1, Width: o.Width + 6, Height: 1},
		{X: o.X - 3, Y: top, Width: 1, Height: tall}, {X: o.X + o.Width + 2, Y: top, Width: 1, Height: tall},
	} {
		b.fill(r, colorNamed(ColorMuted))
	}
}

// words paints a line, as much of it as has room.
func (s *Series) words(b *brush, words string, in typeset.Rect, size float32, style typeset.Style, ink fyne.ThemeColorName) {
	if words == "" || in.Width < 8 {
		return
	}
	key := seriesWords{words, in.Width, size, style}
	block, known := s.shaped[key]
	if !known {
		block = s.fitting(key)
		s.shaped[key] = block
	}
	source := image.NewUniform(colorNamed(ink))
	line := block.Lines[0]
	for i := range line.Glyphs {
		b.glyph(&line.Glyphs[i], in.X, in.Y+(in.Height-line.Height)/2, source)
	}
}

// seriesWords are words as they were shaped for a room.
type seriesWords struct {
	words       string
	width, size float32
	style       typeset.Style
}

// fitting is the words in one line of a width, with … for what has no room.
func (s *Series) fitting(k seriesWords) typeset.Block {
	shape := func(words string) *typeset.Paragraph {
		return typeset.Shape([]typeset.Span{{Text: words, Style: k.style | typeset.Sans}}, typeset.Setting{
			Size: k.size, Leading: 1.3, Language: string(s.picture.Language), RightToLeft: typeset.RunsLeft(k.words)})
	}
	letters := []rune(k.words)
	if most := int(k.width/k.size*4) + 8; len(letters) > most { // more has no room in any script
		letters = letters[:most]
	}
	p := shape(string(letters))
	if len(letters) == len([]rune(k.words)) && widthOf(p) <= k.width {
		return p.Break(k.width)
	}
	whole := p.Break(unbounded)
	n := sort.Search(len(letters), func(n int) bool {
		var wide float32
		for _, r := range whole.Rects(0, n+1) {
			wide += r.Width
		}
		return wide > k.width-k.size
	})
	p = shape(strings.TrimSpace(string(letters[:n])) + "…")
	return p.Break(max(k.width, widthOf(p)))
}
