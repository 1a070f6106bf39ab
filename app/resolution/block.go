package resolution

// Block is one paragraph's worth of text as a reader of some format found it, before anybody decided what it is.
// Everything but Text may be left empty: Classify finds out from the words.
type Block struct {
	Text    string     // one line, without note marks; a number or label may still stand at its start
	Label   string     // the number or label where it was found apart from the text: "1.", "(a)"
	Level   int        // depth of an automatic list, 1 = outermost; 0 = not known
	Kind    Kind       // what the reader knows for certain: Table, Heading, Title …; "" = not known
	Notes   []NoteCall // calls in Text
	Italic  int        // code points at the start of Text set in italics; 0 = not known
	Centred bool       // set in the middle of the page
	Bold    bool       // wholly bold
}

// Repair turns extracted text into blocks, footnotes and what it left out (page furniture, line by line).
func Repair(text string) ([]Block, []Footnote, []string) { return nil, nil, nil }
