package app

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// sampleText reads a text of the sample library.
func sampleText(t testing.TB, name string) Stored {
	t.Helper()
	s, _, err := FileText(filepath.Join("..", "assets", "sample", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tracked is the Word file in which an older text becomes a newer one by tracked changes.
func tracked(t testing.TB, older, newer Stored) []byte {
	t.Helper()
	c, err := Compare(context.Background(), older, newer, View{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteComparison(&b, c, "docx", Printing{Author: "Perez"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wordEdit changes the markup of a Word file behind Word's back: the parts of a text by their names.
type wordEdit func(parts map[string]string)

func (e wordEdit) in(t testing.TB, data []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	var names []string
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		names, parts[f.Name] = append(names, f.Name), string(content)
	}
	if e != nil {
		e(parts)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, parts[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const bodyPart, notesPart = "word/document.xml", "word/footnotes.xml"

// rewriteIn writes other words in the place of some.
func rewriteIn(part, was, is string) wordEdit {
	return func(parts map[string]string) {
		if strings.Count(parts[part], was) == 0 {
			panic(was + " is not there")
		}
		parts[part] = strings.Replace(parts[part], was, is, 1)
	}
}

func rewrite(was, is string) wordEdit { return rewriteIn(bodyPart, was, is) }

// lineWith is the paragraph in which words stand, as a line of the markup.
func lineWith(parts map[string]string, words string) string {
	for line := range strings.Lines(parts[bodyPart]) {
		if strings.HasPrefix(line, "<w:p>") && strings.Contains(line, words) {
			return line
		}
	}
	panic(words + " is not there")
}

// droppedLine takes a paragraph away, addedLine puts one behind it, displacedLine puts it behind another.
func droppedLine(words string) wordEdit {
	return func(parts map[string]string) {
		parts[bodyPart] = strings.Replace(parts[bodyPart], lineWith(parts, words), "", 1)
	}
}

func addedLine(behind, properties, text string) wordEdit {
	return func(parts map[string]string) {
		line := lineWith(parts, behind)
		parts[bodyPart] = strings.Replace(parts[bodyPart], line, line+`<w:p><w:pPr><w:pStyle w:val="Preambular"/></w:pPr>`+setRun(properties, text)+"</w:p>\n", 1)
	}
}

func displacedLine(text, behind string) wordEdit {
	return func(parts map[string]string) {
		line := lineWith(parts, text)
		parts[bodyPart] = strings.Replace(parts[bodyPart], line, "", 1)
		after := lineWith(parts, behind)
		parts[bodyPart] = strings.Replace(parts[bodyPart], after, after+line, 1)
	}
}

func setRun(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// setApartBy sets words in a run of their own, and others behind them.
func setApartBy(properties, was, more, behind string) wordEdit {
	run := `</w:t></w:r>` + setRun(properties, was) + setRun(behind, more) + `<w:r><w:t xml:space="preserve">`
	if more == "" {
		run = `</w:t></w:r>` + setRun(properties, was) + `<w:r><w:t xml:space="preserve">`
	}
	return rewrite(was, run)
}

func allEdits(edits ...wordEdit) wordEdit {
	return func(parts map[string]string) {
		for _, e := range edits {
			e(parts)
		}
	}
}

// foundBy writes findings down, one a line: place, class, what was deleted and inserted.
func foundBy(g *Guard) string {
	var lines []string
	for _, f := range g.JSON().Findings {
		line := strings.TrimSpace(f.Place[:1]+" "+f.Label) + " " + f.Class
		for _, d := range f.Deleted {
			line += " [-" + strings.TrimSpace(d) + "-]"
		}
		for _, i := range f.Inserted {
			line += " {+" + strings.TrimSpace(i) + "+}"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func guarded(t testing.TB, base Stored, data []byte) *Guard {
	t.Helper()
	g, err := NewGuard(context.Background(), base, "marked.docx", data, View{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const byHandUnder, byHandStruck = `<w:u w:val="single"/><w:color w:val="FF0000"/>`, `<w:strike/>`

// TestGuard changes a Word file with tracked changes behind Word's back: exactly that is found.
func TestGuard(t *testing.T) {
	cases := []struct {
		name, language string
		edit           wordEdit
		want           string
		hand           string // what is marked by hand
	}{
		{name: "nothing", language: "en"},
		{name: "nothing", language: "ru"},
		{name: "nothing", language: "ar"},
		{name: "nothing", language: "zh"},
		{name: "words taken out of kept ones", language: "en", edit: rewrite(", and that what is learned there is carried home", ""),
			want: "p PP3 changed [-, and that what is learned there is carried home-]"},
		{name: "words taken out", language: "ru", edit: rewrite(", наблюдательности", ""), want: "p PP3 changed [-, наблюдательности-]"},
		{name: "words taken out", language: "ar", edit: rewrite(" وعلى أسطح المباني", ""), want: "p PP5 changed [-وعلى أسطح المباني-]"},
		{name: "words taken out", language: "zh", edit: rewrite("、屋顶上", ""), want: "p PP5 changed [-、屋顶上-]"},
		{name: "a word put in", language: "en", edit: rewrite("neither land nor water", "neither public land nor water"), want: "p PP5 changed {+public+}"},
		{name: "a number", language: "ru", edit: rewrite("51/913", "51/914"), want: "p PP2 changed [-51/913-] {+51/914+}"},
		{name: "two in one paragraph", language: "en", edit: allEdits(rewrite("tended by pupils", "kept by pupils"), rewrite("observation and respect", "respect")),
			want: "p PP3 changed [-tended-] [-observation and-] {+kept+}"},
		{name: "what is said to have stood there", language: "en", edit: rewrite(`>2001</w:delText>`, `>2003</w:delText>`), want: "p OP1 changed [-2001-] {+2003+}"},
		{name: "a paragraph put in", language: "en", edit: addedLine("Guided", "", "Alarmed by the number of schools without a garden,"),
			want: "p PP2 new {+Alarmed by the number of schools without a garden,+}"},
		{name: "a paragraph put in", language: "ar", edit: addedLine("تسترشد", "", "وإذ يساورها القلق إزاء المدارس التي لا حدائق لها،"),
			want: "p PP2 new {+وإذ يساورها القلق إزاء المدارس التي لا حدائق لها،+}"},
		{name: "a paragraph dropped", language: "zh", edit: droppedLine("深信"), want: "p PP3 deleted [-深信学生照料的菜园能够培养耐心、观察力和对自然的尊重，而且在菜园中学到的东西会带回家中，代代相传，-]"},
		{name: "a subparagraph dropped", language: "en", edit: droppedLine("training of teachers"), want: "p OP3 (b) deleted [-Include gardening in the training of teachers;-]"},
		{name: "a paragraph moved", language: "en", edit: displacedLine("Guided", "tended by pupils"), want: "p PP3 moved"},
		{name: "numbers alone", language: "en", edit: allEdits(rewrite(`>5.</w:t>`, `>9.</w:t>`), rewrite(`>2.</w:t>`, `>3.</w:t>`))},
		{name: "typography alone", language: "en", edit: allEdits(rewrite("“School gardens”", `"School`+"\u00a0"+`gardens"`), rewrite("Secretary-General to gather", "Secretary\u2011General to gather"))},
		{name: "a note", language: "en", edit: rewriteIn(notesPart, "sect. II", "sect. III"), want: "n 1 changed [-II-] {+III+}"},
		{name: "a note", language: "ru", edit: rewriteIn(notesPart, "Там же, приложение", "Там же, раздел I"), want: "n 2 changed [-приложение-] {+раздел I+}"},
		{name: "a call of a note", language: "en", edit: rewrite(`<w:footnoteReference w:id="1"/>`, ""), want: "p PP4 changed\nn 1 deleted [-See A/55/9214, sect. II.-]"},
		{name: "the title", language: "en", edit: rewrite("International cooperation for", "Regional cooperation for"), want: "p changed [-International-] {+Regional+}"},
		{name: "the masthead", language: "en", edit: rewrite("Fifty-fifth session", "Fifty-sixth session"), want: "m changed [-Fifty-fifth-] {+Fifty-sixth+}"},
		{name: "a sponsor", language: "en", edit: rewrite("Arcadia, Ruritania and Utopia", "Arcadia and Utopia"), want: "m changed [-, Ruritania-]"},
		{name: "two made one", language: "en", edit: rewrite(` United Nations,</w:t></w:r></w:p>`+"\n"+`<w:p><w:pPr><w:pStyle w:val="Preambular"/></w:pPr>`, ` United Nations,</w:t></w:r>`),
			want: "p PP1 merged"},
		{name: "struck by hand is told of", language: "en", edit: setApartBy(byHandStruck, "observation and ", "", ""), hand: "PP3 [-observation and-]"},
		{name: "struck and new by hand", language: "en", edit: setApartBy(byHandStruck, "tended", "kept", byHandUnder), hand: "PP3 [-tended-] {+kept+}"},
		{name: "struck and new by hand", language: "zh", edit: setApartBy(byHandStruck, "观察力", "想象力", byHandUnder), hand: "PP3 [-观察力-] {+想象力+}"},
		{name: "new by hand", language: "ru", edit: rewrite("многие школы", `многие </w:t></w:r>`+setRun(`<w:b/>`, "сельские ")+`<w:r><w:t xml:space="preserve">школы`), hand: "PP5 {+сельские+}"},
		{name: "new by hand, with its comma", language: "en", edit: rewrite("teaches patience,", `teaches </w:t></w:r>`+setRun(byHandUnder, "humility, ")+`<w:r><w:t xml:space="preserve">patience,`), hand: "PP3 {+humility+}"},
		{name: "a paragraph new by hand", language: "ar", edit: addedLine("تسترشد", byHandUnder, "وإذ يساورها القلق إزاء المدارس التي لا حدائق لها،"),
			hand: "PP2 {+وإذ يساورها القلق إزاء المدارس التي لا حدائق لها+}"},
		{name: "underlined words of the base", language: "en", edit: setApartBy(byHandUnder, "neither land", "", "")},
		{name: "new by hand, and old words gone in silence", language: "en", edit: rewrite("tended by pupils", `</w:t></w:r>`+setRun(byHandUnder, "kept")+`<w:r><w:t xml:space="preserve"> by pupils`),
			want: "p PP3 changed [-tended-]", hand: "PP3 {+kept+}"},
		{name: "a bold title with another word", language: "en", edit: rewrite("International cooperation for", "Regional cooperation for"), want: "p changed [-International-] {+Regional+}"},
	}
	for _, c := range cases {
		t.Run(c.language+", "+c.name, func(t *testing.T) {
			base, newer := sampleText(t, "A_C.2_55_L.901."+c.language+".txt"), sampleText(t, "A_RES_55_901."+c.language+".txt")
			g := guarded(t, base, c.edit.in(t, tracked(t, base, newer)))
			if got := foundBy(g); got != c.want {
				t.Errorf("got:\n%s\nnot:\n%s", got, c.want)
			}
			if got := handMarks(g); got != c.hand {
				t.Errorf("by hand:\n%s\nnot:\n%s", got, c.hand)
			}
			if len(g.Changers) != 1 || g.Changers[0].Author != "Perez" || g.Marked() < 10 {
				t.Errorf("marked: %v", g.Changers)
			}
		})
	}
}

// handMarks writes down what is marked by hand, a paragraph a line.
func handMarks(g *Guard) string {
	var lines []string
	last := ""
	for _, m := range g.ByHand {
		said := "{+" + strings.TrimSpace(m.Words) + "+}"
		if m.Struck {
			said = "[-" + strings.TrimSpace(m.Words) + "-]"
		}
		if m.Label == last && len(lines) > 0 {
			lines[len(lines)-1] += " " + said
			continue
		}
		last, lines = m.Label, append(lines, strings.TrimSpace(m.Label+" "+said))
	}
	return strings.Join(lines, "\n")
}

// TestGuardOfACleanFile: nothing is tracked, so that everything that differs is unmarked, and this is said first.
func TestGuardOfACleanFile(t *testing.T) {
	base, newer := sampleText(t, "A_C.2_55_L.901.en.txt"), sampleText(t, "A_RES_55_901.en.txt")
	var b bytes.Buffer
	if err := WriteText(&b, newer, "docx", Printing{}); err != nil {
		t.Fatal(err)
	}
	g := guarded(t, base, b.Bytes())
	c, err := Compare(context.Background(), base, newer, View{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := g.Silent(), len(c.AllChanges()); got != want || g.Marked() != 0 {
		t.Errorf("%d of %d changes, %d marked", got, want, g.Marked())
	}
	if said := g.Lines(LoadWords("en")); !strings.Contains(said[0], "no tracked changes") {
		t.Errorf("said first: %q", said[0])
	}
}

// TestGuardSaysWhy: a finding has its weight and reason, and that the paragraph was agreed.
func TestGuardSaysWhy(t *testing.T) {
	base, newer := sampleText(t, "A_C.2_55_L.901.en.txt"), sampleText(t, "A_RES_55_901.en.txt")
	at := slices.IndexFunc(base.Draft.Paragraphs, func(p resolution.Paragraph) bool { return p.Number == "2" })
	standings := make([]resolution.Standing, len(base.Draft.Paragraphs))
	standings[at] = resolution.Standing{Status: resolution.Agreed}
	data := rewrite("Invites", "Urges").in(t, tracked(t, base, newer))
	g, err := NewGuard(context.Background(), base, "marked.docx", data, View{Standings: Standings{Older: standings}})
	if err != nil {
		t.Fatal(err)
	}
	all := g.Findings()
	if len(all) != 1 {
		t.Fatalf("%d findings", len(all))
	}
	what := all[0].What(LoadWords("en"))
	for _, want := range []string{"Substantive", "“Invites” became “Urges”", "agreed"} {
		if !strings.Contains(what, want) {
			t.Errorf("%q says nothing of %s", what, want)
		}
	}
	russian := g.In(LoadWords("ru")).Report(LoadWords("ru"))
	if !regexp.MustCompile(`Неотмеченных изменений: 1`).MatchString(fmt.Sprint(russian.Sections)) {
		t.Errorf("in Russian: %v", russian.Sections)
	}
}

// TestGuardRefuses: what is no Word file is told so.
func TestGuardRefuses(t *testing.T) {
	base := sampleText(t, "A_C.2_55_L.901.en.txt")
	for name, want := range map[string]string{"draft.pdf": "no Word file", "draft.docx": "this is not a Word file"} {
		if _, err := NewGuard(context.Background(), base, name, []byte("no file"), View{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
