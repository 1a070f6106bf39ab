package diff

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// path writes lineages as "0:1 1:1 3:0": text and paragraph. "<0:2" names a source that is not the step before, "=0"
// the text whose words came back, "~" a move. Lineages are parted by " | ".
func path(lineages []Lineage) string {
	var out []string
	for _, l := range lineages {
		var steps []string
		for k, s := range l {
			steps = append(steps, written(l, k, s))
		}
		out = append(out, strings.Join(steps, " "))
	}
	return strings.Join(out, " | ")
}

func written(l Lineage, k int, s Step) string {
	text := fmt.Sprintf("%d:%d", s.Text, s.Paragraph)
	if s.Moved {
		text += "~"
	}
	for _, f := range s.From {
		if k == 0 || f != l[k-1].Place {
			text += fmt.Sprintf("<%d:%d", f.Text, f.Paragraph)
		}
	}
	if s.Restored != none {
		text += fmt.Sprintf("=%d", s.Restored)
	}
	return text
}

const ferry2 = "Requests the harbour master to publish the timetable of all ferries and of the night boat every Monday"

var traceCases = []struct {
	name  string
	texts [][]string
	want  string
}{
	{"nothing", nil, ""},
	{"one text", [][]string{{bridge, orchard}}, "0:0 | 0:1"},
	{"same, reworded", [][]string{{bridge, orchard}, {bridge2, orchard}, {bridge2, orchard}}, "0:0 1:0 2:0 | 0:1 1:1 2:1"},
	{"new in the middle", [][]string{{bridge}, {bridge, ferry}, {bridge, ferry}}, "0:0 1:0 2:0 | 1:1 2:1"},
	{"dropped for good", [][]string{{bridge, ferry}, {bridge}, {bridge}}, "0:0 1:0 2:0 | 0:1"},
	{"dropped and restored word for word", [][]string{{bridge, ferry, orchard}, {bridge, orchard}, {bridge, ferry, orchard}},
		"0:0 1:0 2:0 | 0:1 2:1 | 0:2 1:1 2:2"},
	{"dropped and restored in other words", [][]string{{bridge, ferry, orchard}, {bridge, orchard}, {bridge, orchard}, {bridge, ferry2, orchard}},
		"0:0 1:0 2:0 3:0 | 0:1 3:1 | 0:2 1:1 2:1 3:2"},
	{"dropped, and another in its place", [][]string{{bridge, ferry, orchard}, {bridge, orchard}, {bridge, bakery, orchard}},
		"0:0 1:0 2:0 | 0:1 | 0:2 1:1 2:2 | 2:1"},
	{"what returns word for word is not what stood in its place", [][]string{
		{orchard, ferry}, {orchard, "Requests the harbour office to count all boats on every Monday"}, {orchard, ferry}},
		"0:0 1:0 2:0 | 0:1 1:1 2:1=0"},
	{"restored words", [][]string{{bridge}, {bridge2}, {bridge}}, "0:0 1:0 2:0=0"},
	{"split", [][]string{{bridge, both}, {bridge, library, ferry}, {bridge, library, ferry}}, "0:0 1:0 2:0 | 0:1 1:1 2:1 | 1:2<0:1 2:2"},
	{"merged", [][]string{{library, ferry}, {library, ferry}, {both}}, "0:0 1:0 2:0<1:1 | 0:1 1:1"},
	{"split and merged again", [][]string{{both}, {library, ferry}, {both}}, "0:0 1:0 2:0<1:1=0 | 1:1<0:0"},
	{"moved", [][]string{{bridge, orchard, library}, {orchard, library, bridge}}, "0:0 1:2~ | 0:1 1:0 | 0:2 1:1"},
	{"empty texts between", [][]string{{bridge}, {}, {}, {bridge}}, "0:0 3:0"},
	{"ru", [][]string{
		{"ссылаясь на своё решение починить мост через реку до начала зимы", "просит начальника порта публиковать расписание паромов"},
		{"ссылаясь также на своё решение починить старый мост через реку до начала зимы"},
		{"ссылаясь также на своё решение починить старый мост через реку до начала весны", "просит начальника порта публиковать полное расписание паромов"},
	}, "0:0 1:0 2:0 | 0:1 2:1"},
	{"ar", [][]string{
		{"إذ تشير إلى قرارها إصلاح الجسر فوق النهر قبل الشتاء", "تدعو المكتبات إلى إعارة كتبها للمسافرين مجانا"},
		{"إذ تشير أيضا إلى قرارها إصلاح الجسر القديم فوق النهر قبل الربيع"},
		{"إذ تشير أيضا إلى قرارها إصلاح الجسر القديم فوق النهر قبل الربيع", "تدعو المكتبات إلى إعارة كتبها وخرائطها للمسافرين مجانا"},
	}, "0:0 1:0 2:0 | 0:1 2:1"},
	{"zh", [][]string{
		{"回顾其关于在冬季之前修复河上桥梁的决定", "请图书馆在一个月内免费向旅客出借图书"},
		{"又回顾其关于在春季之前修复河上旧桥梁的决定"},
		{"又回顾其关于在春季之前修复河上旧桥梁的决定", "请图书馆在两个月内免费向旅客出借图书"},
	}, "0:0 1:0 2:0 | 0:1 2:1"},
	{"fr", [][]string{
		{"Rappelant sa décision de réparer le pont avant l’hiver", "Prie les bibliothèques de prêter leurs livres aux voyageurs"},
		{"Prie les bibliothèques de prêter leurs livres aux voyageurs"},
		{"Rappelant sa décision de réparer le vieux pont avant l'hiver", "Prie les bibliothèques de prêter aussi leurs cartes aux voyageurs"},
	}, "0:0 2:0 | 0:1 1:0 2:1"},
	{"es", [][]string{
		{"Recordando su decisión de reparar el puente antes del invierno"}, {"Alienta a las panaderías a usar harina del valle"},
		{"Alienta a las panaderías a usar harina del valle", "Recordando su decisión de reparar el viejo puente antes del invierno"},
	}, "0:0 2:1 | 1:0 2:0"},
}

