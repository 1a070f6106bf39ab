package pdf

import (
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// paragraphLines are the lines of one paragraph.
type paragraphLines []*inkLine

// blocks joins the lines that are left into blocks: the masthead line by line, then paragraphs.
func (b *rebuilder) blocks() []resolution.Block {
	heads, body := b.masthead()
	if len(body) >= columnRows {
		b.measure = b.measureOf(body) // the lines of a masthead begin and end elsewhere
	}
	blocks := heads
	var p paragraphLines
	for i := 0; i < len(body); i++ {
		rows, n := b.tableAt(body[i:])
		if len(p) > 0 && (n > 0 || b.begins(p, &body[i])) {
			blocks = append(blocks, b.block(p))
			p = nil
		}
		if n > 0 {
			blocks = append(blocks, rows...)
			i += n - 1
			continue
		}
		p = append(p, &body[i])
	}
	if len(p) > 0 {
		blocks = append(blocks, b.block(p))
	}
	return blocks
}

// begins reports whether a line begins a new paragraph after those of p.
func (b *rebuilder) begins(p paragraphLines, l *inkLine) bool {
	above := p[len(p)-1]
	if !near(above.size, l.size, 0.07*max(above.size, l.size)) || above.bold != l.bold {
		return true
	}
	if dividesWord(above.text, l.text) && above.column == l.column {
		return false
	}
	t := b.turnOf(p, l)
	if b.isClosing(above) && (t.short || b.isClosing(l)) || b.isClosing(l) && t.indent > 0.3*b.width(l) {
		return true
	}
	if above.page != l.page || above.column != l.column || l.base >= above.base {
		return b.beginsPage(p, l, t)
	}
	switch {
	case t.label && (t.stop || t.short || t.spaced || t.ended && (t.number || !near(t.indent, b.indent(above), 3))):
		return true
	case b.centred(above) && b.centred(l) && !t.spaced:
		return resolution.FormOf(string(above.text), b.language) != ""
	case t.spaced:
		return t.wide || t.ended || t.short || t.indented || !startsSmall(l.text)
	case above.bold:
		return resolution.FormOf(string(above.text), b.language) != "" || t.ended && t.short
	case t.ended && t.indented && b.indent(l)-b.indent(above) > 0.8*l.size:
		return !b.hangs(p, l)
	case t.short:
		return t.ended || t.room > 0.25*b.width(l)
	}
	return false
}

// hangs reports the second line of a paragraph that begins where the words behind the label of the first do.
func (b *rebuilder) hangs(p paragraphLines, l *inkLine) bool {
	label, _ := resolution.SplitLabel(string(p[0].text))
	if label == "" || len(p) > 1 {
		return false
	}
	cells := b.cells(p[0], 0.5)
	return len(cells) > 1 && near(b.start(&cells[1]), b.start(l), 3)
}

// dividesWord reports a line that ends inside a word.
func dividesWord(above, l []rune) bool {
	n := len(above)
	return n > 2 && len(l) > 0 && isHyphen(above[n-1]) && unicode.IsLetter(above[n-2]) && unicode.IsLower(l[0]) && !isAnd(l)
}

// isClosing reports the date or the meeting at the end of a text, a line of its own.
func (b *rebuilder) isClosing(l *inkLine) bool {
	if l.closing == nil {
		closing := resolution.FormOf(l.whole(), b.language) == resolution.Closing
		l.closing = &closing
	}
	return *l.closing
}

// turn is what is seen between two lines.
type turn struct {
	ended    bool    // the upper ends as a paragraph may
	stop     bool    // it ends in more than a comma
	label    bool    // the lower begins with a number or label
	number   bool    // with a number
	room     float32 // left at the end of the upper
	short    bool    // the first word of the lower would have found room there
	indent   float32 // of the lower
	indented bool
	spaced   bool // there is more between them than between lines
	wide     bool // much more
}

func (b *rebuilder) turnOf(p paragraphLines, l *inkLine) turn {
	above := p[len(p)-1]
	label, _ := resolution.SplitLabel(string(l.text))
	gap, leading := above.base-l.base, b.leadingOf(l)
	text := string(above.text)
	t := turn{
		ended: resolution.Ends(text),
		label: label != "",
		room:  b.edgeOf(above).end - b.end(above),
	}
	t.number = label != "" && isDigitRune([]rune(label)[0])
	t.stop = t.ended && !strings.HasSuffix(text, ",") && !strings.HasSuffix(text, "،") && !strings.HasSuffix(text, "，")
	t.indent = b.indent(l)
	t.indented = t.indent > 0.8*l.size
	t.short = t.room > b.firstWord(l)+0.35*l.size
	t.spaced = gap > leading+max(2, 0.21*l.size)
	t.wide = gap > 1.7*leading
	return t
}

func (b *rebuilder) width(l *inkLine) float32 {
	e := b.edgeOf(l)
	return e.end - e.start
}

// beginsPage decides about the first line of a page or column.
func (b *rebuilder) beginsPage(p paragraphLines, l *inkLine, t turn) bool {
	if !t.ended {
		return t.short && t.room > 0.3*b.width(l) && (t.label || t.indented || !startsSmall(l.text))
	}
	hanging := len(p) > 1 && near(b.indent(p[1]), t.indent, 3) // it goes on as the lines before it do
	switch {
	case t.label && (t.short || t.stop):
		return true
	case t.label && (t.indented || !b.measure.indents):
		return !hanging || t.indented
	case t.short:
		return true
	case t.indented:
		return !hanging
	}
	return !b.measure.indents && !startsSmall(l.text) && !isHan(l.text[0])
}

// firstWord is how much room the first word of a line takes.
func (b *rebuilder) firstWord(l *inkLine) float32 {
	inks := l.inks
	at := func(n int) ink {
		if b.arabic {
			return inks[len(inks)-1-n]
		}
		return inks[n]
	}
	n := 0
	for n < len(inks) && blank(at(n).Rune) {
		n++
	}
	left, right := float32(1e9), float32(-1e9)
	for first := n; n < len(inks) && !blank(at(n).Rune); n++ {
		i := at(n)
		if n > first && (i.Left-right > 0.2*l.size || left-i.Right > 0.2*l.size) {
			break
		}
		if n > first && isHan(i.Rune) {
			return max(right-left, 2.5*l.size) // a sign that may not begin a line would have come with it
		}
		left, right = min(left, i.Left), max(right, i.Right)
	}
	return max(0, right-left)
}

// centred reports a line in the middle, set in on both sides.
func (b *rebuilder) centred(l *inkLine) bool {
	e := b.edgeOf(l)
	before, after := b.start(l)-e.start, e.end-b.end(l)
	return before > 1.5*l.size && after > 1.5*l.size && near(before, after, 0.6*l.size)
}

func startsSmall(text []rune) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r) || !unicode.IsUpper(r) && !isHan(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// block joins the lines of a paragraph.
func (b *rebuilder) block(p paragraphLines) resolution.Block {
	j := b.joiner()
	block := resolution.Block{Bold: true, Centred: true}
	italic, whole := 0, true
	for _, l := range p {
		before := len(j.text)
		j.add(l)
		if whole {
			italic = len(j.text) - (len(l.text) - l.italic)
			if l.italic == 0 && before > 0 {
				italic = before
			}
		}
		whole = whole && l.italic == len(l.text)
		block.Bold = block.Bold && l.bold
		block.Centred = block.Centred && b.centred(l)
	}
	text, calls := j.done()
	block.Notes = b.trueCalls(&block, text, calls)
	if italic > 0 && italic < len(text) {
		block.Italic = len([]rune(strings.TrimRight(string(text[:italic]), " ")))
	}
	b.splitLabel(&block, p[0])
	return block
}

// trueCalls are the calls that call a note. What is raised and calls none is text: "68e", "m2".
func (b *rebuilder) trueCalls(block *resolution.Block, text []rune, calls []resolution.NoteCall) []resolution.NoteCall {
	var kept []resolution.NoteCall
	grown := 0
	for _, c := range calls {
		c.Offset += grown
		if b.hasNote(c.Number) || unicode.IsDigit([]rune(c.Number)[0]) && (c.Offset == 0 || !unicode.IsLetter(text[c.Offset-1]) || len(b.notes) == 0) {
			kept = append(kept, c)
			continue
		}
		raised := []rune(c.Number)
		text = append(text[:c.Offset:c.Offset], append(raised, text[c.Offset:]...)...)
		grown += len(raised)
	}
	block.Text = string(text)
	return kept
}

func (b *rebuilder) hasNote(number string) bool {
	for _, n := range b.notes {
		if n.Number == number {
			return true
		}
	}
	return false
}

// splitLabel sets a label apart that stands in front of a gap or of italics.
func (b *rebuilder) splitLabel(block *resolution.Block, l *inkLine) {
	label, runes := resolution.SplitLabel(block.Text)
	if label == "" || runes == 0 || runes >= len([]rune(block.Text)) {
		return
	}
	if !b.gapAfter(l, len([]rune(label))) {
		return
	}
	block.Label = label
	block.Text = string([]rune(block.Text)[runes:])
	for i := range block.Notes {
		block.Notes[i].Offset = max(0, block.Notes[i].Offset-runes)
	}
	block.Italic = max(0, block.Italic-runes)
}

// gapAfter reports a gap wider than a blank after the first n glyphs of a line.
func (b *rebuilder) gapAfter(l *inkLine, n int) bool {
	seen, end := 0, float32(0)
	for k := range l.inks {
		i := l.inks[k]
		if b.arabic {
			i = l.inks[len(l.inks)-1-k]
		}
		if blank(i.Rune) {
			continue
		}
		if seen == n {
			gap := i.Left - end
			if b.arabic {
				gap = end - i.Right
			}
			return gap > 0.55*l.size
		}
		seen += 1 + len(i.more.runes())
		end = i.Right
		if b.arabic {
			end = i.Left
		}
	}
	return false
}
