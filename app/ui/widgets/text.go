package widgets

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Look says how a text is shown. The zero Look is the body of a document in English.
type Look struct {
	Language resolution.Language
	Size     float32             // of the letters; 0 means BodySize
	Leading  float32             // 0 means what the script asks for
	Align    typeset.Alignment   //
	Sans     bool                // the interface's face instead of the document's
	Color    fyne.ThemeColorName // "" means ColorInk
	Hits     []Hit               // what a search found
}

// BodySize is the size of document text on screen.
const BodySize = 14.5

// LabelSize is the size of labels beside document text: "PP2", "moved from PP7".
const LabelSize = 11

// Hit is a stretch of code points that a search found, [Start, End). Current marks the one the reader is at.
type Hit struct {
	Start, End int
	Current    bool
}

// Text is what a Paragraph shows. It is shaped when it is first measured and broken when a width asks for it. Make a
// new one for other words; a Text is used on the window's goroutine alone.
type Text struct {
	runs   []resolution.Run
	look   Look
	shaped *typeset.Paragraph
	block  typeset.Block
	length int // code points
	// lacking says that characters were missing while the fonts of the system were not known yet.
	lacking bool
}

// NewText makes a text of runs.
func NewText(runs []resolution.Run, look Look) *Text {
	t := &Text{runs: runs, look: look}
	for _, r := range runs {
		t.length += len([]rune(r.Text))
	}
	return t
}

// Plain makes a text of words without marks.
func Plain(words string, look Look) *Text {
	return NewText([]resolution.Run{{Text: words}}, look)
}

// Runs are what the text was made of. They must not be changed.
func (t *Text) Runs() []resolution.Run { return t.runs }

// Len is the number of code points.
func (t *Text) Len() int { return t.length }

// Height is the height of the text at a width.
func (t *Text) Height(width float32) float32 { return t.broken(width).Height }

// Estimate guesses the height without shaping.
func (t *Text) Estimate(width float32) float32 {
	return typeset.EstimateHeight(t.length, t.setting(), width)
}

func (t *Text) setting() typeset.Setting {
	s := typeset.Setting{
		Size: t.look.Size, Leading: t.look.Leading, Align: t.look.Align,
		Language: string(t.look.Language), RightToLeft: t.look.Language.RightToLeft(),
	}
	if s.Size == 0 {
		s.Size = BodySize
	}
	s.Leading = float32(math.Round(float64(s.LineHeight()))) / s.Size // whole pixels: lines stand at even distances
	return s
}

func (t *Text) broken(width float32) typeset.Block {
	shaped := t.paragraph()
	if t.block.Paragraph != shaped || t.block.Width != width {
		t.block = shaped.Break(width)
	}
	return t.block
}

func (t *Text) paragraph() *typeset.Paragraph {
	switch {
	case t.shaped == nil:
		t.shape()
		shelve(t)
	case t.lacking && typeset.SystemFontsKnown():
		t.shape() // now there may be a font for what was missing
	}
	return t.shaped
}

func (t *Text) shape() {
	known := typeset.SystemFontsKnown()
	t.shaped = typeset.Shape(t.spans(), t.setting())
	t.lacking = !known && len(t.shaped.Missing()) > 0
}

var runStyles = map[resolution.Style]typeset.Style{
	resolution.Italic: typeset.Italic,
	resolution.Bold:   typeset.Bold,
	resolution.Call:   typeset.Raised,
}

var markStyles = map[resolution.Mark]typeset.Style{
	resolution.Inserted: typeset.Underline,
	resolution.Deleted:  typeset.Strike,
	resolution.Moved:    typeset.DoubleUnderline,
}

// spans turns runs into what typeset sets: one span for each run, its tag the index of the run.
func (t *Text) spans() []typeset.Span {
	spans := make([]typeset.Span, len(t.runs))
	for i, r := range t.runs {
		style := runStyles[r.Style] | markStyles[r.Mark]
		if t.look.Sans {
			style |= typeset.Sans
		}
		spans[i] = typeset.Span{Text: r.Text, Style: style, Tag: i}
	}
	return spans
}

// copied is the text between two code points as a person wants it in another document: without note calls, and
// without deleted words unless nothing else is selected.
func (t *Text) copied(start, end int) string {
	var words, deleted strings.Builder
	at := 0
	for _, r := range t.runs {
		part := []rune(r.Text)
		from, to := max(start-at, 0), min(end-at, len(part))
		at += len(part)
		if from >= to || r.Style == resolution.Call {
			continue
		}
		if r.Mark == resolution.Deleted {
			deleted.WriteString(string(part[from:to]))
			continue
		}
		words.WriteString(string(part[from:to]))
	}
	if strings.TrimSpace(words.String()) == "" {
		return deleted.String()
	}
	return words.String()
}

// runAt is the run that holds a code point; false beyond the end.
func (t *Text) runAt(offset int) (resolution.Run, bool) {
	at := 0
	for _, r := range t.runs {
		at += len([]rune(r.Text))
		if offset < at {
			return r, true
		}
	}
	return resolution.Run{}, false
}
