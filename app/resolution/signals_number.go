package resolution

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// symbolLike is the form of the symbols of other organizations, GC(68)/RES/8, UNEP/EA.6/Res.1, and of numbers far from
// the word "resolution".
var symbolLike = regexp.MustCompile(`^(?:[A-Z]{1,8}(?:\.\d+)?(?:\(\d+\))?(?:/[A-Z0-9][A-Za-z0-9.()-]*)+|(?:E?S-)?\d{1,3}/\d{1,4})$`)

var (
	romanNumeral = regexp.MustCompile(`^[IVXLC]+$`)
	yearText     = regexp.MustCompile(`^(?:19|20)\d\d$`)
	digitOrdinal = regexp.MustCompile(`^(\d{1,3})(?:st|nd|rd|th|e|er|re|ème|ère|ª|º|-[а-яё]{1,3}|-[eе])$`)
)

// dates takes days and months with the year beside them, and years that stand alone.
func (r *signReader) dates() {
	for i, t := range r.tokens {
		if t.kind != letterToken || !r.free(i, i+1) {
			continue
		}
		if n := r.month(i); n > 0 {
			r.take(Sign{Kind: SignDate, Key: "month " + strconv.Itoa(n)}, i, i+1)
			r.days(i)
		}
	}
	for i, t := range r.tokens {
		if t.kind != numberToken || !r.free(i, i+1) || !yearText.MatchString(t.folded) {
			continue
		}
		if i > 0 && r.wasDate(i-1) || i > 1 && r.wasDate(i-2) {
			r.take(Sign{Kind: SignDate, Key: t.folded}, i, i+1)
		} else {
			r.take(Sign{Kind: SignYear, Key: r.deadline(i) + t.folded}, i, i+1)
		}
	}
}

// month is the number of the month that token i names, 0 where it names none. Chinese months are digits before 月.
func (r *signReader) month(i int) int {
	if r.lang == Chinese {
		return 0
	}
	text := string(r.runes[r.tokens[i].from:r.tokens[i].to])
	g := grammarOf(r.lang)
	if n := g.month(text); n > 0 {
		return n
	}
	if r.lang == Arabic && i+2 < len(r.tokens) { // both names of a month: «كانون الأول/ديسمبر»
		for end := i + 3; end <= min(i+4, len(r.tokens)); end++ {
			if n := g.month(plain(string(r.runes[r.tokens[i].from:r.tokens[end-1].to]))); n > 0 {
				for k := i + 1; k < end; k++ {
					if r.free(k, k+1) {
						r.take(Sign{Kind: SignDate, Key: "month " + strconv.Itoa(n)}, k, k+1)
					}
				}
				return n
			}
		}
	}
	return 0
}

// days takes the numbers of days on either side of a month: "from 17 to 20 May", "May 17", "14 и 15 сентября".
func (r *signReader) days(i int) {
	for _, step := range []int{-1, 1} {
		for k, gap := i+step, 0; k >= 0 && k < len(r.tokens) && gap < 3; k += step {
			t := r.tokens[k]
			switch n := number(t.folded); {
			case r.taken[k] && !r.wasLight(k):
				gap = 3
			case t.kind == numberToken && n >= 1 && n <= 31 && len(t.folded) <= 3:
				r.take(Sign{Kind: SignDate, Key: t.folded}, k, k+1)
				gap = 0
			case t.kind == numberToken:
				gap = 3
			default:
				gap++
			}
		}
	}
}

// signAt is the sign that token i is part of; nil while it is free.
func (r *signReader) signAt(i int) *Sign {
	if !r.taken[i] {
		return nil
	}
	return &r.signs[r.owner[i]]
}

func (r *signReader) wasDate(i int) bool {
	s := r.signAt(i)
	return s != nil && s.Kind == SignDate
}

func (r *signReader) wasLight(i int) bool {
	s := r.signAt(i)
	return s != nil && (s.Kind == SignLight || s.Kind == SignPoint)
}

// deadline is "by " where token i follows a word that sets a time limit.
func (r *signReader) deadline(i int) string {
	for k := max(0, i-4); k < i; k++ {
		if s := r.signAt(k); s != nil && s.Kind == SignVerb {
			continue // 注意到 ends like 到
		}
		for _, p := range r.list.deadlines.at(r, k) {
			if k+p.length == i {
				return "by "
			}
		}
	}
	return ""
}

// compounds takes numbers written in two words: forty-one.
func (r *signReader) compounds() {
	for i := 0; i+2 < len(r.tokens); i++ {
		if r.tokens[i+1].folded != "-" {
			continue
		}
		tens, unit := r.value(i), r.value(i+2)
		if r.tokens[i+2].folded == "one" {
			unit = 1
		}
		if tens >= 20 && tens < 100 && unit > 0 && unit < 10 && r.free(i, i+3) {
			r.take(Sign{Kind: SignNumber, Key: strconv.Itoa(tens + unit)}, i, i+3)
		}
	}
}

// value is the number that token i spells, 0 where it spells none.
func (r *signReader) value(i int) int {
	for _, p := range r.list.cover.at(r, i) {
		if p.kind == SignNumber && p.length == 1 {
			return number(p.key)
		}
	}
	return 0
}

// longestOrdinal is the number of words of the longest ordinal of a session, hyphens counted.
const longestOrdinal = 7

func (r *signReader) ordinals() {
	for i := 0; i < len(r.tokens); i++ {
		if n, key := r.ordinal(i); n > 0 && r.ordersEvents(i, i+n, key) {
			r.take(Sign{Kind: SignOrdinal, Key: key}, i, i+n)
			i += n - 1
		}
	}
}

