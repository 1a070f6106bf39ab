package app

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// threeTexts are last year's resolution, the tabled text and a draft, in which every origin is once.
func threeTextsOf(t *testing.T) (a *App, last, tabled, rev Stored) {
	a = newApp(t)
	last = add(t, a, draft("A/RES/79/9", 79, resolution.Adopted,
		"Recalling its resolution on the school gardens of the valley,",
		"1. Urges all villages to dig wells beside their schools;",
		"2. Invites the growers to give the schools apple trees;",
		"3. Requests the harbour master to publish the timetable of the ferries;",
		"4. Encourages the bakeries to use flour milled in the valley;",
		"5. Calls upon the libraries to lend their books to travellers;"))
	tabled = add(t, a, draft("A/C.2/80/L.1", 80, resolution.Tabled,
		"Recalling its resolution on the school gardens of the valley,",
		"1. Urges all villages and towns to dig wells beside their schools;",
		"2. Invites the growers and the merchants to give the schools apple trees;",
		"3. Requests the harbour master to publish the timetable of the ferries;",
		"4. Calls upon the libraries to lend their books to travellers, free of charge;",
		"5. Appoints a gardener for every five schools in the mountains;"))
	rev = add(t, a, draft("A/C.2/80/L.1/Rev.1", 80, resolution.Revised,
		"Recalling its resolution on the school gardens of the valley,",
		"1. Urges all villages to dig wells beside their schools;",
		"2. Invites the growers and the merchants to give the schools apple trees;",
		"3. Calls upon the libraries to lend their maps to travellers, free of charge;",
		"4. Thanks the painters who have coloured the doors of the kitchens blue;"))
	return a, last, tabled, rev
}

func (t *ThreeWay) sketch() string {
	var out []string
	for _, r := range t.Rows {
		out = append(out, strings.TrimSpace(r.Label()+" "+string(r.Origin)))
	}
	return strings.Join(out, ", ")
}

func TestCompareThree(t *testing.T) {
	_, last, tabled, rev := threeTextsOf(t)
	got, err := CompareThree(context.Background(), last, tabled, rev, ThreeView{})
	must(t, err)
	want := "as-both, PP1 as-both, OP1 as-first, OP2 as-second, OP3 gone-both, OP4 gone-first, OP3 own-words, OP5 gone-second, OP4 new"
	if s := got.sketch(); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	for i, row := range got.Rows {
		if len(row.Draft) > 0 && joinedRuns(row.Words) != drawn(row.Draft[0].Runs) {
			t.Errorf("row %d: the words %s are not the paragraph %s", i, joinedRuns(row.Words), drawn(row.Draft[0].Runs))
		}
	}
	if got.Rows[2].Weight() != resolution.Substantive && got.Rows[2].Bases[1].Weight == "" {
		t.Errorf("leaving the towns out weighs %q", got.Rows[2].Weight())
	}
	total := 0
	for _, n := range got.Counts {
		total += n
	}
	if total != len(got.Rows) {
		t.Errorf("%d counted of %d", total, len(got.Rows))
	}
}

func joinedRuns(words []Sourced) string {
	var runs []resolution.Run
	for _, w := range words {
		if n := len(runs); n > 0 && runs[n-1].Style == w.Style && runs[n-1].Link == w.Link && w.Style != resolution.Call {
			runs[n-1].Text += w.Text
		} else {
			runs = append(runs, w.Run)
		}
	}
	return drawn(runs)
}

