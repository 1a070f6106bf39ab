package html

import (
	"io"
	"strconv"

	"mutatis/app/resolution"
)

// WriteRedline writes a comparison: counts, changes by weight, then both texts side by side or in one. Whoever reads it
// chooses the view; nothing is folded away without its number on the page.
func WriteRedline(w io.Writer, r resolution.Redline, o Options) error {
	p := newPage(o)
	p.open(p.words.say("redline.title")+": "+captions(r), "redline", sheet(o), p.words.language)
	p.redlineHead(r)
	p.summary(r)
	p.views(o)
	p.raw("<main>\n")
	p.table(captions(r), r.Older, r.Newer, r.Rows, "r")
	if len(r.Footnotes) > 0 {
		p.element("h2", "", p.words.say("redline.footnotes"))
		p.table(p.words.say("redline.footnotes"), r.Older, r.Newer, r.Footnotes, "n")
	}
	p.raw("</main>\n")
	return p.close(w)
}

// sheet is the paper a view is printed on: two columns want it lying.
func sheet(o Options) markup {
	if o.Inline {
		return "@page{size:A4}\n"
	}
	return "@page{size:A4 landscape}\n"
}

func captions(r resolution.Redline) string { return r.Older.Name + " → " + r.Newer.Name }

func (p *page) redlineHead(r resolution.Redline) {
	p.raw("<header>\n")
	p.element("p", "kicker", p.words.say("redline.title"))
	p.element("h1", "", captions(r))
	if title := r.Newer.Title; title != "" {
		p.raw(`<p class="subject"`)
		p.language(r.Newer.Language)
		p.raw(">")
		p.text(title)
		p.raw("</p>\n")
	}
	p.raw("</header>\n")
}

// views are the choices a reader has. They stand before the tables as their siblings, so that style alone obeys them.
func (p *page) views(o Options) {
	p.choice("radio", "side", !o.Inline)
	p.choice("radio", "inline", o.Inline)
	p.choice("checkbox", "changes", o.ChangesOnly)
	p.raw(`<p class="legend">`)
	p.say("redline.legend")
	p.raw(" <ins>")
	p.say("mark.inserted")
	p.raw("</ins> <del>")
	p.say("mark.deleted")
	p.raw(`</del> <span class="moved">`)
	p.say("mark.moved")
	p.raw("</span></p>\n")
}

func (p *page) choice(kind, id markup, chosen bool) {
	p.raw(`<input type="`, kind, `" id="`, id, `"`)
	if kind == "radio" {
		p.raw(` name="view"`)
	}
	if chosen {
		p.raw(" checked")
	}
	p.raw(`><label for="`, id, `">`)
	p.say("view." + string(id))
	p.raw("</label>\n")
}

// table draws rows under their captions. The roles keep it a table for those who hear it where style lays it out
// otherwise. Unchanged rows next to one another form a body of their own that can be folded.
func (p *page) table(name string, older, newer resolution.Caption, rows []resolution.Row, prefix string) {
	p.raw(`<table class="rows" role="table"`)
	p.attr("aria-label", name)
	p.raw(">\n")
	p.columns(older, newer)
	for i := 0; i < len(rows); {
		n := sameRows(rows[i:])
		if n > 0 {
			p.raw(`<tbody class="same" role="rowgroup">`, "\n")
			p.folded(rows[i : i+n])
		} else {
			n = 1
			p.raw(`<tbody role="rowgroup">`, "\n")
		}
		for k := i; k < i+n; k++ {
			p.row(rows[k], older.Language, newer.Language, prefix+strconv.Itoa(k+1))
		}
		p.raw("</tbody>\n")
		i += n
	}
	p.raw("</table>\n")
}

// columns heads a table.
func (p *page) columns(older, newer resolution.Caption) {
	p.raw(`<thead role="rowgroup"><tr role="row">`)
	p.caption("older", "redline.older", older)
	p.raw(`<th scope="col" role="columnheader" class="label"><span class="heard">`)
	p.say("redline.paragraph")
	p.raw("</span></th>")
	p.caption("newer", "redline.newer", newer)
	p.raw(`<th scope="col" role="columnheader" class="both">`)
	p.say("redline.both")
	p.raw("</th></tr></thead>\n")
}

// sameRows counts the unchanged rows that rows begin with.
func sameRows(rows []resolution.Row) int {
	n := 0
	for n < len(rows) && rows[n].Class == resolution.Same {
		n++
	}
	return n
}

// caption heads a column.
func (p *page) caption(class markup, key string, c resolution.Caption) {
	p.raw(`<th scope="col" role="columnheader" class="`, class, `"><span class="heard">`)
	p.say(key)
	p.raw(": </span>")
	p.element("span", "name", c.Name)
	p.element("span", "detail", c.Detail)
	p.raw("</th>")
}

// folded stands in place of unchanged rows: how many, and which. Ticking it unfolds them.
func (p *page) folded(rows []resolution.Row) {
	p.raw(`<tr class="fold" role="row"><td colspan="3" role="cell"><label><input type="checkbox"> `)
	what := strconv.Itoa(len(rows))
	if span := labelSpan(rows); span != "" {
		what += " (" + span + ")"
	}
	p.text(p.words.with("view.folded", what))
	p.raw("</label></td></tr>\n")
}

// labelSpan names the first and the last paragraph of rows that have a label.
func labelSpan(rows []resolution.Row) string {
	first, last := "", ""
	for _, r := range rows {
		if l := r.Label(); l != "" {
			if first == "" {
				first = l
			}
			last = l
		}
	}
	if first == last {
		return first
	}
	return first + "–" + last
}
