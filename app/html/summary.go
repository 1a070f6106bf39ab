package html

import (
	"strconv"

	"mutatis/app/resolution"
)

// classOrder is the order in which counts are given.
var classOrder = []resolution.Class{
	resolution.Same, resolution.Changed, resolution.MovedOnly, resolution.MovedChanged,
	resolution.Split, resolution.Merged, resolution.New, resolution.Gone,
}

var weightOrder = []resolution.Weight{resolution.Substantive, resolution.Technical, resolution.Editorial, ""}

// summary opens a comparison: how many paragraphs of each class, then every change, the heaviest first.
func (p *page) summary(r resolution.Redline) {
	p.raw(`<section class="summary" aria-labelledby="summary">`, "\n", `<h2 id="summary" class="heard">`)
	p.say("summary.title")
	p.raw("</h2>\n")
	p.counts(r)
	if n := changes(r.Rows); n > 0 {
		p.raw("<details open><summary>")
		p.text(p.words.say("summary.weights") + ": " + strconv.Itoa(n))
		p.raw("</summary>\n")
		for _, w := range weightOrder {
			p.weighed(r.Rows, w)
		}
		p.raw("</details>\n")
	}
	p.raw("</section>\n")
}

func (p *page) counts(r resolution.Redline) {
	p.raw(`<ul class="counts">`, "\n<li><b>")
	p.text(strconv.Itoa(len(r.Rows)))
	p.raw("</b> ")
	p.say("summary.paragraphs")
	p.raw("</li>\n")
	for _, c := range classOrder {
		if r.Counts[c] == 0 {
			continue
		}
		p.raw(`<li class="`, classNames[c], `"><b>`)
		p.text(strconv.Itoa(r.Counts[c]))
		p.raw("</b> ")
		p.say("class." + string(c))
		p.raw("</li>\n")
	}
	p.raw("</ul>\n")
}

func changes(rows []resolution.Row) int {
	n := 0
	for _, r := range rows {
		if r.Class != resolution.Same {
			n++
		}
	}
	return n
}

// weighed lists the changes of one weight, each a way to its place.
func (p *page) weighed(rows []resolution.Row, w resolution.Weight) {
	begun := false
	for i, r := range rows {
		if r.Class == resolution.Same || r.Weight != w {
			continue
		}
		if !begun {
			p.element("h3", "", p.words.say("weight."+string(w)))
			p.raw("<ul>\n")
			begun = true
		}
		p.raw("<li><a")
		p.attr("href", "#r"+strconv.Itoa(i+1))
		p.raw(">")
		p.text(p.name(r))
		p.raw("</a> ")
		p.text(p.what(r))
		if r.Reason != "" {
			p.text(": " + r.Reason)
		}
		p.raw("</li>\n")
	}
	if begun {
		p.raw("</ul>\n")
	}
}

// name is a row's label, or its kind where it has none.
func (p *page) name(r resolution.Row) string {
	if l := rowLabel(r); l != "" {
		return l
	}
	return p.words.say("kind." + string(rowKind(r)))
}
