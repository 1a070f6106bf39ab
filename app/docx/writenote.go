package docx

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mutatis/app/resolution"
)

// callPlace names a call: the paragraph and the place among its calls.
type callPlace struct{ paragraph, call int }

// noteName names a note of a draft: its number, and how many before it bear the same one.
type noteName struct {
	number string
	before int
}

// writtenCall is how a call of one text is written: counted by Word, or with a mark of its own.
type writtenCall struct {
	note   noteName
	custom bool
	again  bool // the note was called before
}

// writtenNote is a note of the file, of one text or of both.
type writtenNote struct {
	id     int
	mark   resolution.Mark
	number string
	custom bool
	again  bool // something refers to it
	body   line

	language resolution.Language
}

// uncalled is the kind of a note that nothing calls, which is written behind the text.
const uncalled resolution.Kind = "uncalled note"

// nameNotes names the footnotes of the draft.
func (s *side) nameNotes() {
	before := map[string]int{}
	for _, f := range s.draft.Footnotes {
		s.keys = append(s.keys, noteName{f.Number, before[f.Number]})
		before[f.Number]++
	}
}

// noteText is the text of a note, "" where the draft has a call alone.
func (s *side) noteText(n noteName) string {
	if i := slices.Index(s.keys, n); i >= 0 {
		return oneLine.Replace(s.draft.Footnotes[i].Text)
	}
	return ""
}

// planCalls decides how every call is written. Word counts the notes that bear the numbers it would give them. Where notes
// begin anew with the same numbers, every call has the next of them.
func (s *side) planCalls(next int) {
	s.calls = map[callPlace]*writtenCall{}
	called, times := map[noteName]bool{}, map[string]int{}
	for _, sign := range signsOf(s.draft) {
		called[noteName{number: sign}] = true
	}
	for i, p := range s.draft.Paragraphs {
		for k, n := range p.Notes {
			name := noteName{n.Number, times[n.Number]}
			if name.before > 0 && !slices.Contains(s.keys, name) {
				name.before = 0
			} else {
				times[n.Number]++
			}
			c := &writtenCall{note: name, again: called[name]}
			if c.custom = !c.again && n.Number != strconv.Itoa(next); !c.custom && !c.again {
				next++
			}
			called[name] = true
			s.calls[callPlace{i, k}] = c
		}
	}
}

// firstNote is the number with which Word counts: that of the first call that is a number, in the first of the texts that
// has one. A file has one such number, and rejecting changes does not touch it: where the older text begins with another,
// its notes bear marks of their own.
func firstNote(drafts ...resolution.Draft) int {
	for _, d := range drafts {
		for _, p := range d.Paragraphs {
			for _, n := range p.Notes {
				if first, err := strconv.Atoi(n.Number); err == nil && first > 0 {
					return first
				}
			}
		}
	}
	return 1
}

// addTail adds what is written behind the paragraphs: closing lines that are in the draft's fields alone, and notes that
// nothing calls.
func (s *side) addTail() {
	d := &s.draft
	d.Paragraphs = slices.Clone(d.Paragraphs)
	closed := slices.ContainsFunc(d.Paragraphs, func(p resolution.Paragraph) bool { return p.Kind == resolution.Closing })
	for _, text := range []string{d.Closing.Vote, d.Closing.Meeting, d.Closing.Date} {
		if text != "" && !closed {
			d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Closing, Text: text})
		}
	}
	called := map[noteName]bool{}
	for _, c := range s.calls {
		called[c.note] = true
	}
	for _, sign := range signsOf(*d) {
		called[noteName{number: sign}] = true
	}
	for i, f := range d.Footnotes {
		if !called[s.keys[i]] {
			d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: uncalled, Number: f.Number, Text: f.Text})
		}
	}
}

// sign is what calls a note in the masthead, where the draft has no calls.
var sign = regexp.MustCompile(`\*+`)

