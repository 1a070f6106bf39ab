package app

import (
	"fmt"
	"strings"

	"mutatis/app/resolution"
)

// Report draws the history as it is printed: what was searched, every step with the words that changed, and where the
// words of the paragraph come from. Texts that left it as it was are told of in one line.
func (h History) Report(w Words) resolution.Report {
	r := resolution.Report{
		Title: w.Say("history.title", h.Label, h.Text.Name()), Subtitle: h.Title, Language: resolution.Language(w.Language),
	}
	r.Sections = append(r.Sections, resolution.Section{Text: []string{h.SearchedWords(w)}})
	for _, group := range h.grouped() {
		r.Sections = append(r.Sections, group.section(w))
	}
	if len(h.Births) > 0 {
		r.Sections = append(r.Sections, h.birthSection(w))
	}
	return r
}

// SearchedWords says in which texts was looked: a first appearance is no more than the first among these.
func (h History) SearchedWords(w Words) string {
	n := len(h.Searched)
	if n == 0 {
		return ""
	}
	return w.Say("history.searched", n, h.Searched[0].Name(), h.Searched[n-1].Name())
}

// stepGroup is a step, or several in a row that changed nothing.
type stepGroup []HistoryStep

func (h History) grouped() []stepGroup {
	var groups []stepGroup
	for _, s := range h.Steps {
		n := len(groups)
		if s.Event == Unchanged && n > 0 && groups[n-1][0].Event == Unchanged {
			groups[n-1] = append(groups[n-1], s)
		} else {
			groups = append(groups, stepGroup{s})
		}
	}
	return groups
}

func (g stepGroup) section(w Words) resolution.Section {
	if g[0].Event == Unchanged {
		var names []string
		for _, s := range g {
			names = append(names, s.Named(w))
		}
		return resolution.Section{Text: []string{w.Say("history.same", strings.Join(names, ", "))}}
	}
	s := g[0]
	section := resolution.Section{Heading: s.Named(w) + " · " + s.EventWords(w), Redline: []resolution.Row{s.Row}}
	if s.Row.Reason != "" {
		section.Text = append(section.Text, w.Say("history.weight."+string(s.Row.Weight))+": "+s.Row.Reason)
	}
	return section
}

// Named is the step's text, with its date and what the paragraph is called there.
func (s HistoryStep) Named(w Words) string {
	name := s.Text.Name()
	if day := w.Day(s.Text.Date); day != "" {
		name += fmt.Sprintf(" (%s)", day)
	}
	if s.Label != "" {
		name += ", " + s.Label
	}
	return name
}

// EventWords says what became of the paragraph.
func (s HistoryStep) EventWords(w Words) string {
	words := w.Say("history." + string(s.Event))
	if parts := map[HistoryEvent][]resolution.Cell{SplitUp: s.Row.Newer, MergedIn: s.Row.Older}[s.Event]; len(parts) > 1 {
		words += ": " + resolution.CellLabels(parts)
	}
	if s.Words.ID != 0 {
		words += ", " + w.Say("history.words-of", s.Words.Name())
	}
	if s.ByHand {
		words += ", " + w.Say("tag.by-hand")
	}
	return words
}

func (h History) birthSection(w Words) resolution.Section {
	table := resolution.ReportTable{Columns: []string{w.Say("history.born-in"), w.Say("history.date"), w.Say("history.words")}}
	for _, b := range h.Births {
		table.Rows = append(table.Rows, cells(b.Text.Name(), w.Day(b.Text.Date), strings.TrimSpace(b.Words)))
	}
	return resolution.Section{Heading: w.Say("history.births", h.Text.Name()), Table: table}
}

// HistoryJSON is a history as the terminal program prints it.
type HistoryJSON struct {
	Text      TextJSON          `json:"text"`
	Paragraph string            `json:"paragraph"`
	Index     int               `json:"index"`
	Searched  []TextJSON        `json:"searched"` // every text that was looked at, in order
	Steps     []HistoryStepJSON `json:"steps"`
	Births    []BornJSON        `json:"births"` // all words joined are the paragraph
}

// HistoryStepJSON is one step: its event, and what changed since the text before that has the paragraph.
type HistoryStepJSON struct {
	Text    TextJSON `json:"text"`
	Event   string   `json:"event"`              // first, same, reworded, split, merged, dropped, restored
	Since   string   `json:"since,omitempty"`    // the text it is compared with
	WordsOf string   `json:"words_of,omitempty"` // the earlier text whose very words came back
	ByHand  bool     `json:"by_hand,omitempty"`  // a person had a say in what it continues
	RowJSON
}

// BornJSON is a stretch of the paragraph and the text in which its words were first seen.
type BornJSON struct {
	Words   string `json:"words"`
	Text    string `json:"text"`
	Session int    `json:"session"`
	Date    string `json:"date"`
}

// HistoryJSON gives a history the form of the terminal program.
func (a *App) HistoryJSON(h History) HistoryJSON {
	out := HistoryJSON{Text: a.TextJSON(h.Text), Paragraph: h.Label, Index: h.Index, Steps: []HistoryStepJSON{}, Births: []BornJSON{}}
	for _, t := range h.Searched {
		out.Searched = append(out.Searched, a.TextJSON(t))
	}
	for _, s := range h.Steps {
		step := HistoryStepJSON{Text: a.TextJSON(s.Text), Event: string(s.Event), ByHand: s.ByHand, RowJSON: rowsJSON([]resolution.Row{s.Row})[0]}
		if s.Since.ID != 0 {
			step.Since = s.Since.Name()
		}
		if s.Words.ID != 0 {
			step.WordsOf = s.Words.Name()
		}
		out.Steps = append(out.Steps, step)
	}
	for _, b := range h.Births {
		out.Births = append(out.Births, BornJSON{b.Words, b.Text.Name(), b.Text.Session, b.Text.Date})
	}
	return out
}
