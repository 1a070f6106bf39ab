package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// node is an element of a part. Elements of WordprocessingML have their bare name, others a prefix of ours.
type node struct {
	name  string
	attrs []attribute
	kids  []*node
	text  []byte // of elements that hold text
}

type attribute struct{ name, value string }

// spaces are the prefixes of the namespaces we know, in both forms of the standard.
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        "",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                    "",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             "r:",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":          "m:",
	"http://purl.oclc.org/ooxml/officeDocument/math":                      "m:",
	"http://schemas.openxmlformats.org/drawingml/2006/main":               "a:",
	"http://purl.oclc.org/ooxml/drawingml/main":                           "a:",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":         "mc:",
	"http://schemas.openxmlformats.org/package/2006/relationships":        "rel:",
	"http://www.w3.org/XML/1998/namespace":                                "xml:",
}

// holdsText names the elements whose characters count; those of others are blanks between elements.
var holdsText = map[string]bool{"t": true, "delText": true, "instrText": true, "delInstrText": true, "m:t": true, "a:t": true}

// weightless elements say how text looks or where a spelling mistake is, and are not kept.
var weightless = map[string]bool{
	"proofErr": true, "lastRenderedPageBreak": true, "lang": true, "sz": true, "szCs": true, "kern": true, "noProof": true,
	"tblBorders": true, "tcBorders": true, "tcW": true, "bookmarkEnd": true, "webHidden": true,
}

// tree reads XML into a tree. Where a file gives an alternative for older programs, only one of the two is kept.
func (p *pack) tree(r io.Reader) (*node, error) {
	x := xml.NewDecoder(r)
	grown := &tree{pack: p, open: []*node{{}}}
	root := grown.open[0]
	for {
		token, err := x.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = grown.take(token)
		}
		if err != nil {
			return nil, err
		}
	}
	if len(root.kids) != 1 {
		return nil, errors.New("it is empty")
	}
	return root.kids[0], nil
}

// tree is a tree that grows; open are the elements that have begun, the outermost first.
type tree struct {
	*pack
	open []*node
}

func (g *tree) take(token xml.Token) error {
	if g.tokens++; g.tokens > maxTokens {
		return errTooLarge
	}
	top := g.open[len(g.open)-1]
	switch token := token.(type) {
	case xml.Directive:
		return errDoctype
	case xml.StartElement:
		return g.start(top, newNode(token))
	case xml.EndElement:
		g.open = g.open[:len(g.open)-1]
		if top.name == "mc:AlternateContent" {
			g.open[len(g.open)-1].choose(top)
		}
	case xml.CharData:
		if !holdsText[top.name] {
			break
		}
		if g.text += len(token); g.text > maxText {
			return errTooLarge
		}
		top.text = append(top.text, token...)
	}
	return nil
}

func (g *tree) start(top, n *node) error {
	if g.elements += 1 + len(n.attrs)/8; g.elements > maxElements || len(g.open) > maxDepth {
		return errTooLarge
	}
	if len(g.open) == 1 && len(top.kids) > 0 {
		return errors.New("it has two roots")
	}
	if !weightless[n.name] {
		top.kids = append(top.kids, n)
	}
	g.open = append(g.open, n)
	return nil
}

func newNode(t xml.StartElement) *node {
	n := &node{name: qualified(t.Name)}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || strings.HasPrefix(a.Name.Local, "rsid") {
			continue
		}
		if name := qualified(a.Name); !strings.HasPrefix(name, "?") {
			n.attrs = append(n.attrs, attribute{name, a.Value})
		}
	}
	return n
}

// qualified is the local name with our prefix.
func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	prefix, ok := spaces[n.Space]
	if !ok {
		prefix = "?:"
	}
	return prefix + n.Local
}

// choose puts the better of two alternatives in the place of both: the first that holds text.
func (n *node) choose(alternative *node) {
	n.kids = n.kids[:len(n.kids)-1]
	var best *node
	for _, k := range alternative.kids {
		if best == nil || !best.holdsWords() && k.holdsWords() {
			best = k
		}
	}
	if best != nil {
		n.kids = append(n.kids, best.kids...)
	}
}

func (n *node) holdsWords() bool {
	if len(n.text) > 0 {
		return true
	}
	for _, k := range n.kids {
		if k.holdsWords() {
			return true
		}
	}
	return false
}

// get finds an element by its path; nil where there is none, of a nil node too.
func (n *node) get(path ...string) *node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		n = n.first(name)
	}
	return n
}

func (n *node) first(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// attr is the value of an attribute, "" where there is none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// val is what most elements say: their attribute "val".
func (n *node) val() string { return n.attr("val") }

// number is val as a number, or other where it is none.
func (n *node) number(other int) int {
	i, err := strconv.ParseInt(n.val(), 10, 32)
	if err != nil {
		return other
	}
	return int(i)
}

// on reports an element that switches something on.
func (n *node) on() bool {
	if n == nil {
		return false
	}
	switch n.val() {
	case "0", "false", "off":
		return false
	}
	return true
}
