package storage

import (
	"errors"
	"slices"
	"testing"
	"time"
)

func TestPairings(t *testing.T) {
	path := storedLibrary(t)
	l := mustOpenAt(t, path)
	before, err := l.Pairings()
	must(t, err)
	said, err := l.AddPairing(Pairing{One: Hash{9}, Other: Hash{8}, Verdict: Together, Who: "секретариат"})
	must(t, err)
	want := Pairing{ID: said.ID, UID: said.UID, One: Hash{8}, Other: Hash{9}, Verdict: Together, At: clock, Who: "секретариат"}
	if said != want || said.UID == (UID{}) {
		t.Errorf("stored %+v, want %+v", said, want)
	}
	back, err := l.AddPairing(Pairing{One: Hash{8}, Other: Hash{9}, Undoes: said.UID})
	must(t, err)
	if !back.At.After(said.At) {
		t.Errorf("the later word has the time %v, the earlier %v", back.At, said.At)
	}
	must(t, l.Close())
	after, err := mustOpenAt(t, path).Pairings()
	must(t, err)
	for _, p := range append(before, said, back) {
		if !slices.Contains(after, p) {
			t.Errorf("%+v was not read back", p)
		}
	}
	if len(after) != len(before)+2 || slices.Index(after, back) < slices.Index(after, said) {
		t.Errorf("read back %+v", after)
	}
}

func TestPairingsInOrder(t *testing.T) {
	l := mustOpen(t)
	for _, at := range []time.Time{clock.Add(time.Hour), clock, clock.Add(time.Minute)} {
		_, err := l.AddPairing(Pairing{One: Hash{1}, Other: Hash{2}, Verdict: Apart, At: at})
		must(t, err)
	}
	all, err := l.Pairings()
	must(t, err)
	if len(all) != 3 || !all[0].At.Before(all[1].At) || !all[1].At.Before(all[2].At) {
		t.Errorf("the order is %+v", all)
	}
	must(t, verifyClean(l))
}

func TestPairingsRefused(t *testing.T) {
	l := mustOpen(t)
	said, err := l.AddPairing(Pairing{One: Hash{1}, Other: Hash{2}, Verdict: Together})
	must(t, err)
	for _, c := range []struct {
		name string
		p    Pairing
		want error // nil: any
	}{
		{"a wording with itself", Pairing{One: Hash{1}, Other: Hash{1}, Verdict: Apart}, ErrSameWords},
		{"no verdict", Pairing{One: Hash{1}, Other: Hash{2}}, nil},
		{"another verdict", Pairing{One: Hash{1}, Other: Hash{2}, Verdict: "perhaps"}, nil},
		{"undone and said", Pairing{One: Hash{1}, Other: Hash{2}, Verdict: Apart, Undoes: said.UID}, nil},
		{"nothing to undo", Pairing{One: Hash{1}, Other: Hash{2}, Undoes: UID{7}}, ErrNotThere},
		{"undone of other words", Pairing{One: Hash{1}, Other: Hash{3}, Undoes: said.UID}, ErrNotThere},
	} {
		if _, err := l.AddPairing(c.p); err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if all, err := l.Pairings(); err != nil || len(all) != 1 {
		t.Errorf("something refused was stored: %+v, %v", all, err)
	}
}
