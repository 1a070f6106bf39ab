package resolution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Stage 5 of Repair: liftCalls finds the raised numbers that call the notes and takes them out of the text. It relies on
// notes having been lifted with the page they stood on; a number is a call only if such a note exists, it stands
// where a call may stand, and the calls of all notes come out in the order of the notes. Afterwards texts hold neither
// note marks nor runs of blanks.
func (r *reader) liftCalls(passages []*passage) {
	texts := make([][]rune, len(passages))
	var found []mark
	numbers := r.noteSet()
	for i, p := range passages {
		texts[i] = []rune(p.joint.text())
	}
	r.pairs = pairsOf(texts, r.notes)
	for i, p := range passages {
		if p.kind != Masthead {
			found = append(found, r.marksIn(i, p, texts[i], numbers)...)
		}
	}
	chosen := r.chooseMarks(found)
	chosen = append(chosen, repeated(found, chosen)...)
	slices.SortStableFunc(chosen, func(a, b mark) int {
		if a.passage != b.passage {
			return a.passage - b.passage
		}
		return a.from - b.from
	})
	for i, p := range passages {
		var own []mark
		for len(chosen) > 0 && chosen[0].passage == i {
			own = append(own, chosen[0])
			chosen = chosen[1:]
		}
		p.final, p.notes = r.cutMarks(texts[i], own)
	}
}

// pairsOf counts the numbers of resolutions in a text: "70/1".
func pairsOf(texts [][]rune, notes []note) map[string]int {
	pairs := map[string]int{}
	for _, n := range notes {
		texts = append(texts, []rune(n.Text))
	}
	for _, text := range texts {
		for i, r := range text {
			if r != '/' || i == 0 || i+1 == len(text) || !isNumeral(text[i-1]) || !isNumeral(text[i+1]) {
				continue
			}
			end := i + 1
			for end < len(text) && isNumeral(text[end]) {
				end++
			}
			pairs[digitsBefore(text, i)+"/"+string(text[i+1:end])]++
		}
	}
	return pairs
}

// mark is a place where a note may be called: the code points from…to of a passage.
type mark struct {
	passage  int
	from, to int
	at       int // where the call stands, if not where the digits do: from…to is cut, the call comes at this point
	number   string
	cost     int // how little it looks like a call: 0 raised digits … 12 hardly
	page     int
}

// noteSet is the numbers of all notes.
func (r *reader) noteSet() map[string]bool {
	set := map[string]bool{}
	for _, n := range r.notes {
		set[n.Number] = true
	}
	return set
}

// missing is the cost of a note that is called nowhere; wrongPage that of a call on another page than its note.
const (
	missing   = 9
	wrongPage = 3
	hopeless  = 12
)

// chooseMarks finds the cheapest way to call every note once, in order: the way of least cost through the marks.
func (r *reader) chooseMarks(found []mark) []mark {
	notes := slices.Clone(r.notes)
	notes = slices.DeleteFunc(notes, func(n note) bool { return n.Number[0] < '0' || n.Number[0] > '9' })
	slices.SortStableFunc(notes, func(a, b note) int { return number(a.Number) - number(b.Number) })
	// best[k] is the least cost of calling the notes so far with the last call at found[k-1] or before (k = 0: none)
	best := make([]int, len(found)+1)
	from := make([][]int32, len(notes)) // from[n][k]: the mark chosen for note n when k marks may be used, -1 = none
	for n, note := range notes {
		next := make([]int, len(found)+1)
		from[n] = make([]int32, len(found)+1)
		next[0], from[n][0] = best[0]+missing, -1
		for k := 1; k <= len(found); k++ {
			next[k], from[n][k] = best[k]+missing, -1
			if next[k-1] <= next[k] {
				next[k], from[n][k] = next[k-1], from[n][k-1]
			}
			if m := found[k-1]; m.number == note.Number && m.cost < hopeless {
				cost := best[k-1] + m.cost + pagePenalty(m.page, note.page)
				if cost < next[k] {
					next[k], from[n][k] = cost, int32(k-1)
				}
			}
		}
		best = next
	}
	return walkBack(found, from)
}

func walkBack(found []mark, from [][]int32) []mark {
	var chosen []mark
	k := len(found)
	for n := len(from) - 1; n >= 0; n-- {
		at := from[n][k]
		if at >= 0 {
			chosen = append(chosen, found[at])
			k = int(at)
		}
	}
	return chosen
}

