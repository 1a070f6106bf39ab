package pdf

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Places in a redline, in points.
const (
	labelColumn = 66
	newsSize    = 7
	labelFont   = 7.5
)

func captions(r resolution.Redline) string { return r.Older.Name + " → " + r.Newer.Name }

// redline sets a comparison: what is compared, the counts, every row with its label, marks and news.
func (c *composer) redline(r resolution.Redline) {
	c.heading(captions(r), c.letters.text*1.35, 2)
	for _, caption := range []resolution.Caption{r.Older, r.Newer} {
		if caption.Detail != "" {
			c.small(caption.Name+": "+caption.Detail, 2)
		}
	}
	if r.Newer.Title != "" {
		c.heading(r.Newer.Title, c.letters.text*1.1, 6)
	}
	c.legend(r.Counts)
	c.rows(r.Rows, r.Older.Language, r.Newer.Language)
	if len(r.Footnotes) > 0 {
		c.heading(c.words.say("footnotes"), c.letters.text*1.1, 16)
		c.rows(r.Footnotes, r.Older.Language, r.Newer.Language)
	}
}

// heading sets a bold line across the measure.
func (c *composer) heading(text string, size, before float32) {
	s := c.setting()
	s.Size, s.Align = size, typeset.Start
	b := c.block([]typeset.Span{{Text: text, Style: typeset.Bold}}, s, c.measure)
	c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(b, 0, 0)}, Before: before, Together: true, WithNext: true, Bookmark: text})
}

// small sets a line of the interface's words.
func (c *composer) small(text string, before float32) {
	b, _ := c.line(text, labelFont, typeset.Sans, c.measure)
	c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(b, 0, 0)}, Before: before, WithNext: true})
}

var classOrder = []resolution.Class{
	resolution.Same, resolution.Changed, resolution.MovedOnly, resolution.MovedChanged,
	resolution.Split, resolution.Merged, resolution.New, resolution.Gone,
}

// legend counts the rows of each class and shows what the marks look like.
func (c *composer) legend(counts resolution.Counts) {
	var parts []string
	for _, class := range classOrder {
		if n := counts[class]; n > 0 {
			parts = append(parts, c.words.say("class."+string(class))+": "+strconv.Itoa(n))
		}
	}
	c.small(strings.Join(parts, " · "), 6)
	spans := []typeset.Span{}
	for _, mark := range []struct {
		mark resolution.Mark
		key  string
	}{{resolution.Inserted, "mark.inserted"}, {resolution.Deleted, "mark.deleted"}, {resolution.Moved, "mark.moved"}} {
		look := looks[mark.mark]
		spans = append(spans, typeset.Span{Text: c.words.say(mark.key), Style: look.style | typeset.Sans, Tag: look.ink},
			typeset.Span{Text: "   ", Style: typeset.Sans})
	}
	c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(c.block(spans, c.spoken(labelFont), c.measure), 0, 0)}, Before: 2})
}

// A look is how a mark is drawn: by a stroke, and by an ink that only repeats what the stroke says.
type look struct {
	style typeset.Style
	ink   int
}

var looks = map[resolution.Mark]look{
	resolution.Inserted: {typeset.Underline, inkInserted},
	resolution.Deleted:  {typeset.Strike, inkDeleted},
	resolution.Moved:    {typeset.DoubleUnderline, inkMoved},
}

var runStyles = map[resolution.Style]typeset.Style{
	resolution.Italic: typeset.Italic, resolution.Bold: typeset.Bold, resolution.Call: typeset.Raised,
}

// marked turns runs into spans, and answers where a bar shall say that something changed. Letters of Arabic do not join
// across a change of mark: the deleted word and the one put in its place are two.
func marked(runs []resolution.Run) ([]typeset.Span, []typeset.Extent) {
	var spans []typeset.Span
	var bars []typeset.Extent
	at := 0
	for i, r := range runs {
		look := looks[r.Mark]
		text := r.Text
		if i > 0 && runs[i-1].Mark != r.Mark && joins(runs[i-1].Text, text) {
			text = nonJoiner + text
		}
		length := len([]rune(text))
		spans = append(spans, typeset.Span{Text: text, Style: runStyles[r.Style] | look.style, Tag: look.ink})
		if r.Mark != resolution.Kept && length > 0 {
			bars = append(bars, typeset.Extent{Start: at, End: at + length})
		}
		at += length
	}
	return spans, bars
}

