package docx

import (
	"io"
	"time"

	"mutatis/app/resolution"
)

// Writing says how a Word file is written. The zero value will do.
type Writing struct {
	Author   string    // of tracked changes and comments; "Mutatis" where it is empty
	Now      time.Time // of the file and of its changes; without it neither bears a date
	Language string    // of the comments, "en" or "ru"
	Comments bool      // say at a paragraph where it moved from, what became of it, how much that weighs and why
}

// Words finds what changed between two texts: stretches in order, each with what stood and what stands. A stretch of one
// side alone was deleted or inserted; where both sides have one the words are the same, if not always the signs.
type Words func(older, newer string) [][2]string

// Changes are two drafts, what became of the paragraphs of the one in the other, and how words are compared.
type Changes struct {
	Older, Newer resolution.Draft
	Redline      resolution.Redline // its rows and footnotes pair what belongs together, by the indexes of their cells
	Words        Words
}

// Write writes a draft as a clean Word file. Numbers stand in the text, as in the files of the United Nations, so that no
// program counts them otherwise; notes are notes of Word's own. The same draft and clock give the same bytes.
func Write(w io.Writer, d resolution.Draft, o Writing) error {
	m := newMerger(d, d, func(older, newer string) [][2]string { return [][2]string{{older, newer}} })
	m.clean = true
	m.together(len(m.older.draft.Paragraphs))
	return m.write(w, o)
}

// WriteChanges writes both drafts in one, with tracked changes: all accepted it is the newer text, all rejected the older,
// to the character. What was moved is deleted in its old place and inserted in the new one: Word takes files with moves of
// its own for damaged where they meet other changes. A paragraph that was split or merged has a tracked end, a paragraph or
// word whose look changed has the old one as a tracked change. Comments are for those who ask.
func WriteChanges(w io.Writer, c Changes, o Writing) error {
	m := newMerger(c.Older, c.Newer, c.Words)
	m.pairNotes(c.Redline.Footnotes)
	if o.Comments {
		m.remark(c.Redline.Rows, wordsFor(o.Language))
	}
	m.follow(c.Redline)
	return m.write(w, o)
}
