package app

import (
	"strconv"

	"mutatis/app/resolution"
)

// judgeNew weighs a paragraph that has no source in the older text.
func judgeNew(j joined, r round) Judgement {
	w := read(j, nil, newerText)
	kind := w.kind()
	switch {
	case furniture[kind] || kind == resolution.Title:
		return conclude([]Reason{technical(0, "weight.new."+string(kind))})
	case titled[kind]:
		return conclude(editorial("weight.new.heading"))
	case w.onlyAgenda():
		return conclude([]Reason{technical(0, "weight.new.agenda")})
	case w.onlyRecalls():
		return conclude([]Reason{technical(0, "weight.new.recall")})
	case w.onlyNotesReport():
		return conclude([]Reason{technical(0, "weight.new.report")})
	}
	reasons := []Reason{substantive(0, "weight.new."+string(spoken(kind)))}
	if actor, ok := w.addressee(); ok {
		reasons = append(reasons, substantive(1, "weight.addressee", actor))
	}
	return conclude(reasons)
}

// spoken is the kind by which a paragraph is spoken of as new or gone.
func spoken(k resolution.Kind) resolution.Kind {
	switch k {
	case resolution.Preambular, resolution.Operative, resolution.Subparagraph:
		return k
	}
	return resolution.Unknown
}

// judgeGone weighs a paragraph that was dropped. What is over and done with is no loss.
func judgeGone(j joined, r round) Judgement {
	w := read(j, nil, olderText)
	kind := w.kind()
	switch {
	case furniture[kind] || kind == resolution.Title:
		return conclude([]Reason{technical(0, "weight.gone."+string(kind))})
	case titled[kind]:
		return conclude(editorial("weight.gone.heading"))
	case w.onlyAgenda():
		return conclude([]Reason{technical(0, "weight.gone.agenda")})
	case w.onlyRecalls():
		return conclude([]Reason{technical(0, "weight.gone.recall")})
	case w.onlyNotesReport():
		return conclude([]Reason{technical(0, "weight.gone.report")})
	case r.rolled && w.onlyAnniversary():
		return conclude([]Reason{technical(0, "weight.gone.anniversary")})
	case r.rolled && w.spent(r.session):
		return conclude([]Reason{technical(0, "weight.gone.spent")})
	}
	return conclude([]Reason{substantive(0, "weight.gone."+string(spoken(kind)))})
}

// opening is the verb a text opens with.
func (w witness) opening() resolution.Entry { return w.openingSign().Verb }

func (w witness) openingSign() sign {
	if len(w.signs) > 0 && w.signs[0].opening {
		return w.signs[0]
	}
	return sign{}
}

func (w witness) opensWith(verbs ...string) bool {
	root := w.opening().English
	if root == "" {
		return false
	}
	root = resolution.VerbRoot(root)
	for _, v := range verbs {
		if root == resolution.VerbRoot(v) {
			return true
		}
	}
	return false
}

func (w witness) about(t resolution.Topic) bool { return w.topics&t == t }

// agenda holds the openings of decisions to take a question up again.
var agenda = map[string]bool{
	"Decides to include in the provisional agenda of": true, "Decides to continue its consideration of": true,
	"Decides to remain seized of the matter": true, "Remains seized of the matter": true,
}

// onlyAgenda: the decision to take the question up again.
func (w witness) onlyAgenda() bool {
	if agenda[w.opening().English] {
		return true
	}
	return w.opensWith("Decides to", "Decides that") && w.about(resolution.TopicAgenda|resolution.TopicSession) && w.weighty() <= 16
}

// onlyRecalls: the organ's own resolutions, by their numbers.
func (w witness) onlyRecalls() bool {
	cited := w.counts(resolution.SignCitation)
	if cited == 0 && w.opensWith("Recalls", "Reaffirms") && w.weighty() <= 6 && w.ownUnnumbered() {
		return true
	}
	return cited > 0 && w.opensWith("Recalls", "Reaffirms") && w.weighty() <= 3*cited+3 && w.own()
}

