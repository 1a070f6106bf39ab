package docx

import (
	"strings"

	"mutatis/app/resolution"
)

// typedNotes takes notes out that were typed: a paragraph that begins with a raised mark, where the same mark stands
// raised in the text. The marks in the text become calls.
func (b *body) typedNotes() []resolution.Footnote {
	native := map[string]bool{}
	for _, number := range b.numbers.of {
		native[number] = true
	}
	texts, called := map[string]int{}, map[string]bool{}
	for i := range b.items {
		for k, mark := range b.items[i].raisedMarks() {
			switch {
			case mark == "" || native[mark]:
			case k > 0 || b.items[i].raised[0].from > 0:
				called[mark] = true
			case texts[mark] == 0:
				texts[mark] = i + 1
			}
		}
	}
	isNote := map[int]bool{}
	for mark, at := range texts {
		if called[mark] {
			isNote[at-1] = true
		}
	}
	var notes []resolution.Footnote
	var kept []item
	for i, it := range b.items {
		if !isNote[i] {
			it.callTyped(func(mark string) bool { return called[mark] && texts[mark] > 0 })
			kept = append(kept, it)
			continue
		}
		mark := it.raisedMarks()[0]
		it.cut(it.raised[0].to)
		notes = append(notes, resolution.Footnote{Number: mark, Text: strings.TrimSpace(string(it.text))})
	}
	b.items = kept
	return notes
}

// raisedMarks are the raised words that may be marks of notes, "" for those that are not.
func (p *piece) raisedMarks() []string {
	marks := make([]string, len(p.raised))
	for i, s := range p.raised {
		mark := strings.TrimSpace(string(p.text[s.from:s.to]))
		if len(mark) > 0 && len(mark) < 4 && (strings.Trim(mark, "0123456789") == "" || strings.Trim(mark, "*") == "") {
			marks[i] = mark
		}
	}
	return marks
}

// callTyped makes calls of the raised marks of notes.
func (p *piece) callTyped(isCall func(string) bool) {
	marks := p.raisedMarks()
	for i := len(marks) - 1; i >= 0; i-- {
		s := p.raised[i]
		if marks[i] == "" || !isCall(marks[i]) {
			continue
		}
		at := s.from
		for at > 0 && p.text[at-1] == ' ' && (s.to == len(p.text) || strings.ContainsRune(closers, p.text[s.to])) {
			at--
		}
		p.take(at, s.to)
		p.notes = insertCall(p.notes, resolution.NoteCall{Number: marks[i], Offset: at})
	}
}

// take takes code points out of the middle.
func (p *piece) take(from, to int) {
	p.text = append(p.text[:from:from], p.text[to:]...)
	move := func(at int) int {
		switch {
		case at >= to:
			return at - (to - from)
		case at > from:
			return from
		}
		return at
	}
	for i := range p.notes {
		p.notes[i].Offset = move(p.notes[i].Offset)
	}
	for _, spans := range [][]span{p.italic, p.raised} {
		for i := range spans {
			spans[i] = span{move(spans[i].from), move(spans[i].to)}
		}
	}
	for i := range p.tabs {
		p.tabs[i] = move(p.tabs[i])
	}
}

// insertCall keeps calls in the order of their places.
func insertCall(notes []resolution.NoteCall, c resolution.NoteCall) []resolution.NoteCall {
	at := len(notes)
	for at > 0 && notes[at-1].Offset > c.Offset {
		at--
	}
	return append(notes[:at:at], append([]resolution.NoteCall{c}, notes[at:]...)...)
}
