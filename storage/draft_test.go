package storage

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestTheSameTextIsStoredOnce(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(d *Draft)
		same   bool
	}{
		{"nothing", func(d *Draft) {}, true},
		{"a person's label", func(d *Draft) { d.Label = "another" }, true},
		{"the series", func(d *Draft) { d.Series = 0 }, true},
		{"what the library gives", func(d *Draft) { d.ID, d.UID, d.Created = 7, UID{1}, clock }, true},
		{"the caller's hash of the words", func(d *Draft) { d.Paragraphs[0].Words = Hash{1} }, true},
		{"citations", func(d *Draft) { d.Paragraphs[0].Citations = []Citation{{"A/1", 0, 1}} }, true},
		{"one letter", func(d *Draft) { d.Paragraphs[1].Text = strings.Replace(wells[1], "clean", "cleam", 1) }, false},
		{"letters that look the same", func(d *Draft) { d.Paragraphs[1].Text = strings.Replace(wells[1], "c", "с", 1) }, false},
		{"a kind", func(d *Draft) { d.Paragraphs[1].Kind = "unknown" }, false},
		{"a number", func(d *Draft) { d.Paragraphs[1].Number = "2 bis" }, false},
		{"a level", func(d *Draft) { d.Paragraphs[1].Level = 1 }, false},
		{"an opening", func(d *Draft) { d.Paragraphs[1].Opening = 7 }, false},
		{"a note call", func(d *Draft) { d.Paragraphs[1].Notes = []NoteCall{{"1", 7}} }, false},
		{"a paragraph less", func(d *Draft) { d.Paragraphs = d.Paragraphs[1:] }, false},
		{"a paragraph moved", func(d *Draft) { p := d.Paragraphs; p[0], p[1] = p[1], p[0] }, false},
		{"a footnote", func(d *Draft) { d.Footnotes = []Footnote{{"1", ""}} }, false},
		{"a line left out", func(d *Draft) { d.LeftOut = []string{""} }, false},
		{"the symbol", func(d *Draft) { d.Symbol += "/Rev.1" }, false},
		{"the session", func(d *Draft) { d.Session++ }, false},
		{"the header", func(d *Draft) { d.Header = "{}" }, false},
		{"words that cross from one field to the next", func(d *Draft) { d.Symbol, d.Number = d.Symbol[:3], d.Symbol[3:] }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := mustOpen(t)
			s, err := l.AddSeries("Wells")
			must(t, err)
			d := sample("A/RES/59/901", "en", wells...)
			d.Series = s.ID
			first := mustAdd(t, l, d, nil)
			stored, err := l.Draft(first)
			must(t, err)

			again := sample("A/RES/59/901", "en", wells...)
			c.change(&again)
			id, already, err := l.AddDraft(again, &Source{Name: "again.txt"})
			if err != nil || already != c.same || (id == first) != c.same {
				t.Errorf("got %d %v %v, the first is %d", id, already, err, first)
			}
			if after, err := l.Draft(first); err != nil || !reflect.DeepEqual(after, stored) {
				t.Errorf("the first became %+v %v", after, err)
			}
			must(t, verifyClean(l))
		})
	}
}

// Importing what is in the bin takes it out: the person wants to see it.
func TestAddingATextFromTheBin(t *testing.T) {
	l := mustOpen(t)
	d := sample("A/RES/59/901", "en", wells...)
	id := mustAdd(t, l, d, nil)
	must(t, l.Trash(id))
	again, already, err := l.AddDraft(d, nil)
	if err != nil || !already || again != id {
		t.Error(again, already, err)
	}
	if got, err := l.Draft(id); err != nil || got.Trashed {
		t.Error("still in the bin", err)
	}
	must(t, verifyClean(l))
}

func TestBin(t *testing.T) {
	l := mustOpen(t)
	d := sample("A/RES/59/901", "en", wells...)
	d.Paragraphs[2].Citations = []Citation{{"A/RES/45/901", 0, 3}, {"A/RES/45/901", 9, 3}}
	id := mustAdd(t, l, d, &Source{Name: "a", Bytes: []byte("b")})
	must(t, l.AddEvents([]Event{{Draft: id, Status: "agreed"}}))
	seen := func() (heads, symbol, citing, events int) {
		a, err := l.Drafts()
		must(t, err)
		b, err := l.DraftBySymbol("A/RES/59/901")
		must(t, err)
		c, err := l.Citing("A/RES/45/901")
		must(t, err)
		e, err := l.EventsOfSeries(0)
		must(t, err)
		return len(a), len(b), len(c), len(e)
	}
	check := func(when string, want ...int) {
		t.Helper()
		a, b, c, e := seen()
		if got := []int{a, b, c, e}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: heads, by symbol, citing, events: %v, want %v", when, got, want)
		}
		must(t, verifyClean(l))
	}
	check("before", 1, 1, 1, 1)
	must(t, l.Trash(id))
	must(t, l.Trash(id))
	check("in the bin", 1, 0, 0, 0)
	if got, err := l.Draft(id); err != nil || !got.Trashed || len(got.Paragraphs) != len(wells) {
		t.Error("what is in the bin can be read", got, err)
	}
	must(t, l.Restore(id))
	check("restored", 1, 1, 1, 1)
	if err := l.Trash(99); !errors.Is(err, ErrNotThere) {
		t.Error(err)
	}
}

