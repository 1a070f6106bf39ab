package resolution

import (
	"strings"
	"unicode"
)

// garbled reports text that was decoded with a wrong table. It looks at letters alone, so a short text full of
// symbols is not suspected.
func garbled(text string) bool {
	c := countLetters(text)
	switch {
	case c.replaced*50 > c.letters: // U+FFFD and private characters
		return true
	case c.letters < 12:
		return false
	case c.upperLatin*3 > c.letters: // «Ãåíåðàëüíàÿ» for «Генеральная», "Ð“ÐµÐ½" for «Ген»
		return true
	case c.doubled*40 > c.letters: // "rÃ©solution", "lâ€™AssemblÃ©e": UTF-8 decoded as Latin-1
		return true
	case c.letters >= 60 && c.cyrillic*2 > c.letters && c.common*4 < c.cyrillic: // one Cyrillic table for another
		return true
	}
	return oddWords(text) || mixed(text)
}

type letterCount struct{ letters, replaced, upperLatin, doubled, cyrillic, common int }

func countLetters(text string) (c letterCount) {
	previous := ' '
	for _, r := range text {
		switch {
		case r == unicode.ReplacementChar || r >= 0xe000 && r <= 0xf8ff:
			c.replaced++
		case r < 0x80:
			if unicode.IsLetter(r) {
				c.letters++
			}
		case r >= 0xc0 && r <= 0xff && unicode.IsLetter(r):
			c.letters++
			c.upperLatin++
		case unicode.Is(unicode.Cyrillic, r):
			c.letters++
			c.cyrillic++
			if strings.ContainsRune("оеаинтсрвл", r) {
				c.common++
			}
		case unicode.IsLetter(r):
			c.letters++
		}
		if continues(previous, r) {
			c.doubled++
		}
		previous = r
	}
	return c
}

// continues reports a lead byte of UTF-8 followed by a continuation byte, both taken for Latin-1 or Windows-1252.
func continues(lead, r rune) bool {
	switch lead {
	case 'Ã', 'Â', 'Ð', 'Ñ', 'Ø', 'Ù':
		return r >= 0x80 && r <= 0xbf || strings.ContainsRune("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ", r)
	case 'â':
		return r == '€' || r == 0x80
	}
	return false
}

// oddWords reports text whose words are full of signs inside: "?C'!=31!O3a", Russian set in WordPerfect's own fonts.
func oddWords(text string) bool {
	words, odd, small := 0, 0, 0
	for word := range strings.FieldsSeq(text) {
		if _, ok := frequent[strings.ToLower(strings.Trim(word, ".,;:()"))]; ok {
			small++
		}
		inner := strings.Trim(word, ".,;:!?()[]\"'«»“”‘’*/_-–—…#<>=+&")
		if !strings.ContainsFunc(word, unicode.IsLetter) {
			continue
		}
		words++
		if strings.ContainsAny(inner, "!?=<>|\\~^`@#$%&*+\"{}") && !strings.Contains(inner, "://") && !strings.Contains(inner, "www.") {
			odd++
		}
	}
	return words >= 8 && odd*4 > words && small*10 < words
}
