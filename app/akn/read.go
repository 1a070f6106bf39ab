package akn

import (
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// item is a line of a document with what the elements around it say of it.
type item struct {
	zone    zone
	element string          // that the words or their number belong to: "paragraph", "p"
	kind    resolution.Kind // as the elements tell, "" where they do not
	num     string          // the number before the words, as printed
	level   int
	words   words
	own     map[string]string // attributes of ours
}

// owner is an element whose first words stand behind its number.
type owner struct {
	node    *node
	element string
	kind    resolution.Kind
	num     string
	level   int
	taken   bool
}

// place is where the reader is.
type place struct {
	zone  zone
	level int
	owner *owner
}

// reader reads the words of a document in their order.
type reader struct {
	meta    metadata
	items   []item
	head    []item // the lines of masthead and preface of a foreign file; of ours, of the masthead
	notes   noteReader
	leftOut []string
	deleted int // stretches that are marked as deleted

	root     string // the name of the first element
	standard bool   // the file is Akoma Ntoso
}

// longestName is how much of a strange element's name is told.
const longestName = 40

func newReader(root *node) *reader {
	name := []rune(root.name)
	r := &reader{root: string(name[:min(len(name), longestName)]), standard: root.name == "akomaNtoso" || root.first("meta") != nil}
	r.meta.find(root)
	r.notes.ids = map[string]*node{}
	r.notes.collect(root)
	return r
}

func (r *reader) document(root *node) {
	r.block(root, place{zone: body})
	r.restOfNotes()
	r.unread(root)
}

// unread keeps the words that stand where none should, beside the text.
func (r *reader) unread(n *node) {
	switch {
	case dropped[n.name], n == r.meta.own:
		return
	case n.name == "" && !n.read:
		if text := collapse(n.text); text != "" {
			r.leftOut = append(r.leftOut, text)
		}
	}
	for _, k := range n.kids {
		r.unread(k)
	}
}

// block reads an element that holds lines.
func (r *reader) block(n *node, p place) {
	switch {
	case n.name == "meta", dropped[n.name]: // words among the metadata are kept beside the text
		return
	case n.name == "table":
		r.table(n, p)
		return
	case carriers[n.name] && !holdsBlocks(n):
		r.carrier(n, n.kids, p)
		return
	}
	if z, ok := zones[n.name]; ok && !(p.zone == annex && z != conclusions) {
		p = place{zone: z}
	}
	if (numbered[n.name] || named[n.name]) && !(groups[n.name] && n.first("num") == nil) {
		r.numbered(n, p)
		return
	}
	r.kids(n, p, nil)
}

// kids reads what stands in an element; lines that stand in it without an element of their own are lines, too.
func (r *reader) kids(n *node, p place, but []*node) {
	var loose []*node
	apart := !r.standard && !hasText(n)
	flush := func() {
		if slices.ContainsFunc(loose, hasWords) {
			r.carrier(&node{name: "p", attrs: nil}, loose, p)
		}
		loose = nil
	}
	for _, k := range n.kids {
		switch {
		case slices.Contains(but, k), k.name == "num" && p.owner != nil && k == p.owner.node.first("num"):
		case k.name == "" || !r.isBlock(k):
			if loose = append(loose, k); apart {
				flush()
			}
		default:
			flush()
			r.block(k, p)
		}
	}
	flush()
}

// isBlock reports an element that is no part of a line. In a file that is no Akoma Ntoso any element that holds others
// and no text beside them is one.
func (r *reader) isBlock(n *node) bool {
	if isNote(n) {
		return false
	}
	if blocks[n.name] || carriers[n.name] || n.name == "meta" || dropped[n.name] || holdsBlocks(n) {
		return true
	}
	return !r.standard && !hasText(n) && slices.ContainsFunc(n.kids, func(k *node) bool { return k.name != "" })
}

// hasText reports an element with words between its elements.
func hasText(n *node) bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool { return k.name == "" && strings.TrimSpace(k.text) != "" })
}

// holdsBlocks reports an element with a line of its own somewhere in it, notes left out of account.
func holdsBlocks(n *node) bool {
	for _, k := range n.kids {
		if k.name == "" || isNote(k) {
			continue
		}
		if blocks[k.name] || holdsBlocks(k) {
			return true
		}
	}
	return false
}

func isNote(n *node) bool { return n.name == "authorialNote" || n.name == "note" }

// hasWords reports an element, or a text, with anything in it.
func hasWords(n *node) bool {
	return strings.TrimSpace(n.text) != "" || slices.ContainsFunc(n.kids, hasWords) || n.name == "noteRef"
}

// numbered reads an element with a number or a heading of its own.
func (r *reader) numbered(n *node, p place) {
	if n.name == "attachment" || n.name == "part" || n.name == "section" || !r.ourFile() && n.first("heading") != nil {
		r.headed(n, p)
		return
	}
	r.settle(p)
	o := &owner{node: n, element: n.name, kind: r.kindOf(n, p.zone), level: p.level}
	if num := n.first("num"); num != nil {
		o.num = takeWords(num)
	}
	if deeper[n.name] {
		o.level++
	}
	p.owner, p.level = o, o.level
	r.kids(n, p, nil)
	if !o.taken && (o.num != "" || r.ourFile() && n.first("content") != nil) {
		r.emit(n, words{}, p)
	}
}

// settle adds the number of an element without words of its own, before what stands in it.
func (r *reader) settle(p place) {
	if p.owner != nil && !p.owner.taken && p.owner.num != "" {
		r.emit(p.owner.node, words{}, p)
	}
}