func TestLanguagesOfOneTextShareADocument(t *testing.T) {
	l := mustOpen(t)
	a, err := l.AddSeries("Wells")
	must(t, err)
	b, err := l.AddSeries("Rivers")
	must(t, err)
	add := func(symbol, language string, series int64) int64 {
		d := sample(symbol, language, wells...)
		d.Series = series
		return mustAdd(t, l, d, nil)
	}
	document := func(id int64) int64 {
		d, err := l.Draft(id)
		must(t, err)
		return d.Document
	}
	en, ru := add("A/RES/59/901", "en", a.ID), add("A/RES/59/901", "ru", a.ID)
	elsewhere := add("A/RES/59/901", "fr", b.ID)
	other := add("A/RES/60/901", "en", a.ID)
	none, noneToo := add("", "en", a.ID), add("", "ru", a.ID)
	if document(en) != document(ru) {
		t.Error("two languages of one symbol are two documents")
	}
	seen := map[int64]bool{}
	for _, id := range []int64{en, elsewhere, other, none, noneToo} {
		if seen[document(id)] {
			t.Errorf("text %d shares a document", id)
		}
		seen[document(id)] = true
	}
	must(t, l.MoveDraft(elsewhere, a.ID))
	if document(elsewhere) != document(en) {
		t.Error("moved into the series, it is not with its languages")
	}
	must(t, l.MoveDraft(en, 0))
	if document(en) == document(ru) {
		t.Error("moved out of the series, it is still with its languages")
	}
	heads, err := l.DraftBySymbol("A/RES/59/901")
	if err != nil || len(heads) != 3 || heads[0].ID != en || heads[0].Paragraphs != nil {
		t.Errorf("%+v %v", heads, err)
	}
	if heads, err := l.DraftBySymbol(""); err != nil || heads != nil {
		t.Error("no symbol found", heads, err)
	}
	must(t, verifyClean(l))
}

func TestDraftsAreInOrder(t *testing.T) {
	l := mustOpen(t)
	s, err := l.AddSeries("Wells")
	must(t, err)
	add := func(label string, series int64, session int, date string) {
		d := sample("", "en", label)
		d.Label, d.Series, d.Session, d.Date = label, series, session, date
		mustAdd(t, l, d, nil)
	}
	add("5", s.ID, 60, "2005-11-02")
	add("4", s.ID, 60, "2005-10-02")
	add("3", s.ID, 59, "2004-12-20")
	add("1", 0, 61, "")
	add("6", s.ID, 60, "2005-11-02")
	add("2", 0, 61, "2006-01-01")
	heads, err := l.Drafts()
	must(t, err)
	got := ""
	for _, d := range heads {
		got += d.Label
	}
	if got != "123456" {
		t.Error(got)
	}
}

func TestSeries(t *testing.T) {
	l := mustOpen(t)
	a, err := l.AddSeries("  Wells ")
	must(t, err)
	b, err := l.AddSeries("Колодцы")
	must(t, err)
	if a.Title != "Wells" || a.UID == b.UID || a.UID == (UID{}) {
		t.Errorf("%+v %+v", a, b)
	}
	must(t, l.RenameSeries(a.ID, "Wells and springs"))
	a.Title = "Wells and springs"
	if all, err := l.Series(); err != nil || !reflect.DeepEqual(all, []Series{a, b}) {
		t.Errorf("%+v %v", all, err)
	}
	d := sample("", "en", wells...)
	d.Series = a.ID
	id := mustAdd(t, l, d, nil)
	for what, c := range map[string]struct {
		err  error
		want error
	}{
		"a series without a title":  {l.RenameSeries(a.ID, " "), ErrNoTitle},
		"a series that is not":      {l.RenameSeries(99, "x"), ErrNotThere},
		"one that holds a text":     {l.RemoveSeries(a.ID), ErrNotEmpty},
		"removing what is not":      {l.RemoveSeries(99), ErrNotThere},
		"moving to what is not":     {l.MoveDraft(id, 99), ErrNotThere},
		"moving what is not":        {l.MoveDraft(99, a.ID), ErrNotThere},
		"moving to where it is":     {l.MoveDraft(id, a.ID), nil},
		"removing an empty series":  {l.RemoveSeries(b.ID), nil},
		"adding to what is not":     {func() error { d.Title, d.Series = "x", 99; _, _, err := l.AddDraft(d, nil); return err }(), ErrNotThere},
		"a parent that is not":      {func() error { d.Series, d.Parent = 0, 99; _, _, err := l.AddDraft(d, nil); return err }(), ErrNotThere},
		"reading a text that isn't": {func() error { _, err := l.Draft(99); return err }(), ErrNotThere},
		"the source of what is not": {func() error { _, err := l.Source(99); return err }(), ErrNotThere},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: got %v, want %v", what, c.err, c.want)
		}
	}
	must(t, l.Trash(id))
	must(t, l.RemoveSeries(a.ID))
	if got, err := l.Draft(id); err != nil || got.Series != 0 {
		t.Errorf("%+v %v", got, err)
	}
	must(t, verifyClean(l))
}

