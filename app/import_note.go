package app

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// makeNote takes a paragraph out of the text and makes it a footnote. Text that bears no mark goes on with the note whose
// number is given.
func (i *Import) makeNote(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	p := i.Draft.Paragraphs[c.At]
	c.Words = p.Text
	text := strings.TrimSpace(spelled(p))
	mark, rest := noteMark(text)
	given := strings.TrimSpace(c.Number)
	switch {
	case p.Number != "" && (given == "" || given == bareNumber(p.Number)):
		mark, rest = bareNumber(p.Number), text
	case p.Number != "":
		mark, rest = "", p.Numeral(i.Draft.Language)+" "+text
	case mark != "" && given != "" && mark != given:
		mark, rest = "", text
	}
	if mark == "" && given == "" {
		return errors.New("no mark of a note stands at the head of the paragraph: give the note's number")
	}
	i.Draft.Paragraphs = slices.Delete(i.Draft.Paragraphs, c.At, c.At+1)
	i.settle(c.At)
	i.shift(c.At+1, -1)
	i.addNote(mark, given, strings.TrimSpace(rest))
	return nil
}

// addNote puts a note among the others by its number, or lets its text go on with the note of a given number.
func (i *Import) addNote(mark, given, text string) {
	notes := i.Draft.Footnotes
	if mark == "" {
		if at := slices.IndexFunc(notes, func(f resolution.Footnote) bool { return f.Number == given }); at >= 0 {
			notes[at].Text = notes[at].Text + seam(notes[at].Text, text) + text
			return
		}
		mark = given
	}
	at := len(notes)
	if n, err := strconv.Atoi(mark); err == nil {
		for at > 0 && numberOf(notes[at-1].Number) > n {
			at--
		}
	}
	i.Draft.Footnotes = slices.Insert(notes, at, resolution.Footnote{Number: mark, Text: text})
}

func numberOf(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// bareNumber is a number without brackets and stops.
func bareNumber(s string) string { return strings.Trim(s, ".()[]/ -–") }

var lowered = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// noteMark finds the mark at the head of a note's text: "3 See…", "3/ See…", "* See…", "a See…", "³ See…".
func noteMark(text string) (mark, rest string) {
	runes := []rune(text)
	n := 0
	for n < len(runes) && n < 4 && (isDigit(runes[n]) || strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", runes[n])) {
		n++
	}
	if n == 0 {
		for n < len(runes) && n < 4 && strings.ContainsRune("*∗＊†‡", runes[n]) {
			n++
		}
	}
	if n == 0 && len(runes) > 1 && unicode.IsLower(runes[0]) && unicode.IsSpace(runes[1]) {
		n = 1
	}
	if n == 0 || n == len(runes) || isDigit(runes[n]) {
		return "", text
	}
	rest = strings.TrimLeftFunc(string(runes[n:]), func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == ')' || r == '.' })
	if rest == "" {
		return "", text
	}
	return westernDigits(lowered.Replace(string(runes[:n]))), rest
}

func isDigit(r rune) bool { return unicode.Is(unicode.Nd, r) }

// westernDigits writes every digit as 0…9, as notes are numbered.
func westernDigits(s string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range []rune{'٠', '۰', '０'} {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, s)
}

