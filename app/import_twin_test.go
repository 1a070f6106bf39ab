package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

const twinText = `81/70. Harbours of the north

The General Assembly,

Recalling its resolution 80/70 of 2 December 2025,

1. Invites “States” to mend their harbours;

2. Decides to meet again.
`

// TestTwins: what makes two readings one text.
func TestTwins(t *testing.T) {
	base, _ := resolution.ReadText(twinText)
	for name, c := range map[string]struct {
		change func(d *resolution.Draft)
		want   bool
	}{
		"the same":                 {func(*resolution.Draft) {}, true},
		"other quotation marks":    {func(d *resolution.Draft) { d.Paragraphs[3].Text = `Invites "States" to mend their harbours;` }, true},
		"a date that is not known": {func(d *resolution.Draft) { d.Date = "2026-12-01" }, true},
		"another masthead":         {func(d *resolution.Draft) { d.Header.Distribution = "General" }, true},
		"a letter":                 {func(d *resolution.Draft) { d.Paragraphs[3].Text = "Invites States to mend their harbour;" }, false},
		"another number":           {func(d *resolution.Draft) { d.Paragraphs[3].Number = "3" }, false},
		"another language":         {func(d *resolution.Draft) { d.Language = resolution.French }, false},
		"the draft it was":         {func(d *resolution.Draft) { d.Symbol = "A/C.3/81/L.7" }, false},
		"its corrigendum":          {func(d *resolution.Draft) { d.Symbol += "/Corr.1" }, false},
		"a note more":              {func(d *resolution.Draft) { d.Footnotes = []resolution.Footnote{{Number: "1", Text: "A note."}} }, false},
		"a paragraph less":         {func(d *resolution.Draft) { d.Paragraphs = d.Paragraphs[:len(d.Paragraphs)-1] }, false},
		"two paragraphs exchanged": {func(d *resolution.Draft) { p := d.Paragraphs; p[3], p[4] = p[4], p[3] }, false},
	} {
		d := copyDraft(base)
		if c.change(&d); isTwin(base, d) != c.want || isTwin(d, base) != c.want {
			t.Errorf("%s: twin is %v", name, !c.want)
		}
	}
}

