package app

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// expression is a search with operators: a leaf, or all, any or none of its parts.
type expression struct {
	all, any []expression
	not      *expression
	words    string // of a leaf
	exact    bool   // the very words, not their stems
	prefix   bool   // the last word is only a beginning
}

// parseExpression reads what a person typed. Without an operator, a star or quotation marks round all of it, it is a
// phrase and no expression; so is a line all in capitals, whose AND is a word.
func parseExpression(text string) (expression, bool) {
	tokens := searchTokens(text)
	if !slices.ContainsFunc(tokens, func(t searchToken) bool {
		return t.operator != "" && t.operator != "(" && t.operator != ")" || t.prefix
	}) &&
		(len(tokens) != 1 || !tokens[0].exact) || allCapitals(tokens) {
		return expression{}, false
	}
	p := searchParser{tokens: tokens}
	e := p.any()
	return e, true
}

// allCapitals reports whether no word is in small letters, or there is none: then AND is a word.
func allCapitals(tokens []searchToken) bool {
	words := ""
	for _, t := range tokens {
		words += t.words
	}
	return words == "" || strings.IndexFunc(words, unicode.IsUpper) >= 0 && strings.IndexFunc(words, unicode.IsLower) < 0
}

// searchToken is a word, exact words, or an operator.
type searchToken struct {
	words         string
	exact, prefix bool
	operator      string // "AND", "OR", "NOT", "(", ")"
}

// closing are the quotation marks that end what another begins.
var closingQuote = map[rune]rune{'"': '"', '“': '”', '«': '»', '„': '“', '”': '”'}

func searchTokens(text string) []searchToken {
	var tokens []searchToken
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch end, quote := closingQuote[r]; {
		case quote && slices.Contains(runes[i+1:], end):
			n := slices.Index(runes[i+1:], end)
			tokens = append(tokens, searchToken{words: string(runes[i+1 : i+1+n]), exact: true})
			i += n + 1
		case r == '(' || r == ')':
			tokens = append(tokens, searchToken{operator: string(r)})
		case !unicode.IsSpace(r) && !quote:
			from := i
			for i+1 < len(runes) && !unicode.IsSpace(runes[i+1]) && !strings.ContainsRune(`()"“«»”`, runes[i+1]) {
				i++
			}
			tokens = append(tokens, wordToken(string(runes[from:i+1])))
		}
	}
	return tokens
}

func wordToken(word string) searchToken {
	switch word {
	case "AND", "OR", "NOT":
		return searchToken{operator: word}
	}
	bare := strings.TrimRight(word, "*")
	return searchToken{words: bare, prefix: bare != word && bare != ""}
}

// searchParser reads: any = all {OR all}; all = one {[AND] one}; one = NOT one | ( any ) | words. What is missing or too
// many is passed over: a search is never refused for a bracket.
type searchParser struct {
	tokens []searchToken
	depth  int
}

func (p *searchParser) next() string {
	switch {
	case len(p.tokens) == 0:
		return "end"
	case p.tokens[0].operator != "":
		return p.tokens[0].operator
	}
	return "words"
}

func (p *searchParser) drop() { p.tokens = p.tokens[1:] }

func (p *searchParser) any() expression {
	e := expression{any: []expression{p.all()}}
	for p.next() == "OR" {
		p.drop()
		e.any = append(e.any, p.all())
	}
	if p.depth == 0 && p.next() == ")" {
		p.drop()
		more := p.any()
		e.any = append(e.any, more.any...)
	}
	return e
}

func (p *searchParser) all() (e expression) {
	for {
		switch p.next() {
		case "AND":
			p.drop()
		case "NOT", "(", "words":
			e.all = append(e.all, p.one())
		default:
			return e
		}
	}
}

// deepest is how deep brackets and NOT may stand in one another; what is deeper is read as if they were not there.
const deepest = 50

func (p *searchParser) one() expression {
	t := p.tokens[0]
	p.drop()
	if t.operator == "" || p.depth >= deepest {
		return expression{words: t.words, exact: t.exact, prefix: t.prefix}
	}
	p.depth++
	defer func() { p.depth-- }()
	if t.operator == "NOT" {
		if n := p.next(); n != "NOT" && n != "(" && n != "words" {
			return expression{}
		}
		e := p.one()
		return expression{not: &e}
	}
	e := p.any()
	if p.next() == ")" {
		p.drop()
	}
	return e
}

