package assets

import (
	"io/fs"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestSampleTextsNameOnlyTextsBeforeThem(t *testing.T) {
	before := map[string]bool{"": true}
	for _, s := range SampleTexts() {
		for _, named := range []string{s.Parent, s.Predecessor} {
			if !before[named] {
				t.Errorf("%s names %s, which does not stand before it", s.File, named)
			}
		}
		before[s.File] = true
	}
}

func TestEverySampleFileIsInTheIndex(t *testing.T) {
	files, err := fs.Glob(sample, "sample/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(SampleTexts()); got != len(files) || got == 0 {
		t.Errorf("%d texts in the index, %d files", got, len(files))
	}
}

func TestSampleTextsAreLabelledAndWhole(t *testing.T) {
	for _, s := range SampleTexts() {
		first, _, _ := strings.Cut(s.Text, "\n")
		switch {
		case !utf8.ValidString(s.Text):
			t.Errorf("%s is not UTF-8", s.File)
		case !strings.Contains(first, "Mutatis"):
			t.Errorf("%s: the first line does not say that the text is a sample: %q", s.File, first)
		case !strings.Contains(s.Text, s.Symbol+"\n"):
			t.Errorf("%s does not show its symbol %s", s.File, s.Symbol)
		}
		if _, err := time.Parse(time.DateOnly, s.Date); err != nil {
			t.Errorf("%s: %v", s.File, err)
		}
	}
}

// The founding resolution and the draft it grew from are there in all six languages.
func TestSampleHasSixLanguages(t *testing.T) {
	languages := map[string]int{}
	for _, s := range SampleTexts() {
		if s.Session == 55 {
			languages[s.Language]++
		}
	}
	for _, l := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
		if languages[l] != 2 {
			t.Errorf("%s: %d texts, want 2", l, languages[l])
		}
	}
}
