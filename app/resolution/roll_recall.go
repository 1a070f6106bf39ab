package resolution

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"
)

// cited is a resolution of the organ named in a paragraph: its number at from…to and, with the date that goes with it,
// at itemFrom…itemTo, in code points.
type cited struct {
	paragraph        int
	symbol           string
	session          int
	from, to         int
	itemFrom, itemTo int
	dateFrom, dateTo int // the same where it has no date
}

func (c cited) dated() bool { return c.dateTo > c.dateFrom }

// run are resolutions that one list names, in its order.
type run []cited

func (r run) last() cited { return r[len(r)-1] }

// ascending reports a list that grew by one from session to session.
func (r run) ascending() bool {
	for k := 1; k < len(r); k++ {
		if r[k].session <= r[k-1].session {
			return false
		}
	}
	return len(r) > 1
}

// runs are the lists of the organ's resolutions that paragraph i names; a single one is a list of one.
func (w *roller) runs(i int) []run {
	p, words := w.d.Paragraphs[i], recalls[w.lang]
	runes := []rune(plain(p.Text))
	var all []run
	for _, c := range Citations(p.Text, w.lang) {
		s, err := ParseSymbol(c.Symbol)
		if err != nil || s.bracketed() || s.Body != w.body+"/RES" || s.SessionNumber() == 0 || !isNumber(s.Session) {
			continue
		}
		x := w.item(runes, cited{paragraph: i, symbol: c.Symbol, session: s.SessionNumber(), from: c.Offset, to: c.Offset + c.Length})
		if n := len(all); n > 0 {
			if at := all[n-1].last().itemTo; at <= x.itemFrom && words.gap.MatchString(string(runes[at:x.itemFrom])) {
				all[n-1] = append(all[n-1], x)
				continue
			}
		}
		all = append(all, run{x})
	}
	return all
}

// item finds the date that goes with a number.
func (w *roller) item(runes []rune, c cited) cited {
	g, words := grammarOf(w.lang), recalls[w.lang]
	c.itemFrom, c.itemTo, c.dateFrom, c.dateTo = c.from, c.to, c.to, c.to
	if w.lang == Chinese {
		return chineseItem(g, runes, c)
	}
	behind := tail(string(runes[c.to:]), 90)
	if m := g.date.FindStringIndex(behind); m != nil && words.date.MatchString(behind[:m[0]]) {
		c.dateFrom = c.to + utf8.RuneCountInString(behind[:m[0]])
		c.dateTo = c.dateFrom + utf8.RuneCountInString(strings.TrimRight(behind[m[0]:m[1]], " "))
		c.itemTo = c.dateTo
	}
	return c
}

func chineseItem(g *grammar, runes []rune, c cited) cited {
	before := string(runes[:c.from])
	before = strings.TrimRight(strings.TrimRight(before, " "), "第")
	c.itemFrom = utf8.RuneCountInString(before)
	for c.itemTo < len(runes) && runes[c.itemTo] == ' ' {
		c.itemTo++
	}
	if c.itemTo < len(runes) && runes[c.itemTo] == '号' {
		c.itemTo++
	}
	window := head(before, 40)
	for _, m := range g.date.FindAllStringIndex(window, -1) {
		if m[1] == len(window) {
			c.dateTo = c.itemFrom
			c.dateFrom = c.dateTo - utf8.RuneCountInString(window[m[0]:])
			c.itemFrom = c.dateFrom
		}
	}
	return c
}

// vote is what speaks for a resolution being the one that the text follows in its series.
type vote struct {
	run    run
	single bool // named alone, or as the latest: the new one takes its place
	points int
}

