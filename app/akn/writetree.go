package akn

import (
	"slices"

	"mutatis/app/resolution"
)

// frame is an element of the body that is still open.
type frame struct {
	close []string // what closes it, the innermost first
	id    string
	list  bool
	part  bool
}

// tree writes the body of a document: parts, headings with what stands under them, paragraphs with their subparagraphs.
type tree struct {
	*writer
	zone   zone
	frames []frame
	above  string
}

func (x *writer) body(all []resolution.Paragraph, z zone, above string) {
	t := &tree{writer: x, zone: z, above: above}
	if len(all) == 0 {
		x.empty("p", "m:kind", none)
		x.line()
		return
	}
	for i := 0; i < len(all); i++ {
		p := all[i]
		var next *resolution.Paragraph
		if i+1 < len(all) && t.below(all[i+1]) {
			next = &all[i+1]
		}
		switch {
		case p.Kind == resolution.Part:
			t.unwind(func(frame) bool { return true })
			t.headed("part", p)
		case p.Kind == resolution.Heading:
			t.unwind(func(f frame) bool { return !f.part })
			t.headed("section", p)
		case p.Kind == resolution.Table:
			t.unwind(frame.isList)
			end := endOfTable(all, i)
			t.rows(all[i:end])
			i = end - 1
		case t.below(p):
			t.point(p, next)
		default:
			t.unwind(frame.isList)
			t.paragraph(p, next)
		}
	}
	t.unwind(func(frame) bool { return true })
}

// none is the kind of an element that stands only because the standard wants one.
const none = "none"

func (f frame) isList() bool { return f.list }

// unwind closes the innermost elements as long as they are of a kind.
func (t *tree) unwind(is func(frame) bool) {
	for len(t.frames) > 0 && is(t.frames[len(t.frames)-1]) {
		t.close(t.frames[len(t.frames)-1].close...)
		t.line()
		t.frames = t.frames[:len(t.frames)-1]
	}
}

// depth is how many lists are open.
func (t *tree) depth() int {
	n := 0
	for _, f := range t.frames {
		if f.list {
			n++
		}
	}
	return n
}

// newID names an element inside the open ones.
func (t *tree) newID(name string) string {
	if len(t.frames) > 0 {
		return t.id(t.frames[len(t.frames)-1].id, name)
	}
	return t.id(t.above, name)
}

// below reports a paragraph that stands in a list.
func (t *tree) below(p resolution.Paragraph) bool {
	_, below := t.zone.usual()
	return p.Kind == below && (below != resolution.Annex || p.Level > 0)
}

// headed begins a part, or what stands under a heading.
func (t *tree) headed(name string, p resolution.Paragraph) {
	short := map[string]string{"part": "part_", "section": "sec_"}[name]
	id := t.newID(short + slug(p.Number))
	t.open(name, append([]string{"eId", id}, t.exactly(p, p.Number, p.Kind, 0)...)...)
	if p.Number != "" {
		t.leaf("num", p.Number, exact(p.Number)...)
	}
	if p.Text != "" || len(p.Notes) > 0 {
		t.open("heading", exact(p.Text)...)
		t.whole(p)
		t.close("heading")
	}
	t.line()
	t.frames = append(t.frames, frame{close: []string{name}, id: id, part: name == "part"})
}

func (t *tree) rows(rows []resolution.Paragraph) {
	t.open("hcontainer", "eId", t.newID("table"), "name", string(resolution.Table))
	t.open("content")
	t.table(rows)
	t.close("content", "hcontainer")
	t.line()
}

// paragraph writes a paragraph of the body, and begins its list where one follows.
func (t *tree) paragraph(p resolution.Paragraph, next *resolution.Paragraph) {
	usual, _ := t.zone.usual()
	if p.Kind == usual {
		t.item("paragraph", "para_"+slug(p.Number), p, next, 0)
		return
	}
	t.item("hcontainer", string(p.Kind)+"_"+slug(p.Number), p, next, 0, "name", string(p.Kind))
}

// point writes a paragraph of a list, in the innermost that is open at most.
func (t *tree) point(p resolution.Paragraph, next *resolution.Paragraph) {
	level := min(max(p.Level, 1), max(t.depth(), 1))
	for t.depth() > level {
		t.unwindOne()
	}
	if t.depth() < level { // no paragraph before it
		id := t.newID("list")
		t.open("list", "eId", id)
		t.frames = append(t.frames, frame{close: []string{"list"}, id: id, list: true})
	}
	t.item("point", "point_"+slug(p.Number), p, next, level)
}

func (t *tree) unwindOne() {
	at := len(t.frames) - 1
	t.unwind(func(frame) bool { return len(t.frames)-1 == at })
}

// item writes an element with a number and words; the words are the beginning of a list where next is deeper.
func (t *tree) item(name, short string, p resolution.Paragraph, next *resolution.Paragraph, level int, attrs ...string) {
	id := t.newID(short)
	t.open(name, slices.Concat([]string{"eId", id}, attrs, t.exactly(p, p.Numeral(t.draft.Language), p.Kind, level))...)
	t.num(p)
	if next != nil && max(next.Level, 1) > level && level < maxLevel {
		list := t.id(id, "list")
		t.open("list", "eId", list)
		t.wrapped("intro", t.id(list, "intro"), p)
		t.line()
		t.frames = append(t.frames, frame{close: []string{"list", name}, id: list, list: true})
		return
	}
	t.wrapped("content", t.id(id, "content"), p)
	t.close(name)
	t.line()
}

func (t *tree) wrapped(name, id string, p resolution.Paragraph) {
	t.open(name, "eId", id)
	t.open("p", exact(p.Text)...)
	t.whole(p)
	t.close("p", name)
}
