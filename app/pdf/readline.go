package pdf

import (
	"cmp"
	"slices"
	"unicode"
)

// ink is a glyph in its line.
type ink struct {
	glyph
	raised  bool // smaller and higher than the line: the call of a note, "th" of "76th"
	lowered bool
}

// inkLine is one line of a page, or one cell of it, its glyphs in the order in which they stand from left to right.
type inkLine struct {
	page, column      int
	left, right, base float32
	size              float32 // the commonest size of its type
	inks              []ink
	bold              bool  // wholly bold
	stamp             bool  // in a bar code font
	frame             *edge // of the column or cell it stands in; nil = the page's own
	spelled
}

// blank reports glyphs that show nothing.
func blank(r rune) bool { return unicode.IsSpace(r) || r == 0 || r == '\u200b' }

// linesOf makes lines out of the glyphs of an upright sheet.
func (b *rebuilder) linesOf(glyphs []glyph, page int) []inkLine {
	strips := stripsOf(glyphs)
	runs := raise(strips)
	var lines []inkLine
	for _, s := range runs {
		if l, ok := b.newLine(s, page); ok {
			lines = append(lines, l)
		}
	}
	return lines
}

// stripsOf sorts glyphs into strips of one baseline, from the head of the page to its foot.
func stripsOf(glyphs []glyph) [][]ink {
	sorted := make([]ink, len(glyphs))
	for i, g := range glyphs {
		sorted[i].glyph = g
	}
	slices.SortStableFunc(sorted, func(a, b ink) int { return cmp.Compare(b.Y, a.Y) })
	var strips [][]ink
	from := 0
	for i, g := range sorted {
		if sorted[from].Y-g.Y > max(0.6, 0.06*min(g.Size, 24)) {
			strips = append(strips, sorted[from:i:i])
			from = i
		}
	}
	if from < len(sorted) {
		strips = append(strips, sorted[from:])
	}
	for _, s := range strips {
		slices.SortStableFunc(s, func(a, b ink) int { return cmp.Compare(a.X, b.X) })
	}
	return strips
}

// inkRun is glyphs of a strip that follow one another in one size.
type inkRun struct {
	inks        []ink
	left, right float32
	base, size  float32
}

func runsOf(strip []ink) []inkRun {
	var runs []inkRun
	from := 0
	for n, i := range strip {
		if k := len(runs) - 1; k >= 0 {
			r := &runs[k]
			same := near(r.size, i.Size, 0.12*max(r.size, i.Size)) && i.Left-r.right < 1.2*r.size
			if blank(i.Rune) || same {
				r.inks = strip[from : n+1 : n+1]
				if !blank(i.Rune) {
					r.right = max(r.right, i.Right)
				}
				continue
			}
		}
		from = n
		runs = append(runs, inkRun{strip[n : n+1 : n+1], i.Left, i.Right, i.Y, i.Size})
	}
	return runs
}

// raise puts small runs that stand a little above or below a larger one into its strip.
func raise(strips [][]ink) [][]ink {
	runs := make([][]inkRun, len(strips))
	for i, s := range strips {
		runs[i] = runsOf(s)
	}
	reach := reachOf(runs)
	moved := make([][]ink, len(strips))
	kept := slices.Clone(strips)
	for i := range runs {
		lost := false
		for n, r := range runs[i] {
			host, up := hostOf(runs, i, r, reach)
			switch {
			case host < 0 && lost:
				kept[i] = append(kept[i], r.inks...)
			case host >= 0:
				if !lost {
					kept[i], lost = inksOf(runs[i][:n]), true
				}
				moved[host] = append(moved[host], r.moved(up)...)
			}
		}
	}
	var result [][]ink
	for i := range kept {
		if len(kept[i]) == 0 && len(moved[i]) > 0 { // raised over what was itself raised
			kept[i], moved[i] = moved[i], nil
		}
		if len(moved[i]) > 0 {
			kept[i] = append(kept[i], moved[i]...)
			slices.SortStableFunc(kept[i], func(a, b ink) int { return cmp.Compare(a.X, b.X) })
		}
		if len(kept[i]) > 0 {
			result = append(result, kept[i])
		}
	}
	return result
}

func inksOf(runs []inkRun) []ink {
	var inks []ink
	for _, r := range runs {
		inks = append(inks, r.inks...)
	}
	return inks
}

