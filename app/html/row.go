package html

import (
	"strings"

	"mutatis/app/resolution"
)

// classNames are the classes of style.css; a colour there always stands beside a word.
var classNames = map[resolution.Class]markup{
	resolution.Same: "same", resolution.Changed: "changed", resolution.MovedOnly: "shifted",
	resolution.MovedChanged: "shifted", resolution.Split: "changed", resolution.Merged: "changed",
	resolution.New: "new", resolution.Gone: "gone",
}

// kindNames are the classes of style.css for kinds that do not look like a plain paragraph.
var kindNames = map[resolution.Kind]markup{
	resolution.Title: "title", resolution.Heading: "heading", resolution.Part: "heading", resolution.Annex: "heading",
	resolution.Masthead: "masthead", resolution.Table: "table", resolution.Closing: "closing",
}

// levelName is the class of a level; no level is too strange to be drawn.
func levelName(level int) markup {
	names := [...]markup{"", "level1", "level2", "level3", "level4"}
	return names[min(max(level, 0), len(names)-1)]
}

// row draws what stood, the label, what stands, and both in one; the view hides what it does not show.
func (p *page) row(r resolution.Row, older, newer resolution.Language, id string) {
	p.raw(`<tr role="row" class="row `, classNames[r.Class], `"`)
	p.attr("id", id)
	p.raw(">\n")
	p.side("older", r.Older, older, resolution.Row{})
	p.label(r)
	p.side("newer", r.Newer, newer, r)
	p.both(r, older, newer)
	p.raw("</tr>\n")
}

// side draws one text's cell of a row with the notes under it; r is empty for the older text, which has no news.
func (p *page) side(class markup, cells []resolution.Cell, l resolution.Language, r resolution.Row) {
	p.raw(`<td role="cell" class="`, class)
	if len(cells) == 0 {
		p.raw(" none")
	}
	p.raw(`">`)
	if len(cells) == 0 {
		p.hidden(p.words.say("redline.absent"))
	}
	for _, c := range cells {
		p.paragraph(c.Kind, c.Level, c.Runs, l)
		p.standing(c.Standing)
	}
	p.news(r)
	p.raw("</td>\n")
}

// both draws the two texts in one.
func (p *page) both(r resolution.Row, older, newer resolution.Language) {
	cells, l := r.Newer, newer
	if len(cells) == 0 {
		cells, l = r.Older, older
	}
	p.raw(`<td role="cell" class="both">`)
	if len(cells) > 0 {
		inline := r.Inline
		if len(inline) == 0 {
			inline = cells[0].Runs
		}
		p.paragraph(cells[0].Kind, cells[0].Level, inline, l)
	}
	for _, c := range r.Newer {
		p.standing(c.Standing)
	}
	p.news(r)
	p.raw("</td>\n")
}

func (p *page) paragraph(k resolution.Kind, level int, runs []resolution.Run, l resolution.Language) {
	p.raw("<p")
	p.class("text", kindNames[k], levelName(level))
	p.language(l)
	p.raw(">")
	p.runs(runs)
	p.raw("</p>")
}

// label heads a row: what delegates call the paragraph now, and what they called it before.
func (p *page) label(r resolution.Row) {
	p.raw(`<th scope="row" role="rowheader" class="label">`)
	label, before := r.Label(), resolution.CellLabels(r.Older)
	switch {
	case label == "":
		p.hidden(p.words.say(kindKey(r)))
	case before != "" && before != label && r.From == "":
		p.text(label)
		p.element("span", "was", p.words.with("redline.was", before))
	default:
		p.text(label)
	}
	p.raw("</th>\n")
}

// news says under a paragraph what became of it, how much that weighs and why.
func (p *page) news(r resolution.Row) {
	parts := []string{}
	if r.Class != "" && r.Class != resolution.Same {
		parts = append(parts, p.what(r))
	}
	if r.Weight != "" {
		parts = append(parts, p.words.say("weight."+string(r.Weight)))
	}
	if r.Reason != "" {
		parts = append(parts, r.Reason)
	}
	p.element("p", "news", strings.Join(parts, " · "))
}

// what names the class of a row: "moved from PP7", "split: OP3 → OP3, OP4".
func (p *page) what(r resolution.Row) string {
	switch {
	case r.From != "":
		return p.words.with("from."+string(r.Class), r.From)
	case r.Class == resolution.Split || r.Class == resolution.Merged:
		return p.words.say("class."+string(r.Class)) + ": " + resolution.CellLabels(r.Older) + " → " + resolution.CellLabels(r.Newer)
	}
	return p.words.say("class." + string(r.Class))
}

// standing says how far a paragraph is agreed; an open one needs no words.
func (p *page) standing(s resolution.Standing) {
	switch {
	case s.Lost:
		key := "lost." + string(s.Status)
		if _, known := p.words.table[key]; !known {
			key = "lost"
		}
		p.element("p", "standing lost", p.words.say(key))
	case s.Status != "" && s.Status != resolution.Open:
		p.element("p", "standing", p.words.say("status."+string(s.Status)))
	}
}

// kindKey is the key of the word for what a row is.
func kindKey(r resolution.Row) string {
	kind, _ := r.Kind()
	return "kind." + string(kind)
}
