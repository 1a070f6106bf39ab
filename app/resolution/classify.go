package resolution

import (
	"strings"
	"unicode/utf8"
)

// ReadText reads extracted or pasted text.
func ReadText(text string) (Draft, []Problem) {
	d, problems := Classify(Repair(text))
	if d.Language == Arabic && isVisual(text) {
		problems = append(problems, NewProblem(-1, "visual"))
	}
	return d, tellVolume(text, problems)
}

// Classify decides what each block is: it reads the masthead, counts numbers and labels, and tells preambular from
// operative paragraphs by the lexicon and by how they end. A block it cannot place becomes a paragraph of kind unknown
// with a problem beside it; no words are lost.
func Classify(blocks []Block, notes []Footnote, leftOut []string) (Draft, []Problem) {
	c := newClassifier(blocks, notes, leftOut)
	body := c.bodyStart()
	c.readHead(body)
	for c.at = body; c.at < len(c.blocks); c.at++ {
		c.place(c.blocks[c.at], c.lines[c.at])
	}
	c.finish()
	return c.draft, c.problems
}

// region is where in a document the classifier is.
type region uint8

const (
	preamble region = iota
	operative
	closing
	annexed
)

type classifier struct {
	*reader
	blocks    []Block
	lines     []line // of the blocks' texts
	draft     Draft
	problems  []Problem
	at        int
	region    region
	count     counter
	parts     parts
	numbered  bool // an operative paragraph bears a number
	bracketed bool // those numbers are written "1)"
	amends    bool // the text amends another
}

func newClassifier(blocks []Block, notes []Footnote, leftOut []string) *classifier {
	c := &classifier{blocks: blocks}
	for i, b := range blocks {
		l := newLine(b.Text)
		l.no, l.blanks = i, b.Space
		c.lines = append(c.lines, l)
	}
	c.reader = newReader(c.lines, languageOf(c.lines))
	c.draft = Draft{Language: c.lang, Footnotes: notes, LeftOut: leftOut}
	c.count.open()
	return c
}

// bodyStart is the first block of the body.
func (c *classifier) bodyStart() int {
	for i, b := range c.blocks {
		if b.Kind == Masthead && (i+1 == len(c.blocks) || c.blocks[i+1].Kind != Masthead) {
			return i + 1
		}
	}
	return c.body
}

// readHead reads the masthead and adds the title.
func (c *classifier) readHead(body int) {
	m := readMasthead(c.grammar, c.lines[:body])
	c.draft.Header = m.header
	c.amends = isAmendment(m.header.Sponsors)
	for _, i := range m.repeated {
		c.draft.LeftOut = append(c.draft.LeftOut, c.lines[i].raw)
	}
	number, title := m.titleText()
	if number == "" && title == "" {
		return
	}
	p := Paragraph{Kind: Title, Number: number, Text: title}
	for n, i := range m.title {
		c.draft.Number = number
		p.Notes = append(p.Notes, shift(c.blocks[i].Notes, m.shifts[n])...)
	}
	if rest := strings.TrimRight(title, "* "); rest != title && c.draft.hasNote(title[len(rest):]) {
		p.Text = rest
		p.Notes = append(p.Notes, NoteCall{strings.TrimSpace(title[len(rest):]), utf8.RuneCountInString(rest)})
	}
	c.draft.Paragraphs = append(c.draft.Paragraphs, p)
}

func (d Draft) hasNote(number string) bool {
	_, ok := d.Footnote(strings.TrimSpace(number))
	return ok
}

// add appends a paragraph.
func (c *classifier) add(p Paragraph) { c.draft.Paragraphs = append(c.draft.Paragraphs, p) }

// doubt adds a problem with the last paragraph.
func (c *classifier) doubt(key string, args ...any) {
	c.problems = append(c.problems, NewProblem(len(c.draft.Paragraphs)-1, key, args...))
}

// place decides about one block of the body.
func (c *classifier) place(b Block, l line) {
	if c.declared() {
		c.region = annexed
		c.count.open()
	}
	p := Paragraph{Kind: b.Kind, Text: collapse(b.Text), Notes: b.Notes, Level: b.Level, Opening: b.Italic}
	if p.Kind == "" {
		p.Kind = c.formOf(b, l)
	}
	switch p.Kind {
	case Organ:
		c.region = preamble
		c.count.open()
		c.add(p)
	case Part:
		c.placePart(p)
	case Annex:
		c.region = annexed
		c.count.open()
		c.add(p)
	case Closing:
		if c.region != annexed {
			c.region = closing
		}
		c.add(p)
	case Heading:
		c.placeHeading(p)
	case "", Masthead:
		c.placeParagraph(b, l)
	default:
		c.add(p)
	}
}

