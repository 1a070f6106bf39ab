package app

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// silenced changes a text by chance and says what was done to which paragraphs and notes of the text before: every paragraph
// at most once, so that each is one finding.
func silenced(s Stored, r *rand.Rand, many int) (Stored, []string) {
	d := s.Draft
	was := d.Paragraphs
	d.Paragraphs, d.Footnotes = slices.Clone(was), slices.Clone(d.Footnotes)
	var done []string
	for _, i := range r.Perm(len(was))[:min(many, len(was))] {
		if what, ok := unsettle(&d.Paragraphs[i], r); ok {
			done = append(done, fmt.Sprint("paragraph ", i, " ", what))
		}
	}
	for i := range d.Footnotes {
		if text, ok := otherWords(d.Footnotes[i].Text, r); ok && r.IntN(4) == 0 {
			d.Footnotes[i].Text = text
			done = append(done, fmt.Sprint("note ", i, " changed"))
		}
	}
	d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(p resolution.Paragraph) bool { return p.Text == "" })
	if at := slices.IndexFunc(d.Paragraphs, func(p resolution.Paragraph) bool { return p.Kind == resolution.Preambular }); at >= 0 && r.IntN(3) == 0 {
		fresh := resolution.Paragraph{Kind: resolution.Preambular, Text: freshWords[s.Draft.Language]}
		d.Paragraphs = slices.Insert(d.Paragraphs, at, fresh)
		done = append(done, "paragraph new")
	}
	s.Draft = d
	slices.Sort(done)
	return s, done
}

// freshWords are paragraphs of our own that no text holds.
var freshWords = map[resolution.Language]string{
	resolution.Arabic:  "وإذ يثير جزعها ما تتعرض له المناطيد الزرقاء فوق القرى الجبلية البعيدة،",
	resolution.Chinese: "震惊地注意到蓝色气球在偏远山村上空的遭遇，",
	resolution.English: "Alarmed by what blue balloons meet with above remote villages in the mountains,",
	resolution.French:  "Alarmée par ce que rencontrent les ballons bleus au-dessus des villages de montagne isolés,",
	resolution.Russian: "будучи встревожена тем, что происходит с синими воздушными шарами над отдаленными горными деревнями,",
	resolution.Spanish: "Alarmada por lo que encuentran los globos azules sobre las aldeas remotas de las montañas,",
}

// unsettle drops a paragraph of the body that calls no note, or changes words of it.
func unsettle(p *resolution.Paragraph, r *rand.Rand) (string, bool) {
	if !inBody[p.Kind] {
		return "", false
	}
	text, ok := otherWords(p.Text, r)
	switch {
	case !ok:
		return "", false
	case len(p.Notes) == 0 && r.IntN(4) == 0:
		p.Text = ""
		return "deleted", true
	case len(p.Notes) > 0:
		return "", false // where its calls would stand is another question
	}
	p.Text, p.Opening = text, 0
	return "changed", true
}

// leastLetters is how long a text must be for one word in it to be a small change.
const leastLetters = 30

// otherWords takes a word out of a text, or puts one in or in the place of one.
func otherWords(text string, r *rand.Rand) (string, bool) {
	runes := []rune(text)
	if len(runes) < leastLetters {
		return text, false
	}
	if !strings.Contains(text, " ") { // Chinese
		at := 2 + r.IntN(len(runes)-6)
		if !isInk(runes[at]) || !isInk(runes[at+1]) {
			return text, false
		}
		return string(runes[:at]) + []string{"", "龘", "龘龘"}[r.IntN(3)] + string(runes[at+r.IntN(2)+1:]), true
	}
	words := strings.Split(text, " ")
	at := 1 + r.IntN(len(words)-1)
	switch {
	case inked(words[at]) == "":
		return text, false
	case r.IntN(3) == 0 && len(words) > 3:
		words = slices.Delete(words, at, at+1)
	case r.IntN(2) == 0:
		words = slices.Insert(words, at, "zeppelin")
	default:
		words[at] = "zeppelin"
	}
	return strings.Join(words, " "), true
}

// noticed is what a guard found, in the form of silenced.
func noticed(g *Guard) (all []string) {
	for _, u := range g.Findings() {
		switch {
		case u.Row.Class == resolution.New:
			all = append(all, u.Place+" new")
		default:
			all = append(all, fmt.Sprint(u.Place, " ", u.Row.Older[0].Index, " ", u.Row.Class))
		}
	}
	slices.Sort(all)
	return all
}

// guardFault says how the Word file of two texts fails: as it is nothing in it is unmarked, and what is changed by chance
// in what stands behind its marks is found, each change once and nothing else.
func guardFault(t *testing.T, base, newer Stored, seeds uint64) string {
	t.Helper()
	if got := noticed(guarded(t, base, tracked(t, base, newer))); len(got) > 0 {
		return fmt.Sprintf("nothing was changed, and found was %v", got)
	}
	for seed := range seeds {
		changed, want := silenced(base, rand.New(rand.NewPCG(seed, 11)), 4)
		if got := noticed(guarded(t, base, tracked(t, changed, newer))); !slices.Equal(got, want) {
			return fmt.Sprintf("seed %d: found was\n%v\nnot\n%v", seed, got, want)
		}
	}
	return ""
}

func TestGuardByChance(t *testing.T) {
	for _, language := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
		draft, adopted := sampleText(t, "A_C.2_55_L.901."+language+".txt"), sampleText(t, "A_RES_55_901."+language+".txt")
		if fault := guardFault(t, draft, adopted, 25); fault != "" {
			t.Errorf("%s: %s", language, fault)
		}
		if fault := guardFault(t, adopted, draft, 25); fault != "" {
			t.Errorf("%s, back: %s", language, fault)
		}
	}
}

// TestGuardOfRealTexts does so with real texts and those before them in their series.
func TestGuardOfRealTexts(t *testing.T) {
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	pairs, texts := 0, map[string][]Stored{}
	for _, pattern := range []string{"*", "chains/*"} {
		files, err := filepath.Glob(filepath.Join(folder, "texts", pattern, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if s, _, err := FileText(file); err == nil && len(s.Draft.Paragraphs) > 0 {
				texts[filepath.Dir(file)] = append(texts[filepath.Dir(file)], s)
			}
		}
	}
	for dir, all := range texts {
		for i := 1; i < len(all); i++ {
			if all[i-1].Draft.Language != all[i].Draft.Language {
				continue
			}
			pairs++
			if fault := guardFault(t, all[i-1], all[i], 3); fault != "" {
				t.Errorf("%s: %s", filepath.Base(dir)+fmt.Sprint(" ", i), fault)
			}
		}
	}
	if t.Logf("%d pairs", pairs); pairs < 20 {
		t.Errorf("only %d pairs", pairs)
	}
}
