package app

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"mutatis/app/resolution"
)

// labelled is a pair of real texts aligned and weighed by hand.
type labelled struct {
	name         string
	older, newer resolution.Draft
	pairs        []Pairing
	weights      struct {
		New, Deleted map[string]struct{ Weight, Reason string }
	}
}

// labels reads the pairs under the shared folder; the test is skipped where there is none.
func labels(t *testing.T) []labelled {
	t.Helper()
	folder := os.Getenv("MUTATIS_SHARED")
	if folder == "" {
		t.Skip("MUTATIS_SHARED names no folder with real texts")
	}
	cases, err := filepath.Glob(filepath.Join(folder, "realpairs", "cases", "*"))
	must(t, err)
	if len(cases) == 0 {
		t.Skip("no real pairs in " + folder)
	}
	var out []labelled
	for _, dir := range cases {
		out = append(out, readLabelled(t, dir))
	}
	return out
}

func readLabelled(t *testing.T, dir string) labelled {
	l := labelled{name: filepath.Base(dir)}
	var truth struct {
		Lang  string
		Links [][2]int
		New   []struct{ Class string }
	}
	decodeFile(t, filepath.Join(dir, "truth.json"), &truth)
	decodeFile(t, filepath.Join(dir, "weights.json"), &l.weights)
	decodeFile(t, filepath.Join(dir, "old.json"), &l.older.Paragraphs)
	decodeFile(t, filepath.Join(dir, "new.json"), &l.newer.Paragraphs)
	l.older.Language, l.newer.Language = resolution.Language(truth.Lang), resolution.Language(truth.Lang)
	l.pairs = truthPairs(truth.Links, len(l.older.Paragraphs), len(l.newer.Paragraphs))
	for i, p := range l.pairs {
		switch {
		case len(p.Newer) == 0:
			l.pairs[i].Class = resolution.Gone
		case len(p.Older) == 0:
			l.pairs[i].Class = resolution.New
		default:
			l.pairs[i].Class = resolution.Class(truth.New[p.Newer[0]].Class)
		}
	}
	return l
}

func decodeFile(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	must(t, json.Unmarshal(data, into))
}

// truthPairs groups links into pairings: what hangs together is one.
func truthPairs(links [][2]int, olders, newers int) []Pairing {
	var pairs []Pairing
	for j := range newers {
		pairs = append(pairs, Pairing{Newer: []int{j}})
	}
	for i := range olders {
		at := -1
		for _, l := range links {
			if l[0] != i {
				continue
			}
			k := slices.IndexFunc(pairs, func(p Pairing) bool { return slices.Contains(p.Newer, l[1]) })
			if at >= 0 && k != at { // one older paragraph in two newer ones
				pairs[at].Newer = append(pairs[at].Newer, pairs[k].Newer...)
				pairs[at].Older = append(pairs[at].Older, pairs[k].Older...)
				pairs = slices.Delete(pairs, k, k+1)
				if k < at {
					at--
				}
				continue
			}
			at = k
			pairs[at].Older = append(pairs[at].Older, i)
		}
		if at < 0 {
			pairs = append(pairs, Pairing{Older: []int{i}})
		}
	}
	for i := range pairs {
		slices.Sort(pairs[i].Older)
		slices.Sort(pairs[i].Newer)
		pairs[i].Older = slices.Compact(pairs[i].Older)
	}
	return pairs
}

// tally counts how labelled changes were ranked.
type tally struct{ substantive, found, light, raised int }

func (n *tally) count(label string, got resolution.Weight) (right bool) {
	if label == string(resolution.Substantive) {
		n.substantive++
		if got == resolution.Substantive {
			n.found++
			return true
		}
		return false
	}
	n.light++
	if got == resolution.Substantive {
		n.raised++
		return false
	}
	return true
}

// rank weighs a labelled pair as it was paired, and counts what changed or came new, and what was dropped.
func (l labelled) rank(t *testing.T, pairs []Pairing, changed, dropped *tally) {
	t.Helper()
	english := LoadWords("en")
	rows, judged := redlineRows(newSide(l.older, nil), newSide(l.newer, nil), pairs, roundOf(l.older, l.newer))
	for i, p := range pairs {
		labels, at, count := l.weights.New, p.Newer, changed
		if len(at) == 0 {
			labels, at, count = l.weights.Deleted, p.Older, dropped
		}
		for _, j := range at {
			label, ok := labels[strconv.Itoa(j)]
			if ok && (!count.count(label.Weight, rows[i].Weight) || testing.Verbose()) {
				t.Logf("%s %s %d: %s (%s), ranked %s: %s", l.name, rows[i].Class, j, label.Weight, label.Reason, rows[i].Weight, judged[i].Say(english))
			}
		}
	}
}

func (n tally) String() string {
	return fmt.Sprintf("%d of %d substantive found, %d of %d others raised", n.found, n.substantive, n.raised, n.light)
}

// TestWeightsOfRealPairs ranks changes that were ranked by hand: of the substantive ones at least 95 % must be found, of
// the technical and editorial ones at most 15 % ranked substantive, paired by hand or by the program.
func TestWeightsOfRealPairs(t *testing.T) {
	for _, by := range []string{"hand", "the program"} {
		t.Run("paired by "+by, func(t *testing.T) {
			var changed, dropped tally
			for _, l := range labels(t) {
				pairs := l.pairs
				if by != "hand" {
					var err error
					pairs, err = Pair(context.Background(), l.older.Paragraphs, l.newer.Paragraphs, Corrections{})
					must(t, err)
				}
				l.rank(t, pairs, &changed, &dropped)
			}
			t.Logf("changed and new: %v; dropped: %v", changed, dropped)
			if changed.found*100 < changed.substantive*95 {
				t.Errorf("substantive changes found: %v, want 95 %%", changed)
			}
			if changed.raised*100 > changed.light*15 {
				t.Errorf("others ranked substantive: %v, want 15 %% at most", changed)
			}
		})
	}
}
