package app

import (
	"slices"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// likenesses finds among the words that stand alone those that only look so: broken or joined words, names written
// out, forms of one word. Where the words were paired, neither stands alone any more.
func (e *evidence) likenesses() {
	e.respaced(e.older, e.newer)
	e.respaced(e.newer, e.older)
	e.writtenOut()
	e.introduced(e.older, e.newer)
	e.introduced(e.newer, e.older)
	e.kin()
	e.slips()
	e.akin()
	e.filled()
	e.passes()
	e.cognate(e.older)
	e.cognate(e.newer)
}

// longestBroken is the most pieces a word is taken to be broken into.
const longestBroken = 4

// respaced finds words of one text that stand broken in the other: "su stainable", "see king".
func (e *evidence) respaced(whole, broken witness) {
	for i, s := range whole.signs {
		if !s.alone || !s.changed || s.Kind == resolution.SignPoint || len(letters(whole.words(s))) < longestBroken {
			continue
		}
		if from, to := broken.pieces(letters(whole.words(s))); to > from {
			whole.signs[i].alone = false
			for k := from; k < to; k++ {
				broken.signs[k].alone = false
			}
			e.spaced = true
		}
	}
}

// pieces finds changed signs that follow one another and together are the letters of a word.
func (w witness) pieces(word string) (from, to int) {
	for i, s := range w.signs {
		if !s.changed || !strings.HasPrefix(word, letters(w.words(s))) {
			continue
		}
		all, alone := "", false
		for k := i; k < min(i+longestBroken, len(w.signs)) && w.signs[k].Kind != resolution.SignPoint; k++ {
			all += letters(w.words(w.signs[k]))
			alone = alone || w.signs[k].alone
			if all == word && k > i && alone {
				return i, k + 1
			}
		}
	}
	return 0, 0
}

// writtenOut finds short names that stand in full in the other text, by their initials: "OMS".
func (e *evidence) writtenOut() {
	for i, h := range e.hunks {
		if h.older.empty() || h.newer.empty() {
			continue
		}
		for _, x := range [2][2]witness{{e.older, e.newer}, {e.newer, e.older}} {
			short, full, at, stretch := x[0], x[1], h.older, h.newer
			if short.newer {
				at, stretch = h.newer, h.older
			}
			for k, s := range short.signs {
				if s.alone && s.From >= at.from && s.To <= at.to && resolution.Initials(short.words(s), full.between(stretch), short.side.draft.Language) {
					short.signs[k].alone = false
					full.settle(stretch)
					e.hunks[i].name = true
				}
			}
		}
	}
}

// introduced settles full names before a short name in brackets, where the other text has the short name alone: "the World
// Health Organization (WHO)", "WHO".
func (e *evidence) introduced(full, short witness) {
	for i, s := range full.signs {
		if i < 2 || i+1 == len(full.signs) || full.words(full.signs[i-1]) != "(" || full.words(full.signs[i+1]) != ")" {
			continue
		}
		for k, x := range short.signs {
			if x.Kind == resolution.SignPoint || short.words(x) != full.words(s) {
				continue
			}
			if from := full.nameBefore(i-1, full.words(s)); from < i-1 {
				full.settle(stretch{full.signs[from].From, s.To})
				short.signs[k].alone = false
			}
		}
	}
}

// nameBefore is where the shortest name before sign end begins that has the initials of a short name; end for none.
func (w witness) nameBefore(end int, short string) int {
	const longest = 14
	for from := end - 1; from >= max(0, end-longest) && w.signs[from].Kind != resolution.SignVerb; from-- {
		between := w.between(stretch{w.signs[from].From, w.signs[end-1].To})
		if w.signs[from].Capital && resolution.Initials(short, between, w.side.draft.Language) {
			return from
		}
	}
	return end
}

// kin pairs forms of one word of which each text has another.
func (e *evidence) kin() {
	language := e.newer.side.draft.Language
	for i, s := range e.older.signs {
		if !s.alone || !s.changed || s.Kind != resolution.SignWord {
			continue
		}
		for k, x := range e.newer.signs {
			if x.alone && x.changed && x.Kind == resolution.SignWord && resolution.Kin(e.older.words(s), e.newer.words(x), language) {
				e.older.signs[i].alone, e.newer.signs[k].alone = false, false
				break
			}
		}
	}
}

// mostAkin is how many words may stand alone where words are paired by way of others: of a text that was rewritten the
// reasons speak anyway.
const mostAkin = 8

// akin pairs words that have a sense in common and took each other's place.
func (e *evidence) akin() {
	e.pairAlone(akin)
	if len(e.older.loose()) <= mostAkin && len(e.newer.loose()) <= mostAkin {
		e.pairAlone(e.akinAcross)
	}
}

// pairAlone settles signs of the two texts of which each is what the other may say. One of the two may stand in words that
// did not change: "en gran medida", "gran".
func (e *evidence) pairAlone(alike func(older, newer sign) bool) {
	newer := e.newer.loose()
	for _, i := range e.older.loose() {
		s := e.older.signs[i]
		at := slices.IndexFunc(newer, func(k int) bool {
			return (s.changed || e.newer.signs[k].changed) && alike(s, e.newer.signs[k])
		})
		if at >= 0 {
			e.older.signs[i].alone, e.newer.signs[newer[at]].alone = false, false
			newer = slices.Delete(newer, at, at+1)
		}
	}
}

// loose lists the places of the signs that stand alone and may say what another says.
func (w witness) loose() []int {
	var out []int
	for i, s := range w.signs {
		if s.alone && (len(s.Senses) > 0 || s.Kind == resolution.SignModal) {
			out = append(out, i)
		}
	}
	return out
}

// needed is the sense in which what must be is said to be necessary.
const needed = "necessary"

// akin reports that what one sign says the other may say: two words with a sense in common, or "must" and "necessary".
func akin(a, b sign) bool {
	if a.Kind == resolution.SignModal {
		a, b = b, a
	}
	if b.Kind == resolution.SignModal {
		return b.Rank == binding && slices.Contains(a.Senses, needed)
	}
	return a.Akin(b.Sign)
}

// binding is the rank of "shall" and "must".
const binding = 3

// akinAcross reports that two signs are akin by way of two others: of "creates training programmes" and "prepares teaching
// programmes" the list says that "training" and "prepares" say the same, and only then what is left fits.
func (e *evidence) akinAcross(s, x sign) bool {
	if len(s.Senses) == 0 || len(x.Senses) == 0 {
		return false
	}
	for _, a := range e.older.signs {
		if !a.changed || a.alone || !a.Akin(x.Sign) {
			continue
		}
		for _, b := range e.newer.signs {
			if b.changed && !b.alone && b.meaning() == a.meaning() && s.Akin(b.Sign) {
				return true
			}
		}
	}
	return false
}

// slips pairs words of which one is misspelt.
func (e *evidence) slips() {
	language := e.newer.side.draft.Language
	for i, s := range e.older.signs {
		for k, x := range e.newer.signs {
			if !(s.alone && x.alone && s.changed && x.changed) {
				continue
			}
			a, b := e.older.words(s), e.newer.words(x)
			if resolution.Slip(a, b, language) || resolution.Misread(a, b, e.newer.side.draft) || resolution.Misread(b, a, e.older.side.draft) {
				e.older.signs[i].alone, e.newer.signs[k].alone = false, false
				e.misspelt = true
			}
		}
	}
}

// filled finds blanks of a draft that were filled in, "80/___ of __ December", and settles them.
func (e *evidence) filled() {
	for _, h := range e.hunks {
		a, b := e.older.between(h.older), e.newer.between(h.newer)
		if strings.Contains(a, "__") == strings.Contains(b, "__") {
			continue
		}
		if e.older.figures(h.older) && e.newer.figures(h.newer) {
			e.older.settle(h.older)
			e.newer.settle(h.newer)
			e.blank = true
		}
	}
}

// figures reports a stretch of nothing but dates, numbers, symbols and small words.
func (w witness) figures(s stretch) bool {
	for _, x := range w.signs {
		if x.From < s.from || x.To > s.to {
			continue
		}
		switch x.Kind {
		case resolution.SignDate, resolution.SignYear, resolution.SignOrdinal, resolution.SignCitation, resolution.SignReference,
			resolution.SignNumber, resolution.SignLight, resolution.SignPoint:
		default:
			return false
		}
	}
	return true
}

// passes settles what comes or goes with the year and does no more than note it: "noting that 2025 marks the tenth
// anniversary of the adoption of the Convention", "and looking forward to the conference to be held in 2026".
func (e *evidence) passes() {
	for i, h := range e.hunks {
		for _, w := range []witness{e.older, e.newer} {
			s := h.older
			if w.newer {
				s = h.newer
			}
			if key := w.passingReason(s); key != "" {
				w.settle(s)
				e.hunks[i].passing = key
			}
		}
	}
}

// passingReason is the reason of a stretch that names an anniversary or awaits an event, says when, and asks for nothing.
func (w witness) passingReason(s stretch) string {
	named, timed, awaited := false, false, false
	for i, x := range w.signs {
		if x.From < s.from || x.To > s.to {
			continue
		}
		switch x.Kind {
		case resolution.SignYear, resolution.SignDate:
			timed = true
		case resolution.SignModal, resolution.SignNegation, resolution.SignMoney, resolution.SignBracket, resolution.SignHedge:
			return ""
		case resolution.SignVerb:
			if _, family := x.Verb.Strength(); family == "directive" || family == "performative" {
				return ""
			}
			awaited = awaited || x.Key == resolution.VerbRoot("Looks forward to") && i > 0
		}
		named = named || x.Anniversary
		awaited = awaited && !x.Anniversary
	}
	switch {
	case named && timed:
		return "weight.anniversary"
	case awaited && timed && w.about(resolution.TopicEvent):
		return "weight.event"
	}
	return ""
}

// cognate settles the object by which Arabic repeats its verb: «تنفيذا كاملا».
func (e *evidence) cognate(w witness) {
	if w.side.draft.Language != resolution.Arabic {
		return
	}
	for i, s := range w.signs {
		if !s.alone || s.Kind != resolution.SignWord {
			continue
		}
		for k, x := range w.signs {
			later := w.words(w.signs[max(i, k)])
			if k != i && x.Kind == s.Kind && x.Key == s.Key && strings.HasSuffix(later, "ا") {
				w.signs[i].alone = false
				break
			}
		}
	}
}

// onlySpaced reports texts that differ in where blanks stand inside them.
func onlySpaced(a, b string) bool {
	older, newer := strings.Fields(a), strings.Fields(b)
	return len(older) != len(newer) && strings.EqualFold(strings.Join(older, ""), strings.Join(newer, ""))
}

// letters is a text without what stands between its letters, and without capitals.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
