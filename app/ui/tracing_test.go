package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

func TestHistoryHasACardAText(t *testing.T) {
	u := opened(t, true)
	showHistory(t, u, revised, "en", 3)
	v, ok := u.front().(*tracing)
	if !ok || len(v.cards) != len(v.tab.History.Steps)+1 {
		t.Fatalf("in front is %T", u.front())
	}
	words := ""
	for _, r := range v.cards[0].texts[1].Runs() {
		if r.Style != resolution.Call {
			words += r.Text
		}
	}
	s, err := u.app.Stored(v.tab.TextID)
	if err != nil || words != s.Draft.Paragraphs[3].Text {
		t.Errorf("the paragraph is drawn as %q, %v", words, err)
	}
	key(u, fyne.KeyF8)
	chosen := v.tab.Selected
	if v.tab.History.Steps[chosen].Event == app.Unchanged {
		t.Error("F8 stops where nothing changed")
	}
	key(u, fyne.KeyReturn)
	r, ok := u.app.Current().(*app.Reading)
	if !ok || r.Stored.Text.ID != v.tab.History.Steps[chosen].Text.ID || r.Selected != v.tab.History.Steps[chosen].Index {
		t.Errorf("Return shows %T", u.app.Current())
	}
}

func TestYearsAreToldWithoutColour(t *testing.T) {
	texts := []app.Text{{ID: 1, Session: 55}, {ID: 2, Session: 56, Date: "2001-12-01"}, {ID: 3, Number: "56/9", Session: 56}}
	h := app.History{Searched: texts}
	for _, text := range texts {
		h.Births = append(h.Births, app.Born{Text: text, Words: "x"})
	}
	order, marks, names := ages(h)
	if len(order) != 3 || names[1] != "2000" || names[2] == names[3] || names[3] != "56/9" {
		t.Errorf("named %v", names)
	}
	if marks[1] == marks[3] || marks[1] != widgets.BornMark(0, 3) {
		t.Errorf("marked %v", marks)
	}
}

func TestThreeWaysInTheWindow(t *testing.T) {
	u := opened(t, true)
	showThree(t, u)
	v := u.front().(*threeway)
	if len(v.lines) != len(v.shown.Rows) {
		t.Fatalf("%d lines for %d rows", len(v.lines), len(v.shown.Rows))
	}
	u.do("compare.changes-only")
	hidden := 0
	for _, l := range v.lines {
		if l.kind == hiddenLine {
			hidden += l.many
		}
	}
	if hidden != v.shown.Counts[app.AsBoth] || hidden == 0 {
		t.Errorf("%d rows are hidden, %d are as in both", hidden, v.shown.Counts[app.AsBoth])
	}
	v.open(v.lines[0])
	u.app.Choose(-1)
	key(u, fyne.KeyF8)
	if at := v.tab.Selected; at != v.shown.Changes()[0] {
		t.Errorf("F8 chose row %d", at)
	}
	for row := range v.shown.Rows {
		var words string
		for _, text := range v.look(row).sides[2].texts {
			words += plain(text.Runs())
		}
		if r := v.shown.Rows[row]; len(r.Draft) > 0 && words != plain(r.Draft[0].Runs) {
			t.Errorf("row %d is drawn as %q", row, words)
		}
	}
	other := text(t, u, "A/RES/78/911", "en")
	for i, b := range v.head.texts {
		if b.ID == other.ID {
			v.head.bases[0].SetSelectedIndex(i)
		}
	}
	if tab := u.app.Current().(*app.ComparingThree); tab.BaseIDs[0] != other.ID || tab.Bases[0].Text.ID != other.ID {
		t.Error("the first base is not the one that was picked")
	}
	u.do("view.history")
	if tab, ok := u.app.Current().(*app.Tracing); !ok || tab.TextID != v.tab.DraftID {
		t.Errorf("the history is %T", u.app.Current())
	}
}

func TestSeriesIsWalkedWithKeys(t *testing.T) {
	u := opened(t, true)
	showSeries(t, u, revised, "en", 3)
	v := u.front().(*picturing)
	u.window.Canvas().Capture()
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft} {
		key(u, k)
	}
	if v.tab.Row != 4 || v.tab.Column != len(v.shown.Texts)-3 {
		t.Errorf("chosen is row %d, column %d", v.tab.Row, v.tab.Column)
	}
	key(u, fyne.KeyHome)
	if v.tab.Column != 0 || len(v.told.texts) == 0 {
		t.Errorf("Home goes to column %d", v.tab.Column)
	}
	v.series.Tapped(&fyne.PointEvent{Position: fyne.NewPos(v.series.Size().Width*.3, 60)})
	if v.tab.Row != 1 || v.tab.Column != 0 {
		t.Errorf("a tap on a row's words chooses row %d, column %d", v.tab.Row, v.tab.Column)
	}
	v.hover(2, 1)
	if !strings.Contains(v.over.Words(), v.shown.Rows[2].Words[:20]) {
		t.Errorf("the pointer is said to be over %q", v.over.Words())
	}
	key(u, fyne.KeyEnd)
	key(u, fyne.KeyReturn)
	if tab, ok := u.app.Current().(*app.Tracing); !ok || tab.TextID != v.shown.Texts[len(v.shown.Texts)-1].ID {
		t.Errorf("Return shows %T", u.app.Current())
	}
}

// TestNewViewsAreDrawnAgain: a switch of the language or the shade draws every view anew.
func TestNewViewsAreDrawnAgain(t *testing.T) {
	u := opened(t, true)
	showThree(t, u)
	showHistory(t, u, "A/RES/55/901", "ar", 3)
	showSeries(t, u, "A/RES/55/901", "zh", 3)
	for _, id := range []string{"view.language.ru", "view.dark", "view.language.en", "view.light", "view.larger"} {
		u.do(id)
		for i := range u.app.Tabs() {
			u.app.Select(i)
			u.window.Canvas().Capture()
		}
	}
}
