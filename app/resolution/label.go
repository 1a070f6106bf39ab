package resolution

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// label is the number or label a paragraph may begin with. Whether it is one depends on what was counted before it.
type label struct {
	text   string    // as printed, with its stop: "1.", "(a)", "’1‘"; "" = none
	end    int       // code points of the plain line before the paragraph's own words
	alone  bool      // nothing follows it
	main   int       // n of an operative paragraph, 0 for a subparagraph
	suffix string    // "bis", "alt 2"
	slot   Kind      // Preambular or Operative where the label says so: "PP3", "OP5 bis"
	counts []ordinal // what a subparagraph's label may count: "(i)" is the first roman and the ninth letter
}

// ordinal is a place in a way of counting.
type ordinal struct {
	style string // "latin", "roman", "cyrillic", "arabic", "han", "digit", "bullet"
	n     int
}

var (
	labelMain   = regexp.MustCompile(`^(\d{1,3})(?: ?(alt|альт|alt\.) ?(\d?))? ?(?:\. ?[-–](?: |$)|[.．、ـ]|-|–|—)(?: |$|([^\d\s]))`)
	labelSuffix = regexp.MustCompile(`^(\d{1,3})[ .-]{0,2}(` + suffixes + `)(?:[ -]?(\d))?(?: ?(alt|альт|alt\.) ?(\d?))? ?(?:\. ?[-–](?: |$)|[.．、):ـ]|-|–|—|(?: |$))(?: |$|([^\d\s]))?`)
	labelArabic = regexp.MustCompile(`^- ?(\d{1,3})(?: |$|([^\d\s/]))`)
	labelSlot   = regexp.MustCompile(`^(PP|OP|ПП|ДП|ОП|П|PD|DP|PO|PR|序|执)\s?(\d{1,3})(?: ?(bis|ter|quater|quinquies|бис|тер|кватер))?(?: ?(alt|альт)\.? ?(\d?))?\s?[.:)]?(?: |$)`)
	labelSub    = regexp.MustCompile(`^(?:\(([\p{L}\p{M}]{1,5}|\d{1,2})\)|([\p{L}\p{M}]{1,5}|\d{1,2})\))(?: |$|([^\s\p{P}]))`)
	labelQuoted = regexp.MustCompile(`^['’‘"“”](\d{1,2})['’‘"“”](?: |$|([^\s\d]))`)
	labelDotted = regexp.MustCompile(`^([a-z]|[ivx]{1,5}|[а-я])\.(?: |$)`)
	labelBullet = regexp.MustCompile(`^([•●▪◦·‣⁃∙■□–—-])(?: |$)`)
)

// slots are the labels of negotiation texts: preambular or operative.
var slots = map[string]Kind{
	"PP": Preambular, "ПП": Preambular, "PR": Preambular, "序": Preambular,
	"OP": Operative, "ОП": Operative, "ДП": Operative, "П": Operative, "PD": Preambular, "DP": Operative, "PO": Operative, "执": Operative,
}

// parseLabel reads what a flat line begins with, if it looks like a label.
func parseLabel(flat string) label {
	first, size := utf8.DecodeRuneInString(flat)
	switch {
	case size == 0:
		return label{}
	case first >= '0' && first <= '9':
		if m := labelSuffix.FindStringSubmatch(flat); m != nil {
			return mainLabel(flat, m[0], m[1], strings.Join(m[2:6], " "), m[6])
		}
		if m := labelMain.FindStringSubmatch(flat); m != nil {
			return mainLabel(flat, m[0], m[1], strings.TrimSpace(m[2]+" "+m[3]), m[4])
		}
		return subLabel(flat)
	case first == '(' || strings.Contains(flat[:min(len(flat), 24)], ")"):
		return subLabel(flat)
	case first == '-':
		if m := labelArabic.FindStringSubmatch(flat); m != nil {
			return mainLabel(flat, m[0], m[1], "", m[2])
		}
	case first == '\'' || first == '"' || first == '“' || first == '”':
		if m := labelQuoted.FindStringSubmatch(flat); m != nil {
			return newLabel(flat, m[0], m[2], ordinal{"digit", number(m[1])})
		}
	case first >= '㈠' && first <= '㈩':
		return newLabel(flat, string(first), "", ordinal{"han", int(first-'㈠') + 1})
	}
	return otherLabel(flat)
}

