package akn

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// What a file may ask of us. A resolution of fifty pages has some 100 kB of text in 5,000 elements; what is above these
// limits was made to do harm, or is no resolution.
const (
	maxBytes    = 64 << 20
	maxDepth    = 256
	maxElements = 400_000
	maxTokens   = 1_500_000
	maxText     = 8 << 20 // bytes
	maxNotes    = 5_000
	maxBlocks   = 50_000 // lines
)

// The sentences with which a file is refused. The file's name stands before them.
var (
	errTooLarge = errors.New("the XML file holds far more than any resolution and was not read: save the text you want as a file of its own")
	errDoctype  = errors.New("the XML file declares entities of its own (a document type), as no text needs, and was not read: ask for a file without them")
	errEncoding = errors.New("the XML file is written in an encoding that is not known here: save it as UTF-8")
	errEmpty    = errors.New("the XML file holds no words: ask for the text itself")
)

func damaged(err error) error {
	return fmt.Errorf("the XML file is damaged (%w): ask for a new copy", err)
}

// node is an element, or a stretch of text where name is empty.
type node struct {
	name  string // without its namespace
	space string
	attrs []xml.Attr
	kids  []*node
	text  string
	read  bool // a text that has its place in the draft
}

// attr is the value of an attribute of the standard, or of none of the namespaces.
func (n *node) attr(name string) string {
	value, _ := n.lookup("", name)
	return value
}

func (n *node) lookup(space, name string) (string, bool) {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space == space {
			return a.Value, true
		}
	}
	return "", false
}

// first is the first child of a name, nil where there is none, of a nil node too.
func (n *node) first(name string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// parse reads a file into a tree.
func parse(ctx context.Context, data []byte) (*node, error) {
	if len(data) > maxBytes {
		return nil, errTooLarge
	}
	x := xml.NewDecoder(transform.NewReader(bytes.NewReader(data), unicode.BOMOverride(encoding.Nop.NewDecoder())))
	x.CharsetReader, x.Entity = charset, xml.HTMLEntity
	g := &growing{ctx: ctx, open: []*node{{}}}
	for {
		token, err := x.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = g.take(token)
		}
		if err != nil {
			return nil, g.fault(err)
		}
	}
	for _, k := range g.open[0].kids {
		if k.name != "" {
			return k, nil
		}
	}
	return nil, errEmpty
}

// growing is a tree that grows; open are the elements that have begun, the outermost first.
type growing struct {
	ctx                    context.Context
	open                   []*node
	tokens, elements, text int
}

func (g *growing) take(token xml.Token) error {
	if g.tokens++; g.tokens > maxTokens {
		return errTooLarge
	}
	if g.tokens%1024 == 0 && g.ctx.Err() != nil {
		return g.ctx.Err()
	}
	top := g.open[len(g.open)-1]
	switch token := token.(type) {
	case xml.Directive:
		if bytes.ContainsRune(token, '[') || bytes.Contains(token, []byte("ENTITY")) {
			return errDoctype
		}
	case xml.StartElement:
		return g.start(top, token)
	case xml.EndElement:
		g.open = g.open[:len(g.open)-1]
	case xml.CharData:
		if g.text += len(token); g.text > maxText {
			return errTooLarge
		}
		top.kids = append(top.kids, &node{text: string(token)})
	}
	return nil
}

func (g *growing) start(top *node, token xml.StartElement) error {
	if g.elements += 1 + len(token.Attr)/8; g.elements > maxElements || len(g.open) > maxDepth {
		return errTooLarge
	}
	if len(g.open) == 1 && top.first(token.Name.Local) != nil {
		return errors.New("it has two roots")
	}
	n := &node{name: token.Name.Local, space: token.Name.Space, attrs: token.Attr}
	top.kids = append(top.kids, n)
	g.open = append(g.open, n)
	return nil
}

// fault says in a sentence for people why a file was not read.
func (g *growing) fault(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case strings.Contains(err.Error(), errEncoding.Error()): // the decoder does not wrap it
		return errEncoding
	case errors.Is(err, errTooLarge), errors.Is(err, errDoctype), g.ctx.Err() != nil:
		return err
	case errors.As(err, &syntax):
		return damaged(fmt.Errorf("line %d", syntax.Line))
	}
	return damaged(err)
}

// charsets are the encodings of one byte a letter that old files are written in.
var charsets = map[string]*charmap.Charmap{
	"iso-8859-1": charmap.ISO8859_1, "iso-8859-5": charmap.ISO8859_5, "iso-8859-6": charmap.ISO8859_6, "iso-8859-15": charmap.ISO8859_15,
	"windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252, "windows-1256": charmap.Windows1256, "koi8-r": charmap.KOI8R,
}

func charset(name string, source io.Reader) (io.Reader, error) {
	name = strings.ToLower(name)
	if c := charsets[name]; c != nil {
		return c.NewDecoder().Reader(source), nil
	}
	if name == "us-ascii" || strings.HasPrefix(name, "utf-16") {
		return source, nil // a byte order mark was followed before
	}
	return nil, errEncoding
}

// elsewhere are the roots of XML files that are no texts but hold some: what to do with them.
var elsewhere = map[string]string{
	"package":      "this is a Word document saved as XML: open it in Word and save it as .docx",
	"wordDocument": "this is a Word document saved as XML: open it in Word and save it as .docx",
	"tmx":          "this is a translation memory, which holds many texts in several languages: save the text you want as .txt",
	"svg":          "this is a picture: choose the file that holds the text",
}

func refused(root *node) error {
	if sentence := elsewhere[root.name]; sentence != "" {
		return errors.New(sentence)
	}
	return nil
}
