package akn

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
)

// ours makes the draft that Write wrote.
func (r *reader) ours() *Document {
	m, d := r.meta, resolution.Draft{}
	d.Symbol, d.Number, d.Date = m.symbol, m.number, isoDate(m.date)
	d.Language = languageOf(m.language)
	d.Stage = stageOf(m.name, m.symbol)
	d.Header, d.Sponsors = r.header()
	for _, n := range m.own.kids {
		text := unreadWords(n)
		switch n.name {
		case "sponsor":
			d.Sponsors = append(d.Sponsors, text)
		case "leftOut":
			d.LeftOut = append(d.LeftOut, text)
		}
	}
	d.Session = r.session()
	d.Closing = r.closed()
	r.overrule(&d)
	for _, i := range r.items {
		d.Paragraphs = append(d.Paragraphs, i.paragraph(d.Language))
	}
	d.Footnotes = r.footnotes()
	d.LeftOut = append(d.LeftOut, r.leftOut...)
	doc := &Document{Draft: d, Text: resolution.Text(d)}
	doc.doubtKinds()
	r.doubtDeletions(doc)
	return doc
}

// overrule follows the attributes that say what no element could.
func (r *reader) overrule(d *resolution.Draft) {
	language, stage := string(d.Language), string(d.Stage)
	for name, field := range map[string]*string{
		"language": &language, "stage": &stage, "date": &d.Date,
		"meeting": &d.Closing.Meeting, "closingDate": &d.Closing.Date, "vote": &d.Closing.Vote,
	} {
		if value, ok := r.meta.own.lookup("", name); ok {
			*field = value
		}
	}
	d.Language, d.Stage = resolution.Language(language), resolution.Stage(stage)
}

// header are the fields of the masthead, and the sponsors named in it.
func (r *reader) header() (h resolution.Header, sponsors []string) {
	for _, i := range r.head {
		text := joinWords(i.num, string(i.words.text))
		at := slices.IndexFunc(headFields, func(f headField) bool { return f.name == i.element && *f.of(&h) == "" })
		if at < 0 {
			h.Other = append(h.Other, text)
			continue
		}
		*headFields[at].of(&h) = text
		for _, m := range i.words.marked {
			if m.name == "docProponent" {
				sponsors = append(sponsors, m.text)
			}
		}
	}
	return h, sponsors
}

// session is the number of the session, as the masthead or the attributes of ours say.
func (r *reader) session() int {
	value := r.meta.own.attr("session")
	if value == "" {
		value = r.meta.session
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0
	}
	return n
}

// closed are the fields that the lines of the closing mark.
func (r *reader) closed() (c resolution.Closed) {
	fields := map[string]*string{"meeting": &c.Meeting, "closingDate": &c.Date, "vote": &c.Vote}
	for _, i := range r.items {
		if i.zone != conclusions {
			continue
		}
		for _, m := range i.words.marked {
			if field := fields[closingFields[m.name]]; field != nil {
				*field = joinWords(*field, m.text)
			}
		}
	}
	return c
}

// paragraph is the paragraph that a line of ours stands for.
func (i item) paragraph(l resolution.Language) resolution.Paragraph {
	p := resolution.Paragraph{Kind: i.kind, Level: i.level, Text: string(i.words.text), Opening: i.words.italic, Notes: i.words.calls}
	if kind := kindNamed(i.own["kind"]); kind != "" {
		p.Kind = kind
	}
	if p.Kind == "" {
		p.Kind = resolution.Unknown
	}
	for name, field := range map[string]*int{"level": &p.Level, "opening": &p.Opening} {
		if n, err := strconv.Atoi(i.own[name]); err == nil {
			*field = n
		}
	}
	p.Opening = min(max(p.Opening, 0), len(i.words.text))
	if number, ok := i.own["number"]; ok {
		p.Number = number
	} else {
		p.Number = bare(i.num, p, l)
	}
	return p
}

// doubtKinds tells of paragraphs that somebody put into a file of ours without saying what they are.
func (doc *Document) doubtKinds() {
	for i, p := range doc.Draft.Paragraphs {
		if p.Kind == resolution.Unknown {
			doc.Problems = append(doc.Problems, resolution.NewProblem(i, "kind"))
		}
	}
}

func (r *reader) doubtDeletions(doc *Document) {
	if r.deleted > 0 {
		doc.Problems = append(doc.Problems, resolution.NewProblem(-1, "accepted", r.deleted))
	}
}

// foreign makes a draft of a file of another program: what its elements say for certain is believed, the rest is
// recognised by the words as in any text.
func (r *reader) foreign() *Document {
	var blocks []resolution.Block
	for _, i := range r.head {
		for _, b := range i.lines() {
			b = before(b, b.Label)
			b.Kind = resolution.Masthead
			blocks = append(blocks, b)
		}
	}
	for _, i := range r.items {
		blocks = append(blocks, i.lines()...)
	}
	doc := &Document{Text: text(blocks, r.footnotes())}
	doc.Draft, doc.Problems = resolution.Classify(blocks, r.footnotes(), r.leftOut)
	r.complete(doc)
	r.doubtDeletions(doc)
	if !r.standard {
		doc.Problems = append(doc.Problems, resolution.NewProblem(-1, "other-xml", r.root))
	}
	return doc
}

// text is the words as they stand in the file.
func text(blocks []resolution.Block, notes []resolution.Footnote) string {
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString(joinWords(block.Label, block.Text) + "\n")
	}
	for _, n := range notes {
		b.WriteString(joinWords(n.Number, n.Text) + "\n")
	}
	return b.String()
}

