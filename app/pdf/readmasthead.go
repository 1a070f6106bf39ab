package pdf

import "mutatis/app/resolution"

// masthead makes blocks of the lines before the body, cell by cell, and answers the lines of the body.
func (b *rebuilder) masthead() ([]resolution.Block, []inkLine) {
	var blocks []resolution.Block
	var ofLine []int
	for i := range b.lines {
		if b.lines[i].page > 1 {
			break
		}
		for k, c := range b.mastheadCells(&b.lines[i]) {
			block := resolution.Block{Text: string(c.text), Notes: c.calls, Bold: c.bold}
			if k == 0 && i > 0 && b.lines[i-1].base-b.lines[i].base > 1.35*b.leadingOf(&b.lines[i]) {
				block.Space = 1
			}
			blocks, ofLine = append(blocks, block), append(ofLine, i)
		}
	}
	start := resolution.BodyStart(blocks)
	if start <= 0 || start >= len(blocks) {
		return nil, b.lines
	}
	heads := blocks[:start:start]
	for i := range heads {
		heads[i].Kind = resolution.Masthead
		text := []rune(heads[i].Text)
		if b.arabic {
			matchBrackets(text)
		}
		heads[i].Notes = b.trueCalls(&heads[i], text, heads[i].Notes)
	}
	return heads, b.lines[ofLine[start]:]
}

// mastheadCells parts a line of the masthead: the name of the organization stands at its left, the symbol at its right.
func (b *rebuilder) mastheadCells(l *inkLine) []inkLine {
	if cells := b.cells(l, 2.2); len(cells) > 1 {
		return cells
	}
	return []inkLine{*l}
}
