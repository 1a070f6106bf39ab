package resolution

// Numeral is the paragraph's own number as it is printed before the text: "3." for an operative paragraph, "3 -" in
// Arabic, "(a)" for a subparagraph; "" where it has none.
func (p Paragraph) Numeral(l Language) string {
	switch {
	case p.Number == "":
		return ""
	case p.Kind == Subparagraph || p.Level > 0:
		return p.Number
	case l == Arabic:
		return p.Number + " -"
	}
	return p.Number + "."
}