// bullet reports a bullet, which counts nothing.
func (l label) bullet() bool { return len(l.counts) == 1 && l.counts[0].style == "bullet" }

func mainLabel(flat, all, digits, suffix, glued string) label {
	l := newLabel(flat, all, glued)
	l.main, l.suffix = number(digits), strings.Join(strings.Fields(suffix), " ")
	l.counts = []ordinal{{"number", l.main}}
	return l
}

// newLabel is the label whose pattern matched all of the line's beginning and then, without a blank, glued.
func newLabel(flat, all, glued string, counts ...ordinal) label {
	all = strings.TrimSuffix(all, glued)
	return label{text: strings.TrimSpace(all), end: utf8.RuneCountInString(all), alone: len(all) == len(flat), counts: counts}
}

func subLabel(flat string) label {
	m := labelSub.FindStringSubmatch(flat)
	if m == nil {
		return otherLabel(flat)
	}
	counts := ordinals(m[1] + m[2])
	if counts == nil {
		return label{}
	}
	return newLabel(flat, m[0], m[3], counts...)
}

// otherLabel tries the rarer forms.
func otherLabel(flat string) label {
	if m := labelSlot.FindStringSubmatch(flat); m != nil {
		l := mainLabel(flat, m[0], m[2], m[3]+" "+m[4]+" "+m[5], "")
		l.slot = slots[m[1]]
		return l
	}
	if m := labelDotted.FindStringSubmatch(flat); m != nil {
		return newLabel(flat, m[0], "", dotted(ordinals(m[1]))...)
	}
	if m := labelBullet.FindStringSubmatch(flat); m != nil {
		return newLabel(flat, m[0], "", ordinal{"bullet", 0})
	}
	return label{}
}

// dotted keeps the ways of counting with a stop apart from those with a bracket.
func dotted(counts []ordinal) []ordinal {
	for i := range counts {
		counts[i].style += "."
	}
	return counts
}

var (
	letterOrders = map[string]string{
		"latin":     "abcdefghijklmnopqrstuvwxyz",
		"cyrillic":  "абвгдежзийклмнопрстуфхцчшщэюя",
		"cyrillic2": "абвгдежзиклмнопрстуфхцчшщэюя", // without й
		"arabic":    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
	}
	hanDigits = map[rune]int{'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10}
)

// ordinals lists what a label's inside may count.
func ordinals(inside string) []ordinal {
	if n, err := strconv.Atoi(inside); err == nil {
		return []ordinal{{"digit", n}}
	}
	var found []ordinal
	inside = strings.Map(narrow, inside)
	folded := latin(strings.ToLower(strings.NewReplacer("ـ", "", "ا", "أ", "إ", "أ", "هـ", "ه").Replace(inside)))
	if n := letterNumber(folded, letterOrders["latin"]); n > 0 {
		found = append(found, ordinal{"latin", n})
	}
	if n := romanNumber(strings.ToUpper(folded)); n > 0 && n < 40 && strings.ToLower(romanText(n)) == folded {
		found = append(found, ordinal{"roman", n})
	}
	for _, style := range []string{"cyrillic", "cyrillic2", "arabic"} {
		text := strings.ToLower(inside)
		if style == "arabic" {
			text = folded
		}
		if n := letterNumber(text, letterOrders[style]); n > 0 {
			found = append(found, ordinal{style, n})
		}
	}
	if n := hanNumber(inside); n > 0 {
		found = append(found, ordinal{"han", n})
	}
	return found
}

// narrow is a Latin letter of the width of a Chinese character as a Latin letter.
func narrow(r rune) rune {
	if r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' {
		return r - 'Ａ' + 'A'
	}
	return r
}

// letterNumber is the place of a letter in its order, 27 for a doubled first letter and so on; 0 where it has none.
func letterNumber(text, order string) int {
	runes := []rune(text)
	if len(runes) == 0 || len(runes) > 3 {
		return 0
	}
	for _, r := range runes {
		if r != runes[0] {
			return 0
		}
	}
	letters := []rune(order)
	for i, r := range letters {
		if r == runes[0] {
			return i + 1 + (len(runes)-1)*len(letters)
		}
	}
	return 0
}

