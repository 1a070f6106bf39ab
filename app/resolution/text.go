package resolution

// Text is the draft as plain text, which ReadText reads back into the same draft.
func Text(d Draft) string { return "" }
