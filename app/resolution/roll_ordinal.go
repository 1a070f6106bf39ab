package resolution

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mutatis/assets"
)

// ordinalRow are the ordinals of one number as sessions.tsv lists them.
type ordinalRow []string

// ordinalRows are the ordinals by their numbers; row 0 is empty.
var ordinalRows = sync.OnceValue(func() []ordinalRow {
	data, err := assets.Lexicon.ReadFile("lexicon/sessions.tsv")
	if err != nil {
		panic(err) // the file is compiled in
	}
	rows := []ordinalRow{nil}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")[1:]
		// Russian has an accusative beside the two forms of the table: «рассмотреть шестьдесят первую сессию»
		f = append(f, strings.NewReplacer("ая\x00", "ую", "ья\x00", "ью").Replace(f[3]+"\x00"))
		rows = append(rows, f)
	}
	return rows
})

func lastSession() int { return len(ordinalRows()) - 1 }

// ordinalColumns are the columns of the table in which a language stands.
var ordinalColumns = map[Language][]int{English: {0}, French: {1}, Spanish: {2}, Russian: {3, 4, 8}, Chinese: {5}, Arabic: {6, 7}}

// ordinalKey is an ordinal as it is looked up: small, hyphens as blanks.
func ordinalKey(text string) string {
	return strings.ReplaceAll(string(foldOpening([]rune(text))), "-", " ")
}

type ordinalForm struct{ n, column int }

// ordinalForms finds ordinals of a language by their keys.
var ordinalForms = func() map[Language]func() map[string]ordinalForm {
	all := map[Language]func() map[string]ordinalForm{}
	for l, cs := range ordinalColumns {
		all[l] = sync.OnceValue(func() map[string]ordinalForm {
			forms := map[string]ordinalForm{}
			for n, row := range ordinalRows() {
				for _, c := range cs {
					if n > 0 {
						forms[ordinalKey(row[c])] = ordinalForm{n, c}
					}
				}
			}
			return forms
		})
	}
	return all
}()

// namedSession is a session named in a text, by its ordinal at the code points from…to.
type namedSession struct {
	from, to int
	noun     [2]int // of the word for a session, code points
	n        int
	column   int    // of the table; -1 for a figure
	figures  string // what is written behind a figure: "st", "-й", "届"
	capital  bool
	lang     Language
}

// write is another session in the same form.
func (s namedSession) write(n int) string {
	if s.column < 0 {
		return strconv.Itoa(n) + figureEnding(n, s.figures, s.lang)
	}
	text := ordinalRows()[n][s.column]
	if s.capital {
		r, size := utf8.DecodeRuneInString(text)
		return string(unicode.ToUpper(r)) + text[size:]
	}
	return text
}

// figureEnding is what is written behind the figure of a session: English endings go with the number.
func figureEnding(n int, ending string, l Language) string {
	if l != English || ending == "" {
		return ending
	}
	switch {
	case n%100 >= 11 && n%100 <= 13:
		return "th"
	case n%10 >= 1 && n%10 <= 3:
		return []string{"", "st", "nd", "rd"}[n%10]
	}
	return "th"
}

// sessionNouns are the words for a session: behind the ordinal, in Arabic before it.
var sessionNouns = map[Language]*regexp.Regexp{
	English: regexp.MustCompile(`(?i:sessions?)`),
	French:  regexp.MustCompile(`(?i:sessions?)`),
	Spanish: regexp.MustCompile(`(?i:per[ií]odos? de sesiones)`),
	Russian: regexp.MustCompile(`(?i:сесси\p{L}+)`),
	Chinese: regexp.MustCompile(`届(?:常)?会议?`),
	Arabic:  regexp.MustCompile(`(?:و|ب|ل|ال|لل)?دور(?:تها|ته|تيها|ة)`),
}

// figureOrdinals are ordinals in figures; the group is what is written behind the figure.
var figureOrdinals = map[Language]*regexp.Regexp{
	English: regexp.MustCompile(`^\d{1,3}(st|nd|rd|th)$`),
	French:  regexp.MustCompile(`^\d{1,3}(e|ème|re)$`),
	Spanish: regexp.MustCompile(`^\d{1,3}(°|º|\.º|\.°)$`),
	Russian: regexp.MustCompile(`^\d{1,3}(-й|-я|-ю)$`),
	Chinese: regexp.MustCompile(`^\d{1,3}()$`),
	Arabic:  regexp.MustCompile(`^\d{1,3}()$`),
}

// spokenSessions finds the sessions a text names, in its order: "its sixtieth session", "the sixtieth and sixty-first
// sessions". Sessions called otherwise ("regular", "special", "of 2004") are none of these.
func spokenSessions(text string, l Language) []namedSession {
	noun := sessionNouns[l]
	if noun == nil {
		return nil
	}
	flat := plain(text)
	var found []namedSession
	for _, m := range noun.FindAllStringIndex(flat, -1) {
		if l != Chinese && (letterBefore(flat, m[0]) || letterBehind(flat, m[1])) {
			continue
		}
		for _, s := range ordinalsAt(flat, m, l) {
			s.noun = [2]int{utf8.RuneCountInString(flat[:m[0]]), utf8.RuneCountInString(flat[:m[1]])}
			found = append(found, s)
		}
	}
	slices.SortFunc(found, func(a, b namedSession) int { return a.from - b.from })
	return found
}

