package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
)

// checked is the import check of a text, two places of which are said to be doubtful.
func checked(t *testing.T) (*UI, *importing) {
	t.Helper()
	u := opened(t, false)
	u.app.ImportFiles([]string{draftFile(t, "draft.txt")})
	v := u.front().(*importing)
	v.now.Problems = []resolution.Problem{{Paragraph: 2, Message: "look here"}, {Paragraph: 4, Message: "and here"}}
	v.choose(2, -1)
	u.refresh()
	return u, v
}

func texts(v *importing) (all []string) {
	for _, p := range v.now.Draft.Paragraphs {
		all = append(all, p.Text)
	}
	return all
}

// TestOneKeyGoesThroughTheDoubts: the space bar or Return says that a place is right and goes on; where none is left it
// keeps the text.
func TestOneKeyGoesThroughTheDoubts(t *testing.T) {
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		u, v := checked(t)
		key(u, k)
		if v.chosen != 4 || len(v.now.Problems) != 1 || len(u.app.Texts()) != 0 {
			t.Fatalf("%s: chosen is %d, %d doubts left, %d texts kept", k, v.chosen, len(v.now.Problems), len(u.app.Texts()))
		}
		if v.touch[2] != app.Confirmed {
			t.Errorf("%s: the place is not marked as looked at", k)
		}
		key(u, k)
		if len(u.app.Texts()) != 1 {
			t.Errorf("%s: with no doubt left the text is not kept", k)
		}
	}
}

func TestF8StepsThroughTheDoubts(t *testing.T) {
	u, v := checked(t)
	for _, c := range []struct {
		held []fyne.KeyModifier
		want int
	}{{nil, 4}, {nil, 2}, {[]fyne.KeyModifier{shift}, 4}, {[]fyne.KeyModifier{shift}, 2}} {
		if key(u, fyne.KeyF8, c.held...); v.chosen != c.want || v.doubts.chosen != v.doubts.at() {
			t.Fatalf("chosen is %d, want %d", v.chosen, c.want)
		}
	}
	u.window.Canvas().Focus(v.form.symbol)
	v.form.symbol.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if v.chosen != 4 {
		t.Errorf("F8 in a field: chosen is %d", v.chosen)
	}
}

func TestKeysCorrect(t *testing.T) {
	cases := []struct {
		name string
		keys []fyne.KeyName
		want func(was, now []string, v *importing) bool
	}{
		{"join", []fyne.KeyName{fyne.KeyJ}, func(was, now []string, _ *importing) bool {
			return len(now) == len(was)-1 && strings.HasSuffix(now[2], was[3])
		}},
		{"split behind the third word", []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyS}, func(was, now []string, _ *importing) bool {
			return len(now) == len(was)+1 && now[2] == "Recalling its resolution"
		}},
		{"footnote", []fyne.KeyName{fyne.KeyF}, func(was, now []string, v *importing) bool {
			number, asked := v.ui.window.Canvas().Focused().(*field)
			if !asked || number.Text != "1" {
				return false
			}
			number.OnSubmitted("")
			notes := v.now.Draft.Footnotes
			return len(v.cells) == len(was)-1 && len(notes) == 1 && notes[0] == resolution.Footnote{Number: "1", Text: was[2]}
		}},
		{"left out", []fyne.KeyName{fyne.KeyL}, func(was, now []string, v *importing) bool {
			return len(now) == len(was)-1 && slices.Contains(v.now.Draft.LeftOut, was[2])
		}},
		{"taken back", []fyne.KeyName{fyne.KeyJ, fyne.KeyU}, func(was, now []string, _ *importing) bool { return slices.Equal(was, now) }},
		{"heading", []fyne.KeyName{fyne.KeyH}, func(_, _ []string, v *importing) bool {
			return v.now.Draft.Paragraphs[2].Kind == resolution.Heading && v.touch[2] == app.Mended
		}},
		{"operative", []fyne.KeyName{fyne.KeyO}, func(_, _ []string, v *importing) bool {
			return v.now.Draft.Paragraphs[2].Kind == resolution.Operative
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			u, v := checked(t)
			was := texts(v)
			for _, k := range c.keys {
				key(u, k)
			}
			if !c.want(was, texts(v), v) || len(v.cells) != len(v.now.Draft.Paragraphs) {
				t.Errorf("%q became %q", was, texts(v))
			}
		})
	}
}

