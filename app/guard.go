package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/docx"
	"mutatis/app/resolution"
	"mutatis/diff"
)

// Guard is what a Word file changes of its base text without marking it as a change. The file is read as if all its tracked
// changes were rejected: that is the base its author declares, and whatever differs in it from the base itself was changed
// in silence. Words that are set apart by hand as new ones are marked, if not tracked: they are told of by themselves.
type Guard struct {
	*Comparison                  // from the base to what the file declares to be its base
	Changers    []docx.Changer   // who marked how many changes
	ByHand      []HandMark       // struck or set apart by hand, in the order of the text
	Masthead    []resolution.Row // lines of the masthead that differ; none where one of the texts has no masthead
	masthead    []Judgement
}

// ErrNotWord says that a file is no Word file: only these track changes.
var ErrNotWord = errors.New("this is no Word file, and only these have tracked changes: compare shows everything that changed in it")

// NewGuard finds what a Word file, given by its name and bytes, changes of a base text without a mark. Of the view it heeds
// the statuses of the base.
func NewGuard(ctx context.Context, base Stored, name string, data []byte, v View) (*Guard, error) {
	if strings.ToLower(filepath.Ext(name)) != ".docx" {
		return nil, fmt.Errorf("%s: %w", name, ErrNotWord)
	}
	d, err := docx.Read(ctx, data, docx.Options{View: docx.Original})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	declared := Stored{Text: Text{Label: filepath.Base(name), Language: d.Draft.Language}, Draft: d.Draft}
	v = View{Standings: Standings{Older: v.Standings.Older}, Words: v.Words, declared: true}
	g := &Guard{Changers: d.Changes}
	if g.Comparison, err = Compare(ctx, base, declared, v); err != nil {
		return nil, err
	}
	h := newHand(d.Set, declared.Draft)
	if declared.Draft = h.without(g.Comparison); len(h.marks) > 0 && len(declared.Draft.Paragraphs) > 0 {
		if g.Comparison, err = Compare(ctx, base, declared, v); err != nil {
			return nil, err
		}
	}
	g.ByHand = h.marks
	g.Masthead, g.masthead = mastheadRows(base.Draft, declared.Draft)
	return g.In(v.Words), nil
}

// In is the guard with its reasons in another language of the interface.
func (g *Guard) In(w Words) *Guard {
	if w.english == nil {
		w = LoadWords("en")
	}
	said := *g
	said.Comparison = g.Comparison.In(w)
	said.Masthead = reasoned(g.Masthead, g.masthead, w)
	return &said
}

// Marked counts the tracked changes of the file.
func (g *Guard) Marked() (n int) {
	for _, c := range g.Changers {
		n += c.Count
	}
	return n
}

// The places of a finding.
const (
	FoundInText     = "paragraph"
	FoundInNote     = "note"
	FoundInMasthead = "masthead"
)

// Unmarked is a change that nothing in the file marks.
type Unmarked struct {
	Place string // one of the Found… constants
	Label string // what a delegate calls it: "OP3", "4" for a note; "" for titles and the masthead
	Row   resolution.Row
}

// Findings are the changes that nothing marks, in the order of the text; the notes, then the masthead stand last.
func (g *Guard) Findings() []Unmarked {
	var all []Unmarked
	for _, c := range g.AllChanges() {
		u := Unmarked{FoundInText, c.What.Label(), c.What}
		if c.Note {
			u.Place, u.Label = FoundInNote, g.noteNumber(c.What)
		}
		all = append(all, u)
	}
	for _, r := range g.Masthead {
		all = append(all, Unmarked{FoundInMasthead, "", r})
	}
	return all
}

// noteNumber is the number of a note: in the base, for there a person looks it up, else in the file.
func (g *Guard) noteNumber(r resolution.Row) string {
	if len(r.Older) > 0 {
		return g.Older.Draft.Footnotes[r.Older[0].Index].Number
	}
	return g.Newer.Draft.Footnotes[r.Newer[0].Index].Number
}

// mastheadLines are the fields of a masthead in the order in which they are printed.
func mastheadLines(h resolution.Header) []string {
	return append([]string{
		h.Organization, h.Symbol, h.Distribution, h.Date, h.Original, h.Session, h.Committee, h.AgendaItem, h.Adoption, h.Basis, h.Sponsors,
	}, strings.Join(h.Other, " "))
}

// mastheadRows compares two mastheads field by field. Words that only stand in another field are no change: in which field
// a line belongs is the reader's guess.
func mastheadRows(older, newer resolution.Draft) ([]resolution.Row, []Judgement) {
	a, b := mastheadLines(older.Header), mastheadLines(newer.Header)
	inA, inB := wordBag(a), wordBag(b)
	if len(inA) == 0 || len(inB) == 0 {
		return nil, nil
	}
	left, right := resolution.Draft{Language: older.Language}, resolution.Draft{Language: newer.Language}
	var pairs []Pairing
	for i := range a {
		if diff.Canonical(a[i]) == diff.Canonical(b[i]) || inB.holds(a[i]) && inA.holds(b[i]) {
			continue
		}
		p := Pairing{Class: resolution.Changed}
		p.Older, p.Class = headCell(&left, a[i], p.Class, resolution.New)
		p.Newer, p.Class = headCell(&right, b[i], p.Class, resolution.Gone)
		pairs = append(pairs, p)
	}
	return redlineRows(newSide(left, nil), newSide(right, nil), pairs, round{})
}

// headCell adds a field of the masthead to a draft of such, and answers its place, and the class of its row: without it is
// another one.
func headCell(d *resolution.Draft, text string, with, without resolution.Class) ([]int, resolution.Class) {
	if text == "" {
		return nil, without
	}
	d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Masthead, Text: text})
	return []int{len(d.Paragraphs) - 1}, with
}

// bag holds the words of a masthead.
type bag map[string]bool

func wordBag(lines []string) bag {
	words := bag{}
	for _, line := range lines {
		for _, w := range headWords(line) {
			words[w] = true
		}
	}
	return words
}

func (b bag) holds(line string) bool {
	return !slices.ContainsFunc(headWords(line), func(w string) bool { return !b[w] })
}

// headWords are the words of a line; each Han character is one.
func headWords(line string) []string {
	var apart strings.Builder
	for _, r := range diff.Canonical(line) {
		if unicode.Is(unicode.Han, r) {
			apart.WriteString(" " + string(r) + " ")
			continue
		}
		apart.WriteRune(r)
	}
	return strings.Fields(apart.String())
}
