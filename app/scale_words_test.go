package app

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// A tongue writes paragraphs that are like those of the field in one language and say nothing: openings of the lexicon,
// phrases that come back in many paragraphs, words of which few are frequent and most are rare. The frequent ones are
// those of the sample texts; the rare ones are beginnings and endings of theirs, joined anew.
type tongue struct {
	lang       resolution.Language
	words      []string
	phrases    [][]string
	openings   map[resolution.Kind][]string
	formulas   []string // paragraphs that all series share
	r          *rand.Rand
	word, bank *rand.Zipf
}

const (
	vocabulary = 15000
	phraseBank = 6000
)

func newTongue(l resolution.Language, seed uint64) *tongue {
	r := rand.New(rand.NewPCG(seed, 45158))
	t := &tongue{lang: l, r: r, openings: lexiconOpenings(l), words: sampleWords(l)}
	known := map[string]bool{}
	for _, w := range t.words {
		known[w] = true
	}
	heads, tails := t.halves()
	for len(t.words) < vocabulary {
		if w := heads[r.IntN(len(heads))] + tails[r.IntN(len(tails))]; !known[w] {
			known[w] = true
			t.words = append(t.words, w)
		}
	}
	t.word = rand.NewZipf(r, 1.1, 8, vocabulary-1)
	t.bank = rand.NewZipf(r, 1.05, 30, phraseBank-1)
	for range phraseBank {
		var phrase []string
		for range 2 + r.IntN(5) {
			phrase = append(phrase, t.aWord())
		}
		t.phrases = append(t.phrases, phrase)
	}
	for range 40 {
		t.formulas = append(t.formulas, t.fresh(resolution.Operative))
	}
	return t
}

func (t *tongue) aWord() string { return t.words[t.word.Uint64()] }

// halves are beginnings and endings of the sample's longer words; in Chinese, its characters.
func (t *tongue) halves() (heads, tails []string) {
	for _, w := range t.words {
		runes := []rune(w)
		if t.lang == resolution.Chinese {
			heads, tails = append(heads, w), append(tails, w)
		} else if len(runes) >= 4 {
			heads, tails = append(heads, string(runes[:len(runes)/2])), append(tails, string(runes[len(runes)/2:]))
		}
	}
	return heads, tails
}

// sampleWords are the words of the sample texts in a language, the most frequent first.
func sampleWords(l resolution.Language) []string {
	count := map[string]int{}
	for _, s := range assets.SampleTexts() {
		if s.Language != string(l) {
			continue
		}
		for _, w := range strings.FieldsFunc(s.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
			if l == resolution.Chinese {
				for _, r := range w {
					count[string(r)]++
				}
			} else if strings.ToUpper(w) != w || l == resolution.Arabic {
				count[strings.ToLower(w)]++
			}
		}
	}
	var words []string
	for w := range count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	return words
}

func lexiconOpenings(l resolution.Language) map[resolution.Kind][]string {
	data, err := assets.Lexicon.ReadFile("lexicon/" + string(l) + ".tsv")
	if err != nil {
		panic(err)
	}
	all := map[resolution.Kind][]string{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(line, "\t")
		kind := map[string]resolution.Kind{"p": resolution.Preambular, "o": resolution.Operative}[cells[min(1, len(cells)-1)]]
		if kind != "" {
			all[kind] = append(all[kind], cells[0])
		}
	}
	return all
}

// fresh writes a new paragraph of ten to ninety words.
func (t *tongue) fresh(k resolution.Kind) string {
	openings := t.openings[k]
	parts := []string{openings[min(t.r.IntN(len(openings)), t.r.IntN(len(openings)))]}
	for n := 10 + t.r.IntN(40) + t.r.IntN(40); n > 0; {
		if t.r.IntN(3) == 0 {
			parts = append(parts, t.aWord())
			n--
		} else {
			phrase := t.phrases[t.bank.Uint64()]
			parts = append(parts, phrase...)
			n -= len(phrase)
		}
		if t.r.IntN(9) == 0 {
			parts[len(parts)-1] += map[resolution.Language]string{resolution.Chinese: "，", resolution.Arabic: "،"}[t.lang]
		}
	}
	if t.r.IntN(4) == 0 {
		parts = append(parts, fmt.Sprintf("%d/%d", 40+t.r.IntN(41), 1+t.r.IntN(300)))
	}
	end := map[resolution.Kind]string{resolution.Preambular: ",", resolution.Operative: ";"}[k]
	return t.join(parts) + end
}

func (t *tongue) join(parts []string) string {
	if t.lang == resolution.Chinese {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}

// split is the inverse of join, near enough to change words by.
func (t *tongue) split(text string) []string {
	if t.lang == resolution.Chinese {
		var parts []string
		for _, r := range text {
			parts = append(parts, string(r))
		}
		return parts
	}
	return strings.Fields(text)
}

// changed is a paragraph with a share of its words replaced, inflected, left out, or others put beside them.
func (t *tongue) changed(text string, share float64) string {
	parts := t.split(text)
	n := max(1, int(float64(len(parts))*share+0.5))
	at := map[int]bool{}
	for _, i := range t.r.Perm(len(parts))[:min(n, len(parts))] {
		at[i] = true
	}
	var out []string
	for i, w := range parts {
		if !at[i] {
			out = append(out, w)
			continue
		}
		switch t.r.IntN(4) {
		case 0, 1:
			out = append(out, t.aWord())
		case 2:
			out = append(out, w, t.aWord())
		}
	}
	return t.join(out)
}
