package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"mutatis/app/resolution"
)

// small is a short text of a subject, its n-th.
func small(subject, n int) string {
	return fmt.Sprintf("A/RES/%d/%d\n\nGardens of the town %d\n\nThe General Assembly,\n\nRecalling its resolution %d/%d of 20 December 2000 on the gardens of the town %d,\n\n"+
		"1. Welcomes the report number %d on the gardens of the town %d;\n\n2. Decides to remain seized of the matter of the town %d.\n",
		50+n, subject, subject, 49+n, subject, subject, n, subject, subject)
}

func write(t testing.TB, folder, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(folder, name)
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	must(t, os.WriteFile(path, data, 0o600))
	return path
}

// mixed fills a folder with texts, and among them those that make trouble.
func mixed(t testing.TB, texts int) string {
	folder := t.TempDir()
	for n := range texts {
		write(t, folder, fmt.Sprintf("year %02d/town %04d.txt", n%20, n), []byte(small(n/20, n%20)))
	}
	locked, err := os.ReadFile(filepath.Join("pdf", "testdata", "locked.pdf"))
	must(t, err)
	write(t, folder, "locked.pdf", locked)
	write(t, folder, "a bad one.pdf", []byte("%PDF-1.7"))
	write(t, folder, "empty.txt", nil)
	write(t, folder, "old.doc", []byte("x"))
	write(t, folder, "twice.txt", []byte(small(0, 0)))
	write(t, folder, "picture.png", []byte("x"))
	write(t, folder, ".hidden/secret.txt", []byte(small(0, 1)))
	write(t, folder, "~$open.docx", []byte("x"))
	must(t, os.Symlink(filepath.Join(folder, "nowhere"), filepath.Join(folder, "vanished.txt")))
	return folder
}

func TestAFolderOfAThousandFilesIsRead(t *testing.T) {
	a := newApp(t)
	folder := mixed(t, 1000)
	a.ImportFolder(folder)
	tab := a.Current().(*Gathering)
	const refused = 5 // of bad, empty, old, vanished, locked
	for _, g := range tab.Results {
		if g.Outcome == GatheredRefused && g.Sentence == "" || g.Outcome == GatheredDoubtful {
			t.Errorf("%s: %s %q", g.Path, g.Outcome, g.Sentence)
		}
	}
	if tab.Running || tab.Done != len(tab.Files) || len(tab.Results) != len(tab.Files) || len(tab.Files) != 1001+refused {
		t.Errorf("running %v, %d of %d done, %d results", tab.Running, tab.Done, len(tab.Files), len(tab.Results))
	}
	if tab.Count(GatheredRead) != 1000 || tab.Count(GatheredRefused) != refused || tab.Count(GatheredAlready) != 1 {
		t.Errorf("%d read, %d refused, %d already", tab.Count(GatheredRead), tab.Count(GatheredRefused), tab.Count(GatheredAlready))
	}
	if len(a.Texts()) != 1000 || len(a.SeriesList()) != 50 {
		t.Errorf("%d texts in %d series", len(a.Texts()), len(a.SeriesList()))
	}
	a.ImportFolder(folder)
	if again := a.Current().(*Gathering); again.Count(GatheredAlready) != 1001 || len(a.Tabs()) != 1 {
		t.Errorf("read again, %d are already there, in %d tabs", again.Count(GatheredAlready), len(a.Tabs()))
	}
	must(t, a.Undo())
	if len(a.Texts()) != 0 {
		t.Errorf("after one undo %d texts are left", len(a.Texts()))
	}
}

func TestTheListsAreThoseOfTheLibrary(t *testing.T) {
	a := newApp(t)
	a.ImportFolder(mixed(t, 60))
	texts, series := fmt.Sprint(a.Texts()), fmt.Sprint(a.SeriesList())
	must(t, a.reload())
	if fmt.Sprint(a.Texts()) != texts || fmt.Sprint(a.SeriesList()) != series {
		t.Error("the lists differ from those read anew")
	}
}

