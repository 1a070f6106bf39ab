package resolution

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"mutatis/assets"
)

// Entry is what the lexicon knows of an opening.
type Entry struct {
	Phrase   string // as it stands in the text
	Kind     Kind   // Preambular or Operative
	English  string // the key under which the six languages meet: "Recalling", "Takes note of"
	Rank     int    // 1 notes … 5 decides, a working convention; 0 for preambular openings
	Family   string // note, attitude, position, directive, performative: compare ranks within one
	Additive string // "also", "further" or ""
}

var (
	families = map[string]string{"n": "note", "a": "attitude", "p": "position", "d": "directive", "f": "performative"}
	kinds    = map[string]Kind{"p": Preambular, "o": Operative}
)

// vocabulary is the lexicon of one language: entries by the first runes of their folded phrase, the longest first.
type vocabulary map[string][]phrase

type phrase struct {
	folded []rune
	entry  Entry
}

// vocabularies are read on first use and kept.
var vocabularies = func() map[Language]func() vocabulary {
	all := map[Language]func() vocabulary{}
	for _, l := range Languages {
		all[l] = sync.OnceValue(func() vocabulary { return readVocabulary(l) })
	}
	return all
}()

func vocabularyOf(l Language) vocabulary {
	if read, ok := vocabularies[l]; ok {
		return read()
	}
	return nil
}

func readVocabulary(l Language) vocabulary {
	data, err := assets.Lexicon.ReadFile("lexicon/" + string(l) + ".tsv")
	if err != nil {
		panic(err) // the file is compiled in
	}
	v := vocabulary{}
	for row := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		rank, _ := strconv.Atoi(f[3])
		entry := Entry{f[0], kinds[f[1]], f[2], rank, families[f[4]], f[5]}
		v.add(f[0], entry)
		if stem := italic(f[0], l); stem != f[0] && len(stem) > 3 { // "Convaincue qu'un" opens like "Convaincue que"
			v.add(stem, entry)
		}
	}
	for _, list := range v {
		slices.SortStableFunc(list, func(a, b phrase) int { return cmp.Compare(len(b.folded), len(a.folded)) })
	}
	return v
}

func (v vocabulary) add(text string, entry Entry) {
	folded := foldOpening([]rune(text))
	v[bucket(folded)] = append(v[bucket(folded)], phrase{folded, entry})
}

// bucket is the key of a vocabulary: the first two runes.
func bucket(folded []rune) string { return string(folded[:min(2, len(folded))]) }

// openingRune is a rune as openings are compared: small, without the marks that come and go; 0 = it does not count.
func openingRune(r rune) rune {
	switch r {
	case 'ё', 'Ё':
		return 'е'
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ـ', '\u00ad':
		return 0
	}
	if r >= '\u064b' && r <= '\u065f' || r >= '\u200b' && r <= '\u200f' {
		return 0
	}
	return unicode.ToLower(plainRune(r))
}

func foldOpening(text []rune) []rune {
	folded := make([]rune, 0, len(text))
	for _, r := range text {
		if r = openingRune(r); r != 0 {
			folded = append(folded, r)
		}
	}
	return folded
}

// longestOpening bounds how much of a text is looked at.
const longestOpening = 90

// match finds the longest phrase of the given kind ("" = any) at the start of a text and counts its runes there.
func (v vocabulary) match(text string, kind Kind) (Entry, int) {
	runes := make([]rune, 0, longestOpening)
	for _, r := range text {
		if runes = append(runes, r); len(runes) == longestOpening {
			break
		}
	}
	start := 0
	for start < len(runes) && !isLetter(runes[start]) {
		start++ // quotation marks and brackets
	}
	if entry, n := v.matchRunes(runes[start:], kind); n > 0 {
		return entry, start + n
	}
	if start+1 < len(runes) && runes[start] == 'و' { // Arabic "and": every preambular paragraph but the first has it
		if entry, n := v.matchRunes(runes[start+1:], kind); n > 0 {
			return entry, start + 1 + n
		}
	}
	return Entry{}, 0
}

func (v vocabulary) matchRunes(text []rune, kind Kind) (Entry, int) {
	entry, n := v.matchPhrase(text, kind)
	if also, m := v.matchAlso(text, kind); m > n {
		return also, m
	}
	if n == 0 && len(text) > 1 && strings.ContainsRune("又还還并並也亦", text[0]) { // 又认识到
		if entry, n = v.matchPhrase(text[1:], kind); n > 0 {
			entry.Phrase, entry.Additive = string(text[:n+1]), "also"
			return entry, n + 1
		}
	}
	if n == 0 {
		return v.matchAdverb(text, kind)
	}
	return entry, n
}

