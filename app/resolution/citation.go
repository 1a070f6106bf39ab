package resolution

// Citation is a resolution or document named in a text.
type Citation struct {
	Symbol string // canonical: "A/RES/45/158"
	Offset int    // code points before it
	Length int    // code points
	Text   string // as printed
}

// Citations finds the documents a text names, in the order in which they stand.
func Citations(text string, lang Language) []Citation { return nil }
