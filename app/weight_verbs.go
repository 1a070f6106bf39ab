package app

import (
	"slices"
	"strings"

	"mutatis/app/resolution"
)

// verbs: what the organ does is something else now, or it does it more or less strongly.
func (e *evidence) verbs() []Reason {
	older, newer := e.older.alone(resolution.SignVerb), e.newer.alone(resolution.SignVerb)
	out := e.degrees()
	for i := range max(len(older), len(newer)) {
		switch {
		case i >= len(older):
			out = append(out, e.verbAlone("weight.adds", newer[i])...)
		case i >= len(newer):
			out = append(out, e.verbAlone("weight.drops", older[i])...)
		default:
			out = append(out, e.verb(older[i], newer[i]))
		}
	}
	return out
}

// degrees: the opening is the same verb for the lexicon, only more or less strongly meant.
func (e *evidence) degrees() []Reason {
	older, newer := e.older.openingSign(), e.newer.openingSign()
	if older.Key != newer.Key || older.alone || newer.alone {
		return nil
	}
	language := e.newer.side.draft.Language
	n, bareOlder := resolution.Degrees(older.Verb.Phrase, language)
	m, bareNewer := resolution.Degrees(newer.Verb.Phrase, language)
	if n == m || bareOlder != bareNewer {
		return nil
	}
	return []Reason{e.verb(older, newer)}
}

// verbAlone: a verb came or went. What was looked forward to comes and goes with the calendar, and a preambular
// paragraph that joins another needs no verb of its own.
func (e *evidence) verbAlone(key string, s sign) []Reason {
	switch {
	case s.Key == resolution.VerbRoot("Looks forward to") && (e.rolls() || e.round.rolled && key == "weight.drops"):
		return []Reason{technical(0, "weight.event")}
	case s.opening && s.Verb.Kind == resolution.Preambular && (e.class == resolution.Merged || e.class == resolution.Split):
		return nil
	case s.hunk >= 0 && e.hunks[s.hunk].lost+e.hunks[s.hunk].gained > 0:
		return nil // the hunk is quoted
	case s.Key == resolution.VerbRoot("Recalls") && e.either(resolution.SignCitation):
		return nil // of the citation the reasons speak apart
	}
	return []Reason{substantive(30, key, s.Verb.Phrase)}
}

func (e *evidence) verb(older, newer sign) Reason {
	args := []string{older.Verb.Phrase, newer.Verb.Phrase}
	switch {
	case e.fulfilled(older.Verb, newer.Verb):
		return technical(0, "weight.event")
	case e.onlyJoined(older, newer):
		return Reason{"weight.small", nil, resolution.Editorial, 0}
	case e.aged(older.Verb, newer.Verb):
		return technical(0, "weight.aged", args...)
	case older.opening && newer.opening && e.decided():
		return technical(0, "weight.decided")
	}
	key := "weight.became"
	switch stronger := e.stronger(older.Verb, newer.Verb); {
	case stronger > 0:
		key = "weight.stronger"
	case stronger < 0:
		key = "weight.weaker"
	}
	return Reason{key, args, resolution.Substantive, 1}
}

// onlyJoined reports verbs of which one has a small word more: "Noting", "Noting that".
func (e *evidence) onlyJoined(older, newer sign) bool {
	short, long := strings.ToLower(older.Verb.Phrase), strings.ToLower(newer.Verb.Phrase)
	if len(short) > len(long) {
		short, long = long, short
	}
	rest, ok := strings.CutPrefix(long, short)
	if !ok || !strings.HasPrefix(rest, " ") {
		return false
	}
	for _, s := range resolution.ReadSigns(strings.TrimSpace(rest), "", nil, e.newer.side.draft.Language).Signs {
		if s.Kind != resolution.SignLight {
			return false
		}
	}
	return true
}

// fulfilled reports that what was looked forward to has happened, or that an event of the past gave way to a newer one.
func (e *evidence) fulfilled(older, newer resolution.Entry) bool {
	if newer.Rank > 3 {
		return false
	}
	from, to := resolution.VerbRoot(older.English), resolution.VerbRoot(newer.English)
	if from == resolution.VerbRoot("Looks forward to") {
		return e.rolls() || e.round.rolled // the date was known beforehand
	}
	return e.rolls() && from == resolution.VerbRoot("Recalls") && to == resolution.VerbRoot("Welcomes")
}

// happened reports a paragraph that opened with what was looked forward to, and tells of it now.
func (e *evidence) happened() bool {
	older, newer := e.older.opening(), e.newer.opening()
	return older.English != "" && newer.English != "" && resolution.VerbRoot(older.English) != resolution.VerbRoot(newer.English) &&
		e.fulfilled(older, newer)
}

// news are the verbs for what is new when it is said: a session later it is only recalled.
var news = []string{
	"Welcomes", "Welcomes with appreciation", "Notes", "Notes with appreciation", "Notes with satisfaction", "Notes with interest",
	"Looks forward to", "Congratulates", "Commends", "Noting the",
}

// aged reports that what was welcomed or noted when it was new is recalled a session later.
func (e *evidence) aged(older, newer resolution.Entry) bool {
	return e.round.rolled && resolution.VerbRoot(newer.English) == resolution.VerbRoot("Recalls") &&
		slices.ContainsFunc(news, func(v string) bool { return resolution.VerbRoot(v) == resolution.VerbRoot(older.English) })
}

// decided reports that what was decided at an earlier session is only recalled as decided: "Decides to convene",
// "Recalls its decision to convene". What is asked of somebody is not done with a recall.
func (e *evidence) decided() bool {
	return e.round.rolled && e.older.opening().Family == "performative" && e.newer.opensWith("Recalls")
}

// stronger compares two verbs: above 0 where the newer is stronger, below where it is weaker, 0 where they cannot be
// compared. Ranks are compared within one family only.
func (e *evidence) stronger(older, newer resolution.Entry) int {
	language := e.newer.side.draft.Language
	n, bareOlder := resolution.Degrees(older.Phrase, language)
	m, bareNewer := resolution.Degrees(newer.Phrase, language)
	rankOlder, familyOlder := older.Strength()
	rankNewer, familyNewer := newer.Strength()
	switch {
	case bareOlder == bareNewer:
		return m - n
	case familyOlder == familyNewer && familyOlder != "":
		return rankNewer - rankOlder
	}
	return 0
}