// recalls makes the text recall the resolution that is rolled on: in the list that names those before it, in the place
// of the one before it, or in a paragraph of its own.
func (w *roller) recalls() {
	if _, ok := recalls[w.lang]; !ok || w.number == "" {
		return
	}
	var votes []vote
	for i, p := range w.d.Paragraphs {
		if rollable(p.Kind) {
			for _, r := range w.runs(i) {
				votes = append(votes, w.vote(r))
			}
		}
	}
	before := w.predecessor(votes)
	done := false
	for _, v := range votes {
		if before != "" && v.run.contains(before) {
			done = w.recall(v, before) || done
		} else if v.points >= pointsBare && w.recent(v.run.last().session) {
			c := v.run.last()
			w.left(c.paragraph, c.itemFrom, c.itemTo, RollRecall, "recall-other")
		}
	}
	if !done && !w.names() {
		w.recallAdvised(votes)
	}
}

func (r run) contains(symbol string) bool {
	for _, c := range r {
		if c.symbol == symbol {
			return true
		}
	}
	return false
}

// names reports whether the text names itself already.
func (w *roller) names() bool {
	for i, p := range w.d.Paragraphs {
		if rollable(p.Kind) {
			for _, r := range w.runs(i) {
				for _, c := range r {
					if _, number, _ := strings.Cut(c.symbol, "RES/"); number == w.number {
						return true
					}
				}
			}
		}
	}
	return false
}

// step is after how many sessions the text itself wants to be taken up again, 0 where it does not say.
func (w *roller) step() int {
	step := 0
	for i, p := range w.d.Paragraphs {
		if !w.asks[i] {
			continue
		}
		for _, s := range spokenSessions(p.Text, w.lang) {
			if n := s.n - w.own; n > 0 && n <= mostSessionsAhead && (step == 0 || n < step) {
				step = n
			}
		}
	}
	return step
}

// recent reports the session in which the text before this one may have been adopted.
func (w *roller) recent(session int) bool {
	return session < w.own && session >= w.own-max(w.step(), w.delta(), 1)
}

// The points for a place that may name the text's predecessor; below pointsBare it is not believed.
const (
	pointsKnown  = 100 // the library has it in the same series
	pointsLatest = 60  // "the latest of which was resolution …"
	pointsList   = 40  // a list that grew session by session
	pointsOthers = 35  // "its resolution 58/190 of 22 December 2003, and all its previous resolutions on"
	pointsBare   = 25  // "Recalling its resolution 58/190 of 22 December 2003," and nothing else
	pointsNamed  = 10  // named in a report or as what is implemented
)

// vote weighs what a list of resolutions says of the text's predecessor.
func (w *roller) vote(r run) vote {
	v, c := vote{run: r}, r.last()
	p := w.d.Paragraphs[c.paragraph]
	runes := []rune(plain(p.Text))
	before, behind := string(runes[:r[0].itemFrom]), string(runes[c.itemTo:])
	if w.lang == Chinese && strings.HasPrefix(behind, "决议") {
		behind = strings.TrimPrefix(behind, "决议")
	}
	words := recalls[w.lang]
	switch {
	case !w.recent(c.session):
	case len(r) > 1:
		if r.ascending() && w.grew(r) {
			v.points = pointsList + len(r)
		}
	case words.latest.MatchString(before):
		v.points, v.single = pointsLatest, true
	case words.including.MatchString(before) && ofSubject(before):
		v.points, v.single = pointsList, true
	case w.ownRecall(p, before) && andOthers.MatchString(behind):
		v.points, v.single = pointsOthers, true
	case w.ownRecall(p, before) && ending.MatchString(behind):
		v.points, v.single = pointsBare, true
	case w.reported(before):
		v.points, v.single = pointsNamed, true
	}
	if w.earlier[c.symbol] && (v.points > 0 || len(r) > 1) {
		v.points = pointsKnown
	}
	return v
}

// grew reports a list whose last steps are the steps of the text.
func (w *roller) grew(r run) bool {
	return len(r) > 2 || r.last().session-r[0].session <= max(w.step(), w.delta(), 1)
}

// subject are the words for earlier resolutions on the same matter.
var subject = regexp.MustCompile(`(?i:previous|earlier|relevant|resolutions|précédent|antérieur|résolutions|pertinent|anterior|resoluciones)|предыдущ|соответствующ|резолюци(?:и|й|ях|ям)|ранее|以往|先前|历次|各项|所有|有关|السابقة|قراراتها|قراراته|القرارات|ذات الصلة`)

