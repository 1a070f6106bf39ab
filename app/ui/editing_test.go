package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/resolution"
)

func editingOf(t testing.TB, u *UI, symbol, language string) *editing {
	t.Helper()
	read(t, u, symbol, language)
	u.do("draft.new")
	u.window.Canvas().Capture()
	return u.front().(*editing)
}

func TestWordsWrittenAreKeptAndSavedAsANewDraft(t *testing.T) {
	u := opened(t, true)
	v := editingOf(t, u, tabled, "en")
	v.choose(3)
	if u.window.Canvas().Focused() != fyne.Focusable(v.editor.words) {
		t.Fatal("choosing a paragraph does not begin to write in it")
	}
	want := strings.Replace(v.editor.words.Text, "all its other", "some of its earlier", 1)
	v.editor.words.SetText(want)
	v.leave()
	if got := v.tab.Draft.Paragraphs[3].Text; got != want || !strings.Contains(got, "earlier") {
		t.Errorf("kept is %q", got)
	}
	u.do("draft.save")
	c, ok := u.app.Current().(*app.Comparing)
	if !ok || c.Older.Text.Symbol != tabled || c.Newer.Text.Parent != c.Older.Text.ID {
		t.Fatalf("after saving, in front is %v", u.app.Current())
	}
	if n := len(c.Changes()); n != 1 {
		t.Errorf("the comparison with the parent shows %d changes", n)
	}
	if left, err := u.app.Unfinished(); err != nil || len(left) != 0 {
		t.Errorf("unfinished work is left: %v, %v", left, err)
	}
}

func TestSavingKeepsWhatIsStillBeingWritten(t *testing.T) {
	u := opened(t, true)
	v := editingOf(t, u, tabled, "en")
	v.choose(3)
	v.editor.words.SetText(strings.Replace(v.editor.words.Text, "all its other", "some of its earlier", 1))
	u.trigger("draft.save")
	c, ok := u.app.Current().(*app.Comparing)
	if !ok || len(c.Changes()) != 1 {
		t.Error("the words in the field did not come into the draft")
	}
}

func TestUnfinishedWorkIsThereAfterACrash(t *testing.T) {
	u := opened(t, true)
	v := editingOf(t, u, tabled, "en")
	v.choose(3)
	test.Type(v.editor.words, "Deeply moved, ")
	found, err := u.app.Unfinished()
	if err != nil || len(found) != 1 {
		t.Fatalf("unfinished are %d, %v", len(found), err)
	}
	if got := found[0].Draft.Paragraphs[3].Text; !strings.HasPrefix(got, "Deeply moved,") {
		t.Errorf("a crash would leave %q", got)
	}
}

func TestParagraphsAreInsertedMovedAndDeleted(t *testing.T) {
	u := opened(t, true)
	v := editingOf(t, u, tabled, "en")
	many := len(v.tab.Draft.Paragraphs)
	v.choose(2)
	u.do("draft.insert.preambular")
	if len(v.tab.Draft.Paragraphs) != many+1 || v.tab.Selected != 3 || v.chosen != 3 {
		t.Fatalf("after inserting: %d paragraphs, chosen %d, drawn %d", len(v.tab.Draft.Paragraphs), v.tab.Selected, v.chosen)
	}
	v.editor.words.SetText("Aware of something,")
	v.leave()
	u.do("draft.up")
	if got := v.tab.Draft.Paragraphs[2].Text; got != "Aware of something," {
		t.Errorf("moved up stands %q", got)
	}
	u.do("draft.delete")
	if len(v.tab.Draft.Paragraphs) != many {
		t.Errorf("after deleting there are %d paragraphs", len(v.tab.Draft.Paragraphs))
	}
	u.focusView()
	for range 3 {
		u.do("edit.undo")
	}
	if got := v.tab.Draft.Paragraphs[3]; len(v.tab.Draft.Paragraphs) != many+1 || got.Text != "" || got.Kind != resolution.Preambular {
		t.Errorf("undone thrice, the fourth of %d paragraphs is %+v", len(v.tab.Draft.Paragraphs), got)
	}
}

func TestWhatIsWrittenInOneGoIsUndoneInOne(t *testing.T) {
	u := opened(t, true)
	v := editingOf(t, u, tabled, "en")
	before := v.tab.Draft.Paragraphs[3].Text
	v.choose(3)
	test.Type(v.editor.words, "One two three four five six. ")
	v.leave()
	u.focusView()
	u.do("edit.undo")
	if got := v.tab.Draft.Paragraphs[3].Text; got != before {
		t.Errorf("undone once stands %q", got)
	}
	if v.editor.words.Text != before {
		t.Errorf("the field shows %q", v.editor.words.Text)
	}
}

func TestArabicIsPaintedBelowItsField(t *testing.T) {
	u := opened(t, true)
	v := editingOf(t, u, "A/RES/55/901", "ar")
	v.choose(3)
	if !v.editor.preview.Visible() || v.editor.preview.Text() == nil {
		t.Error("an Arabic paragraph has no preview")
	}
	v = editingOf(t, u, tabled, "en")
	v.choose(3)
	if v.editor.preview.Visible() {
		t.Error("an English paragraph has a preview")
	}
}