// moved is what shows of a run, raised or lowered.
func (r inkRun) moved(up bool) []ink {
	var inks []ink
	for _, i := range r.inks {
		if !blank(i.Rune) {
			i.raised, i.lowered = up, !up
			inks = append(inks, i)
		}
	}
	return inks
}

const longestRaised = 16 // glyphs

// reachOf is how far from its strip a run may be raised: by as much as the largest type allows.
func reachOf(runs [][]inkRun) float32 {
	largest := float32(0)
	for _, strip := range runs {
		for _, r := range strip {
			largest = max(largest, r.size)
		}
	}
	return min(60, highest*largest)
}

const highest = 0.75 // sizes of the line that its raised signs stand above its baseline at most

// hostOf finds the strip that a small run belongs to, -1 for none, and whether the run stands above its baseline.
func hostOf(runs [][]inkRun, at int, small inkRun, reach float32) (host int, up bool) {
	if len(small.inks) > longestRaised {
		return -1, false
	}
	host = -1
	var distance float32 = 1e9
	look := func(i int) bool {
		if len(runs[i]) == 0 {
			return true
		}
		d := small.base - runs[i][0].base // above 0: the run is higher
		if d > reach || d < -reach {
			return false
		}
		for _, r := range runs[i] {
			if small.size > 0.82*r.size || small.left > r.right+0.9*r.size || small.right < r.left-1.7*r.size || !shows(r) {
				continue
			}
			if high := d >= 0.12*r.size && d <= highest*r.size; high && d < distance {
				host, up, distance = i, true, d
			} else if low := d <= -0.06*r.size && d >= -0.35*r.size; low && -d < distance && small.left > r.left {
				host, up, distance = i, false, -d
			}
		}
		return true
	}
	for i := at + 1; i < len(runs) && look(i); i++ {
	}
	for i := at - 1; i >= 0 && look(i); i-- {
	}
	return host, up
}

// shows reports a run with anything to see.
func shows(r inkRun) bool {
	return slices.ContainsFunc(r.inks, func(i ink) bool { return !blank(i.Rune) })
}

// newLine makes a line of a strip; ok is false where nothing shows.
func (b *rebuilder) newLine(strip []ink, page int) (l inkLine, ok bool) {
	l = inkLine{page: page, left: 1e9, right: -1e9, inks: strip}
	sizes, bases := map[float32]int{}, map[float32]int{}
	bold, stamped, shown := 0, 0, 0
	for _, i := range strip {
		if blank(i.Rune) {
			continue
		}
		shown++
		l.left, l.right = min(l.left, i.Left), max(l.right, i.Right)
		f := b.face(i.Face)
		if f.Bold {
			bold++
		}
		if f.Barcode {
			stamped++
		}
		if !i.raised && !i.lowered {
			sizes[i.Size]++
			bases[i.Y]++
		}
	}
	if shown == 0 {
		return l, false
	}
	l.size, l.base = commonest(sizes), commonest(bases)
	l.bold = bold*10 >= shown*9
	l.stamp = stamped*2 > shown
	return l, true
}

func commonest(count map[float32]int) float32 {
	best, most := float32(0), 0
	for v, n := range count {
		if n > most || n == most && v > best {
			best, most = v, n
		}
	}
	return best
}

// cells parts a line at gaps wider than so many times its size. A line without one is its only cell.
func (b *rebuilder) cells(l *inkLine, wide float32) []inkLine {
	cuts := l.cuts(wide * l.size)
	if len(cuts) == 0 {
		return []inkLine{*l}
	}
	var cells []inkLine
	from := 0
	for _, to := range append(cuts, len(l.inks)) {
		if c, ok := b.newLine(l.inks[from:to], l.page); ok {
			c.column, c.base, c.frame = l.column, l.base, l.frame
			b.spell(&c)
			cells = append(cells, c)
		}
		from = to
	}
	if b.arabic {
		slices.Reverse(cells)
	}
	return cells
}

// cuts lists the glyphs before which there is more room than so much.
func (l *inkLine) cuts(wide float32) []int {
	var cuts []int
	end := float32(0)
	for n, i := range l.inks {
		if blank(i.Rune) {
			continue
		}
		if end > 0 && i.Left-end > wide {
			cuts = append(cuts, n)
		}
		end = max(end, i.Right)
	}
	return cuts
}
