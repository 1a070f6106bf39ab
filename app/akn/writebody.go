package akn

import (
	"slices"
	"strings"

	"mutatis/app/resolution"
)

func (x *writer) preface(all []resolution.Paragraph) {
	for _, p := range all {
		if p.Kind == resolution.Title {
			x.title(p)
		} else {
			x.container(p)
		}
		x.line()
	}
}

// title writes a title behind the number of the resolution.
func (x *writer) title(p resolution.Paragraph) {
	numeral := p.Numeral(x.draft.Language)
	if numeral == "" {
		numeral = resolution.Paragraph{Kind: p.Kind, Number: x.draft.Number}.Numeral(x.draft.Language)
	}
	x.open("p", x.exactly(p, numeral, resolution.Title, 0)...)
	if numeral != "" {
		x.leaf("docNumber", numeral, exact(numeral)...)
		x.text(" ")
	}
	x.open("docTitle", exact(p.Text)...)
	x.whole(p)
	x.close("docTitle", "p")
}

// container writes a paragraph in an element that is named after its kind.
func (x *writer) container(p resolution.Paragraph) {
	x.open("container", "eId", x.id("", string(p.Kind)), "name", string(p.Kind))
	x.line0("p", p, p.Kind, 0)
	x.close("container")
}

func (x *writer) preamble(all []resolution.Paragraph) {
	for i := 0; i < len(all); i++ {
		switch p := all[i]; p.Kind {
		case resolution.Organ:
			x.open("formula", "eId", x.id("", "formula"), "name", "enactingFormula")
			x.line0("p", p, p.Kind, 0)
			x.close("formula")
		case resolution.Preambular:
			end := i + 1
			for end < len(all) && (all[end].Kind == resolution.Preambular || all[end].Kind == resolution.Subparagraph) {
				end++
			}
			x.recitals(all[i:end])
			i = end - 1
		case resolution.Table:
			end := endOfTable(all, i)
			x.open("container", "eId", x.id("", "table"), "name", string(resolution.Table))
			x.table(all[i:end])
			x.close("container")
			i = end - 1
		default:
			x.container(p)
		}
		x.line()
	}
}

func (x *writer) recitals(all []resolution.Paragraph) {
	above := x.id("", "recs")
	x.open("recitals", "eId", above)
	x.line()
	for i := 0; i < len(all); {
		p := all[i]
		id := x.id(above, "rec_"+decimal(i+1))
		x.open("recital", slices.Concat([]string{"eId", id}, x.exactly(p, p.Numeral(x.draft.Language), resolution.Preambular, 0))...)
		x.num(p)
		x.open("p", exact(p.Text)...)
		x.whole(p)
		x.close("p")
		end := i + 1
		for end < len(all) && all[end].Kind == resolution.Subparagraph {
			end++
		}
		x.items(all[i+1:end], 1, id)
		x.close("recital")
		x.line()
		i = end
	}
	x.close("recitals")
}

// items writes subparagraphs as lists inside one another.
func (x *writer) items(all []resolution.Paragraph, level int, above string) {
	if len(all) == 0 {
		return
	}
	above = x.id(above, "list")
	x.open("blockList", "eId", above)
	for i := 0; i < len(all); {
		p := all[i]
		end := i + 1
		for end < len(all) && all[end].Level > level {
			end++
		}
		id := x.id(above, "item_"+slug(p.Number))
		x.open("item", slices.Concat([]string{"eId", id}, x.exactly(p, p.Numeral(x.draft.Language), resolution.Subparagraph, level))...)
		x.num(p)
		x.open("p", exact(p.Text)...)
		x.whole(p)
		x.close("p")
		if level < maxLevel {
			x.items(all[i+1:end], level+1, id)
		} else {
			end = i + 1
		}
		x.close("item")
		i = end
	}
	x.close("blockList")
}

// maxLevel is how deep elements are put into one another; what is deeper says so in an attribute.
const maxLevel = 8

func endOfTable(all []resolution.Paragraph, from int) int {
	for from < len(all) && all[from].Kind == resolution.Table {
		from++
	}
	return from
}

// table writes rows; a tab parts their cells.
func (x *writer) table(rows []resolution.Paragraph) {
	x.open("table", "eId", x.id("", "table"))
	for _, p := range rows {
		cells := strings.Split(p.Text, "\t")
		attrs := x.exactly(p, "", resolution.Table, 0)
		if p.Opening > len([]rune(cells[0])) {
			attrs = append(attrs, "m:opening", decimal(p.Opening))
		}
		x.open("tr", attrs...)
		at := 0
		for _, cell := range cells {
			end := at + len([]rune(cell))
			x.open("td")
			x.open("p", exact(cell)...)
			x.words(p, at, end)
			x.close("p", "td")
			at = end + 1
		}
		x.close("tr")
	}
	x.close("table")
}

func (x *writer) conclusions(all []resolution.Paragraph) {
	marks := closingMarks(x.draft, all)
	for i, p := range all {
		x.marks = marks[i]
		x.line0("p", p, resolution.Closing, 0)
		x.marks = nil
		x.line()
	}
}

// closing keeps what of the closing's fields is not marked in its lines.
func (x *writer) closing(all []resolution.Paragraph) {
	marked := map[string]string{}
	for i, spans := range closingMarks(x.draft, all) {
		for _, s := range spans {
			name := s.name
			if name == "inline" {
				name = s.attrs[1]
			}
			text := string([]rune(all[i].Text)[s.from:s.to])
			marked[closingFields[name]] = joinWords(marked[closingFields[name]], text)
		}
	}
	c := x.draft.Closing
	for _, f := range []struct{ name, want string }{{"meeting", c.Meeting}, {"closingDate", c.Date}, {"vote", c.Vote}} {
		if marked[f.name] != f.want {
			x.rest = append(x.rest, f.name, f.want)
		}
	}
}

// closingFields are the fields of a closing by the elements that mark them.
var closingFields = map[string]string{"location": "meeting", "docDate": "closingDate", "date": "closingDate", "vote": "vote"}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// closingMarks are the elements that say what stands in the lines of a closing, by line.
func closingMarks(d resolution.Draft, all []resolution.Paragraph) [][]span {
	marks := make([][]span, len(all))
	mark := func(words, name string, attrs ...string) bool {
		for i, p := range all {
			at := strings.Index(p.Text, words)
			if words == "" || at < 0 || p.Opening > 0 || len(marks[i]) > 0 && len(words) == len(p.Text) {
				continue
			}
			from := len([]rune(p.Text[:at]))
			s := span{from, from + len([]rune(words)), name, attrs}
			if kept := nested(append(slices.Clone(marks[i]), s)); len(kept) > len(marks[i]) && collapse(words) == words {
				marks[i] = kept
				return true
			}
		}
		return false
	}
	mark(d.Closing.Meeting, "location", "refersTo", "#adoptionMeeting")
	if date, ok := dated(d.Date); ok {
		mark(d.Closing.Date, "docDate", "date", date)
	} else {
		mark(d.Closing.Date, "inline", "name", "date")
	}
	if !mark(d.Closing.Vote, "inline", "name", "vote") {
		for _, p := range all {
			if strings.Contains(" "+d.Closing.Vote+" ", " "+p.Text+" ") {
				mark(p.Text, "inline", "name", "vote")
			}
		}
	}
	return marks
}
