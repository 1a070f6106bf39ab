package app

import (
	"math"
	"strconv"

	"mutatis/app/resolution"
)

// Parallel is two language versions of one text side by side, and where they do not say the same.
type Parallel struct {
	Left, Right Stored
	Rows        []ParallelRow
	Differences []Difference
}

// ParallelRow is what stands side by side: paragraphs by their index. One side may be empty; the closing lines, whose
// order differs between languages, are one row.
type ParallelRow struct {
	Left, Right []int
}

// DifferenceKind says in what two versions differ.
type DifferenceKind string

// The kinds of differences. What differs in style between languages is none.
const (
	DifferentParagraph DifferenceKind = "paragraph" // it stands in one version only
	DifferentKind      DifferenceKind = "kind"      // preambular here, operative there
	DifferentLabel     DifferenceKind = "label"     // OP3 here, OP4 there
	DifferentNumber    DifferenceKind = "number"
	DifferentDate      DifferenceKind = "date"
	DifferentSymbol    DifferenceKind = "symbol"
	DifferentNotes     DifferenceKind = "notes" // the number of note calls
	DifferentFootnotes DifferenceKind = "footnotes"
)

// Difference is one place where two versions do not say the same. Left and Right hold what stands on one side and not on
// the other.
type Difference struct {
	Row         int // -1 for the text as a whole
	Kind        DifferenceKind
	Left, Right string
}

// NewParallel sets two versions side by side. They may be in the same language.
func NewParallel(left, right Stored) Parallel {
	p := Parallel{Left: left, Right: right}
	l, r := newVersion(left.Draft), newVersion(right.Draft)
	p.Rows = pairUp(l, r)
	p.Differences = watch(p.Rows, l, r)
	return p
}

// version is a text read for what does not depend on its language.
type version struct {
	draft  resolution.Draft
	blocks []versionBlock
}

// versionBlock is a paragraph, or the closing lines together.
type versionBlock struct {
	at    []int
	kind  resolution.Kind
	level int
	label string
	count int    // the number of an operative paragraph, 0 where it has none
	verb  string // of the opening, the same in every language
	size  float64
	notes int
	facts []resolution.Fact
	words map[string]bool // keys of everything that says the same in every language
}

func newVersion(d resolution.Draft) *version {
	v, labels := &version{draft: d}, d.Labels()
	for i, p := range d.Paragraphs {
		n := len(v.blocks)
		if p.Kind == resolution.Closing && n > 0 && v.blocks[n-1].kind == resolution.Closing {
			v.blocks[n-1].add(i, p, d.Language)
			continue
		}
		b := versionBlock{kind: p.Kind, level: p.Level, label: labels[i], words: map[string]bool{}}
		if p.Kind == resolution.Operative {
			b.count, _ = strconv.Atoi(p.Number)
		}
		b.add(i, p, d.Language)
		v.blocks = append(v.blocks, b)
	}
	return v
}

func (b *versionBlock) add(at int, p resolution.Paragraph, l resolution.Language) {
	b.at = append(b.at, at)
	b.size += float64(len([]rune(p.Text))) * spread[l]
	b.notes += len(p.Notes)
	b.facts = append(b.facts, resolution.FactsOf(p.Text, p.Kind, l)...)
	if e, ok := resolution.LookUp(p.Text, l); ok {
		b.verb = resolution.VerbRoot(e.English)
	}
	for _, s := range resolution.ReadSigns(p.Text, p.Kind, nil, l).Signs {
		if s.Kind == resolution.SignActor || s.Kind == resolution.SignMoney {
			b.words[s.Key] = true
		}
	}
	for _, f := range b.facts {
		b.words[f.Key] = true
	}
}

// spread is how long the English text is that a character of a language stands for: Chinese says in one what English says
// in three and a half. Measured on the sample texts.
var spread = map[resolution.Language]float64{
	resolution.Arabic: 1.2, resolution.Chinese: 3.5, resolution.English: 1, resolution.French: 0.85, resolution.Russian: 0.92, resolution.Spanish: 0.87,
}

// alone is what it costs to leave a block without a partner; a pair that costs more than two of them is none.
const alone = 1.0

// pairUp finds the cheapest way through both versions in which no two pairs cross: languages keep the order of paragraphs.
func pairUp(l, r *version) []ParallelRow {
	n, m := len(l.blocks), len(r.blocks)
	best := make([][]float64, n+1)
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			switch {
			case i == n:
				best[i][j] = float64(m-j) * alone
			case j == m:
				best[i][j] = float64(n-i) * alone
			default:
				best[i][j] = min(best[i+1][j]+alone, best[i][j+1]+alone, best[i+1][j+1]+l.blocks[i].cost(r.blocks[j]))
			}
		}
	}
	var rows []ParallelRow
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && best[i][j] == best[i+1][j+1]+l.blocks[i].cost(r.blocks[j]):
			rows = append(rows, ParallelRow{l.blocks[i].at, r.blocks[j].at})
			i, j = i+1, j+1
		case i < n && (j == m || best[i][j] == best[i+1][j]+alone):
			rows = append(rows, ParallelRow{Left: l.blocks[i].at})
			i++
		default:
			rows = append(rows, ParallelRow{Right: r.blocks[j].at})
			j++
		}
	}
	return rows
}

// cost is how much speaks against two blocks being versions of one another, 0 for nothing.
func (b versionBlock) cost(c versionBlock) float64 {
	cost := 0.0
	if b.kind != c.kind {
		cost += 0.7
	}
	if b.level != c.level {
		cost += 0.3
	}
	if b.count != c.count {
		cost += 0.2
	}
	if b.verb != c.verb {
		cost += 0.15 // languages are not strict in it: "Mindful" here, "Aware" there
	}
	if b.notes != c.notes {
		cost += 0.15
	}
	shared := 0
	for w := range b.words {
		if c.words[w] {
			shared++
		}
	}
	if all := len(b.words) + len(c.words) - shared; all > 0 {
		cost += 0.8 * (1 - float64(shared)/float64(all))
	}
	return cost + 0.5*min(1, math.Abs(math.Log2((b.size+12)/(c.size+12))))
}
