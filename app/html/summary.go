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
	p.changes(r.Rows)
	p.raw("</section>\n")
}

func (p *page) counts(r resolution.Redline) {
	p.raw(`<ul class="counts">`, "\n")
	p.count("", p.words.say("summary.paragraphs"), len(r.Rows))
	for _, c := range classOrder {
		if r.Counts[c] > 0 {
			p.count(classNames[c], p.words.say("class."+string(c)), r.Counts[c])
		}
	}
	p.standings(r.Rows)
	p.raw("</ul>\n")
}

// standings counts how far the newer text is agreed.
func (p *page) standings(rows []resolution.Row) {
	counts, lost := map[resolution.Status]int{}, 0
	for _, r := range rows {
		for _, c := range r.Newer {
			if c.Standing.Lost {
				lost++
			} else {
				counts[c.Standing.Status]++
			}
		}
	}
	for _, s := range []resolution.Status{resolution.Agreed, resolution.AgreedAdRef, resolution.Bracketed} {
		if counts[s] > 0 {
			p.count("", p.words.say("status."+string(s)), counts[s])
		}
	}
	if lost > 0 {
		p.count("gone", p.words.say("lost"), lost)
	}
}

// count puts the number last, where no language bends the word after it.
func (p *page) count(class markup, word string, n int) {
	p.raw("<li")
	p.class(class)
	p.raw(">")
	p.text(word)
	p.raw(" <b>")
	p.text(strconv.Itoa(n))
	p.raw("</b></li>\n")
}

// changes lists what changed; where nothing was weighed it says nothing of weights.
func (p *page) changes(rows []resolution.Row) {
	n, heavy := 0, false
	for _, r := range rows {
		if r.Class != resolution.Same {
			n++
			heavy = heavy || r.Weight != ""
		}
	}
	if n == 0 {
		return
	}
	title, class := "summary.changes", markup("plain")
	if heavy {
		title, class = "summary.weights", ""
	}
	p.raw("<details open><summary>")
	p.text(p.words.say(title) + ": " + strconv.Itoa(n))
	p.raw("</summary>\n<div")
	p.class("weights", class)
	p.raw(">\n")
	for _, w := range weightOrder {
		p.weighed(rows, w, heavy)
	}
	p.raw("</div>\n</details>\n")
}

// weighed lists the changes of one weight, each a way to its place.
func (p *page) weighed(rows []resolution.Row, w resolution.Weight, headed bool) {
	begun := false
	for i, r := range rows {
		if r.Class == resolution.Same || r.Weight != w {
			continue
		}
		if !begun {
			p.raw("<div>\n")
			if headed {
				p.element("h3", "", p.words.say("weight."+string(w)))
			}
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
		p.raw("</ul>\n</div>\n")
	}
}

// name is a row's label, or its kind where it has none.
func (p *page) name(r resolution.Row) string {
	if l := r.Label(); l != "" {
		return l
	}
	return p.words.say(kindKey(r))
}