func TestSourcesAreKeptOnce(t *testing.T) {
	l := mustOpen(t)
	bytes := []byte("the file\x00 as it was")
	a := mustAdd(t, l, sample("A/1", "en", "a"), &Source{Name: "a.txt", MediaType: "text/plain", Bytes: bytes})
	b := mustAdd(t, l, sample("A/2", "en", "b"), &Source{Name: "b.txt", Bytes: bytes})
	empty := mustAdd(t, l, sample("A/3", "en", "c"), &Source{Name: "empty.txt"})
	none := mustAdd(t, l, sample("A/4", "en", "d"), nil)
	for id, want := range map[int64]*Source{a: {"a.txt", "text/plain", bytes}, b: {"b.txt", "", bytes}, empty: {"empty.txt", "", nil}, none: nil} {
		if got, err := l.Source(id); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("source of %d: %+v %v, want %+v", id, got, err, want)
		}
	}
	var n int
	must(t, l.reader.QueryRow("SELECT count(*) FROM source").Scan(&n))
	if n != 2 {
		t.Errorf("%d sources, want 2", n)
	}
	must(t, verifyClean(l))
}

func TestEvents(t *testing.T) {
	now := clock
	o := testOptions
	o.Now = func() time.Time { return now }
	l, err := Open(t.TempDir()+"/texts.mutatis", o)
	must(t, err)
	defer l.Close()
	id := mustAdd(t, l, sample("A/RES/59/901", "en", wells...), nil)
	other := mustAdd(t, l, sample("A/RES/59/902", "en", wells...), nil)
	add := func(events ...Event) []Event {
		t.Helper()
		must(t, l.AddEvents(events))
		return events
	}
	first := add(Event{Draft: id, Status: "1"}, Event{Draft: id, Status: "2"}, Event{Draft: other, Status: "0"})
	if first[0].UID == first[1].UID || !first[0].At.Equal(clock) || !first[1].At.After(first[0].At) || first[0].ID == 0 {
		t.Errorf("%+v", first)
	}
	now = clock.Add(-time.Hour) // someone set the clock back
	add(Event{Draft: id, Undoes: first[1].UID, Remark: "3"})
	now = clock.Add(time.Hour)
	add(Event{Draft: id, Status: "4", At: time.Date(2004, 12, 24, 0, 0, 0, 0, time.FixedZone("", 3*3600))})
	got, err := l.Events(id)
	must(t, err)
	order := ""
	for _, ev := range got {
		order += ev.Status + ev.Remark
	}
	if order != "1234" || got[2].Undoes != first[1].UID {
		t.Errorf("%s %+v", order, got)
	}
	if all, err := l.EventsOfSeries(0); err != nil || len(all) != 5 {
		t.Error(len(all), err)
	}
	for name, bad := range map[string]Event{
		"a text that is not":      {Draft: 99},
		"a paragraph that is not": {Draft: id, Paragraph: len(wells)},
		"a paragraph before all":  {Draft: id, Paragraph: -1},
		"undoing what is not":     {Draft: id, Undoes: UID{1}},
		"undoing another text's":  {Draft: id, Undoes: first[2].UID},
	} {
		good := Event{Draft: id, Status: "not stored"}
		if err := l.AddEvents([]Event{good, bad}); !errors.Is(err, ErrNotThere) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got, err := l.Events(id); err != nil || len(got) != 4 {
		t.Error("half of it was stored", got, err)
	}
	must(t, verifyClean(l))
}

func TestWorkAndSettings(t *testing.T) {
	l := mustOpen(t)
	must(t, l.SaveWork(Work{Key: "a", Data: []byte("first")}))
	must(t, l.SaveWork(Work{Key: "b", Saved: clock.Add(time.Second)}))
	must(t, l.SaveWork(Work{Key: "a", Data: []byte("second")}))
	want := []Work{{"b", nil, clock.Add(time.Second)}, {"a", []byte("second"), clock}}
	if got, err := l.Works(); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v", got, err)
	}
	must(t, l.DropWork("a"))
	must(t, l.DropWork("a"))
	if _, err := l.Work("a"); !errors.Is(err, ErrNotThere) {
		t.Error(err)
	}
	if v, err := l.Setting("base"); err != nil || v != "" {
		t.Error(v, err)
	}
	must(t, l.SetSetting("base", "1"))
	must(t, l.SetSetting("base", "A/RES/45/158"))
	if v, err := l.Setting("base"); err != nil || v != "A/RES/45/158" {
		t.Error(v, err)
	}
}
