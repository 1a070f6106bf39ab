package akn

import (
	"strings"

	"mutatis/app/resolution"
)

// words is a line: its text, the calls in it, and the stretches that elements mark.
type words struct {
	text   []rune
	italic int // code points at the beginning that are in italics
	calls  []resolution.NoteCall
	marked []marked
	broken []int // places of forced line ends
}

// marked is a stretch of a line that an element says something of.
type marked struct{ name, text string }

func (w *words) tab() { w.text = append(w.text, '\t') }

// join puts a line behind this one.
func (w *words) join(more words) {
	if w.italic == len(w.text) {
		w.italic += more.italic
	}
	for _, n := range more.calls {
		n.Offset += len(w.text)
		w.calls = append(w.calls, n)
	}
	w.text = append(w.text, more.text...)
	w.marked = append(w.marked, more.marked...)
}

// isBlank reports what XML counts as a blank: no other space is one.
func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// collapse makes one blank of many and none at the ends.
func collapse(text string) string {
	return strings.Join(strings.FieldsFunc(text, isBlank), " ")
}

// liner reads one line.
type liner struct {
	*reader
	words
	exact   bool
	blank   bool // a blank waits for the next letter
	slanted bool // that blank is in italics
	printed bool // notes are printed as they call, as in a masthead
}

// line reads the words in some elements as one line.
func (r *reader) line(n *node, kids []*node) words {
	l := &liner{reader: r}
	if keep, _ := n.lookup("http://www.w3.org/XML/1998/namespace", "space"); r.ourFile() {
		l.exact = keep == "preserve"
	}
	l.printed = r.ourFile() && isHeadLine(n.attr("class"))
	for _, k := range kids {
		l.take(k, false)
	}
	if !l.exact {
		l.trim()
	}
	return l.words
}

// trim takes away a blank at the end, and moves calls that stood behind it.
func (l *liner) trim() {
	for len(l.text) > 0 && isBlank(l.text[len(l.text)-1]) {
		l.text = l.text[:len(l.text)-1]
	}
	for i := range l.calls {
		l.calls[i].Offset = min(l.calls[i].Offset, len(l.text))
	}
	l.italic = min(l.italic, len(l.text))
}

func (l *liner) take(n *node, italic bool) {
	switch n.name {
	case "":
		if !n.read {
			for _, r := range n.text {
				l.letter(r, italic)
			}
		}
		n.read = true
	case "authorialNote", "note":
		l.call(l.noteOf(n, ""))
	case "noteRef":
		l.call(l.referred(n))
	case "eol", "br":
		l.broken = append(l.broken, len(l.text))
		l.space()
		l.inside(n, italic)
	case "del":
		l.deletion(n)
	default:
		if !dropped[n.name] {
			l.inside(n, italic || l.isItalic(n))
		}
	}
}

// inside reads an element in a line. One that holds lines of its own is parted from its neighbours by blanks.
func (l *liner) inside(n *node, italic bool) {
	apart := blocks[n.name] || n.name == "td" || n.name == "th" || n.name == "num"
	if apart {
		l.space()
	}
	from := len(l.text)
	if l.blank && from > 0 {
		from++
	}
	for _, k := range n.kids {
		l.take(k, italic)
	}
	if name := markName(n); name != "" {
		l.marked = append(l.marked, marked{name, string(l.text[min(from, len(l.text)):])})
	}
	if apart {
		l.space()
	}
}

// markName is what an element says of its words, "" where it is nothing to us.
func markName(n *node) string {
	switch n.name {
	case "location", "docDate", "docProponent", "docTitle", "docNumber":
		return n.name
	case "inline":
		return n.attr("name")
	}
	return ""
}

// isItalic reports an element whose words are printed in italics. In a file of ours only one element marks an opening.
func (l *liner) isItalic(n *node) bool {
	if n.name == "i" {
		return true
	}
	return !l.ourFile() && (n.name == "em" || strings.Contains(n.attr("class")+n.attr("style"), "italic"))
}

func (l *liner) space() {
	if !l.exact && len(l.text) > 0 {
		l.blank = true
	}
}

func (l *liner) letter(r rune, italic bool) {
	if isBlank(r) && !l.exact {
		if !l.blank {
			l.slanted = italic
		}
		l.space()
		return
	}
	l.flush()
	l.put(r, italic)
}

// flush writes the blank that waits.
func (l *liner) flush() {
	if l.blank {
		l.blank = false
		l.put(' ', l.slanted)
	}
}

func (l *liner) put(r rune, italic bool) {
	if italic && l.italic == len(l.text) {
		l.italic++
	}
	l.text = append(l.text, r)
}

// call notes a call, or prints its number.
func (l *liner) call(number string) {
	if l.ourFile() { // of two files that look the same to people, only ours puts a blank before a call and means it
		l.flush()
	}
	if l.printed {
		for _, r := range number {
			l.put(r, false)
		}
		return
	}
	l.calls = append(l.calls, resolution.NoteCall{Number: number, Offset: len(l.text)})
}

// deletion leaves out what is marked as deleted, and keeps it beside the text.
func (l *liner) deletion(n *node) {
	if text := takeWords(n); text != "" {
		l.deleted++
		l.leftOut = append(l.leftOut, text)
	}
}

// takeWords is what stands in an element as one line, without calls. Words that have their place already are none of it.
func takeWords(n *node) string { return collapse(unreadWords(n)) }

func unreadWords(n *node) string {
	switch {
	case n.name == "" && n.read, dropped[n.name]:
		return ""
	case n.name == "":
		n.read = true
		return n.text
	}
	var b strings.Builder
	for _, k := range n.kids {
		if blocks[k.name] || k.name == "td" || k.name == "th" || k.name == "eol" || k.name == "br" {
			b.WriteString(" " + unreadWords(k) + " ")
			continue
		}
		b.WriteString(unreadWords(k))
	}
	return b.String()
}