// match is what the index can say of an expression; ok is false for a part that says nothing to it. What it lets through
// is judged by holds: the index knows stems and no exact words.
func (e expression) match(l resolution.Language) (m storage.Match, ok bool) {
	switch {
	case e.not != nil:
		return m, false
	case len(e.any) > 0:
		for _, part := range e.any {
			sub, ok := part.match(l)
			if !ok && part.empty() {
				continue
			}
			if !ok {
				return m, false // one of them may be anything
			}
			m.Any = append(m.Any, sub)
		}
		return m, len(m.Any) > 0
	case len(e.all) > 0:
		for _, part := range e.all {
			if sub, ok := part.match(l); ok {
				m.All = append(m.All, sub)
			} else if part.not != nil && part.not.byStems() {
				if sub, ok := part.not.match(l); ok {
					m.None = append(m.None, sub)
				}
			}
		}
		return m, len(m.All) > 0
	}
	stems := resolution.Stems(resolution.Terms(e.words, l))
	if len(stems) == 0 {
		return m, false
	}
	m = phraseMatch(stems, l)
	if e.prefix {
		folded := resolution.FoldedTerms(e.words)
		last := folded[len(folded)-1].Stem
		if !strings.HasPrefix(last, stems[len(stems)-1]) {
			stems[len(stems)-1] = last
		}
		m = storage.Match{Phrase: stems, Prefix: true}
	}
	return m, true
}

// empty reports an expression without words.
func (e expression) empty() bool {
	if e.not != nil {
		return e.not.empty()
	}
	for _, part := range append(slices.Clone(e.any), e.all...) {
		if !part.empty() {
			return false
		}
	}
	return len(resolution.FoldedTerms(e.words)) == 0
}

// byStems reports whether the index alone can judge an expression.
func (e expression) byStems() bool {
	if e.exact || e.prefix || e.not != nil {
		return false
	}
	return !slices.ContainsFunc(append(slices.Clone(e.any), e.all...), func(part expression) bool { return !part.byStems() })
}

// judged is a text that an expression is held against.
type judged struct {
	terms         []resolution.Term
	stems, folded []string
	lang          resolution.Language
}

// holds reports whether a text is what an expression asks, and where its first words stand: terms from…to-1.
func (e expression) holds(t judged) (from, to int, ok bool) {
	switch {
	case e.not != nil:
		_, _, held := e.not.holds(t)
		return 0, 0, !held
	case len(e.any) > 0:
		for _, part := range e.any {
			if from, to, ok := part.holds(t); ok && !part.empty() {
				return from, to, true
			}
		}
		return 0, 0, false
	case len(e.all) > 0:
		for _, part := range e.all {
			f, g, held := part.holds(t)
			if !held {
				return 0, 0, false
			}
			if from == to {
				from, to = f, g
			}
		}
		return from, to, true
	}
	return e.leaf(t)
}

func (e expression) leaf(t judged) (from, to int, ok bool) {
	wanted, there := resolution.Stems(resolution.Terms(e.words, t.lang)), t.stems
	if e.exact || e.prefix {
		wanted, there = resolution.Stems(resolution.FoldedTerms(e.words)), t.folded
	}
	if len(wanted) == 0 {
		return 0, 0, true
	}
	last := len(wanted) - 1
	begins := e.prefix || phraseMatch(wanted, t.lang).Prefix
	for i := 0; i+last < len(there); i++ {
		if !slices.Equal(there[i:i+last], wanted[:last]) {
			continue
		}
		if word := there[i+last]; word == wanted[last] || begins && strings.HasPrefix(word, wanted[last]) {
			return i, i + last + 1, true
		}
	}
	return 0, 0, false
}

// single reports an expression of one part, which has a stretch of its own to show.
func (e expression) single() bool {
	parts := append(slices.Clone(e.any), e.all...)
	return len(parts) == 0 && e.not == nil || len(parts) == 1 && parts[0].single()
}

// exactly reports an expression that is exact words and nothing else.
func (e expression) exactly() bool {
	for len(e.any)+len(e.all) == 1 {
		e = append(slices.Clone(e.any), e.all...)[0]
	}
	return e.exact
}

// expression finds the paragraphs that are what an expression asks.
func (f *finder) expression(ctx context.Context, q Query, l resolution.Language, e expression) ([]hit, bool, error) {
	m, ok := e.match(l)
	if !ok {
		return nil, false, storage.ErrNothingAsked
	}
	tier := StemWords
	if e.exactly() {
		tier = ExactWords
	}
	return f.matching(ctx, q, l, m, func(w storage.Wording) (h hit, ok bool) {
		t := judged{terms: resolution.Terms(w.Text, l), folded: resolution.Stems(resolution.FoldedTerms(w.Text)), lang: l}
		t.stems = resolution.Stems(t.terms)
		from, to, ok := e.holds(t)
		if !ok {
			return h, false
		}
		h = hit{wording: w, whole: !e.single(), tier: tier, likeness: 1, to: len([]rune(w.Text))}
		if from < to {
			h.from, h.to = t.terms[from].From, t.terms[to-1].To
		}
		return h, true
	})
}
