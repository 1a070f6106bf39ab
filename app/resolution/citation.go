package resolution

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Citation is a resolution, a decision or another document named in a text.
type Citation struct {
	Symbol string // canonical: "A/RES/45/158"
	Offset int    // code points before it
	Length int    // code points
	Text   string // as printed: "45/158", "A/CONF.157/24 (Part I)"
}

// Citations finds the documents a text names, in the order in which they stand. A symbol counts wherever it stands; a
// bare number only after the word resolution or decision, or in the list that goes on from one that does ("resolutions
// 47/19 of 24 November 1992, 48/16 of …"). Whose resolution a bare number is follows from its form, from the body
// named beside it, and from its date.
func Citations(text string, lang Language) []Citation {
	if !strings.ContainsAny(text, "/(（／") {
		return nil
	}
	s := scanner{flat: latinSymbols(plain(text)), lang: lang, grammar: grammarOf(lang)}
	s.symbols()
	s.numbers()
	slices.SortFunc(s.found, func(a, b place) int { return cmp.Compare(a.from, b.from) })
	citations := make([]Citation, 0, len(s.found))
	runes, at, count := []rune(text), 0, 0
	for _, p := range s.found {
		count += utf8.RuneCountInString(s.flat[at:p.from])
		at = p.from
		n := utf8.RuneCountInString(s.flat[p.from:p.to])
		citations = append(citations, Citation{p.symbol.String(), count, n, string(runes[count : count+n])})
	}
	return citations
}

// scanner looks for citations in one plain text.
type scanner struct {
	flat    string
	lang    Language
	grammar *grammar
	found   []place
}

// place is a document named at the bytes from…to of the plain text.
type place struct {
	from, to int
	symbol   Symbol
}

var symbolInText = regexp.MustCompile(`(?:^|[^\p{L}\d/.-])((?:A|S|E|T|ST|DP|TD|CRC|CAT|CCPR|CEDAW|CERD|CED|CMW|CRPD|UNEP|SPLOS)/(?:[A-Z][A-Za-z]*\.?\d*[A-Z]?|\d{1,5}|(?:ES|S)-\d+)(?:/(?:[A-Z][A-Za-z]*\.?\d*[A-Za-z]?|(?:ES|S)-\d+|\d{1,5}))*(?: ?\((?:Part [IVX]+|Vol\. [IVX]+|(?:19|20)\d\d|[IVXLC]+)\))?)`)

// latinSymbols folds Cyrillic letters in symbols and in the letters behind numbers, and leaves words alone. The result
// has as many code points as the text.
func latinSymbols(flat string) string {
	if !strings.ContainsFunc(flat, func(r rune) bool { return homoglyphs[r] != 0 }) {
		return flat
	}
	runes := []rune(flat)
	for i, r := range runes {
		if homoglyphs[r] != 0 && !besideCyrillic(runes, i) {
			runes[i] = homoglyphs[r]
		}
	}
	return string(runes)
}

func besideCyrillic(runes []rune, i int) bool {
	return i > 0 && unicode.IsLetter(runes[i-1]) || i+1 < len(runes) && unicode.IsLetter(runes[i+1])
}

// symbols finds what is written out with strokes.
func (s *scanner) symbols() {
	for _, m := range symbolInText.FindAllStringSubmatchIndex(s.flat, -1) {
		from, to := m[2], m[3]
		if symbol, err := ParseSymbol(s.flat[from:to]); err == nil && (symbol.Session != "" || symbol.Number != "" || symbol.L > 0) {
			s.found = append(s.found, place{from, to, symbol})
		}
	}
}

var (
	numberRoman  = `\d{1,4}(?: ?[A-Z])? ?\((?:ES-|S-)?[IVXLC]+\)`
	numberYear   = `\d{1,4} ?\((?:19[4-9]|20[0-4])\d\)`
	numberModern = `(?:ES-|S-)?\d{1,4} ?/ ?\d{1,4}(?: ?[A-Z](?:(?: to | a | à | al | - |-|–| and | y | et | и )[A-Z])?)?`
	numberText   = regexp.MustCompile(numberRoman + `|` + numberYear + `|` + numberModern)
	letterNames  = `ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون|سين|عين|فاء|صاد|قاف|راء|شين|تاء`
	numberArabic = regexp.MustCompile(`(\d{1,4})(?: (` + letterNames + `))? ?\( ?(د ?إ ?ط|د ?إ|د) ?- ?(\d{1,2}) ?\)|(?:(دإط|دإ) ?- ?)?(\d{1,4}) ?/ ?(\d{1,4})(?: (` + letterNames + `))?|` + numberYear)
	letterRange  = regexp.MustCompile(`^((?:ES-|S-)?\d{1,4} ?/ ?\d{1,4})(?: ?([A-Z]))?(.*)$`)
)

