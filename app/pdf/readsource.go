package pdf

import (
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// joinLigatures gives characters that belong to one glyph back to it: those PDFium made of a ligature, which have one
// origin, and signs over and under letters, whose place in the line says nothing.
func joinLigatures(glyphs []glyph) []glyph {
	hosts := hostsOfSigns(glyphs)
	joined := glyphs[:0]
	for i, g := range glyphs {
		last := len(joined) - 1
		switch {
		case hosts.hosted(i):
			continue
		case last >= 0 && joined[last].join(g):
			hosts.dress(&joined[last], i)
			continue
		}
		hosts.dress(&g, i)
		joined = append(joined, g)
	}
	return joined
}

// signHosts are the letters over or under which signs stand.
type signHosts struct {
	of    map[int]int    // the letter of each sign, by their places in the file
	signs map[int][]rune // of each letter
}

const signReach = 8 // how far a sign may stand from its letter in the order of the file

// hostsOfSigns finds the letter of each sign: the one with the same origin, else the one whose middle is nearest.
func hostsOfSigns(glyphs []glyph) signHosts {
	h := signHosts{map[int]int{}, map[int][]rune{}}
	for i, g := range glyphs {
		if !unicode.Is(unicode.Mn, g.Rune) {
			continue
		}
		best, least := -1, float32(0)
		for k := max(0, i-signReach); k < min(len(glyphs), i+signReach+1); k++ {
			letter := glyphs[k]
			if unicode.Is(unicode.Mn, letter.Rune) || !g.over(letter) {
				continue
			}
			apart := abs(g.Left + g.Right - letter.Left - letter.Right)
			if g.X == letter.X {
				apart = -1
			}
			if best < 0 || apart < least {
				best, least = k, apart
			}
		}
		if best >= 0 && len(h.signs[best]) < letterSigns {
			h.of[i] = best
			h.signs[best] = append(h.signs[best], g.Rune)
		}
	}
	return h
}

func (h signHosts) hosted(sign int) bool {
	_, ok := h.of[sign]
	return ok
}

// dress puts the signs of a letter behind it.
func (h signHosts) dress(g *glyph, letter int) {
	for _, r := range h.signs[letter] {
		g.more.add(r)
	}
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
	if g.X == letter.X && g.Y == letter.Y {
		return !blank(letter.Rune)
	}
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
	copy(g.more[1:], g.more[:len(g.more)-1])
	g.more[0] = g.Rune
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