// hanNumber reads 一 … 九十九.
func hanNumber(text string) int {
	n := 0
	for _, r := range text {
		d := hanDigits[r]
		switch {
		case d == 0:
			return 0
		case d == 10 && n > 0:
			n *= 10
		default:
			n += d
		}
	}
	return n
}

// romanText writes a number below forty.
func romanText(n int) string {
	ones := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}

// counter knows which label may come next.
type counter struct {
	main     int       // the last operative paragraph
	restart  bool      // the next may be number one again
	stack    []ordinal // the last label of each level of subparagraphs
	operates bool      // an operative paragraph was counted since the last restart
	colon    bool      // the last paragraph ends in a colon: a list may follow, numbered like paragraphs
}

// open lets the count begin again: after a part, an annex, an organ's line.
func (c *counter) open() { *c = counter{restart: true} }

// openPart lets the next paragraph be number one or go on counting.
func (c *counter) openPart() { c.restart, c.stack, c.operates = true, nil, false }

// follows reports whether a label is the one that is due. A skipped number passes only where the place is sure.
func (c *counter) follows(l label, sure bool) bool {
	switch {
	case l.text == "":
		return false
	case l.slot != "":
		return true
	case l.main > 0 && l.suffix != "":
		return l.main == c.main || l.main == c.main+1
	case l.main > 0:
		return l.main == c.main+1 || l.main == 1 && c.restart || c.inList(l) || sure && (l.main > c.main && l.main <= c.main+4 || l.main == 1)
	}
	_, _, ok := c.place(l, sure)
	return ok
}

// inList reports a number of a list inside an operative paragraph: "11. Approves the following agenda:", "1. Opening".
func (c *counter) inList(l label) bool {
	if l.main == 0 || l.suffix != "" || l.slot != "" || l.main == c.main+1 || c.restart || c.main < 2 {
		return false
	}
	if l.main == 1 {
		return c.colon
	}
	for _, last := range c.stack {
		if last.style == "number" && l.main == last.n+1 {
			return true
		}
	}
	return false
}

// take counts a label and answers the level of a subparagraph, 0 for an operative paragraph.
func (c *counter) take(l label) int {
	if (l.main > 0 || l.slot != "") && !c.inList(l) {
		if l.slot != Preambular {
			c.main, c.restart, c.operates = l.main, false, true
		}
		c.stack = nil
		return 0
	}
	level, o, ok := c.place(l, true)
	if !ok {
		return max(1, len(c.stack))
	}
	c.stack = append(c.stack[:level-1:level-1], o)
	return level
}

// takeAt counts a subparagraph whose level is known: "(i)" under "(h)" is the first roman, not the ninth letter.
func (c *counter) takeAt(l label, level int) int {
	for len(c.stack) < level {
		c.stack = append(c.stack, ordinal{})
	}
	last, counted := c.stack[level-1], ordinal{}
	for _, o := range l.counts {
		if o.style == last.style && o.n == last.n+1 {
			counted = o
			break
		}
		if counted.style == "" || o.n == 1 {
			counted = o
		}
	}
	c.stack = append(c.stack[:level-1:level-1], counted)
	return level
}

// close ends the subparagraphs of a paragraph.
func (c *counter) close() { c.stack = nil }

// place finds the level a subparagraph's label belongs to.
func (c *counter) place(l label, sure bool) (level int, o ordinal, ok bool) {
	for depth := len(c.stack); depth > 0; depth-- { // the next of a list that is open
		for _, o := range l.counts {
			if last := c.stack[depth-1]; o.style == last.style && (o.n == last.n+1 || o.style == "bullet") {
				return depth, o, true
			}
		}
	}
	for i := len(l.counts) - 1; i >= 0; i-- { // the first of a new list, inside or again
		if o := l.counts[i]; o.n == 1 || o.style == "bullet" {
			for depth, last := range c.stack {
				if last.style == o.style {
					return depth + 1, o, true
				}
			}
			return min(len(c.stack)+1, 4), o, true
		}
	}
	if !sure {
		return 0, ordinal{}, false
	}
	for depth := len(c.stack); depth > 0; depth-- { // one or two were lost
		for _, o := range l.counts {
			if last := c.stack[depth-1]; o.style == last.style && o.n > last.n && o.n <= last.n+3 {
				return depth, o, true
			}
		}
	}
	return 0, ordinal{}, false
}
