package resolution

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Two wordings that a person who looks for the one wants to find with the other.
func TestTermsFold(t *testing.T) {
	for _, c := range []struct {
		name string
		lang Language
		a, b string
	}{
		{"English inflection", English, "Requests the Secretary-General", "requesting the secretary general"},
		{"French accents and elision", French, "Prie l’Assemblée générale d’examiner", "prie l'assemblee generale d'examinant"},
		{"Spanish inflection", Spanish, "las resoluciones pertinentes", "Las Resolución pertinente"},
		{"Russian cases, ё and й decomposed", Russian, "трудящихся-мигрантов всё ещё", "трудящимся мигрантам все еще"},
		{"й is no и", Russian, "й", "й"},
		{"Arabic clitics, vowels, hamza, tatweel", Arabic, "وَالقَرَارَات الأســاسية", "القرار اساسيه"},
		{"Arabic-Indic digits", Arabic, "القرار ٥٨/١٦٦", "القرار 58/166"},
		{"Chinese punctuation", Chinese, "大会，回顾", "大会回顾"[:6] + "、" + "回顾"},
		{"full width", Chinese, "Ａ／ＲＥＳ／５９", "A/RES/59"},
		{"a Cyrillic letter in a symbol", Russian, "А/59/328", "A/59/328"},
		{"soft hyphens and non-breaking blanks", English, "inter\u00adnational\u00a0law", "international law"},
		{"ligatures", English, "ﬁnancing", "financing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := Stems(Terms(c.a, c.lang)), Stems(Terms(c.b, c.lang))
			if !slices.Equal(a, b) {
				t.Errorf("%q is %q, %q is %q", c.a, a, c.b, b)
			}
		})
	}
}

// Words that say something else must not become one.
func TestTermsKeepApart(t *testing.T) {
	for _, c := range []struct {
		lang Language
		a, b string
	}{
		{Russian, "мир", "мера"}, {English, "new", "news"}, {Arabic, "سلام", "سلاح"}, {Chinese, "大会", "会大"},
	} {
		if slices.Equal(Stems(Terms(c.a, c.lang)), Stems(Terms(c.b, c.lang))) {
			t.Errorf("%s and %s are one", c.a, c.b)
		}
	}
}

func TestTermsStand(t *testing.T) {
	for _, c := range []struct {
		text string
		lang Language
		want []Term
	}{
		{"Urges States,", English, []Term{{"urg", 0, 5}, {"state", 6, 12}}},
		{"大会要求", Chinese, []Term{{"大会", 0, 2}, {"会要", 1, 3}, {"要求", 2, 4}}},
		{"水。第58号", Chinese, []Term{{"水", 0, 1}, {"第", 2, 3}, {"58", 3, 5}, {"号", 5, 6}}},
		{"", English, nil}, {" — ", English, nil},
	} {
		if got := Terms(c.text, c.lang); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestFindPhrase(t *testing.T) {
	text := strings.Fields("urges all states to ratify the convention as a matter of priority and to ratify protocols")
	for _, c := range []struct {
		phrase   string
		from, to int
		likeness float64
	}{
		{"ratify the convention", 4, 7, 1},
		{"ratify this convention as a matter of high priority", 4, 12, 0.6},
		{"of a children", 8, 11, 0.3},
		{"nothing there", 0, 0, 0},
	} {
		from, to, likeness := FindPhrase(strings.Fields(c.phrase), text)
		if from != c.from || to != c.to || likeness < c.likeness {
			t.Errorf("%s: %v with %.2f", c.phrase, text[from:to], likeness)
		}
	}
}

func TestLikeness(t *testing.T) {
	a := strings.Fields("recalling its earlier resolutions on wells")
	for _, c := range []struct {
		b           string
		least, most float64
	}{
		{"recalling its earlier resolutions on wells", 1, 1},
		{"recalling its many resolutions on wells", 0.6, 0.8},
		{"wells on resolutions earlier its recalling", 0.5, 0.5},
		{"nothing in common", 0, 0},
	} {
		if got := Likeness(a, strings.Fields(c.b)); got < c.least || got > c.most {
			t.Errorf("%s: %.3f", c.b, got)
		}
	}
}

// What is kept of a text is kept of every text that holds its words.
func TestWinnowKeepsTheSame(t *testing.T) {
	words := strings.Fields(strings.Repeat("a b c d e f g h i j k l m n o p ", 1) + "q r s t u v w x y z aa bb cc dd ee ff")
	whole := Shingles(words, English)
	part := Shingles(words[4:28], English)
	shared := 0
	for _, h := range part {
		if slices.Contains(whole, h) {
			shared++
		}
	}
	if len(whole) >= len(words)*3/4 || shared < len(part)-2 {
		t.Errorf("%d of %d kept, %d of %d shared", len(whole), len(words), shared, len(part))
	}
}

func FuzzTerms(f *testing.F) {
	for _, s := range []string{"Urges States", "l’Assemblée", "трудящихся-мигрантов", "وَالقَرَارَات", "大会，58号", "\xff\xfe a", "й\u0306\u0306"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range Languages {
			last := 0
			for _, term := range Terms(text, l) {
				if term.Stem == "" || term.From < last || term.To <= term.From || term.To > utf8.RuneCountInString(text) {
					t.Fatalf("%s: %+v in %q", l, term, text)
				}
				last = term.From
				if strings.ContainsAny(term.Stem, " \"*()") {
					t.Fatalf("%s: a stem with a sign: %q", l, term.Stem)
				}
			}
		}
	})
}
