package resolution

import "strings"

// Mark says what became of a run of text between an older and a newer draft.
type Mark uint8

// The marks of a redline. None is ever shown by colour alone.
const (
	Kept Mark = iota
	Inserted
	Deleted
	Moved
)

// Style says how a run is set apart from its mark.
type Style uint8

// The styles of a run.
const (
	Plain   Style = iota
	Italic        // the opening, the organ's line
	Bold          // titles and headings
	Call          // a note call, raised and smaller
	Numeral       // the paragraph's own number or label
)

// Run is a stretch of text with one mark and one style. Drawing the runs of a cell one after another draws the cell.
type Run struct {
	Text  string
	Mark  Mark
	Style Style
	Link  string // canonical symbol where the run cites a document: "A/RES/45/158"
}

// Class says what became of a paragraph.
type Class string

// The classes of a row.
const (
	Same         Class = "same"
	Changed      Class = "changed"
	MovedOnly    Class = "moved"
	MovedChanged Class = "moved+changed"
	Split        Class = "split"
	Merged       Class = "merged"
	New          Class = "new"
	Gone         Class = "deleted"
)

// Weight ranks a change.
type Weight string

// The weights, heaviest first; "" for a row without a change.
const (
	Substantive Weight = "substantive"
	Technical   Weight = "technical"
	Editorial   Weight = "editorial"
)

// Status says how far a paragraph is agreed.
type Status string

// The statuses of a paragraph.
const (
	Open        Status = "open"
	Bracketed   Status = "bracketed"
	AgreedAdRef Status = "agreed ad ref"
	Agreed      Status = "agreed"
)

// Standing is a paragraph's status with what became of it. Lost is set where the words changed since they were agreed:
// then Status is what was agreed before, and the paragraph counts as open.
type Standing struct {
	Status Status
	Lost   bool
}

// Cell is one paragraph on one side of a redline.
type Cell struct {
	Index    int    // place in Draft.Paragraphs
	Label    string // what a delegate calls it: "PP2", "OP3 (a)", "" for titles and the like
	Kind     Kind
	Level    int
	Runs     []Run // this side's whole text, its number and note calls included
	Standing Standing
}

// Row is one line of a redline: what stood, what stands, and both in one.
type Row struct {
	Class  Class
	Older  []Cell // none for a new paragraph, several for a merger
	Newer  []Cell // none for a deleted paragraph, several for a split
	Inline []Run  // deleted and inserted runs in one text
	From   string // for a moved paragraph: its label in the older text
	Weight Weight
	Reason string // in the language of the interface
}

// Counts says how many rows are of each class.
type Counts map[Class]int

// Redline is a comparison ready to be drawn: by the window, as a page, as HTML, as Word.
type Redline struct {
	Older, Newer Caption
	Rows         []Row
	Footnotes    []Row // the notes of both texts, compared like paragraphs
	Counts       Counts
}

// Caption names a text above a column.
type Caption struct {
	Name     string // "A/RES/59/262" or the title of a text without a symbol
	Detail   string // "adopted, 23 December 2004"
	Title    string
	Language Language
}

// Report is a list ready to be drawn: a state of play, a brief, a history.
type Report struct {
	Title    string
	Subtitle string
	Language Language
	Sections []Section
}

// Section is a heading with what stands under it; any part may be empty.
type Section struct {
	Heading string
	Text    []string
	Table   ReportTable
	Redline []Row
}

// ReportTable is a table of a report. Every row has as many cells as Columns; a cell is runs of text.
type ReportTable struct {
	Columns []string
	Rows    [][][]Run
}

// Face is the side of a row that stands for it: the newer, or the older where nothing of it stands any more.
func (r Row) Face() []Cell {
	if len(r.Newer) > 0 {
		return r.Newer
	}
	return r.Older
}

// Label is what a delegate calls the row: "PP2", "OP3, OP4"; "" for titles and the like.
func (r Row) Label() string { return CellLabels(r.Face()) }

// Kind is what the row's first paragraph is, with its level.
func (r Row) Kind() (Kind, int) {
	if face := r.Face(); len(face) > 0 && face[0].Kind != "" {
		return face[0].Kind, face[0].Level
	}
	return Unknown, 0
}

// CellLabels joins what the paragraphs of one side are called.
func CellLabels(cells []Cell) string {
	var names []string
	for _, c := range cells {
		if c.Label != "" {
			names = append(names, c.Label)
		}
	}
	return strings.Join(names, ", ")
}