func pagePenalty(a, b int) int {
	if a == b {
		return 0
	}
	return wrongPage
}

// repeated finds further calls of notes that were called before: only marks that can be nothing else.
func repeated(found, chosen []mark) []mark {
	var more []mark
	for _, m := range found {
		if m.cost > 1 || slices.ContainsFunc(chosen, func(c mark) bool { return c.passage == m.passage && c.from < m.to && m.from < c.to }) {
			continue
		}
		more = append(more, m)
	}
	return more
}

// cutMarks takes the marks out of a text and makes its blanks single.
func (r *reader) cutMarks(text []rune, marks []mark) (string, []NoteCall) {
	var b strings.Builder
	var calls []NoteCall
	var moved []mark // calls that stand further on than their digits
	count, blank := 0, false
	write := func(r rune) {
		if r == ' ' {
			blank = count > 0
			return
		}
		if blank {
			b.WriteByte(' ')
			count++
		}
		blank = false
		b.WriteRune(r)
		count++
	}
	for at := 0; at <= len(text); at++ {
		for len(moved) > 0 && moved[0].at <= at {
			calls = append(calls, NoteCall{moved[0].number, count})
			moved = moved[1:]
		}
		for len(marks) > 0 && marks[0].from == at {
			m := marks[0]
			marks = marks[1:]
			if at = m.to; m.at > m.to {
				moved = append(moved, m)
				continue
			}
			calls = append(calls, NoteCall{m.number, count})
			if next, gap := nextAfter(text, at); gap > 0 && r.closesUpHere(next) {
				at += gap // "года 4 , и" was "года⁴, и"
				blank = false
			} else if gap == 0 && closesUp(next) {
				blank = false
			}
		}
		if at < len(text) {
			write(text[at])
		}
	}
	return b.String(), calls
}

// closesUpHere reports signs that stand close to the word before them; in French some stand apart.
func (r *reader) closesUpHere(sign rune) bool {
	return closesUp(sign) && !(r.lang == French && strings.ContainsRune(";:»", sign))
}

func closesUp(r rune) bool { return strings.ContainsRune(",;.:)]»”，；。،؛", r) }

// marksIn lists the places of a passage where a note may be called.
func (r *reader) marksIn(index int, p *passage, text []rune, numbers map[string]bool) []mark {
	if len(numbers) == 0 {
		return nil
	}
	var found []mark
	for i := 0; i < len(text); i++ {
		if text[i] == '*' && i > 0 {
			if m, ok := starMark(text, i, numbers); ok {
				m.passage = index
				found = append(found, m)
				i = m.to
			}
			continue
		}
		if !isNumeral(text[i]) {
			continue
		}
		end := i
		for end < len(text) && isNumeral(text[end]) {
			end++
		}
		for _, m := range r.marksOfRun(text, i, end, numbers) {
			m.passage, m.page = index, p.pageAt(m.from)
			found = append(found, m)
		}
		i = end
	}
	return found
}

func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r >= '٠' && r <= '٩' || strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
}

// starMark is a call by stars.
func starMark(text []rune, i int, numbers map[string]bool) (mark, bool) {
	end := i
	for end < len(text) && text[end] == '*' {
		end++
	}
	stars := string(text[i:end])
	return mark{from: i, to: end, number: stars, cost: 1}, numbers[stars]
}

// marksOfRun lists what a run of digits may call: the note of its whole number, or of its last digits (a year or a
// number with the mark stuck to it; its first digits in Arabic, where extraction turns the two round).
func (r *reader) marksOfRun(text []rune, from, to int, numbers map[string]bool) []mark {
	digits := plain(raised.Replace(string(text[from:to])))
	super := strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", text[from])
	var found []mark
	if numbers[digits] {
		m := mark{from: from, to: to, number: digits}
		if !super {
			m = r.wholeMark(text, m)
		}
		m.at = holeAfter(text, m)
		found = append(found, m)
	}
	for n := 1; n <= 3 && n < len(digits); n++ {
		tail := digits[len(digits)-n:]
		if numbers[tail] && tail[0] != '0' {
			cost := r.stuckCost(text, from, to-n, digits[:len(digits)-n], tail)
			if isSuper(text[to-n]) && !isSuper(text[to-n-1]) {
				cost = 0
			}
			found = append(found, mark{from: to - n, to: to, number: tail, cost: cost})
		}
		if head := digits[:n]; r.lang == Arabic && numbers[head] && isYear(digits[n:]) {
			found = append(found, mark{from: from, to: from + n, at: to, number: head, cost: 4})
		}
	}
	return found
}

