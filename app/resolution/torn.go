package resolution

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tear is a word that extraction tore in two: "su stainable", «развит ия».
type tear struct {
	paragraph    int
	note         string // the number of the note it is in; "" for none
	piece        string // the piece that is no word
	torn, joined string
	certain      bool // neither piece is a word, and the whole is one
}

// problem says what was found. The last two of its arguments are what stands there and what should.
func (t tear) problem(d Draft) Problem {
	key, args := "torn", []any{t.piece, t.torn, t.joined}
	if t.certain {
		key, args = TornSurely, args[1:]
	}
	if t.note != "" {
		return d.NoteProblem(t.note, key, args...)
	}
	return NewProblem(t.paragraph, key, args...)
}

// TornSurely is the key of a word that was torn beyond doubt.
const TornSurely = "torn-surely"

// Torn finds words that extraction tore in two, in paragraphs and notes, and makes problems of them. The joined word is one that stands elsewhere
// in the text, in the lexicon or in the library, and a piece of it is no word. known asks for a word, in small letters,
// in the library; it may be nil.
func Torn(d Draft, known func(word string) bool) []Problem {
	var problems []Problem
	for _, t := range newTearing(d, known).all(d) {
		if p := t.problem(d); !slices.ContainsFunc(problems, p.Same) { // it may stand twice in a paragraph
			problems = append(problems, p)
		}
	}
	return problems
}

// tearing knows the words of a text, and which of its neighbours may be pieces of one.
type tearing struct {
	language Language
	known    func(word string) bool
	stands   map[string]int        // how often a word stands in the text
	pieces   map[string]int        // how often it stands so that it may be a piece
	stems    func() map[string]int // of how many words of the text and of the lexicon
}

func newTearing(d Draft, known func(word string) bool) *tearing {
	t := &tearing{language: d.Language, known: known, stands: map[string]int{}, pieces: map[string]int{}}
	texts := draftTexts(d)
	for _, text := range texts {
		for _, w := range textWords(text) {
			t.stands[w.folded]++
		}
	}
	for _, text := range texts {
		t.pairs(text, func(a, b textWord) {
			if t.isWhole(a.folded + b.folded) {
				t.pieces[a.folded]++
				t.pieces[b.folded]++
			}
		})
	}
	t.stems = sync.OnceValue(t.allStems)
	return t
}

// draftTexts are the texts in which words of a draft stand.
func draftTexts(d Draft) []string {
	var texts []string
	for _, p := range d.Paragraphs {
		texts = append(texts, p.Text)
	}
	for _, f := range d.Footnotes {
		texts = append(texts, f.Text)
	}
	return texts
}

// textWord is a run of letters in a text.
type textWord struct {
	text, folded string // folded: in small letters
	at           int    // code points before it
	before, next rune   // what stands at its sides, 0 for nothing
}

// textWords cuts a text into runs of letters and what sits on them.
func textWords(text string) []textWord {
	var words []textWord
	runes := []rune(text)
	for at := 0; at < len(runes); at++ {
		end := at
		for end < len(runes) && (unicode.IsLetter(runes[end]) || unicode.Is(unicode.Mn, runes[end])) {
			end++
		}
		if end == at {
			continue
		}
		w := textWord{text: string(runes[at:end]), at: at}
		w.folded = strings.ToLower(w.text)
		if at > 0 {
			w.before = runes[at-1]
		}
		if end < len(runes) {
			w.next = runes[end]
		}
		words = append(words, w)
		at = end
	}
	return words
}

// pairs hands over neighbours that may be the pieces of one word.
func (t *tearing) pairs(text string, take func(a, b textWord)) {
	words := textWords(text)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if a.next == ' ' && b.before == ' ' && a.at+utf8.RuneCountInString(a.text)+1 == b.at && tearable(a, b) {
			take(a, b)
		}
	}
}

// tearable reports neighbours that may be the pieces of one word: of one script with blanks between words, the second in
// small letters, no hyphen or number at their sides.
func tearable(a, b textWord) bool {
	latin, cyrillic := isAll(a.text+b.text, unicode.Latin), isAll(a.text+b.text, unicode.Cyrillic)
	if !latin && !cyrillic || utf8.RuneCountInString(a.text+b.text) < 5 {
		return false
	}
	_, size := utf8.DecodeRuneInString(a.text)
	return strings.ToLower(b.text) == b.text && strings.ToLower(a.text[size:]) == a.text[size:] &&
		!joinsWord(a.before) && !joinsWord(b.next) && b.next != '\'' && b.next != '’'
}

func joinsWord(r rune) bool { return r == '-' || r == '‑' || unicode.IsDigit(r) }

func isAll(text string, script *unicode.RangeTable) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.Is(script, r) && !unicode.Is(unicode.Mn, r) }) < 0
}

// isWhole reports a word that stands in the text as it is, or elsewhere.
func (t *tearing) isWhole(word string) bool { return t.stands[word] > 0 || t.isElsewhere(word) }