// formOf is the kind a block's form alone tells.
func (c *classifier) formOf(b Block, l line) Kind {
	g := c.grammar
	if b.Label != "" || l.width > 300 {
		return ""
	}
	if _, ok := g.organ(l.flat); ok && (l.no == c.body || endsInComma(l.flat)) {
		return Organ
	}
	switch {
	case l.no == c.body && g.anyOrgan.MatchString(l.flat):
		return Organ
	case c.isPart(l):
		return Part
	case g.annex.MatchString(l.flat) && l.label.text == "":
		return Annex
	case l.width < 90 && g.meeting.MatchString(l.flat), g.vote.MatchString(l.flat) && c.region != preamble, c.closingDate(l):
		return Closing
	case c.isHeading(b, l):
		return Heading
	}
	return ""
}

// closingDate reports a date beside the line of the meeting.
func (c *classifier) closingDate(l line) bool {
	g := c.grammar
	if !g.isDate(l.flat) {
		return false
	}
	return c.region == closing || c.at+1 < len(c.lines) && g.meeting.MatchString(c.lines[c.at+1].flat)
}

// isHeading reports a block that neither opens nor ends like a paragraph.
func (c *classifier) isHeading(b Block, l line) bool {
	set := b.Bold && b.Centred // no paragraph is set so, whatever it opens with
	if terminator(l.flat) != 0 || !set && c.opensLine(l.text, "") || l.width > 300 || startsLower(l.text) {
		return false
	}
	if l.label.text != "" && c.count.follows(l.label, true) {
		return false
	}
	return b.Bold || b.Centred || c.at > 0 && c.at+1 < len(c.blocks) && c.blocks[c.at].Kind == ""
}

// placePart adds a part; a heading right after it is its title.
func (c *classifier) placePart(p Paragraph) {
	number, title := c.grammar.splitPart(collapse(plain(p.Text)))
	c.parts.take(number)
	c.count.openPart()
	c.numbered = false
	if c.region == operative || c.region == closing {
		c.region = preamble
	}
	all := []rune(p.Text)
	text := lastRunes(p.Text, title)
	p.Number = strings.TrimRight(string(all[:len(all)-utf8.RuneCountInString(text)]), " .-–、")
	p.Text, p.Notes = text, shift(p.Notes, utf8.RuneCountInString(text)-len(all))
	c.add(p)
}

// isPart reports the line of the part that is due.
func (c *classifier) isPart(l line) bool {
	number, title := c.grammar.splitPart(l.flat)
	return number != "" && c.parts.follows(number) && terminator(title) == 0 && !startsLower(title) && !c.opensLine(title, "")
}

func (c *classifier) placeHeading(p Paragraph) {
	c.count.restart = true
	n := len(c.draft.Paragraphs)
	if n > 0 && c.draft.Paragraphs[n-1].Kind == Part && c.draft.Paragraphs[n-1].Text == "" {
		c.draft.Paragraphs[n-1].Text, c.draft.Paragraphs[n-1].Notes = p.Text, p.Notes
		return
	}
	c.add(p)
}

// placeParagraph adds a block that is a paragraph: by its number, its label, its opening, its end.
func (c *classifier) placeParagraph(b Block, l line) {
	p := Paragraph{Text: collapse(b.Text), Notes: b.Notes, Level: b.Level, Opening: b.Italic}
	c.count.colon = c.afterColon()
	found := c.openingNumber(parseLabel(collapse(plain(b.Label))), p.Text)
	if b.Label == "" {
		l.label = c.openingNumber(l.label, strings.TrimLeft(cutFlat(l.text, l.label.end), " "))
	}
	if b.Label == "" && l.label.text != "" && c.count.follows(l.label, true) {
		found = l.label
		cut := utf8.RuneCountInString(p.Text)
		p.Text = cutFlat(p.Text, found.end)
		cut -= utf8.RuneCountInString(p.Text)
		p.Notes = shift(p.Notes, -cut)
		p.Opening = max(0, p.Opening-cut)
	}
	if rest, ok := strings.CutPrefix(p.Text, "* "); ok && found.text == "" && c.opensAlone(rest) {
		found, p.Text, p.Notes, p.Opening = label{counts: []ordinal{{"bullet", 0}}}, rest, shift(p.Notes, -2), 0
	}
	switch {
	case found.bullet() && c.opensAlone(p.Text):
		l.setText(p.Text)
		c.placeUnlabelled(p, l)
		return
	case found.text != "" || b.Label != "":
		c.placeLabelled(p, found, b.Label)
		return
	}
	c.placeUnlabelled(p, l)
}

// opensAlone reports a paragraph behind a bullet that is none of a list: a page of the web puts bullets before every one.
func (c *classifier) opensAlone(text string) bool {
	if c.count.colon || c.region == annexed || c.region == closing {
		return false
	}
	for _, open := range c.count.stack {
		if open.style == "bullet" {
			return false
		}
	}
	return c.opensLine(text, "") && (c.region == preamble || c.opensLine(text, Operative))
}