// headed reads an element with a heading: the heading is a line of its own, what stands under it follows.
func (r *reader) headed(n *node, p place) {
	r.settle(p)
	kind := map[string]resolution.Kind{"attachment": resolution.Annex, "part": resolution.Part}[n.name]
	if kind == "" {
		kind = resolution.Heading
	}
	heading, num := n.first("heading"), n.first("num")
	var read []*node
	o := &owner{node: n, element: n.name, kind: kind}
	if num != nil {
		o.num = takeWords(num)
		read = append(read, num)
	}
	own := r.ourFile() && n.name != "attachment"
	switch at := (place{zone: p.zone, owner: o}); {
	case heading != nil:
		read = append(read, heading)
		if n.name == "attachment" {
			at.zone = annex
		}
		r.emit(heading, r.line(heading, heading.kids), at)
	case num != nil || own:
		r.emit(n, words{}, at)
	}
	r.kids(n, place{zone: p.zone, level: p.level}, read)
}

// kindOf is the kind of paragraph that an element holds, "" where it does not tell.
func (r *reader) kindOf(n *node, z zone) resolution.Kind {
	usual, below := z.usual()
	switch n.name {
	case "formula":
		if n.attr("name") == "enactingFormula" || z == preamble {
			return resolution.Organ
		}
	case "recital":
		return resolution.Preambular
	case "container", "hcontainer":
		return kindNamed(n.attr("name"))
	case "paragraph":
		return usual
	case "point":
		return below
	case "item":
		return resolution.Subparagraph
	}
	return ""
}

// carrier reads a line.
func (r *reader) carrier(n *node, kids []*node, p place) {
	if r.ourFile() {
		if kind, _ := n.lookup(own, "kind"); kind == none {
			return
		}
		if title := n.first("docTitle"); title != nil && p.zone == preface {
			r.title(n, title)
			return
		}
	}
	if p.zone == cover && !r.ourFile() && slices.ContainsFunc(kids, isHeadPart) && !hasText(n) {
		for _, k := range kids {
			if k.name != "" {
				r.emit(n, r.line(n, []*node{k}), p)
			}
		}
		return
	}
	r.emit(n, r.line(n, kids), p)
}

// isHeadPart reports an element that is a field of a masthead: of two in one line each is printed in a place of its own.
func isHeadPart(n *node) bool { return headParts[n.name] }

// title reads the title behind the number of the resolution, in a file of ours.
func (r *reader) title(n, title *node) {
	o := &owner{node: n, element: n.name, kind: resolution.Title}
	if number := n.first("docNumber"); number != nil {
		o.num = takeWords(number)
	}
	r.emit(n, r.line(title, title.kids), place{zone: preface, owner: o})
}

// emit adds a line to the document.
func (r *reader) emit(n *node, w words, p place) {
	i := item{zone: p.zone, element: n.name, level: p.level, words: w, own: map[string]string{}}
	if o := p.owner; o != nil && !o.taken {
		o.taken = true
		i.element, i.kind, i.num, i.level = o.element, o.kind, o.num, o.level
		i.ours(o.node)
	} else if p.zone == conclusions {
		i.kind = resolution.Closing
	}
	i.ours(n)
	if len(w.text) == 0 && len(w.calls) == 0 && i.num == "" && !r.ourFile() {
		return
	}
	if p.zone == cover || p.zone == preface && !r.ourFile() {
		i.element = n.attr("class")
		r.head = append(r.head, i)
		return
	}
	r.items = append(r.items, i)
}

// ours notes the attributes of ours on an element.
func (i *item) ours(n *node) {
	for _, a := range n.attrs {
		if a.Name.Space == own {
			i.own[a.Name.Local] = a.Value
		}
	}
}

// table reads rows; a tab parts their cells.
func (r *reader) table(n *node, p place) {
	if caption := n.first("caption"); caption != nil {
		r.block(caption, p)
	}
	for _, row := range rowsOf(n) {
		var w words
		for at, cell := range cellsOf(row) {
			if at > 0 {
				w.tab()
			}
			w.join(r.cell(cell))
		}
		if len(w.text) > 0 || r.ourFile() {
			i := item{zone: p.zone, element: "tr", kind: resolution.Table, words: w, own: map[string]string{}}
			i.ours(row)
			r.items = append(r.items, i)
		}
	}
	if p.owner != nil {
		p.owner.taken = p.owner.taken || p.owner.kind == resolution.Table
	}
}

// rowsOf are the rows of a table, whatever groups them.
func rowsOf(n *node) []*node {
	var rows []*node
	for _, k := range n.kids {
		switch {
		case k.name == "tr":
			rows = append(rows, k)
		case k.name == "caption":
		case k.name == "" && strings.TrimSpace(k.text) != "":
			rows = append(rows, &node{name: "tr", kids: []*node{k}})
		case k.name != "":
			rows = append(rows, rowsOf(k)...)
		}
	}
	return rows
}

// cellsOf are what stands in a row: cells, or words without one.
func cellsOf(row *node) []*node {
	var cells []*node
	for _, k := range row.kids {
		if k.name != "" || strings.TrimSpace(k.text) != "" {
			cells = append(cells, k)
		}
	}
	return cells
}

// cell reads the words of a cell in one line.
func (r *reader) cell(n *node) words {
	if only := onlyKid(n); only != nil && only.name == "p" {
		return r.line(only, only.kids)
	}
	if n.name == "" {
		return r.line(&node{name: "td"}, []*node{n})
	}
	return r.line(n, n.kids)
}

func onlyKid(n *node) *node {
	var only *node
	for _, k := range n.kids {
		if strings.TrimSpace(k.text) == "" && k.name == "" {
			continue
		}
		if only != nil {
			return nil
		}
		only = k
	}
	return only
}
