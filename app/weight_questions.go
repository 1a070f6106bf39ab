package app

import (
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
)

// questions are asked of every change; each answers with the reasons it finds. The order is the order in which a
// delegate would want to hear of them.
var questions = []func(*evidence) []Reason{
	(*evidence).brackets, (*evidence).verbs, (*evidence).exchanged, (*evidence).passage, (*evidence).negation, (*evidence).modals, (*evidence).money,
	(*evidence).hedges, (*evidence).addressees, (*evidence).scope, (*evidence).numbers, (*evidence).sessions, (*evidence).content, (*evidence).passing,
	(*evidence).rolledOn, (*evidence).citations, (*evidence).bodies, (*evidence).titles, (*evidence).references,
}

func substantive(order int, key string, args ...string) Reason {
	return Reason{key, args, resolution.Substantive, order}
}

func technical(order int, key string, args ...string) Reason {
	return Reason{key, args, resolution.Technical, order}
}

func editorial(key string, args ...string) []Reason {
	return []Reason{{key, args, resolution.Editorial, 0}}
}

// brackets: wording that is no longer, or no longer not, agreed.
func (e *evidence) brackets() []Reason {
	switch {
	case e.newer.has(resolution.SignBracket):
		return []Reason{substantive(0, "weight.brackets.opened")}
	case e.older.has(resolution.SignBracket):
		return []Reason{substantive(0, "weight.brackets.dropped")}
	}
	return nil
}

// passage: what was decided is only recalled, or the other way.
func (e *evidence) passage() []Reason {
	from, to := e.older.kind(), e.newer.kind()
	switch {
	case from == resolution.Operative && to == resolution.Preambular && (e.older.onlyRecalls() && e.newer.onlyRecalls() || e.decided() || e.aged(e.older.opening(), e.newer.opening())):
		return []Reason{technical(2, "weight.to-preamble")} // of the verb the reasons speak apart
	case from == resolution.Operative && to == resolution.Preambular:
		return []Reason{substantive(2, "weight.to-preamble")}
	case from == resolution.Preambular && to == resolution.Operative:
		return []Reason{substantive(2, "weight.to-operative")}
	}
	return nil
}

func (e *evidence) negation() []Reason { return e.swap(resolution.SignNegation, 3) }
func (e *evidence) money() []Reason    { return e.swap(resolution.SignMoney, 5) }
func (e *evidence) hedges() []Reason   { return e.swap(resolution.SignHedge, 6) }
func (e *evidence) scope() []Reason    { return e.swap(resolution.SignScope, 8) }

// swap says of a kind of sign what came, went, or took the place of what.
func (e *evidence) swap(kind resolution.SignKind, order int) []Reason {
	return e.said(order, [3]string{"weight.became", "weight.adds", "weight.drops"}, e.older.alone(kind), e.newer.alone(kind))
}

// said gives reasons for signs that stand alone, by the keys for what became something else, what came and what went.
// Those that took each other's place stand in one hunk. What is buried among other new words is quoted with them.
func (e *evidence) said(order int, keys [3]string, older, newer []sign) []Reason {
	var out []Reason
	for _, n := range newer {
		at := slices.IndexFunc(older, func(o sign) bool { return o.hunk == n.hunk && o.hunk >= 0 })
		switch {
		case at >= 0 && !(e.buried(n) && e.buried(older[at])):
			out = append(out, substantive(order, keys[0], e.older.words(older[at]), e.newer.words(n)))
			older = slices.Delete(slices.Clone(older), at, at+1)
		case !e.buried(n):
			out = append(out, substantive(order, keys[1], e.newer.words(n)))
		}
	}
	for _, o := range older {
		if !e.buried(o) {
			out = append(out, substantive(order, keys[2], e.older.words(o)))
		}
	}
	return out
}

// many is how many new words make a hunk one that has to be quoted as a whole.
const many = 4

// buried reports a sign that lies among many words that are new or gone. Conditions of several words are never buried.
func (e *evidence) buried(s sign) bool {
	if s.hunk < 0 || (s.Kind == resolution.SignHedge || s.Kind == resolution.SignMoney) && strings.Contains(s.Key, " ") {
		return false
	}
	return e.hunks[s.hunk].lost+e.hunks[s.hunk].gained >= many
}

