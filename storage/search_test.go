package storage

import (
	"bytes"
	"context"
	"errors"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// plainWords is an analysis for tests: small words and hashes of every two neighbours.
func plainWords(version int) Analyzer {
	return Analyzer{Version: version, Terms: func(_, text string) (stems []string, shingles []uint64) {
		stems = strings.Fields(strings.ToLower(text))
		for i := 1; i < len(stems); i++ {
			h := fnv.New64a()
			h.Write([]byte(stems[i-1] + " " + stems[i]))
			shingles = append(shingles, h.Sum64())
		}
		return stems, shingles
	}}
}

func searchable(t testing.TB, path string, version int) *Library {
	t.Helper()
	o := testOptions
	o.Analyzer = plainWords(version)
	l, err := Open(path, o)
	must(t, err)
	t.Cleanup(func() { l.Close() })
	return l
}

func phrase(words string) Match { return Match{Phrase: strings.Fields(words)} }

func TestMatching(t *testing.T) {
	l := searchable(t, filepath.Join(t.TempDir(), "texts.mutatis"), 1)
	mustAdd(t, l, sample("A/RES/59/901", "en", wells...), nil)
	mustAdd(t, l, sample("A/RES/60/901", "en", "Invites villages to keep their wells clean and full", "Invites towns"), nil)
	mustAdd(t, l, sample("A/RES/60/902", "fr", "Invites"), nil)
	for _, c := range []struct {
		name     string
		m        Match
		language string
		want     int
	}{
		{"a phrase", phrase("keep their wells clean"), "", 2},
		{"words in another order are none", phrase("wells their keep"), "", 0},
		{"in one language", phrase("invites"), "en", 3},
		{"in all", phrase("invites"), "", 4},
		{"a beginning", Match{Phrase: []string{"village"}, Prefix: true}, "", 2},
		{"a phrase that ends in a beginning", Match{Phrase: []string{"their", "wel"}, Prefix: true}, "", 2},
		{"both", Match{All: []Match{phrase("invites"), phrase("full")}}, "", 1},
		{"either", Match{Any: []Match{phrase("towns"), phrase("full")}}, "", 2},
		{"not", Match{All: []Match{phrase("invites")}, None: []Match{phrase("full"), phrase("towns")}}, "en", 1},
		{"Russian", phrase("содержать колодцы"), "", 1},
		{"signs of the search language are none of ours", phrase(`invites" OR "full`), "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := l.Matching(c.m, c.language, 0, 100)
			if err != nil || len(got) != c.want {
				t.Errorf("%d wordings, want %d: %v %v", len(got), c.want, got, err)
			}
		})
	}
	for _, m := range []Match{{}, {None: []Match{phrase("full")}}, {All: []Match{{}}}} {
		if _, err := l.Matching(m, "", 0, 10); !errors.Is(err, ErrNothingAsked) {
			t.Errorf("%v: %v", m, err)
		}
	}
}

func TestNear(t *testing.T) {
	l := searchable(t, filepath.Join(t.TempDir(), "texts.mutatis"), 1)
	mustAdd(t, l, sample("A/RES/59/901", "en", wells...), nil)
	_, shingles := plainWords(1).Terms("en", "Urges villages to keep their old wells clean")
	got, err := l.Near(shingles, 10)
	if err != nil || len(got) != 1 || got[0].Text != wells[1] {
		t.Fatal(got, err)
	}
	uses, err := l.Uses([]int64{got[0].ID})
	if err != nil || !slices.Equal(uses, []Use{{got[0].ID, 1, 1, "operative"}}) {
		t.Errorf("it stands in %v, %v", uses, err)
	}
	must(t, l.Trash(1))
	if uses, err := l.Uses([]int64{got[0].ID}); err != nil || len(uses) != 0 {
		t.Errorf("what is in the bin is found: %v, %v", uses, err)
	}
}

// The index is kept with every import, made anew for another analysis, and goes on where it was ended.
func TestIndexing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "texts.mutatis")
	mustBe := func(l *Library, indexed, all, found int) {
		t.Helper()
		s, err := l.SearchState()
		hits, e := l.Matching(phrase("wells"), "", 0, 100)
		if err != nil || e != nil || s != (SearchState{indexed, all}) || len(hits) != found {
			t.Errorf("%+v and %d found, want %d of %d and %d: %v %v", s, len(hits), indexed, all, found, err, e)
		}
	}
	plain := mustOpenAt(t, path) // a program that knows no search
	mustAdd(t, plain, sample("A/RES/59/901", "en", wells...), nil)
	l := searchable(t, path, 1)
	mustBe(l, 0, 5, 0)
	mustAdd(t, l, sample("A/RES/60/901", "en", "Digs wells"), nil)
	mustBe(l, 0, 6, 0) // what was before is not there yet
	var told []SearchState
	must(t, l.IndexSearch(context.Background(), func(s SearchState) { told = append(told, s) }))
	if !slices.Equal(told, []SearchState{{0, 6}}) {
		t.Errorf("told %v", told)
	}
	mustBe(l, 6, 6, 3)
	mustAdd(t, l, sample("A/RES/61/901", "en", "Digs deep wells", "Digs wells"), nil)
	mustBe(l, 7, 7, 4)
	mustAdd(t, plain, sample("A/RES/62/901", "en", "Fills wells"), nil)
	mustBe(l, 7, 8, 4)
	must(t, l.IndexSearch(context.Background(), nil))
	mustBe(l, 8, 8, 5)

	other := searchable(t, path, 2)
	if s, err := other.SearchState(); err != nil || s.Indexed != 0 {
		t.Error(s, err)
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if err := other.IndexSearch(ended, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	must(t, other.IndexSearch(context.Background(), nil))
	mustBe(other, 8, 8, 5)
	must(t, other.ForgetSearch())
	mustBe(other, 0, 8, 0)
	must(t, other.IndexSearch(context.Background(), nil))
	must(t, verifyClean(other))
}

// What is deleted for good leaves no stem in the file, and the rest is found again once it is indexed anew.
func TestPurgeForgetsStems(t *testing.T) {
	path := filepath.Join(t.TempDir(), "texts.mutatis")
	l := searchable(t, path, 1)
	secret := mustAdd(t, l, sample("A/RES/59/901", "en", "Fills the xylophonic wells"), nil)
	mustAdd(t, l, sample("A/RES/60/901", "en", "Digs wells"), nil)
	if b, err := os.ReadFile(path); err != nil || !bytes.Contains(b, []byte("xylophonic")) {
		t.Fatal("the test looks for what was never there", err)
	}
	must(t, l.Trash(secret))
	must(t, l.Purge(context.Background(), secret))
	b, err := os.ReadFile(path)
	if err != nil || bytes.Contains(b, []byte("xylophonic")) {
		t.Error("a stem is left", err)
	}
	must(t, l.IndexSearch(context.Background(), nil))
	if hits, err := l.Matching(phrase("wells"), "", 0, 10); err != nil || len(hits) != 1 {
		t.Error(hits, err)
	}
	must(t, verifyClean(l))
}
