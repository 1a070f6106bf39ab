// Package resolution is the document: one draft of a resolution in one language, how it is read out of extracted
// text, what its parts are called, and which other documents it cites.
//
// The words are those of the field: an operative paragraph is numbered and opens with a verb, a preambular paragraph
// is not and opens with a participle; a symbol names a document; a footnote is called by a note call. Nothing here
// knows how a draft is stored, compared or drawn.
package resolution
