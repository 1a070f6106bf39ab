package docx

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// wordsOf compares word by word in the simplest way that is right.
func wordsOf(older, newer string) [][2]string {
	a, b := strings.SplitAfter(older, " "), strings.SplitAfter(newer, " ")
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if common[i][j] = max(common[i+1][j], common[i][j+1]); a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var pairs [][2]string
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			pairs = append(pairs, [2]string{a[i], b[j]})
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			pairs = append(pairs, [2]string{a[i], ""})
			i++
		default:
			pairs = append(pairs, [2]string{"", b[j]})
			j++
		}
	}
	return pairs
}

// edited makes another draft of one by chance, and the rows that say what became of what.
func edited(d resolution.Draft, r *rand.Rand) (resolution.Draft, resolution.Redline) {
	newer := d
	newer.Paragraphs, newer.Footnotes = nil, append([]resolution.Footnote{}, d.Footnotes...)
	var line resolution.Redline
	row := func(class resolution.Class, older []int, made ...resolution.Paragraph) {
		x := resolution.Row{Class: class}
		for _, i := range older {
			x.Older = append(x.Older, resolution.Cell{Index: i})
		}
		for _, p := range made {
			x.Newer = append(x.Newer, resolution.Cell{Index: len(newer.Paragraphs)})
			newer.Paragraphs = append(newer.Paragraphs, p)
		}
		line.Rows = append(line.Rows, x)
	}
	var later []int
	for i, p := range d.Paragraphs {
		switch n := r.IntN(12); {
		case n == 0:
			row(resolution.Gone, []int{i})
		case n == 1:
			row(resolution.Same, []int{i}, p)
			row(resolution.New, nil, p)
		case n == 2:
			later = append(later, i)
		case n == 3 && len(p.Notes) == 0 && p.Kind != resolution.Table && strings.Contains(p.Text, " "):
			first, rest, _ := strings.Cut(p.Text, " ")
			a, b := p, p
			a.Text, b.Text, a.Opening, b.Opening = first+";", rest, 0, 0
			b.Kind = resolution.Subparagraph
			row(resolution.Split, []int{i}, a, b)
		case n == 4 && len(p.Notes) == 0 && p.Text != "" && p.Kind != resolution.Table:
			row(resolution.Changed, []int{i}, scrambled(p, r))
		default:
			row(resolution.Same, []int{i}, p)
		}
	}
	for _, i := range later {
		row(resolution.MovedOnly, []int{i}, d.Paragraphs[i])
	}
	for i := range newer.Footnotes {
		if r.IntN(3) == 0 {
			newer.Footnotes[i].Text += fmt.Sprint(" Words ", r.IntN(90))
		}
		at := []resolution.Cell{{Index: i}}
		line.Footnotes = append(line.Footnotes, resolution.Row{Older: at, Newer: at})
	}
	if r.IntN(2) == 0 {
		renumber(&newer, []int{1, 1, 2, 5, 41}[r.IntN(5)])
	}
	return newer, line
}

// turned is what becomes of the newer text on the way back.
func turned(line resolution.Redline) resolution.Redline {
	back := map[resolution.Class]resolution.Class{
		resolution.Gone: resolution.New, resolution.New: resolution.Gone, resolution.Split: resolution.Merged, resolution.Merged: resolution.Split,
	}
	var t resolution.Redline
	for _, r := range line.Rows {
		if class, ok := back[r.Class]; ok {
			r.Class = class
		}
		r.Older, r.Newer = r.Newer, r.Older
		t.Rows = append(t.Rows, r)
	}
	for _, r := range line.Footnotes {
		r.Older, r.Newer = r.Newer, r.Older
		t.Footnotes = append(t.Footnotes, r)
	}
	return t
}

// renumber counts the notes of a draft from a number, in the order of their calls; what is called again keeps its number,
// and what nothing calls any more has none of the counted ones. The notes stay in their places.
func renumber(d *resolution.Draft, next int) {
	numbers := map[string]string{}
	for i, p := range d.Paragraphs {
		p.Notes = slices.Clone(p.Notes)
		for k, n := range p.Notes {
			if numbers[n.Number] == "" {
				numbers[n.Number] = strconv.Itoa(next)
				next++
			}
			p.Notes[k].Number = numbers[n.Number]
		}
		d.Paragraphs[i] = p
	}
	for i, f := range d.Footnotes {
		if d.Footnotes[i].Number = numbers[f.Number]; d.Footnotes[i].Number == "" {
			d.Footnotes[i].Number = strings.Repeat("*", i+1)
		}
	}
}

// scrambled changes some words of a paragraph, its number and its opening.
func scrambled(p resolution.Paragraph, r *rand.Rand) resolution.Paragraph {
	words := strings.Fields(p.Text)
	for i := range words {
		if r.IntN(4) == 0 {
			words[i] = []string{"seeds", "“school”", "сады", "الحدائق", "学校", words[i] + "ed"}[r.IntN(6)]
		}
	}
	p.Text, p.Opening = strings.Join(words, " "), r.IntN(len(words[0])+1)
	if p.Number != "" {
		p.Number += " bis"
	}
	return p
}

