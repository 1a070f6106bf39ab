package docx_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mutatis/app"
	"mutatis/app/docx"
)

func textOf(t *testing.T, file string) (app.Stored, bool) {
	t.Helper()
	s, _, err := app.FileText(file)
	return s, err == nil && len(s.Draft.Paragraphs) > 0
}

// reviewed says how the Word file of a comparison fails: rejected it must be the older text, accepted the newer.
func reviewed(t *testing.T, older, newer app.Stored) string {
	t.Helper()
	c, err := app.Compare(context.Background(), older, newer, app.View{})
	if err != nil {
		t.Fatal(err)
	}
	p := app.Printing{Now: time.Date(2031, 3, 4, 10, 0, 0, 0, time.UTC)}
	var changes bytes.Buffer
	if err := app.WriteComparison(&changes, c, "docx", p); err != nil {
		t.Fatal(err)
	}
	for _, side := range []struct {
		text   app.Stored
		accept bool
	}{{older, false}, {newer, true}} {
		var clean bytes.Buffer
		if err := app.WriteText(&clean, side.text, "docx", p); err != nil {
			t.Fatal(err)
		}
		if fault := docx.ReviewFault(t, changes.Bytes(), clean.Bytes(), side.text.Draft, side.accept); fault != "" {
			return fault
		}
	}
	return ""
}

// TestReviewedSamples: a draft against the resolution it became, in six languages, both ways.
func TestReviewedSamples(t *testing.T) {
	for _, language := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
		draft, read := textOf(t, filepath.Join("..", "..", "assets", "sample", "A_C.2_55_L.901."+language+".txt"))
		adopted, also := textOf(t, filepath.Join("..", "..", "assets", "sample", "A_RES_55_901."+language+".txt"))
		if !read || !also {
			t.Fatalf("the sample in %s is not read", language)
		}
		for _, pair := range [][2]app.Stored{{draft, adopted}, {adopted, draft}} {
			if fault := reviewed(t, pair[0], pair[1]); fault != "" {
				t.Errorf("%s: %s", language, fault)
			}
		}
	}
}

// TestReviewedRealTexts: real texts against those before them in their series.
func TestReviewedRealTexts(t *testing.T) {
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	const perSeries = 6 // pairs of one series are much alike
	var all []string
	for _, pattern := range []string{"*", "chains/*"} {
		folders, err := filepath.Glob(filepath.Join(folder, "texts", pattern))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, folders...)
	}
	pairs := 0
	for _, dir := range all {
		var texts []app.Stored
		files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if s, read := textOf(t, file); read {
				texts = append(texts, s)
			}
		}
		for i := 1; i < len(texts) && i <= perSeries; i++ {
			pairs++
			if fault := reviewed(t, texts[i-1], texts[i]); fault != "" {
				t.Errorf("%s: %s", filepath.Base(dir)+fmt.Sprint(" ", i), fault)
			}
		}
	}
	if t.Logf("%d pairs", pairs); pairs < 20 {
		t.Errorf("only %d pairs", pairs)
	}
}
