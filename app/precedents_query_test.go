package app

import (
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// asks is what an expression asks, written out.
func (e expression) asks() string {
	list := func(parts []expression, between string) string {
		var out []string
		for _, p := range parts {
			out = append(out, p.asks())
		}
		if len(out) == 1 {
			return out[0]
		}
		return "(" + strings.Join(out, between) + ")"
	}
	switch {
	case e.not != nil:
		return "not " + e.not.asks()
	case len(e.any) > 0:
		return list(e.any, " or ")
	case len(e.all) > 0:
		return list(e.all, " and ")
	case e.exact:
		return `"` + e.words + `"`
	case e.prefix:
		return e.words + "*"
	}
	return e.words
}

func TestParseExpression(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // "" for a phrase
		{"water and sanitation", ""},
		{"the right to “development” (new)", ""},
		{"HUMAN RIGHTS AND FREEDOMS", ""},
		{"AND", ""},
		{"", ""},
		{"water AND sanitation", "(water and sanitation)"},
		{"water sanit*", "(water and sanit*)"},
		{"water OR sanitation NOT dams", "(water or (sanitation and not dams))"},
		{"(water OR sanitation) NOT dams", "((water or sanitation) and not dams)"},
		{`"right to water"`, `"right to water"`},
		{"«право на воду» AND вода", `("право на воду" and вода)`},
		{"“清洁饮水” OR 卫生", `("清洁饮水" or 卫生)`},
		{"المياه AND NOT (سدود OR جسور)", "(المياه and not (سدود or جسور))"},
		{"water AND", "water"},
		{"OR water AND ) sanitation", "( or water or sanitation)"},
		{"NOT NOT water OR", "(not not water or )"},
		{"((((water* ", "water*"},
	} {
		e, is := parseExpression(c.text)
		got := ""
		if is {
			got = e.asks()
		}
		if got != c.want {
			t.Errorf("%s is %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzParseExpression(f *testing.F) {
	for _, s := range []string{"a AND (b OR NOT c*) \"d e\"", ")))(((", "NOT NOT", "« » *", strings.Repeat("NOT (", 90) + "x*", "“水” OR 火*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, is := parseExpression(text)
		if !is {
			return
		}
		for _, l := range resolution.Languages {
			terms := resolution.Terms(text, l)
			held := judged{terms: terms, stems: resolution.Stems(terms), folded: resolution.Stems(resolution.FoldedTerms(text)), lang: l}
			if from, to, ok := e.holds(held); ok && (from < 0 || to < from || to > len(terms)) {
				t.Fatalf("%q holds from %d to %d of %d", text, from, to, len(terms))
			}
			if m, ok := e.match(l); ok && len(m.Phrase)+len(m.All)+len(m.Any) == 0 {
				t.Fatalf("%q asks the index for nothing", text)
			}
		}
	})
}