func ofSubject(before string) bool { return subject.MatchString(head(before, 300)) }

// andOthers are the words behind a resolution that stands for those before it on the same matter.
var andOthers = regexp.MustCompile(`^,? (?:as well as|and|along with) (?:all )?(?:its )?(?:other|previous|earlier|relevant|all)[^,;]{0,20} resolutions|^,? (?:ainsi que|et) (?:toutes )?(?:ses|les) (?:autres )?résolutions|^,? (?:así como|y) (?:todas )?(?:sus|las) (?:demás |otras )?resoluciones|^,? (?:а также|и) (?:все )?(?:свои |другие |ее )?(?:предыдущие |другие |соответствующие )?резолюции|^(?:决议)?，?(?:以及|和)(?:其)?(?:他|以往|先前|以前|所有|历次)|^،? (?:وجميع|وإلى جميع|وإلى سائر|وسائر) (?:ال)?قرارات`)

// ending is what may stand behind the last resolution of a paragraph that says no more.
var ending = regexp.MustCompile(`^[\s,;.，；。،؛]*$`)

// ownRecall reports a paragraph that recalls, before this place, a resolution as the organ's own.
func (w *roller) ownRecall(p Paragraph, before string) bool {
	if p.Kind != Preambular || !recalls[w.lang].its.MatchString(before) || w.lang != Chinese && !nouns[w.lang].MatchString(head(before, 90)) {
		return false
	}
	entry, ok := LookUp(p.Text, w.lang)
	return ok && (strings.HasPrefix(entry.English, "Recall") || strings.HasPrefix(entry.English, "Reaffirm"))
}

// performed are the words for what a report is about, before the resolution it was asked for in.
var performed = regexp.MustCompile(`(?i:reports?|implementation|pursuant|in accordance|in response|requested|rapports?|application|informes?|aplicación|cumplimiento|en virtud)[^.;]*$|(?:доклад|осуществлени|во исполнение|представленн)[^.;]*$|(?:报告|执行)[^。；]*$|(?:根据|依照)[^。；，]*$|(?:تقرير|تنفيذ|عملا|المقدم)[^.؛]*$`)

func (w *roller) reported(before string) bool { return performed.MatchString(head(before, 160)) }

// predecessor is the resolution that the text follows in its series; "" where two could be, or none.
func (w *roller) predecessor(votes []vote) string {
	points := map[string]int{}
	for _, v := range votes {
		symbol := v.run.last().symbol
		switch {
		case v.points <= pointsNamed:
		case points[symbol] < v.points:
			points[symbol] = v.points
		}
	}
	for _, v := range votes { // what is reported on decides between equals
		if symbol := v.run.last().symbol; v.points == pointsNamed && points[symbol] > 0 {
			points[symbol] += pointsNamed
		}
	}
	best, second := "", 0
	for symbol, n := range points {
		switch {
		case best == "" || n > points[best]:
			best, second = symbol, max(second, points[best])
		default:
			second = max(second, n)
		}
	}
	if best == "" || points[best] == second {
		return ""
	}
	return best
}

// recall makes one place recall the text, and reports whether it does.
func (w *roller) recall(v vote, before string) bool {
	c := v.run.last()
	switch {
	case c.symbol != before:
	case len(v.run) > 1 && v.run.ascending():
		w.lengthen(v.run)
		return true
	case v.single && v.points > 0:
		w.replace(c)
		return v.points > pointsNamed
	}
	for _, c := range v.run {
		if c.symbol == before {
			w.left(c.paragraph, c.itemFrom, c.itemTo, RollRecall, "recall-kept")
		}
	}
	return false
}

// skips reports a roll over sessions in which the text wanted to be taken up: a later resolution may have been adopted.
func (w *roller) skips() bool { return w.step() > 0 && w.delta() > w.step() }

