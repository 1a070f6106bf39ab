package akn

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"mutatis/app/resolution"
)

// Write writes a draft as Akoma Ntoso, in the elements with which the United Nations mark resolutions up. Characters that
// XML cannot hold become U+FFFD.
func Write(w io.Writer, d resolution.Draft) error {
	x := &writer{draft: d, ids: map[string]bool{}, notes: bookNotes(d)}
	x.document()
	_, err := w.Write(x.b.Bytes())
	return err
}

// writer writes one draft. What no element of the standard holds is gathered in rest, for the attributes of ours.
type writer struct {
	b     bytes.Buffer
	draft resolution.Draft
	ids   map[string]bool // that are taken
	notes *notebook
	marks []span // in the paragraph at hand: fields that stand in its words
	rest  []string
}

// open begins an element with attributes, which are pairs of name and value.
func (x *writer) open(name string, attrs ...string) {
	x.b.WriteString("<" + name)
	x.attributes(attrs)
	x.b.WriteString(">")
}

// empty is an element without content.
func (x *writer) empty(name string, attrs ...string) {
	x.b.WriteString("<" + name)
	x.attributes(attrs)
	x.b.WriteString("/>")
}

func (x *writer) attributes(attrs []string) {
	for i := 0; i+1 < len(attrs); i += 2 {
		x.b.WriteString(" " + attrs[i] + `="`)
		x.text(attrs[i+1])
		x.b.WriteString(`"`)
	}
}

func (x *writer) close(names ...string) {
	for _, name := range names {
		x.b.WriteString("</" + name + ">")
	}
}

func (x *writer) line() { x.b.WriteString("\n") }

func (x *writer) text(s string) { _ = xml.EscapeText(&x.b, []byte(s)) } // a buffer takes everything

// leaf is an element with nothing but text.
func (x *writer) leaf(name, text string, attrs ...string) {
	x.open(name, attrs...)
	x.text(text)
	x.close(name)
}

// id is a name for an element that no other one bears.
func (x *writer) id(above, name string) string {
	if above != "" {
		name = above + "__" + name
	}
	free := name
	for n := 2; x.ids[free]; n++ {
		free = name + "_" + decimal(n)
	}
	x.ids[free] = true
	return free
}

// slug makes a number or label fit for a name: "(a)" is "a", "3 bis" is "3-bis"; "1" where nothing is left of it.
func slug(number string) string {
	words := strings.FieldsFunc(number, func(r rune) bool { return !isLetterOrDigit(r) })
	if len(words) == 0 {
		return "1"
	}
	return strings.ToLower(strings.Join(words, "-"))
}

// exact are the attributes of an element whose words would not outlive the rule that runs of blanks count as one.
func exact(text string) []string {
	if collapse(text) != text {
		return []string{"xml:space", "preserve"}
	}
	return nil
}

func (x *writer) document() {
	p := divide(x.draft.Paragraphs, x.draft.Language)
	inside := &writer{draft: x.draft, ids: x.ids, notes: x.notes} // written first: meta says what found no place in it
	inside.head(x.draft.Header)
	inside.content(p)
	x.rest = inside.rest
	x.b.WriteString(xml.Header)
	x.open("akomaNtoso", "xmlns", space, "xmlns:m", own)
	x.line()
	x.open("statement", "name", x.name(), "contains", "singleVersion")
	x.line()
	x.meta()
	x.b.Write(inside.b.Bytes())
	x.close("statement", "akomaNtoso")
	x.line()
}

// language is the attribute of a part of the document.
func (x *writer) language() []string {
	if codes[x.draft.Language] == "" {
		return nil
	}
	return []string{"xml:lang", string(x.draft.Language)}
}

func (x *writer) zone(name string, write func()) {
	x.open(name, x.language()...)
	x.line()
	write()
	x.close(name)
	x.line()
}

func (x *writer) content(p parts) {
	if len(p.preface) > 0 {
		x.zone("preface", func() { x.preface(p.preface) })
	}
	if len(p.preamble) > 0 {
		x.zone("preamble", func() { x.preamble(p.preamble) })
	}
	x.zone("mainBody", func() { x.body(p.body, body, "") })
	if len(p.conclusions) > 0 {
		x.zone("conclusions", func() { x.conclusions(p.conclusions) })
	}
	if len(p.annexes) > 0 {
		x.open("attachments")
		x.line()
		for i, a := range p.annexes {
			x.annex(a, i+1)
		}
		x.close("attachments")
		x.line()
	}
	x.closing(p.conclusions)
}

func (x *writer) annex(all []resolution.Paragraph, n int) {
	id := x.id("", "att_"+decimal(n))
	x.open("attachment", "eId", id)
	if isAnnexHeading(all[0]) {
		x.line0("heading", all[0], all[0].Kind, 0)
		all = all[1:]
	}
	x.line()
	x.open("doc", "name", "annex")
	x.line()
	x.open("meta")
	x.identification("annex_" + decimal(n))
	x.close("meta")
	x.line()
	x.zone("mainBody", func() { x.body(all, annex, id) })
	x.close("doc", "attachment")
	x.line()
}
