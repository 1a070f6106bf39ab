// Package docx turns a Word file into blocks: its paragraphs with the numbers that Word would print before them, its
// notes, and its tracked changes seen in three ways. It uses the standard library alone and trusts no file: sizes,
// depth and counts are bounded, and what is wrong with a file is said in one sentence. It also writes Word files: a draft
// as a clean text, and two drafts in one with tracked changes.
package docx

import (
	"context"

	"mutatis/app/resolution"
)

// View says how tracked changes are read.
type View uint8

// The three views.
const (
	Accepted View = iota // as if every change were accepted
	Original             // as if every change were rejected: the text before them
	Both                 // the accepted text, and beside it every run with who changed it and when
)

// Options say how a file is read. The zero value reads the accepted text.
type Options struct{ View View }

// Document is what a Word file holds.
type Document struct {
	Draft    resolution.Draft
	Problems []resolution.Problem
	Text     string    // the words as they stand in the file, a paragraph a line, the notes behind them
	Comments []Comment // of the view, in the order of the text
	Marked   []Marked  // with Both only: every paragraph of the file, those that are deleted among them
	Changes  []Changer // who made how many tracked changes, whatever the view
	Set      []Stretch // with Original only: how all words are set, in the order of the file, the notes behind
}

// Read reads a Word file. A file that cannot be read whole is refused with a sentence that says what is wrong with it
// and what to do; a strange text is a problem beside it. Context stops the reading.
func Read(ctx context.Context, data []byte, o Options) (*Document, error) {
	pack, err := openPackage(ctx, data)
	if err != nil {
		return nil, err
	}
	f, err := readParts(pack)
	if err != nil {
		return nil, err
	}
	return f.document(o.View)
}

// file is a Word file taken apart: nothing of it depends on a view yet.
type file struct {
	body     []paragraph
	notes    map[noteKey]note
	order    []noteKey // of the notes, as they stand in the file
	comments map[string]comment
	headers  []header
	settings settings
	shelf    *shelf
}
