package pdf

import (
	"cmp"
	"slices"
)

// upright turns a page so that most of its text runs from left to right, and parts glyphs that run otherwise or stand
// off the page: stamps along the margin, watermarks, marks of the press. The sheet's box is moved to the origin.
func upright(s sheet) (sheet, []glyph) {
	var count [5]int
	for _, g := range s.glyphs {
		if g.Rune > ' ' {
			count[g.Turn]++
		}
	}
	turn := uint8(0)
	for t := range uint8(4) {
		if count[t] > count[turn] {
			turn = t
		}
	}
	turned := sheet{glyphs: s.glyphs[:0], Right: s.Right - s.Left, Top: s.Top - s.Bottom, Pictures: s.Pictures, Unreadable: s.Unreadable,
		Rotation: s.Rotation, turned: turn}
	if turn%2 == 1 {
		turned.Right, turned.Top = turned.Top, turned.Right
	}
	var stray []glyph
	for _, g := range s.glyphs {
		own := g.Turn == turn
		g = s.turn(g, turn)
		if !own || turned.off(g) {
			stray = append(stray, g)
			continue
		}
		turned.glyphs = append(turned.glyphs, g)
	}
	for _, r := range s.Rules {
		turned.Rules = append(turned.Rules, s.turnRule(r, turn))
	}
	return turned, stray
}

// off reports a glyph that is not on the page that is seen: marks for whoever trims it.
func (s sheet) off(g glyph) bool {
	return g.Right < -g.Size || g.Left > s.Right+g.Size || g.Y < -g.Size || g.Y > s.Top+g.Size
}

// point turns a place on the sheet.
func (s sheet) point(x, y float32, turn uint8) (float32, float32) {
	switch turn {
	case 1:
		return y - s.Bottom, s.Right - x
	case 2:
		return s.Right - x, s.Top - y
	case 3:
		return s.Top - y, x - s.Left
	}
	return x - s.Left, y - s.Bottom
}

func (s sheet) turn(g glyph, turn uint8) glyph {
	left, right := g.Left, g.Right
	if g.Turn%2 == 0 {
		left, _ = s.point(g.Left, g.Y, turn)
		right, _ = s.point(g.Right, g.Y, turn)
	} else if turn%2 == 1 { // their advance runs up the page
		left, _ = s.point(g.X, g.Left, turn)
		right, _ = s.point(g.X, g.Right, turn)
	}
	g.X, g.Y = s.point(g.X, g.Y, turn)
	g.Left, g.Right = min(left, right), max(left, right)
	return g
}

func (s sheet) turnRule(r ruling, turn uint8) ruling {
	x0, y0 := s.point(r.Left, r.Bottom, turn)
	x1, y1 := s.point(r.Right, r.Top, turn)
	return ruling{Left: min(x0, x1), Bottom: min(y0, y1), Right: max(x0, x1), Top: max(y0, y1)}
}

// level reports a rule that lies.
func (r ruling) level() bool { return r.Right-r.Left >= r.Top-r.Bottom }

// joinRules joins the pieces of rules that lie on one line: a border is drawn cell by cell.
func joinRules(rules []ruling) []ruling {
	var lying []ruling
	for _, r := range rules {
		if r.level() {
			lying = append(lying, r)
		}
	}
	slices.SortStableFunc(lying, func(a, b ruling) int {
		if d := a.Bottom - b.Bottom; d > 1 || d < -1 {
			return cmp.Compare(b.Bottom, a.Bottom)
		}
		return cmp.Compare(a.Left, b.Left)
	})
	var joined []ruling
	for _, r := range lying {
		if n := len(joined); n > 0 && near(joined[n-1].Bottom, r.Bottom, 1.5) && r.Left <= joined[n-1].Right+3 {
			joined[n-1].Right = max(joined[n-1].Right, r.Right)
			continue
		}
		joined = append(joined, r)
	}
	return joined
}

func near(a, b, slack float32) bool { return a-b <= slack && b-a <= slack }
