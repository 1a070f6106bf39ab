package app

import (
	"cmp"
	"fmt"
	"strings"

	"mutatis/app/resolution"
)

// Silent counts the changes of the text and its notes that nothing marks. Lines of the masthead are not among them: a draft
// is typed over the head of the text it is made of, and nobody tracks that.
func (g *Guard) Silent() int { return len(g.AllChanges()) }

// Struck counts the words that are struck through by hand, Added those that are set apart by hand as new.
func (g *Guard) Struck() (n int) {
	for _, m := range g.ByHand {
		if m.Struck {
			n++
		}
	}
	return n
}

// Added counts the words that are set apart by hand as new.
func (g *Guard) Added() int { return len(g.ByHand) - g.Struck() }

// Authors says who marked how many changes: "Perez 8, Ivanova 4".
func (g *Guard) Authors(w Words) string {
	var said []string
	for _, c := range g.Changers {
		said = append(said, fmt.Sprint(cmp.Or(c.Author, w.Say("guard.nobody")), " ", c.Count))
	}
	return strings.Join(said, ", ")
}

// Lines say in short what was found: that nothing is tracked, where that is so, before anything else.
func (g *Guard) Lines(w Words) []string {
	lines := []string{w.Say("guard.untracked")}
	if n := g.Marked(); n > 0 {
		lines[0] = w.Say("guard.tracked", n, g.Authors(w))
	}
	switch n := g.Silent(); {
	case n > 0:
		lines = append(lines, w.Say("guard.silent", n))
	case g.Marked() > 0:
		lines = append(lines, w.Say("guard.all-marked"))
	default:
		lines = append(lines, w.Say("guard.same"))
	}
	if n := len(g.Masthead); n > 0 {
		lines = append(lines, w.Say("guard.masthead", n))
	}
	if len(g.ByHand) > 0 {
		lines = append(lines, w.Say("guard.by-hand", g.Struck(), g.Added()))
	}
	return lines
}

// Report draws the findings as a list that can be printed.
func (g *Guard) Report(w Words) resolution.Report {
	r := resolution.Report{
		Title: w.Say("guard.title", g.Newer.Text.Name()), Subtitle: w.Say("guard.against", g.Older.Text.Name()), Language: resolution.Language(w.Language),
	}
	r.Sections = append(r.Sections, resolution.Section{Text: g.Lines(w)})
	if all := g.Findings(); len(all) > 0 {
		table := resolution.ReportTable{Columns: []string{w.Say("play.paragraph"), w.Say("guard.what"), w.Say("play.words")}}
		for _, u := range all {
			table.Rows = append(table.Rows, [][]resolution.Run{{{Text: u.Called(w)}}, {{Text: u.What(w)}}, u.Row.Inline})
		}
		r.Sections = append(r.Sections, resolution.Section{Heading: w.Say("guard.findings"), Table: table})
	}
	if len(g.ByHand) > 0 {
		r.Sections = append(r.Sections, g.handSection(w))
	}
	return r
}

func (g *Guard) handSection(w Words) resolution.Section {
	table := resolution.ReportTable{Columns: []string{w.Say("play.paragraph"), w.Say("guard.what"), w.Say("play.words")}}
	for _, m := range g.ByHand {
		mark, said := resolution.Inserted, "guard.added"
		if m.Struck {
			mark, said = resolution.Deleted, "guard.struck"
		}
		table.Rows = append(table.Rows, [][]resolution.Run{{{Text: m.Label}}, {{Text: w.Say(said)}}, {{Text: m.Words, Mark: mark}}})
	}
	return resolution.Section{Heading: w.Say("guard.hand-marks"), Text: []string{w.Say("guard.hand-about")}, Table: table}
}

// Called names the place of a finding in the interface's language: "OP3", "note 4", "masthead".
func (u Unmarked) Called(w Words) string {
	kind, _ := u.Row.Kind()
	switch u.Place {
	case FoundInNote:
		return w.Say("check.note", u.Label)
	case FoundInMasthead:
		return w.Say("kind.masthead")
	}
	return cmp.Or(u.Label, w.Say("kind."+string(kind)))
}