// nouns are the words before a number, matched at the end of what stands before it.
var nouns = map[Language]*regexp.Regexp{
	English: regexp.MustCompile(`(?i:resolution|(decision))s? (?:No\. ?|nos\. ?)?$`),
	French:  regexp.MustCompile(`(?i:r[ée]solution|(d[ée]cision))s? (?:no ?)?$`),
	Spanish: regexp.MustCompile(`(?i:resoluci[oó]n|resoluciones|(decisi[oó]n|decisiones)) (?:núm\. ?)?$`),
	Russian: regexp.MustCompile(`(?i:резолюци|(решени))\p{L}{1,3}(?: [\p{L}-]+){0,6} (?:№ ?)?$`),
	Chinese: regexp.MustCompile(`第 ?$`),
	Arabic:  regexp.MustCompile(`(?:قرار|(مقرر))(?:ها|ه|ات|اتها|اته|ي|يها|ين|ا)? (?:[\p{L}\p{M}]+ ){0,5}$`),
}

// between are the words that may stand between two numbers of a list, dates taken out.
var between = map[Language]*regexp.Regexp{
	English: regexp.MustCompile(`^(?:[\s,;\d]|of|and|to|as well as|its|both)*$`),
	French:  regexp.MustCompile(`^(?:[\s,;\d]|du|de|et|à|en date|ainsi que|ses)*$`),
	Spanish: regexp.MustCompile(`^(?:[\s,;\d]|de|y|e|a|así como|sus)*$`),
	Russian: regexp.MustCompile(`^(?:[\s,;\d]|от|и|года|г\.|а также|Комиссии|Совета|Ассамблеи)*$`),
	Chinese: regexp.MustCompile(`^(?:[\s,，、;；\d]|和|及|以及|号|第|日|月|年|决议|决定|其)*$`),
	Arabic:  regexp.MustCompile(`^(?:[\s,،;؛\d]|و|المؤرخ|المؤرخة|المؤرخين|في|إلى)*$`),
}

// numbers finds bare numbers of resolutions and decisions.
func (s *scanner) numbers() {
	last := -1 // end of the number before, where a list may go on
	decision := false
	for _, m := range s.numberPattern().FindAllStringIndex(s.flat, -1) {
		from, to := m[0], s.trimLetter(m[0], m[1])
		if s.covered(from, to) || !s.standsAlone(from, to) {
			continue
		}
		noun := s.nounBefore(from)
		listed := last >= 0 && from > last && from-last < 160 && s.between(s.flat[last:from])
		if noun == nil && !listed {
			continue
		}
		if noun != nil {
			decision = noun[2] >= 0 || s.lang == Chinese && strings.Contains(tail(s.flat[to:], 40), "决定")
		}
		if symbol, ok := s.symbolOf(from, to, decision); ok {
			s.found = append(s.found, place{from, to, symbol})
			last = to
		}
	}
}

func (s *scanner) numberPattern() *regexp.Regexp {
	if s.lang == Arabic {
		return numberArabic
	}
	return numberText
}

// trimLetter gives back a letter that is the beginning of the next word.
func (s *scanner) trimLetter(from, to int) int {
	text := s.flat[from:to]
	next, _ := utf8.DecodeRuneInString(s.flat[to:])
	last := text[len(text)-1]
	if last < 'A' || last > 'Z' || to == len(s.flat) || !isLetter(next) || isHan(next) {
		return to
	}
	if m := letterRange.FindStringSubmatchIndex(text); m != nil {
		return from + m[3]
	}
	return to
}

func (s *scanner) covered(from, to int) bool {
	return slices.ContainsFunc(s.found, func(p place) bool { return from < p.to && p.from < to })
}

// standsAlone reports a number that is no piece of a longer one or of a symbol.
func (s *scanner) standsAlone(from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.flat[:from])
	after, _ := utf8.DecodeRuneInString(s.flat[to:])
	if from > 0 && (before == '/' || before == '.' || before == '-' || unicode.IsDigit(before) || unicode.Is(unicode.Latin, before)) {
		return false
	}
	return to == len(s.flat) || after != '/' && !unicode.IsDigit(after)
}

func (s *scanner) nounBefore(from int) []int {
	pattern := nouns[s.lang]
	if pattern == nil {
		pattern = nouns[English]
	}
	window := head(s.flat[:from], 90)
	m := pattern.FindStringSubmatchIndex(window)
	if m == nil || s.lang == Chinese && !strings.Contains(tail(s.flat[from:], 30), "号") {
		return nil
	}
	return append(m, -1, -1)
}

// head is at most the last n bytes of a text, tail the first n, cut between code points.
func head(text string, n int) string {
	if len(text) <= n {
		return text
	}
	text = text[len(text)-n:]
	for !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return text
}

