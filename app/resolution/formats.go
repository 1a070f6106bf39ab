package resolution

import (
	"strings"
	"unicode/utf8"
)

// BodyStart is the index of the block with which the body begins, so that a reader of a format can tell the lines of a
// masthead from paragraphs: the organ's line, else the first paragraph; 0 where neither is found.
func BodyStart(blocks []Block) int { return newClassifier(blocks, nil, nil).bodyStart() }

// SplitLabel finds what looks like a number or label at the start of a line: "1.", "(a)", "1 -". Runes counts the code
// points before the words that follow it, the blank among them; it is 0 where there is no label. Whether the label is
// one depends on the paragraphs before it: a reader that sees it set apart, by a tab or in other type, may be sure.
func SplitLabel(line string) (label string, runes int) {
	l := parseLabel(plain(line))
	if l.text == "" {
		return "", 0
	}
	words := cutFlat(line, l.end)
	label = line[:len(line)-len(words)]
	return strings.TrimSpace(label), utf8.RuneCountInString(label)
}

// IsAnnexLine reports the line with which an annex begins: "Annex II", «Приложение».
func IsAnnexLine(text string, l Language) bool {
	return grammarOf(l).annex.MatchString(strings.TrimSpace(plain(text)))
}
