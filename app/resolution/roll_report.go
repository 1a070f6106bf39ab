package resolution

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// reporting are the English keys of openings that take up what was reported this session.
var reporting = regexp.MustCompile(`^(?:Takes? note|Taking note|Tak(?:es|ing) into account|Having (?:also )?(?:considered|received|examined|reviewed)|Consider(?:s|ed)|Receives|Welcom|Not(?:es|ing)|Appreciat|Considering|Expresses (?:its )?appreciation|Endorses)`)

// reportWord are the words for a report.
var reportWord = regexp.MustCompile(`(?i:\breports?\b|\brapports?\b|\binformes?\b)|[Дд]оклад|[Зз]аписк|报告|说明|تقرير|التقرير|مذكرة`)

// everySession are reports that are made anew for every session; others ("of the Group of Governmental Experts") may be
// made once.
var everySession = regexp.MustCompile(`(?i:reports?|notes?) (?:of|by) (?:the )?(?:Secretary-General|Special Rapporteur|Joint Inspection|Advisory Committee|Board of Auditors|United Nations High Commissioner|Office of Internal)|[Rr]apports? [^,;.]{0,40}Secrétaire général|[Ii]nformes? [^,;.]{0,40}Secretario General|(?:[Дд]оклад|[Зз]аписк)\p{L}* [^,;.]{0,40}Генерального секретаря|秘书长[^，。；]{0,40}(?:报告|说明)|(?:تقرير|تقارير|مذكرة)[^،؛.]{0,40}الأمين العام`)

// final are the words for a report after which none follows.
var final = regexp.MustCompile(`(?i:\bfinal\b|\bdéfinitif\b)|заключительн|最后报告|النهائي`)

// bareSymbol is what may stand round the symbol in a note that only says where a report is found.
var bareSymbol = regexp.MustCompile(`^(?:See |Voir |Véase |См\. |见|انظر )?(A/(\d{1,3})/\d{1,4}(?: ?\([^()]{1,24}\))?(?:(?:,| and| et| y| и|和| و) ?(?:Add|Corr)\.\d+)*)[.。]?$`)

// symbolInside is the symbol of a report in the text itself.
var symbolInside = regexp.MustCompile(`A/(\d{1,3})/\d{1,4}(?:/(?:Add|Rev)\.\d+)?`)

// supplement is the symbol of an annual report in the Official Records: number and session follow from the series.
var supplement = regexp.MustCompile(`(?:No\.|no|núm\.|№|第|رقم) ?(\d{1,3})(?: ?号)?[^()（]{0,30}\((?:A/(\d{1,3})/(\d{1,3}))\)[.。]?$`)

// reports puts a blank in the place of the symbol of a report that is made every session.
func (w *roller) reports() {
	if w.body != "A" {
		return
	}
	called := w.reportNotes()
	for k, f := range w.d.Footnotes {
		if i, ok := called[f.Number]; ok && everySession.MatchString(plain(w.d.Paragraphs[i].Text)) {
			w.reportNote(k, latinSymbols(plain(f.Text)))
		}
	}
	for i, p := range w.d.Paragraphs {
		flat := latinSymbols(plain(p.Text))
		if !w.reportsIn(p) || !everySession.MatchString(flat) {
			continue
		}
		for _, m := range symbolInside.FindAllStringSubmatchIndex(flat, -1) {
			if number(flat[m[2]:m[3]]) == w.own && standsFree(flat, m[0]) {
				w.blank(edit{paragraph: i, note: -1}, flat, m[0], m[1])
			}
		}
	}
}

// standsFree reports a symbol that is not the end of a longer one.
func standsFree(flat string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(flat[:at])
	return at == 0 || !isLetter(r) && r != '/' && (r < '0' || r > '9')
}

// reportsIn reports a paragraph that takes up a report.
func (w *roller) reportsIn(p Paragraph) bool {
	if p.Kind != Preambular && p.Kind != Operative {
		return false
	}
	entry, ok := LookUp(p.Text, w.lang)
	flat := plain(p.Text)
	return ok && reporting.MatchString(entry.English) && reportWord.MatchString(flat) && !final.MatchString(flat)
}

// reportNotes are the notes called right behind the word for a report or what it is about, by number.
func (w *roller) reportNotes() map[string]int {
	called := map[string]int{}
	for i, p := range w.d.Paragraphs {
		if w.reportsIn(p) {
			for _, n := range p.Notes {
				if _, before := called[n.Number]; !before {
					called[n.Number] = i
				}
			}
		}
	}
	return called
}

func (w *roller) blank(e edit, flat string, from, to int) {
	e.from = utf8.RuneCountInString(flat[:from])
	e.to = e.from + utf8.RuneCountInString(flat[from:to])
	e.now, e.what, e.why, e.look = fmt.Sprintf("[A/%d/…]", w.to), RollReport, "report-blank", true
	w.add(e)
}

func (w *roller) reportNote(k int, flat string) {
	if m := bareSymbol.FindStringSubmatchIndex(flat); m != nil && number(flat[m[4]:m[5]]) == w.own {
		w.blank(edit{paragraph: -1, note: k}, flat, m[2], m[3])
	}
}

// records rolls on the notes that name an annual report by its place in the Official Records: "Official Records of the
// General Assembly, Fifty-ninth Session, Supplement No. 40 (A/59/40)". One that names a part of it is left.
func (w *roller) records() {
	if w.body != "A" {
		return
	}
	called := w.reportNotes()
	for k, f := range w.d.Footnotes {
		flat := latinSymbols(plain(f.Text))
		if !strings.Contains(flat, fmt.Sprintf("A/%d/", w.own)) {
			continue
		}
		m := supplement.FindStringSubmatchIndex(flat)
		if i, ok := called[f.Number]; !ok || m == nil || w.dated(i) || number(flat[m[4]:m[5]]) != w.own || flat[m[2]:m[3]] != flat[m[6]:m[7]] {
			w.leftNote(k, f)
			continue
		}
		at := utf8.RuneCountInString(flat[:m[4]])
		for _, s := range spokenSessions(f.Text, w.lang) {
			if s.n == w.own {
				w.add(edit{paragraph: -1, note: k, from: s.from, to: s.to, now: s.write(w.to), what: RollReport, why: "supplement"})
			}
		}
		w.add(edit{paragraph: -1, note: k, from: at, to: at + m[5] - m[4], now: fmt.Sprint(w.to), what: RollReport, why: "supplement"})
	}
}

// dated reports a paragraph that names a day: what it tells of happened once.
func (w *roller) dated(i int) bool {
	_, printed := grammarOf(w.lang).dateIn(plain(w.d.Paragraphs[i].Text))
	return printed != ""
}

// leftNote lists a note about a document of the session: there may be a new one.
func (w *roller) leftNote(k int, f Footnote) {
	n := utf8.RuneCountInString(f.Text)
	w.add(edit{paragraph: -1, note: k, from: 0, to: n, now: f.Text, what: RollReport, why: "report-part", look: true})
}
