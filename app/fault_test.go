package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mutatis/app/resolution"
	"mutatis/assets"
	"mutatis/storage"
)

// Whatever is wrong with a library there is a sentence, something that can be done, and words for it in every language.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name, path string
		err        error
		first      Offer
	}{
		{"damaged", "a.mutatis", storage.ErrDamaged, OfferRestore},
		{"its beginning is lost", "a.mutatis", storage.ErrForeign, OfferRestore},
		{"a letter", "a.docx", storage.ErrForeign, OfferOther},
		{"empty", "a.mutatis", storage.ErrEmpty, OfferAnew},
		{"not there", "a.mutatis", storage.ErrMissing, OfferMake},
		{"newer", "a.mutatis", storage.ErrNewer, OfferOther},
		{"another is writing", "a.mutatis", storage.ErrLocked, OfferAgain},
		{"older and read-only", "a.mutatis", storage.ErrReadOnly, OfferCopy},
		{"a journal and read-only", "a.mutatis", storage.ErrUnfinished, OfferCopy},
		{"a folder", "a", storage.ErrFolder, OfferOther},
		{"no right to read", "a.mutatis", storage.ErrNoAccess, OfferAgain},
		{"full disk", "a.mutatis", storage.ErrFull, OfferAgain},
		{"something else", "a.mutatis", errors.New("something else"), OfferAgain},
	} {
		f := FaultOf(c.path, c.err)
		if len(f.Offers()) == 0 || f.Offers()[0] != c.first {
			t.Errorf("%s: %v is offered, first should be %q", c.name, f.Offers(), c.first)
		}
		for _, language := range assets.Translations() {
			w := LoadWords(language)
			for _, key := range []string{string(f.Offers()[0]), string(f.Offers()[0]) + "-about"} {
				if said := w.Say("offer." + key); strings.HasPrefix(said, "offer.") {
					t.Errorf("%s: no words for %s in %s", c.name, key, language)
				}
			}
			if said := w.Fault(f); said == "" || strings.HasPrefix(said, "fault.") {
				t.Errorf("%s: %q in %s", c.name, said, language)
			}
		}
	}
}

// What was read of a damaged library stands in its place with a list of what was saved, beside the damaged file.
func TestRescueALibrary(t *testing.T) {
	now := morning
	path := filepath.Join(t.TempDir(), "library.mutatis")
	a := openAt(t, path, &now)
	for _, symbol := range []string{"A/RES/78/911", "A/RES/79/911", "A/RES/80/911"} {
		add(t, a, draft(symbol, 78, resolution.Adopted, "Recalling its earlier work "+symbol+",", "1. Decides to meet in "+symbol+"."))
	}
	must(t, a.Close())
	file, err := os.ReadFile(path)
	must(t, err)
	clear(file[:100])
	must(t, os.WriteFile(path, file, 0o600))
	if _, err := Open(path, Options{}); FaultOf(path, err).Kind != "headless" {
		t.Fatal(err)
	}
	list, err := Rescue(path)
	must(t, err)
	a = openAt(t, path, &now)
	defer a.Close()
	a.ShowRescued(list)
	if len(a.Texts()) != 3 || a.Current().Key() != list.Key() {
		t.Errorf("%d texts, in front is %T", len(a.Texts()), a.Current())
	}
	written, err := os.ReadFile(strings.TrimSuffix(list.Kept, ".mutatis") + ".txt")
	must(t, err)
	for _, words := range []string{"A/RES/79/911", list.Kept, "No text was lost."} {
		if !strings.Contains(string(written), words) {
			t.Errorf("the list does not say %q:\n%s", words, written)
		}
	}
	if kept, err := os.ReadFile(list.Kept); err != nil || string(kept) != string(file) {
		t.Error("the damaged file is not kept as it was", err)
	}
}

// A check that finds something names the texts, says so at the foot of the window, and speaks the interface's language.
func TestCheckNamesTheTexts(t *testing.T) {
	now := morning
	a := openAt(t, filepath.Join(t.TempDir(), "library.mutatis"), &now)
	s := add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling Zanzibar,", "1. Decides to meet."))
	path := a.Path()
	must(t, a.Close())
	file, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path, []byte(strings.ReplaceAll(string(file), "Zanzibar", "Zanzibat")), 0o600))
	a = openAt(t, path, &now)
	defer a.Close()
	var shown []Faults
	a.Hooks.ShowFaults = func(f Faults) { shown = append(shown, f) }
	a.Do("file.verify")
	if len(shown) != 1 || len(shown[0].Texts) != 1 || shown[0].Texts[0].Text.ID != s.Text.ID {
		t.Fatalf("shown %+v", shown)
	}
	if a.Status() != "Texts that are not as they were stored: 1" {
		t.Errorf("the line at the foot says %q", a.Status())
	}
	must(t, a.SetLanguage("ru"))
	if a.Status() != "Тексты, которые отличаются от сохранённых: 1" {
		t.Errorf("in Russian it says %q", a.Status())
	}
	for _, language := range assets.Translations() {
		for _, line := range LoadWords(language).Lines(shown[0].Texts[0].Findings) {
			if strings.Contains(line, "finding.") || strings.Contains(line, "%!") {
				t.Errorf("in %s: %q", language, line)
			}
		}
	}
	if all, err := a.Verify(context.Background()); err != nil || len(all) == 0 {
		t.Error(all, err)
	}
}

// Dates stand as the language writes them.
func TestMoment(t *testing.T) {
	at := morning.Local()
	for language, want := range map[string]string{
		"en": "25 November 2026, " + at.Format("15:04"), "ru": "25 ноября 2026 года, " + at.Format("15:04"),
	} {
		if got := LoadWords(language).Moment(morning); got != want {
			t.Errorf("%s: %q", language, got)
		}
	}
	if got := LoadWords("ru").Megabytes(1234567); got != "1,2 МБ" {
		t.Error(got)
	}
}
