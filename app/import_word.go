package app

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// Words that extraction tore in two, or whose hyphen at the end of a line was doubtful, are set right with one key: the
// problem says what stands there and what should.

// wordDoubt is a doubt about the writing of a word.
type wordDoubt struct {
	at       int    // the paragraph
	note     string // the number of the note it is in, which the paragraph calls; "" for none
	old, new string
}

// aboutWord reads a problem; false where it is about something else.
func aboutWord(p resolution.Problem) (wordDoubt, bool) {
	n := len(p.Args)
	if p.Key != "torn" && p.Key != resolution.TornSurely && p.Key != "hyphen" || n < 2 {
		return wordDoubt{}, false
	}
	was, isText := p.Args[n-2].(string)
	should, isTextToo := p.Args[n-1].(string)
	return wordDoubt{p.Paragraph, p.Note, was, should}, isText && isTextToo
}

// WordDoubt is the first doubt about the writing of a word in a paragraph or in a note it calls: what stands there, and
// what should. Of notes that nothing calls it is at -1.
func (i *Import) WordDoubt(at int) (old, new string, ok bool) {
	d, ok := i.wordDoubt(at)
	return d.old, d.new, ok
}

func (i *Import) wordDoubt(at int) (wordDoubt, bool) {
	for _, p := range i.Problems {
		if d, is := aboutWord(p); is && d.at == at && (i.has(at) || at == -1 && d.note != "") {
			return d, true
		}
	}
	return wordDoubt{}, false
}

// MendWord writes a word as the first doubt about one in a paragraph or its notes has it.
func (i *Import) MendWord(at int) error {
	d, ok := i.wordDoubt(at)
	if !ok {
		return errors.New("no word of the paragraph is doubtful: choose one whose doubt names a word")
	}
	return i.correct(i.wordCorrection(d))
}

// wordCorrection is the correction that a doubt asks for; of a note it names the note's place and number.
func (i *Import) wordCorrection(d wordDoubt) ImportCorrection {
	c := ImportCorrection{What: CorrectWord, At: d.at, Number: d.note, Old: d.old, New: d.new}
	if d.note != "" {
		c.At = slices.IndexFunc(i.Draft.Footnotes, func(f resolution.Footnote) bool {
			return f.Number == d.note && wholeWords(f.Text, d.old) >= 0
		})
	}
	return c
}

// mendTorn joins the words that were torn beyond doubt. Each is a correction like a person's: it shows, and can be taken
// back.
func (i *Import) mendTorn() {
	for _, p := range slices.Clone(i.Problems) {
		if d, is := aboutWord(p); is && p.Key == resolution.TornSurely {
			_ = i.correct(i.wordCorrection(d)) // what fails stays a doubt
		}
	}
}

// mendWord writes a word otherwise. A reading in which it is right already is left as it is.
func (i *Import) mendWord(c *ImportCorrection) error {
	text, rewrite := i.wordsAt(*c)
	if text == nil || c.Old == "" {
		return ErrNoPlace
	}
	c.Words = *text
	if wholeWords(*text, c.Old) < 0 && wholeWords(*text, c.New) < 0 {
		return ErrNoPlace
	}
	rewrite()
	i.Problems = slices.DeleteFunc(slices.Clone(i.Problems), func(q resolution.Problem) bool {
		d, is := aboutWord(q)
		return is && d.note == c.Number && (d.note != "" || d.at == c.At) && d.old == c.Old && d.new == c.New
	})
	return nil
}

// wordsAt is the text that a correction of a word is about, nil for none, and what writes the word otherwise.
func (i *Import) wordsAt(c ImportCorrection) (text *string, rewrite func()) {
	if c.Number == "" {
		if !i.has(c.At) {
			return nil, nil
		}
		p := &i.Draft.Paragraphs[c.At]
		return &p.Text, func() {
			if rewriteWord(p, c.Old, c.New); p.Text != c.Words {
				p.Opening = resolution.Opening(p.Text, p.Kind, i.Draft.Language)
			}
		}
	}
	if c.At < 0 || c.At >= len(i.Draft.Footnotes) || i.Draft.Footnotes[c.At].Number != c.Number {
		return nil, nil
	}
	f := &i.Draft.Footnotes[c.At]
	return &f.Text, func() {
		p := resolution.Paragraph{Text: f.Text}
		rewriteWord(&p, c.Old, c.New)
		f.Text = p.Text
	}
}

// rewriteWord writes a word of a paragraph otherwise, wherever it stands.
func rewriteWord(p *resolution.Paragraph, old, fresh string) {
	for range len(p.Text) { // a word may stand in what it becomes
		at := wholeWords(p.Text, old)
		if at < 0 || wholeWords(fresh, old) >= 0 {
			return
		}
		replaceWord(p, at, old, fresh)
	}
}

// replaceWord writes a word of a paragraph otherwise; its calls stay at their letters.
func replaceWord(p *resolution.Paragraph, at int, old, fresh string) {
	runes := []rune(p.Text)
	end := at + len([]rune(old))
	p.Text = string(runes[:at]) + fresh + string(runes[end:])
	p.Notes = slices.Clone(p.Notes)
	for k := range p.Notes {
		switch n := &p.Notes[k]; {
		case n.Offset >= end:
			n.Offset += len([]rune(fresh)) - len([]rune(old))
		case n.Offset > at:
			n.Offset = at + len([]rune(fresh))
		}
	}
}

// wholeWords is the code point at which words stand in a text, no letters at their sides; -1 where they do not.
func wholeWords(text, words string) int {
	from := 0
	for {
		at := strings.Index(text[from:], words)
		if at < 0 || words == "" {
			return -1
		}
		at += from
		if end := at + len(words); !unicode.IsLetter(lastRune(text[:at])) && !unicode.IsLetter(firstRune(text[end:])) {
			return len([]rune(text[:at]))
		}
		from = at + len(words)
	}
}
