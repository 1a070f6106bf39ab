package widgets

import (
	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/bidi"
)

// Caret is where a caret stands before a code point of the text as it is broken at a width: the middle of a thin line
// as high as the line of text, from the text's upper left corner.
func (t *Text) Caret(width float32, at int) (place fyne.Position, height float32) {
	block := t.broken(width)
	if len(block.Lines) == 0 || t.length == 0 {
		return fyne.Position{}, block.Height
	}
	at = min(max(at, 0), t.length)
	behind := at == t.length // there the caret stands behind the last letter instead of before the next
	letter := at
	if behind {
		letter--
	}
	for ; letter >= 0; letter-- { // a blank at the end of a line takes no room
		rects := block.Rects(letter, letter+1)
		if len(rects) == 0 {
			behind = true
			continue
		}
		r := rects[0]
		x := r.X
		if t.leftward(letter) != behind {
			x += r.Width
		}
		return fyne.NewPos(x, r.Y), r.Height
	}
	return fyne.NewPos(0, block.Lines[0].Top), block.Lines[0].Height
}

// leftward reports whether a code point is written from right to left: what has no direction has that of the text.
func (t *Text) leftward(at int) bool {
	for _, r := range t.runs {
		part := []rune(r.Text)
		if at >= len(part) {
			at -= len(part)
			continue
		}
		switch p, _ := bidi.LookupRune(part[at]); p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L, bidi.EN, bidi.AN:
			return false
		}
		break
	}
	return t.look.Language.RightToLeft()
}
