package pdf

import (
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// lineJoiner joins the lines of a paragraph and keeps its calls in their places.
type lineJoiner struct {
	*rebuilder
	text  []rune
	calls []resolution.NoteCall
}

func (b *rebuilder) joiner() *lineJoiner { return &lineJoiner{rebuilder: b} }

// add puts a line behind the others.
func (j *lineJoiner) add(l *inkLine) {
	next, end := l.text, len(j.text)
	if len(j.text) > 0 && len(next) > 0 {
		last := j.text[len(j.text)-1]
		switch {
		case isHyphen(last) && j.letterBefore() && (unicode.IsLetter(next[0]) || unicode.IsDigit(next[0])):
			if !isAnd(next) {
				j.hyphen(next)
				break
			}
			j.text = append(j.text, ' ')
		case isHan(last) || isHan(next[0]):
		case j.language == "zh" && unicode.IsDigit(last) && unicode.IsDigit(next[0]): // a line may end inside a number
		case last == '/', last == '–' && unicode.IsDigit(next[0]) && len(j.text) > 1 && unicode.IsDigit(j.text[len(j.text)-2]):
		default:
			j.text = append(j.text, ' ')
		}
	}
	for _, c := range l.calls {
		if c.Offset == 0 {
			c.Offset = min(end, len(j.text)) // at the start of a line it calls the word before
		} else {
			c.Offset += len(j.text)
		}
		j.calls = append(j.calls, c)
	}
	j.text = append(j.text, next...)
}

func isHyphen(r rune) bool { return r == '-' || r == 0x2010 || r == 0x2011 || r == 0xad }

func (j *lineJoiner) letterBefore() bool {
	n := len(j.text)
	if n < 2 {
		return false
	}
	return unicode.IsLetter(j.text[n-2]) || unicode.IsDigit(j.text[n-2])
}

// hyphen decides about the hyphen at the end of the text.
func (j *lineJoiner) hyphen(next []rune) {
	soft, sure := j.isSoft(j.text, next)
	end := len(j.text) - 1
	if !sure {
		before, after := wordBefore(j.text[:end]), wordAfter(next)
		j.doubts = append(j.doubts, doubt{solid: before + after, parted: before + "-" + after, soft: soft})
	}
	if !soft {
		if j.text[end] == 0xad {
			j.text[end] = '-'
		}
		return
	}
	j.text = j.text[:end]
	for i := range j.calls {
		j.calls[i].Offset = min(j.calls[i].Offset, end)
	}
}

func (j *lineJoiner) done() ([]rune, []resolution.NoteCall) {
	text := j.text
	if j.arabic {
		matchBrackets(text)
	}
	if n := len(text); n > 0 && text[n-1] == 0xad {
		text[n-1] = '-'
	}
	return text, slices.Clip(j.calls)
}

// isAnd reports "and", "or" after a hanging hyphen: "short- and long-term".
func isAnd(text []rune) bool {
	word, _, _ := strings.Cut(string(text[:min(len(text), 8)]), " ")
	return slices.Contains([]string{"and", "or", "to", "et", "ou", "y", "o", "e", "u", "и", "или", "و", "أو"}, word)
}

// doubt is a hyphen at the end of a line of which it was not clear whether it belongs to the word.
type doubt struct {
	solid, parted string
	soft          bool
}

// explain makes problems of the doubts, each beside the paragraph it is in.
func (b *rebuilder) explain(d resolution.Draft) []resolution.Problem {
	var problems []resolution.Problem
	for _, doubt := range b.doubts {
		taken, other := doubt.parted, doubt.solid
		if doubt.soft {
			taken, other = other, taken
		}
		problems = append(problems, hyphenProblem(d, taken, other))
	}
	return append(problems, b.problems...)
}

// hyphenProblem stands beside the paragraph with the word, or the one that calls the note with it.
func hyphenProblem(d resolution.Draft, taken, other string) resolution.Problem {
	at := slices.IndexFunc(d.Paragraphs, func(p resolution.Paragraph) bool { return strings.Contains(p.Text, taken) })
	n := slices.IndexFunc(d.Footnotes, func(f resolution.Footnote) bool { return strings.Contains(f.Text, taken) })
	if at < 0 && n >= 0 {
		return d.NoteProblem(d.Footnotes[n].Number, "hyphen", taken, other)
	}
	return resolution.NewProblem(at, "hyphen", taken, other)
}
