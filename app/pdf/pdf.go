// Package pdf writes a draft, a redline or a report as printed pages.
//
// The pages look like the documents of the United Nations: masthead, numbered paragraphs with their first line
// indented, notes at the foot of the page where they are called, a running head from the second page on. They are laid
// out by typeset, so that a window can show exactly what is printed. Every word can be read back out of the file.
package pdf

import (
	"errors"
	"io"
	"time"

	"mutatis/app/resolution"
	"mutatis/app/typeset"
)

// Paper is a size of paper.
type Paper uint8

// The sizes of paper.
const (
	A4 Paper = iota
	Letter
)

// paperSizes are widths and heights in points.
var paperSizes = map[Paper][2]float32{A4: {595.28, 841.89}, Letter: {612, 792}}

// Margins are the distances from the edges of the paper to the text in points. A zero asks for what the documents of
// the United Nations have.
type Margins struct {
	Top, Bottom float32
	Side        float32 // of the running head; a clean text is set narrower
}

// Options say how pages are made. The zero value is a page of A4.
type Options struct {
	Paper    Paper
	Margins  Margins
	Label    string    // stands at the head of every page: "Sample", "Draft of 3 November"
	Hash     string    // stands small at the foot of every page and says which text this is
	Language string    // of the words beside the text, ISO 639-1; those there are no words in get English
	Now      time.Time // the date of the file; the same input with the same date is the same file, byte for byte
}

// Write writes a clean text.
func Write(w io.Writer, d resolution.Draft, o Options) error {
	pages, err := LayOut(d, o)
	if err != nil {
		return err
	}
	return writePages(w, pages, about{draftName(d), string(d.Language), d.Language.RightToLeft(), o.Now})
}

// WriteRedline writes a comparison, both texts in one.
func WriteRedline(w io.Writer, r resolution.Redline, o Options) error {
	pages, err := LayOutRedline(r, o)
	if err != nil {
		return err
	}
	return writePages(w, pages, about{captions(r), string(r.Newer.Language), r.Newer.Language.RightToLeft(), o.Now})
}

// WriteReport writes a list: a state of play, a brief, a history.
func WriteReport(w io.Writer, r resolution.Report, o Options) error {
	pages, err := LayOutReport(r, o)
	if err != nil {
		return err
	}
	return writePages(w, pages, about{r.Title, string(r.Language), r.Language.RightToLeft(), o.Now})
}

// LayOut lays a clean text out on pages: those that Write writes.
func LayOut(d resolution.Draft, o Options) ([]typeset.Page, error) {
	c, err := newComposer(o, d.Language, cleanMeasure)
	if err != nil {
		return nil, err
	}
	c.draft(d)
	return c.paginate(draftHead(d)), nil
}

// LayOutRedline lays a comparison out on pages: those that WriteRedline writes.
func LayOutRedline(r resolution.Redline, o Options) ([]typeset.Page, error) {
	c, err := newComposer(o, r.Newer.Language, fullMeasure)
	if err != nil {
		return nil, err
	}
	c.redline(r)
	return c.paginate(head{left: captions(r)}), nil
}

// LayOutReport lays a report out on pages: those that WriteReport writes.
func LayOutReport(r resolution.Report, o Options) ([]typeset.Page, error) {
	c, err := newComposer(o, r.Language, fullMeasure)
	if err != nil {
		return nil, err
	}
	c.report(r)
	return c.paginate(head{left: r.Title}), nil
}

var errNoRoom = errors.New("the margins leave no room for text: choose smaller ones")
