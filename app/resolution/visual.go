package resolution

import (
	"slices"
	"strings"
	"unicode"
)

// fewestVisual is how many words must end in the article before a text is taken for one written backwards.
const fewestVisual = 5

// isVisual reports Arabic text whose lines were stored as they look, from left to right: its words end in the article
// «لا» with which they should begin.
func isVisual(text string) bool {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return false
	}
	words, begin, end := 0, 0, 0
	for word := range strings.FieldsFuncSeq(unpresent(text), func(r rune) bool { return !unicode.Is(unicode.Arabic, r) && !isLetter(r) }) {
		if len(word) < 2*shortestVisual {
			continue
		}
		words++
		if strings.HasPrefix(word, "ال") || strings.HasPrefix(word, "وال") {
			begin++
		}
		if strings.HasSuffix(word, "لا") || strings.HasSuffix(word, "لاو") {
			end++
		}
	}
	return end >= fewestVisual && end > 3*begin && end*20 > words
}

// shortestVisual is how many letters a word must have to tell anything: «إلا» and «مثلا» end so by right.
const shortestVisual = 5

// fromVisual turns lines that were stored from left to right into the order in which they are read. Figures and words of
// other scripts keep their order, brackets are mirrored, marks stay behind their letters.
func fromVisual(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.ContainsFunc(l, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
			lines[i] = turnLine(l)
		}
	}
	return strings.Join(lines, "\n")
}

var mirrors = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«', '“': '”', '”': '“', '‘': '’', '’': '‘', '<': '>', '>': '<'}

func turnLine(line string) string {
	var clusters []string // letters with their marks, and runs that are read from left to right
	runes := []rune(line)
	for i := 0; i < len(runes); {
		end := i + 1
		switch {
		case leftward(runes[i]):
			end = leftwardEnd(runes, i)
		default:
			for end < len(runes) && unicode.Is(unicode.Mn, runes[end]) {
				end++
			}
			if m, ok := mirrors[runes[i]]; ok {
				runes[i] = m
			}
		}
		clusters = append(clusters, string(runes[i:end]))
		i = end
	}
	slices.Reverse(clusters)
	return strings.Join(clusters, "")
}

// leftward reports letters and digits that are read from left to right in any line.
func leftward(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.Is(unicode.Arabic, r)
}

// leftwardEnd is where the run ends that begins at rune i: with signs and single blanks between its letters and digits.
func leftwardEnd(runes []rune, i int) int {
	end := i + 1
	for k := end; k < len(runes) && k < end+3; k++ {
		switch {
		case leftward(runes[k]):
			end = k + 1
		case unicode.Is(unicode.Arabic, runes[k]), runes[k] == ' ' && (unicode.IsDigit(runes[end-1]) || k+1 < len(runes) && unicode.IsDigit(runes[k+1])):
			return end
		}
	}
	return end
}