// ownUnnumbered reports that the first thing after the opening is resolutions, and nobody's name before them: "all its
// previous resolutions".
func (w witness) ownUnnumbered() bool {
	for _, s := range w.signs[1:] {
		switch {
		case s.Kind == resolution.SignReference:
			return true
		case s.Kind != resolution.SignLight && s.Kind != resolution.SignScope && !s.Occasion:
			return false
		}
	}
	return false
}

// own reports whether the first thing after the opening is the organ's own resolution: no other body is named before
// the first citation.
func (w witness) own() bool {
	for _, s := range w.signs[1:] {
		switch s.Kind {
		case resolution.SignCitation:
			return true
		case resolution.SignWord, resolution.SignBody, resolution.SignActor:
			if s.Capital {
				return false
			}
		}
	}
	return false
}

// onlyNotesReport: the report that is noted every year.
func (w witness) onlyNotesReport() bool {
	if !w.about(resolution.TopicReport) || w.weighty() > 14 {
		return false
	}
	if !w.opensWith("Notes", "Having considered", "Having received", "Notes with appreciation", "Notes with interest") {
		return false
	}
	if w.side.draft.Language == resolution.Chinese { // the noun comes last: 秘书长的报告
		return w.endsInOccasion()
	}
	for i, s := range w.signs[1:] { // "Takes note of the report": it is the report that is noted
		if s.Kind != resolution.SignLight {
			return i < 4 && s.Occasion
		}
	}
	return false
}

// onlyAnniversary: a paragraph of the preamble that notes an anniversary and its year. Nobody keeps it for the year after.
func (w witness) onlyAnniversary() bool {
	note := w.opening().Family == "note" || w.kind() == resolution.Preambular
	return note && w.passingReason(stretch{0, len(w.text)}) == "weight.anniversary" && w.weighty() <= 16
}

// endsInOccasion reports whether the last thing named is a report or a meeting. What stands in brackets is passed over.
func (w witness) endsInOccasion() bool {
	for i := len(w.signs) - 1; i > 0; i-- {
		switch s := w.signs[i]; s.Kind {
		case resolution.SignLight, resolution.SignPoint, resolution.SignCitation:
		default:
			return s.Occasion
		}
	}
	return false
}

// spent: what was hoped for, looked forward to or asked for by a time that is past.
func (w witness) spent(session int) bool {
	switch {
	case w.about(resolution.TopicForce | resolution.TopicHope):
		return true
	case w.opensWith("Looks forward to"):
		return w.about(resolution.TopicEvent)
	case w.about(resolution.TopicReport | resolution.TopicSession):
		return w.opening().Family == "directive" && session > 0 && w.latestSession() > 0 && w.latestSession() <= session
	}
	return false
}

func (w witness) latestSession() int {
	latest := 0
	for _, s := range w.signs {
		if n, err := strconv.Atoi(s.Key); err == nil && s.Kind == resolution.SignOrdinal {
			latest = max(latest, n)
		}
	}
	return latest
}

func (w witness) counts(kind resolution.SignKind) int {
	n := 0
	for _, s := range w.signs {
		if s.Kind == kind {
			n++
		}
	}
	return n
}

// weighty counts the words that say something: all but small words, dates, numbers and names of documents.
func (w witness) weighty() int {
	n := 0
	for _, s := range w.signs {
		switch s.Kind {
		case resolution.SignWord, resolution.SignScope, resolution.SignMoney, resolution.SignHedge, resolution.SignModal, resolution.SignNegation:
			if !s.Occasion {
				n++
			}
		}
	}
	return n
}

// addressee is whom a directive paragraph asks.
func (w witness) addressee() (string, bool) {
	if w.opening().Family != "directive" {
		return "", false
	}
	for i, s := range w.signs {
		if s.Kind == resolution.SignActor {
			return w.words(s), i < addressRange
		}
	}
	return "", false
}

// asNote weighs a change of a footnote: it proves what the text says and is technical at most.
func asNote(j Judgement, class resolution.Class) Judgement {
	switch {
	case class == resolution.New:
		return conclude([]Reason{technical(0, "weight.new.note")})
	case class == resolution.Gone:
		return conclude([]Reason{technical(0, "weight.gone.note")})
	case j.Weight == resolution.Substantive:
		return conclude([]Reason{technical(0, "weight.note")})
	}
	return j
}
