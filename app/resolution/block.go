package resolution

// Block is one paragraph's worth of text as the reader of some format found it, before anybody decided what it is.
// Everything but Text may be left empty: Classify finds out from the words. A reader that sets Kind is believed, but
// for Masthead: that is a line somewhere before the organ's.
type Block struct {
	Text    string     // one line, without note marks; a number or label may still stand at its start
	Label   string     // the number or label where it was found apart from the text: "1.", "(a)"
	Level   int        // depth of a subparagraph, where an automatic list tells: 2 = inside another; 0 = not known
	Kind    Kind       // what the reader knows for certain: Table, Heading, Title …; "" = not known
	Notes   []NoteCall // calls in Text, their offsets counted in Text
	Italic  int        // code points at the start of Text set in italics; 0 = not known
	Space   int        // empty lines before it, or what looks like them
	Centred bool       // set in the middle of the page
	Bold    bool       // wholly bold
}