// What says what became of the place, how much that weighs and why, and that it was agreed.
func (u Unmarked) What(w Words) string {
	said := w.Say("class." + string(u.Row.Class))
	if u.Row.From != "" {
		said = w.Say("guard.moved-from", said, u.Row.From)
	}
	if u.Row.Reason != "" {
		said += " · " + w.Say("history.weight."+string(u.Row.Weight)) + ": " + u.Row.Reason
	}
	if s := u.status(); s != "" {
		said += " · " + w.Say("guard.was", w.Say("agreement."+string(s)))
	}
	return said
}

// status is how far the paragraph is agreed in the base, "" where it is not.
func (u Unmarked) status() resolution.Status {
	for _, c := range u.Row.Older {
		if s := c.Standing; s.Status == resolution.Agreed || s.Status == resolution.AgreedAdRef {
			return s.Status
		}
	}
	return ""
}

// GuardJSON is a guard as the terminal program prints it.
type GuardJSON struct {
	Base     CaptionJSON    `json:"base"`
	Marked   CaptionJSON    `json:"marked"`
	Tracked  int            `json:"tracked"` // changes that the file tracks
	Authors  []AuthorJSON   `json:"authors"` // and who made them
	Unmarked int            `json:"unmarked"`
	Masthead int            `json:"masthead"` // lines of it that differ
	Findings []UnmarkedJSON `json:"findings"`
	ByHand   HandJSON       `json:"by_hand"`
}

// AuthorJSON is somebody who tracked changes; the author is "" where the file names none.
type AuthorJSON struct {
	Author  string `json:"author"`
	Changes int    `json:"changes"`
}

// UnmarkedJSON is a change that nothing marks.
type UnmarkedJSON struct {
	Place    string   `json:"place"` // paragraph, note, masthead
	Label    string   `json:"label"` // "OP3", "4" for a note, "" for titles and the masthead
	Deleted  []string `json:"deleted"`
	Inserted []string `json:"inserted"`
	RowJSON
}

// HandJSON is what is marked by hand and not tracked.
type HandJSON struct {
	Struck int            `json:"struck"`
	Added  int            `json:"added"`
	Places []HandMarkJSON `json:"places"`
}

// HandMarkJSON is words that are marked by hand.
type HandMarkJSON struct {
	Label  string `json:"label"`
	Words  string `json:"words"`
	Struck bool   `json:"struck"`
}

// JSON gives the guard the form of the terminal program.
func (g *Guard) JSON() GuardJSON {
	out := GuardJSON{
		Base: captionJSON(g.Redline.Older, g.Older), Marked: captionJSON(g.Redline.Newer, g.Newer), Tracked: g.Marked(),
		Authors: []AuthorJSON{}, Unmarked: g.Silent(), Masthead: len(g.Masthead), Findings: []UnmarkedJSON{},
		ByHand: HandJSON{g.Struck(), g.Added(), []HandMarkJSON{}},
	}
	for _, c := range g.Changers {
		out.Authors = append(out.Authors, AuthorJSON{c.Author, c.Count})
	}
	for _, u := range g.Findings() {
		row := rowsJSON([]resolution.Row{u.Row})[0]
		f := UnmarkedJSON{u.Place, u.Label, []string{}, []string{}, row}
		for _, piece := range row.Words {
			switch {
			case strings.TrimSpace(piece[1]) == "": // where paragraphs were joined
			case piece[0] == "-":
				f.Deleted = append(f.Deleted, piece[1])
			case piece[0] == "+":
				f.Inserted = append(f.Inserted, piece[1])
			}
		}
		out.Findings = append(out.Findings, f)
	}
	for _, m := range g.ByHand {
		out.ByHand.Places = append(out.ByHand.Places, HandMarkJSON(m))
	}
	return out
}
