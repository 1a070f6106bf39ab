package app

import "testing"

// Closing a tab leads back to the one a person came from, wherever that stands, and over what was closed meanwhile.
func TestClosingATabLeadsBack(t *testing.T) {
	a := newApp(t)
	must(t, a.AddSample())
	open := func(symbol string) {
		t.Helper()
		must(t, a.OpenText(a.BySymbol(symbol)[0].ID))
	}
	front := func(want string) {
		t.Helper()
		if r, ok := a.Current().(*Reading); !ok || r.Stored.Text.Symbol != want {
			t.Fatalf("in front is %v, want %s", a.Current(), want)
		}
	}
	for _, symbol := range []string{"A/RES/77/905", "A/RES/78/911", "A/RES/79/908", "A/C.2/80/L.901"} {
		open(symbol)
	}
	a.Select(0)
	a.Choose(4)
	a.Do("view.history")
	a.Do("file.close")
	front("A/RES/77/905")
	a.Do("file.close")
	front("A/C.2/80/L.901")
	a.CloseTab(1) // not in front: the front stays
	front("A/C.2/80/L.901")
	a.Do("file.close")
	front("A/RES/78/911")
	a.Do("file.close")
	if a.Current() != nil {
		t.Error("a tab is left")
	}
}
