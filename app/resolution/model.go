package resolution

// Kind says what a paragraph is in its document.
type Kind string

// The kinds of paragraph, in the order in which a document usually shows them.
const (
	Masthead     Kind = "masthead"
	Title        Kind = "title"
	Organ        Kind = "organ" // «The General Assembly,»
	Preambular   Kind = "preambular"
	Operative    Kind = "operative"
	Subparagraph Kind = "subparagraph"
	Heading      Kind = "heading"
	Part         Kind = "part"
	Annex        Kind = "annex"
	Table        Kind = "table"
	Closing      Kind = "closing"
	Unknown      Kind = "unknown"
)

// Kinds lists every kind in document order.
var Kinds = []Kind{Masthead, Title, Organ, Preambular, Operative, Subparagraph, Heading, Part, Annex, Table, Closing, Unknown}

// Language is one of the six official languages by its ISO 639-1 code, or "" where it is not known.
type Language string

// The six official languages.
const (
	Arabic  Language = "ar"
	Chinese Language = "zh"
	English Language = "en"
	French  Language = "fr"
	Russian Language = "ru"
	Spanish Language = "es"
)

// Languages lists the six in the order of the United Nations: Arabic, Chinese, English, French, Russian, Spanish.
var Languages = []Language{Arabic, Chinese, English, French, Russian, Spanish}

// RightToLeft reports whether the language is written from right to left.
func (l Language) RightToLeft() bool { return l == Arabic }

// Stage says how far a text has come.
type Stage string

// The stages of a text, in the order in which a text passes them.
const (
	Working Stage = "working" // a draft made here or mailed, without a symbol
	Tabled  Stage = "tabled"  // an L-document
	Revised Stage = "revised" // an L-document with /Rev.n
	Adopted Stage = "adopted"
)

// NoteCall is the raised number in a paragraph that calls a footnote.
type NoteCall struct {
	Number string `json:"number"` // as printed: "1", "*", "a"
	Offset int    `json:"offset"` // code points of Paragraph.Text before the call
}

// Paragraph is one paragraph of a draft. Text is one line, without the paragraph's own number and without note marks.
type Paragraph struct {
	Kind    Kind       `json:"kind"`
	Number  string     `json:"number"`  // as printed without the stop: "3", "3 bis", "(a)"; "" where there is none
	Level   int        `json:"level"`   // 0 for a paragraph, 1…4 for subparagraphs
	Text    string     `json:"text"`    //
	Opening int        `json:"opening"` // code points of Text that are set in italics: *Recalling*, *Requests*
	Notes   []NoteCall `json:"notes"`   // in the order of their offsets
}

// Footnote is the text of a note; calls refer to it by number.
type Footnote struct {
	Number string `json:"number"`
	Text   string `json:"text"`
}

// Header holds what the masthead says, each field the words as printed. Every line of a masthead is in one of them.
type Header struct {
	Organization string   `json:"organization,omitempty"` // "United Nations"
	Symbol       string   `json:"symbol,omitempty"`       // the symbol line as printed
	Distribution string   `json:"distribution,omitempty"` // "General", "Limited"
	Date         string   `json:"date,omitempty"`         // the date of distribution
	Original     string   `json:"original,omitempty"`     // "English"
	Session      string   `json:"session,omitempty"`      // "Fifty-ninth session"
	Committee    string   `json:"committee,omitempty"`    // "Third Committee"
	AgendaItem   string   `json:"agenda_item,omitempty"`  // "Agenda item 98 (a)"
	Adoption     string   `json:"adoption,omitempty"`     // "Resolution adopted by the General Assembly on …"
	Basis        string   `json:"basis,omitempty"`        // "[on the report of the Third Committee (A/59/503/Add.1)]"
	Sponsors     string   `json:"sponsors,omitempty"`     // the sponsors' line as printed
	Other        []string `json:"other,omitempty"`        // whatever else stood there
}

// Closed is what the closing lines say.
type Closed struct {
	Meeting string `json:"meeting"` // "76th plenary meeting"
	Date    string `json:"date"`    // "23 December 2004"
	Vote    string `json:"vote"`    // "Adopted by 12 votes to none, with 3 abstentions."
}

// Draft is one text in one language, adopted or not. Paragraphs holds the whole text in reading order, the title, the
// organ's line and the closing lines among them.
type Draft struct {
	Symbol     string // canonical, "A/RES/59/262"; "" where the text bears none
	Number     string // "59/262", the number before the title
	Language   Language
	Session    int // 59; 0 where it is not known
	Stage      Stage
	Date       string // ISO 8601 date of adoption or distribution, "2004-12-23"; "" where it is not known
	Header     Header
	Sponsors   []string
	Paragraphs []Paragraph
	Footnotes  []Footnote
	Closing    Closed
	LeftOut    []string // page furniture: everything of the source that is nowhere else
}

// Title is the text of the title, "" where there is none.
func (d Draft) Title() string { return d.first(Title) }

// Organ is the organ's line, "The General Assembly,"; "" where there is none.
func (d Draft) Organ() string { return d.first(Organ) }

func (d Draft) first(k Kind) string {
	for _, p := range d.Paragraphs {
		if p.Kind == k {
			return p.Text
		}
	}
	return ""
}

// Footnote finds the note with the given number.
func (d Draft) Footnote(number string) (Footnote, bool) {
	for _, f := range d.Footnotes {
		if f.Number == number {
			return f, true
		}
	}
	return Footnote{}, false
}
