package resolution

// Entry is what the lexicon knows of an opening.
type Entry struct {
	Phrase   string // as it stands in the text
	Kind     Kind   // Preambular or Operative
	English  string // the key under which the six languages meet: "Recalling", "Takes note"
	Rank     int    // 1 notes … 5 decides: a working convention, there is no official scale
	Family   string // note, attitude, position, directive, performative
	Additive string // "also", "further", "again" or ""
}

// LookUp finds the opening of a text in the lexicon; the longest phrase wins.
func LookUp(text string, lang Language) (Entry, bool) { return Entry{}, false }

// Opening counts the code points of the opening words, those set in italics.
func Opening(text string, kind Kind, lang Language) int { return 0 }
