package html

import (
	"io"
	"strconv"

	"mutatis/app/resolution"
)

// WriteReport writes a list: a state of play, a brief, a history.
func WriteReport(w io.Writer, r resolution.Report, o Options) error {
	p := newPage(o)
	p.open(r.Title, "report", "@page{size:A4}\n", p.words.language)
	p.raw("<article")
	p.language(r.Language)
	p.raw(">\n")
	p.element("h1", "", r.Title)
	p.element("p", "subject", r.Subtitle)
	for i, s := range r.Sections {
		p.section(s, r.Language, "s"+strconv.Itoa(i+1)+"r")
	}
	p.raw("</article>\n")
	return p.close(w)
}

func (p *page) section(s resolution.Section, l resolution.Language, prefix string) {
	p.raw("<section>\n")
	p.element("h2", "", s.Heading)
	for _, t := range s.Text {
		p.element("p", "", t)
	}
	p.reportTable(s.Table)
	if len(s.Redline) > 0 {
		older := resolution.Caption{Name: p.words.say("report.before"), Language: l}
		newer := resolution.Caption{Name: p.words.say("report.after"), Language: l}
		p.table(s.Heading, older, newer, s.Redline, prefix)
	}
	p.raw("</section>\n")
}

func (p *page) reportTable(t resolution.ReportTable) {
	if len(t.Columns) == 0 && len(t.Rows) == 0 {
		return
	}
	p.raw(`<table class="list">`, "\n<thead><tr>")
	for _, c := range t.Columns {
		p.raw(`<th scope="col">`)
		p.text(c)
		p.raw("</th>")
	}
	p.raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.raw("<tr>")
		for i, cell := range row {
			p.reportCell(i == 0, cell)
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n</table>\n")
}

// reportCell draws one cell; the first of a row names the row.
func (p *page) reportCell(first bool, runs []resolution.Run) {
	e := pair{"<td>", "</td>"}
	if first {
		e = pair{`<th scope="row">`, "</th>"}
	}
	p.raw(e.open)
	p.runs(runs)
	p.raw(e.close)
}
