package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// ImportCorrection is one thing a person set right in a reading. It says enough to be made again on a new reading of the same
// source, where paragraphs are found by their words.
type ImportCorrection struct {
	What   string `json:"what"`             // one of the Correct… constants
	At     int    `json:"at"`               // the paragraph, or for a note, a left-out line: its index
	Words  string `json:"words"`            // what stood there before the correction
	Number string `json:"number,omitempty"` // the new number, or the note's
	Kind   string `json:"kind,omitempty"`   // the new kind
	Offset int    `json:"offset,omitempty"` // where it was split, in code points
	To     int    `json:"to,omitempty"`     // where a line or a note was put
}

// What a correction did.
const (
	CorrectKind      = "kind"
	CorrectNumber    = "number"
	CorrectJoin      = "join"
	CorrectSplit     = "split"
	CorrectNote      = "note"
	CorrectParagraph = "paragraph"
	CorrectLeaveOut  = "leave out"
	CorrectTakeIn    = "take in"
	CorrectConfirm   = "confirm"
)

// before is a reading as it was before a correction.
type before struct {
	draft       resolution.Draft
	problems    []resolution.Problem
	corrections int
}

// ErrNoPlace says that a correction names a place that the text has not.
var ErrNoPlace = errors.New("the text has no such place: choose a paragraph first")

// correct makes one correction and keeps it; nothing is changed where it fails.
func (i *Import) correct(c ImportCorrection) error {
	do, ok := mends[c.What]
	if !ok {
		return fmt.Errorf("there is no correction %q: the text was corrected with a newer program", c.What)
	}
	was := before{copyDraft(i.Draft), slices.Clone(i.Problems), len(i.Corrections)}
	if err := do(i, &c); err != nil {
		i.Draft, i.Problems = was.draft, was.problems
		return err
	}
	i.past = append(i.past, was)
	i.Corrections = append(i.Corrections, c)
	i.aligned = nil
	return nil
}

// mends says how each is made. A correction is given what it takes away.
var mends = map[string]func(*Import, *ImportCorrection) error{
	CorrectKind: (*Import).setKind, CorrectNumber: (*Import).setNumber, CorrectJoin: (*Import).join, CorrectSplit: (*Import).split,
	CorrectNote: (*Import).makeNote, CorrectParagraph: (*Import).makeParagraph, CorrectLeaveOut: (*Import).leaveOut,
	CorrectTakeIn: (*Import).takeIn, CorrectConfirm: (*Import).confirm,
}

// SetKind corrects what a paragraph was taken for, and with it the opening that is set in italics.
func (i *Import) SetKind(at int, kind resolution.Kind) error {
	return i.correct(ImportCorrection{What: CorrectKind, At: at, Kind: string(kind)})
}

// SetNumber corrects a paragraph's number.
func (i *Import) SetNumber(at int, number string) error {
	return i.correct(ImportCorrection{What: CorrectNumber, At: at, Number: number})
}

// Join puts a paragraph together with the one after it.
func (i *Import) Join(at int) error { return i.correct(ImportCorrection{What: CorrectJoin, At: at}) }

// Split cuts a paragraph in two at an offset in code points. The second becomes of the kind of the first, and takes a
// number that stands at its head.
func (i *Import) Split(at, offset int) error {
	return i.correct(ImportCorrection{What: CorrectSplit, At: at, Offset: offset})
}

// MakeNote turns a paragraph into a footnote. Its number is the mark at its head where none is given.
func (i *Import) MakeNote(at int, number string) error {
	return i.correct(ImportCorrection{What: CorrectNote, At: at, Number: number})
}

// MakeParagraph turns a footnote into a paragraph: behind the one that calls it, or the last one where none does.
func (i *Import) MakeParagraph(note int) error {
	return i.correct(ImportCorrection{What: CorrectParagraph, At: note})
}

// LeaveOut takes a paragraph for page furniture.
func (i *Import) LeaveOut(at int) error {
	return i.correct(ImportCorrection{What: CorrectLeaveOut, At: at})
}

// TakeIn makes a left-out line a paragraph before the one at an index, or the last one where at is their number.
func (i *Import) TakeIn(left, at int) error {
	return i.correct(ImportCorrection{What: CorrectTakeIn, At: left, To: at})
}

