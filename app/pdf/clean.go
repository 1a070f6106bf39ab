package pdf

import (
	"strings"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// draft sets a clean text.
func (c *composer) draft(d resolution.Draft) {
	c.masthead(d)
	t := &textSetter{composer: c, draft: d, notes: newNoteFinder(d)}
	for _, p := range d.Paragraphs {
		t.keepClosing(p)
		set, known := setters[p.Kind]
		if !known {
			set = (*textSetter).plain
		}
		t.tableEnds(p)
		set(t, p)
	}
	t.tableEnds(resolution.Paragraph{})
	t.closing()
	c.uncalled(t.notes)
}

// textSetter sets the paragraphs of a draft.
type textSetter struct {
	*composer
	draft  resolution.Draft
	notes  *noteFinder
	closed bool // the closing lines have begun
	tabled bool // the paragraph before was a row of a table
	sunken int  // level of the outline below the last heading
}

var setters = map[resolution.Kind]func(*textSetter, resolution.Paragraph){
	resolution.Masthead:     (*textSetter).mastheadLine,
	resolution.Title:        (*textSetter).title,
	resolution.Organ:        (*textSetter).organ,
	resolution.Heading:      (*textSetter).heading,
	resolution.Part:         (*textSetter).part,
	resolution.Annex:        (*textSetter).annex,
	resolution.Table:        (*textSetter).tableRow,
	resolution.Closing:      (*textSetter).closingLine,
	resolution.Subparagraph: (*textSetter).subparagraph,
}

// paragraph sets a paragraph's words to a width and ties the notes it calls.
func (t *textSetter) paragraph(p resolution.Paragraph, base typeset.Style, s typeset.Setting, x, width float32) typeset.Cell {
	spans, called := spansOf(p, base, typeset.Italic)
	cell := t.cell(t.block(spans, s, width), x, 0)
	cell.Calls = t.calls(t.notes, called)
	return cell
}

// headline sets a heading's words as evenly as can be.
func (t *textSetter) headline(p resolution.Paragraph, s typeset.Setting, x, width float32) typeset.Cell {
	spans, called := spansOf(p, typeset.Bold, 0)
	b := t.balanced(spans, s, width)
	if s.Align == typeset.Centre {
		x += (width - b.Width) / 2
	}
	cell := t.cell(b, x, 0)
	cell.Calls = t.calls(t.notes, called)
	return cell
}

func (t *textSetter) numeral(p resolution.Paragraph) string { return p.Numeral(t.draft.Language) }

// plain sets a preambular or operative paragraph: the first line indented, its number before it.
func (t *textSetter) plain(p resolution.Paragraph) {
	t.labelled(p, indent, 0)
}

// labelGap is the least space between a number and its paragraph.
const labelGap = 6

// labelled sets a paragraph whose number stands at x and whose further lines begin at left.
func (t *textSetter) labelled(p resolution.Paragraph, x, left float32) {
	s := t.setting()
	s.FirstIndent = max(x-left, 0)
	var cells []typeset.Cell
	if numeral := t.numeral(p); numeral != "" {
		label, width := t.label(numeral, s, 0, inkText)
		cells = append(cells, t.cell(label, x, 0))
		s.FirstIndent = max(x+indent, x+width+labelGap) - left
	}
	cells = append(cells, t.paragraph(p, 0, s, left, t.measure-left))
	t.add(typeset.Piece{Cells: cells, Before: t.lineHeight() * 0.5, Bookmark: bookmark(p, t.numeral(p)), Level: t.sunken})
}

// subparagraph sets (a) like a paragraph, and what hangs below it further in, so that the levels are seen.
func (t *textSetter) subparagraph(p resolution.Paragraph) {
	level := float32(min(max(p.Level, 1), 4))
	if level == 1 {
		t.labelled(p, indent, 0)
		return
	}
	t.labelled(p, level*indent, (level+1)*indent)
}

// bookmark names a paragraph in the outline: its number and opening words. Subparagraphs have none.
func bookmark(p resolution.Paragraph, numeral string) string {
	if p.Kind != resolution.Operative && p.Kind != resolution.Preambular {
		return ""
	}
	text := []rune(p.Text)
	words := strings.Fields(string(text[:min(max(p.Opening, 0), len(text))]))
	rest := strings.Fields(string(text[min(max(p.Opening, 0), len(text)):]))
	words = append(words, rest[:min(len(rest), 6)]...)
	name := []rune(strings.TrimSpace(numeral + " " + strings.Join(words, " ")))
	if len(name) > 70 {
		name = append(name[:69], '…')
	}
	return string(name)
}

// title stands bold, the number of the resolution before it in the margin.
func (t *textSetter) title(p resolution.Paragraph) {
	s := t.headingSetting(1.25)
	cells := []typeset.Cell{t.headline(p, s, 0, t.measure)}
	if number := firstOf(t.draft.Number, p.Number); number != "" {
		number = resolution.Paragraph{Kind: resolution.Operative, Number: number}.Numeral(t.draft.Language)
		label, width := t.label(number, s, typeset.Bold, inkText)
		cells = append([]typeset.Cell{t.cell(label, min(-width-8, -51), 0)}, cells...)
	}
	t.add(typeset.Piece{Cells: cells, Before: 16, Together: true, WithNext: true, Bookmark: p.Text})
	t.sunken = 1
}

// headingSetting is that of a heading so many times as large as the text.
func (t *textSetter) headingSetting(scale float32) typeset.Setting {
	s := t.setting()
	s.Size *= scale
	s.Align = typeset.Start
	return s
}

// organ stands in italics, its comma upright.
func (t *textSetter) organ(p resolution.Paragraph) {
	if p.Opening == 0 {
		p.Opening = len([]rune(strings.TrimRight(p.Text, ",،， ")))
	}
	s := t.setting()
	s.FirstIndent = indent
	cell := t.paragraph(p, 0, s, 0, t.measure)
	t.add(typeset.Piece{Cells: []typeset.Cell{cell}, Before: t.lineHeight(), WithNext: true})
}

func (t *textSetter) heading(p resolution.Paragraph) { t.boldHeading(p, 1.05, 1.1) }

func (t *textSetter) annex(p resolution.Paragraph) { t.boldHeading(p, 1.2, 1.8) }

// boldHeading stands at the edge, its number hanging.
func (t *textSetter) boldHeading(p resolution.Paragraph, scale, before float32) {
	s := t.headingSetting(scale)
	left := float32(0)
	var cells []typeset.Cell
	if numeral := t.numeral(p); numeral != "" {
		label, width := t.label(numeral, s, typeset.Bold, inkText)
		cells = append(cells, t.cell(label, 0, 0))
		left = max(indent, width+labelGap)
	}
	cells = append(cells, t.headline(p, s, left, t.measure-left))
	t.add(typeset.Piece{Cells: cells, Before: before * t.lineHeight(), Together: true, WithNext: true,
		Bookmark: strings.TrimSpace(t.numeral(p) + " " + p.Text), Level: 0})
	t.sunken = 1
}

// part stands centred: its number, and its title below.
func (t *textSetter) part(p resolution.Paragraph) {
	s := t.headingSetting(1.1)
	s.Align = typeset.Centre
	before := 1.5 * t.lineHeight()
	if p.Number != "" && p.Number != p.Text {
		label := t.cell(t.block([]typeset.Span{{Text: p.Number, Style: typeset.Bold}}, s, t.measure), 0, 0)
		t.add(typeset.Piece{Cells: []typeset.Cell{label}, Before: before, WithNext: true})
		before = 0.3 * t.lineHeight()
	}
	if p.Text != "" {
		cell := t.headline(p, s, 0, t.measure)
		t.add(typeset.Piece{Cells: []typeset.Cell{cell}, Before: before, Together: true, WithNext: true,
			Bookmark: strings.TrimSpace(p.Number + " " + p.Text)})
	}
	t.sunken = 1
}

// tableRow sets the cells of a table's row, which tabs part, in columns of one width.
func (t *textSetter) tableRow(p resolution.Paragraph) {
	if !isRow(p) {
		t.plain(p)
		return
	}
	s := t.setting()
	s.Size, s.Align = t.letters.note, typeset.Start
	spans, calls := spansOf(p, 0, 0)
	columns := splitSpans(spans)
	width := t.measure / float32(len(columns))
	piece := typeset.Piece{Together: true, Rules: []typeset.Rule{t.rule(0, 0, t.measure, 0.4)}}
	if !t.tabled {
		piece.Before = t.lineHeight() * 0.6
	}
	t.tabled = true
	from := 0
	for i, column := range columns {
		cell := t.cell(t.block(column.spans, s, width-6), float32(i)*width, 2.5)
		cell.Calls = t.calls(t.notes, calledWithin(calls, from, from+column.length))
		from += column.length + 1
		piece.Cells = append(piece.Cells, cell)
		piece.Height = max(piece.Height, cell.Block.Height+5)
	}
	t.add(piece)
}

func isRow(p resolution.Paragraph) bool {
	return p.Kind == resolution.Table && strings.Contains(p.Text, "\t")
}

// tableEnds rules a table off before a paragraph that is none of its rows.
func (t *textSetter) tableEnds(next resolution.Paragraph) {
	if t.tabled && !isRow(next) {
		t.tabled = false
		t.add(typeset.Piece{Height: 1, Rules: []typeset.Rule{t.rule(0, 0, t.measure, 0.4)}, Spare: true})
	}
}

// keepClosing keeps the closing lines together and with the end of the text.
func (t *textSetter) keepClosing(p resolution.Paragraph) {
	if p.Kind == resolution.Closing && len(t.flow) > 0 {
		t.flow[len(t.flow)-1].WithNext = true
	}
}

func (t *textSetter) closingLine(p resolution.Paragraph) {
	s := t.setting()
	s.Align = typeset.End
	piece := typeset.Piece{Cells: []typeset.Cell{t.paragraph(p, typeset.Italic, s, 0, t.measure)}, Together: true}
	if !t.closed {
		piece.Before = 1.2 * t.lineHeight()
	}
	t.closed = true
	t.add(piece)
}

// closing sets the closing lines of a draft that holds them in its fields alone, and the short rule that ends a text.
func (t *textSetter) closing() {
	if !t.closed {
		for _, text := range []string{t.draft.Closing.Vote, t.draft.Closing.Meeting, t.draft.Closing.Date} {
			if p := (resolution.Paragraph{Kind: resolution.Closing, Text: text}); text != "" {
				t.keepClosing(p)
				t.closingLine(p)
			}
		}
	}
	end := t.rule(t.measure/2-36, 0, 72, 0.5)
	t.add(typeset.Piece{Before: 2 * t.lineHeight(), Height: 1, Rules: []typeset.Rule{end}, Spare: true})
}