// TestUndoTakesBackACorrectionFirst: the window's own undo is the check's while there is something to take back in it.
func TestUndoTakesBackACorrectionFirst(t *testing.T) {
	u, v := checked(t)
	was := texts(v)
	key(u, fyne.KeyJ)
	u.trigger("edit.undo")
	if !slices.Equal(was, texts(v)) {
		t.Errorf("%q is left of %q", texts(v), was)
	}
}

// TestTheDoubtsMakeRoom: what stands below the list of doubts moves when it grows or goes.
func TestTheDoubtsMakeRoom(t *testing.T) {
	u, v := checked(t)
	for doubts := len(v.now.Problems); doubts >= 0; doubts-- {
		if top, end := v.tabs.Position().Y, v.doubts.object.Size().Height; top < end || top > end+10 {
			t.Errorf("with %d doubts the list ends at %.0f and the tabs begin at %.0f", doubts, end, top)
		}
		if want := heightAt(v.doubts.object, v.doubts.object.Size().Width); v.doubts.object.Size().Height != want {
			t.Errorf("with %d doubts the list is %.0f high, it needs %.0f", doubts, v.doubts.object.Size().Height, want)
		}
		if doubts > 0 {
			u.show(v.now.Confirm(v.now.Problems[0].Paragraph))
			u.refresh()
		}
	}
}

// TestKeysOfOtherKeyboards: a letter of another script means the key that it stands on.
func TestKeysOfOtherKeyboards(t *testing.T) {
	for _, letter := range "оت" { // both on J
		u, v := checked(t)
		was := len(v.cells)
		u.typedRune(letter)
		if len(v.cells) != was-1 {
			t.Errorf("%c joined nothing", letter)
		}
	}
	u, v := checked(t)
	was := len(v.cells)
	u.typedRune('j') // the toolkit told of this key already
	if len(v.cells) != was {
		t.Error("a Latin letter acted twice")
	}
}

func TestTheMenuHoldsEveryCorrection(t *testing.T) {
	_, v := checked(t)
	v.choose(2, 9)
	labels := map[string]*fyne.MenuItem{}
	for _, i := range v.menu().Items {
		labels[i.Label] = i
	}
	for _, k := range importKeys {
		i := labels[v.ui.app.Say(k.id)]
		if i == nil || i.Shortcut == nil || i.Disabled != (k.id == "import.undo" || k.id == "import.word") {
			t.Errorf("%s: %+v", k.id, i)
		}
	}
	if kinds := labels[v.ui.app.Say("import.kind")]; kinds == nil || len(kinds.ChildMenu.Items) != len(resolution.Kinds) {
		t.Error("the kinds are not all in the menu")
	}
}

// TestPlacesOfACaret: the number before a paragraph and the calls in it are no letters of its text.
func TestPlacesOfACaret(t *testing.T) {
	runs := []resolution.Run{{Text: "12.", Style: resolution.Numeral}, {Text: " "}, {Text: "Просит", Style: resolution.Italic},
		{Text: " его;"}, {Text: "1", Style: resolution.Call}, {Text: " да"}}
	for _, c := range []struct{ drawn, spoken, back int }{{0, 0, 4}, {4, 0, 4}, {6, 2, 6}, {10, 6, 10}, {15, 11, 15}, {16, 11, 15}, {18, 13, 18}} {
		if got := spokenAt(runs, c.drawn); got != c.spoken {
			t.Errorf("drawn %d is spoken %d, want %d", c.drawn, got, c.spoken)
		}
		if got := drawnAt(runs, c.spoken); got != c.back {
			t.Errorf("spoken %d is drawn %d, want %d", c.spoken, got, c.back)
		}
	}
}

