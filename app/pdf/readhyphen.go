package pdf

import (
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// wordCount is what the words of a text say about hyphens at the ends of its lines.
type wordCount struct {
	words   map[string]int // words that stand inside lines, in small letters, hyphens among them
	divided bool           // the text was divided into syllables automatically
	kept    bool           // lines end in hyphens of the words' own, and in no others
}

const telling = 5 // letters that make a beginning or an end telling

// countWords counts the words inside the lines.
func (b *rebuilder) countWords() wordCount {
	c := wordCount{words: map[string]int{}}
	c.countLines(b.lines)
	for _, n := range b.noted {
		c.countLines(n.lines)
	}
	b.words = c
	c.divided = b.isDivided()
	return c
}

// countLines counts words that stand inside lines; halves of words at their ends do not count.
func (c *wordCount) countLines(lines []inkLine) {
	for i := range lines {
		text := lines[i].text
		if i > 0 && endsInHyphen(lines[i-1].text) {
			text = text[len([]rune(wordAfter(text))):]
		}
		if endsInHyphen(text) {
			text = text[:len(text)-1-len([]rune(wordBefore(text[:len(text)-1])))]
		}
		c.count(string(text))
	}
}

// isDivided reports a text whose words were divided at the ends of lines: there are many hyphens there, and most of
// them stand in words that have none elsewhere. Documents of the United Nations break words at their own hyphens only.
func (b *rebuilder) isDivided() bool {
	soft, hard, all := 0, 0, 0
	for i := 0; i+1 < len(b.lines); i++ {
		text, next := b.lines[i].text, b.lines[i+1].text
		if len(text) < 3 || !endsInHyphen(text) || len(next) == 0 || !unicode.IsLower(next[0]) {
			continue
		}
		all++
		switch isSoft, sure := b.isSoft(text, next); {
		case sure && isSoft:
			soft++
		case sure:
			hard++
		}
	}
	b.words.kept = hard > 0 && soft == 0
	return soft > hard && soft >= 3 || all*20 > len(b.lines) && hard*2 < all
}

func endsInHyphen(text []rune) bool { return len(text) > 0 && isHyphen(text[len(text)-1]) }

func (c *wordCount) count(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if strings.HasSuffix(word, "-") {
			continue
		}
		word = strings.ToLower(word)
		c.words[word]++
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
	likely := b.words.joins([]rune(last), []rune(first))
	switch {
	case resolution.Compound(b.language, last, first), !b.words.divided && b.words.kin(last, first):
		return false, true
	case whole && !likely:
		return false, true
	case whole:
		return b.words.divided, false
	case likely, text[len(text)-1] == 0xad:
		return true, true
	case b.words.divided:
		return true, b.mayNotStand(last, first)
	}
	return false, known(last) || known(first) || b.words.kept
}

// mayNotStand reports halves that can hardly be words of their own: short ones, or a first that ends as no other word
// of the text does.
func (b *rebuilder) mayNotStand(last, first string) bool {
	runes := []rune(last)
	return len(runes) < 3 || len([]rune(first)) < 4 || !b.words.any("", string(runes[len(runes)-3:]))
}

func (b *rebuilder) isKnown(word string) bool {
	return b.words.words[word] > 0 || resolution.FrequentWord(b.language, word) || b.options.Known != nil && b.options.Known(word)
}

// joins reports that another word of the text has the place where the halves meet: it begins with the first and two
// letters of the second, or ends with two letters of the first and the second.
func (c *wordCount) joins(last, first []rune) bool {
	n, m := min(2, len(first)), max(len(last)-2, 0)
	start, end := string(last)+string(first[:n]), string(last[m:])+string(first)
	return len(last)+n >= telling && c.any(start, "") || len(last)-m+len(first) > telling && c.any("", end)
}

// kin reports that the text has another word with a hyphen of which one half is a telling one of these: "medium-term", or
// "small-sized", beside "medium-sized".
func (c *wordCount) kin(last, first string) bool {
	for word := range c.words {
		if before, after, ok := strings.Cut(word, "-"); ok && (before == last && len([]rune(last)) >= telling || after == first && len([]rune(first)) >= telling) {
			return true
		}
	}
	return false
}

// any reports a word with the given start and end.
func (c *wordCount) any(start, end string) bool {
	for word := range c.words {
		if strings.HasPrefix(word, start) && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// wordBefore is the word a text ends with, the hyphens inside it too.
func wordBefore(text []rune) string {
	at := len(text)
	for at > 0 && (unicode.IsLetter(text[at-1]) || unicode.IsDigit(text[at-1]) || text[at-1] == '-') {
		at--
	}
	return strings.Trim(string(text[at:]), "-")
}

// wordAfter is the word a text begins with, without digits behind it.
func wordAfter(text []rune) string {
	at := 0
	for at < len(text) && (unicode.IsLetter(text[at]) || unicode.IsDigit(text[at]) && unicode.IsDigit(text[0]) || text[at] == '-' && at+1 < len(text) && unicode.IsLetter(text[at+1])) {
		at++
	}
	return string(text[:at])
}
