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

// changes counts the tracked changes of a file.
type changes struct {
	count   int
	authors []string
}

func (f *file) changes() changes {
	var c changes
	seen := map[*Revision]bool{}
	take := func(revisions ...*Revision) {
		for _, r := range revisions {
			if r == nil || seen[r] {
				continue
			}
			seen[r] = true
			c.count++
			if r.Author != "" && !slices.Contains(c.authors, r.Author) && len(c.authors) < 10 {
				c.authors = append(c.authors, r.Author)
			}
		}
	}
	var walk func([]paragraph)
	walk = func(paragraphs []paragraph) {
		for _, p := range paragraphs {
			take(p.ins, p.del)
			for _, r := range p.runs {
				take(r.ins, r.del)
			}
			walk(p.boxes)
		}
	}
	walk(f.body)
	for _, key := range f.order {
		walk(f.notes[key].paragraphs)
	}
	return c
}
