package resolution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mutatis/assets"
)

// nth is the index of the n-th paragraph of a kind, counted from 1.
func nth(d *Draft, k Kind, n int) int {
	for i, p := range d.Paragraphs {
		if p.Kind == k {
			if n--; n == 0 {
				return i
			}
		}
	}
	panic("the sample has too few paragraphs")
}

// endWith changes the end of a paragraph's text.
func endWith(p *Paragraph, end string) {
	r := []rune(p.Text)
	p.Text = string(r[:len(r)-1]) + end
}

// spoken are sentences that the faults below need, in every language.
var spoken = map[Language]struct{ above, cited, dated string }{
	English: {"in paragraph 99 above", "its resolution 70/99 of 17 December 2015", "its resolution 54/99 of 17 December 2002"},
	French:  {"au paragraphe 99 ci-dessus", "sa résolution 70/99 du 17 décembre 2015", "sa résolution 54/99 du 17 décembre 2002"},
	Spanish: {"en el párrafo 99 supra", "su resolución 70/99, de 17 de diciembre de 2015", "su resolución 54/99, de 17 de diciembre de 2002"},
	Russian: {"в пункте 99 выше", "свою резолюцию 70/99 от 17 декабря 2015 года", "свою резолюцию 54/99 от 17 декабря 2002 года"},
	Chinese: {"上文第99段", "其2015年12月17日第70/99号决议", ""},
	Arabic:  {"الفقرة 99 أعلاه", "قرارها 70/99 المؤرخ 17 كانون الأول/ديسمبر 2015", "قرارها 54/99 المؤرخ 17 كانون الأول/ديسمبر 2002"},
}

// insertInto puts words into a paragraph behind its opening.
func insertInto(p *Paragraph, words string) {
	r := []rune(p.Text)
	p.Text = string(r[:p.Opening]) + " " + words + " " + string(r[p.Opening:])
	p.Notes = nil
}

// faultsMade are what an editor must stop at, made in a text that has none.
var faultsMade = []struct {
	name, check, label, words string
	make                      func(d *Draft)
}{
	{"a paragraph is left out", CheckNumbers, "OP3", "number 2 is missing", func(d *Draft) {
		i := nth(d, Operative, 2)
		for d.Paragraphs[i+1].Kind == Subparagraph {
			d.Paragraphs = slices.Delete(d.Paragraphs, i+1, i+2)
		}
		d.Paragraphs = slices.Delete(d.Paragraphs, i, i+1)
	}},
	{"a number stands twice", CheckNumbers, "OP2", "stands twice", func(d *Draft) { d.Paragraphs[nth(d, Operative, 3)].Number = "2" }},
	{"the count begins again", CheckNumbers, "OP1", "begins again", func(d *Draft) { d.Paragraphs[nth(d, Operative, 4)].Number = "1" }},
	{"a subparagraph is left out", CheckNumbers, "OP1 ", "is missing before", func(d *Draft) {
		l := d.Language
		subs := []Paragraph{{Kind: Subparagraph, Level: 1, Number: Label(1, 1, l), Text: "x;"}, {Kind: Subparagraph, Level: 1, Number: Label(3, 1, l), Text: "y;"}}
		d.Paragraphs = slices.Insert(d.Paragraphs, nth(d, Operative, 2), subs...)
	}},
	{"a bracket is open", CheckBrackets, "OP2", "is not closed", func(d *Draft) { insertInto(&d.Paragraphs[nth(d, Operative, 2)], "[…") }},
	{"a bracket of a note is open", CheckBrackets, "note 1", "stands alone", func(d *Draft) {
		d.Footnotes = slices.Clone(d.Footnotes)
		d.Footnotes[0].Text += " (annex"
	}},
	{"a bracket closes nothing", CheckBrackets, "PP2", "nothing opens", func(d *Draft) { insertInto(&d.Paragraphs[nth(d, Preambular, 2)], "…]") }},
	{"a preambular paragraph ends with a stop", CheckPunctuation, "PP1", "a comma", func(d *Draft) { endWith(&d.Paragraphs[nth(d, Preambular, 1)], ".") }},
	{"an operative paragraph ends with a comma", CheckPunctuation, "OP5", "a semicolon", func(d *Draft) { endWith(&d.Paragraphs[nth(d, Operative, 5)], ",") }},
	{"the last paragraph ends with a semicolon", CheckPunctuation, "OP7", "a full stop", func(d *Draft) { endWith(&d.Paragraphs[nth(d, Operative, 7)], ";") }},
	{"a note is lost", CheckNotes, "", "has no text", func(d *Draft) { d.Footnotes = d.Footnotes[:len(d.Footnotes)-1] }},
	{"a call is lost", CheckNotes, "note 1", "no place calls", func(d *Draft) {
		for i := range d.Paragraphs {
			d.Paragraphs[i].Notes = slices.DeleteFunc(slices.Clone(d.Paragraphs[i].Notes), func(n NoteCall) bool { return n.Number == "1" })
		}
	}},
	{"a reference leads nowhere", CheckReferences, "OP3", "no paragraph 99", func(d *Draft) {
		insertInto(&d.Paragraphs[nth(d, Operative, 3)], spoken[d.Language].above)
	}},
	{"a reference leads below", CheckReferences, "OP3", "is not above", func(d *Draft) {
		insertInto(&d.Paragraphs[nth(d, Operative, 3)], strings.Replace(spoken[d.Language].above, "99", "5", 1))
	}},
	{"a later session is cited", CheckCitations, "PP2", "70", func(d *Draft) {
		insertInto(&d.Paragraphs[nth(d, Preambular, 2)], spoken[d.Language].cited)
	}},
	{"a date is none of its session", CheckCitations, "PP2", "1999", func(d *Draft) {
		insertInto(&d.Paragraphs[nth(d, Preambular, 2)], spoken[d.Language].dated)
	}},
	{"the report did not roll on", CheckSessions, "OP6", "is over", func(d *Draft) { d.Symbol, d.Session, d.Header.Session = "A/RES/59/901", 59, "" }},
	{"the agenda did not roll on", CheckSessions, "OP7", "is over", func(d *Draft) { d.Symbol, d.Session, d.Header.Session = "A/RES/59/901", 59, "" }},
	{"the masthead did not roll on", CheckSessions, "", "the masthead", func(d *Draft) { d.Symbol, d.Session = "A/RES/57/901", 57 }},
}

