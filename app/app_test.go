package app

import (
	"path/filepath"
	"testing"
	"time"

	"mutatis/app/resolution"
)

// clock ticks a second at every look, so that events have an order.
func clock() func() time.Time {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

func newApp(t testing.TB) *App {
	t.Helper()
	a, err := Open(filepath.Join(t.TempDir(), "library.mutatis"), Options{Now: clock(), Language: "en", Who: "a delegate"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { must(t, a.Close()) })
	a.Hooks.Failed = func(err error) { t.Errorf("shown to the person: %v", err) }
	return a
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// draft makes an English draft: a line that opens with a number and a stop is operative, else preambular.
func draft(symbol string, session int, stage resolution.Stage, paragraphs ...string) resolution.Draft {
	d := resolution.Draft{Symbol: symbol, Language: resolution.English, Session: session, Stage: stage}
	d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Title, Text: "School gardens"})
	n := 0
	for _, text := range paragraphs {
		p := resolution.Paragraph{Kind: resolution.Preambular, Text: text}
		if text[0] >= '0' && text[0] <= '9' {
			n++
			p.Kind, p.Number, p.Text = resolution.Operative, text[:1], text[3:]
		}
		d.Paragraphs = append(d.Paragraphs, p)
	}
	return d
}

// add puts a draft into the library, in the series of its title.
func add(t testing.TB, a *App, d resolution.Draft) Stored {
	t.Helper()
	i := &Import{Name: d.Symbol, MediaType: "text/plain", Draft: d}
	must(t, a.Propose(i))
	text, already, err := a.Add(i)
	must(t, err)
	if already {
		t.Fatalf("%s was there already", d.Symbol)
	}
	s, err := a.Stored(text.ID)
	must(t, err)
	return s
}

func TestTextsOfATitleMakeASeries(t *testing.T) {
	a := newApp(t)
	add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	add(t, a, draft("A/C.2/79/L.1", 79, resolution.Tabled, "Recalling its earlier work,", "1. Decides to meet again."))
	last := add(t, a, draft("A/C.2/79/L.1/Rev.1", 79, resolution.Revised, "Recalling its work,", "1. Decides to meet again."))
	tree := a.Tree("")
	if len(tree) != 1 || len(tree[0].Sessions) != 2 || len(tree[0].Sessions[0].Texts) != 2 {
		t.Fatalf("the tree is %+v", tree)
	}
	if first := tree[0].Sessions[0].Texts[0]; first.ID != last.Text.ID {
		t.Errorf("the newest text stands behind %s", first.Name())
	}
	if before, ok := a.predecessor(last.Text); !ok || before.Symbol != "A/C.2/79/L.1" {
		t.Errorf("Rev.1 follows %q", before.Symbol)
	}
}

func TestSearchInTree(t *testing.T) {
	a := newApp(t)
	add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,"))
	for query, want := range map[string]int{"": 1, "garden": 1, "GARDENS school": 1, "78/911": 1, "А/RES/78": 1, "oceans": 0} {
		if got := len(a.Tree(query)); got != want {
			t.Errorf("%q finds %d series, want %d", query, got, want)
		}
	}
}

func TestSameTextIsNotKeptTwice(t *testing.T) {
	a := newApp(t)
	d := draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,")
	first := add(t, a, d)
	second, already, err := a.Add(&Import{Draft: d, Place: Place{Title: "Another"}})
	must(t, err)
	if !already || second.ID != first.Text.ID || len(a.Texts()) != 1 || len(a.SeriesList()) != 1 {
		t.Errorf("already %v, text %d, %d texts, %d series", already, second.ID, len(a.Texts()), len(a.SeriesList()))
	}
}

func TestImportCanBeUndoneAndDoneAgain(t *testing.T) {
	a := newApp(t)
	d := draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,")
	add(t, a, d)
	must(t, a.Undo())
	if len(a.Texts()) != 0 {
		t.Fatalf("%d texts are left", len(a.Texts()))
	}
	_, already, err := a.Add(&Import{Draft: d, Place: Place{Title: "School gardens"}})
	must(t, err)
	if !already || len(a.Texts()) != 1 {
		t.Errorf("already %v, %d texts", already, len(a.Texts()))
	}
}

// TestLateAnswerIsDropped lets two comparisons of one text come home in the wrong order.
func TestLateAnswerIsDropped(t *testing.T) {
	a := newApp(t)
	one := add(t, a, draft("A/RES/77/1", 77, resolution.Adopted, "Recalling its work,"))
	two := add(t, a, draft("A/RES/78/1", 78, resolution.Adopted, "Recalling all its work,"))
	three := add(t, a, draft("A/RES/79/1", 79, resolution.Adopted, "Recalling all its fine work,"))
	var waiting []func()
	a.o.Go = func(work func()) { waiting = append(waiting, work) }
	must(t, a.CompareTexts(one.Text.ID, three.Text.ID))
	must(t, a.CompareTexts(two.Text.ID, three.Text.ID))
	waiting[1]()
	waiting[0]()
	if got := a.comparing().Older.Text.ID; got != two.Text.ID {
		t.Errorf("the comparison in front is with text %d, want %d", got, two.Text.ID)
	}
}