func TestALineOfTheSourceChoosesItsParagraph(t *testing.T) {
	u, v := checked(t)
	for i, p := range v.now.Draft.Paragraphs {
		at := slices.IndexFunc(v.source.lines.lines, func(l string) bool { return strings.Contains(l, p.Text) })
		if v.chooseLine(at); v.chosen != i || v.source.lines.from > at || v.source.lines.to <= at {
			t.Errorf("line %d chooses %d, want %d; lines %d to %d are marked", at, v.chosen, i, v.source.lines.from, v.source.lines.to)
		}
	}
	_ = u
}

func TestPagesChooseAndAreMarked(t *testing.T) {
	u := opened(t, true)
	u.app.ImportFiles([]string{printed(t, u, "ru")})
	v := u.front().(*importing)
	u.window.Canvas().Capture()
	if v.now.Pages == 0 || len(v.source.pages.images.painted) == 0 {
		t.Fatalf("%d pages, %d painted", v.now.Pages, len(v.source.pages.images.painted))
	}
	for i := range v.cells {
		v.choose(i, -1)
		for page, places := range v.source.pages.marks {
			for _, p := range places {
				if at := v.now.ParagraphOn(page, (p.Left+p.Right)/2, (p.Top+p.Bottom)/2); at != i {
					t.Errorf("the middle of paragraph %d belongs to %d", i, at)
				}
			}
		}
		if len(v.source.pages.marks) == 0 {
			t.Errorf("paragraph %d is nowhere on the pages", i)
		}
	}
	wide := v.source.pages.wide.MinSize().Width
	u.do("view.larger")
	if v.source.pages.wide.MinSize().Width <= wide || u.letters != normalLetters {
		t.Error("the pages did not grow, or the letters did")
	}
	if key(u, fyne.KeyV); v.source.place.Objects[0] == v.source.pages.object {
		t.Error("V does not show the text")
	}
}

func TestPasswordsAreAskedForAndHidden(t *testing.T) {
	u := opened(t, false)
	for _, again := range []bool{false, true} {
		answer := "none"
		u.askPassword("plan.pdf", again, func(p string) { answer = p })
		f := u.window.Canvas().Focused().(*field)
		if !f.Password {
			t.Error("the password can be read over one's shoulder")
		}
		f.SetText("тайна")
		f.OnSubmitted("")
		if answer != "тайна" {
			t.Errorf("the answer is %q", answer)
		}
		u.askPassword("plan.pdf", again, func(p string) { answer = p })
		u.window.Canvas().Focused().(*field).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if answer != "" {
			t.Errorf("given up, the answer is %q", answer)
		}
	}
}

func TestAFolderIsPickedWhole(t *testing.T) {
	u := opened(t, false)
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	got := ""
	p := newFilePicker(u, &filePicker{folders: true, then: func(paths []string) { got = paths[0] }})
	p.open(folder)
	p.tapped(0)
	p.accept()
	if got != filepath.Join(folder, "inner") {
		t.Errorf("picked was %q", got)
	}
}

// TestOneKeyJoinsATornWord: the key shows only where a doubt names a word, and writes it as it should be.
func TestOneKeyJoinsATornWord(t *testing.T) {
	u, v := checked(t)
	button := v.strip.buttons[slices.IndexFunc(importKeys, func(k importKey) bool { return k.id == "import.word" })]
	if !button.Hidden {
		t.Error("without a torn word the key shows")
	}
	v.now.Draft.Paragraphs[2].Text = "Recal ling its resolution 55/901,"
	v.now.Problems = []resolution.Problem{resolution.NewProblem(2, resolution.TornSurely, "Recal ling", "Recalling")}
	u.refresh()
	if button.Hidden {
		t.Error("beside a torn word the key does not show")
	}
	key(u, fyne.KeyW)
	if got := v.now.Draft.Paragraphs[2].Text; got != "Recalling its resolution 55/901," || len(v.now.Problems) != 0 {
		t.Errorf("got %q, problems %v", got, v.now.Problems)
	}
}
