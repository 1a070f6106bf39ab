package resolution

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestCheckIsQuiet: adopted texts were edited, so what is found in them is mostly a false alarm. Those of the corpus may
// have two findings in a hundred texts of each check; of repeated openings, which editors let pass, one in six. -v tells
// which.
func TestCheckIsQuiet(t *testing.T) {
	texts, found := map[bool]int{}, map[bool]map[string]int{true: {}, false: {}}
	for _, file := range corpus(t) {
		d, _ := ReadText(readCorpus(t, file))
		adopted := strings.Contains(d.Symbol, "/RES/")
		texts[adopted]++
		for _, f := range Check(d) {
			found[adopted][f.Check]++
			t.Logf("%s %s: %s (%s): %s", filepath.Base(file), f.Label, f.Check, f.Level, f.Message)
		}
	}
	t.Logf("in %d adopted texts %v, in %d drafts %v", texts[true], found[true], texts[false], found[false])
	for check, n := range found[true] {
		most := texts[true] / 50
		if check == CheckOpenings {
			most = texts[true] / 6
		}
		if n > most {
			t.Errorf("%s found %d things in %d adopted texts", check, n, texts[true])
		}
	}
}
