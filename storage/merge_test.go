package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

const mergesVariable = "MUTATIS_MERGES"

// canonical is the content of a library without anything local to the file: what two libraries that know the same must have
// in common. What was said of a text before it was last purged does not count.
func canonical(t testing.TB, l *Library) string {
	t.Helper()
	lines := []string{}
	add := func(query string) {
		found, err := collect(l.reader, scanText, query)
		must(t, err)
		lines = append(lines, found...)
	}
	const since = "ifnull((SELECT g.at FROM purged g WHERE g.draft = d.uid), '')"
	const last = `max(d.created, p.binned, ifnull((SELECT max(at) FROM event WHERE draft = d.id), ''), ifnull((SELECT max(created) FROM twin WHERE draft = d.id), ''))`
	const alive = "(SELECT d.*, p.series, p.moved, p.binned, p.trashed, " + since + " AS since FROM draft d JOIN place p ON p.draft = d.id WHERE " + last + " > " + since + ")"
	add("SELECT 'draft ' || hex(d.content) || ' in ' || ifnull((SELECT hex(uid) FROM series WHERE id = d.series), '') || ' since ' || d.moved || CASE WHEN d.binned > d.since AND d.trashed THEN ' bin ' ELSE ' here ' END || CASE WHEN d.binned > d.since THEN d.binned ELSE '' END FROM " + alive + " d")
	add("SELECT 'record ' || hex(d.uid) || hex(d.record) || d.label || d.created FROM " + alive + " d WHERE d.created > d.since")
	add("SELECT 'record ' || hex(d.uid) || hex(w.record) || w.label || w.created FROM twin w JOIN " + alive + " d ON d.id = w.draft WHERE w.created > d.since")
	add("SELECT 'event ' || hex(e.uid) || hex(e.hash) || e.status FROM event e JOIN " + alive + " d ON d.id = e.draft WHERE e.at > d.since")
	add("SELECT 'pairing ' || hex(uid) || hex(hash) || verdict FROM pairing")
	add("SELECT 'series ' || hex(uid) || title || titled || removed FROM series")
	add("SELECT 'note ' || hex(uid) || hex(draft) || paragraph || hex(words) || kind || text || at || changed FROM private_note")
	add("SELECT 'kept ' || what || alone || ifnull(hex(draft), '') || place || changed FROM basket")
	add("SELECT 'gone ' || hex(uid) || at FROM private_gone")
	add("SELECT 'purged ' || hex(draft) || at FROM purged")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// player does to a library what people do, at random.
type player struct {
	*rand.Rand
	t   *testing.T
	now time.Time // when a library that is opened now begins
}

func (p *player) open(path string) *Library {
	p.t.Helper()
	o, now := testOptions, p.now
	o.Now = func() time.Time { // each has its own clock, so that often two libraries say something at the same time
		now = now.Add(time.Duration(p.IntN(2)) * time.Second)
		return now
	}
	l, err := Open(path, o)
	must(p.t, err)
	p.t.Cleanup(func() { l.Close() })
	return l
}

func (p *player) act(l *Library) {
	heads, err := l.Drafts()
	must(p.t, err)
	series, err := l.Series()
	must(p.t, err)
	if len(heads) == 0 || len(series) == 0 || p.IntN(4) == 0 {
		p.grow(l, series)
		return
	}
	d, s := heads[p.IntN(len(heads))], series[p.IntN(len(series))]
	actions := []func() error{
		func() error { return l.Trash(d.ID) },
		func() error { return l.Restore(d.ID) },
		func() error {
			must(p.t, l.Trash(d.ID))
			return l.write("purge", func(tx *sql.Tx) error { return l.purge(tx, d.ID) })
		},
		func() error { return l.MoveDraft(d.ID, s.ID) },
		func() error { return l.RenameSeries(s.ID, fmt.Sprint("title ", p.IntN(4))) },
		func() error {
			if err := l.RemoveSeries(s.ID); !errors.Is(err, ErrNotEmpty) {
				return err
			}
			return nil
		},
		func() error { return p.say(l, d.ID) },
		func() error { return p.say(l, d.ID) },
		func() error { return p.pair(l) },
		func() error { return p.note(l, d) },
		func() error { return p.note(l, d) },
		func() error { return p.keep(l, d) },
		func() error { return p.keep(l, d) },
	}
	must(p.t, actions[p.IntN(len(actions))]())
}

func (p *player) grow(l *Library, series []Series) {
	d := sample("", "en", wells[:2+p.IntN(3)]...)
	d.Symbol = fmt.Sprintf("A/C.9/59/L.%d", p.IntN(5))
	d.Label = fmt.Sprint("label ", p.IntN(3))
	if len(series) < 3 {
		s, err := l.AddSeries(fmt.Sprint("title ", p.IntN(4)))
		must(p.t, err)
		d.Series = s.ID
	}
	_, _, err := l.AddDraft(d, &Source{Name: d.Label, Bytes: []byte(d.Symbol)})
	must(p.t, err)
}

func (p *player) say(l *Library, draft int64) error {
	ev := Event{Draft: draft, Paragraph: p.IntN(2), Status: []string{"agreed", "open", "bracketed"}[p.IntN(3)], Who: "the chair"}
	if before, err := l.Events(draft); err == nil && len(before) > 0 && p.IntN(3) == 0 {
		ev.Undoes, ev.Status = before[0].UID, ""
	}
	if p.IntN(2) == 0 {
		ev.At = l.now() // at the same time as others, perhaps
	}
	return l.AddEvents([]Event{ev})
}

// note notes something, changes a note or removes one.
func (p *player) note(l *Library, d Draft) error {
	all, err := l.PrivateNotes()
	must(p.t, err)
	if len(all) == 0 || p.IntN(3) == 0 {
		all = []PrivateNote{{Draft: d.UID, Words: Hash{byte(p.IntN(3))}}}
	} else if p.IntN(3) == 0 {
		return l.RemovePrivateNote(all[p.IntN(len(all))].UID)
	}
	n := all[p.IntN(len(all))]
	n.Kind, n.Text = []string{Note, Position, Instruction}[p.IntN(3)], fmt.Sprint("note ", p.IntN(4))
	_, err = l.PutPrivateNote(n)
	return err
}

// keep puts a wording into the basket, takes one out, or puts them into another order.
func (p *player) keep(l *Library, d Draft) error {
	all, err := l.Basket()
	must(p.t, err)
	switch n := len(all); {
	case n == 0 || p.IntN(3) == 0:
		all = append(all, BasketItem{What: fmt.Sprintf(`{"words":"%d"}`, p.IntN(6)), Draft: d.ID})
	case p.IntN(2) == 0:
		all = slices.Delete(all, n-1, n)
	default:
		p.Shuffle(n, func(i, j int) { all[i], all[j] = all[j], all[i] })
		all[0].Alone = !all[0].Alone
	}
	return l.SetBasket(all)
}

func (p *player) pair(l *Library) error {
	_, err := l.AddPairing(Pairing{One: Hash{byte(p.IntN(2))}, Other: Hash{byte(2 + p.IntN(2))}, Verdict: []Verdict{Together, Apart}[p.IntN(2)]})
	return err
}

func (p *player) copy(l *Library, name string) *Library {
	path := filepath.Join(p.t.TempDir(), name)
	must(p.t, func() error { _, err := l.writer.Exec("VACUUM INTO ?", path); return err }())
	return p.open(path)
}

// merged is a copy of one library with others merged into it, one after another.
func (p *player) merged(into *Library, others ...*Library) *Library {
	p.t.Helper()
	l := p.copy(into, "merged.mutatis")
	for _, o := range others {
		_, err := l.take(context.Background(), o, taking{})
		must(p.t, err)
	}
	return l
}

// In whatever order libraries meet, and as often as they do, they come to the same.
func TestMergeOrder(t *testing.T) {
	for seed := range often(mergesVariable, 12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			p := &player{rand.New(rand.NewPCG(uint64(seed), 9)), t, clock}
			base := p.open(filepath.Join(t.TempDir(), "base.mutatis"))
			for range 6 {
				p.act(base)
			}
			p.now = base.now()
			a, b, c := p.copy(base, "a.mutatis"), p.copy(base, "b.mutatis"), p.copy(base, "c.mutatis")
			for range 15 + p.IntN(20) {
				p.act([]*Library{a, b, c}[p.IntN(3)])
			}
			ab, ba := p.merged(a, b), p.merged(b, a)
			same(t, "A+B = B+A", ab, ba)
			same(t, "(A+B)+B = A+B", p.merged(ab, b), ab)
			same(t, "(A+B)+A = A+B", p.merged(ab, a), ab)
			same(t, "A+A = A", p.merged(a, a), a)
			same(t, "(A+B)+C = A+(B+C)", p.merged(ab, c), p.merged(a, p.merged(b, c)))
			same(t, "(B+A)+C = (C+A)+B", p.merged(ba, c), p.merged(c, a, b))
		})
	}
}

