package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// office and laptop are two libraries of one person, with a text, a note and a wording that both have.
func officeAndLaptop(t *testing.T) (office, laptop *Library, now *time.Time) {
	t.Helper()
	now = new(time.Time)
	*now = clock
	o := testOptions
	o.Now = func() time.Time { return *now }
	open := func(path string) *Library {
		l, err := Open(path, o)
		must(t, err)
		t.Cleanup(func() { l.Close() })
		return l
	}
	office = open(filepath.Join(t.TempDir(), "office.mutatis"))
	id := mustAdd(t, office, sample("A/RES/59/901", "en", wells...), nil)
	_, err := office.PutPrivateNote(PrivateNote{UID: UID{1}, Words: Hash{1}, Text: "ask the capital"})
	must(t, err)
	must(t, office.SetBasket([]BasketItem{{What: `{"words":"wells"}`, Draft: id}}))
	path := filepath.Join(t.TempDir(), "laptop.mutatis")
	must(t, office.SaveCopy(context.Background(), path))
	laptop = open(path)
	*now = now.Add(time.Hour)
	return office, laptop, now
}

// privately is what a person keeps for himself.
func privately(t *testing.T, l *Library) string {
	t.Helper()
	notes, err := l.PrivateNotes()
	must(t, err)
	var all []string
	for _, n := range notes {
		all = append(all, n.Text)
	}
	slices.Sort(all)
	basket, err := l.Basket()
	must(t, err)
	for _, b := range basket {
		all = append(all, fmt.Sprintf("%s %d %v", b.What, b.Draft, b.Alone))
	}
	return strings.Join(all, " | ")
}

// TestMergePrivate: what a person noted and kept on one computer comes to the other, once; what was changed or removed last
// rules, on whichever.
func TestMergePrivate(t *testing.T) {
	office, laptop, now := officeAndLaptop(t)
	_, err := laptop.PutPrivateNote(PrivateNote{UID: UID{1}, Text: "the capital agreed"})
	must(t, err)
	_, err = laptop.PutPrivateNote(PrivateNote{UID: UID{2}, Words: Hash{2}, Text: "on the train"})
	must(t, err)
	must(t, laptop.SetBasket([]BasketItem{{What: `{"words":"pumps"}`}, {What: `{"words":"wells"}`, Draft: 1}}))
	_, err = office.PutPrivateNote(PrivateNote{UID: UID{3}, Words: Hash{1}, Text: "at the desk"})
	must(t, err)

	r, err := office.Merge(context.Background(), laptop.Path())
	must(t, err)
	if r.Notes != 2 || r.Basket != 1 || !r.Changed() || len(r.Conflicts) != 1 || r.Conflicts[0].Kept != "the capital agreed" || r.Conflicts[0].Kind != ConflictNote {
		t.Errorf("the report is %+v", r)
	}
	const want = `at the desk | on the train | the capital agreed | {"words":"pumps"} 0 false | {"words":"wells"} 1 false`
	if got := privately(t, office); got != want {
		t.Errorf("the office has %s", got)
	}
	r, err = office.Merge(context.Background(), laptop.Path())
	if must(t, err); r.Changed() {
		t.Errorf("the second time: %+v", r)
	}
	_, err = laptop.Merge(context.Background(), office.Path())
	must(t, err)
	same(t, "both ways", office, laptop)

	*now = now.Add(time.Hour)
	must(t, laptop.RemovePrivateNote(UID{1}))
	must(t, laptop.SetBasket([]BasketItem{{What: `{"words":"pumps"}`}}))
	for range 2 {
		r, err = office.Merge(context.Background(), laptop.Path())
		must(t, err)
		if got := privately(t, office); got != `at the desk | on the train | {"words":"pumps"} 0 false` {
			t.Errorf("after a removal the office has %s, the report is %+v", got, r)
		}
	}
	_, err = office.PutPrivateNote(PrivateNote{UID: UID{1}, Text: "back again"}) // the removal is taken back
	must(t, err)
	_, err = laptop.Merge(context.Background(), office.Path())
	must(t, err)
	if got := privately(t, laptop); !strings.HasPrefix(got, "at the desk | back again | on the train") {
		t.Errorf("after taking that back the laptop has %s", got)
	}
	same(t, "both ways", office, laptop)
}

// TestNothingPrivateGoesToOthers: a copy for others holds none of it, nor that something is gone, and brings none along.
func TestNothingPrivateGoesToOthers(t *testing.T) {
	office, laptop, _ := officeAndLaptop(t)
	_, err := laptop.PutPrivateNote(PrivateNote{UID: UID{2}, Text: "on the train"})
	must(t, err)
	must(t, laptop.RemovePrivateNote(UID{1}))
	before := privately(t, office)
	shared := filepath.Join(t.TempDir(), "shared.mutatis")
	must(t, laptop.SaveForOthers(context.Background(), shared, false))
	r, err := office.Merge(context.Background(), shared)
	must(t, err)
	if got := privately(t, office); r.Notes+r.Basket > 0 || got != before {
		t.Errorf("%+v, the office has %s", r, got)
	}
	c := mustOpenAt(t, shared)
	for _, table := range []string{"private_note", "basket", "private_gone"} {
		var n int
		must(t, c.reader.QueryRow("SELECT count(*) FROM "+table).Scan(&n))
		if n > 0 {
			t.Errorf("%d rows in %s of a copy for others", n, table)
		}
	}
}

