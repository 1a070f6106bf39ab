package resolution

import (
	"regexp"
	"strings"
)

// weWords are how a paragraph of a declaration begins: those who declare speak of themselves.
var weWords = map[Language]*regexp.Regexp{
	English: regexp.MustCompile(`^(?:We|Our)[ ,]`),
	French:  regexp.MustCompile(`^Nous[ ,]`),
	Spanish: regexp.MustCompile(`^(?:Nosotros|Nosotras|\p{Lu}\p{L}{3,}mos)[ ,]`),
	Russian: regexp.MustCompile(`^Мы[ ,]`),
	Chinese: regexp.MustCompile(`^我们`),
	Arabic:  regexp.MustCompile(`^(?:نحن|إننا|وإننا)[ ،]`),
}

// adopting are the openings, by their first English word, of a paragraph that gives a declaration of others force.
var adopting = map[string]bool{"Adopts": true, "Approves": true, "Endorses": true, "Proclaims": true, "Declares": true, "Decides": true}

// longestWait is how many blocks of a declaration may pass before it says "we".
const longestWait = 12

// declared reports that a declaration begins with the block at hand: the paragraph before adopts it and ends in a colon or
// a stop, and what follows speaks of itself as "we". Its paragraphs are not the resolution's own.
func (c *classifier) declared() bool {
	n := len(c.draft.Paragraphs)
	if n == 0 || c.region != operative || c.draft.Paragraphs[n-1].Kind != Operative {
		return false
	}
	last := plain(c.draft.Paragraphs[n-1].Text)
	if sign := terminator(last); sign != ':' && sign != '.' || weWords[c.lang] == nil {
		return false
	}
	entry, _ := c.words.match(last, Operative)
	if first, _, _ := strings.Cut(entry.English, " "); !adopting[first] {
		return false
	}
	return c.saysWe()
}

// saysWe looks for a paragraph of a declaration among the next blocks, before the closing, an annex or an operative paragraph.
func (c *classifier) saysWe() bool {
	for i := c.at; i < len(c.lines) && i < c.at+longestWait; i++ {
		l := c.lines[i]
		words := collapse(plain(cutFlat(l.text, l.label.end)))
		switch {
		case weWords[c.lang].MatchString(words[:min(len(words), 80)]):
			return true
		case c.blocks[i].Kind == Closing, c.blocks[i].Kind == Annex, c.blocks[i].Kind == Organ:
			return false
		case c.opensLine(words, Operative) && !c.opensLine(words, Preambular) && terminator(words) == ';':
			return false
		}
	}
	return false
}
