package docx

import (
	"slices"
	"strings"
	"time"

	"mutatis/app/resolution"
)

// Revision says who inserted or deleted something, and when.
type Revision struct {
	Author string
	Date   time.Time // zero where the file does not say
	Moved  bool      // deleted here and inserted elsewhere, or the other way round
}

// paragraph is a paragraph as the file has it, in all views at once.
type paragraph struct {
	runs      []run
	now       layout
	was       *layout // before a tracked change of its properties
	ins, del  *Revision
	open      bool // its end is hidden: the next goes on in its line
	container int  // the cell, box or stretch of the body it stands in
	table     int  // 0 outside of tables
	row, cell int
	boxes     []paragraph // text boxes anchored in it
}

// run is a stretch of text that looks one way, or a call of a note, or the place of a comment.
type run struct {
	text         string // with "\t" and "\n"
	italic, bold bool
	raised       bool
	hidden       bool
	set          Look
	ins, del     *Revision
	call         *call
	comment      string  // its id
	was          *runWas // where it looked otherwise before a tracked change
}

// runWas is what a run looked like before a tracked change.
type runWas struct{ italic, bold, raised, hidden bool }

// call is the place where a note is called.
type call struct {
	key    noteKey
	custom bool   // the mark is not counted, it follows in the text
	mark   string // the custom mark, or what a cross-reference shows
	target string // the bookmark a cross-reference points to
}

// layout is what matters of a paragraph's properties.
type layout struct {
	style    *style
	styleID  string
	numID    string
	level    int
	centred  bool
	heading  bool
	before   int
	after    int
	contents bool
}

// scope is the tracked change that everything inside stands in.
type scope struct{ ins, del *Revision }

// with is the scope inside an element that marks a change; other elements leave it as it is.
func (s scope) with(n *node) scope {
	switch n.name {
	case "ins", "cellIns":
		s.ins = revision(n, false)
	case "moveTo":
		s.ins = revision(n, true)
	case "del", "cellDel":
		s.del = revision(n, false)
	case "moveFrom":
		s.del = revision(n, true)
	}
	return s
}

// inside is the scope of what has the given properties.
func (s scope) inside(properties *node) scope {
	if properties != nil {
		for _, k := range properties.kids {
			s = s.with(k)
		}
	}
	return s
}

func revision(n *node, moved bool) *Revision {
	date, _ := time.Parse(time.RFC3339, n.attr("date"))
	return &Revision{Author: strings.TrimSpace(n.attr("author")), Date: date, Moved: moved}
}

// story walks through a part: the body, a note, a header.
type story struct {
	*shelf
	paragraphs []paragraph
	runs       []run // of the paragraph at hand
	boxes      []paragraph
	look, was  look // of its style, and of the one it had
	container  int
	table      int
	row, cell  int
	fields     []*field
	broken     map[*node]bool // fields that never end
	bookmarks  []string       // begun, still waiting for a note's call
}

// shelf is what all stories of a file share.
type shelf struct {
	styles     *styles
	numbering  *numbering
	containers int
	tables     int
	rows       int
	paragraphs int
	targets    map[string]*call // what bookmarks mark
	pictures   []string         // words in drawings
	problems   []resolution.Problem
}

func (s *shelf) doubt(key string, args ...any) {
	fresh := resolution.NewProblem(-1, key, args...)
	if !slices.ContainsFunc(s.problems, fresh.Same) {
		s.problems = append(s.problems, fresh)
	}
}

// read walks through what an element holds.
func (s *shelf) read(root *node) ([]paragraph, error) {
	w := &story{shelf: s, broken: endless(root)}
	w.newContainer()
	w.blocks(root.kids, scope{})
	w.loose(scope{})
	if s.paragraphs > maxBlocks {
		return nil, errTooLarge
	}
	return w.paragraphs, nil
}

func (w *story) newContainer() {
	w.containers++
	w.container = w.containers
}

// blocks reads paragraphs and tables.
func (w *story) blocks(kids []*node, s scope) {
	for _, k := range kids {
		switch k.name {
		case "p":
			w.loose(s)
			w.paragraph(k, s)
		case "tbl":
			w.loose(s)
			w.readTable(k, s)
		case "sdt":
			w.control(k, s, w.blocks)
		case "altChunk", "subDoc":
			w.doubt("embedded")
		case "ins", "del", "moveFrom", "moveTo":
			w.blocks(k.kids, s.with(k))
		case "r", "hyperlink", "fldSimple", "t": // not in a paragraph, as it should be
			w.inline([]*node{k}, s)
		default:
			if !strings.HasSuffix(k.name, "Pr") {
				w.blocks(k.kids, s)
			}
		}
	}
}

