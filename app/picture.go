package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// Picture is every paragraph of a series through all its texts: a row a paragraph, a column a text. What stands around
// the body (masthead, title, organ, closing lines) is not in it. It is computed once and never changes.
type Picture struct {
	Title    string
	Language resolution.Language
	Texts    []Text       // in order
	Rows     []PictureRow // in the order of the newest text; what it lacks stands where it stood before
	Ties     []PictureTie
	Lives    *Lives
	Took     time.Duration
}

// PictureRow is one paragraph through the texts. The other parts of one that was split are rows of their own.
type PictureRow struct {
	Cells       []PictureCell // one a text
	First, Last int           // the columns in which it is first and last there
	Label       string        // what it is called in the last
	Words       string        // its last wording
	Kind        resolution.Kind
}

// PictureCell is a paragraph in one text.
type PictureCell struct {
	Event   HistoryEvent // "" where it is not there; Dropped in the first text that lacks it
	Index   int          // its place in that text; -1 where it is not there
	Label   string
	Changed float64 // the share of its words that changed since it was last there, 0…1
	Moved   bool    // it stands elsewhere than in the text before
}

// There reports whether the text has the paragraph.
func (c PictureCell) There() bool { return c.Index >= 0 }

// PictureTie says that a paragraph became part of another row, or went on in another row as well.
type PictureTie struct{ FromRow, FromText, ToRow, ToText int }

// Picture draws all paragraphs that were followed.
func (l *Lives) Picture() *Picture {
	start := time.Now()
	p := &Picture{Lives: l}
	for _, s := range l.Texts {
		p.Texts = append(p.Texts, s.Text)
	}
	if n := len(l.Texts); n > 0 {
		p.Title, p.Language = l.Texts[n-1].Draft.Title(), l.Texts[n-1].Draft.Language
	}
	rowOf := map[diff.Place]int{}
	labels := make([][]string, len(l.Texts))
	for n, s := range l.Texts {
		labels[n] = s.Draft.Labels()
	}
	for _, x := range l.inReadingOrder() {
		for _, s := range x {
			rowOf[s.Place] = len(p.Rows)
		}
		p.Rows = append(p.Rows, l.pictureRow(x, labels))
	}
	p.Ties = l.ties(rowOf)
	p.Took = time.Since(start)
	return p
}

// inReadingOrder lists the lineages of the body as the newest text has them; what a text lacks stands behind what it
// followed in the last text that had it.
func (l *Lives) inReadingOrder() []diff.Lineage {
	of := map[diff.Place]int{}
	for n, x := range l.lineages {
		for _, s := range x {
			of[s.Place] = n
		}
	}
	var order []int
	placed := map[int]bool{}
	for t := len(l.Texts) - 1; t >= 0; t-- {
		at := 0 // where in the order the next one of this text goes, if it is not there yet
		for i, paragraph := range l.Texts[t].Draft.Paragraphs {
			n, known := of[diff.Place{Text: t, Paragraph: i}]
			switch {
			case !known || aroundBody[paragraph.Kind]:
			case placed[n]:
				at = slices.Index(order, n) + 1
			default:
				order = slices.Insert(order, at, n)
				placed[n] = true
				at++
			}
		}
	}
	out := make([]diff.Lineage, len(order))
	for k, n := range order {
		out[k] = l.lineages[n]
	}
	return out
}

func (l *Lives) pictureRow(x diff.Lineage, labels [][]string) PictureRow {
	row := PictureRow{Cells: make([]PictureCell, len(l.Texts)), First: x[0].Text, Last: x[len(x)-1].Text}
	for i := range row.Cells {
		row.Cells[i].Index = -1
	}
	for k, s := range x {
		cell := PictureCell{Index: s.Paragraph, Label: labels[s.Text][s.Paragraph], Moved: s.Moved}
		cell.Event, cell.Changed = l.eventIn(x, k)
		row.Cells[s.Text] = cell
		next := len(l.Texts)
		if k+1 < len(x) {
			next = x[k+1].Text
		}
		if s.Text+1 < next && !l.goesOn(s) {
			row.Cells[s.Text+1].Event = Dropped
		}
	}
	last := x[len(x)-1]
	paragraph := l.Texts[last.Text].Draft.Paragraphs[last.Paragraph]
	row.Label, row.Words, row.Kind = labels[last.Text][last.Paragraph], strings.TrimSpace(paragraph.Text), paragraph.Kind
	return row
}

