package app

import (
	"fmt"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/diff"
)

// wellYears is a series in which a paragraph is reworded, dropped, restored and split.
func wellYears(t *testing.T) (*App, []Stored) {
	a := newApp(t)
	recall := "Recalling its resolution on school gardens and on the wells of the valley,"
	var all []Stored
	for i, text := range [][]string{
		{recall, "1. Urges all villages to dig wells beside their schools;"},
		{recall, "1. Urges all villages and towns to dig wells beside their schools;"},
		{recall, "1. Decides to meet in spring, when the apple trees are in blossom;"},
		{recall, "1. Urges all villages and towns to dig wells beside their schools;", "2. Decides to meet in spring, when the apple trees are in blossom;"},
		{recall, "1. Urges all villages to dig wells beside their schools;", "2. Decides to meet in spring, when the apple trees are in blossom;"},
	} {
		all = append(all, add(t, a, draft(fmt.Sprintf("A/RES/%d/9", 75+i), 75+i, resolution.Adopted, text...)))
	}
	return a, all
}

// told writes a history as "75 first, 76 reworded": session and event.
func told(h History) string {
	var out []string
	for _, s := range h.Steps {
		text := fmt.Sprintf("%d %s", s.Text.Session, s.Event)
		if s.Words.ID != 0 {
			text += fmt.Sprintf(" as %d", s.Words.Session)
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func TestHistory(t *testing.T) {
	a, all := wellYears(t)
	for _, c := range []struct {
		text, paragraph int
		want            string
	}{
		{0, 1, "75 first, 76 same, 77 same, 78 same, 79 same"},
		{0, 2, "75 first, 76 reworded, 77 dropped, 78 restored, 79 reworded as 75"},
		{4, 2, "75 first, 76 reworded, 77 dropped, 78 restored, 79 reworded as 75"},
		{2, 2, "77 first, 78 same, 79 same"},
	} {
		h, err := a.History(all[c.text], c.paragraph)
		must(t, err)
		if got := told(h); got != c.want {
			t.Errorf("paragraph %d of text %d: %s, want %s", c.paragraph, c.text, got, c.want)
		}
		if len(h.Searched) != len(all) {
			t.Errorf("looked at %d texts", len(h.Searched))
		}
	}
}

func TestHistoryShowsTheWords(t *testing.T) {
	a, all := wellYears(t)
	h, err := a.History(all[3], 2)
	must(t, err)
	for i, want := range []string{
		"#1. Urges all villages to dig wells beside their schools;",
		"#1. Urges all villages {+and towns +}to dig wells beside their schools;",
		"[-#1.-][- -][-Urges all villages and towns to dig wells beside their schools;-]",
		"#1. Urges all villages and towns to dig wells beside their schools;",
		"#1. Urges all villages [-and towns -]to dig wells beside their schools;",
	} {
		if got := drawn(h.Steps[i].Row.Inline); got != want {
			t.Errorf("step %d is drawn %s\nwant %s", i, got, want)
		}
	}
	if h.Steps[1].Since.Session != 75 || h.Steps[3].Since.Session != 76 {
		t.Errorf("compared with %s and %s", h.Steps[1].Since.Name(), h.Steps[3].Since.Name())
	}
	var births []string
	for _, b := range h.Births {
		births = append(births, fmt.Sprintf("%d %q", b.Text.Session, b.Words))
	}
	if got := strings.Join(births, " "); got != `75 "Urges all villages " 76 "and towns " 75 "to dig wells beside their schools;"` {
		t.Errorf("born %s", got)
	}
}

// TestHistoryHeedsCorrections: what a person said is true of the history too, over a gap as well.
func TestHistoryHeedsCorrections(t *testing.T) {
	a := newApp(t)
	var all []Stored
	for i, text := range [][]string{
		{"1. Urges all villages to dig wells beside their schools;", "2. Decides to meet."},
		{"1. Decides to meet."},
		{"1. Appeals for water wherever children plant beans;", "2. Decides to meet."},
	} {
		all = append(all, add(t, a, draft(fmt.Sprintf("A/RES/%d/9", 75+i), 75+i, resolution.Adopted, text...)))
	}
	history := func() string {
		h, err := a.History(all[2], 1)
		must(t, err)
		return told(h)
	}
	if got := history(); got != "77 first" {
		t.Errorf("uncorrected: %s", got)
	}
	must(t, a.BelongTogether(all[0], all[2], 1, 1))
	if got := history(); got != "75 first, 76 dropped, 77 restored" {
		t.Errorf("corrected: %s", got)
	}
	h, err := a.History(all[2], 1)
	must(t, err)
	last := h.Steps[len(h.Steps)-1]
	if h.Steps[0].ByHand || !last.ByHand || !strings.HasSuffix(last.EventWords(a.Words), ", paired by hand") {
		t.Errorf("the history does not say that a person paired these: %q", last.EventWords(a.Words))
	}
	must(t, a.Undo())
	if got := history(); got != "77 first" {
		t.Errorf("undone: %s", got)
	}
}

// TestHistoryInOtherLanguages follows a paragraph in each of the six.
func TestHistoryInOtherLanguages(t *testing.T) {
	for language, years := range map[resolution.Language][]string{
		resolution.Arabic:  {"تدعو القرى إلى العناية بآبارها", "تدعو جميع القرى إلى العناية بآبارها"},
		resolution.Chinese: {"请各村保持水井清洁", "请各村保持水井和泉水清洁"},
		resolution.English: {"Invites villages to keep their wells clean", "Invites all villages to keep their wells clean"},
		resolution.French:  {"Invite les villages à entretenir leurs puits", "Invite tous les villages à entretenir leurs puits"},
		resolution.Russian: {"призывает деревни беречь колодцы", "призывает все деревни беречь колодцы"},
		resolution.Spanish: {"Invita a las aldeas a cuidar sus pozos", "Invita a todas las aldeas a cuidar sus pozos"},
	} {
		a := newApp(t)
		var last Stored
		for i, text := range years {
			d := draft(fmt.Sprintf("A/RES/%d/9", 75+i), 75+i, resolution.Adopted, text)
			d.Language = language
			last = add(t, a, d)
		}
		h, err := a.History(last, 1)
		must(t, err)
		if got := told(h); got != "75 first, 76 reworded" || len(h.Births) != 3 {
			t.Errorf("%s: %s, born %+v", language, got, h.Births)
		}
	}
}

func TestHistoryOfAFile(t *testing.T) {
	a := newApp(t)
	if _, err := a.History(Stored{Draft: draft("A/RES/79/1", 79, resolution.Adopted, "1. Decides to meet.")}, 1); err == nil {
		t.Error("a text of no library has a history")
	}
}

// TestDraftsFollowTheirParent: a draft made from a tabled text stands behind it, not before.
func TestDraftsFollowTheirParent(t *testing.T) {
	a := newApp(t)
	l := add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled, "1. Decides to meet."))
	add(t, a, draft("A/C.2/80/L.1/Rev.1", 80, resolution.Revised, "1. Decides to meet now."))
	e, err := a.Edit(l)
	must(t, err)
	must(t, e.SetText(1, "Decides to meet soon."))
	made, err := a.Save(e)
	must(t, err)
	var got []string
	for _, u := range a.inOrder(l.Text) {
		got = append(got, string(u.Stage))
	}
	if strings.Join(got, " ") != "tabled working revised" {
		t.Errorf("%d stands in %v", made.ID, got)
	}
}

func TestHistoryReport(t *testing.T) {
	a, all := wellYears(t)
	h, err := a.History(all[4], 2)
	must(t, err)
	r := h.Report(LoadWords("en"))
	var headings []string
	for _, s := range r.Sections {
		headings = append(headings, s.Heading)
	}
	want := "|A/RES/75/9, OP1 · first seen|A/RES/76/9, OP1 · reworded|A/RES/77/9 · dropped|A/RES/78/9, OP1 · restored|" +
		"A/RES/79/9, OP1 · reworded, back to the words of A/RES/75/9|Where the words of A/RES/79/9 come from"
	if got := strings.Join(headings, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, format := range []string{"html", "pdf"} {
		var out strings.Builder
		if err := WriteReport(&out, r, format, Printing{}); err != nil || out.Len() < 500 {
			t.Errorf("%s: %d bytes, %v", format, out.Len(), err)
		}
	}
}

// TestHistoryTab shows a history and tells it anew where a correction was made.
func TestHistoryTab(t *testing.T) {
	a, all := wellYears(t)
	must(t, a.OpenText(all[4].Text.ID))
	a.Choose(2)
	show := a.HistoryCommands()[0]
	if !show.Enabled() {
		t.Fatal("a chosen paragraph has no history")
	}
	must(t, show.Run())
	tab, ok := a.Current().(*Tracing)
	if !ok || len(tab.History.Steps) != 5 || !strings.Contains(tab.Name(a.Words), "OP1") {
		t.Fatalf("in front is %+v", a.Current())
	}
	must(t, a.BelongApart(all[0], all[1], 2, 2))
	if got := told(tab.History); got != "75 first, 76 dropped, 79 restored" {
		t.Errorf("parted, it is told as %s", got)
	}
	must(t, a.SetLanguage("ru"))
	if !strings.Contains(tab.Name(a.Words), "по годам") {
		t.Errorf("in Russian it is called %s", tab.Name(a.Words))
	}
}

func TestAYoungDateIsYoungInAllItsWords(t *testing.T) {
	for _, c := range []struct{ births, want string }{
		{"1|Recalling its resolutions ;5|59/11 of 28 ;1|October ;5|2004,", "1|Recalling its resolutions ;5|59/11 of 28 October 2004,"},
		{"1|ссылаясь на резолюции ;5|59/11 от 28 ;1|октября ;5|2004 года,", "1|ссылаясь на резолюции ;5|59/11 от 28 октября 2004 года,"},
		{"1|回顾;5|第59/11号决;1|议;5|和决定", "1|回顾;5|第59/11号决议和决定"},
		{"1|the Agency ;3|by ;1|its Director", "1|the Agency ;3|by ;1|its Director"},
		{"2|a ;1|b ;3|c", "2|a ;1|b ;3|c"},
		{"5|one ;1|two words ;5|three", "5|one ;1|two words ;5|three"},
	} {
		var births []diff.Birth
		for _, b := range strings.Split(c.births, ";") {
			text, words, _ := strings.Cut(b, "|")
			births = append(births, diff.Birth{Text: int(text[0] - '0'), Words: words})
		}
		var got []string
		for _, b := range bridged(births) {
			got = append(got, fmt.Sprintf("%d|%s", b.Text, b.Words))
		}
		if got := strings.Join(got, ";"); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
