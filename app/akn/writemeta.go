package akn

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mutatis/app/resolution"
)

// root is where the naming convention of the United Nations puts deliberative documents.
const root = "/akn/un/statement/deliberation/"

// bodies are the names of organs in addresses, by what a symbol begins with.
var bodies = []struct{ symbol, name string }{
	{"A/HRC", "unhrc"}, {"A", "unga"}, {"S", "unsc"}, {"E", "ecosoc"},
}

func author(s resolution.Symbol) string {
	for _, b := range bodies {
		if s.Body == b.symbol || strings.HasPrefix(s.Body, b.symbol+"/") {
			return b.name
		}
	}
	return "un"
}

// numberIn is a document's number in an address: "59-262" for a resolution, the whole symbol for any other.
func numberIn(s resolution.Symbol) string {
	text := s.String()
	if s.Adopted() {
		text = strings.TrimPrefix(text, s.Body+"/")
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r != '.' && (r >= utf8.RuneSelf || !isLetterOrDigit(r)) })
	return strings.Join(words, "-")
}

func isLetterOrDigit(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func decimal(n int) string { return strconv.Itoa(n) }

// name is what kind of document the draft is.
func (x *writer) name() string {
	if x.draft.Stage == resolution.Adopted {
		return "resolution"
	}
	return "resolutionDraft"
}

// stageOf is the stage of a document by its name and symbol.
func stageOf(name, symbol string) resolution.Stage {
	if name == "resolution" {
		return resolution.Adopted
	}
	if s, err := resolution.ParseSymbol(symbol); err == nil && s.Stage() != resolution.Adopted {
		return s.Stage()
	}
	return resolution.Working
}

// noDate stands where the standard wants a date and none is known.
const noDate = "0001-01-01"

// dated is a date as the standard wants it, false where the draft has none of that form.
func dated(date string) (string, bool) {
	if _, err := time.Parse(time.DateOnly, date); err != nil || date == noDate {
		return noDate, false
	}
	return date, true
}

var dateNames = map[resolution.Stage]string{resolution.Adopted: "adoption", resolution.Tabled: "distribution", resolution.Revised: "distribution"}

func (x *writer) meta() {
	x.open("meta")
	x.line()
	x.identification("main")
	x.open("references", "source", "#mutatis")
	x.empty("TLCOrganization", "eId", "mutatis", "href", "/akn/ontology/organization/un/mutatis", "showAs", "Mutatis")
	x.empty("TLCOrganization", "eId", "organ", "href", "/akn/ontology/organization/un/"+x.author(), "showAs", firstOf(strings.TrimRight(x.draft.Organ(), " ,،，"), "United Nations"))
	x.empty("TLCRole", "eId", "author", "href", "/akn/ontology/role/author", "showAs", "Author")
	x.empty("TLCEvent", "eId", "adoptionMeeting", "href", "/akn/ontology/event/un/adoptionMeeting", "showAs", "Meeting")
	x.close("references")
	x.line()
	x.uncalled()
	x.proprietary()
	x.close("meta")
	x.line()
}

func firstOf(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a
}

// symbol is the draft's symbol, taken apart; zero where it has none.
func (x *writer) symbol() resolution.Symbol {
	s, err := resolution.ParseSymbol(x.draft.Symbol)
	if err != nil {
		return resolution.Symbol{}
	}
	return s
}

func (x *writer) author() string { return author(x.symbol()) }

// identification names the document as a work, as its wording in one language, and as this file.
func (x *writer) identification(component string) {
	date, known := dated(x.draft.Date)
	number, place := "draft", root+x.author()+"/"
	if s := x.symbol(); s.Body != "" {
		number = numberIn(s)
	}
	if known {
		place += date + "/"
	}
	work := place + number
	wording := work + "/" + codeOf(x.draft.Language) + "@"
	event := firstOf(dateNames[x.draft.Stage], "draft")
	if !known {
		event = "unknown"
	}
	level := func(name, uri, file string, more func()) {
		x.open(name)
		x.empty("FRBRthis", "value", uri+"/!"+component+file)
		x.empty("FRBRuri", "value", uri+file)
		if name == "FRBRWork" && x.draft.Symbol != "" {
			x.empty("FRBRalias", "value", x.draft.Symbol, "name", "symbol")
		}
		x.empty("FRBRdate", "date", date, "name", event)
		x.empty("FRBRauthor", "href", "#organ", "as", "#author")
		more()
		x.close(name)
		x.line()
	}
	x.open("identification", "source", "#mutatis")
	x.line()
	level("FRBRWork", work, "", func() {
		x.empty("FRBRcountry", "value", "un")
		if x.draft.Number != "" {
			x.empty("FRBRnumber", "value", x.draft.Number)
		}
	})
	level("FRBRExpression", wording, "", func() { x.empty("FRBRlanguage", "language", codeOf(x.draft.Language)) })
	level("FRBRManifestation", wording, ".xml", func() {})
	x.close("identification")
	x.line()
}

// uncalled writes the notes that no call leads to.
func (x *writer) uncalled() {
	all := x.notes.uncalled()
	if len(all) == 0 {
		return
	}
	x.open("notes", "source", "#mutatis")
	for _, i := range all {
		x.open("note", "eId", noteID(i), "marker", x.notes.notes[i].Number)
		x.note(x.notes.notes[i])
		x.close("note")
	}
	x.close("notes")
	x.line()
}

// proprietary holds what of the draft found no place in the elements of the standard.
func (x *writer) proprietary() {
	d := x.draft
	attrs := append([]string{"version", "1"}, x.rest...)
	if d.Stage != stageOf(x.name(), d.Symbol) {
		attrs = append(attrs, "stage", string(d.Stage))
	}
	if _, ok := dated(d.Date); !ok && d.Date != "" {
		attrs = append(attrs, "date", d.Date)
	}
	if languageOf(codeOf(d.Language)) != d.Language {
		attrs = append(attrs, "language", string(d.Language))
	}
	if d.Session != 0 && d.Header.Session == "" {
		attrs = append(attrs, "session", decimal(d.Session))
	}
	x.open("proprietary", "source", "#mutatis")
	x.open("m:draft", attrs...)
	if _, ok := findSponsors(d); !ok {
		for _, s := range d.Sponsors {
			x.leaf("m:sponsor", s, "xml:space", "preserve")
		}
	}
	for _, l := range d.LeftOut {
		x.leaf("m:leftOut", l, "xml:space", "preserve")
	}
	x.close("m:draft", "proprietary")
	x.line()
}
