package storage

import "time"

// Hash is a SHA-256.
type Hash [32]byte

// UID is what travels between libraries; integer ids are local to one file.
type UID [16]byte

// Series is the same resolution from year to year.
type Series struct {
	ID    int64
	UID   UID
	Title string
}

// Draft is one stored text in one language. ID, UID, Document, Created, Trashed and Content are given by the library.
// Offsets, openings and lengths count code points. An empty slice comes back as nil.
type Draft struct {
	ID       int64
	UID      UID   // the first 16 bytes of Content: the same import twice is the same draft
	Series   int64 // 0 for a text that is in no series; may change (MoveDraft)
	Document int64 // the language versions of one text share it; by Series and Symbol, or the draft alone
	Parent   int64 // the draft this one was made from; 0 where there is none
	Symbol   string
	Number   string
	Language string
	Session  int
	Stage    string
	Date     string // ISO 8601 date or ""
	Label    string // what a person calls it: "zero draft", "delegation's proposal"
	Title    string // for lists and search
	Header   string // JSON of the masthead and the closing: kept, not read here
	Sample   bool
	Trashed  bool // in the bin: kept, but in no list of what there is
	Created  time.Time
	Content  Hash // of Symbol, Number, Language, Session, Stage, Date, Title, Header, paragraphs, footnotes and left-out lines

	Paragraphs []Paragraph
	Footnotes  []Footnote
	LeftOut    []string
}

// Paragraph is one paragraph in its place.
type Paragraph struct {
	Kind      string
	Number    string
	Level     int
	Text      string
	Opening   int
	Words     Hash // of the canonical words, given by the caller: what an agreement is bound to
	Notes     []NoteCall
	Citations []Citation
}

// NoteCall is the mark of a footnote at a code point of a paragraph's text.
type NoteCall struct {
	Number string
	Offset int
}

// Footnote is a note's text.
type Footnote struct {
	Number string
	Text   string
}

// Citation is a document named in a paragraph: its canonical symbol and where it stands, in code points.
type Citation struct {
	Symbol         string
	Offset, Length int
}

// Source is the file a draft was read from, byte for byte.
type Source struct {
	Name      string
	MediaType string
	Bytes     []byte
}

// Event is something a person said about a paragraph. Events are only added; a later one rules.
type Event struct {
	ID        int64
	UID       UID
	Draft     int64
	Paragraph int    // index in Draft.Paragraphs
	Words     Hash   // the words it was said of
	Status    string // "" for an event that undoes another
	Undoes    UID    // zero, or the event that this one takes back
	At        time.Time
	Who       string
	Remark    string
}

// Work is editing that is not yet a draft. It survives a crash.
type Work struct {
	Key   string // one piece of work a key
	Data  []byte // the caller's own form
	Saved time.Time
}

// Finding is one thing Verify found wrong.
type Finding struct {
	Draft     int64  // 0 for the file as a whole
	Kind      string // one of those below
	Paragraph int    // of words and of a status, counted from 1
	Message   string // the same in English, with more
}

// The kinds of findings.
const (
	FoundText       = "text"       // a text is not what was stored
	FoundWords      = "words"      // the words of a paragraph are not
	FoundBeside     = "beside"     // what is kept with a text is not
	FoundSource     = "source"     // the file that it was read from is not
	FoundStatus     = "status"     // what was said of a paragraph is not
	FoundSaid       = "said"       // what was said of two wordings is not
	FoundMissing    = "missing"    // something that was stored is missing
	FoundLedger     = "ledger"     // the ledger is not whole, or says otherwise
	FoundUnreadable = "unreadable" // a part cannot be read
	FoundFile       = "file"       // the file's own structure is damaged
	FoundStructure  = "structure"  // another program changed its tables
)

// Citing is a place where a document is named.
type Citing struct {
	Draft     int64
	Paragraph int
}
