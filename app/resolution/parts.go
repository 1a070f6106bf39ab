package resolution

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// parts counts the parts of a text: I, II; A, B; أولا, ثانيا; 一, 二.
type parts struct{ last []ordinal }

// follows reports whether a line is the number of the part that is due: the next of those that are open, or a first.
func (p *parts) follows(flat string) bool {
	_, _, ok := p.place(flat)
	return ok
}

// take counts a part.
func (p *parts) take(flat string) {
	if depth, o, ok := p.place(flat); ok {
		p.last = append(p.last[:depth:depth], o)
	}
}

func (p *parts) place(flat string) (depth int, o ordinal, ok bool) {
	counts := partOrdinals(flat)
	for depth := len(p.last) - 1; depth >= 0; depth-- {
		for _, o := range counts {
			if o.style == p.last[depth].style && o.n == p.last[depth].n+1 {
				return depth, o, true
			}
		}
	}
	for _, o := range counts {
		if o.n == 1 {
			for depth, last := range p.last {
				if last.style == o.style {
					return depth, o, true
				}
			}
			return len(p.last), o, true
		}
	}
	return 0, ordinal{}, false
}

// partTitle is a part's number with its title in one line: "I. General principles", 「一、导言」, «أولا - مقدمة».
var partTitle = regexp.MustCompile(`^([IVXLCХ]{1,6}|[A-Z])\. ?[-–]? ?(.*)$|^([一二三四五六七八九十]{1,3})、 ?(.*)$|^(\p{Arabic}{3,6}) ?[-–] ?(.*)$`)

// splitPart splits the line of a part into its number and its title; the number is "" where it is no such line.
func (g *grammar) splitPart(flat string) (number, title string) {
	if len(flat) < 44 && g.part.MatchString(flat) {
		return flat, ""
	}
	if len(flat) > 720 || utf8.RuneCountInString(flat) > 240 || !strings.ContainsAny(flat[:min(len(flat), 24)], ".、-–") {
		return "", ""
	}
	m := partTitle.FindStringSubmatch(latin(flat))
	if m == nil {
		return "", ""
	}
	number = m[1] + m[3] + m[5]
	if m[5] != "" && !g.part.MatchString(number) {
		return "", ""
	}
	title = m[2] + m[4] + m[6]
	return number, lastRunes(flat, title)
}

// partWords count parts in words.
var partWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"première": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4,
	"первая": 1, "вторая": 2, "третья": 3,
	"اولا": 1, "ثانيا": 2, "ثالثا": 3, "رابعا": 4, "خامسا": 5, "سادسا": 6, "سابعا": 7, "ثامنا": 8, "تاسعا": 9, "عاشرا": 10,
	"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5,
}

// partLetters are the Arabic names of the letters of lettered resolutions.
var partLetters = map[string]int{
	"الف": 1, "باء": 2, "جيم": 3, "دال": 4, "هاء": 5, "واو": 6, "زاي": 7, "حاء": 8, "طاء": 9, "ياء": 10,
}

// stems are the heavenly stems, which number parts in older Chinese texts.
const stems = "甲乙丙丁戊己庚辛壬癸"

// partOrdinals lists what the line of a part may count.
func partOrdinals(flat string) []ordinal {
	folded := string(foldOpening([]rune(flat)))
	for word := range strings.FieldsSeq(folded) {
		if n := partWords[word]; n > 0 {
			return []ordinal{{"word", n}}
		}
		if n := partLetters[word]; n > 0 {
			return []ordinal{{"name", n}}
		}
	}
	name := strings.TrimSuffix(strings.TrimPrefix(flat, "第"), "部分")
	if n := hanNumber(name); n > 0 {
		return []ordinal{{"han", n}}
	}
	if i := strings.Index(stems, name); name != "" && i >= 0 {
		return []ordinal{{"stem", utf8.RuneCountInString(stems[:i]) + 1}}
	}
	fields := strings.Fields(latin(flat))
	if len(fields) == 0 {
		return nil
	}
	last := fields[len(fields)-1]
	var found []ordinal
	if n := romanNumber(last); n > 0 && n < 40 && romanText(n) == last {
		found = append(found, ordinal{"ROMAN", n})
	}
	if len(last) == 1 && last[0] >= 'A' && last[0] <= 'Z' {
		found = append(found, ordinal{"LETTER", int(last[0]-'A') + 1})
	}
	if n := number(last); n > 0 {
		found = append(found, ordinal{"NUMBER", n})
	}
	return found
}
