package docx

import (
	"slices"

	"mutatis/app/resolution"
)

// stretch is paragraphs that stand next to one another: from ≤ i < to.
type stretch struct{ from, to int }

func (s stretch) indexes() []int {
	all := make([]int, 0, s.to-s.from)
	for i := s.from; i < s.to; i++ {
		all = append(all, i)
	}
	return all
}

// step is paragraphs of both texts that are written as the same ones.
type step struct{ older, newer stretch }

// together writes two texts of the same paragraphs.
func (m *merger) together(n int) {
	var steps []step
	for i := range n {
		steps = append(steps, step{stretch{i, i + 1}, stretch{i, i + 1}})
	}
	m.writeSteps(steps)
}

// follow writes both texts as a redline pairs their paragraphs. Only what stands in the same order in both can be kept;
// the rest is deleted in one place and inserted in another.
func (m *merger) follow(r resolution.Redline) {
	var steps []step
	for _, row := range r.Rows {
		if row.Class == resolution.MovedOnly || row.Class == resolution.MovedChanged {
			continue
		}
		s := step{m.older.longest(row.Older), m.newer.longest(row.Newer)}
		if s.older.to > s.older.from && s.newer.to > s.newer.from && m.alike(s) {
			steps = append(steps, s)
		}
	}
	m.writeSteps(m.inOrder(append(steps, m.tails(r)...)))
}

// longest is the longest stretch of paragraphs next to one another among those of a row.
func (s *side) longest(cells []resolution.Cell) stretch {
	var best, run stretch
	size := func(s2 stretch) (n int) {
		for _, i := range s2.indexes() {
			n += len(s.draft.Paragraphs[i].Text) + 1
		}
		return n
	}
	for _, c := range cells {
		switch {
		case c.Index < 0 || c.Index >= len(s.draft.Paragraphs):
			continue
		case run.to == c.Index && run.to > run.from:
			run.to++
		default:
			run = stretch{c.Index, c.Index + 1}
		}
		if size(run) > size(best) {
			best = run
		}
	}
	return best
}

// alike reports whether paragraphs can be written in one: the row of a table goes with one of as many cells.
func (m *merger) alike(s step) bool {
	rows, cells := 0, [2]int{}
	for n, side := range []struct {
		side *side
		at   stretch
	}{{&m.older, s.older}, {&m.newer, s.newer}} {
		for _, i := range side.at.indexes() {
			if p := side.side.draft.Paragraphs[i]; isRow(p) {
				rows++
				cells[n] = len(side.side.contentOf([]int{i}).cells())
			}
		}
	}
	return rows == 0 || rows == 2 && cells[0] == cells[1] && s.older.to-s.older.from == 1 && s.newer.to-s.newer.from == 1
}

// tails pairs what is written behind the paragraphs of both texts: closing lines in turn, notes as their rows say.
func (m *merger) tails(r resolution.Redline) []step {
	tail := func(s *side) (closing []int, notes map[noteName]int) {
		notes = map[noteName]int{}
		times := map[string]int{}
		for i, p := range s.draft.Paragraphs[s.own:] {
			if p.Kind != uncalled {
				closing = append(closing, s.own+i)
				continue
			}
			notes[noteName{p.Number, times[p.Number]}] = s.own + i
			times[p.Number]++
		}
		return closing, notes
	}
	a, notesA := tail(&m.older)
	b, notesB := tail(&m.newer)
	var steps []step
	for k := range min(len(a), len(b)) {
		steps = append(steps, step{stretch{a[k], a[k] + 1}, stretch{b[k], b[k] + 1}})
	}
	for older, i := range notesA {
		if j, ok := notesB[m.older.twins[older]]; ok {
			steps = append(steps, step{stretch{i, i + 1}, stretch{j, j + 1}})
		}
	}
	return steps
}

// inOrder keeps those steps that stand in the same order in both texts, so that as many words as can be are kept.
func (m *merger) inOrder(steps []step) []step {
	slices.SortFunc(steps, func(a, b step) int { return a.newer.from - b.newer.from })
	best := make([]int, len(steps)) // words kept by the best chain that ends with the step
	before := make([]int, len(steps))
	ends := newPeaks(len(m.older.draft.Paragraphs) + 1)
	last := -1
	for n, s := range steps {
		weight := 1
		for _, i := range s.older.indexes() {
			weight += len(m.older.draft.Paragraphs[i].Text)
		}
		before[n] = ends.highest(s.older.from, best)
		if best[n] = weight; before[n] >= 0 {
			best[n] += best[before[n]]
		}
		ends.raise(s.older.to, n, best)
		if last < 0 || best[n] > best[last] {
			last = n
		}
	}
	var chain []step
	for ; last >= 0; last = before[last] {
		chain = append(chain, steps[last])
	}
	slices.Reverse(chain)
	return chain
}

// peaks finds the best chain that ends at or before a place: a tree of prefixes (Fenwick).
type peaks struct{ tree []int }

func newPeaks(n int) peaks {
	p := peaks{make([]int, n+2)}
	for i := range p.tree {
		p.tree[i] = -1
	}
	return p
}

func (p peaks) raise(place, step int, best []int) {
	for i := place + 1; i < len(p.tree); i += i & -i {
		if p.tree[i] < 0 || best[p.tree[i]] < best[step] {
			p.tree[i] = step
		}
	}
}

func (p peaks) highest(place int, best []int) int {
	found := -1
	for i := place + 1; i > 0; i -= i & -i {
		if s := p.tree[i]; s >= 0 && (found < 0 || best[s] > best[found]) {
			found = s
		}
	}
	return found
}

// writeSteps writes the masthead, then every step with what stands before it in one text alone.
func (m *merger) writeSteps(steps []step) {
	m.writeHead()
	i, j := 0, 0
	apart := func(toOlder, toNewer int) {
		for ; i < toOlder; i++ {
			m.paragraph(&m.older, i)
		}
		for ; j < toNewer; j++ {
			m.paragraph(&m.newer, j)
		}
	}
	for _, s := range steps {
		apart(s.older.from, s.newer.from)
		m.pair(s)
		i, j = s.older.to, s.newer.to
	}
	apart(len(m.older.draft.Paragraphs), len(m.newer.draft.Paragraphs))
}

// pair writes paragraphs of both texts in one.
func (m *merger) pair(s step) {
	from := len(m.lines)
	a, b := m.older.contentOf(s.older.indexes()), m.newer.contentOf(s.newer.indexes())
	if isRow(m.newer.draft.Paragraphs[s.newer.from]) {
		x, y := a.cells(), b.cells()
		m.row(resolution.Kept, func() {
			for k := range x {
				m.both(x[k], y[k])
			}
		})
	} else {
		m.both(a, b)
	}
	m.remarkAt(from, &m.newer, s.newer.from)
}

// paragraph writes a paragraph of one text alone.
func (m *merger) paragraph(s *side, i int) {
	from := len(m.lines)
	c := s.contentOf([]int{i})
	if isRow(s.draft.Paragraphs[i]) {
		m.row(s.mark, func() {
			for _, cell := range c.cells() {
				m.alone(s, cell)
			}
		})
	} else {
		m.alone(s, c)
	}
	m.remarkAt(from, s, i)
}

// row makes a row of a table of the lines that cells writes.
func (m *merger) row(mark resolution.Mark, cells func()) {
	above := m.lines
	m.lines = nil
	cells()
	row := line{end: mark, cells: m.lines}
	for i := range row.cells {
		row.cells[i].end = resolution.Kept // the end of a cell cannot be deleted, its row can
	}
	m.lines = append(above, row)
}