func same(t *testing.T, law string, one, other *Library) {
	t.Helper()
	for _, l := range []*Library{one, other} {
		if err := verifyClean(l); err != nil {
			t.Fatalf("%s: %v", law, err)
		}
	}
	if x, y := canonical(t, one), canonical(t, other); x != y {
		t.Fatalf("%s does not hold:\n%s\n\n%s", law, x, y)
	}
	if x, y := answers(t, one), answers(t, other); !reflect.DeepEqual(x, y) {
		t.Fatalf("%s holds, but the libraries answer otherwise:\n%v\n\n%v", law, x, y)
	}
}

// answers are what a person sees of texts that were not purged: the list, and what is agreed.
func answers(t *testing.T, l *Library) (all []string) {
	heads, err := l.Drafts()
	must(t, err)
	for _, d := range heads {
		if d.Trashed {
			continue
		}
		events, err := l.Events(d.ID)
		must(t, err)
		title := ""
		series, err := l.Series()
		must(t, err)
		for _, s := range series {
			if s.ID == d.Series {
				title = s.Title
			}
		}
		line := fmt.Sprintf("%s %x in %s:", d.Symbol, d.UID, title)
		for n := range 2 {
			line += " " + ruling(events)[n].Status
		}
		all = append(all, line)
	}
	slices.Sort(all)
	notes, err := l.PrivateNotes()
	must(t, err)
	for _, n := range notes {
		all = append(all, fmt.Sprint(n))
	}
	basket, err := l.Basket()
	must(t, err)
	for _, b := range basket {
		all = append(all, fmt.Sprint(b.What, b.Alone))
	}
	return all
}