// TestCheckFindsWhatIsMade makes one fault after another in the sample text of every language, in which there is none.
func TestCheckFindsWhatIsMade(t *testing.T) {
	for _, s := range assets.SampleTexts() {
		read := func() Draft { d, _ := ReadText(s.Text); return d }
		if found := Check(read()); len(found) > 0 {
			t.Errorf("%s: found %+v", s.File, found)
		}
		if !strings.HasPrefix(s.File, "A_RES_55_901") {
			continue
		}
		for _, f := range faultsMade {
			if f.words == "1999" && s.Language == "zh" {
				continue // the date stands before the number
			}
			t.Run(s.Language+" "+f.name, func(t *testing.T) {
				d := read()
				f.make(&d)
				found := Check(d)
				if !slices.ContainsFunc(found, func(x Finding) bool {
					return x.Check == f.check && strings.HasPrefix(x.Label, f.label) && strings.Contains(x.Message, f.words)
				}) {
					t.Errorf("not found among %+v", found)
				}
				for _, x := range found {
					if x.Check != f.check {
						t.Errorf("found besides: %+v", x)
					}
				}
			})
		}
	}
}

// TestCheckOpenings: the Assembly says also when it opens alike and speaks to the same.
func TestCheckOpenings(t *testing.T) {
	for _, c := range []struct {
		organ, first, second string
		want                 int
	}{
		{"The General Assembly,", "Requests the Secretary-General to report;", "Requests the Secretary-General to publish;", 1},
		{"The General Assembly,", "Requests the Secretary-General to report;", "Also requests the Secretary-General to publish;", 0},
		{"The General Assembly,", "Requests the Secretary-General to report;", "Requests Member States to help;", 0},
		{"The General Assembly,", "Further requests the Secretary-General to report;", "Requests the Secretary-General to publish;", 0},
		{"The Security Council,", "Decides that it shall end;", "Decides that it shall begin;", 0},
		{"L’Assemblée générale,", "Prie le Secrétaire général de faire rapport ;", "Prie le Secrétaire général de publier ;", 1},
		{"Генеральная Ассамблея,", "просит Генерального секретаря доложить;", "просит Генерального секретаря опубликовать;", 1},
		{"Генеральная Ассамблея,", "просит Генерального секретаря доложить;", "просит также Генерального секретаря опубликовать;", 0},
		{"La Asamblea General,", "Solicita al Secretario General que informe;", "Solicita al Secretario General que publique;", 1},
	} {
		l := map[rune]Language{'T': English, 'L': French, 'Г': Russian}[[]rune(c.organ)[0]]
		if strings.HasPrefix(c.organ, "La ") {
			l = Spanish
		}
		d := Draft{Language: l, Paragraphs: []Paragraph{
			{Kind: Organ, Text: c.organ}, {Kind: Operative, Number: "1", Text: c.first}, {Kind: Operative, Number: "2", Text: c.second},
		}}
		n := 0
		for _, f := range Check(d) {
			if f.Check == CheckOpenings {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s %s: %d findings", c.first, c.second, n)
		}
	}
}

// TestUnpaired: which brackets and quotation marks stand alone.
func TestUnpaired(t *testing.T) {
	for text, want := range map[string]string{
		"the Convention (see annex) and [brackets [in] brackets]": "",
		"a) first, b) second":                         "",
		"(a) first, ii) second":                       "",
		"(see Supplement No. 18 (A/57/18), chap. II)": "",
		"the Convention (see annex and":               "(",
		"the Convention see annex) and":               ")",
		"“a quotation” of “another":                   "“",
		"«Повестка “дня” »":                           "",
		"（见附件)及《公约》":                                  "",
		"《公约":                                         "《",
		"(أ) الفقرة (ب":                               "(",
		"[agreed (ad ref]":                            "(]",
	} {
		got := ""
		for _, at := range unpaired([]rune(text), English) {
			got += string([]rune(text)[at])
		}
		if got != want && !(want == "(]" && got != "") {
			t.Errorf("%s: %q alone, want %q", text, got, want)
		}
	}
}

// FuzzCheck: strange drafts make findings or none, and their places are in the text.
func FuzzCheck(f *testing.F) {
	for _, s := range assets.SampleTexts() {
		f.Add(s.Text)
	}
	f.Add("The General Assembly,\n\n1. Requests (a) ) ) [ “ paragraph 3 above of 99/99 of 31 June 2020")
	f.Fuzz(func(t *testing.T, text string) {
		d, _ := ReadText(text)
		for _, x := range Check(d) {
			if x.Paragraph < -1 || x.Paragraph >= len(d.Paragraphs) {
				t.Fatalf("%+v is of no paragraph", x)
			}
			if x.Paragraph >= 0 && x.Offset+x.Length > len([]rune(d.Paragraphs[x.Paragraph].Text)) {
				t.Fatalf("%+v is outside its paragraph", x)
			}
			if x.Message == "" || fmt.Sprint(x.Level) == "" {
				t.Fatalf("%+v says nothing", x)
			}
		}
	})
}
