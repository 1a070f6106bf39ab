package ui

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/app/ui/widgets"
)

var (
	pictures = flag.String("pictures", "", "the `folder` into which every view is painted")
	dialogs  = flag.Bool("dialogs", false, "paint the dialogs and further variants, too")
	room     = flag.String("room", "", "`WIDTHxHEIGHT` of the window in every picture; as each view says where empty")
	spoken   = flag.String("spoken", "", "the `language` of the interface in every picture; as each view says where empty")
)

// TestPictures paints every view, by the same painter as the window's, into the folder that -pictures names.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("-pictures names no folder")
	}
	for _, c := range views {
		if c.extra && !*dialogs {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			u := opened(t, !c.empty)
			if c.dark {
				u.setShade(widgets.Dark)
			}
			if language := cmp.Or(*spoken, c.language); language != "" {
				if err := u.app.SetLanguage(language); err != nil {
					t.Fatal(err)
				}
			}
			c.show(t, u)
			if c.width > 0 {
				paintAt(t, u, filepath.Join(*pictures, c.name+".png"), c.width)
				return
			}
			paint(t, u, filepath.Join(*pictures, c.name+".png"))
		})
	}
}

// views are the pictures of the program, each with what a person does to see it.
var views = []struct {
	name     string
	dark     bool
	empty    bool
	extra    bool // to be looked at, and not kept
	language string
	width    float32 // of the window, 1400 where 0
	show     func(testing.TB, *UI)
}{
	{name: "welcome", extra: true, empty: true, show: func(testing.TB, *UI) {}},
	{name: "library", show: func(t testing.TB, u *UI) { read(t, u, lastYear, "en") }},
	{name: "reading", show: showReading},
	{name: "reading-dark-russian", dark: true, language: "ru", show: func(t testing.TB, u *UI) { read(t, u, "A/RES/55/901", "ru") }},
	{name: "reading-arabic", extra: true, show: func(t testing.TB, u *UI) { read(t, u, "A/RES/55/901", "ar") }},
	{name: "import-check", show: showImport},
	{name: "import-check-russian", extra: true, language: "ru", show: showImport},
	{name: "compare-light", show: func(t testing.TB, u *UI) { compare(t, u, lastYear, tabled, "en"); u.app.Choose(4) }},
	{name: "compare-dark", dark: true, show: func(t testing.TB, u *UI) { compare(t, u, lastYear, tabled, "en"); u.app.Choose(4) }},
	{name: "compare-agreed", show: showAgreed},
	{name: "compare-inline", show: func(t testing.TB, u *UI) { compare(t, u, lastYear, tabled, "en"); u.do("compare.inline") }},
	{name: "compare-changes-only", extra: true, show: func(t testing.TB, u *UI) { compare(t, u, lastYear, tabled, "en"); u.do("compare.changes-only") }},
	{name: "compare-arabic", show: func(t testing.TB, u *UI) { compare(t, u, "A/C.2/55/L.901", "A/RES/55/901", "ar") }},
	{name: "compare-chinese", show: func(t testing.TB, u *UI) { compare(t, u, "A/C.2/55/L.901", "A/RES/55/901", "zh") }},
	{name: "compare-russian", language: "ru", show: func(t testing.TB, u *UI) { compare(t, u, "A/C.2/55/L.901", "A/RES/55/901", "ru") }},
	{name: "compare-filtered", extra: true, show: showFiltered},
	{name: "compare-filtered-russian", extra: true, dark: true, language: "ru", show: showFiltered},
	{name: "compare-all-left-out", extra: true, show: showAllLeftOut},
	{name: "compare-all-left-out-dark-russian", extra: true, dark: true, language: "ru", show: showAllLeftOut},
	{name: "cited-by", extra: true, show: func(t testing.TB, u *UI) { read(t, u, "A/RES/55/901", "zh"); u.do("view.cited-by") }},
	{name: "history-chinese", extra: true, show: func(t testing.TB, u *UI) { showHistory(t, u, "A/RES/55/901", "zh", 8) }},
	{name: "versions-chinese", extra: true, dark: true, show: showVersionsChinese},
	{name: "three-ways-chinese", extra: true, show: func(t testing.TB, u *UI) { showThreeIn(t, u, "zh") }},
	{name: "three-ways-arabic", extra: true, show: func(t testing.TB, u *UI) { showThreeIn(t, u, "ar") }},
	{name: "compare-corrected", extra: true, show: showCorrected},
	{name: "compare-notes", extra: true, show: showNoted},
	{name: "compare-notes-inline-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showNoted(t, u); u.do("compare.inline") }},
	{name: "compare-notes-arabic", extra: true, show: func(t testing.TB, u *UI) { showNotedIn(t, u, "ar") }},
	{name: "compare-notes-chinese", extra: true, show: func(t testing.TB, u *UI) { showNotedIn(t, u, "zh") }},
	{name: "three-ways-notes", extra: true, show: func(t testing.TB, u *UI) { showNoted(t, u); u.do("compare.three"); u.app.Choose(4) }},
	{name: "three-ways", show: showThree},
	{name: "three-ways-dark-russian", extra: true, dark: true, language: "ru", show: showThree},
	{name: "history", show: func(t testing.TB, u *UI) { showHistory(t, u, revised, "en", 3) }},
	{name: "history-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showHistory(t, u, revised, "en", 3) }},
	{name: "history-arabic", extra: true, show: func(t testing.TB, u *UI) { showHistory(t, u, "A/RES/55/901", "ar", 8) }},
	{name: "series", show: func(t testing.TB, u *UI) { showSeries(t, u, revised, "en", 9) }},
	{name: "series-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showSeries(t, u, revised, "en", 9) }},
	{name: "series-arabic", extra: true, show: func(t testing.TB, u *UI) { showSeries(t, u, "A/RES/55/901", "ar", 5) }},
	{name: "series-chinese", extra: true, show: func(t testing.TB, u *UI) { showSeries(t, u, "A/RES/55/901", "zh", 5) }},
	{name: "series-page", extra: true, show: func(t testing.TB, u *UI) { showSeries(t, u, revised, "en", 9); u.do("file.preview") }},
	{name: "roll", extra: true, show: func(t testing.TB, u *UI) { rollOn(t, u, lastYear, "en", "") }},
	{name: "roll-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { rollOn(t, u, "A/RES/55/901", "ru", "") }},
	{name: "roll-arabic", extra: true, show: func(t testing.TB, u *UI) { rollOn(t, u, "A/RES/55/901", "ar", "") }},
	{name: "roll-page", extra: true, show: func(t testing.TB, u *UI) { rollOn(t, u, lastYear, "en", ""); u.do("file.preview") }},
	{name: "precedents", show: func(t testing.TB, u *UI) { showPrecedents(t, u, revised, "en", 9) }},
	{name: "precedents-of-a-phrase-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showPhrase(t, u, "Государства-члены") }},
	{name: "precedents-arabic", extra: true, show: func(t testing.TB, u *UI) { showPrecedents(t, u, "A/RES/55/901", "ar", 5) }},
	{name: "precedents-chinese", extra: true, show: func(t testing.TB, u *UI) { showPrecedents(t, u, "A/RES/55/901", "zh", 5) }},
	{name: "precedents-uses", extra: true, show: showUses},
	{name: "precedents-filtered-dark-russian", extra: true, dark: true, language: "ru", show: showFilteredFind},
	{name: "precedents-page", extra: true, show: func(t testing.TB, u *UI) { showPrecedents(t, u, "A/RES/55/901", "ar", 5); u.do("file.preview") }},
	{name: "basket", extra: true, show: showBasket},
	{name: "basket-phrases", extra: true, show: showPhrases},
	{name: "basket-page", extra: true, show: func(t testing.TB, u *UI) { showBasket(t, u); u.do("file.preview") }},
	{name: "provenance", show: func(t testing.TB, u *UI) { showOrigins(t, u, revised, "en") }},
	{name: "provenance-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showOrigins(t, u, "A/RES/55/901", "ru") }},
	{name: "provenance-arabic", extra: true, show: func(t testing.TB, u *UI) { showOrigins(t, u, "A/RES/55/901", "ar") }},
	{name: "provenance-chinese", extra: true, show: func(t testing.TB, u *UI) { showOrigins(t, u, "A/RES/55/901", "zh") }},
	{name: "precedents-narrow", extra: true, width: 1024, language: "ru", show: showFilteredFind},
	{name: "provenance-narrow", extra: true, width: 1024, show: func(t testing.TB, u *UI) { showOrigins(t, u, revised, "en") }},
	{name: "provenance-words", extra: true, show: showOriginWords},
	{name: "editing", show: func(t testing.TB, u *UI) { edit(t, u, tabled, "en", 5) }},
	{name: "editing-arabic", show: func(t testing.TB, u *UI) { edit(t, u, "A/RES/55/901", "ar", 3) }},
	{name: "editing-provenance", extra: true, show: func(t testing.TB, u *UI) { writeOrigins(t, u, tabled, "en") }},
	{name: "editing-provenance-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { writeOrigins(t, u, "A/RES/55/901", "ru") }},
	{name: "editing-provenance-arabic", extra: true, show: func(t testing.TB, u *UI) { writeOrigins(t, u, "A/RES/55/901", "ar") }},
	{name: "editing-provenance-chinese", extra: true, show: func(t testing.TB, u *UI) { writeOrigins(t, u, "A/RES/55/901", "zh") }},
	{name: "state-of-play", show: func(t testing.TB, u *UI) { showAgreed(t, u); u.do("agree.play") }},
	{name: "state-of-play-page", extra: true, show: func(t testing.TB, u *UI) { showAgreed(t, u); u.do("agree.play"); u.do("file.preview") }},
	{name: "unmarked", extra: true, show: func(t testing.TB, u *UI) { showUnmarked(t, u, lastYear, tabled, "en") }},
	{name: "unmarked-dark-russian", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showUnmarked(t, u, "A/C.2/55/L.901", "A/RES/55/901", "ru") }},
	{name: "unmarked-arabic", extra: true, show: func(t testing.TB, u *UI) { showUnmarked(t, u, "A/C.2/55/L.901", "A/RES/55/901", "ar") }},
	{name: "unmarked-warning", extra: true, show: func(t testing.TB, u *UI) { u.app.ImportFiles([]string{silentFile(t, u, lastYear, tabled, "en")}) }},
	{name: "unmarked-page", extra: true, show: func(t testing.TB, u *UI) { showUnmarked(t, u, lastYear, tabled, "en"); u.do("file.preview") }},
	{name: "versions", show: func(t testing.TB, u *UI) { showVersions(t, u); u.app.Choose(4) }},
	{name: "versions-russian-dark", extra: true, dark: true, language: "ru", show: func(t testing.TB, u *UI) { showVersions(t, u); u.do("compare.next") }},
	{name: "safekeeping", show: showSafekeeping},
	{name: "safekeeping-russian-dark", extra: true, dark: true, language: "ru", show: showSafekeeping},
	{name: "print-preview", show: func(t testing.TB, u *UI) { read(t, u, lastYear, "en"); u.do("file.preview") }},
	{name: "choose-base", extra: true, show: func(t testing.TB, u *UI) { read(t, u, tabled, "en"); u.do("compare.choose") }},
	{name: "commands", extra: true, language: "ru", show: func(t testing.TB, u *UI) { read(t, u, tabled, "en"); u.do("edit.palette") }},
	{name: "about", extra: true, show: func(t testing.TB, u *UI) { u.do("help.about") }},
	{name: "tour", extra: true, show: func(t testing.TB, u *UI) { u.do("help.tour") }},
	{name: "files", extra: true, show: func(t testing.TB, u *UI) { u.do("file.import") }},
	{name: "error", extra: true, show: func(t testing.TB, u *UI) {
		u.show(errors.New("opening plan.rtf: RTF files cannot be read: save the text as .txt, or copy it and paste it"))
	}},
}

func read(t testing.TB, u *UI, symbol, language string) *reading {
	t.Helper()
	if err := u.app.OpenText(text(t, u, symbol, language).ID); err != nil {
		t.Fatal(err)
	}
	return u.front().(*reading)
}

func showSafekeeping(t testing.TB, u *UI) {
	t.Helper()
	u.do("file.backup") // first: what is said of it names a folder of the machine
	for _, symbol := range []string{"A/RES/77/905", "A/RES/78/911"} {
		if err := u.app.Remove(text(t, u, symbol, "en").ID); err != nil {
			t.Fatal(err)
		}
	}
	u.do("file.safekeeping")
}

// showVersions sets an Arabic text beside an English one in which a paragraph is missing and a year is another.
func showVersions(t testing.TB, u *UI) {
	t.Helper()
	english, err := u.app.Stored(text(t, u, "A/RES/55/901", "en").ID)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Replace(resolution.Text(english.Draft), "2002", "2003", 1)
	words = regexp.MustCompile(`(?m)^2\. .*\n`).ReplaceAllString(words, "")
	i, err := app.ReadPasted(words)
	if err != nil {
		t.Fatal(err)
	}
	if err := u.app.Propose(i); err != nil {
		t.Fatal(err)
	}
	i.Draft.Symbol = "A/RES/55/901"
	other, _, err := u.app.Add(i)
	if err != nil {
		t.Fatal(err)
	}
	if err := u.app.ShowParallel(other.ID, text(t, u, "A/RES/55/901", "ar").ID); err != nil {
		t.Fatal(err)
	}
	u.refresh()
}

func showReading(t testing.TB, u *UI) {
	agreeSome(t, u)
	s, err := u.app.Stored(text(t, u, tabled, "en").ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := u.app.AddPrivateNote(s, 5, "instruction", "Insist on the small islands; the capital can live without the register."); err != nil {
		t.Fatal(err)
	}
	read(t, u, tabled, "en")
	u.app.Choose(5)
}

// agreeSome says of most paragraphs of the L-document that they are agreed.
func agreeSome(t testing.TB, u *UI) {
	t.Helper()
	s, err := u.app.Stored(text(t, u, tabled, "en").ID)
	if err != nil {
		t.Fatal(err)
	}
	for i, label := range s.Draft.Labels() {
		status := resolution.AgreedAdRef
		if i%3 == 0 {
			status = resolution.Agreed
		}
		if label != "" && i%5 != 4 {
			if err := u.app.SetStatus(s, []int{i}, status); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func showAgreed(t testing.TB, u *UI) {
	agreeSome(t, u)
	compare(t, u, tabled, revised, "en")
}

// showAllLeftOut is a comparison whose filters leave all changes out.
func showAllLeftOut(t testing.TB, u *UI) {
	compare(t, u, lastYear, tabled, "en")
	for _, id := range []string{"filter.substantive", "filter.technical", "filter.editorial"} {
		u.do(id)
	}
}

func showVersionsChinese(t testing.TB, u *UI) {
	if err := u.app.ShowParallel(text(t, u, "A/RES/55/901", "ru").ID, text(t, u, "A/RES/55/901", "zh").ID); err != nil {
		t.Fatal(err)
	}
	u.app.Choose(4)
}

// showThreeIn is the L-document of the founding resolution, then that resolution, against the L-document again: the
// sample has no more of a language than these two.
func showThreeIn(t testing.TB, u *UI, language string) {
	before, after := text(t, u, "A/C.2/55/L.901", language).ID, text(t, u, "A/RES/55/901", language).ID
	if err := u.app.CompareThreeTexts(before, after, after); err != nil {
		t.Fatal(err)
	}
}

// showNoted is a comparison with private notes on a paragraph that was reworded and on one that is gone.
func showNoted(t testing.TB, u *UI) {
	t.Helper()
	c := compare(t, u, lastYear, tabled, "en").tab
	changed := slices.IndexFunc(c.Redline.Rows, func(r resolution.Row) bool { return r.Class == resolution.Changed })
	for row, r := range c.Redline.Rows {
		switch {
		case r.Class == resolution.Gone:
			note(t, u, c.Older, r.Older[0].Index, "position", "We can live without it.")
		case row == changed:
			note(t, u, c.Newer, r.Newer[0].Index, "instruction", "Insist on the small islands; the capital can live without the register.")
			note(t, u, c.Older, r.Older[0].Index, "note", "Our own words of 2024.")
		}
	}
	compare(t, u, lastYear, tabled, "en")
	u.app.Choose(changed)
}

func showNotedIn(t testing.TB, u *UI, language string) {
	t.Helper()
	c := compare(t, u, "A/C.2/55/L.901", "A/RES/55/901", language).tab
	for _, row := range c.Changes()[:2] {
		if cells := c.Redline.Rows[row].Newer; len(cells) > 0 {
			note(t, u, c.Newer, cells[0].Index, "position", "Ask the capital: 2 words, 3 lines.")
		}
	}
	compare(t, u, "A/C.2/55/L.901", "A/RES/55/901", language)
}

func note(t testing.TB, u *UI, s app.Stored, at int, kind, words string) {
	t.Helper()
	if _, err := u.app.AddPrivateNote(s, at, kind, words); err != nil {
		t.Fatal(err)
	}
}

func showImport(t testing.TB, u *UI) {
	path := filepath.Join(t.TempDir(), "draft of 3 November.txt")
	source := "School gardens\n\n" + "The General Assembly,\n\nRecalling its resolution 79/908 of 19 December 2024,\n\n" +
		"Noting with appreciation the school gardens that were opened this year,\n\nsome words that nothing calls a paragraph\n\n" +
		"1. Welcomes the report of the Secretary-General;1\n\n2. Decides to consider the question at its eighty-first session.\n\n1 A/80/9301.\n"
	if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	u.app.ImportFiles([]string{path})
}

func edit(t testing.TB, u *UI, symbol, language string, at int) {
	read(t, u, symbol, language)
	u.do("draft.new")
	u.front().(*editing).choose(at)
}

// writeOrigins writes in two paragraphs of a draft in which it is shown where the words come from.
func writeOrigins(t testing.TB, u *UI, symbol, language string) {
	v := editOrigins(t, u, symbol, language, 3)
	v.editor.words.SetText(v.tab.Draft.Paragraphs[6].Text + v.tab.Draft.Paragraphs[5].Text)
	v.choose(5)
	words := []rune(v.tab.Draft.Paragraphs[5].Text)
	v.editor.words.SetText(string(words[:len(words)-6]))
}

// took is what a comparison took.
var took = regexp.MustCompile(`\d+ (ms|мс)`)

func paint(t testing.TB, u *UI, path string) { t.Helper(); paintAt(t, u, path, 1400) }

func paintAt(t testing.TB, u *UI, path string, width float32) {
	t.Helper()
	size := fyne.NewSize(width, 860)
	if *room != "" {
		if _, err := fmt.Sscanf(*room, "%fx%f", &size.Width, &size.Height); err != nil {
			t.Fatal(err)
		}
	}
	u.window.Resize(size)
	setText(u.status.happened, took.ReplaceAllString(u.status.happened.Text, "4 $1")) // the same picture every time
	picture := u.window.Canvas().Capture()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, picture); err != nil {
		t.Fatal(err)
	}
}
