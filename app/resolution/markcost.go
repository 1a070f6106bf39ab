package resolution

import (
	"strings"
	"unicode"
)

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
	case before == ')' && inSymbol(text, m.from-1):
		return hopeless
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

// inSymbol reports a bracket that closes inside a symbol: "CM/Rec(2024)1".
func inSymbol(text []rune, closing int) bool {
	open := closing
	for open > 0 && open > closing-8 && text[open] != '(' {
		open--
	}
	return open > 0 && text[open] == '(' && text[open-1] != ' ' && strings.Contains(wordBefore(text, open), "/")
}

// hanCost judges digits beside a Han character: most of them are numbers of years, months, items.
func hanCost(before, after rune) int {
	switch {
	case strings.ContainsRune("年月日号號条條段项項次届屆卷页頁个個名亿億万萬至点點%％", after), strings.ContainsRune("第至约約共达達超", before):
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
