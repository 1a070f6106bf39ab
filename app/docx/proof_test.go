package docx

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// Reviewed are the words of a Word file as they stand once all its tracked changes are accepted, or rejected: every
// paragraph that has any, with calls as [^1], then the notes that are called. It shares no code with the reader: what one
// has misunderstood of the format the other need not.
func Reviewed(t testing.TB, data []byte, accept bool) []string {
	t.Helper()
	parts := unpacked(t, data)
	r := &review{gone: map[bool]string{true: "del", false: "ins"}[accept], notes: map[string]*element{}, next: 1}
	settings := parsed(t, parts["word/settings.xml"])
	if start := settings.find("footnotePr", "numStart"); start != nil {
		r.next, _ = strconv.Atoi(start.attrs["val"])
	}
	for _, n := range parsed(t, parts["word/footnotes.xml"]).kids {
		r.notes[n.attrs["id"]] = n
	}
	r.blocks(parsed(t, parts["word/document.xml"]).find("body"))
	r.blocks(parsed(t, parts["word/header1.xml"]))
	for i := 0; i < len(r.called); i++ {
		at := len(r.lines)
		r.own = r.marks[i]
		r.blocks(r.notes[r.called[i]])
		if len(r.lines) > at {
			r.lines[at] = "note " + r.lines[at]
		}
	}
	for _, f := range r.faults {
		t.Error(f)
	}
	return r.lines
}

// element is an element of XML; words are those directly in it.
type element struct {
	name  string
	attrs map[string]string
	kids  []*element
	words string
}

func parsed(t testing.TB, text string) *element {
	t.Helper()
	root := &element{}
	open := []*element{root}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		top := open[len(open)-1]
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.words += string(x)
		}
	}
	if len(root.kids) == 0 {
		return root
	}
	return root.kids[0]
}

// find goes down from child to child; nil where one is missing.
func (e *element) find(path ...string) *element {
	for _, name := range path {
		at := slices.IndexFunc(e.kids, func(k *element) bool { return k.name == name })
		if at < 0 {
			return nil
		}
		e = e.kids[at]
	}
	return e
}

// review collects what stays of a file.
type review struct {
	gone   string // the element whose content does not stay
	lines  []string
	open   string // words of a paragraph whose end is gone
	notes  map[string]*element
	called []string // their ids
	marks  []string // and their marks
	own    string   // of the note at hand
	next   int
	field  string // the code of the field at hand; its result follows
	faults []string
}

func (r *review) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

// blocks goes through paragraphs and tables. Nothing can go on in a table or behind the end of a cell.
func (r *review) blocks(e *element) {
	for _, k := range e.kids {
		switch k.name {
		case "p":
			r.open += r.inline(k, "")
			if k.find("pPr", "rPr", r.gone) == nil {
				r.endLine()
			}
		case "tbl":
			r.barrier("a table")
			r.blocks(k)
		case "tr":
			if k.find("trPr", r.gone) == nil {
				r.blocks(k)
			}
		case "tc":
			r.blocks(k)
			r.barrier("the end of a cell")
		}
	}
	r.barrier("the end")
}

func (r *review) barrier(what string) {
	if r.open != "" {
		r.fault("%q goes on in %s", r.open, what)
	}
	r.endLine()
}

func (r *review) endLine() {
	if strings.TrimSpace(r.open) != "" {
		r.lines = append(r.lines, strings.TrimSpace(r.open))
	}
	r.open = ""
}

// inline are the words in a paragraph; inside is "del" in what is deleted.
func (r *review) inline(e *element, inside string) string {
	var b strings.Builder
	for _, k := range e.kids {
		switch k.name {
		case r.gone, "pPr", "rPr":
		case "ins", "del":
			b.WriteString(r.inline(k, k.name))
		case "r":
			b.WriteString(r.run(k, inside))
		}
	}
	return b.String()
}

// run are the words of a run, or the mark of a note that it calls.
func (r *review) run(e *element, inside string) string {
	words, mark := "", ""
	for _, k := range e.kids {
		switch k.name {
		case "t", "delText":
			if (k.name == "delText") != (inside == "del") {
				r.fault("%q is in the wrong element %s", k.words, k.name)
			}
			words += k.words
		case "footnoteRef":
			words += r.own
		case "tab":
			words += "\t"
		case "br":
			words += "\n"
		case "noBreakHyphen":
			words += "\u2011"
		case "instrText", "delInstrText":
			r.field += k.words
		case "fldChar":
			if k.attrs["fldCharType"] != "separate" {
				r.field = ""
			}
		case "footnoteReference":
			mark = k.attrs["id"]
		}
	}
	switch {
	case mark != "":
		return r.call(mark, words, e.find("footnoteReference").attrs["customMarkFollows"] != "")
	case words != "" && strings.Contains(r.field, "NOTEREF"):
		return "[^" + words + "]"
	}
	return words
}

// call counts the notes whose marks are not their own.
func (r *review) call(id, words string, custom bool) string {
	if r.notes[id] == nil || slices.Contains(r.called, id) {
		r.fault("note %s is missing, or called twice", id)
		return ""
	}
	if !custom {
		words = strconv.Itoa(r.next)
		r.next++
	}
	r.called, r.marks = append(r.called, id), append(r.marks, words)
	return "[^" + words + "]"
}

// Shown are the words of a draft's paragraphs as a file must show them, in order; cells of a table one by one.
func Shown(d resolution.Draft) []string {
	var lines []string
	for _, p := range d.Paragraphs {
		runes := []rune(p.Text)
		text, from := "", 0
		for _, n := range p.Notes {
			to := max(min(n.Offset, len(runes)), from)
			text += string(runes[from:to]) + "[^" + n.Number + "]"
			from = to
		}
		text += string(runes[from:])
		cells := []string{text}
		if p.Kind == resolution.Table {
			cells = strings.Split(text, "\t")
		}
		for _, c := range cells {
			if c = strings.TrimSpace(c); c != "" {
				lines = append(lines, c)
			}
		}
	}
	return lines
}

// ReviewFault says how a file fails to show a draft once its changes are accepted or rejected: it must show what the
// draft's clean file shows, and in it every paragraph of the draft, in order, behind no more than its number.
func ReviewFault(t testing.TB, changes, clean []byte, d resolution.Draft, accept bool) string {
	t.Helper()
	got, want := Reviewed(t, changes, accept), Reviewed(t, clean, accept)
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			return fmt.Sprintf("accept %v, line %d:\n%q\nnot\n%q", accept, i, got[min(i, len(got)):min(i+2, len(got))], want[min(i, len(want)):min(i+2, len(want))])
		}
	}
	at := 0
	for _, words := range Shown(d) {
		for ; at < len(want) && !showsParagraph(want[at], words); at++ {
		}
		if at == len(want) {
			return fmt.Sprintf("%q is not in its place", words)
		}
		at++
	}
	return ""
}

// longestLabel is longer than any number of a paragraph, in code points.
const longestLabel = 24

func showsParagraph(line, words string) bool {
	if line == words {
		return true
	}
	label, rest, _ := strings.Cut(line, "\t")
	return rest == words && len([]rune(label)) < longestLabel
}
