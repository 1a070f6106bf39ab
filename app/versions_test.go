package app

import (
	"slices"
	"testing"

	"mutatis/app/resolution"
)

func TestVersionsOfASampleText(t *testing.T) {
	a := newApp(t)
	must(t, a.AddSample())
	for _, c := range []struct {
		symbol string
		want   []resolution.Language
	}{
		{"A/RES/55/901", resolution.Languages},
		{"A/RES/79/908", []resolution.Language{resolution.English}},
	} {
		for _, text := range a.BySymbol(c.symbol) {
			var got []resolution.Language
			for _, v := range a.Versions(text) {
				got = append(got, v.Language)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s %s: %v", c.symbol, text.Language, got)
			}
		}
	}
}

// What a text cites leads back from what is cited, whether that is in the library or not.
func TestCitedBy(t *testing.T) {
	a := newApp(t)
	must(t, a.AddSample())
	for _, symbol := range []string{"A/RES/78/911", "A/RES/51/913"} {
		citing, err := a.CitedBy(symbol)
		if err != nil || len(citing) == 0 {
			t.Fatalf("%s: %v, %v", symbol, citing, err)
		}
		for _, c := range citing {
			s, err := a.Stored(c.Text.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range c.Paragraphs {
				found := slices.ContainsFunc(resolution.Citations(s.Draft.Paragraphs[p].Text, s.Draft.Language),
					func(c resolution.Citation) bool { return c.Symbol == symbol })
				if !found {
					t.Errorf("%s is not named in %s: %s", symbol, c.Text.Name(), s.Draft.Paragraphs[p].Text)
				}
			}
		}
	}
	if citing, err := a.CitedBy("A/RES/1/1"); err != nil || citing != nil {
		t.Errorf("nothing cites it: %v, %v", citing, err)
	}
}
