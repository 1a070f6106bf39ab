package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"mutatis/app/resolution"
)

// TestRealTexts lays out every text of the shared folder: nothing outside the page, nothing lost.
func TestRealTexts(t *testing.T) {
	shared := os.Getenv("MUTATIS_SHARED")
	if shared == "" {
		t.Skip("MUTATIS_SHARED is not set")
	}
	names, err := filepath.Glob(filepath.Join(shared, "texts", "*", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts in %s: %v", shared, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := resolution.ReadText(string(data))
		t.Run(filepath.Base(name), func(t *testing.T) {
			pages, err := LayOut(d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkText(t, d, pages)
			checkPages(t, pages)
			var file bytes.Buffer
			if err := Write(&file, d, Options{}); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("MUTATIS_OUT"); dir != "" {
				writeFile(t, filepath.Join(dir, filepath.Base(name)+".pdf"), file.Bytes())
			}
			compareWithFile(t, pages, file.Bytes())
		})
	}
}
