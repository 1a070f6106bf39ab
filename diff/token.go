package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word or one sign of a text, as a span of bytes. What stands between two tokens is white space.
type token struct {
	start, end int
	kind       kind
}

// kind says what a rune or a token is made of.
type kind uint8

const (
	sign    kind = iota // punctuation, symbols: each stands alone
	word                // letters and digits, with marks and with what belongs inside
	han                 // a Chinese character or kana: each is a word
	mark                // a combining mark: belongs to what it stands on
	ignored             // no part of the words, see isIgnored
	space
)

// kindOf sorts a rune. Most are looked up, because this is the innermost loop of the package.
func kindOf(r rune) kind {
	if r < shortRunes {
		return shortKinds[r]
	}
	return sortRune(r)
}

// shortRunes is the first rune that takes three bytes.
const shortRunes = 0x800

var shortKinds = func() (kinds [shortRunes]kind) {
	for r := range rune(shortRunes) {
		kinds[r] = sortRune(r)
	}
	return kinds
}()

func sortRune(r rune) kind {
	switch {
	case '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		return word
	case 0x0400 <= r && r <= 0x0481, 0x00C0 <= r && r <= 0x00FF && r != '×' && r != '÷', isArabicLetter(r):
		return word
	case 0x4E00 <= r && r <= 0x9FFF, 0x3400 <= r && r <= 0x4DBF, 0xF900 <= r && r <= 0xFAFF, 0x3040 <= r && r <= 0x30FF:
		return han
	case isIgnored(r):
		return ignored
	case foldRune(r) == ' ':
		return space
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return word
	case unicode.IsMark(r):
		return mark
	}
	return sign
}

// appendTokens cuts a text into words and signs and appends them to tokens.
//
// A word is a run of letters, marks and digits with what belongs inside it: трудящихся-мигрантов, A/RES/45/158, 10,000,
// 10 000, State’s. An elided article stands alone (l’|Assemblée), so does each Han character and each sign.
func appendTokens(tokens []token, text string) []token {
	for pos := 0; pos < len(text); {
		r, size := utf8.DecodeRuneInString(text[pos:])
		k := kindOf(r)
		if k == space || k == ignored {
			pos += size
			continue
		}
		end := pos + size
		if k == word {
			end = wordEnd(text, pos, end)
		} else {
			end = skipMarks(text, end)
		}
		tokens = append(tokens, token{pos, end, k})
		pos = end
	}
	return tokens
}

// wordEnd finds the end of the word that starts at start; its first rune ends at pos.
func wordEnd(text string, start, pos int) int {
	part := start // where the part after the last joining sign begins
	for pos < len(text) {
		r, size := utf8.DecodeRuneInString(text[pos:])
		next := pos + size
		switch k := kindOf(r); {
		case k == word || k == mark || k == ignored:
		case k == space:
			if !isThousands(text[start:pos], text[next:]) {
				return pos
			}
			next += 3
		case r == '(' && bracketed(text[start:pos], text[next:]) > 0:
			next += bracketed(text[start:pos], text[next:])
		case k == han || !startsWord(text[next:]):
			return pos
		case foldRune(r) == '\'' && isElided(text[part:pos]):
			return next
		case isJoiner(r, text[next:]):
			part = next
		default:
			return pos
		}
		pos = next
	}
	return pos
}

// skipMarks finds the end of the marks that stand on a sign or a Han character.
func skipMarks(text string, pos int) int {
	for pos < len(text) {
		r, size := utf8.DecodeRuneInString(text[pos:])
		if k := kindOf(r); k != mark && k != ignored {
			break
		}
		pos += size
	}
	return pos
}

// startsWord reports whether a letter or a digit comes next.
func startsWord(text string) bool {
	for _, r := range text {
		if k := kindOf(r); k != ignored {
			return k == word
		}
	}
	return false
}

// isJoiner reports whether a sign between two word runes belongs inside the word: / in symbols, . in decimals, - and '
// in compounds, : in times, a comma only before a digit.
func isJoiner(r rune, rest string) bool {
	switch foldRune(r) {
	case '.', '/', '-', '\'', ':':
		return true
	case ',':
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsDigit(next)
	}
	return false
}

// isElided reports whether what stands before an apostrophe is a shortened word of French, such as l’, d’, qu’, lorsqu’.
func isElided(part string) bool {
	letters := []rune(part)
	n := len(letters)
	return n <= 2 || letters[n-2] == 'q' && letters[n-1] == 'u'
}

// bracketed measures a bracket inside a symbol, such as GC(68)/RES/8 or A/RES/2758(XXVI), from behind its first sign to
// behind its last; 0 where it is none. There is a stroke before it or right after it, and a digit before it or in it.
func bracketed(before, after string) int {
	n := strings.IndexByte(after, ')')
	if n <= 0 || n > longBracket || !hasDigit(before+after[:n]) {
		return 0
	}
	for _, r := range after[:n] {
		if kindOf(r) != word {
			return 0
		}
	}
	if rest := after[n+1:]; !strings.Contains(before, "/") && !(strings.HasPrefix(rest, "/") && startsWord(rest[1:])) {
		return 0
	}
	return n + 1
}

// longBracket is what fits between the brackets of a symbol, in bytes.
const longBracket = 8

// isThousands reports whether a space stands inside a number: one to three digits before it, exactly three after it.
func isThousands(before, after string) bool {
	if len(after) < 3 || !isDigits(after[:3]) || len(after) > 3 && isDigits(after[3:4]) {
		return false
	}
	group := 0
	for i := len(before) - 1; i >= 0 && isDigits(before[i:i+1]); i-- {
		group++
	}
	rest := before[:len(before)-group]
	if group == 0 || group > 3 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(rest)
	return rest == "" || group == 3 && kindOf(last) == space
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
