package app

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
)

const tornText = `The Assembly of Harbours,

Recalling its sustainable harbours, and seeking more of them,

1. Decides on a su stainable harbour;¹

2. Invites those who are see king a harbour to see it, and those who see king it twice.

¹ A note.
`

// readTorn reads text and proposes its place in an empty library, as an import does.
func readTorn(t *testing.T, text string) *Import {
	t.Helper()
	i, err := ReadPasted(text)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func paragraphWith(t *testing.T, i *Import, words string) int {
	t.Helper()
	for at, p := range i.Draft.Paragraphs {
		if strings.Contains(p.Text, words) {
			return at
		}
	}
	t.Fatalf("no paragraph with %q in %+v", words, i.Draft.Paragraphs)
	return -1
}

// TestTornWordsAreDoubtedAndJoined: a reading changes nothing; an import joins what is certain, and a person the rest
// with one key.
func TestTornWordsAreDoubtedAndJoined(t *testing.T) {
	i := readTorn(t, tornText)
	sure, unsure := paragraphWith(t, i, "su stainable"), paragraphWith(t, i, "see king")
	if old, fresh, ok := i.WordDoubt(sure); !ok || old != "su stainable" || fresh != "sustainable" {
		t.Fatalf("problems %v", i.Problems)
	}
	i.mendTorn()
	if p := i.Draft.Paragraphs[sure]; !strings.HasPrefix(p.Text, "Decides on a sustainable harbour;") || len(p.Notes) == 1 && p.Notes[0].Offset != len([]rune("Decides on a sustainable harbour;")) {
		t.Errorf("joined: %+v", p)
	}
	if i.doubtful(sure) || !i.doubtful(unsure) || len(i.Corrections) != 1 || i.Touches()[sure] != Mended {
		t.Errorf("problems %v, corrections %v", i.Problems, i.Corrections)
	}
	if err := i.MendWord(unsure); err != nil {
		t.Fatal(err)
	}
	if p := i.Draft.Paragraphs[unsure]; p.Text != "Invites those who are seeking a harbour to see it, and those who seeking it twice." || i.doubtful(unsure) {
		t.Errorf("joined by a person: %+v, problems %v", p, i.Problems)
	}
	if err := i.MendWord(unsure); err == nil {
		t.Error("a word without a doubt was mended")
	}
	fresh := readTorn(t, tornText)
	if lost := Redo(i.Corrections, fresh); len(lost) > 0 || fresh.Draft.Paragraphs[unsure].Text != i.Draft.Paragraphs[unsure].Text {
		t.Errorf("made again: lost %v", lost)
	}
	i.Undo()
	i.Undo()
	if i.Draft.Paragraphs[sure].Text != "Decides on a su stainable harbour;" || !i.doubtful(sure) {
		t.Errorf("taken back: %+v, problems %v", i.Draft.Paragraphs[sure], i.Problems)
	}
}

// TestMendHyphen: the same key sets a doubtful hyphen right.
func TestMendHyphen(t *testing.T) {
	i := &Import{Draft: resolution.Draft{Language: resolution.English, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Operative, Number: "1", Text: "Invites mediumsized harbours, not mediumsizeds, and harbours;", Notes: []resolution.NoteCall{{Number: "1", Offset: 28}}},
	}}, Problems: []resolution.Problem{resolution.NewProblem(0, "hyphen", "mediumsized", "medium-sized")}}
	if err := i.MendWord(0); err != nil {
		t.Fatal(err)
	}
	if p := i.Draft.Paragraphs[0]; p.Text != "Invites medium-sized harbours, not mediumsizeds, and harbours;" || p.Notes[0].Offset != 29 || len(i.Problems) != 0 {
		t.Errorf("%+v %v", p, i.Problems)
	}
}

// tornNotes is a reading with a torn word in a note that is called and one in a note that is not, and a doubt in each.
func tornNotes() *Import {
	d := resolution.Draft{Language: resolution.English, Paragraphs: []resolution.Paragraph{
		{Kind: resolution.Organ, Text: "The Assembly of Harbours,"},
		{Kind: resolution.Operative, Number: "1", Text: "Decides on sustainable harbours, seeking more;", Notes: []resolution.NoteCall{{Number: "1", Offset: 10}}},
	}, Footnotes: []resolution.Footnote{{Number: "1", Text: "On su stainable harbours, see king them."}, {Number: "2", Text: "The su stainable harbour."}}}
	return &Import{Draft: d, Problems: resolution.Torn(d, nil)}
}

// TestTornWordsOfNotes: what is certain in a note is joined, the rest with the key of its paragraph; it is taken back and
// made again like every correction.
func TestTornWordsOfNotes(t *testing.T) {
	i := tornNotes()
	i.mendTorn()
	if f := i.Draft.Footnotes; f[0].Text != "On sustainable harbours, see king them." || f[1].Text != "The sustainable harbour." || len(i.Problems) != 1 {
		t.Fatalf("joined: %+v, problems %+v", f, i.Problems)
	}
	if old, fresh, ok := i.WordDoubt(1); !ok || old != "see king" || fresh != "seeking" || i.Problems[0].Note != "1" {
		t.Fatalf("doubts: %+v", i.Problems)
	}
	if err := i.MendWord(1); err != nil || i.Draft.Footnotes[0].Text != "On sustainable harbours, seeking them." || len(i.Problems) != 0 {
		t.Errorf("mended: %v %+v, problems %+v", err, i.Draft.Footnotes, i.Problems)
	}
	fresh := tornNotes()
	if lost := Redo(i.Corrections, fresh); len(lost) > 0 || fresh.Draft.Footnotes[0] != i.Draft.Footnotes[0] || fresh.Draft.Footnotes[1] != i.Draft.Footnotes[1] {
		t.Errorf("made again: lost %+v, notes %+v", lost, fresh.Draft.Footnotes)
	}
	for i.Undo() {
	}
	if f := i.Draft.Footnotes; f[0].Text != "On su stainable harbours, see king them." || len(i.Problems) != 3 {
		t.Errorf("taken back: %+v, problems %+v", f, i.Problems)
	}
	if got := LoadWords("ru").Problem(i.Problems[0]); !strings.HasPrefix(got, "Сноска 1: ") || !strings.Contains(got, "«sustainable»") {
		t.Errorf("said: %s", got)
	}
}

// TestUncalledNotes: the doubt about a word of a note that nothing calls is mended where no paragraph is chosen.
func TestUncalledNotes(t *testing.T) {
	i := tornNotes()
	i.Draft.Footnotes[1].Text = "The see king harbour."
	i.Problems = resolution.Torn(i.Draft, nil)
	if err := i.MendWord(-1); err != nil || i.Draft.Footnotes[1].Text != "The seeking harbour." {
		t.Errorf("%v %+v", err, i.Draft.Footnotes)
	}
	if err := i.MendWord(-1); err == nil {
		t.Error("a word without a doubt was mended")
	}
}