// ordersEvents reports whether an ordinal counts sessions, meetings or the like. Small ones count anything: "the first
// responsibility", "the Third Committee".
func (r *signReader) ordersEvents(from, to int, key string) bool {
	const small, near = 10, 5
	if number(key) > small || r.lang == Chinese {
		return true
	}
	for k := max(0, from-near); k < min(len(r.tokens), to+near); k++ {
		if r.occasion[k] || r.tokens[k].kind == numberToken && yearText.MatchString(r.tokens[k].folded) {
			return true
		}
	}
	return false
}

// ordinal finds the ordinal that begins at token i: how many tokens it has, and its number.
func (r *signReader) ordinal(i int) (int, string) {
	t := r.tokens[i]
	if t.kind == pointToken || r.taken[i] {
		return 0, ""
	}
	if m := digitOrdinal.FindStringSubmatch(t.folded); m != nil {
		return 1, m[1]
	}
	if r.lang == Chinese {
		return r.chineseOrdinal(i)
	}
	if !ordinalBegins()[ordinalStem(t.folded, r.lang)] {
		return 0, ""
	}
	for n := min(longestOrdinal, len(r.tokens)-i); n > 0; n-- {
		var key []string
		for k := i; k < i+n; k++ {
			if word := r.tokens[k].folded; word != "-" && !(r.lang == French && word == "et") {
				key = append(key, ordinalStem(word, r.lang))
			}
		}
		if number := sessionStems()[strings.Join(key, " ")]; number > 0 && r.free(i, i+n) {
			return n, strconv.Itoa(number)
		}
	}
	return 0, ""
}

// isHanDigit reports the characters of numbers: 五十九.
func isHanDigit(t wordToken) bool {
	return t.kind == hanToken && strings.Contains("零〇一二三四五六七八九十百千", t.folded)
}

// chineseOrdinal reads 第五十九 and 第59.
func (r *signReader) chineseOrdinal(i int) (int, string) {
	if r.tokens[i].folded != "第" || i+1 == len(r.tokens) {
		return 0, ""
	}
	if r.tokens[i+1].kind == numberToken && r.free(i+1, i+2) {
		return 2, r.tokens[i+1].folded
	}
	n := i + 1
	for n < len(r.tokens) && isHanDigit(r.tokens[n]) {
		n++
	}
	if n == i+1 || !r.free(i, n) {
		return 0, ""
	}
	return n - i, strconv.Itoa(hanNumber(string(r.runes[r.tokens[i+1].from:r.tokens[n-1].to])))
}

// numbers takes what is left of figures: numbers of paragraphs and articles, days in Chinese, quantities.
func (r *signReader) numbers() {
	referring := false // a list of references goes on: "articles 76 and 77"
	for i, t := range r.tokens {
		if s := r.signAt(i); s != nil {
			referring = s.Kind == SignReference || referring && (s.Kind == SignLight || s.Kind == SignPoint)
			continue
		}
		switch {
		case isHanDigit(t) && t.folded != "一" && r.free(i, i+1):
			r.take(Sign{Kind: SignNumber, Key: t.folded}, i, i+1)
		case t.kind == pointToken:
		case t.kind != numberToken:
			referring = false
		case r.lang == Chinese && i+1 < len(r.tokens) && strings.Contains("年月日", r.tokens[i+1].folded):
			r.take(Sign{Kind: SignDate, Key: t.folded}, i, i+1)
		case referring:
			r.take(Sign{Kind: SignReference, Key: t.folded}, i, i+1)
		default:
			r.take(Sign{Kind: SignNumber, Key: digitsOnly(t.folded), Rank: r.countsYears(i)}, i, i+1)
		}
	}
}

// countsYears is 1 where the number at token i is one of years: "26 years after".
func (r *signReader) countsYears(i int) int {
	if i+1 < len(r.tokens) && slices.ContainsFunc(r.list.years.at(r, i+1), func(*signal) bool { return true }) {
		return 1
	}
	return 0
}

// digitsOnly is a figure without what groups its thousands: 10,000 and 10 000 are one number.
func digitsOnly(text string) string {
	return strings.Map(func(r rune) rune {
		if r == ',' || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// LatestDate is the latest day named in a text as ISO 8601, "" where none is.
func (d Draft) LatestDate() string {
	latest := ""
	g := grammarOf(d.Language)
	for _, p := range d.Paragraphs {
		if !holdsYear(p.Text) {
			continue
		}
		text := plain(p.Text)
		for {
			iso, printed := g.dateIn(text)
			if printed == "" {
				break
			}
			latest = max(latest, iso)
			text = text[strings.Index(text, printed)+len(printed):]
		}
	}
	return latest
}

// holdsYear reports whether a text may hold a date: four digits in a row, or the Han sign for a year. To look is a
// hundred times cheaper than to read.
func holdsYear(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case r == '年':
			return true
		case !unicode.IsDigit(r):
			digits = 0
			continue
		}
		if digits++; digits == len("2004") {
			return true
		}
	}
	return false
}

// SessionOn is the regular session of the General Assembly that was open on a day, given as ISO 8601; 0 where there
// was none. Session N opens in September of the year 1945 + N.
func SessionOn(date string) int {
	if len(date) < len("2004-12") {
		return 0
	}
	year, month := number(date), number(date[len("2004-"):])
	session := year - 1945
	if month < 9 {
		session--
	}
	return max(0, session)
}
