package akn

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"mutatis/app/resolution"
)

// metadata is what a file says about its document.
type metadata struct {
	own            *node // of a file that Write wrote
	name           string
	symbol, number string
	date, dateName string
	language       string
	uri            string
	session        string // as the masthead of a file of ours says it
}

// find reads the first metadata of a document: those of its annexes follow.
func (m *metadata) find(root *node) {
	main := root
	if root.name == "akomaNtoso" {
		for _, k := range root.kids {
			if k.first("meta") != nil {
				main = k
				break
			}
		}
	}
	m.name = main.attr("name")
	meta := main.first("meta")
	identification := meta.first("identification")
	work := identification.first("FRBRWork")
	m.number, m.uri = valueOf(work.first("FRBRnumber")), valueOf(work.first("FRBRuri"))
	if date := work.first("FRBRdate"); date != nil {
		m.date, m.dateName = date.attr("date"), date.attr("name")
	}
	if alias := work.first("FRBRalias"); alias != nil && alias.attr("name") == "symbol" {
		m.symbol = alias.attr("value")
	}
	if l := identification.first("FRBRExpression").first("FRBRlanguage"); l != nil {
		m.language = l.attr("language")
	}
	if p := meta.first("proprietary"); p != nil {
		if d := p.first("draft"); d != nil && d.space == own {
			m.own = d
		}
	}
	if s := find(main.first("coverPage"), "session"); s != nil {
		m.session = s.attr("value")
	}
}

// find is the first element of a name inside another, however deep.
func find(n *node, name string) *node {
	if n == nil || n.name == name {
		return n
	}
	for _, k := range n.kids {
		if found := find(k, name); found != nil {
			return found
		}
	}
	return nil
}

func valueOf(n *node) string {
	if n == nil {
		return ""
	}
	return n.attr("value")
}

// ourFile reports a file that Write wrote: its elements mean exactly what they mean to us.
func (r *reader) ourFile() bool { return r.meta.own != nil }

// noteReader gives notes their numbers.
type noteReader struct {
	ids   map[string]*node // notes by their name
	order []*node          // as they stand in the file
	read  []readNote
}

type readNote struct {
	node *node
	note resolution.Footnote
}

// collect finds the notes of a document.
func (c *noteReader) collect(n *node) {
	if isNote(n) {
		c.order = append(c.order, n)
		for _, name := range []string{"eId", "id", "wId"} {
			if id := n.attr(name); id != "" && c.ids[id] == nil {
				c.ids[id] = n
			}
		}
	}
	for _, k := range n.kids {
		c.collect(k)
	}
}

// noteOf reads a note where it is called and answers its number. Printed is the number of the call, where the file tells.
func (r *reader) noteOf(n *node, printed string) string {
	for _, known := range r.notes.read {
		if known.node == n {
			return known.note.Number
		}
	}
	number, given := n.lookup("", "marker")
	if !r.ourFile() {
		number = cmp.Or(strings.Trim(collapse(number), "()[]"), printed)
	}
	if !given && printed == "" || number == "" && !r.ourFile() {
		number = strconv.Itoa(len(r.notes.read) + 1)
	}
	at := len(r.notes.read)
	r.notes.read = append(r.notes.read, readNote{n, resolution.Footnote{Number: number}})
	r.notes.read[at].note.Text = r.noteText(n, number)
	return number
}

// noteText is a note in one line, without its number where that is printed in it.
func (r *reader) noteText(n *node, number string) string {
	if only := onlyKid(n); only != nil && r.ourFile() {
		return string(r.line(only, only.kids).text)
	}
	line := r.line(&node{name: "note"}, n.kids)
	text := string(line.text)
	if len(n.kids) > 0 && number != "" {
		if first := firstLeaf(n); first != nil && (first.name == "sup" || first.name == "num") && first.holds(number) {
			text = strings.TrimSpace(strings.TrimPrefix(text, number))
		}
	}
	return text
}

// holds reports an element whose words are these.
func (n *node) holds(words string) bool {
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(k.text)
	}
	return collapse(b.String()) == words
}

// firstLeaf is the first element of a note that holds words and no other element.
func firstLeaf(n *node) *node {
	for _, k := range n.kids {
		switch {
		case k.name == "" && strings.TrimSpace(k.text) != "":
			return n
		case k.name != "" && hasWords(k):
			return firstLeaf(k)
		}
	}
	return nil
}

// referred answers the number of a note that is referred to.
func (r *reader) referred(n *node) string {
	number, given := n.lookup("", "marker")
	_, id, _ := strings.Cut(n.attr("href"), "#")
	note := r.notes.ids[id]
	switch {
	case note != nil && r.ourFile():
		return number
	case note != nil:
		return r.noteOf(note, strings.Trim(collapse(number), "()[]"))
	case given && r.ourFile():
		return number
	}
	return cmp.Or(strings.Trim(collapse(number), "()[]"), "?")
}

// restOfNotes reads the notes that nothing calls.
func (r *reader) restOfNotes() {
	for _, n := range r.notes.order {
		if !r.ourFile() || !strings.HasPrefix(n.attr("eId"), "fn_") || hasWords(n) || n.name == "note" {
			r.noteOf(n, "")
		}
	}
}

// footnotes are the notes in the order of the draft.
func (r *reader) footnotes() []resolution.Footnote {
	read := slices.Clone(r.notes.read)
	if r.ourFile() {
		place := func(n readNote) int {
			at, err := strconv.Atoi(strings.TrimPrefix(n.node.attr("eId"), "fn_"))
			if err != nil {
				return len(read) + 1
			}
			return at
		}
		slices.SortStableFunc(read, func(a, b readNote) int { return cmp.Compare(place(a), place(b)) })
	}
	var notes []resolution.Footnote
	for _, n := range read {
		notes = append(notes, n.note)
	}
	return notes
}

// isoDate is a date of the metadata without its time, "" where it is none.
func isoDate(date string) string {
	date, _, _ = strings.Cut(date, "T")
	if _, err := time.Parse(time.DateOnly, date); err != nil || date == noDate {
		return ""
	}
	return date
}
