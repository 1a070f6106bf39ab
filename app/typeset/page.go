package typeset

// Ink is a colour on paper.
type Ink struct{ R, G, B uint8 }

// Role says what a text on a page belongs to.
type Role uint8

// The roles of a text on a page.
const (
	Body      Role = iota // the flow
	Foot                  // a note at the foot of the page
	Furniture             // running head, page number
)

// Text is lines of a paragraph on a page. Its glyphs stand at X and Y more than their own; lengths are points, Y grows
// downwards.
type Text struct {
	Block // with those lines alone that stand here
	X, Y  float32
	Role  Role
	Piece int // index of the piece in Pages.Flow, or of the note in Pages.Notes
	Cell  int // index of the cell in its piece
}

// Rule is a filled rectangle: a line under the running head, a change bar, the ground of a table's head.
type Rule struct {
	X, Y, Width, Height float32
	Ink                 Ink
}

// Bookmark names a place for the reader's outline. Level 0 stands outermost.
type Bookmark struct {
	Title string
	Level int
	Y     float32
}

// Page is a sheet with everything on it placed. The printed page and the preview paint the same value: rules first,
// then the texts and their strokes.
type Page struct {
	Width, Height float32
	Texts         []Text
	Rules         []Rule
	Bookmarks     []Bookmark
	Inks          []Ink // of a span by its tag; a tag without an ink is black
}

// Ink is the ink of a span with the given tag.
func (p Page) Ink(tag int) Ink {
	if tag < 0 || tag >= len(p.Inks) {
		return Ink{}
	}
	return p.Inks[tag]
}

// Call says that a note is called in a cell.
type Call struct {
	Offset int // code point of the cell's text
	Note   int // index in Pages.Notes
}

// Extent is a stretch of code points of a cell's text, [Start, End).
type Extent struct{ Start, End int }

// Cell is a broken paragraph in a piece, X and Y from the piece's top left corner.
type Cell struct {
	Block Block
	X, Y  float32
	Calls []Call
	Bars  []Extent // where a bar in the outer margin says that something changed
}

// Piece is a stretch of the flow: a paragraph with its number beside it, a table's row with its cells, or nothing but
// rules.
type Piece struct {
	Cells    []Cell
	Rules    []Rule  // from the piece's top left corner; they stay with its first line
	Before   float32 // space above; none at the head of a page
	Height   float32 // at least; for a piece without cells
	Together bool    // is not broken over two pages unless it is taller than one
	WithNext bool    // its last lines stay with the first of the next piece, as a heading does
	NewPage  bool    // begins a page
	Spare    bool    // an ornament: is left out where it would begin a page
	Again    *Piece  // is repeated above what continues on a new page: a table's head
	Bookmark string  // the name of this place in the outline, "" for none
	Level    int     // of the bookmark
}

// Pages is what is to be broken into pages. The measure begins at Left; the flow runs from Top down to Bottom, both
// from the top of the sheet; notes end at Bottom.
type Pages struct {
	Width, Height     float32
	Left, Top, Bottom float32
	FirstTop          float32 // Top of the first page; 0 means Top
	Flow, Notes       []Piece
	NoteGap           float32 // between text and notes
	NoteRule          Rule    // in that gap, from its top left corner
	EvenBar, OddBar   float32 // where change bars stand on even and odd pages
	Inks              []Ink
	// Furniture is what stands on the given page, counted from 1, outside the flow. It may be nil.
	Furniture func(page, pages int) ([]Text, []Rule)
}
