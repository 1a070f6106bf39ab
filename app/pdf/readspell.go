package pdf

import (
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// spelled is the text of a line in the order in which it is read.
type spelled struct {
	text   []rune
	calls  []resolution.NoteCall // raised signs, their offsets counted in text
	italic int                   // code points at its start in italics
	eye    []rune                // in an Arabic text: a line without Arabic letters as the eye sees it, from left to right

	closing *bool // whether it is a closing line; nil until that was asked
}

// sign is a glyph on its way from the order of the eye to the order of reading; blanks are signs of their own.
type sign struct {
	r              rune
	more           ligature
	raised, italic bool
}

// spell reads the text of a line off its glyphs.
func (b *rebuilder) spell(l *inkLine) {
	signs := b.signsOf(l)
	if !b.arabic {
		l.spelled = b.spellSigns(trimSigns(signs))
		l.aloneIsText()
		return
	}
	l.spelled = b.spellSigns(trimSigns(readingOrder(signs)))
	l.aloneIsText()
	if !slices.ContainsFunc(signs, func(s sign) bool { return isArabic(s.r) }) {
		l.eye = b.spellSigns(trimSigns(signs)).text
	}
}

// aloneIsText makes text of calls that stand on a line of their own: there is nothing they could call from.
func (s *spelled) aloneIsText() {
	if len(s.text) == 0 && len(s.calls) > 0 {
		s.text, _ = insertCalls(nil, s.calls)
		s.calls = nil
	}
}

// shown is the text of a line as furniture is known by.
func (s spelled) shown() string {
	if s.eye != nil {
		return string(s.eye)
	}
	return string(s.text)
}

// signsOf puts blanks where the line has gaps.
func (b *rebuilder) signsOf(l *inkLine) []sign {
	gap := l.blankGap()
	signs := b.signs[:0]
	end, gone, wide := float32(0), false, false
	for n, i := range l.inks {
		if blank(i.Rune) {
			gone = gone || len(signs) > 0
			wide = wide || i.Right-i.Left > 0.04*l.size
			continue
		}
		if b.kashida(i.Rune) {
			end = max(end, i.Right)
			continue
		}
		if len(signs) > 0 {
			last := signs[len(signs)-1].r
			space := i.Left - end
			inside := isHan(last) || isHan(i.Rune) || !wide && space < 0.7*l.size && (gone && b.stretched(l, n) || space < 0.3*l.size && b.opens(last, i.Rune))
			if gone && wide && space > 0.04*l.size || space > gap && !inside || space > 1.2*l.size {
				signs = append(signs, sign{r: ' ', italic: signs[len(signs)-1].italic && b.face(i.Face).Italic})
			}
		}
		gone, wide = false, false
		signs = append(signs, b.signOf(i, l, n))
		end = max(end, i.Right)
	}
	b.signs = signs
	return signs
}

// stretched reports a gap before a glyph of an Arabic line that only makes a word longer. The file fills it with a stroke
// that stands for no character: it comes as a blank of no width at the origin of the letter it is joined to.
func (b *rebuilder) stretched(l *inkLine, n int) bool {
	if !b.arabic || n == 0 || !isArabic(l.inks[n].Rune) {
		return false
	}
	stroke := l.inks[n-1]
	return blank(stroke.Rune) && near(stroke.X, l.inks[n].X, 0.02*l.size) && !strings.ContainsRune(endsStroke, l.inks[n].Rune)
}

const endsStroke = "اأإآٱدذرزوؤةىءژڈ" // letters that are not joined to the next

// opens reports glyphs of which one is a bracket that stands close to its word. In an Arabic line its shape does not
// tell on which side.
func (b *rebuilder) opens(left, right rune) bool {
	if b.arabic {
		return strings.ContainsRune("()[]", left) || strings.ContainsRune("()[]", right)
	}
	return left == '(' || left == '[' || right == ')' || right == ']'
}

func (b *rebuilder) signOf(i ink, l *inkLine, n int) sign {
	r := i.Rune
	switch {
	case r == 2 || r == 0xfffe: // what PDFium makes of a hyphen at the end of a line
		r = '-'
	case r == 0xad && n < len(l.inks)-1:
		r = '-' // it shows, so it is no soft one
	}
	s := sign{r: r, more: i.more, raised: i.raised, italic: b.face(i.Face).Italic}
	if digit, ok := raisedDigits[r]; ok {
		s.r, s.raised = digit, true
	}
	return s
}

var raisedDigits = map[rune]rune{'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9'}

// kashida reports what only makes an Arabic line longer.
func (b *rebuilder) kashida(r rune) bool { return r == 0x1f || r == 'ـ' }

// blankGap is how wide a gap must be to stand for a blank: wider than the gaps inside the words of a line that is
// spaced out.
func (l *inkLine) blankGap() float32 {
	var gaps []float32
	for n := 1; n < len(l.inks); n++ {
		before, i := l.inks[n-1], l.inks[n]
		if !blank(before.Rune) && !blank(i.Rune) && !before.raised && !i.raised {
			gaps = append(gaps, i.Left-before.Right)
		}
	}
	usual := float32(0)
	if len(gaps) > 3 {
		slices.Sort(gaps)
		usual = max(0, gaps[len(gaps)/2])
	}
	return max(0.15*l.size, usual+0.13*l.size)
}

func trimSigns(signs []sign) []sign {
	for len(signs) > 0 && signs[0].r == ' ' {
		signs = signs[1:]
	}
	for len(signs) > 0 && signs[len(signs)-1].r == ' ' {
		signs = signs[:len(signs)-1]
	}
	return signs
}

// spellSigns writes signs down, and raised ones as calls.
func (b *rebuilder) spellSigns(signs []sign) spelled {
	var s spelled
	italic := true
	for at := 0; at < len(signs); at++ {
		if signs[at].raised {
			end := at
			for end < len(signs) && (signs[end].raised || signs[end].r == ' ' && end+1 < len(signs) && signs[end+1].raised) {
				end++
			}
			if numbers := callNumbers(signs[at:end]); numbers != nil {
				place := len(s.text)
				for place > 0 && s.text[place-1] == ' ' {
					place-- // it calls the word before it
				}
				for _, number := range numbers {
					s.calls = append(s.calls, resolution.NoteCall{Number: number, Offset: place})
				}
				at = end - 1
				continue
			}
		}
		if r := signs[at].r; r != ' ' {
			italic = italic && signs[at].italic
		}
		if signs[at].r == ' ' && len(s.text) > 0 && s.text[len(s.text)-1] == ' ' {
			continue // a call stood between two blanks
		}
		s.text = append(s.text, unpresented(signs[at].r)...)
		for _, r := range signs[at].more.runes() {
			s.text = append(s.text, unpresented(r)...)
		}
		if italic {
			s.italic = len(s.text)
		}
	}
	return s
}

// callNumbers reads raised signs as numbers of notes: "1", "10,11", "*", "a"; nil where they are something else.
func callNumbers(signs []sign) []string {
	var raised strings.Builder
	for _, s := range signs {
		raised.WriteRune(s.r)
	}
	text := strings.Trim(raised.String(), "()[] ")
	var numbers []string
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return r == ',' || r == ' ' || r == '،' || r == '、' || r == '，' || r == '-' || r == '–'
	}) {
		if !isCallNumber(field) {
			return nil
		}
		numbers = append(numbers, field)
	}
	return numbers
}

func isCallNumber(field string) bool {
	runes := []rune(field)
	switch {
	case strings.Trim(field, "*†‡") == "":
		return len(runes) < 5
	case len(runes) == 1 && runes[0] >= 'a' && runes[0] <= 'z':
		return true
	case len(runes) > 3:
		return false
	}
	return !slices.ContainsFunc(runes, func(r rune) bool { return !unicode.IsDigit(r) })
}