// holeAfter finds the hole that a raised number left which extraction put on a line of its own before it: "取得成3果， 尤其是".
func holeAfter(text []rune, m mark) int {
	if m.from == 0 || m.to >= len(text) || !isHan(text[m.from-1]) || !isHan(text[m.to]) || closesUp(text[m.from-1]) || strings.ContainsRune("》」』、", text[m.from-1]) {
		return 0
	}
	for i := m.to; i+1 < len(text) && i < m.to+24; i++ {
		if strings.ContainsRune("，；。、》」", text[i]) && text[i+1] == ' ' {
			return i + 1
		}
	}
	return 0
}

func isSuper(r rune) bool { return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) }

func isYear(digits string) bool {
	return len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
}

// stuckCost is the cost of a mark stuck to digits before it.
func (r *reader) stuckCost(text []rune, from, to int, before, mark string) int {
	word := strings.ToLower(wordBefore(text, from))
	switch {
	case isYear(before) && word != "no" && word != "nos" && word != "№":
		return 3
	case from > 0 && text[from-1] == '/' && len(before) <= 3: // "resolution 70/11" may be 70/1 and a mark
		session := digitsBefore(text, from-1) + "/"
		switch {
		case r.pairs[session+before+mark] > 1:
			return 10
		case r.pairs[session+before] > 0:
			return 5
		}
		return 8
	case len(before) >= 2 && !isYear(before+mark) && from > 0 && text[from-1] == ' ':
		return 8 // "Agenda 216", "56514 workers"
	}
	return 10
}

// wholeMark judges a run of digits that is a note's number, by what stands around it.
func (r *reader) wholeMark(text []rune, m mark) mark {
	before, after := rune(' '), rune(' ')
	if m.from > 0 {
		before = text[m.from-1]
	}
	if m.to < len(text) {
		after = text[m.to]
	}
	switch {
	case before == '[' && after == ']', before == '(' && after == ')' || before == '^':
		return bracketMark(text, m)
	case after == '/' && (m.to+1 == len(text) || text[m.to+1] == ' ' || closesUp(text[m.to+1])):
		m.to++
		m.cost = 8
		if r.slashNotes() {
			m.cost = 1
		}
		return m
	case before == ' ':
		m.cost = r.spacedCost(text, m)
	default:
		m.cost = gluedCost(text, m, before, after)
	}
	return m
}

func (r *reader) slashNotes() bool { return len(r.notes) > 0 && r.notes[0].slash }

// bracketMark takes the brackets of "[1]", "[^1]" and "(1)" with the mark.
func bracketMark(text []rune, m mark) mark {
	open, cost := m.from-1, 2
	if text[open] == '^' {
		open--
	}
	if open < 0 || text[open] == '(' {
		cost = 8
	}
	if m.to < len(text) && open >= 0 {
		m.from, m.to = open, m.to+1
	}
	m.cost = cost
	return m
}

// gluedCost judges digits that follow a letter or a sign without a blank.
func gluedCost(text []rune, m mark, before, after rune) int {
	if isLetter(after) && !isHan(after) || isNumeral(after) {
		if strings.ContainsRune(",;", before) && m.from >= 2 && isLetter(text[m.from-2]) && unicode.IsLower(after) {
			return 2 // "Agreement,38and"
		}
		return hopeless
	}
	switch {
	case isHan(before) || isHan(after):
		return hanCost(before, after)
	case strings.ContainsRune("”’»“)]؛،", before):
		return 1
	case before == '.':
		return stopCost(text, m)
	case strings.ContainsRune(",;:", before):
		if m.from >= 2 && isNumeral(text[m.from-2]) && before != ';' {
			if after != ' ' && !closesUp(after) || len(m.number) == 3 {
				return hopeless
			}
			return 3 // "2003,7 to appoint" against "10,000"
		}
		return 1
	case isLetter(before):
		word := wordBefore(text, m.from)
		if strings.ContainsFunc(word, unicode.IsLower) && !strings.ContainsAny(word, "/") || !hasCase(word) {
			return 1
		}
		return 7 // UN80, COVID19
	case before == '"' || before == '\'' || before == '*':
		return 1
	}
	return hopeless
}

