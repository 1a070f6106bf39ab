package docx

import "strconv"

// seen is a paragraph as a view shows it: several of the file may have become one.
type seen struct {
	runs      []run
	layout    layout
	label     string // its automatic number
	depth     int    // of the label below the paragraph it belongs to, 0 = not known
	place     *paragraph
	container int
	boxes     []paragraph
	words     bool // it has words, or calls a note
}

// shows reports whether a view shows what was inserted or deleted so.
func (v View) shows(ins, del *Revision) bool {
	if v == Original {
		return ins == nil
	}
	return del == nil
}

// see reads paragraphs as a view shows them. Where the end of a paragraph was deleted, or inserted in the view of the
// original, the next one goes on in it; the properties are those of the first that has words.
func (v View) see(paragraphs []paragraph) []seen {
	var shown []seen
	var current *seen // its end is not shown
	flush := func() {
		if current != nil && current.words {
			shown = append(shown, *current)
		}
		if current != nil {
			shown = append(shown, v.see(current.boxes)...)
		}
		current = nil
	}
	for i := range paragraphs {
		p := &paragraphs[i]
		if current != nil && current.container != p.container {
			flush()
		}
		if current == nil {
			current = &seen{container: p.container}
		}
		if !current.words {
			current.layout, current.place = v.layout(p), p
		}
		current.add(v.runs(p))
		if len(current.boxes) == 0 {
			current.boxes = p.boxes[:len(p.boxes):len(p.boxes)]
		} else {
			current.boxes = append(current.boxes, p.boxes...)
		}
		if p.open || !v.shows(p.ins, p.del) {
			continue
		}
		shown = append(shown, *current)
		shown = append(shown, v.see(current.boxes)...)
		current = nil
	}
	flush()
	return shown
}

func (v View) layout(p *paragraph) layout {
	if v == Original && p.was != nil {
		return *p.was
	}
	return p.now
}

func (v View) runs(p *paragraph) []run {
	var shown []run
	for _, r := range p.runs {
		if !v.shows(r.ins, r.del) {
			continue
		}
		if v == Original && r.was != nil {
			r.italic, r.bold, r.raised, r.hidden = r.was.italic, r.was.bold, r.was.raised, r.was.hidden
		}
		shown = append(shown, r)
	}
	return shown
}

func (s *seen) add(runs []run) {
	s.runs = append(s.runs, runs...)
	for _, r := range runs {
		s.words = s.words || r.text != "" || r.call != nil
	}
}

// number gives paragraphs their automatic numbers. One without words is counted too: Word prints its number.
func (f *file) number(shown []seen) {
	c := newCounters(f.shelf.numbering)
	for i := range shown {
		if l := shown[i].layout; l.numID != "" {
			shown[i].label, shown[i].depth = c.next(l.numID, l.level), c.depth(l.numID, l.level)
		}
	}
}

// noteNumbers are the numbers of the notes that a view calls, in the order of their first calls.
type noteNumbers struct {
	of      map[noteKey]string
	order   []noteKey
	custom  map[noteKey]bool // their marks are typed before their texts too
	targets map[string]*call
	clash   bool // footnotes and endnotes bear the same numbers
}

// countNotes counts the notes that a view calls.
func (f *file) countNotes(shown []seen) *noteNumbers {
	n := &noteNumbers{of: map[noteKey]string{}, custom: map[noteKey]bool{}, targets: f.shelf.targets}
	counts := map[bool]int{}
	taken := map[string]bool{}
	for _, s := range shown {
		for _, r := range s.runs {
			if r.call == nil || r.hidden || r.call.target != "" || n.of[r.call.key] != "" {
				continue
			}
			key := r.call.key
			text := trim(r.call.mark)
			if !r.call.custom || text == "" {
				text = f.settings.count(key.end).counted(counts[key.end])
				counts[key.end]++
				for n.clash = n.clash || taken[text]; taken[text]; counts[key.end]++ {
					text = strconv.Itoa(counts[key.end] + 1)
				}
				taken[text] = true
			}
			n.of[key], n.custom[key] = text, r.call.custom
			n.order = append(n.order, key)
		}
	}
	return n
}

func (s settings) count(end bool) noteCount {
	if end {
		return s.end
	}
	return s.foot
}

// number is what a call prints.
func (n *noteNumbers) number(c *call) string {
	if c.target != "" {
		if to := n.targets[c.target]; to != nil && n.of[to.key] != "" {
			return n.of[to.key]
		}
		return trim(c.mark)
	}
	return n.of[c.key]
}
