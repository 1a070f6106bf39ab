package app

import (
	"mutatis/app/resolution"
)

// rows lists the draft's paragraphs, each followed by what is gone after it.
func (t *ThreeWay) rows(standings []resolution.Standing) []ThreeRow {
	cells := Cells(t.Draft.Draft, standings)
	at := [2][]int{t.rowsOf(0, len(cells)), t.rowsOf(1, len(cells))}
	gone := t.gone(len(cells))
	rows := gone[0]
	for j, cell := range cells {
		rows = append(rows, t.row(cell, at[0][j], at[1][j]))
		rows = append(rows, gone[j+1]...)
	}
	return rows
}

// rowsOf says for each paragraph of the draft in which row of the comparison with a base it stands.
func (t *ThreeWay) rowsOf(base, paragraphs int) []int {
	at := make([]int, paragraphs)
	for i, row := range t.against[base].Redline.Rows {
		for _, c := range row.Newer {
			at[c.Index] = i
		}
	}
	return at
}

func (t *ThreeWay) row(cell resolution.Cell, first, second int) ThreeRow {
	r := ThreeRow{Draft: []resolution.Cell{cell}, Bases: [2]Contribution{t.contribution(0, first), t.contribution(1, second)}}
	r.Words = sourced(cell, r.Bases)
	r.Origin = r.origin()
	return r
}

// contribution is a row of the comparison with a base; -1 is none.
func (t *ThreeWay) contribution(base, row int) Contribution {
	if row < 0 {
		return Contribution{Index: -1}
	}
	return Contribution{t.against[base].Redline.Rows[row], row}
}

// origin judges by the classes; what is reworded against both bases, by its words.
func (r ThreeRow) origin() Origin {
	same := [2]bool{r.Bases[0].isSame(), r.Bases[1].isSame()}
	switch {
	case same[0] && same[1]:
		return AsBoth
	case same[0]:
		return AsFirst
	case same[1]:
		return AsSecond
	case r.Bases[0].Class == resolution.New && r.Bases[1].Class == resolution.New:
		return InNoBase
	}
	for _, w := range r.Words {
		if w.Source == FromNone {
			return OwnWords
		}
	}
	return r.borrowed()
}

// borrowed tells a paragraph that took words from both bases from one that only left out words of one.
func (r ThreeRow) borrowed() Origin {
	only := FromNone
	for _, w := range r.Words {
		if w.Source != FromBoth {
			only |= w.Source
		}
	}
	if only == FromBoth {
		return Combined
	}
	return OwnWords
}

func (c Contribution) isSame() bool {
	return c.Class == resolution.Same || c.Class == resolution.MovedOnly
}

// gone lists the rows of what the draft lacks, by the number of the draft's paragraphs that stand before. What was in
// both bases is one row, where the second had it.
func (t *ThreeWay) gone(paragraphs int) [][]ThreeRow {
	at := make([][]ThreeRow, paragraphs+1)
	rowOf := t.goneRows(0)
	told := map[int]bool{}
	t.eachGone(1, func(place, row int) {
		twin := -1
		for _, i := range t.twins(t.against[1].Redline.Rows[row].Older) {
			if n, ok := rowOf[i]; ok && !told[n] {
				twin = n
				told[n] = true
				break
			}
		}
		at[place] = append(at[place], t.goneRow(twin, row))
	})
	t.eachGone(0, func(place, row int) {
		if !told[row] {
			at[place] = append(at[place], t.goneRow(row, -1))
		}
	})
	return at
}

// eachGone calls do for every row of a comparison that has no paragraph of the draft.
func (t *ThreeWay) eachGone(base int, do func(place, row int)) {
	place := 0
	for i, row := range t.against[base].Redline.Rows {
		if len(row.Newer) > 0 {
			place = row.Newer[0].Index + 1
			continue
		}
		do(place, i)
	}
}

// goneRows says for each paragraph of a base that is gone in which row it stands.
func (t *ThreeWay) goneRows(base int) map[int]int {
	at := map[int]int{}
	t.eachGone(base, func(_, row int) {
		for _, c := range t.against[base].Redline.Rows[row].Older {
			at[c.Index] = row
		}
	})
	return at
}

// twins are the paragraphs of the first base that belong to cells of the second.
func (t *ThreeWay) twins(cells []resolution.Cell) []int {
	var out []int
	for _, p := range t.between {
		for _, j := range p.Newer {
			if hasCell(cells, j) {
				out = append(out, p.Older...)
				break
			}
		}
	}
	return out
}

func (t *ThreeWay) goneRow(first, second int) ThreeRow {
	r := ThreeRow{Bases: [2]Contribution{t.contribution(0, first), t.contribution(1, second)}}
	switch {
	case second < 0:
		r.Origin = GoneFirst
	case first < 0:
		r.Origin = GoneSecond
	default:
		r.Origin = GoneBoth
	}
	return r
}

// sourced cuts the runs of a paragraph by where its words come from. Its number and its note calls are no words: they
// count as everybody's.
func sourced(cell resolution.Cell, bases [2]Contribution) []Sourced {
	kept := [2][]bool{keptWords(bases[0], cell.Index), keptWords(bases[1], cell.Index)}
	var out []Sourced
	at := 0
	eachRun(cell.Runs, func(run resolution.Run, isText bool) {
		if !isText {
			out = append(out, Sourced{run, FromBoth})
			return
		}
		text := []rune(run.Text)
		for from, to := 0, 0; from < len(text); from = to {
			source := sourceAt(kept, at+from)
			for to = from + 1; to < len(text) && sourceAt(kept, at+to) == source; to++ {
			}
			piece := run
			piece.Text = string(text[from:to])
			out = append(out, Sourced{piece, source})
		}
		at += len(text)
	})
	return out
}

func sourceAt(kept [2][]bool, at int) (s Source) {
	for k, source := range [2]Source{FromFirst, FromSecond} {
		if at < len(kept[k]) && kept[k][at] {
			s |= source
		}
	}
	return s
}

// keptWords says of every code point of a paragraph of the draft whether a base has it.
func keptWords(c Contribution, paragraph int) (kept []bool) {
	for _, cell := range c.Newer {
		if cell.Index != paragraph {
			continue
		}
		eachRun(cell.Runs, func(run resolution.Run, isText bool) {
			for range []rune(run.Text) {
				if isText {
					kept = append(kept, run.Mark != resolution.Inserted)
				}
			}
		})
	}
	return kept
}

// eachRun tells the runs that are text from the paragraph's number, the blank behind it and note calls.
func eachRun(runs []resolution.Run, do func(run resolution.Run, isText bool)) {
	numeral := false
	for _, r := range runs {
		isText := r.Style != resolution.Numeral && r.Style != resolution.Call && !(numeral && r.Text == " ")
		numeral = r.Style == resolution.Numeral
		do(r, isText)
	}
}