func TestMergeReport(t *testing.T) {
	now := clock
	o := testOptions
	o.Now = func() time.Time { return now }
	a, err := Open(filepath.Join(t.TempDir(), "a.mutatis"), o)
	must(t, err)
	defer a.Close()
	s, err := a.AddSeries("Wells")
	must(t, err)
	d := sample("A/RES/59/901", "en", wells...)
	d.Series = s.ID
	id := mustAdd(t, a, d, &Source{Name: "a.txt", Bytes: []byte("wells")})
	copied := filepath.Join(t.TempDir(), "b.mutatis")
	must(t, a.SaveCopy(context.Background(), copied))
	b, err := Open(copied, o)
	must(t, err)
	defer b.Close()

	now = now.Add(time.Hour)
	must(t, a.RenameSeries(s.ID, "Care of wells"))
	must(t, a.AddEvents([]Event{{Draft: id, Paragraph: 1, Status: "agreed"}}))
	gone := mustAdd(t, a, sample("A/RES/59/902", "en", "Gone"), nil)
	must(t, b.RenameSeries(s.ID, "Village wells"))
	now = now.Add(time.Hour)
	must(t, b.AddEvents([]Event{{Draft: id, Paragraph: 1, Status: "open"}, {Draft: id, Paragraph: 2, Status: "agreed"}}))
	mustAdd(t, b, sample("A/RES/59/903", "en", "New"), &Source{Name: "b.txt", Bytes: []byte("new")})
	mustAdd(t, b, sample("A/RES/59/902", "en", "Gone"), nil)
	must(t, a.Trash(gone))
	now = now.Add(time.Hour)
	must(t, a.Purge(context.Background(), gone))

	r, err := a.Merge(context.Background(), b.Path())
	must(t, err)
	if r.Texts != 1 || r.Events != 2 || r.Left != 1 || r.Backup.Why != BeforeMerge || !exists(r.Backup.Path) {
		t.Errorf("the report is %+v", r)
	}
	var said []string
	for _, c := range r.Conflicts {
		said = append(said, fmt.Sprintf("%s %s %d: %s or %s: %s", c.Kind, c.Name, c.Paragraph, c.Ours, c.Theirs, c.Kept))
	}
	want := []string{
		"status A/RES/59/901 1: agreed or open: open",
		"title Village wells 0: Care of wells or Village wells: Village wells",
	}
	if !slices.Equal(said, want) {
		t.Errorf("conflicts %q, want %q", said, want)
	}
	must(t, verifyClean(a))
	if s, err := a.Source(gone + 1); err != nil || s == nil || string(s.Bytes) != "new" {
		t.Error(s, err)
	}
	if again, err := a.Merge(context.Background(), b.Path()); err != nil || again.Texts+again.Events != 0 {
		t.Errorf("the second time: %+v %v", again, err)
	}
	r, err = b.Merge(context.Background(), a.Path())
	must(t, err)
	if r.Binned != 1 {
		t.Errorf("the other way: %+v", r)
	}
	same(t, "both ways", a, b)
	if names := listFolder(t, a.Path()); len(names) != 2 {
		t.Error("left behind:", names)
	}
}

