package docx

import (
	"strings"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// paragraphEnd stands between paragraphs in a content.
const paragraphEnd = '\u2029'

// appearance is what sets a letter apart from its paragraph.
type appearance uint8

const (
	plainLook  appearance = 0
	italicLook appearance = 1
	raisedLook appearance = 2
)

// face is what a paragraph looks like: its style and its language.
type face struct {
	style    string
	language resolution.Language
}

// content is the words of paragraphs of one side that stand next to one another, their numbers among them.
type content struct {
	text  []rune
	looks []appearance // of every code point
	calls []placedCall
	faces []face // of every paragraph: one more than there are ends
}

// placedCall is a note call and the number of code points before it.
type placedCall struct {
	at   int
	call *writtenCall
}

func (c *content) add(text string, look appearance) {
	for _, r := range text {
		c.text = append(c.text, r)
		c.looks = append(c.looks, look)
	}
}

func (c *content) end(f face) {
	c.text = append(c.text, paragraphEnd)
	c.looks = append(c.looks, plainLook)
	c.faces = append(c.faces, f)
}

// oneLine keeps what a text may hold from being taken for the end of a paragraph.
var oneLine = strings.NewReplacer("\u2029", " ", "\u2028", " ", "\u000b", " ", "\r", " ")

// contentOf is the content of paragraphs of this side.
func (s *side) contentOf(indexes []int) content {
	var c content
	for n, i := range indexes {
		p := s.draft.Paragraphs[i]
		f := face{styleOf(p), s.draft.Language}
		if n > 0 {
			c.end(s.faceOf(indexes[n-1]))
		}
		if label, apart := s.label(p); apart {
			c.add(label, plainLook)
			c.end(f)
		} else if label != "" {
			c.add(label+"\t", labelLook(p))
		}
		s.words(&c, i, p)
	}
	c.faces = append(c.faces, s.faceOf(indexes[len(indexes)-1]))
	return c
}

func (s *side) faceOf(i int) face {
	return face{styleOf(s.draft.Paragraphs[i]), s.draft.Language}
}

// words adds the text of paragraph i with its opening in italics and its calls.
func (s *side) words(c *content, i int, p resolution.Paragraph) {
	start, opening := len(c.text), openingOf(p)
	for at, r := range []rune(oneLine.Replace(p.Text)) {
		look := plainLook
		if at < opening {
			look = italicLook
		}
		c.text, c.looks = append(c.text, r), append(c.looks, look)
	}
	for k, n := range p.Notes {
		at := min(max(n.Offset, 0), len(c.text)-start)
		c.calls = append(c.calls, placedCall{start + at, s.calls[callPlace{i, k}]})
	}
}

// openingOf is how many code points are set in italics: of the organ's line all but its comma.
func openingOf(p resolution.Paragraph) int {
	if p.Kind == resolution.Organ && p.Opening == 0 {
		return utf8.RuneCountInString(strings.TrimRight(p.Text, ",،， "))
	}
	return p.Opening
}

// label is what stands before a paragraph's words: its number, or the number of a part, which is a line of its own.
func (s *side) label(p resolution.Paragraph) (label string, apart bool) {
	switch p.Kind {
	case resolution.Part:
		if p.Number == p.Text {
			return "", false
		}
		return oneLine.Replace(p.Number), p.Number != "" && p.Text != ""
	case resolution.Title:
		if number := firstOf(s.draft.Number, p.Number); number != "" {
			return resolution.Paragraph{Kind: resolution.Operative, Number: oneLine.Replace(number)}.Numeral(s.draft.Language), false
		}
	case uncalled:
		return p.Number, false
	}
	return oneLine.Replace(p.Numeral(s.draft.Language)), false
}

func labelLook(p resolution.Paragraph) appearance {
	if p.Kind == uncalled {
		return raisedLook
	}
	return plainLook
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// isRow reports the row of a table, whose cells tabs part.
func isRow(p resolution.Paragraph) bool {
	return p.Kind == resolution.Table && strings.Contains(p.Text, "\t")
}

// cells cuts a content of one paragraph at its tabs.
func (c content) cells() []content {
	var cells []content
	from := 0
	for at := 0; at <= len(c.text); at++ {
		if at < len(c.text) && c.text[at] != '\t' {
			continue
		}
		cell := content{text: c.text[from:at], looks: c.looks[from:at], faces: c.faces}
		for _, call := range c.calls {
			if call.at >= from && call.at <= at {
				cell.calls = append(cell.calls, placedCall{call.at - from, call.call})
			}
		}
		cells = append(cells, cell)
		from = at + 1
	}
	return cells
}
