package pdf

import (
	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// head is what stands above the rule of every page but the first: on odd pages left and right change places, so that
// the symbol stands outside when the sheets lie open like a book.
type head struct{ left, right string }

func draftHead(d resolution.Draft) head {
	symbol := firstOf(d.Header.Symbol, d.Symbol, d.Number)
	return head{symbol, d.Title()}
}

// draftName is the title of a file.
func draftName(d resolution.Draft) string {
	name := firstOf(d.Symbol, d.Number)
	switch title := d.Title(); {
	case name == "":
		return title
	case title == "":
		return name
	default:
		return name + " " + title
	}
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

const (
	headSize  = 8
	footSize  = 8.5
	hashSize  = 6.5
	labelSize = 8
)

// furniture is what stands around the text of a page.
func (c *composer) furniture(h head, page, pages int) ([]typeset.Text, []typeset.Rule) {
	var texts []typeset.Text
	var rules []typeset.Rule
	even := page%2 == 0
	if label := c.options.Label; label != "" {
		b, width := c.line(label, labelSize, typeset.Bold|typeset.Sans, 2*c.frame+c.measure)
		texts = append(texts, at(b, (c.width-width)/2, 20))
	}
	if page > 1 && (h.left != "" || h.right != "") {
		t, r := c.runningHead(h, even)
		texts, rules = append(texts, t...), append(rules, r)
	}
	foot := c.height - max(c.options.Margins.Bottom*0.55, 24)
	number, width := c.line(pageNumber(page, pages), footSize, typeset.Bold, c.measure)
	texts = append(texts, at(number, c.side(!even, width), foot))
	if hash := c.options.Hash; hash != "" {
		b, width := c.line(hash, hashSize, typeset.Sans, c.measure)
		texts = append(texts, at(b, c.side(even, width), foot+2))
	}
	return texts, rules
}

// line sets a text in lines no wider than width, and answers how wide they are. What is set in the sans is said in the
// language of the interface.
func (c *composer) line(text string, size float32, style typeset.Style, width float32) (typeset.Block, float32) {
	s := typeset.Setting{Size: size, Leading: 1.25, Language: string(c.language), RightToLeft: c.rightToLeft()}
	if style&typeset.Sans != 0 {
		s = c.spoken(size)
	}
	b := c.block([]typeset.Span{{Text: text, Style: style}}, s, width)
	widest := inkWidth(b)
	return b.Paragraph.Break(widest + 0.1), widest
}

// spoken is the setting of the interface's words beside a text that may run the other way.
func (c *composer) spoken(size float32) typeset.Setting {
	l := resolution.Language(firstOf(c.options.Language, "en"))
	s := typeset.Setting{Size: size, Leading: 1.3, Language: string(l), RightToLeft: l.RightToLeft()}
	if s.RightToLeft != c.rightToLeft() {
		s.Align = typeset.End
	}
	return s
}

func at(b typeset.Block, x, y float32) typeset.Text { return typeset.Text{Block: b, X: x, Y: y} }

// side is where a text of the given width begins that stands at the outer or inner edge of the frame. Pages of a
// right-to-left text lie the other way round.
func (c *composer) side(right bool, width float32) float32 {
	if right != c.rightToLeft() {
		return c.left + c.measure + c.frame - width
	}
	return c.left - c.frame
}

// runningHead stands on the rule: the symbol outside, the title inside.
func (c *composer) runningHead(h head, even bool) ([]typeset.Text, typeset.Rule) {
	room := c.measure + 2*c.frame
	y := c.options.Margins.Top - 11
	var texts []typeset.Text
	outer, width := c.line(h.left, headSize, typeset.Bold, room*0.6)
	if h.left != "" {
		texts = append(texts, at(outer, c.side(!even, width), y-2-outer.Height))
	} else {
		width = 0
	}
	if h.right != "" {
		inner, innerWidth := c.shortened(h.right, room-width-24)
		texts = append(texts, at(inner, c.side(even, innerWidth), y-2-inner.Height))
	}
	return texts, typeset.Rule{X: c.left - c.frame, Y: y, Width: room, Height: 0.75}
}

// shortened sets a title in two lines at most.
func (c *composer) shortened(title string, room float32) (typeset.Block, float32) {
	b, width := c.line(title, headSize, typeset.Bold, room)
	if len(b.Lines) <= 2 {
		return b, width
	}
	words := []rune(title)
	b = b.Paragraph.Break(room)
	words = words[:b.Lines[1].End]
	for cut := len(words); cut > 0; cut-- {
		b, width = c.line(string(words[:cut])+"…", headSize, typeset.Bold, room)
		if len(b.Lines) <= 2 && (cut == len(words) || words[cut] == ' ' || cut < len(words)-12) {
			break
		}
	}
	return b, width
}
