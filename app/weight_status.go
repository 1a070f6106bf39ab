package app

import (
	"slices"

	"mutatis/app/resolution"
)

// nearStatus is how many signs apart a number and the word for joining a treaty that it counts may stand: "35 of the 44
// whose ratification is needed for its entry into force, among which there are 2".
const nearStatus = 16

// withoutStatus takes from numbers that took each other's place those that count who has joined a treaty: another session
// tells another count. Where it is decided or asked how many shall join, the numbers stay.
func (e *evidence) withoutStatus(older, newer []sign) (restOlder, restNewer []sign) {
	if !e.round.rolled {
		return older, newer
	}
	restOlder = slices.Clone(older)
	for _, n := range newer {
		at := slices.IndexFunc(restOlder, func(o sign) bool {
			return o.hunk >= 0 && o.hunk == n.hunk && e.older.countsJoined(o) && e.newer.countsJoined(n)
		})
		if at >= 0 {
			restOlder = slices.Delete(restOlder, at, at+1)
		} else {
			restNewer = append(restNewer, n)
		}
	}
	return restOlder, restNewer
}

// countsJoined reports a number beside a word for joining a treaty, in a clause that only tells.
func (w witness) countsJoined(s sign) bool {
	at := slices.IndexFunc(w.signs, func(x sign) bool { return x.From == s.From })
	return at >= 0 && w.onlyTold(at) && slices.ContainsFunc(w.signs[max(0, at-nearStatus):min(len(w.signs), at+nearStatus)], func(x sign) bool { return x.Status })
}

// onlyTold reports a place in a clause whose verb neither asks for anything nor decides it.
func (w witness) onlyTold(at int) bool {
	for k := at - 1; k >= 0; k-- {
		switch s := w.signs[k]; s.Kind {
		case resolution.SignVerb:
			if _, family := s.Verb.Strength(); family != "" { // "pursuant to" has none
				return family == "note" || family == "attitude"
			}
		case resolution.SignModal, resolution.SignNegation:
			return false
		}
	}
	return false
}

// joiners reports words that do no more than name who has joined a treaty: "the ratification of the Treaty by Somalia".
func (e *evidence) joiners(words []sign, w witness) bool {
	return e.round.rolled && !slices.ContainsFunc(words, func(s sign) bool {
		at := slices.IndexFunc(w.signs, func(x sign) bool { return x.From == s.From })
		return !w.onlyTold(at) || !s.Status && !(s.Capital && w.beside(at, func(x sign) bool { return x.Status }))
	})
}

// ofCitedNames reports words that belong to the name a cited resolution goes by, "resolution 77/5 on food security", where
// only this text cites it and does no more than take note of it or recall it: it is another document, not another policy.
func (w witness) ofCitedNames(words []sign) bool {
	if len(words) == 0 {
		return true
	}
	if family := w.opening().Family; family != "note" && !w.opensWith("Recalls", "Reaffirms") {
		return false
	}
	named := w.citedNames()
	return !slices.ContainsFunc(words, func(s sign) bool { return !named[s.From] })
}

// longList is how many resolutions of its own a text cites where commas in their names are passed over.
const longList = 4

// citedNames finds the signs that stand between a citation only this text has and the next one. The name ends at a comma,
// but in a long list only behind the last citation.
func (w witness) citedNames() map[int]bool {
	named, long := map[int]bool{}, len(w.alone(resolution.SignCitation)) >= longList
	for i, s := range w.signs {
		if s.Kind != resolution.SignCitation || !s.alone || i+1 == len(w.signs) || !nameBegins(w.signs[i+1:]) {
			continue
		}
		next := slices.IndexFunc(w.signs[i+1:], func(x sign) bool { return x.Kind == resolution.SignCitation })
		for _, x := range w.signs[i+1:] {
			if x.Kind == resolution.SignCitation || x.Kind == resolution.SignVerb || (next < 0 || !long) && x.Kind == resolution.SignPoint && w.words(x) == "," {
				break
			}
			named[x.From] = true
		}
	}
	return named
}

// nameBegins reports signs that begin with the date of a document, if it has one, and a small word: "of 4 May on".
func nameBegins(signs []sign) bool {
	for _, s := range signs {
		switch s.Kind {
		case resolution.SignDate, resolution.SignYear:
		default:
			return s.Kind == resolution.SignLight && s.Rank == 0
		}
	}
	return false
}