// Confirm says that a paragraph was looked at and is right as it is.
func (i *Import) Confirm(at int) error {
	return i.correct(ImportCorrection{What: CorrectConfirm, At: at})
}

// Undo takes back the last correction, and says whether there was one.
func (i *Import) Undo() bool {
	if len(i.past) == 0 {
		return false
	}
	last := i.past[len(i.past)-1]
	i.past = i.past[:len(i.past)-1]
	i.Draft, i.Problems, i.Corrections = last.draft, last.problems, i.Corrections[:last.corrections]
	i.aligned = nil
	return true
}

// Corrected reports whether Undo has something to take back.
func (i *Import) Corrected() bool { return len(i.past) > 0 }

// copyDraft copies what corrections change.
func copyDraft(d resolution.Draft) resolution.Draft {
	d.Paragraphs = slices.Clone(d.Paragraphs)
	d.Footnotes = slices.Clone(d.Footnotes)
	d.LeftOut = slices.Clone(d.LeftOut)
	return d
}

func (i *Import) has(at int) bool { return at >= 0 && at < len(i.Draft.Paragraphs) }

func (i *Import) setKind(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	kind := resolution.Kind(c.Kind)
	if !slices.Contains(resolution.Kinds, kind) {
		return fmt.Errorf("there is no kind of paragraph %q", c.Kind)
	}
	p := &i.Draft.Paragraphs[c.At]
	c.Words = p.Text
	p.Kind = kind
	p.Opening = resolution.Opening(p.Text, kind, i.Draft.Language)
	if kind == resolution.Subparagraph && p.Level == 0 {
		p.Level = 1
	} else if kind != resolution.Subparagraph && kind != resolution.Annex {
		p.Level = 0
	}
	i.settle(c.At)
	return nil
}

func (i *Import) setNumber(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	p := &i.Draft.Paragraphs[c.At]
	c.Words = p.Text
	p.Number = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(c.Number), "."))
	i.settle(c.At)
	return nil
}

func (i *Import) confirm(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	c.Words = i.Draft.Paragraphs[c.At].Text
	i.settle(c.At)
	return nil
}

// settle drops the problems of a paragraph that a person has looked at.
func (i *Import) settle(at int) {
	i.Problems = slices.DeleteFunc(slices.Clone(i.Problems), func(p resolution.Problem) bool { return p.Paragraph == at })
}

// shift moves the problems of the paragraphs from one on.
func (i *Import) shift(from, by int) {
	i.Problems = slices.Clone(i.Problems)
	for k := range i.Problems {
		if p := &i.Problems[k]; p.Paragraph >= from {
			p.Paragraph += by
		}
	}
}

// join puts a paragraph and the next together. A number of the second stands in the text: it is a word of the source.
func (i *Import) join(c *ImportCorrection) error {
	if !i.has(c.At) || !i.has(c.At+1) {
		return ErrNoPlace
	}
	ps := i.Draft.Paragraphs
	first, second := ps[c.At], ps[c.At+1]
	c.Words = first.Text
	tail := second.Text
	moved := 0
	if n := second.Number; n != "" {
		head := second.Numeral(i.Draft.Language)
		if head == "" {
			head = n
		}
		tail = strings.TrimRight(head+" "+second.Text, " ")
		moved = len([]rune(head)) + 1
	}
	between := seam(first.Text, tail)
	base := len([]rune(first.Text + between))
	joined := first
	joined.Text = first.Text + between + tail
	joined.Notes = slices.Clone(first.Notes)
	for _, n := range second.Notes {
		joined.Notes = append(joined.Notes, resolution.NoteCall{Number: n.Number, Offset: n.Offset + base + moved})
	}
	joined.Opening = resolution.Opening(joined.Text, joined.Kind, i.Draft.Language)
	ps[c.At] = joined
	i.Draft.Paragraphs = slices.Delete(ps, c.At+1, c.At+2)
	i.settle(c.At)
	i.settle(c.At + 1)
	i.shift(c.At+2, -1)
	return nil
}

