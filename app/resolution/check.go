package resolution

import (
	"cmp"
	"slices"
)

// Level says how sure and how grave a finding is.
type Level string

// The levels of a finding.
const (
	Wrong    Level = "error"   // it cannot stay so
	Doubtful Level = "warning" // against the rules, but a text may have its reasons
	Advice   Level = "hint"
)

// The checks of an editor.
const (
	CheckNumbers     = "numbering"
	CheckNotes       = "notes"
	CheckBrackets    = "brackets"
	CheckPunctuation = "punctuation"
	CheckOpenings    = "openings"
	CheckReferences  = "references"
	CheckCitations   = "citations"
	CheckSessions    = "sessions"
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
	Key       string // of its sentence: the interface says "check." + Key with Args
	Args      []any  // what the sentence names: words, numbers, signs
	Note      string // the number of the note it is about; "" for none
}

// checker goes through one draft.
type checker struct {
	d      Draft
	labels []string
	// end is where the resolution ends and its annexes begin: what stands there has rules of its own.
	end   int
	found []Finding
}

// checks are made one after another; each looks at the whole draft.
var checks = []func(*checker){
	(*checker).numbers, (*checker).subparagraphs, (*checker).calls, (*checker).brackets, (*checker).punctuation,
	(*checker).openings, (*checker).references, (*checker).citations, (*checker).sessions,
}

// Check lists what an editor would stop at in a draft, in the order of the text. It is made to be silent about an adopted
// text: of a rule that good texts break for good reasons it looks only at the clear cases.
func Check(d Draft) []Finding {
	c := &checker{d: d, labels: d.Labels(), end: len(d.Paragraphs)}
	if i := slices.IndexFunc(d.Paragraphs, func(p Paragraph) bool { return p.Kind == Annex }); i >= 0 {
		c.end = i
	}
	for _, check := range checks {
		check(c)
	}
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		if (a.Paragraph < 0) != (b.Paragraph < 0) {
			return cmp.Compare(b.Paragraph, a.Paragraph) // what is of no paragraph stands last
		}
		return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Offset, b.Offset))
	})
	return c.found
}

// body are the paragraphs of the resolution itself, without annexes.
func (c *checker) body() []Paragraph { return c.d.Paragraphs[:c.end] }

// add notes a finding at a stretch of a paragraph.
func (c *checker) add(i int, check string, level Level, offset, length int, key string, args ...any) {
	f := newFinding(check, level, key, args...)
	if f.Paragraph, f.Offset, f.Length = i, offset, length; i >= 0 {
		f.Label = cmp.Or(c.labels[i], string(c.d.Paragraphs[i].Kind))
	}
	c.found = append(c.found, f)
}

// addNote notes a finding about a note.
func (c *checker) addNote(number, check string, level Level, key string, args ...any) {
	f := newFinding(check, level, key, args...)
	f.Label, f.Note = "note "+number, number
	c.found = append(c.found, f)
}
