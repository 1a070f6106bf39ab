package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mutatis/app/resolution"
)

// labelledChange is a change of one paragraph with the weight a person gave it before the program did.
type labelledChange struct {
	label        string
	older, newer string // "" where a side has no such paragraph
}

// labelledChanges reads a list of changes: a letter (S, T, E), the older text, ⇒, the newer one.
func labelledChanges(t *testing.T, path string) []labelledChange {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	names := map[string]string{"S": "substantive", "T": "technical", "E": "editorial"}
	var out []labelledChange
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		older, newer, ok := strings.Cut(line[1:], "⇒")
		if !ok || names[line[:1]] == "" {
			t.Fatalf("%s: %q is no labelled change", path, line)
		}
		out = append(out, labelledChange{names[line[:1]], strings.TrimSpace(older), strings.TrimSpace(newer)})
	}
	return out
}

// weigh judges a labelled change between two sessions.
func (c labelledChange) weigh(language resolution.Language) (resolution.Weight, string) {
	older, newer := oneParagraph(language, 79, c.older), oneParagraph(language, 80, c.newer)
	kind := resolution.Operative // as it ends
	if text := c.older + c.newer; strings.TrimRight(text, ",،，") != text {
		kind = resolution.Preambular
	}
	older.Paragraphs[0].Kind, newer.Paragraphs[0].Kind = kind, kind
	var alone Judgement
	switch {
	case c.older == "":
		alone = judge(joined{}, newSide(newer, nil).join([]int{0}), nil, resolution.New, roundOf(older, newer), false)
	case c.newer == "":
		alone = judge(newSide(older, nil).join([]int{0}), joined{}, nil, resolution.Gone, roundOf(older, newer), false)
	default:
		return weighed(older, newer, LoadWords("en"))
	}
	return alone.Weight, alone.Say(LoadWords("en"))
}

// TestWeightsOfLabelledChanges ranks changes of all six languages that were labelled before they were ranked. A folder of
// more such lists may be named in MUTATIS_WEIGHTS.
func TestWeightsOfLabelledChanges(t *testing.T) {
	folder := os.Getenv("MUTATIS_WEIGHTS")
	if folder == "" {
		folder = filepath.Join("testdata", "weights")
	}
	lists, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	must(t, err)
	if len(lists) == 0 {
		t.Fatal("no labelled changes in " + folder)
	}
	all := map[string]*tally{}
	for _, path := range lists {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		language, _, _ := strings.Cut(name, "-") // "fr-second" is a second list of French ones
		if all[language] == nil {
			all[language] = &tally{}
		}
		for _, c := range labelledChanges(t, path) {
			weight, reason := c.weigh(resolution.Language(language))
			if !all[language].count(c.label, weight) || testing.Verbose() && string(weight) != c.label {
				t.Logf("%s: %s, ranked %s: %s\n\t%s\n\t%s", name, c.label, weight, reason, c.older, c.newer)
			}
		}
	}
	for language, n := range all {
		t.Logf("%s: %v", language, n)
		if n.found*100 < n.substantive*95 || n.raised*100 > n.light*15 {
			t.Errorf("%s: %v, want 95 %% found, 15 %% raised at most", language, n)
		}
	}
}
