package pdf

// Place is where a line stands on its page, counted from 0: the sides of its box as fractions of the page as it is seen
// and painted, from its top left corner. The place of an empty line has a page and no extent.
type Place struct {
	Page                     int
	Left, Top, Right, Bottom float64
}

// How far type reaches above and below its baseline, in sizes; Arabic letters reach deeper.
const (
	ascent      = 0.9
	descent     = 0.27
	deepDescent = 0.42
)

// placeOf finds a line on the page as it is seen.
func (b *rebuilder) placeOf(l *inkLine) Place {
	s := b.sheets[l.page]
	low := float32(descent)
	if b.arabic {
		low = deepDescent
	}
	top, bottom := l.base+ascent*l.size, l.base-low*l.size
	for _, i := range l.inks {
		if !blank(i.Rune) {
			top, bottom = max(top, i.Y+ascent*i.Size), min(bottom, i.Y-low*i.Size)
		}
	}
	x0, y0 := s.seen(l.left, bottom)
	x1, y1 := s.seen(l.right, top)
	return Place{Page: l.page, Left: min(x0, x1), Top: min(y0, y1), Right: max(x0, x1), Bottom: max(y0, y1)}
}

// seen turns a place on an upright sheet into fractions of the page as it is seen. The sheet was turned by the run of
// its text, the page is shown turned as its file says; mostly the two undo one another.
func (s sheet) seen(x, y float32) (float64, float64) {
	wide, high := max(s.Right, 1), max(s.Top, 1)
	u, v := fraction(x/wide), fraction(1-y/high)
	for range (s.turned + 4 - s.Rotation%4) % 4 {
		u, v = v, 1-u
	}
	return u, v
}

func fraction(v float32) float64 { return float64(min(max(v, 0), 1)) }
