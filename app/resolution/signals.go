package resolution

import (
	"slices"
	"strings"
	"unicode"
)

// SignKind says what a stretch of a paragraph is to somebody who weighs a change of it.
type SignKind uint8

// The kinds of signs.
const (
	SignWord      SignKind = iota // a word that is none of the others; Key is its stem
	SignLight                     // articles, prepositions, "with regard to"; Rank 1: what joins, "and"; 2: what contrasts, "but"
	SignPoint                     // punctuation
	SignVerb                      // an opening, or a verb of the kind further on: "and invites"
	SignAdditive                  // "also", "further", "again"
	SignModal                     // "shall", "should", "may"; Rank says how much it binds, 3 most
	SignNegation                  // "not", "without"
	SignDegree                    // "deeply", "strongly"
	SignHedge                     // "as appropriate", "as a matter of priority": conditions and urgency
	SignMoney                     // "within existing resources", "budget"
	SignScope                     // "all", "women", "children"
	SignActor                     // "Member States", "the Secretary-General"; Key is the same in every language
	SignNumber                    // Key is its value where that is known; Rank 1 for a number of years
	SignDate                      // a day, a month or a year of a date
	SignYear                      // a year that stands alone; Key begins with "by" for a deadline
	SignOrdinal                   // "sixty-first": sessions, summits
	SignCitation                  // Key is the canonical symbol
	SignReference                 // "resolution", "paragraph 5"
	SignBody                      // a body or programme that took over from another; Rank 1 the former, 2 the successor
	SignTitle                     // the title of a document or a theme in quotation marks; Rank 1: what of a name follows a colon
	SignBracket                   // a square bracket
)

// Sign is one stretch of a paragraph. The signs of a paragraph cover it but for blanks and do not overlap.
type Sign struct {
	Kind     SignKind
	Key      string // what it says: equal keys of one kind say the same
	From, To int    // code points
	Rank     int
	Verb     Entry // of a SignVerb
	Occasion bool  // it names a meeting, a report or what is done with them: "held", "summit", "submitted"
	Capital  bool  // it begins with a capital letter and no sentence with it

	Anniversary bool // it names an anniversary
	Status      bool // it says who has joined a treaty: "ratified", "accession"

	Senses  []string // what a word, a hedge or an "also" can mean; two words with a sense in common may say the same
	Support bool     // a verb that says little without its noun: "make a contribution"
}

// Topic is something a paragraph is about as a whole.
type Topic uint16

// The topics.
const (
	TopicSession     Topic = 1 << iota // a session is named
	TopicAgenda                        // an agenda item, further consideration
	TopicReport                        // a report
	TopicHope                          // something is hoped for or awaited
	TopicForce                         // an entry into force
	TopicEvent                         // an event is named
	TopicPlan                          // a strategy or programme is named
	TopicAnniversary                   // an anniversary
	TopicStatus                        // who has joined a treaty
)

// Signs is a paragraph read for what it says.
type Signs struct {
	Signs  []Sign
	Topics Topic
}

// About reports whether a paragraph has all of the topics.
func (s Signs) About(t Topic) bool { return s.Topics&t == t }

// ReadSigns reads a paragraph, with what it cites, for what it says. A language that is not known is read as English.
func ReadSigns(text string, kind Kind, cited []Citation, lang Language) Signs {
	r := signReader{runes: []rune(text), lang: lang, list: signalsOf(lang)}
	r.tokens = cutTokens(r.runes, lang)
	r.taken, r.owner = make([]bool, len(r.tokens)), make([]int, len(r.tokens))
	r.occasion, r.anniversary = make([]bool, len(r.tokens)), make([]bool, len(r.tokens))
	r.status = make([]bool, len(r.tokens))
	r.citations(cited)
	r.symbolLike()
	r.opening(text, kind)
	r.topicWords()
	r.titles()
	r.dates()
	r.ordinals()
	r.compounds()
	r.furtherVerbs()
	r.phrases()
	r.numbers()
	r.rest()
	slices.SortFunc(r.signs, func(a, b Sign) int { return a.From - b.From })
	return Signs{r.signs, r.topics}
}

// signReader reads one paragraph; every step takes the tokens it understands.
type signReader struct {
	runes    []rune
	lang     Language
	list     *signals
	tokens   []wordToken
	taken    []bool
	owner    []int  // the sign each taken token is part of
	occasion []bool // tokens of words that name events
	signs    []Sign
	topics   Topic

	anniversary []bool // tokens of words for an anniversary
	status      []bool // tokens of words for joining a treaty
}