// hanCost judges digits beside a Han character: most of them are numbers of years, months, items.
func hanCost(before, after rune) int {
	switch {
	case strings.ContainsRune("年月日号號条條段项項次届屆卷页頁个個名亿億万萬至点點%％", after), strings.ContainsRune("第年月至约約共达達超", before):
		return hopeless
	case strings.ContainsRune("，；。、》」）", before):
		return 1
	case isHan(before) && isHan(after):
		return 4
	}
	return 2
}

// stopCost judges digits right behind a full stop: a call at a sentence's end, not the n of L.n and No. n.
func stopCost(text []rune, m mark) int {
	word := wordBefore(text, m.from-1)
	next, gap := nextAfter(text, m.to)
	atEnd := m.to == len(text) || gap > 0 && unicode.IsUpper(next)
	switch {
	case strings.ContainsAny(word, "/") || len([]rune(word)) < 4 && !atEnd || isCapital(text, max(0, m.from-2)) || abbreviated[strings.ToLower(word)]:
		return hopeless
	case atEnd:
		return 1
	}
	return 6
}

// abbreviated are words with a stop that a number follows.
var abbreviated = map[string]bool{
	"corr": true, "add": true, "rev": true, "res": true, "dec": true, "amend": true, "no": true, "nos": true, "vol": true, "para": true, "paras": true, "chap": true, "sect": true,
	"art": true, "pp": true, "par": true, "secc": true, "cap": true, "párr": true, "núm": true, "conf": true, "sales": true,
	"p": true, "paragr": true, "fig": true, "ed": true, "eds": true, "vols": true, "chaps": true, "sects": true, "т": true, "гл": true, "см": true, "стр": true, "пп": true, "рез": true,
}

func hasCase(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) })
}

// isCapital reports a lone capital, as before the stop of L.10.
func isCapital(text []rune, i int) bool {
	return unicode.IsUpper(text[i]) && (i == 0 || !isLetter(text[i-1]))
}

// spacedCost judges digits that follow a blank.
func (r *reader) spacedCost(text []rune, m mark) int {
	end := m.to == len(text)
	i := m.from - 1
	double := i > 0 && text[i-1] == ' ' || m.to+1 < len(text) && text[m.to] == ' ' && text[m.to+1] == ' '
	for i >= 0 && text[i] == ' ' {
		i--
	}
	if i < 0 {
		return hopeless
	}
	next, gap := nextAfter(text, m.to)
	switch {
	case !end && gap == 0 && isLetter(next) && !isHan(next):
		if glued := strings.ToLower(wordAfter(text, m.to)); len(glued) < 2 || ordinalEnds[glued] || unicode.IsUpper(next) {
			return hopeless
		}
		return 3 // "resolutions 3on": the blank went astray
	case !end && gap == 0 && !closesUp(next) && !isHan(next):
		return hopeless
	case closesUp(next) && gap > 0 && !end:
		return 1 // "года 4 , и"
	case strings.ContainsRune(",;:，；،؛", text[i]) || isLetter(text[i]) || closesUp(text[i]):
	case strings.ContainsRune("》」』”’»", text[i]):
	case isYear(digitsBefore(text, i+1)): // "30 June 2024 1 and"
	case isNumeral(text[i]) && afterStroke(text, i):
		return 5 // "resolutions 5/1 3 and 5/64"
	case isNumeral(text[i]) && (double || unicode.IsLower(next)):
		return 8 // "Agenda 21 6 and"
	default:
		return hopeless
	}
	ended := strings.ContainsRune(",;:.，；。،؛", text[i])
	cost := r.spacedWords(text, i, m, next, ended, end)
	if double {
		cost -= 3
	}
	return max(cost, 1)
}

// afterStroke reports digits that end at rune i and follow a stroke.
func afterStroke(text []rune, i int) bool {
	for i > 0 && isNumeral(text[i]) {
		i--
	}
	return text[i] == '/'
}

// ordinalEnds are letters that belong to the number before them.
var ordinalEnds = map[string]bool{
	"st": true, "nd": true, "rd": true, "th": true, "er": true, "re": true, "ème": true, "km": true, "kg": true, "am": true, "pm": true, "bis": true, "ter": true, "ft": true, "mm": true, "cm": true,
}

