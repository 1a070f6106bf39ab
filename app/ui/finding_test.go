package ui

import (
	"strings"
	"testing"
)

func showPrecedents(t testing.TB, u *UI, symbol, language string, at int) {
	t.Helper()
	read(t, u, symbol, language)
	u.app.Choose(at)
	u.do("search.precedents")
	u.app.Choose(0)
}

func showPhrase(t testing.TB, u *UI, words string) {
	t.Helper()
	if err := u.app.FindWords(words); err != nil {
		t.Fatal(err)
	}
	u.refresh()
}

func showBasket(t testing.TB, u *UI) {
	for _, s := range [][2]string{{"A/RES/55/901", "en"}, {"A/RES/55/901", "ar"}, {"A/RES/55/901", "zh"}, {"A/RES/55/901", "ru"}} {
		read(t, u, s[0], s[1])
		u.app.Choose(5)
		u.do("basket.add")
	}
	u.do("basket.show")
	u.app.Choose(1)
}

// The view shows what was asked and every wording, and its keys choose one.
func TestFindingShowsWordings(t *testing.T) {
	u := opened(t, true)
	showPrecedents(t, u, revised, "en", 5)
	v, ok := u.front().(*finding)
	if !ok || len(v.cards) != len(v.tab.Variants)+1 || len(v.tab.Variants) == 0 {
		t.Fatalf("the view in front is %T with %d cards", u.front(), len(v.cards))
	}
	if !strings.Contains(v.searched.Words(), v.tab.Searched.Say(u.app.Words)) {
		t.Errorf("it does not say where was looked: %q", v.searched.Words())
	}
	if v.copied() != v.tab.Variants[0].Words {
		t.Errorf("copied is %q", v.copied())
	}
	showPhrase(t, u, "words that nobody wrote")
	if v := u.front().(*finding); len(v.cards) != 1 {
		t.Errorf("%d cards of nothing", len(v.cards))
	}
}

func TestBasketShowsWhatIsInIt(t *testing.T) {
	u := opened(t, true)
	showBasket(t, u)
	v, ok := u.front().(*basketing)
	if !ok || v.length() != 4 || !strings.Contains(v.copied(), "القرار 55/901") {
		t.Fatalf("the view in front is %T: %q", u.front(), v.copied())
	}
	u.do("basket.remove")
	if v.length() != 3 {
		t.Errorf("%d are left", v.length())
	}
}