func letterBefore(flat string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(flat[:at])
	return at > 0 && (isLetter(r) || r == '-')
}

func letterBehind(flat string, at int) bool {
	r, _ := utf8.DecodeRuneInString(flat[at:])
	return at < len(flat) && isLetter(r)
}

// sharedNoun is what stands between the ordinals of two sessions that share their noun.
var sharedNoun = map[Language]*regexp.Regexp{
	English: regexp.MustCompile(`(?: and | to |, )$`),
	French:  regexp.MustCompile(`(?: et(?: sa| la)? | à(?: sa| la)? |, )$`),
	Spanish: regexp.MustCompile(`(?: y | a |, )$`),
	Russian: regexp.MustCompile(`(?: и |, )$`),
}

// ordinalsAt finds the ordinals that go with the word for a session at m.
func ordinalsAt(flat string, m []int, l Language) []namedSession {
	switch l {
	case Arabic:
		return one(arabicOrdinal(flat, m[1]))
	case Chinese:
		return one(hanOrdinal(flat, m[0]))
	}
	end := strings.TrimRight(flat[:m[0]], " ")
	if len(end) == m[0] {
		return nil
	}
	var found []namedSession
	for at := len(end); ; {
		s, from, ok := ordinalBefore(flat, at, l)
		if !ok {
			return found
		}
		found = append(found, s)
		j := sharedNoun[l].FindStringIndex(flat[:from])
		if j == nil {
			return found
		}
		at = j[0]
	}
}

func one(s namedSession, ok bool) []namedSession {
	if ok {
		return []namedSession{s}
	}
	return nil
}

// mostOrdinalWords is how many words an ordinal may have.
const mostOrdinalWords = 6

// ordinalBefore reads the ordinal that ends at a byte of a text, the longest there is.
func ordinalBefore(flat string, end int, l Language) (namedSession, int, bool) {
	best, bestFrom, ok := namedSession{}, 0, false
	from := end
	for words := 0; words < mostOrdinalWords && from > 0; words++ {
		next := strings.LastIndexAny(flat[:from], " (\"")
		word := flat[next+1 : end]
		if s, is := ordinalOf(flat, next+1, word, l); is {
			best, bestFrom, ok = s, next+1, true
		}
		if next < 0 || flat[next] != ' ' {
			break
		}
		from = next
	}
	return best, bestFrom, ok
}

// ordinalOf reads a word or words as an ordinal.
func ordinalOf(flat string, from int, word string, l Language) (namedSession, bool) {
	at := utf8.RuneCountInString(flat[:from])
	s := namedSession{from: at, to: at + utf8.RuneCountInString(word), column: -1, lang: l}
	if f, ok := ordinalForms[l]()[ordinalKey(word)]; ok {
		r, _ := utf8.DecodeRuneInString(word)
		s.n, s.column, s.capital = f.n, f.column, unicode.IsUpper(r)
		return s, true
	}
	if m := figureOrdinals[l].FindStringSubmatch(word); m != nil {
		s.n, s.figures = number(word), m[1]
		return s, s.n > 0
	}
	return s, false
}

var hanOrdinalText = regexp.MustCompile(`第 ?(\d{1,3}|[一二三四五六七八九十百零]{1,6}) ?$`)

// hanOrdinal reads the ordinal before 届: 第六十一, 第61.
func hanOrdinal(flat string, end int) (namedSession, bool) {
	m := hanOrdinalText.FindStringSubmatchIndex(flat[:end])
	if m == nil {
		return namedSession{}, false
	}
	if flat[m[2]] >= '0' && flat[m[2]] <= '9' {
		return ordinalOf(flat, m[2], flat[m[2]:m[3]], Chinese)
	}
	return ordinalOf(flat, m[0], strings.TrimSpace(flat[m[0]:end]), Chinese)
}

// arabicOrdinal reads the ordinal behind the word for a session: دورتها الحادية والستين.
func arabicOrdinal(flat string, from int) (namedSession, bool) {
	rest := flat[from:]
	if !strings.HasPrefix(rest, " ") {
		return namedSession{}, false
	}
	best, ok := namedSession{}, false
	end := from + 1
	for words := 0; words < mostOrdinalWords && end < len(flat); words++ {
		stop := strings.IndexFunc(flat[end:], func(r rune) bool { return !isLetter(r) && r != 'ـ' && !unicode.IsDigit(r) })
		if stop < 0 {
			stop = len(flat) - end
		}
		end += stop
		if s, is := ordinalOf(flat, from+1, flat[from+1:end], Arabic); is {
			best, ok = s, true
		}
		if !strings.HasPrefix(flat[end:], " ") {
			break
		}
		end++
	}
	return best, ok
}
