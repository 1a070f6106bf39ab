package resolution

import (
	"regexp"
	"slices"
)

// ibid begins a note that repeats the one before it.
var ibid = regexp.MustCompile(`^(?:Ibid\b|Там же|同上|المرجع نفسه)`)

// calls looks at notes and their calls: each called, each there, in order. Stars are left out: they call the notes of a
// masthead.
func (c *checker) calls() {
	called := map[string]bool{}
	last := 0
	for i, p := range c.d.Paragraphs {
		for _, n := range p.Notes {
			count := number(n.Number)
			if !isNumber(n.Number) {
				called[n.Number] = true
				continue
			}
			switch _, there := c.d.Footnote(n.Number); {
			case !there:
				c.add(i, CheckNotes, Wrong, n.Offset, 0, "no-text", n.Number)
			case !called[n.Number] && count != last+1 && last > 0:
				c.add(i, CheckNotes, Doubtful, n.Offset, 0, "out-of-order", n.Number, last)
			}
			if !called[n.Number] {
				last = count
			}
			called[n.Number] = true
		}
	}
	c.notes(called)
}

// notes looks at the texts of the notes.
func (c *checker) notes(called map[string]bool) {
	for n, f := range c.d.Footnotes {
		if !isNumber(f.Number) {
			continue
		}
		switch {
		case !called[f.Number]:
			c.addNote(f.Number, CheckNotes, Wrong, "not-called")
		case slices.ContainsFunc(c.d.Footnotes[:n], func(g Footnote) bool { return g.Number == f.Number }):
			c.addNote(f.Number, CheckNotes, Wrong, "two-notes")
		case n == 0 && ibid.MatchString(f.Text):
			c.addNote(f.Number, CheckNotes, Wrong, "repeats-none")
		}
	}
}
