package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
)

// rollOn rolls a text of the sample on to the session that is proposed, or to another.
func rollOn(t testing.TB, u *UI, symbol, language, session string) *rolling {
	t.Helper()
	read(t, u, symbol, language)
	u.app.Hooks.EnterText = func(_, words string, then func(string)) {
		if session != "" {
			words = session
		}
		then(words)
	}
	u.do("draft.roll")
	v, ok := u.front().(*rolling)
	if !ok {
		t.Fatalf("in front is %T", u.front())
	}
	return v
}

func TestRollingShowsEveryPlace(t *testing.T) {
	for _, language := range []string{"en", "fr", "es", "ru", "zh", "ar"} {
		u := opened(t, true)
		v := rollOn(t, u, "A/RES/55/901", language, "")
		places := 0
		for _, c := range v.all {
			if v.rolled[c.item].Heading == "" {
				places++
			}
		}
		if places == 0 || v.tab.Draft.Session != 57 {
			t.Errorf("%s: %d places, session %d", language, places, v.tab.Draft.Session)
		}
	}
}

func TestRollingOpensTheDraft(t *testing.T) {
	u := opened(t, true)
	v := rollOn(t, u, lastYear, "en", "80")
	at := -1
	for i, c := range v.all {
		if v.rolled[c.item].Paragraph > 0 {
			at = i
			break
		}
	}
	u.app.Choose(at)
	if v.copied() == "" {
		t.Error("nothing of the chosen card is copied")
	}
	v.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e, ok := u.app.Current().(*app.Editing)
	if !ok || e.Selected != v.rolled[at].Paragraph {
		t.Errorf("in front is %T", u.app.Current())
	}
}