// spacedWords judges by the words on both sides.
func (r *reader) spacedWords(text []rune, i int, m mark, next rune, ended, end bool) int {
	word := strings.ToLower(wordBefore(text, i+1))
	after := wordAfter(text, m.to)
	switch {
	case r.isUnit(after):
		return 11
	case ended && end:
		return 1
	case ended && i > 0 && isNumeral(text[i-1]):
		if isYear(digitsBefore(text, i)) {
			return 2 // "on 25 June 1993, 2 all States"
		}
		return 7 // "paragraphs 1, 2 and 3"
	case ended:
		return 2
	case numbered[word] || next == '(':
		return 11
	case counted[word]:
		if number(m.number) > 17 {
			return 5
		}
		return 8
	case end || closesUp(next):
		return 4
	}
	return 4
}

// numbered are words a number belongs to: it calls no note.
var numbered = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`article articles paragraph paragraphs para paras chapter chap annex no nos vol vols part section sect rule rules item items
		page pages pp on from to of in and between for by the than at about nearly over until since under
		step phase group level volume supplement category regulation table figure chapters before after least most some only approximately another all its these those
		paragraphe paragraphes alinéa point points chapitre du le la les des de et à au aux en par entre sur numéro règle environ
		párrafo párrafos artículo artículos inciso tema temas capítulo del el los las y a entre número núm regla 
		статья статьи статье статьях статей пункт пункта пункте пункты пунктах пунктов подпункт глава главе раздел разделе правило правила том часть с по от до и в на № около более менее
		الفقرة المادة الفقرات المادتين البند رقم من إلى في و بين المجلد القاعدة الهدف الفصل 第 至 和 及`) {
		set[word] = true
	}
	return set
}()

// counted are words that a number up to seventeen may belong to: the Sustainable Development Goals.
var counted = map[string]bool{
	"goal": true, "goals": true, "target": true, "targets": true, "objectif": true, "objectifs": true, "cible": true, "objetivo": true, "objetivos": true, "meta": true, "metas": true,
	"цель": true, "цели": true, "целей": true, "задача": true, "目标": true, "الهدف": true, "الأهداف": true,
}

// isUnit reports a word that numbers stand before: months, per cent, currencies.
func (r *reader) isUnit(word string) bool {
	if word == "" {
		return false
	}
	for _, m := range r.grammar.months {
		if m.MatchString(word) {
			return true
		}
	}
	return units[strings.ToLower(word)] || strings.HasPrefix(word, "%") || strings.HasPrefix(word, "年") || strings.HasPrefix(word, "月") || strings.HasPrefix(word, "日")
}

var units = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`per percent million billion thousand years year months month days day weeks hours dollars de del pour por процентов процента лет года год млн млрд тысяч дней
		كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين في عام`) {
		set[word] = true
	}
	return set
}()

// nextAfter is the first rune that is no blank from i on, and the blanks before it.
func nextAfter(text []rune, i int) (rune, int) {
	gap := 0
	for ; i < len(text); i++ {
		if text[i] != ' ' {
			return text[i], gap
		}
		gap++
	}
	return ' ', gap
}

// wordBefore is the word that ends before rune i, blanks and a stop between them not counted.
func wordBefore(text []rune, i int) string {
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '.' || text[i-1] == ',') {
		i--
	}
	end := i
	for i > 0 && text[i-1] != ' ' && !strings.ContainsRune("([\"“«", text[i-1]) {
		i--
	}
	return string(text[i:end])
}

// digitsBefore are the digits right before rune i.
func digitsBefore(text []rune, i int) string {
	from := i
	for from > 0 && isNumeral(text[from-1]) {
		from--
	}
	return plain(string(text[from:i]))
}

// wordAfter is the word that begins after rune i.
func wordAfter(text []rune, i int) string {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	from := i
	for i < len(text) && text[i] != ' ' && !closesUp(text[i]) {
		i++
	}
	return string(text[from:i])
}

// mayCall reports whether a line may hold the call of a note.
func mayCall(text, number string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], number)
		if i < 0 {
			return strings.Contains(raised.Replace(text), number) && raised.Replace(text) != text
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(number):])
		if i > 0 && !isNumeral(after) && (!isLetter(after) || isHan(after)) && after != '/' && (isLetter(before) || before == ' ' || closesUp(before) || strings.ContainsRune("》」』”’»", before) || isYear(lastDigits(text[:i]))) {
			return true
		}
		at = i + len(number)
	}
}

func lastDigits(text string) string {
	return text[len(strings.TrimRight(text, "0123456789")):]
}
