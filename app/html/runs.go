package html

import (
	"strings"

	"mutatis/app/resolution"
)

// pair is what stands before and after a stretch.
type pair struct{ open, close markup }

var markElement = map[resolution.Mark]pair{
	resolution.Inserted: {"<ins>", "</ins>"},
	resolution.Deleted:  {"<del>", "</del>"},
	resolution.Moved:    {`<span class="moved">`, "</span>"},
}

var styleElement = map[resolution.Style]pair{
	resolution.Italic:  {"<i>", "</i>"},
	resolution.Bold:    {"<b>", "</b>"},
	resolution.Call:    {"<sup>", "</sup>"},
	resolution.Numeral: {`<span class="numeral">`, "</span>"},
}

// runs draws runs one after another. Neighbours with the same mark share one element, so that a line under three runs
// is one line and a change is announced once.
func (p *page) runs(runs []resolution.Run) {
	for len(runs) > 0 {
		n := 1
		for n < len(runs) && runs[n].Mark == runs[0].Mark {
			n++
		}
		e := markElement[runs[0].Mark]
		p.raw(e.open)
		for _, r := range runs[:n] {
			p.run(r)
		}
		p.raw(e.close)
		runs = runs[n:]
	}
}

// run draws one run. A document it cites is named in a title: a link would leave the file.
func (p *page) run(r resolution.Run) {
	e := styleElement[r.Style]
	p.raw(e.open)
	if r.Link != "" {
		p.raw(`<span class="cited"`)
		p.attr("title", r.Link)
		p.raw(">")
	}
	for i, line := range strings.Split(r.Text, "\n") {
		if i > 0 {
			p.raw("<br>")
		}
		p.text(line)
	}
	if r.Link != "" {
		p.raw("</span>")
	}
	p.raw(e.close)
}