// TestSources shows which words come from where: 1 the first base, 2 the second, + both, ! neither.
func TestSources(t *testing.T) {
	for _, c := range []struct{ name, first, second, draft, want string }{
		{"all the same", "Digs wells here.", "Digs wells here.", "Digs wells here.", "[+Digs wells here.]"},
		{"a word of its own", "Digs wells.", "Digs wells.", "Digs deep wells.", "[+Digs ][!deep ][+wells.]"},
		{"of each one word", "Digs deep wells.", "Digs wells today.", "Digs deep wells today.", "[+Digs ][1deep ][+wells][2 today][+.]"},
		{"as the first", "Digs deep wells.", "Digs wells.", "Digs deep wells.", "[+Digs ][1deep ][+wells.]"},
		{"ru", "Просит копать глубокие колодцы.", "Просит копать колодцы сегодня.", "Просит копать глубокие колодцы сегодня.", "[+Просит копать ][1глубокие ][+колодцы][2 сегодня][+.]"},
		{"zh", "请各村挖深井。", "请各村挖井并保持清洁。", "请各村挖深井并保持清洁。", "[+请各村挖][1深][+井][2并保持清洁][+。]"},
		{"ar", "تدعو القرى إلى حفر آبار عميقة", "تدعو جميع القرى إلى حفر آبار", "تدعو جميع القرى إلى حفر آبار عميقة", "[+تدعو ][2جميع ][+القرى إلى حفر آبار][1 عميقة]"},
	} {
		stored := func(text string) Stored { return Stored{Draft: one(text)} }
		got, err := CompareThree(context.Background(), stored(c.first), stored(c.second), stored(c.draft), ThreeView{})
		must(t, err)
		var b strings.Builder
		for _, w := range got.Rows[0].Words {
			if w.Style == resolution.Numeral || w.Text == " " && b.Len() == 0 {
				continue
			}
			fmt.Fprintf(&b, "[%c%s]", "!12+"[w.Source], w.Text)
		}
		if b.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.name, b.String(), c.want)
		}
	}
}

func TestThreeReport(t *testing.T) {
	_, last, tabled, rev := threeTextsOf(t)
	got, err := CompareThree(context.Background(), last, tabled, rev, ThreeView{})
	must(t, err)
	r := got.Report(LoadWords("en"))
	if n := len(r.Sections[1].Table.Rows); n != len(got.Changes()) || n != 7 {
		t.Errorf("the table has %d rows", n)
	}
	if text := r.Sections[0].Text[0]; !strings.Contains(text, "as in A/RES/79/9: 1") {
		t.Errorf("counted as %s", text)
	}
	for _, format := range []string{"html", "pdf"} {
		var out strings.Builder
		if err := WriteReport(&out, r, format, Printing{}); err != nil || out.Len() < 500 {
			t.Errorf("%s: %d bytes, %v", format, out.Len(), err)
		}
	}
}

// TestThreeTab opens the three-way view of a draft, steps through it and corrects a pairing.
func TestThreeTab(t *testing.T) {
	a, last, tabled, rev := threeTextsOf(t)
	must(t, a.OpenText(rev.Text.ID))
	commands := a.ThreeCommands()
	if !commands[0].Enabled() {
		t.Fatal("there are two bases, and yet it cannot be compared")
	}
	must(t, commands[0].Run())
	tab := a.three()
	if tab == nil || tab.BaseIDs != [2]int64{last.Text.ID, tabled.Text.ID} {
		t.Fatalf("in front is %+v", a.Current())
	}
	if tab.Selected != 2 {
		t.Errorf("row %d is chosen at first, want the first that differs", tab.Selected)
	}
	for _, want := range []int{3, 4, 5} {
		a.Do("compare.next")
		if tab.Selected != want {
			t.Errorf("row %d is chosen, want %d", tab.Selected, want)
		}
	}
	a.Do("compare.previous")
	if tab.Selected != 4 {
		t.Errorf("back to row %d", tab.Selected)
	}
	must(t, a.BelongTogether(last, rev, 5, 5)) // the bakeries and the painters
	if got := tab.sketch(); strings.Contains(got, "gone-first") {
		t.Errorf("corrected: %s", got)
	}
}

// TestThreeWaysWithoutATabledText: where no text of the own session is known, the first two bases that are offered will do.
func TestThreeWaysWithoutATabledText(t *testing.T) {
	a, all := wellYears(t)
	must(t, a.OpenText(all[0].Text.ID))
	a.Do("compare.three")
	must(t, a.OpenText(all[4].Text.ID))
	a.Do("compare.three")
	tab := a.three()
	if tab == nil || tab.DraftID != all[4].Text.ID || tab.BaseIDs[0] == tab.BaseIDs[1] || tab.ThreeWay == nil {
		t.Fatalf("in front is %T", a.Current())
	}
	if first, second := tab.Bases[0].Text, tab.Bases[1].Text; second.earlier(first) {
		t.Errorf("%s stands before %s, which is earlier", first.Name(), second.Name())
	}
}
