package app

import (
	"mutatis/app/pdf"
	"mutatis/app/resolution"
)

// Import is a text that was read but is not yet in the library: what was recognised, what is doubtful, where it goes.
// A person may correct it before it is kept.
type Import struct {
	Name      string // the file's name, "" for pasted text
	MediaType string
	Bytes     []byte // the source as it came
	Source    string // the source's text, shown beside what was recognised
	Draft     resolution.Draft
	Problems  []resolution.Problem
	Place     Place
	Path      string // of the file, "" where it is not known
	Pages     int    // how many pages can be painted; 0 for a text without pages

	Corrections []ImportCorrection // what a person set right, in order

	password string
	lines    []pdf.Place // of the lines of Source, for a text with pages
	past     []before
	source   string // the key under which its bytes are kept while it waits; "" until it was made
	volume   *bool  // whether it holds several resolutions; nil until that was asked
	aligned  *aligned
}

// Place says where a text goes in the library.
type Place struct {
	Series int64  // an existing series, or 0 for a new one
	Title  string // of the new series
	Parent int64
	Label  string
	Sample bool
	Text   int64  // the text of the library that is likest it, 0 for none
	Why    string // how it was found: one of the Placed… constants, "" where it was not
	Known  int    // per cent of the text's paragraphs that stand in that one, word for word
	Twin   int64  // the text of the library that this one is word for word, 0 for none
	Again  bool   // a person wants to keep it beside its twin
}
