package app

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// comparedSample is the sample's L-document beside its Rev.1.
func comparedSample(t *testing.T) (*App, *Comparing) {
	t.Helper()
	a := newApp(t)
	must(t, a.AddSample())
	older, newer := a.BySymbol("A/C.2/80/L.901")[0], a.BySymbol("A/C.2/80/L.901/Rev.1")[0]
	must(t, a.CompareTexts(older.ID, newer.ID))
	return a, a.comparing()
}

// rowOf is the first row of a class.
func rowOf(t *testing.T, c *Comparing, class resolution.Class) int {
	t.Helper()
	for i, r := range c.Redline.Rows {
		if r.Class == class {
			return i
		}
	}
	t.Fatalf("no row is %s", class)
	return -1
}

// In a comparison a note is written on the row that is chosen, and shown there: on what stands now, on what stood before,
// on what is gone.
func TestPrivateNotesInAComparison(t *testing.T) {
	a, c := comparedSample(t)
	words := ""
	a.Hooks.EnterText = func(_, _ string, then func(string)) { then(words) }
	for _, x := range []struct {
		name  string
		class resolution.Class
		words string
	}{{"reworded", resolution.Changed, "нельзя уступать"}, {"the same", resolution.Same, "stays"}} {
		a.Choose(rowOf(t, c, x.class))
		words = x.words
		a.Do("note.position")
		c = a.comparing()
		notes := c.NotesAt(c.Selected)
		if len(notes) != 1 || notes[0].Text != x.words || notes[0].Older {
			t.Errorf("%s: %+v", x.name, notes)
		}
		a.Do("edit.undo")
		if c = a.comparing(); len(c.NotesAt(c.Selected)) != 0 {
			t.Errorf("%s: the note is still there after undo", x.name)
		}
	}
	row := rowOf(t, c, resolution.Changed)
	_, err := a.AddPrivateNote(c.Older, c.Redline.Rows[row].Older[0].Index, "note", "of the L-document")
	must(t, err)
	must(t, a.refresh())
	if notes := a.comparing().NotesAt(row); len(notes) != 1 || !notes[0].Older {
		t.Errorf("the note on the earlier wording: %+v", notes)
	}
}

// What a comparison shows as gone can be noted, too.
func TestPrivateNoteOnWhatIsGone(t *testing.T) {
	a, c := comparedSample(t)
	must(t, a.Recompare(c.NewerID, c.OlderID)) // what was added is gone now
	c = a.comparing()
	a.Choose(rowOf(t, c, resolution.Gone))
	a.Hooks.EnterText = func(_, _ string, then func(string)) { then("missed") }
	a.Do("note.note")
	if notes := a.comparing().NotesAt(c.Selected); len(notes) != 1 || notes[0].Text != "missed" {
		t.Errorf("%+v", notes)
	}
}

// The question names a paragraph by its label, one without a label by what it is.
func TestPrivateNoteAsksByName(t *testing.T) {
	a, c := comparedSample(t)
	asked := ""
	a.Hooks.EnterText = func(question, _ string, _ func(string)) { asked = question }
	for row, want := range map[int]string{0: a.Say("kind.title"), 3: "PP2"} {
		a.Choose(row)
		a.Do("note.note")
		if !strings.Contains(asked, " "+want) {
			t.Errorf("row %d of %s is asked for by %q", row, c.Newer.Text.Name(), asked)
		}
	}
}

// Three ways show the notes on the draft and on its bases, each once.
func TestPrivateNotesThreeWays(t *testing.T) {
	a, c := comparedSample(t)
	base := a.BySymbol("A/RES/79/908")[0]
	must(t, a.CompareThreeTexts(base.ID, c.OlderID, c.NewerID))
	t3 := a.three()
	row := -1
	for i, r := range t3.Rows {
		if len(r.Draft) > 0 && len(r.Bases[1].Older) > 0 && r.Origin == OwnWords {
			row = i
		}
	}
	if row < 0 {
		t.Fatal("no row of the sample has words of its own")
	}
	a.Choose(row)
	a.Hooks.EnterText = func(_, _ string, then func(string)) { then("mine") }
	a.Do("note.note")
	_, err := a.AddPrivateNote(t3.Bases[1], t3.Rows[row].Bases[1].Older[0].Index, "note", "of the base")
	must(t, err)
	must(t, a.refresh())
	notes := a.three().NotesAt(row)
	if len(notes) != 2 || notes[0].Text != "mine" || notes[1].Text != "of the base" || !notes[1].Older {
		t.Errorf("%+v", notes)
	}
}

// savedParts are the contents of a saved file, those of a Word file part by part: they are packed.
func savedParts(t *testing.T, path string) map[string]string {
	t.Helper()
	if filepath.Ext(path) != ".docx" {
		data, err := os.ReadFile(path)
		must(t, err)
		return map[string]string{"all": string(data)}
	}
	z, err := zip.OpenReader(path)
	must(t, err)
	defer z.Close()
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		data, err := io.ReadAll(r)
		must(t, err)
		must(t, r.Close())
		parts[f.Name] = string(data)
	}
	return parts
}

// Nothing that leaves the program from a comparison holds a private note.
func TestPrivateNotesStayOutOfWhatIsSavedOfAComparison(t *testing.T) {
	a, c := comparedSample(t)
	const secret = "Zanzibar"
	_, without, err := a.printed()
	must(t, err)
	row := rowOf(t, c, resolution.Changed)
	_, err = a.AddPrivateNote(c.Newer, c.Redline.Rows[row].Newer[0].Index, "note", secret)
	must(t, err)
	must(t, a.refresh())
	if len(a.comparing().NotesAt(row)) != 1 {
		t.Fatal("the note is not there")
	}
	folder := t.TempDir()
	a.Hooks.PickPlace = func(name string, then func(string)) { then(filepath.Join(folder, name)) }
	saved, words := 0, 0
	for _, id := range []string{"file.export.html", "file.export.pdf", "file.export.docx", "file.export.changes", "file.export.txt", "file.export.akn", "file.export.json"} {
		a.Do(id)
	}
	must(t, filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		saved++
		for name, text := range savedParts(t, path) {
			if strings.Contains(text, secret) {
				t.Errorf("%s of %s holds the note", name, filepath.Base(path))
			}
			if strings.Contains(text, "</w:body>") {
				words++ // it was unpacked: packed, no note could be seen in it
			}
		}
		return nil
	}))
	if saved < 3 || words < 2 {
		t.Errorf("only %d files were saved, and the words of %d Word files seen", saved, words)
	}
	if _, with, err := a.printed(); err != nil || len(with.Pages) == 0 || !reflect.DeepEqual(with.Pages, without.Pages) {
		t.Errorf("the printed pages are others with the note: %v", err)
	}
}
