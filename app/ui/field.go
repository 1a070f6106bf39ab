package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// field is a field of text that leaves the keys it has no use for to the window.
type field struct {
	widget.Entry
	ui        *UI
	onEscape  func() // nil: gives the keyboard back to the view
	onDown    func() // nil: as in any field
	onUp      func()
	onUnfocus func()
}

func newField(u *UI) *field {
	f := &field{ui: u}
	f.ExtendBaseWidget(f)
	return f
}

// newTextField is a field for a whole paragraph.
func newTextField(u *UI) *field {
	f := &field{ui: u}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey gives function keys to the window's commands.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	if f.ui.typedKey(ev) {
		return
	}
	var own func()
	switch ev.Name {
	case fyne.KeyEscape:
		if own = f.onEscape; own == nil {
			own = f.ui.focusView
		}
	case fyne.KeyDown:
		own = f.onDown
	case fyne.KeyUp:
		own = f.onUp
	}
	if own != nil {
		own()
		return
	}
	f.Entry.TypedKey(ev)
}

// FocusLost tells whoever keeps what was written.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	if f.onUnfocus != nil {
		f.onUnfocus()
	}
}

// tree is Fyne's tree, which leaves the keys it has no use for to the window.
type tree struct {
	widget.Tree
	ui *UI
}

// TypedKey moves in the tree; Return chooses like the space bar; every other key is the window's.
func (t *tree) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeySpace:
		t.Tree.TypedKey(ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.Tree.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace, Physical: ev.Physical})
	case fyne.KeyEscape:
		t.ui.focusView()
	default:
		t.ui.typedAnywhere(ev)
	}
}
