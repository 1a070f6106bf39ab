package app

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// signs write events as one letter each.
var signs = map[HistoryEvent]string{
	FirstSeen: "N", Unchanged: "=", Reworded: "~", SplitUp: "s", MergedIn: "m", Dropped: "x", Restored: "r", "": ".",
}

// sketched writes a picture as "Recalling N====": a row a paragraph, a sign a text.
func sketched(p *Picture) string {
	var out []string
	for _, r := range p.Rows {
		row := strings.Fields(r.Words)[0] + " "
		for _, c := range r.Cells {
			row += signs[c.Event]
			if c.Moved {
				row += "'"
			}
		}
		out = append(out, row)
	}
	return strings.Join(out, "\n")
}

func TestPicture(t *testing.T) {
	recall, wells, meet := "Recalling its resolution on school gardens and on the wells of the valley,",
		"Urges all villages and towns to dig wells beside their schools;", "Decides to meet in spring, when the apple trees are in blossom;"
	for _, c := range []struct {
		name, want string
		texts      [][]string
	}{
		{"dropped, restored, reworded", "Recalling N===\nUrges Nxr~\nDecides .N==", [][]string{
			{recall, "1. " + wells}, {recall, "1. " + meet}, {recall, "1. " + wells, "2. " + meet},
			{recall, "1. " + strings.Replace(wells, "and towns ", "", 1), "2. " + meet}}},
		{"moved", "Decides N=\nUrges N='\nRecalling N=", [][]string{
			{"1. " + wells, "2. " + meet, "3. Recalls its resolution on the wells of the valley;"},
			{"1. " + meet, "2. " + wells, "3. Recalls its resolution on the wells of the valley;"}}},
		{"gone for good stands where it stood", "Recalling N==\nUrges Nx.\nDecides N==", [][]string{
			{recall, "1. " + wells, "2. " + meet}, {recall, "1. " + meet}, {recall, "1. " + meet}}},
	} {
		a := newApp(t)
		var last Stored
		for i, text := range c.texts {
			last = add(t, a, draft(fmt.Sprintf("A/RES/%d/9", 75+i), 75+i, resolution.Adopted, text...))
		}
		l, err := a.Lives(last)
		must(t, err)
		got := sketched(l.Picture())
		if c.name == "moved" { // either of the two may be said to have moved
			got, c.want = fmt.Sprint(strings.Count(got, "'"), strings.Count(got, "N")), "1 3"
		}
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestPictureTab(t *testing.T) {
	a, all := wellYears(t)
	must(t, a.OpenText(all[3].Text.ID))
	a.Do("view.picture")
	tab, ok := a.Current().(*Picturing)
	if !ok || tab.Picture == nil || tab.Column != len(all)-1 {
		t.Fatalf("in front is %T", a.Current())
	}
	if c, _ := a.Command("view.history"); c.Enabled() {
		t.Error("nothing is chosen, and yet there is a history")
	}
	row := -1
	for i, r := range tab.Rows {
		if strings.HasPrefix(r.Words, "Urges") {
			row = i
		}
	}
	a.Point(row, 1)
	s, ok := tab.Step(row, 1, a.Words)
	if !ok || s.Event != Reworded || s.Since.ID != all[0].Text.ID {
		t.Errorf("in the second text it was %+v", s)
	}
	if s, ok = tab.Step(row, 2, a.Words); !ok || s.Event != Dropped {
		t.Errorf("in the third text it was %+v", s)
	}
	for _, format := range []string{"pdf"} {
		write, name, err := a.exporter(format)
		must(t, err)
		var out strings.Builder
		if err := write(&out); err != nil || out.Len() < 2000 || !strings.Contains(name, "Series") {
			t.Errorf("%s %q: %d bytes, %v", format, name, out.Len(), err)
		}
	}
	if _, p, err := a.printed(); err != nil || len(p.Pages) != 1 {
		t.Errorf("it is printed on %d pages, %v", len(p.Pages), err)
	}
	a.Do("view.history")
	h, ok := a.Current().(*Tracing)
	if !ok || h.TextID != all[1].Text.ID {
		t.Fatalf("in front is %T", a.Current())
	}
	a.Choose(3)
	a.Do("view.in-text")
	if r, ok := a.Current().(*Reading); !ok || r.Stored.Text.ID != all[3].Text.ID || r.Selected != 2 {
		t.Errorf("in front is %+v", a.Current())
	}
}

func TestPictureFollowsTheLibrary(t *testing.T) {
	a, all := wellYears(t)
	must(t, a.ShowPicture(all[0]))
	tab := a.Current().(*Picturing)
	before := len(tab.Texts)
	must(t, a.Remove(all[4].Text.ID))
	if tab = a.Current().(*Picturing); len(tab.Texts) != before-1 {
		t.Errorf("%d texts, there were %d", len(tab.Texts), before)
	}
	must(t, a.Remove(all[0].Text.ID))
	if _, still := a.Current().(*Picturing); still {
		t.Error("the picture of a text that is gone stays open")
	}
}

func TestPictureOnPaperInAllScripts(t *testing.T) {
	for _, l := range resolution.Languages {
		p := &Picture{Title: "Школьные сады 学校 الحدائق", Language: l, Texts: []Text{{Symbol: "A/RES/79/1", Session: 79, Title: "x"}}}
		for i := range 150 {
			p.Rows = append(p.Rows, PictureRow{Cells: []PictureCell{{Event: FirstSeen}}, Label: fmt.Sprint("OP", i), Words: "回顾其决议 Recalling إذ تشير"})
		}
		page := p.page(LoadWords("ru"), "образец")
		for _, r := range page.Rules {
			if r.X < 0 || r.Y < 0 || r.X+r.Width > page.Width || r.Y+r.Height > page.Height {
				t.Fatalf("%s: %+v stands outside the page", l, r)
			}
		}
	}
}

// longSeries is a series of 40 texts of 60 paragraphs, of which a sixth is reworded from year to year.
func longSeries(t testing.TB) (*App, Stored) {
	a := newApp(t)
	words := strings.Fields("garden school water pupil village valley seed region spring report office council harvest soil tree winter market bridge")
	paragraph := func(i, year int) string {
		year -= (year + i) % 6 // the year of its last rewording
		var out []string
		for k := range 45 {
			out = append(out, words[(i*7+k*(3+i%5)+k*k*(i%3)+max(year-k, 0)/9)%len(words)])
		}
		return fmt.Sprintf("%d. Requests the keepers of place %d to %s in %d;", i+1, i, strings.Join(out, " "), 1980+year)
	}
	var last Stored
	for year := range 40 {
		var text []string
		for i := range 60 {
			text = append(text, paragraph(i, year))
		}
		last = add(t, a, draft(fmt.Sprintf("A/RES/%d/9", 40+year), 40+year, resolution.Adopted, text...))
	}
	return a, last
}

// BenchmarkHistory follows a paragraph through 40 texts that are in memory already.
func BenchmarkHistory(b *testing.B) {
	a, last := longSeries(b)
	for b.Loop() {
		if _, err := a.History(last, 30); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPicture draws a series of 40 texts of 60 paragraphs, its page included.
func BenchmarkPicture(b *testing.B) {
	a, last := longSeries(b)
	for b.Loop() {
		l, err := a.Lives(last)
		if err != nil {
			b.Fatal(err)
		}
		p := l.Picture()
		print := a.printedPicture(&Picturing{Picture: p})
		if err := print.write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// TestListsArePrinted: a history and a draft against two bases are printed and saved as what they are, not as their text.
func TestListsArePrinted(t *testing.T) {
	a, all := wellYears(t)
	must(t, a.ShowHistory(all[1], 2))
	b, _, _, rev := threeTextsOf(t)
	must(t, b.OpenText(rev.Text.ID))
	b.Do("compare.three")
	for _, x := range []*App{a, b} {
		title, p, err := x.printed()
		must(t, err)
		if len(p.Pages) == 0 || title != x.Current().Name(x.Words) {
			t.Errorf("%q has %d pages", title, len(p.Pages))
		}
		for _, format := range []string{"pdf", "html"} {
			write, _, err := x.exporter(format)
			must(t, err)
			var out strings.Builder
			if err := write(&out); err != nil || out.Len() < 500 {
				t.Errorf("%s of %s: %d bytes, %v", format, title, out.Len(), err)
			}
		}
	}
}