func shift(notes []NoteCall, by int) []NoteCall {
	var moved []NoteCall
	for _, n := range notes {
		n.Offset = max(0, n.Offset+by)
		moved = append(moved, n)
	}
	return moved
}

// afterColon reports that the last paragraph announces a list.
func (c *classifier) afterColon() bool {
	n := len(c.draft.Paragraphs)
	if n == 0 {
		return false
	}
	last := c.draft.Paragraphs[n-1]
	return (last.Kind == Operative || last.Kind == Subparagraph) && terminator(plain(last.Text)) == ':'
}

// placeLabelled adds a paragraph with a number or a label.
func (c *classifier) placeLabelled(p Paragraph, l label, printed string) {
	if printed == "" {
		printed = l.text
	}
	due := c.count.main + 1
	if l.main > due && l.slot == "" && !c.count.restart && !c.count.inList(l) {
		defer c.doubt("gap", l.main, c.count.main)
	}
	level, listed := 0, c.count.inList(l)
	switch {
	case l.text != "" && l.main == 0 && p.Level > 1:
		level = c.count.takeAt(l, p.Level)
	case l.text != "":
		level = c.count.take(l)
	}
	p.Number = strings.TrimSpace(printed)
	if l.main > 0 && !listed {
		p.Number = spacedSuffix(trimStop(printed))
	}
	switch {
	case c.region == annexed:
		p.Kind, p.Level = Annex, level
	case l.slot != "":
		p.Kind = l.slot
		c.region = map[Kind]region{Preambular: preamble, Operative: operative}[l.slot]
	case l.main > 0 && !listed:
		p.Kind, c.region, c.numbered = Operative, operative, true
	default:
		p.Kind, p.Level = Subparagraph, max(level, 1)
	}
	c.add(p)
}

// quoted reports a paragraph in quotation marks behind an instruction to insert it.
func (c *classifier) quoted(l line) bool {
	first, _ := utf8.DecodeRuneInString(l.flat)
	n := len(c.draft.Paragraphs)
	return strings.ContainsRune("\"“«„「", first) && n > 0 && (c.draft.Paragraphs[n-1].Kind == Subparagraph || terminator(plain(c.draft.Paragraphs[n-1].Text)) == ':')
}

// numbersCome reports that the first numbered paragraph is still to come.
func (c *classifier) numbersCome() bool {
	if c.numbered {
		return false
	}
	for i := c.at + 1; i < len(c.blocks) && i < c.at+longestHead; i++ {
		main := c.lines[i].label.main
		if b := c.blocks[i]; b.Label != "" {
			main = parseLabel(collapse(plain(b.Label))).main
		}
		if main == 1 {
			return true
		}
	}
	return false
}

// placeUnlabelled adds a paragraph without number and label.
func (c *classifier) placeUnlabelled(p Paragraph, l line) {
	c.takeHanNumber(&p, &l)
	sign := terminator(l.flat)
	pre, op := c.opensLine(l.text, Preambular), c.opensLine(l.text, Operative)
	decides := c.grammar.decision.MatchString(l.flat[:min(len(l.flat), 200)])
	switch {
	case c.region == annexed:
		p.Kind = Annex
	case c.amends && c.quoted(l):
		p.Kind, p.Level = Subparagraph, 1 // the words that an instruction inserts
	case c.region == preamble && pre && op && c.numbersCome():
		p.Kind = Preambular
		c.count.close()
	case c.region == closing:
		p.Kind = Unknown
	case c.amends && (sign == '.' || sign == ':'):
		p.Kind, c.region = Operative, operative
	case op && (!pre || sign != ',') && sign != ',', decides && sign != ',':
		p.Kind, c.region = Operative, operative
		c.count.close()
	case c.region == preamble && (pre || sign == ',' || sign == ':'):
		p.Kind = Preambular
		c.count.close()
	case sign == ',' && c.count.restart:
		p.Kind, c.region = Preambular, preamble
		c.count.close()
	case len(c.draft.Paragraphs) > 0 && c.draft.Paragraphs[len(c.draft.Paragraphs)-1].Kind == Table:
		p.Kind = Table // what stands below a table explains it
	case sign == '.' && strings.Contains(c.draft.Header.Symbol, "/PRST/"):
		p.Kind, c.region = Operative, operative // of a statement by the President of the Council
	case sign == '.' && c.numbered && c.draft.Organ() == "":
		p.Kind = Operative // of a note by the Secretariat
	default:
		p.Kind = Unknown
	}
	c.add(p)
	switch {
	case p.Kind == Unknown:
		c.doubt("kind")
	case p.Kind == Operative && c.numbered:
		c.doubt("unnumbered")
	}
}
