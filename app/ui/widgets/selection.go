package widgets

import "fyne.io/fyne/v2"

// Selection is what a person has selected with the mouse in one of the paragraphs that share it: a window has one.
// The window's own copy command calls Copy; paragraphs take no keyboard focus.
type Selection struct {
	OnChanged func()

	text         *Text
	anchor, head int // code points
	shown        *Paragraph
}

// Empty reports whether nothing is selected.
func (s *Selection) Empty() bool { return s.text == nil || s.anchor == s.head }

// Words are the selected words, without note calls, and without deleted words where others are selected.
func (s *Selection) Words() string {
	if s.Empty() {
		return ""
	}
	return s.text.copied(min(s.anchor, s.head), max(s.anchor, s.head))
}

// Copy puts the selected words on the clipboard; where nothing is selected the clipboard stays as it is.
func (s *Selection) Copy(to fyne.Clipboard) {
	if words := s.Words(); words != "" {
		to.SetContent(words)
	}
}

// Clear selects nothing.
func (s *Selection) Clear() { s.set(nil, nil, 0, 0) }

// All selects the whole of the paragraph in which something is selected.
func (s *Selection) All() {
	if s.text != nil {
		s.set(s.shown, s.text, 0, s.text.Len())
	}
}

// set moves the selection and repaints where it was and where it is.
func (s *Selection) set(p *Paragraph, t *Text, anchor, head int) {
	before := s.shown
	s.shown, s.text, s.anchor, s.head = p, t, anchor, head
	if before != nil && before != p {
		before.Refresh()
	}
	if p != nil {
		p.Refresh()
	}
	if s.OnChanged != nil {
		s.OnChanged()
	}
}

// within is the part of a text that is selected.
func (s *Selection) within(t *Text) Hit {
	if s == nil || s.Empty() || s.text != t {
		return Hit{}
	}
	return Hit{Start: min(s.anchor, s.head), End: max(s.anchor, s.head)}
}