// TestStopInMidRun stops a reading from the window's side while it goes on in the background.
func TestStopInMidRun(t *testing.T) {
	a := newApp(t)
	folder := mixed(t, 200)
	var home sync.Mutex // what comes home comes to one goroutine
	ended := make(chan struct{})
	a.o.Go = func(work func()) { go func() { work(); close(ended) }() }
	a.o.Post = func(f func()) { home.Lock(); defer home.Unlock(); f() }
	a.Hooks.Changed = func() {
		if tab, ok := a.Current().(*Gathering); ok && tab.Done > 0 {
			tab.Stop()
		}
	}
	a.ImportFolder(folder)
	<-ended
	tab := a.Current().(*Gathering)
	if tab.Running || len(tab.Results) != len(tab.Files) {
		t.Errorf("running %v, %d results of %d files", tab.Running, len(tab.Results), len(tab.Files))
	}
	if kept := tab.Count(GatheredRead); kept != len(a.Texts()) {
		t.Errorf("%d are called read, %d are kept", kept, len(a.Texts()))
	}
	if missed := tab.Count(GatheredMissed); missed == 0 || tab.Done != len(tab.Files)-missed || tab.Stopping {
		t.Errorf("%d of %d are done, %d were not reached, stopping is %v", tab.Done, len(tab.Files), missed, tab.Stopping)
	}
}

// TestGoOnReadsWhatWasNotReached: after a stop the list goes on where it was, and ends as if it had never stopped.
func TestGoOnReadsWhatWasNotReached(t *testing.T) {
	a := newApp(t)
	folder := mixed(t, 40)
	stopped := false
	a.Hooks.Changed = func() {
		if tab, ok := a.Current().(*Gathering); ok && len(tab.Files) > 0 && !stopped {
			stopped = true
			tab.Stop()
			if !tab.Stopping {
				t.Error("a list that is to stop does not say so")
			}
		}
	}
	a.ImportFolder(folder)
	tab := a.Current().(*Gathering)
	if tab.Count(GatheredMissed) == 0 || !a.gatheringStopped() {
		t.Fatalf("nothing was left: %+v", tab.Results)
	}
	files := len(tab.Results)
	must(t, a.goOnGathering())
	if tab.Count(GatheredMissed) != 0 || len(tab.Results) != files || tab.Done != len(tab.Files) || len(tab.Files) != files || tab.Stopping || tab.Running {
		t.Errorf("%d are missed, %d of %d done, %d results of %d", tab.Count(GatheredMissed), tab.Done, len(tab.Files), len(tab.Results), files)
	}
	if tab.Count(GatheredRead) != 40 || len(a.Texts()) != 40 || a.gatheringStopped() {
		t.Errorf("%d read, %d kept", tab.Count(GatheredRead), len(a.Texts()))
	}
	for _, g := range tab.Results {
		if g.Outcome == GatheredRead && !strings.HasPrefix(g.Name, "A/RES/") {
			t.Errorf("%s is called %q", g.Path, g.Name)
		}
	}
}

