package html

import (
	"io"
	"slices"
	"strconv"

	"mutatis/app/resolution"
)

// Write writes a draft as a clean text: masthead, title, paragraphs, notes that lead there and back, closing.
func Write(w io.Writer, d resolution.Draft, o Options) error {
	p := newPage(o)
	title := d.Title()
	if d.Symbol != "" && title != "" {
		title = d.Symbol + " – " + title
	}
	p.open(title, "draft", "@page{size:A4}\n", p.words.language)
	p.raw("<article")
	p.language(d.Language)
	p.raw(">\n")
	p.masthead(d.Header)
	called := map[string]bool{}
	for _, para := range d.Paragraphs {
		p.draftParagraph(d, para, called)
	}
	p.footnotes(d, called)
	p.raw("</article>\n")
	return p.close(w)
}

// masthead prints the header, a line a field, in the order of the page.
func (p *page) masthead(h resolution.Header) {
	lines := slices.Concat([]string{h.Organization, h.Symbol}, h.Other, []string{h.Distribution, h.Date, h.Original,
		h.Session, h.Committee, h.AgendaItem, h.Sponsors, h.Adoption, h.Basis})
	if !slices.ContainsFunc(lines, func(l string) bool { return l != "" }) {
		return
	}
	p.raw("<header>\n")
	for _, l := range lines {
		p.element("p", "masthead", l)
	}
	p.raw("</header>\n")
}

var draftTag = map[resolution.Kind]markup{
	resolution.Title: "h1", resolution.Heading: "h2", resolution.Part: "h2", resolution.Annex: "h2",
}

func (p *page) draftParagraph(d resolution.Draft, para resolution.Paragraph, called map[string]bool) {
	tag, known := draftTag[para.Kind]
	if !known {
		tag = "p"
	}
	p.raw("<", tag)
	p.class(kindNames[para.Kind], levelName(para.Level))
	p.raw(">")
	p.numeral(d, para)
	p.noted(d, para, called)
	p.raw("</", tag, ">\n")
}

// numeral prints a paragraph's own number; before the title of an adopted text stands the number of the resolution.
func (p *page) numeral(d resolution.Draft, para resolution.Paragraph) {
	n := para.Numeral(d.Language)
	if n == "" && para.Kind == resolution.Title && d.Number != "" {
		n = resolution.Paragraph{Kind: resolution.Operative, Number: d.Number}.Numeral(d.Language)
	}
	if n != "" {
		p.raw(`<span class="numeral">`)
		p.text(n)
		p.raw("</span> ")
	}
}

// noted prints a paragraph's text, its opening in italics, its note calls where they stand.
func (p *page) noted(d resolution.Draft, para resolution.Paragraph, called map[string]bool) {
	text := []rune(para.Text)
	within := func(at int) int { return min(max(at, 0), len(text)) }
	opening := within(para.Opening)
	if para.Kind == resolution.Organ {
		opening = len(text)
	}
	cuts := []int{0, opening, len(text)}
	for _, n := range para.Notes {
		cuts = append(cuts, within(n.Offset))
	}
	slices.Sort(cuts)
	from := 0
	for _, at := range slices.Compact(cuts) {
		p.stretch(string(text[from:at]), from < opening)
		from = at
		for _, n := range para.Notes {
			if within(n.Offset) == at {
				p.call(d, n.Number, called)
			}
		}
	}
}

func (p *page) stretch(text string, italic bool) {
	style := resolution.Plain
	if italic {
		style = resolution.Italic
	}
	if text != "" {
		p.run(resolution.Run{Text: text, Style: style})
	}
}

// call prints a note call that leads to its note, where there is one.
func (p *page) call(d resolution.Draft, number string, called map[string]bool) {
	i := slices.IndexFunc(d.Footnotes, func(f resolution.Footnote) bool { return f.Number == number })
	p.raw("<sup")
	if i >= 0 && !called[number] {
		p.attr("id", "call"+strconv.Itoa(i+1))
		called[number] = true
	}
	p.raw(">")
	if i < 0 {
		p.text(number)
	} else {
		p.raw("<a")
		p.attr("href", "#note"+strconv.Itoa(i+1))
		p.raw(">")
		p.text(number)
		p.raw("</a>")
	}
	p.raw("</sup>")
}

// footnotes prints the notes; one that was called leads back.
func (p *page) footnotes(d resolution.Draft, called map[string]bool) {
	if len(d.Footnotes) == 0 {
		return
	}
	p.raw(`<section class="notes"`)
	p.attr("aria-label", p.words.say("draft.notes"))
	p.raw(">\n")
	for i, f := range d.Footnotes {
		at := strconv.Itoa(i + 1)
		p.raw("<p")
		p.attr("id", "note"+at)
		p.raw("><sup>")
		p.text(f.Number)
		p.raw("</sup> ")
		p.text(f.Text)
		if called[f.Number] {
			called[f.Number] = false // the first of two notes with one number has the call
			p.raw(" <a")
			p.attr("href", "#call"+at)
			p.attr("aria-label", p.words.say("draft.back"))
			p.raw(">↩</a>")
		}
		p.raw("</p>\n")
	}
	p.raw("</section>\n")
}
