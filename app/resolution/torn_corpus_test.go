package resolution

import (
	"path/filepath"
	"testing"
)

// TestCorpusTorn: few words of real texts are taken for torn. What is found is logged, to be read.
func TestCorpusTorn(t *testing.T) {
	files, found := corpus(t), 0
	for _, file := range files {
		d, _ := ReadText(readCorpus(t, file))
		for _, p := range Torn(d, nil) {
			found++
			t.Logf("%s: %s", filepath.Base(file), p.Message)
		}
	}
	t.Logf("%d in %d texts", found, len(files))
	if found*5 > len(files) {
		t.Errorf("%d words of %d texts are taken for torn", found, len(files))
	}
}
