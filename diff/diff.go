package diff

// Op says what became of a segment.
type Op uint8

// The operations of a word difference.
const (
	Equal Op = iota
	Delete
	Insert
)

// Segment is a run of text with one operation. All A joined are the older text, all B joined the newer, byte for byte:
// an Equal segment may hold two spellings of the same words (typography is no change), Delete has no B, Insert no A.
type Segment struct {
	Op   Op
	A, B string
}

// Match says that the paragraphs A of the older text became the paragraphs B of the newer. An empty side is an added or
// removed paragraph; a longer side is a split or a merger, whose parts need not be neighbours.
type Match struct {
	A, B       []int
	Similarity float64 // 1 for the same words
	Moved      bool    // stands outside the order of the others
}

// Hints is what a caller knows beyond the words.
type Hints struct {
	// Weigh multiplies the likeness of older paragraph i and newer paragraph j, found by words; nil weighs nothing.
	// It is called for candidates only and must be pure.
	Weigh func(i, j int) float64
	// Together and Apart are binding pairs {older, newer}: a person said so.
	Together, Apart [][2]int
}