// loose makes a paragraph of runs that stood in none.
func (w *story) loose(s scope) {
	if len(w.runs) > 0 {
		w.finish(paragraph{now: w.layout(nil), ins: s.ins, del: s.del})
	}
}

// control reads a content control. What stands there until somebody writes something is no text.
func (w *story) control(n *node, s scope, read func([]*node, scope)) {
	content := n.get("sdtContent")
	switch {
	case content == nil:
	case n.get("sdtPr", "showingPlcHdr").on():
		if words := strings.Join(strings.Fields(plainWords(content)), " "); words != "" {
			w.pictures = append(w.pictures, words)
		}
	default:
		read(content.kids, s)
	}
}

// plainWords are all the words of an element.
func plainWords(n *node) string {
	var b strings.Builder
	n.eachText(func(t []byte) { b.Write(t) })
	return b.String()
}

func (n *node) eachText(do func([]byte)) {
	do(n.text)
	for _, k := range n.kids {
		k.eachText(do)
	}
}

func (w *story) paragraph(n *node, s scope) {
	ppr := n.get("pPr")
	p := paragraph{now: w.layout(ppr)}
	mark := s.inside(ppr.get("rPr"))
	p.ins, p.del = mark.ins, mark.del
	p.open = ppr.get("rPr", "vanish").on() || ppr.get("rPr", "specVanish").on()
	if changed := ppr.get("pPrChange"); changed != nil {
		was := w.layout(changed.get("pPr"))
		p.was = &was
	} else if ppr.get("numPr", "ins") != nil {
		was := p.now
		was.numID = ""
		p.was = &was
	}
	w.look, w.was = p.now.style.look, p.now.style.look
	if p.was != nil {
		w.was = p.was.style.look
	}
	w.inline(n.kids, s)
	w.finish(p)
}

// finish takes the runs read so far for a paragraph.
func (w *story) finish(p paragraph) {
	p.runs, p.boxes, w.runs, w.boxes = w.runs, w.boxes, nil, nil
	p.container, p.table, p.row, p.cell = w.container, w.table, w.row, w.cell
	w.bookmarks = nil
	if w.shelf.paragraphs++; w.shelf.paragraphs <= maxBlocks {
		w.paragraphs = append(w.paragraphs, p)
	}
}

// layout resolves the properties of a paragraph along its style.
func (w *story) layout(ppr *node) layout {
	id := ppr.get("pStyle").val()
	if w.styles.nodes[id] == nil {
		id = w.styles.fallback
	}
	s := w.styles.of(id)
	l := layout{style: s, styleID: id, numID: s.numID, level: s.level}
	if linked, ok := w.numbering.levelOfStyle(s.numID, id); ok {
		l.level = linked
	} else if linked, ok := w.numbering.levelOfStyle(s.numID, s.listed); ok {
		l.level = linked
	}
	own := *s
	own.takeParagraph(ppr, id)
	l.centred, l.heading, l.before, l.after, l.contents = own.centred, own.heading, own.before, own.after, own.contents
	if list := ppr.get("numPr"); list != nil {
		if number := list.get("numId"); number != nil {
			l.numID, l.level = number.val(), 0
		}
		l.level = list.get("ilvl").number(l.level)
	}
	if l.numID == "0" {
		l.numID = ""
	}
	return l
}

// readTable reads a table row by row. A table in a cell is part of the cell.
func (w *story) readTable(n *node, s scope) {
	outermost := w.table == 0
	if outermost {
		w.tables++
		w.table = w.tables
	}
	w.tableRows(n.kids, s, outermost)
	if outermost {
		w.table, w.row, w.cell = 0, 0, 0
	}
	w.newContainer()
}

func (w *story) tableRows(kids []*node, s scope, outermost bool) {
	for _, k := range kids {
		switch k.name {
		case "tr":
			if outermost {
				w.rows++
				w.row, w.cell = w.rows, 0
			}
			w.cells(k.kids, s.inside(k.get("trPr")), outermost)
		case "sdt":
			w.control(k, s, func(kids []*node, s scope) { w.tableRows(kids, s, outermost) })
		case "tblPr", "tblGrid":
		default:
			w.tableRows(k.kids, s.with(k), outermost)
		}
	}
}

func (w *story) cells(kids []*node, s scope, outermost bool) {
	for _, k := range kids {
		switch k.name {
		case "tc":
			if outermost {
				w.cell++
			}
			w.newContainer()
			inside := s.inside(k.get("tcPr"))
			w.blocks(k.kids, inside)
			w.loose(inside)
		case "sdt":
			w.control(k, s, func(kids []*node, s scope) { w.cells(kids, s, outermost) })
		case "trPr", "tblPrEx":
		default:
			w.cells(k.kids, s.with(k), outermost)
		}
	}
}
