package pdf

import (
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// joinLigatures gives characters that belong to one glyph back to it: those PDFium made of a ligature, which have one
// origin, and signs over and under letters, whose place in the line says nothing.
func joinLigatures(glyphs []glyph) []glyph {
	joined := glyphs[:0]
	var waiting []rune // signs that stand over the letter that follows
	for i, g := range glyphs {
		last := len(joined) - 1
		switch {
		case unicode.Is(unicode.Mn, g.Rune) && last >= 0 && g.over(joined[last]):
			if joined[last].more.add(g.Rune) {
				continue
			}
		case unicode.Is(unicode.Mn, g.Rune) && i+1 < len(glyphs) && g.over(glyphs[i+1]) && len(waiting) < 2:
			waiting = append(waiting, g.Rune)
			continue
		case last >= 0 && joined[last].join(g):
			continue
		}
		for _, r := range waiting {
			g.more.add(r)
		}
		waiting = nil
		joined = append(joined, g)
	}
	return joined
}

// add puts a character behind the others, if there is room.
func (l *ligature) add(r rune) bool {
	n := len(l.runes())
	if n == len(l) {
		return false
	}
	l[n] = r
	return true
}

// over reports a sign that stands over or under a letter of its line.
func (g glyph) over(letter glyph) bool {
	middle := (g.Left + g.Right) / 2
	return !blank(letter.Rune) && near(g.Y, letter.Y, g.Size) && middle >= letter.Left-0.1*g.Size && middle <= letter.Right+0.1*g.Size
}

// join takes in the next character if it is of the same glyph. PDFium gives the first character of a ligature the
// glyph's box and the others the box of the ink; where all have the same, an Arabic one has been turned round.
func (g *glyph) join(next glyph) bool {
	if blank(g.Rune) || blank(next.Rune) || next.X != g.X || next.Y != g.Y || next.Size != g.Size || g.more.full() {
		return false
	}
	same := next.Left == g.Left && next.Right == g.Right
	if !same && !(isArabic(g.Rune) && isArabic(next.Rune)) {
		return false
	}
	turned := same && isArabic(next.Rune) || !same && abs(next.Left-next.X) < abs(g.Left-g.X)
	if !turned {
		return g.more.add(next.Rune)
	}
	g.more = ligature{g.Rune, g.more[0], g.more[1]}
	g.Rune, g.Left, g.Right = next.Rune, next.Left, next.Right
	return true
}

func abs(v float32) float32 { return max(v, -v) }

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

// source is the text of the pages, line by line, as it is shown beside what was recognised, and the place of each line.
func (b *rebuilder) source() (string, []Place) {
	var text strings.Builder
	var places []Place
	page := 0
	for i := range b.lines {
		l := &b.lines[i]
		for ; page < l.page; page++ {
			text.WriteString("\f")
			places = append(places, Place{Page: page}) // the empty line before it
		}
		text.WriteString(l.whole())
		text.WriteByte('\n')
		places = append(places, b.placeOf(l))
	}
	return text.String(), append(places, Place{Page: page})
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