func TestTrace(t *testing.T) {
	for _, c := range traceCases {
		t.Run(c.name, func(t *testing.T) {
			got := mustTrace(t, c.texts, TraceHints{})
			if p := path(got); p != c.want {
				t.Errorf("got  %s\nwant %s", p, c.want)
			}
			checkLineages(t, c.texts, got)
			checkReversed(t, c.texts, got)
		})
	}
}

func mustTrace(t *testing.T, texts [][]string, h TraceHints) []Lineage {
	t.Helper()
	got, err := Trace(context.Background(), texts, h)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// checkLineages proves that every paragraph of every text is one step of one lineage, and that From and Into agree.
func checkLineages(t *testing.T, texts [][]string, lineages []Lineage) {
	t.Helper()
	steps := map[Place]Step{}
	for _, l := range lineages {
		for k, s := range l {
			if _, twice := steps[s.Place]; twice {
				t.Errorf("%v is in two places", s.Place)
			}
			steps[s.Place] = s
			if k > 0 && (l[k-1].Text >= s.Text || !slices.Contains(s.From, l[k-1].Place)) {
				t.Errorf("%v follows %v", s, l[k-1])
			}
		}
	}
	count := 0
	for _, text := range texts {
		count += len(text)
	}
	if len(steps) != count {
		t.Errorf("%d steps of %d paragraphs", len(steps), count)
	}
	for p, s := range steps {
		for _, f := range s.From {
			if f.Text >= p.Text || !slices.Contains(steps[f].Into, p) {
				t.Errorf("%v comes from %v, which became %v", p, f, steps[f].Into)
			}
		}
		for _, i := range s.Into {
			if !slices.Contains(steps[i].From, p) {
				t.Errorf("%v became %v, which comes from %v", p, i, steps[i].From)
			}
		}
	}
}

// checkReversed proves that the texts read backwards give the same links.
func checkReversed(t *testing.T, texts [][]string, lineages []Lineage) {
	t.Helper()
	backwards := slices.Clone(texts)
	slices.Reverse(backwards)
	turn := func(p Place) Place { return Place{len(texts) - 1 - p.Text, p.Paragraph} }
	var turned, links []string
	for _, l := range mustTrace(t, backwards, TraceHints{}) {
		for _, s := range l {
			for _, i := range s.Into {
				turned = append(turned, fmt.Sprint(turn(i), turn(s.Place)))
			}
		}
	}
	for _, l := range lineages {
		for _, s := range l {
			for _, i := range s.Into {
				links = append(links, fmt.Sprint(s.Place, i))
			}
		}
	}
	slices.Sort(turned)
	slices.Sort(links)
	if !slices.Equal(turned, links) {
		t.Errorf("backwards %v\nforwards  %v", turned, links)
	}
}

func TestTraceHints(t *testing.T) {
	texts := [][]string{{bridge, ferry}, {bridge}, {bakery, bridge2}, {bakery, ferry}}
	at := func(text, paragraph int) Place { return Place{text, paragraph} }
	for _, c := range []struct {
		name  string
		hints TraceHints
		want  string
	}{
		{"none", TraceHints{}, "0:0 1:0 2:1 | 0:1 3:1 | 2:0 3:0"},
		{"apart over a gap", TraceHints{Apart: [][2]Place{{at(0, 1), at(3, 1)}}}, "0:0 1:0 2:1 | 0:1 | 2:0 3:0 | 3:1"},
		{"apart between neighbours", TraceHints{Apart: [][2]Place{{at(1, 0), at(2, 1)}}}, "0:0 1:0 | 0:1 3:1 | 2:0 3:0 | 2:1"},
		{"together between neighbours", TraceHints{Together: [][2]Place{{at(1, 0), at(2, 0)}}}, "0:0 1:0 2:1 | 0:1 3:1 | 2:0<1:0 3:0"},
		{"together over a gap", TraceHints{Together: [][2]Place{{at(0, 1), at(2, 0)}}}, "0:0 1:0 2:1 | 0:1 2:0 3:0 | 3:1"},
		{"together, and so already", TraceHints{Together: [][2]Place{{at(0, 0), at(2, 1)}}}, "0:0 1:0 2:1 | 0:1 3:1 | 2:0 3:0"},
		{"together with what lives beside it", TraceHints{Together: [][2]Place{{at(0, 0), at(3, 0)}}}, "0:0 1:0 2:1 | 0:1 3:1 | 2:0 3:0<0:0"},
		{"out of range", TraceHints{Together: [][2]Place{{at(0, 9), at(3, 0)}, {at(-1, 0), at(7, 0)}}}, "0:0 1:0 2:1 | 0:1 3:1 | 2:0 3:0"},
		{"weighed to nothing", TraceHints{Weigh: func(p, q Place) float64 { return 0 }}, "0:0 1:0 | 0:1 3:1 | 2:0 3:0 | 2:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mustTrace(t, texts, c.hints)
			if p := path(got); p != c.want {
				t.Errorf("got  %s\nwant %s", p, c.want)
			}
			checkLineages(t, texts, got)
		})
	}
}

func TestTraceStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	got, err := Trace(ctx, [][]string{{bridge}, {bridge2}}, TraceHints{})
	if !errors.Is(err, context.Canceled) || got != nil {
		t.Errorf("got %v, %v", got, err)
	}
}

// FuzzTrace reads texts of lines, parted by form feeds.
func FuzzTrace(f *testing.F) {
	for _, c := range traceCases {
		var texts []string
		for _, text := range c.texts {
			texts = append(texts, strings.Join(text, "\n"))
		}
		f.Add(strings.Join(texts, "\f"))
	}
	f.Fuzz(func(t *testing.T, all string) {
		var texts [][]string
		for text := range strings.SplitSeq(all, "\f") {
			texts = append(texts, strings.Split(text, "\n"))
		}
		if len(texts) > 12 {
			return
		}
		lineages := mustTrace(t, texts, TraceHints{})
		checkLineages(t, texts, lineages)
		checkReversed(t, texts, lineages)
		for n, text := range texts {
			for i, p := range text {
				checkBirths(t, p, n, Births(texts, lineages, Place{n, i}))
			}
		}
	})
}

// checkBirths proves that births hold the paragraph byte for byte and that nothing is born after it was written.
func checkBirths(t *testing.T, paragraph string, text int, births []Birth) {
	t.Helper()
	var words strings.Builder
	for k, b := range births {
		words.WriteString(b.Words)
		if b.Text < 0 || b.Text > text || k > 0 && births[k-1].Text == b.Text {
			t.Errorf("ill-formed births of %q: %+v", paragraph, births)
		}
	}
	if words.String() != paragraph {
		t.Errorf("births hold %q, the paragraph is %q", words.String(), paragraph)
	}
}

