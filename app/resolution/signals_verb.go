package resolution

import (
	"slices"
	"strings"
	"sync"

	"mutatis/assets"
)

// alikeVerbs maps the roots of verbs to the root they say the same as: "Underlines" is "Stresses", "Again requests" is
// "Requests".
var alikeVerbs = sync.OnceValue(func() map[string]string {
	data, err := assets.Lexicon.ReadFile("lexicon/verbs.tsv")
	if err != nil {
		panic(err) // the file is compiled in
	}
	all := map[string]string{}
	for row := range strings.Lines(string(data)) {
		if verb, same, ok := strings.Cut(strings.TrimSpace(row), "\t"); ok {
			all[plainRoot(verb)] = plainRoot(same)
		}
	}
	return all
})

// VerbRoot reduces the English key of an opening to what it says, whether it opens a preambular or an operative
// paragraph: "Recalling" and "Recalls" are one, and so are verbs that the lexicon holds to say the same.
func VerbRoot(english string) string {
	root := plainRoot(english)
	if same, ok := alikeVerbs()[root]; ok {
		return same
	}
	return root
}

// plainRoot takes the ending off the first word, and the small words off the end.
func plainRoot(english string) string {
	words := strings.Fields(strings.ToLower(english)) // a closed list, ASCII throughout
	if len(words) > 1 && words[0] == "is" {
		words = words[1:]
	}
	if len(words) > 2 && words[1] == "its" { // "Expresses its concern" is "Expresses concern"
		words = slices.Delete(words, 1, 2)
	}
	for len(words) > 1 && strings.Contains(" of to that upon for with about at by ", " "+words[len(words)-1]+" ") {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	for _, ending := range []string{"ing", "es", "s", "e"} {
		if cut, ok := strings.CutSuffix(words[0], ending); ok && len(cut) > 2 {
			words[0] = cut
			break
		}
	}
	return strings.Join(words, " ")
}

// strengths are the operative verbs by their roots, so that a preambular opening has the strength of its verb.
var strengths = sync.OnceValue(func() map[string]Entry {
	all := map[string]Entry{}
	for _, list := range vocabularyOf(English) {
		for _, p := range list {
			if p.entry.Kind == Operative {
				if root := VerbRoot(p.entry.English); all[root].Rank == 0 {
					all[root] = p.entry
				}
			}
		}
	}
	return all
})

// Strength is the rank of an opening and the family within which ranks may be compared; 0 where none is known.
func (e Entry) Strength() (rank int, family string) {
	if e.Rank > 0 {
		return e.Rank, e.Family
	}
	verb := strengths()[VerbRoot(e.English)]
	return verb.Rank, verb.Family
}

// Degrees counts the words of a phrase that only say how strongly it is meant, and gives the phrase without them.
func Degrees(phrase string, lang Language) (n int, bare string) {
	r := signReader{runes: []rune(phrase), lang: lang, list: signalsOf(lang)}
	r.tokens = cutTokens(r.runes, lang)
	var words []string
	for i := 0; i < len(r.tokens); i++ {
		if found := r.degreeAt(i); found > 0 {
			n, i = n+1, i+found-1
			continue
		}
		words = append(words, stem(r.tokens[i].folded, lang))
	}
	return n, strings.Join(words, " ")
}

func (r *signReader) degreeAt(i int) int {
	for _, p := range r.list.cover.at(r, i) {
		if p.kind == SignDegree {
			return p.length
		}
	}
	return 0
}
