package pdf

import (
	"strings"

	"mutatis/app/resolution"
)

// joinLigatures gives characters that PDFium made of one glyph - a ligature - back to it. They have one place; in an
// Arabic text PDFium turns their order round.
func joinLigatures(glyphs []glyph) []glyph {
	joined := glyphs[:0]
	for _, g := range glyphs {
		if n := len(joined); n > 0 && !blank(g.Rune) && g.Right > g.Left {
			if l := &joined[n-1]; l.Left == g.Left && l.Right == g.Right && l.Y == g.Y && l.X == g.X && !blank(l.Rune) && !l.more.full() {
				if isArabic(g.Rune) {
					l.more = ligature{l.Rune, l.more[0], l.more[1]}
					l.Rune = g.Rune
				} else {
					l.more[len(l.more.runes())] = g.Rune
				}
				continue
			}
		}
		joined = append(joined, g)
	}
	return joined
}

// strayWords is what runs across the page, in the order in which the file has it.
func strayWords(stray []glyph) string {
	var words strings.Builder
	for _, g := range stray {
		if g.Rune >= ' ' {
			words.WriteRune(g.Rune)
		}
	}
	return strings.TrimSpace(words.String())
}

// source is the text of the pages, line by line, as it is shown beside what was recognised.
func (b *rebuilder) source() string {
	var text strings.Builder
	page := 0
	for i := range b.lines {
		l := &b.lines[i]
		for ; page < l.page; page++ {
			text.WriteString("\f")
		}
		text.WriteString(l.whole())
		text.WriteByte('\n')
	}
	return text.String()
}

// whole is the text of a line with its calls, as a page shows it.
func (s spelled) whole() string {
	if s.eye != nil {
		return string(s.eye)
	}
	text, _ := insertCalls(s.text, s.calls)
	return string(text)
}

// insertCalls writes calls back into the text they stood in, and answers how far it grew before each of its runes.
func insertCalls(text []rune, calls []resolution.NoteCall) ([]rune, int) {
	if len(calls) == 0 {
		return text, 0
	}
	var all []rune
	at := 0
	for i, c := range calls {
		all = append(all, text[at:c.Offset]...)
		if i > 0 && calls[i-1].Offset == c.Offset {
			all = append(all, ',')
		}
		all = append(all, []rune(c.Number)...)
		at = c.Offset
	}
	all = append(all, text[at:]...)
	return all, len(all) - len(text)
}
