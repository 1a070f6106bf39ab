package widgets

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
)

// A selection reaches over several paragraphs by where they stand on screen: those above one another with the one in
// which it began.

// placedParagraph is a paragraph and where it stands in its window.
type placedParagraph struct {
	*Paragraph
	at fyne.Position
}

func (p placedParagraph) below(y float32) bool { return p.at.Y > y }

// join makes a paragraph one of those a selection can reach. It is forgotten with the paragraph.
func (s *Selection) join(p *Paragraph) { s.members = append(s.members, weak.Make(p)) }

// column lists what stands above and below a paragraph, itself included, from top to bottom.
func (s *Selection) column(p *Paragraph) []placedParagraph {
	driver := fyne.CurrentApp().Driver()
	home := driver.AbsolutePositionForObject(p)
	column := []placedParagraph{{p, home}}
	s.members = slices.DeleteFunc(s.members, func(w weak.Pointer[Paragraph]) bool { return w.Value() == nil })
	for _, w := range s.members {
		q := w.Value()
		if q == p || q.text == nil || q.text.Len() == 0 || !q.Visible() {
			continue
		}
		at := driver.AbsolutePositionForObject(q)
		inTree := at != fyne.Position{} // the toolkit's answer for an object that no window shows
		if inTree && at.X < home.X+p.Size().Width && home.X < at.X+q.Size().Width {
			column = append(column, placedParagraph{q, at})
		}
	}
	slices.SortFunc(column, func(a, b placedParagraph) int { return int(a.at.Y - b.at.Y) })
	return column
}

// reach selects from an anchor in a paragraph to a point that may lie in another one; the point is given from the
// first one's corner.
func (s *Selection) reach(p *Paragraph, anchor int, to fyne.Position) {
	if to.Y >= 0 && to.Y <= p.Size().Height {
		s.span(p, anchor, p.offset(to))
		return
	}
	column := s.column(p)
	own := slices.IndexFunc(column, func(q placedParagraph) bool { return q.Paragraph == p })
	point := column[own].at.Add(to)
	end := own
	for i, q := range column {
		if i == 0 || !q.below(point.Y) {
			end = i
		}
	}
	if end == own {
		s.span(p, anchor, p.offset(to))
		return
	}
	head := column[end].offset(point.Subtract(column[end].at))
	s.set(between(column, own, anchor, end, head))
}

// between selects from a place in one paragraph of a column to a place in another.
func between(column []placedParagraph, own, anchor, end, head int) []selected {
	first, from, last, to := own, anchor, end, head
	if end < own {
		first, from, last, to = end, head, own, anchor
	}
	var parts []selected
	for i := first; i <= last; i++ {
		part := selected{text: column[i].text, shown: column[i].Paragraph, end: column[i].text.Len()}
		if i == first {
			part.start = from
		}
		if i == last {
			part.end = to
		}
		if part.start < part.end {
			parts = append(parts, part)
		}
	}
	return parts
}
