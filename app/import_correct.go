package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	To     int    `json:"to,omitempty"`     // before which paragraph a line was put
	After  string `json:"after,omitempty"`  // the words of the paragraph before that place
	Old    string `json:"old,omitempty"`    // a word as it stood
	New    string `json:"new,omitempty"`    // and as it was set right
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
	CorrectWord      = "word"
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
	CorrectTakeIn: (*Import).takeIn, CorrectConfirm: (*Import).confirm, CorrectWord: (*Import).mendWord,
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
