package pdf

import (
	"slices"

	"mutatis/app/resolution"
)

// masthead makes blocks of the lines before the body, and answers the lines of the body.
func (b *rebuilder) masthead() ([]resolution.Block, []inkLine) {
	var blocks []resolution.Block
	var cells []inkLine
	var ofLine []int
	for i := range b.lines {
		if b.lines[i].page > 1 {
			break
		}
		for _, c := range b.mastheadCells(&b.lines[i]) {
			blocks = append(blocks, resolution.Block{Text: string(c.text), Notes: c.calls, Bold: c.bold})
			cells, ofLine = append(cells, c), append(ofLine, i)
		}
	}
	start := resolution.BodyStart(blocks)
	if start <= 0 || start >= len(blocks) {
		return nil, b.lines
	}
	line := ofLine[start]
	if ofLine[start-1] != line {
		return b.headBlocks(cells[:start]), b.lines[line:]
	}
	body := slices.Clone(cells[start:]) // the body begins in the middle of a line
	for len(body) > 0 && ofLine[start+len(body)-1] != line {
		body = body[:len(body)-1]
	}
	return b.headBlocks(cells[:start]), append(body, b.lines[line+1:]...)
}

// mastheadCells parts a line of the masthead: the name of the organization stands at its left, the symbol at its right.
func (b *rebuilder) mastheadCells(l *inkLine) []inkLine {
	if cells := b.cells(l, 2.2); len(cells) > 1 {
		return cells
	}
	return []inkLine{*l}
}

// headBlocks joins the cells of a masthead that were broken into lines.
func (b *rebuilder) headBlocks(cells []inkLine) []resolution.Block {
	var groups []paragraphLines
	for i := range cells {
		joined := false
		for g := len(groups) - 1; g >= 0 && !joined; g-- {
			if last := groups[g][len(groups[g])-1]; b.sameSetting(last, &cells[i]) {
				groups[g], joined = append(groups[g], &cells[i]), true
			}
		}
		if !joined {
			groups = append(groups, paragraphLines{&cells[i]})
		}
	}
	var blocks []resolution.Block
	var above *inkLine
	for _, g := range groups {
		for _, p := range b.wrapped(g) {
			block := b.headBlock(p)
			if above != nil && !near(b.start(above), b.start(p[0]), 3) {
				block.Space = resolution.Elsewhere
			} else if above != nil && above.base-p[0].base > 1.35*b.leadingOf(p[0]) {
				block.Space = 1
			}
			blocks, above = append(blocks, block), p[len(p)-1]
		}
	}
	return blocks
}

// sameSetting reports lines that stand one below the other in the same type.
func (b *rebuilder) sameSetting(above, l *inkLine) bool {
	gap := above.base - l.base
	return above.page == l.page && gap > 0.8*l.size && gap < 1.75*l.size && gap < 1.3*b.leadingOf(l) && above.bold == l.bold &&
		near(above.size, l.size, 0.05*l.size) && (near(b.start(above), b.start(l), 2) || b.titleHangs(above, l))
}

// titleHangs reports a title whose number hangs out before its lines.
func (b *rebuilder) titleHangs(above, l *inkLine) bool {
	return l.bold && b.start(above) < b.start(l) && len(above.text) > 0 && b.start(l)-b.start(above) < 7*l.size && isDigitRune(above.text[0])
}

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' || r >= '٠' && r <= '٩' }

// wrapped parts lines in one setting where the next word would have found room: there a line was ended on purpose.
func (b *rebuilder) wrapped(g paragraphLines) []paragraphLines {
	widest, first := b.end(g[0]), b.start(g[0])
	for _, l := range g {
		widest, first = max(widest, b.end(l)), min(first, b.start(l))
	}
	var parts []paragraphLines
	for i, l := range g {
		full := i > 0 && widest-first > 14*l.size && b.end(g[i-1])+0.2*l.size+b.firstWord(l) > widest
		if full {
			parts[len(parts)-1] = append(parts[len(parts)-1], l)
			continue
		}
		parts = append(parts, paragraphLines{l})
	}
	return parts
}

func (b *rebuilder) headBlock(p paragraphLines) resolution.Block {
	j := b.joiner()
	bold := true
	for _, l := range p {
		j.add(l)
		bold = bold && l.bold
	}
	text, calls := j.done()
	block := resolution.Block{Kind: resolution.Masthead, Bold: bold}
	block.Notes = b.trueCalls(&block, text, calls)
	return block
}
