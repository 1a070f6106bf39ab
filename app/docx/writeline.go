package docx

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mutatis/app/resolution"
)

// writer writes one part of a file.
type writer struct {
	strings.Builder
	file *outFile
}

// outFile is what the parts of a file being written share.
type outFile struct {
	options   Writing
	language  resolution.Language // of most of the text
	revisions int                 // tracked changes so far
	remarks   []string            // the words of the comments
	unclaimed int                 // the id of the first of them: no note has it or a greater one, or LibreOffice takes the one for the other
}

func (f *outFile) remarkID(n int) string { return strconv.Itoa(f.unclaimed + n) }

func (w *writer) raw(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

func (w *writer) text(s string) { _ = xml.EscapeText(w, []byte(s)) }

// by is who made a tracked change, and when, with a number no other one has.
func (w *writer) by() string {
	w.file.revisions++
	return fmt.Sprintf(` w:id="%d"`, w.file.revisions) + w.file.options.author()
}

func (o Writing) author() string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(firstOf(strings.TrimSpace(o.Author), "Mutatis")))
	by := ` w:author="` + b.String() + `"`
	if !o.Now.IsZero() {
		by += ` w:date="` + o.Now.UTC().Format("2006-01-02T15:04:05Z") + `"`
	}
	return by
}

var markElement = map[resolution.Mark]string{resolution.Inserted: "w:ins", resolution.Deleted: "w:del"}

// lines writes paragraphs and, of rows that follow one another, tables.
func (w *writer) lines(lines []line) {
	for i := 0; i < len(lines); {
		n := 0
		for i+n < len(lines) && lines[i+n].cells != nil {
			n++
		}
		if n > 0 {
			w.table(lines[i : i+n])
			i += n
			continue
		}
		w.line(lines[i])
		i++
	}
}

// line writes a paragraph.
func (w *writer) line(l line) {
	w.raw("<w:p>")
	w.properties(l)
	if len(l.remarks) > 0 {
		w.remarked(&l)
	}
	w.pieces(l)
	w.raw("</w:p>\n")
}