// lines are a line as blocks: of a masthead and a closing every printed line is one.
func (i item) lines() []resolution.Block {
	b := resolution.Block{Text: string(i.words.text), Label: i.num, Kind: i.kind, Notes: i.words.calls, Italic: i.words.italic}
	if i.level > 1 {
		b.Level = i.level
	}
	switch {
	case i.kind == resolution.Part, i.kind == resolution.Heading, i.kind == resolution.Annex && i.element == "attachment":
		b = before(b, b.Label)
	case isWordy(b.Label):
		b = before(b, b.Label)
		b.Kind = ""
		if string(i.words.text) == "" {
			b.Kind = resolution.Heading
		}
	case b.Label != "", b.Kind == resolution.Operative, b.Kind == resolution.Subparagraph, b.Kind == resolution.Annex:
		b.Kind = "" // the number and the words tell
	}
	if i.zone == cover || i.zone == preface || i.zone == conclusions {
		return i.broken(b)
	}
	return []resolution.Block{b}
}

// before puts a number into the words behind it.
func before(b resolution.Block, label string) resolution.Block {
	if label == "" {
		return b
	}
	text := joinWords(label, b.Text)
	by := len([]rune(text)) - len([]rune(b.Text))
	notes := slices.Clone(b.Notes)
	for i := range notes {
		notes[i].Offset += by
	}
	b.Text, b.Label, b.Notes, b.Italic = text, "", notes, 0
	return b
}

// isWordy reports a number with a word in it, «Article 1»: it is no number of a list.
func isWordy(num string) bool {
	return strings.ContainsFunc(num, func(r rune) bool { return isBlank(r) }) && len([]rune(strings.Trim(num, "().0123456789 "))) > 3
}

// broken parts a block at its forced line ends.
func (i item) broken(b resolution.Block) []resolution.Block {
	var all []resolution.Block
	runes, at := []rune(b.Text), 0
	for _, end := range append(slices.Clone(i.words.broken), len(runes)) {
		end = min(max(end, at), len(runes))
		if text := strings.TrimSpace(string(runes[at:end])); text != "" {
			part := b
			part.Text, part.Notes, part.Italic = text, nil, 0
			for _, n := range b.Notes {
				if n.Offset > at && n.Offset <= end || n.Offset == 0 && at == 0 {
					n.Offset = min(max(n.Offset-at-blanksBefore(runes[at:end]), 0), len([]rune(text)))
					part.Notes = append(part.Notes, n)
				}
			}
			all = append(all, part)
		}
		at = end
	}
	if len(all) == 0 {
		return []resolution.Block{b}
	}
	return all
}

func blanksBefore(runes []rune) int {
	n := 0
	for n < len(runes) && isBlank(runes[n]) {
		n++
	}
	return n
}

// complete fills what the words did not tell from the metadata.
func (r *reader) complete(doc *Document) {
	d := &doc.Draft
	if l := oneOfSix(r.meta.language); d.Language == "" && l != "" {
		d.Language = l
		doc.Problems = slices.DeleteFunc(doc.Problems, func(p resolution.Problem) bool { return p.Key == "language" })
	}
	r.completeTitle(doc)
	if s, ok := symbolOfURI(r.meta.uri); d.Symbol == "" && ok {
		d.Symbol, d.Stage = s.String(), s.Stage()
		d.Number = cmp.Or(d.Number, strings.TrimPrefix(s.String(), s.Body+"/"))
		d.Session = cmp.Or(d.Session, s.SessionNumber())
	}
	if d.Date == "" && r.meta.dateName != "markup" {
		d.Date = isoDate(r.meta.date)
	}
}

// longestHead is how many lines of masthead and preface may stand before the title.
const longestHead = 60

// completeTitle takes the title that an element names out of the lines of the masthead that are nothing else.
func (r *reader) completeTitle(doc *Document) {
	d := &doc.Draft
	if d.Title() != "" {
		return
	}
	for _, i := range r.head[:min(len(r.head), longestHead)] {
		if i.zone != preface {
			continue
		}
		title := i.docTitle()
		at := slices.IndexFunc(d.Header.Other, func(l string) bool { return l == title })
		if title == "" || at < 0 {
			continue
		}
		d.Header.Other = slices.Delete(slices.Clone(d.Header.Other), at, at+1)
		d.Paragraphs = append([]resolution.Paragraph{{Kind: resolution.Title, Text: title}}, d.Paragraphs...)
		for k := range doc.Problems {
			if doc.Problems[k].Paragraph >= 0 {
				doc.Problems[k].Paragraph++
			}
		}
		return
	}
}

// docTitle is the line if an element or its class says that it is the title.
func (i item) docTitle() string {
	text := string(i.words.text)
	if i.element == "docTitle" {
		return text
	}
	for _, m := range i.words.marked {
		if m.name == "docTitle" && m.text == text {
			return text
		}
	}
	return ""
}

// symbolOfURI reads the symbol of a resolution out of its address: …/deliberation/unga/2025-03-25/79-275.
func symbolOfURI(uri string) (resolution.Symbol, bool) {
	parts := strings.Split(strings.Trim(strings.TrimPrefix(uri, root), "/"), "/")
	if !strings.HasPrefix(uri, root) || len(parts) < 2 {
		return resolution.Symbol{}, false
	}
	session, number, _ := strings.Cut(parts[len(parts)-1], "-")
	text := "A/RES/" + session + "/" + number
	if parts[0] != "unga" || number == "" || strings.Trim(session+number, "0123456789") != "" {
		return resolution.Symbol{}, false
	}
	s, err := resolution.ParseSymbol(text)
	return s, err == nil
}
