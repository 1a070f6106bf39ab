package app

import (
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// content: words that say something, of no kind of their own.
func (e *evidence) content() []Reason {
	older, newer := e.older.alone(resolution.SignWord, resolution.SignDegree), e.newer.alone(resolution.SignWord, resolution.SignDegree)
	if !slices.ContainsFunc(slices.Concat(older, newer), func(s sign) bool { return s.changed }) {
		return nil // what stands in both texts, only read otherwise: "Takes note with appreciation of", "Recalls with appreciation"
	}
	if !slices.ContainsFunc(slices.Concat(older, newer), func(s sign) bool { return !s.Support }) {
		return nil // "contributes", "makes a contribution"
	}
	if (e.rolls() || e.happened()) && e.older.eventful(older) && e.newer.eventful(newer) {
		return []Reason{technical(0, "weight.event")}
	}
	if e.joiners(older, e.older) && e.joiners(newer, e.newer) {
		return []Reason{technical(1, "weight.status")}
	}
	if e.older.ofCitedNames(older) && e.newer.ofCitedNames(newer) {
		return []Reason{technical(4, "weight.title")}
	}
	if e.rewritten(len(older), len(newer)) {
		return []Reason{substantive(20, "weight.rewritten")}
	}
	hunks := slices.Clone(e.hunks)
	slices.SortStableFunc(hunks, func(a, b hunk) int { return (b.lost + b.gained) - (a.lost + a.gained) })
	var out []Reason
	for n, h := range hunks {
		if n < mostReasons && h.lost+h.gained > 0 {
			out = append(out, e.hunkReason(h, 20+n)...)
		}
	}
	if out == nil {
		return []Reason{substantive(20, "weight.words")}
	}
	return out
}

// hunkReason says what a hunk drops, adds or puts in the place of what.
func (e *evidence) hunkReason(h hunk, order int) []Reason {
	older, newer := e.older.quote(h.older), e.newer.quote(h.newer)
	switch {
	case older == newer:
		return nil
	case older == "":
		return []Reason{substantive(order, "weight.adds", newer)}
	case newer == "":
		return []Reason{substantive(order, "weight.drops", older)}
	}
	return []Reason{substantive(order, "weight.became", older, newer)}
}

// quote is a stretch as a reason quotes it: without an opening, of which the reasons speak apart, without what joins it
// to the words before and without the small words at its end; "" where nothing but small words is in it.
func (w witness) quote(s stretch) string {
	from, to, says := -1, -1, false
	for _, x := range w.signs {
		small := x.Kind == resolution.SignLight || x.Kind == resolution.SignPoint
		if x.From < s.from || x.To > s.to {
			continue
		}
		if from < 0 && (x.Kind == resolution.SignPoint || small && x.Rank > 0 || x.Kind == resolution.SignAdditive || x.opening) {
			continue
		}
		if from < 0 {
			from = x.From
		}
		if !small {
			to, says = x.To, true
		}
	}
	if !says {
		return ""
	}
	return shorten(string(w.text[from:to]))
}

// eventful reports whether words do no more than name a meeting or a report, where it was held and who led it.
func (w witness) eventful(words []sign) bool {
	for _, s := range words {
		if !s.Occasion && !w.besideEvent(s) {
			return false
		}
	}
	return true
}

// nearby is how many signs apart a name and the event it belongs to may stand.
const nearby = 7

// besideEvent reports a name that stands beside a date or a word for an event, other names between them at most:
// "chaired by Colombia, held in Riohacha".
func (w witness) besideEvent(s sign) bool {
	at := slices.IndexFunc(w.signs, func(x sign) bool { return x.From == s.From })
	if !s.Capital {
		if w.side.draft.Language.Caseless() {
			return w.placeOfEvent(at)
		}
		return w.goesOn(at)
	}
	return w.beside(at, sign.tells) || w.namesEvent(at)
}

// beside reports a sign of some sort near sign at, nothing but names and small words between them.
func (w witness) beside(at int, wanted func(sign) bool) bool {
	for _, step := range []int{-1, 1} {
		for k, n := at+step, 0; k >= 0 && k < len(w.signs) && n < nearby; k, n = k+step, n+1 {
			x := w.signs[k]
			if wanted(x) {
				return true
			}
			if x.Kind != resolution.SignLight && x.Kind != resolution.SignPoint && !(x.Kind == resolution.SignWord && x.Capital) {
				break
			}
		}
	}
	return false
}

// namesEvent reports a name with one word between it and the event, the same in both texts: "the Pacific regional seminar".
func (w witness) namesEvent(at int) bool {
	return at+2 < len(w.signs) && w.signs[at+1].Kind == resolution.SignWord && !w.signs[at+1].alone && w.signs[at+2].Occasion
}

// longestPlace is how many signs the names of a host and a place may have.
const longestPlace = 16

// placeOfEvent finds by the words around it who was host and where, in scripts that have no capitals: 由巴西在贝伦主办,
// «المعقودة في الرياض في الفترة من». The names stand between words for events or dates, and a small word tells a place.
func (w witness) placeOfEvent(at int) bool {
	first, last := at, at
	for first > 0 && w.signs[first-1].mayName() {
		first--
	}
	for last+1 < len(w.signs) && w.signs[last+1].mayName() {
		last++
	}
	if first == 0 || last+1 == len(w.signs) || last-first >= longestPlace || !w.signs[first-1].tells() || !w.signs[last+1].tells() {
		return false
	}
	return slices.ContainsFunc(w.signs[first:last+1], func(s sign) bool { return places[s.Key] })
}

// mayName reports a sign that can be part of names.
func (s sign) mayName() bool {
	return !s.Occasion && (s.Kind == resolution.SignWord || s.Kind == resolution.SignLight || s.Kind == resolution.SignActor || s.Kind == resolution.SignScope)
}

// tells reports what says when something was or what it was.
func (s sign) tells() bool {
	return s.Occasion || s.Kind == resolution.SignDate || s.Kind == resolution.SignYear || s.Kind == resolution.SignOrdinal
}

// places are the small words that a place or a host follows.
var places = map[string]bool{"في": true, "ب": true, "在": true, "于": true, "由": true}

// goesOn reports a word in small letters that goes on with the name before it: "les Émirats arabes unis".
func (w witness) goesOn(at int) bool {
	for k := at - 1; k >= max(0, at-2); k-- {
		s := w.signs[k]
		if s.Kind != resolution.SignWord {
			return false
		}
		if s.Capital {
			return s.alone && w.besideEvent(s)
		}
	}
	return false
}

// rewritten reports whether more is new than is left of a paragraph of some length.
func (e *evidence) rewritten(lost, gained int) bool {
	was, is := e.older.content(), e.newer.content()
	return lost >= 6 && gained >= 6 && lost*2 > was && gained*2 > is
}

func (w witness) content() int {
	n := 0
	for _, s := range w.signs {
		if isContent(s) {
			n++
		}
	}
	return n
}

// longestQuote bounds how much of a text a reason quotes, in code points.
const longestQuote = 60

// shorten takes blanks and punctuation off both ends and cuts what is too long for a reason at a word.
func shorten(text string) string {
	runes := []rune(strings.TrimFunc(strings.Join(strings.Fields(text), " "), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;.:،؛，；。、", r)
	}))
	if len(runes) <= longestQuote {
		return string(runes)
	}
	cut := longestQuote
	for k := cut; k > longestQuote/2; k-- {
		if unicode.IsSpace(runes[k]) {
			cut = k
			break
		}
	}
	return strings.TrimRight(string(runes[:cut]), " ,;") + " …"
}

