package pdf

import (
	"math"
	"slices"

	"mutatis/app/resolution"
)

// pageMeasure is what the lines of a text have in common.
type pageMeasure struct {
	size    float32   // of the body's type
	edges   [2]edge   // of odd and even pages
	leading float32   // between the baselines of a paragraph
	pages   []float32 // the leading of each page; 0 where it has too few lines
	indents bool      // paragraphs begin with an indented line
}

// edge is where lines begin and end. In an Arabic text they begin at the right: places are counted from there, so that
// start < end in both directions.
type edge struct{ start, end float32 }

// start is where a line begins, end where it ends, counted in the direction of reading.
func (b *rebuilder) start(l *inkLine) float32 {
	if b.arabic {
		return -l.right
	}
	return l.left
}

func (b *rebuilder) end(l *inkLine) float32 {
	if b.arabic {
		return -l.left
	}
	return l.right
}

// edgeOf is where the lines of a line's column begin and end.
func (b *rebuilder) edgeOf(l *inkLine) edge {
	if l.frame != nil {
		return *l.frame
	}
	return b.measure.edges[l.page%2]
}

// indent is how far a line is set in.
func (b *rebuilder) indent(l *inkLine) float32 { return b.start(l) - b.edgeOf(l).start }

// measureOf measures lines.
func (b *rebuilder) measureOf(lines []inkLine) pageMeasure {
	m := pageMeasure{size: commonSize(lines)}
	var all [3][]*inkLine
	for i := range lines {
		if l := &lines[i]; near(l.size, m.size, 0.06*m.size) && l.frame == nil {
			all[l.page%2] = append(all[l.page%2], l)
			all[2] = append(all[2], l)
		}
	}
	whole := b.edgesOf(all[2])
	for p := range m.edges {
		m.edges[p] = whole
		if own := b.edgesOf(all[p]); len(all[p]) >= 12 && len(all[1-p]) >= 12 && !near(own.start, whole.start, 3) {
			m.edges[p] = own
		}
	}
	m.leading, m.pages = b.leadings(lines, m)
	m.indents = b.hasIndents(lines, m)
	return m
}

// commonSize is the size most of the glyphs have.
func commonSize(lines []inkLine) float32 {
	sizes := map[float32]int{}
	for _, l := range lines {
		if !l.stamp {
			sizes[float32(math.Round(float64(l.size)*10)/10)] += len(l.inks)
		}
	}
	if len(sizes) == 0 {
		return 10
	}
	return commonest(sizes)
}

// edgesOf finds where lines begin that are not set in, and where the longest end.
func (b *rebuilder) edgesOf(lines []*inkLine) edge {
	if len(lines) == 0 {
		return edge{0, 400}
	}
	starts, full := map[float32]int{}, map[float32]int{}
	for _, l := range lines {
		starts[even(b.start(l))]++
		full[even(b.end(l))]++
	}
	usual := commonest(starts)
	for start, n := range starts {
		if n >= max(3, starts[commonest(starts)]/6) {
			usual = min(usual, start)
		}
	}
	var first, ends []float32
	for _, l := range lines {
		if near(b.start(l), usual, 2) {
			first = append(first, b.start(l))
		}
		if b.start(l) < usual+deepIndent*l.size { // a date at the right ends where no line of the text does
			ends = append(ends, b.end(l))
		}
	}
	if len(first) == 0 || len(ends) == 0 {
		return edge{0, 400}
	}
	slices.Sort(first)
	slices.Sort(ends)
	return edge{first[len(first)/2], endOf(ends, full)}
}

const deepIndent = 9 // sizes by which lines of a text are set in at most

// even rounds to even points.
func even(v float32) float32 { return float32(math.Round(float64(v)/2) * 2) }

// endOf is where justified lines end; where lines end as they like, where the longest do.
func endOf(ends []float32, full map[float32]int) float32 {
	last := float32(math.Inf(-1))
	for end, n := range full {
		if n >= max(3, len(ends)/8) {
			last = max(last, end)
		}
	}
	if !math.IsInf(float64(last), -1) {
		return last
	}
	return ends[len(ends)*96/100]
}

// leadings measures the usual distance between baselines, in the whole and page by page.
func (b *rebuilder) leadings(lines []inkLine, m pageMeasure) (float32, []float32) {
	gaps := map[float32]int{}
	byPage := make([]map[float32]int, len(b.sheets))
	for i := 1; i < len(lines); i++ {
		above, l := &lines[i-1], &lines[i]
		gap := above.base - l.base
		if above.page != l.page || gap <= 0.5*m.size || gap > 3*m.size || !near(l.size, m.size, 0.06*m.size) || !near(above.size, m.size, 0.06*m.size) {
			continue
		}
		rounded := float32(math.Round(float64(gap)*2) / 2)
		gaps[rounded]++
		if byPage[l.page] == nil {
			byPage[l.page] = map[float32]int{}
		}
		byPage[l.page][rounded]++
	}
	leading := 1.2 * m.size
	if len(gaps) > 0 {
		leading = leastCommon(gaps)
	}
	pages := make([]float32, len(b.sheets))
	for p, g := range byPage {
		total := 0
		for _, n := range g {
			total += n
		}
		if total >= 6 {
			pages[p] = leastCommon(g)
		}
	}
	return leading, pages
}

// leastCommon is the smallest distance that is common: where paragraphs are short, the space between them may be as
// common as that between lines.
func leastCommon(gaps map[float32]int) float32 {
	most := gaps[commonest(gaps)]
	least := float32(math.MaxFloat32)
	for gap, n := range gaps {
		if n*3 >= most && n > 1 || n == most {
			least = min(least, gap)
		}
	}
	return least
}

// leadingOf is the leading where a line stands.
func (b *rebuilder) leadingOf(l *inkLine) float32 {
	leading := b.measure.leading
	if own := b.measure.pages[l.page]; own > 0 {
		leading = own
	}
	return leading * max(0.5, l.size/max(b.measure.size, 1))
}

// hasIndents reports a text whose paragraphs begin with an indented line: a line that is set in and followed by one
// that is not, in the same type, is such a beginning.
func (b *rebuilder) hasIndents(lines []inkLine, m pageMeasure) bool {
	set, flush := 0, 0
	for i := 1; i+1 < len(lines); i++ {
		l, next := &lines[i], &lines[i+1]
		edge := m.edges[l.page%2]
		if l.page != next.page || !near(l.size, m.size, 0.06*m.size) || !near(b.start(next), edge.start, 3) || !resolution.Ends(string(lines[i-1].text)) {
			continue
		}
		switch in := b.start(l) - edge.start; {
		case in > 0.8*l.size && in < 6*l.size:
			set++
		case near(in, 0, 3) && lines[i-1].base-l.base > 1.3*m.leading:
			flush++
		}
	}
	return set > flush
}
