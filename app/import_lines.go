package app

// aligned is where the letters of a source stand in what was recognised in it.
type aligned struct {
	from, to  []int // by paragraph: the lines that hold it
	paragraph []int // by line: -1 for none
	note      []int
}

// Lines says which lines of Source, cut at "\n" and at "\f", hold a paragraph: from the first to before to; the same
// for none.
func (i *Import) Lines(at int) (from, to int) { return 0, 0 }

// ParagraphAt is the paragraph that stands in a line of Source; -1 for none.
func (i *Import) ParagraphAt(line int) int { return -1 }

// NoteAt is the footnote that stands in a line of Source; -1 for none.
func (i *Import) NoteAt(line int) int { return -1 }
