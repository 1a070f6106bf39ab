package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/assets"
)

// TestFindingsAreSaidInEveryInterfaceLanguage: each sentence has its translations, with the same arguments in the same order.
func TestFindingsAreSaidInEveryInterfaceLanguage(t *testing.T) {
	verb := regexp.MustCompile(`%[sdqc]`)
	for _, language := range assets.Translations() {
		words, table := LoadWords(language), assets.Translation(language)
		for _, key := range resolution.FindingKeys() {
			said, ok := table["check.remark."+key]
			english := verb.FindAllString(strings.ReplaceAll(resolution.FindingSentence(key), "%q", "%s"), -1)
			if own := verb.FindAllString(said, -1); !ok || !slices.Equal(own, english) {
				t.Errorf("%s: %s is %q, in English %q", language, key, said, resolution.FindingSentence(key))
			}
			var args []any
			for _, v := range english {
				args = append(args, map[string]any{"%d": 3, "%s": "war", "%c": '['}[v])
			}
			if shown := words.Remark(resolution.Finding{Key: key, Args: args}); strings.Contains(shown, "%!") || language == "ru" && !cyrillic.MatchString(shown) {
				t.Errorf("%s: %s is shown as %q", language, key, shown)
			}
		}
		for _, level := range []resolution.Level{resolution.Wrong, resolution.Doubtful, resolution.Advice} {
			if _, ok := table["check.level."+string(level)]; !ok {
				t.Errorf("%s: the level %s has no name", language, level)
			}
		}
	}
}

var cyrillic = regexp.MustCompile(`\p{Cyrillic}`)

// TestCheckInTheWindow: the text in front is checked, in the window's language, and the draft while it is being written.
func TestCheckInTheWindow(t *testing.T) {
	a := newApp(t)
	d := draft("A/C.2/80/L.1", 80, resolution.Tabled, "Recalling its [resolution,", "1. Requests the school to report;", "3. Decides to meet.")
	s := add(t, a, d)
	if a.checkable() {
		t.Error("nothing is in front to be checked")
	}
	a.Show(&Reading{Stored: s, Selected: -1})
	a.Do("draft.check")
	for language, want := range map[string][]string{
		"en": {"PP1|wrong|[ opens here and is not closed: close it, or take it out.", "OP3|wrong|Number 2 is missing: OP3 follows paragraph 1."},
		"ru": {"PP1|ошибка|Знак [ здесь открыт и не закрыт: закройте его или уберите.", "OP3|ошибка|Номера 2 нет: OP3 следует за пунктом 1."},
	} {
		if got := checkedRows(t, a, LoadWords(language)); !slices.Equal(got, want) {
			t.Errorf("%s: %q", language, got)
		}
	}
	if !a.printable() || !a.savedAsPDF() || !a.webPage() {
		t.Error("the list is not printed")
	}
	e, err := a.Edit(s)
	must(t, err)
	a.Show(e)
	must(t, e.SetText(1, "Recalling its resolution,"))
	a.Do("draft.check")
	if got := checkedRows(t, a, a.Words); len(got) != 1 || !strings.HasPrefix(got[0], "OP3|") {
		t.Errorf("of the draft as it is now: %q", got)
	}
}

// TestLead: a finding leads to its paragraph, in a draft also after the draft was written on.
func TestLead(t *testing.T) {
	a := newApp(t)
	s := add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled, "Recalling its [resolution,", "1. Requests the school to report;", "3. Decides to meet."))
	a.Show(&Reading{Stored: s, Selected: -1})
	a.Do("draft.check")
	c := a.Current().(*Checked)
	last := c.Findings[len(c.Findings)-1].Paragraph
	must(t, a.Lead(c, len(c.Findings)-1))
	if r, ok := a.Current().(*Reading); !ok || r.Selected != last || last < 2 {
		t.Errorf("the last finding leads to %+v, want paragraph %d", a.Current(), last)
	}
	e, err := a.Edit(s)
	must(t, err)
	a.Show(e)
	a.Do("draft.check")
	c = a.Current().(*Checked)
	must(t, e.Move(last, -1))
	must(t, a.Lead(c, len(c.Findings)-1))
	if a.Current() != Tab(e) || e.Selected != last-1 {
		t.Errorf("the finding leads to paragraph %d of %T, want %d of the draft", e.Selected, a.Current(), last-1)
	}
	if err := a.Lead(c, 99); err != nil {
		t.Error(err)
	}
}

// TestPlaceOf: a note's finding is at the paragraph that calls the note.
func TestPlaceOf(t *testing.T) {
	d := resolution.Draft{Paragraphs: []resolution.Paragraph{{}, {Notes: []resolution.NoteCall{{Number: "2"}}}}}
	for want, f := range map[int]resolution.Finding{1: {Paragraph: -1, Note: "2"}, 0: {}, -1: {Paragraph: -1, Note: "9"}} {
		if got := placeOf(f, d); got != want {
			t.Errorf("%+v is at %d, want %d", f, got, want)
		}
	}
}

func checkedRows(t *testing.T, a *App, w Words) (rows []string) {
	t.Helper()
	c, ok := a.Current().(*Checked)
	if !ok {
		t.Fatalf("%T is in front", a.Current())
	}
	for _, s := range c.List(w).Sections {
		for _, row := range s.Table.Rows {
			var cells []string
			for _, cell := range row {
				cells = append(cells, cell[0].Text)
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
	}
	return rows
}

// TestFindingPlaces: a note and the whole text have names in the window's language, too.
func TestFindingPlaces(t *testing.T) {
	d := resolution.Draft{Paragraphs: []resolution.Paragraph{{Kind: resolution.Organ}}}
	w := LoadWords("ru")
	for want, f := range map[string]resolution.Finding{
		"сноска 4":   {Paragraph: -1, Label: "note 4", Note: "4"},
		"весь текст": {Paragraph: -1},
		"орган":      {Label: "organ"},
		"OP3":        {Label: "OP3"},
	} {
		if got := w.FindingPlace(d, f); got != want {
			t.Errorf("%+v is at %q, want %q", f, got, want)
		}
	}
}

// TestEveryTroubleOfKeepingHasItsWords: whatever error storage names stands in the table of what a window says.
func TestEveryTroubleOfKeepingHasItsWords(t *testing.T) {
	files, err := filepath.Glob("../storage/*.go")
	must(t, err)
	named := map[string]string{}
	for _, x := range troubles {
		named[x.err.Error()] = x.key
		for _, language := range assets.Translations() {
			if assets.Translation(language)["trouble."+x.key] == "" {
				t.Errorf("%s: trouble.%s has no words", language, x.key)
			}
		}
	}
	for _, file := range files {
		for name, sentence := range errorsOf(t, file) {
			if named[sentence] == "" {
				t.Errorf("%s: %s is said in English in every window", filepath.Base(file), name)
			}
		}
	}
}

// errorsOf are the exported errors that a file of Go names, with their sentences.
func errorsOf(t *testing.T, file string) map[string]string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	must(t, err)
	found := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		for i := 0; ok && i < len(v.Names) && i < len(v.Values); i++ {
			call, isCall := v.Values[i].(*ast.CallExpr)
			if !isCall || len(call.Args) != 1 || !strings.HasPrefix(v.Names[i].Name, "Err") {
				continue
			}
			if text, isText := call.Args[0].(*ast.BasicLit); isText {
				found[v.Names[i].Name] = strings.Trim(text.Value, `"`)
			}
		}
		return true
	})
	return found
}