// seam is what stands between two texts that are joined: nothing between Han characters and after a hyphen.
func seam(a, b string) string {
	last, first := lastRune(a), firstRune(b)
	switch {
	case a == "" || b == "", unicode.IsSpace(last), unicode.IsSpace(first):
		return ""
	case unbroken(last) && unbroken(first):
		return ""
	}
	return " "
}

// unbroken reports signs that are written without blanks between them.
func unbroken(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	last := rune(0)
	for _, r := range s {
		last = r
	}
	return last
}

// split cuts a paragraph. Its calls go with the words before them; blanks at the cut are dropped.
func (i *Import) split(c *ImportCorrection) error {
	if !i.has(c.At) {
		return ErrNoPlace
	}
	p := i.Draft.Paragraphs[c.At]
	c.Words = p.Text
	runes := []rune(p.Text)
	if c.Offset <= 0 || c.Offset >= len(runes) {
		return errors.New("a paragraph is split between two of its words: set the caret there first")
	}
	head := strings.TrimRightFunc(string(runes[:c.Offset]), unicode.IsSpace)
	rest := strings.TrimLeftFunc(string(runes[c.Offset:]), unicode.IsSpace)
	if head == "" || rest == "" {
		return errors.New("a paragraph is split between two of its words: set the caret there first")
	}
	first, second := p, p
	first.Text, first.Notes = head, nil
	second.Text, second.Notes, second.Number = rest, nil, ""
	start := len(runes) - len([]rune(rest))
	for _, n := range p.Notes {
		if n.Offset <= c.Offset {
			first.Notes = append(first.Notes, resolution.NoteCall{Number: n.Number, Offset: min(n.Offset, len([]rune(head)))})
		} else {
			second.Notes = append(second.Notes, resolution.NoteCall{Number: n.Number, Offset: max(0, n.Offset-start)})
		}
	}
	i.takeLabel(&second)
	first.Opening = resolution.Opening(first.Text, first.Kind, i.Draft.Language)
	second.Opening = resolution.Opening(second.Text, second.Kind, i.Draft.Language)
	i.Draft.Paragraphs[c.At] = first
	i.Draft.Paragraphs = slices.Insert(i.Draft.Paragraphs, c.At+1, second)
	i.settle(c.At)
	i.shift(c.At+1, 1)
	return nil
}

// takeLabel makes a label at the head of a paragraph its number.
func (i *Import) takeLabel(p *resolution.Paragraph) {
	label, n := resolution.SplitLabel(p.Text)
	if n == 0 || label == "" {
		return
	}
	runes := []rune(p.Text)
	rest := strings.TrimLeftFunc(string(runes[n:]), unicode.IsSpace)
	if rest == "" {
		return
	}
	cut := len(runes) - len([]rune(rest))
	p.Text, p.Number = rest, label
	p.Notes = slices.Clone(p.Notes)
	for k := range p.Notes {
		p.Notes[k].Offset = max(0, p.Notes[k].Offset-cut)
	}
}

func (i *Import) makeNote(c *ImportCorrection) error {
	return ErrNoPlace
}

func (i *Import) makeParagraph(c *ImportCorrection) error {
	return ErrNoPlace
}

func (i *Import) leaveOut(c *ImportCorrection) error {
	return ErrNoPlace
}

func (i *Import) takeIn(c *ImportCorrection) error {
	return ErrNoPlace
}

// Doubts lists the paragraphs that have problems, in their order.
func (i *Import) Doubts() []int {
	var at []int
	for _, p := range i.Problems {
		if i.has(p.Paragraph) {
			at = append(at, p.Paragraph)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// NextDoubt is the first paragraph after from that has a problem, from the beginning again after the last; -1 for none.
func (i *Import) NextDoubt(from int) int {
	doubts := i.Doubts()
	if len(doubts) == 0 {
		return -1
	}
	at, _ := slices.BinarySearch(doubts, from+1)
	return doubts[at%len(doubts)]
}

// Redo makes corrections again on a new reading of the same source. Those that no longer fit come back, each with a
// sentence in the reading's problems.
func Redo(corrections []ImportCorrection, fresh *Import) (lost []ImportCorrection) {
	return nil
}