func (e *evidence) modals() []Reason {
	older, newer := e.older.alone(resolution.SignModal), e.newer.alone(resolution.SignModal)
	if len(older) != 1 || len(newer) != 1 || older[0].hunk != newer[0].hunk {
		return e.swap(resolution.SignModal, 4)
	}
	key := "weight.became"
	if a, b := older[0].Rank, newer[0].Rank; a < b {
		key = "weight.stronger"
	} else if a > b {
		key = "weight.weaker"
	}
	return []Reason{substantive(4, key, e.older.words(older[0]), e.newer.words(newer[0]))}
}

// addressees: who is asked to act.
func (e *evidence) addressees() []Reason {
	older, newer := e.older.alone(resolution.SignActor), e.newer.alone(resolution.SignActor)
	if e.rolls() {
		older, newer = e.older.besidesEvents(older), e.newer.besidesEvents(newer)
	}
	keys := [3]string{"weight.became", "weight.adds", "weight.drops"}
	if e.older.addresses(older) || e.newer.addresses(newer) {
		keys = [3]string{"weight.addressee.became", "weight.addressee.added", "weight.addressee.dropped"}
	}
	return e.said(7, keys, older, newer)
}

// besidesEvents leaves out the actors that are part of the name of an event: "the third Meeting of States Parties".
func (w witness) besidesEvents(actors []sign) []sign {
	return slices.DeleteFunc(slices.Clone(actors), func(s sign) bool {
		at := slices.IndexFunc(w.signs, func(x sign) bool { return x.From == s.From })
		for at--; at >= 0; at-- {
			if w.signs[at].Kind != resolution.SignLight {
				return w.signs[at].Occasion && w.signs[at].Capital
			}
		}
		return false
	})
}

// addressRange is how many signs after a directive verb its addressee is looked for.
const addressRange = 6

// addresses reports whether the first of the actors stands where a directive verb names whom it asks.
func (w witness) addresses(actors []sign) bool {
	if len(actors) == 0 {
		return false
	}
	for i, s := range w.signs {
		if s.Kind != resolution.SignVerb || s.Verb.Family != "directive" {
			continue
		}
		for k := i + 1; k < min(i+addressRange, len(w.signs)); k++ {
			if w.signs[k].From == actors[0].From {
				return true
			}
		}
	}
	return false
}

// numbers: quantities, and years by which something is to be done.
func (e *evidence) numbers() []Reason {
	if titled[e.newer.kind()] {
		return nil
	}
	older, newer := e.older.quantities(e.round), e.newer.quantities(e.round)
	if e.agesWith(older, newer) {
		return []Reason{technical(1, "weight.rolled.dates")}
	}
	restOlder, restNewer := e.withoutStatus(older, newer)
	if len(older) > 0 && len(restOlder)+len(restNewer) == 0 {
		return []Reason{technical(1, "weight.status")}
	}
	older, newer = restOlder, restNewer
	return e.said(9, [3]string{"weight.number.became", "weight.adds", "weight.drops"}, older, newer)
}

// agesWith reports a number of years that grew by as many as lie between the two texts: "26 years after".
func (e *evidence) agesWith(older, newer []sign) bool {
	if len(older) != 1 || len(newer) != 1 || older[0].Rank == 0 || newer[0].Rank == 0 {
		return false
	}
	was, err := strconv.Atoi(older[0].Key)
	is, err2 := strconv.Atoi(newer[0].Key)
	return err == nil && err2 == nil && e.round.passed != 0 && is-was == e.round.passed
}

var titled = map[resolution.Kind]bool{resolution.Title: true, resolution.Heading: true, resolution.Part: true}

func (w witness) quantities(r round) []sign {
	out := w.alone(resolution.SignNumber)
	for _, s := range w.alone(resolution.SignYear) {
		if len(s.Key) > len("2030") || !r.rolled && w.topics&resolution.TopicSession == 0 {
			out = append(out, s)
		}
	}
	return out
}

