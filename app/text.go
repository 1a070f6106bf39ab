package app

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// Text is what a list says of a stored draft: everything but its paragraphs.
type Text struct {
	ID       int64
	Series   int64
	Parent   int64
	Symbol   string
	Number   string
	Title    string
	Language resolution.Language
	Session  int
	Stage    resolution.Stage
	Date     string // ISO 8601 or ""
	Label    string
	Sample   bool
	Trashed  bool
}

// Name is what a person calls the text: its symbol, else its label, else its title.
func (t Text) Name() string {
	for _, s := range []string{t.Symbol, t.Label, t.Title} {
		if s != "" {
			return s
		}
	}
	return fmt.Sprintf("#%d", t.ID)
}

// earlier reports whether t was written before u: by session, by stage, by revision, by date, by import.
func (t Text) earlier(u Text) bool {
	c := cmp.Or(cmp.Compare(t.Session, u.Session), cmp.Compare(stageRank[t.Stage], stageRank[u.Stage]))
	if c == 0 { // the rest takes longer, and long lists are sorted by this
		c = cmp.Or(cmp.Compare(t.revision(), u.revision()), strings.Compare(t.Date, u.Date), cmp.Compare(t.ID, u.ID))
	}
	return c < 0
}

// stageRank orders the stages of one session. A working draft made from a tabled text follows its parent by Parent,
// not by rank.
var stageRank = map[resolution.Stage]int{
	resolution.Working: 0, resolution.Tabled: 1, resolution.Revised: 2, resolution.Adopted: 3,
}

func (t Text) revision() int {
	if !strings.Contains(t.Symbol, "/Rev.") {
		return 0
	}
	s, err := resolution.ParseSymbol(t.Symbol)
	if err != nil {
		return 0
	}
	return s.Rev
}

func textOf(row storage.Draft) Text {
	return Text{
		ID: row.ID, Series: row.Series, Parent: row.Parent, Symbol: row.Symbol, Number: row.Number, Title: row.Title,
		Language: resolution.Language(row.Language), Session: row.Session, Stage: resolution.Stage(row.Stage),
		Date: row.Date, Label: row.Label, Sample: row.Sample, Trashed: row.Trashed,
	}
}

// Stored is a draft of the library with what the library says of it. It never changes.
type Stored struct {
	Text  Text
	Draft resolution.Draft
	Words []storage.Hash // the words' hash of every paragraph

	Corrections []ImportCorrection // what a person set right when it was imported
}

// IsDate reports whether a text is a date by ISO 8601, "2004-12-23".
func IsDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
