package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mutatis/app/resolution"
)

// shown puts a paragraph of one language into a window and returns it with its selection.
func shown(t *testing.T, language resolution.Language) (*Paragraph, *Selection) {
	t.Helper()
	withTheme(t, Light)
	s := &Selection{}
	p := NewParagraph(s)
	p.SetText(NewText(redlines[language], Look{Language: language}))
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(420, p.HeightFor(420)))
	return p, s
}

// middleOf is a point in the middle of the nth code point of some words of the paragraph.
func middleOf(t *testing.T, p *Paragraph, words string, nth int) fyne.Position {
	t.Helper()
	whole := string(p.text.paragraph().Text())
	at := len([]rune(whole[:strings.Index(whole, words)])) + nth
	r := p.text.broken(p.Size().Width).Rects(at, at+1)[0]
	return fyne.NewPos(r.X+r.Width/2, r.Y+r.Height/2)
}

func press(p *Paragraph, at fyne.Position) {
	p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func TestDoubleClickSelectsAWord(t *testing.T) {
	for _, c := range []struct {
		language resolution.Language
		in, want string
	}{
		{resolution.English, "resolution", "resolution"},
		{resolution.Russian, "пчеловодов-любителей", "пчеловодов-любителей"},
		{resolution.Arabic, "النحل", "النحل"},
		{resolution.English, "observers", "observers"}, // deleted words alone can be copied
	} {
		p, s := shown(t, c.language)
		at := middleOf(t, p, c.in, 2)
		press(p, at)
		press(p, at)
		if got := s.Words(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.language, got, c.want)
		}
	}
}

// What is copied is the text as it stands: note calls and deleted words are left out.
func TestThreeClicksSelectAll(t *testing.T) {
	p, s := shown(t, resolution.English)
	for range 3 {
		press(p, fyne.NewPos(30, 10))
	}
	want := "3. Welcomes the growing number of  members, recalls its resolution 45/158 of 18 December 1990, " +
		"and notes the work of keepers of bees in all regions, and takes note with appreciation of the report on the state of pollinators;"
	if got := s.Words(); got != want {
		t.Errorf("got %q", got)
	}
	clipboard := fyne.CurrentApp().Clipboard()
	s.Copy(clipboard)
	if clipboard.Content() != want {
		t.Errorf("the clipboard holds %q", clipboard.Content())
	}
}

func TestDragSelects(t *testing.T) {
	for _, language := range []resolution.Language{resolution.English, resolution.Arabic} {
		p, s := shown(t, language)
		from, to := map[resolution.Language]string{resolution.English: "growing", resolution.Arabic: "أعلنت"}[language],
			map[resolution.Language]string{resolution.English: "number", resolution.Arabic: "بموجبه"}[language]
		press(p, middleOf(t, p, from, 0))
		p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: middleOf(t, p, to, 2)}})
		got := []rune(s.Words())
		if len(got) < 8 || !strings.Contains(string(got), string([]rune(from)[1:])) {
			t.Errorf("%s: selected %q", language, string(got))
		}
		press(p, fyne.NewPos(5, 5))
		if !s.Empty() {
			t.Errorf("%s: a click leaves %q selected", language, s.Words())
		}
	}
}

// The selection belongs to one paragraph at a time.
func TestSelectionIsShared(t *testing.T) {
	withTheme(t, Light)
	s := &Selection{}
	changes := 0
	s.OnChanged = func() { changes++ }
	first, second := NewParagraph(s), NewParagraph(s)
	for _, p := range []*Paragraph{first, second} {
		p.SetText(Plain("some words", Look{}))
		p.Resize(fyne.NewSize(300, 20))
		press(p, fyne.NewPos(10, 10))
		press(p, fyne.NewPos(10, 10))
	}
	if s.within(first.text) != (Hit{}) || s.within(second.text) != (Hit{Start: 0, End: 4}) || changes != 3 {
		t.Errorf("first %v, second %v, %d changes", s.within(first.text), s.within(second.text), changes)
	}
}

func TestTaps(t *testing.T) {
	p, _ := shown(t, resolution.English)
	var got []string
	p.OnLink = func(symbol string) { got = append(got, "link "+symbol) }
	p.OnNote = func(number string) { got = append(got, "note "+number) }
	p.OnTapped = func() { got = append(got, "tap") }
	p.OnMenu = func(*fyne.PointEvent) { got = append(got, "menu") }
	test.TapAt(p, middleOf(t, p, "45/158", 3))
	test.TapAt(p, middleOf(t, p, ";3", 1))
	test.TapAt(p, middleOf(t, p, "growing", 1))
	test.TapAt(p, fyne.NewPos(415, p.Size().Height-3))
	test.TapSecondaryAt(p, fyne.NewPos(5, 5))
	if want := "link A/RES/45/158, note 3, tap, tap, menu"; strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestPointerOverLinks(t *testing.T) {
	p, _ := shown(t, resolution.English)
	p.OnLink = func(string) {}
	over := func(at fyne.Position) desktop.Cursor {
		p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		return p.Cursor()
	}
	if over(middleOf(t, p, "45/158", 3)) != desktop.PointerCursor {
		t.Error("no hand over a link")
	}
	if over(middleOf(t, p, "growing", 3)) != desktop.TextCursor {
		t.Error("no bar over words")
	}
}

// A drag goes on into the paragraphs below and above, and only into those of the same column.
func TestDragOverParagraphs(t *testing.T) {
	withTheme(t, Light)
	s := &Selection{}
	words := []string{"the first paragraph", "the second paragraph", "the third paragraph"}
	var left, right []fyne.CanvasObject
	for _, w := range words {
		for _, side := range []*[]fyne.CanvasObject{&left, &right} {
			p := NewParagraph(s)
			p.SetText(Plain(w, Look{}))
			*side = append(*side, p)
		}
	}
	w := test.NewTempWindow(t, container.NewGridWithColumns(2, container.NewVBox(left...), container.NewVBox(right...)))
	w.Resize(fyne.NewSize(600, 200))
	drag := func(from *Paragraph, at, to int, y float32) string {
		start := from.text.broken(from.Size().Width).Rects(at, at+1)[0]
		end := from.text.broken(from.Size().Width).Rects(to, to+1)[0]
		press(from, fyne.NewPos(start.X, start.Y+5))
		from.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(end.X, end.Y+5+y)}})
		return s.Words()
	}
	away := func(from, to int) float32 { return left[to].Position().Y - left[from].Position().Y }
	for _, c := range []struct {
		name     string
		from     int
		at, to   int
		distance float32
		want     string
	}{
		{"down one", 0, 4, 3, away(0, 1), "first paragraph\nthe"},
		{"down two", 0, 4, 9, away(0, 2), "first paragraph\nthe second paragraph\nthe thir"},
		{"up", 2, 3, 4, away(2, 1), "second paragraph\nthe"},
		{"above all", 1, 3, 0, -500, "the first paragraph\nthe"},
		{"within one", 1, 0, 3, 0, "the"},
	} {
		if got := drag(left[c.from].(*Paragraph), c.at, c.to, c.distance); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
