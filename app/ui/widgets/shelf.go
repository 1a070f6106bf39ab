package widgets

// A shaped text takes a hundred times the room of its words, so only the texts shaped last stay so: enough for what
// is on screen and some pages around it.
const shelfSize = 200

var shelf struct {
	texts [shelfSize]*Text
	next  int
}

// shelve keeps a text that was just shaped and lets go of the one that was shaped longest ago.
func shelve(t *Text) {
	if old := shelf.texts[shelf.next]; old != nil && old != t {
		old.release()
	}
	shelf.texts[shelf.next] = t
	shelf.next = (shelf.next + 1) % shelfSize
}

// release forgets what can be made again.
func (t *Text) release() {
	t.shaped = nil
	t.block.Paragraph, t.block.Lines = nil, nil
}
