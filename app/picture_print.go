package app

import (
	"cmp"
	"io"

	"mutatis/app/pdf"
	"mutatis/app/typeset"
)

// pictureInks are the colours of a picture on paper: in black and white the shapes remain.
var pictureInks = map[PictureInk]typeset.Ink{
	InkRibbon: {R: 200, G: 206, B: 214}, InkNew: {R: 30, G: 125, B: 67}, InkChanged: {R: 190, G: 120, B: 0},
	InkBack: {R: 30, G: 125, B: 67}, InkGone: {R: 190, G: 30, B: 30}, InkMoved: {R: 40, G: 90, B: 170}, InkTie: {R: 90, G: 90, B: 90},
}

var paleRule = typeset.Ink{R: 228, G: 231, B: 235}

// sheet is a picture on its way to one page of paper, lengths in points.
type sheet struct {
	picture      *Picture
	words        Words
	page         typeset.Page
	left, top    float32 // of the grid
	cell, row    float32 // their width and height
	labels, size float32 // width and letters of what stands before the rows
}

const (
	sheetMargin = 34
	tallestRow  = 15
	widestCell  = 44
	leastLetter = 2.6 // smaller is no writing
)

// page draws the picture on one page of A4, upright or lying, whichever gives its rows more room.
func (p *Picture) page(w Words, label string) typeset.Page {
	s := sheet{picture: p, words: w, page: typeset.Page{Width: 841.89, Height: 595.28, Inks: []typeset.Ink{{R: 20, G: 22, B: 26}, {R: 90, G: 96, B: 106}}}}
	if len(p.Rows) > 45 {
		s.page.Width, s.page.Height = s.page.Height, s.page.Width
	}
	room := s.page.Width - 2*sheetMargin
	y := s.text(p.Title, sheetMargin, sheetMargin, room, 13, typeset.Bold, 0)
	y += s.text(p.Counts(w), sheetMargin, sheetMargin+y+2, room, 8, 0, 1)
	if label != "" {
		s.line(label, s.page.Width-sheetMargin-80, sheetMargin-14, 80, 8, typeset.Bold, 1)
	}
	s.top = sheetMargin + y + 34
	s.row = min((s.page.Height-sheetMargin-26-s.top)/float32(max(len(p.Rows), 1)), tallestRow)
	s.size = min(s.row*.62, 7.5)
	s.labels = max(room*.34, room-widestCell*float32(len(p.Texts)))
	s.labels = min(s.labels, room*.55)
	s.left = sheetMargin + s.labels
	s.cell = min((room-s.labels)/float32(max(len(p.Texts), 1)), widestCell)
	s.columns()
	s.rows()
	s.legend(s.page.Height - sheetMargin - 8)
	return s.page
}

// text sets words in as many lines as they need, and answers their height.
func (s *sheet) text(words string, x, y, width, size float32, style typeset.Style, ink int) float32 {
	b := s.shape(words, size, style, ink).Break(width)
	s.page.Texts = append(s.page.Texts, typeset.Text{Block: b, X: x, Y: y})
	return b.Height
}

// line sets words in one line, those that have no room left out.
func (s *sheet) line(words string, x, y, width, size float32, style typeset.Style, ink int) {
	if size < leastLetter || words == "" {
		return
	}
	b := s.shape(words, size, style, ink).Break(width)
	b.Lines = b.Lines[:1]
	s.page.Texts = append(s.page.Texts, typeset.Text{Block: b, X: x, Y: y})
}

func (s *sheet) shape(words string, size float32, style typeset.Style, ink int) *typeset.Paragraph {
	return typeset.Shape([]typeset.Span{{Text: words, Style: style | typeset.Sans, Tag: ink}}, typeset.Setting{
		Size: size, Leading: 1.2, Language: string(s.picture.Language), RightToLeft: s.picture.Language.RightToLeft() && !isLatin(words),
	})
}

// isLatin reports whether words begin with a Latin letter or a digit: a symbol, a label.
func isLatin(words string) bool { return words != "" && words[0] < 0x80 }

func (s *sheet) rule(r PictureRect, ink typeset.Ink) {
	s.page.Rules = append(s.page.Rules, typeset.Rule{X: r.X, Y: r.Y, Width: r.Width, Height: r.Height, Ink: ink})
}

// columns names the texts above their columns, every second or third where they are narrow, one under another in turn.
func (s *sheet) columns() {
	size := min(s.cell*.34, 7)
	every := 1
	for size*float32(every) < 4.5 && every < len(s.picture.Texts) {
		every++
		size = min(s.cell*float32(every)*.34, 7)
	}
	for n, t := range s.picture.Texts {
		x := s.left + float32(n)*s.cell
		s.rule(PictureRect{x, s.top, .25, s.row * float32(len(s.picture.Rows)), 0}, paleRule)
		if n%every == 0 {
			s.line(t.Short(), x, s.top-2*size*1.25-2, s.cell*float32(every)*1.3, size, typeset.Bold, 0)
			s.line(t.Year(), x, s.top-size*1.25-1, s.cell*float32(every)*1.3, size, 0, 1)
		}
	}
}

func (s *sheet) rows() {
	middle := func(row int) float32 { return s.top + (float32(row)+.5)*s.row }
	for i, r := range s.picture.Rows {
		y := s.top + float32(i)*s.row
		s.rule(PictureRect{sheetMargin, y, s.page.Width - 2*sheetMargin, .25, 0}, paleRule)
		at := y + (s.row-s.size*1.2)/2
		s.line(r.Label, sheetMargin, at, s.size*6, s.size, typeset.Bold, 0)
		s.line(r.Words, sheetMargin+s.size*6, at, s.labels-s.size*6-4, s.size, 0, ageInk(r, len(s.picture.Texts)))
		for n, c := range r.Cells {
			for _, rect := range CellRects(c, s.left+float32(n)*s.cell, y, s.cell, s.row) {
				s.rule(rect, pictureInks[rect.Ink])
			}
		}
	}
	for _, t := range s.picture.Ties {
		for _, rect := range TieRects(s.left+float32(t.ToText)*s.cell, s.cell, middle(t.FromRow), middle(t.ToRow)) {
			s.rule(rect, pictureInks[rect.Ink])
		}
	}
}

// ageInk is pale for a paragraph that is no longer there.
func ageInk(r PictureRow, texts int) int {
	if r.Last < texts-1 {
		return 1
	}
	return 0
}

func (s *sheet) legend(y float32) {
	x := float32(sheetMargin)
	for _, sign := range PictureSigns(s.words) {
		for _, rect := range CellRects(sign.Cell, x, y-3, 20, 13) {
			s.rule(rect, pictureInks[rect.Ink])
		}
		p := s.shape(sign.Words, 7.5, 0, 0)
		s.page.Texts = append(s.page.Texts, typeset.Text{Block: p.Break(300), X: x + 24, Y: y - 1})
		x += 24 + extent(p) + 16
	}
}

// extent is how wide words are in one line.
func extent(p *typeset.Paragraph) (width float32) {
	for _, r := range p.Break(1e5).Rects(0, len(p.Text())) {
		width += r.Width
	}
	return width
}

// printedPicture is the picture on its page.
func (a *App) printedPicture(t *Picturing) Print {
	p := a.printing(Stored{Text: t.Texts[len(t.Texts)-1]})
	pages := []typeset.Page{t.Picture.page(a.Words, p.Label)}
	title := t.Name(a.Words)
	return Print{pages, func(w io.Writer) error {
		return pdf.WritePages(w, pages, title, cmp.Or(string(t.Picture.Language), a.Words.Language), p.Now)
	}}
}