// signsOf are the signs in a masthead that call notes of the draft, in the order in which they are written.
func signsOf(d resolution.Draft) []string {
	var signs []string
	for _, field := range headFields(d) {
		for _, s := range sign.FindAllString(field, -1) {
			if _, ok := d.Footnote(s); ok {
				signs = append(signs, s)
			}
		}
	}
	return signs
}

// fieldContent is a field of the masthead, its signs as calls.
func (s *side) fieldContent(style, text string) content {
	c := content{faces: []face{{style, s.draft.Language}}}
	from := 0
	text = oneLine.Replace(text)
	for _, at := range sign.FindAllStringIndex(text, -1) {
		number := text[at[0]:at[1]]
		if _, ok := s.draft.Footnote(number); !ok {
			continue
		}
		c.add(text[from:at[0]], plainLook)
		c.calls = append(c.calls, placedCall{len(c.text), &writtenCall{note: noteName{number: number}, custom: !s.signed[number], again: s.signed[number]}})
		s.signed[number], from = true, at[1]
	}
	c.add(text[from:], plainLook)
	return c
}

// pairNotes says which notes of both texts are the same: those of one row, or, without rows, those of one name.
func (m *merger) pairNotes(rows []resolution.Row) {
	m.older.twins = map[noteName]noteName{}
	for _, r := range rows {
		if len(r.Older) == 1 && len(r.Newer) == 1 && r.Older[0].Index < len(m.older.keys) && r.Newer[0].Index < len(m.newer.keys) {
			m.older.twins[m.older.keys[r.Older[0].Index]] = m.newer.keys[r.Newer[0].Index]
		}
	}
}

// twins reports calls of the same note that are written alike.
func (m *merger) twins(x, y *writtenCall) bool {
	if x.again || y.again {
		return x.again && y.again && m.older.written[x.note] == m.newer.written[y.note]
	}
	if x.custom != y.custom || x.custom && x.note.number != y.note.number {
		return false
	}
	twin, known := m.older.twins[x.note]
	return known && twin == y.note || m.clean && x.note == y.note
}

// callBoth writes a call that both texts have.
func (m *merger) callBoth(x, y *writtenCall) {
	if y.again {
		m.call(m.newer.written[y.note], resolution.Kept, true)
		return
	}
	n := m.note(&m.newer, y, resolution.Kept)
	n.body = m.merged(m.older.noteText(x.note), m.newer.noteText(y.note))
	m.older.written[x.note], m.newer.written[y.note] = n, n
	m.call(n, resolution.Kept, false)
}

// callAlone writes calls that one text alone has.
func (m *merger) callAlone(s *side, calls []*writtenCall) {
	for _, c := range calls {
		if known := s.written[c.note]; known != nil && c.again {
			m.call(known, s.mark, true)
			continue
		}
		n := m.note(s, c, s.mark)
		if text := s.noteText(c.note); text != "" {
			n.body.pieces = []markedRun{{text: []rune(text), mark: s.mark}}
		}
		s.written[c.note] = n
		m.call(n, s.mark, false)
	}
}

func (m *merger) note(s *side, c *writtenCall, mark resolution.Mark) *writtenNote {
	n := &writtenNote{id: len(m.notes) + 1, mark: mark, number: c.note.number, custom: c.custom, language: s.draft.Language}
	m.notes = append(m.notes, n)
	return n
}

func (m *merger) call(n *writtenNote, mark resolution.Mark, again bool) {
	n.again = n.again || again
	m.current.pieces = append(m.current.pieces, markedRun{mark: mark, call: n, again: again})
}

// merged makes one line of two texts without paragraphs and calls.
func (m *merger) merged(older, newer string) line {
	a, b := content{faces: make([]face, 1)}, content{faces: make([]face, 1)}
	a.add(strings.TrimSpace(older), plainLook)
	b.add(strings.TrimSpace(newer), plainLook)
	inner := &merger{words: m.words}
	inner.both(a, b)
	return inner.lines[0]
}
