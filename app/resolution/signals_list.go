package resolution

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"mutatis/assets"
)

// signal is a phrase of the lists: what it says where it stands.
type signal struct {
	words  []string // folded; a word may end in anyEnding
	length int
	kind   SignKind
	key    string
	rank   int
	topic  Topic
	order  int // of signals as long as each other the first named in coverKinds counts

	sense   string // what a word can mean
	support bool   // it says little without its noun
	plain   bool   // its key is its own words
}

// signals are the lists of one language.
type signals struct {
	cover     index // what a stretch of text is
	topics    index // what the paragraph is about
	titles    index // words that a title in quotation marks follows
	deadlines index // words that a time limit follows
	years     index // words that a number of years stands before
}

// index finds signals by the first letters of their first word, as many as all words have that it matches.
type index map[string][]*signal

// mostLetters is how many letters an index goes by.
const mostLetters = 3

// coverKinds are the lists that say what a stretch is, the weightiest first.
var coverKinds = []struct {
	name string
	kind SignKind
}{
	{"money", SignMoney}, {"negation", SignNegation}, {"modal", SignModal}, {"hedge", SignHedge}, {"body", SignBody},
	{"actor", SignActor}, {"scope", SignScope}, {"additive", SignAdditive}, {"number", SignNumber}, {"reference", SignReference},
	{"contrast", SignLight}, {"joint", SignLight}, {"light", SignLight}, {"degree", SignDegree}, {"same", SignWord}, {"name", SignWord},
	{"support", SignWord}, {"sense", SignWord}, {"word", SignWord},
}

// ranks tell the small words that join from those that set one against the other.
var ranks = map[string]int{"joint": 1, "contrast": 2}

var topicNames = map[string]Topic{
	"session": TopicSession, "agenda": TopicAgenda, "report": TopicReport, "hope": TopicHope, "force": TopicForce, "occasion": TopicEvent,
	"plan": TopicPlan, "anniversary": TopicAnniversary, "status": TopicStatus,
}

var signalLists = func() map[Language]func() *signals {
	all := map[Language]func() *signals{}
	for _, l := range Languages {
		all[l] = sync.OnceValue(func() *signals { return readSignals(l) })
	}
	return all
}()

func signalsOf(l Language) *signals {
	if read, ok := signalLists[l]; ok {
		return read()
	}
	return signalLists[English]()
}

func readSignals(l Language) *signals {
	data, err := assets.Lexicon.ReadFile("lexicon/signals-" + string(l) + ".tsv")
	if err != nil {
		panic(err) // the file is compiled in
	}
	s := &signals{index{}, index{}, index{}, index{}, index{}}
	for row := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(row, "\n"), "\t")
		for phrase := range strings.SplitSeq(f[2], "|") {
			s.add(f[0], f[1], phraseTokens(phrase, l))
		}
	}
	for _, i := range []index{s.cover, s.topics, s.titles, s.deadlines, s.years} {
		i.sort()
	}
	return s
}

// add puts a phrase into the index its list belongs to.
func (s *signals) add(list, key string, words []string) {
	if len(words) == 0 {
		return
	}
	g := &signal{words: words, length: len(words)}
	switch list {
	case "entitled":
		s.titles.add(g)
		return
	case "theme":
		s.titles.add(g)
		list = "occasion"
	case "deadline":
		s.deadlines.add(g)
		return
	case "years":
		s.years.add(g)
		return
	}
	if t, ok := topicNames[list]; ok {
		g.topic = t
		s.topics.add(g)
		return
	}
	for order, c := range coverKinds {
		if c.name == list {
			g.order, g.kind = order, c.kind
			if list == "reference" && key == "near" {
				g.kind, g.key, g.rank = c.kind, strings.Join(words, " "), nearNumber
			} else if g.key, g.rank = keyAndRank(key, words, c.kind); ranks[list] > 0 {
				g.rank = ranks[list]
			}
			g.plain, g.support = list == "sense" || list == "support", list == "support"
			if list == "sense" || list == "same" {
				g.sense = key
			}
			s.cover.add(g)
		}
	}
}

// keyAndRank reads the second column: "3" is the rank of a modal verb, "african union/2" a key with a rank, "=urgent" a
// word that says the same as others.
func keyAndRank(column string, words []string, kind SignKind) (string, int) {
	rank := 0
	if kind == SignModal {
		rank, _ = strconv.Atoi(column)
		column = ""
	}
	if key, n, ok := strings.Cut(column, "/"); ok {
		rank, _ = strconv.Atoi(n)
		column = key
	} else if kind == SignBody {
		rank = 1
	}
	if column == "" {
		return strings.Join(words, " "), rank
	}
	if kind == SignWord {
		column = "=" + column
	}
	return column, rank
}

func (x index) add(g *signal) {
	word, _ := strings.CutSuffix(g.words[0], anyEnding)
	key := firstLetters(word, mostLetters)
	x[key] = append(x[key], g)
}

// firstLetters is the first n runes of a word, or all of it.
func firstLetters(word string, n int) string {
	for i := range word {
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}

func (x index) sort() {
	for _, list := range x {
		slices.SortStableFunc(list, byWeight)
	}
}

// byWeight puts the longer first, and of those as long as each other the weightier kind.
func byWeight(a, b *signal) int {
	return cmp.Or(cmp.Compare(b.length, a.length), cmp.Compare(a.order, b.order))
}

// at lists the signals that begin at token i, the longest first.
func (x index) at(r *signReader, i int) []*signal {
	found := x.matching(r, i, r.tokens[i].folded)
	if r.lang == Arabic && len(found) == 0 {
		for _, p := range prefixes { // written together with the word: «والدول الأعضاء»
			if cut, ok := strings.CutPrefix(r.tokens[i].folded, p); ok && utf8.RuneCountInString(cut) >= shortestStem {
				if found = x.matching(r, i, cut); len(found) > 0 {
					return found
				}
				if found = x.matching(r, i, "ال"+cut); len(found) > 0 { // وال…, بال…: the article stays
					return found
				}
			}
		}
	}
	return found
}

func (x index) matching(r *signReader, i int, first string) []*signal {
	var found []*signal
	buckets, key := 0, ""
	for n := mostLetters; n > 0; n-- {
		letters := firstLetters(first, n)
		if letters == key {
			continue // a short word
		}
		key = letters
		before := len(found)
		for _, g := range x[key] {
			if i+g.length <= len(r.tokens) && wordMatches(g.words[0], first) && g.follows(r.tokens[i+1:]) {
				found = append(found, g)
			}
		}
		if len(found) > before {
			buckets++
		}
	}
	if buckets > 1 {
		slices.SortStableFunc(found, byWeight)
	}
	return found
}

// follows reports whether the words of a phrase after its first stand at the beginning of tokens.
func (g *signal) follows(tokens []wordToken) bool {
	for k, w := range g.words[1:] {
		if !wordMatches(w, tokens[k].folded) {
			return false
		}
	}
	return true
}

func wordMatches(pattern, word string) bool {
	if prefix, ok := strings.CutSuffix(pattern, anyEnding); ok {
		return strings.HasPrefix(word, prefix)
	}
	return pattern == word
}
