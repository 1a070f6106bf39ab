package docx

import "strings"

// styles resolves what a style says, along the chain of styles it is based on. What was resolved once is kept.
type styles struct {
	nodes    map[string]*node
	fallback string // the style of paragraphs that name none
	known    map[string]*style
}

// style is what a chain of styles says of a paragraph or a run.
type style struct {
	numID    string // of a list, "" where the chain names none
	level    int
	listed   string // the style of the chain that names the list
	centred  bool
	heading  bool // Word shows it in the outline
	contents bool // a line of a table of contents
	before   int  // twentieths of a point
	after    int
	look
}

// look is what runs look like. Complex scripts, Arabic among them, have switches of their own.
type look struct {
	italic, italicComplex bool
	bold, boldComplex     bool
	raised, hidden        bool
	complex               bool   // the run is of a complex script
	font                  string // of Han characters
	set                   Look   // without Bold
}

// maxChain is how many styles may be based on one another.
const maxChain = 32

func readStyles(root *node) *styles {
	s := &styles{nodes: map[string]*node{}, known: map[string]*style{}}
	if root == nil {
		return s
	}
	for _, n := range root.kids {
		if n.name != "style" {
			continue
		}
		id := n.attr("styleId")
		if s.nodes[id] == nil {
			s.nodes[id] = n
		}
		if d := n.attr("default"); n.attr("type") == "paragraph" && d != "" && d != "0" && d != "false" {
			s.fallback = id
		}
	}
	s.nodes[documentDefaults] = defaults(root)
	return s
}

// documentDefaults is our name for what a document says of every paragraph and run; no style can bear it.
const documentDefaults = "\x00"

func defaults(root *node) *node {
	d := &node{}
	for _, path := range [][]string{{"docDefaults", "pPrDefault", "pPr"}, {"docDefaults", "rPrDefault", "rPr"}} {
		if n := root.get(path...); n != nil {
			d.kids = append(d.kids, n)
		}
	}
	return d
}

// of is the style with the given name; of "" it is what the document says of every paragraph.
func (s *styles) of(id string) *style {
	if id == "" {
		id = documentDefaults
	}
	return s.resolve(id, maxChain)
}

func (s *styles) resolve(id string, left int) *style {
	if known := s.known[id]; known != nil {
		return known
	}
	n := s.nodes[id]
	if n == nil || left == 0 {
		return &style{}
	}
	r := style{}
	if parent := n.get("basedOn").val(); parent != "" {
		r = *s.resolve(parent, left-1)
	} else if id != documentDefaults && n.attr("type") != "character" {
		r = *s.resolve(documentDefaults, left-1)
	}
	r.takeParagraph(n.get("pPr"), id)
	r.takeRun(n.get("rPr"))
	name := strings.ToLower(n.get("name").val())
	r.heading = r.heading || strings.HasPrefix(name, "heading ") || name == "title"
	r.contents = r.contents || strings.HasPrefix(name, "toc ") && len(name) == 5
	s.known[id] = &r
	return &r
}

// takeParagraph takes what paragraph properties say over what is known.
func (r *style) takeParagraph(ppr *node, id string) {
	if ppr == nil {
		return
	}
	for _, k := range ppr.kids {
		switch k.name {
		case "numPr":
			if list := k.get("numId"); list != nil {
				r.numID, r.level, r.listed = list.val(), 0, id
			}
			r.level = k.get("ilvl").number(r.level)
		case "jc":
			r.centred = k.val() == "center"
		case "outlineLvl":
			r.heading = k.number(9) < 9
		case "spacing":
			r.before, r.after = spacing(k, "before", r.before), spacing(k, "after", r.after)
		}
	}
}

func spacing(n *node, side string, other int) int {
	value := &node{attrs: []attribute{{"val", n.attr(side)}}}
	return value.number(other)
}

// takeRun takes what run properties say over what is known.
func (l *look) takeRun(rpr *node) {
	if rpr == nil {
		return
	}
	for _, k := range rpr.kids {
		switch k.name {
		case "i":
			l.italic = k.on()
		case "iCs":
			l.italicComplex = k.on()
		case "b":
			l.bold = k.on()
		case "bCs":
			l.boldComplex = k.on()
		case "rtl", "cs":
			l.complex = l.complex || k.on()
		case "vertAlign":
			l.raised = k.val() == "superscript"
		case "vanish":
			l.hidden = k.on()
		case "rFonts":
			if f := k.attr("eastAsia"); f != "" {
				l.font = f
			}
		default:
			l.set.takeLook(k)
		}
	}
}

// under is the look of a character style in a paragraph of a style: what both switch on is off again.
func (l look) under(paragraph look) look {
	l.italic, l.italicComplex = l.italic != paragraph.italic, l.italicComplex != paragraph.italicComplex
	l.bold, l.boldComplex = l.bold != paragraph.bold, l.boldComplex != paragraph.boldComplex
	l.raised, l.hidden, l.set = l.raised || paragraph.raised, l.hidden || paragraph.hidden, l.set|paragraph.set
	if l.font == "" {
		l.font = paragraph.font
	}
	return l
}

func (l look) isItalic() bool {
	if l.complex {
		return l.italicComplex
	}
	return l.italic || kaiti(l.font)
}

func (l look) isBold() bool {
	if l.complex {
		return l.boldComplex
	}
	return l.bold
}

// kaiti reports a font that Chinese texts use where others use italics.
func kaiti(font string) bool {
	font = strings.ToLower(font)
	return strings.Contains(font, "kai") || strings.Contains(font, "楷")
}