// numbered is the text's own number in a list item, with or without its date.
func (w *roller) numbered(dated bool) string {
	words := recalls[w.lang]
	if !dated {
		return strings.ReplaceAll(words.bare, "NUMBER", w.number)
	}
	date := cmp.Or(writtenDate(w.date, w.lang), "[…]")
	return strings.NewReplacer("NUMBER", w.number, "DATE", date).Replace(words.item)
}

// paragraphOf finds "paragraph 5 of" before a resolution: the number may be another in the new one.
var paragraphOf = regexp.MustCompile(`(?i:paragraphs?|paras?\.|sections?|parts?|paragraphes?|párrafos?|пункт\p{L}*|раздел\p{L}*) ?\d[^.;]{0,40}$|第 ?\d+ ?段$|(?:الفقرة|الفقرات) ?\d[^.؛]{0,40}$`)

// replace puts the text in the place of the one before it. Where one may lie between them it stands in brackets.
func (w *roller) replace(c cited) {
	runes := []rune(w.d.Paragraphs[c.paragraph].Text)
	was := string(runes[c.itemFrom:c.itemTo])
	now := splice(was, c.from-c.itemFrom, c.to-c.itemFrom, w.number)
	if c.dated() {
		shift := 0
		if c.dateFrom > c.from {
			shift = len([]rune(w.number)) - (c.to - c.from)
		}
		from := c.dateFrom - c.itemFrom + shift
		now = splice(now, from, from+c.dateTo-c.dateFrom, cmp.Or(writtenDate(w.date, w.lang), "[…]"))
	}
	e := edit{paragraph: c.paragraph, note: -1, from: c.itemFrom, to: c.itemTo, now: now, what: RollRecall, why: "recall"}
	plainBefore := plain(string(runes[:c.itemFrom]))
	switch {
	case w.skips():
		e.now, e.why, e.look = "["+now+"]", "recall-skips", true
	case paragraphOf.MatchString(head(plainBefore, 90)):
		e.why, e.look = "recall-paragraph", true
	case strings.Contains(now, "[…]"):
		e.look = true
	}
	w.add(e)
}

// lengthen adds the text to the list of those before it.
func (w *roller) lengthen(r run) {
	words, last, before := recalls[w.lang], r.last(), r[len(r)-2]
	text := []rune(w.d.Paragraphs[last.paragraph].Text)
	gap := string(text[before.itemTo:last.itemFrom])
	and := words.and.FindString(plain(gap))
	e := edit{paragraph: last.paragraph, note: -1, what: RollRecall, why: "recall-list"}
	if and != "" && w.lang != Arabic {
		e.from, e.to, e.now, e.why = before.itemTo, last.itemFrom, words.comma, "recall-comma"
		w.add(e)
		e.why = "recall-list"
	}
	e.from, e.to, e.now = last.itemTo, last.itemTo, gap+w.numbered(last.dated())
	e.look = w.skips() || w.date == ""
	w.add(e)
}

// recallAdvised lists that nothing recalls the text, with the words that would, at the last paragraph that recalls a
// resolution of the organ: whether a series recalls itself is for a person to say.
func (w *roller) recallAdvised(votes []vote) {
	words := recalls[w.lang]
	at := -1
	for _, v := range votes {
		if i := v.run.last().paragraph; w.d.Paragraphs[i].Kind == Preambular && w.recallsIn(w.d.Paragraphs[i]) {
			at = i
		}
	}
	text := words.recall
	if w.body != "A" && words.recallMale != "" {
		text = words.recallMale
	}
	if w.body == "A" && at >= 0 {
		text = strings.Replace(text, words.opening, words.also, 1)
	}
	w.edits = append(w.edits, edit{
		paragraph: at, note: -1, what: RollRecall, why: "recall-none", look: true, advice: strings.Replace(text, "ITEM", w.numbered(true), 1),
	})
}

func (w *roller) recallsIn(p Paragraph) bool {
	entry, ok := LookUp(p.Text, w.lang)
	return ok && strings.HasPrefix(entry.English, "Recall")
}
