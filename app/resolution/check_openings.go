package resolution

import (
	"slices"
	"strings"
)

// opened is how a paragraph opens, and the words behind that: whom it speaks to, or with what feeling.
type opened struct {
	kind   Kind
	phrase string // folded, "" where the lexicon does not know it
	also   bool
	words  []string
}

// openings looks for two paragraphs in a row that open alike, neither with "also" or "further". Who is asked something else
// than another is asked it without "also". Councils and commissions do not count their verbs; the Assembly does.
func (c *checker) openings() {
	if bodyOfOrgan(c.d) != "A" || c.d.Language == Chinese || c.d.Language == Arabic { // there "also" is no rule
		return
	}
	var last opened
	before := len(c.found)
	for i, p := range c.body() {
		if p.Kind == Subparagraph {
			continue
		}
		if p.Kind != Preambular && p.Kind != Operative {
			last = opened{}
			continue
		}
		now, n := c.opened(p)
		if now.repeats(last) {
			c.add(i, CheckOpenings, Advice, 0, n, "opens-alike", string([]rune(p.Text)[:n]))
		}
		last = now
	}
	if len(c.found)-before > habit {
		c.found = c.found[:before]
	}
}

// habit is how many repeated openings are slips: a text with more does not count its verbs.
const habit = 3

// opened looks at the opening of a paragraph and counts its code points.
func (c *checker) opened(p Paragraph) (opened, int) {
	entry, n := vocabularyOf(c.d.Language).match(p.Text, p.Kind)
	if n == 0 {
		return opened{}, 0
	}
	words := strings.Fields(string([]rune(p.Text)[n:]))
	words = words[:min(6, len(words))]
	also := entry.Additive != "" || slices.ContainsFunc(words, func(w string) bool { return additives[strings.Trim(w, ",")] != "" })
	return opened{p.Kind, string(foldOpening([]rune(entry.Phrase))), also, words}, n
}

// addressed is how many words tell one addressee from another: "Member States and", "the Secretary-General to".
const addressed = 3

// feeling are the words that make another opening of one: "Recalling with appreciation".
var feeling = []string{"with", "avec", "con", "с"}

func (o opened) repeats(before opened) bool {
	if o.phrase == "" || o.kind != before.kind || o.phrase != before.phrase || o.also || before.also {
		return false
	}
	first := func(o opened, n int) []string { return o.words[:min(n, len(o.words))] }
	if o.kind == Operative {
		n := addressed
		if o.phrase[0] >= 0x80 { // Russian has neither articles nor "to"
			n--
		}
		return slices.Equal(first(o, n), first(before, n))
	}
	return len(o.words) > 0 && len(before.words) > 0 && !slices.Contains(feeling, o.words[0]) && !slices.Contains(feeling, before.words[0])
}

// bodyOfOrgan is the body of the symbols of the organ that speaks: "A" for the Assembly; "" where it is not known.
func bodyOfOrgan(d Draft) string { return grammarOf(d.Language).organs[organKey(d.Organ())] }