// additives are the words that may stand inside any opening: "Having also considered".
var additives = map[string]string{
	"also": "also", "further": "further", "again": "also", "également": "also", "aussi": "also", "también": "also", "asimismo": "also", "además": "further",
	"также": "also", "далее": "further", "вновь": "also", "أيضا": "also", "كذلك": "also",
}

// matchAlso finds a phrase with one of the additives among its first words.
func (v vocabulary) matchAlso(text []rune, kind Kind) (Entry, int) {
	from := 0
	for word := 0; word < 4 && from < len(text); word++ {
		to := from
		for to < len(text) && isLetter(text[to]) {
			to++
		}
		additive, ok := additives[string(foldOpening(text[from:to]))]
		if ok && to < len(text) && text[to] == ' ' {
			without := append(slices.Clone(text[:from]), text[to+1:]...)
			entry, n := v.matchPhrase(without, kind)
			switch {
			case n > from:
				n += to + 1 - from
			case n > 0 && n == from-1: // right behind the phrase: "Recordando también"
				n = to
			default:
				return Entry{}, 0
			}
			entry.Phrase, entry.Additive = string(text[:n]), additive
			return entry, n
		}
		if to == from {
			return Entry{}, 0
		}
		from = to + 1
	}
	return Entry{}, 0
}

// matchAdverb finds a phrase behind an English adverb: "Strongly deploring".
func (v vocabulary) matchAdverb(text []rune, kind Kind) (Entry, int) {
	to := slices.Index(text, ' ')
	if to < 4 || string(text[to-2:to]) != "ly" {
		return Entry{}, 0
	}
	entry, n := v.matchPhrase(text[to+1:], kind)
	if n == 0 {
		return entry, 0
	}
	entry.Phrase = string(text[:to+1+n])
	return entry, to + 1 + n
}

func (v vocabulary) matchPhrase(text []rune, kind Kind) (Entry, int) {
	folded := foldOpening(text)
	for p := range v.beginning(folded) {
		if kind != "" && p.entry.Kind != kind || !slices.Equal(p.folded, folded[:min(len(p.folded), len(folded))]) {
			continue
		}
		if n := unfold(text, len(p.folded)); wordEnds(text, n) {
			entry := p.entry
			entry.Phrase = string(text[:n])
			return entry, n
		}
	}
	return Entry{}, 0
}

// beginning lists the phrases that a text may begin with, the longest first: those of one rune (请) last.
func (v vocabulary) beginning(folded []rune) iter.Seq[phrase] {
	return func(yield func(phrase) bool) {
		for n := min(2, len(folded)); n > 0; n-- {
			for _, p := range v[string(folded[:n])] {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// unfold counts the runes of a text that make up n folded ones, with the marks that follow the last.
func unfold(text []rune, n int) int {
	i := 0
	for ; i < len(text); i++ {
		if openingRune(text[i]) == 0 {
			continue
		}
		if n == 0 {
			break
		}
		n--
	}
	return i
}

// wordEnds reports whether a word may end before rune n.
func wordEnds(text []rune, n int) bool {
	return n >= len(text) || isHan(text[n-1]) || !isLetter(text[n]) && !unicode.IsDigit(text[n])
}

// LookUp finds the opening of a text in the lexicon; the longest phrase wins.
func LookUp(text string, lang Language) (Entry, bool) {
	entry, n := vocabularyOf(lang).match(text, "")
	return entry, n > 0
}

// upright are the words at the end of a phrase that are not set in italics: *Aware* of, *ссылаясь* на.
var upright = map[Language][]string{
	English: {"of", "about", "at", "that", "to", "over", "its", "the"},
	French:  {"de", "que", "à", "au", "d'", "qu'", "du", "la", "le", "les"},
	Spanish: {"de", "que", "a", "al", "del", "la", "el", "los"},
	Russian: {"на", "о", "об", "что", "к", "в", "с", "перед", "своей", "свою", "свое"},
}

// Opening counts the code points of the opening words, those set in italics. A text whose opening is not in the
// lexicon has none.
func Opening(text string, kind Kind, lang Language) int {
	if kind != Preambular && kind != Operative {
		return 0
	}
	v := vocabularyOf(lang)
	entry, n := v.match(text, kind)
	if n == 0 {
		entry, n = v.match(text, "")
	}
	if n == 0 {
		return 0
	}
	return n - len([]rune(entry.Phrase)) + len([]rune(italic(entry.Phrase, lang)))
}

// italic takes the upright words off the end of a phrase.
func italic(phrase string, lang Language) string {
	for {
		cut := strings.LastIndexFunc(phrase, unicode.IsSpace)
		if cut < 1 || !slices.Contains(upright[lang], strings.TrimSpace(phrase[cut:])) {
			return phrase
		}
		phrase = strings.TrimRightFunc(phrase[:cut], unicode.IsSpace)
	}
}