// What two libraries say at the very same moment is settled in the same way on both sides.
func TestMergeOfTheSameMoment(t *testing.T) {
	base := mustOpen(t)
	var series []Series
	for _, title := range []string{"One", "Two", "Three"} {
		s, err := base.AddSeries(title)
		must(t, err)
		series = append(series, s)
	}
	id := mustAdd(t, base, sample("A/RES/59/901", "en", wells...), nil)
	moment := clock.Add(time.Hour)
	for _, c := range []struct {
		name     string
		one, two func(l *Library) error
	}{
		{"statuses", func(l *Library) error { return l.AddEvents([]Event{{Draft: id, Status: "agreed", At: moment}}) },
			func(l *Library) error { return l.AddEvents([]Event{{Draft: id, Status: "open", At: moment}}) }},
		{"titles", func(l *Library) error { return l.RenameSeries(series[0].ID, "Uno") },
			func(l *Library) error { return l.RenameSeries(series[0].ID, "Eins") }},
		{"places", func(l *Library) error { return l.MoveDraft(id, series[1].ID) },
			func(l *Library) error { return l.MoveDraft(id, series[2].ID) }},
		{"the bin", func(l *Library) error { return l.Trash(id) },
			func(l *Library) error { must(t, l.Trash(id)); return l.Restore(id) }},
		{"corrections", func(l *Library) error {
			_, err := l.AddPairing(Pairing{One: Hash{1}, Other: Hash{2}, Verdict: Apart, At: moment})
			return err
		}, func(l *Library) error {
			_, err := l.AddPairing(Pairing{One: Hash{1}, Other: Hash{2}, Verdict: Together, At: moment})
			return err
		}},
		{"notes", func(l *Library) error {
			_, err := l.PutPrivateNote(PrivateNote{UID: UID{7}, Text: "one"})
			return err
		}, func(l *Library) error {
			_, err := l.PutPrivateNote(PrivateNote{UID: UID{7}, Text: "two"})
			return err
		}},
		{"the basket", func(l *Library) error { return l.SetBasket([]BasketItem{{What: `{"a":1}`}, {What: `{"b":1}`}}) },
			func(l *Library) error {
				return l.SetBasket([]BasketItem{{What: `{"b":1}`, Alone: true}, {What: `{"c":1}`}})
			}},
		{"a purge and a status", func(l *Library) error { must(t, l.Trash(id)); return l.Purge(context.Background(), id) },
			func(l *Library) error { return l.AddEvents([]Event{{Draft: id, Status: "open", At: clock}}) }},
	} {
		for range 3 { // uids are random: which one is the greater is not always the same
			p := &player{rand.New(rand.NewPCG(1, 1)), t, clock}
			a, b := mustOpenAt(t, p.copy(base, "a.mutatis").Path()), mustOpenAt(t, p.copy(base, "b.mutatis").Path()) // their clocks stand still
			must(t, c.one(a))
			must(t, c.two(b))
			same(t, c.name, p.merged(a, b), p.merged(b, a))
		}
	}
}
