package app

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// paragraphs reads a text written a line a paragraph: "P " preambular, "O " operative, "S " subparagraph, "H " heading.
func paragraphs(t *testing.T, text string) []resolution.Paragraph {
	t.Helper()
	kinds := map[string]resolution.Kind{"P": resolution.Preambular, "O": resolution.Operative, "S": resolution.Subparagraph, "H": resolution.Heading}
	var out []resolution.Paragraph
	number := 0
	for line := range strings.Lines(text) {
		letter, words, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		p := resolution.Paragraph{Kind: kinds[letter], Text: words}
		if p.Kind == resolution.Operative {
			number++
			p.Number = fmt.Sprint(number)
		}
		out = append(out, p)
	}
	return out
}

const gardens = `
H School gardens
P Recalling its resolution 74/31 of 12 December 2019 on school gardens,
P Noting with concern that every second school in the highlands has neither a garden nor water for one,
O Decides to proclaim the period from 2026 to 2030 the Five Years of School Gardens;
O Invites Member States to give schools seeds, tools and a teacher who knows how to use them;
O Requests the Secretary-General to report on the progress made, and calls upon the regional commissions to train teachers of gardening;
O Decides to remain seized of the matter.`

func TestPair(t *testing.T) {
	for _, c := range []struct {
		name, newer, want string
	}{
		{"nothing changed", gardens, "same same same same same same same"},
		{"renumbering is no change", `
H School gardens
P Recalling its resolution 74/31 of 12 December 2019 on school gardens,
P Noting with concern that every second school in the highlands has neither a garden nor water for one,
O Welcomes the gift of a thousand apple trees from the growers of the valley;
O Decides to proclaim the period from 2026 to 2030 the Five Years of School Gardens;
O Invites Member States to give schools seeds, tools and a teacher who knows how to use them;
O Requests the Secretary-General to report on the progress made, and calls upon the regional commissions to train teachers of gardening;
O Decides to remain seized of the matter.`, "same same same new same same same same"},
		{"a spent decision becomes a recall", `
H School gardens
P Recalling its resolution 74/31 of 12 December 2019 on school gardens,
P Recalling also its decision to proclaim the period from 2026 to 2030 the Five Years of School Gardens,
P Noting with concern that every third school in the highlands has neither a garden nor water for one,
O Invites Member States to give schools seeds, tools and a teacher who knows how to use them;
O Requests the Secretary-General to report on the progress made, and calls upon the regional commissions to train teachers of gardening;
O Decides to remain seized of the matter.`, "same same moved+changed changed same same same"},
		{"moved, and one operative paragraph in two", `
H School gardens
P Noting with concern that every second school in the highlands has neither a garden nor water for one,
P Recalling its resolution 74/31 of 12 December 2019 on school gardens,
O Decides to proclaim the period from 2026 to 2030 the Five Years of School Gardens;
O Invites Member States to give schools seeds, tools and a teacher who knows how to use them;
O Requests the Secretary-General to report on the progress made;
O Calls upon the regional commissions to train teachers of gardening;
O Decides to remain seized of the matter.`, "same moved same same same split same"},
		{"two in one, one gone", `
H School gardens
P Recalling its resolution 74/31 of 12 December 2019 on school gardens,
O Decides to proclaim the period from 2026 to 2030 the Five Years of School Gardens, and invites Member States to give schools seeds, tools and a teacher who knows how to use them;
O Requests the Secretary-General to report on the progress made, and calls upon the regional commissions to train teachers of gardening;
O Decides to remain seized of the matter.`, "same same deleted merged same same"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pairings, err := Pair(context.Background(), paragraphs(t, gardens), paragraphs(t, c.newer), Corrections{})
			if err != nil {
				t.Fatal(err)
			}
			if got := classList(pairings); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func classList(pairings []Pairing) string {
	var out []string
	for _, p := range pairings {
		out = append(out, string(p.Class))
	}
	return strings.Join(out, " ")
}

func TestPairCorrected(t *testing.T) {
	older := paragraphs(t, "O Urges States to plant trees;\nO Invites schools to keep bees;")
	newer := paragraphs(t, "O Urges States to plant trees;\nO Notes the price of honey;")
	for _, c := range []struct {
		name        string
		corrections Corrections
		want        string
	}{
		{"as found", Corrections{}, "same deleted new"},
		{"together", Corrections{Together: [][2]int{{1, 1}}}, "same changed"},
		{"apart", Corrections{Apart: [][2]int{{0, 0}}}, "deleted deleted new new"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pairings, err := Pair(context.Background(), older, newer, c.corrections)
			if err != nil {
				t.Fatal(err)
			}
			if got := classList(pairings); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestAlignJSON(t *testing.T) {
	older := `[{"kind":"preambular","number":"","text":"Recalling its decision of 18 December 2004,"},{"kind":"operative","number":"1","text":"Decides to meet again;"}]`
	newer := `[{"kind":"preambular","number":"","text":"Recalling its decision of 20 December 2005,"},{"kind":"operative","number":"2","text":"Decides to meet again;"},{"kind":"operative","number":"3","text":"Thanks the hosts."}]`
	want := `{"pairs":[{"old":[0],"new":[0],"class":"changed","similarity":0.7142857142857143},` +
		`{"old":[1],"new":[1],"class":"same","similarity":1},{"old":[],"new":[2],"class":"new","similarity":0}],` +
		`"words":[{"new":[0],"inserted":["20","2005"],"deleted":["18","2004"],` +
		`"ops":[["=","Recalling its decision of "],["-","18 December 2004"],["+","20 December 2005"],["=",","]]}]}`
	got, err := AlignJSON(context.Background(), []byte(older), []byte(newer))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, bad := range []string{"", "{", `{"a":1}`, `"text"`} {
		if _, err := AlignJSON(context.Background(), []byte(bad), []byte("[]")); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

// TestPairRealPairs measures the pairing on texts aligned by hand: of the links that touch a paragraph which is not
// verbatim, nearly all must be found and nearly none invented.
func TestPairRealPairs(t *testing.T) {
	shared := os.Getenv("MUTATIS_SHARED")
	if shared == "" {
		t.Skip("MUTATIS_SHARED names no folder with texts")
	}
	cases, err := filepath.Glob(filepath.Join(shared, "realpairs", "cases", "*"))
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	found, missed, invented := 0, 0, 0
	for _, dir := range cases {
		var older, newer []resolution.Paragraph
		var truth struct {
			Links [][2]int
			New   []struct{ Class resolution.Class }
		}
		unmarshalFile(t, filepath.Join(dir, "old.json"), &older)
		unmarshalFile(t, filepath.Join(dir, "new.json"), &newer)
		unmarshalFile(t, filepath.Join(dir, "truth.json"), &truth)
		pairings, err := Pair(context.Background(), older, newer, Corrections{})
		if err != nil {
			t.Fatal(err)
		}
		got := map[[2]int]bool{}
		for _, p := range pairings {
			for _, i := range p.Older {
				for _, j := range p.Newer {
					got[[2]int{i, j}] = truth.New[j].Class != resolution.Same
				}
			}
		}
		for _, link := range truth.Links {
			switch hard, ok := got[link]; {
			case hard:
				found++
			case !ok && truth.New[link[1]].Class != resolution.Same:
				missed++
			}
			delete(got, link)
		}
		invented += len(got)
	}
	f1 := 2 * float64(found) / float64(2*found+missed+invented)
	t.Logf("%d links found, %d missed, %d invented: F1 %.3f", found, missed, invented, f1)
	if f1 < .975 {
		t.Errorf("F1 %.3f is below .975", f1)
	}
}

func unmarshalFile(t *testing.T, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// Notes that are nothing but a symbol are paired in turn where there are as many of a form; a person's word goes before.
func TestPairSymbolNotes(t *testing.T) {
	notes := func(texts ...string) []resolution.Paragraph {
		out := paragraphs(t, gardens)
		for _, text := range texts {
			out = append(out, resolution.Paragraph{Kind: "footnote", Text: text})
		}
		return out
	}
	for _, c := range []struct {
		name         string
		older, newer []resolution.Paragraph
		said         Corrections
		want         string
	}{
		{"this year's report", notes("A/59/1."), notes("A/61/302."), Corrections{}, "7>7"},
		{"what stands on the other side is that note", notes("A/59/1.", "A/59/2."), notes("A/59/2.", "A/61/4."), Corrections{}, "7>8 8>7"},
		{"two reports in turn", notes("A/59/1.", "A/59/2."), notes("A/61/3.", "A/61/4."), Corrections{}, "7>7 8>8"},
		{"another body's document", notes("A/59/1."), notes("E/2006/14."), Corrections{}, ""},
		{"one more than before", notes("A/59/1."), notes("A/61/3.", "A/61/4."), Corrections{}, ""},
		{"Chinese full stops", notes("A/59/1。"), notes("A/61/3。"), Corrections{}, "7>7"},
		{"a person said no", notes("A/59/1."), notes("A/61/302."), Corrections{Apart: [][2]int{{7, 7}}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			pairs, err := Pair(context.Background(), c.older, c.newer, c.said)
			must(t, err)
			var got []string
			for i := 7; i < len(c.older); i++ {
				for _, p := range pairs {
					if len(p.Newer) > 0 && len(p.Older) > 0 && p.Older[0] == i {
						got = append(got, fmt.Sprintf("%d>%d", i, p.Newer[0]))
					}
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

// In a draft the notes that are called together are settled first; what is left of a form is paired in turn.
func TestSymbolNotesOfDrafts(t *testing.T) {
	draft := func(notes ...string) (d resolution.Draft) {
		for i, text := range notes {
			d.Footnotes = append(d.Footnotes, resolution.Footnote{Number: fmt.Sprint(i + 1), Text: text})
		}
		return d
	}
	older, newer := draft("A/56/179.", "A/56/18.", "Resolution 3/4, annex."), draft("A/57/20.", "A/57/291.")
	if got := symbolNotesOf(older, newer, [][2]int{{1, 0}}); fmt.Sprint(got) != "[[0 1]]" {
		t.Errorf("one is settled: got %v", got)
	}
	if got := symbolNotesOf(older, newer, nil); fmt.Sprint(got) != "[[0 0] [1 1]]" {
		t.Errorf("none is settled: got %v", got)
	}
}

// A note is what it cites: the words of all citations do not make two notes one.
func TestNotesCiteAlike(t *testing.T) {
	for _, c := range []struct {
		older, newer string
		want         float64
	}{
		{"Resolution 69/313, annex.", "General Assembly resolution 69/313, annex.", 1},
		{"General Assembly resolution ES-10/23 of 10 May 2024.", "General Assembly resolution 69/313, annex.", otherCitation},
		{"Там же, том 1, резолюция 2.", "Там же.", 1},
		{"第69/313号决议，附件。", "第70/1号决议。", otherCitation},
	} {
		if got := citesAlike(c.older, c.newer); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.older, c.newer, got, c.want)
		}
	}
}
