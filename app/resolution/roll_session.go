package resolution

import (
	"regexp"
	"strings"
)

// ownSession are the words around a session that tell whose it is.
type ownSession struct {
	ours     *regexp.Regexp // the Assembly's name
	behind   *regexp.Regexp // right behind the session: "of the General Assembly"
	item     *regexp.Regexp // behind it: "under the item entitled"
	decision *regexp.Regexp // before it: "the provisional agenda of its"
	open     *regexp.Regexp // before it: what begins there goes on for ever
	records  *regexp.Regexp // before it: "the records of the"
}

var ownSessions = map[Language]ownSession{
	English: {
		regexp.MustCompile(`(?:General )?Assembly`), regexp.MustCompile(`^,? of the (?:General )?Assembly`),
		regexp.MustCompile(`^,?[^.;]{0,90}under (?:the|an|a) (?:same )?(?:sub-?)?(?:agenda )?item`), regexp.MustCompile(`agenda (?:of|for) (?:its|the) $`),
		regexp.MustCompile(`(?:starting|beginning|commencing|as of|as from|from|until|through|since)(?: at| with| from)? (?:its|the) $`), regexp.MustCompile(`records of (?:its|the) $`),
	},
	French: {
		regexp.MustCompile(`Assemblée`), regexp.MustCompile(`^ de l'Assemblée`),
		regexp.MustCompile(`^,?[^.;]{0,90}au titre d|^,?[^.;]{0,90}question intitulée`), regexp.MustCompile(`ordre du jour(?: provisoire)? de (?:sa|la) $`),
		regexp.MustCompile(`(?:à partir de|à compter de|dès|depuis|jusqu'à) (?:sa|la) $`), regexp.MustCompile(`(?:comptes rendus|documents)[^.;]{0,40} de (?:sa|la) $`),
	},
	Spanish: {
		regexp.MustCompile(`Asamblea`), regexp.MustCompile(`^ de la Asamblea`),
		regexp.MustCompile(`^,?[^.;]{0,90}(?:sub)?tema`), regexp.MustCompile(`programa(?: provisional)? de su $`),
		regexp.MustCompile(`(?:a partir de|desde|hasta) (?:su|el) $`), regexp.MustCompile(`actas de(?: su|l) $`),
	},
	Russian: {
		regexp.MustCompile(`Ассамбле`), regexp.MustCompile(`^ (?:Генеральной )?Ассамблеи`),
		regexp.MustCompile(`^,?[^.;]{0,90}(?:по|в рамках|в соответствии с|озаглавленн)[^.;]{0,30}(?:пункт|«)`), regexp.MustCompile(`повестк\p{L}+ дня (?:своей |ее )?$`),
		regexp.MustCompile(`(?:начиная с|со|до|вплоть до) (?:своей |ее )?$`), regexp.MustCompile(`отчеты[^.;]{0,40} $`),
	},
	Chinese: {
		regexp.MustCompile(`大会`), regexp.MustCompile(`^$`),
		regexp.MustCompile(`^[^。；]{0,20}(?:题为|议程|项目)|^[^。；]{0,40}项目`), regexp.MustCompile(`列入(?:其|大会)?$`),
		regexp.MustCompile(`(?:自|从|直至|直到)(?:其|大会)?$`), regexp.MustCompile(`记录`),
	},
	Arabic: {
		regexp.MustCompile(`الجمعية`), regexp.MustCompile(`^ للجمعية`),
		regexp.MustCompile(`^،?[^.؛]{0,60}في إطار البند|^،?[^.؛]{0,60}(?:بند|البند)`), regexp.MustCompile(`جدول (?:ال)?أعمال(?:ها)?(?: المؤقت)? (?:ل(?:ـ)? ?)?$`),
		regexp.MustCompile(`(?:اعتبارا من|ابتداء من|بدءا من|حتى) $`), regexp.MustCompile(`محاضر $`),
	},
}

// sessions rolls on the sessions that the text speaks of as to come, and its own where something is asked of it.
func (w *roller) sessions() {
	for i, p := range w.d.Paragraphs {
		if !rollable(p.Kind) {
			continue
		}
		flat := plain(p.Text)
		for _, s := range spokenSessions(p.Text, w.lang) {
			w.session(i, flat, s)
		}
	}
}

// rollable reports a paragraph that is part of the resolution or of its annex.
func rollable(k Kind) bool {
	return k == Preambular || k == Operative || k == Subparagraph || k == Unknown || k == Heading
}

