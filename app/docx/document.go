package docx

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// Comment is a remark somebody made at the edge of the page. It is never part of the text.
type Comment struct {
	Paragraph int // index in Draft.Paragraphs; -1 where it stands in the masthead or in a note
	Author    string
	Date      time.Time // zero where the file does not say
	Text      string
}

// document reads the file as a view shows it.
func (f *file) document(v View) (*Document, error) {
	shown := v.see(f.body)
	f.number(shown)
	b := &body{numbers: f.countNotes(shown)}
	b.lines(shown)
	if len(b.items) > maxBlocks {
		return nil, errTooLarge
	}
	f.mastheadOfHeaders(b, v)
	b.build()
	if len(b.blocks) == 0 {
		return nil, errEmpty
	}
	return f.classified(b, v), nil
}

// classified makes a document of the blocks, with all that is not text beside them.
func (f *file) classified(b *body, v View) *Document {
	notes := append(f.footnotes(b, v), b.notes...)
	left := append(b.leftOut, f.orphans(b.numbers)...)
	left = append(left, f.shelf.pictures...)
	d := &Document{Comments: f.commentsOf(b, v), Text: b.text(notes)}
	for _, c := range d.Comments {
		left = append(left, c.line())
	}
	d.Draft, d.Problems = resolution.Classify(b.blocks, notes, left)
	d.placeComments(b)
	d.Problems = append(d.Problems, f.shelf.problems...)
	if b.numbers.clash {
		d.doubt("same-notes")
	}
	if b.torn {
		d.doubt("torn-lines")
	}
	f.sayChanges(d, v)
	switch v {
	case Both:
		d.Marked = f.marked(b.numbers)
	case Original:
		d.Set = f.stretches(v)
	}
	return d
}

func (d *Document) doubt(key string, args ...any) {
	d.Problems = append(d.Problems, resolution.NewProblem(-1, key, args...))
}

// footnotes are the texts of the notes that are called, in the order of their calls.
func (f *file) footnotes(b *body, v View) []resolution.Footnote {
	var notes []resolution.Footnote
	for _, key := range b.numbers.order {
		n, ok := f.notes[key]
		if !ok {
			continue
		}
		text, hidden := f.words(n.paragraphs, v)
		b.leftOut = append(b.leftOut, hidden...)
		number := b.numbers.of[key]
		if rest, ok := strings.CutPrefix(text, number); ok && (!isDigits(number) || b.numbers.custom[key]) {
			text = strings.TrimSpace(rest) // a mark of its own stands in the text of the note
		}
		notes = append(notes, resolution.Footnote{Number: number, Text: text})
	}
	return notes
}

func isDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

// words is the text of paragraphs in one line.
func (f *file) words(paragraphs []paragraph, v View) (text string, hidden []string) {
	whole := piece{}
	none := &noteNumbers{of: map[noteKey]string{}}
	for _, s := range v.see(paragraphs) {
		pieces, h := assemble(s.runs, none)
		hidden = append(hidden, h...)
		for _, p := range pieces {
			whole.join(p)
		}
	}
	return string(whole.text), hidden
}

// orphans are the notes that nothing in the file calls, in any view.
func (f *file) orphans(n *noteNumbers) []string {
	called := map[noteKey]bool{}
	var walk func([]paragraph)
	walk = func(paragraphs []paragraph) {
		for _, p := range paragraphs {
			for _, r := range p.runs {
				if r.call != nil {
					called[r.call.key] = true
				}
			}
			walk(p.boxes)
		}
	}
	walk(f.body)
	var left []string
	for _, key := range f.order {
		if text, _ := f.words(f.notes[key].paragraphs, Accepted); !called[key] && text != "" {
			left = append(left, text)
		}
	}
	return left
}

// mastheadOfHeaders takes the masthead out of the running heads where the text itself has no symbol, and leaves the
// rest of them out, each line once.
func (f *file) mastheadOfHeaders(b *body, v View) {
	var head []item
	known := map[string]bool{}
	symbol := hasSymbol(b.items[:min(len(b.items), 40)])
	for _, first := range []bool{true, false} {
		for _, h := range f.headers {
			if h.first != first {
				continue
			}
			lines := f.headerLines(h, v)
			take := !symbol && !h.foot && hasSymbol(lines)
			for _, it := range lines {
				text := string(it.text)
				switch {
				case known[text] || it.empty():
				case take && (first || isSymbol(text)) && !symbol:
					head = append(head, it)
				default:
					b.leftOut = append(b.leftOut, text)
				}
				known[text] = true
			}
			symbol = symbol || take
		}
	}
	slices.SortStableFunc(head, func(a, b item) int { // behind the symbol a line may be taken for a title
		return boolInt(isSymbol(string(a.text))) - boolInt(isSymbol(string(b.text)))
	})
	b.head = head
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// headerLines are the lines of a running head, cut at tabs too.
func (f *file) headerLines(h header, v View) []item {
	var lines []item
	shown := v.see(h.paragraphs)
	for i := range shown {
		for _, part := range splitTabs(shown[i].runs) {
			pieces, _ := assemble(part, &noteNumbers{of: map[noteKey]string{}})
			for _, p := range pieces {
				lines = append(lines, item{piece: p, seen: &shown[i], space: 1})
			}
		}
	}
	return lines
}

// splitTabs cuts runs at tabs.
func splitTabs(runs []run) [][]run {
	parts := [][]run{nil}
	for _, r := range runs {
		for i, text := range strings.Split(r.text, "\t") {
			if i > 0 {
				parts = append(parts, nil)
			}
			r.text = text
			parts[len(parts)-1] = append(parts[len(parts)-1], r)
		}
	}
	return parts
}

func hasSymbol(lines []item) bool {
	return slices.ContainsFunc(lines, func(it item) bool { return isSymbol(string(it.text)) })
}

func isSymbol(text string) bool {
	if utf8.RuneCountInString(text) > 60 || !strings.Contains(text, "/") {
		return false
	}
	_, err := resolution.ParseSymbol(strings.TrimRight(text, "* "))
	return err == nil
}

// sayChanges says that the file has tracked changes and how they were read.
func (f *file) sayChanges(d *Document, v View) {
	c := f.changes()
	if d.Changes = c.by; c.count == 0 {
		return
	}
	how := map[View]string{Accepted: "accepted", Original: "rejected", Both: "accepted"}[v]
	if authors := c.authors(); len(authors) > 0 {
		d.doubt(how+"-by", c.count, strings.Join(authors, ", "))
		return
	}
	d.doubt(how, c.count)
}

// text is the words of all blocks, a paragraph a line.
func (b *body) text(notes []resolution.Footnote) string {
	var t strings.Builder
	for _, block := range b.blocks {
		t.WriteString(strings.TrimSpace(block.Label + " " + block.Text))
		t.WriteByte('\n')
	}
	for _, n := range notes {
		t.WriteString("\n" + n.Number + " " + n.Text)
	}
	return t.String()
}
