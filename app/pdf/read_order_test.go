package pdf

import "testing"

// TestReadingOrder: an Arabic line as the eye sees it from left to right, and as it is read.
func TestReadingOrder(t *testing.T) {
	cases := []struct{ name, seen, read string }{
		{"words", "ةدحتملا ممألا", "الأمم المتحدة"},
		{"a number", "خرؤملا 45/158", "45/158 المؤرخ"},
		{"a symbol", "A/RES/45/158 رارقلا", "القرار A/RES/45/158"},
		{"years, the second seen first", "2022-2019 ةرتفلا", "الفترة 2019-2022"},
		{"two numbers", "158 45 نيدنبلا", "البندين 45 158"},
		{"words in Latin script", "Treaty Series, vol. 2220 ةعومجم", "مجموعة Treaty Series, vol. 2220"},
		{"the number of a note before a symbol", "A/77/590 1", "1 A/77/590"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var signs []sign
			for _, r := range c.seen {
				signs = append(signs, sign{r: r})
			}
			var read []rune
			for _, s := range readingOrder(signs) {
				read = append(read, s.r)
			}
			if string(read) != c.read {
				t.Errorf("read %q, want %q", string(read), c.read)
			}
		})
	}
}

// TestMatchBrackets: brackets and quotation marks of an Arabic text open and close, whichever shape was written.
func TestMatchBrackets(t *testing.T) {
	for written, want := range map[string]string{
		")أ( نص": "(أ) نص", "(أ) نص": "(أ) نص", "“نص”": "”نص“", "]بناء (14)]": "[بناء (14)]", "‘1’ نص": "’1‘ نص",
	} {
		text := []rune(written)
		if matchBrackets(text); string(text) != want {
			t.Errorf("%q became %q, want %q", written, string(text), want)
		}
	}
}

// TestHyphens: a hyphen at the end of a line is real or not by the words of the text.
func TestHyphens(t *testing.T) {
	cases := []struct {
		name, before, after, elsewhere string
		divided, soft, sure            bool
	}{
		{"the word stands elsewhere without one", "резо-", "люции", "резолюции", true, true, true},
		{"with one", "трудящихся-", "мигрантов", "трудящихся-мигрантов", true, false, true},
		{"another form of it", "под-", "держке", "поддержка", true, true, true},
		{"two words of their own", "drug-", "resistant", "drug and resistant", false, false, true},
		{"a capital", "Ibero-", "American", "", true, false, true},
		{"nothing known, nothing divided", "mission-", "oriented", "", false, false, false},
		{"its kin has one", "mission-", "oriented", "action-oriented", false, false, true},
		{"its kin has one, but words are divided", "mission-", "oriented", "action-oriented", true, true, true},
		{"its head has one elsewhere", "multi-", "stakeholder", "multi-year", false, false, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := &rebuilder{words: wordCount{words: map[string]int{}, divided: c.divided}}
			b.words.count(c.elsewhere)
			if soft, sure := b.isSoft([]rune(c.before), []rune(c.after)); soft != c.soft || sure != c.sure {
				t.Errorf("soft %v, sure %v", soft, sure)
			}
		})
	}
}

// TestHyphensOfTheirOwn: a file whose lines end in no other hyphens than those of words leaves no doubt about one more.
func TestHyphensOfTheirOwn(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		sure  bool
	}{
		"a hyphen of its own elsewhere": {[]string{"on long-", "term and long-term", "on mission-", "oriented work"}, true},
		"one that only divides":         {[]string{"on resolu-", "tions and resolutions", "on mission-", "oriented work"}, false},
		"nothing to tell by":            {[]string{"on mission-", "oriented work"}, false},
	} {
		b := &rebuilder{}
		for _, l := range c.lines {
			b.lines = append(b.lines, inkLine{spelled: spelled{text: []rune(l)}})
		}
		b.countWords()
		if soft, sure := b.isSoft([]rune("mission-"), []rune("oriented work")); soft || sure != c.sure {
			t.Errorf("%s: soft %v, sure %v", name, soft, sure)
		}
	}
}

// TestUpright: a page whose text runs up the sheet reads like one that lies.
func TestUpright(t *testing.T) {
	lying := glyph{Rune: 'a', X: 100, Y: 700, Left: 100, Right: 106, Size: 10}
	up := glyph{Rune: 'a', X: 142, Y: 100, Left: 100, Right: 106, Size: 10, Turn: 1}
	want, _ := upright(sheet{Right: 595, Top: 842, glyphs: []glyph{lying}})
	got, stray := upright(sheet{Right: 842, Top: 595, glyphs: []glyph{up}})
	if len(stray) > 0 || got.Right != want.Right || got.Top != want.Top {
		t.Fatalf("%d stray, a page of %v by %v", len(stray), got.Right, got.Top)
	}
	if g, w := got.glyphs[0], want.glyphs[0]; g.X != w.X || g.Y != w.Y || g.Left != w.Left || g.Right != w.Right {
		t.Errorf("%+v, want %+v", g, w)
	}
}