// goesOn reports whether the next text has the words of a step, in this row or in another.
func (l *Lives) goesOn(s diff.Step) bool {
	return slices.ContainsFunc(s.Into, func(p diff.Place) bool { return p.Text == s.Text+1 })
}

// eventIn says what became of a lineage at its k-th step, and how many of its words changed.
func (l *Lives) eventIn(x diff.Lineage, k int) (HistoryEvent, float64) {
	s := x[k]
	if k == 0 {
		if len(s.From) > 0 {
			return SplitUp, 1 - l.alike(s.From[0], s.Place)
		}
		return FirstSeen, 0
	}
	before := x[k-1]
	changed := 1 - l.alike(before.Place, s.Place)
	switch {
	case s.Text-before.Text > 1:
		return Restored, changed
	case len(s.From) > 1:
		return MergedIn, changed
	case slices.ContainsFunc(before.Into, func(p diff.Place) bool { return p != s.Place && p.Text == s.Text }):
		return SplitUp, changed
	case changed > 0:
		return Reworded, changed
	}
	return Unchanged, 0
}

// alike is the share of words that two paragraphs have in common, 1 for the same words.
func (l *Lives) alike(older, newer diff.Place) float64 {
	a, b := l.wording(older), l.wording(newer)
	if diff.Canonical(a) == diff.Canonical(b) {
		return 1
	}
	var same, whole int
	for _, s := range diff.Words(a, b) {
		n := len([]rune(s.A)) + len([]rune(s.B))
		whole += n
		if s.Op == diff.Equal {
			same += n
		}
	}
	return min(float64(same)/float64(max(whole, 1)), .99) // however little changed, it shows
}

func (l *Lives) wording(p diff.Place) string {
	return l.Texts[p.Text].Draft.Paragraphs[p.Paragraph].Text
}

// ties are the links from one row to another.
func (l *Lives) ties(rowOf map[diff.Place]int) []PictureTie {
	var ties []PictureTie
	for _, x := range l.lineages {
		for _, s := range x {
			to, drawn := rowOf[s.Place]
			for _, from := range s.From {
				if row, known := rowOf[from]; drawn && known && row != to {
					ties = append(ties, PictureTie{row, from.Text, to, s.Text})
				}
			}
		}
	}
	return ties
}

// Short is the text's name where there is little room: "59/262", "L.45", "Rev.1".
func (t Text) Short() string {
	if s, err := resolution.ParseSymbol(t.Symbol); err == nil && s.Rev > 0 {
		return fmt.Sprintf("Rev.%d", s.Rev)
	}
	if t.Number != "" {
		return t.Number
	}
	name := strings.TrimPrefix(t.Name(), "A/RES/")
	if _, rest, ok := strings.Cut(name, "/L."); ok {
		return "L." + rest
	}
	return name
}

// Step is what became of a row in a column: the redline against the text before, with its reason. False where nothing
// is said of it there.
func (p *Picture) Step(row, column int, w Words) (HistoryStep, bool) {
	cell := p.Rows[row].Cells[column]
	if cell.Event == "" {
		return HistoryStep{}, false
	}
	at := diff.Place{Text: column, Paragraph: cell.Index}
	if !cell.There() {
		for n := column - 1; n >= 0 && !cell.There(); n-- {
			cell = p.Rows[row].Cells[n]
			at = diff.Place{Text: n, Paragraph: cell.Index}
		}
	}
	for _, s := range p.Lives.steps(diff.Follow(p.Lives.lineages, at)) {
		if s.Text.ID == p.Texts[column].ID {
			s.Row.Reason = s.judged.Say(w)
			return s, true
		}
	}
	return HistoryStep{}, false
}

// Year is the year of a text: that of its date, else that in which its session opened; "" where neither is known.
func (t Text) Year() string {
	if len(t.Date) >= 4 {
		return t.Date[:4]
	}
	if t.Session > 0 {
		return strconv.Itoa(1945 + t.Session)
	}
	return ""
}

// CountWords counts the words of a stretch of text; in Chinese each character is one.
func CountWords(text string) int {
	n, inside := 0, false
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			n, inside = n+1, false
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if !inside {
				n++
			}
			inside = true
		case unicode.IsSpace(r), r == '(':
			inside = false
		}
	}
	return n
}