// remarked writes the first words of a line with the comments on it, and takes them off the line. The first
// words alone are enough: a comment on a whole paragraph hides its changes.
func (w *writer) remarked(l *line) {
	first := len(w.file.remarks)
	for _, r := range l.remarks {
		w.raw(`<w:commentRangeStart w:id="`, w.file.remarkID(len(w.file.remarks)), `"/>`)
		w.file.remarks = append(w.file.remarks, r)
	}
	if len(l.pieces) > 0 && l.pieces[0].call == nil {
		begin := *l
		begin.pieces, l.pieces = l.pieces[:1], l.pieces[1:]
		w.pieces(begin)
	}
	for n := first; n < len(w.file.remarks); n++ {
		id := w.file.remarkID(n)
		w.raw(`<w:commentRangeEnd w:id="`, id, `"/>`)
		w.marked(l.whole(), func() {
			w.raw(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="`, id, `"/></w:r>`)
		})
	}
}

// whole is the mark of a line that is all of one text alone: a comment on it goes with it.
func (l line) whole() resolution.Mark {
	switch {
	case l.newer == nil:
		return resolution.Deleted
	case l.older == nil:
		return resolution.Inserted
	}
	return resolution.Kept
}

// marked writes what inside writes as inserted or deleted.
func (w *writer) marked(m resolution.Mark, inside func()) {
	e := markElement[m]
	if e != "" {
		w.raw("<", e, w.by(), ">")
	}
	inside()
	if e != "" {
		w.raw("</", e, ">")
	}
}

// properties are the style and direction of a paragraph, what became of its end, and how it looked before.
func (w *writer) properties(l line) {
	now := l.newer
	if now == nil {
		now = l.older
	}
	if now == nil {
		return
	}
	w.raw("<w:pPr>")
	if now.style == "MastheadDistribution" && !l.hasRightToLeft() {
		now = &face{style: now.style} // it stands there in English
	}
	w.face(*now)
	if e := markElement[l.end]; e != "" {
		w.raw("<w:rPr><", e, w.by(), "/></w:rPr>")
	}
	if l.older != nil && l.newer != nil && *l.older != *l.newer {
		w.raw("<w:pPrChange", w.by(), "><w:pPr>")
		w.face(*l.older)
		w.raw("</w:pPr></w:pPrChange>")
	}
	w.raw("</w:pPr>")
}

// hasRightToLeft reports letters that run from right to left.
func (l line) hasRightToLeft() bool {
	return slices.ContainsFunc(l.pieces, func(p markedRun) bool { return slices.ContainsFunc(p.text, isRightToLeft) })
}

func (w *writer) face(f face) {
	if f.style != "" {
		w.raw(`<w:pStyle w:val="`, f.style, `"/>`)
	}
	if f.language.RightToLeft() {
		w.raw("<w:bidi/>")
	}
}

// pieces writes the runs of a line. Neighbours with one mark are one change, so that one decision settles them.
func (w *writer) pieces(l line) {
	for i := 0; i < len(l.pieces); {
		n := 1
		for i+n < len(l.pieces) && l.pieces[i+n].mark == l.pieces[i].mark {
			n++
		}
		w.marked(l.pieces[i].mark, func() {
			for _, p := range l.pieces[i : i+n] {
				w.piece(p, l)
			}
		})
		i += n
	}
}

func (w *writer) piece(p markedRun, l line) {
	language := w.languageOf(p, l)
	if p.call != nil {
		w.call(p, language)
		return
	}
	for _, part := range directions(string(p.text), language) {
		w.run(part.text, p.mark, runLook{p.newer, language, part.rightToLeft}, p.older)
	}
}

func (w *writer) languageOf(p markedRun, l line) resolution.Language {
	f := l.newer
	if f == nil || p.mark == resolution.Deleted && l.older != nil {
		f = l.older
	}
	if f == nil || f.language == "" {
		return w.file.language
	}
	return f.language
}

// runLook is what the properties of a run say.
type runLook struct {
	appearance
	language    resolution.Language
	rightToLeft bool
}

// run writes a run; older is how it looked before.
func (w *writer) run(text string, m resolution.Mark, look runLook, older appearance) {
	w.raw("<w:r>")
	before := look
	before.appearance = older
	now, was := w.runProperties(look), w.runProperties(before)
	if now != "" || was != "" {
		w.raw("<w:rPr>", now)
		if now != was {
			w.raw("<w:rPrChange", w.by(), "><w:rPr>", was, "</w:rPr></w:rPrChange>")
		}
		w.raw("</w:rPr>")
	}
	w.letters(text, m)
	w.raw("</w:r>")
}

// runProperties keeps the order that Word demands. Chinese has no italics: what others set in them stands in another font.
func (w *writer) runProperties(l runLook) string {
	s := ""
	switch {
	case l.appearance&italicLook == 0:
	case l.language == resolution.Chinese:
		s += `<w:rFonts w:eastAsia="KaiTi" w:hint="eastAsia"/>`
	default:
		s += "<w:i/><w:iCs/>"
	}
	if l.appearance&raisedLook != 0 {
		s += `<w:vertAlign w:val="superscript"/>`
	}
	if l.rightToLeft {
		s += "<w:rtl/>"
	}
	if l.language != w.file.language {
		s += languageElement(l.language)
	}
	return s
}

// signElement are letters that are elements of their own.
var signElement = map[rune]string{'\t': "<w:tab/>", '\n': "<w:br/>", '\u2011': "<w:noBreakHyphen/>"}

// letters writes the text of a run.
func (w *writer) letters(text string, m resolution.Mark) {
	name := "w:t"
	if m == resolution.Deleted {
		name = "w:delText"
	}
	flush := func(s string) {
		if s != "" {
			w.raw("<", name, ` xml:space="preserve">`)
			w.text(s)
			w.raw("</", name, ">")
		}
	}
	from := 0
	for at, r := range text {
		if e := signElement[r]; e != "" {
			flush(text[from:at])
			w.raw(e)
			from = at + len(string(r))
		}
	}
	flush(text[from:])
}

// directed is a stretch that runs one way.
type directed struct {
	text        string
	rightToLeft bool
}

// directions cuts a text of a right-to-left language where Latin words stand in it, figures and signs between them included:
// Word would set a symbol that is said to run from right to left the wrong way round.
func directions(text string, l resolution.Language) []directed {
	if !l.RightToLeft() {
		return []directed{{text, false}}
	}
	var parts []directed
	letters := []rune(text)
	if !slices.ContainsFunc(letters, isRightToLeft) && slices.ContainsFunc(letters, isLatin) {
		return []directed{{text, false}}
	}
	from := 0
	for i := 0; i < len(letters); i++ {
		if !isLatin(letters[i]) {
			continue
		}
		to := i + 1
		for k := to; k < len(letters) && !isRightToLeft(letters[k]) && letters[k] != '\t'; k++ {
			if isLatin(letters[k]) || unicode.IsDigit(letters[k]) {
				to = k + 1
			}
		}
		if i > from {
			parts = append(parts, directed{string(letters[from:i]), true})
		}
		parts = append(parts, directed{string(letters[i:to]), false})
		from, i = to, to-1
	}
	if from < len(letters) {
		parts = append(parts, directed{string(letters[from:]), true})
	}
	return parts
}

func isRightToLeft(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }
