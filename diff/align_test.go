package diff

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sketch writes matches as "0=0 1>1 2+3>2 ·>3 4>·", moved ones with a tilde: enough to compare and to read.
func sketch(matches []Match) string {
	var out []string
	for _, m := range matches {
		arrow := ">"
		if m.Similarity == 1 {
			arrow = "="
		}
		if m.Moved {
			arrow = "~" + arrow
		}
		out = append(out, indexes(m.A)+arrow+indexes(m.B))
	}
	return strings.Join(out, " ")
}

func indexes(list []int) string {
	if len(list) == 0 {
		return "·"
	}
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(list), " ", "+"), "[]")
}

// The paragraphs of the table: short, in our own words, each about something else.
const (
	bridge   = "Recalling its decision to mend the bridge over the river before the winter"
	bridge2  = "Recalling also its decision to mend the old bridge over the river before the spring"
	orchard  = "Noting with satisfaction the planting of apple and cherry trees in the schoolyards"
	orchard3 = "Noting with satisfaction the planting of apple and cherry trees in the schoolyards, and of pear, plum and walnut " +
		"trees along every road that leads to the market, where in summer children and old people look for shade in vain"
	library = "Invites the libraries to lend their books to travellers free of charge for one month"
	ferry   = "Requests the harbour master to publish the timetable of the ferries every Monday"
	bakery  = "Encourages the bakeries to use flour milled in the valley"
	both    = "Invites the libraries to lend their books to travellers free of charge for one month, and requests the harbour " +
		"master to publish the timetable of the ferries every Monday"
)

// library2 is library reworded, ferryGrown is ferry with something put into it.
const (
	library2   = "Invites all the libraries and archives to lend their books to travellers free of charge for one month"
	ferryGrown = "Requests the harbour master, after hearing the fishermen, to publish the timetable of the ferries every Monday"
)

var alignCases = []struct {
	name string
	a, b []string
	want string
}{
	{"nothing", nil, nil, ""},
	{"a clause split off is another's double", []string{library, bridge, orchard, bakery, both},
		[]string{library2, bridge, orchard, bakery, library, ferry}, "0>0 1=1 2=2 3=3 4>4+5"},
	{"a paragraph moved word for word, its rival reworded", []string{library, bridge, orchard, bakery, ferry},
		[]string{library2, bridge, orchard, bakery, library, ferry}, "·>0 1=1 2=2 3=3 0~=4 4=5"},
	{"a paragraph grown in its place, its copy behind the next", []string{bridge, ferry, bakery, orchard},
		[]string{bridge, ferryGrown, bakery, ferry, orchard}, "0=0 1>1 2=2 ·>3 3=4"},
	{"all new", nil, []string{bridge, orchard}, "·>0 ·>1"},
	{"all removed", []string{bridge, orchard}, nil, "0>· 1>·"},
	{"the same", []string{bridge, orchard}, []string{bridge, orchard}, "0=0 1=1"},
	{"reworded", []string{bridge, orchard}, []string{bridge2, orchard}, "0>0 1=1"},
	{"inserted", []string{bridge, orchard}, []string{bridge, ferry, orchard}, "0=0 ·>1 1=2"},
	{"removed, after its neighbour", []string{bridge, ferry, orchard}, []string{bridge, orchard}, "0=0 1>· 2=1"},
	{"moved", []string{bridge, orchard, library, ferry}, []string{orchard, library, ferry, bridge}, "1=0 2=1 3=2 0~=3"},
	{"moved and reworded", []string{bridge, orchard, library, ferry}, []string{orchard, library, ferry, bridge2}, "1=0 2=1 3=2 0~>3"},
	{"merged", []string{bridge, library, ferry, orchard}, []string{bridge, both, orchard}, "0=0 1+2>1 3=2"},
	{"split", []string{bridge, both, orchard}, []string{bridge, library, ferry, orchard}, "0=0 1>1+2 2=3"},
	{"split, with a stranger between", []string{bridge, both, orchard}, []string{bridge, library, bakery, ferry, orchard}, "0=0 1>1+3 ·>2 2=4"},
	{"grown by more than half", []string{bridge, orchard}, []string{bridge, orchard3}, "0=0 1>1"},
	{"equals keep their order", []string{ferry, ferry, ferry}, []string{ferry, ferry}, "0=0 1=1 2>·"},
	{"typography is the same", []string{"18 декабря «Пекин»"}, []string{"18\u00a0декабря “Пекин”"}, "0=0"},
	{"empty paragraphs", []string{"", bridge, ""}, []string{"", bridge, ""}, "0=0 1=1 2=2"},
	{"ru", []string{
		"ссылаясь на своё решение починить мост через реку до начала зимы",
		"с удовлетворением отмечая посадку яблонь и вишен в школьных дворах",
	}, []string{
		"с удовлетворением отмечая посадку яблонь, груш и вишен в школьных дворах",
		"ссылаясь также на своё решение починить старый мост через реку до начала весны",
	}, "1>0 0~>1"},
	{"zh", []string{"回顾其关于在冬季之前修复河上桥梁的决定", "请图书馆在一个月内免费向旅客出借图书"},
		[]string{"又回顾其关于在春季之前修复河上旧桥梁的决定", "鼓励面包房使用本地面粉", "请图书馆在两个月内免费向旅客出借图书"}, "0>0 ·>1 1>2"},
	{"ar", []string{"إذ تشير إلى قرارها إصلاح الجسر فوق النهر قبل الشتاء", "تدعو المكتبات إلى إعارة كتبها للمسافرين مجانا"},
		[]string{"إذ تشير أيضا إلى قرارها إصلاح الجسر القديم فوق النهر قبل الربيع", "تدعو المكتبات إلى إعارة كتبها للمسافرين مجانا"}, "0>0 1=1"},
	{"fr", []string{"Rappelant sa décision de réparer le pont avant l’hiver"}, []string{"Rappelant également sa décision de réparer le vieux pont avant l'hiver"}, "0>0"},
	{"es", []string{"Recordando su decisión de reparar el puente antes del invierno"}, []string{"Recordando también su decisión de reparar el viejo puente antes del verano"}, "0>0"},
}

func TestAlign(t *testing.T) {
	for _, c := range alignCases {
		t.Run(c.name, func(t *testing.T) {
			got := Align(c.a, c.b)
			if s := sketch(got); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			checkPartition(t, got, len(c.a), len(c.b))
			checkSwapped(t, c.a, c.b, got)
		})
	}
}

// checkPartition proves that every paragraph is in exactly one match and that matches stand in reading order.
func checkPartition(t *testing.T, matches []Match, older, newer int) {
	t.Helper()
	seenA, seenB := make([]int, older), make([]int, newer)
	last := none
	for _, m := range matches {
		if len(m.A)+len(m.B) == 0 || len(m.A) > 1 && len(m.B) > 1 || !slices.IsSorted(m.A) || !slices.IsSorted(m.B) {
			t.Errorf("match is ill-formed: %+v", m)
		}
		for _, i := range m.A {
			seenA[i]++
		}
		for _, j := range m.B {
			seenB[j]++
		}
		if len(m.B) > 0 && m.B[0] <= last {
			t.Errorf("match %+v stands after newer paragraph %d", m, last)
		} else if len(m.B) > 0 {
			last = m.B[0]
		}
	}
	for _, n := range append(seenA, seenB...) {
		if n != 1 {
			t.Errorf("a paragraph is in %d matches: %v, %v", n, seenA, seenB)
		}
	}
}

// checkSwapped proves that swapping the texts swaps the answer.
func checkSwapped(t *testing.T, a, b []string, matches []Match) {
	t.Helper()
	back := Align(b, a)
	for n, m := range back {
		back[n].A, back[n].B = m.B, m.A
	}
	arrange(back, len(a))
	if s, want := sketch(back), sketch(matches); s != want {
		t.Errorf("swapped  %s\nstraight %s", s, want)
	}
}

func TestAlignHints(t *testing.T) {
	a, b := []string{bridge, orchard, library}, []string{bridge2, orchard, bakery}
	for _, c := range []struct {
		name  string
		hints Hints
		want  string
	}{
		{"none", Hints{}, "0>0 1=1 2>· ·>2"},
		{"together", Hints{Together: [][2]int{{2, 2}}}, "0>0 1=1 2>2"},
		{"together makes a merger", Hints{Together: [][2]int{{1, 1}, {2, 1}}}, "0>0 1+2>1 ·>2"},
		{"together contradicts itself", Hints{Together: [][2]int{{0, 1}, {0, 2}, {1, 1}}}, "·>0 0>1+2 1>· 2>·"},
		{"apart", Hints{Apart: [][2]int{{0, 0}, {1, 1}}}, "0>· 1>· 2>· ·>0 ·>1 ·>2"},
		{"together out of range", Hints{Together: [][2]int{{7, 0}, {0, -1}}}, "0>0 1=1 2>· ·>2"},
		{"weighed to nothing", Hints{Weigh: func(i, j int) float64 { return 0 }}, "0>· ·>0 1=1 2>· ·>2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := AlignFunc(context.Background(), a, b, c.hints)
			if err != nil {
				t.Fatal(err)
			}
			if s := sketch(got); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			checkPartition(t, got, len(a), len(b))
		})
	}
}

func TestAlignStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	matches, err := AlignFunc(ctx, []string{bridge}, []string{bridge2}, Hints{})
	if !errors.Is(err, context.Canceled) || matches != nil {
		t.Errorf("got %v, %v", matches, err)
	}
}

// TestAlignOneMove moves one paragraph of a text anywhere and replaces a fifth of the words in it and in three others:
// every paragraph must find its partner and nothing but what crossed it may be called moved.
func TestAlignOneMove(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		checkOneMove(t, r, invented(r, 24))
	}
}

func checkOneMove(t *testing.T, r *rand.Rand, a []string) {
	t.Helper()
	b := slices.Clone(a)
	changed := r.Perm(len(a))[:4]
	for _, i := range changed {
		b[i] = reworded(r, b[i], .2)
	}
	from, to := changed[0], r.IntN(len(a))
	moved := b[from]
	b = slices.Insert(slices.Delete(b, from, from+1), to, moved)
	for _, m := range Align(a, b) {
		if len(m.A) != 1 || len(m.B) != 1 || placeAfter(m.A[0], from, to) != m.B[0] {
			t.Fatalf("moved %d to %d, got match %v", from, to, m)
		}
		if m.Moved && m.A[0] != from && max(from-to, to-from) > 1 {
			t.Fatalf("moved %d to %d, but %v is called moved", from, to, m)
		}
	}
}

// TestAlignSeed does the same with a real resolution, the one the program was first asked for.
func TestAlignSeed(t *testing.T) {
	r := rand.New(rand.NewPCG(59, 262))
	paragraphs := seed(t)
	for range 200 {
		checkOneMove(t, r, paragraphs)
	}
}

// seed reads the blocks of A/RES/59/262 in Russian.
func seed(t *testing.T) []string {
	shared := os.Getenv("MUTATIS_SHARED")
	if shared == "" {
		t.Skip("MUTATIS_SHARED names no folder with texts")
	}
	raw, err := os.ReadFile(filepath.Join(shared, "texts", "seed-59-262.ru.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, block := range regexp.MustCompile(`\n\s*\n`).Split(string(raw), -1) {
		if text := strings.Join(strings.Fields(block), " "); len(strings.Fields(text)) > 4 {
			out = append(out, text)
		}
	}
	return out
}

// placeAfter is where paragraph i stands after one was moved.
func placeAfter(i, from, to int) int {
	switch {
	case i == from:
		return to
	case from < i && i <= to:
		return i - 1
	case to <= i && i < from:
		return i + 1
	}
	return i
}

// invented makes n paragraphs that open alike and share half their words.
func invented(r *rand.Rand, n int) []string {
	opening := []string{"Recalling also the", "Noting with concern the", "Requests the Secretary-General to", "Calls upon all States to"}
	out := make([]string, n)
	for i := range out {
		words := []string{opening[r.IntN(len(opening))]}
		for range 12 + r.IntN(30) {
			words = append(words, fmt.Sprintf("w%d", r.IntN(400)))
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

// reworded replaces a share of the words.
func reworded(r *rand.Rand, text string, share float64) string {
	words := testWords(text)
	for _, k := range r.Perm(len(words))[:int(share*float64(len(words)))+1] {
		words[k] = testWord(r, text)
	}
	return joinTestWords(words, text)
}

func FuzzAlign(f *testing.F) {
	for _, c := range alignCases {
		f.Add(strings.Join(c.a, "\n"), strings.Join(c.b, "\n"))
	}
	f.Fuzz(func(t *testing.T, textA, textB string) {
		a, b := strings.Split(textA, "\n"), strings.Split(textB, "\n")
		matches := Align(a, b)
		checkPartition(t, matches, len(a), len(b))
		checkSwapped(t, a, b, matches)
	})
}
