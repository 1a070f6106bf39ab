package resolution

import (
	"cmp"
	"slices"
	"strings"
)

// reader carries what the stages of Repair know of a text.
type reader struct {
	lang     Language
	grammar  *grammar
	words    vocabulary
	body     int    // number of the line with which the body begins: the organ's, or the first paragraph's
	symbol   string // key of the symbol's line in the masthead
	title    string // running titles repeat it
	titleKey string // its letters, run together
	notes    []note // in the order in which they stand
	highest  int    // the highest number of them
	leftOut  []line // page furniture
	measure  measure
	hyphens  *hyphens
	pairs    map[string]int // numbers such as 70/1 and how often they stand in the text
}

// note is a footnote with the page it was lifted from.
type note struct {
	Footnote
	page  int
	slash bool // written "1/"
}

// Repair turns extracted text into blocks, footnotes and what it left out (page furniture, line by line).
//
// The stages are: normalise, lift the furniture of pages, lift footnotes, join lines, lift note calls. Every letter and
// digit of the text is in a block (text, label or note call), a footnote or a line left out, once.
func Repair(text string) ([]Block, []Footnote, []string) {
	text, margin := liftLineNumbers(text)
	lines := unfoldPaste(normalise(text))
	r := newReader(lines, languageOf(lines))
	if columned := r.splitColumns(lines); len(columned) > len(lines) {
		lines = columned
		r = newReader(lines, r.lang)
	}
	lines = r.liftFurniture(lines)
	r.hyphens = hyphensOf(lines, r.lang)
	r.measure = measureOf(r.ofBody(lines))
	if margin != "" {
		r.leftOut = append(r.leftOut, newLine(margin))
	}
	lines = r.liftFootnotes(lines)
	r.measure = measureOf(r.ofBody(lines))
	passages := r.join(lines)
	r.liftCalls(passages)
	blocks := make([]Block, 0, len(passages))
	for _, p := range passages {
		blocks = append(blocks, p.block())
	}
	return blocks, r.footnotes(), r.left()
}

// splitColumns makes lines of the columns of a masthead ("United Nations        A/59/L.5") and of a running head that
// has the symbol at its side.
func (r *reader) splitColumns(lines []line) []line {
	var split []line
	for _, l := range lines {
		left, right, ok := strings.Cut(l.text, "     ")
		right = strings.TrimLeft(right, " ")
		if !ok && l.no < r.body {
			left, right, ok = r.nameAndMore(l.text)
		}
		if !ok || l.no >= r.body && !isSymbolLine(plain(left)) && !isSymbolLine(plain(right)) {
			split = append(split, l)
			continue
		}
		for k, part := range []string{left, right} {
			column := l
			column.raw = part
			column.setText(part)
			if k > 0 {
				column.blanks, column.gap = 0, false
			}
			split = append(split, column)
		}
	}
	for i := range split {
		split[i].no = i
	}
	return split
}

// nameAndMore splits a line of the masthead into a name and what stands in the next column: the symbol, the distribution.
func (r *reader) nameAndMore(text string) (left, right string, ok bool) {
	if len(text) > 120 {
		return "", "", false
	}
	for at, c := range text {
		if c != ' ' {
			continue
		}
		left, right = text[:at], strings.TrimLeft(text[at:], " ")
		if (isSymbolLine(plain(right)) || strings.HasPrefix(right, "Distr")) && r.grammar.names.MatchString(collapse(plain(left))) {
			return left, right, true
		}
	}
	return "", "", false
}

// languageOf is the language of a text's lines; a long text is known by its beginning and its middle.
func languageOf(lines []line) Language {
	var sample strings.Builder
	for _, part := range [][]line{lines[:len(lines)/2], lines[len(lines)/2:]} {
		from := sample.Len()
		for _, l := range part {
			if sample.Len()-from > 8000 {
				break
			}
			sample.WriteString(l.text)
			sample.WriteByte('\n')
		}
	}
	return DetectLanguage(sample.String())
}

// longestHead is how many lines a masthead may have: what stands before an organ's line far down is no masthead.
const longestHead = 1000

func newReader(lines []line, lang Language) *reader {
	r := &reader{lang: lang, grammar: grammarOf(lang), words: vocabularyOf(lang)}
	if r.body = r.findBody(lines); r.body > longestHead {
		r.body = 0
	}
	r.body = r.lettered(lines)
	var head []line
	for _, l := range lines {
		if l.no >= r.body {
			break
		}
		if r.symbol == "" && isSymbolLine(l.flat) {
			r.symbol = lettersOf(l.flat)
		}
		head = append(head, l)
	}
	var number string
	if number, r.title = readMasthead(r.grammar, head).titleText(); r.symbol == "" && number != "" {
		r.symbol = repeatedSymbol(lines, lettersOf(number))
	}
	r.titleKey = lettersOf(r.title)
	return r
}

// repeatedSymbol finds the symbol that running heads repeat in a text without a masthead: a line that is a symbol and ends
// in the number of the resolution.
func repeatedSymbol(lines []line, number string) string {
	for _, l := range lines {
		if isSymbolLine(l.flat) && strings.Contains(l.flat, "/RES/") && strings.HasSuffix(lettersOf(l.flat), number) {
			return lettersOf(l.flat)
		}
	}
	return ""
}

// ofBody is the lines from the organ's on.
func (r *reader) ofBody(lines []line) []line {
	for i, l := range lines {
		if l.no >= r.body {
			return lines[i:]
		}
	}
	return nil
}

func (r *reader) footnotes() []Footnote {
	var notes []Footnote
	for _, n := range r.notes {
		notes = append(notes, n.Footnote)
	}
	return notes
}

