package widgets

// ShowFrom brings a row to the top of the view, as far as the rows after it fill the view.
func (l *VirtualList) ShowFrom(row int) {
	if row >= 0 && row < l.count && l.width > 0 {
		l.update(anchor{row: row})
	}
}