// spelled is a paragraph's text with its calls in it: a note has none.
func spelled(p resolution.Paragraph) string {
	var b strings.Builder
	runes := []rune(p.Text)
	at := 0
	for _, n := range p.Notes {
		to := min(max(n.Offset, at), len(runes))
		b.WriteString(string(runes[at:to]) + " " + n.Number)
		if to < len(runes) && !unicode.IsSpace(runes[to]) && !unicode.IsPunct(runes[to]) {
			b.WriteString(" ")
		}
		at = to
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

// makeParagraph makes a note a paragraph. The marks that called it become words again: they were no calls.
func (i *Import) makeParagraph(c *ImportCorrection) error {
	if c.At < 0 || c.At >= len(i.Draft.Footnotes) {
		return fmt.Errorf("the text has no footnote there: choose one first")
	}
	f := i.Draft.Footnotes[c.At]
	c.Words = f.Text
	i.Draft.Footnotes = slices.Delete(i.Draft.Footnotes, c.At, c.At+1)
	to := len(i.Draft.Paragraphs)
	if _, other := i.Draft.Footnote(f.Number); !other {
		for at := len(i.Draft.Paragraphs) - 1; at >= 0; at-- {
			if i.uncall(at, f.Number) {
				to = at + 1
			}
		}
	}
	p := resolution.Paragraph{Text: f.Text, Number: f.Number}
	p.Kind = i.kindFor(p, to)
	if p.Text == "" {
		p.Text, p.Number = p.Number, ""
	}
	p.Opening = resolution.Opening(p.Text, p.Kind, i.Draft.Language)
	i.shift(to, 1)
	i.Draft.Paragraphs = slices.Insert(i.Draft.Paragraphs, to, p)
	return nil
}

// uncall makes words of a paragraph's calls of a note.
func (i *Import) uncall(at int, number string) (called bool) {
	p := &i.Draft.Paragraphs[at]
	var left []resolution.NoteCall
	moved := 0
	runes := []rune(p.Text)
	for _, n := range p.Notes {
		if n.Number != number {
			left = append(left, resolution.NoteCall{Number: n.Number, Offset: n.Offset + moved})
			continue
		}
		called = true
		words := []rune(" " + number)
		to := min(max(n.Offset+moved, 0), len(runes))
		if to < len(runes) && !unicode.IsSpace(runes[to]) && !unicode.IsPunct(runes[to]) {
			words = append(words, ' ')
		}
		runes = slices.Insert(runes, to, words...)
		moved += len(words)
	}
	if called {
		p.Text, p.Notes = string(runes), left
		p.Opening = resolution.Opening(p.Text, p.Kind, i.Draft.Language)
	}
	return called
}

// leaveOut takes a paragraph, with its number and the marks in it, out of the text.
func (i *Import) leaveOut(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	p := i.Draft.Paragraphs[c.At]
	c.Words = p.Text
	line := strings.TrimSpace(p.Numeral(i.Draft.Language) + " " + spelled(p))
	i.Draft.Paragraphs = slices.Delete(i.Draft.Paragraphs, c.At, c.At+1)
	i.Draft.LeftOut = append(i.Draft.LeftOut, line)
	i.settle(c.At)
	i.shift(c.At+1, -1)
	return nil
}

// takeIn makes a line that was left out a paragraph.
func (i *Import) takeIn(c *ImportCorrection) error {
	if c.At < 0 || c.At >= len(i.Draft.LeftOut) {
		return errors.New("no such line was left out: choose one first")
	}
	line := i.Draft.LeftOut[c.At]
	c.Words = line
	c.To = min(max(c.To, 0), len(i.Draft.Paragraphs))
	if c.To > 0 {
		c.After = i.Draft.Paragraphs[c.To-1].Text
	}
	p := resolution.Paragraph{Text: strings.Join(strings.Fields(line), " ")}
	if p.Text == "" {
		return errors.New("the line holds no words")
	}
	i.takeLabel(&p)
	p.Kind = i.kindFor(p, c.To)
	p.Opening = resolution.Opening(p.Text, p.Kind, i.Draft.Language)
	i.Draft.LeftOut = slices.Delete(i.Draft.LeftOut, c.At, c.At+1)
	i.shift(c.To, 1)
	i.Draft.Paragraphs = slices.Insert(i.Draft.Paragraphs, c.To, p)
	return nil
}

// kindFor guesses what a paragraph is that is put at a place: by its form, its label, its opening, the one before it.
func (i *Import) kindFor(p resolution.Paragraph, at int) resolution.Kind {
	if k := resolution.FormOf(p.Text, i.Draft.Language); k != "" {
		return k
	}
	e, known := resolution.LookUp(p.Text, i.Draft.Language)
	switch {
	case p.Number != "" && strings.IndexFunc(p.Number, isDigit) != 0 && p.Number != "*":
		return resolution.Subparagraph
	case p.Number != "":
		return resolution.Operative
	case known && e.Kind != "":
		return e.Kind
	case at > 0 && at <= len(i.Draft.Paragraphs) && ofBody[i.Draft.Paragraphs[at-1].Kind]:
		return i.Draft.Paragraphs[at-1].Kind
	}
	return resolution.Unknown
}