// leave notes lines as left out.
func (r *reader) leave(lines ...line) { r.leftOut = append(r.leftOut, lines...) }

func (r *reader) left() []string {
	slices.SortStableFunc(r.leftOut, func(a, b line) int { return cmp.Compare(a.no, b.no) })
	var left []string
	for _, l := range r.leftOut {
		left = append(left, l.raw)
	}
	return left
}

// lettersOf keeps the letters and digits of a text, made small and folded.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r = openingRune(r); isLetter(r) || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, latin(text))
}

// findBody finds the line with which the body begins: the organ's line, else a decision's sentence, else the first
// paragraph. Lines before it are masthead and title.
func (r *reader) findBody(lines []line) int {
	weak := -1
	for i, l := range lines {
		_, organ := r.grammar.organ(l.flat)
		switch {
		case organ && endsInComma(l.flat), !organ && r.isStrangeOrgan(lines, i):
			return l.no
		case organ && weak < 0, organ && r.bareOrganInHead() && !r.begun(lines[weak+1:i]):
			weak = i // without its comma it may be the name in the masthead
		}
	}
	at, headed := r.bodyAfterHead(lines)
	below := weak >= 0 && r.headBelow(lines, weak)
	switch {
	case weak >= 0 && (!below || headed && at <= lines[weak].no):
		return lines[weak].no
	case headed:
		return at
	}
	for _, l := range lines {
		if r.grammar.decision.MatchString(l.flat) || l.label.main == 1 || l.label.slot != "" || r.opensLine(l.text, "") {
			return l.no
		}
	}
	if weak >= 0 {
		return lines[weak].no
	}
	return 0
}

// headBelow reports lines of a masthead below a name of an organ: it is the masthead's own.
func (r *reader) headBelow(lines []line, weak int) bool {
	m := readMasthead(r.grammar, lines[:min(len(lines), 40)])
	for i := weak + 1; i < len(m.tags); i++ {
		if t := m.tags[i]; t == tagSession || t == tagAgenda || t == tagDistribution || t == tagOriginal || t == tagSponsors || t == tagAdoption {
			return true
		}
	}
	return false
}

// bodyAfterHead finds the first paragraph behind a masthead in a text without an organ's line: a draft decision, an
// amendment. Lines between the masthead and it that do not end like a paragraph are the title.
func (r *reader) bodyAfterHead(lines []line) (int, bool) {
	m := readMasthead(r.grammar, lines[:min(len(lines), 40)])
	last := -1
	for i, t := range m.tags {
		if t == tagAgenda || t == tagSponsors || t == tagAdoption || t == tagBasis {
			last = i
		}
	}
	if last < 0 {
		return 0, false
	}
	from := last + 1
	for i := from; i < len(lines); i++ {
		if i > from && lines[i].blanks > 0 {
			from = i
		}
		switch l := lines[i]; {
		case l.label.main == 1 || r.grammar.decision.MatchString(l.flat) || isAmending(l.flat):
			return l.no, true
		case terminator(l.flat) != 0:
			return lines[from].no, true
		}
	}
	return 0, false
}

// lettered is where the body begins in a text of several lettered resolutions: with the letter of the first, which
// stands between the title of all and the organ's line.
func (r *reader) lettered(lines []line) int {
	marker, numbered := -1, false
	for _, l := range lines {
		if l.no >= r.body {
			break
		}
		var p parts
		switch {
		case titleNumber.MatchString(l.flat):
			numbered, marker = true, -1
		case numbered && marker < 0 && l.blanks > 0 && l.width < 12 && r.grammar.part.MatchString(l.flat) && p.follows(l.flat):
			marker = l.no
		}
	}
	if marker >= 0 {
		return marker
	}
	return r.body
}

// bareOrganInHead reports languages that write the organ in the masthead and in its line alike, but for the comma.
func (r *reader) bareOrganInHead() bool { return r.lang == Russian || r.lang == Chinese }

// begun reports whether paragraphs stand among the lines.
func (r *reader) begun(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return r.opensLine(l.text, Preambular) })
}

func (r *reader) isStrangeOrgan(lines []line, i int) bool {
	return i+1 < len(lines) && r.grammar.anyOrgan.MatchString(lines[i].flat) && r.opensLine(lines[i+1].text, Preambular)
}

// organ finds the body whose line this is.
func (g *grammar) organ(flat string) (body string, ok bool) {
	if len(flat) > 90 || flat == "" {
		return "", false
	}
	if inside, bracketed := strings.CutPrefix(flat, "["); bracketed { // its wording is not agreed
		flat = strings.TrimSuffix(inside, "]")
	}
	body, ok = g.organs[organKey(flat)]
	if ok && flat[0] >= 'a' && flat[0] <= 'z' {
		return "", false // "the General Assembly," at the end of a sentence
	}
	return body, ok
}

func endsInComma(flat string) bool {
	flat = strings.TrimRight(flat, " *0123456789]")
	return strings.HasSuffix(flat, ",") || strings.HasSuffix(flat, "،") || strings.HasSuffix(flat, "，")
}

// opensLine reports whether a line begins with an opening as a paragraph would: with a capital where the language
// writes one.
func (r *reader) opensLine(text string, kind Kind) bool {
	if r.capitals() && startsLower(text) {
		return false
	}
	_, n := r.words.match(text, kind)
	return n > 0
}

// capitals reports languages whose paragraphs begin with a capital.
func (r *reader) capitals() bool { return r.lang == English || r.lang == French || r.lang == Spanish }
