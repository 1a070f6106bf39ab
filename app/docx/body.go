package docx

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// item is a line of the document on its way to a block.
type item struct {
	piece
	seen  *seen
	first bool // of its paragraph
	space int  // empty lines before it
}

// body makes blocks out of the paragraphs of a view.
type body struct {
	numbers *noteNumbers
	head    []item // lines of the running heads that belong to the masthead
	items   []item
	blocks  []resolution.Block
	notes   []resolution.Footnote // typed, not made with Word's command
	leftOut []string
	marks   []commentMark
	tables  map[int]tableSize
	torn    bool // every line was a paragraph
}

// tableSize is where a table begins, as an item, and how many columns it has.
type tableSize struct{ begins, columns int }

// commentMark tells which block a comment stands at.
type commentMark struct {
	id    string
	block int
}

// lines takes paragraphs apart into lines. Rules and lines of a table of contents are left out.
func (b *body) lines(shown []seen) {
	empties, before := 0, (*seen)(nil)
	for i := range shown {
		s := &shown[i]
		pieces, hidden := assemble(s.runs, b.numbers)
		b.leftOut = append(b.leftOut, hidden...)
		for k, p := range pieces {
			switch text := string(p.text); {
			case p.empty():
				empties++
				b.orphan(p)
				continue
			case isRule(text), s.layout.contents:
				b.leftOut = append(b.leftOut, text)
				empties++
				continue
			}
			it := item{piece: p, seen: s, first: !b.follows(s), space: empties}
			if it.space == 0 && (b.stepsApart(before, s, k) || k == 0 && before != nil && b.items[len(b.items)-1].bold != p.bold) {
				it.space = 1
			}
			b.items = append(b.items, it)
			empties, before = 0, s
		}
	}
}

// follows reports whether the last item is of the same paragraph.
func (b *body) follows(s *seen) bool { return len(b.items) > 0 && b.items[len(b.items)-1].seen == s }

// orphan gives a comment on an empty line to the line before.
func (b *body) orphan(p piece) {
	if n := len(b.items); n > 0 {
		b.items[n-1].comments = append(b.items[n-1].comments, p.comments...)
	}
}

// visible is the space between paragraphs that looks like an empty line, in twentieths of a point.
const visible = 160

// stepsApart reports paragraphs that are set apart without an empty one: by space, by a cell, by their look.
func (b *body) stepsApart(before, s *seen, line int) bool {
	if before == nil || line > 0 {
		return false
	}
	if before.container != s.container || before.layout.centred != s.layout.centred {
		return true
	}
	return max(before.layout.after, s.layout.before) >= visible
}

// isRule reports a line that is drawn, not written.
func isRule(text string) bool {
	return utf8.RuneCountInString(text) > 2 && strings.Trim(text, "_-–—―=*․·•.…~ ") == ""
}

// build makes the blocks.
func (b *body) build() {
	if b.isTorn() {
		b.mend()
		return
	}
	typed := b.typedNotes()
	all := make([]resolution.Block, len(b.items))
	for i := range b.items {
		all[i] = b.items[i].block()
	}
	start := resolution.BodyStart(all)
	b.measureTables()
	for i := range b.head {
		block := b.head[i].block()
		block.Kind = resolution.Masthead
		b.add(block, nil)
	}
	for i := range start {
		b.headLine(&b.items[i], all[i])
	}
	for i := start; i < len(b.items); {
		i = b.paragraph(i, start)
	}
	b.notes = typed
}

// maxCells is how many things may stand beside one another in a line of a masthead.
const maxCells = 6

// headLine adds a line of the masthead. Where a symbol stands beside something else, each is a line.
func (b *body) headLine(it *item, whole resolution.Block) {
	parts := []resolution.Block{whole}
	if cells := it.cells(); len(cells) <= maxCells && slices.ContainsFunc(cells, func(p piece) bool { return isSymbol(string(p.text)) }) {
		parts = nil
		for _, p := range cells {
			parts = append(parts, it.as(p))
		}
	}
	for _, part := range parts {
		part.Kind = resolution.Masthead
		printSigns(&part)
		b.add(part, it.comments)
	}
}

// printSigns puts the calls that are signs into the text: fields of a masthead hold words as they are printed, and have
// no calls.
func printSigns(b *resolution.Block) {
	var text strings.Builder
	var counted []resolution.NoteCall
	runes, at := []rune(b.Text), 0
	for _, n := range b.Notes {
		if isDigits(n.Number) {
			n.Offset += utf8.RuneCountInString(text.String()) - at
			counted = append(counted, n)
			continue
		}
		text.WriteString(string(runes[at:n.Offset]) + n.Number)
		at = n.Offset
	}
	b.Text, b.Notes = text.String()+string(runes[at:]), counted
}

// block is the line as a block by itself, its automatic number in its text.
func (it *item) block() resolution.Block {
	p := it.piece
	p.notes = slices.Clone(p.notes)
	if it.first && it.seen.label != "" {
		p.prefix(it.seen.label)
	}
	return it.as(p)
}

// as is a block with the text of a piece and the look of the item.
func (it *item) as(p piece) resolution.Block {
	return resolution.Block{
		Text: string(p.text), Notes: p.notes, Italic: p.opening(), Space: it.space,
		Centred: it.seen.layout.centred, Bold: p.bold || it.seen.layout.heading,
	}
}

