package resolution

import "strings"

// titles takes what stands in quotation marks after "entitled" or "theme", and a longer name after a colon.
func (r *signReader) titles() {
	for i := range r.tokens {
		if !r.free(i, i+1) {
			continue
		}
		if end := r.quotedTitle(i); end > i {
			r.takeTitle(i, end, 0)
		} else if end := r.nameAfterColon(i); end > i {
			r.takeTitle(i, end, 1)
		}
	}
}

func (r *signReader) takeTitle(from, to, rank int) {
	var words []string
	for _, t := range r.tokens[from:to] {
		if t.kind != pointToken {
			words = append(words, t.folded)
		}
	}
	for i := from; i < to; i++ { // symbols inside stay what they are
		if r.taken[i] {
			return
		}
	}
	r.take(Sign{Kind: SignTitle, Key: strings.Join(words, " "), Rank: rank}, from, to)
}

// quotedTitle is where a title in quotation marks ends that begins at token i; 0 where none does.
func (r *signReader) quotedTitle(i int) int {
	if !r.isOneOf(openingQuotes, i) || i == 0 {
		return 0
	}
	introduced := false
	for k := max(0, i-6); k < i && !introduced; k++ {
		for _, p := range r.list.titles.at(r, k) {
			introduced = introduced || k+p.length >= i-4
		}
	}
	if !introduced {
		return 0
	}
	for k := i + 1; k < len(r.tokens); k++ {
		if r.isOneOf(closingQuotes, k) {
			return k + 1
		}
	}
	return 0
}

// isOneOf reports a token that is one of some marks. An apostrophe that stands alone folds to nothing and is none.
func (r *signReader) isOneOf(marks string, i int) bool {
	t := r.tokens[i]
	return t.kind == pointToken && t.folded != "" && strings.Contains(marks, t.folded)
}

const (
	openingQuotes = "“«\"„”《「"
	closingQuotes = "”»\"“》」"
)

// nameAfterColon is where a name that goes on after a colon ends: ": A Renewed Declaration for Resilient Prosperity".
func (r *signReader) nameAfterColon(i int) int {
	if r.tokens[i].folded != ":" || i == 0 || !r.capital(i-1) {
		return 0
	}
	k, capitals := i+1, 0
	for ; k < len(r.tokens) && r.tokens[k].kind == letterToken; k++ {
		if r.capital(k) {
			capitals++
		} else if !r.isLight(k) {
			return 0
		}
	}
	if capitals < 2 || k == len(r.tokens) {
		return 0
	}
	return k
}
