package app

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// join puts a paragraph and the next together. A number of the second stands in the text: it is a word of the source.
func (i *Import) join(c *ImportCorrection) error {
	if !i.has(c.At) || !i.has(c.At+1) {
		return ErrNoPlace
	}
	ps := i.Draft.Paragraphs
	first, second := ps[c.At], ps[c.At+1]
	c.Words = first.Text
	tail, moved := second.Text, 0
	if head := second.Numeral(i.Draft.Language); head != "" {
		tail = strings.TrimRight(head+" "+second.Text, " ")
		moved = len([]rune(head)) + 1
	}
	between := seam(first.Text, tail)
	base := len([]rune(first.Text + between))
	joined := first
	joined.Text = first.Text + between + tail
	joined.Notes = slices.Clone(first.Notes)
	for _, n := range second.Notes {
		joined.Notes = append(joined.Notes, resolution.NoteCall{Number: n.Number, Offset: n.Offset + base + moved})
	}
	joined.Opening = resolution.Opening(joined.Text, joined.Kind, i.Draft.Language)
	ps[c.At] = joined
	i.Draft.Paragraphs = slices.Delete(ps, c.At+1, c.At+2)
	i.settle(c.At)
	i.settle(c.At + 1)
	i.shift(c.At+2, -1)
	return nil
}

// seam is what stands between two texts that are joined: nothing between Han characters and after a hyphen.
func seam(a, b string) string {
	last, first := lastRune(a), firstRune(b)
	switch {
	case a == "" || b == "", unicode.IsSpace(last), unicode.IsSpace(first):
		return ""
	case unbroken(last) && unbroken(first):
		return ""
	}
	return " "
}

// unbroken reports signs that are written without blanks between them.
func unbroken(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	last := rune(0)
	for _, r := range s {
		last = r
	}
	return last
}

// split cuts a paragraph. Its calls go with the words before them; blanks at the cut are dropped.
func (i *Import) split(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	p := i.Draft.Paragraphs[c.At]
	c.Words = p.Text
	runes := []rune(p.Text)
	if c.Offset <= 0 || c.Offset >= len(runes) {
		return errors.New("a paragraph is split between two of its words: set the caret there first")
	}
	head := strings.TrimRightFunc(string(runes[:c.Offset]), unicode.IsSpace)
	rest := strings.TrimLeftFunc(string(runes[c.Offset:]), unicode.IsSpace)
	if head == "" || rest == "" {
		return errors.New("a paragraph is split between two of its words: set the caret there first")
	}
	first, second := p, p
	first.Text, second.Text, second.Number = head, rest, ""
	first.Notes, second.Notes = splitCalls(p.Notes, c.Offset, len([]rune(head)), len(runes)-len([]rune(rest)))
	i.takeLabel(&second)
	first.Opening = resolution.Opening(first.Text, first.Kind, i.Draft.Language)
	second.Opening = resolution.Opening(second.Text, second.Kind, i.Draft.Language)
	i.Draft.Paragraphs[c.At] = first
	i.Draft.Paragraphs = slices.Insert(i.Draft.Paragraphs, c.At+1, second)
	i.settle(c.At)
	i.shift(c.At+1, 1)
	return nil
}

// splitCalls gives calls to the two parts of a text: the head is so many code points long, the rest starts at from.
func splitCalls(notes []resolution.NoteCall, cut, head, from int) (first, second []resolution.NoteCall) {
	for _, n := range notes {
		if n.Offset <= cut {
			first = append(first, resolution.NoteCall{Number: n.Number, Offset: min(n.Offset, head)})
		} else {
			second = append(second, resolution.NoteCall{Number: n.Number, Offset: max(0, n.Offset-from)})
		}
	}
	return first, second
}

// takeLabel makes a label at the head of a paragraph its number.
func (i *Import) takeLabel(p *resolution.Paragraph) {
	label, n := resolution.SplitLabel(p.Text)
	if n == 0 || label == "" {
		return
	}
	runes := []rune(p.Text)
	rest := strings.TrimLeftFunc(string(runes[n:]), unicode.IsSpace)
	if rest == "" {
		return
	}
	cut := len(runes) - len([]rune(rest))
	p.Text, p.Number = rest, strings.TrimRight(strings.TrimSuffix(label, "."), " -–—")
	p.Notes = slices.Clone(p.Notes)
	for k := range p.Notes {
		p.Notes[k].Offset = max(0, p.Notes[k].Offset-cut)
	}
}
