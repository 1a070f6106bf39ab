package resolution

// Level says how sure and how grave a finding is.
type Level string

// The levels of a finding.
const (
	Wrong    Level = "error"   // it cannot stay so
	Doubtful Level = "warning" // against the rules, but a text may have its reasons
	Advice   Level = "hint"
)

// Finding is one thing an editor would stop at.
type Finding struct {
	Paragraph int    // index in Draft.Paragraphs; -1 for the whole text or a note
	Label     string // "OP3 (a)", "note 4"; "" where it has none
	Check     string // which check found it: one of the Check… constants
	Level     Level
	Message   string // a sentence in English: what is wrong, what to do
	Offset    int    // code points of the paragraph's text before the place
	Length    int    // code points; 0 where it is no stretch of the text
}

// Check lists what an editor would stop at in a draft, in the order of the text.
func Check(d Draft) []Finding { return nil }
