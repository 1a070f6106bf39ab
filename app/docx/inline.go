package docx

import (
	"strconv"
	"strings"
)

// skipped are elements of a line that hold none of its words.
var skipped = map[string]bool{
	"pPr": true, "rPr": true, "sectPr": true, "commentRangeStart": true, "commentRangeEnd": true, "sdtPr": true, "sdtEndPr": true,
	"customXmlPr": true, "smartTagPr": true, "rubyPr": true, "rt": true, "footnoteRef": true, "endnoteRef": true, "annotationRef": true,
}

// inline reads what stands in a line.
func (w *story) inline(kids []*node, s scope) {
	for _, k := range kids {
		switch k.name {
		case "r":
			w.run(k, s)
		case "ins", "del", "moveFrom", "moveTo":
			w.inline(k.kids, s.with(k))
		case "sdt":
			w.control(k, s, w.inline)
		case "fldSimple":
			f := &field{}
			f.code.WriteString(k.attr("instr"))
			f.separate()
			w.fields = append(w.fields, f)
			w.inline(k.kids, s)
			w.fields = w.fields[:len(w.fields)-1]
		case "bookmarkStart":
			w.bookmarks = append(w.bookmarks, k.attr("name"))
		case "m:t", "t":
			w.add(run{text: string(k.text)}, s)
		case "txbxContent":
			w.box(k, s)
		default:
			if !skipped[k.name] {
				w.inline(k.kids, s)
			}
		}
	}
}

// run reads a run.
func (w *story) run(n *node, s scope) {
	rpr := n.get("rPr")
	looks := w.lookOf(rpr, w.look)
	r := run{italic: looks.isItalic(), bold: looks.isBold(), raised: looks.raised, hidden: looks.hidden, set: looks.set}
	r.set.put(Bold, r.bold)
	if before := rpr.get("rPrChange", "rPr"); before != nil || w.was != w.look {
		if before == nil {
			before = rpr
		}
		looks = w.lookOf(before, w.was)
		r.was = &runWas{looks.isItalic(), looks.isBold(), looks.raised, looks.hidden}
	}
	var mark *call // waits for its custom mark
	for _, k := range n.kids {
		switch text := runText(k); {
		case text != "" && mark != nil && w.inCode() == nil:
			mark.mark += text
		case text != "":
			r.text = text
			w.add(r, s)
		case k.name == "footnoteReference", k.name == "endnoteReference":
			c := w.noteCall(k)
			if c.custom {
				mark = c
			}
			w.add(run{call: c, hidden: r.hidden}, s)
		case k.name == "commentReference":
			w.add(run{comment: k.attr("id")}, s)
		case k.name == "instrText", k.name == "delInstrText":
			if f := w.inCode(); f != nil {
				f.code.Write(k.text)
			}
		case k.name == "fldChar":
			w.fieldChar(k)
		case k.name == "drawing", k.name == "pict", k.name == "object":
			w.drawing(k, s)
		default:
			w.inline([]*node{k}, s)
		}
	}
}

// lookOf is what run properties make of the look of a paragraph.
func (w *story) lookOf(rpr *node, l look) look {
	if id := rpr.get("rStyle").val(); id != "" {
		l = w.styles.of(id).look.under(l)
	}
	l.takeRun(rpr)
	return l
}

// runText is what a part of a run prints, "" for what prints nothing.
func runText(k *node) string {
	switch k.name {
	case "t", "delText":
		return string(k.text)
	case "tab", "ptab":
		return "\t"
	case "br", "cr":
		return "\n"
	case "noBreakHyphen":
		return "\u2011"
	case "sym":
		return symbol(k.attr("font"), k.attr("char"))
	}
	return "" // a soft hyphen prints nothing either
}

// add puts a run into the paragraph at hand, unless it is the code of a field or the number a cross-reference shows.
func (w *story) add(r run, s scope) {
	if w.inCode() != nil {
		return
	}
	r.ins, r.del = s.ins, s.del
	if f := w.noteField(); f != nil && r.call == nil && r.comment == "" {
		if f.shown != nil {
			f.shown.mark += r.text
			return
		}
		f.shown = &call{mark: r.text, target: f.target}
		r.call, r.text = f.shown, ""
	}
	w.runs = append(w.runs, r)
}

// noteCall reads a call and lets the bookmarks before it point to it.
func (w *story) noteCall(k *node) *call {
	custom := k.attr("customMarkFollows")
	c := &call{key: noteKey{k.name[0] == 'e', k.attr("id")}, custom: custom != "" && custom != "0" && custom != "false" && custom != "off"}
	for _, name := range w.bookmarks {
		w.targets[name] = c
	}
	w.bookmarks = nil
	return c
}