// take makes tokens from…to-1 one sign.
func (r *signReader) take(s Sign, from, to int) {
	s.From, s.To = r.tokens[from].from, r.tokens[to-1].to
	for i := from; i < to; i++ {
		r.taken[i], r.owner[i] = true, len(r.signs)
		s.Occasion = s.Occasion || r.occasion[i]
		s.Anniversary = s.Anniversary || r.anniversary[i]
		s.Status = s.Status || r.status[i]
	}
	r.signs = append(r.signs, s)
}

func (r *signReader) free(from, to int) bool {
	return to <= len(r.tokens) && !slices.Contains(r.taken[from:to], true)
}

// takeRunes makes the tokens that lie in a stretch of code points one sign.
func (r *signReader) takeRunes(s Sign, from, to int) {
	first, last := -1, -1
	for i, t := range r.tokens {
		if t.to > from && t.from < to {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 && r.free(first, last+1) {
		r.take(s, first, last+1)
	}
}

func (r *signReader) citations(all []Citation) {
	for _, c := range all {
		r.takeRunes(Sign{Kind: SignCitation, Key: c.Symbol}, c.Offset, c.Offset+c.Length)
	}
}

// symbolLike takes what is written like a symbol and is in no family that is known: GC(68)/RES/8.
func (r *signReader) symbolLike() {
	for i := 0; i < len(r.tokens); i++ {
		n := i
		for n < len(r.tokens) && !r.taken[n] && r.tokens[n].kind != hanToken && (n == i || r.tokens[n].from == r.tokens[n-1].to) {
			n++
		}
		for n > i && r.tokens[n-1].kind == pointToken && r.tokens[n-1].folded != ")" {
			n--
		}
		if n-i < 3 {
			continue
		}
		text := string(r.runes[r.tokens[i].from:r.tokens[n-1].to])
		if symbolLike.MatchString(text) {
			r.take(Sign{Kind: SignCitation, Key: text}, i, n)
			i = n - 1
		}
	}
}

func (r *signReader) opening(text string, kind Kind) {
	v := vocabularyOf(r.lang)
	want := kind
	if kind != Preambular && kind != Operative {
		want = ""
	}
	entry, n := v.match(text, want)
	if n == 0 {
		entry, n = v.match(text, "")
	}
	if n == 0 {
		entry, n = r.openingWithAdditive(v)
	}
	if n == 0 {
		return
	}
	start, root := n-len([]rune(entry.Phrase)), VerbRoot(entry.English)
	if strings.HasPrefix(plainRoot(entry.English), root+" ") {
		n = start + v.shortest(entry.Phrase, root)
		entry.Phrase = string(r.runes[start:n])
	}
	r.takeRunes(verbSign(entry), 0, n)
}

// openingWithAdditive finds an opening that the lexicon holds without its "also": «Invita también a», 又请. It counts the
// runes up to its end.
func (r *signReader) openingWithAdditive(v vocabulary) (Entry, int) {
	for i := range min(3, len(r.tokens)) {
		for _, p := range r.list.cover.at(r, i) {
			if p.kind != SignAdditive {
				continue
			}
			from, to := r.tokens[i].from, r.tokens[i+p.length-1].to
			for to < len(r.runes) && unicode.IsSpace(r.runes[to]) {
				to++
			}
			entry, n := v.match(string(r.runes[:from])+string(r.runes[to:]), "")
			if n >= from && n > 0 {
				n += to - from
				entry.Phrase, entry.Additive = string(r.runes[:n]), p.key
				return entry, n
			}
		}
	}
	return Entry{}, 0
}

// shortest counts the runes of the shortest phrase at the start of a longer one that says the same: of "Decides to include
// in the provisional agenda of" the verb is "Decides to", so that it can be compared with "Also decides to".
func (v vocabulary) shortest(phrase, root string) int {
	runes := []rune(phrase)
	folded := foldOpening(runes)
	bare := len(runes)
	for p := range v.beginning(folded) {
		if len(p.folded) < len(folded) && slices.Equal(p.folded, folded[:len(p.folded)]) && VerbRoot(p.entry.English) == root {
			if n := unfold(runes, len(p.folded)); n < bare && wordEnds(runes, n) {
				bare = n
			}
		}
	}
	return bare
}

func verbSign(e Entry) Sign {
	return Sign{Kind: SignVerb, Key: VerbRoot(e.English), Rank: e.Rank, Verb: e}
}

// topicWords notes what the paragraph is about and which words name events.
func (r *signReader) topicWords() {
	for i := range r.tokens {
		for _, p := range r.list.topics.at(r, i) {
			r.topics |= p.topic
			for k := i; k < i+p.length; k++ {
				r.occasion[k] = r.occasion[k] || p.topic == TopicEvent || p.topic == TopicPlan && r.yearBeside(i, i+p.length)
				r.anniversary[k] = r.anniversary[k] || p.topic == TopicAnniversary
				r.status[k] = r.status[k] || p.topic == TopicStatus
			}
		}
	}
}

// yearBeside reports a year close to tokens from…to-1: "strategic plan for 2023–2028". Such a plan has its term.
func (r *signReader) yearBeside(from, to int) bool {
	const near = 6
	for k := max(0, from-near); k < min(len(r.tokens), to+near); k++ {
		if r.tokens[k].kind == numberToken && yearText.MatchString(r.tokens[k].folded) {
			return true
		}
	}
	return false
}

// nearNumber is the rank of words that refer to a part of a text only beside its number: "section II", not "the private
// section".
const nearNumber = 1

// numberBeside reports a number or a Roman numeral next to tokens from…to-1.
func (r *signReader) numberBeside(from, to int) bool {
	for k := max(0, from-2); k < min(len(r.tokens), to+2); k++ {
		if k < from || k >= to {
			t := r.tokens[k]
			if t.kind == numberToken || r.taken[k] || romanNumeral.MatchString(string(r.runes[t.from:t.to])) {
				return true
			}
		}
	}
	return false
}

func (r *signReader) isLight(i int) bool {
	for _, p := range r.list.cover.at(r, i) {
		if p.kind == SignLight {
			return true
		}
	}
	return false
}

func (r *signReader) capital(i int) bool {
	t := r.tokens[i]
	return t.kind == letterToken && unicode.IsUpper(r.runes[t.from])
}

// phrases takes what stands in the lists, the longest first.
func (r *signReader) phrases() {
	for i := 0; i < len(r.tokens); i++ {
		found := r.list.cover.at(r, i)
		for _, p := range found {
			if !r.free(i, i+p.length) || p.kind == SignReference && p.rank == nearNumber && !r.numberBeside(i, i+p.length) {
				continue
			}
			s := Sign{Kind: p.kind, Key: p.key, Rank: p.rank, Capital: r.capital(i) && i > 0}
			if p.kind == SignWord || p.kind == SignHedge || p.kind == SignAdditive {
				s.Senses, s.Support = sensesOf(found, p.length)
			}
			if p.plain {
				s.Key = r.plainKey(i, p.length)
			}
			r.take(s, i, i+p.length)
			i += p.length - 1
			break
		}
	}
}

// furtherVerbs takes the verbs that open a clause later on: "…, and invites the Committee to …".
func (r *signReader) furtherVerbs() {
	if r.lang == Chinese {
		return // without blanks and endings nothing tells such a verb from any other
	}
	v := vocabularyOf(r.lang)
	for i := 1; i < len(r.tokens); i++ {
		if !r.free(i, i+1) || r.tokens[i].kind != letterToken || r.capital(i) || !r.afterAnd(i) {
			continue
		}
		end := min(len(r.runes), r.tokens[i].from+longestOpening)
		entry, n := v.matchRunes(r.runes[r.tokens[i].from:end], "")
		if n > 0 {
			r.takeRunes(verbSign(entry), r.tokens[i].from, r.tokens[i].from+n)
		}
	}
}

// afterAnd reports whether token i follows the word "and", "also" between them or not, or a comma.
func (r *signReader) afterAnd(i int) bool {
	before := r.tokens[i-1].folded
	if i > 1 && slices.ContainsFunc(r.list.cover.at(r, i-1), func(p *signal) bool { return p.kind == SignAdditive }) {
		before = r.tokens[i-2].folded
	}
	return before == grammarOf(r.lang).and || before == ","
}

// rest takes every token that is left.
func (r *signReader) rest() {
	for i, t := range r.tokens {
		switch {
		case r.taken[i]:
		case t.folded == "[" || t.folded == "]":
			r.take(Sign{Kind: SignBracket, Key: t.folded}, i, i+1)
		case r.romanPart(i):
			r.take(Sign{Kind: SignReference, Key: t.folded}, i, i+1)
		case t.kind == pointToken || r.acronym(i):
			r.take(Sign{Kind: SignPoint, Key: t.folded}, i, i+1)
		default:
			r.take(Sign{Kind: SignWord, Key: stem(t.folded, r.lang), Capital: i > 0 && r.capital(i)}, i, i+1)
		}
	}
}

// acronym reports a short name given in brackets behind the full one: "(SLOCAT)".
func (r *signReader) acronym(i int) bool {
	if i == 0 || i+1 >= len(r.tokens) || r.tokens[i-1].folded != "(" || r.tokens[i+1].folded != ")" {
		return false
	}
	capitals := 0
	for _, c := range r.runes[r.tokens[i].from:r.tokens[i].to] {
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals > 1
}
