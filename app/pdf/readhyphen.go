package pdf

import (
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// wordCount is what the words of a text say about hyphens at the ends of its lines.
type wordCount struct {
	words   map[string]int // words that stand inside lines, in small letters, hyphens among them
	stems   map[string]int // beginnings of them
	ends    map[string]int // the last letters of words
	divided bool           // the text was divided into syllables automatically
}

const stem = 6 // letters that make a beginning telling

// countWords counts the words inside the lines.
func (b *rebuilder) countWords() wordCount {
	c := wordCount{words: map[string]int{}, stems: map[string]int{}, ends: map[string]int{}}
	for i := range b.lines {
		c.count(string(b.lines[i].text))
	}
	for _, n := range b.notes {
		c.count(n.Text)
	}
	b.words = c
	soft, hard := 0, 0
	lines := 0
	for i := 0; i+1 < len(b.lines); i++ {
		text, next := b.lines[i].text, b.lines[i+1].text
		lines++
		if len(text) < 3 || !isHyphen(text[len(text)-1]) || len(next) == 0 || !unicode.IsLower(next[0]) {
			continue
		}
		if s, sure := b.isSoft(text, next); sure && s {
			soft++
		} else if sure {
			hard++
		}
	}
	c.divided = soft > hard && soft >= 3 || soft > 2*hard && soft >= 2
	return c
}

func (c *wordCount) count(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if strings.HasSuffix(word, "-") {
			continue
		}
		word = strings.ToLower(word)
		c.words[word]++
		runes := []rune(word)
		if len(runes) >= stem {
			c.stems[string(runes[:stem])]++
		}
		if len(runes) >= 3 {
			c.ends[string(runes[len(runes)-3:])]++
		}
	}
}

// isSoft decides whether the hyphen at the end of a line only divides a word. It is sure where the word stands elsewhere
// with or without it.
func (b *rebuilder) isSoft(text, next []rune) (soft, sure bool) {
	before, after := wordBefore(text[:len(text)-1]), wordAfter(next)
	if !unicode.IsLower(next[0]) || !strings.ContainsFunc(before, unicode.IsLower) || strings.ContainsFunc(before+after, unicode.IsDigit) {
		return false, true // Ибero-American, 4-летний, A/C.3-L.2: nobody divides those
	}
	before, after = strings.ToLower(before), strings.ToLower(after)
	solid, parted := before+after, before+"-"+after
	known := func(word string) bool { return b.isKnown(word) }
	switch {
	case b.words.words[parted] > 0 && b.words.words[solid] == 0:
		return false, true
	case b.words.words[solid] > 0:
		return true, true
	case known(solid) && !known(parted):
		return true, true
	case known(parted):
		return false, true
	}
	last := before[strings.LastIndexByte(before, '-')+1:]
	first, _, _ := strings.Cut(after, "-")
	whole := known(last) && known(first)
	likely := b.stemKnown(last + first)
	switch {
	case whole && !likely:
		return false, true
	case whole:
		return b.words.divided, false
	case likely, text[len(text)-1] == 0xad:
		return true, true
	case b.words.divided:
		return true, b.mayNotStand(last, first)
	}
	return false, known(last) || known(first)
}

// mayNotStand reports halves that cannot be words: of one letter, or without a vowel.
func (b *rebuilder) mayNotStand(last, first string) bool {
	return len([]rune(last)) < 3 || len([]rune(first)) < 4 || b.words.ends[string([]rune(last)[len([]rune(last))-3:])] == 0
}

func (b *rebuilder) isKnown(word string) bool {
	return b.words.words[word] > 0 || frequentWord(b.language, word) || b.options.Known != nil && b.options.Known(word)
}

// stemKnown reports a word of which another form stands in the text.
func (b *rebuilder) stemKnown(word string) bool {
	runes := []rune(word)
	return len(runes) >= stem && b.words.stems[string(runes[:stem])] > 0
}

// wordBefore is the word a text ends with, the hyphens inside it too.
func wordBefore(text []rune) string {
	at := len(text)
	for at > 0 && (unicode.IsLetter(text[at-1]) || unicode.IsDigit(text[at-1]) || text[at-1] == '-') {
		at--
	}
	return strings.Trim(string(text[at:]), "-")
}

// wordAfter is the word a text begins with.
func wordAfter(text []rune) string {
	at := 0
	for at < len(text) && (unicode.IsLetter(text[at]) || unicode.IsDigit(text[at]) || text[at] == '-' && at+1 < len(text) && unicode.IsLetter(text[at+1])) {
		at++
	}
	return string(text[:at])
}

func frequentWord(l resolution.Language, word string) bool { return false }