func tail(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// between reports what may stand between two numbers of one list.
func (s *scanner) between(gap string) bool {
	pattern := between[s.lang]
	if pattern == nil {
		pattern = between[English]
	}
	return pattern.MatchString(s.grammar.date.ReplaceAllString(gap, ""))
}

// symbolOf is the symbol of the number at from…to.
func (s *scanner) symbolOf(from, to int, decision bool) (Symbol, bool) {
	text := s.flat[from:to]
	if s.lang == Arabic {
		text = arabicNumber(text)
	}
	if m := letterRange.FindStringSubmatch(text); m != nil && m[3] != "" {
		text = m[1] // "51/211 A to E": the resolution with all its parts
	}
	symbol, err := ParseSymbol(text)
	if err != nil {
		return symbol, false
	}
	symbol.Body = s.bodyAt(from, to, symbol, decision)
	return symbol, true
}

// letters are the Arabic names of the letters in the order of the Latin ones they stand for.
var letters = strings.Split(letterNames, "|")

var sessionWords = strings.NewReplacer("دإط", "ES-", "دإ", "S-", "د", "")

// arabicNumber writes an Arabic number the Latin way: «217 ألف (د -3)» is "217 A (III)".
func arabicNumber(text string) string {
	m := numberArabic.FindStringSubmatch(text)
	letter := func(name string) string {
		if i := slices.Index(letters, name); i >= 0 {
			return " " + string(rune('A'+i))
		}
		return ""
	}
	switch {
	case m == nil:
		return text
	case m[3] != "":
		kind := sessionWords.Replace(strings.ReplaceAll(m[3], " ", ""))
		return m[1] + letter(m[2]) + " (" + kind + romanText(number(m[4])) + ")"
	case m[6] != "":
		return sessionWords.Replace(m[5]) + m[6] + "/" + m[7] + letter(m[8])
	}
	return text
}

// bodyNames are names of bodies beside a number, by the body of the symbol.
var bodyNames = []struct {
	body string
	name *regexp.Regexp
}{
	{"A/HRC", regexp.MustCompile(`Human Rights Council|Conseil des droits de l'homme|Consejo de Derechos Humanos|Совет\p{L}* по правам человека|人权理事会|مجلس حقوق الإنسان`)},
	{"E/CN.4", regexp.MustCompile(`Commission on Human Rights|Commission des droits de l'homme|Comisión de Derechos Humanos|Комисси\p{L}+ по правам человека|人权委员会|لجنة حقوق الإنسان`)},
	{"E", regexp.MustCompile(`Economic and Social Council|Conseil économique et social|Consejo Económico y Social|Экономическ\p{L}+ и Социальн\p{L}+ Совет|经济及社会理事会|المجلس الاقتصادي والاجتماعي`)},
	{"A", regexp.MustCompile(`General Assembly|Assemblée générale|Asamblea General|Генеральн\p{L}+ Ассамбле|大会|الجمعية العامة`)},
}

// bodyAt decides whose resolution or decision a number is.
func (s *scanner) bodyAt(from, to int, symbol Symbol, decision bool) string {
	body := strings.TrimSuffix(symbol.Body, "/RES")
	if !symbol.bracketed() && body != "S" {
		named := s.named(from, to)
		switch {
		case body == "E" && named == "E/CN.4", body == "A" && named == "A/HRC":
			body = named
		case body == "A" && named == "" && s.isCouncils(symbol, to):
			body = "A/HRC"
		}
	}
	if decision {
		return body + "/DEC"
	}
	return body + "/RES"
}

// named is the body whose name stands nearest before the number, in the same clause, or right after it.
func (s *scanner) named(from, to int) string {
	before, after := head(s.flat[:from], 90), tail(s.flat[to:], 60)
	if cut := strings.LastIndexAny(before, ",;."); cut >= 0 {
		before = before[cut:]
	}
	best, at := "", -1
	for _, b := range bodyNames {
		if m := b.name.FindAllStringIndex(before, -1); m != nil && m[len(m)-1][0] > at {
			best, at = b.body, m[len(m)-1][0]
		}
	}
	if best != "" {
		return best
	}
	for _, b := range bodyNames {
		if m := b.name.FindStringIndex(after); m != nil && m[0] < 16 {
			return b.body
		}
	}
	return ""
}

// isCouncils reports a number of the Human Rights Council: the Assembly's sessions are numbered so only from the
// thirty-first, and of two bodies with the same session the date decides.
func (s *scanner) isCouncils(symbol Symbol, to int) bool {
	n := symbol.SessionNumber()
	if symbol.Session != "" && symbol.Session[0] == 'S' || symbol.Session[0] == 'E' {
		return false
	}
	if n < 31 {
		return n >= 1 && n < 31
	}
	iso, printed := s.grammar.dateIn(tail(s.flat[to:], 60))
	if printed == "" || strings.Index(s.flat[to:], printed) > 24 {
		return false
	}
	opened := 1945 + n // the Assembly's session opens in September of this year
	year, month := number(iso[:4]), number(iso[5:7])
	if s.lang == Chinese || year == opened && month >= 9 || year == opened+1 && month <= 9 {
		return false
	}
	expected := 2008 + (n-7)/3
	return year >= expected-1 && year <= expected+1
}