// TestTwinIsNotKeptTwice: another file with the same words is named as already there, here and from a folder; a person may
// keep it all the same.
func TestTwinIsNotKeptTwice(t *testing.T) {
	a := newApp(t)
	folder := t.TempDir()
	for name, text := range map[string]string{"1.txt": twinText, "2.txt": "\n\n" + twinText, "3.txt": twinText + "\n3. Decides to meet a third time.\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	results, err := a.Gather(context.Background(), []string{folder}, GatherOptions{KeepDoubtful: true})
	if err != nil || len(results) != 3 {
		t.Fatal(results, err)
	}
	if results[1].Outcome != GatheredAlready || results[1].Text != results[0].Text || results[2].Outcome == GatheredAlready || len(a.Texts()) != 2 {
		t.Fatalf("%+v", results)
	}
	i, err := ReadPasted(twinText + "\n\n")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Propose(i); err != nil {
		t.Fatal(err)
	}
	if want := "This is word for word the text that is here already: A/RES/81/70, from a text file."; a.TwinOf(i) != want {
		t.Errorf("said %q", a.TwinOf(i))
	}
	if _, is := a.NamesakeOf(i); is {
		t.Error("a twin is no namesake")
	}
	i.Place.Again, i.Draft.LeftOut = true, []string{"Page 1"} // a draft that is the same in all cannot be kept twice
	if _, already, err := a.Add(i); err != nil || already || len(a.Texts()) != 3 {
		t.Errorf("kept all the same: %v, %v, %d texts", already, err, len(a.Texts()))
	}
}

// TestNamesakes: a text of the same symbol whose words differ is told from another language, another stage and another symbol.
func TestNamesakes(t *testing.T) {
	a := newApp(t)
	first, err := ReadPasted(twinText)
	must(t, err)
	must(t, a.Propose(first))
	_, _, err = a.Add(first)
	must(t, err)
	for name, c := range map[string]struct {
		change func(d *resolution.Draft)
		want   bool
	}{
		"other words":      {func(d *resolution.Draft) { d.Paragraphs[2].Text += " and more" }, true},
		"another language": {func(d *resolution.Draft) { d.Language = resolution.Russian }, false},
		"another stage":    {func(d *resolution.Draft) { d.Stage = resolution.Working }, false},
		"another symbol":   {func(d *resolution.Draft) { d.Symbol = "A/RES/81/71" }, false},
		"no symbol":        {func(d *resolution.Draft) { d.Symbol = "" }, false},
	} {
		i, err := ReadPasted(twinText)
		must(t, err)
		c.change(&i.Draft)
		must(t, a.Propose(i))
		if there, is := a.NamesakeOf(i); is != c.want || is && there.Symbol != first.Draft.Symbol {
			t.Errorf("%s: %v, %+v", name, is, there)
		}
	}
}

// TestNamesakesAreNamedInTheList: a text of a folder that is kept beside one of the same symbol is said to be, with the words
// that differ, in the language of the window.
func TestNamesakesAreNamedInTheList(t *testing.T) {
	for language, want := range map[string]string{
		"en": "Kept as a second text: A/RES/81/70 (no. 1) has the same symbol, words that differ: 4.",
		"ru": "Сохранён как второй текст: у A/RES/81/70 (№ 1) то же обозначение, различающихся слов: 4.",
	} {
		a := newApp(t)
		must(t, a.SetLanguage(language))
		folder := t.TempDir()
		for name, text := range map[string]string{
			"1.txt": twinText, "2.txt": strings.Replace(twinText, "to mend their", "and ports to keep their own", 1), "3.txt": strings.ReplaceAll(twinText, "81/70", "81/71"),
		} {
			must(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644))
		}
		results, err := a.Gather(context.Background(), []string{folder}, GatherOptions{KeepDoubtful: true})
		must(t, err)
		if g := results[1]; len(results) != 3 || g.Sentence != want && !strings.HasPrefix(g.Sentence, want+" ") || g.Like != results[0].Text || g.Differs != 4 || g.Text == g.Like {
			t.Errorf("%s: %+v", language, results)
		}
		if g := results[2]; g.Like != 0 || results[0].Like != 0 || strings.Contains(g.Sentence, "81/70") {
			t.Errorf("%s: %+v", language, g)
		}
	}
}

// TestWordsThatDiffer counts words put for others once, in six languages.
func TestWordsThatDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		want int
	}{
		{[]string{"Requests the school to report;"}, []string{"Requests the school to report;"}, 0},
		{[]string{"Requests the school to report;"}, []string{"Requests the schools to report;"}, 1},
		{[]string{"Requests the school to report;"}, []string{"Requests “the school” to report;"}, 0},
		{[]string{"one two", "three"}, []string{"three", "one two"}, 0}, // the order is no word
		{[]string{"one two", "three"}, []string{"one two", "three", "three four"}, 2},
		{[]string{"просит школу доложить;"}, []string{"просит школы доложить вновь;"}, 2},
		{[]string{"请学校报告；"}, []string{"请各校报告；"}, 1},
		{[]string{"تطلب إلى المدرسة أن تقدم تقريرا؛"}, []string{"تطلب إلى المدارس أن تقدم تقريرا؛"}, 1},
		{[]string{"Prie l’école de faire rapport ;"}, []string{"Prie les écoles de faire rapport ;"}, 2},
		{[]string{"Solicita a la escuela que informe;"}, []string{"Solicita a la escuela que informe de nuevo;"}, 2},
	} {
		draft := func(texts []string) (d resolution.Draft) {
			for _, text := range texts {
				d.Paragraphs = append(d.Paragraphs, resolution.Paragraph{Kind: resolution.Operative, Text: text})
			}
			return d
		}
		if got := WordsThatDiffer(draft(c.a), draft(c.b)); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := WordsThatDiffer(draft(c.b), draft(c.a)); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
