package app

import (
	"slices"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// redlineRows turns pairings into rows of runs, in the order of the newer text, and weighs each.
func redlineRows(older, newer side, pairs []Pairing, r round) ([]resolution.Row, []Judgement) {
	rows := make([]resolution.Row, len(pairs))
	judged := make([]Judgement, len(pairs))
	for i, p := range pairs {
		rows[i], judged[i] = redlineRow(older, newer, p, r)
	}
	return rows, judged
}

func redlineRow(older, newer side, p Pairing, r round) (resolution.Row, Judgement) {
	row := resolution.Row{Class: p.Class}
	a, b := older.join(p.Older), newer.join(p.Newer)
	b.newer = true
	changes := rowChanges(a, b, p)
	notes := matchCalls(&a, &b, changes)
	if notes && p.Class == resolution.Same {
		row.Class = resolution.Changed // the words are the same, a note was added or dropped
	}
	row.Older, row.Newer = a.cells(changes, olderText), b.cells(changes, newerText)
	row.Inline = inline(a, b, changes)
	if moved(p.Class) && len(p.Older) > 0 {
		row.From = older.labels[p.Older[0]]
	}
	if row.Class == resolution.Same {
		return row, Judgement{}
	}
	j := judge(a, b, changes, row.Class, r, notes)
	row.Weight = j.Weight
	return row, j
}

func moved(c resolution.Class) bool { return c == resolution.MovedOnly || c == resolution.MovedChanged }

// change is a segment of a word difference in code points of the joined texts of a row, with the mark it is drawn in.
// Each side's stretch is empty where the change does not touch it.
type change struct {
	mark         resolution.Mark
	older, newer stretch
}

// stretch is a half-open range of code points.
type stretch struct{ from, to int }

func (s stretch) empty() bool { return s.from >= s.to }

func (s stretch) within(t stretch) stretch { return stretch{max(s.from, t.from), min(s.to, t.to)} }

// olderText and newerText pick a side of a change.
func olderText(c change) stretch { return c.older }
func newerText(c change) stretch { return c.newer }

// rowChanges lists the changes of a row in reading order. What was kept in a moved paragraph is marked as moved.
func rowChanges(a, b joined, p Pairing) []change {
	kept := resolution.Kept
	if moved(p.Class) {
		kept = resolution.Moved
	}
	marks := map[diff.Op]resolution.Mark{diff.Equal: kept, diff.Delete: resolution.Deleted, diff.Insert: resolution.Inserted}
	var changes []change
	i, j := 0, 0
	for _, s := range diff.Words(string(a.text), string(b.text)) {
		n, m := len([]rune(s.A)), len([]rune(s.B))
		changes = append(changes, change{marks[s.Op], stretch{i, i + n}, stretch{j, j + m}})
		i, j = i+n, j+m
	}
	return changes
}

// side is one of the two texts, with what its cells are built of.
type side struct {
	draft     resolution.Draft
	labels    []string
	standings []resolution.Standing
}

func newSide(d resolution.Draft, standings []resolution.Standing) side {
	return side{draft: d, labels: d.Labels(), standings: standings}
}

// joined is the paragraphs of one side of a row set one after another, a blank between them.
type joined struct {
	side  side
	text  []rune
	parts []part
	marks []call // the note calls, and what is known of them
	newer bool   // it is the newer side
}

// part is one paragraph in a joined text.
type part struct {
	index     int
	at        stretch
	paragraph resolution.Paragraph
	citations []resolution.Citation
}

func (s side) join(indexes []int) joined {
	j := joined{side: s}
	for n, i := range indexes {
		p := s.draft.Paragraphs[i]
		if n > 0 {
			j.text = append(j.text, ' ')
		}
		from := len(j.text)
		j.text = append(j.text, []rune(p.Text)...)
		j.parts = append(j.parts, part{i, stretch{from, len(j.text)}, p, resolution.Citations(p.Text, s.draft.Language)})
	}
	return j
}

// cells draws every paragraph of one side with the changes that touch it.
func (j joined) cells(changes []change, pick func(change) stretch) []resolution.Cell {
	var cells []resolution.Cell
	for _, p := range j.parts {
		cell := resolution.Cell{
			Index: p.index, Label: j.side.labels[p.index], Kind: p.paragraph.Kind, Level: p.paragraph.Level,
			Runs: j.numeral(p, wholeMark(changes)),
		}
		if j.side.standings != nil {
			cell.Standing = j.side.standings[p.index]
		}
		for _, c := range changes {
			cell.Runs = append(cell.Runs, j.runs(p, pick(c).within(p.at), c.mark, false)...)
		}
		cells = append(cells, cell)
	}
	return cells
}

// wholeMark is the mark of a paragraph's number: that of its text where all of it bears one mark, else kept.
func wholeMark(changes []change) resolution.Mark {
	if len(changes) == 1 {
		return changes[0].mark
	}
	return resolution.Kept
}

func (j joined) numeral(p part, m resolution.Mark) []resolution.Run {
	n := p.paragraph.Numeral(j.side.draft.Language)
	if n == "" {
		return nil
	}
	return []resolution.Run{{Text: n, Mark: m, Style: resolution.Numeral}, {Text: " ", Mark: m}}
}

// runs draws a stretch of one paragraph: the opening in italics, citations as links, note calls where they stand. Calls
// that only the older text had are drawn too where both texts are drawn in one.
func (j joined) runs(p part, s stretch, m resolution.Mark, both bool) []resolution.Run {
	if s.empty() {
		return nil
	}
	var out []resolution.Run
	cuts := j.cuts(p, s)
	for k := 1; k < len(cuts); k++ {
		from, to := cuts[k-1], cuts[k]
		if from == p.at.from {
			out = append(out, j.callsAt(p, from, m, both)...)
		}
		out = append(out, p.run(string(j.text[from:to]), from-p.at.from, m))
		out = append(out, j.callsAt(p, to, m, both)...)
	}
	return out
}

// callsAt draws the calls at one place of a paragraph. Where both texts are drawn in one, what both have is drawn with
// the newer.
func (j joined) callsAt(p part, at int, m resolution.Mark, both bool) []resolution.Run {
	var out []resolution.Run
	for _, c := range j.marks {
		if c.at == at && (both || !c.ghost) && !(both && c.both && !j.newer) {
			out = append(out, resolution.Run{Text: c.number, Mark: c.mark(m, j.newer), Style: resolution.Call})
		}
	}
	return out
}

// cuts are the places in a stretch where the look changes, its ends among them, in order.
func (j joined) cuts(p part, s stretch) []int {
	cuts := []int{s.from, s.to}
	add := func(offset int) {
		if at := p.at.from + offset; at > s.from && at < s.to {
			cuts = append(cuts, at)
		}
	}
	add(p.paragraph.Opening)
	for _, c := range j.marks {
		add(c.at - p.at.from)
	}
	for _, c := range p.citations {
		add(c.Offset)
		add(c.Offset + c.Length)
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

func (p part) run(text string, offset int, m resolution.Mark) resolution.Run {
	r := resolution.Run{Text: text, Mark: m, Style: p.style(offset)}
	for _, c := range p.citations {
		if offset >= c.Offset && offset < c.Offset+c.Length {
			r.Link = c.Symbol
		}
	}
	return r
}

// kindStyle is the style of a whole paragraph by its kind.
var kindStyle = map[resolution.Kind]resolution.Style{
	resolution.Title: resolution.Bold, resolution.Heading: resolution.Bold, resolution.Part: resolution.Bold,
	resolution.Organ: resolution.Italic, resolution.Closing: resolution.Italic,
}

func (p part) style(offset int) resolution.Style {
	if s, ok := kindStyle[p.paragraph.Kind]; ok {
		return s
	}
	if offset < p.paragraph.Opening {
		return resolution.Italic
	}
	return resolution.Plain
}

// inline draws both texts in one: what was kept as it stands now, what was deleted where it stood.
func inline(a, b joined, changes []change) []resolution.Run {
	var out []resolution.Run
	if len(b.parts) > 0 {
		out = b.numeral(b.parts[0], wholeMark(changes))
	} else if len(a.parts) > 0 {
		out = a.numeral(a.parts[0], wholeMark(changes))
	}
	for _, c := range changes {
		if c.newer.empty() {
			out = append(out, a.across(c.older, c.mark)...)
		} else {
			out = append(out, b.across(c.newer, c.mark)...)
		}
	}
	return out
}

// across draws a stretch that may run over several paragraphs. A further paragraph begins on a line of its own.
func (j joined) across(s stretch, m resolution.Mark) []resolution.Run {
	var out []resolution.Run
	for k, p := range j.parts {
		piece := s.within(p.at)
		if k > 0 && s.from < p.at.from && s.to >= p.at.from {
			out = append(out, resolution.Run{Text: "\n", Mark: m})
			out = append(out, j.numeral(p, m)...)
		}
		out = append(out, j.runs(p, piece, m, true)...)
	}
	return out
}
