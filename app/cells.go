package app

import "mutatis/app/resolution"

// Cells draws a draft as it stands, without changes: what is read and edited. Standings may be nil.
func Cells(d resolution.Draft, standings []resolution.Standing) []resolution.Cell {
	s := newSide(d, standings)
	cells := make([]resolution.Cell, 0, len(d.Paragraphs))
	for i := range d.Paragraphs {
		j := s.join([]int{i})
		j.marks = j.calls()
		whole := stretch{0, len(j.text)}
		cells = append(cells, j.cells([]change{{resolution.Kept, whole, whole}}, newerText)...)
	}
	return cells
}
