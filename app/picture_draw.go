package app

// PictureInk says what a rectangle of a picture stands for; who draws it knows the colours. None is told by its colour
// alone: every sign has a shape of its own.
type PictureInk uint8

// The inks of a picture.
const (
	InkRibbon  PictureInk = iota // the paragraph is there: a ribbon through the columns
	InkNew                       // a block as high as the row, where the ribbon begins
	InkChanged                   // a column that is as high as words changed
	InkBack                      // two bars, where the ribbon begins again
	InkGone                      // a bar after which there is no ribbon
	InkMoved                     // two lines along the ribbon
	InkTie                       // from one row to another
)

// PictureRect is a rectangle of a picture, in the lengths it was asked in.
type PictureRect struct {
	X, Y, Width, Height float32
	Ink                 PictureInk
}

// CellRects draws a cell of a picture into a rectangle, what lies below first.
func CellRects(c PictureCell, x, y, width, height float32) []PictureRect {
	if c.Event == "" {
		return nil
	}
	thin := max(1, min(width/8, 2.5))
	if !c.There() {
		return []PictureRect{{x, y + height*.12, thin, height * .76, InkGone}}
	}
	out := []PictureRect{{x, y + height*.3, width, height * .4, InkRibbon}}
	if c.Moved {
		line := max(1, height*.08)
		out = append(out, PictureRect{x, y + height*.14, width, line, InkMoved}, PictureRect{x, y + height*.78, width, line, InkMoved})
	}
	switch c.Event {
	case FirstSeen:
		out = append(out, PictureRect{x, y + height*.12, width * .5, height * .76, InkNew})
	case Restored:
		out = append(out, PictureRect{x, y + height*.12, thin, height * .76, InkBack},
			PictureRect{x + 2*thin, y + height*.12, thin, height * .76, InkBack})
	}
	if c.Changed > 0 {
		tall := height * .76 * float32(max(c.Changed, .25))
		out = append(out, PictureRect{x + width*.5, y + height*.88 - tall, width * .38, tall, InkChanged})
	}
	return out
}

// TieRects draws a tie between two rows: down the left edge of the newer column, with a foot on each ribbon. The rows'
// middles are fromY and toY.
func TieRects(x, width, fromY, toY float32) []PictureRect {
	const thin = 1
	foot := max(2, width*.2)
	return []PictureRect{
		{x, min(fromY, toY), thin, max(fromY, toY) - min(fromY, toY), InkTie},
		{x - foot, fromY - thin/2, foot, thin, InkTie},
		{x, toY - thin/2, foot, thin, InkTie},
	}
}

// PictureSign is a line of a picture's legend: a cell and what it means.
type PictureSign struct {
	Cell  PictureCell
	Words string
}

// PictureSigns is the legend of pictures.
func PictureSigns(w Words) []PictureSign {
	there := func(e HistoryEvent, changed float64, moved bool, key string) PictureSign {
		return PictureSign{PictureCell{Event: e, Changed: changed, Moved: moved}, w.Say(key)}
	}
	return []PictureSign{
		there(FirstSeen, 0, false, "picture.first"), there(Unchanged, 0, false, "picture.same"),
		there(Reworded, .35, false, "picture.reworded"), there(Unchanged, 0, true, "picture.moved"),
		{PictureCell{Event: Dropped, Index: -1}, w.Say("picture.dropped")}, there(Restored, 0, false, "picture.restored"),
	}
}
