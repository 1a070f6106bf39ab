package resolution

import (
	"os"
	"strings"
	"testing"
)

func TestCitations(t *testing.T) {
	tests := []struct {
		name string
		lang Language
		text string
		want string // symbols, with the words they are printed as in brackets where these differ
	}{
		{"one resolution", English, "Recalling its resolution 45/158 of 18 December 1990,", "A/RES/45/158=45/158"},
		{"a list", English, "Recalling its resolutions 47/19 of 24 November 1992, 48/16 of 3 November 1993 and 49/9 of 26 October 1994, and other texts 3/4", "A/RES/47/19=47/19 A/RES/48/16=48/16 A/RES/49/9=49/9"},
		{"two nouns", English, "section I of its resolution 55/238 of 23 December 2000, its resolutions 55/271 of 14 June 2001 and decision 72/558", "A/RES/55/238=55/238 A/RES/55/271=55/271 A/DEC/72/558=72/558"},
		{"a letter", English, "resolutions 47/218 A of 23 December 1992 and 48/226 C", "A/RES/47/218 A=47/218 A A/RES/48/226 C=48/226 C"},
		{"a range of letters", English, "resolution 51/211 A to E", "A/RES/51/211=51/211 A to E"},
		{"no letter", English, "resolution 31/16 Adopted in 1976", "A/RES/31/16=31/16"},
		{"roman", English, "resolution 217 A (III) and resolution 2758 (XXVI)", "A/RES/217 A (III)=217 A (III) A/RES/2758 (XXVI)=2758 (XXVI)"},
		{"Security Council", English, "Security Council resolutions 1325 (2000) of 31 October 2000 and 1540 (2004)", "S/RES/1325 (2000)=1325 (2000) S/RES/1540 (2004)=1540 (2004)"},
		{"Economic and Social Council", English, "Council resolution 2000/34 of 28 July 2000", "E/RES/2000/34=2000/34"},
		{"Human Rights Council by name", English, "Human Rights Council resolution 35/3 of 22 June 2017", "A/HRC/RES/35/3=35/3"},
		{"Human Rights Council by date", English, "resolution 35/3 of 22 June 2017", "A/HRC/RES/35/3=35/3"},
		{"Human Rights Council by session", English, "resolution 16/21 of 25 March 2011", "A/HRC/RES/16/21=16/21"},
		{"Commission", English, "Commission on Human Rights resolution 2005/55", "E/CN.4/RES/2005/55=2005/55"},
		{"special sessions", English, "resolutions S-27/2 of 10 May 2002 and ES‑10/1", "A/RES/S-27/2=S-27/2 A/RES/ES-10/1=ES‑10/1"},
		{"symbols", English, "A/CONF.157/24 (Part I), chap. III, and A/56/1026-S/2002/932; document S/12333.", "A/CONF.157/24 (Part I)=A/CONF.157/24 (Part I) A/56/1026=A/56/1026 S/12333=S/12333"},
		{"a resolution's symbol", English, "see A/RES/70/1 and S/RES/408 (1977)", "A/RES/70/1=A/RES/70/1 S/RES/408 (1977)=S/RES/408 (1977)"},
		{"fractions are no resolutions", English, "adopted by 2/3 of the members on 11/12 and/or later", ""},
		{"French", French, "Rappelant sa résolution 45/158 du 18 décembre 1990 et ses résolutions 58/1 B du 23 décembre 2003 et 2 (I) du 1er février 1946", "A/RES/45/158=45/158 A/RES/58/1 B=58/1 B A/RES/2 (I)=2 (I)"},
		{"Spanish", Spanish, "Recordando sus resoluciones 57/218, de 18 de diciembre de 2002, y 45/158, de 18 de diciembre de 1990,", "A/RES/57/218=57/218 A/RES/45/158=45/158"},
		{"Russian", Russian, "ссылаясь на свои резолюции 47/19 от 24 ноября 1992 года, 48/16 от 3 ноября 1993 года и резолюцию 217 А (III)", "A/RES/47/19=47/19 A/RES/48/16=48/16 A/RES/217 A (III)=217 А (III)"},
		{"Russian symbol", Russian, "Дополнение № 48 (А/59/48)", "A/59/48=А/59/48"},
		{"Russian body", Russian, "в резолюции Совета по правам человека 5/1 и в резолюциях Совета Безопасности 1325 (2000)", "A/HRC/RES/5/1=5/1 S/RES/1325 (2000)=1325 (2000)"},
		{"Chinese", Chinese, "回顾其2015年12月21日第70/386号、2018年12月20日第73/392号和第217 A(III)号决议", "A/RES/70/386=70/386 A/RES/73/392=73/392 A/RES/217 A (III)=217 A(III)"},
		{"Chinese decision", Chinese, "第54/432号决定", "A/DEC/54/432=54/432"},
		{"Arabic", Arabic, "إذ تشير إلى قراراتها 70/391 المؤرخ 22 كانون الأول/ديسمبر 2015، و 73/401 المؤرخ 20 كانون الأول/ديسمبر 2018", "A/RES/70/391=70/391 A/RES/73/401=73/401"},
		{"Arabic letters", Arabic, "القرار 217 ألف (د -3)", "A/RES/217 A (III)=217 ألف (د -3)"},
		{"Arabic special session", Arabic, "القرار دإط-10/1", "A/RES/ES-10/1=دإط-10/1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			runes := []rune(tt.text)
			for _, c := range Citations(tt.text, tt.lang) {
				got = append(got, c.Symbol+"="+c.Text)
				if string(runes[c.Offset:c.Offset+c.Length]) != c.Text {
					t.Errorf("offset %d, length %d hold %q, not %q", c.Offset, c.Length, string(runes[c.Offset:c.Offset+c.Length]), c.Text)
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

// TestCitationExamples finds one citation in each of sixty phrases from real texts.
func TestCitationExamples(t *testing.T) {
	data, err := os.ReadFile(shared(t, "drafting", "citation_examples.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(data)) {
		lang, text, _ := strings.Cut(strings.TrimSpace(row), "\t")
		if got := Citations(text, Language(lang)); len(got) != 1 {
			t.Errorf("%s: %q has the citations %v", lang, text, got)
		}
	}
}
