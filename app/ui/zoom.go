package ui

// Sizes of a document's letters, in the window's pixels.
const (
	smallestLetters = 9
	normalLetters   = 14
	largestLetters  = 32
)

// zoom makes the letters of documents larger or smaller by a step, or for 0 of normal size. A preview changes the size
// of its pages instead.
func (u *UI) zoom(by int) {
	if p, ok := u.front().(*previewing); ok {
		p.zoom(by)
		return
	}
	if v, ok := u.front().(*importing); ok && v.source.paged() {
		v.source.pages.zoom(by)
		return
	}
	if by == 0 {
		u.letters = normalLetters
	} else {
		u.letters = min(max(u.letters+float32(by), smallestLetters), largestLetters)
	}
	u.remembered.setNumber("letters", float64(u.letters))
	u.build()
}
