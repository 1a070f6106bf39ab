package widgets

// ShowPart brings a part of a row into view, both ends between 0 and 1 from its top: a row may be higher than the view.
// A part that is in view stays where it is.
func (l *VirtualList) ShowPart(row int, from, to float32) {
	if row < 0 || row >= l.count || l.width <= 0 {
		return
	}
	view := l.scroll.Size().Height
	if !l.heights.exact[row] {
		l.update(anchor{row: row})
	}
	top := l.heights.tops[row] + from*l.heights.each[row]
	end := l.heights.tops[row] + to*l.heights.each[row]
	if y := l.scroll.Offset.Y; top >= y && end <= y+view {
		return
	}
	l.update(anchor{row: row, at: view/5 - from*l.heights.each[row]})
}