const nonJoiner = "\u200c"

// joins reports whether two texts meet with Arabic letters.
func joins(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.Is(unicode.Arabic, last) && unicode.Is(unicode.Arabic, first)
}

// rows sets every row: what delegates call the paragraph, both texts in one, and below what became of it.
func (c *composer) rows(rows []resolution.Row, older, newer resolution.Language) {
	own := c.language
	for _, r := range rows {
		c.language = firstLanguage(newer, own)
		if len(r.Newer) == 0 {
			c.language = firstLanguage(older, own)
		}
		c.row(r)
	}
	c.language = own
}

func firstLanguage(languages ...resolution.Language) resolution.Language {
	for _, l := range languages {
		if l != "" {
			return l
		}
	}
	return ""
}

func (c *composer) row(r resolution.Row) {
	s := c.setting()
	kind, level := r.Kind()
	if kind != resolution.Operative && kind != resolution.Preambular && kind != resolution.Subparagraph {
		s.Align = typeset.Start
	}
	x := labelColumn + indent*float32(min(max(level, 0), 4))
	spans, bars := marked(r.Inline)
	text := c.cell(c.block(spans, s, c.measure-x), x, 0)
	text.Bars = bars
	cells := []typeset.Cell{text}
	name := r.Label()
	if name != "" {
		b, _ := c.line(name, labelFont, typeset.Bold|typeset.Sans, labelColumn-8)
		cells = append([]typeset.Cell{c.cell(b, 0, (c.lineHeight()-labelFont*1.25)/2)}, cells...)
	}
	piece := typeset.Piece{Cells: cells, Before: c.lineHeight() * 0.55}
	if r.Class != resolution.Same {
		piece.Bookmark = strings.TrimSpace(name + " " + c.what(r))
		piece.Level = 1
	}
	news := c.news(r)
	piece.WithNext = news != ""
	c.add(piece)
	if news != "" {
		spans := []typeset.Span{{Text: news, Style: typeset.Sans, Tag: inkQuiet}}
		b := c.block(spans, c.spoken(newsSize), c.measure-x)
		c.add(typeset.Piece{Cells: []typeset.Cell{c.cell(b, x, 0)}, Before: 1.5, Together: true})
	}
}

// news says what became of a paragraph, how much that weighs and why, and how far it is agreed.
func (c *composer) news(r resolution.Row) string {
	var parts []string
	if r.Class != "" && r.Class != resolution.Same {
		parts = append(parts, c.what(r))
	}
	if r.Weight != "" {
		parts = append(parts, c.words.say("weight."+string(r.Weight)))
	}
	if r.Reason != "" {
		parts = append(parts, r.Reason)
	}
	for _, cell := range r.Newer {
		if standing := c.standing(cell.Standing); standing != "" {
			parts = append(parts, standing)
		}
	}
	return strings.Join(parts, " · ")
}

// what names the class of a row: "moved from PP7", "split: OP3 → OP3, OP4".
func (c *composer) what(r resolution.Row) string {
	switch {
	case r.From != "":
		return strings.Replace(c.words.say("from."+string(r.Class)), "%s", r.From, 1)
	case r.Class == resolution.Split || r.Class == resolution.Merged:
		return c.words.say("class."+string(r.Class)) + ": " + resolution.CellLabels(r.Older) + " → " + resolution.CellLabels(r.Newer)
	}
	what := c.words.say("class." + string(r.Class))
	if was := resolution.CellLabels(r.Older); was != "" && len(r.Newer) > 0 && was != resolution.CellLabels(r.Newer) {
		what += " (" + strings.Replace(c.words.say("was"), "%s", was, 1) + ")"
	}
	return what
}

// standing says how far a paragraph is agreed; an open one needs no words.
func (c *composer) standing(s resolution.Standing) string {
	switch {
	case s.Lost:
		key := "lost." + string(s.Status)
		if _, known := c.words[key]; !known {
			key = "lost"
		}
		return c.words.say(key)
	case s.Status != "" && s.Status != resolution.Open:
		return c.words.say("status." + string(s.Status))
	}
	return ""
}
