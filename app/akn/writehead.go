package akn

import (
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// headField is a field of the masthead: the name of its line and the element that says what it is.
type headField struct {
	name    string
	element string
	of      func(*resolution.Header) *string
}

// headFields are the fields in the order of the page; lines that are in none of them stand between symbol and distribution.
var headFields = []headField{
	{"organization", "docAuthority", func(h *resolution.Header) *string { return &h.Organization }},
	{"symbol", "docNumber", func(h *resolution.Header) *string { return &h.Symbol }},
	{"distribution", "inline", func(h *resolution.Header) *string { return &h.Distribution }},
	{"date", "inline", func(h *resolution.Header) *string { return &h.Date }},
	{"original", "inline", func(h *resolution.Header) *string { return &h.Original }},
	{"session", "session", func(h *resolution.Header) *string { return &h.Session }},
	{"committee", "docCommittee", func(h *resolution.Header) *string { return &h.Committee }},
	{"agendaItem", "inline", func(h *resolution.Header) *string { return &h.AgendaItem }},
	{"adoption", "docStatus", func(h *resolution.Header) *string { return &h.Adoption }},
	{"basis", "docPurpose", func(h *resolution.Header) *string { return &h.Basis }},
	{"sponsors", "", func(h *resolution.Header) *string { return &h.Sponsors }},
}

const otherLine = "other" // the name of a line of Header.Other

// isHeadLine reports the name of a line of the masthead.
func isHeadLine(name string) bool {
	return name == otherLine || slices.ContainsFunc(headFields, func(f headField) bool { return f.name == name })
}

// head writes the masthead.
func (x *writer) head(h resolution.Header) {
	lines := len(h.Other)
	for _, f := range headFields {
		if *f.of(&h) != "" {
			lines++
		}
	}
	if lines == 0 {
		return
	}
	x.zone("coverPage", func() {
		for i, f := range headFields {
			if i == 2 {
				for _, l := range h.Other {
					x.headLine(otherLine, l, nil)
				}
			}
			if text := *f.of(&h); text != "" {
				x.headLine(f.name, text, x.headSpans(f, text))
			}
		}
	})
}

func (x *writer) headSpans(f headField, text string) []span {
	s := span{0, len([]rune(text)), f.element, nil}
	switch {
	case f.name == "sponsors":
		found, _ := findSponsors(x.draft)
		return found
	case f.name == "session":
		s.attrs = []string{"value", decimal(x.draft.Session)}
	case f.element == "inline":
		s.attrs = []string{"name", f.name}
	}
	return []span{s}
}

// headLine writes a line of the masthead. A sign in it that calls a note stands for the note.
func (x *writer) headLine(name, text string, spans []span) {
	x.open("p", slices.Concat([]string{"class", name}, exact(text))...)
	x.marks = spans
	p := resolution.Paragraph{Kind: resolution.Masthead, Text: text}
	for _, number := range x.notes.signs() {
		if at := strings.Index(p.Text, number); at >= 0 && len(p.Notes) == 0 {
			rest := p.Text[at+len(number):]
			p.Notes = []resolution.NoteCall{{Number: number, Offset: len([]rune(p.Text[:at]))}}
			p.Text = p.Text[:at] + rest
		}
	}
	x.marks = shortened(x.marks, p, len([]rune(text)))
	x.whole(p)
	x.marks = nil
	x.close("p")
	x.line()
}

// shortened are spans of a text out of which the sign that a call stands for was taken.
func shortened(spans []span, p resolution.Paragraph, runes int) []span {
	if len(p.Notes) == 0 {
		return spans
	}
	at, less := p.Notes[0].Offset, runes-len([]rune(p.Text))
	moved := func(place int) int {
		if place <= at {
			return place
		}
		return max(at, place-less)
	}
	var all []span
	for _, s := range spans {
		s.from, s.to = moved(s.from), moved(s.to)
		all = append(all, s)
	}
	return all
}

// signs are the numbers of notes that are still to be called, by a sign in the masthead: no paragraph calls them.
func (b *notebook) signs() []string {
	var all []string
	for _, n := range b.notes {
		if isSign(n.Number) && len(b.of[n.Number]) > 0 && !b.called[n.Number] {
			all = append(all, n.Number)
		}
	}
	return all
}

func isSign(number string) bool {
	return collapse(number) == number && number != "" && !strings.ContainsFunc(number, isLetterOrDigit)
}

// findSponsors finds the sponsors in their line, one after the other; false where they do not stand there so.
func findSponsors(d resolution.Draft) ([]span, bool) {
	var found []span
	line := d.Header.Sponsors
	at, runes := 0, 0
	for _, s := range d.Sponsors {
		next := strings.Index(line[at:], s)
		if next < 0 || s == "" || collapse(s) != s || slices.ContainsFunc(d.Footnotes, func(n resolution.Footnote) bool { return isSign(n.Number) && strings.Contains(s, n.Number) }) {
			return nil, false
		}
		from := runes + len([]rune(line[at:at+next]))
		at += next + len(s)
		runes = from + len([]rune(s))
		found = append(found, span{from, runes, "docProponent", nil})
	}
	return found, true
}
