package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A path that is typed into the picker of files takes the place of the folder that stands there.
func TestATypedPathTakesTheFoldersPlace(t *testing.T) {
	u := opened(t, false)
	path := draftFile(t, "draft.txt")
	u.do("file.import")
	f, ok := u.window.Canvas().Focused().(*field)
	if !ok || f.Text == "" {
		t.Fatalf("the keyboard is with %T", u.window.Canvas().Focused())
	}
	test.Type(f, path)
	if f.Text != path {
		t.Fatalf("the field holds %q", f.Text)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(u.app.Tabs()) != 1 {
		t.Error("the file is not imported")
	}
}
