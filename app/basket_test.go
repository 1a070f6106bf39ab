package app

import (
	"slices"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

func TestCite(t *testing.T) {
	op := func(symbol string, l resolution.Language, words, label string) Found {
		kind := resolution.Operative
		if strings.HasPrefix(label, "PP") {
			kind = resolution.Preambular
		}
		return Found{Words: words, Language: l, Symbol: symbol, Name: "zero draft", Kind: kind, Label: label}
	}
	for _, c := range []struct {
		found Found
		want  string
	}{
		{op("A/RES/58/166", resolution.English, "Requests a report;", "OP4"), "“Requests a report” (resolution 58/166, para. 4)"},
		{op("A/RES/58/166", resolution.English, "a report", "OP4 (a)"), "“a report” (resolution 58/166, para. 4 (a))"},
		{op("A/RES/58/166", resolution.English, "Recalling its work,", "PP7"), "“Recalling its work” (resolution 58/166, preambular para. 7)"},
		{op("A/RES/217 A (III)", resolution.English, "all", "OP1"), "“all” (resolution 217 A (III), para. 1)"},
		{op("S/RES/1325 (2000)", resolution.English, "all", "OP1"), "“all” (Security Council resolution 1325 (2000), para. 1)"},
		{op("A/HRC/RES/30/1", resolution.English, "all", "OP1"), "“all” (Human Rights Council resolution 30/1, para. 1)"},
		{op("A/C.3/59/L.10/Rev.1", resolution.English, "all", "PP2"), "“all” (A/C.3/59/L.10/Rev.1, preambular para. 2)"},
		{op("", resolution.English, "all", "OP3 bis"), "“all” (zero draft, para. 3 bis)"},
		{op("A/RES/58/166", resolution.French, "Prie ;", "OP4"), "« Prie » (résolution 58/166, par. 4)"},
		{op("A/RES/58/166", resolution.Spanish, "Solicita;", "PP4"), "“Solicita” (resolución 58/166, párr. 4 del preámbulo)"},
		{op("A/RES/58/166", resolution.Russian, "просит;", "OP4"), "«просит» (резолюция 58/166, пункт 4)"},
		{op("S/RES/1325 (2000)", resolution.Russian, "просит;", "PP4"), "«просит» (резолюция 1325 (2000) Совета Безопасности, пункт 4 преамбулы)"},
		{op("A/RES/58/166", resolution.Arabic, "تطلب؛", "OP4"), "”تطلب“ (القرار 58/166، الفقرة 4)"},
		{op("S/RES/1325 (2000)", resolution.Chinese, "请；", "OP4"), "“请”（安全理事会第1325(2000)号决议，第4段）"},
		{op("A/RES/58/166", resolution.Chinese, "回顾，", "PP4"), "“回顾”（第58/166号决议，序言部分第4段）"},
		{op("A/RES/58/166", "", "all", "table"), "“all” (resolution 58/166, table)"},
	} {
		if got := c.found.Cite(); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

// A phrase goes into the basket with its paragraph, and can be taken alone.
func TestFoundPhraseKeepsItsParagraph(t *testing.T) {
	for _, c := range []struct {
		name         string
		language     resolution.Language
		words, found string
		whole, alone string
	}{
		{"English", resolution.English, "Requests the Secretary-General to report;", "the Secretary-General",
			"“Requests the Secretary-General to report” (resolution 58/166, para. 4)", "“the Secretary-General” (resolution 58/166, para. 4)"},
		{"Russian", resolution.Russian, "просит Генерального секретаря представить доклад;", "Генерального секретаря",
			"«просит Генерального секретаря представить доклад» (резолюция 58/166, пункт 4)", "«Генерального секретаря» (резолюция 58/166, пункт 4)"},
		{"Arabic", resolution.Arabic, "تطلب إلى الأمين العام أن يقدم تقريرا؛", "الأمين العام",
			"”تطلب إلى الأمين العام أن يقدم تقريرا“ (القرار 58/166، الفقرة 4)", "”الأمين العام“ (القرار 58/166، الفقرة 4)"},
		{"Chinese", resolution.Chinese, "请秘书长提交报告；", "秘书长", "“请秘书长提交报告”（第58/166号决议，第4段）", "“秘书长”（第58/166号决议，第4段）"},
		{"a whole paragraph", resolution.English, "Requests a report;", "Requests a report;",
			"“Requests a report” (resolution 58/166, para. 4)", "“Requests a report” (resolution 58/166, para. 4)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _, ok := strings.Cut(c.words, c.found)
			if !ok {
				t.Fatal("the case is wrong")
			}
			from := len([]rune(before))
			u := Use{Text: Text{ID: 1, Symbol: "A/RES/58/166", Language: c.language}, Kind: resolution.Operative, Label: "OP4",
				Context: c.words, From: from, To: from + len([]rune(c.found))}
			f := FoundIn(Variant{Words: c.found}, u)
			if got := f.Cite(); got != c.whole {
				t.Errorf("%s\nwant %s", got, c.whole)
			}
			if got := f.PhraseAlone().Cite(); got != c.alone {
				t.Errorf("alone: %s\nwant %s", got, c.alone)
			}
			a := newApp(t)
			must(t, a.AddToBasket(f))
			must(t, a.TakePhrase(0, true))
			must(t, a.AddToBasket(f)) // is there already
			all, err := a.Basket()
			must(t, err)
			if len(all) != 1 || all[0].Cite() != c.alone || BasketReport(all, a.Words).Sections[0].Text[0] != all[0].Taken() {
				t.Errorf("the basket holds %+v", all)
			}
			if f.HasPhrase() {
				must(t, a.Undo())
			}
			if all, _ = a.Basket(); all[0].Cite() != c.whole {
				t.Errorf("after undo %q", all[0].Cite())
			}
		})
	}
}

// What an older program kept of a phrase is still there, as it was.
func TestBasketOfAnOlderProgram(t *testing.T) {
	a := newApp(t)
	must(t, a.library.SetSetting(basketSetting, `[{"words":"the phrase","language":"en","text":1,"symbol":"A/RES/58/166","name":"","date":"","kind":"operative","label":"OP4"}]`))
	all, err := a.Basket()
	must(t, err)
	if len(all) != 1 || all[0].HasPhrase() || all[0].Cite() != "“the phrase” (resolution 58/166, para. 4)" {
		t.Errorf("%+v", all)
	}
}

// The basket keeps its order, every step can be taken back, and it is there when the library is opened again.
func TestBasket(t *testing.T) {
	a := newApp(t)
	word := func(f Found) string { return f.Words }
	mustHold := func(a *App, want ...string) {
		t.Helper()
		all, err := a.Basket()
		must(t, err)
		var got []string
		for _, f := range all {
			got = append(got, word(f))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("the basket holds %q, want %q", got, want)
		}
	}
	mustHold(a)
	for _, w := range []string{"one", "two", "three", "two"} {
		must(t, a.AddToBasket(Found{Words: w, Language: resolution.English, Symbol: "A/RES/58/166"}))
	}
	mustHold(a, "one", "two", "three")
	must(t, a.MoveInBasket(2, -2))
	mustHold(a, "three", "one", "two")
	must(t, a.MoveInBasket(0, -1))
	must(t, a.RemoveFromBasket(1))
	must(t, a.RemoveFromBasket(7))
	mustHold(a, "three", "two")
	must(t, a.EmptyBasket())
	mustHold(a)
	for _, want := range [][]string{{"three", "two"}, {"three", "one", "two"}, {"one", "two", "three"}, {"one", "two"}} {
		must(t, a.Undo())
		mustHold(a, want...)
	}
	again, err := Open(a.Path(), Options{})
	must(t, err)
	mustHold(again, "one", "two")
	must(t, again.Close())
	all, err := a.Basket()
	must(t, err)
	if got := BasketText(all); got != "“one” (resolution 58/166)\n\n“two” (resolution 58/166)\n" {
		t.Errorf("as text: %q", got)
	}
	if r := BasketReport(all, a.Words); len(r.Sections) != 2 || r.Sections[1].Heading != "resolution 58/166" {
		t.Errorf("as a report: %+v", r)
	}
	must(t, a.library.SetSetting(basketSetting, "{"))
	if _, err := a.Basket(); err == nil {
		t.Error("a broken basket is no error")
	}
	must(t, a.EmptyBasket())
	mustHold(a)
}