// editorial says why a change that changed nothing of what is said is one.
func (e *evidence) editorial() []Reason {
	if !slices.ContainsFunc(e.changes, isChange) {
		return e.moved()
	}
	if e.class == resolution.Split || e.class == resolution.Merged {
		return e.moved()
	}
	found := map[string]bool{}
	for _, w := range []witness{e.older, e.newer} {
		for _, s := range w.signs {
			if s.changed {
				found[e.wording(w, s)] = true
			}
		}
	}
	if same(e.older.text, e.newer.text) {
		return editorial("weight.capitals")
	}
	if slices.ContainsFunc(e.hunks, func(h hunk) bool { return h.name }) {
		return editorial("weight.title.full")
	}
	if e.misspelt {
		return editorial("weight.spelling")
	}
	if e.spaced {
		return editorial("weight.spacing")
	}
	found["weight.order"] = found["weight.order"] && !slices.Equal(e.older.sequence(), e.newer.sequence())
	for _, key := range []string{"weight.also", "weight.title.full", "weight.alike", "weight.order", "weight.small"} {
		if found[key] {
			return editorial(key)
		}
	}
	return editorial("weight.punctuation")
}

// sequence is what a text says in its order, small words left out.
func (w witness) sequence() []meaning {
	var out []meaning
	for _, s := range w.signs {
		if s.Kind != resolution.SignLight && s.Kind != resolution.SignPoint {
			out = append(out, s.meaning())
		}
	}
	return out
}

// wording is the key that says how a changed sign, of which the other side has an equal, reads otherwise.
func (e *evidence) wording(w witness, s sign) string {
	switch s.Kind {
	case resolution.SignAdditive:
		return "weight.also"
	case resolution.SignVerb:
		return e.verbWording(w, s)
	case resolution.SignLight:
		return "weight.small"
	case resolution.SignPoint:
		return "weight.punctuation"
	}
	other := e.newer
	if w.newer {
		other = e.older
	}
	for _, x := range other.signs {
		if x.meaning() == s.meaning() && letters(other.words(x)) == letters(w.words(s)) {
			return "weight.order"
		}
	}
	if strings.HasPrefix(s.Key, "=name ") {
		return "weight.title.full"
	}
	return "weight.alike"
}

// verbWording tells "Requests" that became "Also requests" from "Stresses" that became "Emphasizes".
func (e *evidence) verbWording(w witness, s sign) string {
	other := e.newer
	if w.newer {
		other = e.older
	}
	for _, x := range other.signs {
		if x.Kind == resolution.SignVerb && x.Key == s.Key && x.Verb.English == s.Verb.English {
			switch {
			case x.Verb.Additive != s.Verb.Additive:
				return "weight.also"
			case same([]rune(other.words(x)), []rune(w.words(s))):
				return "weight.order"
			}
			return "weight.small"
		}
	}
	return "weight.alike"
}

// same reports whether two texts differ in capitals at most.
func same(a, b []rune) bool { return strings.EqualFold(string(a), string(b)) }

func (e *evidence) moved() []Reason {
	switch e.class {
	case resolution.Split:
		return editorial("weight.split")
	case resolution.Merged:
		return editorial("weight.merged")
	case resolution.MovedOnly, resolution.MovedChanged:
		return editorial("weight.moved")
	}
	return nil
}