// changesFault says how a file with tracked changes fails its promise.
func changesFault(t testing.TB, older, newer resolution.Draft, line resolution.Redline) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteChanges(&b, Changes{older, newer, line, wordsOf}, Writing{Comments: true}); err != nil {
		t.Fatal(err)
	}
	for _, side := range []struct {
		view View
		want resolution.Draft
	}{{Original, older}, {Accepted, newer}} {
		got, want := plainLines(t, b.Bytes(), side.view), plainLines(t, mustWrite(t, side.want), Accepted)
		if got != want {
			return fmt.Sprintf("view %d:\n%s\nnot\n%s", side.view, got, want)
		}
		if fault := ReviewFault(t, b.Bytes(), mustWrite(t, side.want), side.want, side.view == Accepted); fault != "" {
			return fault
		}
	}
	return ""
}

// plainLines are the words of a view as they stand, whatever they are taken for.
func plainLines(t testing.TB, data []byte, v View) string {
	t.Helper()
	f, err := readWhole(data)
	if err != nil {
		t.Fatal(err)
	}
	shown := v.see(f.body)
	numbers := f.countNotes(shown)
	var lines []string
	for _, s := range shown {
		pieces, _ := assemble(s.runs, numbers)
		for _, p := range pieces {
			if !p.empty() {
				lines = append(lines, fmt.Sprintf("%s|%s|%v|%v", s.layout.styleID, string(p.text), p.notes, p.italic))
			}
		}
	}
	for _, key := range numbers.order {
		text, _ := f.words(f.notes[key].paragraphs, v)
		if numbers.custom[key] {
			text = strings.TrimSpace(strings.TrimPrefix(text, numbers.of[key]))
		}
		lines = append(lines, numbers.of[key]+" "+text)
	}
	return strings.Join(lines, "\n")
}

// TestChangesByChance edits the samples by chance: paragraphs go, come, move, split and change their looks.
func TestChangesByChance(t *testing.T) {
	for _, name := range samples(t) {
		older := mustRead(t, sample(t, name), Accepted).Draft
		for seed := range uint64(60) {
			older := older
			newer, line := edited(older, rand.New(rand.NewPCG(seed, 7)))
			if seed%3 == 0 { // the longer way round: what came goes, what moved moves back
				older, newer, line = newer, older, turned(line)
			}
			if fault := changesFault(t, older, newer, line); fault != "" {
				t.Fatalf("%s, seed %d: %s", name, seed, fault)
			}
		}
	}
}

// FuzzChanges does the same with any two texts as one paragraph.
func FuzzChanges(f *testing.F) {
	f.Add("Decides to keep gardens;", "Decides also to keep  the “gardens”,", uint8(3), uint8(9))
	f.Add("يقرر أن A/RES/55/901 و", "يقرر", uint8(1), uint8(0))
	f.Fuzz(func(t *testing.T, a, b string, opening, call uint8) {
		draft := func(text string) resolution.Draft {
			text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
			n := len([]rune(text))
			return resolution.Draft{
				Language: resolution.English, Footnotes: []resolution.Footnote{{Number: "1", Text: "See " + text + "."}},
				Paragraphs: []resolution.Paragraph{{Kind: resolution.Operative, Number: "1", Text: "Decides " + text + ";", Opening: min(int(opening), n),
					Notes: []resolution.NoteCall{{Number: "1", Offset: min(int(call), n)}}}},
			}
		}
		at := []resolution.Cell{{Index: 0}}
		row := resolution.Row{Class: resolution.Changed, Older: at, Newer: at}
		if fault := changesFault(t, draft(a), draft(b), resolution.Redline{Rows: []resolution.Row{row}, Footnotes: []resolution.Row{row}}); fault != "" {
			t.Error(fault)
		}
	})
}

// TestCommentsAndNotesHaveOtherIds: LibreOffice shows the texts of notes at the wrong calls where a comment has the id of
// a note, though the standard counts them apart.
func TestCommentsAndNotesHaveOtherIds(t *testing.T) {
	ids := regexp.MustCompile(`<w:(comment|footnote) (?:[^>]* )?w:id="(\d+)"`)
	older := mustRead(t, sample(t, "en"), Accepted).Draft
	newer, line := edited(older, rand.New(rand.NewPCG(1, 7)))
	var b bytes.Buffer
	if err := WriteChanges(&b, Changes{older, newer, line, wordsOf}, Writing{Comments: true}); err != nil {
		t.Fatal(err)
	}
	parts, kinds, counts := unpacked(t, b.Bytes()), map[string]string{}, map[string]int{}
	for _, m := range ids.FindAllStringSubmatch(parts["word/comments.xml"]+parts["word/footnotes.xml"], -1) {
		if kinds[m[2]] != "" {
			t.Errorf("a %s and a %s have the id %s", kinds[m[2]], m[1], m[2])
		}
		kinds[m[2]] = m[1]
		counts[m[1]]++
	}
	if counts["comment"] == 0 || counts["footnote"] < 2 {
		t.Errorf("there are %v", counts)
	}
}
