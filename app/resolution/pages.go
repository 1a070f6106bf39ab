package resolution

import "strings"

// What a reader of laid-out pages asks about a line it sees there.

// Elsewhere is the Space of a line of a masthead that is set in another column than the line before it, and does not go
// on with it.
const Elsewhere = 99

// IsFurniture reports a line that belongs to the page and not to the text: its number, a job number, a bar code, a stamp.
func IsFurniture(line string) bool {
	flat := collapse(plain(line))
	return furnitureLine.MatchString(flat) || pageLine.MatchString(flat)
}

// IsSymbol reports a line that is the symbol of a document and nothing else.
func IsSymbol(line string) bool { return isSymbolLine(collapse(plain(line))) }

// Ends reports text that ends as a paragraph may: in a comma, a semicolon, a colon or a stop, with whatever may follow.
func Ends(text string) bool { return terminator(collapse(plain(text))) != 0 }

// FormOf is the kind of a line whose form alone tells it, whatever stands around: Organ, Part, Annex, Closing or "".
func FormOf(line string, lang Language) Kind {
	g, l := grammarOf(lang), newLine(line)
	_, organ := g.organ(l.flat)
	switch {
	case organ && endsInComma(l.flat):
		return Organ
	case l.width < 24 && g.part.MatchString(strings.TrimSuffix(l.flat, ".")):
		return Part
	case g.annex.MatchString(l.flat):
		return Annex
	case l.width < 90 && g.meeting.MatchString(l.flat), l.width < 60 && g.isDate(l.flat):
		return Closing
	}
	return ""
}
