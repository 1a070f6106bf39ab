package resolution

// Labels is what a delegate calls each paragraph: "PP2", "OP3", "OP3 (a)"; "" for titles and the like.
func (d Draft) Labels() []string { return make([]string, len(d.Paragraphs)) }
