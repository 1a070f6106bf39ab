package resolution

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// monthNames are the months as a date writes them.
var monthNames = map[Language][]string{
	English: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	French:  {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	Spanish: {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	Russian: {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
	Arabic: {"كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس",
		"أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"},
}

// writtenDate is a date by ISO 8601 as a resolution of the language writes it: "23 December 2004"; "" for no date.
func writtenDate(iso string, l Language) string {
	var year, month, day int
	if n, err := fmt.Sscanf(iso, "%d-%d-%d", &year, &month, &day); n != 3 || err != nil || month < 1 || month > 12 {
		return ""
	}
	switch l {
	case Chinese:
		return fmt.Sprintf("%d年%d月%d日", year, month, day)
	case French:
		if day == 1 {
			return fmt.Sprintf("1er %s %d", monthNames[l][month-1], year)
		}
	case Spanish:
		return fmt.Sprintf("%d de %s de %d", day, monthNames[l][month-1], year)
	case Russian:
		return fmt.Sprintf("%d %s %d года", day, monthNames[l][month-1], year)
	case "":
		l = English
	}
	return fmt.Sprintf("%d %s %d", day, monthNames[l][month-1], year)
}

// yearRule is how a year that goes with the sessions is written. The years are groups, YEAR stands for one; they are
// rolled on from the first to the last year counted from the one in which the session opened.
type yearRule struct {
	pattern     string
	first, last int
}

// rollingYears are the years of reports, of what bodies that meet once a year do, and of financial periods.
var rollingYears = map[Language][]yearRule{
	English: {
		{`[Rr]eports? of [^,;.]{3,140}? for (YEAR)(?:[,;.]|$| and )`, -1, 0},
		{`activities of [^,;.]{3,80} (?:during|in) (YEAR)`, 0, 0},
		{`(?:its|the|their) (YEAR) (?:regular |substantive |organizational |annual )*sessions?`, 0, 1},
		{`session (?:of|for|in) (YEAR)`, 1, 1},
		{`from 1 July (?:(YEAR) )?to (?:30 June|31 \p{L}+) (YEAR)|ended 30 June (YEAR)|as at 30 April (YEAR)`, -1, 2},
	},
	French: {
		{`[Rr]apports? [^,;.]{3,140}? pour (?:l'année )?(YEAR)`, -1, 0},
		{`activités [^,;.]{3,80} (?:en|au cours de l'année) (YEAR)`, 0, 0},
		{`session (?:de fond |d'organisation |annuelle |ordinaire )*de (YEAR)`, 1, 1},
		{`du 1er juillet (YEAR) au 30 juin (YEAR)|clos le 30 juin (YEAR)|au 30 avril (YEAR)`, -1, 2},
	},
	Spanish: {
		{`[Ii]nformes? [^,;.]{3,140}? correspondientes? a(?:l año)? (YEAR)`, -1, 0},
		{`actividades [^,;.]{3,80} (?:en|durante) (YEAR)`, 0, 0},
		{`período de sesiones (?:sustantivo |de organización |anual |ordinario )*de (YEAR)`, 1, 1},
		{`1 de julio de (YEAR) (?:al|y el) 30 de junio de (YEAR)|terminado el 30 de junio de (YEAR)|al 30 de abril de (YEAR)`, -1, 2},
	},
	Russian: {
		{`[Дд]оклад\p{L}* [^,;.]{3,140}? за (YEAR) год`, -1, 0},
		{`деятельност\p{L}+ [^,;.]{3,80} в (?:течение )?(YEAR) год`, 0, 0},
		{`сесси\p{L}+ (YEAR) года`, 1, 1},
		{`с 1 июля (YEAR) года по 30 июня (YEAR) года|закончившийся 30 июня (YEAR) года|на 30 апреля (YEAR) года`, -1, 2},
	},
	Chinese: {
		{`(YEAR)年度?(?:的)?(?:年度)?报告`, -1, 0},
		{`(YEAR)年(?:实质性|组织|年度)*(?:会议|届会)`, 1, 1},
		{`(YEAR)年7月1日至(YEAR)年6月30日|(YEAR)年6月30日终了|截至(YEAR)年4月30日`, -1, 2},
	},
	Arabic: {
		{`تقرير [^،؛.]{3,140}? لعام (YEAR)`, -1, 0},
		{`دورت(?:ها|ه) (?:\p{L}+ ){0,2}لعام (YEAR)`, 1, 1},
		{`من 1 تموز ?/ ?يوليه (YEAR) إلى 30 حزيران ?/ ?يونيه (YEAR)`, -1, 2},
	},
}

// compiledYears are the patterns of the rules, compiled on first use.
var compiledYears = sync.OnceValue(func() map[Language][]*regexp.Regexp {
	all := map[Language][]*regexp.Regexp{}
	for l, rules := range rollingYears {
		for _, r := range rules {
			all[l] = append(all[l], regexp.MustCompile(strings.ReplaceAll(r.pattern, "YEAR", `(?:19|20)\d\d`)))
		}
	}
	return all
})

// years rolls on the years that go with the sessions.
func (w *roller) years() {
	if w.yearsOn() == 0 {
		return
	}
	for i, p := range w.d.Paragraphs {
		if !rollable(p.Kind) {
			continue
		}
		flat := plain(p.Text)
		for k, pattern := range compiledYears()[w.lang] {
			for _, m := range pattern.FindAllStringSubmatchIndex(flat, -1) {
				w.yearsAt(i, flat, m, rollingYears[w.lang][k])
			}
		}
	}
}

func (w *roller) yearsAt(i int, flat string, m []int, r yearRule) {
	for g := 2; g+1 < len(m); g += 2 {
		if m[g] < 0 {
			continue
		}
		year := number(flat[m[g]:m[g+1]])
		if after := year - w.opened(); after < r.first || after > r.last {
			continue
		}
		at := utf8.RuneCountInString(flat[:m[g]])
		w.add(edit{paragraph: i, note: -1, from: at, to: at + 4, now: strconv.Itoa(year + w.yearsOn()), what: RollYear, why: "year"})
	}
}

// anniversaries are the words for what is a year older every year.
var anniversaries = regexp.MustCompile(`(?i:(?:[\p{L}-]+ )?anniversar(?:y|ies)|(?:[\p{L}-]+ )?anniversaires?|(?:[\p{L}-]+ )?aniversarios?)|(?:\p{L}+ )?годовщин\p{L}*|\d+(?:-|–)?лети\p{L}+|[\d一二三四五六七八九十百]+ ?周年|الذكرى(?: السنوية)?(?: \p{L}+)?`)

// thisYear are words that mean the time of the text.
var thisYear = regexp.MustCompile(`(?:this|the current|the present|next|last) year\b|(?:the )?(?:current|present) session|cette année|l'année (?:prochaine|dernière|en cours)|la présente session|(?:este|el presente|el próximo) año|el (?:actual|presente) período de sesiones|(?:текущ|нынешн|следующ)\p{L}+ (?:год|сесси)\p{L}*|今年|明年|本届会议|本年度|هذا العام|العام (?:القادم|المقبل|الحالي)|الدورة الحالية`)

var anyYear = regexp.MustCompile(`(?:19|20)\d\d`)

// dates lists what will be past when the next session meets, or will have another number: a person must look at it.
func (w *roller) dates() {
	for i, p := range w.d.Paragraphs {
		if !rollable(p.Kind) && p.Kind != Title {
			continue
		}
		flat := plain(p.Text)
		for _, m := range w.dateStretches(flat) {
			w.leftDate(i, p, flat, m)
		}
		w.leftAll(i, flat, anniversaries, "anniversary")
		w.leftAll(i, flat, thisYear, "this-year")
	}
}

func (w *roller) leftAll(i int, flat string, pattern *regexp.Regexp, why string) {
	for _, m := range pattern.FindAllStringIndex(flat, -1) {
		at := utf8.RuneCountInString(flat[:m[0]])
		w.left(i, at, at+utf8.RuneCountInString(flat[m[0]:m[1]]), RollDate, why)
	}
}

// dateStretches are the dates of a text, and the years that are in none of them.
func (w *roller) dateStretches(flat string) [][]int {
	all := grammarOf(w.lang).date.FindAllStringIndex(flat, -1)
	for _, m := range anyYear.FindAllStringIndex(flat, -1) {
		if !insideAny(m, all) && standsApart(flat, m) {
			all = append(all, m)
		}
	}
	return all
}

func insideAny(m []int, all [][]int) bool {
	for _, o := range all {
		if o[0] <= m[0] && m[1] <= o[1] {
			return true
		}
	}
	return false
}

// standsApart reports a number that is no piece of a longer one or of a symbol.
func standsApart(flat string, m []int) bool {
	before, _ := utf8.DecodeLastRuneInString(flat[:m[0]])
	after, _ := utf8.DecodeRuneInString(flat[m[1]:])
	loose := func(r rune) bool { return r < '0' || r > '9' }
	return loose(before) && loose(after) && before != '/' && after != '/' && before != ',' && before != '(' && before != '.'
}

// namedAfter and namedFor are the words beside a year in the name of an agenda or a summit: "the 2030 Agenda".
var (
	namedAfter = regexp.MustCompile(`^ (?:Agenda|World Summit|Global|Sustainable)|^年(?:可持续|世界首脑|议程|发展议程)`)
	namedFor   = regexp.MustCompile(`Agenda $|à l'horizon $|(?:Повестк|повестк)\p{L}* дня[^,;.]{0,60} до $|خطة [^،؛.]{0,50}لعام $`)
)

// leftDate lists a date since the session before the text's opened, unless it is the date of something cited: what
// happened then was news, and what was to come will have happened.
func (w *roller) leftDate(i int, p Paragraph, flat string, m []int) {
	iso, _ := grammarOf(w.lang).dateIn(flat[m[0]:m[1]])
	year := number(anyYear.FindString(flat[m[0]:m[1]]))
	if iso != "" {
		year = number(iso[:4])
	}
	late := year >= w.opened() || iso >= strconv.Itoa(w.opened()-1)+"-09-01"
	if w.yearsOn() == 0 || !late || year > w.opened()+mostSessionsAhead {
		return
	}
	from := utf8.RuneCountInString(flat[:m[0]])
	to := from + utf8.RuneCountInString(flat[m[0]:m[1]])
	for _, c := range Citations(p.Text, w.lang) {
		if from >= c.Offset && from-c.Offset-c.Length < 16 || w.lang == Chinese && c.Offset >= to && c.Offset-to < 4 {
			return // "45/158 of 18 December 1990"
		}
	}
	if namedAfter.MatchString(tail(flat[m[1]:], 60)) || namedFor.MatchString(head(flat[:m[0]], 90)) {
		return
	}
	why := "date-past"
	if year > 1945+w.to {
		why = "date-later"
	}
	w.left(i, from, to, RollDate, why)
}