func (t *tearing) isElsewhere(word string) bool {
	return FrequentWord(t.language, word) || t.known != nil && t.known(word)
}

// isWord reports a word that stands by itself: not only as a piece of others. A library has words of many languages,
// «con» and "su" among them, so that it says nothing of pieces shorter than least.
func (t *tearing) isWord(word string, least int) bool {
	if utf8.RuneCountInString(word) == 1 {
		return isSmall(word, loneLetters[t.language])
	}
	return t.stands[word] > t.pieces[word] || FrequentWord(t.language, word) || t.known != nil && utf8.RuneCountInString(word) >= least && t.known(word) || isSmall(word, smallWords[t.language])
}

func isSmall(word, list string) bool { return strings.Contains(" "+list+" ", " "+word+" ") }

// leastKnown is how long a piece must be for the library to make a word of it. Where the library alone has the whole, it
// is heard about shorter pieces too: "road map" may stand beside the "roadmap" of another text.
func (t *tearing) leastKnown(whole string) int {
	if t.stands[whole] == 0 && !FrequentWord(t.language, whole) {
		return 3
	}
	return 4
}

// related reports that a piece begins as another word of the text or the lexicon does: it may well be a word that neither
// has, "possess" beside "possession".
func (t *tearing) related(piece string) bool {
	runes := []rune(piece)
	start := string(runes[:min(len(runes), 5)])
	for _, words := range []iter.Seq[string]{maps.Keys(t.stands), frequentOf(t.language)} {
		for word := range words {
			if word != piece && strings.HasPrefix(word, start) && t.stands[word] >= t.pieces[word] {
				return true
			}
		}
	}
	return false
}

// all lists the tears of a draft's paragraphs and of its notes.
func (t *tearing) all(d Draft) []tear {
	var all []tear
	look := func(text string, place tear) {
		t.pairs(text, func(a, b textWord) {
			if found, ok := t.tear(a, b); ok {
				found.paragraph, found.note = place.paragraph, place.note
				all = append(all, found)
			}
		})
	}
	for i, p := range d.Paragraphs {
		look(p.Text, tear{paragraph: i})
	}
	for _, f := range d.Footnotes {
		look(f.Text, tear{paragraph: -1, note: f.Number})
	}
	return all
}

// tear decides about two neighbours. Where one of them is a small word, which stands beside every other, the second must
// not look like a word.
func (t *tearing) tear(a, b textWord) (tear, bool) {
	found := tear{piece: a.text, torn: a.text + " " + b.text, joined: a.text + b.text}
	if !t.isWhole(a.folded + b.folded) {
		return found, t.onlyHere(a.folded) && t.onlyHere(b.folded) && t.hasStem(a.folded, b.folded)
	}
	least := t.leastKnown(a.folded + b.folded)
	first, second := t.isWord(a.folded, least), t.isWord(b.folded, least)
	if first {
		found.piece = b.text
	}
	if first && second || (t.isSmall(a.folded) || t.isSmall(b.folded)) && t.related(strings.ToLower(found.piece)) {
		return found, false
	}
	found.certain = !first && !second
	return found, true
}

// hasStem reports that two pieces together are a form of a word of the text or the lexicon. The pieces do not count: what
// «cada dos» has in common with «cada» says nothing.
func (t *tearing) hasStem(a, b string) bool {
	stem := stemOf(a+b, t.language)
	others := t.stems()[stem]
	for _, piece := range []string{a, b} {
		if stemOf(piece, t.language) == stem {
			others--
		}
	}
	return others > 0
}

// onlyHere reports what stands once and nowhere else.
func (t *tearing) onlyHere(word string) bool {
	return t.stands[word] == 1 && !t.isElsewhere(word) && !t.isSmall(word)
}

func (t *tearing) allStems() map[string]int {
	stems := map[string]int{}
	for _, words := range []iter.Seq[string]{maps.Keys(t.stands), frequentOf(t.language)} {
		for word := range words {
			stems[stemOf(word, t.language)]++
		}
	}
	return stems
}

func (t *tearing) isSmall(word string) bool {
	return isSmall(word, smallWords[t.language]) || isSmall(word, loneLetters[t.language])
}

// loneLetters are the words of one letter, smallWords those that stand beside any other.
var loneLetters = map[Language]string{
	English: "a i o", French: "a à y ô", Spanish: "a e o u y", Russian: "а б в ж и к о с у я",
}

var smallWords = map[Language]string{
	English: "in on to of at by be as an is it or no so up us we he me my do if",
	French:  "de la le les un une du des en et ou où au aux sur par pour ne se sa son ses ce ces si il elle on",
	Spanish: "de la el los las un una en con sin por para no se su sus lo al del que si es",
	Russian: "на по за от до об из не ни со во ко над под при без для или как что это его её их им",
}
