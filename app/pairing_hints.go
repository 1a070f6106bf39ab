package app

import (
	"strings"

	"mutatis/app/resolution"
)

// field is what the field knows of the paragraphs of two texts, for diff.Hints.
type field struct {
	older, newer           []resolution.Paragraph
	olderVerbs, newerVerbs []string // what each opens with, see openings
}

func newField(older, newer []resolution.Paragraph) field {
	return field{older, newer, openings(older), openings(newer)}
}

// otherVerb is what another opening verb takes from the likeness of two paragraphs. Verbs change from year to year, and
// strangers open alike, so it is little.
const otherVerb = .97

// weigh says how much the kinds and the openings of two paragraphs speak for a pair: 1 where nothing speaks against it.
func (f field) weigh(i, j int) float64 {
	k := kinship(f.older[i].Kind, f.newer[j].Kind)
	if a, b := f.olderVerbs[i], f.newerVerbs[j]; a != "" && b != "" && a != b {
		k *= otherVerb
	}
	return k
}

// openings names for each paragraph the verb it opens with, "" where the lexicon knows none. "Recalling also" opens like
// "Recalling", and like "Recalls".
func openings(paragraphs []resolution.Paragraph) []string {
	out := make([]string, len(paragraphs))
	lang := languageOf(paragraphs)
	for i, p := range paragraphs {
		if entry, ok := resolution.LookUp(beginning(p.Text), lang); ok {
			out[i] = resolution.VerbRoot(entry.English)
		}
	}
	return out
}

// longOpening is more code points than any opening has.
const longOpening = 100

// beginning cuts a text where its opening is over for certain: paragraphs are long, and there may be thousands.
func beginning(text string) string {
	n := 0
	for at := range text {
		if n == longOpening {
			return text[:at]
		}
		n++
	}
	return text
}

// enoughText is as many paragraphs as tell the language of a text.
const enoughText = 20

func languageOf(paragraphs []resolution.Paragraph) resolution.Language {
	return resolution.DetectLanguage(strings.Join(texts(paragraphs[:min(len(paragraphs), enoughText)]), "\n"))
}