func (b *body) add(block resolution.Block, comments []string) {
	for _, id := range comments {
		b.marks = append(b.marks, commentMark{id, len(b.blocks)})
	}
	b.blocks = append(b.blocks, block)
}

// paragraph adds the paragraph that begins with item i, or the row of a table, and answers the item behind it.
func (b *body) paragraph(i, start int) int {
	it := &b.items[i]
	if b.isTable(i, start) {
		return b.row(i)
	}
	p := it.piece
	next := i + 1
	for ; next < len(b.items) && b.items[next].seen == it.seen && !b.beginsAnew(p, b.items[next]); next++ {
		p.join(b.items[next].piece)
	}
	b.labelled(it, p)
	return next
}

// beginsAnew reports whether a line after a line break is a paragraph of its own: an empty line stands before it, or
// the one before ends like a paragraph and it begins like one.
func (b *body) beginsAnew(before piece, it item) bool {
	if it.space > 0 {
		return true
	}
	if !endsParagraph(before.text) {
		return false
	}
	text := string(it.text)
	_, runes := resolution.SplitLabel(text)
	return runes > 0 || it.opening() > 0 || len(it.italic) > 0 && it.italic[0].from == 0
}

// endsParagraph reports a text that ends in one of the signs that paragraphs end with.
func endsParagraph(text []rune) bool {
	for i := len(text) - 1; i >= 0; i-- {
		if !unicode.IsSpace(text[i]) && !strings.ContainsRune("\"”»’)]", text[i]) {
			return strings.ContainsRune(",;:.،؛，；：。", text[i])
		}
	}
	return false
}

// partNumber is an automatic number of a part or a section: "I.", "A", "Part II".
var partNumber = regexp.MustCompile(`^(?:\p{L}{3,12} )?(?:[IVXLC]{1,7}|[A-Z])[.)]?$`)

// labelled adds a paragraph with its number or label apart from its text.
func (b *body) labelled(it *item, p piece) {
	label := it.seen.label
	if !it.first {
		label = ""
	}
	switch {
	case label == "":
		label = typedLabel(&p)
	case partNumber.MatchString(label) && !endsParagraph(p.text):
		b.add(resolution.Block{Text: strings.TrimRight(label, ".)"), Kind: resolution.Part, Space: it.space}, nil)
		if len(p.text) > 0 {
			heading := it.as(p)
			heading.Kind = resolution.Heading
			b.add(heading, p.comments)
		}
		return
	case !isLabel(label):
		p.prefix(label)
		label = ""
	}
	block := it.as(p)
	block.Label = label
	if it.first && it.seen.label == label {
		block.Level = it.seen.depth
	}
	b.add(block, p.comments)
}

// isLabel reports an automatic number that a paragraph or a subparagraph may bear.
func isLabel(label string) bool {
	found, _ := resolution.SplitLabel(label + " x")
	return found == label || partNumber.MatchString(label) || legalNumber.MatchString(label)
}

// legalNumber is a number of several levels: "1.1", "2.3.1."
var legalNumber = regexp.MustCompile(`^\d{1,3}(?:\.\d{1,3})+\.?$`)

// typedLabel cuts a number or label off that was typed, where a tab or italics show that it is one.
func typedLabel(p *piece) string {
	label, runes := resolution.SplitLabel(string(p.text))
	if runes == 0 {
		return ""
	}
	end := utf8.RuneCountInString(label)
	italic := len(p.italic) > 0 && p.italic[0].from >= end && p.italic[0].from <= runes
	if !slices.Contains(p.tabs, end) && !italic {
		return ""
	}
	p.cut(min(runes, len(p.text)))
	return label
}

// measureTables finds where tables begin and how many columns they have.
func (b *body) measureTables() {
	b.tables = map[int]tableSize{}
	for i, it := range b.items {
		place := it.seen.place
		size, ok := b.tables[place.table]
		if !ok {
			size.begins = i
		}
		size.columns = max(size.columns, place.cell)
		b.tables[place.table] = size
	}
}

// isTable reports whether an item stands in a table that is one: it has several columns and begins after the masthead.
func (b *body) isTable(i, start int) bool {
	table := b.items[i].seen.place.table
	return table > 0 && b.tables[table].columns > 1 && b.tables[table].begins > start
}

// row adds the row of a table that begins with item i: its cells with tabs between them.
func (b *body) row(i int) int {
	it := &b.items[i]
	var whole piece
	cell, next := it.seen.place.cell, i
	for ; next < len(b.items) && b.items[next].seen.place.table == it.seen.place.table && b.items[next].seen.place.row == it.seen.place.row; next++ {
		p := b.items[next].piece
		if s := b.items[next].seen; b.items[next].first && s.label != "" {
			p.prefix(s.label)
		}
		at := b.items[next].seen.place.cell
		switch {
		case next == i:
			whole = p
			continue
		case at != cell:
			whole.text = append(whole.text, '\t')
			whole.append(p)
		default:
			whole.join(p)
		}
		cell = at
	}
	block := it.as(whole)
	block.Kind, block.Italic = resolution.Table, 0
	b.add(block, whole.comments)
	return next
}
