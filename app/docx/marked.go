package docx

import (
	"slices"

	"mutatis/app/resolution"
)

// Marked is a paragraph of the file with its tracked changes.
type Marked struct {
	Older string // its automatic number before the changes, "" where it has none or was not there
	Newer string // and after them
	Runs  []Run
	End   Run // what became of its end: where it was deleted, the next paragraph goes on in this one. Text is empty
}

// Run is a stretch of text that one person inserted, or deleted, or that stood there before.
type Run struct {
	Text              string
	Italic, Bold      bool
	Note              string // the number of the note that is called here; then Text is empty
	Inserted, Deleted *Revision
}

// Mark is what became of a run. What was inserted and deleted again is deleted.
func (r Run) Mark() resolution.Mark {
	by, mark := r.Inserted, resolution.Inserted
	if r.Deleted != nil {
		by, mark = r.Deleted, resolution.Deleted
	}
	switch {
	case by == nil:
		return resolution.Kept
	case by.Moved:
		return resolution.Moved
	}
	return mark
}

// marked lists every paragraph of the file with its changes, those in text boxes behind the one they are anchored in.
func (f *file) marked(accepted *noteNumbers) []Marked {
	older, newer := f.labels(Original), f.labels(Accepted)
	original := f.countNotes(Original.see(f.body))
	var all []Marked
	var walk func([]paragraph)
	walk = func(paragraphs []paragraph) {
		for i := range paragraphs {
			p := &paragraphs[i]
			m := Marked{Older: older[p], Newer: newer[p], End: Run{Inserted: p.ins, Deleted: p.del}}
			for _, r := range p.runs {
				shown := Run{Text: r.text, Italic: r.italic, Bold: r.bold, Inserted: r.ins, Deleted: r.del}
				if r.call != nil {
					if shown.Note = accepted.number(r.call); shown.Note == "" {
						shown.Note = original.number(r.call)
					}
				}
				if !r.hidden && (shown.Text != "" || shown.Note != "") {
					m.Runs = append(m.Runs, shown)
				}
			}
			all = append(all, m)
			walk(p.boxes)
		}
	}
	walk(f.body)
	return all
}

// labels are the automatic numbers of a view.
func (f *file) labels(v View) map[*paragraph]string {
	shown := v.see(f.body)
	f.number(shown)
	labels := map[*paragraph]string{}
	for _, s := range shown {
		labels[s.place] = s.label
	}
	return labels
}

// Changer is who made tracked changes, and how many.
type Changer struct {
	Author string // "" where the file does not say
	Count  int
}

// changes counts the tracked changes of a file: what one person inserted without a word of others in between is one
// change, and so is what they deleted.
type changes struct {
	count int
	by    []Changer          // in the order in which they come first
	open  map[bool]*Revision // the insertion, and the deletion, that no kept word stands behind yet
}

// mostAuthors is how many of those who changed a file are named in a sentence.
const mostAuthors = 10

func (c *changes) authors() (names []string) {
	for _, x := range c.by {
		if x.Author != "" && len(names) < mostAuthors {
			names = append(names, x.Author)
		}
	}
	return names
}

// pass goes over words, or the end of a paragraph.
func (c *changes) pass(ins, del *Revision) {
	if ins == nil && del == nil {
		c.open = nil
		return
	}
	c.take(ins, true)
	c.take(del, false)
}

func (c *changes) take(r *Revision, inserted bool) {
	if r == nil {
		return
	}
	before := c.open[inserted]
	if c.open == nil {
		c.open = map[bool]*Revision{}
	}
	if c.open[inserted] = r; before != nil && before.Author == r.Author && before.Moved == r.Moved {
		return
	}
	c.count++
	at := slices.IndexFunc(c.by, func(x Changer) bool { return x.Author == r.Author })
	if at < 0 {
		at, c.by = len(c.by), append(c.by, Changer{Author: r.Author})
	}
	c.by[at].Count++
}

func (f *file) changes() changes {
	var c changes
	var walk func([]paragraph)
	walk = func(paragraphs []paragraph) {
		for _, p := range paragraphs {
			for _, r := range p.runs {
				if r.text != "" || r.call != nil || r.ins != nil || r.del != nil {
					c.pass(r.ins, r.del)
				}
			}
			c.pass(p.ins, p.del)
			walk(p.boxes)
		}
	}
	walk(f.body)
	for _, key := range f.order {
		walk(f.notes[key].paragraphs)
	}
	return c
}
