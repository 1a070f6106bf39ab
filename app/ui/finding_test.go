package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
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

// showUses shows a phrase that stands in many texts, with its uses.
func showUses(t testing.TB, u *UI) {
	showPhrase(t, u, "Secretary-General")
	u.app.Choose(0)
	u.app.ChooseUse(2)
}

func showFilteredFind(t testing.TB, u *UI) {
	showPhrase(t, u, "Secretary-General")
	if err := u.app.SetScope(app.Scope{From: 77, To: 79, Adopted: true, Organ: app.Assembly, Kind: resolution.Operative}); err != nil {
		t.Fatal(err)
	}
	u.app.Choose(0)
}

func showOrigins(t testing.TB, u *UI, symbol, language string) *reading {
	u.do("view.provenance")
	return read(t, u, symbol, language)
}

func showOriginWords(t testing.TB, u *UI) {
	v := showOrigins(t, u, revised, "en")
	for i, p := range v.origins {
		if p.Origin == app.Adapted {
			v.linked(i)(originLink, fyne.NewPos(400, 300))
			return
		}
	}
	t.Fatal("no paragraph of the sample is adapted")
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

// showPhrases puts a phrase into the basket, once with its paragraph and once alone.
func showPhrases(t testing.TB, u *UI) {
	for _, words := range []string{"Secretary-General", "الأمين العام", "秘书长"} {
		showPhrase(t, u, words)
		u.app.Choose(0)
		u.do("basket.add")
		if words == "Secretary-General" {
			u.app.ChooseUse(1)
			u.do("basket.add")
		}
	}
	u.do("basket.show")
	u.app.Choose(1)
	u.do("basket.phrase")
}

// A phrase stands in the basket with its paragraph, bold in it; the person can take it alone.
func TestAPhraseStandsInTheBasketWithItsParagraph(t *testing.T) {
	u := opened(t, true)
	showPhrases(t, u)
	v := u.front().(*basketing)
	if words := plain(v.texts(v.tab.All[0])[1].Runs()); words != v.tab.All[0].Words || !strings.HasPrefix(v.tab.All[0].Cite(), "“"+words[:len(words)-1]) {
		t.Errorf("the first says %q", words)
	}
	if !strings.HasPrefix(v.copied(), "“Secretary-General” (") {
		t.Errorf("copied is %q", v.copied())
	}
	c, _ := u.command("basket.phrase")
	if !c.Enabled() || !c.Checked() {
		t.Error("the command does not say that the phrase is taken alone")
	}
	u.do("basket.phrase")
	if !strings.Contains(v.copied(), v.tab.All[1].Words[:20]) {
		t.Errorf("copied is %q", v.copied())
	}
}

// The uses of the chosen wording stand under it; right and left choose one, Return shows it in its text.
func TestUsesOfTheChosenWording(t *testing.T) {
	u := opened(t, true)
	showPhrase(t, u, "Secretary-General")
	v := u.front().(*finding)
	key(u, fyne.KeyDown)
	x := v.tab.Variants[v.tab.Selected]
	if want := len(v.cards) + 1 + len(x.Uses); len(x.Uses) < 2 || len(v.lines) != want {
		t.Fatalf("%d lines, want %d of %d uses", len(v.lines), want, len(x.Uses))
	}
	if !x.Labelled() {
		t.Error("a use has no label")
	}
	key(u, fyne.KeyRight)
	key(u, fyne.KeyReturn)
	r, ok := u.app.Current().(*app.Reading)
	if !ok || r.Stored.Text.ID != x.Uses[1].Text.ID || r.Selected != x.Uses[1].Index {
		t.Errorf("Return shows %+v, want the second use in %s", u.app.Current(), x.Uses[1].Text.Name())
	}
}

// What the filters leave out is said, and they are taken off by one button.
func TestFiltersOfASearch(t *testing.T) {
	u := opened(t, true)
	showPhrase(t, u, "Secretary-General")
	v := u.front().(*finding)
	all := v.tab.Found
	if v.filters.reset.Visible() || !v.filters.languageBox.Visible() {
		t.Error("without a filter there is nothing to take off")
	}
	v.filters.from.SetText("2023") // the year in which the seventy-eighth opened
	v.filters.from.OnSubmitted("")
	v.filters.kind.SetSelectedIndex(2)
	scope := v.tab.Query.Scope
	if scope.From != 78 || scope.Kind != resolution.Operative || v.filters.from.Text != "78" {
		t.Fatalf("searched is %+v", scope)
	}
	for _, want := range []string{"left out by the filters: ", "from session 78", "operative paragraphs alone"} {
		if !strings.Contains(v.searched.Words(), want) {
			t.Errorf("%q does not say %q", v.searched.Words(), want)
		}
	}
	v.filters.language.SetSelectedIndex(1 + slices.Index(resolution.Languages, resolution.Russian))
	if v.tab.Query.Language != resolution.Russian {
		t.Errorf("searched in %q", v.tab.Query.Language)
	}
	u.do("search.reset")
	if v.tab.Filtered() || v.tab.Found != all || v.filters.from.Text != "" {
		t.Errorf("after taking the filters off: %+v", v.tab.Query)
	}
}

// A person selects words in a text and looks for them.
func TestSelectedWordsAreFound(t *testing.T) {
	u := opened(t, true)
	v := read(t, u, "A/RES/55/901", "ar")
	if c, _ := u.command("search.selection"); c.Enabled() {
		t.Error("nothing is selected")
	}
	selectAll(t, u, v)
	u.do("search.selection")
	f, ok := u.app.Current().(*app.Finding)
	if !ok || f.Query.Language != resolution.Arabic || f.Precedents == nil || f.Found == 0 || f.Variants[0].Tier != app.ExactWords {
		t.Fatalf("found is %+v", u.app.Current())
	}
}

// selectAll selects the words of the paragraph in the middle of the list, as a double click and "all" do.
func selectAll(t testing.TB, u *UI, v *reading) {
	t.Helper()
	for _, o := range test.LaidOutObjects(u.window.Canvas().Content()) {
		p, ok := o.(*widgets.Paragraph)
		if !ok || p.Text() == nil || p.Text() != v.text(4) {
			continue
		}
		at := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(p.Size().Width-30, 10)}}
		p.MouseDown(at)
		p.MouseDown(at)
		u.selection.All()
		return
	}
	t.Fatal("the paragraph is not in view")
}

