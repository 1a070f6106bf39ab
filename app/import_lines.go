package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mutatis/app/resolution"
)

// aligned says where the letters of a source stand in what was recognised in it. It is made anew after a correction.
type aligned struct {
	lines     []string
	spans     []span // by paragraph
	paragraph []int  // by line: the paragraph that has most of its letters, -1 for none
	note      []int
	held      [][]int // by paragraph: the lines that it has letters of, rising
}

// span of lines: from the first to before to; the same for none.
type span struct{ from, to int }

// Lines says which lines of Source, cut at "\n" and at "\f", hold a paragraph: from the first to before to, the same for
// none. Lines between them may hold something else: a footnote, a running head.
func (i *Import) Lines(at int) (from, to int) {
	if a := i.alignment(); at >= 0 && at < len(a.spans) {
		return a.spans[at].from, a.spans[at].to
	}
	return 0, 0
}

// ParagraphAt is the paragraph that stands in a line of Source; -1 for none.
func (i *Import) ParagraphAt(line int) int { return pick(i.alignment().paragraph, line) }

// NoteAt is the footnote that stands in a line of Source; -1 for none.
func (i *Import) NoteAt(line int) int { return pick(i.alignment().note, line) }

func pick(list []int, at int) int {
	if at < 0 || at >= len(list) {
		return -1
	}
	return list[at]
}

func (i *Import) alignment() *aligned {
	if i.aligned == nil {
		i.aligned = alignSource(i.Source, i.Draft)
	}
	return i.aligned
}

// SourceLines is Source cut at "\n" and at "\f".
func SourceLines(source string) []string {
	return strings.Split(strings.ReplaceAll(source, "\f", "\n"), "\n")
}

// The letters of a text, each with the line or the piece that it stands in.
type inkStream struct {
	runes []rune
	in    []int32
}

func (s *inkStream) add(text string, in int) {
	if !isASCII(text) {
		text = norm.NFKD.String(text)
	}
	for _, r := range text {
		if r != tatweel && isInk(r) {
			s.runes = append(s.runes, unicode.ToLower(r))
			s.in = append(s.in, int32(in))
		}
	}
}

const tatweel = 'ـ'

func isASCII(s string) bool {
	for k := range len(s) {
		if s[k] >= 0x80 {
			return false
		}
	}
	return true
}

// pieces are the parts of a draft in the order in which a document has them: paragraphs first, notes behind them, then
// what is in neither and only keeps others from taking its place in the source.
func piecesOf(d resolution.Draft) (s inkStream) {
	n := 0
	for _, p := range d.Paragraphs {
		s.add(p.Numeral(d.Language)+" "+spelled(p), n)
		n++
	}
	for _, f := range d.Footnotes {
		s.add(f.Number+" "+f.Text, n)
		n++
	}
	h := d.Header
	for _, text := range append([]string{
		h.Organization, h.Symbol, h.Distribution, h.Date, h.Original, h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors,
	}, append(h.Other, d.LeftOut...)...) {
		s.add(text, n)
		n++
	}
	return s
}

// alignSource finds the lines of every paragraph and note.
func alignSource(source string, d resolution.Draft) *aligned {
	a := &aligned{lines: SourceLines(source)}
	var from inkStream
	for n, line := range a.lines {
		from.add(line, n)
	}
	m := newMatcher(from, piecesOf(d))
	m.match()
	if d.Language.RightToLeft() {
		m.matchReversed()
	}
	m.matchShort()
	a.collect(m, len(d.Paragraphs), len(d.Footnotes))
	return a
}

// collect counts whose letters each line has.
func (a *aligned) collect(m *matcher, paragraphs, notes int) {
	a.paragraph, a.note = filledWith(len(a.lines), -1), filledWith(len(a.lines), -1)
	a.spans, a.held = make([]span, paragraphs), make([][]int, paragraphs)
	weights := make([][]int, paragraphs)
	for at := 0; at < len(m.source.in); {
		line := m.source.in[at]
		counts := map[int]int{}
		for ; at < len(m.source.in) && m.source.in[at] == line; at++ {
			if p := m.piece[at]; p >= 0 {
				counts[int(p)]++
			}
		}
		best, bestNote := -1, -1
		for p, n := range counts {
			switch {
			case p < paragraphs:
				a.held[p], weights[p] = append(a.held[p], int(line)), append(weights[p], n)
				if best < 0 || n > counts[best] || n == counts[best] && p < best {
					best = p
				}
			case p < paragraphs+notes:
				if bestNote < 0 || n > counts[bestNote] || n == counts[bestNote] && p < bestNote {
					bestNote = p
				}
			}
		}
		if best >= 0 && (bestNote < 0 || counts[best] >= counts[bestNote]) {
			a.paragraph[line] = best
		} else if bestNote >= 0 {
			a.note[line] = bestNote - paragraphs
		}
	}
	for p := range a.spans {
		a.held[p] = heaviest(a.held[p], weights[p])
		if n := len(a.held[p]); n > 0 {
			a.spans[p] = span{a.held[p][0], a.held[p][n-1] + 1}
		}
	}
}

// furthest is how many lines of something else may stand between two lines of a paragraph: a page's foot and head.
const furthest = 90

// heaviest is the group of neighbouring lines that has most letters: a few may be found far away by chance.
func heaviest(lines, weights []int) []int {
	from, best, bestWeight, weight := 0, lines, -1, 0
	for k := range lines {
		if k > from && lines[k]-lines[k-1] > furthest {
			from, weight = k, 0
		}
		weight += weights[k]
		if weight > bestWeight {
			best, bestWeight = lines[from:k+1], weight
		}
	}
	return best
}

func filledWith(n, v int) []int {
	list := make([]int, n)
	for k := range list {
		list[k] = v
	}
	return list
}
