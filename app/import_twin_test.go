package app

import (
	"context"
	"os"
	"path/filepath"
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
