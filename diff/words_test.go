package diff

import (
	"strings"
	"testing"
)

// markup writes segments as [-deleted-]{+inserted+} with the older spelling of what is equal.
func markup(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		switch s.Op {
		case Equal:
			b.WriteString(s.A)
		case Delete:
			b.WriteString("[-" + s.A + "-]")
		case Insert:
			b.WriteString("{+" + s.B + "+}")
		}
	}
	return b.String()
}

var wordCases = []struct{ name, a, b, want string }{
	{"same", "Decides to remain seized", "Decides to remain seized", "Decides to remain seized"},
	{"insertion in the middle", "foo bar", "foo new bar", "foo {+new +}bar"},
	{"insertion before a sign", "foo.", "foo new.", "foo{+ new+}."},
	{"insertion at the start", "Recalls it", "Also Recalls it", "{+Also +}Recalls it"},
	{"en verb", "Urges States to act,", "Invites States to act,", "[-Urges-]{+Invites+} States to act,"},
	{"en date", "of 31 December 2023 and", "of 1 January 2024 and", "of [-31 December 2023-]{+1 January 2024+} and"},
	{"ru date", "от 18 декабря 2004 года о", "от 20 декабря 2005 года о", "от [-18 декабря 2004-]{+20 декабря 2005+} года о"},
	{"es date", "de 18 de diciembre de 2004,", "de 20 de diciembre de 2005,", "de [-18 de diciembre de 2004-]{+20 de diciembre de 2005+},"},
	{"fr date", "du 18 décembre 2004,", "du 20 décembre 2005,", "du [-18 décembre 2004-]{+20 décembre 2005+},"},
	{"ar date", "المؤرخ 18 كانون الأول 2004", "المؤرخ 20 كانون الأول 2005", "المؤرخ [-18-]{+20+} كانون الأول [-2004-]{+2005+}"},
	{"zh date", "2004年12月18日第59号", "2005年11月20日第60号", "[-2004年12月18-]{+2005年11月20+}日第[-59-]{+60+}号"},
	{"zh word", "感到严重关切", "感到重大关切", "感到[-严重-]{+重大+}关切"},
	{"zh whole words", "会员国大会", "成员国大学", "[-会员国大会-]{+成员国大学+}"},
	{"zh a word within", "请秘书长", "请秘书处", "请[-秘书长-]{+秘书处+}"},
	{"zh word grown", "各国应", "各会员国应", "[-各国-]{+各会员国+}应"},
	{"symbol", "resolution A/RES/45/158 of", "resolution A/RES/45/159 of", "resolution [-A/RES/45/158-]{+A/RES/45/159+} of"},
	{"symbol with a bracket", "resolutions GC(68)/RES/8, on safety", "resolutions GC(69)/RES/7, on safety", "resolutions [-GC(68)/RES/8-]{+GC(69)/RES/7+}, on safety"},
	{"symbol that ends in a bracket", "(GC(68)/RES/DEC(2024)) for", "(GC(69)/RES/DEC(2025)) for", "([-GC(68)/RES/DEC(2024)-]{+GC(69)/RES/DEC(2025)+}) for"},
	{"symbol with a Roman bracket", "A/RES/2758(XXVI) of", "A/RES/2758(XXV) of", "[-A/RES/2758(XXVI)-]{+A/RES/2758(XXV)+} of"},
	{"a bracket that is no symbol", "paragraph 3(a) and", "paragraph 3(b) and", "paragraph 3([-a-]{+b+}) and"},
	{"number", "some 10,000 persons", "some 12,000 persons", "some [-10,000-]{+12,000+} persons"},
	{"number with a space", "около 10 000 человек", "около 12 000 человек", "около [-10 000-]{+12 000+} человек"},
	{"compound", "трудящихся-мигрантов и", "трудящихся-женщин и", "[-трудящихся-мигрантов-]{+трудящихся-женщин+} и"},
	{"elision", "que l’Assemblée décide", "que l’Organisation décide", "que l’[-Assemblée-]{+Organisation+} décide"},
	{"function words join", "the rights of the child in", "the needs of the women in", "the [-rights of the child-]{+needs of the women+} in"},
	{"clauses stay apart", "notes A, and urges B", "notes C, and urges D", "notes [-A-]{+C+}, and urges [-B-]{+D+}"},
	{"whole phrase", "to plan, to build, to keep", "to plan, to keep", "to plan, [-to build, -]to keep"},
	{"white space lost", "States parties", "Statesparties", "[-States parties-]{+Statesparties+}"},
	{"space before a sign", "a ; b", "a; b", "a[- -]; b"},
}