func TestWhatIsStoppedBeforeItBeginsIsNotReached(t *testing.T) {
	a := newApp(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	all, err := a.Gather(ctx, []string{mixed(t, 20)}, GatherOptions{})
	must(t, err)
	for _, g := range all {
		if g.Outcome != GatheredMissed {
			t.Errorf("%s: %s", g.Path, g.Outcome)
		}
	}
	if len(all) < 20 || len(a.Texts()) != 0 {
		t.Errorf("%d results, %d texts", len(all), len(a.Texts()))
	}
}

// doubtfulText has a number that stands twice.
const doubtfulText = "A/RES/59/950\n\nWells\n\nThe General Assembly,\n\nRecalling its resolution 58/950 on wells,\n\n1. Welcomes the report on wells;\n\n4. Requests another report on wells.\n"

func TestDoubtfulTextsWait(t *testing.T) {
	a := newApp(t)
	folder := t.TempDir()
	path := write(t, folder, "doubtful.txt", []byte(doubtfulText))
	write(t, folder, "sure.txt", []byte(small(1, 1)))
	a.ImportFolder(folder)
	tab := a.Current().(*Gathering)
	if tab.Count(GatheredDoubtful) != 1 || len(a.Texts()) != 1 || tab.Results[0].Path != path || tab.Results[0].Problems == 0 {
		t.Fatalf("results are %+v", tab.Results)
	}
	a.OpenGathered(tab, 0)
	check, ok := a.Current().(*Importing)
	if !ok || check.Selected != check.Imports[0].NextDoubt(-1) {
		t.Fatalf("in front is %+v", a.Current())
	}
	for n := 0; len(a.Texts()) == 1 && n < 10; n++ {
		a.Do("import.confirm")
	}
	if len(a.Texts()) != 2 || tab.Results[0].Outcome != GatheredRead || tab.Results[0].Text == 0 {
		t.Errorf("after all doubts are confirmed there are %d texts, the file is %+v", len(a.Texts()), tab.Results[0])
	}
}

func TestAllDoubtfulTextsAreKept(t *testing.T) {
	a := newApp(t)
	folder := t.TempDir()
	write(t, folder, "doubtful.txt", []byte(doubtfulText))
	write(t, folder, "sure.txt", []byte(small(1, 1)))
	a.ImportFolder(folder)
	a.Do("gather.keep-doubtful")
	tab := a.Current().(*Gathering)
	if len(a.Texts()) != 2 || len(tab.Results) != 2 || tab.Count(GatheredRead) != 2 || tab.Done != 2 {
		t.Errorf("%d texts, results %+v", len(a.Texts()), tab.Results)
	}
	must(t, a.Undo())
	if len(a.Texts()) != 1 {
		t.Errorf("after an undo there are %d texts", len(a.Texts()))
	}
}

// TestAFileIsKnownByItsBytes, though its text was corrected by a person.
func TestAFileIsKnownByItsBytes(t *testing.T) {
	a := newApp(t)
	folder := t.TempDir()
	write(t, folder, "one.txt", []byte(checked["ru"]))
	i, err := ReadFile(filepath.Join(folder, "one.txt"))
	must(t, err)
	must(t, i.Join(3))
	must(t, a.Propose(i))
	kept, _, err := a.Add(i)
	must(t, err)
	all, err := a.Gather(context.Background(), []string{folder}, GatherOptions{})
	must(t, err)
	if len(all) != 1 || all[0].Outcome != GatheredAlready || all[0].Text != kept.ID {
		t.Errorf("got %+v", all)
	}
}

func TestAPasswordIsAskedUntilItIsRight(t *testing.T) {
	locked, secret := filepath.Join("pdf", "testdata", "locked.pdf"), "school gardens"
	a := newApp(t)
	var asked []bool
	answers := []string{"wrong", secret}
	a.Hooks.AskPassword = func(_ string, again bool, then func(string)) {
		asked = append(asked, again)
		answer := answers[0]
		answers = answers[1:]
		then(answer)
	}
	a.ImportFiles([]string{locked})
	tab, ok := a.Current().(*Importing)
	if !ok || fmt.Sprint(asked) != "[false true]" {
		t.Fatalf("asked %v, in front is %+v", asked, a.Current())
	}
	if picture, err := tab.Imports[0].Page(context.Background(), 0, 400); err != nil || picture.Bounds().Dx() < 300 {
		t.Errorf("the page cannot be painted: %v", err)
	}
	var said []error
	a.Hooks.Failed = func(err error) { said = append(said, err) }
	answers = []string{""}
	a.ImportFiles([]string{locked})
	if len(said) != 1 || !strings.Contains(said[0].Error(), "password") {
		t.Errorf("giving up says %v", said)
	}
	all, err := a.Gather(context.Background(), []string{locked}, GatherOptions{})
	if err != nil || all[0].Outcome != GatheredRefused || !strings.Contains(all[0].Sentence, "by itself") {
		t.Errorf("in a list it is %+v, %v", all, err)
	}
}

func TestPlaces(t *testing.T) {
	a := newApp(t)
	keep := func(symbol string, l resolution.Language, title string, session int, paragraphs ...string) Stored {
		d := draft(symbol, session, resolution.Adopted, paragraphs...)
		d.Language, d.Paragraphs[0].Text = l, title
		return add(t, a, d)
	}
	wells := keep("A/RES/58/901", "en", "Wells", 58, "Recalling its work on wells,", "Aware of the drought,", "1. Welcomes the wells;", "2. Decides to remain seized of the matter.")
	keep("A/RES/58/902", "en", "Forests", 58, "Recalling its work on forests,", "1. Welcomes the forests;", "2. Decides to remain seized of the matter.")
	keep("A/RES/58/903", "en", "Bees", 58, "Recalling its work on bees,", "1. Welcomes the bees;", "2. Decides to remain seized of the matter.")
	tabled := keep("A/C.2/59/L.7", "ru", "Колодцы", 59, "ссылаясь на свою работу,", "1. Приветствует колодцы;")
	for _, c := range []struct {
		name, symbol, title string
		language            resolution.Language
		paragraphs          []string
		text                int64
		known               int
		why                 string
	}{
		{"next year's draft", "A/C.2/59/L.1", "Clean wells", "en", []string{"Recalling its work on wells,", "Aware of the drought,", "1. Welcomes the new wells;", "2. Decides to remain seized of the matter."}, wells.Text.ID, 75, PlacedByParagraphs},
		{"a revision", "A/C.2/59/L.7/Rev.1", "Чистые колодцы", "ru", []string{"напоминая о своей работе,", "1. Отмечает колодцы;"}, tabled.Text.ID, 0, PlacedBySymbol},
		{"a language version", "A/RES/58/901", "Les puits", "fr", []string{"Rappelant ses travaux,", "1. Se félicite des puits."}, wells.Text.ID, 0, PlacedBySymbol},
		{"a new subject", "A/RES/59/904", "Rivers", "en", []string{"Recalling its work on rivers,", "1. Welcomes the rivers;", "2. Decides to remain seized of the matter."}, 0, 0, ""},
		{"the same title in another language", "A/RES/59/905", "Wells", "fr", []string{"Rappelant ses travaux,", "1. Se félicite."}, wells.Text.ID, 0, PlacedByTitle},
		{"the title alone", "A/RES/59/906", "WELLS", "en", []string{"Mindful of everything else,", "1. Notes."}, wells.Text.ID, 0, PlacedByTitle},
	} {
		d := draft(c.symbol, 59, resolution.Tabled, c.paragraphs...)
		d.Language, d.Paragraphs[0].Text = c.language, c.title
		i := &Import{Draft: d}
		must(t, a.Propose(i))
		if p := i.Place; p.Text != c.text || p.Known != c.known || p.Why != c.why {
			t.Errorf("%s: text %d by %q, %d %%; want %d by %q, %d %%", c.name, p.Text, p.Why, p.Known, c.text, c.why, c.known)
		}
		if text, _ := a.Text(c.text); i.Place.Series != text.Series {
			t.Errorf("%s: in series %d, want %d", c.name, i.Place.Series, text.Series)
		}
	}
}

func TestReadingStopsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := ReadBytesWith(ctx, "one.txt", []byte(small(1, 1)), ReadOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTheWordsOfTheLibraryAreKnown(t *testing.T) {
	a := newApp(t)
	known := a.readOptions("").Known
	if known("gardens") {
		t.Error("an empty library knows a word")
	}
	add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling the gardens of трудящихся-мигрантов,"))
	for word, want := range map[string]bool{"gardens": true, "трудящихся-мигрантов": true, "мигрантов": false, "well": false} {
		if known(word) != want {
			t.Errorf("%q: known is %v", word, !want)
		}
	}
}
