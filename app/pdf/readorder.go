package pdf

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }

// isHan reports characters that are written without blanks between them.
func isHan(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3ffff
}

// class is what a sign does to the direction of its neighbours.
type class uint8

const (
	neutral   class = iota
	leftward        // Arabic letters
	rightward       // Latin letters
	figure          // digits
)

func classOf(s sign) class {
	switch {
	case s.raised:
		return leftward // a call stands by itself
	case isArabic(s.r):
		return leftward
	case unicode.IsDigit(s.r):
		return figure
	case unicode.IsLetter(s.r):
		return rightward
	case unicode.Is(unicode.Mn, s.r):
		return leftward
	}
	return neutral
}

// readingOrder turns the signs of an Arabic line from the order of the eye, left to right, into the order of reading:
// the whole is turned round, and what is read from left to right inside it - Latin words, numbers - is turned back.
func readingOrder(signs []sign) []sign {
	line := slices.Clone(signs)
	slices.Reverse(line)
	for i := 0; i < len(line); {
		c := classOf(line[i])
		if line[i].raised {
			i = turnRaised(line, i)
			continue
		}
		if c != rightward && c != figure {
			i++
			continue
		}
		end := i + labelRun(line[i:])
		if i > 0 || end == i {
			end = i + embeddedRun(line[i:])
		}
		from, to := bracketed(line, i, end)
		slices.Reverse(line[from:to])
		i = to
	}
	return line
}

// turnRaised turns a raised number of several digits back.
func turnRaised(line []sign, at int) int {
	end := at
	for end < len(line) && line[end].raised {
		end++
	}
	slices.Reverse(line[at:end])
	return end
}

// joiners stand between the digits of one number. A hyphen does not: after Arabic letters "2019-2022" shows its second
// number first.
const joiners = "./,:\u00a0'’"

// labelRun measures a short number set apart at the start of a line: of a note or a paragraph, whatever follows it.
func labelRun(line []sign) int {
	n := 0
	for n < len(line) && classOf(line[n]) == figure {
		n++
	}
	if n > 3 || n == len(line) || line[n].r != ' ' {
		return 0
	}
	return n
}

// embeddedRun measures a run that is read from left to right, in a line already turned round: its last sign comes
// first. Words in Latin script go on over blanks and signs; numbers only over one sign between digits.
func embeddedRun(line []sign) int {
	end, latin := 1, classOf(line[0]) == rightward
	for i := 1; i < len(line); i++ {
		switch classOf(line[i]) {
		case leftward:
			return end
		case rightward:
			latin, end = true, i+1
		case figure:
			between := line[end:i]
			if len(between) == 0 || len(between) == 1 && strings.ContainsRune(joiners, between[0].r) || latinFollows(line[i:]) {
				end = i + 1
				continue
			}
			if !latin {
				return end
			}
			end = i + 1
		}
	}
	return end
}

// latinFollows reports whether, before the next Arabic letter, there are Latin letters: "vol. 2220" is one run.
func latinFollows(line []sign) bool {
	for _, s := range line {
		switch classOf(s) {
		case leftward:
			return false
		case rightward:
			return true
		}
	}
	return false
}

// bracketed widens a run by the bracket that closes or opens one inside it.
func bracketed(line []sign, from, to int) (int, int) {
	depth := 0
	for _, s := range line[from:to] { // turned round: the closing bracket comes first
		switch s.r {
		case ')', ']':
			depth--
		case '(', '[':
			depth++
		}
	}
	switch {
	case depth != 0 && to < len(line) && strings.ContainsRune("()[]", line[to].r) && !isOutside(line, to+1):
		to++
	case depth != 0 && from > 0 && strings.ContainsRune("()[]", line[from-1].r):
		from--
	}
	return from, to
}

func isOutside(line []sign, at int) bool { return at < len(line) && isArabic(line[at].r) }

// unpresented writes a presentation form as the letters it stands for.
func unpresented(r rune) []rune {
	if r >= 0xfb00 && r <= 0xfdff && r != 0xfd3e && r != 0xfd3f || r >= 0xfe70 && r <= 0xfefc {
		return []rune(norm.NFKC.String(string(r)))
	}
	return []rune{r}
}

// matchBrackets sets the brackets and quotation marks of an Arabic text right. Some programs write the character that
// is meant, some the shape that is seen, and PDFium turns some of them round: the first one opens, the next one closes.
func matchBrackets(text []rune) {
	for _, pair := range []string{"()", "[]", "«»", "”“"} {
		matchPair(text, []rune(pair))
	}
	for i := 0; i+2 < len(text); i++ { // ’1‘ is a label
		if isSingle(text[i]) && unicode.IsDigit(text[i+1]) && isSingle(text[i+2]) {
			text[i], text[i+2] = '’', '‘'
		}
	}
}

func isSingle(r rune) bool { return r == '’' || r == '‘' }

func matchPair(text, shapes []rune) {
	depth := 0
	for i, r := range text {
		if r != shapes[0] && r != shapes[1] {
			continue
		}
		opens := depth == 0 || i > 0 && text[i-1] == ' ' && i+1 < len(text) && text[i+1] != ' ' && depth < 2
		if opens {
			text[i], depth = shapes[0], depth+1
		} else {
			text[i], depth = shapes[1], depth-1
		}
	}
}
