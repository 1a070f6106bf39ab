package resolution

// Classify decides what each block is.
func Classify(blocks []Block, notes []Footnote, leftOut []string) (Draft, []Problem) {
	return Draft{LeftOut: leftOut}, nil
}

// ReadText reads extracted or pasted text.
func ReadText(text string) (Draft, []Problem) { return Classify(Repair(text)) }

// DetectLanguage says in which official language a text is written, "" where it cannot tell.
func DetectLanguage(text string) Language { return "" }