func (w *roller) session(i int, flat string, s namedSession) {
	if s.n < w.own || s.n > w.own+mostSessionsAhead {
		return
	}
	runes := []rune(flat)
	start, end := s.from, s.noun[1]
	if w.lang == Arabic {
		start, end = s.noun[0], s.to
	}
	before, behind := string(runes[:start]), string(runes[end:])
	words := ownSessions[w.lang]
	switch ours := w.ours(i, before, behind); {
	case !ours && s.n > w.own:
		w.left(i, s.from, s.to, RollSession, "session-other")
	case !ours:
	case event.MatchString(head(before, 60)) || heldIn.MatchString(behind):
		w.left(i, s.from, s.to, RollSession, "session-event")
	case words.open.MatchString(head(before, 60)):
		w.left(i, s.from, s.to, RollSession, "session-open")
	case s.n == w.own && !w.rollsOwn(i, before):
		w.left(i, s.from, s.to, RollSession, "session-own")
	case s.n+w.delta() <= lastSession():
		w.add(edit{paragraph: i, note: -1, from: s.from, to: s.to, now: s.write(s.n + w.delta()), what: RollSession, why: "session"})
	}
}

// mostSessionsAhead is how far a text looks ahead: what lies further is of another body, or no session to come.
const mostSessionsAhead = 6

// rollsOwn reports whether the text's own session moves on with it: where the text asks something of it, not where it
// tells what was done there.
func (w *roller) rollsOwn(i int, before string) bool {
	if ownSessions[w.lang].records.MatchString(head(before, 90)) {
		return true
	}
	return w.asks[i] && !past.MatchString(head(before, 90))
}

// ours reports whether a session is of the organ that speaks, by the words before and behind it.
func (w *roller) ours(i int, before, behind string) bool {
	words := ownSessions[w.lang]
	name := words.ours
	if w.body == "A/HRC" {
		name = councilName
	} else if words.behind.MatchString(behind) && behind != "" {
		return true
	}
	clause := before
	if cut := strings.LastIndexAny(before, ".;；；؛。"); cut >= 0 {
		clause = before[cut:]
	}
	if words.decision.MatchString(clause) && w.asks[i] {
		return true
	}
	if foreign.MatchString(head(behindSession(behind), 80)) {
		return false
	}
	if words.item.MatchString(behind) && w.asks[i] {
		return true
	}
	return w.lastNamed(clause, name)
}

// lastNamed reports whether, of the bodies a clause names, the last is ours; a clause that names none speaks of ours.
func (w *roller) lastNamed(clause string, ours *regexp.Regexp) bool {
	ourAt, otherAt := -1, -1
	for _, m := range ours.FindAllStringIndex(clause, -1) {
		ourAt = m[1]
	}
	for _, m := range otherBody.FindAllStringIndex(clause, -1) {
		if !ours.MatchString(around(clause, m)) {
			otherAt = m[1]
		}
	}
	if w.body == "A/HRC" {
		for _, m := range anyAssembly.FindAllStringIndex(clause, -1) {
			otherAt = max(otherAt, m[1])
		}
	}
	return ourAt >= otherAt
}

// around is a match with what may be the rest of the same name: "Human Rights" before "Council", the "assembly of" in
// "the General Assembly of that decision".
func around(text string, m []int) string {
	return head(text[:m[0]], 28) + text[m[0]:m[1]] + tail(text[m[1]:], 40)
}

var (
	// event and heldIn are words beside a session that is named to say when something happens once.
	event  = regexp.MustCompile(`(?i:week|margins|sidelines|opening|segment|debate|meeting|panel) (?:of|at|during|in) (?:its|the) $|(?i:semaine|marge|réunion|débat)[^,;.]{0,30} (?:de sa|de la|à sa) $|(?i:semana|reunión|debate)[^,;.]{0,30} (?:de|en) su $|(?:недел|заседани|дебат|прени)[^,;.]{0,30}$|(?:周|期间|高级别)[^，；]{0,8}$|(?:الأسبوع|اجتماع|المناقشة)[^،؛]{0,30}$`)
	heldIn = regexp.MustCompile(`^(?: of the (?:General )?Assembly| de l'Assemblée générale| de la Asamblea General| Генеральной Ассамблеи)?,? (?:in|en|в) (?:\p{L}+ )?(?:19|20)\d\d`)

	councilName = regexp.MustCompile(`Human Rights Council|Conseil des droits de l'homme|Consejo de Derechos Humanos|Совет\p{L}* по правам человека|人权理事会|مجلس حقوق الإنسان`)
	anyAssembly = regexp.MustCompile(`Assembl|Asamblea|Ассамбле|大会|الجمعية العامة`)
	// foreign is another body named right behind a session: "of the Commission".
	foreign = regexp.MustCompile(`^,? ?(?:of the|de la|du|del|des) (?:[\p{Lu}]\S* )*?(?:Commission|Committee|Conference|Council|Board|Working|Parties|Comisión|Comité|Conferencia|Consejo|Junta|Conférence|Conseil|Congr)|^ (?:Комисси|Комитет|Конференц|Совет|Исполнит)|^ (?:لجنة|للجنة|لمؤتمر|مؤتمر|لمجلس)`)
)

// behindSession is what stands behind a session, without a bracket between.
func behindSession(behind string) string { return tail(behind, 120) }
