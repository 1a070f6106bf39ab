package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
)

// editOrigins begins a draft in which it is shown where the words come from.
func editOrigins(t testing.TB, u *UI, symbol, language string, at int) *editing {
	was := pause
	pause = 0
	t.Cleanup(func() { pause = was })
	edit(t, u, symbol, language, at)
	u.do("view.provenance")
	return u.front().(*editing)
}

// Where the words come from stands under the paragraphs of a draft, under the one that is written in, too, and follows what
// is written.
func TestProvenanceWhileWriting(t *testing.T) {
	u := opened(t, true)
	v := editOrigins(t, u, tabled, "en", 5)
	if len(v.origins) != len(v.cells) || v.origins[5].Origin != app.Verbatim || !strings.Contains(v.source.Words(), "Searched ") {
		t.Fatalf("%d origins, %+v: %q", len(v.origins), v.origins, v.source.Words())
	}
	if l := v.look(6); len(l.texts) != 2 || len(l.indents) != 2 || plain(l.texts[1].Runs()) != "= "+v.origins[6].Say(u.app.Words) {
		t.Error("nothing stands under a paragraph")
	}
	if !v.editor.origin.Visible() || !strings.HasPrefix(plain(v.editor.from.Runs()), "= verbatim ") {
		t.Error("nothing stands under the words that are written")
	}
	v.editor.words.SetText(strings.Replace(v.editor.words.Text, "Sustainable", "Sustained", 1))
	if got := plain(v.editor.from.Runs()); !strings.HasPrefix(got, "≈ adapted from ") || !strings.Contains(got, "1 word") {
		t.Errorf("after a word was changed it says %q", got)
	}
	v.editor.words.SetText("Words that nobody wrote about the moons of Saturn,")
	if got := plain(v.editor.from.Runs()); !strings.HasPrefix(got, "+ new") {
		t.Errorf("after all were changed it says %q", got)
	}
	u.do("view.provenance")
	if len(v.origins) != 0 || v.editor.origin.Visible() || v.source.Visible() {
		t.Error("nobody wants to see it any more")
	}
}

// What is written is not said to come from anywhere before it was looked for.
func TestWordsBeingWrittenHaveNoProvenanceYet(t *testing.T) {
	u := opened(t, true)
	v := editOrigins(t, u, tabled, "en", 5)
	v.origins[5] = app.Provenance{}
	v.editor.showOrigin()
	if v.editor.origin.Visible() || v.editor.from != nil {
		t.Error("it says where the words of before came from")
	}
}

// The words under a paragraph lead to their source; the draft stays as it is.
func TestProvenanceWhileWritingLeadsToTheSource(t *testing.T) {
	u := opened(t, true)
	v := editOrigins(t, u, tabled, "en", 5)
	from := v.origins[6].From
	v.linked(6)(originLink, fyne.NewPos(0, 0))
	if r, ok := u.app.Current().(*app.Reading); !ok || r.Stored.Text.ID != from.Text.ID || r.Selected != from.Index {
		t.Errorf("it leads to %+v", u.app.Current())
	}
	u.app.Select(1)
	v.editor.words.SetText(strings.Replace(v.editor.words.Text, "Sustainable", "Sustained", 1))
	u.do("search.origin")
	if u.window.Canvas().Overlays().Top() == nil {
		t.Error("Ctrl+F6 does not show which words were changed")
	}
}
