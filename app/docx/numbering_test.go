package docx

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumeral(t *testing.T) {
	cases := []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"none", 3, ""}, {"unheard of", 3, "3"},
		{"lowerLetter", 1, "a"}, {"lowerLetter", 26, "z"}, {"lowerLetter", 27, "aa"}, {"lowerLetter", 53, "aaa"}, {"upperLetter", 28, "BB"},
		{"lowerRoman", 4, "iv"}, {"upperRoman", 1999, "MCMXCIX"}, {"upperRoman", 1 << 30, "1073741824"}, {"lowerLetter", 1 << 30, "1073741824"},
		{"russianLower", 1, "а"}, {"russianLower", 10, "к"}, {"russianUpper", 28, "Я"}, {"russianLower", 29, "аа"},
		{"arabicAbjad", 4, "د"}, {"arabicAbjad", 5, "ه"}, {"arabicAlpha", 3, "ت"}, {"hindiNumbers", 15, "١٥"},
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"}, {"chineseCounting", 35, "三十五"},
		{"chineseCountingThousand", 105, "一百〇五"}, {"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 2000, "二千"},
		{"ideographDigital", 10, "一〇"}, {"ideographTraditional", 3, "丙"}, {"ideographTraditional", 11, "11"}, {"chineseLegalSimplified", 12, "拾贰"},
		{"decimalFullWidth", 12, "１２"}, {"decimalEnclosedCircle", 3, "③"}, {"decimalEnclosedCircle", 21, "21"},
		{"ordinal", 2, "2nd"}, {"ordinal", 12, "12th"}, {"numberInDash", 2, "- 2 -"}, {"lowerLetter", 0, "0"}, {"lowerLetter", -3, "-3"}, {"hex", 255, "FF"},
	}
	for _, c := range cases {
		if got := numeral(c.n, c.format, ""); got != c.want {
			t.Errorf("%d as %s is %q, want %q", c.n, c.format, got, c.want)
		}
	}
	if got := numeral(7, "custom", "001, 002, 003"); got != "007" {
		t.Errorf("a custom format: %q", got)
	}
}

// counting is a text of paragraphs in lists, and the numbers they must get. A paragraph is written "list/level"; "-" is
// one without a list, a name is one of that style.
type counting struct{ name, numbering, styles, text, want string }