func TestBirths(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts [][]string
		want  string // of the first paragraph of the last text
	}{
		{"one text", [][]string{{"Decides to meet"}}, "[0 Decides to meet]"},
		{"a word more each year", [][]string{{"Decides to meet"}, {"Decides to meet daily"}, {"Decides firmly to meet daily"}},
			"[0 Decides ][2 firmly ][0 to meet ][1 daily]"},
		{"a word replaced", [][]string{{"Urges all villages to act,"}, {"Invites all villages to act;"}}, "[1 Invites ][0 all villages to act;]"},
		{"a word that comes back", [][]string{{"Asks women and men to act"}, {"Asks men to act"}, {"Asks men to act, and women"}},
			"[0 Asks men to act, ][2 and ][0 women]"},
		{"a phrase that changes its place", [][]string{{"In the light of need, asks villages to act"}, {"Asks villages to act in the light of need"}},
			"[0 Asks villages to act in the light of need]"},
		{"a paragraph that comes back", [][]string{{bridge, ferry}, {bridge}, {ferry2, bridge}},
			"[0 Requests the harbour master to publish the timetable of ][2 all ][0 ferries ][2 and of the night boat ][0 every Monday]"},
		{"merged", [][]string{{library}, {library, ferry}, {both}}, "[0 " + library + ", ][2 and ][1 requests the harbour master to publish the timetable of the ferries every Monday]"},
		{"split", [][]string{{both}, {library, ferry}}, "[0 " + library + "]"},
		{"the same in other signs", [][]string{{"“So,” they said"}, {"«So», they said"}}, "[0 «So», they said]"},
		{"signs alone", [][]string{{"* * *"}, {"* * *"}}, "[0 * * *]"},
		{"nothing", [][]string{{""}, {""}}, "[0 ]"},
		{"ru", [][]string{{"призывает все деревни беречь колодцы"}, {"настоятельно призывает все деревни и города беречь колодцы"}},
			"[1 настоятельно ][0 призывает все деревни ][1 и города ][0 беречь колодцы]"},
		{"ar", [][]string{{"تدعو القرى إلى العناية بآبارها"}, {"تدعو جميع القرى إلى العناية بآبارها"}}, "[0 تدعو ][1 جميع ][0 القرى إلى العناية بآبارها]"},
		{"zh", [][]string{{"请各村保持水井清洁。"}, {"敦促各村保持水井清洁。"}, {"请各村保持水井和泉水清洁。"}}, "[0 请各村保持水井][2 和泉水][0 清洁。]"},
		{"fr", [][]string{{"Prie l’école d’agir"}, {"Prie l’école du village d'agir"}}, "[0 Prie l’école ][1 du village ][0 d'agir]"},
		{"es", [][]string{{"Pide a la aldea que actúe"}, {"Pide también a la aldea que actúe"}}, "[0 Pide ][1 también ][0 a la aldea que actúe]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			last := len(c.texts) - 1
			births := Births(c.texts, mustTrace(t, c.texts, TraceHints{}), Place{last, 0})
			var got strings.Builder
			for _, b := range births {
				fmt.Fprintf(&got, "[%d %s]", b.Text, b.Words)
			}
			if got.String() != c.want {
				t.Errorf("got  %s\nwant %s", got.String(), c.want)
			}
		})
	}
	if got := Births([][]string{{bridge}}, nil, Place{0, 0}); got != nil {
		t.Errorf("a place without a lineage has births %v", got)
	}
}

// TestTraceHistory lets a text live through eight years: each year some paragraphs are reworded, one is dropped, one of
// those dropped comes back and one is new. Every paragraph must be found again.
func TestTraceHistory(t *testing.T) {
	r := rand.New(rand.NewPCG(45, 158))
	for range 20 {
		texts, names := lived(r, 24, 8)
		lineages := mustTrace(t, texts, TraceHints{})
		checkLineages(t, texts, lineages)
		checkReversed(t, texts, lineages)
		for _, l := range lineages {
			for _, s := range l {
				if got, want := names[s.Text][s.Paragraph], names[l[0].Text][l[0].Paragraph]; got != want {
					t.Fatalf("paragraph %d of text %d is no %d but %d: %v", s.Paragraph, s.Text, want, got, l)
				}
			}
		}
		if known := 24 + 7; len(lineages) != known {
			for _, l := range lineages {
				t.Log(names[l[0].Text][l[0].Paragraph], path([]Lineage{l}))
			}
			t.Fatalf("%d lineages of %d paragraphs", len(lineages), known)
		}
	}
}

// lived makes the texts of some years, with the name of each paragraph.
func lived(r *rand.Rand, paragraphs, years int) (texts [][]string, names [][]int) {
	words := invented(r, paragraphs+years-1)
	var dropped, now []int
	for n := range paragraphs {
		now = append(now, n)
	}
	for year := range years {
		if year > 0 {
			for range paragraphs / 5 {
				n := now[r.IntN(len(now))]
				words[n] = reworded(r, words[n], .15)
			}
			if year > 2 {
				k := r.IntN(len(dropped) - 1) // the last was dropped only a year ago
				now = slices.Insert(now, r.IntN(len(now)), dropped[k])
				dropped = slices.Delete(dropped, k, k+1)
			}
			k := r.IntN(len(now))
			dropped = append(dropped, now[k])
			now = slices.Delete(now, k, k+1)
			now = slices.Insert(now, r.IntN(len(now)), paragraphs+year-1)
		}
		var text []string
		for _, n := range now {
			text = append(text, words[n])
		}
		texts, names = append(texts, text), append(names, slices.Clone(now))
	}
	return texts, names
}

func TestFollow(t *testing.T) {
	texts := [][]string{{both}, {library, ferry}, {library, ferry2}, {library, ferry2}, {both}}
	lineages := mustTrace(t, texts, TraceHints{})
	for _, c := range []struct {
		at   Place
		want string
	}{
		{Place{2, 0}, "0:0 1:0 2:0 3:0 4:0"},
		{Place{2, 1}, "0:0 1:1 2:1 3:1 4:0"},
		{Place{9, 9}, ""},
	} {
		var got []string
		for _, s := range Follow(lineages, c.at) {
			got = append(got, fmt.Sprintf("%d:%d", s.Text, s.Paragraph))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%v went %s, want %s", c.at, s, c.want)
		}
	}
}
