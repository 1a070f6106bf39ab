package app

import (
	"time"

	"mutatis/app/resolution"
)

// TextJSON is a text in the terminal program's lists.
type TextJSON struct {
	ID       int64  `json:"id"`
	Symbol   string `json:"symbol"`
	Number   string `json:"number"`
	Title    string `json:"title"`
	Language string `json:"language"`
	Session  int    `json:"session"`
	Stage    string `json:"stage"`
	Date     string `json:"date"`
	Label    string `json:"label"`
	Series   string `json:"series"`
	Sample   bool   `json:"sample"`
}

// TextJSON gives a text the form of the terminal program's lists.
func (a *App) TextJSON(t Text) TextJSON {
	return TextJSON{
		t.ID, t.Symbol, t.Number, t.Title, string(t.Language), t.Session, string(t.Stage), t.Date, t.Label,
		a.SeriesTitle(t.Series), t.Sample,
	}
}

// ComparisonJSON is a comparison as the terminal program prints it.
type ComparisonJSON struct {
	Older     CaptionJSON    `json:"older"`
	Newer     CaptionJSON    `json:"newer"`
	Counts    map[string]int `json:"counts"`
	Rows      []RowJSON      `json:"rows"`
	Footnotes []RowJSON      `json:"footnotes"`
}

// CaptionJSON names a text of a comparison.
type CaptionJSON struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Language string `json:"language"`
	Date     string `json:"date"`
}

// RowJSON is a row of a comparison. Words holds the text of both in order, each piece with "=", "-" or "+".
type RowJSON struct {
	Class  string      `json:"class"`
	Older  []CellJSON  `json:"older"`
	Newer  []CellJSON  `json:"newer"`
	From   string      `json:"from,omitempty"`
	Weight string      `json:"weight,omitempty"`
	Reason string      `json:"reason,omitempty"`
	Words  [][2]string `json:"words"`
}

// CellJSON is a paragraph of a row.
type CellJSON struct {
	Index  int    `json:"index"`
	Label  string `json:"label"`
	Kind   string `json:"kind"`
	Text   string `json:"text"`
	Status string `json:"status,omitempty"`
	Lost   bool   `json:"words_changed_since_agreed,omitempty"`
}

// JSON gives the comparison the form of the terminal program.
func (c *Comparison) JSON() ComparisonJSON {
	r := c.Redline
	out := ComparisonJSON{
		Older: captionJSON(r.Older, c.Older), Newer: captionJSON(r.Newer, c.Newer), Counts: map[string]int{},
		Rows: rowsJSON(r.Rows), Footnotes: rowsJSON(r.Footnotes),
	}
	for class, n := range r.Counts {
		out.Counts[string(class)] = n
	}
	return out
}

func captionJSON(c resolution.Caption, s Stored) CaptionJSON {
	return CaptionJSON{c.Name, c.Title, string(c.Language), s.Text.Date}
}

func rowsJSON(rows []resolution.Row) []RowJSON {
	out := []RowJSON{}
	for _, r := range rows {
		out = append(out, RowJSON{
			string(r.Class), cellsJSON(r.Older), cellsJSON(r.Newer), r.From, string(r.Weight), r.Reason, wordsJSON(r.Inline),
		})
	}
	return out
}

func cellsJSON(cells []resolution.Cell) []CellJSON {
	out := []CellJSON{}
	for _, c := range cells {
		out = append(out, CellJSON{c.Index, c.Label, string(c.Kind), plain(c.Runs), string(c.Standing.Status), c.Standing.Lost})
	}
	return out
}

// plain is the text of runs without numbers and note calls.
func plain(runs []resolution.Run) string {
	text, numeral := "", false
	for _, r := range runs {
		switch {
		case r.Style == resolution.Numeral:
			numeral = true
			continue
		case r.Style == resolution.Call, numeral && r.Text == " ":
		default:
			text += r.Text
		}
		numeral = false
	}
	return text
}

var opOf = map[resolution.Mark]string{
	resolution.Kept: "=", resolution.Moved: "=", resolution.Deleted: "-", resolution.Inserted: "+",
}

// wordsJSON joins neighbouring runs of one mark. Numbers and note calls are left out.
func wordsJSON(runs []resolution.Run) [][2]string {
	out := [][2]string{}
	for _, r := range runs {
		if r.Style == resolution.Call || r.Style == resolution.Numeral {
			continue
		}
		op := opOf[r.Mark]
		if n := len(out); n > 0 && out[n-1][0] == op {
			out[n-1][1] += r.Text
			continue
		}
		out = append(out, [2]string{op, r.Text})
	}
	return out
}

// PlayJSON is a state of play as the terminal program prints it.
type PlayJSON struct {
	Text       TextJSON       `json:"text"`
	Totals     map[string]int `json:"totals"`
	Lost       int            `json:"words_changed_since_agreed"`
	Paragraphs []PlayRowJSON  `json:"paragraphs"`
	Gone       []GoneJSON     `json:"gone"`
}

// PlayRowJSON is a paragraph of a state of play.
type PlayRowJSON struct {
	Index  int    `json:"index"`
	Label  string `json:"label"`
	Status string `json:"status"` // what stands now: "open" where the words changed since agreed
	Lost   bool   `json:"words_changed_since_agreed"`
	Was    string `json:"was,omitempty"` // the status that was lost
	Since  string `json:"since,omitempty"`
	Who    string `json:"who,omitempty"`
	Text   string `json:"text"`
	// Of a paragraph whose words changed since they were agreed: the words that were agreed, the text that holds them, and
	// both in order, each piece with "=", "-" or "+".
	Agreed   string      `json:"agreed_text,omitempty"`
	AgreedIn string      `json:"agreed_in,omitempty"`
	Words    [][2]string `json:"words,omitempty"`
}

// GoneJSON is an agreed paragraph that is no longer there.
type GoneJSON struct {
	Label  string `json:"label"`
	Status string `json:"status"`
	Text   string `json:"text"`
}

// PlayJSON gives a state of play the form of the terminal program.
func (a *App) PlayJSON(p Play) PlayJSON {
	out := PlayJSON{
		Text: a.TextJSON(p.Text), Totals: map[string]int{}, Lost: p.Lost, Paragraphs: []PlayRowJSON{}, Gone: []GoneJSON{},
	}
	for s, n := range p.Totals {
		out.Totals[string(s)] = n
	}
	for _, r := range p.Rows {
		out.Paragraphs = append(out.Paragraphs, playRowJSON(r))
	}
	for _, g := range p.Gone {
		out.Gone = append(out.Gone, GoneJSON{g.Label, string(g.Status), g.Words})
	}
	return out
}

func playRowJSON(r PlayRow) PlayRowJSON {
	row := PlayRowJSON{
		Index: r.Index, Label: r.Label, Status: string(r.Standing.Status), Lost: r.Standing.Lost, Who: r.Who, Text: r.Words,
	}
	if r.Standing.Lost {
		row.Was, row.Status = row.Status, string(resolution.Open)
	}
	if r.Agreed != "" {
		row.Agreed, row.AgreedIn, row.Words = r.Agreed, r.AgreedIn.Name(), wordsJSON(r.Changes)
	}
	if !r.Since.IsZero() {
		row.Since = r.Since.UTC().Format(time.RFC3339)
	}
	return row
}