func countings() []counting {
	levels := Lvl(0, "decimal", "%1.") + Lvl(1, "lowerLetter", "(%2)") + Lvl(2, "lowerRoman", "(%3)")
	start := func(at, n int) string {
		return fmt.Sprintf(`<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, at, n)
	}
	own := func(at int, inside string) string {
		return fmt.Sprintf(`<w:lvlOverride w:ilvl="%d">%s</w:lvlOverride>`, at, inside)
	}
	style := func(id, more string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + id + `"/>` + more + `</w:style>`
	}
	listed := func(id, level string) string {
		return `<w:pPr><w:numPr>` + level + `<w:numId w:val="` + id + `"/></w:numPr></w:pPr>`
	}
	return []counting{
		{"levels begin again", Kind(1, levels) + List(1, 1), "", "1/0 1/1 1/1 1/2 1/2 1/1 1/0 1/1 - 1/0", "1. (a) (b) (i) (ii) (c) 2. (a) - 3."},
		{"a level without the one above", Kind(1, levels) + List(1, 1), "", "1/1 1/1 1/0 1/0", "(a) (b) 1. 2."},
		{"lists of one kind count on", Kind(1, levels) + List(1, 1) + List(2, 1), "", "1/0 1/0 2/0 1/0", "1. 2. 3. 4."},
		{"lists of two kinds do not", Kind(1, levels) + Kind(2, levels) + List(1, 1) + List(2, 2), "", "1/0 2/0 1/0 2/0", "1. 1. 2. 2."},
		{"a list that starts over", Kind(1, levels) + List(1, 1) + List(2, 1, start(0, 1)), "", "1/0 1/0 2/0 2/0", "1. 2. 1. 2."},
		{"a list that starts at five", Kind(1, levels) + List(1, 1, start(0, 5), start(1, 3)), "", "1/0 1/1 1/0 1/1", "5. (c) 6. (c)"},
		{"a level of its own", Kind(1, levels) + List(1, 1, own(1, Lvl(1, "upperRoman", "%2)"))), "", "1/0 1/1 1/1", "1. I) II)"},
		{"after another level only", Kind(1, Lvl(0, "decimal", "%1.")+Lvl(1, "lowerLetter", "%2)", `<w:lvlRestart w:val="0"/>`)) + List(1, 1), "", "1/0 1/1 1/0 1/1", "1. a) 2. b)"},
		{"several levels in one", Kind(1, Lvl(0, "upperRoman", "%1")+Lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + List(1, 1), "", "1/0 1/1 1/1 1/0 1/1", "I 1.1 1.2 II 2.1"},
		{"bullets", Kind(1, Lvl(0, "bullet", "\uf0b7")+Lvl(1, "bullet", "–")) + List(1, 1), "", "1/0 1/1", "• –"},
		{"no number", Kind(1, levels) + List(1, 1), "", "1/0 0/0 9/0 1/8 1/0", "1. - - - 2."},
		{"russian", Kind(1, Lvl(0, "decimal", "%1.")+Lvl(1, "russianLower", "%2)")) + List(1, 1), "", "1/0 1/1 1/1", "1. а) б)"},
		{"arabic", Kind(1, Lvl(0, "decimal", "%1 -")+Lvl(1, "arabicAbjad", "(%2)")+Lvl(2, "decimal", "’%3‘")) + List(1, 1), "", "1/0 1/1 1/2", "1 - (أ) ’1‘"},
		{"chinese", Kind(1, Lvl(0, "decimal", "%1.")+Lvl(1, "lowerLetter", "(%2)")+Lvl(2, "chineseCounting", "(%3)")) + List(1, 1), "", "1/0 1/1 1/2 1/2", "1. (a) (一) (二)"},
		{"by a style", Kind(1, levels) + List(1, 1), style("One", listed("1", "")) + style("Two", `<w:basedOn w:val="One"/>`), "One Two - One", "1. 2. - 3."},
		{"by a style tied to a level", Kind(1, Lvl(0, "decimal", "%1.", `<w:pStyle w:val="One"/>`)+Lvl(1, "lowerLetter", "(%2)", `<w:pStyle w:val="Two"/>`)) + List(1, 1),
			style("One", listed("1", "")) + style("Two", `<w:basedOn w:val="One"/>`), "One Two Two One", "1. (a) (b) 2."},
		{"by a style of a level", Kind(1, levels) + List(1, 1), style("Two", listed("1", `<w:ilvl w:val="1"/>`)), "1/0 Two", "1. (a)"},
		{"a style without its list's number", Kind(1, levels) + List(1, 1), style("One", listed("1", "")) + style("Two", `<w:basedOn w:val="One"/>`+listed("0", "")), "One Two", "1. -"},
		{"through a style of lists", Kind(1, levels) + `<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>` + List(1, 1) + List(2, 2),
			`<w:style w:type="numbering" w:styleId="L">` + listed("1", "") + `</w:style>`, "2/0 2/1", "1. (a)"},
	}
}

// TestAutomaticNumbers counts paragraphs as Word does.
func TestAutomaticNumbers(t *testing.T) {
	for _, c := range countings() {
		t.Run(c.name, func(t *testing.T) {
			body := ""
			for _, place := range strings.Fields(c.text) {
				var id, at int
				properties := ""
				switch {
				case strings.Contains(place, "/"):
					if _, err := fmt.Sscanf(place, "%d/%d", &id, &at); err != nil {
						t.Fatal(err)
					}
					properties = Num(id, at)
				case place != "-":
					properties = Pr(`<w:pStyle w:val="` + place + `"/>`)
				}
				body += P(properties, T("words"))
			}
			f, err := readWhole(build(parts{"body": body, "numbering": c.numbering, "styles": c.styles}))
			if err != nil {
				t.Fatal(err)
			}
			shown := Accepted.see(f.body)
			f.number(shown)
			var labels []string
			for _, s := range shown {
				if s.label == "" {
					s.label = "-"
				}
				labels = append(labels, s.label)
			}
			if got := strings.Join(labels, " "); got != c.want {
				t.Errorf("%s\nis numbered %s\nwant        %s", c.text, got, c.want)
			}
		})
	}
}

// TestNumbersOfAText: automatic numbers become those of paragraphs, subparagraphs, parts.
func TestNumbersOfAText(t *testing.T) {
	numbering := Kind(1, Lvl(0, "decimal", "%1."), Lvl(1, "lowerLetter", "(%2)"), Lvl(2, "lowerRoman", "(%3)")) + List(1, 1) +
		Kind(2, Lvl(0, "upperRoman", "%1.")) + List(2, 2) + List(3, 1, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`) +
		Kind(4, Lvl(0, "decimal", "Article %1.")) + List(4, 4)
	sub := ""
	for _, letter := range "abcdefgh" {
		sub += P(Num(1, 1), T("Item "+string(letter)+";"))
	}
	d := mustRead(t, build(parts{"numbering": numbering, "body": organ +
		P(Num(2, 0), B("Ferries")) + P(I("Recalling"), T(" its ferries,")) +
		P(Num(1, 0), I("Requests"), T(" the following:")) + sub + P(Num(1, 2), T("Nested;")) + P(Num(1, 2), T("Nested again;")) + P(Num(1, 1), T("Ninth;")) +
		P(Num(1, 0), I("Decides"), T(" to go on.")) +
		P(Num(2, 0), B("Bridges")) + P(I("Recalling"), T(" its bridges,")) + P(Num(3, 0), I("Decides"), T(" to go on.")) +
		P(Pr(centred), T("Annex")) + P(Num(4, 0), T("Bridges are crossed."))}), Accepted)
	compare(t, bodyOf(d), `
part|I|Ferries
preambular||Recalling its ferries,
operative|1|Requests the following:
subparagraph|(a)|Item a;
subparagraph|(b)|Item b;
subparagraph|(c)|Item c;
subparagraph|(d)|Item d;
subparagraph|(e)|Item e;
subparagraph|(f)|Item f;
subparagraph|(g)|Item g;
subparagraph|(h)|Item h;
subparagraph|(i)|Nested;
subparagraph|(ii)|Nested again;
subparagraph|(i)|Ninth;
operative|2|Decides to go on.
part|II|Bridges
preambular||Recalling its bridges,
operative|1|Decides to go on.
annex||Annex
annex||Article 1. Bridges are crossed.
`)
	var depth []string
	for _, p := range d.Draft.Paragraphs {
		depth = append(depth, fmt.Sprint(p.Level))
	}
	if got := strings.Join(depth, ""); got != "00001111111122100000"+"0" {
		t.Errorf("levels %s", got)
	}
}
