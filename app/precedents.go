package app

import (
	"context"
	"time"

	"mutatis/app/resolution"
)

// Query is what a person looks for among the texts of the library.
type Query struct {
	// Words is a phrase; or an expression with AND, OR, NOT, brackets, "exact words" and beginnings*; or, where Whole is
	// set, a whole paragraph.
	Words string
	Whole bool

	Language resolution.Language // "" tells it from the words
	Scope    Scope
	Most     int // variants that are listed; 50 where 0
}

// Scope says which texts are searched. The zero value is all of them.
type Scope struct {
	Organ    Organ // "" for all
	Series   int64 // 0 for all
	From, To int   // sessions; 0 for no bound
	Kind     resolution.Kind
	Adopted  bool // only what was adopted
	Before   Text // only texts earlier than this one, which need not be in the library; the zero Text for all
}

// Organ is whose texts they are, by the beginning of their symbols.
type Organ string

// The organs that a search tells apart.
const (
	Assembly        Organ = "A"
	SecurityCouncil Organ = "S"
	EconomicCouncil Organ = "E"
	HumanRights     Organ = "A/HRC"
)

// Tier says how sure an answer is.
type Tier int

// The tiers, the surest first.
const (
	ExactWords Tier = iota // word for word; typography and the case of letters aside
	StemWords              // the same words in other forms, or all that an expression asks
	NearWords              // nearly the same words
)

// Precedents is the answer to a Query. It never changes.
type Precedents struct {
	Query    Query
	Language resolution.Language // in which was searched; "" for several
	Variants []Variant           // the nearest first, those with equal nearness by their first use
	Found    int                 // how many variants there are; more than are listed where Most cut them off
	Cut      bool                // there are so many that not all were looked at: first uses may be earlier
	Timeline []SessionUses
	Searched Searched
	Took     time.Duration
}

// Variant is one wording with everywhere it stands.
type Variant struct {
	Words      string // the paragraph, or the stretch of one that answers a phrase
	Tier       Tier
	Likeness   float64          // 1 for the same words
	Redline    []resolution.Run // from what was asked to these words; none for an expression
	First      Use
	Last       Use
	Uses       []Use    // all, the oldest first; only First and Last have labels, LabelUses gives them to the others
	Texts      int      // how many texts have it
	Series     []string // titles of the series in which it stands
	Organs     []Organ
	Paragraphs int // in how many distinct paragraphs it stands
}

// Use is a place where a variant stands.
type Use struct {
	Text     Text
	Index    int // of the paragraph in its text
	Kind     resolution.Kind
	Label    string // what a delegate calls the paragraph
	Context  string // the whole paragraph
	From, To int    // the stretch of Context that was found, in code points
}

// SessionUses says how often the variants stand in the texts of one session.
type SessionUses struct {
	Session int // 0 where it is not known
	Uses    int
	First   int // of these, how many are the first use of a variant
}

// Searched says honestly where was looked: a first use is no more than the first among these texts.
type Searched struct {
	Texts     int
	From, To  int   // sessions; 0 where no text has one
	Gaps      []int // sessions between From and To of which the library has no text of this kind
	Unknown   int   // texts whose session is not known
	Unindexed int   // distinct wordings that could not be searched yet
	LeftOut   int   // texts in these languages that the filters leave out
	Later     int   // texts that were left out because they are not earlier
}

// mostVariants is how many are listed where nobody asks for another number.
const mostVariants = 50

// Precedents looks for words among the texts of the library: in their exact wording, in other forms, and in nearly the
// same words. What is in the bin is not found.
func (a *App) Precedents(ctx context.Context, q Query) (Precedents, error) {
	return a.finder().find(ctx, q)
}

// LabelUses is the variant with what delegates call every paragraph it stands in.
func (a *App) LabelUses(v Variant) (Variant, error) { return a.finder().labelled(v, len(v.Uses)) }
