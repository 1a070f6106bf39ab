package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
)

func showFiltered(t testing.TB, u *UI) {
	compare(t, u, lastYear, tabled, "en")
	u.do("filter.technical")
	u.do("filter.moved")
	u.do("compare.by-weight")
	u.do("compare.changes-only")
}

func showCorrected(t testing.TB, u *UI) {
	v := compare(t, u, lastYear, tabled, "en")
	gone, added := rowOf(t, v.tab, resolution.Gone), rowOf(t, v.tab, resolution.New)
	u.app.Choose(gone)
	u.do("compare.hold")
	u.app.Choose(added)
	u.do("compare.together")
	u.app.Choose(rowOf(t, u.app.Current().(*app.Comparing), resolution.Changed))
	u.do("compare.hold")
}

func showThree(t testing.TB, u *UI) {
	read(t, u, revised, "en")
	u.do("compare.three")
	u.app.Choose(7)
}

func showHistory(t testing.TB, u *UI, symbol, language string, paragraph int) {
	read(t, u, symbol, language)
	u.app.Choose(paragraph)
	key(u, fyne.KeyH)
	u.app.Choose(1)
}

func showSeries(t testing.TB, u *UI, symbol, language string, row int) {
	read(t, u, symbol, language)
	u.do("view.picture")
	tab := u.app.Current().(*app.Picturing)
	u.app.Point(row, tab.Column)
}

// rowOf finds the first row of a class.
func rowOf(t testing.TB, tab *app.Comparing, class resolution.Class) int {
	t.Helper()
	for i, r := range tab.Redline.Rows {
		if r.Class == class && rowLabel(r) != "" {
			return i
		}
	}
	t.Fatalf("there is no row that is %s", class)
	return -1
}

func TestFilterLeavesOutAndCounts(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	all := len(v.tab.Changes())
	counts := v.tab.FacetCounts()
	if len(v.changes.lines) != counts[app.SubstantiveChange]+counts[app.TechnicalChange]+counts[app.EditorialChange] {
		t.Errorf("%d lines for %v", len(v.changes.lines), counts)
	}
	u.do("filter.substantive")
	left := v.tab.Changes()
	if len(left) >= all || len(left) == 0 {
		t.Fatalf("of %d changes %d are left", all, len(left))
	}
	for _, i := range left {
		if v.tab.Redline.Rows[i].Weight == resolution.Substantive {
			t.Errorf("row %d is shown", i)
		}
	}
	if !v.changes.leftOut.Visible() || !strings.Contains(v.changes.leftOut.words.Text().Runs()[0].Text, itoa(counts[app.SubstantiveChange])+" substantive") {
		t.Error("the list does not count what it leaves out")
	}
	hidden := 0
	for _, l := range v.lines {
		if l.kind == hiddenLine || l.kind == hiddenNotes {
			hidden += l.many
			if words, _ := v.saying(l); !strings.Contains(words, "substantive") {
				t.Errorf("a line says %q", words)
			}
		}
	}
	if hidden != counts[app.SubstantiveChange] {
		t.Errorf("the text says that %d changes are hidden, it is %d", hidden, counts[app.SubstantiveChange])
	}
	if len(v.marks()) != v.list.Len()-len(v.lines)+countLines(v.lines) {
		t.Error("the overview marks what is hidden")
	}
	key(u, fyne.KeyF8)
	if at := v.tab.Selected; v.tab.Redline.Rows[at].Weight == resolution.Substantive {
		t.Error("F8 stops at a change that is left out")
	}
	u.do("filter.all")
	if len(v.tab.Changes()) != all || v.changes.leftOut.Visible() {
		t.Error("showing all leaves something out")
	}
}

func countLines(lines []line) (n int) {
	for _, l := range lines {
		if l.kind == paragraphLine || l.kind == noteLine {
			n++
		}
	}
	return n
}

func TestListGoesToTheChange(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	u.do("compare.by-weight")
	if v.changes.lines[0].heading == "" || v.changes.lines[0].weight != 3 {
		t.Errorf("the first line is %+v", v.changes.lines[0])
	}
	last := v.changes.lines[len(v.changes.lines)-1]
	for _, l := range v.changes.lines {
		if !l.note {
			last = l
		}
	}
	v.changes.choose(last)
	if v.tab.Selected != last.row {
		t.Errorf("row %d is chosen, want %d", v.tab.Selected, last.row)
	}
	u.do("compare.list")
	if v.listed || len(v.body.Objects) != 1 {
		t.Error("the list does not go")
	}
}

func TestPairingIsCorrectedInTheWindow(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	before := classes(v.tab)
	showCorrected(t, u)
	tab := u.app.Current().(*app.Comparing)
	if classes(tab) == before {
		t.Fatal("nothing was paired")
	}
	v = u.front().(*comparing)
	if !v.changes.said.root.Visible() || len(v.changes.said.rows.Objects) != 2 {
		t.Fatalf("the correction is not listed: %d", len(v.changes.said.rows.Objects))
	}
	for i := range tab.Redline.Rows {
		if tab.ByHand(i) {
			u.app.Choose(i)
			if look := v.pairLook(line{kind: paragraphLine, row: i}); !strings.Contains(look.tag, "by hand") {
				t.Errorf("the row says %q", look.tag)
			}
		}
	}
	u.do("compare.retract")
	if got := classes(u.app.Current().(*app.Comparing)); got != before {
		t.Errorf("taken back: %s, want %s", got, before)
	}
	u.do("edit.undo")
	if classes(u.app.Current().(*app.Comparing)) == before {
		t.Error("the taking back cannot be undone")
	}
}

func classes(tab *app.Comparing) string {
	var out []string
	for _, r := range tab.Redline.Rows {
		out = append(out, string(r.Class))
	}
	return strings.Join(out, " ")
}

// TestTheChosenWayStaysChosen: tapping "side by side" where it is chosen must not put the texts into one column.
func TestTheChosenWayStaysChosen(t *testing.T) {
	u := opened(t, true)
	v := compare(t, u, lastYear, tabled, "en")
	head, tab := v.head, v.tab
	for range 2 {
		inline := tab.Inline
		chosen := head.mode.Selected
		head.mode.SetSelected("") // what the toolkit does where the chosen one is tapped
		if tab.Inline != inline || head.mode.Selected != chosen || chosen == "" {
			t.Errorf("in one column: %t, then %t; chosen %q, then %q", inline, tab.Inline, chosen, head.mode.Selected)
		}
		u.do("compare.inline")
	}
}