// sessions: within one round another session is another time to report or to decide.
func (e *evidence) sessions() []Reason {
	if e.round.rolled || !e.newer.about(resolution.TopicSession) || !e.either(resolution.SignOrdinal) || !e.newer.commits() {
		return nil
	}
	older, newer := e.older.alone(resolution.SignOrdinal), e.newer.alone(resolution.SignOrdinal)
	if len(older) > 0 && len(newer) > 0 {
		return []Reason{substantive(9, "weight.became", e.older.words(older[0]), e.newer.words(newer[0]))}
	}
	return []Reason{substantive(9, "weight.sessions")}
}

// commits reports a text that asks for something or decides it.
func (w witness) commits() bool {
	family := w.opening().Family
	return family == "directive" || family == "performative"
}

// rolls reports whether a date, a session or a citation of the change was brought up to date.
func (e *evidence) rolls() bool {
	return e.either(resolution.SignDate, resolution.SignYear, resolution.SignOrdinal, resolution.SignCitation) ||
		slices.ContainsFunc(e.hunks, func(h hunk) bool { return h.passing != "" })
}

// passing: anniversaries and what is awaited pass with the year.
func (e *evidence) passing() []Reason {
	for _, h := range e.hunks {
		if h.passing != "" {
			return []Reason{technical(1, h.passing)}
		}
	}
	return nil
}

// rolledOn: dates, years and sessions that go with the calendar.
func (e *evidence) rolledOn() []Reason {
	dates := e.either(resolution.SignDate, resolution.SignYear)
	sessions := e.either(resolution.SignOrdinal)
	if titled[e.newer.kind()] {
		dates = dates || e.either(resolution.SignNumber)
	}
	switch {
	case (dates || sessions) && !e.round.rolled:
		return []Reason{technical(1, "weight.dates")}
	case dates && sessions:
		return []Reason{technical(1, "weight.rolled")}
	case sessions:
		return []Reason{technical(1, "weight.rolled.sessions")}
	case dates:
		return []Reason{technical(1, "weight.rolled.dates")}
	}
	return nil
}

func (e *evidence) citations() []Reason {
	older, newer := e.older.alone(resolution.SignCitation), e.newer.alone(resolution.SignCitation)
	switch {
	case len(older) > 1 || len(newer) > 1:
		return []Reason{technical(2, "weight.citations")}
	case len(older) > 0 && len(newer) > 0:
		return []Reason{technical(2, "weight.citation.replaced", e.older.words(older[0]), e.newer.words(newer[0]))}
	case len(newer) > 0:
		return []Reason{technical(2, "weight.citation.added", e.newer.words(newer[0]))}
	case len(older) > 0:
		return []Reason{technical(2, "weight.citation.dropped", e.older.words(older[0]))}
	}
	return nil
}

// bodies: a body or programme is named by its successor.
func (e *evidence) bodies() []Reason {
	older, newer := e.older.alone(resolution.SignBody), e.newer.alone(resolution.SignBody)
	if len(older) == 0 && len(newer) == 0 {
		return nil
	}
	if len(older) > 0 && len(newer) > 0 && older[0].Key == newer[0].Key {
		key := "weight.body"
		if older[0].Rank > newer[0].Rank {
			key = "weight.became" // the texts are compared backwards
		}
		return []Reason{technical(3, key, e.older.words(older[0]), e.newer.words(newer[0]))}
	}
	return e.swap(resolution.SignBody, 7)
}

func (e *evidence) titles() []Reason {
	alone := append(e.older.alone(resolution.SignTitle), e.newer.alone(resolution.SignTitle)...)
	switch {
	case len(alone) == 0:
		return nil
	case len(alone) == 1 && alone[0].Rank == 1:
		return editorial("weight.title.full")
	}
	return []Reason{technical(4, "weight.title")}
}

func (e *evidence) references() []Reason {
	if e.blank {
		return []Reason{technical(1, "weight.blank")}
	}
	if e.either(resolution.SignReference) && !e.rolls() && !e.decided() {
		return []Reason{technical(5, "weight.references")}
	}
	return nil
}
