package widgets

import (
	"strings"
	"weak"

	"fyne.io/fyne/v2"

	"mutatis/app/resolution"
)

// Selection is what a person has selected with the mouse in the paragraphs that share it: a window has one. The
// window's own copy command calls Copy; paragraphs take no keyboard focus.
type Selection struct {
	OnChanged func()

	parts   []selected // in the order of the screen
	members []weak.Pointer[Paragraph]
}

// selected is a stretch of one text, in code points. The anchor is the end that stays where it is when the other one
// is moved.
type selected struct {
	text       *Text
	shown      *Paragraph
	start, end int
	anchor     int
}

// Empty reports whether nothing is selected.
func (s *Selection) Empty() bool { return len(s.parts) == 0 }

// Words are the selected words, a line for each paragraph, without note calls, and without deleted words where others
// are selected.
func (s *Selection) Words() string {
	var lines []string
	for _, p := range s.parts {
		lines = append(lines, p.text.copied(p.start, p.end))
	}
	return strings.Join(lines, "\n")
}

// Language is that of the text in which the selection begins, "" where nothing is selected.
func (s *Selection) Language() resolution.Language {
	if len(s.parts) == 0 {
		return ""
	}
	return s.parts[0].text.look.Language
}

// Copy puts the selected words on the clipboard; where nothing is selected the clipboard stays as it is.
func (s *Selection) Copy(to fyne.Clipboard) {
	if words := s.Words(); words != "" {
		to.SetContent(words)
	}
}

// Clear selects nothing.
func (s *Selection) Clear() { s.set(nil) }

// All selects the whole of the paragraphs in which something is selected.
func (s *Selection) All() {
	var parts []selected
	for _, p := range s.parts {
		parts = append(parts, selected{p.text, p.shown, 0, p.text.Len(), 0})
	}
	s.set(parts)
}

// span selects a stretch of one paragraph, from an anchor to where the mouse is; nothing where they meet.
func (s *Selection) span(p *Paragraph, anchor, head int) {
	if anchor == head {
		s.set(nil)
		return
	}
	s.set([]selected{{p.text, p, min(anchor, head), max(anchor, head), anchor}})
}

// set changes the selection and repaints where it was and where it is.
func (s *Selection) set(parts []selected) {
	if len(parts) == 0 && len(s.parts) == 0 {
		return
	}
	stale := map[*Paragraph]bool{}
	for _, p := range append(s.parts, parts...) {
		stale[p.shown] = true
	}
	s.parts = parts
	for p := range stale {
		p.Refresh()
	}
	if s.OnChanged != nil {
		s.OnChanged()
	}
}

// within is the part of a text that is selected.
func (s *Selection) within(t *Text) Hit {
	if s != nil {
		for _, p := range s.parts {
			if p.text == t {
				return Hit{Start: p.start, End: p.end}
			}
		}
	}
	return Hit{}
}

// anchorIn is where a selection within one text began; false where there is none.
func (s *Selection) anchorIn(t *Text) (int, bool) {
	if len(s.parts) == 1 && s.parts[0].text == t {
		return s.parts[0].anchor, true
	}
	return 0, false
}
