package app

import (
	"reflect"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// rolledOn is a library with a text of session 79 in front that was rolled on: the session that was proposed is taken, or
// another.
func rolledOn(t *testing.T, session string) (a *App, base Stored, proposed string) {
	t.Helper()
	a = newApp(t)
	d := draft("A/RES/79/262", 79, resolution.Adopted, "Recalling its resolution 78/190 of 19 December 2023,",
		"1. Welcomes the meeting held on 14 October 2024;", "2. Requests the Secretary-General to report to the General Assembly at its eightieth session.")
	d.Date, d.Closing.Date = "2024-12-17", "17 December 2024"
	base = add(t, a, d)
	must(t, a.OpenText(base.Text.ID))
	a.Hooks.EnterText = func(_, words string, then func(string)) {
		proposed = words
		if session != "" {
			words = session
		}
		then(words)
	}
	a.Do("draft.roll")
	return a, base, proposed
}

func TestRollAsksForTheSession(t *testing.T) {
	a, base, proposed := rolledOn(t, "")
	tab, ok := a.Current().(*Rolling)
	if proposed != "80" || !ok {
		t.Fatalf("proposed %q, in front is %T", proposed, a.Current())
	}
	texts := numbered(tab.Draft)
	want := []string{"School gardens", "Recalling its resolution 79/262 of 17 December 2024,", "1.Welcomes the meeting held on 14 October 2024;",
		"2.Requests the Secretary-General to report to the General Assembly at its eighty-first session."}
	if !reflect.DeepEqual(texts, want) {
		t.Errorf("rolled on to %q", texts)
	}
	if tab.Work.Base != base.Text.ID || !reflect.DeepEqual(tab.Work.Draft, tab.Draft) || a.find(tab.Work.Key()) == nil {
		t.Errorf("the draft that is written is %+v", tab.Work)
	}
}

func TestRollRefusesInWords(t *testing.T) {
	var failed error
	a, base, _ := rolledOn(t, "")
	a.Hooks.Failed = func(err error) { failed = err }
	must(t, a.SetLanguage("ru"))
	a.report(a.RollText(base, 79))
	if failed == nil || !strings.Contains(failed.Error(), "79") || !strings.Contains(failed.Error(), "Сессия") {
		t.Errorf("refused with %v", failed)
	}
}

// TestRolledDraftSurvives opens the library again as after a crash, and then saves the draft.
func TestRolledDraftSurvives(t *testing.T) {
	a, base, _ := rolledOn(t, "81")
	b, err := Open(a.Path(), Options{Now: clock()})
	must(t, err)
	defer b.Close()
	found, err := b.Unfinished()
	must(t, err)
	if len(found) != 1 || found[0].Draft.Session != 81 || found[0].Base != base.Text.ID {
		t.Fatalf("found %+v", found)
	}
	saved, err := b.Save(found[0])
	must(t, err)
	if saved.Series != base.Text.Series || saved.Parent != base.Text.ID || saved.Session != 81 || saved.Stage != resolution.Working {
		t.Errorf("saved as %+v", saved)
	}
}

func TestRollCards(t *testing.T) {
	a, _, _ := rolledOn(t, "")
	tab := a.Current().(*Rolling)
	var look, done []string
	into := &look
	for k, c := range tab.Cards(a.Words) {
		switch {
		case c.Heading != "" && k > 0:
			into = &done
		case c.Heading == "":
			*into = append(*into, c.Called+": "+strings.Join(c.Reasons, "; "))
		}
	}
	if !reflect.DeepEqual(look, []string{"OP1: “14 October 2024”: this date will be past"}) {
		t.Errorf("to look at: %q", look)
	}
	if all := strings.Join(done, "\n"); !strings.Contains(all, "PP1: the resolution that is rolled on takes the place") || !strings.Contains(all, "OP2: a session that moves on") {
		t.Errorf("rolled on: %q", done)
	}
	for _, c := range tab.Cards(a.Words) {
		if c.Called == "OP1" {
			must(t, a.OpenRolled(tab, c))
		}
	}
	if e, ok := a.Current().(*Editing); !ok || e.Draft.Paragraphs[e.Selected].Number != "1" {
		t.Errorf("in front is %T", a.Current())
	}
}

// Every rule has words in both languages of the interface.
func TestRollWords(t *testing.T) {
	rules := []string{"masthead-session", "masthead-agenda", "masthead-symbol", "masthead-gone", "closing", "session", "session-other", "session-own",
		"session-open", "session-event", "step", "year", "recall", "recall-list", "recall-comma", "recall-paragraph", "recall-skips", "recall-kept",
		"recall-other", "recall-none", "report-blank", "report-part", "supplement", "date-past", "date-later", "anniversary", "this-year"}
	for _, language := range []string{"en", "ru"} {
		w := LoadWords(language)
		for _, rule := range rules {
			if said := w.Rolled(resolution.Rolled{Why: rule}); strings.HasPrefix(said, "roll.") {
				t.Errorf("%s: %s has no words", language, rule)
			}
		}
	}
}