// Where the words come from stands under every paragraph, is remembered, and leads there.
func TestProvenanceBesideTheParagraphs(t *testing.T) {
	u := opened(t, true)
	v := read(t, u, revised, "en")
	if len(v.origins) != 0 || v.source.Visible() {
		t.Error("nobody asked where words come from")
	}
	u.do("view.provenance")
	if len(v.origins) != len(v.cells) || !strings.Contains(v.source.Words(), "Searched ") {
		t.Fatalf("%d origins: %q", len(v.origins), v.source.Words())
	}
	i := slices.IndexFunc(v.origins, func(p app.Provenance) bool { return p.Origin == app.Verbatim })
	texts := v.rowTexts(i)
	if words := plain(texts[1].Runs()); words != "= "+v.origins[i].Say(u.app.Words) {
		t.Errorf("under the paragraph stands %q", words)
	}
	from := v.origins[i].From
	v.linked(i)(originLink, fyne.NewPos(0, 0))
	if r := u.app.Current().(*app.Reading); r.Stored.Text.ID != from.Text.ID || r.Selected != from.Index {
		t.Errorf("it leads to %s, %d", r.Stored.Text.Name(), r.Selected)
	}
	u.app.Choose(-1)
	read(t, u, revised, "en")
	u.app.Choose(slices.IndexFunc(v.origins, func(p app.Provenance) bool { return p.Origin == app.Adapted }))
	u.do("search.origin")
	if u.window.Canvas().Overlays().Top() == nil {
		t.Error("the words that were changed are not shown")
	}
}

func TestFindingAndBasketAreSaved(t *testing.T) {
	u := opened(t, true)
	place := ""
	u.app.Hooks.PickPlace = func(name string, then func(string)) { place = filepath.Join(t.TempDir(), name); then(place) }
	showPhrase(t, u, "Secretary-General")
	u.do("file.export.pdf")
	if data, err := os.ReadFile(place); err != nil || !strings.HasPrefix(string(data), "%PDF") {
		t.Errorf("what was found is not saved: %v", err)
	}
	u.do("file.preview")
	place = ""
	u.do("file.export.pdf")
	if _, err := os.Stat(place); err != nil {
		t.Errorf("what is previewed is not saved: %v", err)
	}
	showBasket(t, u)
	u.do("file.export.txt")
	if data, err := os.ReadFile(place); err != nil || !strings.Contains(string(data), "القرار 55/901") {
		t.Errorf("the basket is not saved: %v, %q", err, data)
	}
}