// drawing reads the text boxes of a drawing. Words that are drawn otherwise belong to the picture.
func (w *story) drawing(n *node, s scope) {
	for _, k := range n.kids {
		switch k.name {
		case "txbxContent":
			w.box(k, s)
		case "a:t":
			if words := strings.TrimSpace(string(k.text)); words != "" {
				w.pictures = append(w.pictures, words)
			}
		default:
			w.drawing(k, s)
		}
	}
}

// box reads a text box: its paragraphs follow the one that it is anchored in.
func (w *story) box(n *node, s scope) {
	inner := &story{shelf: w.shelf, broken: w.broken}
	inner.newContainer()
	inner.blocks(n.kids, s)
	inner.loose(s)
	w.boxes = append(w.boxes, inner.paragraphs...)
}

// field is a field that has begun and not yet ended.
type field struct {
	code   strings.Builder
	result bool
	note   bool // a cross-reference to a note
	target string
	shown  *call
}

// fieldChar begins a field, ends its code, ends it.
func (w *story) fieldChar(k *node) {
	switch kind := k.attr("fldCharType"); {
	case kind == "begin":
		if !w.broken[k] {
			w.fields = append(w.fields, &field{})
		}
	case len(w.fields) == 0:
	case kind == "separate":
		w.fields[len(w.fields)-1].separate()
	case kind == "end":
		last := w.fields[len(w.fields)-1]
		w.fields = w.fields[:len(w.fields)-1]
		if name := strings.ToUpper(firstWord(last.code.String())); strings.HasPrefix(name, "AUTONUM") || name == "LISTNUM" {
			w.doubt("old-fields", name)
		}
	}
}

func firstWord(text string) string {
	for word := range strings.FieldsSeq(text) {
		return word
	}
	return ""
}

// separate ends the code of a field: what follows is what it shows.
func (f *field) separate() {
	f.result = true
	if words := strings.Fields(f.code.String()); len(words) > 1 && strings.EqualFold(words[0], "NOTEREF") {
		f.note, f.target = true, words[1]
	}
}

// inCode is the field whose code is being read, nil outside of one.
func (w *story) inCode() *field {
	for i := len(w.fields) - 1; i >= 0; i-- {
		if !w.fields[i].result {
			return w.fields[i]
		}
	}
	return nil
}

// noteField is the cross-reference to a note that is being shown.
func (w *story) noteField() *field {
	for _, f := range w.fields {
		if f.note {
			return f
		}
	}
	return nil
}

// endless finds the beginnings of fields without an end: what follows them is text.
func endless(root *node) map[*node]bool {
	var open []*node
	root.each(func(n *node) {
		if n.name != "fldChar" {
			return
		}
		switch n.attr("fldCharType") {
		case "begin":
			open = append(open, n)
		case "end":
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	})
	broken := map[*node]bool{}
	for _, n := range open {
		broken[n] = true
	}
	return broken
}

// each visits an element and all inside it.
func (n *node) each(do func(*node)) {
	do(n)
	for _, k := range n.kids {
		k.each(do)
	}
}

// symbolGreek are the letters of the Symbol font by their places in it.
const symbolGreek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ"

// symbolOthers are other signs of the Symbol font.
var symbolOthers = map[uint64]string{
	0xa2: "′", 0xa3: "≤", 0xa5: "∞", 0xab: "↔", 0xac: "←", 0xae: "→", 0xb0: "°", 0xb1: "±", 0xb2: "″", 0xb3: "≥", 0xb4: "×",
	0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbc: "…", 0xd7: "·", 0x2d: "−",
}

// symbol is a sign of a symbol font as text; a bullet where Unicode has nothing like it.
func symbol(font, char string) string {
	c, err := strconv.ParseUint(char, 16, 32)
	switch {
	case err != nil || c == 0:
		return ""
	case c < 0xf000 || c > 0xf0ff:
		return string(rune(c))
	}
	c -= 0xf000
	if !strings.EqualFold(font, "Symbol") {
		return "•"
	}
	if c >= 'A' && c < 'A'+uint64(len([]rune(symbolGreek))) {
		return string([]rune(symbolGreek)[c-'A'])
	}
	if s := symbolOthers[c]; s != "" {
		return s
	}
	if c > ' ' && c < 0x7f {
		return string(rune(c))
	}
	return "•"
}
