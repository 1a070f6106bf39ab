package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// markBreaks notes after which clusters a line may end: by the Unicode rules (UAX 14) and those of the printers.
func (p *Paragraph) markBreaks() {
	if len(p.text) == 0 {
		return
	}
	at := p.breakTable()
	for i := range p.clusters {
		c := &p.clusters[i]
		c.after = at[c.end]
		if i+1 < len(p.clusters) && c.after == mayBreak && p.spans[p.clusters[i+1].span].Style&Raised != 0 {
			c.after = noBreak // a note call stays with its word
		}
	}
	p.clusters[len(p.clusters)-1].after = noBreak
}

// breakTable says for every offset of the text what may happen before it.
func (p *Paragraph) breakTable() []opportunity {
	at := make([]opportunity, len(p.text)+1)
	var seg segmenter.Segmenter
	seg.Init(p.text)
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		switch {
		case line.IsMandatoryBreak:
			at[end] = mustBreak
		case p.text[end-1] == '\u00ad':
			at[end] = mayHyphenate
		case end < len(p.text) && p.apart(end):
			at[end] = mayBreak
		}
	}
	return at
}

// apart reports whether the text may be parted before code point i.
func (p *Paragraph) apart(i int) bool {
	before, after := p.text[i-1], p.text[i]
	if before == '/' && p.tokenAround(i) <= longestSymbol {
		return false // A/RES/45/158 stays whole; a web address may be broken
	}
	if isSpace(before) {
		if opens(p.beforeSpaces(i)) {
			return false // « слово: a quotation mark never ends a line
		}
		return !closes(after) && !p.dash(i) // no lone punctuation, no dash begins a line
	}
	return true
}

// longestSymbol is how long a run without spaces may be and still count as a symbol, such as
// A/CONF.157/24(PartI)/Add.1.
const longestSymbol = 32

func (p *Paragraph) tokenAround(i int) int {
	start, end := i, i
	for start > 0 && inToken(p.text[start-1]) {
		start--
	}
	for end < len(p.text) && inToken(p.text[end]) {
		end++
	}
	return end - start
}

func inToken(r rune) bool { return !unicode.IsSpace(r) && !isWide(r) }

func (p *Paragraph) beforeSpaces(i int) rune {
	for i--; i >= 0; i-- {
		if !isSpace(p.text[i]) {
			return p.text[i]
		}
	}
	return 0
}

// dash reports whether a dash stands at i, be it a hyphen between spaces.
func (p *Paragraph) dash(i int) bool {
	if p.text[i] == '-' {
		return i+1 < len(p.text) && isSpace(p.text[i+1])
	}
	return p.text[i] == '—' || p.text[i] == '–'
}

// closes reports whether a character must not begin a line.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || contains(".,;:!?%…،؛؟。，、；：！？·‰", r)
}

// opens reports whether a character must not end a line. The mark “ opens in one language and closes in another.
func opens(r rune) bool { return unicode.Is(unicode.Ps, r) || r == '«' || r == '‹' }

func contains(set string, r rune) bool {
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u3000' || r >= '\u2000' && r <= '\u200a' && r != '\u2007' || r == '\u00a0' || r == '\u202f'
}

func isWide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// widestPart is the width of the widest stretch between two places where a line may end.
func (p *Paragraph) widestPart() float32 {
	var widest, width, spaces float32
	for _, c := range p.clusters {
		if c.space {
			spaces += c.advance
		} else {
			width += spaces + c.advance
			spaces = 0
		}
		widest = max(widest, width)
		if c.after != noBreak {
			width, spaces = 0, 0
		}
	}
	return widest
}
