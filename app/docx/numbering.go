package docx

import (
	"strconv"
	"strings"
)

// levels is how deep a list may go.
const levels = 9

// maxLabel is the longest text of a level that is believed, in bytes; Word writes no longer ones.
const maxLabel = 255

// numbering knows the lists of a file.
type numbering struct {
	lists map[string]*list
	kinds map[string]*listKind
}

// list is one use of a kind of list: "w:num". Lists of one kind count on together, unless one starts over.
type list struct {
	kind      *listKind
	levels    [levels]*level // instead of the kind's
	startOver [levels]int    // -1 where it does not
}

// listKind is "w:abstractNum".
type listKind struct {
	levels [levels]*level
	link   string // the style that names the list whose levels these are
}

// level says how the paragraphs of one level are numbered.
type level struct {
	start   int
	format  string // "decimal", "lowerLetter" …
	custom  string // "01, 02, 03" where format is custom
	text    string // "(%2)"
	restart int    // after which level it starts again: -1 = after every higher one, 0 = never
	legal   bool   // the numbers of higher levels are shown as digits
	style   string // paragraphs of this style are of this level
}

func readNumbering(root *node, s *styles) *numbering {
	n := &numbering{lists: map[string]*list{}, kinds: map[string]*listKind{}}
	if root == nil {
		return n
	}
	for _, k := range root.kids {
		if k.name == "abstractNum" {
			n.kinds[k.attr("abstractNumId")] = readKind(k)
		}
	}
	for _, k := range root.kids {
		if k.name == "num" {
			n.lists[k.attr("numId")] = n.readList(k)
		}
	}
	for _, k := range n.kinds {
		if l := n.lists[s.of(k.link).numID]; k.link != "" && l != nil && l.kind != nil {
			k.levels = l.kind.levels
		}
	}
	return n
}

func readKind(n *node) *listKind {
	k := &listKind{link: n.get("numStyleLink").val()}
	for _, l := range n.kids {
		if i, ok := levelOf(l); ok && l.name == "lvl" {
			k.levels[i] = readLevel(l)
		}
	}
	return k
}

func levelOf(n *node) (int, bool) {
	i, err := strconv.Atoi(n.attr("ilvl"))
	return i, err == nil && i >= 0 && i < levels
}

func readLevel(n *node) *level {
	l := &level{
		start: n.get("start").number(0), restart: n.get("lvlRestart").number(-1), legal: n.get("isLgl").on(),
		style: n.get("pStyle").val(), text: n.get("lvlText").val(), format: "decimal",
	}
	if f := n.get("numFmt"); f != nil {
		l.format, l.custom = f.val(), f.attr("format")
	}
	if len(l.text) > maxLabel {
		l.text = ""
	}
	return l
}

func (n *numbering) readList(num *node) *list {
	l := &list{kind: n.kinds[num.get("abstractNumId").val()]}
	for i := range l.startOver {
		l.startOver[i] = -1
	}
	for _, k := range num.kids {
		i, ok := levelOf(k)
		if !ok || k.name != "lvlOverride" {
			continue
		}
		l.startOver[i] = k.get("startOverride").number(-1)
		if own := k.get("lvl"); own != nil {
			l.levels[i] = readLevel(own)
		}
	}
	return l
}

func (l *list) level(i int) *level {
	if l.levels[i] != nil || l.kind == nil {
		return l.levels[i]
	}
	return l.kind.levels[i]
}

// start is the first number of a level.
func (l *list) start(i int) int {
	if l.startOver[i] >= 0 {
		return l.startOver[i]
	}
	if v := l.level(i); v != nil {
		return v.start
	}
	return 1
}

// levelOfStyle finds the level that is tied to a paragraph style.
func (n *numbering) levelOfStyle(numID, style string) (int, bool) {
	if l := n.lists[numID]; l != nil && style != "" {
		for i := range levels {
			if v := l.level(i); v != nil && v.style == style {
				return i, true
			}
		}
	}
	return 0, false
}

// counters count the paragraphs of a view.
type counters struct {
	numbering *numbering
	kinds     map[*listKind]*counter
	used      map[string]bool // lists, and their levels that started over
}

// counter is the last number of every level of a kind of list.
type counter struct {
	last  [levels]int
	begun [levels]bool
}

func newCounters(n *numbering) *counters {
	return &counters{numbering: n, kinds: map[*listKind]*counter{}, used: map[string]bool{}}
}

// next counts a paragraph and answers the label that Word prints before it: "3.", "(a)", "•"; "" where it prints none.
func (c *counters) next(numID string, at int) string {
	l := c.numbering.lists[numID]
	if l == nil || at < 0 || at >= levels || l.level(at) == nil || l.kind == nil {
		return ""
	}
	n := c.kinds[l.kind]
	if n == nil {
		n = &counter{}
		c.kinds[l.kind] = n
	}
	place := numID + "/" + strconv.Itoa(at)
	switch over := l.startOver[at] >= 0 && !c.used[place]; {
	case over || !n.begun[at]:
		n.last[at] = l.start(at)
	default:
		n.last[at]++
	}
	c.used[place], n.begun[at] = true, true
	for deeper := at + 1; deeper < levels; deeper++ {
		if v := l.level(deeper); v == nil || v.restart < 0 || at+1 <= v.restart {
			n.begun[deeper] = false
		}
	}
	return l.label(n, at)
}

// depth is how many levels of subparagraphs a list has down to a level. It is known from the second on only: the first
// may stand inside another list.
func (c *counters) depth(numID string, at int) int {
	l, depth := c.numbering.lists[numID], 0
	for i := 0; l != nil && i <= at && i < levels; i++ {
		if v := l.level(i); v != nil && !v.main() {
			depth++
		}
	}
	if depth < 2 {
		return 0
	}
	return depth
}

// main reports a level that numbers whole paragraphs: "1.", "1 -".
func (v *level) main() bool {
	return strings.HasPrefix(v.format, "decimal") && strings.HasPrefix(v.text, "%") && !strings.HasSuffix(v.text, ")")
}

// label writes the numbers of a level and of those above it into the level's text.
func (l *list) label(n *counter, at int) string {
	v := l.level(at)
	if v.format == "bullet" {
		return bullet(v.text)
	}
	var b strings.Builder
	for i := 0; i < len(v.text); i++ {
		digit := byte(0)
		if v.text[i] == '%' && i+1 < len(v.text) {
			digit = v.text[i+1]
		}
		if digit < '1' || digit > '9' {
			b.WriteByte(v.text[i])
			continue
		}
		i++
		b.WriteString(l.numeral(n, int(digit-'1'), v.legal && int(digit-'1') != at))
	}
	return strings.TrimSpace(b.String())
}

// numeral is the number of one level.
func (l *list) numeral(n *counter, at int, legal bool) string {
	v, number := l.level(at), n.last[at]
	if v == nil {
		return ""
	}
	if !n.begun[at] {
		number = l.start(at)
	}
	if legal {
		return strconv.Itoa(number)
	}
	return numeral(number, v.format, v.custom)
}

// bullet is a sign that can be printed in any font. Symbol fonts put theirs where Unicode has nothing.
func bullet(text string) string {
	switch text = strings.TrimSpace(text); text {
	case "-", "–", "—", "*", "·", "•", "◦", "‣", "▪", "●", "■", "□", "○":
		return text
	}
	return "•"
}