func TestWords(t *testing.T) {
	for _, c := range wordCases {
		t.Run(c.name, func(t *testing.T) {
			got := Words(c.a, c.b)
			if m := markup(got); m != c.want {
				t.Errorf("Words(%q, %q)\n got %s\nwant %s", c.a, c.b, m, c.want)
			}
			checkRestored(t, c.a, c.b, got)
		})
	}
}

// checkRestored proves what Words promises of every answer.
func checkRestored(t *testing.T, a, b string, segments []Segment) {
	t.Helper()
	var older, newer strings.Builder
	changed := false
	for i, s := range segments {
		older.WriteString(s.A)
		newer.WriteString(s.B)
		changed = changed || s.Op != Equal
		switch {
		case s.Op == Delete && s.B != "", s.Op == Insert && s.A != "", s.A == "" && s.B == "":
			t.Errorf("segment %d is ill-formed: %+v", i, s)
		case i > 0 && segments[i-1].Op >= s.Op && s.Op != Equal, i > 0 && segments[i-1].Op == s.Op:
			t.Errorf("segment %d (%+v) follows %+v", i, s, segments[i-1])
		}
	}
	if older.String() != a || newer.String() != b {
		t.Errorf("restored %q, %q from %q, %q", older.String(), newer.String(), a, b)
	}
	if changed == (Canonical(a) == Canonical(b)) {
		t.Errorf("changed = %v for %q and %q", changed, a, b)
	}
}

// TestEdits shows where Edits differs from Words: what a change repeats for its reader is not changed.
func TestEdits(t *testing.T) {
	a, b := "от 18 декабря 2004 года", "от 20 декабря 2005 года"
	got := Edits(a, b)
	if want := "от [-18-]{+20+} декабря [-2004-]{+2005+} года"; markup(got) != want {
		t.Errorf("got %s, want %s", markup(got), want)
	}
	checkRestored(t, a, b, got)
}

func TestTokens(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""},
		{" L’Assemblée qu'il invite; ", "L’|Assemblée|qu'|il|invite|;"},
		{"A/RES/45/158, 10 000 трудящихся-мигрантов", "A/RES/45/158|,|10 000|трудящихся-мигрантов"},
		{"联合国。", "联|合|国|。"},
		{"تقرر إعلان؛", "تقرر|إعلان|؛"},
	} {
		if got := strings.Join(Tokens(c[0]), "|"); got != c[1] {
			t.Errorf("Tokens(%q) = %s, want %s", c[0], got, c[1])
		}
	}
}

func TestWordsTypography(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"no-break space", "18 декабря", "18\u00a0декабря"},
		{"quotes", "«Пекин»", "“Пекин”"},
		{"soft hyphen", "interna\u00adtional", "international"},
		{"decomposed", "й", "и\u0306"},
		{"tatweel", "الدول", "الـدول"},
		{"vowel signs", "تُحث", "تحث"},
		{"zero width", "措\u200b施", "措施"},
		{"direction marks", "a \u200fb", "a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Words(c.a, c.b)
			if len(got) != 1 || got[0] != (Segment{Equal, c.a, c.b}) {
				t.Errorf("Words(%q, %q) = %+v", c.a, c.b, got)
			}
			inside := Words("old "+c.a+" end", "new "+c.b+" end")
			if want := "[-old-]{+new+} " + c.a + " end"; markup(inside) != want {
				t.Errorf("got %s, want %s", markup(inside), want)
			}
		})
	}
}

func FuzzWords(f *testing.F) {
	for _, c := range wordCases {
		f.Add(c.a, c.b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		checkRestored(t, a, b, Words(a, b))
		checkRestored(t, a, b, Edits(a, b))
	})
}

func FuzzCanonical(f *testing.F) {
	for _, c := range wordCases {
		f.Add(c.a)
	}
	f.Add("e\u200b\u0301 \u00a0« x »")
	f.Fuzz(func(t *testing.T, text string) {
		once := Canonical(text)
		if twice := Canonical(once); twice != once {
			t.Errorf("Canonical(%q) = %q, again %q", text, once, twice)
		}
	})
}