// TestPrivateClockSetBack: what is said later rules, whatever the clock says.
func TestPrivateClockSetBack(t *testing.T) {
	office, laptop, now := officeAndLaptop(t)
	*now = clock.Add(-48 * time.Hour)
	must(t, laptop.RemovePrivateNote(UID{1}))
	must(t, laptop.SetBasket(nil))
	*now = clock.Add(time.Hour)
	_, err := office.Merge(context.Background(), laptop.Path())
	must(t, err)
	if got := privately(t, office); got != "" {
		t.Errorf("still there: %s", got)
	}
}

// TestHostilePrivate: what cannot be read, or would rule for ever, is refused, and nothing of it is taken.
func TestHostilePrivate(t *testing.T) {
	for name, c := range map[string]struct {
		change string
		want   error
	}{
		"a note from the future":      {"UPDATE private_note SET changed = '2999-01-01T00:00:00.000000000Z'", ErrFuture},
		"gone in the future":          {"INSERT INTO private_gone VALUES (zeroblob(16), '2999-01-01T00:00:00.000000000Z')", ErrFuture},
		"a wording at no time":        {"UPDATE basket SET changed = 'yesterday'", ErrNotSound},
		"a note whose letters are no": {"UPDATE private_note SET text = CAST(x'ff41' AS TEXT)", ErrOutOfRange},
	} {
		office, laptop, _ := officeAndLaptop(t)
		other := outside(t, laptop.Path())
		_, err := other.Exec(c.change)
		must(t, err)
		must(t, other.Close())
		before := privately(t, office)
		if _, err := office.Merge(context.Background(), laptop.Path()); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if got := privately(t, office); got != before {
			t.Errorf("%s: the office has %s", name, got)
		}
	}
}

// TestBasketOfOlderSchemas: the basket that was a setting stands in its table, in its order, where its texts are known.
func TestBasketOfOlderSchemas(t *testing.T) {
	for value, want := range map[string]string{
		`[{"words":"a \u003c b «ц»","language":"ru","text":1,"symbol":"A/1"},{"words":"two","alone":true,"from":1,"to":2,"text":7}]`: `{"words":"a \u003c b «ц»","language":"ru","symbol":"A/1"} 1 false | {"words":"two","from":1,"to":2} 0 true`,
		`[]`: "", `{`: "", "": "", `{"words":"x"}`: "",
	} {
		path := filepath.Join(t.TempDir(), "old.mutatis")
		o := testOptions
		o.scripts = firstScripts{schemaFiles(), 4}
		must(t, os.WriteFile(path, nil, 0o600))
		must(t, migrate(path, o.filled()))
		db := outside(t, path)
		must(t, func() error {
			_, err := db.Exec("INSERT INTO setting VALUES ('basket', ?)", value)
			return err
		}())
		must(t, db.Close())
		l := mustOpenAt(t, path)
		mustAdd(t, l, sample("A/RES/59/901", "en", wells...), nil)
		all, err := l.Basket()
		must(t, err)
		var got []string
		for _, b := range all {
			got = append(got, fmt.Sprintf("%s %v", b.What, b.Alone))
		}
		bare := strings.NewReplacer("} 1", "}", "} 0", "}").Replace(want)
		if strings.Join(got, " | ") != bare {
			t.Errorf("%s became %q", value, got)
		}
		kept, err := l.Setting("basket")
		must(t, err)
		if unreadable := value == "{" || strings.HasPrefix(value, `{"`); (kept == value) != unreadable && value != "" {
			t.Errorf("of %s the setting has %q", value, kept)
		}
		must(t, l.Close())
	}
}

// TestSetBasket: a wording is kept once, what is no JSON is refused, and what stays as it is keeps its time.
func TestSetBasket(t *testing.T) {
	l := mustOpen(t)
	must(t, l.SetBasket([]BasketItem{{What: `{"a":1}`}, {What: `{"b":1}`}, {What: `{"a":1}`, Alone: true}}))
	if got := privately(t, l); got != `{"a":1} 0 false | {"b":1} 0 false` {
		t.Error(got)
	}
	if err := l.SetBasket([]BasketItem{{What: "a"}}); !errors.Is(err, ErrNoJSON) {
		t.Error(err)
	}
	times := func() (all []string) {
		must(t, l.read("", func(tx *sql.Tx) (err error) {
			all, err = collect(tx, scanText, "SELECT what || changed FROM basket ORDER BY what")
			return err
		}))
		return all
	}
	before := times()
	must(t, l.SetBasket([]BasketItem{{What: `{"a":1}`}, {What: `{"b":1}`, Alone: true}}))
	if now := times(); now[0] != before[0] || now[1] == before[1] {
		t.Errorf("the times were %q and are %q", before, now)
	}
	stamp, err := l.Stamp()
	must(t, err)
	must(t, l.SetBasket(nil))
	if again, err := l.Stamp(); err != nil || again == stamp {
		t.Error("emptying the basket is no change", err)
	}
}
