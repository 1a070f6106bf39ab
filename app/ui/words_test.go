package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mutatis/app"
	"mutatis/app/resolution"
	"mutatis/assets"
)

// said finds the keys that the source says as they stand, and beginnings of keys that are put together.
var said = regexp.MustCompile(`\b(?:Say|say|tell|did|labelled|add|item)\((?:say\()?"([a-z][a-z-]*(?:\.[a-zA-Z.-]+)?\.?)"(\+)?`)

// TestEveryKeyIsTranslated looks for every key the program says in every language's table.
func TestEveryKeyIsTranslated(t *testing.T) {
	keys := keysSaid(t)
	if len(keys) < 100 {
		t.Fatalf("only %d keys were found in the source: the pattern has lost them", len(keys))
	}
	for _, language := range assets.Translations() {
		table := assets.Translation(language)
		for key, where := range keys {
			if table[key] == "" {
				t.Errorf("%s: %q is said in %s and not translated", language, key, where)
			}
		}
	}
}

func keysSaid(t *testing.T) map[string]string {
	keys := map[string]string{}
	for _, folder := range []string{".", ".."} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range said.FindAllStringSubmatch(string(source), -1) {
				if m[2] == "" && !strings.HasSuffix(m[1], ".") {
					keys[m[1]] = filepath.Base(file)
				}
			}
		}
	}
	for _, family := range families() {
		keys[family] = "a family of keys"
	}
	return keys
}

// families are the keys that the program puts together.
func families() []string {
	var keys []string
	for _, k := range resolution.Kinds {
		keys = append(keys, "kind."+string(k))
	}
	for _, l := range resolution.Languages {
		keys = append(keys, "language."+string(l))
	}
	for _, s := range stages {
		keys = append(keys, "stage."+string(s))
	}
	for _, s := range []resolution.Status{resolution.Open, resolution.Bracketed, resolution.AgreedAdRef, resolution.Agreed} {
		keys = append(keys, "agreement."+string(s))
	}
	for _, c := range []resolution.Class{
		resolution.Same, resolution.Changed, resolution.MovedOnly, resolution.MovedChanged, resolution.Split, resolution.Merged,
		resolution.New, resolution.Gone,
	} {
		keys = append(keys, "count."+string(c))
		if c != resolution.Same {
			keys = append(keys, "class."+string(c))
		}
	}
	for _, f := range slices.Concat(app.WeightFacets, app.ClassFacets) {
		keys = append(keys, "filter."+string(f))
	}
	for _, w := range []string{"substantive", "technical", "editorial", "unknown"} {
		keys = append(keys, "filter.many."+w)
	}
	for _, o := range app.Origins {
		keys = append(keys, "three."+string(o))
	}
	for _, m := range menus {
		keys = append(keys, "menu."+m)
	}
	for _, id := range tools {
		if len(id) > 1 {
			keys = append(keys, "tool."+id)
		}
	}
	for _, why := range []string{"previous", "adopted", "series", "cited"} {
		keys = append(keys, "base."+why)
	}
	return append(keys, "status.lost")
}

// TestLanguagesSayTheSame holds the tables to the same keys and to the same places for arguments.
func TestLanguagesSayTheSame(t *testing.T) {
	verbs := regexp.MustCompile(`%(?:\[\d\])?[sdq]`)
	english := assets.Translation("en")
	for _, language := range assets.Translations() {
		table := assets.Translation(language)
		for key, words := range english {
			if other, ok := table[key]; !ok {
				t.Errorf("%s lacks %q", language, key)
			} else if len(verbs.FindAllString(words, -1)) != len(verbs.FindAllString(other, -1)) {
				t.Errorf("%s: %q takes other arguments than in English: %q, %q", language, key, words, other)
			}
		}
		for key := range table {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has %q, which English lacks", language, key)
			}
		}
	}
}
